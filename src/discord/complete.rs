//! What Discord offers while somebody types: matching anywhere in a name, without case and accents, and only what they
//! may see and do. An error offers nothing; the command itself says what is wrong.

mod alert;
mod anything;
mod archived;
mod decision;
mod initiative;
mod reader;

use poise::serenity_prelude::{AutocompleteChoice, CreateAutocompleteResponse, ResolvedValue};

use super::actor::Door;
use super::{Context, Failure};
use crate::domain::name::{fold, matches, shorten_middle};
use crate::domain::template::TemplateName;
use crate::service::Error;
use crate::service::access::reference;
use crate::service::complete::{self, Purpose, Way};

pub use alert::alert;
pub use anything::{anything, period_of_anything};
pub use archived::{archived_kpi, archived_objective, archived_perspective, archived_scorecard};
pub use decision::decision;
pub use initiative::initiative;
pub use reader::named_reader;

/// Discord's limit for one list.
const CHOICES: usize = 25;

/// Discord's limit for the label and the value of a choice.
const LENGTH: usize = 100;

/// Something that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    /// What the person reads.
    label: String,
    /// What is sent.
    value: String,
    /// What else finds it.
    also: String,
}

impl Choice {
    fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            also: String::new(),
        }
    }
}

/// Scorecards that the person may see.
pub async fn scorecard(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(scorecards(context, Purpose::See, typed).await)
}

/// Scorecards that the person may change.
pub async fn managed_scorecard(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(scorecards(context, Purpose::Manage, typed).await)
}

async fn scorecards(context: Context<'_>, purpose: Purpose, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let query = fold(typed);
    let found = complete::scorecards(&door.services, &door.actor, purpose, (&query, CHOICES)).await?;
    let choices = found.into_iter().map(|card| {
        let value = if fits(&card.name) {
            card.name.clone()
        } else {
            reference(card.id.get())
        };
        Choice::new(card.name, value)
    });
    Ok(choices.collect())
}

/// Perspectives that the person may see, of the scorecard that is already chosen.
pub async fn perspective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(perspectives(context, Purpose::See, typed).await)
}

/// Perspectives that the person may change, of the scorecard that is already chosen.
pub async fn managed_perspective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(perspectives(context, Purpose::Manage, typed).await)
}

async fn perspectives(context: Context<'_>, purpose: Purpose, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    if let Some(card) = option(&context, "scorecard") {
        let found = complete::perspectives_of(&door.services, &door.actor, &card).await?;
        let choices = found
            .into_iter()
            .map(|perspective| Choice::new(perspective.name, reference(perspective.id.get())));
        return Ok(fitting(choices.collect(), typed));
    }
    let query = fold(typed);
    let found = complete::perspectives(&door.services, &door.actor, purpose, (&query, CHOICES)).await?;
    let several = found.windows(2).any(|pair| pair[0].0.scorecard != pair[1].0.scorecard);
    let label = |name: String, card: String| if several { beside(&name, &card) } else { name };
    let choices = found.into_iter().map(|(perspective, card)| {
        let value = reference(perspective.id.get());
        Choice::new(label(perspective.name, card), value)
    });
    Ok(choices.collect())
}

/// Objectives that the person may see.
pub async fn objective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(objectives(context, Purpose::See, typed).await)
}

/// Objectives that the person may change.
pub async fn managed_objective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(objectives(context, Purpose::Manage, typed).await)
}

async fn objectives(context: Context<'_>, purpose: Purpose, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let query = fold(typed);
    let found = complete::objectives(&door.services, &door.actor, purpose, (&query, CHOICES)).await?;
    let several = found.windows(2).any(|pair| pair[0].0.scorecard != pair[1].0.scorecard);
    let choices = found.into_iter().map(|(objective, card)| {
        let place = if several { &card } else { &objective.perspective };
        Choice::new(beside(&objective.name, place), reference(objective.id.get()))
    });
    Ok(choices.collect())
}

/// KPIs that the person may enter values of, their own first.
pub async fn kpi(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(kpis(context, Purpose::Log, typed).await)
}

/// KPIs that somebody answers for, whether their values are entered or computed.
pub async fn answered_kpi(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(kpis(context, Purpose::HandOver, typed).await)
}

/// KPIs that the person may see, their own first.
pub async fn seen_kpi(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(kpis(context, Purpose::See, typed).await)
}

/// KPIs that the person may change, their own first.
pub async fn managed_kpi(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(kpis(context, Purpose::Manage, typed).await)
}

async fn kpis(context: Context<'_>, purpose: Purpose, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let query = fold(typed);
    let found = complete::kpis(&door.services, &door.actor, purpose, (&query, CHOICES)).await?;
    let choices = found.into_iter().map(|kpi| {
        let room = LENGTH.saturating_sub(kpi.key.encode_utf16().count() + 3);
        let label = format!("{} ({})", shorten_middle(&kpi.name, room), kpi.key);
        Choice::new(label, kpi.key)
    });
    Ok(choices.collect())
}

/// Periods of the KPI that is already chosen, else of the scorecard's review cycle; the newest first.
pub async fn period(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(periods(context, Way::Back).await, typed)
}

/// Periods from which a target of the chosen KPI can hold; the running one first.
pub async fn coming_period(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(periods(context, Way::Ahead).await, typed)
}

/// Fiscal years that the chosen KPI can have a target for: the running one, and those around it.
pub async fn coming_year(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(periods(context, Way::Years).await, typed)
}

