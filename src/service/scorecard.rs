//! Scorecards: creating, changing, showing, listing.

mod check;
mod edit;
mod list;
mod show;
mod take_over;

use chrono_tz::Tz;

use super::audit::{self, Entry, facts};
use super::person::{self, Named};
use super::reader::{self, Privacy};
use super::{Actor, Conflict, Invalid, Noun, Result, Services, access, review};
use crate::domain::audit::{Subject, Verb, made};
use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::name::Name;
use crate::domain::period::{FiscalStart, PeriodKind};
use crate::domain::scorecard::{CardLevel, PERSPECTIVES, Visibility};
use crate::store::scorecard::NewScorecard;
use crate::store::{self, Connection};

pub use check::{LONG_GREEN, Weakness, check};
pub use edit::{Edit, channel_to_check, edit};
pub use list::{Listed, list};
pub(super) use show::show_card;
pub use show::{Contents, Shown, show};
pub use take_over::{TakenOver, take_over};

pub use crate::store::scorecard::Scorecard;

/// The most characters of a vision or mission.
pub const MAX_TEXT: usize = 1000;

/// The most scorecards of a server.
pub(super) const MOST: usize = 2_000;

/// What somebody gives to create a scorecard; what is missing has a default.
#[derive(Debug, Clone, Default)]
pub struct Create {
    /// Its name.
    pub name: String,
    /// Where in the organisation it stands; the organisation, or a team below a parent.
    pub level: Option<CardLevel>,
    /// The scorecard it cascades from, as typed.
    pub parent: Option<String>,
    /// Its team channel, checked by the door.
    pub channel: Option<i64>,
    /// Who manages it; the person who creates it.
    pub manager: Option<Named>,
    /// Who sponsors it.
    pub sponsor: Option<Named>,
    /// Its time zone, as typed; the parent's or the server's.
    pub time_zone: Option<String>,
    /// The month in which its fiscal year begins; the parent's or the server's.
    pub fiscal_start: Option<FiscalStart>,
    /// How often it is reviewed; monthly.
    pub review_cycle: Option<PeriodKind>,
    /// What the unit wants to become.
    pub vision: Option<String>,
    /// What the unit is for.
    pub mission: Option<String>,
    /// Who may read it; everybody, but for an individual's.
    pub privacy: Privacy,
}

impl Create {
    /// Where in the organisation it will stand: the organisation, or a team below a parent, unless it is said.
    fn level(&self) -> CardLevel {
        let usual = match self.parent {
            Some(_) => CardLevel::Team,
            None => CardLevel::Organisation,
        };
        self.level.unwrap_or(usual)
    }

    /// Who may read it.
    fn visibility(&self) -> Result<Visibility> {
        self.privacy.visibility(self.level().visibility())
    }

    /// The team channel, where only those may see it who may read the scorecard.
    #[must_use]
    pub fn channel_to_check(&self) -> Option<i64> {
        let private = matches!(self.visibility(), Ok(Visibility::Private));
        self.channel.filter(|_| private)
    }
}

