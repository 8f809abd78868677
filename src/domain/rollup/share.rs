//! How much of a scorecard's score each KPI decides.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Card;
use crate::domain::id::KpiId;
use crate::domain::weight::Weight;

/// The effective weight of every KPI, 0 to 1: the product of its shares down the tree.
#[must_use]
pub fn shares(card: &Card) -> HashMap<KpiId, Decimal> {
    let mut shares = HashMap::new();
    let perspectives = total(card.perspectives.iter().map(|one| one.weight));
    for perspective in &card.perspectives {
        let objectives = total(perspective.objectives.iter().map(|one| one.weight));
        for objective in &perspective.objectives {
            let feeds = objective.feeds.iter().map(|one| one.weight);
            let kpis = total(objective.kpis.iter().map(|one| one.weight).chain(feeds));
            for kpi in &objective.kpis {
                let parts = [
                    (perspective.weight, perspectives),
                    (objective.weight, objectives),
                    (kpi.weight, kpis),
                ];
                let part = |(weight, all): (Weight, Decimal)| weight.get().checked_div(all).unwrap_or_default();
                shares.insert(kpi.id, parts.into_iter().map(part).product());
            }
        }
    }
    shares
}

fn total(weights: impl Iterator<Item = Weight>) -> Decimal {
    weights.map(Weight::get).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rollup::{Input, Measured, Objective, Perspective};

    #[test]
    fn a_kpi_decides_the_product_of_its_shares() {
        let weight = |text: &str| Weight::try_from(text.parse::<Decimal>().unwrap()).unwrap();
        let kpi = |id: i64, of: &str| Measured {
            id: id.into(),
            weight: weight(of),
            input: Input::Blank,
        };
        let objective = |id: i64, kpis: Vec<Measured>| Objective {
            id: id.into(),
            name: String::new(),
            weight: weight("1"),
            kpis,
            feeds: Vec::new(),
        };
        let perspective = |id: i64, of: &str, objectives: Vec<Objective>| Perspective {
            id: id.into(),
            name: String::new(),
            weight: weight(of),
            objectives,
        };
        let card = Card {
            perspectives: vec![
                perspective(
                    1,
                    "3",
                    vec![objective(1, vec![kpi(1, "1"), kpi(2, "3")]), objective(2, vec![])],
                ),
                perspective(2, "1", vec![objective(3, vec![kpi(3, "5")])]),
            ],
        };
        let shares = shares(&card);
        let check = |id: i64, share: &str| assert_eq!(shares[&id.into()].to_string().parse(), share.parse::<Decimal>());
        check(1, "0.09375");
        check(2, "0.28125");
        check(3, "0.25");
    }
}
