//! Commands in the menus of people and messages.

use sandbox::{Answer, ClientRefusal};
use serde_json::{Value, json};

use super::bot::Bot;
use super::gateway::Wire;
use super::house::House;
use super::raw::Api;

struct Desk {
    house: House,
    api: Api,
    wire: Wire,
}

impl Desk {
    async fn new() -> Self {
        let house = House::new().await;
        let api = Api::new(&house.sandbox);
        let listed = json!([
            { "name": "Who Is", "type": 2 },
            { "name": "Take Note", "type": 3 },
            { "name": "Ban", "type": 2, "default_member_permissions": "8" },
            { "name": "take", "description": "d" },
        ]);
        assert_eq!(api.commands(listed).await.0, 200);
        let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
        wire.event("READY").await;
        Self { house, api, wire }
    }

    async fn answer(&self, event: &Value) -> Value {
        let (id, token) = (event["id"].as_str().unwrap(), event["token"].as_str().unwrap());
        let path = format!("/interactions/{id}/{token}/callback?with_response=true");
        let says = json!({ "type": 4, "data": { "content": "a" } });
        let (status, answer) = self.api.post(&path, says).await;
        assert_eq!(status, 200, "{answer}");
        answer["resource"]["message"]["interaction_metadata"].clone()
    }
}

#[tokio::test]
async fn a_command_of_a_persons_menu_tells_whose_it_is() {
    let mut desk = Desk::new().await;
    let (leo, general) = (desk.house.leo, desk.house.general);
    let asked = desk.house.maria().use_on_person(general, "Who Is", leo).await.unwrap();
    let event = desk.wire.event("INTERACTION_CREATE").await["d"].take();
    assert_eq!((&event["type"], &event["data"]["type"]), (&json!(2), &json!(2)));
    assert_eq!(
        (&event["data"]["name"], &event["data"]["target_id"]),
        (&json!("Who Is"), &json!(leo))
    );
    let resolved = &event["data"]["resolved"];
    assert_eq!(resolved["users"][leo.to_string()]["global_name"], "Leo");
    assert!(resolved["members"][leo.to_string()]["permissions"].is_string());
    let metadata = desk.answer(&event).await;
    assert_eq!(
        (&metadata["command_type"], &metadata["target_user"]["id"]),
        (&json!(2), &json!(leo))
    );
    assert!(matches!(asked.answer().await, Ok(Answer::Message(_))));
}

#[tokio::test]
async fn a_command_of_a_messages_menu_shows_the_message_without_the_content_intent() {
    let mut desk = Desk::new().await;
    let said = desk
        .house
        .leo()
        .say(desk.house.general, "remember the milk")
        .await
        .unwrap();
    assert_eq!(desk.wire.event("MESSAGE_CREATE").await["d"]["content"], "");
    desk.house.maria().use_on_message(&said, "Take Note").await.unwrap();
    let event = desk.wire.event("INTERACTION_CREATE").await["d"].take();
    assert_eq!(
        (&event["data"]["type"], &event["data"]["target_id"]),
        (&json!(3), &json!(said.id))
    );
    assert_eq!(
        event["data"]["resolved"]["messages"][said.id.to_string()]["content"],
        "remember the milk"
    );
    let metadata = desk.answer(&event).await;
    assert_eq!(
        (&metadata["name"], &metadata["target_message_id"]),
        (&json!("Take Note"), &json!(said.id))
    );
}

#[tokio::test]
async fn a_menu_offers_only_what_discords_client_offers() {
    let desk = Desk::new().await;
    let (general, leo) = (desk.house.general, desk.house.leo());
    let none = |name: &str| Some(ClientRefusal::NoSuchCommand(name.to_owned()));
    let on_maria = async |name: &str| leo.use_on_person(general, name, desk.house.maria).await.err();
    assert_eq!(on_maria("take").await, none("take"), "a slash command is in no menu");
    assert_eq!(on_maria("Take Note").await, none("Take Note"), "it is for messages");
    assert_eq!(on_maria("Ban").await, none("Ban"), "it is for administrators");
    let stranger = desk.house.sandbox.add_person("Stranger");
    let refusal = leo.use_on_person(general, "Who Is", stranger).await.unwrap_err();
    assert_eq!(refusal, ClientRefusal::NoSuchPerson(stranger));
    let refusal = leo.slash(general, "/Who").await.unwrap_err();
    assert_eq!(refusal, ClientRefusal::NoSuchCommand("Who".to_owned()));
}

#[tokio::test]
async fn an_ephemeral_message_has_no_menu() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let path = format!(
        "/applications/{}/guilds/{}/commands",
        house.sandbox.application_id(),
        house.server
    );
    let added = Api::new(&house.sandbox)
        .post(&path, json!({ "name": "Take Note", "type": 3 }))
        .await;
    assert_eq!(added.0, 201);
    let thought = house
        .maria()
        .slash(house.general, "/think")
        .await
        .unwrap()
        .message()
        .await
        .unwrap();
    assert!(thought.is_ephemeral());
    let refusal = house.maria().use_on_message(&thought, "Take Note").await.unwrap_err();
    assert_eq!(refusal, ClientRefusal::NoSuchMessage(thought.id));
}
