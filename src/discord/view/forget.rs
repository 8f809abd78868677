//! What is forgotten of a person and what stays, before and after.

use serenity::all::ButtonStyle;

use super::{button, buttons};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::locale::{Voice, escape};
use crate::say;

/// What a second press would do.
pub fn asked(voice: &Voice, server: &str) -> Post {
    let words = voice.words;
    let press = button(Id::Forget, words.say("forget-button", &[]), ButtonStyle::Danger);
    Post::text(say!(words, "forget-asked", server = escape(server))).row(buttons(vec![press]))
}

/// It is done.
pub fn done(voice: &Voice, server: &str) -> Post {
    Post::text(say!(voice.words, "forget-done", server = escape(server)))
}
