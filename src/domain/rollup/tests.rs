//! Tests of the roll-up: means, coverage, held failures, changes.

use proptest::prelude::*;

use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn weight(number: i64) -> Weight {
    Weight::try_from(Decimal::from(number)).unwrap()
}

fn scored(level: &str) -> Input {
    let level = d(level);
    Input::Scored(Judgement {
        level,
        status: Status::of_level(level),
    })
}

fn objective(id: i64, of: i64, inputs: &[(i64, Input)]) -> Objective {
    let kpis = inputs.iter().enumerate().map(|(index, (share, input))| Measured {
        id: KpiId::from(id * 100 + i64::try_from(index).unwrap()),
        weight: weight(*share),
        input: *input,
    });
    Objective {
        id: id.into(),
        name: format!("Objective {id}"),
        weight: weight(of),
        kpis: kpis.collect(),
        feeds: Vec::new(),
    }
}

fn fed(of: i64, source: Objective) -> Feed {
    Feed {
        weight: weight(of),
        source,
        settings: Settings::default(),
    }
}

fn card(perspectives: Vec<(i64, Vec<Objective>)>) -> Card {
    let perspectives = perspectives
        .into_iter()
        .enumerate()
        .map(|(index, (share, objectives))| Perspective {
            id: PerspectiveId::from(i64::try_from(index).unwrap()),
            name: format!("Perspective {index}"),
            weight: weight(share),
            objectives,
        });
    Card {
        perspectives: perspectives.collect(),
    }
}

fn single(inputs: &[(i64, Input)]) -> Rollup {
    roll_up(&card(vec![(1, vec![objective(1, 1, inputs)])]), &Settings::default()).perspectives[0].objectives[0].rollup
}

#[test]
fn the_voice_pages_customer_example_comes_out() {
    let keep = objective(1, 60, &[(1, scored("0")), (1, scored("1.2")), (1, Input::Blank)]);
    let win = objective(2, 40, &[(1, scored("1.425"))]);
    let result = roll_up(&card(vec![(1, vec![keep, win])]), &Settings::default());
    let customer = &result.perspectives[0];
    assert_eq!(
        score::display_score(customer.objectives[0].rollup.level.unwrap()).to_string(),
        "2.0"
    );
    assert_eq!(customer.objectives[1].rollup.score(), Some(d("4.75")));
    assert_eq!(customer.rollup.score(), Some(d("3.1")));
    assert_eq!(customer.rollup.status, Status::OffTarget);
    assert_eq!((customer.rollup.scored_children, customer.rollup.children), (2, 2));
    assert_eq!(score::fixed(customer.rollup.coverage.unwrap(), 3), d("0.800"));
}

#[test]
fn a_parent_is_the_weighted_mean_of_the_children_that_have_a_level() {
    use Status::{AtRisk, NoData, NotApplicable, OnTarget, Unscored};
    let check = |inputs: &[(i64, Input)], level: Option<&str>, coverage: Option<&str>, status| {
        let result = single(inputs);
        assert_eq!(result.level, level.map(d), "{inputs:?}");
        assert_eq!(result.coverage, coverage.map(d), "{inputs:?}");
        assert_eq!(result.status, status, "{inputs:?}");
    };
    check(&[(1, scored("2")), (3, scored("3"))], Some("2.75"), Some("1"), OnTarget);
    check(
        &[(3, scored("1.5")), (1, Input::Blank)],
        Some("1.5"),
        Some("0.75"),
        AtRisk,
    );
    check(
        &[(1, scored("1.5")), (9, Input::NotApplicable), (9, Input::Unscored)],
        Some("1.5"),
        Some("1"),
        AtRisk,
    );
    check(&[(1, Input::Blank), (1, Input::NotApplicable)], None, Some("0"), NoData);
    check(&[(1, Input::NotApplicable)], None, None, NotApplicable);
    check(&[(1, Input::NotApplicable), (1, Input::Unscored)], None, None, Unscored);
    check(&[], None, None, Unscored);
}

#[test]
fn thirds_that_add_up_to_the_mark_reach_it() {
    let third = |of: i64| {
        let level = Decimal::from(of) / Decimal::from(3);
        Input::Scored(Judgement {
            level,
            status: Status::of_level(level),
        })
    };
    for (a, b) in [(5, 7), (4, 8), (1, 11)] {
        assert_eq!(
            single(&[(1, third(a)), (1, third(b))]).level,
            Some(Decimal::TWO),
            "{a}/3 and {b}/3"
        );
    }
}

