//! Check-ins: what is due from a person, and taking in a form of values. Prompts, reminders and overdue notices show the
//! same list.

mod answer;
mod correct;
mod due;
mod word;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::actual::{self, Doubtful, Logged, Recorded, Typed, Which};
use super::notice::{self, Stored};
use super::{Actor, Error, Invalid, Result, Services, initiative};
use crate::domain::actual::Source as Door;
use crate::domain::cycle::Step;
use crate::domain::id::{DraftId, KpiId, NoticeId, PersonId, ServerId};
use crate::domain::value::NumberFormat;
use crate::store::{self, Connection};

pub(super) use answer::zone_of;
pub use answer::{leave_out, same_as_last, snooze, still_due};
pub use correct::{Again, again, explain};
use due::due_from;
pub use due::{AskedOn, DueItem, InPlace, Last};
pub(super) use due::{Expected, expected, missing};
pub(super) use word::unexplained_in;
pub use word::{Unexplained, unexplained};

/// How many values one form takes: Discord's limit.
pub const FORM: usize = 5;

/// What a notice asks somebody for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The server the values belong to.
    pub server: ServerId,
    /// Its name.
    pub server_name: String,
    /// How urgent their own is: the highest rung of what is due first.
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
#[derive(Debug, Default)]
pub struct Entered {
    /// The values that were saved.
    pub saved: Vec<Recorded>,
    /// The values that are far from all before them, and wait for a second press.
    pub doubtful: Vec<Doubtful>,
    /// The fields that were not clear, with the reason.
    pub refused: Vec<(KpiId, NaiveDate, String, Error)>,
    /// What is still due.
    pub left: Vec<DueItem>,
    /// The same values again, to correct them.
    pub correct: Option<DraftId>,
    /// The values off target of which nobody has said why.
    pub why: Option<DraftId>,
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
    let mut entered = Entered::default();
    for field in &filled {
        match save(services, actor, field, format).await {
            Ok(Logged::Saved(recorded)) => entered.saved.push(*recorded),
            Ok(Logged::Doubtful(doubtful)) => entered.doubtful.push(*doubtful),
            Err(error @ (Error::Store(_) | Error::Stored(_) | Error::NotHere)) => return Err(error),
            Err(error) => entered
                .refused
                .push((field.kpi, field.first_day, field.typed.to_owned(), error)),
        }
    }
    correct::offer(services, actor, &mut entered, &filled).await?;
    entered.left = due(services, actor).await?;
    Ok(entered)
}

async fn save(services: &Services, actor: &Actor, field: &Field<'_>, format: NumberFormat) -> Result<Logged> {
    let typed = Typed {
        kpi: Which::Id(field.kpi),
        period: actual::When::FirstDay(field.first_day),
        value: field.typed,
        note: None,
        reason: None,
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
    // All that is due is listed, as in the form; what is due first says how urgent it is.
    let own = || items.iter().filter(|item| item.in_place.is_none());
    let first_due = own().map(|item| item.due_at).min();
    let first = own()
        .filter(|item| Some(item.due_at) == first_due)
        .filter_map(rung_of)
        .max();
    let rung = first
        .or_else(|| own().filter_map(rung_of).max())
        .unwrap_or(Step::Prompt);
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
    let notices: BTreeSet<NoticeId> = values
        .iter()
        .filter_map(|value| asking.get(value))
        .flat_map(|by_person| by_person.values().copied())
        .collect();
    for notice in notices {
        notice::rewrite(write, server, notice, &Stored::Ask).await?;
    }
    Ok(())
}

/// Has the messages that asked for a KPI's values show who is asked by now, after it changed hands.
pub(super) async fn handed_over(write: &mut Connection, server: ServerId, kpi: KpiId) -> Result<()> {
    let asking = store::review::asking(write, server, &[kpi]).await?;
    let notices: BTreeSet<NoticeId> = asking.into_values().flat_map(HashMap::into_values).collect();
    for notice in notices {
        notice::rewrite(write, server, notice, &Stored::Ask).await?;
    }
    Ok(())
}
