//! The strategy map: a band for each perspective, a box for each objective with its score, status and change, and arrows
//! from cause to effect. Arrows run in channels between the rows of boxes and in lanes between boxes, never through one;
//! `rows`, `order`, `place` and `net` say where.

mod graph;
mod net;
mod order;
mod place;
mod port;
mod rows;
mod sketch;
mod stack;

use super::Drawing;
use super::canvas::{Canvas, Point, Rect};
use super::head::{self, Head, MARGIN};
use super::legend::{self, Key};
use crate::domain::score::Status;
use crate::domain::theme::Theme;

/// How wide the names of perspectives are.
const LABELS: f32 = 104.0;

/// Between a band's edge and its boxes.
const PADDING: f32 = 10.0;

/// How wide the part with boxes is unless they need more.
const INNER: f32 = 540.0;

/// One picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// The scorecard.
    pub title: String,
    /// The period, and what is missing.
    pub subtitle: String,
    /// The scorecard's status, and its score and word beside it.
    pub result: Option<(Status, String)>,
    /// The perspectives, that of the last effects first.
    pub bands: Vec<Band>,
    /// Cause and effect: places among all objectives, band by band. What points nowhere is left out.
    pub arrows: Vec<(usize, usize)>,
    /// What stands in a perspective without objectives.
    pub empty: String,
    /// What stands below.
    pub footnotes: Vec<String>,
    /// The words of the legend.
    pub words: Legend,
}

/// A perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: Status,
    /// Its score; empty without one.
    pub score: String,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: Status,
    /// Its score; empty without one.
    pub score: String,
    /// How its score changed since the period before.
    pub change: Option<(Way, String)>,
}

/// Which way a score went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed.
    Level,
}

/// The words of the legend; what does not occur is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend {
    /// The word of each status, in the order of `Status::ALL`.
    pub statuses: Vec<String>,
    /// What an arrow means.
    pub arrow: String,
    /// What the changes are measured from.
    pub change: String,
}

/// Where everything is.
#[derive(Debug)]
struct Layout {
    /// By band: its ground.
    grounds: Vec<Rect>,
    /// By objective.
    boxes: Vec<Rect>,
    nets: Vec<net::Net>,
    /// Where arrows pass a row.
    lanes: Vec<(Point, Point)>,
    /// Arrows between neighbours in a row.
    level: Vec<(Point, Point)>,
}

/// Draws a strategy map.
#[must_use]
pub fn draw(map: &Map, theme: Theme) -> Drawing {
    let mut canvas = Canvas::new(theme);
    let graph = graph::Graph::of(map);
    let graph = order::untangled(graph);
    let placed = place::across(&graph);
    let width = 2.0 * MARGIN + LABELS + 2.0 * PADDING + placed.inner;
    let head = Head {
        title: &map.title,
        subtitle: &map.subtitle,
        beside: map.result.as_ref(),
    };
    let top = head::draw(&mut canvas, &head, width);
    let layout = stack::down(map, &graph, &placed, (top, canvas.palette));
    for (band, ground) in map.bands.iter().zip(&layout.grounds) {
        sketch::band(&mut canvas, band, *ground, &map.empty);
    }
    sketch::arrows(&mut canvas, &layout);
    let objectives = map.bands.iter().flat_map(|band| &band.objectives);
    for (objective, rect) in objectives.zip(&layout.boxes) {
        sketch::objective(&mut canvas, objective, *rect);
    }
    let bottom = layout.grounds.iter().map(Rect::bottom).fold(top, f32::max);
    let y = legend::draw(&mut canvas, &entries(map, &layout), (bottom + 22.0, width));
    let y = legend::footnotes(&mut canvas, &map.footnotes, (y, width));
    canvas.finish(width, y + MARGIN - 8.0)
}

