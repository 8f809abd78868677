//! To be forgotten: names and ids go, numbers stay.

use crate::world::{World, message};

#[tokio::test]
async fn a_person_is_forgotten_after_a_second_press_and_their_numbers_stay() {
    let mut world = World::acme("2026-12-01T10:00:00Z").await;
    world
        .tell(&world.maria, "/log kpi:churn value:2.7 note:\"two accounts left\"")
        .await;
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(2));
    world.settled().await;
    let asked = world.answer(&world.maria, "/forget-me").await;
    assert!(
        asked.text().contains("The values and notes you entered stay"),
        "{}",
        asked.text()
    );
    assert!(world.tell(&world.ada, "/kpi show kpi:churn").await.contains("Maria"));
    let done = message(&world.maria.press(&asked, "Forget me").await.unwrap())
        .await
        .text();
    assert_eq!(done, "You are forgotten in **Acme**.");
    for line in [
        "/kpi show kpi:churn",
        "/summary scorecard:Acme",
        "/audit",
        "/review status",
    ] {
        let said = world.tell(&world.ada, line).await;
        assert!(!said.contains("Maria"), "{line}: {said}");
    }
    assert!(world.tell(&world.ada, "/kpi show kpi:churn").await.contains("2.7"));
    let manager = world.answer(&world.ada, "/forget-me").await;
    let refused = message(&world.ada.press(&manager, "Forget me").await.unwrap())
        .await
        .text();
    assert!(refused.contains("You still manage **Acme**"), "{refused}");
    world.stop_bot().await;
}