#[test]
fn a_score_with_too_little_weight_behind_it_is_provisional() {
    let result = single(&[(1, scored("3")), (1, Input::Blank)]);
    assert_eq!(
        (result.status, result.provisional, result.level),
        (Status::NoData, true, Some(d("3")))
    );
    let low = Settings {
        coverage_floor: d("0.5"),
        ..Settings::default()
    };
    let tree = card(vec![(1, vec![objective(1, 1, &[(1, scored("3")), (1, Input::Blank)])])]);
    assert_eq!(roll_up(&tree, &low).rollup.status, Status::OnTarget);
}

#[test]
fn a_parent_with_an_off_target_direct_child_is_held_at_at_risk() {
    let result = single(&[(9, scored("3")), (1, scored("0"))]);
    assert_eq!(
        (result.status, result.held, result.level),
        (Status::AtRisk, true, Some(d("2.7")))
    );
    let tree = card(vec![(1, vec![objective(1, 1, &[(9, scored("3")), (1, scored("0"))])])]);
    let open = Settings {
        cap_red: false,
        ..Settings::default()
    };
    assert_eq!(
        roll_up(&tree, &open).perspectives[0].objectives[0].rollup.status,
        Status::OnTarget
    );
    let whole = roll_up(&tree, &Settings::default());
    assert_eq!(
        (whole.rollup.status, whole.rollup.held),
        (Status::OnTarget, false),
        "the KPI is no direct child"
    );
    assert_eq!(whole.rollup.counts.off_target, 1);
}

#[test]
fn coverage_uses_effective_weights_down_the_tree() {
    let half = objective(1, 1, &[(1, scored("2")), (1, Input::Blank)]);
    let full = objective(2, 3, &[(1, scored("2"))]);
    let unscored = objective(3, 50, &[(1, Input::Unscored)]);
    let result = roll_up(
        &card(vec![(1, vec![half, full, unscored]), (1, vec![])]),
        &Settings::default(),
    );
    assert_eq!(result.rollup.coverage, Some(d("0.875")));
    assert_eq!((result.rollup.scored_children, result.rollup.children), (1, 2));
}

#[test]
fn a_change_compares_only_what_is_scored_in_both_periods() {
    let now = card(vec![(
        1,
        vec![objective(1, 1, &[(1, scored("3")), (1, scored("1.2"))])],
    )]);
    let before = card(vec![(
        1,
        vec![objective(1, 1, &[(1, Input::Blank), (1, scored("1.5"))])],
    )]);
    let change = changes(&now, &before, &Settings::default());
    assert_eq!(change.card, Some(d("-1")));
    assert_eq!(change.kpis.len(), 1);
    assert_eq!(change.objectives.get(&ObjectiveId::from(1)), Some(&d("-1")));
    assert_eq!(changes(&now, &Card::default(), &Settings::default()), Change::default());
}

#[test]
fn what_feeds_an_objective_is_one_input_of_it() {
    let result = |feeds: Vec<Feed>, kpis: &[(i64, Input)]| {
        let top = Objective {
            feeds,
            ..objective(1, 1, kpis)
        };
        roll_up(&card(vec![(1, vec![top])]), &Settings::default()).perspectives[0].objectives[0].rollup
    };
    // (2.4 × 1 + 1.2 × 2) ÷ 3: the two KPIs of the second count as the one objective they make.
    let low = || objective(2, 50, &[(1, scored("0.4")), (1, scored("2"))]);
    let it = result(vec![fed(2, low())], &[(1, scored("2.4"))]);
    assert_eq!((it.level, it.coverage), (Some(d("1.6")), Some(d("1"))));
    assert_eq!((it.scored_children, it.children, it.counts.total()), (2, 2, 2));
    assert_eq!(
        (it.counts.on_target, it.counts.at_risk, it.counts.off_target),
        (1, 1, 0)
    );

    // Its coverage is that of its weight: half of two thirds is missing, so its score is provisional by itself.
    let half = objective(2, 1, &[(1, scored("3")), (1, Input::Blank)]);
    let it = result(vec![fed(2, half)], &[(1, scored("3"))]);
    assert_eq!(score::fixed(it.coverage.unwrap(), 3), d("0.667"));
    assert_eq!((it.level, it.provisional, it.counts.no_data), (Some(d("3")), true, 1));

    // An off-target one holds what it feeds, a blank one is waited for, one of which nothing counts is not there.
    let it = result(vec![fed(1, objective(2, 1, &[(1, scored("0"))]))], &[(9, scored("3"))]);
    assert_eq!((it.status, it.held), (Status::AtRisk, true));
    let it = result(vec![fed(1, objective(2, 1, &[(1, Input::Blank)]))], &[(9, scored("3"))]);
    assert_eq!(
        (it.level, it.coverage, it.counts.no_data),
        (Some(d("3")), Some(d("0.9")), 1)
    );
    let it = result(vec![fed(1, objective(2, 1, &[]))], &[(9, scored("3"))]);
    assert_eq!((it.children, it.counts.total(), it.coverage), (1, 1, Some(d("1"))));
    assert_eq!(result(vec![fed(1, objective(2, 1, &[]))], &[]).status, Status::Unscored);
}

