//! Interactions' deadlines: three seconds for the first answer, fifteen minutes for the rest.

use chrono::TimeDelta;
use sandbox::Interaction;
use serde_json::{Value, json};

use super::bot::Bot;
use super::house::House;
use super::raw::{Api, refused};

struct Asked {
    house: House,
    _bot: Bot,
    api: Api,
    interaction: Interaction,
}

impl Asked {
    async fn new() -> Self {
        let house = House::new().await;
        let bot = Bot::start(&house.sandbox).await;
        let api = Api::new(&house.sandbox);
        let interaction = house.maria().slash(house.general, "/silent").await.unwrap();
        Self {
            house,
            _bot: bot,
            api,
            interaction,
        }
    }

    fn callback(&self) -> String {
        format!(
            "/interactions/{}/{}/callback",
            self.interaction.id(),
            self.interaction.token()
        )
    }

    fn webhook(&self, rest: &str) -> String {
        format!("/webhooks/{}/{}{rest}", self.api.application, self.interaction.token())
    }

    fn later(&self, seconds: i64) {
        self.house.sandbox.clock().advance(TimeDelta::seconds(seconds));
    }
}

fn says(text: &str) -> Value {
    json!({ "type": 4, "data": { "content": text } })
}

#[tokio::test]
async fn an_interaction_is_answered_once() {
    let asked = Asked::new().await;
    assert_eq!(asked.api.post(&asked.callback(), says("a")).await, (204, Value::Null));
    refused(&asked.api.post(&asked.callback(), says("b")).await, 400, 40060);
}

#[tokio::test]
async fn an_interaction_is_unknown_after_three_seconds() {
    let asked = Asked::new().await;
    asked.later(4);
    refused(&asked.api.post(&asked.callback(), says("a")).await, 404, 10062);
    refused(
        &asked.api.post("/interactions/1/x/callback", says("a")).await,
        404,
        10062,
    );
}

#[tokio::test]
async fn an_answer_tells_about_itself_when_asked() {
    let asked = Asked::new().await;
    let path = format!("{}?with_response=true", asked.callback());
    let (status, answer) = asked.api.post(&path, says("a")).await;
    assert_eq!(status, 200);
    assert_eq!(answer["interaction"]["response_message_ephemeral"], false);
    assert_eq!(answer["resource"]["message"]["content"], "a");
    assert_eq!(answer["resource"]["message"]["interaction_metadata"]["name"], "silent");
}

#[tokio::test]
async fn a_token_lives_for_fifteen_minutes() {
    let asked = Asked::new().await;
    let hidden = json!({ "type": 4, "data": { "content": "a", "flags": 64 } });
    assert_eq!(asked.api.post(&asked.callback(), hidden).await.0, 204);
    asked.later(14 * 60);
    let original = asked.webhook("/messages/@original");
    assert_eq!(asked.api.patch(&original, json!({ "content": "b" })).await.0, 200);
    let (_, more) = asked.api.post(&asked.webhook(""), json!({ "content": "more" })).await;
    let more = asked.webhook(&format!("/messages/{}", more["id"].as_str().unwrap()));
    assert_eq!(asked.api.patch(&more, json!({ "content": "less" })).await.0, 200);
    assert_eq!(asked.api.delete(&more).await.0, 204);
    refused(&asked.api.get(&more).await, 404, 10008);
    asked.later(61);
    refused(&asked.api.patch(&original, json!({ "content": "c" })).await, 401, 50027);
    refused(
        &asked.api.post(&asked.webhook(""), json!({ "content": "c" })).await,
        401,
        50027,
    );
    assert_eq!(asked.house.maria().messages(asked.house.general)[0].content, "b");
}

#[tokio::test]
async fn an_ephemeral_answer_is_not_reached_by_its_channel() {
    let asked = Asked::new().await;
    let hidden = json!({ "type": 4, "data": { "content": "a", "flags": 64 } });
    asked.api.post(&asked.callback(), hidden).await;
    let seen = asked.house.maria().messages(asked.house.general);
    let path = format!("/channels/{}/messages/{}", asked.house.general, seen[0].id);
    refused(&asked.api.get(&path).await, 404, 10008);
    refused(&asked.api.patch(&path, json!({ "content": "b" })).await, 404, 10008);
    assert!(asked.house.leo().messages(asked.house.general).is_empty());
}

#[tokio::test]
async fn there_is_no_follow_up_before_the_first_answer() {
    let asked = Asked::new().await;
    refused(
        &asked.api.post(&asked.webhook(""), json!({ "content": "a" })).await,
        404,
        10015,
    );
    refused(&asked.api.get(&asked.webhook("/messages/@original")).await, 404, 10015);
}

#[tokio::test]
async fn the_first_follow_up_after_a_deferral_is_the_answer() {
    let asked = Asked::new().await;
    asked
        .api
        .post(&asked.callback(), json!({ "type": 5, "data": { "flags": 64 } }))
        .await;
    let loading = asked.house.maria().messages(asked.house.general);
    assert!(loading[0].is_loading() && loading[0].is_ephemeral());
    let (_, first) = asked.api.post(&asked.webhook(""), json!({ "content": "a" })).await;
    assert_eq!((&first["id"], &first["flags"]), (&json!(loading[0].id), &json!(64)));
    let (_, second) = asked.api.post(&asked.webhook(""), json!({ "content": "b" })).await;
    assert_ne!(second["id"], first["id"]);
    assert_eq!(asked.interaction.message().await.unwrap().content, "a");
}

#[tokio::test]
async fn an_answer_to_an_interaction_pings_people_only() {
    let asked = Asked::new().await;
    let text = format!("@everyone <@{}>", asked.house.leo);
    asked.api.post(&asked.callback(), says(&text)).await;
    let mentions = asked.house.sandbox.messages(asked.house.general)[0].mentions.clone();
    assert_eq!((mentions.people.len(), mentions.everyone), (1, false));
}
