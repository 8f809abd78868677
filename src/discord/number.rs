//! Numbers that people type in options other than values.

use rust_decimal::Decimal;

use super::actor::Door;
use crate::domain::value::{self, Expected};
use crate::domain::weight::Weight;
use crate::domain::{kpi::Direction, unit::Unit};
use crate::service::{Error, Invalid};

/// A weight: above 0, at most a million.
pub fn weight(typed: Option<&str>, door: &Door) -> Result<Option<Weight>, Error> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let refused = || {
        Error::from(Invalid::Weight {
            typed: typed.to_owned(),
        })
    };
    let number = plain(typed, door).ok_or_else(refused)?;
    Weight::try_from(number).map(Some).map_err(|_| refused())
}

fn plain(typed: &str, door: &Door) -> Option<Decimal> {
    let unit = Unit::default();
    let expected = Expected {
        unit: &unit,
        direction: Direction::Higher,
    };
    value::parse_number(typed, expected, door.number_format).ok()
}
