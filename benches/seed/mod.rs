//! A server of any size, written straight into the database: a tree of scorecards with 25 KPIs each, three years of
//! months with a value and a target in every one.

use std::path::Path;

use chrono::{DateTime, Utc};
use scorecard_bot::clock::Clock;
use scorecard_bot::store::Store;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use tokio::sync::watch;

/// What may go wrong while a bench is made ready.
pub type Failed = Box<dyn std::error::Error + Send + Sync>;

/// A clock that stands still.
pub struct Still(pub DateTime<Utc>);

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        watch::Sender::new(self.0).subscribe()
    }
}

/// The last month with values is November 2026.
pub const NOW: &str = "2026-12-10T10:00:00Z";

/// How many KPIs a scorecard has.
pub const KPIS: u32 = 25;

/// The most scorecards of a server.
const MOST: i64 = 10_000;

/// A server: Discord's ids of it, of the manager of all scorecards and of their team channel, and how many there are.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub server: i64,
    pub manager: i64,
    pub channel: i64,
    pub scorecards: i64,
}

/// The statements that make a server, with `?1` its id, `?2` the manager's user id, `?3` the channel, `?4` the number of
/// scorecards, `?5` a number of KPIs, `?6` the id below that of its first scorecard.
const STATEMENTS: [&str; 8] = [
    "INSERT INTO server (id, name, joined_at) VALUES (?1, 'Acme', 0)",
    "INSERT INTO person (server_id, user_id, name, locale) VALUES (?1, ?2, 'Maria', 'en-US')",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?4)
     INSERT INTO scorecard (id, server_id, name, name_folded, level, channel_id, manager_id, time_zone, fiscal_start,
                            review_cycle, parent_id, created_at)
     SELECT ?6 + i, ?1, 'Team ' || i, 'team ' || i, 'team', iif(i = 1, ?3, NULL),
            (SELECT id FROM person WHERE server_id = ?1), 'UTC', 1, 'monthly',
            iif(i = 1, NULL, ?6 + (i - 2) / 8 + 1), 0 FROM n ORDER BY i",
    "INSERT INTO perspective (id, server_id, scorecard_id, name, name_folded, position)
     SELECT s.id * 10 + p.key, ?1, s.id, p.value, lower(p.value), p.key
     FROM scorecard AS s, json_each('[\"Financial\",\"Customer\",\"Internal Process\",\"Learning & Growth\"]') AS p
     WHERE s.server_id = ?1",
    "INSERT INTO objective (id, server_id, perspective_id, name, name_folded, position)
     SELECT p.id * 10 + o.key, ?1, p.id, o.value || ' of ' || s.name, lower(o.value || ' of ' || s.name), o.key
     FROM perspective AS p JOIN scorecard AS s ON s.id = p.scorecard_id, json_each('[\"Growth\",\"Quality\"]') AS o
     WHERE p.server_id = ?1",
    "WITH RECURSIVE k (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM k WHERE i < ?5 - 1),
     named AS (SELECT s.id * 100 + i AS id, s.id AS card, i, 'k' || (s.id - ?6) || '-' || i AS key,
                      json_extract('[\"Net revenue\",\"Customer churn\",\"On-time delivery\",\"Training hours\",\"Défauts\"]',
                                   '$[' || (i % 5) || ']') || ' ' || i || ' of ' || s.name AS name
               FROM scorecard AS s, k WHERE s.server_id = ?1)
     INSERT INTO kpi (id, server_id, key, key_folded, name, name_folded, unit, direction, indicator, frequency,
                      aggregation, decimals, created_on)
     SELECT id, ?1, key, key, name, lower(name), '%', 'higher', 'lagging', 'monthly', 'last', 1, '2023-12-01' FROM named",
    "INSERT INTO kpi_place (server_id, kpi_id, valid_from_on, objective_id, owner_id, weight)
     SELECT ?1, k.id, '0001-01-01', (k.id / 100 * 10 + k.id % 4) * 10 + k.id % 2,
            (SELECT id FROM person WHERE server_id = ?1), '1' FROM kpi AS k WHERE k.server_id = ?1",
    "INSERT INTO target (server_id, kpi_id, valid_from_on, span, revision, target, red_flag, set_by_id, set_at)
     SELECT ?1, id, '0001-01-01', 'onwards', 1, '80', '60', (SELECT id FROM person WHERE server_id = ?1), 0
     FROM kpi WHERE server_id = ?1",
];

/// A value for every KPI and month; the months before December 2026.
const VALUES: &str = "WITH RECURSIVE m (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM m WHERE i < 35)
     INSERT INTO actual (server_id, kpi_id, first_day_on, revision, state, value, author_id, source, entered_at)
     SELECT ?1, k.id, date('2023-12-01', '+' || i || ' months'), 1, 'number', CAST(55 + (k.id * 7 + i * 13) % 45 AS TEXT),
            (SELECT id FROM person WHERE server_id = ?1), 'import', 0
     FROM kpi AS k, m WHERE k.server_id = ?1";

/// Adds a server to a database, which is made where it is missing.
pub async fn server(path: &Path, size: Size) -> Result<(), Failed> {
    Store::open(path).await?.close().await;
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await?;
    let mut write = pool.begin().await?;
    let servers: i64 = sqlx::query_scalar("SELECT count(*) FROM server")
        .fetch_one(&mut *write)
        .await?;
    for statement in STATEMENTS.into_iter().chain([VALUES]) {
        sqlx::query(statement)
            .bind(size.server)
            .bind(size.manager)
            .bind(size.channel)
            .bind(size.scorecards)
            .bind(KPIS)
            .bind((servers + 1) * MOST)
            .execute(&mut *write)
            .await?;
    }
    write.commit().await?;
    pool.close().await;
    Ok(())
}
