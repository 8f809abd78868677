//! Who may do what where: roles, overwrites, direct messages.

use sandbox::{OverwriteFor, permission};
use serde_json::{Value, json};

use super::house::House;
use super::raw::{Api, refused};

#[tokio::test]
async fn a_channel_the_bot_does_not_see_is_missing_access() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let deny = |bits: u64| {
        house
            .sandbox
            .set_overwrite(house.general, OverwriteFor::Member(house.sandbox.bot_id()), 0, bits);
    };
    deny(permission::VIEW_CHANNEL);
    refused(&api.post(&path, json!({ "content": "a" })).await, 403, 50001);
    deny(permission::SEND_MESSAGES);
    refused(&api.post(&path, json!({ "content": "a" })).await, 403, 50013);
    deny(permission::EMBED_LINKS);
    refused(
        &api.post(&path, json!({ "embeds": [{ "title": "t" }] })).await,
        403,
        50013,
    );
    deny(permission::ATTACH_FILES);
    refused(
        &api.upload("POST", &path, &json!({}), &[("a.txt", "a")]).await,
        403,
        50013,
    );
    deny(permission::READ_MESSAGE_HISTORY);
    refused(
        &api.post(
            &path,
            json!({ "content": "a", "message_reference": { "message_id": "1" } }),
        )
        .await,
        400,
        160_002,
    );
    deny(0);
    assert_eq!(api.post(&path, json!({ "content": "a" })).await.0, 200);
}

#[tokio::test]
async fn overwrites_go_from_everyone_over_roles_to_the_member() {
    let house = House::new().await;
    let sandbox = &house.sandbox;
    let (server, general, leo) = (house.server, house.general, house.leo);
    let role = sandbox.add_role(server, "Team", 0);
    sandbox.give_role(server, leo, role);
    let sees = || sandbox.permissions(leo, general) & permission::VIEW_CHANNEL != 0;
    sandbox.set_overwrite(general, OverwriteFor::Role(server), 0, permission::VIEW_CHANNEL);
    assert!(!sees());
    assert!(
        sandbox.permissions(house.maria, general) & permission::VIEW_CHANNEL != 0,
        "the owner sees all"
    );
    sandbox.set_overwrite(general, OverwriteFor::Role(role), permission::VIEW_CHANNEL, 0);
    assert!(sees());
    sandbox.set_overwrite(general, OverwriteFor::Member(leo), 0, permission::VIEW_CHANNEL);
    assert!(!sees());
    sandbox.set_role_permissions(server, role, permission::ADMINISTRATOR);
    assert!(sees(), "no overwrite binds an administrator");
    sandbox.take_role(server, leo, role);
    assert!(!sees());
}

#[tokio::test]
async fn a_silenced_member_only_reads() {
    let house = House::new().await;
    house.sandbox.set_timed_out(house.server, house.leo, true);
    let bits = house.sandbox.permissions(house.leo, house.general);
    assert_eq!(bits, permission::VIEW_CHANNEL | permission::READ_MESSAGE_HISTORY);
}

#[tokio::test]
async fn closed_direct_messages_and_strangers_are_refused() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let open = async |person: sandbox::Id| {
        let (status, channel) = api.post("/users/@me/channels", json!({ "recipient_id": person })).await;
        assert_eq!((status, &channel["type"]), (200, &json!(1)), "{channel}");
        format!("/channels/{}/messages", channel["id"].as_str().unwrap())
    };
    let path = open(house.leo).await;
    assert_eq!(open(house.leo).await, path);
    assert_eq!(api.post(&path, json!({ "content": "a" })).await.0, 200);
    house.sandbox.set_direct_messages(house.leo, false);
    refused(&api.post(&path, json!({ "content": "a" })).await, 403, 50007);
    house.sandbox.set_direct_messages(house.leo, true);
    house.sandbox.remove_member(house.server, house.leo);
    refused(&api.post(&path, json!({ "content": "a" })).await, 403, 50278);
    house.sandbox.add_member(house.server, house.leo);
    house.sandbox.remove_bot(house.server);
    refused(&api.post(&path, json!({ "content": "a" })).await, 403, 50278);
    refused(&api.get(&format!("/guilds/{}", house.server)).await, 404, 10004);
    refused(
        &api.post("/users/@me/channels", json!({ "recipient_id": "1" })).await,
        404,
        10013,
    );
}

#[tokio::test]
async fn listing_members_takes_the_members_intent() {
    let house = House::new().await;
    let path = format!("/guilds/{}/members?limit=10", house.server);
    refused(&Api::new(&house.sandbox).get(&path).await, 403, 50001);
    let house = House::with(sandbox::Options {
        privileged_intents: 1 << 1,
        ..Default::default()
    })
    .await;
    let path = format!("/guilds/{}/members?limit=10", house.server);
    let (status, list) = Api::new(&house.sandbox).get(&path).await;
    assert_eq!((status, list.as_array().map(Vec::len)), (200, Some(3)));
}

#[tokio::test]
async fn commands_are_offered_to_those_who_may_use_them() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let (status, made) = api
        .commands(json!([
            { "name": "all", "description": "d" },
            { "name": "server", "description": "d", "contexts": [0] },
            { "name": "direct", "description": "d", "contexts": [1] },
            { "name": "manage", "description": "d", "default_member_permissions": "32", "contexts": [0] },
            { "name": "nobody", "description": "d", "default_member_permissions": "0" },
        ]))
        .await;
    assert_eq!(status, 200, "{made}");
    let offered = |person: sandbox::Person, channel| {
        let all = person.available_commands(channel).into_iter();
        all.map(|one: Value| one["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(offered(house.maria(), house.general), "all server manage nobody");
    assert_eq!(offered(house.leo(), house.general), "all server");
    assert_eq!(offered(house.leo(), house.leo().open_direct()), "all direct nobody");
    assert_eq!(offered(house.maria(), house.leo().open_direct()), "");
    let bits = permission::USE_APPLICATION_COMMANDS;
    house
        .sandbox
        .set_overwrite(house.general, OverwriteFor::Member(house.leo), 0, bits);
    assert_eq!(offered(house.leo(), house.general), "");
}
