//! Check-ins: what is due from a person, and taking in a form of values. Prompts, reminders and overdue notices show the
//! same list.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::actual::{self, Doubtful, Logged, Recorded, Typed, Which};
use super::notice::{self, Stored};
use super::review::schedule_of;
use super::summary::Contents;
use super::{Actor, Error, Invalid, Result, Services, initiative, scorecard};
use crate::domain::actual::Source as Door;
use crate::domain::cycle::{Step, first_review, taking_part};
use crate::domain::id::{KpiId, NoticeId, PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::{Source, first_counted};
use crate::domain::score::Rule;
use crate::domain::target::{Judged, rule_in};
use crate::domain::value::{Entry, NumberFormat};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How many values one form takes: Discord's limit.
pub const FORM: usize = 5;

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
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// By when.
    pub due_at: DateTime<Utc>,
    /// The person answers as the manager, since nobody owns the KPI.
    pub ownerless: bool,
}

impl DueItem {
    /// Whether silence leaves a gap: nothing before it is carried forward.
    pub(super) fn leaves_gap(&self) -> bool {
        !(self.kpi.carry_forward && self.last.is_some())
    }
}

/// What a notice asks somebody for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The server the values belong to.
    pub server: ServerId,
    /// Its name.
    pub server_name: String,
    /// How urgent it is: the highest rung of what is listed.
    pub rung: Step,
    /// What is missing.
    pub items: Vec<DueItem>,
    /// The initiatives of the person that are due about now.
    pub initiatives: Vec<initiative::Told>,
}

impl Asked {
    /// Nothing is missing any more.
    pub(super) fn done(server: ServerId, server_name: String) -> Self {
        Self {
            server,
            server_name,
            rung: Step::Prompt,
            items: Vec::new(),
            initiatives: Vec::new(),
        }
    }
}

/// One field of a form.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The KPI.
    pub kpi: KpiId,
    /// The first day of the period.
    pub first_day: NaiveDate,
    /// What was typed; empty: left out.
    pub typed: &'a str,
}

/// What became of a form.
#[derive(Debug)]
pub struct Entered {
    /// The values that were saved.
    pub saved: Vec<Recorded>,
    /// The values that are far from all before them, and wait for a second press.
    pub doubtful: Vec<Doubtful>,
    /// The fields that were not clear, with the reason.
    pub refused: Vec<(KpiId, NaiveDate, String, Error)>,
    /// What is still due.
    pub left: Vec<DueItem>,
}

/// What is due from somebody in a server, the earliest first.
pub async fn due(services: &Services, viewer: &Actor) -> Result<Vec<DueItem>> {
    let mut reader = services.read().await?;
    due_from(&mut reader, viewer.server, viewer.person, services.now()).await
}

/// Takes in a form: each clear value is saved at once, whatever the others are.
pub async fn enter(services: &Services, actor: &Actor, fields: &[Field<'_>], format: NumberFormat) -> Result<Entered> {
    let filled: Vec<_> = fields.iter().filter(|field| !field.typed.trim().is_empty()).collect();
    if filled.is_empty() {
        return Err(Invalid::EmptyForm.into());
    }
    let mut entered = Entered {
        saved: Vec::new(),
        doubtful: Vec::new(),
        refused: Vec::new(),
        left: Vec::new(),
    };
    for field in filled {
        match save(services, actor, field, format).await {
            Ok(Logged::Saved(recorded)) => entered.saved.push(*recorded),
            Ok(Logged::Doubtful(doubtful)) => entered.doubtful.push(*doubtful),
            Err(error @ (Error::Store(_) | Error::Stored(_) | Error::NotHere)) => return Err(error),
            Err(error) => entered
                .refused
                .push((field.kpi, field.first_day, field.typed.to_owned(), error)),
        }
    }
    entered.left = due(services, actor).await?;
    Ok(entered)
}

async fn save(services: &Services, actor: &Actor, field: &Field<'_>, format: NumberFormat) -> Result<Logged> {
    let typed = Typed {
        kpi: Which::Id(field.kpi),
        period: actual::When::FirstDay(field.first_day),
        value: field.typed,
        note: None,
        source: Door::Form,
    };
    actual::record(services, actor, &typed, format).await
}

/// What a notice still has to ask for; nothing when everything is in.
pub(super) async fn asked(
    services: &Services,
    connection: &mut Connection,
    (server, person): (ServerId, PersonId),
    notice: NoticeId,
) -> Result<Option<Asked>> {
    let asks = store::review::asks_of_notice(connection, server, notice).await?;
    let items = due_from(connection, server, person, services.now()).await?;
    let initiatives = initiative::reminded(services, connection, (server, person)).await?;
    if items.is_empty() && initiatives.is_empty() {
        return Ok(None);
    }
    let rung_of = |item: &DueItem| {
        let same = |ask: &&store::review::Ask| ask.kpi == item.kpi.id && ask.first_day == item.period.first_day();
        asks.iter().filter(same).map(|ask| ask.rung).max()
    };
    // All that is due is listed, as in the form; what was not asked for yet does not make it more urgent.
    let rung = items.iter().filter_map(rung_of).max().unwrap_or(Step::Prompt);
    let name = store::server::by_id(connection, server)
        .await?
        .map(|server| server.name)
        .unwrap_or_default();
    Ok(Some(Asked {
        server,
        server_name: name,
        rung,
        items,
        initiatives,
    }))
}

async fn due_from(
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
        let period = Period::last_ended(card.review_cycle, now, scorecard::zone_of(&card), card.fiscal_start);
        let missing = missing(connection, server, &card, period).await?;
        due.extend(
            missing
                .into_iter()
                .filter(|(answers, _)| *answers == person)
                .map(|(_, item)| item),
        );
    }
    due.sort_by_key(|item| item.due_at);
    Ok(due)
}

