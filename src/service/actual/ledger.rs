//! A KPI with all that judging its values takes.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Held;
use crate::domain::cycle::{first_review, newest_known, taking_part};
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::reading::{Source, first_counted};
use crate::domain::score::Rule;
use crate::domain::target::{DatedTarget, Judged, rule_in};
use crate::domain::value::Entry;
use crate::domain::zone;
use crate::service::{Actor, Result, scorecard};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Everything about a KPI that judging its values takes.
#[derive(Debug, Clone)]
pub(in crate::service) struct Ledger {
    pub placed: Placed,
    pub card: Scorecard,
    pub targets: Vec<DatedTarget>,
    pub actuals: BTreeMap<Period, Entry>,
}

impl Ledger {
    pub(in crate::service) async fn load(
        connection: &mut Connection,
        actor: &Actor,
        placed: Placed,
        card: Scorecard,
    ) -> Result<Self> {
        let id = placed.kpi.id;
        Ok(Self {
            targets: store::target::of_kpi(connection, actor.server, id).await?,
            actuals: store::actual::of_kpi(connection, actor.server, id).await?,
            placed,
            card,
        })
    }

    pub(in crate::service) fn kpi(&self) -> &Kpi {
        &self.placed.kpi
    }

    /// The rule of a period; a stored target always resolves.
    pub(in crate::service) fn rule(&self, period: Period) -> Option<Rule> {
        rule_in(&self.targets, period, &Judged::from(self.kpi())).ok().flatten()
    }

    /// What holds in a period.
    pub(in crate::service) fn held(&self, period: Period) -> Option<Held> {
        self.actuals.get(&period).map(|entry| self.judge(period, entry.clone()))
    }

    pub(in crate::service) fn judge(&self, period: Period, entry: Entry) -> Held {
        let rule = self.rule(period);
        let judgement = rule.zip(entry.number()).map(|(rule, value)| rule.judge(value));
        Held {
            period,
            entry,
            judgement,
            rule,
        }
    }

    /// The newest period that is over.
    pub(in crate::service) fn last_ended(&self, now: DateTime<Utc>) -> Period {
        Period::last_ended(
            self.kpi().frequency,
            now,
            scorecard::zone_of(&self.card),
            self.card.fiscal_start,
        )
    }

    /// The newest period whose value is due: it takes part in the newest review whose values are known, and is missing.
    pub(in crate::service) fn due(&self, now: DateTime<Utc>) -> Option<Period> {
        let (kpi, card, zone) = (self.kpi(), &self.card, scorecard::zone_of(&self.card));
        let (kind, fiscal) = (card.review_cycle, card.fiscal_start);
        let review = newest_known(zone::day_of(now, zone), kpi.known_after(), kind, fiscal);
        let source = Source {
            kpi,
            targets: &self.targets,
            actuals: &self.actuals,
            created_on: self.placed.created_on,
            book: None,
        };
        let missing = |period: &Period| !self.actuals.contains_key(period) && *period >= first_counted(&source, fiscal);
        let due = taking_part(kpi.frequency, review, fiscal)
            .into_iter()
            .rev()
            .find(missing);
        due.filter(|_| review >= first_review(card.created_at, zone, kind, fiscal))
    }

    /// The newest number in it.
    pub(in crate::service) fn last_number(&self) -> Option<rust_decimal::Decimal> {
        self.actuals.values().rev().find_map(Entry::number)
    }
}
