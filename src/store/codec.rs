//! How the words, ids, decimals and instants of `domain` stand in columns. Used by `query!` through type overrides
//! (`column AS "column: KpiId"`).

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Sqlite, Type};

use crate::domain::{
    actual, alert, audit, cycle, id, initiative, kpi, name, period, restatement, scorecard, target, theme, unit, value,
    weight,
};

/// An instant, kept as milliseconds since 1970 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub DateTime<Utc>);

impl Type<Sqlite> for Moment {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Moment {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode_by_ref(&self.0.timestamp_millis(), buffer)
    }
}

impl Decode<'_, Sqlite> for Moment {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        let millis = <i64 as Decode<Sqlite>>::decode(value)?;
        DateTime::from_timestamp_millis(millis)
            .map(Self)
            .ok_or_else(|| format!("{millis} is not an instant").into())
    }
}

/// A decimal, kept as normalised text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

impl Type<Sqlite> for Number {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Number {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0.normalize().to_string(), buffer)
    }
}

impl Decode<'_, Sqlite> for Number {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(Self(<&str as Decode<Sqlite>>::decode(value)?.parse()?))
    }
}

/// Ids stand as the number they are.
macro_rules! ids {
    ($($id:ty),+ $(,)?) => {$(
        impl Type<Sqlite> for $id {
            fn type_info() -> SqliteTypeInfo {
                <i64 as Type<Sqlite>>::type_info()
            }
        }

        impl Encode<'_, Sqlite> for $id {
            fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
                Encode::<Sqlite>::encode_by_ref(&self.get(), buffer)
            }
        }

        impl Decode<'_, Sqlite> for $id {
            fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
                Ok(Self::from(<i64 as Decode<Sqlite>>::decode(value)?))
            }
        }
    )+};
}

ids!(
    id::AlertId,
    id::DecisionId,
    id::InitiativeId,
    id::DraftId,
    id::KpiId,
    id::NoticeId,
    id::ObjectiveId,
    id::PersonId,
    id::PerspectiveId,
    id::ReviewId,
    id::ScorecardId,
    id::ServerId,
);

/// What has a text of its own stands as that text.
macro_rules! texts {
    ($($text:ty),+ $(,)?) => {$(
        impl Type<Sqlite> for $text {
            fn type_info() -> SqliteTypeInfo {
                <str as Type<Sqlite>>::type_info()
            }
        }

        impl Encode<'_, Sqlite> for $text {
            fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
                Encode::<Sqlite>::encode(self.as_str().to_owned(), buffer)
            }
        }

        impl Decode<'_, Sqlite> for $text {
            fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
                Ok(<&str as Decode<Sqlite>>::decode(value)?.parse()?)
            }
        }
    )+};
}

impl Type<Sqlite> for cycle::CycleRules {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for cycle::CycleRules {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(serde_json::to_string(self)?, buffer)
    }
}

impl Decode<'_, Sqlite> for cycle::CycleRules {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(serde_json::from_str(<&str as Decode<Sqlite>>::decode(value)?)?)
    }
}

impl Type<Sqlite> for cycle::QuietHours {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for cycle::QuietHours {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.to_string(), buffer)
    }
}

impl Decode<'_, Sqlite> for cycle::QuietHours {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(<&str as Decode<Sqlite>>::decode(value)?.parse()?)
    }
}

texts!(
    restatement::Cause,
    actual::Source,
    alert::AlertKind,
    alert::AlertState,
    audit::Subject,
    audit::Verb,
    cycle::ReviewState,
    cycle::Step,
    initiative::InitiativeStatus,
    kpi::Aggregation,
    kpi::Direction,
    kpi::Indicator,
    name::Key,
    name::Name,
    period::PeriodKind,
    scorecard::CardLevel,
    scorecard::Visibility,
    scorecard::RedNote,
    target::Phasing,
    unit::Unit,
    theme::Theme,
    value::NumberFormat,
);

impl Type<Sqlite> for weight::Weight {
    fn type_info() -> SqliteTypeInfo {
        Number::type_info()
    }
}

impl Encode<'_, Sqlite> for weight::Weight {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Number(self.get()).encode_by_ref(buffer)
    }
}

impl Decode<'_, Sqlite> for weight::Weight {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(Number::decode(value)?.0.try_into()?)
    }
}

impl Type<Sqlite> for period::FiscalStart {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for period::FiscalStart {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode_by_ref(&i64::from(self.month()), buffer)
    }
}

impl Decode<'_, Sqlite> for period::FiscalStart {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        let month = u8::try_from(<i64 as Decode<Sqlite>>::decode(value)?)?;
        Ok(month.try_into()?)
    }
}

/// Ids as one parameter: a JSON list, for `json_each(?)`. What it is joined to is joined by `CROSS JOIN`, so that `SQLite`
/// goes through the list once and not through the list for every row.
pub(super) fn list<I: Copy + Into<i64>>(ids: &[I]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| Into::<i64>::into(*id).to_string()).collect();
    format!("[{}]", ids.join(","))
}
