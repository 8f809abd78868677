//! Tests of formulas: reading, writing, evaluating, and the laws of aggregation.

use proptest::prelude::*;

use super::*;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::unit::Unit;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// `a` to `e`, and two keys with a minus sign, are KPIs 1 to 7.
fn key(word: &str) -> Option<KpiId> {
    let known = ["a", "b", "c", "d", "e", "net-revenue", "90d"];
    let at = known.iter().position(|key| *key == word.to_lowercase())?;
    Some(KpiId::from(i64::try_from(at).unwrap() + 1))
}

fn word(id: KpiId) -> String {
    ["a", "b", "c", "d", "e", "net-revenue", "90d"][usize::try_from(id.get()).unwrap() - 1].to_owned()
}

fn parse(text: &str) -> Result<Formula, FormulaError> {
    Formula::parse(text, &key)
}

#[test]
fn a_formula_is_read_as_people_write_it() {
    let check = |text: &str, written: &str| assert_eq!(parse(text).unwrap().write(&word), written, "{text}");
    check("a/b*100", "a / b * 100");
    check("  A ÷ b × 100 ", "a / b * 100");
    check("a-b", "a - b");
    check("net-revenue - a", "net-revenue - a");
    check("a-net-revenue", "a - net-revenue");
    check("90d / 90", "90d / 90");
    check("(a + b) / (c − d)", "(a + b) / (c - d)");
    check("a - (b - c)", "a - (b - c)");
    check("(a - b) - c", "a - b - c");
    check("-(a + 0.50)", "-(a + 0.5)");
    check("sum(a; b, c) / 3", "sum(a, b, c) / 3");
    check("MAX(abs(a), min(b, 2))", "max(abs(a), min(b, 2))");
    check("avg (a, b)", "avg(a, b)");
}

#[test]
fn what_is_no_formula_is_refused() {
    let check = |text: &str, error: FormulaError| assert_eq!(parse(text), Err(error), "{text}");
    let unexpected = |found: &str| FormulaError::Unexpected {
        found: found.to_owned(),
    };
    let unknown = |typed: &str| FormulaError::Unknown {
        typed: typed.to_owned(),
    };
    check(" ", FormulaError::Empty);
    check("1 + 1", FormulaError::NoInput);
    check("a +", FormulaError::Unfinished);
    check("a b", unexpected(""));
    check("a / * b", unexpected("*"));
    check("(a", FormulaError::Unfinished);
    check("a)", unexpected(")"));
    check("a * 1,5", unexpected(","));
    check("a % 5", unexpected("%"));
    check("`a`", unexpected("`"));
    check("revenue / a", unknown("revenue"));
    check("a / 3x", unknown("3x"));
    check("a / #2", unknown("#2"));
    check("1.2.3 * a", unknown("1.2.3"));
    check(
        "sum()",
        FormulaError::Arguments {
            function: Function::Sum,
        },
    );
    check(
        "abs(a, b)",
        FormulaError::Arguments {
            function: Function::Absolute,
        },
    );
    check(&format!("{}a{}", "(".repeat(40), ")".repeat(40)), FormulaError::TooDeep);
    check(&"a+".repeat(300), FormulaError::TooLong { length: 600 });
}

#[test]
fn a_formula_gives_a_number_or_says_why_not() {
    let entry = |text: &str| match text {
        "n/a" => Entry::NotApplicable {
            reason: "closed".to_owned(),
        },
        number => Entry::Number(d(number)),
    };
    let check = |text: &str, inputs: &[(&str, &str)], expected: Result<&str, Gap>| {
        let inputs = inputs.iter().map(|(word, value)| (key(word).unwrap(), entry(value)));
        let result = parse(text).unwrap().evaluate(&inputs.collect());
        assert_eq!(result, expected.map(entry), "{text}");
    };
    check("a / b * 100", &[("a", "3"), ("b", "8")], Ok("37.5"));
    check("a / 3", &[("a", "1")], Ok("0.3333333333"));
    check("a / 3 * 3", &[("a", "1")], Ok("1"));
    check("2 + a * -b", &[("a", "3"), ("b", "8")], Ok("-22"));
    check("a / b", &[("a", "3"), ("b", "0")], Err(Gap::DivisionByZero));
    check("a / b", &[("a", "3")], Err(Gap::Missing(vec![KpiId::from(2)])));
    check("a * a", &[("a", "1000000000000000")], Err(Gap::TooLarge));
    check("a * 2", &[("a", "1000000000000000")], Err(Gap::TooLarge));
    check("a / b", &[("a", "3"), ("b", "n/a")], Ok("n/a"));
    check("sum(a, b)", &[("a", "3"), ("b", "n/a")], Ok("3"));
    check("avg(a, b, c)", &[("a", "3"), ("b", "n/a"), ("c", "5")], Ok("4"));
    check("min(a, b)", &[("a", "3"), ("b", "5")], Ok("3"));
    check("max(a, b)", &[("a", "n/a"), ("b", "n/a")], Ok("n/a"));
    check("abs(a - b)", &[("a", "3"), ("b", "5")], Ok("2"));
}

