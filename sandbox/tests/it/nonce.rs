//! `nonce` and `enforce_nonce`: the same message back, for some minutes.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::house::House;
use super::raw::Api;

async fn say(house: &House, body: Value) -> String {
    let api = Api::new(&house.sandbox);
    let (status, sent) = api.post(&format!("/channels/{}/messages", house.general), body).await;
    assert_eq!(status, 200, "{sent}");
    sent["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_enforced_nonce_gives_the_earlier_message_back() {
    let house = House::new().await;
    let body = json!({ "content": "once", "nonce": "7", "enforce_nonce": true });
    let first = say(&house, body.clone()).await;
    assert_eq!(say(&house, body.clone()).await, first);
    assert_eq!(house.sandbox.messages(house.general).len(), 1);
    let (_, read) = Api::new(&house.sandbox)
        .get(&format!("/channels/{}/messages/{first}", house.general))
        .await;
    assert!(read.get("nonce").is_none(), "{read}");
}

#[tokio::test]
async fn a_nonce_is_forgotten_after_some_minutes() {
    let house = House::new().await;
    let body = json!({ "content": "once", "nonce": 7, "enforce_nonce": true });
    let first = say(&house, body.clone()).await;
    house.sandbox.clock().advance(TimeDelta::minutes(10));
    assert_ne!(say(&house, body).await, first);
}

#[tokio::test]
async fn a_nonce_that_is_not_enforced_changes_nothing() {
    let house = House::new().await;
    let body = json!({ "content": "twice", "nonce": "7" });
    assert_ne!(say(&house, body.clone()).await, say(&house, body).await);
}
