//! The ids around a summary: show it for a period, draw it, post it in words or as a picture.

use std::fmt;

use super::part::view;
use super::{Id, Span, given, or_dash, parse};
use crate::domain::reading::View;
use crate::service::summary::Drawn;

/// Reads what follows a verb.
pub(super) fn read<'a>(verb: &str, next: &mut impl FnMut() -> Option<&'a str>) -> Option<Id> {
    let (card, kind, first_day) = (parse(next())?, parse(next())?, parse(next())?);
    let view = view(next()?)?;
    let perspective = match next()? {
        // What the first buttons to the period before and after ended with.
        "<" | ">" => None,
        one => given(one).ok()?,
    };
    let period = Span { kind, first_day };
    Some(match verb {
        "picture" => Id::Picture { card, period, view },
        "post-map" | "post-picture" => Id::PostPicture {
            card,
            period,
            view,
            drawn: if verb == "post-map" { Drawn::Map } else { Drawn::Page },
        },
        "post" => Id::Post {
            card,
            period,
            view,
            perspective,
        },
        _ => Id::Summary {
            card,
            period,
            view,
            perspective,
        },
    })
}

/// Writes one of them.
pub(super) fn write(f: &mut fmt::Formatter<'_>, id: &Id) -> fmt::Result {
    let (verb, (card, period, view), perspective) = match id {
        Id::Summary {
            card,
            period,
            view,
            perspective,
        } => ("summary", (card, period, view), *perspective),
        Id::Post {
            card,
            period,
            view,
            perspective,
        } => ("post", (card, period, view), *perspective),
        Id::Picture { card, period, view } => ("picture", (card, period, view), None),
        Id::PostPicture {
            card,
            period,
            view,
            drawn,
        } => {
            let verb = if *drawn == Drawn::Map {
                "post-map"
            } else {
                "post-picture"
            };
            (verb, (card, period, view), None)
        }
        _ => return Ok(()),
    };
    let view = if *view == View::Period { "p" } else { "y" };
    let Span { kind, first_day } = period;
    write!(f, "v1:{verb}:{card}:{kind}:{first_day}:{view}:{}", or_dash(perspective))
}
