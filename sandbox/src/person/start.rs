//! Starting an interaction: the record of it, and the event the bot receives.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::watch;

use super::{ClientRefusal, Interaction, Person};
use crate::gateway::Event;
use crate::id::Id;
use crate::permission;
use crate::world::{InteractionRecord, Kind, State, Used, token};

/// Ten mebibytes, what Discord takes per file where nothing was paid for.
const ATTACHMENT_LIMIT: u64 = 10 * 1024 * 1024;

/// What the person did.
pub(crate) struct Start {
    pub(crate) kind: Kind,
    pub(crate) channel: Id,
    pub(crate) data: Value,
    pub(crate) source: Option<Id>,
    pub(crate) command: Option<Used>,
    /// The interaction whose answer was the form that is submitted.
    pub(crate) opened_by: Option<Id>,
}

impl Person {
    /// Refuses a channel the person does not see.
    pub(crate) fn must_see(&self, state: &State, channel: Id) -> Result<(), ClientRefusal> {
        let seen = state
            .channels
            .get(&channel)
            .is_some_and(|found| state.may(self.id, found, permission::VIEW_CHANNEL));
        if seen {
            Ok(())
        } else {
            Err(ClientRefusal::NoSuchChannel(channel))
        }
    }

    pub(crate) fn start(&self, state: &mut State, start: Start) -> Interaction {
        state.forget_old_interactions();
        let id = state.next_id();
        let record = InteractionRecord {
            id,
            token: token(id),
            kind: start.kind,
            person: self.id,
            channel: start.channel,
            started_at: state.now(),
            patience: self.inner.first_answer_within,
            source: start.source,
            original: None,
            command: start.command,
            opened_by: start.opened_by,
            given: watch::Sender::new(None),
            edits: watch::Sender::new(0),
        };
        let payload = self.payload(state, &record, &start.data);
        let server = state.channels.get(&start.channel).and_then(|channel| channel.server);
        state.interactions.insert(id, record);
        let offline = state.sessions.is_empty();
        state.emit(&Event::maybe_server("INTERACTION_CREATE", server, payload));
        Interaction::new(&Arc::clone(&self.inner), id, offline)
    }

    /// What Discord always tells about an interaction.
    fn payload(&self, state: &State, record: &InteractionRecord, data: &Value) -> Value {
        let mut payload = json!({
            "id": record.id,
            "application_id": state.application,
            "type": record.kind as u64,
            "token": record.token,
            "version": 1,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": state.integration_owners(record.channel),
            "attachment_size_limit": ATTACHMENT_LIMIT,
            "locale": state.user(self.id).locale,
            "channel_id": record.channel,
            "data": data,
        });
        if let Some(message) = record.source.and_then(|source| state.message(record.channel, source)) {
            payload["message"] = message.to_json();
        }
        let Some(channel) = state.channels.get(&record.channel) else {
            return payload;
        };
        let own = state.permissions(self.id, channel);
        payload["app_permissions"] = json!(state.permissions(state.bot, channel).to_string());
        payload["channel"] = state.channel_json(channel);
        payload["channel"]["permissions"] = json!(own.to_string());
        if let Some(server) = channel.server.and_then(|server| state.servers.get(&server)) {
            payload["context"] = 0.into();
            payload["guild_id"] = json!(server.id);
            payload["guild"] = json!({ "id": server.id, "locale": server.locale, "features": [] });
            payload["guild_locale"] = json!(server.locale);
            if let Some(member) = server.members.get(&self.id) {
                payload["member"] = member.to_json(Some(&state.user(self.id)));
                payload["member"]["permissions"] = json!(own.to_string());
            }
        } else {
            payload["context"] = 1.into();
            payload["user"] = state.user(self.id).to_json();
        }
        payload
    }
}
