//! How a period is written and read.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::{FiscalStart, Period, PeriodKind, month};

/// Periods outside these years are taken for slips of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a text cannot be read as a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// It has none of the accepted forms.
    #[error("“{read}” is no period; write 2026-W47, 2026-11, nov 2026, 2026-Q4 or 2026")]
    Unreadable {
        /// What was read.
        read: String,
    },
    /// A quarter or a year by the calendar, where the fiscal year starts in another month than January.
    #[error("quarters and years are fiscal here: write {suggestion} instead of “{read}”")]
    Fiscal {
        /// What was read.
        read: String,
        /// The same with `FY`.
        suggestion: String,
    },
    /// A year too far away.
    #[error("“{read}” is outside the years 1900 to 2199")]
    FarAway {
        /// What was read.
        read: String,
    },
    /// A week, month or quarter that its year does not have.
    #[error("“{read}” does not exist")]
    NoSuch {
        /// What was read.
        read: String,
    },
    /// A period of another length than the KPI or the review has.
    #[error("“{read}” is a {}; a {} is needed here", found.noun(), expected.noun())]
    WrongKind {
        /// What was read.
        read: String,
        /// The kind it is.
        found: PeriodKind,
        /// The kind that is needed.
        expected: PeriodKind,
    },
}

impl Period {
    /// How it is written: `2026-W47`, `2026-11`, `2026-Q4`, `2026`; `FY2027-Q1`, `FY2027` where the fiscal year
    /// does not start in January, named by the calendar year in which it ends.
    #[must_use]
    pub fn label(self, fiscal: FiscalStart) -> String {
        let mut label = String::new();
        let day = self.first_day();
        let written = match self.kind() {
            PeriodKind::Week => write!(label, "{}-W{:02}", day.iso_week().year(), day.iso_week().week()),
            PeriodKind::Month => write!(label, "{}-{:02}", day.year(), day.month()),
            PeriodKind::Quarter => {
                let (year, quarter) = self.fiscal_place(fiscal);
                write!(label, "{}{year}-Q{quarter}", prefix(fiscal))
            }
            PeriodKind::Year => write!(label, "{}{}", prefix(fiscal), self.fiscal_place(fiscal).0),
        };
        debug_assert!(written.is_ok(), "a String takes every write");
        label
    }

    /// The year by which its fiscal year is named, and its quarter in it, 1 to 4.
    #[must_use]
    pub fn fiscal_place(self, fiscal: FiscalStart) -> (i32, u32) {
        let year = Self::containing(PeriodKind::Year, self.anchor_day(), fiscal);
        let into_year = (self.anchor_day().month() + 12 - u32::from(fiscal.month())) % 12;
        (year.last_day().year(), into_year / 3 + 1)
    }

    /// Reads a period as people and files write it: `2026-W47`, `2026-11`, `nov 2026`, `2026-Q4`, `Q4 2026`,
    /// `2026`, `FY2027`, `FY2027-Q1`.
    pub fn parse(text: &str, fiscal: FiscalStart) -> Result<Self, PeriodError> {
        let read = text.trim();
        let unreadable = || PeriodError::Unreadable { read: read.to_owned() };
        let form = Form::read(read).ok_or_else(unreadable)?;
        if !YEARS.contains(&form.year()) {
            return Err(PeriodError::FarAway { read: read.to_owned() });
        }
        if let Some(suggestion) = form.needs_fiscal(fiscal) {
            return Err(PeriodError::Fiscal {
                read: read.to_owned(),
                suggestion,
            });
        }
        form.period(fiscal)
            .ok_or_else(|| PeriodError::NoSuch { read: read.to_owned() })
    }

    /// Reads a period that must be of one kind.
    pub fn parse_kind(text: &str, kind: PeriodKind, fiscal: FiscalStart) -> Result<Self, PeriodError> {
        let period = Self::parse(text, fiscal)?;
        if period.kind() == kind {
            return Ok(period);
        }
        Err(PeriodError::WrongKind {
            read: text.trim().to_owned(),
            found: period.kind(),
            expected: kind,
        })
    }
}

const fn prefix(fiscal: FiscalStart) -> &'static str {
    if fiscal.is_january() { "" } else { "FY" }
}

/// What a text says, before it is known whether the calendar has it.
enum Form {
    Week(i32, u32),
    Month(i32, u32),
    Quarter { year: i32, quarter: u32, fiscal: bool },
    Year { year: i32, fiscal: bool },
}

/// One word of a period's text.
enum Word {
    Year(i32),
    FiscalYear(i32),
    Week(u32),
    Quarter(u32),
    MonthName(u32),
    Number(u32),
    WeekNoun,
}

