//! The structure of a server by name: what is there, and what rows make where it is not.

use std::collections::HashMap;

use crate::domain::id::{ObjectiveId, PerspectiveId, ScorecardId};
use crate::domain::name::Name;
use crate::domain::scorecard::PERSPECTIVES;
use crate::service::import::found::{Made, Reason};
use crate::service::{Actor, Noun, Result, Services, objective, perspective, scorecard};
use crate::store::objective::Objective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Where a KPI stands, by names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path {
    pub scorecard: Name,
    pub perspective: Name,
    pub objective: Name,
}

/// A scorecard, perspective or objective: there, or to be made.
pub struct Node<I> {
    /// Its row, once there is one.
    pub id: Option<I>,
    pub name: Name,
    /// The index of what it is part of; a scorecard is part of nothing.
    pub parent: usize,
}

type Nodes<I> = Vec<Node<I>>;
type Index = HashMap<(usize, String), usize>;

/// All scorecards, perspectives and objectives of a server.
#[derive(Default)]
pub struct Tree {
    pub cards: Nodes<ScorecardId>,
    pub perspectives: Nodes<PerspectiveId>,
    pub objectives: Nodes<ObjectiveId>,
    cards_by: Index,
    perspectives_by: Index,
    objectives_by: Index,
}

impl Tree {
    pub async fn load(
        connection: &mut Connection,
        actor: &Actor,
        cards: &[Scorecard],
        objectives: &[Objective],
    ) -> Result<Self> {
        let mut tree = Self::default();
        let (mut card_at, mut perspective_at) = (HashMap::new(), HashMap::new());
        for card in cards {
            if let Ok(name) = Name::parse(&card.name) {
                card_at.insert(
                    card.id,
                    put(&mut tree.cards, &mut tree.cards_by, (Some(card.id), name, 0)),
                );
            }
        }
        for (id, card, name) in store::perspective::named(connection, actor.server).await? {
            if let (Some(parent), Ok(name)) = (card_at.get(&card), Name::parse(&name)) {
                let at = put(
                    &mut tree.perspectives,
                    &mut tree.perspectives_by,
                    (Some(id), name, *parent),
                );
                perspective_at.insert(id, at);
            }
        }
        for objective in objectives {
            let parent = perspective_at.get(&objective.perspective);
            if let (Some(parent), Ok(name)) = (parent, Name::parse(&objective.name)) {
                put(
                    &mut tree.objectives,
                    &mut tree.objectives_by,
                    (Some(objective.id), name, *parent),
                );
            }
        }
        Ok(tree)
    }

    /// The scorecard with a name.
    pub fn card(&self, name: &Name) -> Option<&Node<ScorecardId>> {
        Some(&self.cards[*self.cards_by.get(&(0, name.unique()))?])
    }

    /// The objective at a path.
    pub fn objective(&self, path: &Path) -> Option<&Node<ObjectiveId>> {
        let card = *self.cards_by.get(&(0, path.scorecard.unique()))?;
        let perspective = *self.perspectives_by.get(&(card, path.perspective.unique()))?;
        let objective = *self.objectives_by.get(&(perspective, path.objective.unique()))?;
        Some(&self.objectives[objective])
    }

    /// The path of every objective that is there.
    pub fn paths(&self) -> HashMap<ObjectiveId, Path> {
        let named = self
            .objectives
            .iter()
            .filter_map(|objective| Some((objective.id?, self.path(objective))));
        named.collect()
    }

    /// The objectives of a scorecard by name, each with its path.
    pub fn objectives_of(&self, card: &Name) -> Vec<Path> {
        let Some(card) = self.cards_by.get(&(0, card.unique())) else {
            return Vec::new();
        };
        let within = |objective: &&Node<ObjectiveId>| self.perspectives[objective.parent].parent == *card;
        self.objectives
            .iter()
            .filter(within)
            .map(|objective| self.path(objective))
            .collect()
    }

    fn path(&self, objective: &Node<ObjectiveId>) -> Path {
        let perspective = &self.perspectives[objective.parent];
        Path {
            scorecard: self.cards[perspective.parent].name.clone(),
            perspective: perspective.name.clone(),
            objective: objective.name.clone(),
        }
    }

