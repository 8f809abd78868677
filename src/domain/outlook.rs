//! Pace and outlook of a KPI that sums: how its year goes against its targets so far, and where it ends at that pace.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::kpi::{Aggregation, Direction};
use super::period::{Period, PeriodKind};
use super::reading::{Asked, Source, first_counted, year_to_date};
use super::score::Rule;
use super::target::{Judged, rule_in};
use super::value::Entry;
use super::zone;

/// Where a fiscal year is heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook {
    /// The fiscal year.
    pub year: Period,
    /// Year-to-date actual ÷ year-to-date target, over the periods that have both; 1 is on target.
    pub pace: Decimal,
    /// What the year adds up to at that pace.
    pub outlook: Decimal,
    /// What the targets of the year add up to.
    pub target: Decimal,
}

impl Outlook {
    /// Whether the year ends short of its target at that pace.
    #[must_use]
    pub fn misses(&self, direction: Direction) -> bool {
        match direction {
            Direction::Lower => self.outlook > self.target,
            _ => self.outlook < self.target,
        }
    }
}

/// The outlook at the end of the asked period: actual to date + remaining targets × pace. None in the first quarter of
/// the year, where nothing is left of it, where no target is left in it, and for KPIs that do not sum.
#[must_use]
pub fn outlook(source: &Source<'_>, asked: &Asked) -> Option<Outlook> {
    let kpi = source.kpi;
    let adds_up = kpi.aggregation == Aggregation::Sum && matches!(kpi.direction, Direction::Higher | Direction::Lower);
    let year = Period::containing(PeriodKind::Year, asked.period.anchor_day(), asked.fiscal);
    if !adds_up || in_first_quarter(year, asked) {
        return None;
    }
    let over = year_to_date(kpi.frequency, asked.period, asked.fiscal);
    let first = first_counted(source, asked.fiscal);
    let mut sums = Sums::default();
    for period in year.parts(kpi.frequency).into_iter().filter(|part| *part >= first) {
        let is_over = over.contains(&period) && period.has_ended(asked.now, asked.zone);
        let entry = source.actuals.get(&period).filter(|_| is_over);
        let rule = rule_in(source.targets, period, &Judged::from(kpi)).ok().flatten();
        let target = rule.and_then(|rule| match rule {
            Rule::Linear { target, .. } => Some(target),
            Rule::Range { .. } | Rule::YesNo => None,
        });
        sums.add(entry, target);
    }
    sums.outlook(year)
}

/// Whether the asked period, or the day it is where that is earlier, is in the first quarter of the fiscal year.
fn in_first_quarter(year: Period, asked: &Asked) -> bool {
    let reached = match asked.period.kind() {
        PeriodKind::Week => asked.period.anchor_day(),
        _ => asked.period.last_day(),
    };
    let today = zone::day_of(asked.now, asked.zone);
    let second = year.parts(PeriodKind::Quarter).into_iter().nth(1);
    second.is_none_or(|second| reached.min(today) < second.first_day())
}

/// What a year's periods add up to.
#[derive(Debug, Default)]
struct Sums {
    /// The actuals.
    actual: Decimal,
    /// Actuals and targets of the periods that have both.
    both: (Decimal, Decimal),
    /// The targets of the periods that have no actual yet, if any has one.
    remaining: Option<Decimal>,
    /// All targets.
    target: Decimal,
}

impl Sums {
    fn add(&mut self, entry: Option<&Entry>, target: Option<Decimal>) {
        self.target += target.unwrap_or_default();
        match (entry, target) {
            (Some(Entry::NotApplicable { .. }), _) | (None, None) => {}
            (Some(Entry::Number(number)), target) => {
                self.actual += number;
                if let Some(target) = target {
                    self.both = (self.both.0 + number, self.both.1 + target);
                }
            }
            (None, Some(target)) => self.remaining = Some(self.remaining.unwrap_or_default() + target),
        }
    }

