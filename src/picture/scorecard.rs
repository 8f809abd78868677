//! A scorecard on one page: its perspectives side by side, each with score, change and coverage, and its KPIs with their
//! statuses, values and a small line of the last ones.

use super::Drawing;
use super::canvas::{Canvas, Ink, Point, Rect, Stroke, at, line_height};
use super::head::{self, Head, MARGIN};
use super::legend::{self, Key};
use super::map::{Legend, Way};
use super::sign::polyline;
use super::wrap::{Face, fitted, wrapped};
use crate::domain::score::Status;
use crate::domain::theme::Theme;

/// How wide a picture is, and how many perspectives stand side by side in it.
const WIDTH: f32 = 720.0;
const BESIDE: usize = 4;

/// Between perspectives, and around what is in one.
const GAP: f32 = 12.0;
const INSET: f32 = 11.0;

const NAME: Face = Face::bold(13.5);
const SCORE: Face = Face::bold(17.0);
const NOTE: Face = Face::regular(11.0);
const KPI: Face = Face::regular(11.5);
const VALUE: Face = Face::bold(12.0);

/// The line with value and small line, and the gap to the next KPI.
const FOOT: f32 = 21.0;
const APART: f32 = 9.0;

/// A small line.
const SPARK: (f32, f32) = (46.0, 11.0);

/// One picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The scorecard.
    pub title: String,
    /// The period, and what is missing.
    pub subtitle: String,
    /// Its status, and its score and word beside it.
    pub result: Option<(Status, String)>,
    /// Its perspectives in order.
    pub columns: Vec<Column>,
    /// What stands in a perspective without KPIs.
    pub empty: String,
    /// What stands below.
    pub footnotes: Vec<String>,
    /// The words of the legend; that of the arrow says what the small lines are.
    pub words: Legend,
}

/// A perspective.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: Status,
    /// Its score; empty without one.
    pub score: String,
    /// How its score changed since the period before.
    pub change: Option<(Way, String)>,
    /// How much of its weight is in.
    pub note: String,
    /// Its KPIs in order.
    pub kpis: Vec<Kpi>,
}

/// A KPI.
#[derive(Debug, Clone, PartialEq)]
pub struct Kpi {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub status: Status,
    /// Its value in words.
    pub value: String,
    /// Its last values, the oldest first.
    pub spark: Vec<Option<f64>>,
}

/// Draws a scorecard.
#[must_use]
pub fn draw(card: &Card, theme: Theme) -> Drawing {
    let mut canvas = Canvas::new(theme);
    let head = Head {
        title: &card.title,
        subtitle: &card.subtitle,
        beside: card.result.as_ref(),
    };
    let mut y = head::draw(&mut canvas, &head, WIDTH) + 4.0;
    let rows = card.columns.len().div_ceil(BESIDE).max(1);
    let beside = card.columns.len().div_ceil(rows).max(1);
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let width = (WIDTH - 2.0 * MARGIN - GAP * (beside - 1) as f32) / beside as f32;
    for row in card.columns.chunks(beside) {
        let highest = row.iter().map(|column| height(column, width)).fold(0.0, f32::max);
        let mut x = MARGIN;
        for each in row {
            let rect = Rect {
                x,
                y,
                width,
                height: highest,
            };
            column(&mut canvas, each, rect, &card.empty);
            x += width + GAP;
        }
        y += highest + GAP;
    }
    y = legend::draw(&mut canvas, &entries(card), (y + 8.0, WIDTH));
    y = legend::footnotes(&mut canvas, &card.footnotes, (y, WIDTH));
    canvas.finish(WIDTH, y + MARGIN - 8.0)
}

fn entries(card: &Card) -> Vec<(Key, &str)> {
    let kpis = || card.columns.iter().flat_map(|column| &column.kpis);
    let occurs = |status: Status| {
        let of_column = |column: &Column| column.status == status && !column.score.is_empty();
        kpis().any(|kpi| kpi.status == status) || card.columns.iter().any(of_column)
    };
    let words = Status::ALL.iter().zip(&card.words.statuses);
    let mut entries: Vec<(Key, &str)> = words
        .filter(|(status, _)| occurs(**status))
        .map(|(status, word)| (Key::Sign(*status), word.as_str()))
        .collect();
    if card.columns.iter().any(|column| column.change.is_some()) {
        entries.push((Key::Change, &card.words.change));
    }
    if kpis().any(|kpi| points(&kpi.spark) > 1) {
        entries.push((Key::Spark, &card.words.arrow));
    }
    entries
}

fn points(spark: &[Option<f64>]) -> usize {
    spark.iter().flatten().count()
}

#[expect(clippy::cast_precision_loss, reason = "some lines")]
fn lines_height(count: usize, face: Face) -> f32 {
    count as f32 * line_height(face)
}

fn name_lines(text: &str, face: Face, width: f32) -> Vec<String> {
    wrapped(text, face, (width - 2.0 * INSET, 3))
}

fn head_height(column: &Column, width: f32) -> f32 {
    INSET + lines_height(name_lines(&column.name, NAME, width).len(), NAME) + 44.0
}

fn kpi_height(kpi: &Kpi, width: f32) -> f32 {
    lines_height(name_lines(&kpi.name, KPI, width).len(), KPI) + FOOT + APART
}

fn height(column: &Column, width: f32) -> f32 {
    let kpis: f32 = column.kpis.iter().map(|kpi| kpi_height(kpi, width)).sum();
    head_height(column, width) + if column.kpis.is_empty() { 24.0 } else { kpis } + INSET - 4.0
}