/// The values that a review of a period still lacks, each with who answers for it.
pub(super) async fn missing(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    review: Period,
) -> Result<Vec<(PersonId, DueItem)>> {
    let zone = scorecard::zone_of(card);
    if review < first_review(card.created_at, zone, card.review_cycle, card.fiscal_start) {
        return Ok(Vec::new());
    }
    let contents = Contents::load(connection, server, card, review.last_day()).await?;
    let calendar = store::calendar::of_server(connection, server).await?;
    let schedule = schedule_of(card, review, &calendar);
    let mut missing = Vec::new();
    let asked = |placed: &&Placed| !placed.computed && !contents.idle.contains(&placed.kpi.id);
    for placed in contents.kpis.iter().filter(asked) {
        for period in taking_part(placed.kpi.frequency, review, card.fiscal_start) {
            if let Some(item) = lacking(&contents, (card, placed), period, schedule.due_at) {
                missing.push((placed.owner.unwrap_or(card.manager), item));
            }
        }
    }
    Ok(missing)
}

fn lacking(
    contents: &Contents,
    (card, placed): (&Scorecard, &Placed),
    period: Period,
    due_at: DateTime<Utc>,
) -> Option<DueItem> {
    let none = std::collections::BTreeMap::new();
    let actuals = contents.actuals_of(placed.kpi.id).unwrap_or(&none);
    let targets = contents.targets.get(&placed.kpi.id).map_or(&[][..], Vec::as_slice);
    let source = Source {
        kpi: &placed.kpi,
        targets,
        actuals,
        created_on: placed.created_on,
        book: None,
    };
    if actuals.contains_key(&period) || period < first_counted(&source, card.fiscal_start) {
        return None;
    }
    let last = actuals
        .range(..period)
        .rev()
        .find_map(|(period, entry)| Some((*period, Entry::number(entry)?)));
    Some(DueItem {
        kpi: placed.kpi.clone(),
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        period,
        last,
        rule: rule_in(targets, period, &Judged::from(&placed.kpi)).ok().flatten(),
        due_at,
        ownerless: placed.owner.is_none(),
    })
}

/// Has the message that asked for a value show what is still missing.
pub(super) async fn answered(write: &mut Connection, server: ServerId, kpi: KpiId, first_day: NaiveDate) -> Result<()> {
    answered_all(write, server, &[(kpi, first_day)]).await
}

/// The same for many values at once: each message is said anew once.
pub(super) async fn answered_all(
    write: &mut Connection,
    server: ServerId,
    values: &[(KpiId, NaiveDate)],
) -> Result<()> {
    let mut kpis: Vec<KpiId> = values.iter().map(|(kpi, _)| *kpi).collect();
    kpis.sort_unstable();
    kpis.dedup();
    let asking = store::review::asking(write, server, &kpis).await?;
    let notices: BTreeSet<NoticeId> = values.iter().filter_map(|value| asking.get(value).copied()).collect();
    for notice in notices {
        notice::rewrite(write, server, notice, &Stored::Ask).await?;
    }
    Ok(())
}

/// Has the messages that asked for a KPI's values show who is asked by now, after it changed hands.
pub(super) async fn handed_over(write: &mut Connection, server: ServerId, kpi: KpiId) -> Result<()> {
    let asking = store::review::asking(write, server, &[kpi]).await?;
    let notices: BTreeSet<NoticeId> = asking.into_values().collect();
    for notice in notices {
        notice::rewrite(write, server, notice, &Stored::Ask).await?;
    }
    Ok(())
}
