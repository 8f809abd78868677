//! The trend of a KPI, or of up to six as small multiples: actuals with their statuses, targets, red flags and bands that
//! step where they changed, periods without a value, and where the year is heading, dotted.

pub mod axis;
mod bound;
mod label;
mod legend;
mod panel;

use super::Drawing;
use super::canvas::{Canvas, Rect};
use super::head::{self, Head, MARGIN};
use crate::domain::score::Status;
use crate::domain::theme::Theme;

/// How wide a picture is.
const WIDTH: f32 = 640.0;

/// How high a KPI's panel is: alone, and among others.
const ALONE: f32 = 318.0;
const AMONG: f32 = 216.0;

/// One picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it is about.
    pub title: String,
    /// Of what, from when until when.
    pub subtitle: String,
    /// One for each KPI, at most six.
    pub panels: Vec<Panel>,
    /// What stands below: restatements, the outlook.
    pub footnotes: Vec<String>,
    /// The words of the legend.
    pub words: Legend,
}

/// A KPI.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its name.
    pub title: String,
    /// Its newest status, and the value and word beside it.
    pub newest: Option<(Status, String)>,
    /// Its periods, the oldest first.
    pub slots: Vec<Slot>,
    /// Where the values are written: place and words, the lowest first.
    pub ticks: Vec<(f64, String)>,
    /// What is written beside the lines at the right.
    pub labels: Vec<Label>,
}

/// A period.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Its short name: `Nov`.
    pub label: String,
    /// What it is part of: `2026`.
    pub group: String,
    /// What there is in it.
    pub mark: Mark,
    /// What it is judged by.
    pub bounds: Option<Bounds>,
    /// Something else holds from here on: what.
    pub break_at: Option<String>,
}

/// What there is in a period.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Nothing was to be there.
    Nothing,
    /// A value is due and missing.
    Missing,
    /// There is none for a reason.
    NotApplicable,
    /// A value.
    Value {
        /// The value.
        value: f64,
        /// How it stands.
        status: Status,
        /// The value in words.
        text: String,
        /// How sure it is.
        kind: Kind,
    },
    /// What the pace so far leads to.
    Expected(f64),
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The period is over.
    Whole,
    /// The period is running.
    ToDate,
    /// It is the value of an earlier period.
    Carried,
}

/// What a period is judged by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bounds {
    /// One value to reach, one that must not be reached from the other side.
    Line {
        /// On target from here.
        target: f64,
        /// Off target from here.
        red: f64,
    },
    /// Inside is good.
    Band {
        /// The lowest good value.
        low: f64,
        /// The highest good value.
        high: f64,
        /// The red flag below.
        red_low: f64,
        /// The red flag above.
        red_high: f64,
    },
}

/// What is written beside a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where the line ends.
    pub value: f64,
    /// What it is.
    pub line: Line,
    /// In words: `target 2.0 %`.
    pub text: String,
    /// The same where there is little room: `2.0 %`.
    pub short: String,
}

/// Which line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A target, or the edge of a band.
    Target,
    /// A red flag.
    Red,
}

/// The words of the legend; what does not occur is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend {
    /// 🟢
    pub on_target: String,
    /// 🟡
    pub at_risk: String,
    /// 🔴
    pub off_target: String,
    /// ⚪
    pub missing: String,
    /// ➖
    pub not_applicable: String,
    /// ▫️
    pub unscored: String,
    /// The line of targets.
    pub target: String,
    /// The line of red flags.
    pub red_flag: String,
    /// The band of good values.
    pub band: String,
    /// The dotted line.
    pub outlook: String,
    /// A value of an earlier period.
    pub carried: String,
    /// A value of a running period.
    pub to_date: String,
}

/// Draws a trend.
#[must_use]
pub fn draw(chart: &Chart, theme: Theme) -> Drawing {
    let mut canvas = Canvas::new(theme);
    let alone = chart.panels.len() == 1;
    let newest = match chart.panels.as_slice() {
        [only] => only.newest.as_ref(),
        _ => None,
    };
    let head = Head {
        title: &chart.title,
        subtitle: &chart.subtitle,
        beside: newest,
    };
    let mut y = head::draw(&mut canvas, &head, WIDTH);
    let columns: u8 = if alone { 1 } else { 2 };
    let gap = 16.0;
    let width = (WIDTH - 2.0 * MARGIN - gap * f32::from(columns - 1)) / f32::from(columns);
    let height = if alone { ALONE } else { AMONG };
    for row in chart.panels.chunks(usize::from(columns)) {
        let mut x = MARGIN;
        for panel in row {
            let rect = Rect { x, y, width, height };
            panel::draw(&mut canvas, panel, rect, alone);
            x += width + gap;
        }
        y += height + gap;
    }
    y = super::legend::draw(&mut canvas, &legend::entries(chart), (y - gap + 18.0, WIDTH));
    y = super::legend::footnotes(&mut canvas, &chart.footnotes, (y + 2.0, WIDTH));
    canvas.finish(WIDTH, y + MARGIN - 8.0)
}
