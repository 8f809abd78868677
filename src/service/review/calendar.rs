//! A server's calendar: holidays and quiet hours, which move prompts and business days.

use chrono::NaiveDate;

use crate::domain::audit::{Subject, Verb, between};
use crate::domain::cycle::{BusinessCalendar, QuietHours};
use crate::service::audit::{self, Entry, facts};
use crate::service::{Actor, Error, Invalid, Result, Services, access};
use crate::store;

/// The most holidays a server keeps: forty years of ten.
const MOST: usize = 400;

/// What somebody gives to change the calendar, as typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Days to add, as in `2026-12-25 2026-12-26`.
    pub add: Option<&'a str>,
    /// Days to take away.
    pub remove: Option<&'a str>,
    /// Hours in which nobody is written to, as in `20:00-07:00`; `none` for no such hours.
    pub quiet: Option<&'a str>,
}

/// The calendar before and after; the same where it was only looked at.
pub async fn calendar(
    services: &Services,
    actor: &Actor,
    wanted: Wanted<'_>,
) -> Result<(BusinessCalendar, BusinessCalendar)> {
    if wanted.add.or(wanted.remove).or(wanted.quiet).is_none() {
        let mut reader = services.read().await?;
        let as_it_is = store::calendar::of_server(&mut reader, actor.server).await?;
        return Ok((as_it_is.clone(), as_it_is));
    }
    access::administer(actor)?;
    let mut write = services.write().await?;
    let before = store::calendar::of_server(&mut write, actor.server).await?;
    for day in days(wanted.add)? {
        store::calendar::add_holiday(&mut write, actor.server, day).await?;
    }
    for day in days(wanted.remove)? {
        store::calendar::remove_holiday(&mut write, actor.server, day).await?;
    }
    if let Some(typed) = wanted.quiet {
        let quiet = quiet_hours(typed)?;
        store::calendar::set_quiet_hours(&mut write, actor.server, quiet).await?;
    }
    let after = store::calendar::of_server(&mut write, actor.server).await?;
    if after.holidays.len() > MOST {
        return Err(Invalid::TooManyDays { most: MOST }.into());
    }
    if after == before {
        return Err(Invalid::NothingToChange.into());
    }
    let changes = between(&facts::calendar(&before, &after), &facts::calendar(&after, &before));
    let server = store::server::by_id(&mut write, actor.server)
        .await?
        .ok_or(Error::NotHere)?;
    let entry = Entry::new(Verb::Changed, Subject::Settings, (None, &server.name));
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    // The next look works the instants of all reviews out anew.
    store::scorecard::wake_all(&mut write, actor.server, services.now()).await?;
    services.keep_cycle(write).await?;
    Ok((before, after))
}

fn days(typed: Option<&str>) -> Result<Vec<NaiveDate>> {
    let parts = typed.unwrap_or_default().split([' ', ',', ';']);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().map_err(|_| Invalid::Day { typed: part.to_owned() }.into()))
        .collect()
}

fn quiet_hours(typed: &str) -> Result<Option<QuietHours>> {
    if typed.trim().eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let read: std::result::Result<QuietHours, _> = typed.parse();
    Ok(Some(read.map_err(|error| Invalid::QuietHours { typed: error.read })?))
}
