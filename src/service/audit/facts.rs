//! What there is to say about each noun, field by field, so that two states of it can be compared.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::audit::{Fact, Facts};
use crate::domain::cycle::{BusinessCalendar, CycleRules, When};
use crate::domain::target::DatedTarget;
use crate::service::{kpi, objective};
use crate::store::decision::Decision;
use crate::store::initiative::Initiative;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;
use crate::store::server::Server;

/// A scorecard's fields.
pub fn scorecard(card: &Scorecard) -> Facts {
    vec![
        ("name", Some(card.name.as_str().into())),
        ("level", Some(Fact::word(card.level.as_str()))),
        ("parent", card.parent.map(Fact::Scorecard)),
        ("channel", card.channel.map(Fact::Channel)),
        ("visibility", Some(Fact::word(card.visibility.as_str()))),
        ("person", card.person.map(Fact::from)),
        ("manager", Some(card.manager.into())),
        ("sponsor", card.sponsor.map(Fact::from)),
        ("time-zone", Some(card.time_zone.as_str().into())),
        ("fiscal-start", Some(Decimal::from(card.fiscal_start.month()).into())),
        ("review", Some(Fact::word(card.review_cycle.as_str()))),
        ("red-note", Some(Fact::word(card.red_note.as_str()))),
        ("vision", text(card.vision.as_deref())),
        ("mission", text(card.mission.as_deref())),
    ]
}

/// When the steps of a scorecard's reviews are taken.
pub fn schedule(rules: &CycleRules) -> Facts {
    let when = |when: When| Some(Fact::Text(when.to_string()));
    vec![
        ("prompt", when(rules.prompt)),
        ("due", when(rules.due)),
        ("digest", when(rules.digest)),
        (
            "early",
            Some(Fact::Word(if rules.early { "yes" } else { "no" }.to_owned())),
        ),
        ("meeting", rules.meeting.and_then(when)),
    ]
}

/// What one calendar has and another one has not.
pub fn calendar(one: &BusinessCalendar, other: &BusinessCalendar) -> Facts {
    let days: Vec<String> = one
        .holidays
        .difference(&other.holidays)
        .map(NaiveDate::to_string)
        .collect();
    vec![
        ("quiet-hours", one.quiet.map(|quiet| Fact::Text(quiet.to_string()))),
        ("holidays", (!days.is_empty()).then(|| Fact::Text(days.join(", ")))),
    ]
}

/// A perspective's fields.
pub fn perspective(perspective: &Perspective) -> Facts {
    vec![
        ("name", Some(perspective.name.as_str().into())),
        ("weight", Some(perspective.weight.into())),
        ("place", Some(Decimal::from(perspective.position + 1).into())),
    ]
}

/// A decision's fields.
pub fn decision(told: &Decision) -> Facts {
    vec![
        ("about", text(told.about.as_deref())),
        ("owner", told.owner.map(Fact::from)),
        ("due-on", told.due_on.map(Fact::Day)),
        ("outcome", text(told.outcome.as_deref())),
    ]
}

/// An initiative's fields.
pub fn initiative(one: &Initiative) -> Facts {
    vec![
        ("name", Some(one.name.as_str().into())),
        ("about", Some(one.about.as_str().into())),
        ("owner", Some(one.owner.into())),
        ("status", Some(Fact::word(one.status.as_str()))),
        ("percent", Some(Decimal::from(one.percent).into())),
        ("start", one.start_on.map(Fact::Day)),
        ("due-on", one.due_on.map(Fact::Day)),
        ("budget", one.budget().map(Fact::from)),
        ("spent", one.spent().map(Fact::from)),
        ("effect", text(one.effect.as_deref())),
    ]
}

/// An objective's fields.
pub fn objective(shown: &objective::Shown) -> Facts {
    let objective = &shown.objective;
    vec![
        ("name", Some(objective.name.as_str().into())),
        ("perspective", Some(shown.perspective.as_str().into())),
        ("description", text(objective.description.as_deref())),
        ("owner", objective.owner.map(Fact::from)),
        ("weight", Some(objective.weight.into())),
    ]
}

/// Whether an objective drives another, and after how many periods that shows.
pub fn drive(shown: &objective::Shown, effect: &str) -> Facts {
    let arrow = shown.drives.iter().find(|(name, _)| name == effect);
    vec![
        ("drives", arrow.map(|(name, _)| name.as_str().into())),
        ("lag", arrow.map(|(_, lag)| Decimal::from(*lag).into())),
    ]
}

