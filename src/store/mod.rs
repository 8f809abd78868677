//! Remembers: SQL and nothing but. Called by `service` only; decides nothing.
//!
//! One connection writes, always inside `BEGIN IMMEDIATE`; four read. The functions of this room take a connection, so
//! that a use case can load and save within one transaction.

pub mod actual;
pub mod alert;
pub mod archive;
pub mod audit;
pub mod away;
pub mod calendar;
mod codec;
pub mod consent;
pub mod decision;
pub mod directory;
pub mod draft;
pub mod formula;
pub mod import;
pub mod initiative;
pub mod kpi;
pub mod notice;
pub mod objective;
pub mod person;
pub mod perspective;
pub mod reader;
pub mod review;
pub mod scorecard;
pub mod server;
pub mod target;

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};

pub use codec::{Moment, Number};

/// What any query may end with.
pub type Result<T> = std::result::Result<T, sqlx::Error>;

/// The connection that a query runs on: a reader, or the writer's transaction.
pub type Connection = sqlx::SqliteConnection;

/// A write in progress; nothing is kept unless it is committed.
pub type Write = Transaction<'static, Sqlite>;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!();

/// The day before every other: what is dated so holds from the beginning.
pub const BEGINNING: NaiveDate = match NaiveDate::from_ymd_opt(1, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A day that no calendar has reached: what is dated stands there as it stands at present, in whatever zone its day was
/// counted, since nothing is dated ahead. (`NaiveDate::MAX` has a sign when it is written, and sorts before all others.)
pub const PRESENT: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How a write begins: with the lock that only one can have.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// How long a connection waits for another process's lock.
const BUSY: Duration = Duration::from_secs(5);

/// The database file.
#[derive(Debug, Clone)]
pub struct Store {
    writer: SqlitePool,
    readers: SqlitePool,
}

/// Why the database cannot be opened: one sentence that names the setting.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder or file cannot be written.
    #[error("database.path (DATABASE_PATH): {path} cannot be opened for writing; check that its folder exists and may be written", path = .path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("database.path (DATABASE_PATH): {path} is not a scorecard-bot database", path = .path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// A newer program made it.
    #[error("database.path (DATABASE_PATH): {path} was made by a newer scorecard-bot; start that version, or restore a backup", path = .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Another program made it, or its history was changed by hand.
    #[error("database.path (DATABASE_PATH): {path} does not have the tables this version expects; restore a backup", path = .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Anything else.
    #[error("database.path (DATABASE_PATH): {path} cannot be opened: {source}", path = .path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// `SQLite`'s reason.
        source: sqlx::Error,
    },
}

impl Store {
    /// Opens the file, makes or migrates its tables, and opens the readers.
    pub async fn open(path: &Path) -> std::result::Result<Self, OpenError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .map_err(|error| opening(path, error))?;
        migrate(&writer, path).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.create_if_missing(false).read_only(true))
            .await
            .map_err(|error| opening(path, error))?;
        Ok(Self { writer, readers })
    }

    /// A connection that can only read.
    pub async fn reader(&self) -> Result<PoolConnection<Sqlite>> {
        self.readers.acquire().await
    }

    /// Begins the one write that can be in progress.
    pub async fn write(&self) -> Result<Write> {
        match self.writer.begin_with(BEGIN).await {
            // SQLite has ended a write by itself (the disk was full), and the connection takes it for one in progress.
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.writer.acquire().await?.close().await?;
                self.writer.begin_with(BEGIN).await
            }
            begun => begun,
        }
    }

    /// Ends all connections; what was committed is in the file.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn migrate(writer: &SqlitePool, path: &Path) -> std::result::Result<(), OpenError> {
    use sqlx::migrate::MigrateError;
    let path = path.to_owned();
    match MIGRATIONS.run(writer).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..)) => Err(OpenError::Newer { path }),
        Err(MigrateError::VersionMismatch(_) | MigrateError::Dirty(_)) => Err(OpenError::Foreign { path }),
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => match opening(&path, error) {
            OpenError::Other {
                source: sqlx::Error::Database(_),
                ..
            } => Err(OpenError::Foreign { path }),
            known => Err(known),
        },
        Err(other) => Err(OpenError::Other {
            path,
            source: sqlx::Error::Migrate(Box::new(other)),
        }),
    }
}