async fn periods(context: Context<'_>, way: Way) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let (kpi, card) = (option(&context, "kpi"), option(&context, "scorecard"));
    let place = (card.as_deref(), Some(context.channel_id().get().cast_signed()));
    let (found, fiscal) = complete::periods(&door.services, &door.actor, kpi.as_deref(), place, way).await?;
    let choices = found.into_iter().map(|period| {
        let value = period.label(fiscal);
        Choice {
            label: door.voice.period(period, fiscal),
            also: value.clone(),
            value,
        }
    });
    Ok(choices.collect())
}

/// Time zones; `new york` finds `America/New_York`.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
pub async fn time_zone(_: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| {
        let name = zone.name();
        Choice {
            label: name.to_owned(),
            value: name.to_owned(),
            also: name.replace('_', " "),
        }
    });
    offer(Ok(zones.collect()), typed)
}

/// The ready sets.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
pub async fn template(_: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let sets = TemplateName::WORDS.iter().map(|name| Choice::new(*name, *name));
    offer(Ok(sets.collect()), typed)
}

/// A text option that the person has already filled in.
fn option(context: &Context<'_>, wanted: &str) -> Option<String> {
    let poise::Context::Application(application) = context else {
        return None;
    };
    application
        .args
        .iter()
        .find(|option| option.name == wanted)
        .and_then(|option| match option.value {
            ResolvedValue::String(text) if !text.trim().is_empty() => Some(text.to_owned()),
            _ => None,
        })
}

/// A name and where it belongs, each shortened so that both can be read.
fn beside(name: &str, place: &str) -> String {
    const GAP: &str = " · ";
    let width = |text: &str| text.encode_utf16().count();
    let room = LENGTH - width(GAP);
    let for_place = room.saturating_sub(width(name)).max(room / 3);
    let place = shorten_middle(place, for_place);
    format!("{}{GAP}{place}", shorten_middle(name, room - width(&place)))
}

fn fits(text: &str) -> bool {
    text.encode_utf16().count() <= LENGTH
}

/// Offers what matches.
fn offer(found: Result<Vec<Choice>, Failure>, typed: &str) -> CreateAutocompleteResponse {
    give(found.map(|found| fitting(found, typed)))
}

/// Offers what was found.
fn give(found: Result<Vec<Choice>, Failure>) -> CreateAutocompleteResponse {
    let found = found.unwrap_or_else(|failure| {
        match failure {
            Failure::Service(Error::Store(_) | Error::Stored(_)) | Failure::Discord(_) => {
                tracing::error!(error = %failure, "autocomplete broke");
            }
            // What is typed so far names nothing yet.
            Failure::Service(_) => tracing::debug!(error = %failure, "autocomplete has nothing to offer"),
        }
        Vec::new()
    });
    let choices = found
        .into_iter()
        .map(|choice| AutocompleteChoice::new(shorten_middle(&choice.label, LENGTH), choice.value));
    CreateAutocompleteResponse::new().set_choices(choices.collect())
}

/// What matches, in its order, but what begins with what was typed first; within Discord's limits.
fn fitting(found: Vec<Choice>, typed: &str) -> Vec<Choice> {
    let query = fold(typed);
    let (first, then): (Vec<Choice>, Vec<Choice>) = found
        .into_iter()
        .filter(|choice| {
            [&choice.label, &choice.value, &choice.also]
                .iter()
                .any(|text| matches(&query, text))
        })
        .partition(|choice| fold(&choice.label).starts_with(&query));
    first
        .into_iter()
        .chain(then)
        .take(CHOICES)
        .map(|choice| Choice {
            label: shorten_middle(&choice.label, LENGTH),
            ..choice
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(found: &[&str], typed: &str) -> Vec<String> {
        let found = found.iter().map(|label| Choice::new(*label, *label)).collect();
        fitting(found, typed).into_iter().map(|choice| choice.label).collect()
    }

    #[test]
    fn a_choice_is_found_anywhere_in_its_name_and_what_begins_so_comes_first() {
        let names = ["Net revenue", "Crème brûlée sold", "Revenue growth"];
        assert_eq!(labels(&names, "REVENUE"), ["Revenue growth", "Net revenue"]);
        assert_eq!(labels(&names, "creme"), ["Crème brûlée sold"]);
        assert_eq!(labels(&names, ""), names);
        assert!(labels(&names, "xyz").is_empty());
    }

    #[test]
    fn at_most_25_choices_of_at_most_100_characters_are_offered() {
        let long = "👨‍👩‍👧".repeat(40);
        let names: Vec<&str> = std::iter::repeat_n(long.as_str(), 60).collect();
        let offered = labels(&names, "");
        assert_eq!(offered.len(), 25);
        for label in offered {
            assert!(label.encode_utf16().count() <= 100, "{label}");
            assert!(!label.ends_with('\u{200D}'), "{label}");
        }
    }

    #[test]
    fn a_name_and_its_place_both_stay_readable() {
        let check = |name: &str, place: &str| {
            let label = beside(name, place);
            assert!(label.encode_utf16().count() <= 100, "{label}");
            assert!(label.contains(" · "), "{label}");
            label
        };
        assert_eq!(check("Keep customers", "Customer"), "Keep customers · Customer");
        let long = check(&"n".repeat(150), &"p".repeat(150));
        assert!(
            long.matches('p').count() > 20 && long.matches('n').count() > 50,
            "{long}"
        );
        assert!(check(&"n".repeat(150), "Customer").ends_with(" · Customer"));
    }

    #[test]
    fn a_time_zone_is_found_by_its_city() {
        let choice = Choice {
            label: "America/New_York".into(),
            value: "America/New_York".into(),
            also: "America/New York".into(),
        };
        assert_eq!(fitting(vec![choice.clone()], "new york"), [choice]);
    }
}
