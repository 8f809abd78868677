//! A cascade: scorecards below each other with their scores, each drawn as a bar of ten, and its change and coverage.

use super::Drawing;
use super::canvas::{Anchor, Canvas, Ink, Rect, Stroke, at};
use super::head::{self, Head, MARGIN};
use super::legend::{self, Key};
use super::map::{Legend, Way};
use super::sign::polyline;
use super::wrap::{Face, fitted};
use crate::domain::score::Status;
use crate::domain::theme::Theme;

const WIDTH: f32 = 720.0;

/// The height of a scorecard, and how far one below another is moved in.
const ROW: f32 = 38.0;
const INDENT: f32 = 24.0;

/// So deep it is moved in at most, so that names keep room.
const DEEPEST: usize = 8;

/// The bar of ten, then score, change and coverage, up to the right margin.
const BAR: (f32, f32) = (372.0, 130.0);
const SCORE_END: f32 = 540.0;
const CHANGE_END: f32 = 600.0;

const NAME: Face = Face::bold(13.0);
const NOTE: Face = Face::regular(11.0);
const SCORE: Face = Face::bold(14.0);

/// One picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Cascade {
    /// What it is of.
    pub title: String,
    /// The period.
    pub subtitle: String,
    /// The scorecards, each followed by those below it.
    pub branches: Vec<Branch>,
    /// What stands below.
    pub footnotes: Vec<String>,
    /// The words of the legend; that of the arrow is not used.
    pub words: Legend,
}

/// A scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// What is said below its name: its level, its period where that is another one.
    pub note: String,
    /// How it stands.
    pub status: Status,
    /// Its level, 0 to 3, for the bar.
    pub level: Option<f32>,
    /// Its score; empty without one.
    pub score: String,
    /// How its score changed since the period before.
    pub change: Option<(Way, String)>,
    /// How much of its weight is in.
    pub coverage: String,
}

/// Draws a cascade.
#[must_use]
pub fn draw(cascade: &Cascade, theme: Theme) -> Drawing {
    let mut canvas = Canvas::new(theme);
    let head = Head {
        title: &cascade.title,
        subtitle: &cascade.subtitle,
        beside: None,
    };
    let top = head::draw(&mut canvas, &head, WIDTH) + 4.0;
    let mut y = top;
    links(&mut canvas, &cascade.branches, top);
    for (index, branch) in cascade.branches.iter().enumerate() {
        row(&mut canvas, branch, (y, index % 2 == 0));
        y += ROW;
    }
    y = legend::draw(&mut canvas, &entries(cascade), (y + 18.0, WIDTH));
    y = legend::footnotes(&mut canvas, &cascade.footnotes, (y, WIDTH));
    canvas.finish(WIDTH, y + MARGIN - 8.0)
}

fn entries(cascade: &Cascade) -> Vec<(Key, &str)> {
    let words = Status::ALL.iter().zip(&cascade.words.statuses);
    let occurs = |status: Status| cascade.branches.iter().any(|branch| branch.status == status);
    let mut entries: Vec<(Key, &str)> = words
        .filter(|(status, _)| occurs(**status))
        .map(|(status, word)| (Key::Sign(*status), word.as_str()))
        .collect();
    if cascade.branches.iter().any(|branch| branch.change.is_some()) {
        entries.push((Key::Change, &cascade.words.change));
    }
    entries
}

/// Where the sign of a branch is.
#[expect(clippy::cast_precision_loss, reason = "at most the deepest")]
fn across(branch: &Branch) -> f32 {
    MARGIN + 14.0 + branch.depth.min(DEEPEST) as f32 * INDENT
}

/// A line from each scorecard to the one that it stands below.
#[expect(clippy::cast_precision_loss, reason = "some rows")]
fn links(canvas: &mut Canvas, branches: &[Branch], top: f32) {
    let middle = |index: usize| top + index as f32 * ROW + ROW / 2.0;
    let stroke = Stroke::solid(canvas.palette.arrow, 1.2);
    for (index, branch) in branches.iter().enumerate() {
        let mut above = branches.get(..index).unwrap_or_default().iter();
        let parent = above.rposition(|other| other.depth < branch.depth);
        let Some((parent, other)) = parent.and_then(|at| Some((at, branches.get(at)?))) else {
            continue;
        };
        let (x, y) = (across(other), middle(index));
        if across(branch) <= x {
            continue;
        }
        let corner = [at(x, middle(parent) + 10.0), at(x, y), at(across(branch) - 10.0, y)];
        canvas.path(&polyline(&corner), None, Some(stroke));
    }
}

