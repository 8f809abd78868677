//! What can be chosen about a sandbox before it starts.

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};

use crate::limit::RateLimits;
use crate::permission;

/// The variable that names a request log for every sandbox of a process.
const REQUEST_LOG: &str = "SANDBOX_REQUEST_LOG";

/// How a sandbox starts.
///
/// ```
/// use sandbox::Options;
/// let options = Options {
///     now: Some("2026-11-30T09:00:00Z".parse().unwrap()),
///     application_name: "Scribe".to_owned(),
///     ..Options::default()
/// };
/// # drop(options);
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    /// What the clock shows at the start; the machine's time when absent.
    pub now: Option<DateTime<Utc>>,
    /// The name of the application and of its bot.
    pub application_name: String,
    /// What the bot's own role allows in each server it joins.
    pub bot_permissions: u64,
    /// How hard the rate limits are.
    pub rate_limits: RateLimits,
    /// The privileged intents that are switched on for the application, as bits.
    pub privileged_intents: u64,
    /// How often the bot must send a heartbeat, in milliseconds.
    pub heartbeat_interval_ms: u64,
    /// Whether a second Identify within five seconds is an invalid session, as on Discord. Off, since
    /// a test that restarts its bot would wait.
    pub limit_identify: bool,
    /// How many shards, one of each bucket, may identify in these five seconds. Discord gives most bots 1.
    pub max_concurrency: u64,
    /// How many sessions may be started in a day: Discord's thousand. One more ends all sessions and voids the token.
    pub session_starts: usize,
    /// How many shards the bot needs at least, as Discord asks of bots in 2500 servers and more; fewer are closed
    /// with 4011.
    pub shards_required: u64,
    /// How many answers with 401, 403 or 429 in ten minutes are a ban of ten minutes: Discord's ten thousand.
    pub invalid_requests: usize,
    /// Whether a body with a field that Discord does not know is refused (50035, `UNKNOWN_FIELD`). Discord passes
    /// over such fields, so this is off; it finds misspelt ones.
    pub strict_fields: bool,
    /// How long a bot has for its first answer to an interaction: Discord's three seconds. More is
    /// for tests on a machine so busy that a slow bot would be late without a fault of its own.
    pub first_answer_within: TimeDelta,
    /// A file to which each REST request and its answer are appended, one JSON object a line. Several sandboxes,
    /// also of several processes, may share it. The default is what `SANDBOX_REQUEST_LOG` names: best an absolute
    /// path, since `cargo test` runs the tests of each package in its own folder.
    pub request_log: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            now: None,
            application_name: "Sandbox Bot".to_owned(),
            bot_permissions: permission::EVERYONE_DEFAULT,
            rate_limits: RateLimits::Generous,
            privileged_intents: 0,
            heartbeat_interval_ms: 41_250,
            limit_identify: false,
            max_concurrency: 1,
            session_starts: 1000,
            shards_required: 1,
            invalid_requests: 10_000,
            strict_fields: false,
            first_answer_within: TimeDelta::seconds(3),
            request_log: std::env::var_os(REQUEST_LOG).map(PathBuf::from),
        }
    }
}
