//! Who is away: one row a person, from when it is said until it is over. `begun` is what holds at present.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Connection, Result};
use crate::domain::away::Away;
use crate::domain::id::{PersonId, ServerId};

/// Somebody's absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// The server.
    pub server: ServerId,
    /// The server's time zone.
    pub time_zone: String,
    /// Who.
    pub person: PersonId,
    /// When, and who answers meanwhile.
    pub away: Away,
    /// Whether it has begun.
    pub begun: bool,
}

/// Absences as rows; what follows narrows and orders them.
macro_rules! absences {
    ($narrowed:tt, $($argument:expr),* $(,)?) => {
        sqlx::query!(
            r#"SELECT away.server_id AS "server!: ServerId", server.time_zone AS "time_zone!",
                      away.person_id AS "person!: PersonId", from_on AS "from!: NaiveDate",
                      until_on AS "until!: NaiveDate", deputy_id AS "deputy: PersonId", begun AS "begun!: bool"
               FROM away JOIN server ON server.id = away.server_id "#
                + $narrowed,
            $($argument),*
        )
        .map(|row| Absence {
            server: row.server,
            time_zone: row.time_zone,
            person: row.person,
            away: Away { from: row.from, until: row.until, deputy: row.deputy },
            begun: row.begun,
        })
    };
}

/// Every absence that is not over, those that have to begin or end included.
pub async fn everywhere(connection: &mut Connection) -> Result<Vec<Absence>> {
    absences!("WHERE left_at IS NULL ORDER BY away.server_id, from_on",)
        .fetch_all(connection)
        .await
}

/// The absences of a server, the earliest first.
pub async fn all(connection: &mut Connection, server: ServerId) -> Result<Vec<Absence>> {
    absences!("WHERE away.server_id = ? ORDER BY from_on, person_id", server)
        .fetch_all(connection)
        .await
}

/// Those who are away at present, each with whom they named.
pub async fn present(connection: &mut Connection, server: ServerId) -> Result<HashMap<PersonId, Option<PersonId>>> {
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person!: PersonId", deputy_id AS "deputy: PersonId" FROM away
           WHERE server_id = ? AND begun = 1"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.deputy)).collect())
}

/// Whether somebody who is away named this person.
pub async fn stands_in(
    connection: &mut Connection,
    server: ServerId,
    (deputy, of): (PersonId, PersonId),
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM away WHERE server_id = ? AND person_id = ? AND begun = 1 AND deputy_id = ?
           ) AS "stands_in!: bool""#,
        server,
        of,
        deputy,
    )
    .fetch_one(connection)
    .await
}

/// Notes when somebody is away, instead of what was noted before.
pub async fn set(
    connection: &mut Connection,
    server: ServerId,
    (person, away): (PersonId, &Away),
    begun: bool,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO away (server_id, person_id, from_on, until_on, deputy_id, begun) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, person_id) DO UPDATE SET from_on = excluded.from_on, until_on = excluded.until_on,
             deputy_id = excluded.deputy_id, begun = excluded.begun",
        server,
        person,
        away.from,
        away.until,
        away.deputy,
        begun,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets an absence: it is over, or was taken back.
pub async fn end(connection: &mut Connection, server: ServerId, person: PersonId) -> Result<()> {
    sqlx::query!("DELETE FROM away WHERE server_id = ? AND person_id = ?", server, person)
        .execute(connection)
        .await?;
    Ok(())
}
