//! That a tick with nothing due costs the same with 1,000,000 KPIs in the file as with 1,000, and how fast the end of a
//! month is worked off for 10,000 servers with 20 KPIs each, in how much memory.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use scorecard_bot::clock::Clock;
use scorecard_bot::service::{Services, draft, notice, review};
use scorecard_bot::store::Store;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use tokio::runtime::Runtime;
use tokio::sync::watch;

/// What may go wrong while a bench is made ready.
type Failed = Box<dyn std::error::Error + Send + Sync>;

/// A clock that stands still.
struct Still(DateTime<Utc>);

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        watch::Sender::new(self.0).subscribe()
    }
}

/// How many KPIs each server has.
const KPIS: i64 = 20;

/// How many servers have how many KPIs together.
const FILES: [(&str, i64); 2] = [("1,000 KPIs", 50), ("1,000,000 KPIs", 50_000)];

/// How many servers have a month's end at once.
const MONTH_END: i64 = 10_000;

/// Owners are asked at nine on the first of a month.
const BEFORE: &str = "2026-12-01T08:00:00Z";
const AFTER: &str = "2026-12-01T09:00:30Z";

/// The statements that make `?1` servers with `?2` KPIs each, whose next step, reminder and waking are at `?3`.
const STATEMENTS: [&str; 10] = [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO server (id, name, joined_at) SELECT i, 'Acme ' || i, 0 FROM n",
    "INSERT INTO person (id, server_id, user_id, name, locale) SELECT id, id, id, 'Maria', 'en-US' FROM server",
    "INSERT INTO scorecard (id, server_id, name, name_folded, level, channel_id, manager_id, time_zone, fiscal_start,
                            review_cycle, created_at, next_step_at)
     SELECT id, id, 'Acme', 'acme', 'organisation', id, id, 'UTC', 1, 'monthly', 1791792000000, ?3 FROM server",
    "INSERT INTO perspective (id, server_id, scorecard_id, name, name_folded, position)
     SELECT id, id, id, 'Customer', 'customer', 0 FROM server",
    "INSERT INTO objective (id, server_id, perspective_id, name, name_folded, position)
     SELECT id, id, id, 'Keep customers', 'keep customers', 0 FROM server",
    "WITH RECURSIVE k (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM k WHERE i < ?2 - 1)
     INSERT INTO kpi (id, server_id, key, key_folded, name, name_folded, unit, direction, indicator, frequency,
                      aggregation, decimals, created_on)
     SELECT s.id * 100 + i, s.id, 'k' || i, 'k' || i, 'Measure ' || i, 'measure ' || i, '%', 'higher', 'lagging',
            'monthly', 'last', 1, '2026-10-12' FROM server AS s, k",
    "INSERT INTO kpi_place (server_id, kpi_id, valid_from_on, objective_id, owner_id, weight)
     SELECT server_id, id, '0001-01-01', server_id, server_id, '1' FROM kpi",
    "INSERT INTO target (server_id, kpi_id, valid_from_on, span, revision, target, red_flag, set_by_id, set_at)
     SELECT server_id, id, '0001-01-01', 'onwards', 1, '80', '60', server_id, 0 FROM kpi",
    "INSERT INTO initiative (id, server_id, kpi_id, name, name_folded, owner_id, due_on, status, percent, remind_at)
     SELECT id, id, id * 100, 'Calls', 'calls', id, '2027-06-01', 'in progress', 40, ?3 + 86400000 FROM server",
    "INSERT INTO alert (id, server_id, kpi_id, kind, first_day_on, state, opened_at, answered_by_id, until_on, wakes_at)
     SELECT id, id, id * 100, 'off target', '2026-10-01', 'snoozed', 0, id, '2027-06-01', ?3 + 86400000 FROM server",
];

/// Makes a file with so many servers.
async fn file(path: &Path, servers: i64) -> Result<(), Failed> {
    Store::open(path).await?.close().await;
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await?;
    let due: DateTime<Utc> = "2026-12-01T09:00:00Z".parse()?;
    let mut write = pool.begin().await?;
    for statement in STATEMENTS {
        sqlx::query(statement)
            .bind(servers)
            .bind(KPIS)
            .bind(due.timestamp_millis())
            .execute(&mut *write)
            .await?;
    }
    write.commit().await?;
    pool.close().await;
    Ok(())
}

async fn services(path: &Path, now: &str) -> Result<Services, Failed> {
    Ok(Services::new(Store::open(path).await?, Arc::new(Still(now.parse()?))))
}

/// What a tick and a look at the outbox do.
async fn tick(services: &Services) -> Result<usize, Failed> {
    let moved = review::advance(services).await?;
    draft::forget_expired(services).await?;
    Ok(moved + notice::claim(services, &[], 1).await?.len())
}

/// The most memory that this process has had, in MiB; none where the system does not say.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

/// Works a month's end off once, and says how long that took.
#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn month_end(runtime: &Runtime, folder: &Path) -> Result<(), Failed> {
    let path = folder.join("month-end.db");
    runtime.block_on(file(&path, MONTH_END))?;
    let services = runtime.block_on(services(&path, AFTER))?;
    let before = memory();
    let started = Instant::now();
    while runtime.block_on(review::advance(&services))? > 0 {}
    let seconds = started.elapsed().as_secs_f64();
    let written = runtime.block_on(notice::count_due(&services))?;
    println!(
        "month's end, {MONTH_END} servers with {KPIS} KPIs each: {written} notices in {seconds:.1} s; memory at most \
         {} MiB, {} MiB before",
        memory().unwrap_or_default(),
        before.unwrap_or_default()
    );
    runtime.block_on(services.close());
    Ok(())
}

fn bench(criterion: &mut Criterion) {
    ready(criterion).unwrap_or_else(|failed| eprintln!("the bench could not be made ready: {failed}"));
}

fn ready(criterion: &mut Criterion) -> Result<(), Failed> {
    let (runtime, folder) = (Runtime::new()?, tempfile::tempdir()?);
    month_end(&runtime, folder.path())?;
    for (name, servers) in FILES {
        let path = folder.path().join(format!("{servers}.db"));
        runtime.block_on(file(&path, servers))?;
        let services = runtime.block_on(services(&path, BEFORE))?;
        criterion.bench_function(&format!("a tick with nothing due, {name}"), |bencher| {
            bencher.iter(|| runtime.block_on(tick(&services)));
        });
        runtime.block_on(services.close());
    }
    Ok(())
}

criterion_group!(benches, bench);
criterion_main!(benches);
