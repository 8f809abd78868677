//! discord.py and discord.js, as they come from `PyPI` and `npm`, log in and work.
//! Where they cannot be installed the tests say so; with `SANDBOX_FOREIGN=required` that is a failure.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use sandbox::Change;

use super::house::{House, until};

/// How long a foreign bot may take to start.
const START: Duration = Duration::from_secs(30);

/// A running bot; it ends with the test.
struct Foreign(Child);

impl Drop for Foreign {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign").join(name)
}

fn run(program: &Path, arguments: &[&str], at: &Path) -> Result<(), String> {
    let ran = Command::new(program)
        .args(arguments)
        .current_dir(at)
        .stdin(Stdio::null())
        .output();
    match ran {
        Ok(ran) if ran.status.success() => Ok(()),
        Ok(ran) => Err(String::from_utf8_lossy(&ran.stderr).into_owned()),
        Err(error) => Err(format!("{}: {error}", program.display())),
    }
}

/// A Python with discord.py, made once.
fn python() -> Result<PathBuf, String> {
    let at = folder("discord-py");
    let python = at.join("bin/python");
    if run(&python, &["-c", "import discord"], Path::new("/")).is_ok() {
        return Ok(python);
    }
    std::fs::create_dir_all(&at).map_err(|error| error.to_string())?;
    run(Path::new("python3"), &["-m", "venv", "."], &at)?;
    run(&python, &["-m", "pip", "--quiet", "install", "discord.py==2.7.1"], &at)?;
    Ok(python)
}

/// A folder with discord.js, made once.
fn node_modules() -> Result<PathBuf, String> {
    let at = folder("discord-js");
    let modules = at.join("node_modules");
    if modules.join("discord.js/package.json").exists() {
        return Ok(modules);
    }
    std::fs::create_dir_all(&at).map_err(|error| error.to_string())?;
    run(
        Path::new("npm"),
        &[
            "install",
            "--silent",
            "--no-save",
            "--prefix",
            ".",
            "discord.js@14.28.1",
        ],
        &at,
    )?;
    Ok(modules)
}

/// What could be made ready, or a word on why the test is not run.
#[expect(clippy::print_stderr, reason = "a test that is not run says so")]
fn ready<T>(made: Result<T, String>) -> Option<T> {
    match made {
        Ok(made) => Some(made),
        Err(error) if std::env::var_os("SANDBOX_FOREIGN").is_some_and(|how| how == "required") => {
            panic!("the foreign client could not be installed: {error}")
        }
        Err(error) => {
            eprintln!("NOT RUN: the foreign client could not be installed: {error}");
            None
        }
    }
}

fn start(house: &House, mut command: Command) -> Foreign {
    command
        .env("SANDBOX_URL", house.sandbox.base_url())
        .env("SANDBOX_GATEWAY", house.sandbox.gateway_url())
        .env("SANDBOX_TOKEN", house.sandbox.token())
        .stdin(Stdio::null());
    Foreign(command.spawn().unwrap())
}

/// A house that waits longer for an answer: an interpreter starts slowly beside a compiler.
async fn patient() -> House {
    let first_answer_within = chrono::TimeDelta::seconds(20);
    House::with(sandbox::Options {
        first_answer_within,
        ..Default::default()
    })
    .await
}

/// Plays the person with a bot that offers ping, think, form, edit, file and mail.
async fn works(house: &House) {
    let registered = until_within(house, START, || (house.sandbox.commands().len() == 6).then_some(()));
    registered.await;
    tokio::time::timeout(START, house.sandbox.ready()).await.unwrap();
    let leo = house.leo();
    let say = async |line: &str| leo.slash(house.general, line).await.unwrap();
    assert_eq!(say("/ping text:a").await.message().await.unwrap().content, "pong a");

    assert_eq!(say("/think").await.message().await.unwrap().content, "thought");
    until(&house.sandbox, || {
        leo.messages(house.general)
            .into_iter()
            .find(|one| one.content == "and more")
    })
    .await;

    let form = say("/form").await.answer().await.unwrap().form().unwrap();
    let sent = leo.submit(&form, &[("Your value", "42")]).await.unwrap();
    let answer = sent.message().await.unwrap();
    assert_eq!((answer.content.as_str(), answer.is_ephemeral()), ("value: 42", true));

    let edited = say("/edit").await;
    until(&house.sandbox, || {
        edited.original().filter(|one| one.content == "after")
    })
    .await;

    let with_file = say("/file").await.message().await.unwrap();
    assert_eq!(house.sandbox.file(&with_file.attachments[0]).unwrap(), b"hello");

    say("/mail").await.answer().await.unwrap();
    let direct = until(&house.sandbox, || house.sandbox.direct_channel(house.leo)).await;
    until(&house.sandbox, || {
        leo.messages(direct).into_iter().find(|one| one.content == "hello")
    })
    .await;
    leo.say(direct, "you").await.unwrap();
    until(&house.sandbox, || {
        leo.messages(direct).into_iter().find(|one| one.content == "heard you")
    })
    .await;

    resumes(house).await;
    house
        .sandbox
        .requests()
        .iter()
        .for_each(|one| assert!(one.status < 300, "{one:?}"));
}

/// The connection breaks; what was written meanwhile is heard.
async fn resumes(house: &House) {
    let leo = house.leo();
    let direct = leo.open_direct();
    let mut changes = house.sandbox.changes();
    house.sandbox.faults().drop_gateway(None);
    let gone = async { while !matches!(changes.recv().await, Ok(Change::Gateway { connected: 0 })) {} };
    tokio::time::timeout(START, gone).await.unwrap();
    leo.say(direct, "missed").await.unwrap();
    until_within(house, START, || {
        leo.messages(direct)
            .into_iter()
            .find(|one| one.content == "heard missed")
    })
    .await;
    let ping = leo.slash(house.general, "/ping text:b").await.unwrap();
    assert_eq!(ping.message().await.unwrap().content, "pong b");
}

async fn until_within<T>(house: &House, limit: Duration, mut look: impl FnMut() -> Option<T>) -> T {
    let mut changes = house.sandbox.changes();
    let wait = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            changes.recv().await.ok();
        }
    };
    tokio::time::timeout(limit, wait).await.expect("it did not happen")
}

#[tokio::test(flavor = "multi_thread")]
async fn discord_py_logs_in_and_works() {
    let Some(python) = ready(python()) else { return };
    let house = patient().await;
    let mut command = Command::new(python);
    command.arg(script("bot.py"));
    let _bot = start(&house, command);
    works(&house).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn discord_js_logs_in_and_works() {
    let Some(modules) = ready(node_modules()) else { return };
    let house = patient().await;
    let mut command = Command::new("node");
    command.arg(script("bot.cjs")).env("NODE_PATH", modules);
    let _bot = start(&house, command);
    works(&house).await;
}
