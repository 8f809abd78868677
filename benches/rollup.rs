//! What scoring a scorecard of 25 KPIs costs: each value judged by its rule, and all of them rolled up to the scorecard.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rust_decimal::Decimal;
use scorecard_bot::domain::rollup::{Card, Input, Measured, Objective, Perspective, Settings, roll_up};
use scorecard_bot::domain::score::Rule;
use scorecard_bot::domain::weight::Weight;

const PERSPECTIVES: [&str; 4] = ["Financial", "Customer", "Internal Process", "Learning & Growth"];

fn measured(id: i64) -> Measured {
    let rule = Rule::Linear {
        target: Decimal::from(80),
        red: Decimal::from(60),
        assumed: false,
        best_possible: false,
    };
    Measured {
        id: id.into(),
        weight: Weight::ONE,
        input: Input::Scored(rule.judge(Decimal::new(500 + id * 17 % 500, 1))),
    }
}

fn card() -> Card {
    let perspective = |(at, name): (i64, &&str)| Perspective {
        id: at.into(),
        name: (*name).to_owned(),
        weight: Weight::ONE,
        objectives: (0..2)
            .map(|half| Objective {
                id: (at * 2 + half).into(),
                name: "Growth".to_owned(),
                weight: Weight::ONE,
                kpis: (0..25).filter(|kpi| kpi % 8 == at * 2 + half).map(measured).collect(),
                feeds: Vec::new(),
            })
            .collect(),
    };
    Card {
        perspectives: (0..).zip(PERSPECTIVES.iter()).map(perspective).collect(),
    }
}

fn bench(criterion: &mut Criterion) {
    criterion.bench_function("score and roll up a scorecard of 25 KPIs", |bencher| {
        bencher.iter(|| roll_up(black_box(&card()), &Settings::default()));
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
