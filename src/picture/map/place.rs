//! Where everything is from left to right: rows of boxes evenly spread, lanes between them as straight as that allows.

use super::INNER;
use super::graph::Graph;

/// How wide a box is at most and at least.
const WIDEST: f32 = 150.0;
const NARROWEST: f32 = 100.0;

/// Between two boxes, and beside a lane.
const BETWEEN_BOXES: f32 = 22.0;
const BESIDE_LANE: f32 = 9.0;

/// How often lanes are straightened.
const ROUNDS: usize = 8;

/// Where things are.
#[derive(Debug)]
pub(super) struct Across {
    /// How wide the part with boxes is.
    pub inner: f32,
    /// How wide a box is.
    pub box_width: f32,
    /// The middle of each node.
    pub x: Vec<f32>,
}

/// Places everything.
pub(super) fn across(graph: &Graph) -> Across {
    let box_width = (0..graph.rows.len())
        .map(|row| room(graph, row, INNER))
        .fold(WIDEST, f32::min)
        .max(NARROWEST);
    let needed = (0..graph.rows.len())
        .map(|row| taken(graph, row, box_width))
        .fold(INNER, f32::max);
    let mut across = Across {
        inner: needed,
        box_width,
        x: vec![needed / 2.0; graph.nodes.len()],
    };
    for row in 0..graph.rows.len() {
        spread(graph, &mut across, row);
    }
    for round in 0..ROUNDS {
        let count = graph.rows.len();
        let rows: Vec<usize> = if round % 2 == 0 {
            (0..count).collect()
        } else {
            (0..count).rev().collect()
        };
        for row in rows {
            straighten(graph, &mut across, row);
        }
    }
    across
}

/// How much of a row its gaps and lanes take.
fn gaps(graph: &Graph, row: usize) -> f32 {
    let nodes = &graph.rows[row];
    let between: f32 = nodes.windows(2).map(|pair| gap(graph, pair[0], pair[1])).sum();
    let at_edge = |node: Option<&usize>| match node {
        Some(node) if !graph.is_box(*node) => BESIDE_LANE / 2.0,
        _ => 0.0,
    };
    between + at_edge(nodes.first()) + at_edge(nodes.last())
}

fn boxes(graph: &Graph, row: usize) -> f32 {
    let count = graph.rows[row].iter().filter(|node| graph.is_box(**node)).count();
    #[expect(clippy::cast_precision_loss, reason = "at most some dozens")]
    let count = count as f32;
    count
}

/// How wide the boxes of a row can be.
fn room(graph: &Graph, row: usize, inner: f32) -> f32 {
    let boxes = boxes(graph, row);
    if boxes > 0.0 {
        (inner - gaps(graph, row)) / boxes
    } else {
        WIDEST
    }
}

/// How wide a row is with boxes of a width.
fn taken(graph: &Graph, row: usize, box_width: f32) -> f32 {
    boxes(graph, row) * box_width + gaps(graph, row)
}

/// Between the edges of two neighbours.
fn gap(graph: &Graph, left: usize, right: usize) -> f32 {
    if graph.is_box(left) && graph.is_box(right) {
        BETWEEN_BOXES
    } else {
        BESIDE_LANE
    }
}

/// Puts the boxes of a row at even distances, and its lanes between them.
fn spread(graph: &Graph, across: &mut Across, row: usize) {
    let count = boxes(graph, row);
    let mut wanted = Vec::new();
    let mut passed = 0.0;
    for node in &graph.rows[row] {
        // A row with few boxes does not tear them apart.
        let step = (across.inner / count.max(1.0)).min(across.box_width * 1.6);
        let from = (across.inner - step * count) / 2.0;
        if graph.is_box(*node) {
            wanted.push((from + step * (passed + 0.5), 60.0));
            passed += 1.0;
        } else {
            wanted.push((from + step * passed, 1.0));
        }
    }
    settle(graph, across, row, &wanted);
}

/// Moves the lanes of a row to the middle of what they link.
fn straighten(graph: &Graph, across: &mut Across, row: usize) {
    let channels = [row.checked_sub(1), Some(row)];
    let middle = |node: usize| {
        let links = channels.iter().flatten().flat_map(|channel| &graph.links[*channel]);
        let others = links.filter_map(|link| match (link.from == node, link.to == node) {
            (true, _) => Some(across.x[link.to]),
            (_, true) => Some(across.x[link.from]),
            _ => None,
        });
        let (sum, count) = others.fold((0.0, 0.0), |(sum, count), other| (sum + other, count + 1.0));
        if count > 0.0 { sum / count } else { across.x[node] }
    };
    let wanted: Vec<(f32, f32)> = graph.rows[row]
        .iter()
        .map(|node| {
            if graph.is_box(*node) {
                (across.x[*node], 60.0)
            } else {
                (middle(*node), 1.0)
            }
        })
        .collect();
    settle(graph, across, row, &wanted);
}

