//! Listens and speaks. Commands, buttons and forms are doors to the services; the courier delivers their notices.
//! Nothing here touches the store, and only the courier posts messages.

pub mod actor;
mod attachment;
mod audience;
pub mod command;
mod complete;
mod component;
pub mod connect;
pub mod courier;
mod form;
mod gateway;
mod member;
mod number;
mod person;
pub mod picture;
mod reply;
mod team_channel;
mod view;

use std::sync::Arc;

use serenity::all::{FullEvent, GatewayIntents};

use crate::service::Services;

/// What every door needs.
pub struct Bot {
    /// The use cases.
    pub services: Arc<Services>,
    /// For Discord's attachment hosts.
    pub client: reqwest::Client,
    /// For pictures.
    pub studio: Arc<picture::Studio>,
}

impl std::fmt::Debug for Bot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bot").finish_non_exhaustive()
    }
}

/// What a door may fail with; `reply` turns it into words.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A use case said no, or broke.
    #[error(transparent)]
    Service(#[from] crate::service::Error),
    /// Discord did not take an answer.
    #[error(transparent)]
    Discord(#[from] serenity::Error),
}

/// A slash command in progress.
pub type Context<'a> = poise::Context<'a, Arc<Bot>, Failure>;

/// A slash command.
pub type Command = poise::Command<Arc<Bot>, Failure>;

/// What the bot listens to: nothing privileged, no message text.
#[must_use]
pub fn intents() -> GatewayIntents {
    GatewayIntents::GUILDS
}

/// What serenity hands every event to: everything but slash commands goes to `gateway` at once, slash commands and
/// autocomplete go through poise, which takes nothing before it is set up.
pub struct Doors {
    bot: Arc<Bot>,
    commands: poise::Framework<Arc<Bot>, Failure>,
}

impl Doors {
    /// The doors of a bot.
    #[must_use]
    pub fn new(bot: Arc<Bot>) -> Self {
        let options = poise::FrameworkOptions {
            commands: command::all(),
            on_error: |error| Box::pin(reply::refuse(error)),
            initialize_owners: false,
            ..poise::FrameworkOptions::default()
        };
        let data = Arc::clone(&bot);
        let commands = poise::Framework::builder()
            .options(options)
            .setup(move |_, _, _| Box::pin(async move { Ok(data) }))
            .build();
        Self { bot, commands }
    }
}

#[serenity::async_trait]
impl serenity::framework::Framework for Doors {
    async fn init(&mut self, client: &serenity::Client) {
        self.commands.init(client).await;
    }

    async fn dispatch(&self, context: serenity::all::Context, event: FullEvent) {
        gateway::handle(&context, &event, &self.bot).await;
        self.commands.dispatch(context, event).await;
    }
}
