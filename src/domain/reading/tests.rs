//! Tests of readings: same, shorter and longer periods, year to date, what counts from when.

use super::*;
use crate::domain::id::KpiId;
use crate::domain::kpi::{Aggregation, Direction, Indicator};
use crate::domain::name::{Key, Name};
use crate::domain::target::{Span, TargetSpec};
use crate::domain::unit::Unit;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text, FiscalStart::JANUARY).unwrap()
}

/// A KPI with its targets and actuals, created on 1 January 2026 unless said otherwise.
struct Fixture {
    kpi: Kpi,
    targets: Vec<DatedTarget>,
    actuals: BTreeMap<Period, Entry>,
    created_on: NaiveDate,
}

impl Fixture {
    fn new(frequency: PeriodKind, aggregation: Aggregation) -> Self {
        let kpi = Kpi {
            id: KpiId::from(1),
            key: Key::parse("k").unwrap(),
            name: Name::parse("K").unwrap(),
            unit: Unit::default(),
            direction: Direction::Higher,
            indicator: Indicator::Lagging,
            frequency,
            aggregation,
            decimals: 0,
            baseline: None,
            best_possible: false,
            carry_forward: false,
            entered_ytd: false,
            available_on: None,
        };
        let created_on = "2026-01-01".parse().unwrap();
        Self {
            kpi,
            targets: Vec::new(),
            actuals: BTreeMap::new(),
            created_on,
        }
    }

    fn target(mut self, from: Option<&str>, target: &str, red: &str) -> Self {
        let spec = TargetSpec {
            target: Some(d(target)),
            red: Some(d(red)),
            ..TargetSpec::default()
        };
        self.targets.push(DatedTarget {
            from: from.map(period),
            span: Span::Onwards,
            spec,
        });
        self
    }

    fn actual(mut self, of: &str, value: &str) -> Self {
        self.actuals.insert(period(of), Entry::Number(d(value)));
        self
    }

    fn not_applicable(mut self, of: &str) -> Self {
        self.actuals.insert(
            period(of),
            Entry::NotApplicable {
                reason: "closed".to_owned(),
            },
        );
        self
    }

    fn created(mut self, on: &str) -> Self {
        self.created_on = on.parse().unwrap();
        self
    }

    fn read(&self, viewed: &str, view: View) -> Reading {
        let source = Source {
            kpi: &self.kpi,
            targets: &self.targets,
            actuals: &self.actuals,
            created_on: self.created_on,
            book: None,
        };
        let now = "2026-11-20T12:00:00Z".parse().unwrap();
        let asked = Asked {
            period: period(viewed),
            view,
            now,
            zone: Tz::UTC,
            fiscal: FiscalStart::JANUARY,
        };
        read(&source, &asked)
    }
}

fn line(target: &str, red: &str) -> Rule {
    Rule::Linear {
        target: d(target),
        red: d(red),
        assumed: false,
        best_possible: false,
    }
}

#[test]
fn a_kpi_of_the_viewed_kind_shows_its_own_value() {
    let kpi = Fixture::new(PeriodKind::Month, Aggregation::Sum)
        .target(None, "10", "5")
        .target(Some("2026-06"), "20", "10")
        .actual("2026-05", "12")
        .actual("2026-06", "12")
        .not_applicable("2026-07");
    let check = |viewed: &str, state: State, status| {
        let reading = kpi.read(viewed, View::Period);
        assert_eq!((reading.state.clone(), reading.status()), (state, status), "{viewed}");
        assert_eq!((reading.of, reading.as_of), (period(viewed), false));
    };
    check("2026-05", State::Number(d("12")), Some(Status::OnTarget));
    check("2026-06", State::Number(d("12")), Some(Status::AtRisk));
    check(
        "2026-07",
        State::NotApplicable {
            reason: "closed".to_owned(),
        },
        Some(Status::NotApplicable),
    );
    check("2026-08", State::Blank, Some(Status::NoData));
    check("2026-11", State::ToDate(None), Some(Status::NoData));
    check("2026-12", State::Absent, None);
    check("2025-12", State::Absent, None);
}

#[test]
fn a_value_without_a_target_is_unscored_and_so_is_its_absence() {
    let kpi = Fixture::new(PeriodKind::Month, Aggregation::Sum).actual("2026-05", "12");
    assert_eq!(kpi.read("2026-05", View::Period).input(), Some(Input::Unscored));
    assert_eq!(kpi.read("2026-06", View::Period).input(), Some(Input::Unscored));
    assert_eq!(kpi.read("2026-06", View::Period).state, State::Blank);
}

