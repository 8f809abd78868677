//! Starting and stopping a sandbox, and how a bot reaches it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use chrono::TimeDelta;
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};

use crate::ban::Ban;
use crate::change::Change;
use crate::clock::Clock;
use crate::fault::Faults;
use crate::gateway::{MESSAGE_CONTENT, Starts};
use crate::id::Id;
use crate::limit::Limiter;
use crate::link::Links;
use crate::log::Log;
use crate::options::Options;
use crate::world::{SlowLimits, State};
use crate::{rest, tls};

/// Why a sandbox could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No port on loopback could be opened, or the request log not written.
    #[error("the sandbox could not open a port or a file: {0}")]
    Io(#[from] std::io::Error),
    /// The certificates could not be made.
    #[error("the sandbox could not make its certificates: {0}")]
    Certificate(String),
}

/// A running Discord on loopback. Clones are the same sandbox; the last one dropped stops it.
#[derive(Clone)]
pub struct Sandbox {
    pub(crate) inner: Arc<Inner>,
    _stopper: Arc<Stopper>,
}

/// What the servers, the people and the owner share.
pub(crate) struct Inner {
    state: Mutex<State>,
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) limiter: Limiter,
    pub(crate) log: Log,
    pub(crate) links: Links,
    pub(crate) token: String,
    pub(crate) privileged_intents: u64,
    pub(crate) heartbeat_interval_ms: u64,
    pub(crate) starts: Mutex<Starts>,
    pub(crate) shards_required: u64,
    token_is_void: AtomicBool,
    pub(crate) ban: Ban,
    pub(crate) strict_fields: bool,
    pub(crate) first_answer_within: TimeDelta,
    pub(crate) plain: SocketAddr,
    tls: SocketAddr,
    root: String,
    pub(crate) stopped: watch::Sender<bool>,
    /// Changes when a gateway session comes or goes.
    pub(crate) connected: watch::Sender<usize>,
}

impl Inner {
    /// The world, for as short as possible. A panic elsewhere leaves it usable.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The count of sessions that were started.
    pub(crate) fn starts(&self) -> MutexGuard<'_, Starts> {
        self.starts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this is the bot's token, without `Bot`.
    pub(crate) fn takes_token(&self, given: &str) -> bool {
        given == self.token && !self.token_is_void.load(Ordering::SeqCst)
    }

    /// Discord resets the token; its owner would have to fetch the new one by hand.
    pub(crate) fn void_token(&self) {
        self.token_is_void.store(true, Ordering::SeqCst);
    }

    /// Ends when the sandbox stops.
    pub(crate) async fn until_stopped(&self) {
        let mut stopped = self.stopped.subscribe();
        stopped.wait_for(|stopped| *stopped).await.ok();
    }
}

struct Stopper {
    inner: Arc<Inner>,
}

impl Drop for Stopper {
    fn drop(&mut self) {
        self.inner.stopped.send_replace(true);
        self.inner.links.cut_all();
    }
}

impl Sandbox {
    /// Starts a sandbox on two free ports of loopback. It needs a running tokio runtime.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let clock = Clock::starting_at(options.now);
        let mut state = State::new(clock.clone(), &options.application_name, options.bot_permissions);
        state.reads_content = options.privileged_intents & MESSAGE_CONTENT != 0;
        state.slow_limits = SlowLimits::of(options.rate_limits);
        let identity = tls::Identity::make().map_err(|error| StartError::Certificate(error.to_string()))?;
        let plain = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let secure = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let faults = Faults::default();
        let inner = Arc::new(Inner {
            token: token_for(state.bot),
            state: Mutex::new(state),
            clock,
            faults: faults.clone(),
            limiter: Limiter::new(options.rate_limits),
            log: Log::open(options.request_log.as_deref())?,
            links: Links::default(),
            privileged_intents: options.privileged_intents,
            heartbeat_interval_ms: options.heartbeat_interval_ms,
            starts: Mutex::new(Starts::new(
                options.session_starts,
                options.max_concurrency,
                options.limit_identify,
            )),
            shards_required: options.shards_required,
            token_is_void: AtomicBool::new(false),
            ban: Ban::after(options.invalid_requests),
            strict_fields: options.strict_fields,
            first_answer_within: options.first_answer_within,
            plain: plain.local_addr()?,
            tls: secure.local_addr()?,
            root: identity.root_pem.clone(),
            stopped: watch::Sender::new(false),
            connected: watch::Sender::new(0),
        });
        faults.attach(&inner);
        rest::serve(&inner, plain, secure, identity.acceptor);
        tokio::spawn(tell_clock_moves(Arc::clone(&inner)));
        let stopper = Arc::new(Stopper {
            inner: Arc::clone(&inner),
        });
        Ok(Self {
            inner,
            _stopper: stopper,
        })
    }

    /// Stops the servers and cuts all connections.
    #[expect(clippy::unused_async, reason = "callers await the end, whatever it takes one day")]
    pub async fn stop(&self) {
        self.inner.stopped.send_replace(true);
        self.inner.links.cut_all();
    }

    /// Where Discord's hosts are reached over TLS.
    #[must_use]
    pub fn connect_to(&self) -> SocketAddr {
        self.inner.tls
    }

    /// The same routes over plain HTTP: `http://127.0.0.1:port`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.inner.plain)
    }

    /// The gateway's address, as `GET /gateway` gives it.
    #[must_use]
    pub fn gateway_url(&self) -> String {
        format!("ws://{}", self.inner.plain)
    }

    /// The root certificate that vouches for the TLS side, as PEM.
    #[must_use]
    pub fn root_certificate(&self) -> &str {
        &self.inner.root
    }

    /// The bot's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.inner.token
    }

    /// The bot's user id.
    #[must_use]
    pub fn bot_id(&self) -> Id {
        self.inner.state().bot
    }

    /// The application's id.
    #[must_use]
    pub fn application_id(&self) -> Id {
        self.inner.state().application
    }

    /// The clock all deadlines go by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Trouble on request.
    #[must_use]
    pub fn faults(&self) -> Faults {
        self.inner.faults.clone()
    }

    /// Each change of the world from now on, in order.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.inner.state().subscribe()
    }

    /// Waits until a bot is connected to the gateway. Wrap it in a timeout.
    pub async fn ready(&self) {
        let mut connected = self.inner.connected.subscribe();
        connected.wait_for(|count| *count > 0).await.ok();
    }

    /// Waits until no bot is connected to the gateway. Wrap it in a timeout.
    pub async fn disconnected(&self) {
        let mut connected = self.inner.connected.subscribe();
        connected.wait_for(|count| *count == 0).await.ok();
    }
}

/// A token in Discord's shape: the id, a time and a secret, each in base64.
fn token_for(bot: Id) -> String {
    let base64 = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let secret: [u8; 28] = rand::random();
    let made: [u8; 4] = rand::random();
    format!(
        "{}.{}.{}",
        base64.encode(bot.to_string()),
        base64.encode(made),
        base64.encode(secret)
    )
}

async fn tell_clock_moves(inner: Arc<Inner>) {
    let mut moved = inner.clock.subscribe();
    let mut stopped = inner.stopped.subscribe();
    loop {
        tokio::select! {
            change = moved.changed() => if change.is_err() { return },
            _ = stopped.changed() => return,
        }
        let now = *moved.borrow_and_update();
        if inner.faults.is_down() {
            inner.links.cut_all();
        }
        inner.state().announce(Change::Clock { now });
    }
}
