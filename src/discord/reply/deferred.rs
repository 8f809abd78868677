//! An answer that was promised, and is filled in when the work is done: for what can take longer than Discord waits.

use std::future::Future;
use std::time::Duration;

use serenity::all::{Builder, CreateInteractionResponseFollowup, EditInteractionResponse, Http};

use super::{Post, failed};
use crate::discord::Failure;
use crate::locale::Voice;

/// Work that takes longer says what it is doing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The promised answer to an interaction. Discord lets it be edited for 15 minutes.
#[derive(Debug, Clone, Copy)]
pub struct Deferred<'a> {
    /// Discord.
    pub http: &'a Http,
    /// The interaction's token.
    pub token: &'a str,
}

impl Deferred<'_> {
    /// Shows something in place of what is shown.
    pub async fn show(self, post: Post) -> Result<(), serenity::Error> {
        let mentions = post.allowed_mentions();
        let mut edit = EditInteractionResponse::new()
            .content(post.content)
            .embeds(post.embeds)
            .components(post.rows)
            .allowed_mentions(mentions);
        for file in post.files {
            edit = edit.new_attachment(file);
        }
        edit.execute(self.http, self.token).await.map(|_| ())
    }

    /// Says something beside it, for the same person's eyes.
    pub async fn aside(self, post: Post) -> Result<(), serenity::Error> {
        let mentions = post.allowed_mentions();
        let message = CreateInteractionResponseFollowup::new()
            .content(post.content)
            .embeds(post.embeds)
            .allowed_mentions(mentions)
            .ephemeral(true);
        message.execute(self.http, (None, self.token)).await.map(|_| ())
    }

    /// Does some work; where it takes longer than a second, shows what it is about.
    pub async fn doing<T>(self, meanwhile: Post, work: impl Future<Output = T>) -> T {
        tokio::pin!(work);
        if let Ok(done) = tokio::time::timeout(PATIENCE, &mut work).await {
            return done;
        }
        let (shown, done) = tokio::join!(self.show(meanwhile), work);
        if let Err(error) = shown {
            tracing::debug!(%error, "progress was not shown");
        }
        done
    }

    /// Shows what came of it, or why nothing did.
    pub async fn settle(self, voice: &Voice, outcome: Result<Post, Failure>) -> Result<(), Failure> {
        let post = match outcome {
            Ok(post) => post,
            Err(failure) => match failed(voice, &failure) {
                Some(post) => post,
                None => return Ok(()),
            },
        };
        Ok(self.show(post).await?)
    }
}
