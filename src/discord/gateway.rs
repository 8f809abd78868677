//! What the gateway brings besides slash commands: servers that appear, presses and forms. Every interaction
//! gets an answer.

use std::sync::Arc;

use serenity::all::{FullEvent, GuildId, Http, Interaction};

use super::actor::server_id;
use super::reply::{self, Place, Press};
use super::{Bot, Failure, component, form};
use crate::service::server::{self, Known};

/// Takes one event.
pub async fn handle(context: &serenity::all::Context, event: &FullEvent, bot: &Arc<Bot>) {
    match event {
        FullEvent::Ready { data_about_bot } => {
            tracing::info!(
                bot = data_about_bot.user.name,
                servers = data_about_bot.guilds.len(),
                "connected"
            );
        }
        FullEvent::GuildCreate { guild, .. } => {
            let known = Known {
                name: &guild.name,
                locale: &guild.preferred_locale,
                owner_user: Some(guild.owner_id.get().cast_signed()),
            };
            noted(guild.id, server::join(&bot.services, server_id(guild.id), known).await);
        }
        FullEvent::GuildUpdate { new_data: guild, .. } => {
            let known = Known {
                name: &guild.name,
                locale: &guild.preferred_locale,
                owner_user: Some(guild.owner_id.get().cast_signed()),
            };
            noted(guild.id, server::join(&bot.services, server_id(guild.id), known).await);
            changed(guild.id, bot).await;
        }
        FullEvent::ChannelUpdate { new: channel, .. } => changed(channel.guild_id, bot).await,
        FullEvent::GuildRoleUpdate { new: role, .. } => changed(role.guild_id, bot).await,
        FullEvent::GuildRoleDelete { guild_id, .. } => changed(*guild_id, bot).await,
        FullEvent::GuildMemberUpdate { event, .. } => changed(event.guild_id, bot).await,
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            noted(
                incomplete.id,
                server::leave(&bot.services, server_id(incomplete.id)).await,
            );
        }
        FullEvent::InteractionCreate { interaction } => interaction_create(&context.http, interaction, bot).await,
        _ => {}
    }
}

/// Channels, roles or rights changed: what waits for them is tried again.
async fn changed(server: GuildId, bot: &Arc<Bot>) {
    noted(server, server::change(&bot.services, server_id(server)).await);
}

fn noted(server: GuildId, noted: crate::service::Result<()>) {
    if let Err(error) = noted {
        tracing::error!(%error, server = server.get(), "what happened to a server could not be noted");
    }
}

async fn interaction_create(http: &Http, interaction: &Interaction, bot: &Arc<Bot>) {
    match interaction {
        Interaction::Component(press) => {
            let done = Box::pin(component::press(http, bot, press)).await;
            settle(http, bot, Press::Component(press), done).await;
        }
        Interaction::Modal(submitted) => {
            let done = form::submit(http, bot, submitted).await;
            settle(http, bot, Press::Form(submitted), done).await;
        }
        _ => {}
    }
}

/// Answers in words where a press or a form failed.
async fn settle(http: &Http, bot: &Bot, press: Press<'_>, done: Result<(), Failure>) {
    let Err(failure) = done else {
        return;
    };
    let voice = reply::voice_in(bot, press.guild(), press.locale()).await;
    let Some(post) = reply::failed(&voice, &failure) else {
        return;
    };
    if let Err(error) = press.answer(http, post, Place::Aside).await {
        tracing::warn!(%error, "an answer did not reach the person");
    }
}
