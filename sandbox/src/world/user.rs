//! Users: people and bots, as everybody sees them.

use serde_json::{Value, json};

use crate::id::Id;

/// A person or a bot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct User {
    /// The user's id.
    pub id: Id,
    /// The unique name, lower case without spaces.
    pub username: String,
    /// The name others see.
    pub name: String,
    /// Whether it is a bot.
    pub bot: bool,
    /// The language of the person's client, such as `en-US` or `de`.
    pub locale: String,
    /// Whether the person lets others send direct messages.
    pub direct_messages_open: bool,
}

impl User {
    pub(crate) fn new(id: Id, name: &str, bot: bool) -> Self {
        let username = name
            .to_lowercase()
            .chars()
            .map(|c| if c.is_whitespace() { '_' } else { c })
            .collect();
        Self {
            id,
            username,
            name: name.to_owned(),
            bot,
            locale: "en-US".to_owned(),
            direct_messages_open: true,
        }
    }

    /// Discord's user object.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut user = json!({
            "id": self.id,
            "username": self.username,
            "discriminator": if self.bot { "0000" } else { "0" },
            "global_name": self.name,
            "avatar": null,
            "public_flags": 0,
            "flags": 0,
            "primary_guild": null,
        });
        if self.bot {
            user["bot"] = true.into();
            user["global_name"] = Value::Null;
        }
        user
    }
}
