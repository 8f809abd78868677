//! Somebody whom a person named in an option. What the interaction tells of them is enough, so nothing is asked of
//! Discord.

use serenity::all::{PartialMember, User};

use super::Context;
use crate::service::person::Named;
use crate::service::{Error, Invalid};

/// The person as a use case takes them; somebody of the server who is no bot.
pub fn named(context: &Context<'_>, chosen: Option<&User>) -> Result<Option<Named>, Error> {
    let Some(user) = chosen else {
        return Ok(None);
    };
    let poise::Context::Application(application) = context else {
        return Ok(None);
    };
    let member = application.interaction.data.resolved.members.get(&user.id);
    Ok(Some(checked(user, member)?))
}

/// The same for somebody who may have left the server: they can be named by their id.
pub fn former(context: &Context<'_>, chosen: Option<&User>) -> Result<Option<Named>, Error> {
    match named(context, chosen) {
        Err(_) => Ok(chosen.map(|user| Named {
            user: user.id.get().cast_signed(),
            name: user.global_name.as_deref().unwrap_or(&user.name).to_owned(),
        })),
        known => known,
    }
}

fn checked(user: &User, member: Option<&PartialMember>) -> Result<Named, Error> {
    let name = user.global_name.as_deref().unwrap_or(&user.name);
    match member {
        Some(member) if !user.bot => Ok(Named {
            user: user.id.get().cast_signed(),
            name: member.nick.as_deref().unwrap_or(name).to_owned(),
        }),
        _ => Err(Invalid::NotAPerson { name: name.to_owned() }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(bot: bool) -> User {
        let mut user = User::default();
        user.name = "maria".into();
        user.global_name = Some("Maria".into());
        user.bot = bot;
        user
    }

    fn member(nick: Option<&str>) -> PartialMember {
        let member = serde_json::json!({
            "nick": nick, "roles": [], "joined_at": null, "deaf": false, "mute": false, "pending": false,
        });
        serde_json::from_value(member).unwrap()
    }

    #[test]
    fn somebody_is_called_as_the_server_calls_them() {
        let name = |nick: Option<&str>| checked(&user(false), Some(&member(nick))).unwrap().name;
        assert_eq!(name(None), "Maria");
        assert_eq!(name(Some("Mia")), "Mia");
    }

    #[test]
    fn a_bot_or_somebody_elsewhere_is_nobody_here() {
        assert!(checked(&user(true), Some(&member(None))).is_err());
        assert!(checked(&user(false), None).is_err());
    }
}
