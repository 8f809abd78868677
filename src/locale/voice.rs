//! How one person is spoken to: the words of their language, and numbers, periods and instants as their server writes
//! them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::{Numbers, Words, number};
use crate::domain::kpi::{Direction, Kpi};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::score::{Rule, Status, display_score};
use crate::domain::value::NumberFormat;
use crate::say;

/// Words and numbers together.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    /// The words.
    pub words: Words,
    /// The numbers.
    pub numbers: Numbers,
}

impl Voice {
    /// The voice of a language in a server.
    #[must_use]
    pub fn new(words: Words, format: NumberFormat) -> Self {
        Self {
            words,
            numbers: Numbers::new(format),
        }
    }

    /// A value of a KPI: `3.4 %`, `yes`.
    #[must_use]
    pub fn value(&self, kpi: &Kpi, value: Decimal, rule: Option<&Rule>) -> String {
        if kpi.direction == Direction::YesNo {
            let key = if value.is_zero() { "value-no" } else { "value-yes" };
            return self.words.say(key, &[]);
        }
        self.numbers.value(kpi, value, rule)
    }

    /// A target or red flag of a KPI.
    #[must_use]
    pub fn mark(&self, kpi: &Kpi, mark: Decimal) -> String {
        if number::is_yes_no(kpi) {
            self.value(kpi, mark, None)
        } else {
            self.numbers.mark(kpi, mark)
        }
    }

    /// What a KPI must reach: `2.0 %`, `4 to 6 days`, `yes`.
    #[must_use]
    pub fn target(&self, kpi: &Kpi, rule: &Rule) -> String {
        match rule {
            Rule::Linear { target, .. } => self.mark(kpi, *target),
            Rule::Range { low, high, .. } => {
                say!(
                    self.words,
                    "value-range",
                    low = self.mark(kpi, *low),
                    high = self.mark(kpi, *high)
                )
            }
            Rule::YesNo => self.words.say("value-yes", &[]),
        }
    }

    /// The red flag of a KPI: `2.5 %`, `below 3 or above 7`; none for yes/no.
    #[must_use]
    pub fn red_flag(&self, kpi: &Kpi, rule: &Rule) -> Option<String> {
        match rule {
            Rule::Linear { red, .. } => Some(self.mark(kpi, *red)),
            Rule::Range { red_low, red_high, .. } => {
                let (low, high) = (self.mark(kpi, *red_low), self.mark(kpi, *red_high));
                Some(say!(self.words, "value-red-range", low = low, high = high))
            }
            Rule::YesNo => None,
        }
    }

    /// How far two values of a KPI are apart: `1.4 points`.
    #[must_use]
    pub fn gap(&self, kpi: &Kpi, gap: Decimal) -> String {
        self.numbers.gap(kpi, gap, &self.words.say("value-points", &[]))
    }

    /// A score, 0.0 to 10.0, from a level.
    #[must_use]
    pub fn score(&self, level: Decimal) -> String {
        let shown = display_score(level);
        self.numbers.fixed(shown, shown.scale())
    }

    /// `🔴 off target`.
    #[must_use]
    pub fn status(&self, status: Status) -> String {
        format!("{} {}", status.sign(), self.status_word(status))
    }

    /// `off target`.
    #[must_use]
    pub fn status_word(&self, status: Status) -> String {
        let key = match status {
            Status::OnTarget => "status-on-target",
            Status::AtRisk => "status-at-risk",
            Status::OffTarget => "status-off-target",
            Status::NoData => "status-no-data",
            Status::NotApplicable => "status-not-applicable",
            Status::Unscored => "status-unscored",
        };
        self.words.say(key, &[])
    }

    /// A period in words: `November 2026`, `Q4 2026`, `FY2027-Q1`, `week 47 of 2026`.
    #[must_use]
    pub fn period(&self, period: Period, fiscal: FiscalStart) -> String {
        match period.kind() {
            PeriodKind::Month => {
                let (month, year) = (
                    self.month(period.first_day().month()),
                    period.first_day().year().to_string(),
                );
                say!(self.words, "period-month", month = month, year = year)
            }
            PeriodKind::Quarter if fiscal.is_january() => {
                let (year, quarter) = period.fiscal_place(fiscal);
                say!(
                    self.words,
                    "period-quarter",
                    quarter = quarter.to_string(),
                    year = year.to_string()
                )
            }
            PeriodKind::Week => {
                let week = period.first_day().iso_week();
                say!(
                    self.words,
                    "period-week",
                    week = week.week().to_string(),
                    year = week.year().to_string()
                )
            }
            PeriodKind::Quarter | PeriodKind::Year => period.label(fiscal),
        }
    }

    /// A period as short as a list can have it: `Nov`, `Q4`, `W47`, `2026`.
    #[must_use]
    pub fn period_short(&self, period: Period, fiscal: FiscalStart) -> String {
        match period.kind() {
            PeriodKind::Month => self.month(period.first_day().month()).chars().take(3).collect(),
            PeriodKind::Quarter => format!("Q{}", period.fiscal_place(fiscal).1),
            PeriodKind::Week => format!("W{:02}", period.first_day().iso_week().week()),
            PeriodKind::Year => period.label(fiscal),
        }
    }

    /// The name of a month, 1 to 12.
    #[must_use]
    pub fn month(&self, month: u32) -> String {
        self.words.say(&format!("month-{month}"), &[])
    }

    /// A day: `20 December 2026`.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        say!(
            self.words,
            "date-day",
            day = day.day(),
            month = self.month(day.month()),
            year = day.year().to_string()
        )
    }

    /// Days in words, in their order: `30 November and 1, 4 and 7 December`.
    #[must_use]
    pub fn days(&self, days: &[NaiveDate]) -> String {
        let same_month =
            |one: &NaiveDate, other: &NaiveDate| (one.year(), one.month()) == (other.year(), other.month());
        let months = days.chunk_by(same_month).map(|days| {
            let ordinal = |day: &NaiveDate| say!(self.words, "day-ordinal", day = day.day().to_string());
            let month = days.first().map_or_else(String::new, |day| self.month(day.month()));
            let days: Vec<String> = days.iter().map(ordinal).collect();
            say!(self.words, "day-month", days = self.all_of(&days), month = month)
        });
        self.all_of(&months.collect::<Vec<_>>())
    }

    /// `A`, `A and B`, `A, B and C`.
    #[must_use]
    pub fn all_of(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => say!(self.words, "list-and", first = first.join(", "), last = last.as_str()),
        }
    }

    /// A permission as Discord's settings name it in this language, in bold; from its English name.
    #[must_use]
    pub fn permission(&self, name: &str) -> String {
        let slug = name.to_lowercase().replace(' ', "-");
        format!("**{}**", self.words.say(&format!("permission-{slug}"), &[]))
    }

    /// The noun of a period kind, as in "each month".
    #[must_use]
    pub fn kind(&self, kind: PeriodKind) -> String {
        self.words.say(&format!("kind-{}", kind.noun()), &[])
    }
}

/// An instant that each reader sees in their own time: `30 November 2026 17:00`.
#[must_use]
pub fn instant(at: DateTime<Utc>) -> String {
    format!("<t:{}:f>", at.timestamp())
}

/// The day of an instant: `30 November 2026`.
#[must_use]
pub fn day(at: DateTime<Utc>) -> String {
    format!("<t:{}:D>", at.timestamp())
}

/// The same as a distance from now: `in 6 days`.
#[must_use]
pub fn distance(at: DateTime<Utc>) -> String {
    format!("<t:{}:R>", at.timestamp())
}
