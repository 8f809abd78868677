//! The arrows of one cause in the channel between two rows: from where they leave, along a track of their own, to where
//! they arrive. Tracks are ordered so that arrows cross little and none runs upon another.

use std::fmt::Write as _;

use super::super::canvas::{Canvas, Stroke, at};
use super::super::sign::{arrowhead, polyline};

/// Between two tracks.
pub(super) const TRACK: f32 = 8.0;

/// How round corners are.
const RADIUS: f32 = 6.0;

/// Arrows whose ends are this near to being above each other are straight.
const STRAIGHT: f32 = 0.6;

/// Which side of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Above,
}

/// What an arrow does at an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It begins.
    Tail,
    /// It arrives.
    Head,
    /// It goes on in a lane.
    Lane,
}

/// An end at a side of the channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pin {
    /// The box or lane it is at.
    pub node: usize,
    pub x: f32,
    pub side: Side,
    pub end: End,
}

/// The arrows of one cause in a channel.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Net {
    /// Where they come from.
    pub root: Pin,
    /// Where they go.
    pub leaves: Vec<Pin>,
    /// Which track their level part is on, the lowest first.
    pub track: usize,
    /// The lower and the upper edge of the channel, and the height of the first track.
    pub edges: (f32, f32, f32),
    /// What is behind them.
    pub ground: &'static str,
}

impl Net {
    /// From its leftmost to its rightmost end.
    pub fn extent(&self) -> (f32, f32) {
        let ends = || self.leaves.iter().chain([&self.root]).map(|pin| pin.x);
        (ends().fold(f32::MAX, f32::min), ends().fold(f32::MIN, f32::max))
    }

    /// Whether it needs no track.
    pub fn is_straight(&self) -> bool {
        let (left, right) = self.extent();
        let crosses = self.leaves.iter().all(|leaf| leaf.side != self.root.side);
        right - left <= STRAIGHT && crosses
    }

    fn pins(&self, side: Side) -> impl Iterator<Item = f32> {
        let all = self.leaves.iter().chain([&self.root]);
        all.filter(move |pin| pin.side == side).map(|pin| pin.x)
    }

    /// What it costs to have this one's track above the other's: crossings, and much more where they would coincide.
    fn cost_above(&self, other: &Self) -> usize {
        let within = |x: f32, (left, right): (f32, f32)| x > left - 1.0 && x < right + 1.0;
        let down = self.pins(Side::Below).filter(|x| within(*x, other.extent())).count();
        let up = other.pins(Side::Above).filter(|x| within(*x, self.extent())).count();
        let near = |x: f32| other.pins(Side::Above).any(|above| (above - x).abs() < 4.0);
        let upon = self.pins(Side::Below).filter(|x| near(*x)).count();
        down + up + 50 * upon
    }

    fn overlaps(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.extent(), other.extent());
        a < d + 10.0 && c < b + 10.0
    }

    fn track_y(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "some dozens")]
        let track = self.track as f32;
        self.edges.2 - TRACK * track
    }

    fn edge(&self, side: Side) -> f32 {
        match side {
            Side::Below => self.edges.0,
            Side::Above => self.edges.1,
        }
    }

    /// Draws it, with a thin margin in the colour of the ground, so that a crossing is seen as one.
    pub fn draw(&self, canvas: &mut Canvas) {
        let colour = canvas.palette.arrow;
        let paths: Vec<String> = self.leaves.iter().map(|leaf| self.path(leaf)).collect();
        for path in &paths {
            canvas.path(path, None, Some(Stroke::solid(self.ground, 5.0)));
        }
        let stroke = Stroke::solid(colour, 1.6);
        for path in &paths {
            canvas.path(path, None, Some(stroke));
        }
        for leaf in self.leaves.iter().filter(|leaf| leaf.end == End::Head) {
            let up = if leaf.side == Side::Above { -1.0 } else { 1.0 };
            let tip = at(leaf.x, self.edge(leaf.side) + 1.0 * -up);
            canvas.path(&arrowhead(tip, (0.0, up)), Some(colour), None);
        }
    }

    /// From the root to a leaf: along the edge's upright, the track, and the leaf's upright, with round corners.
    fn path(&self, leaf: &Pin) -> String {
        let (from, track) = (at(self.root.x, self.edge(self.root.side)), self.track_y());
        let back = match (leaf.end, leaf.side) {
            (End::Head, Side::Above) => 6.0,
            (End::Head, Side::Below) => -6.0,
            _ => 0.0,
        };
        let to = at(leaf.x, self.edge(leaf.side) + back);
        let across = to.x - from.x;
        if across.abs() <= STRAIGHT && leaf.side != self.root.side {
            return polyline(&[from, to]);
        }
        let r = RADIUS
            .min(across.abs() / 2.0)
            .min((from.y - track).abs())
            .min((to.y - track).abs());
        let way = across.signum();
        let (leave, arrive) = ((track - from.y).signum(), (to.y - track).signum());
        let mut path = polyline(&[from, at(from.x, track - r * leave)]);
        let _ = write!(
            path,
            "Q{:.1} {track:.1} {:.1} {track:.1}L{:.1} {track:.1}Q{:.1} {track:.1} {:.1} {:.1}L{:.1} {:.1}",
            from.x,
            from.x + r * way,
            to.x - r * way,
            to.x,
            to.x,
            track + r * arrive,
            to.x,
            to.y
        );
        path
    }
}