/// Creates a scorecard with the four perspectives.
pub async fn create(services: &Services, actor: &Actor, wanted: &Create) -> Result<Shown> {
    let mut write = services.write().await?;
    let id = add(services, &mut write, actor, wanted, &PERSPECTIVES).await?;
    let card = stored(&mut write, actor, id).await?;
    let shown = show_card(services, &mut write, actor, card).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// Adds a scorecard within a use case.
pub(super) async fn add(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    wanted: &Create,
    perspectives: &[&str],
) -> Result<ScorecardId> {
    let parent = match &wanted.parent {
        Some(typed) => Some(access::scorecard(write, actor, Some(typed), None).await?),
        None => None,
    };
    match &parent {
        Some(parent) => access::manage(write, actor, parent).await?,
        None => access::administer(actor)?,
    }
    let name = Name::parse(&wanted.name)?;
    refuse_taken(write, actor.server, &name, None).await?;
    let texts = [("vision", &wanted.vision), ("mission", &wanted.mission)];
    for (field, text) in texts {
        short_enough(field, text.as_deref())?;
    }
    let server = store::server::by_id(write, actor.server)
        .await?
        .ok_or(super::Error::NotHere)?;
    let inherited_zone = parent
        .as_ref()
        .map_or(server.time_zone, |parent| parent.time_zone.clone());
    let zone = time_zone(wanted.time_zone.as_deref().unwrap_or(&inherited_zone))?;
    let fiscal = wanted.fiscal_start.unwrap_or(
        parent
            .as_ref()
            .map_or(server.fiscal_start, |parent| parent.fiscal_start),
    );
    let cycle = wanted.review_cycle.unwrap_or(PeriodKind::Month);
    let now = services.now();
    let new = NewScorecard {
        name: name.as_str(),
        name_folded: &name.unique(),
        level: wanted.level(),
        channel: wanted.channel,
        manager: somebody(write, actor, wanted.manager.as_ref())
            .await?
            .unwrap_or(actor.person),
        sponsor: somebody(write, actor, wanted.sponsor.as_ref()).await?,
        time_zone: zone.name(),
        fiscal_start: fiscal,
        review_cycle: cycle,
        parent: parent.map(|parent| parent.id),
        visibility: wanted.visibility()?,
        person: somebody(write, actor, wanted.privacy.whose.as_ref()).await?,
        vision: wanted.vision.as_deref(),
        mission: wanted.mission.as_deref(),
    };
    let id = store::scorecard::insert(write, actor.server, &new, now).await?;
    let card = stored(write, actor, id).await?;
    let readers = reader::name(write, actor, &card, &wanted.privacy).await?;
    reader::refuse_onlookers(write, actor.server, &card, wanted.privacy.audience.as_ref()).await?;
    let calendar = store::calendar::of_server(write, actor.server).await?;
    let opens_at = review::first_opening(&card, &calendar);
    store::scorecard::set_next_step(write, actor.server, id, opens_at).await?;
    for name in perspectives {
        let name = Name::parse(name)?;
        store::perspective::insert(write, actor.server, id, name.as_str(), &name.unique()).await?;
    }
    let entry = Entry::new(Verb::Created, Subject::Scorecard, (Some(id.get()), &card.name)).within(id);
    let changes = [made(&facts::scorecard(&card)), readers].concat();
    audit::record(services, write, actor, entry.with(changes)).await?;
    Ok(id)
}

/// A scorecard that somebody has just made: also one that they made for others only.
pub(super) async fn stored(connection: &mut Connection, actor: &Actor, id: ScorecardId) -> Result<Scorecard> {
    let found = store::scorecard::by_id(connection, actor.server, id).await?;
    found.ok_or(super::Error::NotHere)
}

/// The time zone of a stored scorecard; it was checked when it was written.
#[must_use]
pub fn zone_of(card: &Scorecard) -> Tz {
    card.time_zone.parse().unwrap_or(Tz::UTC)
}

/// A time zone as people type it: its IANA name in any case.
pub fn time_zone(typed: &str) -> Result<Tz> {
    let wanted = typed.trim().replace(' ', "_");
    let known = chrono_tz::TZ_VARIANTS
        .iter()
        .find(|zone| zone.name().eq_ignore_ascii_case(&wanted));
    known.copied().ok_or_else(|| {
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let close = crate::domain::name::closest(typed, names)
            .into_iter()
            .map(str::to_owned)
            .collect();
        Invalid::TimeZone {
            typed: typed.to_owned(),
            close,
        }
        .into()
    })
}

pub(super) async fn somebody(write: &mut Connection, actor: &Actor, named: Option<&Named>) -> Result<Option<PersonId>> {
    match named {
        Some(named) => Ok(Some(person::named(write, actor.server, named).await?)),
        None => Ok(None),
    }
}

pub(super) fn short_enough(field: &'static str, text: Option<&str>) -> Result<()> {
    match text {
        Some(text) if text.chars().count() > MAX_TEXT => Err(Invalid::TooLong { field, most: MAX_TEXT }.into()),
        _ => Ok(()),
    }
}

/// Fails where another scorecard has the name.
pub(super) async fn refuse_taken(
    connection: &mut Connection,
    server: ServerId,
    name: &Name,
    except: Option<ScorecardId>,
) -> Result<()> {
    let all = store::scorecard::all(connection, server).await?;
    if except.is_none() && all.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Scorecard,
            most: MOST,
        }
        .into());
    }
    let same = |card: &&Scorecard| {
        Some(card.id) != except && Name::parse(&card.name).is_ok_and(|taken| taken.unique() == name.unique())
    };
    match all.iter().find(same) {
        Some(_) => Err(Conflict::Taken {
            noun: Noun::Scorecard,
            name: name.to_string(),
        }
        .into()),
        None => Ok(()),
    }
}
