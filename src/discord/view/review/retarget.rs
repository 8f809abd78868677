//! A target that was changed after its period had begun, or by the KPI's own owner.

use crate::discord::view::{NAME_IN_LIST, bold};
use crate::domain::name::shorten_middle;
use crate::domain::score::Rule;
use crate::locale::{Voice, day, escape};
use crate::say;
use crate::service::review::{Progress, Retargeted};

/// `**Customer churn** target 2.0 % → 3.0 % · Maria, its owner, 9 December 2026, when the period was over: “…”`.
pub fn line(voice: &Voice, changed: &Retargeted) -> String {
    let words = voice.words;
    let kpi = bold(&shorten_middle(changed.kpi.name.as_str(), NAME_IN_LIST));
    let (before, after) = rules(voice, changed);
    let key = match changed.when {
        Progress::Ahead => "retarget-ahead",
        Progress::Begun => "retarget-begun",
        Progress::Over => "retarget-over",
    };
    let person = if changed.own {
        say!(words, "retarget-owner", person = escape(&changed.by))
    } else {
        escape(&changed.by).into_owned()
    };
    let mut line = say!(
        words,
        key,
        kpi = kpi,
        before = before,
        after = after,
        person = person,
        day = day(changed.at)
    );
    if let Some(reason) = &changed.reason {
        line.push_str(&say!(words, "retarget-reason", reason = escape(reason)));
    }
    line
}

/// The target before and after; the red flag with it where only that was changed.
fn rules(voice: &Voice, changed: &Retargeted) -> (String, String) {
    let words = voice.words;
    let target = |rule: &Rule| voice.target(&changed.kpi, rule);
    let Some(after) = &changed.after else {
        return (target(&changed.before), words.say("value-none", &[]));
    };
    if target(&changed.before) != target(after) {
        return (target(&changed.before), target(after));
    }
    let full = |rule: &Rule| match voice.red_flag(&changed.kpi, rule) {
        Some(red) => say!(words, "retarget-red", target = target(rule), red = red),
        None => target(rule),
    };
    (full(&changed.before), full(after))
}
