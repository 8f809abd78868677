//! The good and bad bodies that Discord's description and documentation are usually checked with.

use serde_json::{Value, json};

use sandbox::Options;

use super::bot::Bot;
use super::house::House;
use super::raw::{Answered, Api, wrong};

struct Desk {
    house: House,
    api: Api,
    _bot: Bot,
}

impl Desk {
    async fn new() -> Self {
        let options = Options {
            strict_fields: true,
            ..Options::default()
        };
        let house = House::with(options).await;
        let bot = Bot::start(&house.sandbox).await;
        let api = Api::new(&house.sandbox);
        Self { house, api, _bot: bot }
    }

    async fn message(&self, body: Value) -> Answered {
        self.api
            .post(&format!("/channels/{}/messages", self.house.general), body)
            .await
    }

    /// The first answer to a fresh command.
    async fn callback(&self, body: Value) -> Answered {
        let asked = self.house.maria().slash(self.house.general, "/silent").await.unwrap();
        self.api
            .post(
                &format!("/interactions/{}/{}/callback", asked.id(), asked.token()),
                body,
            )
            .await
    }

    /// The choices for an option that is being typed.
    async fn completed(&self, choices: &Value) -> Answered {
        let asked = self
            .house
            .maria()
            .type_option(self.house.general, "/mute name:a")
            .await
            .unwrap();
        let path = format!("/interactions/{}/{}/callback", asked.id(), asked.token());
        self.api
            .post(&path, json!({ "type": 8, "data": { "choices": choices } }))
            .await
    }

    /// A follow-up, or with a method an edit, of an answered command.
    async fn webhook(&self, method: &str, body: Value) -> Answered {
        let asked = self.house.maria().slash(self.house.general, "/silent").await.unwrap();
        let callback = format!("/interactions/{}/{}/callback", asked.id(), asked.token());
        self.api
            .post(&callback, json!({ "type": 4, "data": { "content": "a" } }))
            .await;
        let path = format!("/webhooks/{}/{}", self.api.application, asked.token());
        let path = if method == "PATCH" {
            format!("{path}/messages/@original")
        } else {
            path
        };
        self.api.send(method, &path, &body).await
    }
}

fn button(id: u32) -> Value {
    json!({ "type": 2, "style": 1, "label": "b", "custom_id": format!("b{id}") })
}

fn row(components: &Value) -> Value {
    json!({ "type": 1, "components": components })
}

fn input(id: u32) -> Value {
    row(&json!([{ "type": 4, "custom_id": format!("t{id}"), "style": 1, "label": "l" }]))
}

fn option(id: u32) -> Value {
    json!({ "type": 3, "name": format!("o{id}"), "description": "d" })
}

fn form(components: &Value) -> Value {
    json!({ "type": 9, "data": { "custom_id": "m", "title": "T", "components": components } })
}

#[track_caller]
fn good(answered: &Answered) {
    assert!(matches!(answered.0, 200 | 201 | 204), "{answered:?}");
}

#[track_caller]
fn bad(answered: &Answered) {
    assert_eq!(answered.0, 400, "{answered:?}");
}

#[tokio::test]
async fn every_good_example_is_accepted() {
    let desk = Desk::new().await;
    let said = desk.house.leo().say(desk.house.general, "a").await.unwrap();
    let fields = vec![json!({ "name": "n", "value": "v" }); 25];
    good(
        &desk
            .message(
                json!({ "content": "hi", "nonce": "abc", "enforce_nonce": true, "allowed_mentions": { "parse": [] } }),
            )
            .await,
    );
    good(
        &desk
            .message(json!({
                "embeds": [{
                    "title": "t".repeat(256), "description": "d".repeat(4096), "color": 0xff_ffff, "fields": fields,
                    "timestamp": "2026-01-01T00:00:00Z",
                }],
                "message_reference": { "message_id": said.id },
            }))
            .await,
    );
    good(
        &desk
            .callback(
                json!({ "type": 4, "data": { "content": "x", "flags": 64, "components": [
        row(&json!([button(1), button(2)])),
        row(&json!([{ "type": 3, "custom_id": "s", "options": [{ "label": "a", "value": "a" }] }])),
    ] } }),
            )
            .await,
    );
    good(&desk.callback(json!({ "type": 5, "data": { "flags": 64 } })).await);
    good(
        &desk
            .completed(&(0..25).map(|n| json!({ "name": n.to_string(), "value": n })).collect())
            .await,
    );
    good(&desk.callback(form(&(0..5).map(input).collect())).await);
    let files = json!({ "type": 18, "label": "L", "component": { "type": 19, "custom_id": "f" } });
    good(
        &desk
            .callback(form(&json!([files, { "type": 10, "content": "md" }])))
            .await,
    );
    good(
        &desk
            .webhook("PATCH", json!({ "content": "edited", "embeds": [], "components": [] }))
            .await,
    );
    good(
        &desk
            .message(
                json!({ "flags": 1 << 15, "components": [{ "type": 17, "accent_color": 1, "components": [
        { "type": 10, "content": "hello" },
        { "type": 9, "components": [{ "type": 10, "content": "a" }], "accessory": button(1) },
    ] }] }),
            )
            .await,
    );
    let (mut required, mut typed) = (option(1), option(2));
    required["required"] = json!(true);
    typed["autocomplete"] = json!(true);
    good(&desk.api.commands(json!([
        { "name": "ping", "description": "d", "type": 1, "default_member_permissions": "8", "options": [required, typed] },
        { "name": "Who Is", "type": 2 },
    ])).await);
}

