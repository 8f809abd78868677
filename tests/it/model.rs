//! Random people give random commands in two servers, and a plain model in memory says what each answer must be: every
//! number in it, and that nobody was shown what is not theirs to see.

mod book;
mod fraction;
mod play;
mod say;

use play::Play;

/// How many commands are given: a sample, or with `FULL` set as many as the promise is about.
fn commands() -> u32 {
    if std::env::var_os("FULL").is_some() {
        100_000
    } else {
        1_000
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_and_every_number_is_what_a_plain_model_says() {
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(7);
    let mut play = Play::begin(seed).await;
    let commands = commands();
    for at in 0..commands {
        play.step(at, commands).await;
    }
    play.end().await;
}
