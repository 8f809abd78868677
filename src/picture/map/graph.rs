//! The boxes in their rows, and the lanes in which arrows pass a row: what lies between neighbouring rows becomes links.
//! Arrows of one cause share their lanes.

use std::collections::HashMap;

use super::Map;
use super::rows;

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An objective.
    Box(usize),
    /// Arrows of a cause pass.
    Lane,
}

/// Something that stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub kind: Kind,
    pub row: usize,
}

/// A piece of an arrow between neighbouring rows: the first node is nearer to the cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Link {
    /// The objective that is the cause.
    pub cause: usize,
    pub from: usize,
    pub to: usize,
}

/// All of it.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    /// Those of objectives first, at their own places.
    pub nodes: Vec<Node>,
    /// The nodes of each row from left to right, the lowest row first.
    pub rows: Vec<Vec<usize>>,
    /// For each row, the band it is in.
    pub band_of_row: Vec<usize>,
    /// By the lower of the two rows.
    pub links: Vec<Vec<Link>>,
    /// Arrows within a row.
    pub sideways: Vec<(usize, usize)>,
}

impl Graph {
    pub fn of(map: &Map) -> Self {
        let total: usize = map.bands.iter().map(|band| band.objectives.len()).sum();
        let arrows = arrows(map, total);
        let capacity = rows::capacity(total);
        let mut from_top = Vec::new();
        let mut first = 0;
        for (index, band) in map.bands.iter().enumerate() {
            let count = band.objectives.len();
            let of_band = rows::of_band((first, count), &arrows, capacity);
            from_top.extend(of_band.into_iter().rev().map(|row| (index, row)));
            first += count;
        }
        let (band_of_row, rows): (Vec<usize>, Vec<Vec<usize>>) = from_top.into_iter().rev().unzip();
        let mut nodes: Vec<Node> = (0..total)
            .map(|place| Node {
                kind: Kind::Box(place),
                row: 0,
            })
            .collect();
        for (row, places) in rows.iter().enumerate() {
            for place in places {
                nodes[*place].row = row;
            }
        }
        let mut graph = Self {
            nodes,
            links: vec![Vec::new(); rows.len()],
            rows,
            band_of_row,
            sideways: Vec::new(),
        };
        graph.connect(&arrows);
        graph
    }

    fn connect(&mut self, arrows: &[(usize, usize)]) {
        let mut lanes = HashMap::new();
        for (cause, effect) in arrows {
            let (from, to) = (self.nodes[*cause].row, self.nodes[*effect].row);
            if from == to {
                self.sideways.push((*cause, *effect));
                continue;
            }
            let up = to > from;
            let mut before = *cause;
            let between: Vec<usize> = if up {
                (from + 1..to).collect()
            } else {
                (to + 1..from).rev().collect()
            };
            for row in between {
                let lane = *lanes.entry((*cause, row)).or_insert_with(|| {
                    self.nodes.push(Node { kind: Kind::Lane, row });
                    self.rows[row].push(self.nodes.len() - 1);
                    self.nodes.len() - 1
                });
                self.link(*cause, before, lane);
                before = lane;
            }
            self.link(*cause, before, *effect);
        }
    }

    fn link(&mut self, cause: usize, from: usize, to: usize) {
        let channel = self.nodes[from].row.min(self.nodes[to].row);
        let link = Link { cause, from, to };
        if !self.links[channel].contains(&link) {
            self.links[channel].push(link);
        }
    }

    /// The lower and the upper end of a link.
    pub fn ends(&self, link: &Link) -> (usize, usize) {
        if self.nodes[link.from].row < self.nodes[link.to].row {
            (link.from, link.to)
        } else {
            (link.to, link.from)
        }
    }

    pub fn is_box(&self, node: usize) -> bool {
        matches!(self.nodes[node].kind, Kind::Box(_))
    }
}

/// The arrows that can be drawn, each once.
fn arrows(map: &Map, total: usize) -> Vec<(usize, usize)> {
    let mut arrows: Vec<(usize, usize)> = map
        .arrows
        .iter()
        .copied()
        .filter(|(cause, effect)| cause != effect && *cause < total && *effect < total)
        .collect();
    arrows.sort_unstable();
    arrows.dedup();
    arrows
}
