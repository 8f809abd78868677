//! What the gateway brings besides slash commands: servers that appear, presses and forms. Called by the framework;
//! every interaction gets an answer.

use std::sync::Arc;

use serenity::all::{FullEvent, Http, Interaction};

use super::actor::server_id;
use super::reply::{self, Place, Press};
use super::{Bot, Failure, component, form};
use crate::service::server;

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
            let joined = server::join(&bot.services, server_id(guild.id), &guild.name, &guild.preferred_locale).await;
            if let Err(error) = joined {
                tracing::error!(%error, server = guild.id.get(), "a server could not be noted");
            }
        }
        FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
            if let Err(error) = server::leave(&bot.services, server_id(incomplete.id)).await {
                tracing::error!(%error, server = incomplete.id.get(), "a server's leave could not be noted");
            }
        }
        FullEvent::InteractionCreate { interaction } => interaction_create(&context.http, interaction, bot).await,
        _ => {}
    }
}

async fn interaction_create(http: &Http, interaction: &Interaction, bot: &Arc<Bot>) {
    match interaction {
        Interaction::Component(press) => {
            let done = component::press(http, bot, press).await;
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