impl Form {
    fn read(text: &str) -> Option<Self> {
        let words = split(&text.to_lowercase())
            .iter()
            .map(|word| Word::read(word))
            .collect::<Option<Vec<_>>>()?;
        match words.as_slice() {
            [Word::Year(year), Word::Week(week)]
            | [Word::Week(week), Word::Year(year)]
            | [Word::WeekNoun, Word::Number(week), Word::Year(year)]
            | [Word::Year(year), Word::WeekNoun, Word::Number(week)] => Some(Self::Week(*year, *week)),
            [Word::Year(year), Word::MonthName(month) | Word::Number(month)]
            | [Word::MonthName(month) | Word::Number(month), Word::Year(year)] => Some(Self::Month(*year, *month)),
            [Word::Year(year), Word::Quarter(quarter)] | [Word::Quarter(quarter), Word::Year(year)] => {
                Some(Self::Quarter {
                    year: *year,
                    quarter: *quarter,
                    fiscal: false,
                })
            }
            [Word::FiscalYear(year), Word::Quarter(quarter)] | [Word::Quarter(quarter), Word::FiscalYear(year)] => {
                Some(Self::Quarter {
                    year: *year,
                    quarter: *quarter,
                    fiscal: true,
                })
            }
            [Word::Year(year)] => Some(Self::Year {
                year: *year,
                fiscal: false,
            }),
            [Word::FiscalYear(year)] => Some(Self::Year {
                year: *year,
                fiscal: true,
            }),
            _ => None,
        }
    }

    const fn year(&self) -> i32 {
        match self {
            Self::Week(year, _) | Self::Month(year, _) | Self::Quarter { year, .. } | Self::Year { year, .. } => *year,
        }
    }

    /// What to write instead, where a calendar quarter or year would be ambiguous.
    fn needs_fiscal(&self, start: FiscalStart) -> Option<String> {
        match self {
            Self::Quarter {
                year,
                quarter,
                fiscal: false,
            } if !start.is_january() => Some(format!("FY{year}-Q{quarter}")),
            Self::Year { year, fiscal: false } if !start.is_january() => Some(format!("FY{year}")),
            _ => None,
        }
    }

    fn period(&self, start: FiscalStart) -> Option<Period> {
        match *self {
            Self::Week(year, week) => {
                let monday = NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)?;
                Period::starting(PeriodKind::Week, monday)
            }
            Self::Month(year, month) => Period::starting(PeriodKind::Month, NaiveDate::from_ymd_opt(year, month, 1)?),
            Self::Quarter { year, quarter, .. } => {
                let index = usize::try_from(quarter).ok()?.checked_sub(1)?;
                fiscal_year(year, start)?.parts(PeriodKind::Quarter).get(index).copied()
            }
            Self::Year { year, .. } => fiscal_year(year, start),
        }
    }
}

/// The fiscal year that ends in a calendar year.
fn fiscal_year(year: i32, start: FiscalStart) -> Option<Period> {
    let first_year = if start.is_january() { year } else { year - 1 };
    Period::starting(
        PeriodKind::Year,
        NaiveDate::from_ymd_opt(first_year, u32::from(start.month()), 1)?,
    )
}

/// Cuts at blanks, `-` and `/`, and between a four-digit year and a letter (`2026Q4`, `q42026` is not read).
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/' | ',')) {
        if word.is_empty() {
            continue;
        }
        match word.char_indices().nth(4).filter(|(_, c)| c.is_ascii_alphabetic()) {
            Some((at, _)) if word[..at].bytes().all(|b| b.is_ascii_digit()) => {
                words.push(word[..at].to_owned());
                words.push(word[at..].to_owned());
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

impl Word {
    fn read(word: &str) -> Option<Self> {
        let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
            let fits = lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| digits.parse::<u32>().ok()).flatten()
        };
        let year = |digits: &str| number(digits, 4..=4).and_then(|year| i32::try_from(year).ok());
        if let Some(year) = year(word) {
            return Some(Self::Year(year));
        }
        if let Some(number) = number(word, 1..=2) {
            return Some(Self::Number(number));
        }
        if let Some(digits) = word.strip_prefix("fy") {
            return year(digits).map(Self::FiscalYear);
        }
        if let Some(quarter) = word.strip_prefix('q').and_then(|digits| number(digits, 1..=1)) {
            return Some(Self::Quarter(quarter));
        }
        if let Some(week) = word
            .strip_prefix("kw")
            .or(word.strip_prefix('w'))
            .and_then(|digits| number(digits, 1..=2))
        {
            return Some(Self::Week(week));
        }
        if matches!(word, "week" | "kw" | "woche") {
            return Some(Self::WeekNoun);
        }
        month::named(word).map(Self::MonthName)
    }
}