#[tokio::test]
async fn every_bad_example_is_refused() {
    let desk = Desk::new().await;
    bad(&desk
        .message(json!({ "embeds": [{ "description": "d".repeat(4097) }] }))
        .await);
    let fields = vec![json!({ "name": "n", "value": "v" }); 26];
    bad(&desk
        .callback(json!({ "type": 4, "data": { "embeds": [{ "fields": fields }] } }))
        .await);
    bad(&desk.callback(form(&(0..6).map(input).collect())).await);
    bad(&desk
        .callback(json!({ "type": 9, "data": { "title": "T", "components": [input(1)] } }))
        .await);
    bad(&desk
        .completed(&vec![json!({ "name": "a", "value": "a" }); 26].into())
        .await);
    wrong(
        &desk.message(json!({ "content": "x", "embedz": [{}] })).await,
        "embedz",
        "UNKNOWN_FIELD",
    );
    bad(&desk.callback(json!({ "type": 10, "data": {} })).await);
    bad(&desk.message(json!({ "content": "x".repeat(2001) })).await);
    bad(&desk
        .message(json!({ "embeds": [{ "description": "d".repeat(3001) }, { "description": "d".repeat(3000) }] }))
        .await);
    let six: Value = (0..6).map(button).collect();
    bad(&desk
        .webhook("POST", json!({ "content": "x", "components": [row(&six)] }))
        .await);
    bad(&desk.message(json!({ "content": "" })).await);
    bad(&desk.message(json!({ "content": "x", "nonce": "n".repeat(26) })).await);
    let options: Value = (0..26).map(option).collect();
    bad(&desk
        .api
        .commands(json!([{ "name": "x", "description": "d", "options": options }]))
        .await);
    bad(&desk.api.commands(json!([{ "name": "Ping", "description": "d" }])).await);
    let path = format!("/applications/{}/commands", desk.api.application);
    bad(&desk
        .api
        .post(
            &path,
            json!({ "name": "x", "description": "d", "options": [{ "type": 3, "name": "o" }] }),
        )
        .await);
    let nowhere = desk
        .api
        .post(
            &format!("/channels/{}/mesages", desk.house.general),
            json!({ "content": "x" }),
        )
        .await;
    assert_eq!(nowhere.0, 404);
}

#[tokio::test]
async fn an_unknown_field_is_passed_over_unless_the_sandbox_is_strict() {
    // Its requests stay out of the log, in which every accepted one must be valid.
    let house = House::with(Options {
        request_log: None,
        ..Options::default()
    })
    .await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let typo = json!({ "content": "x", "embeds": [{ "titel": "a", "title": "b" }], "embedz": [{}] });
    assert_eq!(api.post(&path, typo.clone()).await.0, 200);
    let desk = Desk::new().await;
    let answered = desk.message(typo).await;
    wrong(&answered, "embeds/0/titel", "UNKNOWN_FIELD");
    wrong(&answered, "embedz", "UNKNOWN_FIELD");
    let nothing = json!({ "content": "x", "embedz": [], "other": null, "more": false });
    good(&desk.message(nothing).await);
    let option = json!({ "type": 3, "name": "o", "description": "d", "autocomplet": true });
    let commands = json!([{ "name": "x", "description": "d", "options": [option] }]);
    wrong(
        &desk.api.commands(commands).await,
        "0/options/0/autocomplet",
        "UNKNOWN_FIELD",
    );
    let button = json!({ "type": 2, "style": 1, "label": "b", "custom_id": "b", "lable": "c" });
    let rows = json!([row(&json!([button]))]);
    let answered = desk
        .callback(json!({ "type": 4, "data": { "content": "x", "components": rows } }))
        .await;
    wrong(&answered, "data/components/0/components/0/lable", "UNKNOWN_FIELD");
}
