//! Bands, boxes and arrows as they are drawn.

use super::super::canvas::{Anchor, Canvas, Ink, Rect, Stroke, at, line_height};
use super::super::sign::arrowhead;
use super::super::wrap::{Face, wrapped};
use super::{Band, LABELS, Layout, Objective, PADDING};

/// The name of an objective: how it is set, and how many lines it has at most.
const NAME: Face = Face::bold(12.0);
const NAME_LINES: usize = 9;

/// The score of an objective, and the change beside it.
const SCORE: Face = Face::bold(12.5);
const CHANGE: Face = Face::regular(11.5);

/// The name of a perspective.
const LABEL: Face = Face::bold(13.0);
const LABEL_LINES: usize = 5;
const EMPTY: Face = Face::regular(11.5);

/// Around the words in a box.
const INSET: f32 = 8.0;

/// The height of the line with score and change.
const FOOT: f32 = 20.0;

fn name_lines(objective: &Objective, width: f32) -> Vec<String> {
    wrapped(&objective.name, NAME, (width - 2.0 * INSET - 3.0, NAME_LINES))
}

#[expect(clippy::cast_precision_loss, reason = "some lines")]
fn lines_height(count: usize, face: Face) -> f32 {
    count as f32 * line_height(face)
}

/// How high the box of an objective has to be.
pub(super) fn height(objective: &Objective, width: f32) -> f32 {
    2.0 * INSET + lines_height(name_lines(objective, width).len(), NAME) + FOOT
}

fn label_lines(band: &Band) -> Vec<String> {
    wrapped(&band.name, LABEL, (LABELS - PADDING, LABEL_LINES))
}

/// How high the name and score of a perspective are.
pub(super) fn label_height(band: &Band, empty: &str) -> f32 {
    let below = match (band.objectives.is_empty(), band.score.is_empty()) {
        (true, _) => 6.0 + lines_height(empty_lines(empty).len(), EMPTY),
        (false, true) => 2.0,
        (false, false) => 26.0,
    };
    lines_height(label_lines(band).len(), LABEL) + below
}

/// What stands below the name of a perspective without objectives.
fn empty_lines(empty: &str) -> Vec<String> {
    wrapped(empty, EMPTY, (LABELS - PADDING, 3))
}

/// A perspective: its ground, its name and its score.
pub(super) fn band(canvas: &mut Canvas, band: &Band, ground: Rect, empty: &str) {
    let palette = canvas.palette;
    canvas.rect(ground, 8.0, palette.ground, None);
    let lines = label_lines(band);
    let x = ground.x + PADDING;
    let top = ground.centre().y - label_height(band, empty) / 2.0;
    canvas.lines(at(x, top + 12.0), &lines, Ink::new(LABEL, palette.ink));
    if !band.score.is_empty() {
        let y = top + lines_height(lines.len(), LABEL) + 18.0;
        canvas.sign(band.status, at(x + 7.0, y - 5.0), 13.0);
        canvas.text(at(x + 20.0, y), &band.score, Ink::new(Face::bold(14.0), palette.ink));
    }
    if band.objectives.is_empty() {
        let y = top + lines_height(lines.len(), LABEL) + 14.0;
        canvas.lines(at(x, y), &empty_lines(empty), Ink::new(EMPTY, palette.muted));
    }
}

/// All arrows.
pub(super) fn arrows(canvas: &mut Canvas, layout: &Layout) {
    let colour = canvas.palette.arrow;
    let stroke = Stroke::solid(colour, 1.6);
    for net in &layout.nets {
        net.draw(canvas);
    }
    // Upon the margins of the others, which would leave gaps where lanes begin.
    for (from, to) in &layout.lanes {
        canvas.line(at(from.x, from.y + 3.0), at(to.x, to.y - 3.0), stroke);
    }
    for (from, to) in &layout.level {
        let way = if to.x > from.x { 1.0 } else { -1.0 };
        canvas.line(*from, at(to.x - 6.0 * way, to.y), stroke);
        canvas.path(&arrowhead(at(to.x - way, to.y), (way, 0.0)), Some(colour), None);
    }
}

/// An objective: its name, its sign and score, and how it changed.
pub(super) fn objective(canvas: &mut Canvas, objective: &Objective, rect: Rect) {
    let palette = canvas.palette;
    let tone = palette.tone(objective.status);
    canvas.rect(rect, 6.0, palette.page, None);
    canvas.rect(rect, 6.0, tone.soft, Some(Stroke::solid(tone.strong, 1.4)));
    let bar = Rect {
        x: rect.x,
        y: rect.y + 6.0,
        width: 4.0,
        height: rect.height - 12.0,
    };
    canvas.rect(bar, 2.0, tone.strong, None);
    let x = rect.x + INSET + 3.0;
    let lines = name_lines(objective, rect.width);
    canvas.lines(at(x, rect.y + INSET + 11.0), &lines, Ink::new(NAME, palette.ink));
    let y = rect.bottom() - INSET - 2.0;
    canvas.sign(objective.status, at(x + 6.0, y - 4.5), 12.0);
    canvas.text(at(x + 17.0, y), &objective.score, Ink::new(SCORE, palette.ink));
    if let Some((way, text)) = &objective.change {
        let right = rect.right() - INSET;
        canvas.text(at(right, y), text, Ink::new(CHANGE, palette.ink).anchored(Anchor::End));
        canvas.way(*way, at(right - CHANGE.width(text) - 8.0, y - 4.0));
    }
}