    fn outlook(&self, year: Period) -> Option<Outlook> {
        let (actual, target) = self.both;
        if target <= Decimal::ZERO {
            return None;
        }
        let pace = actual.checked_div(target)?;
        Some(Outlook {
            year,
            pace,
            outlook: self.actual.checked_add(self.remaining?.checked_mul(pace)?)?,
            target: self.target,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono_tz::Tz;

    use super::*;
    use crate::domain::id::KpiId;
    use crate::domain::kpi::{Indicator, Kpi};
    use crate::domain::name::{Key, Name};
    use crate::domain::period::FiscalStart;
    use crate::domain::reading::View;
    use crate::domain::target::{DatedTarget, Span, TargetSpec};
    use crate::domain::unit::Unit;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn period(text: &str) -> Period {
        Period::parse(text, FiscalStart::JANUARY).unwrap()
    }

    fn kpi(frequency: PeriodKind) -> Kpi {
        Kpi {
            id: KpiId::from(1),
            key: Key::parse("k").unwrap(),
            name: Name::parse("K").unwrap(),
            unit: Unit::default(),
            direction: Direction::Higher,
            indicator: Indicator::Lagging,
            frequency,
            aggregation: Aggregation::Sum,
            decimals: 0,
            baseline: None,
            best_possible: false,
            carry_forward: false,
            entered_ytd: false,
            available_on: None,
        }
    }

    /// The outlook of a KPI at the end of a period, targets from periods on (`*` for the beginning) and values as text.
    fn at(kpi: &Kpi, viewed: &str, targets: &[(&str, &str)], values: &[(&str, &str)]) -> Option<Outlook> {
        let targets: Vec<DatedTarget> = targets
            .iter()
            .map(|(from, target)| DatedTarget {
                from: (*from != "*").then(|| period(from)),
                span: Span::Onwards,
                spec: TargetSpec {
                    target: Some(d(target)),
                    ..TargetSpec::default()
                },
            })
            .collect();
        let actuals: BTreeMap<Period, Entry> = values
            .iter()
            .map(|(of, value)| {
                let entry = match *value {
                    "n/a" => Entry::NotApplicable {
                        reason: "closed".to_owned(),
                    },
                    number => Entry::Number(d(number)),
                };
                (period(of), entry)
            })
            .collect();
        let source = Source {
            kpi,
            targets: &targets,
            actuals: &actuals,
            created_on: "2026-01-01".parse().unwrap(),
            book: None,
        };
        let asked = Asked {
            period: period(viewed),
            view: View::YearToDate,
            now: "2026-11-20T12:00:00Z".parse().unwrap(),
            zone: Tz::UTC,
            fiscal: FiscalStart::JANUARY,
        };
        outlook(&source, &asked)
    }

    #[track_caller]
    fn is(found: Option<Outlook>, [pace, expected, target]: [&str; 3]) {
        let wanted = Outlook {
            year: period("2026"),
            pace: d(pace),
            outlook: d(expected),
            target: d(target),
        };
        assert_eq!(found, Some(wanted));
    }

    #[test]
    fn the_year_ends_at_what_came_in_and_what_is_left_at_the_pace_so_far() {
        let months = kpi(PeriodKind::Month);
        let four = [
            ("2026-01", "90"),
            ("2026-02", "95"),
            ("2026-03", "100"),
            ("2026-04", "99"),
        ];
        // 384 of 400 is a pace of 0.96; 384 + 8 × 100 × 0.96.
        is(at(&months, "2026-04", &[("*", "100")], &four), ["0.96", "1152", "1200"]);
        // The second half is to bring twice as much: 384 + (2 × 100 + 6 × 200) × 0.96.
        is(
            at(&months, "2026-04", &[("*", "100"), ("2026-07", "200")], &four),
            ["0.96", "1728", "1800"],
        );
        // A value that is missing is still to come: 285 of 300; 285 + 9 × 100 × 0.95.
        let gap = [four[0], four[1], ("2026-04", "100")];
        is(at(&months, "2026-04", &[("*", "100")], &gap), ["0.95", "1140", "1200"]);
        // What did not apply brings nothing any more: 190 + 8 × 100 × 0.95, and its target stays in the year's.
        let closed = [four[0], ("2026-02", "n/a"), four[2], ("2026-04", "n/a")];
        is(
            at(&months, "2026-04", &[("*", "100")], &closed),
            ["0.95", "950", "1200"],
        );
        // Values from before the first target count, the pace is of the others: 384; 199 of 200; 384 + 800 × 0.995.
        is(
            at(&months, "2026-04", &[("2026-03", "100")], &four),
            ["0.995", "1180", "1000"],
        );
        // Later values do not count in an earlier view.
        let five = [four[0], four[1], four[2], four[3], ("2026-05", "900")];
        is(at(&months, "2026-04", &[("*", "100")], &five), ["0.96", "1152", "1200"]);
        let quarters = kpi(PeriodKind::Quarter);
        let half = [("2026-Q1", "240"), ("2026-Q2", "300")];
        is(
            at(&quarters, "2026-Q2", &[("*", "300")], &half),
            ["0.9", "1080", "1200"],
        );
        is(
            at(&quarters, "2026-06", &[("*", "300")], &half),
            ["0.9", "1080", "1200"],
        );
    }

    #[test]
    fn a_year_misses_its_target_on_the_bad_side_only() {
        let misses = |outlook: &str, direction| {
            let year = period("2026");
            let (pace, outlook, target) = (d("1"), d(outlook), d("100"));
            Outlook {
                year,
                pace,
                outlook,
                target,
            }
            .misses(direction)
        };
        assert!(misses("99.9", Direction::Higher) && !misses("100", Direction::Higher));
        assert!(misses("100.1", Direction::Lower) && !misses("100", Direction::Lower));
    }

    #[test]
    fn there_is_no_outlook_in_the_first_quarter_without_targets_or_for_what_does_not_sum() {
        let months = kpi(PeriodKind::Month);
        let values: Vec<(String, &str)> = (1..=12).map(|month| (format!("2026-{month:02}"), "10")).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(of, value)| (of.as_str(), *value)).collect();
        let none = |kpi: &Kpi, viewed: &str, targets: &[(&str, &str)], values: &[(&str, &str)]| {
            assert_eq!(at(kpi, viewed, targets, values), None, "{viewed}");
        };
        for month in ["2026-01", "2026-02", "2026-03"] {
            none(&months, month, &[("*", "10")], &values);
        }
        none(&months, "2026-Q1", &[("*", "10")], &values);
        assert!(at(&months, "2026-04", &[("*", "10")], &values).is_some());
        none(&months, "2026-04", &[], &values);
        none(&months, "2026-04", &[("*", "10")], &[]);
        let mean = Kpi {
            aggregation: Aggregation::Average,
            ..months.clone()
        };
        none(&mean, "2026-06", &[("*", "10")], &values);
        let switch = Kpi {
            direction: Direction::YesNo,
            ..months
        };
        none(&switch, "2026-06", &[], &[("2026-01", "1")]);
        none(&kpi(PeriodKind::Year), "2025", &[("*", "10")], &[("2025", "10")]);
    }
}
