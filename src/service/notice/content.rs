//! What a notice says by now, decided when it is claimed. Called by `deliver` only.

use super::deliver::Decision;
use super::{Content, More, Stored, mend};
use crate::domain::id::PersonId;
use crate::service::checkin::Asked;
use crate::service::{Result, Services, actual, checkin, review};
use crate::store::notice::{Claimed, Destination};
use crate::store::server::Server;
use crate::store::{self, Connection};

/// What a notice says by now, or what becomes of it instead.
pub(super) async fn content(
    services: &Services,
    connection: &mut Connection,
    claimed: &Claimed,
    server: &Server,
) -> Result<std::result::Result<Content, Decision>> {
    let unsaid = claimed.message.is_none();
    let fresh = unsaid && claimed.attempt.is_none();
    Ok(Ok(match (serde_json::from_str(&claimed.payload)?, claimed.to) {
        (Stored::Ask, Destination::Person(person)) => {
            return ask(services, connection, (claimed, person), server).await;
        }
        (Stored::Ask, _) => return Ok(Err(Decision::Skip("only people are asked"))),
        (stored, _) if fresh && stored.is_taken_back() => {
            return Ok(Err(Decision::Skip("taken back before it was said")));
        }
        (Stored::ImportAlerts(list), _) => Content::ImportAlerts(list),
        (Stored::Alert(alert), _) => Content::Alert(alert),
        (Stored::Recovered(alert), _) => Content::Recovered(alert),
        (Stored::Board(board), _) => match review::board_content(services, connection, claimed.server, board).await? {
            Some(content) => Content::Board(Box::new(content)),
            None => return Ok(Err(Decision::Skip("the review is gone"))),
        },
        (Stored::Woken(alert), _) => Content::Woken(alert),
        (Stored::Watch(found), _) => Content::Watch(found),
        (Stored::Digest(digest), _) => Content::Digest(digest),
        (Stored::Sponsor(content), _) => Content::Sponsor(content),
        (Stored::Comment(comment), _) => {
            // Where the review has a thread it is said there, which is no answer to the digest's message.
            let meeting = format!("meeting:{}", comment.review);
            let under = match store::notice::message_of(connection, claimed.server, &meeting).await? {
                Some(_) => None,
                None => review::meeting_place(connection, claimed.server, comment.review).await?,
            };
            Content::Comment(comment, under)
        }
        (Stored::Meeting(meeting), _) => Content::Meeting(meeting),
        (Stored::More(page), _) => return more(connection, claimed, page).await,
        (Stored::Reopened(reopened), _) => Content::Reopened(reopened),
        (Stored::Closed(closed), _) => Content::Closed(closed),
        (Stored::Summary(posted), _) => Content::Summary(posted),
        (Stored::Unreached(unreached), _) => {
            match mend::still_unreached(services, connection, claimed.server, &unreached).await? {
                Some(user) => Content::Unreached(user),
                None => return Ok(Err(Decision::Skip("everything is in"))),
            }
        }
        (Stored::Rejected(rejected), _) => {
            if unsaid && !actual::still_blank(connection, claimed.server, &rejected).await? {
                return Ok(Err(Decision::Skip("answered before it was said")));
            }
            Content::Rejected(claimed.server, rejected)
        }
        (Stored::Mend(mend), _) => {
            if unsaid && !store::notice::is_broken(connection, claimed.server, mend.channel).await? {
                return Ok(Err(Decision::Skip("mended before it was said")));
            }
            Content::Mend(mend)
        }
        (Stored::Exposed(exposed), _) => Content::Exposed(exposed),
        (Stored::Missed(missed), _) => Content::Missed(missed),
        (Stored::Consent(asked), _) => Content::Consent(asked),
        (Stored::Told(told), _) => Content::Told(told),
    }))
}

async fn ask(
    services: &Services,
    connection: &mut Connection,
    (claimed, person): (&Claimed, PersonId),
    server: &Server,
) -> Result<std::result::Result<Content, Decision>> {
    let unsaid = claimed.message.is_none();
    let whose = (person, claimed.id);
    let later = store::notice::later_ask(connection, claimed.server, whose, services.now()).await?;
    if unsaid
        && claimed.attempt.is_none()
        && let Some(later) = later
    {
        return Ok(Err(Decision::Join(later)));
    }
    Ok(
        match checkin::asked(services, connection, (claimed.server, person), claimed.id).await? {
            Some(asked) => Ok(Content::Ask(asked)),
            None if unsaid && claimed.attempt.is_none() => Err(Decision::Skip("everything is in")),
            None => Ok(Content::Ask(Asked::done(claimed.server, server.name.clone()))),
        },
    )
}

/// A further page of another notice.
async fn more(
    connection: &mut Connection,
    claimed: &Claimed,
    more: More,
) -> Result<std::result::Result<Content, Decision>> {
    let payload = store::notice::by_id(connection, claimed.server, more.of).await?;
    Ok(match serde_json::from_str(&payload.unwrap_or_default())? {
        Stored::Digest(digest) => Ok(Content::More(Box::new(Content::Digest(digest)), more.page)),
        _ => Err(Decision::Skip("there is nothing more to say")),
    })
}
