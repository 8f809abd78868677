//! The buttons under the preview of an import.

use serenity::all::{ComponentInteraction, CreateInteractionResponse, Http};

use crate::discord::actor::Door;
use crate::discord::reply::{Deferred, Place, Press};
use crate::discord::{Failure, view};
use crate::domain::id::DraftId;
use crate::service::import::{self, Applied};
use crate::service::{Error, Noun};

/// Writes what the preview showed.
pub async fn apply(http: &Http, press: &ComponentInteraction, door: &Door, draft: DraftId) -> Result<(), Failure> {
    press
        .create_response(http, CreateInteractionResponse::Acknowledge)
        .await?;
    let deferred = Deferred {
        http,
        token: &press.token,
    };
    let writing = view::import::writing(&door.voice);
    let outcome = deferred
        .doing(writing, Box::pin(import::apply(&door.services, &door.actor, draft)))
        .await;
    let post = match outcome {
        Ok(Applied::Done(done)) => Ok(view::import::done(&door.voice, &done)),
        Ok(Applied::Differs(preview)) => Ok(view::import::differs(&door.voice, &preview)),
        Err(error) if is_gone(&error) => {
            // A second press of the same button must not hide what the first one did.
            deferred.aside(view::import::gone(&door.voice)).await?;
            return Ok(());
        }
        Err(error) => Err(error.into()),
    };
    deferred.settle(&door.voice, post).await
}

/// Throws the preview away.
pub async fn cancel(http: &Http, press: &ComponentInteraction, door: &Door, draft: DraftId) -> Result<(), Failure> {
    let post = match import::cancel(&door.services, &door.actor, draft).await {
        Ok(()) => view::import::cancelled(&door.voice),
        Err(error) if is_gone(&error) => view::import::gone(&door.voice),
        Err(error) => return Err(error.into()),
    };
    Press::Component(press).answer(http, post, Place::Here).await?;
    Ok(())
}

fn is_gone(error: &Error) -> bool {
    matches!(error, Error::NotFound(missing) if missing.noun == Noun::Draft)
}
