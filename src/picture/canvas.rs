//! SVG as it is written: shapes and text, numbers with one decimal, and everything from people escaped.

use std::fmt::Write as _;

use super::Drawing;
use super::font::{self, Weight};
use super::palette::Palette;
use super::wrap::Face;
use crate::domain::theme::Theme;

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub x: f32,
    pub y: f32,
}

/// Shorthand for a place.
pub(super) const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub fn centre(&self) -> Point {
        at(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke<'a> {
    pub colour: &'a str,
    pub width: f32,
    /// Lengths of dashes and gaps.
    pub dash: Option<&'a str>,
}

impl<'a> Stroke<'a> {
    pub const fn solid(colour: &'a str, width: f32) -> Self {
        let dash = None;
        Self { colour, width, dash }
    }

    pub const fn dashed(colour: &'a str, width: f32, dash: &'a str) -> Self {
        let dash = Some(dash);
        Self { colour, width, dash }
    }
}

/// Which part of text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink<'a> {
    pub face: Face,
    pub colour: &'a str,
    pub anchor: Anchor,
}

impl<'a> Ink<'a> {
    pub const fn new(face: Face, colour: &'a str) -> Self {
        let anchor = Anchor::Start;
        Self { face, colour, anchor }
    }

    pub const fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }
}

/// A drawing in progress.
#[derive(Debug)]
pub(super) struct Canvas {
    pub palette: &'static Palette,
    body: String,
}

/// Writing to a text cannot fail.
macro_rules! put {
    ($canvas:expr, $($argument:tt)*) => {
        let _ = write!($canvas.body, $($argument)*);
    };
}

impl Canvas {
    pub fn new(theme: Theme) -> Self {
        Self {
            palette: Palette::of(theme),
            body: String::with_capacity(16 * 1024),
        }
    }

    /// The whole, so wide and so high.
    pub fn finish(self, width: f32, height: f32) -> Drawing {
        let (width, height) = (width.ceil(), height.ceil());
        Drawing {
            svg: format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
                 viewBox=\"0 0 {width} {height}\" font-family=\"{}\">\n\
                 <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
                font::FAMILY,
                self.palette.page,
                self.body
            ),
        }
    }

    /// A rectangle with round corners.
    pub fn rect(&mut self, rect: Rect, radius: f32, fill: &str, stroke: Option<Stroke<'_>>) {
        let Rect { x, y, width, height } = rect;
        put!(
            self,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{radius}\" fill=\"{fill}\""
        );
        self.stroke(stroke);
    }

    /// A path in SVG's language.
    pub fn path(&mut self, path: &str, fill: Option<&str>, stroke: Option<Stroke<'_>>) {
        put!(self, "<path d=\"{path}\" fill=\"{}\"", fill.unwrap_or("none"));
        self.stroke(stroke);
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke<'_>) {
        put!(
            self,
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"",
            from.x,
            from.y,
            to.x,
            to.y
        );
        self.stroke(Some(stroke));
    }

    /// A circle.
    pub fn circle(&mut self, centre: Point, radius: f32, fill: &str, stroke: Option<Stroke<'_>>) {
        put!(
            self,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\" fill=\"{fill}\"",
            centre.x,
            centre.y
        );
        self.stroke(stroke);
    }

    fn stroke(&mut self, stroke: Option<Stroke<'_>>) {
        if let Some(Stroke { colour, width, dash }) = stroke {
            put!(self, " stroke=\"{colour}\" stroke-width=\"{width}\"");
            if let Some(dash) = dash {
                put!(self, " stroke-dasharray=\"{dash}\"");
            }
            put!(self, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        self.body.push_str("/>\n");
    }

    /// Text on one line, its baseline at a place.
    pub fn text(&mut self, place: Point, text: &str, ink: Ink<'_>) {
        self.written(place, text, ink, "");
    }

    /// The same with the page's colour around its letters, for text upon lines.
    pub fn haloed(&mut self, place: Point, text: &str, ink: Ink<'_>) {
        let page = self.palette.page;
        let halo = format!(" stroke=\"{page}\" stroke-width=\"3.5\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        self.written(place, text, ink, &halo);
    }

    fn written(&mut self, place: Point, text: &str, ink: Ink<'_>, halo: &str) {
        let text = font::drawable(text);
        if text.is_empty() {
            return;
        }
        put!(
            self,
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{}\" fill=\"{}\"{halo}",
            place.x,
            place.y,
            ink.face.size,
            ink.colour
        );
        if ink.face.weight == Weight::Bold {
            put!(self, " font-weight=\"700\"");
        }
        match ink.anchor {
            Anchor::Start => {}
            Anchor::Middle => {
                put!(self, " text-anchor=\"middle\"");
            }
            Anchor::End => {
                put!(self, " text-anchor=\"end\"");
            }
        }
        put!(self, ">{}</text>\n", escaped(&text));
    }

    /// Lines of text, the first one's baseline at a place.
    pub fn lines(&mut self, place: Point, lines: &[String], ink: Ink<'_>) {
        let mut y = place.y;
        for line in lines {
            self.text(at(place.x, y), line, ink);
            y += line_height(ink.face);
        }
    }
}

/// From one baseline to the next.
pub(super) fn line_height(face: Face) -> f32 {
    (face.size * 1.27).round()
}

/// Text as it may stand in XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_stays_text() {
        let mut canvas = Canvas::new(Theme::Light);
        let ink = Ink::new(Face::regular(12.0), "#000000");
        for name in [
            "</text><script>alert(1)</script>",
            "A & B \"quoted\" 'too'",
            "]]> \u{FFFE} \u{1}",
            "<image href=\"file:///etc/passwd\"/>",
        ] {
            canvas.text(at(0.0, 20.0), name, ink);
        }
        let drawing = canvas.finish(200.0, 40.0);
        assert!(!drawing.svg.contains("<script") && !drawing.svg.contains("<image"));
        assert!(drawing.png().is_ok());
    }

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        let one = Rect {
            x: 0.0,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        assert!(!one.overlaps(&Rect { x: 10.0, ..one }));
        assert!(one.overlaps(&Rect { x: 9.0, ..one }));
    }
}
