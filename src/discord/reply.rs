//! One answer, whatever the door: its words, embeds, buttons and files, and how an error becomes words. The only place
//! that does the latter.

mod deferred;
mod problem;

use poise::{CreateReply, FrameworkError};
use serenity::all::{
    CacheHttp, ChannelId, CommandInteraction, ComponentInteraction, CreateActionRow, CreateAllowedMentions,
    CreateAttachment, CreateEmbed, CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage,
    EditAttachments, EditMessage, GuildId, Http, MessageId, MessageReference, MessageReferenceKind, ModalInteraction,
    UserId,
};

use super::actor::server_id;
use super::picture::Picture;
use super::{Bot, Failure};
use crate::domain::value::NumberFormat;
use crate::locale::{Voice, Words};
use crate::service::settings;

pub use deferred::Deferred;
pub use problem::{problem, reason, reference, row_reason};

/// A message before it is known how it travels.
#[derive(Debug, Clone, Default)]
pub struct Post {
    /// Plain text, at most 2,000 characters.
    pub content: String,
    /// At most 10.
    pub embeds: Vec<CreateEmbed>,
    /// At most 5.
    pub rows: Vec<CreateActionRow>,
    /// Files to send along.
    pub files: Vec<CreateAttachment>,
    /// Pictures that `Studio::complete` makes files of.
    pub pictures: Vec<Picture>,
    /// The message it is an answer to: its channel and its id. Only for messages of the courier.
    pub under: Option<(i64, i64)>,
    /// Whom the content may notify.
    pub mentions: Vec<UserId>,
}

impl Post {
    /// A message of plain text.
    #[must_use]
    pub fn text(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }

    /// The same with an embed more.
    #[must_use]
    pub fn embed(mut self, embed: CreateEmbed) -> Self {
        self.embeds.push(embed);
        self
    }

    /// The same with a picture more.
    #[must_use]
    pub fn picture(mut self, picture: Picture) -> Self {
        self.pictures.push(picture);
        self
    }

    /// The same with a row of buttons, or a select, more; an empty row is left out.
    #[must_use]
    pub fn row(mut self, row: CreateActionRow) -> Self {
        let empty = matches!(&row, CreateActionRow::Buttons(buttons) if buttons.is_empty());
        if !empty {
            self.rows.push(row);
        }
        self
    }

    fn allowed_mentions(&self) -> CreateAllowedMentions {
        CreateAllowedMentions::new().users(self.mentions.clone())
    }

    /// As the answer to a slash command.
    pub fn into_reply(self) -> CreateReply {
        let mentions = self.allowed_mentions();
        let mut reply = CreateReply::default()
            .content(self.content)
            .components(self.rows)
            .allowed_mentions(mentions)
            .ephemeral(true);
        for embed in self.embeds {
            reply = reply.embed(embed);
        }
        for file in self.files {
            reply = reply.attachment(file);
        }
        reply
    }

    /// As the answer to a press or a form: a new message, or the change of the one that was pressed.
    pub fn into_response(self) -> CreateInteractionResponseMessage {
        let mentions = self.allowed_mentions();
        CreateInteractionResponseMessage::new()
            .content(self.content)
            .embeds(self.embeds)
            .components(self.rows)
            .files(self.files)
            .allowed_mentions(mentions)
    }

    /// As a message of its own; for the courier.
    pub fn into_message(self) -> CreateMessage {
        let mentions = self.allowed_mentions();
        let under = self.under.map(|(channel, message)| {
            let channel = ChannelId::new(channel.cast_unsigned());
            MessageReference::new(MessageReferenceKind::Default, channel)
                .message_id(MessageId::new(message.cast_unsigned()))
                .fail_if_not_exists(false)
        });
        let message = under.map_or_else(CreateMessage::new, |under| {
            CreateMessage::new().reference_message(under)
        });
        message
            .content(self.content)
            .embeds(self.embeds)
            .components(self.rows)
            .files(self.files)
            .allowed_mentions(mentions)
    }

    /// As the new state of a message; for the courier.
    pub fn into_edit(self) -> EditMessage {
        let mentions = self.allowed_mentions();
        // What it had before goes: an edit shows what holds now.
        let files = self
            .files
            .into_iter()
            .fold(EditAttachments::new(), EditAttachments::add);
        EditMessage::new()
            .content(self.content)
            .embeds(self.embeds)
            .components(self.rows)
            .attachments(files)
            .allowed_mentions(mentions)
    }
}

