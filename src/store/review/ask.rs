//! Who was asked for what, when, and by which notice.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::cycle::Step;
use crate::domain::id::{KpiId, NoticeId, PersonId, ReviewId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};
use crate::store::{Connection, Moment, Result, codec};

/// One thing that somebody is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// The KPI.
    pub kpi: KpiId,
    /// The first day of the KPI's period.
    pub first_day: NaiveDate,
    /// Which rung of the ladder.
    pub rung: Step,
    /// Who is asked.
    pub person: PersonId,
    /// For which review.
    pub review: ReviewId,
}

/// Notes that somebody is asked by a notice for values, each a KPI and the first day of its period, unless they were asked
/// for them on that rung already; says whether anything is new.
pub async fn ask(
    connection: &mut Connection,
    server: ServerId,
    (person, rung, review): (PersonId, Step, ReviewId),
    values: &[(KpiId, NaiveDate)],
    (notice, now): (NoticeId, DateTime<Utc>),
) -> Result<bool> {
    let now = Moment(now);
    let values: Vec<String> = values
        .iter()
        .map(|(kpi, first_day)| format!("[{kpi},\"{first_day}\"]"))
        .collect();
    let values = format!("[{}]", values.join(","));
    let inserted = sqlx::query!(
        "INSERT INTO ask (server_id, kpi_id, first_day_on, rung, person_id, review_id, notice_id, asked_at)
         SELECT ?1, value ->> 0, value ->> 1, ?3, ?4, ?5, ?6, ?7 FROM json_each(?2) AS wanted
         WHERE NOT EXISTS (SELECT 1 FROM ask WHERE server_id = ?1 AND kpi_id = wanted.value ->> 0
                                               AND first_day_on = wanted.value ->> 1 AND rung = ?3 AND person_id = ?4)",
        server,
        values,
        rung,
        person,
        review,
        notice,
        now,
    )
    .execute(connection)
    .await?;
    Ok(inserted.rows_affected() > 0)
}

/// Forgets what a notice was to ask that was never said: nobody was asked.
pub async fn unask(connection: &mut Connection, server: ServerId, notice: NoticeId) -> Result<()> {
    sqlx::query!("DELETE FROM ask WHERE server_id = ? AND notice_id = ?", server, notice)
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes that somebody is asked again, by another notice, for a value that they were asked for before.
pub async fn ask_again(
    connection: &mut Connection,
    server: ServerId,
    (person, kpi, first_day): (PersonId, KpiId, NaiveDate),
    notice: NoticeId,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "INSERT OR IGNORE INTO ask (server_id, kpi_id, first_day_on, rung, person_id, review_id, notice_id, asked_at)
         SELECT server_id, kpi_id, first_day_on, rung, person_id, review_id, ?5, ?6 FROM ask
         WHERE server_id = ?1 AND person_id = ?2 AND kpi_id = ?3 AND first_day_on = ?4
         ORDER BY asked_at DESC LIMIT 1",
        server,
        person,
        kpi,
        first_day,
        notice,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What a notice asks for.
pub async fn asks_of_notice(connection: &mut Connection, server: ServerId, notice: NoticeId) -> Result<Vec<Ask>> {
    sqlx::query_as!(
        Ask,
        r#"SELECT kpi_id AS "kpi!: KpiId", first_day_on AS "first_day: NaiveDate", rung AS "rung: Step",
                  person_id AS "person!: PersonId", review_id AS "review: ReviewId"
           FROM ask WHERE server_id = ? AND notice_id = ? ORDER BY kpi_id"#,
        server,
        notice,
    )
    .fetch_all(connection)
    .await
}

/// The messages that asked for values of some KPIs: what was asked for, and of each person the newest notice that did.
pub async fn asking(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[KpiId],
) -> Result<HashMap<(KpiId, NaiveDate), HashMap<PersonId, NoticeId>>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query!(
        r#"SELECT ask.kpi_id AS "kpi!: KpiId", ask.first_day_on AS "first_day!: NaiveDate",
                  ask.notice_id AS "notice!: NoticeId", ask.person_id AS "person!: PersonId"
           FROM json_each(?2) AS wanted
           CROSS JOIN ask ON ask.server_id = ?1 AND ask.kpi_id = wanted.value
           CROSS JOIN notice ON notice.server_id = ask.server_id AND notice.id = ask.notice_id
           WHERE notice.message_id IS NOT NULL AND notice.ended IS NULL
           ORDER BY ask.asked_at"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let mut asking: HashMap<_, HashMap<_, _>> = HashMap::new();
    for row in rows {
        asking
            .entry((row.kpi, row.first_day))
            .or_default()
            .insert(row.person, row.notice);
    }
    Ok(asking)
}

/// What somebody was asked for in another's place, as the deputy or the manager, and the open review that asked.
pub async fn stood_in_for(
    connection: &mut Connection,
    server: ServerId,
    person: PersonId,
) -> Result<Vec<(ScorecardId, Period, (KpiId, NaiveDate))>> {
    let rows = sqlx::query!(
        r#"SELECT DISTINCT scorecard_id AS "card: ScorecardId", review.kind AS "kind: PeriodKind",
                  review.first_day_on AS "reviewed: NaiveDate", kpi_id AS "kpi!: KpiId",
                  ask.first_day_on AS "first_day: NaiveDate"
           FROM ask JOIN review ON review.server_id = ask.server_id AND review.id = review_id
           WHERE ask.server_id = ? AND person_id = ? AND rung IN ('deputy', 'manager') AND state <> 'closed'
           ORDER BY scorecard_id, review.first_day_on, kpi_id"#,
        server,
        person,
    )
    .fetch_all(connection)
    .await?;
    let periods = rows.into_iter().filter_map(|row| {
        let review = Period::starting(row.kind, row.reviewed)?;
        Some((row.card, review, (row.kpi, row.first_day)))
    });
    Ok(periods.collect())
}

/// Who was asked for a value, the manager on the last rung left out, and when the message reached them.
pub async fn reached(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    first_day: NaiveDate,
) -> Result<Vec<(PersonId, DateTime<Utc>)>> {
    let rows = sqlx::query!(
        r#"SELECT ask.person_id AS "person: PersonId", said_at AS "said_at!: Moment"
           FROM ask JOIN notice ON notice.server_id = ask.server_id AND notice.id = ask.notice_id
           WHERE ask.server_id = ? AND kpi_id = ? AND first_day_on = ? AND said_at IS NOT NULL AND rung <> 'manager'
           ORDER BY said_at"#,
        server,
        kpi,
        first_day,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.said_at.0)).collect())
}

/// Has one notice ask for what another one was to ask for.
pub async fn move_asks(connection: &mut Connection, server: ServerId, from: NoticeId, to: NoticeId) -> Result<()> {
    sqlx::query!(
        "UPDATE OR REPLACE ask SET notice_id = ? WHERE server_id = ? AND notice_id = ?",
        to,
        server,
        from,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The scorecards for whose reviews a notice asks.
pub async fn scorecards_asking(
    connection: &mut Connection,
    server: ServerId,
    notice: NoticeId,
) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT scorecard_id AS "id: ScorecardId" FROM ask
           JOIN review ON review.server_id = ask.server_id AND review.id = review_id
           WHERE ask.server_id = ? AND notice_id = ? ORDER BY scorecard_id"#,
        server,
        notice,
    )
    .fetch_all(connection)
    .await
}