/// Puts the nodes of a row as near as possible to where they are wanted, in their order and apart.
fn settle(graph: &Graph, across: &mut Across, row: usize, wanted: &[(f32, f32)]) {
    let nodes = &graph.rows[row];
    let half = |node: usize| {
        if graph.is_box(node) {
            across.box_width / 2.0
        } else {
            0.0
        }
    };
    let apart: Vec<f32> = nodes
        .windows(2)
        .map(|pair| half(pair[0]) + gap(graph, pair[0], pair[1]) + half(pair[1]))
        .collect();
    let edge = |node: Option<&usize>| node.map_or(0.0, |node| half(*node).max(BESIDE_LANE / 2.0));
    let bounds = (edge(nodes.first()), across.inner - edge(nodes.last()));
    for (node, x) in nodes.iter().zip(nearest(wanted, &apart, bounds)) {
        across.x[*node] = x;
    }
}

/// The places nearest to those wanted (each with a weight, by least squares) that keep their order, at least so far
/// apart and within bounds: an isotonic regression by pooling adjacent violators.
pub(super) fn nearest(wanted: &[(f32, f32)], apart: &[f32], (low, high): (f32, f32)) -> Vec<f32> {
    let mut offsets = vec![0.0_f32];
    for gap in apart {
        offsets.push(offsets.last().unwrap_or(&0.0) + gap);
    }
    // Blocks of neighbours that share a place: weighted sum, weight, how many.
    let mut blocks: Vec<(f32, f32, usize)> = Vec::new();
    for ((place, weight), offset) in wanted.iter().zip(&offsets) {
        let mut block = ((place - offset) * weight, *weight, 1);
        while let Some(before) = blocks.last() {
            if before.0 / before.1 <= block.0 / block.1 {
                break;
            }
            block = (block.0 + before.0, block.1 + before.1, block.2 + before.2);
            blocks.pop();
        }
        blocks.push(block);
    }
    let most = high - offsets.get(wanted.len().saturating_sub(1)).unwrap_or(&0.0);
    let shared = blocks
        .iter()
        .flat_map(|(sum, weight, count)| std::iter::repeat_n((sum / weight).min(most).max(low), *count));
    shared.zip(&offsets).map(|(place, offset)| place + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::map;
    use super::*;

    #[test]
    fn places_keep_their_order_their_distance_and_their_bounds() {
        let check = |wanted: &[f32], places: &[f32]| {
            let wanted: Vec<(f32, f32)> = wanted.iter().map(|place| (*place, 1.0)).collect();
            let apart = vec![10.0; wanted.len().saturating_sub(1)];
            assert_eq!(nearest(&wanted, &apart, (0.0, 100.0)), places);
        };
        check(&[10.0, 50.0], &[10.0, 50.0]);
        check(&[50.0, 50.0], &[45.0, 55.0]);
        check(&[90.0, 120.0, 130.0], &[80.0, 90.0, 100.0]);
        check(&[-10.0], &[0.0]);
        check(&[], &[]);
    }

    #[test]
    fn no_two_nodes_of_a_row_touch_and_all_are_inside() {
        let arrows: Vec<(usize, usize)> = (0..60).map(|at| ((at * 7 + 13) % 40, (at * 11 + 3) % 40)).collect();
        for (sizes, arrows) in [
            (vec![10, 10, 10, 10], arrows.as_slice()),
            (vec![1, 0, 4], &[(1, 0), (4, 0)]),
        ] {
            let graph = super::super::order::untangled(Graph::of(&map(&sizes, arrows)));
            let across = across(&graph);
            let half = |node: usize| {
                if graph.is_box(node) {
                    across.box_width / 2.0
                } else {
                    0.0
                }
            };
            for row in &graph.rows {
                for pair in row.windows(2) {
                    let between = across.x[pair[1]] - half(pair[1]) - across.x[pair[0]] - half(pair[0]);
                    assert!(between >= BESIDE_LANE - 0.1, "{between}");
                }
                for node in row {
                    assert!(across.x[*node] - half(*node) >= -0.1);
                    assert!(across.x[*node] + half(*node) <= across.inner + 0.1);
                }
            }
        }
    }
}