#[test]
fn a_feed_is_fed_in_turn_and_each_scorecard_rolls_up_as_it_chose() {
    let deepest = || objective(3, 1, &[(9, scored("3")), (1, scored("0"))]);
    let counts = |source: Objective, settings: Settings| {
        let top = Objective {
            feeds: vec![Feed {
                settings,
                ..fed(1, source)
            }],
            ..objective(1, 1, &[])
        };
        let counts = roll_up(&card(vec![(1, vec![top])]), &Settings::default()).rollup.counts;
        (counts.on_target, counts.at_risk)
    };
    let open = Settings {
        cap_red: false,
        ..Settings::default()
    };
    assert_eq!(counts(deepest(), Settings::default()), (0, 1));
    assert_eq!(counts(deepest(), open), (1, 0));
    let middle = Objective {
        feeds: vec![fed(1, deepest())],
        ..objective(2, 1, &[(1, scored("1.5"))])
    };
    let top = Objective {
        feeds: vec![fed(1, middle)],
        ..objective(1, 1, &[])
    };
    let result = roll_up(&card(vec![(1, vec![top])]), &Settings::default()).rollup;
    assert_eq!(result.level, Some(d("2.1")), "(2.7 + 1.5) ÷ 2");
}

#[test]
fn a_change_of_what_feeds_compares_only_what_is_scored_in_both_periods() {
    let top = |kpis: &[(i64, Input)]| {
        let top = Objective {
            feeds: vec![fed(1, objective(2, 1, kpis))],
            ..objective(1, 1, &[])
        };
        card(vec![(1, vec![top])])
    };
    let now = top(&[(1, scored("3")), (1, scored("1.2"))]);
    let before = top(&[(1, Input::Blank), (1, scored("1.5"))]);
    let change = changes(&now, &before, &Settings::default());
    assert_eq!(change.card, Some(d("-1")));
    let key = (ObjectiveId::from(1), ObjectiveId::from(2));
    assert_eq!(change.feeds.get(&key), Some(&d("-1")));
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        4 => (0i64..=3000).prop_map(|level| {
            let level = Decimal::new(level, 3);
            Input::Scored(Judgement { level, status: Status::of_level(level) })
        }),
        1 => Just(Input::Blank),
        1 => Just(Input::NotApplicable),
        1 => Just(Input::Unscored),
    ]
}

/// Weights of objectives, with the weights and inputs of their KPIs.
type ObjectiveShapes = Vec<(i64, Vec<(i64, Input)>)>;

fn any_card() -> impl Strategy<Value = Vec<(i64, ObjectiveShapes)>> {
    let kpis = proptest::collection::vec((1i64..=100, any_input()), 0..5);
    let objectives = proptest::collection::vec((1i64..=100, kpis), 0..4);
    proptest::collection::vec((1i64..=100, objectives), 0..5)
}

fn build(shape: &[(i64, ObjectiveShapes)], times: i64) -> Card {
    let perspectives = shape.iter().map(|(share, objectives)| {
        let objectives = objectives.iter().enumerate().map(|(index, (share, kpis))| {
            let kpis: Vec<_> = kpis.iter().map(|(share, input)| (share * times, *input)).collect();
            objective(i64::try_from(index).unwrap(), share * times, &kpis)
        });
        (share * times, objectives.collect())
    });
    card(perspectives.collect())
}

proptest! {
    #[test]
    fn weights_that_are_scaled_give_the_same_roll_up(shape in any_card(), times in 2i64..50) {
        let one = roll_up(&build(&shape, 1), &Settings::default());
        let scaled = roll_up(&build(&shape, times), &Settings::default());
        let shown = |card: &CardRollup| {
            card.perspectives.iter().map(|it| it.rollup).chain([card.rollup])
                .map(|it| (it.level.map(|l| l.round_dp(12)), it.coverage.map(|c| c.round_dp(12)), it.counts))
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(shown(&one), shown(&scaled));
    }

    #[test]
    fn levels_and_coverage_stay_within_their_bounds(shape in any_card()) {
        let result = roll_up(&build(&shape, 1), &Settings::default());
        let nodes = result.perspectives.iter().flat_map(|it| {
            it.objectives.iter().map(|objective| objective.rollup).chain([it.rollup])
        });
        for node in nodes.chain([result.rollup]) {
            prop_assert!(node.level.is_none_or(|level| level >= Decimal::ZERO && level.round_dp(12) <= Decimal::from(3)));
            prop_assert!(node.coverage.is_none_or(|it| it >= Decimal::ZERO && it.round_dp(12) <= Decimal::ONE));
            prop_assert_eq!(node.level.is_some(), node.counts.scored() > 0);
        }
    }
}
