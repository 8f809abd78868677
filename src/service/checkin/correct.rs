//! What a form's answer leads on to: the same values again, to correct them, and the reasons of those off target. Both
//! wait as drafts, since a button's id is too short for them.

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Entered, FORM, Field};
use crate::domain::id::{DraftId, KpiId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::Status;
use crate::domain::value::Entry;
use crate::service::actual::{self, Recorded};
use crate::service::{Actor, Error, NotFound, Noun, Result, Services, access};
use crate::store;

/// How long they wait for the press.
const WAIT: TimeDelta = TimeDelta::days(1);

/// What kind of draft it is.
const KIND: &str = "correct-1";

/// What waits for a press.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    values: Vec<KeptValue>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptValue {
    kpi: KpiId,
    first_day: NaiveDate,
    /// As typed; none where it was not.
    typed: Option<String>,
    value: Option<Decimal>,
    /// The revision that is to be explained.
    revision: Option<i64>,
}

/// A value of a form, shown again.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// What was typed.
    pub typed: Option<String>,
    /// What was saved, where it was not typed.
    pub value: Option<Decimal>,
    /// The revision that was saved.
    pub revision: Option<i64>,
}

/// Keeps the values of a form for *Correct*, and those off target without a note for *Say why*.
pub(super) async fn offer(
    services: &Services,
    actor: &Actor,
    entered: &mut Entered,
    fields: &[&Field<'_>],
) -> Result<()> {
    let typed = |kpi, first_day| {
        let found = fields
            .iter()
            .find(|field| field.kpi == kpi && field.first_day == first_day);
        found.map(|field| field.typed.trim().to_owned())
    };
    let value = |saved: &Recorded| KeptValue {
        kpi: saved.placed.kpi.id,
        first_day: saved.now.period.first_day(),
        typed: typed(saved.placed.kpi.id, saved.now.period.first_day()),
        value: saved.now.entry.number(),
        revision: saved.revision,
    };
    let refused = entered.refused.iter().map(|(kpi, first_day, text, _)| KeptValue {
        kpi: *kpi,
        first_day: *first_day,
        typed: typed(*kpi, *first_day).map(|_| text.clone()),
        value: None,
        revision: None,
    });
    let values: Vec<KeptValue> = refused.chain(entered.saved.iter().map(value)).take(FORM).collect();
    let bad = |saved: &&Recorded| saved.is_off_target() && saved.note.is_none() && saved.revision.is_some();
    let unexplained: Vec<KeptValue> = entered.saved.iter().filter(bad).map(value).take(FORM).collect();
    if values.is_empty() {
        return Ok(());
    }
    let (now, owner) = (services.now(), (actor.server, actor.person));
    let mut write = services.write().await?;
    for (values, draft) in [(values, &mut entered.correct), (unexplained, &mut entered.why)] {
        if !values.is_empty() {
            let kept = serde_json::to_string(&Kept { values })?;
            *draft = Some(store::draft::insert(&mut write, owner, KIND, &kept, (now, now + WAIT)).await?);
        }
    }
    services.keep(write).await
}

/// The values of a form that is opened again, those left out that are somebody else's or out of use by now.
pub async fn again(services: &Services, actor: &Actor, draft: DraftId) -> Result<Vec<Again>> {
    let mut reader = services.read().await?;
    let owner = (actor.server, actor.person);
    let payload = store::draft::look(&mut reader, owner, draft, KIND, services.now()).await?;
    let kept: Kept = serde_json::from_str(&payload.ok_or_else(gone)?)?;
    let mut again = Vec::new();
    for value in kept.values {
        let (placed, card) = match access::kpi_by_id(&mut reader, actor, value.kpi, store::PRESENT).await {
            Ok(found) => found,
            Err(Error::NotFound(_)) => continue,
            Err(other) => return Err(other),
        };
        if access::log(&mut reader, actor, &placed, &card).await.is_err() {
            continue;
        }
        again.push(Again {
            fiscal: card.fiscal_start,
            period: Period::containing(placed.kpi.frequency, value.first_day, card.fiscal_start),
            kpi: placed.kpi,
            typed: value.typed,
            value: value.value,
            revision: value.revision,
        });
    }
    if again.is_empty() { Err(gone()) } else { Ok(again) }
}

/// Says why values are off target: one note each, those left empty left out. How many were saved, and which were not.
pub async fn explain(
    services: &Services,
    actor: &Actor,
    notes: &[(actual::Entered, &str)],
) -> Result<(usize, Vec<Error>)> {
    let (mut saved, mut refused) = (0, Vec::new());
    for (entered, note) in notes.iter().filter(|(_, note)| !note.trim().is_empty()) {
        match actual::annotate(services, actor, *entered, note).await {
            Ok(_) => saved += 1,
            Err(error @ (Error::Store(_) | Error::Stored(_) | Error::NotHere)) => return Err(error),
            Err(error) => refused.push(error),
        }
    }
    if saved == 0 && refused.is_empty() {
        return Err(crate::service::Invalid::EmptyForm.into());
    }
    Ok((saved, refused))
}

impl Recorded {
    /// Whether what holds now is off target.
    #[must_use]
    pub fn is_off_target(&self) -> bool {
        let judged = self
            .now
            .judgement
            .filter(|_| matches!(self.now.entry, Entry::Number(_)));
        judged.is_some_and(|judgement| judgement.status == Status::OffTarget)
    }
}

fn gone() -> Error {
    NotFound {
        noun: Noun::Draft,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}
