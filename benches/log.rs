//! What `/log` costs from the person's Enter to the answer, the check for an alert and its notice included. Side by side
//! with the two things it cannot do without: a bot in the same sandbox that only answers "pong", and one insert that is
//! on the disk when it returns.

mod seed;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use sandbox::{Id, Options, Person, RateLimits, Sandbox};
use scorecard_bot::app::App;
use scorecard_bot::config::{Config, Secret};
use scorecard_bot::discord::connect;
use seed::{Failed, Size};
use serenity::all::{
    Context, CreateCommand, CreateInteractionResponse, CreateInteractionResponseMessage, EventHandler, GatewayIntents,
    Interaction,
};
use serenity::client::ClientBuilder;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// What is measured.
const KINDS: [&str; 3] = ["pong", "one durable insert", "/log"];

struct Pong;

#[serenity::async_trait]
impl EventHandler for Pong {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Interaction::Command(command) = interaction {
            let message = CreateInteractionResponseMessage::new().content("pong").ephemeral(true);
            let answer = CreateInteractionResponse::Message(message);
            if let Err(error) = command.create_response(&context, answer).await {
                eprintln!("no pong: {error}");
            }
        }
    }
}

/// A sandbox with a server, somebody in it, and what a bot needs to reach it.
struct Place {
    sandbox: Sandbox,
    server: Id,
    team: Id,
    maria: Person,
    config: Config,
    folder: TempDir,
}

impl Place {
    async fn new() -> Result<Self, Failed> {
        let now: DateTime<Utc> = seed::NOW.parse()?;
        let options = Options {
            now: Some(now),
            rate_limits: RateLimits::Off,
            ..Options::default()
        };
        let (sandbox, folder) = (Sandbox::start(options).await?, tempfile::tempdir()?);
        let maria = sandbox.add_person("Maria");
        let server = sandbox.add_server("Acme", maria);
        let certificate = folder.path().join("root.pem");
        std::fs::write(&certificate, sandbox.root_certificate())?;
        let mut config = Config::default();
        config.discord.token = Secret::new(sandbox.token());
        config.discord.connect_to = sandbox.connect_to().to_string();
        config.discord.root_certificate = certificate;
        config.database.path = folder.path().join("scorecards.db");
        Ok(Self {
            team: sandbox.add_channel(server, "team"),
            maria: sandbox.person(maria),
            sandbox,
            server,
            config,
            folder,
        })
    }

    async fn give(&self, line: &str) -> Result<Duration, Failed> {
        let began = Instant::now();
        self.maria.slash(self.team, line).await?.answer().await?;
        Ok(began.elapsed())
    }
}

async fn start_pong(place: &Place) -> Result<(), Failed> {
    let http = connect::http(&place.config, connect::client(&place.config)?);
    let application = http.get_current_application_info().await?;
    http.set_application_id(application.id);
    http.create_global_commands(&[CreateCommand::new("ping").description("Answers")])
        .await?;
    let mut client = ClientBuilder::new_with_http(http, GatewayIntents::GUILDS)
        .event_handler(Pong)
        .await?;
    tokio::spawn(async move { client.start_autosharded().await });
    place.sandbox.ready().await;
    Ok(())
}

async fn start_bot(place: &Place) -> Result<App, Failed> {
    let size = Size {
        server: u64::from(place.server).cast_signed(),
        manager: u64::from(place.maria.user().id).cast_signed(),
        channel: u64::from(place.team).cast_signed(),
        scorecards: 10,
    };
    seed::server(&place.config.database.path, size).await?;
    let clock = Arc::new(seed::Still(seed::NOW.parse()?));
    let app = App::start(place.config.clone(), clock).await?;
    place.sandbox.ready().await;
    Ok(app)
}

/// A table in a file of its own, opened as the bot opens its database.
async fn table(folder: &TempDir) -> Result<SqlitePool, Failed> {
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("insert.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await?;
    sqlx::query("CREATE TABLE actual (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT")
        .execute(&pool)
        .await?;
    Ok(pool)
}

/// All three, ready to be measured.
struct Lane {
    pong: Place,
    pool: SqlitePool,
    bot: Place,
    rounds: u32,
    times: [Vec<Duration>; 3],
}

impl Lane {
    /// One of each, one after the other, so that what else the machine does falls on all of them.
    async fn round(&mut self) -> Result<[Duration; 3], Failed> {
        self.rounds += 1;
        let pong = self.pong.give("/ping").await?;
        let began = Instant::now();
        sqlx::query("INSERT INTO actual (value) VALUES ('3.4')")
            .execute(&self.pool)
            .await?;
        let insert = began.elapsed();
        // Off target and on target in turn: an alert is opened, or taken back, with every value.
        let value = if (self.rounds / seed::KPIS).is_multiple_of(2) {
            55
        } else {
            95
        };
        let kpi = self.rounds % seed::KPIS;
        let log = self
            .bot
            .give(&format!("/log kpi:k1-{kpi} value:{value}.{}", self.rounds % 10))
            .await?;
        let times = [pong, insert, log];
        for (all, time) in self.times.iter_mut().zip(times) {
            all.push(time);
        }
        Ok(times)
    }

    #[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
    fn say(&mut self) {
        let [pong, insert, log] = self.times.each_mut().map(|times| {
            times.sort_unstable();
            times.get(times.len() / 2).copied().unwrap_or_default()
        });
        let ratio = log.as_secs_f64() / (pong + insert).as_secs_f64();
        println!(
            "medians of {} rounds: pong {pong:?}, insert {insert:?}, /log {log:?}: {ratio:.2} × the two",
            self.rounds
        );
    }
}

fn bench(criterion: &mut Criterion) {
    ready(criterion).unwrap_or_else(|failed| eprintln!("the bench could not be made ready: {failed}"));
}

fn ready(criterion: &mut Criterion) -> Result<(), Failed> {
    let runtime = Runtime::new()?;
    let (mut lane, app) = runtime.block_on(async {
        let (pong, bot) = (Place::new().await?, Place::new().await?);
        start_pong(&pong).await?;
        let app = start_bot(&bot).await?;
        let lane = Lane {
            pool: table(&bot.folder).await?,
            pong,
            bot,
            rounds: 0,
            times: Default::default(),
        };
        Ok::<_, Failed>((lane, app))
    })?;
    for (kind, name) in KINDS.into_iter().enumerate() {
        criterion.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| {
                let mut total = Duration::ZERO;
                for _ in 0..rounds {
                    match runtime.block_on(lane.round()) {
                        Ok(times) => total += times[kind],
                        Err(failed) => eprintln!("a round failed: {failed}"),
                    }
                }
                total
            });
        });
    }
    lane.say();
    runtime.block_on(app.stop());
    Ok(())
}

criterion_group!(benches, bench);
criterion_main!(benches);
