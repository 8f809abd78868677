//! `/export`: KPIs or values as a file.

use crate::discord::actor::Door;
use crate::discord::reply::Post;
use crate::discord::{Context, Failure, complete, view};
use crate::domain::export::{Format, Sheet, Written};
use crate::service::{Conflict, Error, export};

use super::import::What;
use super::promised;

/// The most files of one answer.
const FILES: usize = 10;

/// The most bytes of all files of one answer together, below Discord's limit for a request.
const BYTES: usize = 24 * 1024 * 1024;

/// The most bytes of one file.
const FILE_BYTES: usize = 10 * 1024 * 1024;

/// The format of a file. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Kind {
    /// Text with commas.
    #[name = "csv"]
    Csv,
    /// A spreadsheet.
    #[name = "xlsx"]
    Xlsx,
}

impl From<Kind> for Format {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Csv => Self::Csv,
            Kind::Xlsx => Self::Xlsx,
        }
    }
}

/// Gives what the person may see as a file.
#[poise::command(slash_command)]
pub async fn export(
    context: Context<'_>,
    what: What,
    format: Option<Kind>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let (door, deferred) = promised(&context).await?;
    let format = format.map_or(Format::Csv, Format::from);
    let work = file(&door, (what.into(), format), scorecard.as_deref());
    let outcome = deferred.doing(view::export::writing(&door.voice), work).await;
    deferred.settle(&door.voice, outcome).await
}

async fn file(
    door: &Door,
    (what, format): (crate::domain::import::What, Format),
    scorecard: Option<&str>,
) -> Result<Post, Failure> {
    let mut exported = export::export(&door.services, &door.actor, what, scorecard).await?;
    let sheet = std::mem::replace(&mut exported.sheet, Sheet { what, rows: Vec::new() });
    let rows = sheet.rows.len();
    // Writing thousands of rows takes a while, and must not hold others up.
    let written = tokio::task::spawn_blocking(move || sheet.write(format)).await;
    let files = match written {
        Ok(Ok(files)) => files,
        Ok(Err(error)) => return Err(unwritten(&error)),
        Err(error) => return Err(unwritten(&error)),
    };
    fits(&files)?;
    Ok(view::export::exported(&door.voice, (&exported, rows), files))
}

/// Fails where an answer cannot carry the files.
fn fits(files: &[Written]) -> Result<(), Error> {
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let large = files.iter().any(|file| file.bytes.len() > FILE_BYTES);
    if files.len() > FILES || bytes > BYTES || large {
        return Err(Conflict::TooMuch.into());
    }
    Ok(())
}

fn unwritten(error: &impl std::fmt::Display) -> Failure {
    Error::Unwritten(error.to_string()).into()
}
