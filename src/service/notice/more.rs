//! What one message cannot hold: further notices, each with a page of the first one's content, said after it.

use serde::{Deserialize, Serialize};

use super::{Claimed, Span, Stored, rewrite, write};
use crate::domain::id::NoticeId;
use crate::service::{Result, Services};
use crate::store;

/// A further page of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct More {
    /// The notice.
    pub of: NoticeId,
    /// Which page, from 1.
    pub page: usize,
    /// Which decision of the notice's content it shows.
    pub wanted: i64,
}

/// Writes the further pages of a notice that is about to be said, and has those that were said before say what is on them by
/// now. The same again changes nothing.
pub async fn spread(services: &Services, claimed: &Claimed, pages: usize) -> Result<()> {
    let mut reader = services.read().await?;
    let known = store::notice::by_key(&mut reader, claimed.server, &key(claimed, 1))
        .await?
        .is_some();
    drop(reader);
    if pages < 2 && !known {
        return Ok(());
    }
    let mut tx = services.write().await?;
    let now = services.now();
    for page in 1.. {
        let key = key(claimed, page);
        let stored = Stored::More(More {
            of: claimed.id,
            page,
            wanted: claimed.wanted,
        });
        match store::notice::by_key(&mut tx, claimed.server, &key).await? {
            Some((id, payload)) if payload != serde_json::to_string(&stored)? => {
                rewrite(&mut tx, claimed.server, id, &stored).await?;
            }
            Some(_) => {}
            None if page < pages => {
                write(
                    &mut tx,
                    claimed.server,
                    &key,
                    (claimed.to, &stored),
                    Span::from(now, now),
                )
                .await?;
            }
            None => break,
        }
    }
    services.keep(tx).await
}

fn key(claimed: &Claimed, page: usize) -> String {
    format!("more:{}:{page}", claimed.id)
}
