//! Files of messages, as the attachment hosts give them out.

use super::{Call, Outcome, Refusal, Reply};

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let ["attachments", _channel, file, name] = segments else {
        return None;
    };
    (call.request.method == "GET").then(|| fetch(call, file, name))
}

fn fetch(call: &Call<'_>, file: &str, name: &str) -> Outcome {
    let state = call.inner.state();
    let found = file.parse().ok().and_then(|id| state.files.get(&id));
    let found = found.filter(|stored| stored.filename == name);
    let stored = found.ok_or_else(Refusal::no_route)?;
    Ok(Reply::File(
        stored.content_type.clone(),
        std::sync::Arc::clone(&stored.bytes),
    ))
}
