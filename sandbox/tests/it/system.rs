//! What Discord does beside a request: system messages, counts of threads, slow mode, time-outs.

use chrono::TimeDelta;
use sandbox::{ClientRefusal, Id, permission};
use serde_json::{Value, json};

use super::gateway::Wire;
use super::house::House;
use super::raw::{Api, refused};

/// A house whose bot may do everything.
async fn house() -> House {
    House::with(sandbox::Options {
        bot_permissions: permission::ALL,
        ..sandbox::Options::default()
    })
    .await
}

async fn post(api: &Api, path: &str, body: Value) -> Id {
    let (status, made) = api.post(path, body).await;
    assert!(matches!(status, 200 | 201), "{made}");
    made["id"].as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_pin_is_told_in_the_channel() {
    let house = house().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("READY").await;
    let said = post(&api, &path, json!({ "content": "a" })).await;
    assert_eq!(api.put(&format!("{path}/pins/{said}"), Value::Null).await.0, 204);
    assert!(wire.event("CHANNEL_PINS_UPDATE").await["d"]["last_pin_timestamp"].is_string());
    let told = wire.event("MESSAGE_CREATE").await["d"].take();
    assert_eq!(
        (&told["type"], &told["message_reference"]["message_id"]),
        (&json!(6), &json!(said))
    );
    assert_eq!(api.put(&format!("{path}/pins/{said}"), Value::Null).await.0, 204);
    assert_eq!(house.sandbox.messages(house.general).len(), 2, "it is pinned already");
    let told = told["id"].as_str().unwrap();
    refused(
        &api.patch(&format!("{path}/{told}"), json!({ "content": "b" })).await,
        403,
        50021,
    );
    refused(&api.put(&format!("{path}/pins/{told}"), Value::Null).await, 403, 50021);
    assert_eq!(api.delete(&format!("{path}/{told}")).await.0, 204);
}

#[tokio::test]
async fn a_thread_begins_with_the_message_it_was_opened_at() {
    let house = house().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let said = post(&api, &path, json!({ "content": "plan" })).await;
    let thread = post(&api, &format!("{path}/{said}/threads"), json!({ "name": "Plan" })).await;
    assert_eq!(thread, said);
    let again = api
        .post(&format!("{path}/{said}/threads"), json!({ "name": "Plan" }))
        .await;
    refused(&again, 400, 160_004);
    let (_, list) = api.get(&format!("/channels/{thread}/messages")).await;
    assert_eq!(
        (&list[0]["type"], &list[0]["referenced_message"]["content"]),
        (&json!(21), &json!("plan"))
    );
    let first = format!("/channels/{thread}/messages/{}", list[0]["id"].as_str().unwrap());
    refused(&api.delete(&first).await, 403, 50021);
    assert_eq!(
        house.sandbox.messages(house.general).len(),
        1,
        "its channel shows it at the message"
    );
}

#[tokio::test]
async fn a_thread_that_was_opened_alone_is_told_in_its_channel() {
    let house = house().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/threads", house.general);
    let open = post(&api, &path, json!({ "name": "Plan", "type": 11 })).await;
    post(&api, &path, json!({ "name": "Secret", "type": 12 })).await;
    let told = house.sandbox.messages(house.general);
    assert_eq!(told.len(), 1, "a private thread is not told");
    assert_eq!(
        (told[0].kind, told[0].content.as_str(), told[0].about),
        (18, "Plan", Some((open, None)))
    );
}

#[tokio::test]
async fn a_thread_counts_its_messages_and_members() {
    let house = house().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let said = post(&api, &path, json!({ "content": "plan" })).await;
    let thread = post(&api, &format!("{path}/{said}/threads"), json!({ "name": "Plan" })).await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("READY").await;
    house.leo().say(thread, "a").await.unwrap();
    let entered = wire.event("THREAD_MEMBERS_UPDATE").await["d"].take();
    assert_eq!(entered["added_members"][0]["user_id"], json!(house.leo));
    let gone = post(&api, &format!("/channels/{thread}/messages"), json!({ "content": "b" })).await;
    assert_eq!(api.delete(&format!("/channels/{thread}/messages/{gone}")).await.0, 204);
    let (_, found) = api.get(&format!("/channels/{thread}")).await;
    let counts = ["message_count", "total_message_sent", "member_count"].map(|key| found[key].as_u64());
    assert_eq!(counts, [Some(1), Some(2), Some(2)]);
}

#[tokio::test]
async fn a_locked_thread_takes_messages_from_moderators_only() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/threads", house.general);
    let thread = post(&api, &path, json!({ "name": "Plan", "type": 11 })).await;
    let say = async || {
        api.post(&format!("/channels/{thread}/messages"), json!({ "content": "a" }))
            .await
    };
    house.sandbox.set_locked(thread, true);
    refused(&say().await, 403, 160_005);
    assert_eq!(
        house.leo().say(thread, "a").await.unwrap_err(),
        ClientRefusal::NotAllowed
    );
    assert!(house.maria().say(thread, "a").await.is_ok(), "she owns the server");
    house.sandbox.set_locked(thread, false);
    assert_eq!(say().await.0, 200);
}

