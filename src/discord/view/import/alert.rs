//! What an import made of the KPIs of a team channel: one message, however many there are.

use serenity::all::{CreateActionRow, UserId};

use crate::discord::reply::Post;
use crate::discord::view::alert::{answer_line, choose_one};
use crate::discord::view::{cut, embed, listed};
use crate::domain::score::Status;
use crate::domain::target::{Gap, gap};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::alert::{ImportAlert, ImportAlerts, Outcome};

/// How many owners are mentioned; all of them are named.
const MENTIONED: usize = 20;

/// How long each of the two lists can be: together within what one message takes.
const LIST: usize = 2_800;

/// The message.
pub fn alerts(voice: &Voice, list: &ImportAlerts) -> Post {
    let mut post = Post::default();
    let open = list.slipped.iter().filter(|alert| alert.outcome == Outcome::Open);
    let mut owners: Vec<UserId> = Vec::new();
    for (_, user) in open.filter_map(|alert| alert.owner.as_ref()) {
        let owner = user.map(|user| UserId::new(user.cast_unsigned()));
        owners.extend(owner.filter(|owner| !owners.contains(owner)));
    }
    owners.truncate(MENTIONED);
    post.content = owners
        .iter()
        .map(|owner| format!("<@{owner}>"))
        .collect::<Vec<_>>()
        .join(" ");
    post.mentions = owners;
    if !list.slipped.is_empty() {
        let text = section(voice, "import-alerts-off-target", (&list.slipped, list.slipped_more));
        post = post.embed(embed(Status::OffTarget, text));
    }
    if let Some(row) = choose(voice, list) {
        post = post.row(row);
    }
    if !list.recovered.is_empty() {
        let text = section(voice, "import-alerts-recovered", (&list.recovered, list.recovered_more));
        post = post.embed(embed(Status::OnTarget, text));
    }
    post
}

/// The slips that can be answered, to choose one.
fn choose(voice: &Voice, list: &ImportAlerts) -> Option<CreateActionRow> {
    let open = list.slipped.iter().filter(|alert| alert.outcome == Outcome::Open);
    let named: Vec<_> = open.map(|alert| (alert.alert, alert.kpi.name.to_string())).collect();
    choose_one(voice, &named)
}

fn section(voice: &Voice, key: &str, (alerts, more): (&[ImportAlert], usize)) -> String {
    let count = alerts.len() + more;
    let heading = say!(voice.words, key, count = count);
    let mut lines = vec![heading];
    lines.extend(alerts.iter().map(|alert| line(voice, alert)));
    cut(&lines, LIST, |left| say!(voice.words, "list-more", count = left + more))
}

/// `**Customer churn** 3.4 % in November 2026, target 2.0 %, 1.4 points too high · Maria`.
fn line(voice: &Voice, alert: &ImportAlert) -> String {
    let kpi = &alert.kpi;
    let gap = match gap(alert.value, &alert.rule) {
        Some(Gap::TooHigh(by)) => say!(voice.words, "alert-too-high", by = voice.gap(kpi, by)),
        Some(Gap::TooLow(by)) => say!(voice.words, "alert-too-low", by = voice.gap(kpi, by)),
        Some(Gap::Met { .. }) | None => String::new(),
    };
    let owner = alert.owner.as_ref().map(|(name, _)| format!(" · {}", escape(name)));
    let key = match (alert.outcome, alert.status) {
        (Outcome::Withdrawn, _) => "import-alert-withdrawn",
        (Outcome::Retargeted, _) => "import-alert-retargeted",
        (Outcome::Archived, _) => "import-alert-archived",
        (Outcome::Open, Status::OffTarget) | (Outcome::Resolved, _) => "import-alert-line",
        (Outcome::Open, _) => "import-alert-still-open",
    };
    let answer = alert.answer.as_ref().filter(|_| alert.outcome == Outcome::Open);
    let answer = answer.map_or_else(String::new, |answer| format!(" · {}", answer_line(voice, answer)));
    let said = say!(
        voice.words,
        key,
        name = listed(kpi.name.as_str()),
        value = voice.value(kpi, alert.value, Some(&alert.rule)),
        period = voice.period(alert.period, alert.fiscal),
        target = voice.target(kpi, &alert.rule),
        status = voice.status(alert.status),
        gap = gap,
        owner = owner.unwrap_or_default(),
        by = alert
            .retargeted
            .map(|rule| voice.target(kpi, &rule))
            .unwrap_or_default(),
    );
    format!("{said}{answer}")
}
