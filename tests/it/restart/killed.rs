//! The bot as a process of its own that is killed while it works. The process is this test binary, started again with
//! [`VARIABLE`] set; it goes by the sandbox's clock.

use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use scorecard_bot::clock::Clock;
use scorecard_bot::config::{Config, Secret};
use scorecard_bot::service::{Services, notice, review};
use scorecard_bot::store::Store;
use tokio::process::{Child, Command};
use tokio::sync::watch;

use super::seen;
use crate::world::{PATIENCE, SandboxClock, World, form, message};

/// Token, address, certificate, database and clock of the bot to be, one a line.
const VARIABLE: &str = "SCORECARD_BOT_TO_KILL";

/// Leases of a killed process run out in the meantime.
const LEASES_OVER: TimeDelta = TimeDelta::minutes(3);

/// The sandbox's clock, as another process reads it.
struct Polled {
    shown: watch::Receiver<DateTime<Utc>>,
}

impl Clock for Polled {
    fn now(&self) -> DateTime<Utc> {
        *self.shown.borrow()
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.shown.clone()
    }
}

async fn shown(address: &str) -> Option<DateTime<Utc>> {
    let answer = reqwest::get(address).await.ok()?.text().await.ok()?;
    let answer: serde_json::Value = serde_json::from_str(&answer).ok()?;
    answer["now"].as_str()?.parse().ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_that_is_killed() {
    let Ok(given) = std::env::var(VARIABLE) else {
        return;
    };
    let [token, connect_to, certificate, database, clock] = given.lines().collect::<Vec<_>>()[..] else {
        panic!("{given}");
    };
    let mut config = Config::default();
    config.discord.token = Secret::new(token);
    config.discord.connect_to = connect_to.to_owned();
    config.discord.root_certificate = certificate.into();
    config.database.path = database.into();
    let (tell, told) = watch::channel(shown(clock).await.expect("the sandbox's clock"));
    let clock = clock.to_owned();
    tokio::spawn(async move {
        while let Some(now) = shown(&clock).await {
            tell.send_replace(now);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        std::process::exit(0);
    });
    let run = scorecard_bot::app::run(config, Arc::new(Polled { shown: told }), std::future::pending());
    run.await.unwrap();
}

/// A world whose bot is another process.
pub(super) struct Rig {
    pub(super) world: World,
    services: Services,
    bot: Child,
}

impl Rig {
    pub(super) async fn new() -> Self {
        let mut world = World::acme("2026-11-12T10:00:00Z").await;
        world.stop_bot().await;
        let clock = Arc::new(SandboxClock(world.sandbox.clock().clone()));
        let services = Services::new(Store::open(&world.database()).await.unwrap(), clock);
        let bot = Self::start(&world).await;
        Self { world, services, bot }
    }

    async fn start(world: &World) -> Child {
        let config = world.config();
        let given = [
            config.discord.token.expose().to_owned(),
            config.discord.connect_to,
            config.discord.root_certificate.display().to_string(),
            config.database.path.display().to_string(),
            format!(
                "{}/sandbox/clock",
                world
                    .sandbox
                    .base_url()
                    .trim_end_matches("/api/v10")
                    .trim_end_matches("/api")
            ),
        ];
        let bot = Command::new(std::env::current_exe().unwrap())
            .args(["restart::killed::the_bot_that_is_killed", "--exact", "--nocapture"])
            .env(VARIABLE, given.join("\n"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        tokio::time::timeout(PATIENCE, world.sandbox.ready())
            .await
            .expect("the bot connects");
        bot
    }

    /// Kills the bot at once, wherever it is.
    pub(super) async fn stop(&mut self) {
        self.bot.kill().await.unwrap();
        tokio::time::timeout(PATIENCE, self.world.sandbox.disconnected())
            .await
            .expect("the bot is gone");
        self.world.sandbox.faults().clear();
    }

    /// Starts the bot again on the same file.
    pub(super) async fn restart(&mut self) {
        self.bot = Self::start(&self.world).await;
    }

    /// Ends when nothing is due any more, after a pause in which leases of a killed process may run out.
    pub(super) async fn settle(&self, pause: TimeDelta) {
        self.world.sandbox.clock().advance(pause);
        let started = Instant::now();
        loop {
            let left = notice::count_due(&self.services).await.unwrap();
            let next = review::next_event_at(&self.services).await.unwrap();
            if left == 0 && next.is_none_or(|at| at > self.world.sandbox.clock().now()) {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{left} notices stay due, something else since {next:?}"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// What happens in a quarter: instants, and what Maria and Leo enter after them.
const QUARTER: [(&str, Option<&str>); 15] = [
    ("2026-12-01T08:00:30Z", Some("3.4")),
    ("2026-12-04T08:00:30Z", None),
    ("2026-12-07T08:00:30Z", None),
    ("2026-12-08T08:00:30Z", None),
    ("2026-12-08T09:00:30Z", None),
    ("2026-12-09T08:00:30Z", None),
    ("2026-12-10T08:00:30Z", None),
    ("2027-01-01T08:00:30Z", Some("1.9")),
    ("2027-01-07T08:00:30Z", None),
    ("2027-01-08T08:00:30Z", None),
    ("2027-01-08T09:00:30Z", None),
    ("2027-02-01T08:00:30Z", None),
    ("2027-02-05T08:00:30Z", Some("3.1")),
    ("2027-02-08T08:00:30Z", None),
    ("2027-02-08T09:00:30Z", None),
];

/// A quarter, with the bot killed at some of its instants.
async fn quarter(mut kills: Option<StdRng>) -> Vec<String> {
    let mut rig = Rig::new().await;
    for (at, value) in QUARTER {
        let trouble = kills
            .as_mut()
            .map(|kills| (kills.random_range(0..4), kills.random_range(0..60)));
        match trouble {
            Some((1, _)) => rig.world.sandbox.faults().cut_after("POST", "/messages", 1),
            Some((2, _)) => rig
                .world
                .sandbox
                .faults()
                .delay("POST", "/messages", Duration::from_millis(30), 4),
            Some((3, _)) => rig
                .world
                .sandbox
                .faults()
                .delay("PATCH", "/messages", Duration::from_millis(30), 4),
            _ => {}
        }
        rig.world.sandbox.clock().set(at.parse().unwrap());
        if let Some((_, pause)) = trouble {
            // The moment of the kill is random on purpose.
            tokio::time::sleep(Duration::from_millis(pause)).await;
            rig.stop().await;
            rig.restart().await;
        }
        rig.settle(LEASES_OVER).await;
        if let Some(value) = value {
            let prompt = rig.world.direct(&rig.world.maria).pop().unwrap();
            let opened = form(&rig.world.maria.press(&prompt, "Enter value").await.unwrap()).await;
            let saved = rig
                .world
                .maria
                .submit(&opened, &[("Customer churn", value)])
                .await
                .unwrap();
            message(&saved).await;
            if trouble.is_some() {
                rig.stop().await;
                rig.restart().await;
            }
            rig.settle(LEASES_OVER).await;
        }
    }
    seen(&rig.world)
}

#[tokio::test]
async fn a_bot_killed_at_random_says_what_it_would_have_said() {
    let expected = quarter(None).await;
    assert!(expected.len() > 12, "{expected:#?}");
    let seeds = if std::env::var_os("FULL").is_some() { 14 } else { 1 };
    for seed in 0..seeds {
        let found = quarter(Some(StdRng::seed_from_u64(seed))).await;
        assert_eq!(found, expected, "seed {seed}");
    }
}
