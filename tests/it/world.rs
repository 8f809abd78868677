//! A small company in a sandbox with the bot in it, and what its people do.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sandbox::{Answer, Form, Id, Interaction, Message, Options, Person, Sandbox};
use scorecard_bot::app::App;
use scorecard_bot::clock::Clock;
use scorecard_bot::config::{Config, Log, Secret};
use scorecard_bot::service::{notice, review};
use scorecard_bot::store::{self, Store};
use scorecard_bot::telemetry;
use tempfile::TempDir;
use tokio::sync::watch;

/// How long a test waits for what it expects to see.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The bot's clock is the sandbox's.
pub struct SandboxClock(pub sandbox::Clock);

impl Clock for SandboxClock {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.0.subscribe()
    }
}

/// A server with an administrator and two KPI owners, a team channel, and the bot.
pub struct World {
    pub sandbox: Sandbox,
    pub folder: TempDir,
    pub server: Id,
    pub team: Id,
    pub ada: Person,
    pub maria: Person,
    pub leo: Person,
    app: Option<App>,
}

impl World {
    /// The world at an instant, with the bot connected.
    pub async fn at(now: &str) -> Self {
        telemetry::start(&Log {
            filter: "warn".to_owned(),
            ..Log::default()
        });
        let options = Options {
            now: Some(now.parse().unwrap()),
            application_name: "Scorecard".to_owned(),
            first_answer_within: chrono::TimeDelta::seconds(15),
            ..Options::default()
        };
        let sandbox = Sandbox::start(options).await.unwrap();
        let [ada, maria, leo] = ["Ada", "Maria", "Leo"].map(|name| sandbox.add_person(name));
        let server = sandbox.add_server("Acme", ada);
        for person in [maria, leo] {
            sandbox.add_member(server, person);
        }
        let mut world = Self {
            team: sandbox.add_channel(server, "team"),
            ada: sandbox.person(ada),
            maria: sandbox.person(maria),
            leo: sandbox.person(leo),
            server,
            folder: tempfile::tempdir().unwrap(),
            sandbox,
            app: None,
        };
        world.start_bot().await;
        world
    }

    /// The world with one scorecard and two KPIs, Maria's and Leo's, made in October: its first review is November's.
    pub async fn acme(now: &str) -> Self {
        let world = Self::at("2026-10-12T10:00:00Z").await;
        world.build_acme(None).await;
        world.sandbox.clock().set(now.parse().unwrap());
        world.settled().await;
        world
    }

    /// Creates the scorecard, the objective and the KPIs, as the administrator.
    pub async fn build_acme(&self, manager: Option<&str>) {
        let manager = manager.map(|name| format!(" manager:@{name}")).unwrap_or_default();
        let create = format!("/scorecard create name:Acme channel:#team time_zone:Europe/Berlin{manager}");
        for line in [
            create.as_str(),
            "/objective add name:\"Keep customers\" perspective:Customer",
            "/kpi add objective:\"Keep customers\" key:churn name:\"Customer churn\" direction:lower unit:% decimals:1 \
             target:2 red_flag:2.5 owner:@Maria",
            "/kpi add objective:\"Keep customers\" key:delivery name:\"On-time delivery\" unit:% decimals:1 target:95 \
             red_flag:90 owner:@Leo",
        ] {
            self.tell(&self.ada, line).await;
        }
    }

    /// Somebody more joins the server.
    pub fn join(&self, name: &str) -> Person {
        let id = self.sandbox.add_person(name);
        self.sandbox.add_member(self.server, id);
        self.sandbox.person(id)
    }

    /// Starts the bot on the world's database.
    pub async fn start_bot(&mut self) {
        let clock = Arc::new(SandboxClock(self.sandbox.clock().clone()));
        self.app = Some(App::start(self.config(), clock).await.unwrap());
        tokio::time::timeout(PATIENCE, self.sandbox.ready())
            .await
            .expect("the bot connects");
    }

    /// Stops the bot in good order.
    pub async fn stop_bot(&mut self) {
        if let Some(app) = self.app.take() {
            app.stop().await;
        }
    }

    /// The bot's use cases.
    pub fn services(&self) -> Arc<scorecard_bot::service::Services> {
        Arc::clone(self.app.as_ref().expect("the bot runs").services())
    }