    /// Makes what is missing of a path; the column and reason where there is no room for it.
    pub fn make(&mut self, path: &Path) -> std::result::Result<(), (&'static str, Reason)> {
        let card = match self.cards_by.get(&(0, path.scorecard.unique())) {
            Some(card) => *card,
            None if self.cards.len() >= scorecard::MOST => {
                return Err(full("scorecard", Noun::Scorecard, scorecard::MOST));
            }
            None => put(&mut self.cards, &mut self.cards_by, (None, path.scorecard.clone(), 0)),
        };
        let perspective = match self.perspectives_by.get(&(card, path.perspective.unique())) {
            Some(perspective) => *perspective,
            None if count(&self.perspectives, card) >= perspective::MOST => {
                return Err(full("perspective", Noun::Perspective, perspective::MOST));
            }
            None => put(
                &mut self.perspectives,
                &mut self.perspectives_by,
                (None, path.perspective.clone(), card),
            ),
        };
        if self.objectives_by.contains_key(&(perspective, path.objective.unique())) {
            return Ok(());
        }
        if count(&self.objectives, perspective) >= objective::MOST {
            return Err(full("objective", Noun::Objective, objective::MOST));
        }
        put(
            &mut self.objectives,
            &mut self.objectives_by,
            (None, path.objective.clone(), perspective),
        );
        Ok(())
    }

    /// What is to be made.
    pub fn made(&self) -> Made {
        let cards = self.cards.iter().filter(|card| card.id.is_none());
        Made {
            scorecards: cards.map(|card| card.name.clone()).collect(),
            perspectives: self.perspectives.iter().filter(|node| node.id.is_none()).count(),
            objectives: self.objectives.iter().filter(|node| node.id.is_none()).count(),
            ..Made::default()
        }
    }

    /// How many perspectives and objectives are to be made in each scorecard, in the order of the scorecards.
    pub fn missing(&self) -> Vec<(usize, usize)> {
        let mut missing = vec![(0, 0); self.cards.len()];
        for perspective in self.perspectives.iter().filter(|node| node.id.is_none()) {
            missing[perspective.parent].0 += 1;
        }
        for objective in self.objectives.iter().filter(|node| node.id.is_none()) {
            missing[self.perspectives[objective.parent].parent].1 += 1;
        }
        missing
    }

    /// Writes what is missing. The perspectives of a new scorecard stand in the usual order, others behind them.
    pub async fn write(&mut self, services: &Services, write: &mut Connection, actor: &Actor) -> Result<()> {
        for card in self.cards.iter_mut().filter(|card| card.id.is_none()) {
            let wanted = scorecard::Create {
                name: card.name.to_string(),
                ..scorecard::Create::default()
            };
            card.id = Some(scorecard::add(services, write, actor, &wanted, &[]).await?);
        }
        let usual = |name: &Name| {
            PERSPECTIVES
                .iter()
                .position(|usual| usual.eq_ignore_ascii_case(name.as_str()))
                .unwrap_or(usize::MAX)
        };
        let mut missing: Vec<&mut Node<PerspectiveId>> = self
            .perspectives
            .iter_mut()
            .filter(|perspective| perspective.id.is_none())
            .collect();
        missing.sort_by_key(|perspective| (perspective.parent, usual(&perspective.name)));
        for perspective in missing {
            if let Some(card) = self.cards[perspective.parent].id {
                let (name, unique) = (perspective.name.as_str(), perspective.name.unique());
                perspective.id = Some(store::perspective::insert(write, actor.server, card, name, &unique).await?);
            }
        }
        for objective in self.objectives.iter_mut().filter(|objective| objective.id.is_none()) {
            if let Some(perspective) = self.perspectives[objective.parent].id {
                let (name, unique) = (objective.name.as_str(), objective.name.unique());
                objective.id = Some(store::objective::insert(write, actor.server, perspective, name, &unique).await?);
            }
        }
        Ok(())
    }
}

fn put<I>(nodes: &mut Nodes<I>, index: &mut Index, (id, name, parent): (Option<I>, Name, usize)) -> usize {
    index.insert((parent, name.unique()), nodes.len());
    nodes.push(Node { id, name, parent });
    nodes.len() - 1
}

fn count<I>(nodes: &Nodes<I>, parent: usize) -> usize {
    nodes.iter().filter(|node| node.parent == parent).count()
}

fn full(column: &'static str, noun: Noun, most: usize) -> (&'static str, Reason) {
    (column, Reason::Full { noun, most })
}
