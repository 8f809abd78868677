//! The ids of what is done with a value that was entered: take it back, say something about it, look at what became of it,
//! reject it. Those that direct messages have end with their server; older ones of theirs had none.

use std::fmt;

use super::{Id, given, or_dash, parse};
use crate::domain::id::ServerId;
use crate::service::actual::{Entered, Looked};

/// Reads what follows a verb.
pub(super) fn read<'a>(verb: &str, next: &mut impl FnMut() -> Option<&'a str>) -> Option<Id> {
    if verb == "history" {
        return Some(Id::History(Looked {
            kpi: parse(next())?,
            first_day: given(next()?).ok()?,
            page: parse(next())?,
        }));
    }
    let entered = entered(next)?;
    let server = parse(next());
    Some(match verb {
        "undo" => Id::Undo { entered, server },
        "note" => Id::Note { entered, server },
        _ => Id::Reject(entered),
    })
}

/// One revision of one period.
pub(super) fn entered<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Entered> {
    Some(Entered {
        kpi: parse(next())?,
        first_day: parse(next())?,
        revision: parse(next())?,
    })
}

/// Writes one of them.
pub(super) fn write(f: &mut fmt::Formatter<'_>, id: &Id) -> fmt::Result {
    match id {
        Id::Undo { entered, server } => value(f, "undo", (entered, *server)),
        Id::Note { entered, server } => value(f, "note", (entered, *server)),
        Id::Reject(entered) => value(f, "reject", (entered, None)),
        Id::History(looked) => {
            let first_day = or_dash(looked.first_day);
            write!(f, "v1:history:{}:{first_day}:{}", looked.kpi, looked.page)
        }
        _ => Ok(()),
    }
}

fn value(f: &mut fmt::Formatter<'_>, verb: &str, (entered, server): (&Entered, Option<ServerId>)) -> fmt::Result {
    write!(
        f,
        "v1:{verb}:{}:{}:{}",
        entered.kpi, entered.first_day, entered.revision
    )?;
    match server {
        Some(server) => write!(f, ":{server}"),
        None => Ok(()),
    }
}
