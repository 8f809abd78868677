//! Owners and deputies as a file names them: by name, by Discord's user id, or as a mention.

use std::collections::HashMap;

use super::found::{Named, Reason};
use crate::domain::id::PersonId;
use crate::domain::import::KpiRow;
use crate::domain::name::{closest, fold};
use crate::service::person;
use crate::store::person::Person;

/// Somebody a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// Somebody the bot has met.
    Known(PersonId),
    /// Discord's user id of somebody it has not met.
    Stranger(i64),
}

/// Those whom a file can name.
pub(super) struct People {
    by_user: HashMap<i64, Who>,
    by_name: HashMap<String, Vec<PersonId>>,
    names: HashMap<PersonId, String>,
    strangers: HashMap<i64, String>,
}

impl People {
    pub fn new(known: Vec<Person>, strangers: &[person::Named]) -> Self {
        let mut by_user: HashMap<i64, Who> = strangers
            .iter()
            .map(|named| (named.user, Who::Stranger(named.user)))
            .collect();
        let mut by_name: HashMap<String, Vec<PersonId>> = HashMap::new();
        let mut names = HashMap::new();
        for person in known {
            if let Some(user) = person.user {
                by_user.insert(user, Who::Known(person.id));
                by_name.entry(fold(&person.name)).or_default().push(person.id);
            }
            names.insert(person.id, person.name);
        }
        let strangers = strangers.iter().map(|named| (named.user, named.name.clone())).collect();
        Self {
            by_user,
            by_name,
            names,
            strangers,
        }
    }

    /// How somebody is called.
    pub fn name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_default()
    }

    /// How somebody is called whom the bot has not met.
    pub fn stranger(&self, user: i64) -> String {
        self.strangers.get(&user).cloned().unwrap_or_default()
    }

    /// Whom a cell names.
    pub fn find(&self, cell: &str) -> Result<Who, Reason> {
        let typed = cell.trim().trim_start_matches('@');
        let unknown = |close: Vec<String>| Reason::Unknown {
            noun: Named::Person,
            typed: typed.to_owned(),
            close,
        };
        if let Some(user) = user_id(cell) {
            return self.by_user.get(&user).copied().ok_or_else(|| unknown(Vec::new()));
        }
        match self.by_name.get(&fold(typed)).map(Vec::as_slice) {
            Some([one]) => Ok(Who::Known(*one)),
            Some(_) => Err(Reason::Ambiguous {
                noun: Named::Person,
                typed: typed.to_owned(),
            }),
            None => Err(unknown(
                closest(typed, self.names.values()).into_iter().cloned().collect(),
            )),
        }
    }
}

/// The ids in a file that belong to nobody who is known, each once.
pub(super) fn strangers(rows: &[KpiRow], known: &[Person]) -> Vec<i64> {
    let cells = rows.iter().flat_map(|row| row.owner.iter().chain(&row.deputy));
    let mut ids: Vec<i64> = cells.filter_map(|cell| user_id(cell)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| known.iter().all(|person| person.user != Some(*id)));
    ids
}

/// A Discord user id, plain or as a mention, which may follow the name: `815…`, `<@815…>`, `Maria <@815…>`.
fn user_id(cell: &str) -> Option<i64> {
    let cell = cell.trim();
    let mention = cell.strip_suffix('>').and_then(|rest| rest.rsplit_once("<@"));
    let inner = mention.map(|(_, inner)| inner);
    let digits = inner.map_or(cell, |inner| inner.trim_start_matches('!'));
    let long = (15..=20).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    long.then(|| digits.parse::<u64>().ok().map(u64::cast_signed)).flatten()
}
