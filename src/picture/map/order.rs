//! Who stands beside whom in each row, so that arrows cross as little as possible: each row in turn by the middle of what
//! it is linked with (the barycentre method of Sugiyama, Tagawa and Toda, 1981), then nodes moved along their
//! rows as long as that helps. The order given stays where nothing speaks against it.

use super::graph::Graph;

/// How often all rows are put in order.
const SWEEPS: usize = 12;

/// How often all nodes are tried at other places.
const EXCHANGES: usize = 8;

/// The longest row in which every place is tried.
const SHORT: usize = 8;

/// The graph in its best order.
pub(super) fn untangled(mut graph: Graph) -> Graph {
    let mut best = graph.rows.clone();
    let mut least = cost(&graph, &positions(&graph));
    for sweep in 0..SWEEPS {
        if least == 0 {
            break;
        }
        let up = sweep % 2 == 0;
        let count = graph.rows.len();
        let rows: Vec<usize> = if up {
            (1..count).collect()
        } else {
            (0..count.saturating_sub(1)).rev().collect()
        };
        for row in rows {
            arrange(&mut graph, row, up);
        }
        let now = cost(&graph, &positions(&graph));
        if now < least {
            (least, best) = (now, graph.rows.clone());
        }
    }
    graph.rows = best;
    exchange(&mut graph);
    graph
}

/// The place of each node in its row.
fn positions(graph: &Graph) -> Vec<usize> {
    let mut positions = vec![0; graph.nodes.len()];
    for row in &graph.rows {
        for (place, node) in row.iter().enumerate() {
            positions[*node] = place;
        }
    }
    positions
}

/// Orders a row by the middle of its neighbours in the row before.
fn arrange(graph: &mut Graph, row: usize, up: bool) {
    let positions = positions(graph);
    let links = if up { &graph.links[row - 1] } else { &graph.links[row] };
    let length = |row: usize| graph.rows[row].len().max(1);
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    let part = |node: usize| (positions[node] as f32 + 0.5) / length(graph.nodes[node].row) as f32;
    let middle = |node: usize| {
        let others = links.iter().filter_map(|link| {
            let (lower, upper) = graph.ends(link);
            match (lower == node, upper == node) {
                (true, _) if !up => Some(part(upper)),
                (_, true) if up => Some(part(lower)),
                _ => None,
            }
        });
        let (sum, count) = others.fold((0.0, 0.0), |(sum, count), other| (sum + other, count + 1.0));
        if count > 0.0 { sum / count } else { part(node) }
    };
    let mut keyed: Vec<(f32, usize)> = graph.rows[row].iter().map(|node| (middle(*node), *node)).collect();
    keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
    graph.rows[row] = keyed.into_iter().map(|(_, node)| node).collect();
}

/// Moves nodes along their rows where that makes it better: anywhere in short rows, in long ones by one place.
fn exchange(graph: &mut Graph) {
    let mut positions = positions(graph);
    for _ in 0..EXCHANGES {
        let mut better = false;
        for row in 0..graph.rows.len() {
            let length = graph.rows[row].len();
            let reach = if length <= SHORT { length } else { 1 };
            for from in 0..length {
                for to in from.saturating_sub(reach)..(from + reach + 1).min(length) {
                    better |= to != from && try_move(graph, &mut positions, row, (from, to));
                }
            }
        }
        if !better {
            return;
        }
    }
}

/// Moves a node of a row to another place, unless that makes it no better.
fn try_move(graph: &mut Graph, positions: &mut [usize], row: usize, (from, to): (usize, usize)) -> bool {
    let before = around(graph, positions, row);
    if before == 0 {
        return false;
    }
    shift(graph, positions, row, (from, to));
    if around(graph, positions, row) < before {
        return true;
    }
    shift(graph, positions, row, (to, from));
    false
}

fn shift(graph: &mut Graph, positions: &mut [usize], row: usize, (from, to): (usize, usize)) {
    let node = graph.rows[row].remove(from);
    graph.rows[row].insert(to, node);
    for (place, node) in graph.rows[row].iter().enumerate() {
        positions[*node] = place;
    }
}

/// What a row's order costs.
fn around(graph: &Graph, positions: &[usize], row: usize) -> usize {
    let below = row.checked_sub(1).map_or(0, |below| crossings(graph, positions, below));
    below + crossings(graph, positions, row) + detours(graph, positions, Some(row))
}

fn cost(graph: &Graph, positions: &[usize]) -> usize {
    let crossed: usize = (0..graph.links.len())
        .map(|channel| crossings(graph, positions, channel))
        .sum();
    crossed + detours(graph, positions, None)
}

/// How often links between two rows cross; those of one cause run together.
fn crossings(graph: &Graph, positions: &[usize], channel: usize) -> usize {
    let ends: Vec<(usize, usize, usize)> = graph.links[channel]
        .iter()
        .map(|link| {
            let (lower, upper) = graph.ends(link);
            (positions[lower], positions[upper], link.cause)
        })
        .collect();
    let mut crossed = 0;
    for (index, one) in ends.iter().enumerate() {
        for other in &ends[index + 1..] {
            let inverted = (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1);
            crossed += usize::from(inverted && one.2 != other.2);
        }
    }
    crossed
}

/// How many nodes stand between the ends of arrows within a row, or within all rows.
fn detours(graph: &Graph, positions: &[usize], row: Option<usize>) -> usize {
    let here = |node: usize| row.is_none_or(|row| graph.nodes[node].row == row);
    let within = graph.sideways.iter().filter(|(cause, _)| here(*cause));
    within
        .map(|(cause, effect)| positions[*cause].abs_diff(positions[*effect]).saturating_sub(1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::tests::map;
    use super::*;

    fn crossed(sizes: &[usize], arrows: &[(usize, usize)]) -> (usize, usize) {
        let graph = Graph::of(&map(sizes, arrows));
        let before = cost(&graph, &positions(&graph));
        let graph = untangled(graph);
        (before, cost(&graph, &positions(&graph)))
    }

    #[test]
    fn what_can_be_untangled_is() {
        assert_eq!(crossed(&[3, 3], &[(3, 2), (4, 1), (5, 0)]), (3, 0));
        assert_eq!(crossed(&[2, 2, 2], &[(4, 3), (5, 2), (2, 1), (3, 0)]).1, 0);
        assert_eq!(crossed(&[4], &[(0, 3), (1, 2)]).1, 0);
    }

    #[test]
    fn nothing_moves_without_need() {
        let graph = untangled(Graph::of(&map(&[3, 3], &[(3, 0), (4, 1), (5, 2)])));
        assert_eq!(graph.rows, [vec![3, 4, 5], vec![0, 1, 2]]);
    }

    #[test]
    fn what_cannot_be_untangled_does_not_get_worse() {
        let all: Vec<(usize, usize)> = (0..16).map(|pair| (4 + pair / 4, pair % 4)).collect();
        let (before, after) = crossed(&[4, 4], &all);
        assert!(after <= before, "{before} → {after}");
    }
}
