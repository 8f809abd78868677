//! Forms the bot opened for somebody on the page, kept until they are sent or pushed out by newer ones.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use sandbox::{Form, Id};

/// How many are kept.
const KEPT: usize = 64;

/// The open forms.
#[derive(Debug, Default)]
pub struct Forms {
    open: Mutex<VecDeque<(Id, Id, Form)>>,
}

impl Forms {
    /// Keeps the form that answered the interaction `id` of `person`.
    pub fn keep(&self, id: Id, person: Id, form: Form) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.push_back((id, person, form));
        while open.len() > KEPT {
            open.pop_front();
        }
    }

    /// The form, if this person has it open.
    pub fn find(&self, id: Id, person: Id) -> Option<Form> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.iter()
            .find(|(one, whose, _)| *one == id && *whose == person)
            .map(|(_, _, form)| form.clone())
    }
}
