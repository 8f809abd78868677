//! Messages: what they may hold, how they are read back, listed, edited, deleted.

use sandbox::permission;
use serde_json::{Value, json};

use super::house::House;
use super::raw::{Api, refused, wrong};

fn messages(house: &House) -> String {
    format!("/channels/{}/messages", house.general)
}

#[tokio::test]
async fn a_message_is_read_back_as_it_was_sent() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let body = json!({ "content": " hi ", "embeds": [{ "title": " T ", "fields": [{ "name": "a", "value": "b" }] }] });
    let (status, sent) = api.post(&messages(&house), body).await;
    assert_eq!(status, 200, "{sent}");
    assert_eq!(sent["content"], "hi");
    assert_eq!(sent["embeds"][0]["title"], "T");
    assert_eq!(sent["embeds"][0]["type"], "rich");
    assert_eq!(sent["embeds"][0]["fields"][0]["inline"], false);
    let id = sent["id"].as_str().unwrap();
    let (_, read) = api.get(&format!("{}/{id}", messages(&house))).await;
    assert_eq!(read, sent);
    assert_eq!(house.maria().messages(house.general)[0].text(), "hi\nT\na\nb");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table")]
async fn lengths_and_counts_of_a_message_are_limited() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let long = |n: usize| "x".repeat(n);
    let embed = |embed: Value| json!({ "embeds": [embed] });
    let fields = |n: usize| vec![json!({ "name": "n", "value": "v" }); n];
    for (good, bad, path, code) in [
        (
            json!({ "content": long(2000) }),
            json!({ "content": long(2001) }),
            "content",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({ "content": "é".repeat(2000) }),
            json!({ "content": "é".repeat(2001) }),
            "content",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            embed(json!({ "title": long(256) })),
            embed(json!({ "title": long(257) })),
            "embeds/0/title",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            embed(json!({ "title": format!(" {} ", long(256)) })),
            embed(json!({ "title": long(300) })),
            "embeds/0/title",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            embed(json!({ "description": long(4096) })),
            embed(json!({ "description": long(4097) })),
            "embeds/0/description",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            embed(json!({ "fields": fields(25) })),
            embed(json!({ "fields": fields(26) })),
            "embeds/0/fields",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            embed(json!({ "fields": [{ "name": long(256), "value": "v" }] })),
            embed(json!({ "fields": [{ "name": long(257), "value": "v" }] })),
            "embeds/0/fields/0/name",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            embed(json!({ "fields": [{ "name": "n", "value": long(1024) }] })),
            embed(json!({ "fields": [{ "name": "n", "value": long(1025) }] })),
            "embeds/0/fields/0/value",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            embed(json!({ "fields": [{ "name": "n", "value": "v" }] })),
            embed(json!({ "fields": [{ "name": "n", "value": " " }] })),
            "embeds/0/fields/0/value",
            "BASE_TYPE_REQUIRED",
        ),
        (
            embed(json!({ "footer": { "text": long(2048) } })),
            embed(json!({ "footer": { "text": long(2049) } })),
            "embeds/0/footer/text",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            embed(json!({ "author": { "name": long(256) } })),
            embed(json!({ "author": { "name": long(257) } })),
            "embeds/0/author/name",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            json!({ "embeds": vec![json!({ "title": "t" }); 10] }),
            json!({ "embeds": vec![json!({ "title": "t" }); 11] }),
            "embeds",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!({ "embeds": [{ "description": long(3000) }, { "description": long(3000) }] }),
            json!({ "embeds": [{ "description": long(3000) }, { "description": long(3001) }] }),
            "embeds",
            "MAX_EMBED_SIZE_EXCEEDED",
        ),
        (
            embed(json!({ "title": "t", "color": 0xff_ffff })),
            embed(json!({ "title": "t", "color": 0x100_0000 })),
            "embeds/0/color",
            "NUMBER_TYPE_MAX",
        ),
        (
            embed(json!({ "image": { "url": "https://a.b/c.png" } })),
            embed(json!({ "image": { "url": "file:///c.png" } })),
            "embeds/0/image/url",
            "URL_TYPE_INVALID_SCHEME",
        ),
        (
            json!({ "content": "a", "nonce": long(25) }),
            json!({ "content": "a", "nonce": long(26) }),
            "nonce",
            "NONCE_TYPE_TOO_LONG",
        ),
    ] {
        let answered = api.post(&messages(&house), good).await;
        assert_eq!(answered.0, 200, "{path}: {}", answered.1);
        wrong(&api.post(&messages(&house), bad).await, path, code);
    }
}

