//! What stands below a picture: the legend, symbols and what they mean, in rows; and notes.

use super::canvas::{Canvas, Ink, Point, Rect, Stroke, at};
use super::head::MARGIN;
use super::sign::{arrowhead, polyline};
use super::wrap::{Face, wrapped};
use crate::domain::score::Status;

/// Between two entries, and between two rows of them.
const APART: f32 = 16.0;
const ROW: f32 = 18.0;

/// What an entry explains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Key {
    Sign(Status),
    Target,
    RedFlag,
    Band,
    Outlook,
    Carried,
    ToDate,
    Arrow,
    Change,
    Spark,
}

/// Draws it below a place over a width; where what follows begins.
pub(super) fn draw(canvas: &mut Canvas, entries: &[(Key, &str)], (y, width): (f32, f32)) -> f32 {
    let face = Face::regular(11.5);
    let ink = Ink::new(face, canvas.palette.muted);
    let (mut x, mut y) = (MARGIN, y);
    for (key, text) in entries {
        let taken = 24.0 + face.width(text);
        if x + taken > width - MARGIN && x > MARGIN {
            (x, y) = (MARGIN, y + ROW);
        }
        symbol(canvas, *key, at(x + 9.0, y));
        canvas.text(at(x + 23.0, y + 4.0), text, ink);
        x += taken + APART;
    }
    y + ROW
}

/// Draws what is to be said below everything, over a width; where what follows begins.
pub(super) fn footnotes(canvas: &mut Canvas, notes: &[String], (mut y, width): (f32, f32)) -> f32 {
    let face = Face::regular(11.5);
    let ink = Ink::new(face, canvas.palette.muted);
    for line in notes
        .iter()
        .flat_map(|note| wrapped(note, face, (width - 2.0 * MARGIN, 4)))
    {
        canvas.text(at(MARGIN, y + 4.0), &line, ink);
        y += 16.0;
    }
    y
}

/// How the line of targets is drawn.
pub(super) fn target(canvas: &Canvas) -> Stroke<'static> {
    Stroke::solid(canvas.palette.tone(Status::OnTarget).strong, 1.6)
}

/// How the line of red flags is drawn.
pub(super) fn red_flag(canvas: &Canvas) -> Stroke<'static> {
    Stroke::dashed(canvas.palette.tone(Status::OffTarget).strong, 1.6, "6 4")
}

fn symbol(canvas: &mut Canvas, key: Key, middle: Point) {
    let palette = canvas.palette;
    let (left, right) = (at(middle.x - 9.0, middle.y), at(middle.x + 9.0, middle.y));
    match key {
        Key::Sign(status) => canvas.sign(status, middle, 11.0),
        Key::Target => canvas.line(left, right, target(canvas)),
        Key::RedFlag => canvas.line(left, right, red_flag(canvas)),
        Key::Band => {
            let rect = Rect {
                x: left.x,
                y: middle.y - 5.0,
                width: 18.0,
                height: 10.0,
            };
            let tone = palette.tone(Status::OnTarget);
            canvas.rect(rect, 0.0, tone.soft, Some(Stroke::solid(tone.strong, 1.0)));
        }
        Key::Outlook => canvas.line(left, right, Stroke::dashed(palette.series, 2.4, "1 5")),
        Key::Carried => {
            canvas.circle(
                middle,
                6.0,
                palette.page,
                Some(Stroke::dashed(palette.muted, 1.0, "2 2")),
            );
        }
        Key::ToDate => canvas.line(left, right, Stroke::dashed(palette.series, 2.2, "5 4")),
        Key::Spark => {
            let points = [
                at(middle.x - 8.0, middle.y + 3.0),
                at(middle.x - 3.0, middle.y - 2.0),
                at(middle.x + 2.0, middle.y + 1.0),
                at(middle.x + 7.0, middle.y - 4.0),
            ];
            canvas.path(&polyline(&points), None, Some(Stroke::solid(palette.series, 1.5)));
            canvas.circle(points[3], 2.3, palette.series, None);
        }
        Key::Arrow => {
            canvas.line(left, at(right.x - 5.0, right.y), Stroke::solid(palette.arrow, 1.6));
            canvas.path(&arrowhead(right, (1.0, 0.0)), Some(palette.arrow), None);
        }
        Key::Change => {
            let up = [
                at(middle.x - 8.0, middle.y + 3.0),
                at(middle.x - 1.0, middle.y + 3.0),
                at(middle.x - 4.5, middle.y - 3.5),
            ];
            let down = [
                at(middle.x + 1.0, middle.y - 3.0),
                at(middle.x + 8.0, middle.y - 3.0),
                at(middle.x + 4.5, middle.y + 3.5),
            ];
            for triangle in [up, down] {
                canvas.path(&format!("{}Z", polyline(&triangle)), Some(palette.muted), None);
            }
        }
    }
}
