//! A server's calendar: its holidays and quiet hours.

use chrono::NaiveDate;

use super::{Connection, Result};
use crate::domain::cycle::{BusinessCalendar, QuietHours};
use crate::domain::id::ServerId;

/// The calendar of a server.
pub async fn of_server(connection: &mut Connection, server: ServerId) -> Result<BusinessCalendar> {
    let holidays = sqlx::query_scalar!(
        r#"SELECT day_on AS "day: NaiveDate" FROM holiday WHERE server_id = ? ORDER BY day_on"#,
        server,
    )
    .fetch_all(&mut *connection)
    .await?;
    let quiet = sqlx::query_scalar!(
        r#"SELECT quiet_hours AS "quiet: QuietHours" FROM server WHERE id = ?"#,
        server,
    )
    .fetch_optional(connection)
    .await?;
    Ok(BusinessCalendar {
        holidays: holidays.into_iter().collect(),
        quiet: quiet.flatten(),
    })
}

/// Adds a holiday, unless it is there.
pub async fn add_holiday(connection: &mut Connection, server: ServerId, day: NaiveDate) -> Result<()> {
    sqlx::query!(
        "INSERT INTO holiday (server_id, day_on) VALUES (?, ?) ON CONFLICT DO NOTHING",
        server,
        day,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a holiday away.
pub async fn remove_holiday(connection: &mut Connection, server: ServerId, day: NaiveDate) -> Result<()> {
    sqlx::query!("DELETE FROM holiday WHERE server_id = ? AND day_on = ?", server, day)
        .execute(connection)
        .await?;
    Ok(())
}

/// Sets the hours in which nobody is written to; none for no such hours.
pub async fn set_quiet_hours(connection: &mut Connection, server: ServerId, quiet: Option<QuietHours>) -> Result<()> {
    sqlx::query!("UPDATE server SET quiet_hours = ? WHERE id = ?", quiet, server)
        .execute(connection)
        .await?;
    Ok(())
}
