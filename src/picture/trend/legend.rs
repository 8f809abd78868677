//! What of the legend occurs in a trend, and nothing else.

use super::super::legend::Key;
use super::{Bounds, Chart, Kind, Mark, Slot};
use crate::domain::score::Status;

/// What occurs, with the words for it.
pub(super) fn entries(chart: &Chart) -> Vec<(Key, &str)> {
    let words = &chart.words;
    let slots = || chart.panels.iter().flat_map(|panel| &panel.slots);
    let any = |test: &dyn Fn(&Slot) -> bool| slots().any(test);
    let status = |wanted: Status| any(&|slot| matches!(slot.mark, Mark::Value { status, .. } if status == wanted));
    let kind = |wanted: Kind| any(&|slot| matches!(slot.mark, Mark::Value { kind, .. } if kind == wanted));
    let line = any(&|slot| matches!(slot.bounds, Some(Bounds::Line { .. })));
    let band = any(&|slot| matches!(slot.bounds, Some(Bounds::Band { .. })));
    let all = [
        (status(Status::OnTarget), Key::Sign(Status::OnTarget), &words.on_target),
        (status(Status::AtRisk), Key::Sign(Status::AtRisk), &words.at_risk),
        (
            status(Status::OffTarget),
            Key::Sign(Status::OffTarget),
            &words.off_target,
        ),
        (status(Status::Unscored), Key::Sign(Status::Unscored), &words.unscored),
        (
            any(&|slot| slot.mark == Mark::Missing),
            Key::Sign(Status::NoData),
            &words.missing,
        ),
        (
            any(&|slot| slot.mark == Mark::NotApplicable),
            Key::Sign(Status::NotApplicable),
            &words.not_applicable,
        ),
        (line, Key::Target, &words.target),
        (band, Key::Band, &words.band),
        (line || band, Key::RedFlag, &words.red_flag),
        (
            any(&|slot| matches!(slot.mark, Mark::Expected(_))),
            Key::Outlook,
            &words.outlook,
        ),
        (kind(Kind::ToDate), Key::ToDate, &words.to_date),
        (kind(Kind::Carried), Key::Carried, &words.carried),
    ];
    let present = all.into_iter().filter(|(occurs, ..)| *occurs);
    present.map(|(_, key, text)| (key, text.as_str())).collect()
}