    /// The settings of a bot in this world.
    pub fn config(&self) -> Config {
        let certificate = self.folder.path().join("root.pem");
        std::fs::write(&certificate, self.sandbox.root_certificate()).unwrap();
        let mut config = Config::default();
        config.discord.token = Secret::new(self.sandbox.token());
        config.discord.connect_to = self.sandbox.connect_to().to_string();
        config.discord.root_certificate = certificate;
        config.database.path = self.database();
        config
    }

    /// The world's database file.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("scorecards.db")
    }

    /// Somebody gives a command in the team channel; the words of the answer.
    pub async fn tell(&self, who: &Person, line: &str) -> String {
        self.answer(who, line).await.text()
    }

    /// Somebody gives a command in the team channel; the answer.
    pub async fn answer(&self, who: &Person, line: &str) -> Message {
        let interaction = who
            .slash(self.team, line)
            .await
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        message(&interaction).await
    }

    /// Sets the clock; the bot does what has become due.
    pub async fn set_clock(&self, now: &str) {
        self.sandbox.clock().set(now.parse().unwrap());
        self.settled().await;
    }

    /// Ends when nothing is due any more.
    pub async fn settled(&self) {
        let services = self.services();
        let started = Instant::now();
        loop {
            let next = review::next_event_at(&services).await.unwrap();
            let left = notice::count_due(&services).await.unwrap();
            if left == 0 && next.is_none_or(|at| at > self.sandbox.clock().now()) {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{left} notices stay due, something else since {next:?}"
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Ends when the world shows something.
    pub async fn until(&self, shown: impl Fn() -> bool, what: &str) {
        let started = Instant::now();
        while !shown() {
            assert!(started.elapsed() < PATIENCE, "not within the time: {what}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Ends when the bot has noted what the server is called.
    pub async fn until_joined(&self) {
        let store = Store::open(&self.database()).await.unwrap();
        let server = u64::from(self.server).cast_signed().into();
        let started = Instant::now();
        loop {
            let mut reader = store.reader().await.unwrap();
            let known = store::server::by_id(&mut reader, server).await.unwrap();
            if known.is_some_and(|server| !server.name.is_empty()) {
                break;
            }
            assert!(started.elapsed() < PATIENCE, "the bot notes the server it is in");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        store.close().await;
    }

    /// Ends when the bot has noticed that it was removed from the server.
    pub async fn until_left(&self) {
        let services = self.services();
        let started = Instant::now();
        while review::next_event_at(&services).await.unwrap().is_some() {
            assert!(started.elapsed() < PATIENCE, "the bot notices that it was removed");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// The direct messages that somebody has from the bot, answers that only they see left out.
    pub fn direct(&self, who: &Person) -> Vec<Message> {
        let Some(channel) = self.sandbox.direct_channel(who.user().id) else {
            return Vec::new();
        };
        let messages = self.sandbox.messages(channel).into_iter();
        messages.filter(|message| message.visible_to.is_none()).collect()
    }

    /// What the bot has posted in the team channel, the boards of its reviews left out.
    pub fn posted(&self) -> Vec<String> {
        let messages = self.sandbox.messages(self.team);
        let texts = messages.iter().map(Message::text);
        texts.filter(|text| !is_board(text)).collect()
    }

    /// The boards of the reviews, as they stand in the team channel.
    pub fn boards(&self) -> Vec<String> {
        let messages = self.sandbox.messages(self.team);
        messages
            .iter()
            .map(Message::text)
            .filter(|text| is_board(text))
            .collect()
    }
}

/// Whether a message is the board of a review.
fn is_board(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|heading| heading.contains(" values are in ("))
}

/// The message that an interaction was answered with, after a deferral too.
pub async fn message(interaction: &Interaction) -> Message {
    match interaction.answer().await.expect("an answer") {
        Answer::Message(message) | Answer::Update(message) => message,
        Answer::Deferred => interaction.message().await.expect("an answer after the deferral"),
        other => panic!("not a message: {other:?}"),
    }
}

/// The form that an interaction was answered with.
pub async fn form(interaction: &Interaction) -> Form {
    match interaction.answer().await.expect("an answer") {
        Answer::Form(form) => form,
        other => panic!("not a form: {other:?}"),
    }
}
