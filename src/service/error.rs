//! What a use case says when it does not do what was asked. Only `discord::reply` turns this into words.

mod attachment;
mod conflict;
mod example;
mod need;
mod noun;
mod yearly;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::day::DayError;
use crate::domain::formula::FormulaError;
use crate::domain::import::FileError;
use crate::domain::kpi::EnteringError;
use crate::domain::name::{KeyError, NameError};
use crate::domain::period::{FiscalStart, Period, PeriodError};
use crate::domain::target::TargetError;
use crate::domain::unit::UnitError;
use crate::domain::value::ValueError;

use super::reader::Onlooker;

pub use attachment::AttachmentFault;
pub use conflict::Conflict;
pub use example::KpiExample;
pub use need::Need;
pub use noun::{NotFound, Noun};
pub use yearly::YearlyFault;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something that was given cannot be used.
    #[error("invalid: {0:?}")]
    Invalid(Box<Invalid>),
    /// Something that was named does not exist, for this person.
    #[error("not found: {0:?}")]
    NotFound(Box<NotFound>),
    /// The person may not do this.
    #[error("denied: {0:?}")]
    Denied(Need),
    /// Something is in the way.
    #[error("conflict: {0:?}")]
    Conflict(Box<Conflict>),
    /// The bot does not know the server, or the person in it.
    #[error("not in a server")]
    NotHere,
    /// The person left the server of this name.
    #[error("no longer in the server {0}")]
    Left(String),
    /// The database broke.
    #[error("the database: {0}")]
    Store(#[from] sqlx::Error),
    /// A file could not be put together.
    #[error("a file: {0}")]
    Unwritten(String),
    /// What was stored cannot be read.
    #[error("stored content: {0}")]
    Stored(#[from] serde_json::Error),
}

/// What cannot be used, and why.
#[derive(Debug, Clone, PartialEq)]
pub enum Invalid {
    /// A name.
    Name(NameError),
    /// A KPI key.
    Key(KeyError),
    /// A value, with what the KPI takes.
    Value {
        /// Why.
        error: ValueError,
        /// The KPI's name, for an example of its own.
        kpi: Box<KpiExample>,
    },
    /// A unit.
    Unit(UnitError),
    /// A period.
    Period(PeriodError),
    /// A period that has not begun.
    NotBegun {
        /// The period.
        period: Period,
        /// When it begins.
        begins_at: DateTime<Utc>,
    },
    /// A total of the fiscal year whose earlier periods have no value.
    YearToDate {
        /// The KPI's name.
        kpi: String,
        /// How its fiscal periods are labelled.
        fiscal: FiscalStart,
        /// The earlier periods without one.
        periods: Vec<Period>,
    },
    /// A way of entering values.
    Entering(EnteringError),
    /// A formula.
    Formula(FormulaError),
    /// A target or red flag.
    Target(TargetError),
    /// A yearly target.
    Yearly(YearlyFault),
    /// A number in another field.
    Number {
        /// The field's option name.
        field: &'static str,
        /// What was typed.
        typed: String,
    },
    /// A weight that is not above 0 and at most 1,000.
    Weight {
        /// What was typed.
        typed: String,
    },
    /// A time zone.
    TimeZone {
        /// What was typed.
        typed: String,
        /// Zones that are written nearly so.
        close: Vec<String>,
    },
    /// A text that is too long.
    TooLong {
        /// The field's option name.
        field: &'static str,
        /// The most characters.
        most: usize,
    },
    /// A channel that the bot cannot post to: the permissions it lacks there.
    Channel {
        /// Discord's channel id.
        channel: i64,
        /// The names of the permissions as Discord shows them.
        missing: Vec<&'static str>,
    },
    /// A bot, or somebody who is not in the server.
    NotAPerson {
        /// How they are called.
        name: String,
    },
    /// A channel that shows a private scorecard to people who may not read it.
    Exposed {
        /// Discord's channel id.
        channel: i64,
        /// Who would see it.
        onlookers: Vec<Onlooker>,
    },
    /// Readers were named of a scorecard that everybody may read.
    ReadersOfOpen,
    /// Somebody who is not among the named readers of a scorecard.
    NoReader {
        /// What was typed.
        typed: String,
        /// The names of those who are.
        named: Vec<String>,
    },
    /// An absence whose last day comes before its first.
    BackBeforeGone {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// Somebody who would stand in for themselves.
    OwnDeputy,
    /// Somebody owns no KPI that the person may hand over.
    NothingToHandOver {
        /// Who.
        name: String,
    },
    /// A form without any value.
    EmptyForm,
    /// Nothing to change was given.
    NothingToChange,
    /// A link from an objective to itself.
    DrivesItself,
    /// An objective of another scorecard.
    OtherScorecard,
    /// An objective of a scorecard that is not below the one it shall feed.
    NotBelow {
        /// The scorecard that is not below.
        below: String,
        /// The scorecard it shall feed.
        above: String,
    },
    /// A scorecard below itself.
    ParentCycle,
    /// A day and time after a period.
    When {
        /// What was typed.
        typed: String,
    },
    /// Steps of a review that would not come in their order.
    ScheduleOrder {
        /// A period in which they would not.
        period: Period,
    },
    /// A day of the calendar.
    Day {
        /// What was typed.
        typed: String,
    },
    /// A day by which something is to be done.
    DayUnread {
        /// What was typed.
        typed: String,
        /// Why it is none.
        error: DayError,
    },
    /// A day that is over.
    DayOver {
        /// The day.
        day: NaiveDate,
    },
    /// A text that says nothing.
    Blank {
        /// The field's option name.
        field: &'static str,
    },
    /// An initiative that would be due before it begins.
    EndsBeforeStart {
        /// When it begins.
        start: NaiveDate,
        /// When it would be due.
        due: NaiveDate,
    },
    /// An amount of money, or of what else is spent.
    Amount {
        /// What was typed.
        typed: String,
        /// In what it is to be; empty where that is open.
        unit: crate::domain::unit::Unit,
    },
    /// Not exactly one of a KPI and an objective.
    KpiOrObjective,
    /// The end of a review without a word on what it decided.
    NoDecisions,
    /// More holidays than are kept.
    TooManyDays {
        /// The most there can be.
        most: usize,
    },
    /// A span of hours.
    QuietHours {
        /// What was typed.
        typed: String,
    },
    /// A file that is not where Discord keeps attachments, or does not come.
    Attachment(AttachmentFault),
    /// A file whose content cannot be imported at all.
    File(FileError),
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(Box::new(invalid))
    }
}

impl From<NotFound> for Error {
    fn from(missing: NotFound) -> Self {
        Self::NotFound(Box::new(missing))
    }
}

impl From<Conflict> for Error {
    fn from(conflict: Conflict) -> Self {
        Self::Conflict(Box::new(conflict))
    }
}

impl From<Need> for Error {
    fn from(need: Need) -> Self {
        Self::Denied(need)
    }
}

macro_rules! invalid_from {
    ($($error:ty => $variant:ident),* $(,)?) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Invalid::$variant(error).into()
            }
        }
    )*};
}

invalid_from! {
    FileError => File,
    NameError => Name,
    KeyError => Key,
    PeriodError => Period,
    EnteringError => Entering,
    FormulaError => Formula,
    TargetError => Target,
}
