//! What weakens a scorecard: a list to work off, not a judgement.

use std::collections::{BTreeMap, HashSet};

use crate::domain::id::PersonId;
use crate::domain::kpi::Indicator;
use crate::domain::period::Period;
use crate::domain::score::Status;
use crate::domain::scorecard::MANY_KPIS;
use crate::domain::target::{Judged, rule_in};
use crate::service::summary::Contents;
use crate::service::{Actor, Result, Services, access, scorecard};
use crate::store::kpi::Placed;
use crate::store::objective::feed::Feed;
use crate::store::objective::{Drive, Objective};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};
use chrono::{DateTime, Utc};

/// For so many periods on target a KPI has stopped to say anything.
pub const LONG_GREEN: usize = 8;

/// Something that weakens a scorecard, with the names of what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weakness {
    /// It has more KPIs than can be reviewed.
    ManyKpis(usize),
    /// Objectives that nothing measures or feeds.
    Unmeasured(Vec<String>),
    /// Objectives that drive nothing and that nothing drives.
    Unlinked(Vec<String>),
    /// Objectives without a leading KPI.
    OnlyLagging(Vec<String>),
    /// KPIs without an owner, or whose owner left.
    Ownerless(Vec<String>),
    /// KPIs that never had a value.
    NeverUpdated(Vec<String>),
    /// KPIs that were on target for [`LONG_GREEN`] periods in a row.
    AlwaysGreen(Vec<String>),
    /// It is part of no other scorecard though there are others.
    Apart,
    /// None of its objectives feeds the scorecard above it, by name.
    FeedsNothing(String),
}

/// Lists what weakens a scorecard.
pub async fn check(
    services: &Services,
    viewer: &Actor,
    typed: Option<&str>,
    channel: Option<i64>,
) -> Result<(Scorecard, Vec<Weakness>)> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    let all = access::scorecards(&mut reader, viewer).await?;
    let contents = Contents::load(&mut reader, viewer.server, &card, store::PRESENT).await?;
    let drives = store::objective::drives(&mut reader, viewer.server).await?;
    let fed = store::objective::feed::into(&mut reader, viewer.server, card.id, store::PRESENT).await?;
    let mut found = of_objectives(&contents, &drives, &fed);
    let gone = store::person::gone(&mut reader, viewer.server).await?;
    found.extend(of_kpis((&contents, &gone), &card, services.now()));
    let above = |other: &Scorecard| other.parent == Some(card.id);
    if card.parent.is_none() && all.len() > 1 && !all.iter().any(above) {
        found.push(Weakness::Apart);
    }
    found.extend(feeds_nothing(&mut reader, viewer, (&card, &all)).await?);
    found.retain(|weakness| !weakness.is_empty());
    Ok((card, found))
}

impl Weakness {
    fn is_empty(&self) -> bool {
        match self {
            Self::ManyKpis(count) => *count <= MANY_KPIS,
            Self::Unmeasured(names)
            | Self::Unlinked(names)
            | Self::OnlyLagging(names)
            | Self::Ownerless(names)
            | Self::NeverUpdated(names)
            | Self::AlwaysGreen(names) => names.is_empty(),
            Self::Apart | Self::FeedsNothing(_) => false,
        }
    }
}

/// Whether there is a scorecard above of which no objective is fed by one of this.
async fn feeds_nothing(
    connection: &mut Connection,
    viewer: &Actor,
    (card, all): (&Scorecard, &[Scorecard]),
) -> Result<Option<Weakness>> {
    let Some(parent) = all.iter().find(|other| Some(other.id) == card.parent) else {
        return Ok(None);
    };
    let feeds = store::objective::feed::from(connection, viewer.server, card.id).await?;
    Ok((!feeds).then(|| Weakness::FeedsNothing(parent.name.clone())))
}

fn of_objectives(contents: &Contents, drives: &[Drive], feeds: &[Feed]) -> Vec<Weakness> {
    let named = |weak: &dyn Fn(&Objective) -> bool| -> Vec<String> {
        let weak = contents.objectives.iter().filter(|objective| weak(objective));
        weak.map(|objective| objective.name.clone()).collect()
    };
    let measures = |objective: &Objective, wanted: &dyn Fn(&Placed) -> bool| {
        let mut kpis = contents.kpis.iter().filter(|placed| placed.objective == objective.id);
        kpis.any(wanted)
    };
    vec![
        Weakness::ManyKpis(contents.kpis.len()),
        Weakness::Unmeasured(named(&|objective| {
            let fed = feeds.iter().any(|feed| feed.fed == objective.id);
            !fed && !measures(objective, &|_| true)
        })),
        Weakness::Unlinked(named(&|objective| {
            !drives
                .iter()
                .any(|drive| [drive.cause, drive.effect].contains(&objective.id))
        })),
        Weakness::OnlyLagging(named(&|objective| {
            let leading = |placed: &Placed| placed.kpi.indicator == Indicator::Leading;
            measures(objective, &|_| true) && !measures(objective, &leading)
        })),
    ]
}

fn of_kpis((contents, gone): (&Contents, &HashSet<PersonId>), card: &Scorecard, now: DateTime<Utc>) -> Vec<Weakness> {
    let named = |weak: &dyn Fn(&Placed) -> bool| -> Vec<String> {
        let weak = contents.kpis.iter().filter(|placed| weak(placed));
        weak.map(|placed| placed.kpi.name.to_string()).collect()
    };
    let none = BTreeMap::new();
    let never = |placed: &Placed| contents.actuals_of(placed.kpi.id).unwrap_or(&none).is_empty();
    vec![
        Weakness::Ownerless(named(&|placed| placed.owner.is_none_or(|owner| gone.contains(&owner)))),
        Weakness::NeverUpdated(named(&never)),
        Weakness::AlwaysGreen(named(&|placed| long_green(contents, card, placed, now))),
    ]
}

/// Whether a KPI was on target in each of its last ended periods.
fn long_green(contents: &Contents, card: &Scorecard, placed: &Placed, now: DateTime<Utc>) -> bool {
    let kpi = &placed.kpi;
    let Some(actuals) = contents.actuals_of(kpi.id) else {
        return false;
    };
    let targets = contents.targets.get(&kpi.id).map_or(&[][..], Vec::as_slice);
    let last = Period::last_ended(kpi.frequency, now, scorecard::zone_of(card), card.fiscal_start);
    let green = |period: &Period| {
        let value = actuals.get(period).and_then(crate::domain::value::Entry::number);
        let rule = rule_in(targets, *period, &Judged::from(kpi)).ok().flatten();
        let judged = rule.zip(value).map(|(rule, value)| rule.judge(value));
        judged.is_some_and(|judgement| judgement.status == Status::OnTarget)
    };
    std::iter::successors(Some(last), |period| Some(period.prev()))
        .take(LONG_GREEN)
        .all(|period| green(&period))
}
