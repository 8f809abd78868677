//! Registering commands: what Discord takes, and how it reads them back.

use serde_json::{Value, json};

use super::house::House;
use super::raw::{Api, refused, wrong};

fn with_options(options: &Value) -> Value {
    json!([{ "name": "x", "description": "d", "options": options }])
}

#[tokio::test]
async fn a_command_keeps_its_id_and_is_read_back_whole() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let ping = json!({ "name": "ping", "description": "d", "options": [{ "type": 3, "name": "o", "description": "d", "required": false }] });
    let (status, list) = api.commands(json!([ping])).await;
    assert_eq!(status, 200);
    let id = list[0]["id"].clone();
    assert_eq!(
        list[0]["options"],
        json!([{ "type": 3, "name": "o", "description": "d" }])
    );
    assert_eq!(list[0]["default_member_permissions"], Value::Null);
    assert_eq!(
        api.commands(json!([ping])).await.1,
        list,
        "nothing changed, not even the version"
    );
    let path = format!("/applications/{}/commands", api.application);
    let (status, again) = api.post(&path, ping.clone()).await;
    assert_eq!((status, &again["id"]), (200, &id));
    assert_eq!(
        api.post(&path, json!({ "name": "pong", "description": "d" })).await.0,
        201
    );
    let one = format!("{path}/{}", id.as_str().unwrap());
    assert_eq!(
        api.patch(&one, json!({ "description": "new" })).await.1["description"],
        "new"
    );
    assert_eq!(api.delete(&one).await.0, 204);
    refused(&api.get(&one).await, 404, 10063);
    assert_eq!(house.sandbox.commands().len(), 1);
    let own = format!("/applications/{}/guilds/{}/commands", api.application, house.server);
    assert_eq!(api.put(&own, json!([ping])).await.1[0]["guild_id"], json!(house.server));
    assert_eq!(house.sandbox.server_commands(house.server).len(), 1);
}

#[tokio::test]
async fn names_and_descriptions_follow_their_pattern() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let named = |name: &str| json!([{ "name": name, "description": "d" }]);
    for good in ["ping", "hand-over", "l'été", "संख्या", "ไทย", &"x".repeat(32)] {
        assert_eq!(api.commands(named(good)).await.0, 200, "{good}");
    }
    for bad in ["Ping", "two words", "a.b", "é!"] {
        wrong(
            &api.commands(named(bad)).await,
            "0/name",
            "APPLICATION_COMMAND_INVALID_NAME",
        );
    }
    for bad in ["", &"x".repeat(33)] {
        wrong(&api.commands(named(bad)).await, "0/name", "BASE_TYPE_BAD_LENGTH");
    }
    wrong(
        &api.commands(json!([{ "name": "x" }])).await,
        "0/description",
        "BASE_TYPE_REQUIRED",
    );
    let long = json!([{ "name": "x", "description": "d".repeat(101) }]);
    wrong(&api.commands(long).await, "0/description", "BASE_TYPE_BAD_LENGTH");
    let twice = json!([{ "name": "x", "description": "d" }, { "name": "x", "description": "d" }]);
    wrong(
        &api.commands(twice).await,
        "1/name",
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
    );
    let menu = json!([{ "name": "Who Is", "type": 2, "description": "d" }]);
    wrong(
        &api.commands(menu).await,
        "0/description",
        "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
    );
}

