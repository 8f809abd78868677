//! The legend: what occurs in the picture, and nothing else.

use super::super::canvas::{Canvas, Ink, Point, Rect, Stroke, at};
use super::super::wrap::Face;
use super::bound::stroke;
use super::{Bounds, Chart, Kind, Line, MARGIN, Mark, Slot, WIDTH};
use crate::domain::score::Status;

/// Between two entries, and between two rows of them.
const APART: f32 = 16.0;
const ROW: f32 = 18.0;

/// What an entry explains.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Key {
    Sign(Status),
    Line(Line),
    Band,
    Outlook,
    Kind(Kind),
}

/// Draws it below a place; where what follows begins.
pub(super) fn draw(canvas: &mut Canvas, chart: &Chart, y: f32) -> f32 {
    let face = Face::regular(11.5);
    let ink = Ink::new(face, canvas.palette.muted);
    let (mut x, mut y) = (MARGIN, y);
    for (key, text) in entries(chart) {
        let width = 24.0 + face.width(text);
        if x + width > WIDTH - MARGIN && x > MARGIN {
            (x, y) = (MARGIN, y + ROW);
        }
        symbol(canvas, key, at(x + 9.0, y));
        canvas.text(at(x + 23.0, y + 4.0), text, ink);
        x += width + APART;
    }
    y + ROW
}

fn entries(chart: &Chart) -> Vec<(Key, &str)> {
    let words = &chart.words;
    let slots = || chart.panels.iter().flat_map(|panel| &panel.slots);
    let any = |test: &dyn Fn(&Slot) -> bool| slots().any(test);
    let status = |wanted: Status| any(&|slot| matches!(slot.mark, Mark::Value { status, .. } if status == wanted));
    let kind = |wanted: Kind| any(&|slot| matches!(slot.mark, Mark::Value { kind, .. } if kind == wanted));
    let line = any(&|slot| matches!(slot.bounds, Some(Bounds::Line { .. })));
    let band = any(&|slot| matches!(slot.bounds, Some(Bounds::Band { .. })));
    let all = [
        (status(Status::OnTarget), Key::Sign(Status::OnTarget), &words.on_target),
        (status(Status::AtRisk), Key::Sign(Status::AtRisk), &words.at_risk),
        (
            status(Status::OffTarget),
            Key::Sign(Status::OffTarget),
            &words.off_target,
        ),
        (status(Status::Unscored), Key::Sign(Status::Unscored), &words.unscored),
        (
            any(&|slot| slot.mark == Mark::Missing),
            Key::Sign(Status::NoData),
            &words.missing,
        ),
        (
            any(&|slot| slot.mark == Mark::NotApplicable),
            Key::Sign(Status::NotApplicable),
            &words.not_applicable,
        ),
        (line, Key::Line(Line::Target), &words.target),
        (band, Key::Band, &words.band),
        (line || band, Key::Line(Line::Red), &words.red_flag),
        (
            any(&|slot| matches!(slot.mark, Mark::Expected(_))),
            Key::Outlook,
            &words.outlook,
        ),
        (kind(Kind::ToDate), Key::Kind(Kind::ToDate), &words.to_date),
        (kind(Kind::Carried), Key::Kind(Kind::Carried), &words.carried),
    ];
    let present = all.into_iter().filter(|(occurs, ..)| *occurs);
    present.map(|(_, key, text)| (key, text.as_str())).collect()
}

fn symbol(canvas: &mut Canvas, key: Key, middle: Point) {
    let palette = canvas.palette;
    let (left, right) = (at(middle.x - 9.0, middle.y), at(middle.x + 9.0, middle.y));
    match key {
        Key::Sign(status) => canvas.sign(status, middle, 11.0),
        Key::Line(line) => canvas.line(left, right, stroke(canvas, line)),
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
        Key::Kind(Kind::Carried) => {
            canvas.circle(
                middle,
                6.0,
                palette.page,
                Some(Stroke::dashed(palette.muted, 1.0, "2 2")),
            );
        }
        Key::Kind(_) => canvas.line(left, right, Stroke::dashed(palette.series, 2.2, "5 4")),
    }
}