#[test]
fn the_running_period_is_to_date_and_enters_no_roll_up() {
    let kpi = Fixture::new(PeriodKind::Month, Aggregation::Sum)
        .target(None, "10", "5")
        .actual("2026-11", "12");
    let reading = kpi.read("2026-11", View::Period);
    assert_eq!(
        (reading.state.clone(), reading.input()),
        (State::ToDate(Some(d("12"))), None)
    );
    let slower = Fixture::new(PeriodKind::Quarter, Aggregation::Last)
        .target(None, "10", "5")
        .actual("2026-Q3", "7")
        .read("2026-11", View::Period);
    assert_eq!((slower.state.clone(), slower.input()), (State::Number(d("7")), None));
    let quarter = kpi.read("2026-Q4", View::Period);
    assert_eq!(
        (quarter.state.clone(), quarter.input()),
        (State::ToDate(Some(d("12"))), None)
    );
}

#[test]
fn a_kpi_counts_from_its_creation_or_its_first_actual() {
    let created = Fixture::new(PeriodKind::Month, Aggregation::Sum)
        .created("2026-06-15")
        .target(None, "10", "5");
    assert_eq!(created.read("2026-05", View::Period).state, State::Absent);
    assert_eq!(created.read("2026-06", View::Period).state, State::Blank);
    let logged = created.actual("2026-03", "1");
    assert_eq!(logged.read("2026-02", View::Period).state, State::Absent);
    assert_eq!(logged.read("2026-04", View::Period).state, State::Blank);
}

#[test]
fn a_longer_period_aggregates_actuals_targets_and_red_flags_over_the_parts_that_have_both() {
    let check = |how, number: &str, rule| {
        let kpi = Fixture::new(PeriodKind::Month, how)
            .target(None, "10", "5")
            .target(Some("2026-06"), "20", "10")
            .actual("2026-04", "12")
            .actual("2026-06", "18");
        let reading = kpi.read("2026-Q2", View::Period);
        assert_eq!(reading.state, State::Number(d(number)), "{how}");
        assert_eq!(reading.rule, Some(rule), "{how}");
        assert_eq!((reading.parts, reading.missing), (3, vec![period("2026-05")]));
    };
    check(Aggregation::Sum, "30", line("30", "15"));
    check(Aggregation::Average, "15", line("15", "7.5"));
    check(Aggregation::Last, "18", line("20", "10"));
    check(Aggregation::Minimum, "12", line("10", "5"));
    check(Aggregation::Maximum, "18", line("20", "10"));
}

#[test]
fn a_part_without_a_target_is_left_out_and_named() {
    let kpi = Fixture::new(PeriodKind::Month, Aggregation::Sum)
        .target(Some("2026-05"), "10", "5")
        .actual("2026-04", "100")
        .actual("2026-05", "11")
        .not_applicable("2026-06");
    let reading = kpi.read("2026-Q2", View::Period);
    assert_eq!(reading.state, State::Number(d("11")));
    assert_eq!(reading.rule, Some(line("10", "5")));
    assert_eq!(reading.missing, [period("2026-04")]);
}

#[test]
fn a_longer_period_without_a_number_is_blank_unless_nothing_applied() {
    let target = || Fixture::new(PeriodKind::Month, Aggregation::Sum).target(None, "10", "5");
    let partly = target().not_applicable("2026-04").not_applicable("2026-05");
    assert_eq!(partly.read("2026-Q2", View::Period).state, State::Blank);
    let wholly = partly.not_applicable("2026-06");
    assert_eq!(
        wholly.read("2026-Q2", View::Period).status(),
        Some(Status::NotApplicable)
    );
    assert_eq!(target().read("2026-Q2", View::Period).rule, Some(line("30", "15")));
}

#[test]
fn a_slower_kpi_counts_with_the_latest_period_that_is_over() {
    let kpi = Fixture::new(PeriodKind::Quarter, Aggregation::Last)
        .target(None, "10", "5")
        .actual("2026-Q1", "7")
        .actual("2026-Q2", "12");
    let check = |viewed: &str, of: &str, state, as_of| {
        let reading = kpi.read(viewed, View::Period);
        assert_eq!(
            (reading.of, reading.state, reading.as_of),
            (period(of), state, as_of),
            "{viewed}"
        );
    };
    check("2026-05", "2026-Q1", State::Number(d("7")), true);
    check("2026-06", "2026-Q2", State::Number(d("12")), false);
    check("2026-08", "2026-Q2", State::Number(d("12")), true);
    check("2026-09", "2026-Q3", State::Blank, false);
    check("2026-10", "2026-Q3", State::Blank, true);
    check("2026-02", "2025-Q4", State::Absent, false);
}