#[tokio::test]
async fn options_follow_their_rules() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let option = |name: &str, more: &Value| {
        let mut option = json!({ "type": 3, "name": name, "description": "d" });
        for (key, value) in more.as_object().unwrap() {
            option[key] = value.clone();
        }
        option
    };
    let plain = |name: &str| option(name, &json!({}));
    let many = |n: usize| (0..n).map(|n| plain(&format!("o{n}"))).collect::<Value>();
    assert_eq!(api.commands(with_options(&many(25))).await.0, 200);
    let choices = |n: usize| json!({ "choices": (0..n).map(|n| json!({ "name": n.to_string(), "value": "v" })).collect::<Value>() });
    assert_eq!(
        api.commands(with_options(&json!([option("a", &choices(25))]))).await.0,
        200
    );
    for (options, path, code) in [
        (many(26), "0/options", "BASE_TYPE_MAX_LENGTH"),
        (
            json!([plain("a"), plain("a")]),
            "0/options/1/name",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        ),
        (
            json!([plain("A")]),
            "0/options/0/name",
            "APPLICATION_COMMAND_INVALID_NAME",
        ),
        (
            json!([plain("a"), option("b", &json!({ "required": true }))]),
            "0/options/1/required",
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            json!([option("a", &choices(26))]),
            "0/options/0/choices",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            json!([option(
                "a",
                &json!({ "autocomplete": true, "choices": [{ "name": "n", "value": "v" }] })
            )]),
            "0/options/0/choices",
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
        ),
        (
            json!([option(
                "a",
                &json!({ "type": 5, "choices": [{ "name": "n", "value": 1 }] })
            )]),
            "0/options/0/choices",
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
        ),
        (
            json!([option("a", &json!({ "max_length": 6001 }))]),
            "0/options/0/max_length",
            "NUMBER_TYPE_MAX",
        ),
        (
            json!([option("a", &json!({ "type": 1 })), plain("b")]),
            "0/options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            json!([option(
                "a",
                &json!({ "type": 1, "options": [option("b", &json!({ "type": 1 }))] })
            )]),
            "0/options/0/options/0/type",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            json!([option("a", &json!({ "type": 12 }))]),
            "0/options/0/type",
            "BASE_TYPE_CHOICES",
        ),
    ] {
        wrong(&api.commands(with_options(&options)).await, path, code);
    }
}

#[tokio::test]
async fn a_command_has_at_most_8000_characters_in_all() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    // One character for the name, one for the description; 25 options of 4 + 100 + choices.
    let with = |choices: usize, last: usize| {
        let options = (0..25)
            .map(|n| {
                let choices: Value = (0..choices)
                    .map(|c| json!({ "name": format!("{c:0>2}"), "value": "v".repeat(if n + c == 0 { last } else { 8 }) }))
                    .collect();
                json!({ "type": 3, "name": format!("o{n:0>3}"), "description": "d".repeat(100), "choices": choices })
            })
            .collect::<Value>();
        json!([{ "name": "x", "description": "d", "options": options }])
    };
    // 2 + 25 * (104 + 21 * 10) = 7852, and so 148 - 92 more than 8 in two values would fit.
    assert_eq!(api.commands(with(21, 100)).await.0, 200);
    wrong(&api.commands(with(22, 8)).await, "0", "APPLICATION_COMMAND_TOO_LARGE");
}

#[tokio::test]
async fn an_application_has_at_most_100_commands() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let many = |n: usize| {
        (0..n)
            .map(|n| json!({ "name": format!("c{n}"), "description": "d" }))
            .collect::<Value>()
    };
    assert_eq!(api.commands(many(100)).await.0, 200);
    refused(&api.commands(many(101)).await, 400, 30032);
    let path = format!("/applications/{}/commands", api.application);
    refused(
        &api.post(&path, json!({ "name": "more", "description": "d" })).await,
        400,
        30032,
    );
}

#[tokio::test]
async fn at_most_200_commands_are_made_in_a_day() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let named = |name: String| json!({ "name": name, "description": "d" });
    for round in 0..2 {
        let many: Value = (0..100).map(|n| named(format!("r{round}-{n}"))).collect();
        assert_eq!(api.commands(many.clone()).await.0, 200);
        assert_eq!(api.commands(many).await.0, 200, "known ones are free");
    }
    refused(&api.commands(json!([named("last".into())])).await, 400, 30034);
    house.sandbox.clock().advance(chrono::TimeDelta::days(1));
    assert_eq!(api.commands(json!([named("last".into())])).await.0, 200);
}