#[tokio::test]
async fn slow_mode_makes_people_wait_but_neither_moderators_nor_bots() {
    let house = house().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}", house.general);
    let (_, changed) = api.patch(&path, json!({ "rate_limit_per_user": 60 })).await;
    assert_eq!(changed["rate_limit_per_user"], 60);
    refused(
        &api.patch(&path, json!({ "rate_limit_per_user": 21_601 })).await,
        400,
        50035,
    );
    house.leo().say(house.general, "a").await.unwrap();
    let refusal = house.leo().say(house.general, "b").await.unwrap_err();
    assert!(matches!(refusal, ClientRefusal::SlowMode(1..=60)), "{refusal:?}");
    for text in ["a", "b"] {
        house.maria().say(house.general, text).await.unwrap();
        post(&api, &format!("{path}/messages"), json!({ "content": text })).await;
    }
    house.sandbox.clock().advance(TimeDelta::seconds(60));
    house.leo().say(house.general, "b").await.unwrap();
}

#[tokio::test]
async fn a_time_out_shows_and_ends() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/guilds/{}/members/{}", house.server, house.leo);
    let until = async || api.get(&path).await.1["communication_disabled_until"].clone();
    assert_eq!(until().await, Value::Null);
    house.sandbox.set_timed_out(house.server, house.leo, true);
    assert!(until().await.is_string());
    assert_eq!(
        house.leo().say(house.general, "a").await.unwrap_err(),
        ClientRefusal::NotAllowed
    );
    house.sandbox.clock().advance(TimeDelta::days(28));
    assert!(house.leo().say(house.general, "a").await.is_ok());
}

#[tokio::test]
async fn a_person_sends_no_more_than_the_client_lets_them() {
    let house = House::new().await;
    let (general, leo) = (house.general, house.leo());
    let files = |count: usize| vec![sandbox::File::new("a.txt", "a"); count];
    assert!(leo.say_with(general, "a", files(11)).await.is_err());
    let said = leo.say_with(general, "a", files(10)).await.unwrap();
    let deny = permission::ATTACH_FILES | permission::ADD_REACTIONS;
    house
        .sandbox
        .set_overwrite(general, sandbox::OverwriteFor::Role(house.server), 0, deny);
    assert_eq!(
        leo.say_with(general, "a", files(1)).await.unwrap_err(),
        ClientRefusal::NotAllowed
    );
    assert_eq!(leo.react(general, said.id, "👍"), Err(ClientRefusal::NotAllowed));
    house.maria().react(general, said.id, "👍").unwrap();
    assert_eq!(leo.react(general, said.id, "👍"), Ok(()), "it is there already");
    let file = said.attachments[0].clone();
    assert!(house.sandbox.file(&file).is_some());
    leo.delete(general, said.id).unwrap();
    assert!(house.sandbox.file(&file).is_none(), "the files go with their message");
}
