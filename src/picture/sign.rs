//! The sign of a status: a shape of its own for each, so that it is read in grey and by colour-blind people. On target a
//! disc with a tick, at risk a triangle, off target a diamond with a cross, no data an open ring, not applicable a bar,
//! unscored an open square.

use std::fmt::Write as _;

use super::canvas::{Canvas, Point, Rect, Stroke, at};
use super::map::Way;
use crate::domain::score::Status;

impl Canvas {
    /// A sign of a height around its middle.
    pub(super) fn sign(&mut self, status: Status, centre: Point, size: f32) {
        let tone = self.palette.tone(status);
        let r = size / 2.0;
        let Point { x, y } = centre;
        let line = |width: f32| Some(Stroke::solid(tone.on, width * size));
        match status {
            Status::OnTarget => {
                self.circle(centre, r, tone.strong, None);
                let (a, b, c) = (
                    at(x - 0.46 * r, y + 0.04 * r),
                    at(x - 0.1 * r, y + 0.42 * r),
                    at(x + 0.5 * r, y - 0.38 * r),
                );
                self.path(&polyline(&[a, b, c]), None, line(0.13));
            }
            Status::AtRisk => {
                let corners = [
                    at(x, y - 1.05 * r),
                    at(x + 1.12 * r, y + 0.92 * r),
                    at(x - 1.12 * r, y + 0.92 * r),
                ];
                let edge = Some(Stroke::solid(tone.strong, 0.1 * size));
                self.path(&format!("{}Z", polyline(&corners)), Some(tone.strong), edge);
                self.line(
                    at(x, y - 0.34 * r),
                    at(x, y + 0.22 * r),
                    Stroke::solid(tone.on, 0.12 * size),
                );
                self.circle(at(x, y + 0.6 * r), 0.07 * size, tone.on, None);
            }
            Status::OffTarget => {
                let d = 1.16 * r;
                let corners = [at(x, y - d), at(x + d, y), at(x, y + d), at(x - d, y)];
                self.path(&format!("{}Z", polyline(&corners)), Some(tone.strong), None);
                let h = 0.34 * r;
                self.line(at(x - h, y - h), at(x + h, y + h), Stroke::solid(tone.on, 0.12 * size));
                self.line(at(x - h, y + h), at(x + h, y - h), Stroke::solid(tone.on, 0.12 * size));
            }
            Status::NoData => {
                let dash = format!("{:.1} {:.1}", 0.22 * size, 0.22 * size);
                self.circle(
                    centre,
                    0.86 * r,
                    self.palette.page,
                    Some(Stroke::dashed(tone.strong, 0.13 * size, &dash)),
                );
            }
            Status::NotApplicable => {
                self.line(
                    at(x - 0.8 * r, y),
                    at(x + 0.8 * r, y),
                    Stroke::solid(tone.strong, 0.2 * size),
                );
            }
            Status::Unscored => {
                let edge = 1.4 * r;
                let square = Rect {
                    x: x - edge / 2.0,
                    y: y - edge / 2.0,
                    width: edge,
                    height: edge,
                };
                self.rect(
                    square,
                    1.0,
                    self.palette.page,
                    Some(Stroke::solid(tone.strong, 0.12 * size)),
                );
            }
        }
    }
}

impl Canvas {
    /// Which way a score went: up, down, or level.
    pub(super) fn way(&mut self, way: Way, Point { x, y }: Point) {
        let muted = self.palette.muted;
        let corners = match way {
            Way::Up => [at(x - 3.5, y + 3.0), at(x + 3.5, y + 3.0), at(x, y - 3.5)],
            Way::Down => [at(x - 3.5, y - 3.0), at(x + 3.5, y - 3.0), at(x, y + 3.5)],
            Way::Level => {
                return self.line(at(x - 3.0, y), at(x + 3.0, y), Stroke::solid(muted, 1.8));
            }
        };
        self.path(&format!("{}Z", polyline(&corners)), Some(muted), None);
    }
}

/// A path from point to point.
pub(super) fn polyline(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", point.x, point.y);
    }
    path
}

/// An arrowhead whose tip is at a place, pointing along an axis.
pub(super) fn arrowhead(tip: Point, (dx, dy): (f32, f32)) -> String {
    let (back, half) = (7.0, 3.6);
    let base = at(tip.x - dx * back, tip.y - dy * back);
    let left = at(base.x + dy * half, base.y + dx * half);
    let right = at(base.x - dy * half, base.y - dx * half);
    format!("{}Z", polyline(&[tip, left, right]))
}