/// A scorecard in its row.
fn row(canvas: &mut Canvas, branch: &Branch, (y, shaded): (f32, bool)) {
    let palette = canvas.palette;
    let middle = y + ROW / 2.0;
    if shaded {
        // Only beneath the numbers, so that the lines of the tree stay in sight.
        let ground = Rect {
            x: BAR.0 - 8.0,
            y,
            width: WIDTH - MARGIN - BAR.0 + 8.0,
            height: ROW,
        };
        canvas.rect(ground, 4.0, palette.ground, None);
    }
    let x = across(branch);
    canvas.sign(branch.status, at(x, middle), 14.0);
    let (left, room) = (x + 14.0, BAR.0 - x - 30.0);
    canvas.text(
        at(left, middle - 1.0),
        &fitted(&branch.name, NAME, room),
        Ink::new(NAME, palette.ink),
    );
    canvas.text(
        at(left, middle + 13.0),
        &fitted(&branch.note, NOTE, room),
        Ink::new(NOTE, palette.muted),
    );
    bar(canvas, branch, middle);
    let end = |face, colour| Ink::new(face, colour).anchored(Anchor::End);
    canvas.text(at(SCORE_END, middle + 5.0), &branch.score, end(SCORE, palette.ink));
    if let Some((way, text)) = &branch.change {
        canvas.text(at(CHANGE_END, middle + 4.0), text, end(NOTE, palette.ink));
        canvas.way(*way, at(CHANGE_END - NOTE.width(text) - 8.0, middle));
    }
    let coverage = fitted(&branch.coverage, NOTE, WIDTH - MARGIN - CHANGE_END - 18.0);
    canvas.text(
        at(WIDTH - MARGIN - 8.0, middle + 4.0),
        &coverage,
        end(NOTE, palette.muted),
    );
}

/// The score as a part of ten, with the red flag and the target marked.
fn bar(canvas: &mut Canvas, branch: &Branch, middle: f32) {
    let palette = canvas.palette;
    let whole = Rect {
        x: BAR.0,
        y: middle - 4.0,
        width: BAR.1,
        height: 8.0,
    };
    canvas.rect(whole, 4.0, palette.page, Some(Stroke::solid(palette.rule, 1.0)));
    let Some(level) = branch.level else {
        return;
    };
    let part = (level / 3.0).clamp(0.0, 1.0);
    let filled = Rect {
        // A score of 0 shows as a sliver, so that it is told from none.
        width: (BAR.1 * part).max(3.0),
        ..whole
    };
    canvas.rect(filled, 4.0, palette.tone(branch.status).strong, None);
    for mark in [1.0, 2.0] {
        let x = BAR.0 + BAR.1 * mark / 3.0;
        canvas.line(
            at(x, middle - 7.0),
            at(x, middle + 7.0),
            Stroke::solid(palette.rule, 1.0),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn branch(depth: usize, level: Option<f32>) -> Branch {
        Branch {
            depth,
            name: "A scorecard with a name that goes on and on, far beyond its room".to_owned(),
            note: "Team".to_owned(),
            status: Status::AtRisk,
            level,
            score: level.map_or_else(String::new, |level| format!("{level:.1}")),
            change: Some((Way::Up, "+0.4".to_owned())),
            coverage: "92 % in".to_owned(),
        }
    }

    fn cascade(branches: Vec<Branch>) -> Cascade {
        Cascade {
            title: "Acme".to_owned(),
            subtitle: "November 2026".to_owned(),
            branches,
            footnotes: vec!["A note.".to_owned()],
            words: Legend {
                statuses: Status::ALL.iter().map(ToString::to_string).collect(),
                arrow: String::new(),
                change: "change".to_owned(),
            },
        }
    }

    #[test]
    fn cascades_of_any_shape_are_drawn() {
        let deep = (0..30).map(|depth| branch(depth, Some(3.0))).collect();
        let odd = vec![branch(3, None), branch(0, Some(0.0)), branch(2, Some(1.4))];
        for branches in [Vec::new(), vec![branch(0, None)], deep, odd] {
            for theme in Theme::ALL {
                assert!(draw(&cascade(branches.clone()), *theme).png().is_ok());
            }
        }
    }

    #[test]
    fn each_scorecard_is_linked_to_the_one_above_it() {
        let branches = vec![
            branch(0, Some(2.0)),
            branch(1, Some(2.0)),
            branch(2, Some(2.0)),
            branch(1, Some(2.0)),
        ];
        let links = draw(&cascade(branches), Theme::Light)
            .svg
            .matches("fill=\"none\" stroke")
            .count();
        let alone = draw(&cascade(vec![branch(0, Some(2.0))]), Theme::Light);
        assert_eq!(links, alone.svg.matches("fill=\"none\" stroke").count() * 4 + 3);
    }
}
