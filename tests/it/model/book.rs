//! The plain model: what people entered, kept in lists, and every number worked out anew from them, by the rules as they
//! are written down, and in exact fractions.

use std::collections::BTreeMap;

use super::fraction::Fraction;

/// Months counted from the year 0.
pub type Month = i64;

pub const PERSPECTIVES: [&str; 4] = ["Financial", "Customer", "Internal Process", "Learning & Growth"];

/// What there is of a value in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// In tenths.
    Number(i64),
    NotApplicable(String),
}

#[derive(Debug, Clone)]
pub struct Target {
    /// The first month it holds for; none: from the beginning.
    pub from: Option<Month>,
    pub good: i64,
    pub red: i64,
}

#[derive(Debug, Clone)]
pub struct Kpi {
    pub key: String,
    pub name: String,
    pub objective: usize,
    pub owner: Option<usize>,
    pub created: Month,
    pub targets: Vec<Target>,
    pub values: BTreeMap<Month, Value>,
    /// What it weighs from a month on.
    pub weights: BTreeMap<Month, i64>,
    /// Whether it is archived from a month on.
    pub archived: BTreeMap<Month, bool>,
}

#[derive(Debug, Clone)]
pub struct Objective {
    pub name: String,
    pub perspective: usize,
    pub weights: BTreeMap<Month, i64>,
}

#[derive(Debug, Clone)]
pub struct Card {
    pub name: String,
    /// What marks everything in it: no name of another scorecard contains it.
    pub tag: String,
    pub manager: usize,
    pub created: Month,
    /// The only people who may see it, beside its manager; none: everybody in the server.
    pub readers: Option<Vec<usize>>,
    pub objectives: Vec<Objective>,
    pub kpis: Vec<Kpi>,
}

/// One server: everything in it, and nothing of another.
#[derive(Debug, Clone, Default)]
pub struct Server {
    pub administrator: usize,
    pub people: Vec<usize>,
    pub cards: Vec<Card>,
    pub made: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    OnTarget,
    AtRisk,
    OffTarget,
    NoData,
    NotApplicable,
    Unscored,
}

impl Status {
    pub const ALL: [Self; 6] = [
        Self::OnTarget,
        Self::AtRisk,
        Self::OffTarget,
        Self::NoData,
        Self::NotApplicable,
        Self::Unscored,
    ];

    pub fn sign(self) -> &'static str {
        match self {
            Self::OnTarget => "🟢",
            Self::AtRisk => "🟡",
            Self::OffTarget => "🔴",
            Self::NoData => "⚪",
            Self::NotApplicable => "➖",
            Self::Unscored => "▫️",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::OnTarget => "on target",
            Self::AtRisk => "at risk",
            Self::OffTarget => "off target",
            Self::NoData => "no data",
            Self::NotApplicable => "not applicable",
            Self::Unscored => "unscored",
        }
    }

    fn of(level: &Fraction) -> Self {
        if *level >= Fraction::whole(2) {
            Self::OnTarget
        } else if *level >= Fraction::whole(1) {
            Self::AtRisk
        } else {
            Self::OffTarget
        }
    }
}

/// 0 to 3 on the line through the red flag and the target.
pub fn level(value: i64, target: &Target) -> Fraction {
    let line = Fraction::whole(1)
        + (Fraction::tenths(value) - Fraction::tenths(target.red))
            / (Fraction::tenths(target.good) - Fraction::tenths(target.red));
    line.clamp(Fraction::whole(0), Fraction::whole(3))
}

pub fn status(value: i64, target: &Target) -> Status {
    Status::of(&level(value, target))
}

pub fn score(level: Fraction) -> Fraction {
    level * Fraction::whole(10) / Fraction::whole(3)
}

/// A dated thing as it stands in a month.
fn as_of<T: Copy>(dated: &BTreeMap<Month, T>, month: Month) -> Option<T> {
    dated.range(..=month).next_back().map(|(_, it)| *it)
}

/// What a KPI brings to a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub kpi: usize,
    pub status: Status,
    pub level: Option<Fraction>,
    pub value: Option<Value>,
    pub target: Option<i64>,
}

