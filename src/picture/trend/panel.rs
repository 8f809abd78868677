//! One KPI: its scale, what it is judged by, and its values.

use super::super::canvas::{Anchor, Canvas, Ink, Point, Rect, Stroke, at};
use super::super::wrap::{Face, fitted, wrapped};
use super::{Kind, Mark, Panel, bound, label};
use crate::domain::score::Status;

/// Where values and periods are in a panel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub plot: Rect,
    low: f64,
    high: f64,
    slots: f32,
}

impl Frame {
    pub fn y(&self, value: f64) -> f32 {
        let span = self.high - self.low;
        let part = if span > 0.0 { (value - self.low) / span } else { 0.5 };
        #[expect(clippy::cast_possible_truncation, reason = "a part of a picture")]
        let part = part.clamp(-0.05, 1.05) as f32;
        self.plot.bottom() - part * self.plot.height
    }

    pub fn step(&self) -> f32 {
        self.plot.width / self.slots
    }

    /// The left edge of a period; that of the one after the last is the right edge of the whole.
    pub fn left(&self, slot: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "at most some dozens")]
        let slot = slot as f32;
        self.plot.x + self.step() * slot
    }

    pub fn middle(&self, slot: usize) -> f32 {
        self.left(slot) + self.step() / 2.0
    }
}

/// Draws a panel. Alone its title is that of the picture.
pub(super) fn draw(canvas: &mut Canvas, panel: &Panel, rect: Rect, alone: bool) {
    let top = if alone { rect.y + 4.0 } else { head(canvas, panel, rect) };
    let size = if alone { 11.5 } else { 10.5 };
    let face = Face::regular(size);
    let left = panel
        .ticks
        .iter()
        .map(|(_, text)| face.width(text))
        .fold(18.0, f32::max)
        + 8.0;
    let right = label::room(panel, face, if alone { 118.0 } else { 62.0 }, alone);
    let plot = Rect {
        x: rect.x + left,
        y: top + 18.0,
        width: (rect.width - left - right).max(60.0),
        height: rect.bottom() - top - 18.0 - 36.0,
    };
    let bound = |end: Option<&(f64, String)>| end.map_or(0.0, |(value, _)| *value);
    #[expect(clippy::cast_precision_loss, reason = "at most some dozens")]
    let frame = Frame {
        plot,
        low: bound(panel.ticks.first()),
        high: bound(panel.ticks.last()),
        slots: panel.slots.len().max(1) as f32,
    };
    grid(canvas, panel, &frame, face);
    strips(canvas, panel, &frame);
    bound::draw(canvas, panel, &frame);
    breaks(canvas, panel, &frame, face);
    values(canvas, panel, &frame);
    label::ends(canvas, panel, &frame, (face, alone));
    label::values(canvas, panel, &frame, (face, alone));
}

/// Name and newest value of a KPI among others.
fn head(canvas: &mut Canvas, panel: &Panel, rect: Rect) -> f32 {
    let palette = canvas.palette;
    let (name, small) = (Face::bold(13.0), Face::regular(11.5));
    let lines = wrapped(&panel.title, name, (rect.width, 2));
    canvas.lines(at(rect.x, rect.y + 16.0), &lines, Ink::new(name, palette.ink));
    let y = rect.y + if lines.len() > 1 { 49.0 } else { 33.0 };
    if let Some((status, text)) = &panel.newest {
        canvas.sign(*status, at(rect.x + 6.0, y - 4.0), 11.0);
        let text = fitted(text, small, rect.width - 18.0);
        canvas.text(at(rect.x + 18.0, y), &text, Ink::new(small, palette.ink));
    }
    y
}

fn grid(canvas: &mut Canvas, panel: &Panel, frame: &Frame, face: Face) {
    let (palette, plot) = (canvas.palette, frame.plot);
    let ink = Ink::new(face, palette.muted).anchored(Anchor::End);
    for (value, text) in &panel.ticks {
        let y = frame.y(*value);
        canvas.line(at(plot.x, y), at(plot.right(), y), Stroke::solid(palette.rule, 1.0));
        canvas.text(at(plot.x - 7.0, y + 4.0), text, ink);
    }
    let widest = panel
        .slots
        .iter()
        .map(|slot| face.width(&slot.label))
        .fold(0.0, f32::max);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive count"
    )]
    let every = ((widest + 7.0) / frame.step()).ceil().max(1.0) as usize;
    let ink = ink.anchored(Anchor::Middle);
    let last = panel.slots.len().saturating_sub(1);
    let mut group = None;
    for (index, slot) in panel.slots.iter().enumerate() {
        let x = frame.middle(index);
        // Counted from the newest, which people look for first.
        if !(last - index).is_multiple_of(every) {
            continue;
        }
        canvas.text(at(x, plot.bottom() + 16.0), &slot.label, ink);
        if group != Some(&slot.group) && slot.group != slot.label {
            canvas.text(at(x, plot.bottom() + 30.0), &slot.group, ink);
        }
        group = Some(&slot.group);
    }
}

