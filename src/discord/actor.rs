//! Who is at the door: what Discord vouches for in an interaction becomes the actor of a use case and the voice of the
//! answer. Called by every door.

use std::sync::Arc;

use std::time::Duration;

use serenity::all::{ComponentInteraction, GuildId, Http, Member, ModalInteraction, Permissions, User};

use super::component::Id;
use super::{Bot, Context, Failure, member};
use crate::domain::id::ServerId;
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;
use crate::locale::{Voice, Words};
use crate::service::person::{self, Visitor};
use crate::service::{Actor, Error, Services};

/// How long Discord may take to say what somebody is in a server: an answer to them is due in three seconds.
const PATIENCE: Duration = Duration::from_millis(1500);

/// A person at a door.
#[derive(Debug, Clone)]
pub struct Door {
    /// The use cases.
    pub services: Arc<Services>,
    /// Who acts.
    pub actor: Actor,
    /// What their server is called.
    pub server_name: String,
    /// How they are spoken to.
    pub voice: Voice,
    /// How they write numbers.
    pub number_format: NumberFormat,
    /// How their pictures look.
    pub theme: Theme,
}

impl Door {
    /// The person who gave a slash command in a server.
    pub async fn of_command(context: &Context<'_>) -> Result<Self, Failure> {
        let poise::Context::Application(application) = context else {
            return Err(crate::service::Error::NotHere.into());
        };
        let interaction = application.interaction;
        Self::of_member(
            context.data(),
            interaction.guild_id,
            interaction.member.as_deref(),
            &interaction.locale,
        )
        .await
    }

    /// The person who pressed something, or submitted a form, in a server.
    pub async fn of_member(
        bot: &Bot,
        guild: Option<GuildId>,
        member: Option<&Member>,
        locale: &str,
    ) -> Result<Self, Failure> {
        let (Some(guild), Some(member)) = (guild, member) else {
            return Err(crate::service::Error::NotHere.into());
        };
        let permissions = member.permissions.unwrap_or(Permissions::empty());
        let visitor = Visitor {
            server: server_id(guild),
            user: member.user.id.get().cast_signed(),
            name: member.display_name(),
            locale,
            may_manage_server: permissions.manage_guild() || permissions.administrator(),
            roles: member::roles(member),
        };
        let (actor, server, theme) = person::enter(&bot.services, &visitor).await?;
        Ok(Self {
            services: Arc::clone(&bot.services),
            actor,
            voice: Voice::new(Words::of(locale), server.number_format),
            number_format: server.number_format,
            server_name: server.name,
            theme,
        })
    }

    /// The person who gave a slash command, once for each server it is about: the one they are in, or in a direct
    /// message all that know them and that they are still in.
    pub async fn everywhere(context: &Context<'_>) -> Result<Vec<Self>, Failure> {
        if context.guild_id().is_some() {
            return Ok(vec![Self::of_command(context).await?]);
        }
        let bot = context.data();
        let user = context.author();
        let locale = context.locale().unwrap_or("en");
        let (mut doors, mut left) = (Vec::new(), None);
        for server in person::servers_of(&bot.services, user.id.get().cast_signed()).await? {
            match Self::of_user((context.http(), bot), server, user, locale).await {
                Ok(door) => doors.push(door),
                Err(Failure::Service(error @ Error::Left(_))) => left = Some(error),
                Err(other) => return Err(other),
            }
        }
        match left {
            Some(error) if doors.is_empty() => Err(error.into()),
            _ => Ok(doors),
        }
    }

    /// The person who pressed something.
    pub async fn of_press(http: &Http, bot: &Bot, press: &ComponentInteraction, id: &Id) -> Result<Self, Failure> {
        match (press.guild_id, id.server()) {
            (None, Some(server)) => Self::of_user((http, bot), server, &press.user, &press.locale).await,
            _ => Self::of_member(bot, press.guild_id, press.member.as_ref(), &press.locale).await,
        }
    }

    /// The person who submitted a form.
    pub async fn of_form(http: &Http, bot: &Bot, submitted: &ModalInteraction, id: &Id) -> Result<Self, Failure> {
        match (submitted.guild_id, id.server()) {
            (None, Some(server)) => Self::of_user((http, bot), server, &submitted.user, &submitted.locale).await,
            _ => Self::of_member(bot, submitted.guild_id, submitted.member.as_ref(), &submitted.locale).await,
        }
    }

    /// The person who pressed something in a direct message that speaks of a server. Discord is asked whether they are in it,
    /// and by which roles; where it does not say, they have no more rights there than the store knows of.
    pub async fn of_user(
        (http, bot): (&Http, &Bot),
        server: ServerId,
        user: &User,
        locale: &str,
    ) -> Result<Self, Failure> {
        let known = user.id.get().cast_signed();
        let guild = GuildId::new(server.get().cast_unsigned());
        let roles = match tokio::time::timeout(PATIENCE, member::of(http, guild, user.id)).await {
            Ok(Ok(Some(member))) => Some(member::roles(&member)),
            Ok(Ok(None)) => return Err(person::departed(&bot.services, server, known).await?.into()),
            Ok(Err(error)) => {
                tracing::info!(%error, server = server.get(), "who somebody is in a server could not be asked");
                None
            }
            Err(_) => None,
        };
        let (actor, server, theme) = person::recognise(&bot.services, server, known, roles).await?;
        Ok(Self {
            services: Arc::clone(&bot.services),
            actor,
            voice: Voice::new(Words::of(locale), server.number_format),
            number_format: server.number_format,
            server_name: server.name,
            theme,
        })
    }
}

/// A guild's id as the store keeps it.
#[must_use]
pub fn server_id(guild: GuildId) -> ServerId {
    ServerId::from(guild.get().cast_signed())
}
