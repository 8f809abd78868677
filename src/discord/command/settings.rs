//! `/settings`: shows a server's settings, or changes the ones that are given.

use poise::serenity_prelude::Role;

use super::answer;
use crate::discord::actor::Door;
use crate::discord::reply::Post;
use crate::discord::{Context, Failure, complete, view};
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;
use crate::service::settings::{self, Administrators, Edit};

/// How numbers are written. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Format {
    /// A decimal point.
    #[name = "1,234.5"]
    Point,
    /// A decimal comma.
    #[name = "1.234,5"]
    Comma,
}

impl From<Format> for NumberFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Point => Self::Point,
            Format::Comma => Self::Comma,
        }
    }
}

/// How pictures look. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Look {
    /// Dark ink on white.
    #[name = "light"]
    Light,
    /// Light ink on dark grey.
    #[name = "dark"]
    Dark,
}

impl From<Look> for Theme {
    fn from(look: Look) -> Self {
        match look {
            Look::Light => Self::Light,
            Look::Dark => Self::Dark,
        }
    }
}

/// How pictures for one person look. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum OwnLook {
    /// Dark ink on white.
    #[name = "light"]
    Light,
    /// Light ink on dark grey.
    #[name = "dark"]
    Dark,
    /// As in channels.
    #[name = "as the server"]
    AsServer,
}

impl From<OwnLook> for Option<Theme> {
    fn from(look: OwnLook) -> Self {
        match look {
            OwnLook::Light => Some(Theme::Light),
            OwnLook::Dark => Some(Theme::Dark),
            OwnLook::AsServer => None,
        }
    }
}

/// Shows or changes the settings.
#[expect(clippy::too_many_arguments, reason = "one argument an option")]
#[poise::command(slash_command)]
pub async fn settings(
    context: Context<'_>,
    number_format: Option<Format>,
    #[autocomplete = "complete::time_zone"] time_zone: Option<String>,
    #[min = 1]
    #[max = 12]
    fiscal_start: Option<u8>,
    administrator_role: Option<Role>,
    #[min = 0]
    #[max = 100]
    coverage_floor: Option<u8>,
    #[min = 0]
    #[max = 3600]
    alert_wait: Option<u16>,
    pictures: Option<Look>,
    my_pictures: Option<OwnLook>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Edit {
        number_format: number_format.map(Into::into),
        time_zone,
        fiscal_start: fiscal_start.and_then(|month| month.try_into().ok()),
        administrators: administrator_role.as_ref().map(administrators),
        coverage_floor: coverage_floor.map(Into::into),
        alert_wait_s: alert_wait.map(Into::into),
        theme: pictures.map(Into::into),
    };
    if wanted.is_empty() && my_pictures.is_none() {
        let (server, own) = settings::show(&door.services, &door.actor).await?;
        return answer(
            context,
            view::settings::shown(&door.voice, (&server, own), door.actor.administrator),
        )
        .await;
    }
    let mut changes = Vec::new();
    if !wanted.is_empty() {
        let (before, after) = settings::edit(&door.services, &door.actor, &wanted).await?;
        changes = view::settings::changes(door.voice.words, &before, &after);
    }
    if let Some(look) = my_pictures {
        let after = look.into();
        let before = settings::choose_own_theme(&door.services, &door.actor, after).await?;
        changes.push(view::settings::own_look(door.voice.words, before, after));
    }
    answer(context, Post::text(changes.join("\n"))).await
}

/// The role that everybody has means nobody in particular.
fn administrators(role: &Role) -> Administrators {
    if role.id.get() == role.guild_id.get() {
        return Administrators::Nobody;
    }
    Administrators::Role(role.id.get().cast_signed())
}