/// Whether an objective is fed by another one of a scorecard, and what that weighs.
pub fn feed(shown: &objective::Shown, (source, scorecard): (&str, &str)) -> Facts {
    let of = |fed: &&objective::Fed| (fed.name.as_str(), fed.scorecard.as_str()) == (source, scorecard);
    let found = shown.fed_by.iter().find(of);
    let written = found.map(|fed| format!("{} · {} × {}", fed.name, fed.scorecard, fed.weight));
    vec![("fed-by", written.map(Fact::Text))]
}

/// A KPI's fields, without its targets.
pub fn kpi(shown: &kpi::Shown) -> Facts {
    let placed = &shown.placed;
    let kpi = &placed.kpi;
    let unit = Some(kpi.unit.as_str()).filter(|unit| !unit.is_empty());
    vec![
        ("name", Some(kpi.name.as_str().into())),
        ("key", Some(kpi.key.as_str().into())),
        ("objective", Some(shown.objective.as_str().into())),
        ("owner", placed.owner.map(Fact::from)),
        ("deputy", placed.deputy.map(Fact::from)),
        ("weight", Some(placed.weight.into())),
        ("unit", text(unit)),
        ("decimals", Some(Decimal::from(kpi.decimals).into())),
        ("direction", Some(Fact::word(kpi.direction.as_str()))),
        ("frequency", Some(Fact::word(kpi.frequency.as_str()))),
        ("aggregation", Some(Fact::word(kpi.aggregation.as_str()))),
        ("indicator", Some(Fact::word(kpi.indicator.as_str()))),
        ("baseline", kpi.baseline.map(Fact::from)),
        ("best-possible", Some(yes_no(kpi.best_possible))),
        (
            "formula",
            shown.formulas.last().and_then(|written| text(written.text.as_deref())),
        ),
        ("carry-forward", Some(yes_no(kpi.carry_forward))),
        ("entered-ytd", Some(yes_no(kpi.entered_ytd))),
        ("available-on", kpi.available_on.map(|day| Decimal::from(day).into())),
    ]
}

/// The numbers of a target.
pub fn target(dated: Option<&DatedTarget>) -> Facts {
    let spec = dated.map(|dated| dated.spec).unwrap_or_default();
    vec![
        ("target", spec.target.map(Fact::from)),
        ("red-flag", spec.red.map(Fact::from)),
        ("target-low", spec.low.map(Fact::from)),
        ("target-high", spec.high.map(Fact::from)),
        ("red-low", spec.red_low.map(Fact::from)),
        ("red-high", spec.red_high.map(Fact::from)),
    ]
}

/// How much of each kind a file or a ready set brought into a scorecard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// Perspectives that were made.
    pub perspectives: usize,
    /// Objectives that were made.
    pub objectives: usize,
    /// KPIs that were made.
    pub kpis: usize,
    /// KPIs that were changed.
    pub kpis_changed: usize,
    /// Targets that were set.
    pub targets: usize,
    /// Links that were drawn.
    pub links: usize,
}

impl Brought {
    /// Whether it is nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How much was brought into a scorecard, without what there was none of.
pub fn brought(brought: &Brought) -> Facts {
    let count = |count: usize| (count > 0).then(|| Decimal::from(count).into());
    vec![
        ("perspectives-made", count(brought.perspectives)),
        ("objectives-made", count(brought.objectives)),
        ("kpis-made", count(brought.kpis)),
        ("kpis-changed", count(brought.kpis_changed)),
        ("targets-set", count(brought.targets)),
        ("links-made", count(brought.links)),
    ]
}

/// A server's settings.
pub fn settings(server: &Server) -> Facts {
    vec![
        ("number-format", Some(Fact::word(server.number_format.as_str()))),
        ("time-zone", Some(server.time_zone.as_str().into())),
        ("fiscal-start", Some(Decimal::from(server.fiscal_start.month()).into())),
        ("administrator-role", server.admin_role.map(Fact::Role)),
        ("coverage-floor", Some(Decimal::from(server.coverage_floor).into())),
        ("alert-wait", Some(Decimal::from(server.alert_wait_s).into())),
        ("pictures", Some(Fact::word(server.theme.as_str()))),
    ]
}

fn text(text: Option<&str>) -> Option<Fact> {
    text.map(Fact::from)
}

fn yes_no(yes: bool) -> Fact {
    Fact::word(if yes { "yes" } else { "no" })
}
