//! What is written in a plot: beside the lines at their right end, and at values where there is room.

use super::super::canvas::{Anchor, Canvas, Ink, Point, Rect, at};
use super::super::wrap::{Face, fitted};
use super::bound::{lines, stroke};
use super::panel::Frame;
use super::{Label, Mark, Panel};

/// Between two labels at the right.
const APART: f32 = 14.0;

/// How many labels of values are tried besides those of the newest and the outermost.
const ALL_OF: usize = 9;

fn words(label: &Label, alone: bool) -> &str {
    if alone { &label.text } else { &label.short }
}

/// How much room the labels at the right need, at most so much.
pub(super) fn room(panel: &Panel, face: Face, most: f32, alone: bool) -> f32 {
    let widest = panel.labels.iter().map(|label| face.width(words(label, alone)));
    let widest = widest.fold(0.0, f32::max);
    if widest > 0.0 { widest.min(most) + 10.0 } else { 8.0 }
}

/// The labels at the right, moved apart where they would touch.
pub(super) fn ends(canvas: &mut Canvas, panel: &Panel, frame: &Frame, (face, alone): (Face, bool)) {
    let mut labels: Vec<(f32, &Label)> = panel.labels.iter().map(|label| (frame.y(label.value), label)).collect();
    labels.sort_by(|one, other| one.0.total_cmp(&other.0));
    let places = spread(labels.iter().map(|(y, _)| *y), (frame.plot.y, frame.plot.bottom()));
    let x = frame.plot.right() + 7.0;
    let width = if alone { 120.0 } else { 64.0 };
    for ((_, label), y) in labels.into_iter().zip(places) {
        let text = fitted(words(label, alone), face, width);
        // A mark in the line's colour, words in the ink: colour alone would not do.
        canvas.line(at(x - 5.0, y), at(x - 1.0, y), stroke(canvas, label.line));
        let ink = canvas.palette.ink;
        canvas.text(at(x + 2.0, y + 4.0), &text, Ink::new(face, ink));
    }
}

/// Places in order, at least so far apart and inside bounds as far as that goes.
fn spread(wanted: impl Iterator<Item = f32>, (top, bottom): (f32, f32)) -> Vec<f32> {
    let mut places: Vec<f32> = wanted.collect();
    let mut least = top;
    for place in &mut places {
        *place = place.max(least);
        least = *place + APART;
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - APART;
    }
    places
}

/// The newest value, the highest, the lowest, and alone the others where there are few: each where nothing is in its
/// way, and off the lines as far as that goes.
pub(super) fn values(canvas: &mut Canvas, panel: &Panel, frame: &Frame, (face, alone): (Face, bool)) {
    let bold = Face::bold(face.size);
    let known: Vec<(usize, f64, &str)> = panel
        .slots
        .iter()
        .enumerate()
        .filter_map(|(index, slot)| match &slot.mark {
            Mark::Value { value, text, .. } => Some((index, *value, text.as_str())),
            _ => None,
        })
        .collect();
    let mut taken = obstacles(panel, frame);
    let ink = Ink::new(bold, canvas.palette.ink).anchored(Anchor::Middle);
    for this in order(&known, alone) {
        let (index, value, text) = known[this];
        let width = bold.width(text);
        let least = frame.plot.x + width / 2.0;
        let x = frame
            .middle(index)
            .clamp(least, (frame.plot.right() - width / 2.0).max(least));
        let y = frame.y(value);
        let fitting = [y - 11.0, y + 20.0].into_iter().filter(|baseline| {
            let rect = around_text(x, *baseline, (width, face.size));
            let inside = rect.y >= frame.plot.y - 14.0 && rect.bottom() <= frame.plot.bottom() + 2.0;
            inside && !taken.iter().any(|other| rect.overlaps(other))
        });
        let crossed = |baseline: &f32| crossings(panel, frame, around_text(x, *baseline, (width, face.size)));
        if let Some(baseline) = fitting.min_by_key(crossed) {
            canvas.haloed(at(x, baseline), text, ink);
            taken.push(around_text(x, baseline, (width, face.size)));
        }
    }
}