/// What a parent's children come to.
#[derive(Debug, Clone)]
pub struct Sum {
    pub level: Option<Fraction>,
    pub status: Status,
    pub provisional: bool,
    pub held: bool,
    pub coverage: Option<Fraction>,
    pub counts: [usize; 6],
    pub change: Option<Fraction>,
}

/// A scorecard in a month.
#[derive(Debug, Clone)]
pub struct Summary {
    pub card: Sum,
    pub perspectives: Vec<(Sum, Vec<Line>)>,
}

impl Kpi {
    pub fn is_archived(&self, month: Month) -> bool {
        as_of(&self.archived, month).unwrap_or(false)
    }

    pub fn target(&self, month: Month) -> Option<&Target> {
        let holding = self
            .targets
            .iter()
            .filter(|it| it.from.is_none_or(|from| from <= month));
        holding.max_by_key(|it| it.from)
    }

    /// What it shows in a month that is over; none where it does not count.
    fn line(&self, kpi: usize, month: Month, now: Month) -> Option<Line> {
        let first = self
            .values
            .keys()
            .next()
            .map_or(self.created, |first| self.created.min(*first));
        let value = self.values.get(&month);
        if month < first || self.is_archived(month) || (value.is_none() && self.is_archived(now)) {
            return None;
        }
        let target = self.target(month);
        let (status, level) = match (value, target) {
            (Some(Value::NotApplicable(_)), _) => (Status::NotApplicable, None),
            (_, None) => (Status::Unscored, None),
            (None, Some(_)) => (Status::NoData, None),
            (Some(Value::Number(value)), Some(target)) => (status(*value, target), Some(level(*value, target))),
        };
        Some(Line {
            kpi,
            status,
            level,
            value: value.cloned(),
            target: target.map(|it| it.good),
        })
    }
}

/// A child as its parent sees it.
struct Child {
    weight: i64,
    level: Option<Fraction>,
    status: Status,
    coverage: Option<Fraction>,
    counts: [usize; 6],
}

fn combine(children: &[Child]) -> Sum {
    let mean = |parts: Vec<(i64, Fraction)>| {
        let weights: i64 = parts.iter().map(|(weight, _)| weight).sum();
        let sum = parts.into_iter().fold(Fraction::whole(0), |sum, (weight, part)| {
            sum + Fraction::whole(weight) * part
        });
        (weights > 0).then(|| sum / Fraction::whole(weights))
    };
    let level = mean(
        children
            .iter()
            .filter_map(|it| Some((it.weight, it.level.clone()?)))
            .collect(),
    );
    let coverage = mean(
        children
            .iter()
            .filter_map(|it| Some((it.weight, it.coverage.clone()?)))
            .collect(),
    );
    let mut counts = [0; 6];
    for child in children {
        for (sum, count) in counts.iter_mut().zip(child.counts) {
            *sum += count;
        }
    }
    let red = children.iter().any(|child| child.status == Status::OffTarget);
    let floor = Fraction::whole(3) / Fraction::whole(4);
    let provisional = level.is_some() && coverage.as_ref().is_some_and(|coverage| *coverage < floor);
    let own = level.as_ref().map_or_else(
        || match (counts[3] > 0, counts[4] > 0, counts[5] > 0) {
            (true, _, _) => Status::NoData,
            (_, true, false) => Status::NotApplicable,
            _ => Status::Unscored,
        },
        Status::of,
    );
    let held = !provisional && red && own == Status::OnTarget;
    let status = match (provisional, held) {
        (true, _) => Status::NoData,
        (_, true) => Status::AtRisk,
        _ => own,
    };
    Sum {
        level,
        status,
        provisional,
        held,
        coverage,
        counts,
        change: None,
    }
}

fn as_child(sum: &Sum, weight: i64) -> Child {
    Child {
        weight,
        level: sum.level.clone(),
        status: sum.status,
        coverage: sum.coverage.clone(),
        counts: sum.counts,
    }
}

