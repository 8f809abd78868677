//! A server's settings: showing and changing them.

use super::audit::{self, Entry, facts};
use super::{Actor, Error, Invalid, Result, Services, access, scorecard};
use crate::domain::audit::{Subject, Verb, between};
use crate::domain::id::ServerId;
use crate::domain::period::FiscalStart;
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;
pub use crate::store::server::Server;
use crate::store::{self, Connection};

/// The longest that an alert can wait, in seconds.
pub const MAX_ALERT_WAIT: i64 = 3_600;

/// Who may administer besides those with Manage Server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Administrators {
    /// The members of a role: Discord's id.
    Role(i64),
    /// Nobody.
    Nobody,
}

/// What may change.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// How numbers are read and written.
    pub number_format: Option<NumberFormat>,
    /// The time zone of new scorecards, as typed.
    pub time_zone: Option<String>,
    /// The fiscal-year start of new scorecards.
    pub fiscal_start: Option<FiscalStart>,
    /// Who administers.
    pub administrators: Option<Administrators>,
    /// Below this share of the weight, in percent, a score is provisional.
    pub coverage_floor: Option<i64>,
    /// How long an alert waits before it is said, in seconds.
    pub alert_wait_s: Option<i64>,
    /// How pictures in channels look.
    pub theme: Option<Theme>,
}

impl Edit {
    /// Whether nothing is to change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.number_format.is_none()
            && self.time_zone.is_none()
            && self.fiscal_start.is_none()
            && self.administrators.is_none()
            && self.coverage_floor.is_none()
            && self.alert_wait_s.is_none()
            && self.theme.is_none()
    }
}

/// The settings as they are, and how pictures for the viewer look, where they chose.
pub async fn show(services: &Services, viewer: &Actor) -> Result<(Server, Option<Theme>)> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, viewer.server)
        .await?
        .ok_or(Error::NotHere)?;
    let own = own_theme(&mut reader, viewer).await?;
    Ok((server, own))
}

async fn own_theme(connection: &mut Connection, viewer: &Actor) -> Result<Option<Theme>> {
    let person = store::person::by_id(connection, viewer.server, viewer.person).await?;
    Ok(person.and_then(|person| person.theme))
}

/// Chooses how pictures for oneself look, none: as the server's; gives the choice before. It concerns nobody else, so the
/// audit trail does not have it.
pub async fn choose_own_theme(services: &Services, actor: &Actor, theme: Option<Theme>) -> Result<Option<Theme>> {
    let mut write = services.write().await?;
    let before = own_theme(&mut write, actor).await?;
    store::person::choose_theme(&mut write, actor.server, actor.person, theme).await?;
    services.keep(write).await?;
    Ok(before)
}

/// How a server writes numbers, for answers to somebody who is no actor yet.
pub async fn number_format(services: &Services, server: ServerId) -> Result<NumberFormat> {
    let mut reader = services.read().await?;
    let known = store::server::by_id(&mut reader, server).await?;
    Ok(known.map_or(NumberFormat::Unset, |server| server.number_format))
}

/// Changes settings; gives them before and after.
pub async fn edit(services: &Services, actor: &Actor, wanted: &Edit) -> Result<(Server, Server)> {
    access::administer(actor)?;
    let mut write = services.write().await?;
    let before = store::server::by_id(&mut write, actor.server)
        .await?
        .ok_or(Error::NotHere)?;
    let mut after = changed(&before, wanted)?;
    if after == before {
        return Err(Invalid::NothingToChange.into());
    }
    after.settings_by = Some(actor.person);
    store::server::save_settings(&mut write, &after).await?;
    let entry = Entry::new(Verb::Changed, Subject::Settings, (None, &after.name));
    let changes = between(&facts::settings(&before), &facts::settings(&after));
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    services.keep(write).await?;
    Ok((before, after))
}

fn changed(before: &Server, wanted: &Edit) -> Result<Server> {
    let mut after = before.clone();
    after.number_format = wanted.number_format.unwrap_or(before.number_format);
    after.fiscal_start = wanted.fiscal_start.unwrap_or(before.fiscal_start);
    after.theme = wanted.theme.unwrap_or(before.theme);
    if let Some(typed) = &wanted.time_zone {
        scorecard::time_zone(typed)?.name().clone_into(&mut after.time_zone);
    }
    if let Some(administrators) = wanted.administrators {
        after.admin_role = match administrators {
            Administrators::Role(role) => Some(role),
            Administrators::Nobody => None,
        };
    }
    let floor = wanted.coverage_floor.unwrap_or(before.coverage_floor);
    after.coverage_floor = within("coverage_floor", floor, 100)?;
    let wait = wanted.alert_wait_s.unwrap_or(before.alert_wait_s);
    after.alert_wait_s = within("alert_wait", wait, MAX_ALERT_WAIT)?;
    Ok(after)
}

fn within(field: &'static str, number: i64, most: i64) -> Result<i64> {
    if (0..=most).contains(&number) {
        return Ok(number);
    }
    Err(Invalid::Number {
        field,
        typed: number.to_string(),
    }
    .into())
}
