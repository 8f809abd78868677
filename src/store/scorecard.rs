//! Scorecards: one row each, with their review cycle.

mod due;
mod find;
mod insert;

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::cycle::CycleRules;
use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::period::{FiscalStart, PeriodKind};
use crate::domain::scorecard::{CardLevel, RedNote, Visibility};

pub use due::{due, next_step_at};
pub use find::{
    answered_by, children, managed, managed_above, managers_above, named, names, of_channel, only_top, parents,
};
pub use insert::{NewScorecard, insert};

/// A scorecard as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// Its row.
    pub id: ScorecardId,
    /// Its name.
    pub name: String,
    /// Where in the organisation it stands.
    pub level: CardLevel,
    /// What the unit wants to become.
    pub vision: Option<String>,
    /// What the unit is for.
    pub mission: Option<String>,
    /// Its team channel: Discord's id.
    pub channel: Option<i64>,
    /// Who manages it.
    pub manager: PersonId,
    /// Who sponsors it.
    pub sponsor: Option<PersonId>,
    /// Its IANA time zone.
    pub time_zone: String,
    /// The month in which its fiscal year begins.
    pub fiscal_start: FiscalStart,
    /// How often it is reviewed.
    pub review_cycle: PeriodKind,
    /// When the steps of its reviews are taken; none: the defaults of its review cycle.
    pub cycle_rules: Option<CycleRules>,
    /// Whether a parent with an off-target child is at most at risk.
    pub cap_red: bool,
    /// Whether a value off target has to be explained.
    pub red_note: RedNote,
    /// The scorecard it cascades from.
    pub parent: Option<ScorecardId>,
    /// Who may read it.
    pub visibility: Visibility,
    /// Whose card it is, where it is an individual's.
    pub person: Option<PersonId>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When the review cycle has something to do next.
    pub next_step_at: Option<DateTime<Utc>>,
}

struct Row {
    id: ScorecardId,
    name: String,
    level: CardLevel,
    vision: Option<String>,
    mission: Option<String>,
    channel_id: Option<i64>,
    manager_id: PersonId,
    sponsor_id: Option<PersonId>,
    time_zone: String,
    fiscal_start: FiscalStart,
    review_cycle: PeriodKind,
    cycle_rules: Option<CycleRules>,
    cap_red: bool,
    red_note: RedNote,
    parent_id: Option<ScorecardId>,
    visibility: Visibility,
    person_id: Option<PersonId>,
    created_at: Moment,
    next_step_at: Option<Moment>,
}

impl From<Row> for Scorecard {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            name: row.name,
            level: row.level,
            vision: row.vision,
            mission: row.mission,
            channel: row.channel_id,
            manager: row.manager_id,
            sponsor: row.sponsor_id,
            time_zone: row.time_zone,
            fiscal_start: row.fiscal_start,
            review_cycle: row.review_cycle,
            cycle_rules: row.cycle_rules,
            cap_red: row.cap_red,
            red_note: row.red_note,
            parent: row.parent_id,
            visibility: row.visibility,
            person: row.person_id,
            created_at: row.created_at.0,
            next_step_at: row.next_step_at.map(|moment| moment.0),
        }
    }
}

/// Scorecards of the server `?1`, as rows; what follows narrows and orders them.
macro_rules! scorecards {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT id AS "id!: ScorecardId", name, level AS "level: CardLevel", vision, mission, channel_id,
                      manager_id AS "manager_id: PersonId", sponsor_id AS "sponsor_id: PersonId", time_zone,
                      fiscal_start AS "fiscal_start: FiscalStart", review_cycle AS "review_cycle: PeriodKind",
                      visibility AS "visibility: Visibility", person_id AS "person_id: PersonId",
                      cycle_rules AS "cycle_rules: CycleRules", cap_red AS "cap_red: bool",
                      red_note AS "red_note: RedNote", parent_id AS "parent_id: ScorecardId",
                      created_at AS "created_at: Moment", next_step_at AS "next_step_at: Moment"
               FROM scorecard WHERE server_id = ?1 "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// A scorecard by its row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: ScorecardId) -> Result<Option<Scorecard>> {
    let row = scorecards!("AND archived_at IS NULL AND id = ?2", server, id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(Scorecard::from))
}

/// A scorecard by its row, though it may have gone out of use since.
pub async fn ever(connection: &mut Connection, server: ServerId, id: ScorecardId) -> Result<Option<Scorecard>> {
    let row = scorecards!("AND id = ?2", server, id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(Scorecard::from))
}

/// All scorecards of a server, by name.
pub async fn all(connection: &mut Connection, server: ServerId) -> Result<Vec<Scorecard>> {
    let rows = scorecards!("AND archived_at IS NULL ORDER BY name_folded, id", server)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Scorecard::from).collect())
}

/// The archived scorecards of a server, by name.
pub async fn archived(connection: &mut Connection, server: ServerId) -> Result<Vec<Scorecard>> {
    let rows = scorecards!("AND archived_at IS NOT NULL ORDER BY name_folded, id", server)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Scorecard::from).collect())
}

/// Writes what may change of a scorecard.
pub async fn update(connection: &mut Connection, server: ServerId, card: &Scorecard, name_folded: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE scorecard SET name = ?, name_folded = ?, level = ?, channel_id = ?, manager_id = ?, sponsor_id = ?,
                time_zone = ?, parent_id = ?, visibility = ?, person_id = ?, vision = ?, mission = ?,
                red_note = ?
         WHERE server_id = ? AND id = ?",
        card.name,
        name_folded,
        card.level,
        card.channel,
        card.manager,
        card.sponsor,
        card.time_zone,
        card.parent,
        card.visibility,
        card.person,
        card.vision,
        card.mission,
        card.red_note,
        server,
        card.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes when the steps of a scorecard's reviews are taken.
pub async fn set_cycle_rules(
    connection: &mut Connection,
    server: ServerId,
    id: ScorecardId,
    rules: CycleRules,
) -> Result<()> {
    sqlx::query!(
        "UPDATE scorecard SET cycle_rules = ? WHERE server_id = ? AND id = ?",
        rules,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Has the review cycles of all scorecards of a server looked at anew.
pub async fn wake_all(connection: &mut Connection, server: ServerId, now: DateTime<Utc>) -> Result<()> {
    let now = Moment(now);
    sqlx::query!("UPDATE scorecard SET next_step_at = ? WHERE server_id = ?", now, server)
        .execute(connection)
        .await?;
    Ok(())
}

/// Sets when a scorecard's review cycle has something to do next.
pub async fn set_next_step(
    connection: &mut Connection,
    server: ServerId,
    id: ScorecardId,
    at: DateTime<Utc>,
) -> Result<()> {
    let at = Moment(at);
    sqlx::query!(
        "UPDATE scorecard SET next_step_at = ? WHERE server_id = ? AND id = ?",
        at,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}