#[tokio::test]
async fn an_empty_message_is_refused() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    for body in [
        json!({}),
        json!({ "content": "" }),
        json!({ "content": "  \n" }),
        json!({ "embeds": [] }),
        json!({ "embeds": [{}] }),
    ] {
        refused(&api.post(&messages(&house), body).await, 400, 50006);
    }
    let (_, sent) = api.post(&messages(&house), json!({ "content": "a" })).await;
    let path = format!("{}/{}", messages(&house), sent["id"].as_str().unwrap());
    refused(&api.patch(&path, json!({ "content": "" })).await, 400, 50006);
    assert_eq!(
        api.patch(&path, json!({ "content": "", "embeds": [{ "title": "t" }] }))
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn allowed_mentions_may_not_contradict_themselves() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let say = |mentions: Value| json!({ "content": "a", "allowed_mentions": mentions });
    for (bad, path, code) in [
        (
            json!({ "parse": ["users"], "users": ["1"] }),
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            json!({ "parse": ["roles"], "roles": ["1"] }),
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            json!({ "parse": ["people"] }),
            "allowed_mentions/parse/0",
            "BASE_TYPE_CHOICES",
        ),
        (
            json!({ "users": vec!["1"; 101] }),
            "allowed_mentions/users",
            "BASE_TYPE_MAX_LENGTH",
        ),
    ] {
        wrong(&api.post(&messages(&house), say(bad)).await, path, code);
    }
    assert_eq!(
        api.post(&messages(&house), say(json!({ "parse": ["users"], "users": [] })))
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn only_who_may_be_mentioned_is_mentioned() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let (maria, leo) = (house.maria, house.leo);
    let role = house.sandbox.add_role(house.server, "Owners", 0);
    let text = format!("@everyone <@{maria}> <@!{leo}> <@&{role}>");
    let check = async |mentions: Value, people: Vec<sandbox::Id>, roles: Vec<sandbox::Id>, everyone: bool| {
        let (_, sent) = api
            .post(
                &messages(&house),
                json!({ "content": text, "allowed_mentions": mentions }),
            )
            .await;
        let found: Vec<&Value> = sent["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|user| &user["id"])
            .collect();
        assert_eq!(
            found,
            people
                .iter()
                .map(|id| json!(id))
                .collect::<Vec<_>>()
                .iter()
                .collect::<Vec<_>>(),
            "{mentions}"
        );
        assert_eq!(sent["mention_roles"], json!(roles), "{mentions}");
        assert_eq!(sent["mention_everyone"], everyone, "{mentions}");
    };
    check(Value::Null, vec![maria, leo], vec![role], true).await;
    check(json!({ "parse": [] }), vec![], vec![], false).await;
    check(json!({ "parse": ["users"] }), vec![maria, leo], vec![], false).await;
    check(json!({ "parse": [], "users": [leo] }), vec![leo], vec![], false).await;
    let everyone = house.server;
    house.sandbox.set_role_permissions(
        house.server,
        everyone,
        permission::VIEW_CHANNEL | permission::SEND_MESSAGES,
    );
    let own = house
        .sandbox
        .roles(house.server)
        .into_iter()
        .find(|role| role.bot.is_some())
        .unwrap()
        .id;
    house.sandbox.set_role_permissions(house.server, own, 0);
    check(Value::Null, vec![maria, leo], vec![], false).await;
    house.sandbox.set_mentionable(house.server, role, true);
    check(Value::Null, vec![maria, leo], vec![role], false).await;
    let (_, sent) = api
        .post(&messages(&house), json!({ "embeds": [{ "title": "t" }] }))
        .await;
    assert_eq!(sent["code"], 50013, "no EMBED_LINKS: {sent}");
}

#[tokio::test]
async fn an_embed_mentions_nobody() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let embed = json!({ "embeds": [{ "description": format!("<@{}>", house.maria) }] });
    let (_, sent) = api.post(&messages(&house), embed).await;
    assert_eq!(sent["mentions"], json!([]));
}

#[tokio::test]
async fn messages_are_listed_newest_first_around_a_place() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let mut ids = Vec::new();
    for n in 0..6 {
        let (_, sent) = api.post(&messages(&house), json!({ "content": n.to_string() })).await;
        ids.push(sent["id"].as_str().unwrap().to_owned());
    }
    let list = async |query: String| {
        let (_, list) = api.get(&format!("{}?{query}", messages(&house))).await;
        list.as_array()
            .unwrap()
            .iter()
            .map(|one| one["content"].as_str().unwrap().to_owned())
            .collect::<String>()
    };
    assert_eq!(list(String::new()).await, "543210");
    assert_eq!(list("limit=2".into()).await, "54");
    assert_eq!(list(format!("limit=2&before={}", ids[3])).await, "21");
    assert_eq!(list(format!("limit=2&after={}", ids[1])).await, "32");
    assert_eq!(list(format!("limit=3&around={}", ids[2])).await, "321");
    refused(&api.get(&format!("{}?limit=101", messages(&house))).await, 400, 50035);
}

