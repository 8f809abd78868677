//! Servers: one row a guild that has ever invited the bot.

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::period::FiscalStart;
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;

/// A server and its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Discord's guild id.
    pub id: ServerId,
    /// Its name.
    pub name: String,
    /// Discord's user id of its owner, once it is known.
    pub owner_user: Option<i64>,
    /// The locale that people without one of their own are spoken to in.
    pub locale: String,
    /// How numbers are read and written.
    pub number_format: NumberFormat,
    /// The time zone of new scorecards.
    pub time_zone: String,
    /// The fiscal-year start of new scorecards.
    pub fiscal_start: FiscalStart,
    /// The role whose members administer.
    pub admin_role: Option<i64>,
    /// Below this share of the weight, in percent, a score is provisional.
    pub coverage_floor: i64,
    /// How long an alert waits before it is said, in seconds.
    pub alert_wait_s: i64,
    /// How pictures in channels look, and those for people who did not choose.
    pub theme: Theme,
    /// Who last changed a setting.
    pub settings_by: Option<PersonId>,
}

/// What Discord tells about a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its preferred locale.
    pub locale: &'a str,
    /// Its owner's user id, where it is told.
    pub owner_user: Option<i64>,
}

/// Notes a server that the bot is in, as it is at present.
pub async fn join(connection: &mut Connection, id: ServerId, known: Known<'_>, now: DateTime<Utc>) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "INSERT INTO server (id, name, locale, owner_user_id, joined_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, locale = excluded.locale,
             owner_user_id = coalesce(excluded.owner_user_id, owner_user_id), left_at = NULL",
        id,
        known.name,
        known.locale,
        known.owner_user,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes that the bot is no longer in a server.
pub async fn leave(connection: &mut Connection, id: ServerId, now: DateTime<Utc>) -> Result<()> {
    let now = Moment(now);
    sqlx::query!("UPDATE server SET left_at = ? WHERE id = ?", now, id)
        .execute(connection)
        .await?;
    Ok(())
}

/// Since when the bot is not in a server that it was in.
pub async fn left_at(connection: &mut Connection, id: ServerId) -> Result<Option<DateTime<Utc>>> {
    let left_at = sqlx::query_scalar!(r#"SELECT left_at AS "left_at: Moment" FROM server WHERE id = ?"#, id)
        .fetch_optional(connection)
        .await?;
    Ok(left_at.flatten().map(|moment| moment.0))
}

/// A server by its id.
pub async fn by_id(connection: &mut Connection, id: ServerId) -> Result<Option<Server>> {
    sqlx::query_as!(
        Server,
        r#"SELECT id AS "id: ServerId", name, owner_user_id AS owner_user, locale, number_format AS "number_format: NumberFormat", time_zone,
                  fiscal_start AS "fiscal_start: FiscalStart", admin_role_id AS admin_role, coverage_floor, alert_wait_s,
                  theme AS "theme: Theme", settings_by_id AS "settings_by: PersonId"
           FROM server WHERE id = ?"#,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Writes a server's settings.
pub async fn save_settings(connection: &mut Connection, server: &Server) -> Result<()> {
    sqlx::query!(
        "UPDATE server SET number_format = ?, time_zone = ?, fiscal_start = ?, admin_role_id = ?, coverage_floor = ?,
                alert_wait_s = ?, theme = ?, settings_by_id = ?
         WHERE id = ?",
        server.number_format,
        server.time_zone,
        server.fiscal_start,
        server.admin_role,
        server.coverage_floor,
        server.alert_wait_s,
        server.theme,
        server.settings_by,
        server.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a server is noted as it is, and the bot in it.
pub async fn is_noted(connection: &mut Connection, id: ServerId, known: Known<'_>) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM server
               WHERE id = ? AND name = ? AND locale = ? AND owner_user_id IS ? AND left_at IS NULL
           ) AS "noted!: bool""#,
        id,
        known.name,
        known.locale,
        known.owner_user,
    )
    .fetch_one(connection)
    .await
}
