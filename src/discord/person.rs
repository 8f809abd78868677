//! A member whom somebody named in an option.

use serenity::all::Member;

use crate::service::person::Named;

/// The member as a use case takes them.
#[must_use]
pub fn named(member: &Member) -> Named {
    Named {
        user: member.user.id.get().cast_signed(),
        name: member.display_name().to_owned(),
    }
}
