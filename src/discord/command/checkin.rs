//! `/checkin`: what is due from me, and its form.

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, view};
use crate::service::checkin;

/// Lists what is due from the person, with the button that opens the form.
#[poise::command(slash_command)]
pub async fn checkin(context: Context<'_>) -> Result<(), Failure> {
    let (mut lists, mut words) = (Vec::new(), Vec::new());
    for door in Door::everywhere(&context).await? {
        let due = checkin::due(&door.services, &door.actor).await?;
        let unexplained = checkin::unexplained(&door.services, &door.actor).await?;
        words.push((door.clone(), unexplained));
        lists.push((door, due));
    }
    answer(context, view::word::due(view::checkin::due(&lists), &words)).await
}
