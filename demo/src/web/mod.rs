//! The page's server: its files, what it shows (GET), what people do (POST), and the live events (WebSocket).
//! Only this machine's browser may talk to it: see `guard`.

mod act;
mod error;
mod event;
mod file;
mod guard;
mod look;
mod page;
mod world;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use tokio::net::TcpListener;

pub use event::Events;

use crate::host::Demo;

/// The largest request: Discord's limit of one file and some room.
const LARGEST: usize = 11 * 1024 * 1024;

/// Serves the page until everything stops.
pub async fn serve(listener: TcpListener, demo: Arc<Demo>) {
    let Ok(address) = listener.local_addr() else { return };
    let mut stopping = demo.stopping.clone();
    tokio::spawn(event::relay(Arc::clone(&demo)));
    let stop = async move {
        stopping.wait_for(|stop| *stop).await.ok();
    };
    let app = router(demo, guard::Guard::new(address.port()));
    if let Err(error) = axum::serve(listener, app).with_graceful_shutdown(stop).await {
        tracing::error!("the page's server ended: {error}");
    }
}

fn router(demo: Arc<Demo>, guard: guard::Guard) -> Router {
    let person = Router::new()
        .route("/messages", get(look::messages).post(act::say))
        .route("/commands", get(look::commands))
        .route("/read", post(act::read))
        .route("/dismiss", post(act::dismiss))
        .route("/complete", post(act::complete))
        .route("/slash", post(act::slash))
        .route("/component", post(act::component))
        .route("/form", post(act::form));
    Router::new()
        .route("/api/world", get(look::world))
        .route("/api/file", get(file::file))
        .route("/api/clock", post(act::clock))
        .route("/api/events", get(event::events))
        .nest("/api/people/{person}/channels/{channel}", person)
        .route("/", get(page::index))
        .route("/{file}", get(page::file))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(guard, guard::check))
        .with_state(demo)
}
