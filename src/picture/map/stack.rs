//! Where everything is from top to bottom: bands with their rows, and between rows channels as high as their arrows need.

use super::super::canvas::{Rect, at};
use super::super::head::MARGIN;
use super::super::palette::Palette;
use super::graph::{Graph, Kind};
use super::net::{Net, TRACK, tracks};
use super::place::Across;
use super::{LABELS, Layout, Map, PADDING, port, sketch};

/// From the lower edge of a channel to its first track, and from the last to the upper edge, where arrowheads are.
const BELOW: f32 = 13.0;
const ABOVE: f32 = 17.0;

/// The least height of a channel: without and with arrows, and between bands.
const QUIET: f32 = 14.0;
const BUSY: f32 = 30.0;
const BANDS: f32 = 28.0;

/// The height of a row without boxes.
const EMPTY: f32 = 26.0;

/// Lays everything out below a place.
pub(super) fn down(map: &Map, graph: &Graph, across: &Across, (top, palette): (f32, &'static Palette)) -> Layout {
    let left = MARGIN + LABELS + PADDING;
    let (mut channels, level) = port::nets(graph, across);
    let heights = row_heights(map, graph, across);
    let channel_heights: Vec<f32> = channels
        .iter_mut()
        .enumerate()
        .map(|(channel, nets)| channel_height(graph, channel, nets))
        .collect();
    let tops = tops(graph, &heights, &channel_heights, top);
    let bottom = |row: usize| tops[row] + heights[row];
    let mut nets = Vec::new();
    for (channel, these) in channels.into_iter().enumerate() {
        let upper = if channel + 1 < tops.len() {
            bottom(channel + 1)
        } else {
            tops[channel] - channel_heights[channel]
        };
        for mut net in these {
            net.edges = (tops[channel], upper, tops[channel] - BELOW);
            net.ground = if is_within_band(graph, channel) {
                palette.ground
            } else {
                palette.page
            };
            shift(&mut net, left);
            nets.push(net);
        }
    }
    let boxes = (0..graph.nodes.len()).filter(|node| graph.is_box(*node)).map(|node| {
        let row = graph.nodes[node].row;
        Rect {
            x: left + across.x[node] - across.box_width / 2.0,
            y: tops[row],
            width: across.box_width,
            height: heights[row],
        }
    });
    let boxes: Vec<Rect> = boxes.collect();
    let lanes = graph
        .nodes
        .iter()
        .zip(&across.x)
        .filter(|(node, _)| node.kind == Kind::Lane);
    Layout {
        grounds: grounds(map, graph, across, (&tops, &heights, &channel_heights)),
        lanes: lanes
            .map(|(node, x)| (at(left + x, bottom(node.row)), at(left + x, tops[node.row])))
            .collect(),
        level: level.iter().map(|pair| level_arrow(&level, *pair, &boxes)).collect(),
        boxes,
        nets,
    }
}

fn shift(net: &mut Net, by: f32) {
    net.root.x += by;
    for leaf in &mut net.leaves {
        leaf.x += by;
    }
}

/// From edge to edge of two neighbours; where there is one each way, one above the other.
fn level_arrow(
    all: &[(usize, usize)],
    (cause, effect): (usize, usize),
    boxes: &[Rect],
) -> (super::Point, super::Point) {
    let (from, to) = (boxes[cause], boxes[effect]);
    let both = all.contains(&(effect, cause));
    let y = from.centre().y
        + if both {
            if cause < effect { -8.0 } else { 8.0 }
        } else {
            0.0
        };
    if from.x < to.x {
        (at(from.right(), y), at(to.x, y))
    } else {
        (at(from.x, y), at(to.right(), y))
    }
}

/// The height of each row: that of its highest box, and in a band of one row enough for the band's name.
fn row_heights(map: &Map, graph: &Graph, across: &Across) -> Vec<f32> {
    let objectives: Vec<_> = map.bands.iter().flat_map(|band| &band.objectives).collect();
    let height = |row: usize| {
        let boxes = graph.rows[row].iter().filter_map(|node| match graph.nodes[*node].kind {
            Kind::Box(place) => objectives.get(place),
            Kind::Lane => None,
        });
        let highest = boxes.map(|objective| sketch::height(objective, across.box_width));
        let band = graph.band_of_row[row];
        let alone = graph.band_of_row.iter().filter(|other| **other == band).count() == 1;
        let label = if alone {
            sketch::label_height(&map.bands[band], &map.empty)
        } else {
            0.0
        };
        highest.fold(EMPTY, f32::max).max(label)
    };
    (0..graph.rows.len()).map(height).collect()
}

/// Whether a channel lies within a band; the one above the top row does.
fn is_within_band(graph: &Graph, channel: usize) -> bool {
    graph
        .band_of_row
        .get(channel + 1)
        .is_none_or(|above| *above == graph.band_of_row[channel])
}

fn channel_height(graph: &Graph, channel: usize, nets: &mut [Net]) -> f32 {
    let count = tracks(nets);
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    let needed = match count {
        0 => 0.0,
        count => BELOW + TRACK * (count - 1) as f32 + ABOVE,
    };
    let is_top = channel + 1 == graph.rows.len();
    let least = match (is_top, nets.is_empty(), is_within_band(graph, channel)) {
        (true, true, _) => 0.0,
        (_, true, true) => QUIET,
        (_, false, true) => BUSY,
        (_, true, false) => BANDS,
        (_, false, false) => BANDS + 12.0,
    };
    needed.max(least)
}

/// The upper edge of each row.
fn tops(graph: &Graph, heights: &[f32], channels: &[f32], top: f32) -> Vec<f32> {
    let mut tops = vec![0.0; graph.rows.len()];
    let mut y = top + PADDING;
    for row in (0..graph.rows.len()).rev() {
        y += channels[row];
        tops[row] = y;
        y += heights[row];
    }
    tops
}

/// The ground of each band: from above its highest row to below its lowest.
fn grounds(
    map: &Map,
    graph: &Graph,
    across: &Across,
    (tops, heights, channels): (&[f32], &[f32], &[f32]),
) -> Vec<Rect> {
    let ground = |band: usize| {
        let rows = || (0..graph.rows.len()).filter(move |row| graph.band_of_row[*row] == band);
        let highest = rows().next_back().unwrap_or(0);
        let lowest = rows().next().unwrap_or(0);
        let extra = if highest + 1 == graph.rows.len() {
            channels[highest]
        } else {
            0.0
        };
        let y = tops[highest] - PADDING - extra;
        Rect {
            x: MARGIN,
            y,
            width: LABELS + 2.0 * PADDING + across.inner,
            height: tops[lowest] + heights[lowest] + PADDING - y,
        }
    };
    (0..map.bands.len()).map(ground).collect()
}