fn measured(word: &str, (frequency, aggregation): (PeriodKind, Aggregation), values: &[(&str, &str)]) -> Measured {
    let kpi = Kpi {
        id: key(word).unwrap(),
        key: Key::parse(word).unwrap(),
        name: Name::parse(word).unwrap(),
        unit: Unit::default(),
        direction: Direction::Higher,
        indicator: Indicator::Lagging,
        frequency,
        aggregation,
        decimals: 1,
        baseline: None,
        best_possible: false,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    };
    Measured {
        kpi,
        created_on: "2026-01-01".parse().unwrap(),
        actuals: values
            .iter()
            .map(|(of, value)| (period(of), Entry::Number(d(value))))
            .collect(),
        formulas: Vec::new(),
    }
}

fn period(text: &str) -> Period {
    Period::parse(text, FiscalStart::JANUARY).unwrap()
}

fn computed(word: &str, how: (PeriodKind, Aggregation), formulas: &[(&str, &str)]) -> Measured {
    let mut measured = measured(word, how, &[]);
    measured.formulas = formulas
        .iter()
        .map(|(from, text)| Dated {
            from: from.parse().unwrap(),
            formula: (!text.is_empty()).then(|| parse(text).unwrap()),
        })
        .collect();
    measured
}

const MONTHLY: PeriodKind = PeriodKind::Month;

fn over(book: &Book, word: &str, periods: &[&str]) -> Result<Entry, Gap> {
    let periods: Vec<Period> = periods.iter().map(|text| period(text)).collect();
    book.over(key(word).unwrap(), &periods, FiscalStart::JANUARY)
}

#[test]
fn a_ratio_over_several_periods_is_that_of_what_it_reads() {
    let book = Book::of([
        measured("a", (MONTHLY, Aggregation::Sum), &[("2026-10", "2"), ("2026-11", "2")]),
        measured(
            "b",
            (MONTHLY, Aggregation::Sum),
            &[("2026-10", "4"), ("2026-11", "100")],
        ),
        computed("c", (MONTHLY, Aggregation::Average), &[("0001-01-01", "a / b * 100")]),
        computed("d", (MONTHLY, Aggregation::Average), &[("0001-01-01", "c + 1")]),
    ]);
    let rounded = |entry: Result<Entry, Gap>| entry.unwrap().number().unwrap().round_dp(1);
    assert_eq!(over(&book, "c", &["2026-10"]), Ok(Entry::Number(d("50"))));
    assert_eq!(rounded(over(&book, "c", &["2026-10", "2026-11"])), d("3.8"));
    assert_eq!(
        rounded(over(&book, "d", &["2026-10", "2026-11"])),
        d("4.8"),
        "through a formula"
    );
}

#[test]
fn shorter_inputs_are_aggregated_and_must_be_complete() {
    let weeks = [
        ("2026-W45", "1"),
        ("2026-W46", "2"),
        ("2026-W47", "3"),
        ("2026-W48", "4"),
    ];
    let book = |values: &[(&str, &str)]| {
        Book::of([
            measured("a", (PeriodKind::Week, Aggregation::Sum), values),
            computed("c", (MONTHLY, Aggregation::Last), &[("0001-01-01", "a * 10")]),
        ])
    };
    assert_eq!(over(&book(&weeks), "c", &["2026-11"]), Ok(Entry::Number(d("100"))));
    let gap = Err(Gap::Missing(vec![KpiId::from(1)]));
    assert_eq!(over(&book(&weeks[..3]), "c", &["2026-11"]), gap);
}

