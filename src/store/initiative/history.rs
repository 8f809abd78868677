//! The milestones of initiatives, and what was said of them, when and by whom.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::id::{InitiativeId, PersonId, ServerId};
use crate::domain::initiative::{InitiativeStatus, Milestone, Progress};
use crate::store::{Connection, Moment, Result};

/// A milestone of an initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which, from 0.
    pub position: i64,
    /// What is reached.
    pub name: String,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// When it was.
    pub reached_on: Option<NaiveDate>,
}

/// What was said of an initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// By whom.
    pub by: String,
    /// When.
    pub made_at: Moment,
    /// Where it stood from then.
    pub status: InitiativeStatus,
    /// How much of it was done by then, 0 to 100.
    pub percent: u8,
    /// In words.
    pub note: Option<String>,
}

/// The milestones of an initiative in their order.
pub async fn marks(connection: &mut Connection, server: ServerId, id: InitiativeId) -> Result<Vec<Mark>> {
    sqlx::query_as!(
        Mark,
        r#"SELECT position, name, due_on AS "due_on: NaiveDate", reached_on AS "reached_on: NaiveDate"
           FROM initiative_milestone WHERE server_id = ? AND initiative_id = ? ORDER BY position"#,
        server,
        id,
    )
    .fetch_all(connection)
    .await
}

/// Adds a milestone after the last one.
pub async fn add_mark(
    connection: &mut Connection,
    server: ServerId,
    id: InitiativeId,
    milestone: &Milestone,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO initiative_milestone (server_id, initiative_id, position, name, due_on)
         VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM initiative_milestone
                          WHERE server_id = ?1 AND initiative_id = ?2), ?3, ?4)",
        server,
        id,
        milestone.name,
        milestone.due_on,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes down on which day a milestone was reached.
pub async fn reach(
    connection: &mut Connection,
    server: ServerId,
    (id, position): (InitiativeId, i64),
    on: NaiveDate,
) -> Result<()> {
    sqlx::query!(
        "UPDATE initiative_milestone SET reached_on = ? WHERE server_id = ? AND initiative_id = ? AND position = ?",
        on,
        server,
        id,
        position,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What was said of an initiative, the newest first.
pub async fn updates(
    connection: &mut Connection,
    server: ServerId,
    id: InitiativeId,
    most: i64,
) -> Result<Vec<Update>> {
    sqlx::query_as!(
        Update,
        r#"SELECT p.name AS by, u.made_at AS "made_at: Moment", u.status AS "status: InitiativeStatus",
                  u.percent AS "percent: u8", u.note
           FROM initiative_update AS u JOIN person AS p ON p.server_id = u.server_id AND p.id = u.by_id
           WHERE u.server_id = ? AND u.initiative_id = ? ORDER BY u.id DESC LIMIT ?"#,
        server,
        id,
        most,
    )
    .fetch_all(connection)
    .await
}

/// Writes down what somebody said of an initiative.
pub async fn add_update(
    connection: &mut Connection,
    server: ServerId,
    (id, progress, note): (InitiativeId, Progress, Option<&str>),
    (by, now): (PersonId, DateTime<Utc>),
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "INSERT INTO initiative_update (server_id, initiative_id, by_id, made_at, status, percent, note)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        server,
        id,
        by,
        now,
        progress.status,
        progress.percent,
        note,
    )
    .execute(connection)
    .await?;
    Ok(())
}
