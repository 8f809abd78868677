//! `/away`: says when somebody is away, and who stands in for them; alone it shows who is.

use poise::serenity_prelude::User;

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, person, view};
use crate::service::away::{self, Wanted};

/// Hands check-ins over for some days.
#[poise::command(slash_command)]
pub async fn away(
    context: Context<'_>,
    #[max_length = 40] from: Option<String>,
    #[max_length = 40] until: Option<String>,
    deputy: Option<User>,
    person: Option<User>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Wanted {
        from: from.as_deref(),
        until: until.as_deref(),
        deputy: person::named(&context, deputy.as_ref())?,
        person: person::named(&context, person.as_ref())?,
    };
    let looks = [from.is_some(), until.is_some(), deputy.is_some(), person.is_some()];
    if !looks.contains(&true) {
        let found = away::list(&door.services, &door.actor).await?;
        return answer(context, view::away::listed(&door.voice, &found)).await;
    }
    let set = away::set(&door.services, &door.actor, &wanted).await?;
    answer(context, view::away::set(&door.voice, &set)).await
}