/// How many lines run through a place: of values, targets and red flags.
fn crossings(panel: &Panel, frame: &Frame, place: Rect) -> usize {
    let mut crossed = 0;
    let levels = lines();
    for (index, slot) in panel.slots.iter().enumerate() {
        if frame.left(index + 1) <= place.x || frame.left(index) >= place.right() {
            continue;
        }
        let values = slot
            .bounds
            .iter()
            .flat_map(|bounds| levels.iter().filter_map(|(_, pick)| pick(bounds)));
        let within = values.filter(|value| (place.y..=place.bottom()).contains(&frame.y(*value)));
        crossed += within.count();
    }
    let points: Vec<Point> = panel
        .slots
        .iter()
        .enumerate()
        .filter_map(|(index, slot)| match slot.mark {
            Mark::Value { value, .. } | Mark::Expected(value) => Some(at(frame.middle(index), frame.y(value))),
            _ => None,
        })
        .collect();
    crossed += 2 * points
        .windows(2)
        .filter(|pair| runs_through(pair[0], pair[1], place))
        .count();
    crossed
}

/// Whether a straight line from left to right runs through a rectangle.
fn runs_through(from: Point, to: Point, place: Rect) -> bool {
    (1..8).any(|eighth: u8| {
        let part = f32::from(eighth) / 8.0;
        let x = from.x + (to.x - from.x) * part;
        let y = from.y + (to.y - from.y) * part;
        (place.x..=place.right()).contains(&x) && (place.y..=place.bottom()).contains(&y)
    })
}

/// What labels must leave free: the signs.
fn obstacles(panel: &Panel, frame: &Frame) -> Vec<Rect> {
    let half = 6.0;
    let sign = |(index, slot): (usize, &super::Slot)| {
        let (Mark::Value { value, .. } | Mark::Expected(value)) = slot.mark else {
            return None;
        };
        Some(Rect {
            x: frame.middle(index) - half,
            y: frame.y(value) - half,
            width: 2.0 * half,
            height: 2.0 * half,
        })
    };
    panel.slots.iter().enumerate().filter_map(sign).collect()
}

fn around_text(x: f32, baseline: f32, (width, size): (f32, f32)) -> Rect {
    Rect {
        x: x - width / 2.0 - 2.0,
        y: baseline - size * 0.8,
        width: width + 4.0,
        height: size,
    }
}

/// Which values are labelled, the most telling first.
fn order(known: &[(usize, f64, &str)], alone: bool) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let outermost = |pick: fn(f64, f64) -> bool| {
        let mut found: Option<usize> = None;
        for (index, one) in known.iter().enumerate() {
            if found.is_none_or(|best| pick(one.1, known[best].1)) {
                found = Some(index);
            }
        }
        found
    };
    let wanted = [
        known.len().checked_sub(1),
        outermost(|one, best| one > best),
        outermost(|one, best| one < best),
    ];
    order.extend(wanted.into_iter().flatten());
    if alone && known.len() <= ALL_OF {
        order.extend((0..known.len()).rev());
    }
    let mut seen = Vec::new();
    order.retain(|index| {
        let new = !seen.contains(index);
        seen.push(*index);
        new
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        let check = |wanted: &[f32], places: &[f32]| {
            assert_eq!(spread(wanted.iter().copied(), (0.0, 100.0)), places, "{wanted:?}");
        };
        check(&[10.0, 50.0], &[10.0, 50.0]);
        check(&[50.0, 52.0], &[50.0, 64.0]);
        check(&[96.0, 98.0], &[86.0, 100.0]);
        check(&[-5.0], &[0.0]);
    }

    #[test]
    fn the_newest_value_is_labelled_first_then_the_outermost() {
        let known: Vec<(usize, f64, &str)> = [3.0, 9.0, 1.0, 4.0]
            .into_iter()
            .enumerate()
            .map(|(at, value)| (at, value, ""))
            .collect();
        assert_eq!(order(&known, true), [3, 1, 2, 0]);
        assert_eq!(order(&known, false), [3, 1, 2]);
        assert_eq!(order(&[], true), Vec::<usize>::new());
    }
}
