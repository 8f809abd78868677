//! Servers (Discord calls them guilds) and their members.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::{Role, User};
use crate::id::Id;

/// A server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Server {
    /// The server's id, also that of its `@everyone` role.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Who owns it and may do everything in it.
    pub owner: Id,
    /// Its language.
    pub locale: String,
    /// Its roles, `@everyone` included.
    pub roles: BTreeMap<Id, Role>,
    /// Its members, bots included.
    pub members: BTreeMap<Id, Member>,
    /// False while Discord cannot reach it.
    pub available: bool,
}

/// A user's membership of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// Who.
    pub user: Id,
    /// Roles, without `@everyone`.
    pub roles: Vec<Id>,
    /// The name used in this server only.
    pub nickname: Option<String>,
    /// Since when.
    pub joined_at: DateTime<Utc>,
    /// Until when a moderator silenced them.
    pub timed_out_until: Option<DateTime<Utc>>,
}

impl Member {
    pub(crate) fn new(user: Id, joined_at: DateTime<Utc>) -> Self {
        Self {
            user,
            roles: Vec::new(),
            nickname: None,
            joined_at,
            timed_out_until: None,
        }
    }

    /// Whether a moderator silenced them, and it is not over yet.
    #[must_use]
    pub fn is_timed_out(&self, now: DateTime<Utc>) -> bool {
        self.timed_out_until.is_some_and(|until| now < until)
    }

    /// Discord's member object, with its user when one is handed in.
    #[must_use]
    pub fn to_json(&self, user: Option<&User>) -> Value {
        let mut member = json!({
            "nick": self.nickname,
            "avatar": null,
            "banner": null,
            "roles": self.roles,
            "joined_at": timestamp(self.joined_at),
            "premium_since": null,
            "pending": false,
            "communication_disabled_until": self.timed_out_until.map(timestamp),
            "flags": 0,
        });
        if let Some(user) = user {
            member["user"] = user.to_json();
            member["deaf"] = false.into();
            member["mute"] = false.into();
        }
        member
    }
}

impl Server {
    /// Discord's guild object as REST gives it: without members and channels.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "icon": null, "description": null, "home_header": null, "splash": null,
            "discovery_splash": null, "banner": null, "icon_hash": null,
            "features": [],
            "owner_id": self.owner,
            "application_id": null,
            "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300,
            "system_channel_id": null, "system_channel_flags": 0,
            "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0,
            "roles": self.roles.values().map(Role::to_json).collect::<Vec<_>>(),
            "default_message_notifications": 0,
            "mfa_level": 0, "explicit_content_filter": 0,
            "max_presences": null, "max_members": 500_000,
            "max_stage_video_channel_users": 50, "max_video_channel_users": 25,
            "vanity_url_code": null,
            "premium_tier": 0, "premium_subscription_count": 0,
            "premium_progress_bar_enabled": false,
            "preferred_locale": self.locale,
            "rules_channel_id": null, "safety_alerts_channel_id": null,
            "public_updates_channel_id": null,
            "hub_type": null, "latest_onboarding_question_id": null, "incidents_data": null,
            "nsfw": false, "nsfw_level": 0,
            "emojis": [], "stickers": [],
        })
    }

    pub(crate) fn role_named(&self, name: &str) -> Option<&Role> {
        self.roles.values().find(|role| role.name.eq_ignore_ascii_case(name))
    }
}

/// An instant as Discord writes it.
pub(crate) fn timestamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, false)
}