#[tokio::test]
async fn an_edit_changes_only_what_it_names() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let row = json!({ "type": 1, "components": [{ "type": 2, "style": 1, "label": "b", "custom_id": "b" }] });
    let (_, sent) = api
        .post(&messages(&house), json!({ "content": "a", "components": [row] }))
        .await;
    let path = format!("{}/{}", messages(&house), sent["id"].as_str().unwrap());
    let (status, edited) = api.patch(&path, json!({ "content": "b" })).await;
    assert_eq!(
        (status, &edited["content"], &edited["components"]),
        (200, &json!("b"), &sent["components"])
    );
    assert!(edited["edited_timestamp"].is_string());
    let said = house.leo().say(house.general, "mine").await.unwrap();
    refused(
        &api.patch(&format!("{}/{}", messages(&house), said.id), json!({ "content": "x" }))
            .await,
        403,
        50005,
    );
}

#[tokio::test]
async fn files_are_named_described_kept_and_fetched() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let body = json!({
        "embeds": [{ "image": { "url": "attachment://map.png" } }],
        "attachments": [{ "id": 0, "filename": "map.png", "description": "The map" }],
    });
    let files = [("x.png", "picture"), ("b.csv", "a,b")];
    let (status, sent) = api.upload("POST", &messages(&house), &body, &files).await;
    assert_eq!(status, 200, "{sent}");
    let first = &sent["attachments"][0];
    assert_eq!(
        (&first["filename"], &first["description"], &first["size"]),
        (&json!("map.png"), &json!("The map"), &json!(7))
    );
    assert_eq!(sent["embeds"][0]["image"]["url"], first["url"]);
    assert_eq!(sent["attachments"][1]["content_type"], "text/csv; charset=utf-8");
    let path = format!("{}/{}", messages(&house), sent["id"].as_str().unwrap());
    let keep = json!({ "attachments": [{ "id": first["id"] }] });
    let (_, edited) = api.patch(&path, keep).await;
    assert_eq!(edited["attachments"].as_array().unwrap().len(), 1);
    let listed = json!({ "content": "a", "attachments": [{ "id": 3, "filename": "none" }] });
    wrong(
        &api.post(&messages(&house), listed).await,
        "attachments/0",
        "ATTACHMENT_NOT_FOUND",
    );
}