#[test]
fn a_year_to_date_takes_the_fiscal_year_up_to_the_viewed_period() {
    let months = Fixture::new(PeriodKind::Month, Aggregation::Sum)
        .target(None, "10", "5")
        .actual("2026-01", "9")
        .actual("2026-02", "9")
        .actual("2026-04", "9");
    let reading = months.read("2026-03", View::YearToDate);
    assert_eq!(
        (reading.state, reading.rule),
        (State::Number(d("18")), Some(line("20", "10")))
    );
    assert_eq!((reading.parts, reading.missing), (3, vec![period("2026-03")]));
    let quarters = Fixture::new(PeriodKind::Quarter, Aggregation::Sum)
        .actual("2026-Q1", "3")
        .actual("2026-Q2", "4");
    assert_eq!(quarters.read("2026-08", View::YearToDate).state, State::Number(d("7")));
    let early = quarters.actual("2025-Q4", "9").read("2026-02", View::YearToDate);
    assert_eq!(
        (early.state, early.of, early.as_of),
        (State::Number(d("9")), period("2025-Q4"), true)
    );
}

#[test]
fn a_yes_no_kpi_is_yes_over_a_quarter_only_where_every_month_is() {
    let mut kpi = Fixture::new(PeriodKind::Month, Aggregation::Average)
        .actual("2026-04", "1")
        .actual("2026-05", "0")
        .actual("2026-06", "1");
    kpi.kpi.direction = Direction::YesNo;
    assert_eq!(kpi.read("2026-Q2", View::Period).status(), Some(Status::OffTarget));
    assert_eq!(kpi.read("2026-04", View::Period).status(), Some(Status::OnTarget));
}

#[test]
fn weeks_make_the_month_of_their_thursdays() {
    let mut kpi = Fixture::new(PeriodKind::Week, Aggregation::Sum);
    for week in 40..=45 {
        kpi = kpi.actual(&format!("2026-W{week}"), "1");
    }
    assert_eq!(kpi.read("2026-10", View::Period).state, State::Number(d("5")));
}

#[test]
fn a_stored_target_that_cannot_be_used_leaves_the_kpi_unscored_and_is_told() {
    let mut kpi = Fixture::new(PeriodKind::Month, Aggregation::Sum).actual("2026-04", "1");
    let spec = TargetSpec {
        target: Some(Decimal::ZERO),
        ..TargetSpec::default()
    };
    kpi.targets.push(DatedTarget {
        from: None,
        span: Span::Onwards,
        spec,
    });
    let reading = kpi.read("2026-04", View::Period);
    assert_eq!(reading.status(), Some(Status::Unscored));
    assert_eq!(
        reading.fault,
        Some(TargetError::RedFlagNeeded { target: Decimal::ZERO })
    );
}

#[test]
fn a_value_is_carried_forward_into_periods_that_ended_without_one() {
    let mut fixture = Fixture::new(PeriodKind::Month, Aggregation::Last)
        .target(None, "10", "5")
        .actual("2026-08", "7");
    let state = |fixture: &Fixture, viewed: &str| {
        let reading = fixture.read(viewed, View::Period);
        (reading.state, reading.carried)
    };
    assert_eq!(state(&fixture, "2026-10"), (State::Blank, None));
    fixture.kpi.carry_forward = true;
    let carried = (State::Number(d("7")), Some(period("2026-08")));
    assert_eq!(state(&fixture, "2026-10"), carried);
    assert_eq!(state(&fixture, "2026-08"), (State::Number(d("7")), None));
    assert_eq!(state(&fixture, "2026-11"), (State::ToDate(None), None), "November runs");
    assert_eq!(
        state(&fixture, "2026-07"),
        (State::Blank, None),
        "nothing came before it"
    );
    let quarter = fixture.read("2026-Q3", View::Period);
    assert_eq!(
        (quarter.carried, quarter.missing),
        (Some(period("2026-08")), vec![period("2026-07")])
    );
}
