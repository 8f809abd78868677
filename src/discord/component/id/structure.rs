//! What the ids of archived things and of the audit trail are about.

use super::{given, parse};
use crate::service::archive::Thing;
use crate::service::audit::Filter;

/// What a button brings back.
pub(super) fn thing<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Thing> {
    let (kind, row) = (next()?, parse::<i64>(next())?);
    Some(match kind {
        "scorecard" => Thing::Scorecard(row.into()),
        "perspective" => Thing::Perspective(row.into()),
        "objective" => Thing::Objective(row.into()),
        "kpi" => Thing::Kpi(row.into()),
        _ => return None,
    })
}

/// Which part of the audit trail a button shows.
pub(super) fn filter<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Filter> {
    Some(Filter {
        person: given(next()?).ok()?,
        subject: given(next()?).ok()?,
        since: given(next()?).ok()?,
        until: given(next()?).ok()?,
        before: given(next()?).ok()?,
    })
}
