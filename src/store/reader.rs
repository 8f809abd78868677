//! Who may read a private scorecard: the people who have a part in it (the view `scorecard_part`), and those whom its
//! manager named, by person or by role.

use std::collections::HashMap;

use super::{Connection, Result, codec};
use crate::domain::id::{KpiId, PersonId, ScorecardId, ServerId};

/// Somebody whom the manager of a scorecard named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reader {
    /// A person.
    Person(PersonId),
    /// Everybody with a role: Discord's id.
    Role(i64),
}

impl Reader {
    fn columns(self) -> (Option<PersonId>, Option<i64>) {
        match self {
            Self::Person(person) => (Some(person), None),
            Self::Role(role) => (None, Some(role)),
        }
    }
}

/// Those who may read a scorecard.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readers {
    /// The people.
    pub people: Vec<PersonId>,
    /// The roles: Discord's ids.
    pub roles: Vec<i64>,
}

/// Whom the manager of a scorecard named.
pub async fn named(connection: &mut Connection, server: ServerId, card: ScorecardId) -> Result<Vec<Reader>> {
    let rows = sqlx::query!(
        r#"SELECT person_id AS "person: PersonId", role_id AS role FROM scorecard_reader
           WHERE server_id = ? AND scorecard_id = ? ORDER BY role_id IS NULL, rowid"#,
        server,
        card,
    )
    .fetch_all(connection)
    .await?;
    let reader = |person: Option<PersonId>, role: Option<i64>| person.map(Reader::Person).or(role.map(Reader::Role));
    Ok(rows
        .into_iter()
        .filter_map(|row| reader(row.person, row.role))
        .collect())
}

/// Names a reader of a scorecard; whether they were not named before.
pub async fn add(connection: &mut Connection, server: ServerId, card: ScorecardId, reader: Reader) -> Result<bool> {
    let (person, role) = reader.columns();
    let added = sqlx::query!(
        "INSERT INTO scorecard_reader (server_id, scorecard_id, person_id, role_id) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        server,
        card,
        person,
        role,
    )
    .execute(connection)
    .await?;
    Ok(added.rows_affected() > 0)
}

/// Takes a named reader of a scorecard away; whether there was one.
pub async fn remove(connection: &mut Connection, server: ServerId, card: ScorecardId, reader: Reader) -> Result<bool> {
    let (person, role) = reader.columns();
    let removed = sqlx::query!(
        "DELETE FROM scorecard_reader
         WHERE server_id = ?1 AND scorecard_id = ?2 AND person_id IS ?3 AND role_id IS ?4",
        server,
        card,
        person,
        role,
    )
    .execute(connection)
    .await?;
    Ok(removed.rows_affected() > 0)
}

/// The private scorecards, archived ones too, that do not exist for a person with some roles.
pub async fn hidden(
    connection: &mut Connection,
    server: ServerId,
    (person, roles): (PersonId, &[i64]),
) -> Result<Vec<ScorecardId>> {
    let roles = codec::list(roles);
    sqlx::query_scalar!(
        r#"SELECT s.id AS "id!: ScorecardId" FROM scorecard AS s
           WHERE s.server_id = ?1 AND s.visibility = 'private'
             AND NOT EXISTS (SELECT 1 FROM scorecard_part AS part
                             WHERE part.server_id = s.server_id AND part.scorecard_id = s.id AND part.person_id = ?2)
             AND NOT EXISTS (SELECT 1 FROM scorecard_reader AS named
                             WHERE named.server_id = s.server_id AND named.scorecard_id = s.id
                               AND named.role_id IN (SELECT value FROM json_each(?3)))"#,
        server,
        person,
        roles,
    )
    .fetch_all(connection)
    .await
}

/// All who may read a scorecard should it be private.
pub async fn of_scorecard(connection: &mut Connection, server: ServerId, card: ScorecardId) -> Result<Readers> {
    let people = sqlx::query_scalar!(
        r#"SELECT DISTINCT person_id AS "id!: PersonId" FROM scorecard_part WHERE server_id = ? AND scorecard_id = ?"#,
        server,
        card,
    )
    .fetch_all(&mut *connection)
    .await?;
    let roles = sqlx::query_scalar!(
        r#"SELECT role_id AS "id!: i64" FROM scorecard_reader
           WHERE server_id = ? AND scorecard_id = ? AND role_id IS NOT NULL"#,
        server,
        card,
    )
    .fetch_all(connection)
    .await?;
    Ok(Readers { people, roles })
}

/// Who may read each private scorecard of a server.
pub async fn of_private(connection: &mut Connection, server: ServerId) -> Result<HashMap<ScorecardId, Readers>> {
    let cards = sqlx::query_scalar!(
        r#"SELECT id AS "id!: ScorecardId" FROM scorecard WHERE server_id = ? AND visibility = 'private'"#,
        server,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut readers = HashMap::with_capacity(cards.len());
    for card in cards {
        readers.insert(card, of_scorecard(connection, server, card).await?);
    }
    Ok(readers)
}

/// Whether a KPI is, or was at last, part of a private scorecard other than this one.
pub async fn private_elsewhere(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    card: ScorecardId,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM kpi_place AS l
               JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
               WHERE l.server_id = ?1 AND l.kpi_id = ?2 AND s.visibility = 'private' AND s.id <> ?3
                 AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                                        WHERE latest.server_id = ?1 AND latest.kpi_id = ?2)
           ) AS "private!: bool""#,
        server,
        kpi,
        card,
    )
    .fetch_one(connection)
    .await
}
