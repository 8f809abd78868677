//! Components of messages and forms: what Discord takes.

use serde_json::{Value, json};

use super::bot::Bot;
use super::house::House;
use super::raw::{Answered, Api, refused, wrong};

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "b", "custom_id": id })
}

fn row(components: &Value) -> Value {
    json!({ "type": 1, "components": components })
}

fn select(more: &Value) -> Value {
    let mut select = json!({ "type": 3, "custom_id": "s", "options": [{ "label": "a", "value": "a" }] });
    for (key, value) in more.as_object().unwrap() {
        select[key] = value.clone();
    }
    select
}

async fn post(house: &House, body: Value) -> Answered {
    Api::new(&house.sandbox)
        .post(&format!("/channels/{}/messages", house.general), body)
        .await
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table")]
async fn rows_buttons_and_selects_follow_their_rules() {
    let house = House::new().await;
    let buttons = |n: usize| (0..n).map(|n| button(&n.to_string())).collect::<Value>();
    let rows = |n: usize| (0..n).map(|n| row(&json!([button(&n.to_string())]))).collect::<Value>();
    let options = |n: usize| {
        (0..n)
            .map(|n| json!({ "label": "l", "value": n.to_string() }))
            .collect::<Value>()
    };
    let one = |component: Value| json!([row(&json!([component]))]);
    let changed = |key: &str, value: Value| {
        let mut button = button("a");
        button[key] = value;
        json!([row(&json!([button]))])
    };
    for good in [
        rows(5),
        json!([row(&buttons(5))]),
        one(select(&json!({ "options": options(25) }))),
        changed("label", json!("x".repeat(80))),
    ] {
        let answered = post(&house, json!({ "components": good })).await;
        assert_eq!(answered.0, 200, "{}", answered.1);
    }
    for (bad, path, code) in [
        (rows(6), "", "BASE_TYPE_MAX_LENGTH"),
        (json!([row(&buttons(6))]), "/0/components", "BASE_TYPE_BAD_LENGTH"),
        (
            json!([row(&json!([button("a"), button("a")]))]),
            "/0/components/1/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            json!([row(&json!([button("a")])), row(&json!([button("a")]))]),
            "/1/components/0/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            json!([row(&json!([button("a"), select(&json!({}))]))]),
            "/0/components",
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        ),
        (json!([button("a")]), "/0/type", "BASE_TYPE_CHOICES"),
        (json!([row(&json!([]))]), "/0/components", "BASE_TYPE_BAD_LENGTH"),
        (
            changed("label", json!("x".repeat(81))),
            "/0/components/0/label",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            changed("label", Value::Null),
            "/0/components/0/label",
            "BUTTON_COMPONENT_INVALID",
        ),
        (
            changed("custom_id", json!("x".repeat(101))),
            "/0/components/0/custom_id",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            changed("custom_id", Value::Null),
            "/0/components/0/custom_id",
            "BASE_TYPE_REQUIRED",
        ),
        (changed("style", json!(5)), "/0/components/0/url", "BASE_TYPE_REQUIRED"),
        (
            changed("url", json!("https://a.b")),
            "/0/components/0",
            "BUTTON_COMPONENT_INVALID_URL",
        ),
        (changed("style", json!(7)), "/0/components/0/style", "BASE_TYPE_CHOICES"),
        (
            one(select(&json!({ "options": options(26) }))),
            "/0/components/0/options",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            one(select(&json!({ "placeholder": "x".repeat(151) }))),
            "/0/components/0/placeholder",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            one(select(
                &json!({ "options": [{ "label": "a", "value": "a" }, { "label": "b", "value": "a" }] }),
            )),
            "/0/components/0/options/1/value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
        (
            one(select(
                &json!({ "options": [{ "label": "x".repeat(101), "value": "a" }] }),
            )),
            "/0/components/0/options/0/label",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            one(select(&json!({ "max_values": 2 }))),
            "/0/components/0/options",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            one(select(&json!({ "min_values": 2 }))),
            "/0/components/0/max_values",
            "BASE_TYPE_BAD_RANGE",
        ),
    ] {
        let answered = post(&house, json!({ "components": bad })).await;
        wrong(&answered, &format!("components{path}"), code);
    }
}

#[tokio::test]
async fn a_message_of_components_holds_nothing_else() {
    let house = House::new().await;
    let v2 = |components: Value| json!({ "flags": 1 << 15, "components": components });
    let text = |content: &str| json!({ "type": 10, "content": content });
    let good = json!([{ "type": 17, "components": [
        text("hello"),
        { "type": 9, "components": [text("a")], "accessory": button("a") },
        { "type": 14 },
        row(&json!([button("b")])),
    ] }]);
    let (status, sent) = post(&house, v2(good)).await;
    assert_eq!(status, 200, "{sent}");
    assert_eq!(house.maria().messages(house.general)[0].text(), "hello\na\nb\nb");
    for (bad, path, code) in [
        (
            json!({ "flags": 1 << 15, "content": "a", "components": [text("a")] }),
            "content",
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        ),
        (v2(vec![text("a"); 41].into()), "components", "BASE_TYPE_MAX_LENGTH"),
        (
            v2(json!([{ "type": 17, "components": vec![text("a"); 40] }])),
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        ),
        (
            v2(json!([text(&"x".repeat(2001)), text(&"x".repeat(2000))])),
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        ),
        (
            json!({ "components": [text("a")] }),
            "components/0/type",
            "BASE_TYPE_CHOICES",
        ),
    ] {
        wrong(&post(&house, bad).await, path, code);
    }
    let path = format!("/channels/{}/messages/{}", house.general, sent["id"].as_str().unwrap());
    let answered = Api::new(&house.sandbox).patch(&path, json!({ "content": "a" })).await;
    wrong(
        &answered,
        "content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    );
}

/// Sends a callback to a fresh command's interaction.
async fn callback(house: &House, body: Value) -> Answered {
    let silent = house.maria().slash(house.general, "/silent").await.unwrap();
    let path = format!("/interactions/{}/{}/callback", silent.id(), silent.token());
    Api::new(&house.sandbox).post(&path, body).await
}

#[tokio::test]
async fn forms_follow_their_rules() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let input = |id: &str| json!({ "type": 4, "style": 1, "custom_id": id, "label": "l" });
    let form =
        |components: Value| json!({ "type": 9, "data": { "custom_id": "m", "title": "T", "components": components } });
    let rows = |n: usize| (0..n).map(|n| row(&json!([input(&n.to_string())]))).collect::<Value>();
    let changed = |key: &str, value: Value| {
        let mut input = input("a");
        input[key] = value;
        form(json!([row(&json!([input]))]))
    };
    let label = json!({ "type": 18, "label": "L", "component": { "type": 3, "custom_id": "s", "options": [{ "label": "a", "value": "a" }] } });
    for good in [
        form(rows(5)),
        form(json!([label, { "type": 10, "content": "md" }])),
        changed("label", json!("x".repeat(45))),
    ] {
        let answered = callback(&house, good).await;
        assert_eq!(answered.0, 204, "{}", answered.1);
    }
    let untitled = json!({ "type": 9, "data": { "custom_id": "m", "title": "x".repeat(46), "components": rows(1) } });
    let mut disabled = label.clone();
    disabled["component"]["disabled"] = json!(true);
    for (bad, path, code) in [
        (form(rows(6)), "components", "BASE_TYPE_BAD_LENGTH"),
        (form(json!([])), "components", "BASE_TYPE_BAD_LENGTH"),
        (untitled, "title", "BASE_TYPE_BAD_LENGTH"),
        (
            json!({ "type": 9, "data": { "title": "T", "components": rows(1) } }),
            "custom_id",
            "BASE_TYPE_REQUIRED",
        ),
        (
            changed("label", json!("x".repeat(46))),
            "components/0/components/0/label",
            "BASE_TYPE_BAD_LENGTH",
        ),
        (
            changed("placeholder", json!("x".repeat(101))),
            "components/0/components/0/placeholder",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            changed("value", json!("x".repeat(4001))),
            "components/0/components/0/value",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            changed("max_length", json!(4001)),
            "components/0/components/0/max_length",
            "NUMBER_TYPE_MAX",
        ),
        (
            changed("style", json!(3)),
            "components/0/components/0/style",
            "BASE_TYPE_CHOICES",
        ),
        (
            form(json!([row(&json!([button("a")]))])),
            "components/0/components/0/type",
            "BASE_TYPE_CHOICES",
        ),
        (
            form(json!([disabled])),
            "components/0/component/disabled",
            "COMPONENT_DISABLED_IN_MODAL",
        ),
        (
            form(json!([row(&json!([input("a")])), row(&json!([input("a")]))])),
            "components/1/components/0/custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
    ] {
        wrong(&callback(&house, bad).await, &format!("data/{path}"), code);
    }
    refused(&callback(&house, json!({ "type": 4, "data": {} })).await, 400, 50006);
    wrong(
        &callback(&house, json!({ "type": 4, "data": { "content": "x".repeat(2001) } })).await,
        "data/content",
        "BASE_TYPE_MAX_LENGTH",
    );
    wrong(
        &callback(&house, json!({ "type": 7, "data": { "content": "a" } })).await,
        "type",
        "BASE_TYPE_CHOICES",
    );
    wrong(
        &callback(&house, json!({ "type": 10 })).await,
        "type",
        "BASE_TYPE_CHOICES",
    );
}

#[tokio::test]
async fn at_most_25_choices_complete_an_option() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let api = Api::new(&house.sandbox);
    let complete = async |choices: Value| {
        let typed = house.maria().type_option(house.general, "/mute name:B").await.unwrap();
        let path = format!("/interactions/{}/{}/callback", typed.id(), typed.token());
        api.post(&path, json!({ "type": 8, "data": { "choices": choices } }))
            .await
    };
    let many = |n: usize| vec![json!({ "name": "n", "value": "v" }); n].into();
    assert_eq!(complete(many(25)).await.0, 204);
    for (bad, path) in [
        (many(26), "data/choices"),
        (
            json!([{ "name": "x".repeat(101), "value": "v" }]),
            "data/choices/0/name",
        ),
        (
            json!([{ "name": "n", "value": "x".repeat(101) }]),
            "data/choices/0/value",
        ),
        (json!([{ "name": "n" }]), "data/choices/0/value"),
    ] {
        let answered = complete(bad).await;
        refused(&answered, 400, 50035);
        assert!(
            answered.1["errors"].pointer(&format!("/{path}/_errors")).is_some(),
            "{}",
            answered.1
        );
    }
}
