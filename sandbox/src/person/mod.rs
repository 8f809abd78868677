//! People: what a person can do in Discord's client, and what the client would not let them do.

mod act;
mod answer;
mod choose;
mod command;
mod component;
mod form;
mod line;
mod menu;
mod option;
mod refusal;
mod resolve;
mod start;
mod submit;

use std::fmt;
use std::sync::Arc;

pub use act::File;
pub use answer::{Answer, Choice, Interaction};
pub use form::{Field, FieldKind, Form, FormValue};
pub use refusal::{ClientRefusal, NoAnswer};

use crate::id::Id;
use crate::sandbox::Inner;

/// The hands and eyes of a person: it does only what Discord's client lets a person do.
#[derive(Clone)]
pub struct Person {
    inner: Arc<Inner>,
    id: Id,
}

impl Person {
    pub(crate) fn new(inner: &Arc<Inner>, id: Id) -> Self {
        Self {
            inner: Arc::clone(inner),
            id,
        }
    }

    /// Who it is.
    #[must_use]
    pub const fn id(&self) -> Id {
        self.id
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Person").field(&self.id).finish()
    }
}