#[test]
fn a_changed_formula_leaves_what_was_computed_before_it() {
    let book = Book::of([
        measured(
            "a",
            (MONTHLY, Aggregation::Sum),
            &[("2026-09", "1"), ("2026-10", "2"), ("2026-11", "3")],
        ),
        computed(
            "c",
            (MONTHLY, Aggregation::Sum),
            &[("0001-01-01", "a"), ("2026-10-01", "a * 10"), ("2026-11-01", "")],
        ),
    ]);
    let results = book.results(key("c").unwrap(), FiscalStart::JANUARY);
    let numbers: Vec<_> = results
        .values()
        .map(|entry| entry.as_ref().unwrap().number().unwrap())
        .collect();
    assert_eq!(numbers, [d("1"), d("20")], "November is entered again");
    assert_eq!(over(&book, "c", &["2026-09", "2026-10"]), Ok(Entry::Number(d("21"))));
}

#[test]
fn formulas_that_read_each_other_end() {
    let book = Book::of([
        computed("a", (MONTHLY, Aggregation::Sum), &[("0001-01-01", "b")]),
        computed("b", (MONTHLY, Aggregation::Sum), &[("0001-01-01", "a")]),
    ]);
    assert!(over(&book, "a", &["2026-10"]).is_err());
    assert!(book.results(key("a").unwrap(), FiscalStart::JANUARY).is_empty());
}

fn refs(values: &[(String, String)]) -> Vec<(&str, &str)> {
    values.iter().map(|(of, value)| (of.as_str(), value.as_str())).collect()
}

fn term() -> impl Strategy<Value = Term> {
    let leaf = prop_oneof![
        (0i64..100_000, 0u32..3).prop_map(|(digits, scale)| Term::Number(Decimal::new(digits, scale).normalize())),
        (1i64..=7).prop_map(|id| Term::Kpi(id.into())),
    ];
    leaf.prop_recursive(5, 24, 3, |inner| {
        let operator = prop_oneof![
            Just(Operator::Add),
            Just(Operator::Subtract),
            Just(Operator::Multiply),
            Just(Operator::Divide)
        ];
        let function = prop_oneof![Just(Function::Sum), Just(Function::Minimum), Just(Function::Average)];
        prop_oneof![
            inner.clone().prop_map(|term| Term::Negative(Box::new(term))),
            (operator, inner.clone(), inner.clone()).prop_map(|(o, a, b)| Term::Both(o, Box::new(a), Box::new(b))),
            (function, prop::collection::vec(inner, 1..4)).prop_map(|(f, terms)| Term::Call(f, terms)),
        ]
    })
}

proptest! {
    #[test]
    fn a_formula_is_read_back_as_it_was_written(term in term()) {
        let formula = Formula(term);
        prop_assert_eq!(Formula::read(&formula.write(&word), &key), Ok(formula.clone()));
        prop_assert_eq!(Formula::from_stored(&formula.stored()), Ok(formula));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[-+*/(),;. a-e0-9#_x×÷]{0,60}") {
        if let Ok(formula) = parse(&text) {
            prop_assert_eq!(parse(&formula.write(&word)), Ok(formula));
        }
    }

    #[test]
    fn a_sum_of_sums_is_the_same_whichever_is_added_up_first(values in prop::collection::vec((-1000i64..1000, -1000i64..1000), 2..6)) {
        let months: Vec<String> = (1..=values.len()).map(|month| format!("2026-{month:02}")).collect();
        let entered = |pick: fn(&(i64, i64)) -> i64| -> Vec<(String, String)> {
            months.iter().cloned().zip(values.iter().map(|pair| pick(pair).to_string())).collect()
        };
        let (a, b) = (entered(|pair| pair.0), entered(|pair| pair.1));
        let book = Book::of([
            measured("a", (MONTHLY, Aggregation::Sum), &refs(&a)),
            measured("b", (MONTHLY, Aggregation::Sum), &refs(&b)),
            computed("c", (MONTHLY, Aggregation::Sum), &[("0001-01-01", "a + b * 2")]),
        ]);
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let apart: Decimal = months.iter().map(|month| over(&book, "c", &[month]).unwrap().number().unwrap()).sum();
        prop_assert_eq!(over(&book, "c", &months), Ok(Entry::Number(apart)));
    }
}