#[tokio::test]
async fn a_message_answers_another_one_that_is_there() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let said = house.leo().say(house.general, "question").await.unwrap();
    let answer = |id: &str| json!({ "content": "answer", "message_reference": { "message_id": id } });
    let (_, sent) = api.post(&messages(&house), answer(&said.id.to_string())).await;
    assert_eq!(
        (&sent["type"], &sent["referenced_message"]["id"]),
        (&json!(19), &json!(said.id))
    );
    wrong(
        &api.post(&messages(&house), answer("1")).await,
        "message_reference",
        "REPLIES_UNKNOWN_MESSAGE",
    );
}

#[tokio::test]
async fn threads_are_opened_at_a_message_once_and_alone() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let (_, sent) = api.post(&messages(&house), json!({ "content": "a" })).await;
    let path = format!("{}/{}/threads", messages(&house), sent["id"].as_str().unwrap());
    let (status, thread) = api.post(&path, json!({ "name": "Review" })).await;
    assert_eq!((status, &thread["id"], &thread["type"]), (201, &sent["id"], &json!(11)));
    refused(&api.post(&path, json!({ "name": "Review" })).await, 400, 160_004);
    let inside = format!("/channels/{}/messages", thread["id"].as_str().unwrap());
    assert_eq!(api.post(&inside, json!({ "content": "in it" })).await.0, 200);
    let alone = format!("/channels/{}/threads", house.general);
    assert_eq!(api.post(&alone, json!({ "name": "Own", "type": 11 })).await.0, 201);
    wrong(
        &api.post(&alone, json!({ "type": 11 })).await,
        "name",
        "BASE_TYPE_REQUIRED",
    );
    house
        .sandbox
        .set_locked(sent["id"].as_str().unwrap().parse().unwrap(), true);
    refused(&api.post(&inside, json!({ "content": "late" })).await, 403, 160_005);
}

#[tokio::test]
async fn pins_reactions_and_bulk_deletes_follow_permissions() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let (_, sent) = api.post(&messages(&house), json!({ "content": "a" })).await;
    let path = format!("{}/{}", messages(&house), sent["id"].as_str().unwrap());
    let pin = format!("/channels/{}/pins/{}", house.general, sent["id"].as_str().unwrap());
    refused(&api.put(&pin, Value::Null).await, 403, 50013);
    assert_eq!(
        api.put(&format!("{path}/reactions/%F0%9F%91%8D/@me"), Value::Null)
            .await
            .0,
        204
    );
    let (_, read) = api.get(&path).await;
    assert_eq!(
        (&read["reactions"][0]["emoji"]["name"], &read["reactions"][0]["me"]),
        (&json!("👍"), &json!(true))
    );
    let own = house
        .sandbox
        .roles(house.server)
        .into_iter()
        .find(|role| role.bot.is_some())
        .unwrap()
        .id;
    house
        .sandbox
        .set_role_permissions(house.server, own, permission::ADMINISTRATOR);
    assert_eq!(api.put(&pin, Value::Null).await.0, 204);
    let (_, pins) = api.get(&format!("/channels/{}/pins", house.general)).await;
    assert_eq!(pins.as_array().unwrap().len(), 1);
    let bulk = format!("{}/bulk-delete", messages(&house));
    wrong(
        &api.post(&bulk, json!({ "messages": [sent["id"]] })).await,
        "messages",
        "BASE_TYPE_BAD_LENGTH",
    );
    refused(&api.post(&bulk, json!({ "messages": ["1", "2"] })).await, 400, 50034);
    let said = house.leo().say(house.general, "b").await.unwrap();
    assert_eq!(
        api.post(&bulk, json!({ "messages": [sent["id"], said.id] })).await.0,
        204
    );
    let left: Vec<u64> = house
        .sandbox
        .messages(house.general)
        .iter()
        .map(|message| message.kind)
        .collect();
    assert_eq!(left, [6], "what is left tells of the pin");
}
