//! The whole world as the page keeps it: people, servers, channels and who sees them, unread marks, clock and scene.

use std::collections::BTreeMap;

use sandbox::{Channel, ChannelKind, Id, Sandbox, permission};
use serde_json::{Value, json};

use crate::host::Demo;

/// The world, as JSON.
pub async fn world(demo: &Demo) -> Value {
    let (person, channel) = demo.company.start();
    json!({
        "clock": { "now": demo.sandbox.clock().now(), "next": demo.mover.next().await },
        "scene": *demo.scene.borrow(),
        "bot": { "id": demo.sandbox.bot_id() },
        "start": { "person": person, "channel": channel },
        "people": people(demo),
        "servers": demo.sandbox.servers().iter().map(|server| server_json(demo, server)).collect::<Vec<_>>(),
        "channels": channels(demo),
        "unread": unread(demo),
    })
}

fn people(demo: &Demo) -> Vec<Value> {
    let users = demo.sandbox.users();
    users
        .iter()
        .enumerate()
        .map(|(order, user)| {
            json!({
                "id": user.id, "name": user.name, "user_name": user.username, "bot": user.bot,
                "title": demo.company.title(user.id), "order": order,
            })
        })
        .collect()
}

fn server_json(demo: &Demo, server: &sandbox::Server) -> Value {
    let roles: Vec<Value> = server
        .roles
        .values()
        .map(|role| {
            json!({ "id": role.id, "name": role.name, "position": role.position, "color": demo.company.colour(role.id) })
        })
        .collect();
    let members: Vec<Value> = server
        .members
        .values()
        .map(|member| json!({ "id": member.user, "roles": member.roles }))
        .collect();
    json!({ "id": server.id, "name": server.name, "roles": roles, "members": members })
}

fn channels(demo: &Demo) -> Vec<Value> {
    let sandbox = &demo.sandbox;
    let direct = demo
        .company
        .people()
        .filter_map(|person| sandbox.channel(sandbox.direct_channel(person)?));
    let open = sandbox.servers().into_iter().flat_map(|server| {
        let threads = sandbox.threads(server.id);
        sandbox.channels(server.id).into_iter().chain(threads)
    });
    open.chain(direct).map(|channel| channel_json(demo, &channel)).collect()
}

fn channel_json(demo: &Demo, channel: &Channel) -> Value {
    let kind = match channel.kind {
        ChannelKind::Direct => "dm",
        ChannelKind::Text => "text",
        ChannelKind::PublicThread | ChannelKind::PrivateThread => "thread",
    };
    json!({
        "id": channel.id, "kind": kind, "server_id": channel.server, "name": channel.name, "parent": channel.parent,
        "topic": channel.topic.as_deref().or(demo.company.topic(channel.id)), "position": channel.position,
        "viewers": viewers(&demo.sandbox, channel),
    })
}

/// Who sees the channel.
fn viewers(sandbox: &Sandbox, channel: &Channel) -> Vec<Id> {
    if channel.kind == ChannelKind::Direct {
        return channel.people.clone();
    }
    let users = sandbox.users().into_iter().map(|user| user.id);
    users
        .filter(|user| permission::holds(sandbox.permissions(*user, channel.id), permission::VIEW_CHANNEL))
        .collect()
}

fn unread(demo: &Demo) -> BTreeMap<String, BTreeMap<String, Value>> {
    let marks = |person| {
        let places = demo.company.channels_of(&demo.sandbox, person).into_iter();
        places
            .map(|place| (place.to_string(), json!(demo.unread.mark(&demo.sandbox, person, place))))
            .collect()
    };
    demo.company
        .people()
        .map(|person| (person.to_string(), marks(person)))
        .collect()
}