fn entries<'a>(map: &'a Map, layout: &Layout) -> Vec<(Key, &'a str)> {
    let objectives = || map.bands.iter().flat_map(|band| &band.objectives);
    let occurs = |status: Status| {
        let of_band = |band: &Band| band.status == status && !band.score.is_empty();
        objectives().any(|objective| objective.status == status) || map.bands.iter().any(of_band)
    };
    let words = Status::ALL.iter().zip(&map.words.statuses);
    let mut entries: Vec<(Key, &str)> = words
        .filter(|(status, _)| occurs(**status))
        .map(|(status, word)| (Key::Sign(*status), word.as_str()))
        .collect();
    if !layout.nets.is_empty() || !layout.level.is_empty() {
        entries.push((Key::Arrow, &map.words.arrow));
    }
    if objectives().any(|objective| objective.change.is_some()) {
        entries.push((Key::Change, &map.words.change));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A map of bands so large, with arrows between places.
    pub(super) fn map(sizes: &[usize], arrows: &[(usize, usize)]) -> Map {
        let mut count = 0;
        let mut objective = || {
            count += 1;
            Objective {
                name: format!("Objective number {count} of a strategy"),
                status: Status::ALL[count % Status::ALL.len()],
                score: "6.1".to_owned(),
                change: Some((Way::Up, "+0.5".to_owned())),
            }
        };
        let bands = sizes.iter().map(|size| Band {
            name: "Perspective".to_owned(),
            status: Status::AtRisk,
            score: "5.2".to_owned(),
            objectives: (0..*size).map(|_| objective()).collect(),
        });
        Map {
            title: "Acme".to_owned(),
            subtitle: "November 2026".to_owned(),
            result: None,
            bands: bands.collect(),
            arrows: arrows.to_vec(),
            empty: "no objectives yet".to_owned(),
            footnotes: Vec::new(),
            words: Legend {
                statuses: Status::ALL.iter().map(ToString::to_string).collect(),
                arrow: "drives".to_owned(),
                change: "change".to_owned(),
            },
        }
    }

    fn laid_out(map: &Map) -> Layout {
        let graph = order::untangled(graph::Graph::of(map));
        let placed = place::across(&graph);
        stack::down(
            map,
            &graph,
            &placed,
            (80.0, crate::picture::palette::Palette::of(Theme::Light)),
        )
    }

    /// Some maps with many kinds of arrows: up, down, within a row, in circles, over several rows.
    fn several() -> Vec<Map> {
        let pseudo = |count: usize, of: usize| -> Vec<(usize, usize)> {
            (0..count)
                .map(|at| ((at * 7 + at / 3 + 5) % of, (at * 11 + at / 5) % of))
                .collect()
        };
        vec![
            map(&[1, 1, 1, 1], &[(1, 0), (2, 1), (3, 2)]),
            map(&[3, 3, 3, 3], &pseudo(18, 12)),
            map(
                &[4, 4, 4, 4],
                &[(0, 3), (3, 0), (0, 1), (15, 0), (0, 15), (5, 6), (6, 7)],
            ),
            map(&[10, 10, 10, 10], &pseudo(60, 40)),
            map(&[0, 2, 0, 5], &[(2, 0), (3, 1), (6, 0)]),
            map(&[6], &[(0, 5), (5, 0), (1, 2)]),
            map(&[], &[]),
            map(&[2], &[(0, 9), (1, 1)]),
        ]
    }

    #[test]
    fn no_box_touches_another_and_all_are_in_their_bands() {
        for map in several() {
            let layout = laid_out(&map);
            for (index, one) in layout.boxes.iter().enumerate() {
                assert!(layout.boxes[index + 1..].iter().all(|other| !one.overlaps(other)));
            }
            let mut boxes = layout.boxes.iter();
            for (band, ground) in map.bands.iter().zip(&layout.grounds) {
                for _ in &band.objectives {
                    let rect = boxes.next().unwrap();
                    assert!(
                        rect.y > ground.y && rect.bottom() < ground.bottom(),
                        "{rect:?} in {ground:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_arrow_runs_through_a_box() {
        for map in several() {
            let layout = laid_out(&map);
            for (from, to) in &layout.lanes {
                for rect in &layout.boxes {
                    let beside = from.x < rect.x - 1.0 || from.x > rect.right() + 1.0;
                    let apart = from.y.min(to.y) >= rect.bottom() || from.y.max(to.y) <= rect.y;
                    assert!(beside || apart, "a lane at {} in {rect:?}", from.x);
                }
            }
            for net in &layout.nets {
                let (lower, upper, first) = net.edges;
                let level = first - net::TRACK * f32::from(u16::try_from(net.track).unwrap());
                assert!(upper <= level && level <= lower, "{net:?}");
                for rect in &layout.boxes {
                    assert!(
                        rect.y >= lower - 0.1 || rect.bottom() <= upper + 0.1,
                        "{rect:?} in a channel {net:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_arrow_arrives() {
        for map in several() {
            let graph = graph::Graph::of(&map);
            let layout = laid_out(&map);
            let heads = layout
                .nets
                .iter()
                .flat_map(|net| &net.leaves)
                .filter(|pin| pin.end == net::End::Head);
            let wanted = graph
                .links
                .iter()
                .flatten()
                .filter(|link| graph.is_box(link.to))
                .count()
                + graph.sideways.len();
            assert_eq!(heads.count() + layout.level.len(), wanted);
        }
    }

    #[test]
    fn every_map_can_be_drawn_in_both_themes() {
        for (map, theme) in several().iter().zip([Theme::Light, Theme::Dark].into_iter().cycle()) {
            assert!(draw(map, theme).png().is_ok());
        }
    }
}
