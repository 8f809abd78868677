//! How an error becomes words.

use crate::discord::reply::Post;
use crate::locale::Voice;
use crate::service::Error;

/// The answer to somebody whose request failed.
#[must_use]
pub fn problem(voice: &Voice, error: &Error) -> Post {
    Post::text(reason(voice, error))
}

/// Why it failed, in a sentence.
#[must_use]
pub fn reason(_: &Voice, error: &Error) -> String {
    error.to_string()
}

/// A short reference for what broke.
#[must_use]
pub fn reference() -> String {
    format!("{:06x}", rand::random::<u32>() & 0x00ff_ffff)
}
