//! Where arrows leave and reach boxes: as straight above each other as their other ends allow, and apart.

use super::graph::{Graph, Link};
use super::net::{End, Net, Pin, Side};
use super::place::{Across, nearest};

/// Between two arrows at a box.
const APART: f32 = 12.0;

/// How much of a box's edge arrows use.
const USED: f32 = 0.8;

/// How often ends follow each other.
const ROUNDS: usize = 4;

/// Ends this near to being above each other are put there.
const SNAP: f32 = 6.0;

/// The arrows of all channels, the lowest first, and those between neighbours in a row.
pub(super) fn nets(graph: &Graph, across: &Across) -> (Vec<Vec<Net>>, Vec<(usize, usize)>) {
    let mut nets: Vec<Vec<Net>> = graph
        .links
        .iter()
        .map(|links| of_channel(graph, across, links))
        .collect();
    let mut level = Vec::new();
    for (cause, effect) in &graph.sideways {
        if neighbours(graph, *cause, *effect) {
            level.push((*cause, *effect));
        } else {
            around(&mut nets[graph.nodes[*cause].row], across, (*cause, *effect));
        }
    }
    let ends = ends(graph, &nets);
    for _ in 0..ROUNDS {
        for (node, places) in &ends {
            settle(&mut nets, across, (*node, places));
        }
    }
    for net in nets.iter_mut().flatten() {
        snap(graph, net);
    }
    (nets, level)
}

fn of_channel(graph: &Graph, across: &Across, links: &[Link]) -> Vec<Net> {
    let mut nets: Vec<Net> = Vec::new();
    for link in links {
        let up = graph.nodes[link.from].row < graph.nodes[link.to].row;
        let (side, other) = if up {
            (Side::Below, Side::Above)
        } else {
            (Side::Above, Side::Below)
        };
        let end = |node: usize, box_end: End| if graph.is_box(node) { box_end } else { End::Lane };
        let leaf = pin(across, link.to, (other, end(link.to, End::Head)));
        match nets
            .iter_mut()
            .find(|net| net.root.node == link.from && net.root.side == side)
        {
            Some(net) => net.leaves.push(leaf),
            None => nets.push(net(pin(across, link.from, (side, end(link.from, End::Tail))), leaf)),
        }
    }
    nets
}

fn net(root: Pin, leaf: Pin) -> Net {
    Net {
        root,
        leaves: vec![leaf],
        track: 0,
        edges: (0.0, 0.0, 0.0),
        ground: "",
    }
}

fn pin(across: &Across, node: usize, (side, end): (Side, End)) -> Pin {
    let x = across.x[node];
    Pin { node, x, side, end }
}

/// Whether no box stands between two of a row.
fn neighbours(graph: &Graph, one: usize, other: usize) -> bool {
    let boxes: Vec<usize> = graph.rows[graph.nodes[one].row]
        .iter()
        .copied()
        .filter(|node| graph.is_box(*node))
        .collect();
    let place = |node: usize| boxes.iter().position(|found| *found == node);
    place(one)
        .zip(place(other))
        .is_some_and(|(one, other)| one.abs_diff(other) == 1)
}

/// An arrow that leaves its row by the channel above and comes back.
fn around(nets: &mut Vec<Net>, across: &Across, (cause, effect): (usize, usize)) {
    let leaf = pin(across, effect, (Side::Below, End::Head));
    match nets
        .iter_mut()
        .find(|net| net.root.node == cause && net.root.side == Side::Below)
    {
        Some(net) => net.leaves.push(leaf),
        None => nets.push(net(pin(across, cause, (Side::Below, End::Tail)), leaf)),
    }
}

/// A pin: channel, net, and which leaf, or the root.
type Place = (usize, usize, Option<usize>);

/// The pins at each side of each box.
fn ends(graph: &Graph, nets: &[Vec<Net>]) -> Vec<(usize, Vec<Place>)> {
    let mut ends: Vec<((usize, bool), Vec<Place>)> = Vec::new();
    let mut add = |pin: &Pin, place: Place| {
        let key = (pin.node, pin.side == Side::Below);
        match ends.iter_mut().find(|(known, _)| *known == key) {
            Some((_, places)) => places.push(place),
            None => ends.push((key, vec![place])),
        }
    };
    for (channel, nets) in nets.iter().enumerate() {
        for (index, net) in nets.iter().enumerate() {
            add(&net.root, (channel, index, None));
            for (leaf, pin) in net.leaves.iter().enumerate() {
                add(pin, (channel, index, Some(leaf)));
            }
        }
    }
    let of_boxes = ends.into_iter().filter(|((node, _), _)| graph.is_box(*node));
    of_boxes.map(|((node, _), places)| (node, places)).collect()
}

/// Puts the pins of one side of a box where their other ends draw them.
fn settle(nets: &mut [Vec<Net>], across: &Across, (node, places): (usize, &[Place])) {
    let centre = across.x[node];
    let reach = across.box_width * USED / 2.0;
    let mut wanted: Vec<(f32, Place)> = places.iter().map(|place| (drawn_to(nets, *place), *place)).collect();
    wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    let gaps = (wanted.len().max(2) - 1) as f32;
    let apart = APART.min(2.0 * reach / gaps);
    let within = |x: f32| (x.clamp(centre - reach, centre + reach), 1.0);
    let targets: Vec<(f32, f32)> = wanted.iter().map(|(x, _)| within(*x)).collect();
    let settled = nearest(
        &targets,
        &vec![apart; wanted.len().saturating_sub(1)],
        (centre - reach, centre + reach),
    );
    for ((_, (channel, index, leaf)), x) in wanted.into_iter().zip(settled) {
        let net = &mut nets[channel][index];
        match leaf {
            None => net.root.x = x,
            Some(leaf) => net.leaves[leaf].x = x,
        }
    }
}

/// Where the other end of a pin is; of several the middle one.
fn drawn_to(nets: &[Vec<Net>], (channel, index, leaf): Place) -> f32 {
    let net = &nets[channel][index];
    if leaf.is_some() {
        return net.root.x;
    }
    let mut others: Vec<f32> = net.leaves.iter().map(|pin| pin.x).collect();
    others.sort_by(f32::total_cmp);
    others.get(others.len() / 2).copied().unwrap_or(net.root.x)
}

/// Puts nearly straight arrows straight, where nothing else stands in the way.
fn snap(graph: &Graph, net: &mut Net) {
    let alone = net.leaves.len() == 1;
    let Some(leaf) = net.leaves.first_mut().filter(|_| alone) else {
        return;
    };
    if (leaf.x - net.root.x).abs() < SNAP && leaf.side != net.root.side {
        match (graph.is_box(leaf.node), graph.is_box(net.root.node)) {
            (true, _) => leaf.x = net.root.x,
            (false, true) => net.root.x = leaf.x,
            (false, false) => {}
        }
    }
}
