//! Decisions: what reviews decided, open until they are closed.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{DecisionId, KpiId, ObjectiveId, PersonId, ReviewId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its row.
    pub id: DecisionId,
    /// Whose review decided it.
    pub scorecard: ScorecardId,
    /// The kind of that review's period, if there was one.
    pub kind: Option<PeriodKind>,
    /// The first day of that period.
    pub first_day: Option<NaiveDate>,
    /// What was decided.
    pub text: String,
    /// Who does it.
    pub owner: Option<PersonId>,
    /// How they are called.
    pub owner_name: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// The name of the KPI or objective it is about.
    pub about: Option<String>,
    /// Who wrote it down.
    pub decided_by: PersonId,
    /// When.
    pub decided_at: Moment,
    /// Who closed it.
    pub closed_by: Option<PersonId>,
    /// When.
    pub closed_at: Option<Moment>,
    /// What came of it.
    pub outcome: Option<String>,
}

impl Decision {
    /// The period whose review decided it.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        Period::starting(self.kind?, self.first_day?)
    }
}

/// A decision to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewDecision<'a> {
    /// Whose review decided it.
    pub scorecard: ScorecardId,
    /// That review, if one was opened.
    pub review: Option<ReviewId>,
    /// The KPI it is about.
    pub kpi: Option<KpiId>,
    /// The objective it is about.
    pub objective: Option<ObjectiveId>,
    /// What was decided.
    pub text: &'a str,
    /// Who does it.
    pub owner: Option<PersonId>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Who writes it down.
    pub by: PersonId,
}

/// Decisions of the server `?1`; what follows narrows and orders them.
macro_rules! decisions {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Decision,
            r#"SELECT d.id AS "id!: DecisionId", d.scorecard_id AS "scorecard: ScorecardId",
                      r.kind AS "kind?: PeriodKind", r.first_day_on AS "first_day?: NaiveDate", d.text,
                      d.owner_id AS "owner: PersonId", p.name AS "owner_name?", d.due_on AS "due_on: NaiveDate",
                      coalesce(k.name, o.name) AS "about: String", d.decided_by_id AS "decided_by: PersonId",
                      d.decided_at AS "decided_at: Moment", d.closed_by_id AS "closed_by: PersonId",
                      d.closed_at AS "closed_at: Moment", d.outcome
               FROM decision AS d
               LEFT JOIN review AS r ON r.server_id = d.server_id AND r.id = d.review_id
               LEFT JOIN person AS p ON p.server_id = d.server_id AND p.id = d.owner_id
               LEFT JOIN kpi AS k ON k.server_id = d.server_id AND k.id = d.kpi_id
               LEFT JOIN objective AS o ON o.server_id = d.server_id AND o.id = d.objective_id
               WHERE d.server_id = ?1 "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// A decision by its row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: DecisionId) -> Result<Option<Decision>> {
    decisions!("AND d.id = ?2", server, id).fetch_optional(connection).await
}

/// The open decisions of a scorecard: those that are due first, then those without a day.
pub async fn open_of(connection: &mut Connection, server: ServerId, card: ScorecardId) -> Result<Vec<Decision>> {
    let found = decisions!(
        "AND d.scorecard_id = ?2 AND d.closed_at IS NULL ORDER BY d.due_on IS NULL, d.due_on, d.id",
        server,
        card
    );
    found.fetch_all(connection).await
}

/// The decisions of a scorecard that were closed last.
pub async fn closed_of(
    connection: &mut Connection,
    server: ServerId,
    card: ScorecardId,
    most: i64,
) -> Result<Vec<Decision>> {
    let found = decisions!(
        "AND d.scorecard_id = ?2 AND d.closed_at IS NOT NULL ORDER BY d.closed_at DESC, d.id DESC LIMIT ?3",
        server,
        card,
        most
    );
    found.fetch_all(connection).await
}

/// The open decisions of a server, the newest first.
pub async fn open(connection: &mut Connection, server: ServerId) -> Result<Vec<Decision>> {
    decisions!("AND d.closed_at IS NULL ORDER BY d.id DESC", server)
        .fetch_all(connection)
        .await
}

/// What a review decided.
pub async fn of_review(connection: &mut Connection, server: ServerId, review: ReviewId) -> Result<Vec<Decision>> {
    decisions!("AND d.review_id = ?2 ORDER BY d.id", server, review)
        .fetch_all(connection)
        .await
}

/// Writes a decision down.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    new: &NewDecision<'_>,
    now: DateTime<Utc>,
) -> Result<DecisionId> {
    let now = Moment(now);
    let inserted = sqlx::query!(
        "INSERT INTO decision (server_id, scorecard_id, review_id, kpi_id, objective_id, text, owner_id, due_on,
                               decided_by_id, decided_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        server,
        new.scorecard,
        new.review,
        new.kpi,
        new.objective,
        new.text,
        new.owner,
        new.due_on,
        new.by,
        now,
    )
    .execute(connection)
    .await?;
    Ok(DecisionId::from(inserted.last_insert_rowid()))
}

/// Closes a decision, with what came of it; or opens it again.
pub async fn set_closed(
    connection: &mut Connection,
    server: ServerId,
    id: DecisionId,
    closed: Option<(PersonId, DateTime<Utc>, Option<&str>)>,
) -> Result<()> {
    let (by, at) = (closed.map(|(by, _, _)| by), closed.map(|(_, at, _)| Moment(at)));
    let outcome = closed.and_then(|(_, _, outcome)| outcome);
    sqlx::query!(
        "UPDATE decision SET closed_by_id = ?, closed_at = ?, outcome = ? WHERE server_id = ? AND id = ?",
        by,
        at,
        outcome,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a decision back as if it had not been written down.
pub async fn delete(connection: &mut Connection, server: ServerId, id: DecisionId) -> Result<()> {
    sqlx::query!("DELETE FROM decision WHERE server_id = ? AND id = ?", server, id)
        .execute(connection)
        .await?;
    Ok(())
}
