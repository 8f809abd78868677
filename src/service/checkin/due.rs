//! Which values a review expects, which of them are in, and what is due from one person. Looks only.

mod in_place;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use crate::domain::cycle::{first_review, newest_known, taking_part};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::{Source, first_counted};
use crate::domain::score::Rule;
use crate::domain::target::{Judged, rule_in};
use crate::domain::value::Entry;
use crate::domain::year_to_date::total_before;
use crate::domain::zone;
use crate::service::away::{Absent, StandIns};
use crate::service::review::schedule_known;
use crate::service::summary::Contents;
use crate::service::{Result, scorecard};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// One value that is due.
#[derive(Debug, Clone, PartialEq)]
pub struct DueItem {
    /// The KPI.
    pub kpi: Kpi,
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// The newest value before it.
    pub last: Option<(Period, Decimal)>,
    /// What the fiscal year adds up to before it, where values are entered as its total and none is missing.
    pub year_before: Option<Decimal>,
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// By when.
    pub due_at: DateTime<Utc>,
    /// The person answers as the manager, since nobody owns the KPI.
    pub ownerless: bool,
    /// Who would answer for it and does not.
    pub absent: Option<Absent>,
    /// They are asked in somebody else's place.
    pub in_place: Option<InPlace>,
}

/// Why somebody is asked for a value that another answers for.
#[derive(Debug, Clone, PartialEq)]
pub struct InPlace {
    /// Who answers for it.
    pub of: String,
    /// What the manager is told, last of all.
    pub last: Option<Last>,
}

/// What led to the last message about a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Last {
    /// How many business days it is late.
    pub days_late: u16,
    /// Who was asked for it.
    pub asked: Vec<AskedOn>,
}

/// On which days somebody was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedOn {
    /// Who.
    pub person: String,
    /// The days, in their order.
    pub days: Vec<NaiveDate>,
}

impl DueItem {
    /// Whether silence leaves a gap: nothing before it is carried forward.
    pub(in crate::service) fn leaves_gap(&self) -> bool {
        !(self.kpi.carry_forward && self.last.is_some())
    }
}

/// A value that a review expects.
#[derive(Debug, Clone)]
pub(in crate::service) struct Expected {
    /// Who answers for it.
    pub answers: PersonId,
    /// Who stands in for them.
    pub deputy: Option<PersonId>,
    /// What it is.
    pub item: DueItem,
    /// What came in.
    pub entry: Option<Entry>,
}

/// What is due from somebody in a server, the earliest first: their own, and what they are asked for in another's place.
pub(super) async fn due_from(
    connection: &mut Connection,
    server: ServerId,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<DueItem>> {
    let mut due = Vec::new();
    for id in store::scorecard::answered_by(connection, server, person).await? {
        let Some(card) = store::scorecard::by_id(connection, server, id).await? else {
            continue;
        };
        let today = zone::day_of(now, scorecard::zone_of(&card));
        let later = store::kpi::later_days(connection, server, id).await?;
        for after in later.into_iter().map(|day| day - 1).chain([0]) {
            let review = newest_known(today, after, card.review_cycle, card.fiscal_start);
            let missing = missing(connection, server, &card, review).await?.into_iter();
            let own = missing.filter(|(answers, item)| *answers == person && item.kpi.known_after() == after);
            due.extend(own.map(|(_, item)| item));
        }
    }
    due.sort_by_key(|item| item.due_at);
    due.extend(in_place::of_others(connection, server, person).await?);
    Ok(due)
}

/// The values that a review of a period still lacks, each with who answers for it.
pub(in crate::service) async fn missing(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    review: Period,
) -> Result<Vec<(PersonId, DueItem)>> {
    let all = expected(connection, server, card, review).await?;
    let lacking = all.into_iter().filter(|expected| expected.entry.is_none());
    Ok(lacking.map(|expected| (expected.answers, expected.item)).collect())
}

/// The values that a review of a period expects from people, in the scorecard's order: those of KPIs that are in use, are
/// not computed, and were there in the period.
pub(in crate::service) async fn expected(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    review: Period,
) -> Result<Vec<Expected>> {
    let zone = scorecard::zone_of(card);
    if review < first_review(card.created_at, zone, card.review_cycle, card.fiscal_start) {
        return Ok(Vec::new());
    }
    let contents = Contents::load(connection, server, card, review.last_day()).await?;
    let calendar = store::calendar::of_server(connection, server).await?;
    let stand_ins = StandIns::load(connection, server, card).await?;
    let mut expected = Vec::new();
    let asked = |placed: &&Placed| !placed.computed && !contents.idle.contains(&placed.kpi.id);
    for placed in contents.kpis.iter().filter(asked) {
        let answers = stand_ins.asked(card, placed);
        let owner = placed.owner.unwrap_or(card.manager);
        let absent = if owner == answers {
            None
        } else {
            Some(stand_ins.why(connection, server, owner).await?)
        };
        let due_at = schedule_known(card, review, placed.kpi.known_after(), &calendar).due_at;
        let parts = taking_part(placed.kpi.frequency, review, card.fiscal_start);
        let counted = parts.into_iter().filter_map(|period| {
            let (item, entry) = one(&contents, (card, placed), period, due_at)?;
            Some(Expected {
                answers,
                deputy: placed
                    .deputy
                    .filter(|deputy| *deputy != answers && stand_ins.is_here(*deputy)),
                item: DueItem {
                    absent: absent.clone(),
                    ..item
                },
                entry,
            })
        });
        expected.extend(counted);
    }
    Ok(expected)
}

/// What is expected of a KPI in a period, and what came in; nothing before its first one.
fn one(
    contents: &Contents,
    (card, placed): (&Scorecard, &Placed),
    period: Period,
    due_at: DateTime<Utc>,
) -> Option<(DueItem, Option<Entry>)> {
    let none = BTreeMap::new();
    let actuals = contents.actuals_of(placed.kpi.id).unwrap_or(&none);
    let targets = contents.targets.get(&placed.kpi.id).map_or(&[][..], Vec::as_slice);
    let source = Source {
        kpi: &placed.kpi,
        targets,
        actuals,
        created_on: placed.created_on,
        book: None,
    };
    if period < first_counted(&source, card.fiscal_start) {
        return None;
    }
    let last = actuals
        .range(..period)
        .rev()
        .find_map(|(period, entry)| Some((*period, Entry::number(entry)?)));
    let item = DueItem {
        kpi: placed.kpi.clone(),
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        period,
        last,
        year_before: total_before(actuals, period, card.fiscal_start)
            .ok()
            .filter(|_| placed.kpi.entered_ytd),
        rule: rule_in(targets, period, &Judged::from(&placed.kpi)).ok().flatten(),
        due_at,
        ownerless: placed.owner.is_none(),
        absent: None,
        in_place: None,
    };
    Some((item, actuals.get(&period).cloned()))
}
