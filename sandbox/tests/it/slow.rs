//! Limits that go by minutes and hours, and the ban of a bot that keeps sending what is refused.

use std::time::Duration;

use chrono::TimeDelta;
use sandbox::{Options, RateLimits};
use serde_json::{Value, json};

use super::house::House;
use super::raw::{Answered, Api, refused};

/// A sandbox whose limits are reached soon.
async fn tight() -> House {
    let options = Options {
        rate_limits: RateLimits::Tight,
        ..Options::default()
    };
    House::with(options).await
}

/// Sends it until the bucket, which allows one request in half a second, is not what refuses it.
async fn patiently(api: &Api, method: &str, path: &str, body: Value) -> Answered {
    loop {
        let answered = api.send(method, path, &body).await;
        match answered.1["retry_after"].as_f64() {
            Some(wait) if answered.1["code"].is_null() => tokio::time::sleep(Duration::from_secs_f64(wait)).await,
            _ => return answered,
        }
    }
}

#[tokio::test]
async fn edits_of_messages_older_than_an_hour_are_limited_by_30046() {
    let house = tight().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let (_, old) = api.post(&path, json!({ "content": "a" })).await;
    let path = format!("{path}/{}", old["id"].as_str().unwrap());
    let edit = async || patiently(&api, "PATCH", &path, json!({ "content": "b" })).await;
    assert_eq!(edit().await.0, 200, "it is young");
    house.sandbox.clock().advance(TimeDelta::minutes(61));
    for _ in 0..3 {
        assert_eq!(edit().await.0, 200);
    }
    let limited = edit().await;
    refused(&limited, 429, 30046);
    let wait = limited.1["retry_after"].as_f64().unwrap();
    assert!(wait > 3000.0 && limited.1["global"] == false, "{}", limited.1);
    house.sandbox.clock().advance(TimeDelta::hours(1));
    assert_eq!(edit().await.0, 200);
}

#[tokio::test]
async fn opening_direct_channels_too_fast_is_40003() {
    let house = tight().await;
    let api = Api::new(&house.sandbox);
    let people = ["Ana", "Ben", "Cem", "Dora"].map(|name| house.sandbox.add_person(name));
    let open = async |person: sandbox::Id| {
        patiently(&api, "POST", "/users/@me/channels", json!({ "recipient_id": person })).await
    };
    for person in &people[..3] {
        assert_eq!(open(*person).await.0, 200);
    }
    refused(&open(people[3]).await, 429, 40003);
    assert_eq!(open(people[0]).await.0, 200, "it is open already");
    house.sandbox.clock().advance(TimeDelta::minutes(10));
    assert_eq!(open(people[3]).await.0, 200);
}

#[tokio::test]
async fn too_many_invalid_requests_are_a_ban() {
    let options = Options {
        invalid_requests: 4,
        ..Options::default()
    };
    let house = House::with(options).await;
    let mut api = Api::new(&house.sandbox);
    let general = house.general;
    let shared = |times: u32| {
        house
            .sandbox
            .faults()
            .limit_shared("", "/users/@me", Duration::from_secs(1), times);
    };
    shared(5);
    for _ in 0..5 {
        assert_eq!(api.get("/users/@me").await.0, 429, "a shared limit does not count");
    }
    refused(&api.get("/channels/1").await, 404, 10003);
    let own = api.token.clone();
    api.token = "wrong".to_owned();
    for _ in 0..4 {
        assert_eq!(api.get("/users/@me").await.0, 401);
    }
    api.token = own;
    let banned = api
        .request("GET", &format!("/channels/{general}"))
        .send()
        .await
        .unwrap();
    assert_eq!(banned.status().as_u16(), 429);
    assert!(banned.headers().contains_key("retry-after") && !banned.headers().contains_key("x-ratelimit-scope"));
    assert_eq!(
        banned.text().await.unwrap(),
        "error code: 1015",
        "it is not Discord who answers"
    );
    house.sandbox.clock().advance(TimeDelta::minutes(10));
    assert_eq!(api.get(&format!("/channels/{general}")).await.0, 200);
}

#[tokio::test]
async fn a_limit_that_everybody_shares_says_so() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    house
        .sandbox
        .faults()
        .limit_shared("GET", "/channels/", Duration::from_millis(1500), 1);
    let path = format!("/channels/{}", house.general);
    let limited = api.request("GET", &path).send().await.unwrap();
    assert_eq!(limited.status().as_u16(), 429);
    assert_eq!(limited.headers()["x-ratelimit-scope"], "shared");
    assert_eq!(limited.headers()["retry-after"], "2");
    assert_eq!(limited.headers()["x-ratelimit-reset-after"], "1.500");
    let body: Value = limited.json().await.unwrap();
    assert_eq!((&body["retry_after"], &body["global"]), (&json!(1.5), &json!(false)));
    assert_eq!(api.get(&path).await.0, 200);
}

#[tokio::test]
async fn a_request_without_a_user_agent_is_refused_with_40333() {
    let house = House::new().await;
    let url = format!("{}/api/v10/gateway", house.sandbox.base_url());
    let nameless = reqwest::Client::new().get(&url).send().await.unwrap();
    assert_eq!(nameless.status().as_u16(), 403);
    assert_eq!(nameless.json::<Value>().await.unwrap()["code"], 40333);
    let named = reqwest::Client::new()
        .get(&url)
        .header("User-Agent", super::client::AGENT);
    assert_eq!(named.send().await.unwrap().status().as_u16(), 200);
}
