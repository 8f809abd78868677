//! What has a score, of every kind, each with what it is: for `/why`.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{CHOICES, Choice, LENGTH, beside, give, offer, option};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure};
use crate::domain::audit::Subject;
use crate::domain::name::{fold, shorten_middle};
use crate::service::complete::{self, Purpose};
use crate::service::why::{self, reference};

/// KPIs, objectives, perspectives and scorecards that the person may see.
pub async fn anything(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(found(context, typed).await)
}

async fn found(context: Context<'_>, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let (services, viewer, words) = (&door.services, &door.actor, door.voice.words);
    let query = fold(typed);
    let wanted = (query.as_str(), CHOICES);
    let noun = |kind: Subject| words.say(&format!("noun-{kind}"), &[]);
    let cards = complete::scorecards(services, viewer, Purpose::See, wanted).await?;
    let perspectives = complete::perspectives(services, viewer, Purpose::See, wanted).await?;
    let objectives = complete::objectives(services, viewer, Purpose::See, wanted).await?;
    let kpis = complete::kpis(services, viewer, Purpose::See, wanted).await?;
    let told = |kind: Subject, name: &str, place: &str, id: i64| {
        let place = if place.is_empty() {
            noun(kind)
        } else {
            format!("{} · {place}", noun(kind))
        };
        Choice::new(beside(name, &place), reference(kind, id))
    };
    let cards = cards
        .iter()
        .map(|card| told(Subject::Scorecard, &card.name, "", card.id.get()));
    let perspectives = perspectives
        .iter()
        .map(|(perspective, card)| told(Subject::Perspective, &perspective.name, card, perspective.id.get()));
    let objectives = objectives
        .iter()
        .map(|(objective, card)| told(Subject::Objective, &objective.name, card, objective.id.get()));
    let kpis = kpis.iter().map(|kpi| {
        let kind = noun(Subject::Kpi);
        let room = LENGTH.saturating_sub(kpi.key.encode_utf16().count() + kind.encode_utf16().count() + 6);
        let label = format!("{} ({}) · {kind}", shorten_middle(&kpi.name, room), kpi.key);
        Choice::new(label, kpi.key.clone())
    });
    Ok(in_turns([
        cards.collect(),
        perspectives.collect(),
        objectives.collect(),
        kpis.collect(),
    ]))
}

/// As many of each kind as of the others, as long as there are any.
fn in_turns(kinds: [Vec<Choice>; 4]) -> Vec<Choice> {
    let mut kinds = kinds.map(Vec::into_iter);
    let mut offered = Vec::with_capacity(CHOICES);
    while offered.len() < CHOICES {
        let before = offered.len();
        for (at, kind) in kinds.iter_mut().enumerate() {
            if offered.len() < CHOICES
                && let Some(choice) = kind.next()
            {
                offered.push((at, choice));
            }
        }
        if offered.len() == before {
            break;
        }
    }
    offered.sort_by_key(|(at, _)| *at);
    offered.into_iter().map(|(_, choice)| choice).collect()
}

/// Periods in which what is already chosen has a score of its own, the newest first.
pub async fn period_of_anything(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(periods(context).await, typed)
}

async fn periods(context: Context<'_>) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let what = option(&context, "what").unwrap_or_default();
    let channel = Some(context.channel_id().get().cast_signed());
    let (found, fiscal) = why::periods(&door.services, &door.actor, &what, channel).await?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_share_of_what_is_offered() {
        let many = |kind: &str, count: usize| {
            (0..count)
                .map(|at| Choice::new(format!("{kind}{at}"), ""))
                .collect::<Vec<_>>()
        };
        let count =
            |offered: &[Choice], kind: &str| offered.iter().filter(|choice| choice.label.starts_with(kind)).count();
        let offered = in_turns([many("s", 1), many("p", 3), many("o", 40), many("k", 40)]);
        assert_eq!(["s", "p", "o", "k"].map(|kind| count(&offered, kind)), [1, 3, 11, 10]);
        assert_eq!(
            in_turns([many("s", 0), many("p", 0), many("o", 0), many("k", 2)]).len(),
            2
        );
    }
}
