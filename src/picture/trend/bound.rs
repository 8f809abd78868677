//! What a KPI is judged by: bands of good values, and lines of targets and red flags that step where they changed.

use super::super::canvas::{Canvas, Point, Rect, Stroke, at};
use super::super::legend;
use super::super::sign::polyline;
use super::panel::Frame;
use super::{Bounds, Line, Panel};
use crate::domain::score::Status;

/// Draws all of it.
pub(super) fn draw(canvas: &mut Canvas, panel: &Panel, frame: &Frame) {
    bands(canvas, panel, frame);
    for (line, pick) in lines() {
        stepped(canvas, panel, frame, (line, pick));
    }
}

fn bands(canvas: &mut Canvas, panel: &Panel, frame: &Frame) {
    let fill = canvas.palette.tone(Status::OnTarget).soft;
    let band = |index: usize| match panel.slots.get(index)?.bounds {
        Some(Bounds::Band { low, high, .. }) => Some((low, high)),
        _ => None,
    };
    let mut from = 0;
    while from < panel.slots.len() {
        let mut to = from + 1;
        // Neighbours that are alike are one area: seams would show.
        while to < panel.slots.len() && band(to) == band(from) {
            to += 1;
        }
        if let Some((low, high)) = band(from) {
            let (top, bottom) = (frame.y(high), frame.y(low));
            let area = Rect {
                x: frame.left(from),
                y: top,
                width: frame.left(to) - frame.left(from),
                height: bottom - top,
            };
            canvas.rect(area, 0.0, fill, None);
        }
        from = to;
    }
}

/// Picks a line's value in a period.
pub(super) type Pick = fn(&Bounds) -> Option<f64>;

/// The lines that a KPI is judged by.
pub(super) fn lines() -> [(Line, Pick); 6] {
    [
        (Line::Red, |bounds| match bounds {
            Bounds::Line { red, .. } => Some(*red),
            Bounds::Band { .. } => None,
        }),
        (Line::Red, |bounds| match bounds {
            Bounds::Band { red_low, .. } => Some(*red_low),
            Bounds::Line { .. } => None,
        }),
        (Line::Red, |bounds| match bounds {
            Bounds::Band { red_high, .. } => Some(*red_high),
            Bounds::Line { .. } => None,
        }),
        (Line::Target, |bounds| match bounds {
            Bounds::Line { target, .. } => Some(*target),
            Bounds::Band { .. } => None,
        }),
        (Line::Target, |bounds| match bounds {
            Bounds::Band { low, .. } => Some(*low),
            Bounds::Line { .. } => None,
        }),
        (Line::Target, |bounds| match bounds {
            Bounds::Band { high, .. } => Some(*high),
            Bounds::Line { .. } => None,
        }),
    ]
}

/// A line that is level within each period and steps where it changes.
fn stepped(canvas: &mut Canvas, panel: &Panel, frame: &Frame, (line, pick): (Line, Pick)) {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut unbroken = false;
    for (index, slot) in panel.slots.iter().enumerate() {
        let Some(value) = slot.bounds.as_ref().and_then(pick) else {
            unbroken = false;
            continue;
        };
        if !unbroken {
            runs.push(Vec::new());
        }
        unbroken = true;
        let y = frame.y(value);
        if let Some(run) = runs.last_mut() {
            run.extend([at(frame.left(index), y), at(frame.left(index + 1), y)]);
        }
    }
    for run in runs {
        canvas.path(&polyline(&run), None, Some(stroke(canvas, line)));
    }
}

/// How a line is drawn: targets whole, red flags dashed.
pub(super) fn stroke(canvas: &Canvas, line: Line) -> Stroke<'static> {
    match line {
        Line::Target => legend::target(canvas),
        Line::Red => legend::red_flag(canvas),
    }
}
