//! Starts sandbox, page, bot and story in that order, and stops them in the reverse one.
//! The page is served at once; the bot and the story come up behind it, and their trouble is shown on it.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sandbox::{Options, Sandbox, permission};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

use crate::bot::{Bot, BotError};
use crate::company::Company;
use crate::form::Forms;
use crate::moving::{self, Mover};
use crate::scene::Scene;
use crate::story;
use crate::unread::Unread;
use crate::web::{self, Events};

/// The first port that is tried when none is asked for.
const FIRST_PORT: u16 = 8080;
/// How many ports are tried.
const PORTS: u16 = 100;
/// How long the page's connections may take to end.
const FAREWELL: Duration = Duration::from_secs(3);

/// Why the demo could not start: one sentence.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    /// No signal handler.
    #[error("the signals of the system cannot be listened to: {0}")]
    Signal(std::io::Error),
    /// The sandbox.
    #[error(transparent)]
    Sandbox(#[from] sandbox::StartError),
    /// The port.
    #[error("port {port} cannot be used: {reason}; choose another with --port")]
    Port {
        /// Which.
        port: u16,
        /// The system's reason.
        reason: std::io::Error,
    },
    /// The file of `--database`.
    #[error("{} exists already; the demo begins anew each time, so name a file that does not exist", .0.display())]
    Database(PathBuf),
    /// The temporary folder.
    #[error("no temporary folder could be made: {0}")]
    Folder(std::io::Error),
}

/// Everything the page's handlers need.
pub struct Demo {
    /// The Discord of the demo.
    pub sandbox: Sandbox,
    /// Who is in it.
    pub company: Company,
    /// What each person has seen.
    pub unread: Unread,
    /// How far the story is.
    pub scene: watch::Sender<Scene>,
    /// Forms that are open on the page.
    pub forms: Forms,
    /// Moves the clock.
    pub mover: Mover,
    /// What the page is told live.
    pub events: Events,
    /// Becomes true when everything stops.
    pub stopping: watch::Receiver<bool>,
}

/// The running demo.
pub struct Host {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    page: JoinHandle<()>,
    scene: JoinHandle<()>,
    bot: Arc<Mutex<Option<Bot>>>,
    sandbox: Sandbox,
    _folder: TempDir,
}

impl Host {
    /// Starts everything; returns as soon as the page can be opened.
    pub async fn start(port: Option<u16>, database: Option<PathBuf>) -> Result<Self, HostError> {
        if let Some(path) = database.as_ref().filter(|path| path.exists()) {
            return Err(HostError::Database(path.clone()));
        }
        let listener = listen(port).await?;
        let address = listener.local_addr().map_err(|reason| HostError::Port {
            port: port.unwrap_or(0),
            reason,
        })?;
        let folder = tempfile::tempdir().map_err(HostError::Folder)?;
        let sandbox = Sandbox::start(Options {
            now: story::BEGINS_AT.parse().ok(),
            application_name: "Scorecard Bot".to_owned(),
            bot_permissions: permission::EVERYONE_DEFAULT,
            ..Options::default()
        })
        .await?;
        let company = Company::found(&sandbox);
        let (stop, stopping) = watch::channel(false);
        let demo = Arc::new(Demo {
            mover: Mover::new(sandbox.clone()),
            sandbox: sandbox.clone(),
            company,
            unread: Unread::default(),
            scene: watch::Sender::new(story::opening()),
            forms: Forms::default(),
            events: Events::default(),
            stopping,
        });
        let page = tokio::spawn(web::serve(listener, Arc::clone(&demo)));
        let bot = Arc::new(Mutex::new(None));
        let path = database.unwrap_or_else(|| folder.path().join("demo.db"));
        let scene = tokio::spawn(set_the_scene(demo, Arc::clone(&bot), path, folder.path().to_owned()));
        Ok(Self {
            address,
            stop,
            page,
            scene,
            bot,
            sandbox,
            _folder: folder,
        })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops the story, the bot, the page and the sandbox.
    pub async fn stop(self) {
        self.scene.abort();
        self.scene.await.ok();
        self.stop.send_replace(true);
        if let Some(bot) = self.bot.lock().await.take() {
            bot.stop().await;
        }
        if tokio::time::timeout(FAREWELL, self.page).await.is_err() {
            tracing::debug!("a connection of the page did not end in time");
        }
        self.sandbox.stop().await;
    }
}

async fn listen(port: Option<u16>) -> Result<TcpListener, HostError> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).await.map_err(|reason| HostError::Port { port, reason });
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        match bind(port).await {
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            result => return result.map_err(|reason| HostError::Port { port, reason }),
        }
    }
    bind(0).await.map_err(|reason| HostError::Port { port: 0, reason })
}

/// Starts the bot and tells the story; what goes wrong is shown on the page and in the log.
async fn set_the_scene(demo: Arc<Demo>, place: Arc<Mutex<Option<Bot>>>, database: PathBuf, folder: PathBuf) {
    match start_bot(&demo, &database, &folder).await {
        Ok(bot) => {
            demo.mover.follow(bot.outlook());
            *place.lock().await = Some(bot);
        }
        Err(error) => return fail(&demo, &error.to_string()),
    }
    tokio::spawn(moving::announce(Arc::clone(&demo)));
    match story::tell(&demo).await {
        Ok(()) => {
            demo.unread.all_seen(&demo.sandbox, &demo.company);
            demo.scene.send_modify(|scene| scene.done = true);
        }
        Err(error) => fail(&demo, &error.to_string()),
    }
}

async fn start_bot(demo: &Demo, database: &Path, folder: &Path) -> Result<Bot, BotError> {
    Bot::start(&demo.sandbox, database, folder).await
}

fn fail(demo: &Demo, sentence: &str) {
    tracing::error!("{sentence}");
    demo.scene.send_modify(|scene| scene.error = Some(sentence.to_owned()));
}
