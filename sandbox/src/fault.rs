//! Trouble on request: failing routes, delays, cut connections, a gateway that drops, an outage.

mod hold;

use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::gateway::Down;
use crate::sandbox::Inner;
use hold::Gate;

pub use hold::Hold;

/// What happens to a request.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    Status(u16),
    /// A limit that everybody shares was reached, for so long.
    Shared(Duration),
    Delay(Duration),
    CutBefore,
    CutAfter,
    HoldBefore(Gate),
    HoldAfter(Gate),
}

impl Fault {
    /// Its name in the request log.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Status(_) | Self::Shared(_) => "status",
            Self::Delay(_) => "delay",
            Self::CutBefore => "cut before",
            Self::CutAfter => "cut after",
            Self::HoldBefore(_) => "hold before",
            Self::HoldAfter(_) => "hold after",
        }
    }
}

#[derive(Debug)]
struct Rule {
    method: String,
    path_part: String,
    left: u32,
    fault: Fault,
}

#[derive(Debug, Default)]
struct Shared {
    rules: Vec<Rule>,
    gateway_refused: bool,
    gateway_frozen: bool,
    outage: bool,
    outages: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

/// Causes trouble. Each fault of a route wears off after its number of requests.
///
/// ```no_run
/// # fn example(sandbox: &sandbox::Sandbox) {
/// // The next two messages are answered with 503, the third one is taken but its answer is lost.
/// sandbox.faults().fail("POST", "/messages", 503, 2);
/// sandbox.faults().cut_after("POST", "/messages", 1);
/// // The connection breaks; the bot is expected to resume.
/// sandbox.faults().drop_gateway(None);
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Faults {
    shared: Arc<Mutex<Shared>>,
    inner: Arc<OnceLock<Weak<Inner>>>,
}

impl Faults {
    pub(crate) fn attach(&self, inner: &Arc<Inner>) {
        self.inner.set(Arc::downgrade(inner)).ok();
    }

    /// Answers the next `times` requests with `status`, without acting. `path_part` is looked for in the
    /// path after `/api/v10`; an empty method means any. A 429 is a [shared](Self::limit_shared) one of half a second.
    pub fn fail(&self, method: &str, path_part: &str, status: u16, times: u32) {
        match status {
            429 => self.limit_shared(method, path_part, Duration::from_millis(500), times),
            status => self.add(method, path_part, times, Fault::Status(status)),
        }
    }

    /// Answers the next `times` requests with 429, as if others had used up a limit that everybody shares. It does
    /// not count towards the ban.
    pub fn limit_shared(&self, method: &str, path_part: &str, retry_after: Duration, times: u32) {
        self.add(method, path_part, times, Fault::Shared(retry_after));
    }

    /// Waits before it handles the next `times` requests.
    pub fn delay(&self, method: &str, path_part: &str, delay: Duration, times: u32) {
        self.add(method, path_part, times, Fault::Delay(delay));
    }

    /// Cuts the connection of the next `times` requests, without acting.
    pub fn cut_before(&self, method: &str, path_part: &str, times: u32) {
        self.add(method, path_part, times, Fault::CutBefore);
    }

    /// Acts on the next `times` requests, and cuts the connection instead of answering.
    pub fn cut_after(&self, method: &str, path_part: &str, times: u32) {
        self.add(method, path_part, times, Fault::CutAfter);
    }

    /// Takes the next request and keeps it, without acting, until the hold is released; where it is dropped, the connection
    /// is cut, and the sandbox never acts.
    pub fn hold_before(&self, method: &str, path_part: &str) -> Hold {
        let (hold, gate) = hold::pair();
        self.add(method, path_part, 1, Fault::HoldBefore(gate));
        hold
    }

    /// Acts on the next request, and keeps the answer back until the hold is released; where it is dropped, the connection is
    /// cut.
    pub fn hold_after(&self, method: &str, path_part: &str) -> Hold {
        let (hold, gate) = hold::pair();
        self.add(method, path_part, 1, Fault::HoldAfter(gate));
        hold
    }

