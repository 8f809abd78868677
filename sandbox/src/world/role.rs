//! Roles of a server.

use serde_json::{Value, json};

use crate::id::Id;

/// A role. The one with the server's own id is `@everyone`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// The role's id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its permission bits, see [`permission`](crate::permission).
    pub permissions: u64,
    /// Where it stands; `@everyone` is 0.
    pub position: usize,
    /// Whether everybody may ping it.
    pub mentionable: bool,
    /// The bot whose own role it is.
    pub bot: Option<Id>,
}

impl Role {
    /// Discord's role object.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut role = json!({
            "id": self.id,
            "name": self.name,
            "description": null,
            "permissions": self.permissions.to_string(),
            "position": self.position,
            "color": 0,
            "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "hoist": false,
            "managed": self.bot.is_some(),
            "mentionable": self.mentionable,
            "icon": null,
            "unicode_emoji": null,
            "flags": 0,
        });
        if let Some(bot) = self.bot {
            role["tags"] = json!({ "bot_id": bot });
        }
        role
    }
}