/// Periods without a value stand out as a strip with a sign at its foot.
fn strips(canvas: &mut Canvas, panel: &Panel, frame: &Frame) {
    let plot = frame.plot;
    for (index, slot) in panel.slots.iter().enumerate() {
        let status = match slot.mark {
            Mark::Missing => Status::NoData,
            Mark::NotApplicable => Status::NotApplicable,
            _ => continue,
        };
        let strip = Rect {
            x: frame.left(index) + 1.0,
            y: plot.y,
            width: frame.step() - 2.0,
            height: plot.height,
        };
        let ground = canvas.palette.ground;
        canvas.rect(strip, 3.0, ground, None);
        canvas.sign(status, at(frame.middle(index), plot.bottom() - 10.0), 11.0);
    }
}

fn breaks(canvas: &mut Canvas, panel: &Panel, frame: &Frame, face: Face) {
    let palette = canvas.palette;
    for (index, slot) in panel.slots.iter().enumerate() {
        let Some(said) = &slot.break_at else { continue };
        let x = frame.left(index);
        let (top, bottom) = (at(x, frame.plot.y - 15.0), at(x, frame.plot.bottom()));
        canvas.line(top, bottom, Stroke::dashed(palette.muted, 1.0, "2 3"));
        let anchor = if x > frame.plot.centre().x {
            Anchor::End
        } else {
            Anchor::Start
        };
        let shift = if anchor == Anchor::End { -4.0 } else { 4.0 };
        canvas.text(
            at(x + shift, frame.plot.y - 6.0),
            said,
            Ink::new(face, palette.muted).anchored(anchor),
        );
    }
}

/// The line of values, broken where there is none, and its signs.
fn values(canvas: &mut Canvas, panel: &Panel, frame: &Frame) {
    let series = canvas.palette.series;
    let mut before: Option<Point> = None;
    for (index, slot) in panel.slots.iter().enumerate() {
        let (value, dash) = match slot.mark {
            Mark::Value { value, kind, .. } => (value, (kind != Kind::Whole).then_some("5 4")),
            Mark::Expected(value) => (value, Some("1 5")),
            // Nothing to show is no gap where the outlook goes on beyond it.
            Mark::Nothing => continue,
            Mark::Missing | Mark::NotApplicable => {
                let goes_on = panel.slots[index..]
                    .iter()
                    .all(|slot| !matches!(slot.mark, Mark::Value { .. }));
                before = before.filter(|_| goes_on);
                continue;
            }
        };
        let here = at(frame.middle(index), frame.y(value));
        if let Some(from) = before {
            let colour = series;
            let width = if matches!(slot.mark, Mark::Expected(_)) {
                2.4
            } else {
                2.2
            };
            canvas.line(from, here, Stroke { colour, width, dash });
        }
        before = Some(here);
    }
    let size = (frame.step() * 0.5).clamp(6.0, 13.0);
    for (index, slot) in panel.slots.iter().enumerate() {
        match slot.mark {
            Mark::Value {
                value, status, kind, ..
            } => {
                let place = at(frame.middle(index), frame.y(value));
                let halo = canvas.palette.page;
                canvas.circle(place, size * 0.6, halo, None);
                canvas.sign(status, place, size);
                if kind != Kind::Whole {
                    let ring = Stroke::dashed(canvas.palette.muted, 1.0, "2 2");
                    canvas.circle(place, size * 0.85, "none", Some(ring));
                }
            }
            Mark::Expected(value) => {
                let place = at(frame.middle(index), frame.y(value));
                let ground = canvas.palette.page;
                canvas.circle(place, 2.6, ground, Some(Stroke::solid(series, 1.4)));
            }
            Mark::Nothing | Mark::Missing | Mark::NotApplicable => {}
        }
    }
}
