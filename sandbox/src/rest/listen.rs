//! The two listeners, plain and TLS, and the door that REST and the gateway share.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::Connected;
use axum::extract::ws::{WebSocket, WebSocketUpgrade};
use axum::extract::{ConnectInfo, FromRequestParts as _, State};
use axum::http::{Request as HttpRequest, Response, StatusCode, header};
use axum::serve::{IncomingStream, Listener};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::{Request, pipeline};
use crate::gateway::{self, Asked};
use crate::link::{Link, Switch};
use crate::sandbox::Inner;

/// The switch of the connection a request came by.
#[derive(Clone, Debug)]
pub(crate) struct Peer(pub(crate) Arc<Switch>);

/// Accepts connections that can be cut.
struct Door<S> {
    accepted: mpsc::Receiver<(S, Arc<Switch>)>,
    here: std::net::SocketAddr,
}

impl<S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static> Listener for Door<S> {
    type Io = Link<S>;
    type Addr = Peer;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.accepted.recv().await {
            Some((stream, switch)) => (Link::new(stream, Arc::clone(&switch)), Peer(switch)),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        tracing::trace!(here = %self.here, "asked for the address");
        Ok(Peer(Arc::default()))
    }
}

impl<S> Connected<IncomingStream<'_, Door<S>>> for Peer
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    fn connect_info(stream: IncomingStream<'_, Door<S>>) -> Self {
        stream.remote_addr().clone()
    }
}

/// Serves both listeners until the sandbox stops.
pub(crate) fn serve(inner: &Arc<Inner>, plain: TcpListener, secure: TcpListener, acceptor: TlsAcceptor) {
    let plain_streams = accept_plain(Arc::clone(inner), plain);
    let secure_streams = accept_secure(Arc::clone(inner), secure, acceptor);
    tokio::spawn(open(Arc::clone(inner), plain_streams));
    tokio::spawn(open(Arc::clone(inner), secure_streams));
}

async fn open<S>(inner: Arc<Inner>, door: Door<S>)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
{
    let router = Router::new().fallback(enter).with_state(Arc::clone(&inner));
    let service = router.into_make_service_with_connect_info::<Peer>();
    tokio::select! {
        end = axum::serve(door, service) => if let Err(error) = end {
            tracing::error!(%error, "a listener of the sandbox ended");
        },
        () = inner.until_stopped() => {}
    }
}

fn accept_plain(inner: Arc<Inner>, listener: TcpListener) -> Door<TcpStream> {
    let (send, accepted) = mpsc::channel(64);
    let here = inner.plain;
    tokio::spawn(async move {
        while let Some(stream) = next(&inner, &listener).await {
            if send.send((stream, inner.links.open())).await.is_err() {
                return;
            }
        }
    });
    Door { accepted, here }
}

fn accept_secure(inner: Arc<Inner>, listener: TcpListener, acceptor: TlsAcceptor) -> Door<TlsStream<TcpStream>> {
    let (send, accepted) = mpsc::channel(64);
    let here = inner.plain;
    tokio::spawn(async move {
        while let Some(stream) = next(&inner, &listener).await {
            let (send, acceptor, switch) = (send.clone(), acceptor.clone(), inner.links.open());
            tokio::spawn(async move {
                match acceptor.accept(stream).await {
                    Ok(stream) => {
                        send.send((stream, switch)).await.ok();
                    }
                    Err(error) => tracing::debug!(%error, "a TLS handshake failed"),
                }
            });
        }
    });
    Door { accepted, here }
}

/// The next connection; `None` when the sandbox stops. Connections during an outage are dropped later,
/// by the fault that hits their first request.
async fn next(inner: &Inner, listener: &TcpListener) -> Option<TcpStream> {
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = inner.until_stopped() => return None,
        };
        if let Ok((stream, _)) = accepted {
            stream.set_nodelay(true).ok();
            return Some(stream);
        }
    }
}

/// The door: a WebSocket is the gateway, all else is REST.
async fn enter(
    State(inner): State<Arc<Inner>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: HttpRequest<Body>,
) -> Response<Body> {
    if request.headers().contains_key(header::UPGRADE) {
        return enter_gateway(inner, peer.0, request).await;
    }
    pipeline::handle(&inner, &peer, request).await
}

async fn enter_gateway(inner: Arc<Inner>, switch: Arc<Switch>, request: HttpRequest<Body>) -> Response<Body> {
    if inner.faults.refuses_gateway() {
        switch.cut();
        return empty(StatusCode::SERVICE_UNAVAILABLE);
    }
    let head = Request::head(&request);
    let asked = Asked {
        version: head
            .query
            .get("v")
            .and_then(|version| version.parse().ok())
            .unwrap_or(10),
        compressed: head.query.get("compress").is_some_and(|how| how == "zlib-stream"),
    };
    let (mut parts, _) = request.into_parts();
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade.on_upgrade(move |socket: WebSocket| gateway::accept(inner, socket, asked, switch)),
        Err(_) => empty(StatusCode::BAD_REQUEST),
    }
}

pub(crate) fn empty(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
