//! The buttons and the select under a cascade: its pages, and the summary of one of its scorecards.

use std::fmt;

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, CreateInteractionResponse, Http};

use super::Span;
use super::id::parse;
use crate::discord::actor::Door;
use crate::discord::reply::{Deferred, Place, Press};
use crate::discord::{Bot, Failure, view};
use crate::domain::id::ScorecardId;
use crate::domain::reading::View;
use crate::service::cascade::{self, Top};
use crate::service::summary;

/// A scorecard in a period, as the select carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// The scorecard.
    pub card: ScorecardId,
    /// The period.
    pub period: Span,
}

impl Opened {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let (card, kind, first_day) = (parse(parts.next())?, parse(parts.next())?, parse(parts.next())?);
        let period = Span { kind, first_day };
        Some(Self { card, period })
    }
}

impl fmt::Display for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.card, self.period.kind, self.period.first_day)
    }
}

/// Takes a press.
pub async fn press(
    http: &Http,
    bot: &Bot,
    (press, door): (&ComponentInteraction, &Door),
    (top, page): (Option<ScorecardId>, usize),
) -> Result<(), Failure> {
    if let Some(Opened { card, period }) = chosen(press) {
        let wanted = (period.kind, period.first_day, View::Period);
        let shown = summary::of_period(&door.services, &door.actor, card, wanted).await?;
        let post = view::summary::shown(&door.voice, &shown, None);
        return Ok(Press::Component(press).answer(http, post, Place::Aside).await?);
    }
    press
        .create_response(http, CreateInteractionResponse::Acknowledge)
        .await?;
    let deferred = Deferred {
        http,
        token: &press.token,
    };
    let top = top.map_or(Top::All, Top::Row);
    let outcome = match cascade::show(&door.services, &door.actor, top, page).await {
        Ok(found) => {
            let post = view::cascade::page(&door.voice, &found, door.actor.administrator);
            Ok(bot.studio.complete(post, door.theme).await)
        }
        Err(error) => Err(error.into()),
    };
    deferred.settle(&door.voice, outcome).await
}

fn chosen(press: &ComponentInteraction) -> Option<Opened> {
    match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => Opened::read(values.first()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::PeriodKind;

    #[test]
    fn what_is_opened_is_read_back_as_it_was_written() {
        let opened = Opened {
            card: 12.into(),
            period: Span {
                kind: PeriodKind::Quarter,
                first_day: chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap(),
            },
        };
        assert_eq!(Opened::read(&opened.to_string()), Some(opened));
        for text in ["", "12", "12:day:2026-10-01", "12:month:x"] {
            assert_eq!(Opened::read(text), None, "{text}");
        }
    }
}
