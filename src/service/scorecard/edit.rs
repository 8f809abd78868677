//! Changing a scorecard.

use super::{Named, Shown, refuse_taken, short_enough, show_card, somebody, time_zone};
use crate::domain::audit::{Subject, Verb, between};
use crate::domain::name::Name;
use crate::domain::scorecard::{CardLevel, RedNote, Visibility};
use crate::service::audit::{self, Entry, facts};
use crate::service::notice::TellContent;
use crate::service::reader::{self, Privacy};
use crate::service::{Actor, Invalid, Result, Services, access, notice, review};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What may change of a scorecard.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Its new name.
    pub name: Option<String>,
    /// Where in the organisation it stands.
    pub level: Option<CardLevel>,
    /// The scorecard it is part of, as typed.
    pub parent: Option<String>,
    /// Its team channel, checked by the door.
    pub channel: Option<i64>,
    /// Who manages it from now on.
    pub manager: Option<Named>,
    /// Who sponsors it from now on.
    pub sponsor: Option<Named>,
    /// Its time zone, as typed.
    pub time_zone: Option<String>,
    /// What the unit wants to become.
    pub vision: Option<String>,
    /// What the unit is for.
    pub mission: Option<String>,
    /// Whether a value off target has to be explained.
    pub red_note: Option<RedNote>,
    /// Who may read it from now on.
    pub privacy: Privacy,
}

/// The team channel that a scorecard will have, where an edit may show it there to people who may not read it.
pub async fn channel_to_check(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    wanted: &Edit,
) -> Result<Option<i64>> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, actor, typed, channel).await?;
    access::manage(&mut reader, actor, &card).await?;
    let after = wanted.privacy.visibility(card.visibility)?;
    let exposes = wanted.channel.is_some() || after != card.visibility || wanted.privacy.remove.is_some();
    let channel = wanted.channel.or(card.channel);
    Ok(channel.filter(|_| exposes && after == Visibility::Private))
}

/// Changes a scorecard; gives it before and after.
pub async fn edit(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    wanted: &Edit,
) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let card = access::scorecard(&mut write, actor, typed, channel).await?;
    access::manage(&mut write, actor, &card).await?;
    let after = changed(&mut write, actor, card.clone(), wanted).await?;
    let name = Name::parse(&after.name)?;
    refuse_taken(&mut write, actor.server, &name, Some(card.id)).await?;
    let before = show_card(services, &mut write, actor, card.clone()).await?;
    store::scorecard::update(&mut write, actor.server, &after, &name.unique()).await?;
    let readers = reader::name(&mut write, actor, &after, &wanted.privacy).await?;
    if after == card && readers.is_empty() {
        return Err(Invalid::NothingToChange.into());
    }
    reader::refuse_onlookers(&mut write, actor.server, &after, wanted.privacy.audience.as_ref()).await?;
    if let Some(channel) = after.channel.filter(|_| after.channel != card.channel) {
        notice::redirect(&mut write, actor.server, card.id, channel).await?;
    }
    if after.time_zone != card.time_zone {
        // The next look works the instants of its cycle out anew.
        store::scorecard::set_next_step(&mut write, actor.server, card.id, services.now()).await?;
    }
    if card.channel.is_none() {
        review::post_unsaid(services, &mut write, (actor.server, &after)).await?;
    }
    let changes = between(&facts::scorecard(&card), &facts::scorecard(&after));
    let changes = [changes, readers].concat();
    let entry = Entry::new(Verb::Changed, Subject::Scorecard, (Some(card.id.get()), &after.name)).within(card.id);
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    let after = show_card(services, &mut write, actor, after).await?;
    if card.visibility == Visibility::Open {
        tell_whose(services, &mut write, actor, &after).await?;
    }
    services.keep_cycle(write).await?;
    Ok((before, after))
}

/// Tells whose card it is where somebody else made it private and its numbers are used elsewhere: that is theirs to decide.
async fn tell_whose(services: &Services, write: &mut Connection, actor: &Actor, after: &Shown) -> Result<()> {
    let Some(whose) = after.card.person.filter(|whose| *whose != actor.person) else {
        return Ok(());
    };
    if after.counts_in.is_empty() {
        return Ok(());
    }
    let news = TellContent::MadePrivate {
        by: access::name_of(write, actor, actor.person).await?,
        scorecard: after.card.name.clone(),
        counts_in: after.counts_in.clone(),
    };
    let what = format!("made-private:{}:{}", after.card.id, services.now().timestamp_millis());
    notice::tell(services, write, actor.server, (&what, news), &[whose]).await
}

async fn changed(write: &mut Connection, actor: &Actor, mut card: Scorecard, wanted: &Edit) -> Result<Scorecard> {
    if let Some(name) = &wanted.name {
        card.name = Name::parse(name)?.to_string();
    }
    for (field, text, kept) in [
        ("vision", &wanted.vision, &mut card.vision),
        ("mission", &wanted.mission, &mut card.mission),
    ] {
        short_enough(field, text.as_deref())?;
        if text.is_some() {
            kept.clone_from(text);
        }
    }
    if let Some(typed) = &wanted.time_zone {
        time_zone(typed)?.name().clone_into(&mut card.time_zone);
    }
    if let Some(typed) = &wanted.parent {
        let parent = access::scorecard(write, actor, Some(typed), None).await?;
        access::manage(write, actor, &parent).await?;
        refuse_cycle(write, actor, &card, &parent).await?;
        card.parent = Some(parent.id);
    }
    card.manager = somebody(write, actor, wanted.manager.as_ref())
        .await?
        .unwrap_or(card.manager);
    card.sponsor = somebody(write, actor, wanted.sponsor.as_ref()).await?.or(card.sponsor);
    card.channel = wanted.channel.or(card.channel);
    card.visibility = wanted.privacy.visibility(card.visibility)?;
    card.person = somebody(write, actor, wanted.privacy.whose.as_ref())
        .await?
        .or(card.person);
    card.level = wanted.level.unwrap_or(card.level);
    card.red_note = wanted.red_note.unwrap_or(card.red_note);
    Ok(card)
}

/// Fails where the parent is the scorecard itself, or below it.
async fn refuse_cycle(write: &mut Connection, actor: &Actor, card: &Scorecard, parent: &Scorecard) -> Result<()> {
    let all = store::scorecard::all(write, actor.server).await?;
    let mut above = Some(parent.id);
    for _ in 0..=all.len() {
        if above == Some(card.id) {
            return Err(Invalid::ParentCycle.into());
        }
        above = all
            .iter()
            .find(|other| Some(other.id) == above)
            .and_then(|other| other.parent);
    }
    Ok(())
}