/// Gives each net of a channel its track; how many there are.
pub(super) fn tracks(nets: &mut [Net]) -> usize {
    let mut order: Vec<usize> = (0..nets.len()).filter(|index| !nets[*index].is_straight()).collect();
    // From below to above, each put where it costs least among those before.
    let mut sorted: Vec<usize> = Vec::new();
    order.sort_by(|one, other| nets[*one].extent().0.total_cmp(&nets[*other].extent().0));
    for index in order {
        let cost = |place: usize| {
            let above: usize = sorted[..place]
                .iter()
                .map(|lower| nets[index].cost_above(&nets[*lower]))
                .sum();
            let below: usize = sorted[place..]
                .iter()
                .map(|upper| nets[*upper].cost_above(&nets[index]))
                .sum();
            above + below
        };
        let best = (0..=sorted.len()).min_by_key(|place| cost(*place)).unwrap_or(0);
        sorted.insert(best, index);
    }
    improve(nets, &mut sorted);
    let mut count = 0;
    for (place, index) in sorted.iter().enumerate() {
        let before = sorted[..place]
            .iter()
            .filter(|other| nets[**other].overlaps(&nets[*index]));
        let track = before.map(|other| nets[*other].track + 1).max().unwrap_or(0);
        nets[*index].track = track;
        count = count.max(track + 1);
    }
    count
}

/// Exchanges neighbours as long as that helps.
fn improve(nets: &[Net], sorted: &mut [usize]) {
    for _ in 0..sorted.len() {
        let mut better = false;
        for place in 1..sorted.len() {
            let (lower, upper) = (&nets[sorted[place - 1]], &nets[sorted[place]]);
            if lower.cost_above(upper) < upper.cost_above(lower) {
                sorted.swap(place - 1, place);
                better = true;
            }
        }
        if !better {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(root: f32, leaves: &[f32]) -> Net {
        let pin = |x: f32, side: Side, end: End| Pin { node: 0, x, side, end };
        Net {
            root: pin(root, Side::Below, End::Tail),
            leaves: leaves.iter().map(|x| pin(*x, Side::Above, End::Head)).collect(),
            track: 0,
            edges: (100.0, 50.0, 80.0),
            ground: "#ffffff",
        }
    }

    #[test]
    fn straight_arrows_need_no_track_and_those_apart_share_one() {
        let mut nets = [net(10.0, &[10.0]), net(30.0, &[60.0]), net(100.0, &[150.0])];
        assert_eq!(tracks(&mut nets), 1);
    }

    #[test]
    fn arrows_that_would_cross_twice_cross_once_or_never() {
        // Both go right; the right one must run below the left one's track to stay clear of it.
        let mut nets = [net(10.0, &[60.0]), net(40.0, &[100.0])];
        assert_eq!(tracks(&mut nets), 2);
        let crossed = if nets[0].track > nets[1].track {
            nets[0].cost_above(&nets[1])
        } else {
            nets[1].cost_above(&nets[0])
        };
        assert_eq!(crossed, 0);
    }

    #[test]
    fn no_upright_runs_upon_another() {
        // The second begins exactly below where the first arrives.
        let mut nets = [net(10.0, &[60.0]), net(60.0, &[120.0])];
        tracks(&mut nets);
        assert!(nets[0].track > nets[1].track, "{nets:?}");
    }
}
