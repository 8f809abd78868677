//! A notice becomes a message.

use super::{alert, ask, digest, import, summary};
use crate::discord::reply::Post;
use crate::locale::{Voice, Words};
use crate::service::notice::{Content, Delivery};

/// The message of a notice, in the language of whom it is for.
pub fn post(delivery: &Delivery) -> Post {
    let voice = Voice::new(Words::of(&delivery.locale), delivery.number_format);
    match &delivery.content {
        Content::Ask(asked) => ask::ask(&voice, asked),
        Content::Alert(content) => alert::alert(&voice, content),
        Content::Recovered(content) => alert::recovered(&voice, content),
        Content::ImportAlerts(content) => import::alerts(&voice, content),
        Content::Digest(content) => digest::digest(&voice, content),
        Content::Closed(content) => digest::closed(&voice, content),
        Content::Summary(posted) => summary::posted(&voice, posted),
    }
}
