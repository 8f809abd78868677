//! `/import`: a file of KPIs or actuals, previewed. What the preview's buttons do is in `component::import`.

use poise::serenity_prelude::{Attachment, GuildId, Http, UserId};

use super::promised;
use crate::discord::actor::Door;
use crate::discord::reply::Post;
use crate::discord::{Bot, Context, Failure, attachment, view};
use crate::domain::import::FileError;
use crate::service::import::{self, File};
use crate::service::person::Named;
use crate::service::{Error, Invalid};

/// How many people whom the bot has not met one file can bring.
const STRANGERS: usize = 50;

/// What a file holds. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum What {
    /// KPIs with their places and targets.
    #[name = "kpis"]
    Kpis,
    /// Actuals.
    #[name = "actuals"]
    Actuals,
}

impl From<What> for crate::domain::import::What {
    fn from(what: What) -> Self {
        match what {
            What::Kpis => Self::Kpis,
            What::Actuals => Self::Actuals,
        }
    }
}

/// Shows what a file would do.
#[poise::command(slash_command)]
pub async fn import(
    context: Context<'_>,
    file: Attachment,
    what: What,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let (door, deferred) = promised(&context).await?;
    let reading = view::import::reading(&door.voice, &file.filename);
    let guild = context.guild_id();
    let given = (&file, what.into(), guild, reason.as_deref());
    let work = preview(context.http(), context.data(), &door, given);
    let outcome = deferred.doing(reading, work).await;
    deferred.settle(&door.voice, outcome).await
}

async fn preview(
    http: &Http,
    bot: &Bot,
    door: &Door,
    (file, what, guild, reason): (&Attachment, crate::domain::import::What, Option<GuildId>, Option<&str>),
) -> Result<Post, Failure> {
    let bytes = attachment::fetch(&bot.client, file).await?;
    // Hostile files may take a while to be refused, and must not hold others up.
    let read = tokio::task::spawn_blocking(move || File::read(what, &bytes)).await;
    let file = read.map_err(|_| Error::from(Invalid::File(FileError::BrokenXlsx)))??;
    let asked = import::strangers(&door.services, &door.actor, &file).await?;
    let people = members(http, guild, &asked).await;
    let preview = import::preview(&door.services, &door.actor, file, (people, reason)).await?;
    Ok(view::import::previewed(&door.voice, &preview))
}

/// Those of some Discord users who are members of the server.
async fn members(http: &Http, guild: Option<GuildId>, asked: &[i64]) -> Vec<Named> {
    let mut people = Vec::new();
    let Some(guild) = guild else {
        return people;
    };
    for user in asked.iter().take(STRANGERS).filter(|user| **user != 0) {
        if let Ok(member) = http.get_member(guild, UserId::new(user.cast_unsigned())).await {
            people.push(Named {
                user: *user,
                name: member.display_name().to_owned(),
            });
        }
    }
    people
}
