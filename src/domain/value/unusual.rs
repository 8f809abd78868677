//! Values that look like a slip of the finger: "did you mean …?"

use rust_decimal::Decimal;

/// A value to ask about before it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusual {
    /// What it may have been meant to be: the value with its point moved or its sign turned, if that fits the history.
    pub meant: Option<Decimal>,
}

/// Whether a value is beyond three times the last one or below a third of it, and outside the KPI's history.
///
/// `history` holds the earlier values, oldest first. After none, or after 0, nothing is unusual.
#[must_use]
pub fn unusual(value: Decimal, history: &[Decimal]) -> Option<Unusual> {
    let last = *history.last()?;
    let (lowest, highest) = (*history.iter().min()?, *history.iter().max()?);
    if is_near(value, last)? || (lowest..=highest).contains(&value) {
        return None;
    }
    let slips = [10, 100, 1_000].map(Decimal::from);
    let moved = slips
        .iter()
        .flat_map(|by| [value.checked_div(*by), value.checked_mul(*by)])
        .flatten();
    let meant = std::iter::once(-value)
        .chain(moved)
        .filter(|it| is_near(*it, last) == Some(true));
    Some(Unusual {
        meant: meant.min_by_key(|it| (*it - last).abs()).map(|it| it.normalize()),
    })
}

/// Whether a value is between a third of the last one and three times it; none where the last one is 0.
fn is_near(value: Decimal, last: Decimal) -> Option<bool> {
    let three = Decimal::from(3);
    let (value, last) = if last.is_sign_negative() {
        (-value, -last)
    } else {
        (value, last)
    };
    (!last.is_zero()).then(|| value * three >= last && value <= last * three)
}