impl Card {
    /// Whether it exists for somebody: a private one does for its manager, its readers, and who answers for a KPI in use.
    pub fn is_seen_by(&self, person: usize, now: Month) -> bool {
        let owns = |kpi: &Kpi| kpi.owner == Some(person) && !kpi.is_archived(now);
        let named = |readers: &Vec<usize>| readers.contains(&person) || self.kpis.iter().any(owns);
        self.manager == person || self.readers.as_ref().is_none_or(named)
    }

    /// Whether a month's review is closed: that of the month after the card was made, and each later one, closes when the
    /// next one opens, on the first day of the month after next.
    pub fn is_closed(&self, month: Month, now: Month) -> bool {
        month > self.created && month + 2 <= now
    }

    fn lines(&self, perspective: usize, month: Month, now: Month) -> Vec<(usize, Vec<Line>)> {
        let own = self
            .objectives
            .iter()
            .enumerate()
            .filter(|(_, it)| it.perspective == perspective);
        own.map(|(at, _)| {
            let kpis = self.kpis.iter().enumerate().filter(|(_, kpi)| kpi.objective == at);
            (at, kpis.filter_map(|(kpi, it)| it.line(kpi, month, now)).collect())
        })
        .collect()
    }

    /// Its numbers in a month, with the weights of another.
    fn sums(&self, (month, weighed, now): (Month, Month, Month), counted: impl Fn(&Line) -> bool) -> (Sum, Vec<Sum>) {
        let sums: Vec<Sum> = (0..PERSPECTIVES.len())
            .map(|perspective| {
                let objectives = self.lines(perspective, month, now).into_iter().map(|(at, lines)| {
                    let kpis = lines.iter().filter(|line| counted(line)).map(|line| Child {
                        weight: as_of(&self.kpis[line.kpi].weights, weighed).unwrap_or(1),
                        level: line.level.clone(),
                        status: line.status,
                        coverage: match line.status {
                            Status::NoData => Some(Fraction::whole(0)),
                            Status::NotApplicable | Status::Unscored => None,
                            _ => Some(Fraction::whole(1)),
                        },
                        counts: Status::ALL.map(|status| usize::from(status == line.status)),
                    });
                    let weight = as_of(&self.objectives[at].weights, weighed).unwrap_or(1);
                    as_child(&combine(&kpis.collect::<Vec<_>>()), weight)
                });
                combine(&objectives.collect::<Vec<_>>())
            })
            .collect();
        let children: Vec<Child> = sums.iter().map(|sum| as_child(sum, 1)).collect();
        (combine(&children), sums)
    }

    /// Its numbers in a month that is over.
    pub fn summary(&self, month: Month, now: Month) -> Summary {
        let (mut card, mut sums) = self.sums((month, month, now), |_| true);
        let scored = |month: Month, kpi: usize| {
            self.kpis[kpi]
                .line(kpi, month, now)
                .is_some_and(|line| line.level.is_some())
        };
        let both = |line: &Line| scored(month, line.kpi) && scored(month - 1, line.kpi);
        let (after, parts_after) = self.sums((month, month, now), both);
        let (before, parts_before) = self.sums((month - 1, month, now), both);
        let change = |after: &Sum, before: &Sum| {
            let (after, before) = (after.level.clone()?, before.level.clone()?);
            Some(score(after) - score(before))
        };
        card.change = change(&after, &before);
        for (at, sum) in sums.iter_mut().enumerate() {
            sum.change = change(&parts_after[at], &parts_before[at]);
        }
        let lines = (0..PERSPECTIVES.len()).map(|at| {
            self.lines(at, month, now)
                .into_iter()
                .flat_map(|(_, lines)| lines)
                .collect::<Vec<_>>()
        });
        Summary {
            perspectives: sums.into_iter().zip(lines).collect(),
            card,
        }
    }
}

impl Server {
    pub fn manages(&self, person: usize, card: &Card, now: Month) -> bool {
        card.is_seen_by(person, now) && (person == self.administrator || person == card.manager)
    }

    pub fn may_log(&self, person: usize, card: &Card, kpi: &Kpi, now: Month) -> bool {
        card.is_seen_by(person, now) && (kpi.owner == Some(person) || self.manages(person, card, now))
    }

    /// The scorecards that exist for somebody.
    pub fn seen(&self, person: usize, now: Month) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(move |card| card.is_seen_by(person, now))
    }
}