    /// Closes all gateway connections: with a code, or by cutting them.
    pub fn drop_gateway(&self, code: Option<u16>) {
        self.tell_sessions(&code.map_or(Down::Cut, Down::Close));
    }

    /// Asks all sessions to reconnect and resume (opcode 7).
    pub fn reconnect(&self) {
        self.tell_sessions(&Down::Payload(
            json!({ "op": 7, "d": null, "s": null, "t": null }).to_string(),
        ));
    }

    /// Declares all sessions invalid (opcode 9); with `resumable` they may be resumed.
    pub fn invalidate(&self, resumable: bool) {
        self.tell_sessions(&Down::Payload(
            json!({ "op": 9, "d": resumable, "s": null, "t": null }).to_string(),
        ));
        if !resumable {
            self.forget_sessions();
        }
    }

    /// Forgets all sessions, so that none can be resumed.
    pub fn forget_sessions(&self) {
        if let Some(inner) = self.inner() {
            let mut state = inner.state();
            state.sessions.forget_all();
            inner.connected.send_replace(state.sessions.connected());
        }
    }

    /// Refuses new gateway connections, or takes them again.
    pub fn refuse_gateway(&self, refuse: bool) {
        self.shared().gateway_refused = refuse;
    }

    /// The gateway neither says nor hears anything, not even heartbeats, until it is thawed.
    pub fn freeze_gateway(&self, frozen: bool) {
        self.shared().gateway_frozen = frozen;
        self.tell_sessions(&Down::Freeze(frozen));
    }

    /// Discord is down: connections are cut and refused, until the outage ends.
    pub fn outage(&self, down: bool) {
        self.shared().outage = down;
        if down && let Some(inner) = self.inner() {
            inner.links.cut_all();
        }
    }

    /// Discord is down whenever the sandbox's clock is between these times. When a move of the
    /// clock begins it, all connections are cut.
    pub fn outage_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) {
        self.shared().outages.push((from, to));
    }

    /// All is well again, but for what was already lost.
    pub fn clear(&self) {
        *self.shared() = Shared::default();
        self.tell_sessions(&Down::Freeze(false));
    }

    /// The fault for this request, used up by asking.
    pub(crate) fn for_request(&self, method: &str, path: &str) -> Option<Fault> {
        if self.is_down() {
            return Some(Fault::CutBefore);
        }
        let mut shared = self.shared();
        let fits = |rule: &Rule| (rule.method.is_empty() || rule.method == method) && path.contains(&rule.path_part);
        let place = shared.rules.iter().position(fits)?;
        let rule = &mut shared.rules[place];
        rule.left -= 1;
        let fault = rule.fault.clone();
        if rule.left == 0 {
            shared.rules.remove(place);
        }
        Some(fault)
    }

    pub(crate) fn refuses_gateway(&self) -> bool {
        self.is_down() || self.shared().gateway_refused
    }

    pub(crate) fn is_down(&self) -> bool {
        let now = self.inner().map(|inner| inner.clock.now());
        let shared = self.shared();
        let within = |(from, to): &(_, _)| now.is_some_and(|now| (from..to).contains(&&now));
        shared.outage || shared.outages.iter().any(within)
    }

    pub(crate) fn freezes_gateway(&self) -> bool {
        self.shared().gateway_frozen
    }

    fn add(&self, method: &str, path_part: &str, times: u32, fault: Fault) {
        if times > 0 {
            let rule = Rule {
                method: method.to_uppercase(),
                path_part: path_part.to_owned(),
                left: times,
                fault,
            };
            self.shared().rules.push(rule);
        }
    }

    fn shared(&self) -> std::sync::MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn inner(&self) -> Option<Arc<Inner>> {
        self.inner.get().and_then(Weak::upgrade)
    }

    fn tell_sessions(&self, down: &Down) {
        if let Some(inner) = self.inner() {
            inner.state().sessions.send_all(down);
        }
    }
}
