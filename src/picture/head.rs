//! Title and subtitle of a picture, with its result at the right.

use super::canvas::{Canvas, Ink, at};
use super::wrap::{Face, fitted, wrapped};
use crate::domain::score::Status;

/// Around everything.
pub(super) const MARGIN: f32 = 20.0;

/// What a picture is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a> {
    pub title: &'a str,
    pub subtitle: &'a str,
    pub beside: Option<&'a (Status, String)>,
}

/// Draws it over a width; where what follows begins.
pub(super) fn draw(canvas: &mut Canvas, head: &Head<'_>, width: f32) -> f32 {
    let palette = canvas.palette;
    let (title, small, face) = (Face::bold(18.0), Face::regular(12.5), Face::bold(15.0));
    let whole = width - 2.0 * MARGIN;
    let beside = head
        .beside
        .map(|(status, text)| (*status, fitted(text, face, whole * 0.6)));
    let taken = beside.as_ref().map_or(0.0, |(_, text)| face.width(text) + 34.0);
    let lines = wrapped(head.title, title, (whole - taken, 3));
    canvas.lines(at(MARGIN, 36.0), &lines, Ink::new(title, palette.ink));
    if let Some((status, text)) = beside {
        let x = width - MARGIN - face.width(&text);
        canvas.text(at(x, 35.0), &text, Ink::new(face, palette.ink));
        canvas.sign(status, at(x - 14.0, 30.0), 15.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "at most three lines")]
    let y = 36.0 + 23.0 * (lines.len().max(1) - 1) as f32 + 20.0;
    let subtitle = fitted(head.subtitle, small, whole);
    canvas.text(at(MARGIN, y), &subtitle, Ink::new(small, palette.muted));
    y + 12.0
}
