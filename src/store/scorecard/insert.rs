//! Adding a scorecard.

use chrono::{DateTime, Utc};

use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::period::{FiscalStart, PeriodKind};
use crate::domain::scorecard::{CardLevel, Visibility};
use crate::store::{Connection, Moment, Result};

/// A scorecard that does not exist yet.
#[derive(Debug, Clone)]
pub struct NewScorecard<'a> {
    /// Its name.
    pub name: &'a str,
    /// The name, folded.
    pub name_folded: &'a str,
    /// Where in the organisation it stands.
    pub level: CardLevel,
    /// Its team channel.
    pub channel: Option<i64>,
    /// Who manages it.
    pub manager: PersonId,
    /// Who sponsors it.
    pub sponsor: Option<PersonId>,
    /// Its time zone.
    pub time_zone: &'a str,
    /// The month in which its fiscal year begins.
    pub fiscal_start: FiscalStart,
    /// How often it is reviewed.
    pub review_cycle: PeriodKind,
    /// The scorecard it cascades from.
    pub parent: Option<ScorecardId>,
    /// Who may read it.
    pub visibility: Visibility,
    /// Whose card it is, where it is an individual's.
    pub person: Option<PersonId>,
    /// What the unit wants to become.
    pub vision: Option<&'a str>,
    /// What the unit is for.
    pub mission: Option<&'a str>,
}

/// Adds a scorecard.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    new: &NewScorecard<'_>,
    now: DateTime<Utc>,
) -> Result<ScorecardId> {
    let now = Moment(now);
    let inserted = sqlx::query!(
        "INSERT INTO scorecard (server_id, name, name_folded, level, channel_id, manager_id, sponsor_id, time_zone,
                                fiscal_start, review_cycle, parent_id, visibility, person_id, vision, mission, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        server,
        new.name,
        new.name_folded,
        new.level,
        new.channel,
        new.manager,
        new.sponsor,
        new.time_zone,
        new.fiscal_start,
        new.review_cycle,
        new.parent,
        new.visibility,
        new.person,
        new.vision,
        new.mission,
        now,
    )
    .execute(connection)
    .await?;
    Ok(ScorecardId::from(inserted.last_insert_rowid()))
}