/// Where an answer to a press or a form goes.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// A new message that only the person sees.
    Aside,
    /// Instead of the message that was pressed.
    Here,
}

/// A press or a form, answered the same way.
#[derive(Debug, Clone, Copy)]
pub enum Press<'a> {
    /// A button or a select.
    Component(&'a ComponentInteraction),
    /// A submitted form.
    Form(&'a ModalInteraction),
}

impl Press<'_> {
    /// Answers with words.
    pub async fn answer(self, http: &Http, post: Post, place: Place) -> Result<(), serenity::Error> {
        let message = post.into_response();
        let response = match place {
            Place::Aside => CreateInteractionResponse::Message(message.ephemeral(true)),
            Place::Here => CreateInteractionResponse::UpdateMessage(message),
        };
        self.respond(http, response).await
    }

    /// Answers with whatever Discord knows.
    pub async fn respond(self, http: &Http, response: CreateInteractionResponse) -> Result<(), serenity::Error> {
        match self {
            Self::Component(press) => press.create_response(http, response).await,
            Self::Form(form) => form.create_response(http, response).await,
        }
    }

    /// The server it was pressed in; none in a direct message.
    #[must_use]
    pub fn guild(&self) -> Option<GuildId> {
        match self {
            Self::Component(press) => press.guild_id,
            Self::Form(form) => form.guild_id,
        }
    }

    /// The locale of the person.
    #[must_use]
    pub fn locale(&self) -> &str {
        match self {
            Self::Component(press) => &press.locale,
            Self::Form(form) => &form.locale,
        }
    }
}

/// Answers what the framework could not bring to a good end: every case, so that nobody is left without an answer.
pub async fn refuse(error: FrameworkError<'_, std::sync::Arc<Bot>, Failure>) {
    let said = match error {
        FrameworkError::Command { error, ctx, .. } => {
            let voice = voice_in(ctx.data(), ctx.guild_id(), ctx.locale().unwrap_or("en")).await;
            match failed(&voice, &error) {
                Some(post) => ctx.send(post.into_reply()).await.map(|_| ()),
                None => Ok(()),
            }
        }
        FrameworkError::UnknownInteraction {
            framework, interaction, ..
        } => stale(framework.serenity_context.http(), interaction).await,
        FrameworkError::CommandStructureMismatch { ctx, description, .. } => {
            tracing::warn!(description, "a command came as an older version had it");
            stale(ctx.serenity_context().http(), ctx.interaction).await
        }
        other => broken(other).await,
    };
    if let Err(error) = said {
        tracing::warn!(%error, "an answer did not reach the person");
    }
}

/// A command that this version does not have: Discord shows an old registration.
async fn stale(http: &Http, interaction: &CommandInteraction) -> Result<(), serenity::Error> {
    let words = Words::of(&interaction.locale);
    let message = Post::text(words.say("error-stale-command", &[]))
        .into_response()
        .ephemeral(true);
    interaction
        .create_response(http, CreateInteractionResponse::Message(message))
        .await
}

async fn broken(error: FrameworkError<'_, std::sync::Arc<Bot>, Failure>) -> Result<(), serenity::Error> {
    let reference = reference();
    tracing::error!(reference, %error, "a command broke");
    let Some(context) = error.ctx() else {
        return Ok(());
    };
    let words = Words::of(context.locale().unwrap_or("en"));
    let said = crate::say!(words, "error-internal", reference = reference);
    context.send(Post::text(said).into_reply()).await.map(|_| ())
}

/// How somebody in a server is spoken to, as far as that can be told.
pub async fn voice_in(bot: &Bot, guild: Option<GuildId>, locale: &str) -> Voice {
    let format = match guild {
        Some(guild) => settings::number_format(&bot.services, server_id(guild)).await,
        None => Ok(NumberFormat::Unset),
    };
    Voice::new(Words::of(locale), format.unwrap_or(NumberFormat::Unset))
}

/// The words for a failure; none where the failure is that words do not get through.
#[must_use]
pub fn failed(voice: &Voice, failure: &Failure) -> Option<Post> {
    match failure {
        Failure::Service(error) => Some(problem(voice, error)),
        Failure::Discord(error) => {
            tracing::warn!(%error, "an answer did not reach the person");
            None
        }
    }
}