/// `SQLite`'s primary result codes that a person can act on.
fn opening(path: &Path, error: sqlx::Error) -> OpenError {
    const READ_ONLY: i32 = 8;
    const CANNOT_OPEN: i32 = 14;
    const NOT_A_DATABASE: i32 = 26;
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .and_then(|code| code.parse::<i32>().ok())
        .map(|extended| extended & 0xff);
    let path = path.to_owned();
    match code {
        Some(READ_ONLY | CANNOT_OPEN) => OpenError::NotWritable { path },
        Some(NOT_A_DATABASE) => OpenError::NotADatabase { path },
        _ => OpenError::Other { path, source: error },
    }
}

/// How many rows every table has, for tests that compare a whole database.
#[cfg(test)]
pub(crate) async fn counts(connection: &mut Connection) -> Vec<String> {
    let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    let mut counts = Vec::new();
    for table in tables {
        let query = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(query).fetch_one(&mut *connection).await.unwrap();
        counts.push(format!("{table} {count}"));
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn refusal(path: &Path) -> String {
        Store::open(path).await.unwrap_err().to_string()
    }

    #[tokio::test]
    async fn a_new_file_is_made_and_opens_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        Store::open(&path).await.unwrap().close().await;
        Store::open(&path).await.unwrap().close().await;
    }

    #[tokio::test]
    async fn a_full_disk_refuses_a_write_as_a_whole_and_takes_writes_again_once_there_is_room() {
        const FULL: &str = "13";
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).await.unwrap();
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count")
            .fetch_one(&store.writer)
            .await
            .unwrap();
        let most =
            |pages: i64| sqlx::query_scalar::<_, i64>(sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}")));
        most(pages).fetch_one(&store.writer).await.unwrap();
        let insert = "INSERT INTO server (id, name, joined_at) VALUES (?, ?, 0)";
        let mut write = store.write().await.unwrap();
        let mut refused = None;
        for id in 1..100 {
            let row = sqlx::query(insert).bind(id).bind("n".repeat(1000));
            if let Err(error) = row.execute(&mut *write).await {
                refused = Some(error);
                break;
            }
        }
        let refused = refused.expect("the database is full");
        assert_eq!(
            refused.as_database_error().unwrap().code().as_deref(),
            Some(FULL),
            "{refused}"
        );
        drop(write);
        let count = || sqlx::query_scalar::<_, i64>("SELECT count(*) FROM server");
        let mut reader = store.reader().await.unwrap();
        assert_eq!(
            count().fetch_one(&mut *reader).await.unwrap(),
            0,
            "nothing is kept by halves"
        );
        most(pages + 1000).fetch_one(&store.writer).await.unwrap();
        let mut write = store.write().await.unwrap();
        sqlx::query(insert)
            .bind(1)
            .bind("Acme")
            .execute(&mut *write)
            .await
            .unwrap();
        write.commit().await.unwrap();
        assert_eq!(count().fetch_one(&mut *reader).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).await.unwrap();
        let mut reader = store.reader().await.unwrap();
        let refused = sqlx::query("DELETE FROM server").execute(&mut *reader).await;
        assert!(refused.is_err());
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_used_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no/such/folder/a.db");
        assert!(refusal(&missing).await.contains("cannot be opened for writing"));

        let text = folder.path().join("text.db");
        std::fs::write(
            &text,
            "this is a letter to my aunt, and quite a long one at that".repeat(30),
        )
        .unwrap();
        assert!(refusal(&text).await.contains("not a scorecard-bot database"));
    }

    #[tokio::test]
    async fn a_database_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let store = Store::open(&path).await.unwrap();
        let add = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', 1, x'00', 0)";
        sqlx::query(add).execute(&store.writer).await.unwrap();
        store.close().await;
        assert!(refusal(&path).await.contains("newer scorecard-bot"));
    }

    #[tokio::test]
    async fn a_database_of_another_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
        let other = SqlitePool::connect_with(options).await.unwrap();
        sqlx::query("CREATE TABLE server (x)").execute(&other).await.unwrap();
        other.close().await;
        assert!(refusal(&path).await.contains("does not have the tables"));
    }
}
