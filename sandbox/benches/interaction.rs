//! What the sandbox itself costs per interaction: a bare bot without a library answers a slash command.
//! Run with `cargo bench -p sandbox`. It prints the median and the 99th percentile, one after the other and 64 at
//! once, and how much memory a long run takes: after its first tenth it must not grow any more.

use std::time::{Duration, Instant};

use futures::{SinkExt as _, StreamExt as _};
use sandbox::{Id, Options, Person, RateLimits, Sandbox};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// Interactions per measurement.
const COUNT: usize = 5_000;
/// Interactions of the long run.
const MANY: usize = 100_000;
/// How many are under way at once in the second measurement.
const AT_ONCE: usize = 64;

fn main() -> Result<(), Failed> {
    // `cargo test --benches` only proves that it runs.
    let count = if std::env::args().any(|argument| argument == "--bench") {
        COUNT
    } else {
        AT_ONCE
    };
    tokio::runtime::Runtime::new()?.block_on(measure(count))
}

#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
async fn measure(count: usize) -> Result<(), Failed> {
    let options = Options {
        rate_limits: RateLimits::Off,
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await?;
    let maria = sandbox.add_person("Maria");
    let server = sandbox.add_server("Acme", maria);
    let general = sandbox.channels(server)[0].id;
    register(&sandbox).await?;
    let bot = tokio::spawn(answer_all(
        sandbox.base_url(),
        sandbox.gateway_url(),
        sandbox.token().to_owned(),
    ));
    sandbox.ready().await;
    for (name, at_once) in [("one after the other", 1), ("64 at once", AT_ONCE)] {
        let began = Instant::now();
        let mut times = vec![];
        for _ in 0..count / at_once {
            let batch = (0..at_once).map(|_| one(sandbox.person(maria), general));
            for time in futures::future::join_all(batch).await {
                times.push(time?);
            }
        }
        times.sort_unstable();
        let per_second = times.len() as u128 * 1_000_000 / began.elapsed().as_micros().max(1);
        let (median, slow) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        println!("{name}: median {median:?}, 99th percentile {slow:?}, {per_second} per second");
    }
    long_run(&sandbox, (maria, general), if count == COUNT { MANY } else { count }).await?;
    bot.abort();
    Ok(())
}

/// Many interactions, a minute of the sandbox's clock for every hundred.
#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
async fn long_run(sandbox: &Sandbox, (maria, general): (Id, Id), count: usize) -> Result<(), Failed> {
    let began = Instant::now();
    for done in 0..count {
        one(sandbox.person(maria), general).await?;
        if done % 100 == 99 {
            sandbox.clock().advance(chrono::TimeDelta::minutes(1));
        }
        if done % (count / 10).max(1) == 0 {
            println!("after {done} interactions: {:?}, {}", began.elapsed(), memory());
        }
    }
    println!("after {count} interactions: {:?}, {}", began.elapsed(), memory());
    Ok(())
}

/// What the process holds, as Linux tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.unwrap_or("VmRSS: unknown").to_owned()
}

async fn one(person: Person, channel: Id) -> Result<Duration, Failed> {
    let began = Instant::now();
    person.slash(channel, "/ping").await?.answer().await?;
    Ok(began.elapsed())
}

async fn register(sandbox: &Sandbox) -> Result<(), Failed> {
    let url = format!(
        "{}/api/v10/applications/{}/commands",
        sandbox.base_url(),
        sandbox.application_id()
    );
    let request = client()?
        .put(url)
        .header("Authorization", format!("Bot {}", sandbox.token()));
    request
        .json(&json!([{ "name": "ping", "description": "d" }]))
        .send()
        .await?
        .error_for_status()?;
    Ok(())
}

fn client() -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .user_agent("DiscordBot (https://example.org, 1.0)")
        .build()
}

/// The bot: identifies and answers each interaction at once.
async fn answer_all(base: String, gateway: String, token: String) -> Result<(), Failed> {
    let client = client()?;
    let (mut socket, _) = tokio_tungstenite::connect_async(format!("{gateway}/?v=10")).await?;
    let identify = json!({ "op": 2, "d": { "token": token, "intents": 1, "properties": {} } });
    socket.send(Message::text(identify.to_string())).await?;
    while let Some(frame) = socket.next().await {
        let Message::Text(text) = frame? else { continue };
        let payload: Value = serde_json::from_str(&text)?;
        if payload["t"] != "INTERACTION_CREATE" {
            continue;
        }
        let (id, token) = (payload["d"]["id"].as_str(), payload["d"]["token"].as_str());
        let path = format!("{}/{}", id.unwrap_or_default(), token.unwrap_or_default());
        let request = client
            .post(format!("{base}/api/v10/interactions/{path}/callback"))
            .json(&json!({ "type": 4, "data": { "content": "pong", "flags": 64 } }));
        tokio::spawn(async move { request.send().await });
    }
    Ok(())
}
