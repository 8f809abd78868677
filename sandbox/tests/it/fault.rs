//! Trouble on request.

use std::time::{Duration, Instant};

use serde_json::json;

use super::house::House;
use super::raw::Api;

#[tokio::test]
async fn a_route_fails_as_often_as_it_was_told_to() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    house.sandbox.faults().fail("POST", "/messages", 503, 2);
    let path = format!("/channels/{}/messages", house.general);
    let say = async || api.post(&path, json!({ "content": "a" })).await.0;
    assert_eq!(
        [say().await, api.get("/users/@me").await.0, say().await, say().await],
        [503, 200, 503, 200]
    );
    assert_eq!(house.sandbox.messages(house.general).len(), 1);
}

#[tokio::test]
async fn a_connection_is_cut_before_or_after_the_sandbox_acted() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let say = async || api.request("POST", &path).json(&json!({ "content": "a" })).send().await;
    house.sandbox.faults().cut_before("POST", "/messages", 1);
    assert!(say().await.is_err());
    assert!(house.sandbox.messages(house.general).is_empty());
    house.sandbox.faults().cut_after("POST", "/messages", 1);
    assert!(say().await.is_err());
    assert_eq!(house.sandbox.messages(house.general).len(), 1);
    assert!(say().await.is_ok());
}

#[tokio::test]
async fn a_request_is_held_before_or_after_the_sandbox_acted() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let say = || api.request("POST", &path).json(&json!({ "content": "a" })).send();
    let count = || house.sandbox.messages(house.general).len();

    // Released, it takes its course.
    let mut hold = house.sandbox.faults().hold_before("POST", "/messages");
    let (said, ()) = tokio::join!(say(), async {
        hold.taken().await;
        assert_eq!(count(), 0);
        hold.release();
    });
    assert!(said.is_ok());
    let mut hold = house.sandbox.faults().hold_after("POST", "/messages");
    let (said, ()) = tokio::join!(say(), async {
        hold.taken().await;
        assert_eq!(count(), 2);
        hold.release();
    });
    assert!(said.is_ok());

    // Given up, it was never heard, or its answer is lost.
    let mut hold = house.sandbox.faults().hold_before("POST", "/messages");
    let (said, ()) = tokio::join!(say(), async {
        hold.taken().await;
        drop(hold);
    });
    assert!(said.is_err());
    assert_eq!(count(), 2);
    let mut hold = house.sandbox.faults().hold_after("POST", "/messages");
    let (said, ()) = tokio::join!(say(), async {
        hold.taken().await;
        drop(hold);
    });
    assert!(said.is_err());
    assert_eq!(count(), 3);
}

#[tokio::test]
async fn a_route_is_slow() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    house
        .sandbox
        .faults()
        .delay("GET", "/users/@me", Duration::from_millis(50), 1);
    let began = Instant::now();
    api.get("/users/@me").await;
    assert!(began.elapsed() >= Duration::from_millis(50));
}

#[tokio::test]
async fn nothing_is_reached_during_an_outage() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    house.sandbox.faults().outage(true);
    assert!(api.request("GET", "/users/@me").send().await.is_err());
    house.sandbox.faults().outage(false);
    assert_eq!(api.get("/users/@me").await.0, 200);
}

#[tokio::test]
async fn a_stopped_sandbox_is_not_reached() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    assert_eq!(api.get("/users/@me").await.0, 200);
    house.sandbox.stop().await;
    assert!(api.request("GET", "/users/@me").send().await.is_err());
}

#[tokio::test]
async fn an_outage_begins_and_ends_by_the_clock() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let (clock, hour) = (house.sandbox.clock(), chrono::TimeDelta::hours(1));
    house
        .sandbox
        .faults()
        .outage_between(clock.now() + hour, clock.now() + hour * 3);
    assert_eq!(api.get("/users/@me").await.0, 200);
    clock.advance(hour * 2);
    assert!(api.request("GET", "/users/@me").send().await.is_err());
    clock.advance(hour * 2);
    assert_eq!(api.get("/users/@me").await.0, 200);
}
