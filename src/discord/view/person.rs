//! People as others read of them. Called by the views that list whose something is.

use crate::locale::{Words, escape};
use crate::say;
use crate::service::person::{Presence, Who};

/// Somebody's name, with a word where they are no longer in the server.
pub fn who(words: Words, who: &Who) -> String {
    let name = escape(&who.name);
    match who.presence {
        Presence::Here => name.into_owned(),
        Presence::Left => say!(words, "person-left", name = name),
    }
}

/// The same, or the word for nobody.
pub fn who_or_none(words: Words, someone: Option<&Who>) -> String {
    someone.map_or_else(|| super::or_none(words, None), |someone| who(words, someone))
}