/// A perspective in its place.
fn column(canvas: &mut Canvas, column: &Column, rect: Rect, empty: &str) {
    let palette = canvas.palette;
    canvas.rect(rect, 8.0, palette.ground, None);
    let (x, right) = (rect.x + INSET, rect.right() - INSET);
    let bar = Rect { height: 4.0, ..rect };
    canvas.rect(bar, 2.0, palette.tone(column.status).strong, None);
    let lines = name_lines(&column.name, NAME, rect.width);
    canvas.lines(at(x, rect.y + INSET + 13.0), &lines, Ink::new(NAME, palette.ink));
    let y = rect.y + INSET + lines_height(lines.len(), NAME) + 19.0;
    canvas.sign(column.status, at(x + 8.0, y - 6.0), 15.0);
    canvas.text(at(x + 22.0, y), &column.score, Ink::new(SCORE, palette.ink));
    if let Some((way, text)) = &column.change {
        let width = NOTE.width(text);
        canvas.text(at(right - width, y - 1.0), text, Ink::new(NOTE, palette.ink));
        canvas.way(*way, at(right - width - 8.0, y - 5.0));
    }
    let note = fitted(&column.note, NOTE, rect.width - 2.0 * INSET);
    canvas.text(at(x, y + 17.0), &note, Ink::new(NOTE, palette.muted));
    let mut y = rect.y + head_height(column, rect.width);
    if column.kpis.is_empty() {
        canvas.text(at(x, y + 12.0), empty, Ink::new(KPI, palette.muted));
    }
    for each in &column.kpis {
        canvas.line(at(x, y), at(right, y), Stroke::solid(palette.rule, 1.0));
        kpi(canvas, each, Rect { y, ..rect });
        y += kpi_height(each, rect.width);
    }
}

/// A KPI below a place.
fn kpi(canvas: &mut Canvas, kpi: &Kpi, rect: Rect) {
    let palette = canvas.palette;
    let (x, right) = (rect.x + INSET, rect.right() - INSET);
    let lines = name_lines(&kpi.name, KPI, rect.width);
    canvas.lines(at(x, rect.y + 15.0), &lines, Ink::new(KPI, palette.ink));
    let y = rect.y + lines_height(lines.len(), KPI) + 18.0;
    canvas.sign(kpi.status, at(x + 6.0, y - 4.0), 11.0);
    let drawn = points(&kpi.spark) > 1;
    let room = right - x - 17.0 - if drawn { SPARK.0 + 8.0 } else { 0.0 };
    canvas.text(
        at(x + 17.0, y),
        &fitted(&kpi.value, VALUE, room),
        Ink::new(VALUE, palette.ink),
    );
    if drawn {
        let place = Rect {
            x: right - SPARK.0,
            y: y - SPARK.1 + 1.0,
            width: SPARK.0,
            height: SPARK.1,
        };
        spark(canvas, &kpi.spark, place);
    }
}

/// The last values as a line, broken where there is none, its newest one marked.
fn spark(canvas: &mut Canvas, values: &[Option<f64>], place: Rect) {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::MAX, f64::min), known().fold(f64::MIN, f64::max));
    let span = high - low;
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a part of a picture"
    )]
    let point = |(index, value): (usize, f64)| {
        let across = index as f32 / (values.len().max(2) - 1) as f32;
        let part = if span > 0.0 { ((value - low) / span) as f32 } else { 0.5 };
        at(place.x + across * place.width, place.bottom() - part * place.height)
    };
    let series = canvas.palette.series;
    let mut run: Vec<Point> = Vec::new();
    let mut newest = None;
    for (index, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let here = point((index, *value));
            run.push(here);
            newest = Some(here);
        }
        if value.is_none() || index + 1 == values.len() {
            if run.len() > 1 {
                canvas.path(&polyline(&run), None, Some(Stroke::solid(series, 1.5)));
            } else if let Some(alone) = run.first() {
                canvas.circle(*alone, 1.2, series, None);
            }
            run.clear();
        }
    }
    if let Some(newest) = newest {
        canvas.circle(newest, 2.3, series, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(sizes: &[usize]) -> Card {
        let kpi = |index: usize| Kpi {
            name: format!("KPI number {index} with a rather long name that needs lines"),
            status: Status::ALL[index % Status::ALL.len()],
            value: "$1,234.5M".to_owned(),
            spark: vec![Some(1.0), None, Some(2.0), Some(1.5)],
        };
        let columns = sizes.iter().map(|size| Column {
            name: "Learning & Growth".to_owned(),
            status: Status::OnTarget,
            score: "7.1".to_owned(),
            change: Some((Way::Down, "−0.5".to_owned())),
            note: "92 % of the weight is in".to_owned(),
            kpis: (0..*size).map(kpi).collect(),
        });
        Card {
            title: "Acme".to_owned(),
            subtitle: String::new(),
            result: None,
            columns: columns.collect(),
            empty: "no KPIs".to_owned(),
            footnotes: vec!["A note.".to_owned()],
            words: Legend {
                statuses: Status::ALL.iter().map(ToString::to_string).collect(),
                arrow: "last periods".to_owned(),
                change: "change".to_owned(),
            },
        }
    }

    #[test]
    fn scorecards_of_any_size_are_drawn() {
        for sizes in [vec![], vec![0], vec![3, 5, 2, 4], vec![1; 5], vec![2; 9]] {
            for theme in Theme::ALL {
                assert!(draw(&card(&sizes), *theme).png().is_ok(), "{sizes:?}");
            }
        }
    }

    #[test]
    fn a_column_is_as_high_as_what_is_in_it() {
        let card = card(&[2, 4]);
        let (two, four) = (height(&card.columns[0], 160.0), height(&card.columns[1], 160.0));
        let one = kpi_height(&card.columns[0].kpis[0], 160.0);
        assert!((four - two - 2.0 * one).abs() < 0.1);
    }
}
