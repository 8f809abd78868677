//! REST v10: each request goes through faults, the token, the rate limits and its route, and is logged.

mod account;
mod attachment;
mod callback;
mod channel;
mod command;
mod guild;
mod limited;
mod listen;
mod message;
mod pipeline;
mod place;
mod reaction;
mod refusal;
mod reply;
mod request;
mod thread;
mod webhook;

use std::sync::Arc;

pub(crate) use listen::serve;
pub(crate) use refusal::Refusal;
pub(crate) use reply::Reply;
pub(crate) use request::{Request, Upload};

use crate::sandbox::Inner;

/// What a route answers.
pub(crate) type Outcome = Result<Reply, Refusal>;

/// A request together with the sandbox it came to.
pub(crate) struct Call<'a> {
    pub(crate) inner: &'a Arc<Inner>,
    pub(crate) request: &'a Request,
}

/// Finds the route and carries the request out.
fn route(call: &Call<'_>) -> Outcome {
    let segments = call.request.segments();
    let rooms = [
        account::route,
        guild::route,
        channel::route,
        thread::route,
        message::route,
        reaction::route,
        command::route,
        callback::route,
        webhook::route,
        attachment::route,
    ];
    if let Some(outcome) = rooms.iter().find_map(|room| room(call, &segments)) {
        return outcome;
    }
    tracing::warn!(
        method = call.request.method,
        path = call.request.path,
        "the sandbox has no such route"
    );
    Err(Refusal::no_route())
}
