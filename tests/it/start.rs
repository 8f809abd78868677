//! Starting the program: what is wrong ends in one sentence and a non-zero exit.

use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use crate::world::World;

/// The program's exit and what it said, with these variables and arguments.
async fn run(variables: &[(&str, &str)], arguments: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_scorecard-bot"));
    command
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .kill_on_drop(true);
    command.envs(variables.iter().copied());
    let output = tokio::time::timeout(Duration::from_secs(20), command.output()).await;
    let output = output.expect("the program ends").unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

async fn refuses(variables: &[(&str, &str)], arguments: &[&str], part: &str) {
    let (code, said) = run(variables, arguments).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains(part), "{said:?} does not contain {part:?}");
    let sentences = said.lines().filter(|line| line.starts_with("scorecard-bot: ")).count();
    assert_eq!(sentences, 1, "{said}");
}

const TOKEN: (&str, &str) = ("DISCORD_TOKEN", "aaa.bbb.ccc");

#[tokio::test]
async fn a_missing_or_malformed_setting_is_named() {
    refuses(&[], &[], "discord.token (DISCORD_TOKEN)").await;
    refuses(&[TOKEN], &["--config", "nowhere.toml"], "nowhere.toml cannot be read").await;
    refuses(
        &[TOKEN, ("DATABASE_PATH", "no/such/folder/x.db")],
        &[],
        "cannot be opened for writing",
    )
    .await;
    refuses(&[TOKEN, ("HEALTH_ADDRESS", "nowhere")], &[], "health.address").await;
    refuses(
        &[TOKEN, ("DISCORD_ROOT_CERTIFICATE", "none.pem")],
        &[],
        "discord.root_certificate",
    )
    .await;
    refuses(&[], &["health"], "health.address (HEALTH_ADDRESS) is not set").await;
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    // Not even root can make a file in any of these.
    for path in [file.join("x.db"), folder.path().to_owned(), "/proc/x.db".into()] {
        let path = path.to_str().unwrap();
        let said = format!("database.path (DATABASE_PATH): {path} cannot be opened for writing");
        refuses(&[TOKEN, ("DATABASE_PATH", path)], &[], &said).await;
    }
}

#[tokio::test]
async fn a_database_of_another_version_is_left_alone() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    world.stop_bot().await;
    let path = world.database();
    let path = path.to_str().unwrap();
    let change = async |sql: &'static str| {
        let database = sqlx::SqlitePool::connect(&format!("sqlite://{path}")).await.unwrap();
        sqlx::query(sql).execute(&database).await.unwrap();
        database.close().await;
    };
    change("UPDATE _sqlx_migrations SET checksum = x'00'").await;
    let database = [TOKEN, ("DATABASE_PATH", path)];
    refuses(&database, &[], "does not have the tables this version expects").await;
    change("UPDATE _sqlx_migrations SET version = 9999").await;
    refuses(&database, &[], "was made by a newer scorecard-bot").await;
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refuses(&[TOKEN, ("HEALTH_ADDRESS", &address)], &[], &address).await;
}

#[tokio::test]
async fn a_wrong_token_ends_the_program() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    world.stop_bot().await;
    let connect_to = world.sandbox.connect_to().to_string();
    let certificate = world.config().discord.root_certificate;
    let variables = [
        TOKEN,
        ("DISCORD_CONNECT_TO", connect_to.as_str()),
        ("DISCORD_ROOT_CERTIFICATE", certificate.to_str().unwrap()),
    ];
    refuses(&variables, &[], "Discord does not accept this token").await;
}

#[tokio::test]
async fn the_program_tells_that_it_is_well_and_stops_when_asked() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    world.stop_bot().await;
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let config = world.config();
    let mut bot = Command::new(env!("CARGO_BIN_EXE_scorecard-bot"))
        .env_clear()
        .env("DISCORD_TOKEN", config.discord.token.expose())
        .env("DISCORD_CONNECT_TO", &config.discord.connect_to)
        .env("DISCORD_ROOT_CERTIFICATE", &config.discord.root_certificate)
        .env("DATABASE_PATH", &config.database.path)
        .env("HEALTH_ADDRESS", port.to_string())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    tokio::time::timeout(crate::world::PATIENCE, world.sandbox.ready())
        .await
        .expect("the bot connects");
    let health = [("HEALTH_ADDRESS", port.to_string())];
    let health: Vec<_> = health.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut well = run(&health, &["health"]).await;
    let started = std::time::Instant::now();
    while well.0 != Some(0) && started.elapsed() < crate::world::PATIENCE {
        well = run(&health, &["health"]).await;
    }
    assert_eq!(well.0, Some(0), "{}", well.1);
    let id = bot.id().unwrap().to_string();
    std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status()
        .unwrap();
    let ended = tokio::time::timeout(crate::world::PATIENCE, bot.wait())
        .await
        .expect("the program ends")
        .unwrap();
    assert!(ended.success(), "{ended}");
}

#[tokio::test]
async fn an_outage_while_it_starts_is_waited_out() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    world.stop_bot().await;
    for path in ["/gateway/bot", "/oauth2/applications/@me", "/commands"] {
        world.sandbox.faults().fail("", path, 503, 1);
    }
    world.start_bot().await;
    assert!(!world.sandbox.commands().is_empty());
}
