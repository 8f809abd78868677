//! Sessions: what a bot identified as, the events it was sent, and what is kept for a resume.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::Event;

/// How many events a session keeps for a resume.
const KEPT: usize = 5000;
/// How long a session waits for a resume.
const LIFE: Duration = Duration::from_mins(5);

/// What goes down to a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Down {
    /// A payload, already written.
    Payload(String),
    /// A close frame with this code.
    Close(u16),
    /// The connection breaks without a word.
    Cut,
    /// Nothing is sent or answered until it is thawed.
    Freeze(bool),
}

/// One identified session.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) shard: (u64, u64),
    pub(crate) intents: u64,
    seq: u64,
    sent: VecDeque<(u64, String)>,
    link: Option<UnboundedSender<Down>>,
    left: Instant,
}

impl Session {
    pub(crate) fn new(id: String, shard: (u64, u64), intents: u64, link: UnboundedSender<Down>) -> Self {
        Self {
            id,
            shard,
            intents,
            seq: 0,
            sent: VecDeque::new(),
            link: Some(link),
            left: Instant::now(),
        }
    }

    /// Numbers the event, keeps it, and sends it when the session is connected.
    pub(crate) fn push(&mut self, name: &str, data: &Value) {
        self.seq += 1;
        let payload = json!({ "op": 0, "s": self.seq, "t": name, "d": data }).to_string();
        self.send(Down::Payload(payload.clone()));
        self.sent.push_back((self.seq, payload));
        if self.sent.len() > KEPT {
            self.sent.pop_front();
        }
    }

    fn send(&self, down: Down) {
        if let Some(link) = &self.link {
            link.send(down).ok();
        }
    }

    /// Whether everything after `seq` is still kept.
    fn keeps_after(&self, seq: u64) -> bool {
        let first = self.sent.front().map_or(self.seq + 1, |(seq, _)| *seq);
        seq + 1 >= first
    }
}

/// All sessions of the bot.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    all: Vec<Session>,
}

/// How an attempt to resume ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resumed {
    Yes,
    UnknownSession,
    BadSequence,
}

impl Sessions {
    pub(crate) fn dispatch(&mut self, event: &Event) {
        self.all
            .retain(|session| session.link.is_some() || session.left.elapsed() < LIFE);
        for session in &mut self.all {
            if event.is_for(session.intents, session.shard) {
                let data = event.data_for(session.intents);
                session.push(event.name, &data);
            }
        }
    }

    /// Sends to one session only.
    pub(crate) fn push_to(&mut self, id: &str, name: &str, data: &Value) {
        if let Some(session) = self.all.iter_mut().find(|session| session.id == id) {
            session.push(name, data);
        }
    }

    pub(crate) fn add(&mut self, session: Session) -> &mut Session {
        let place = self.all.len();
        self.all.push(session);
        &mut self.all[place]
    }

    /// Connects the session to a new link and replays what it missed.
    pub(crate) fn resume(&mut self, id: &str, seq: u64, link: UnboundedSender<Down>) -> Resumed {
        let Some(session) = self.all.iter_mut().find(|session| session.id == id) else {
            return Resumed::UnknownSession;
        };
        if seq > session.seq {
            return Resumed::BadSequence;
        }
        if !session.keeps_after(seq) {
            self.forget(id);
            return Resumed::UnknownSession;
        }
        if let Some(old) = session.link.take() {
            old.send(Down::Close(4000)).ok();
        }
        session.link = Some(link);
        for (_, payload) in session.sent.iter().filter(|(kept, _)| *kept > seq) {
            session.send(Down::Payload(payload.clone()));
        }
        session.push("RESUMED", &json!({ "_trace": ["sandbox"] }));
        Resumed::Yes
    }

    /// The connection is gone; the session waits for a resume, or ends.
    pub(crate) fn disconnected(&mut self, id: &str, link: &UnboundedSender<Down>, ended: bool) {
        let is_it =
            |session: &Session| session.id == id && session.link.as_ref().is_some_and(|own| own.same_channel(link));
        if ended {
            self.all.retain(|session| !is_it(session));
        } else if let Some(session) = self.all.iter_mut().find(|session| is_it(session)) {
            session.link = None;
            session.left = Instant::now();
        }
    }

    pub(crate) fn forget(&mut self, id: &str) {
        self.all.retain(|session| session.id != id);
    }

    pub(crate) fn forget_all(&mut self) {
        self.all.clear();
    }

    pub(crate) fn send_all(&self, down: &Down) {
        for session in &self.all {
            session.send(down.clone());
        }
    }

    pub(crate) fn connected(&self) -> usize {
        self.all.iter().filter(|session| session.link.is_some()).count()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::mpsc::unbounded_channel;

    #[test]
    fn a_session_that_missed_more_than_is_kept_is_unknown() {
        let check = |missed: u64, wanted: Resumed| {
            let mut sessions = Sessions::default();
            let (link, _down) = unbounded_channel();
            let session = sessions.add(Session::new("a".to_owned(), (0, 1), 0, link.clone()));
            (0..missed).for_each(|_| session.push("TYPING_START", &Value::Null));
            assert!(session.sent.len() <= KEPT);
            assert_eq!(sessions.resume("a", 0, link), wanted, "{missed}");
        };
        check(KEPT as u64, Resumed::Yes);
        check(KEPT as u64 + 1, Resumed::UnknownSession);
    }
}
