//! The audit trail: who changed what, and who may read it.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn every_change_is_there_with_who_made_it_and_what_it_was_before() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    for line in [
        "/kpi edit kpi:churn weight:3",
        "/kpi target kpi:churn target:1.5",
        "/objective add name:Grow perspective:Financial",
        "/objective drives cause:\"Keep customers\" effect:Grow lag:2",
        "/perspective edit perspective:Customer weight:2",
        "/scorecard edit vision:\"First *choice*\"",
        "/settings coverage_floor:80",
    ] {
        world.tell(ada, line).await;
    }
    world.tell(&world.maria, "/kpi hand-over kpi:churn to:@Leo").await;
    let newest = world.tell(ada, "/audit").await;
    says(
        &newest,
        &[
            "<t:1794477600:f> · Maria handed over the KPI **Customer churn** (Acme): Owner: Maria → Leo",
            "Ada changed the settings **Acme**: Weight that must be in: 75 → 80",
            "Ada changed the scorecard **Acme**: Vision: none → First \\*choice\\*",
            "Ada changed the perspective **Customer** (Acme): Weight: 1 → 2",
            "Drives: none → Grow · Lag in periods: none → 2",
            "Ada added the objective **Grow** (Acme): Name: Grow · Perspective: Financial · Weight: 1",
            "Ada set a target for the KPI **Customer churn** (Acme): Target: 2 → 1.5",
            "From: none → November 2026",
            "Ada changed the KPI **Customer churn** (Acme): Weight: 1 → 3",
        ],
    );
    let by_maria = world.tell(ada, "/audit person:@Maria").await;
    says(&by_maria, &["handed over"]);
    assert!(!by_maria.contains("Ada"), "{by_maria}");
    let early = world.tell(ada, "/audit until:2026-10").await;
    says(&early, &["Ada added the scorecard **Acme**"]);
    assert!(!early.contains("handed over"), "{early}");
    says(
        &world.tell(ada, "/audit since:2026-12-01").await,
        &["Nothing that you may see was changed then"],
    );
    says(&world.tell(ada, "/audit since:soon").await, &["**soon** as a period"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_reader_sees_only_what_concerns_them() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/settings coverage_floor:80").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery weight:3").await;
    let maria = world.tell(&world.maria, "/audit").await;
    says(&maria, &["Ada added the KPI **Customer churn**"]);
    for hidden in ["settings", "On-time delivery", "the scorecard"] {
        assert!(!maria.contains(hidden), "{hidden} in {maria}");
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn older_entries_are_a_press_away_and_an_import_is_one_entry_a_scorecard() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    for weight in 2..16 {
        world.tell(ada, &format!("/kpi edit kpi:churn weight:{weight}")).await;
    }
    world.tell(ada, "/scorecard template template:company name:Shop").await;
    let newest = world.answer(ada, "/audit").await;
    says(
        &newest.text(),
        &[
            "Ada filled the scorecard **Shop**: Objectives added: ",
            "Weight: 14 → 15",
        ],
    );
    assert!(!newest.text().contains("Weight: 1 → 2"), "{}", newest.text());
    let older = ada.press(&newest, "Older").await.unwrap();
    let older = message(&older).await.text();
    says(&older, &["Weight: 1 → 2", "Ada added the scorecard **Acme**"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn the_state_of_an_alert_is_in_the_readers_language() {
    let mut world = World::acme("2026-12-01T08:00:30Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world
        .tell(&world.ada, "/alerts acknowledge alert:churn comment:seen")
        .await;
    says(&world.tell(&world.ada, "/audit").await, &["Alert: none → acknowledged"]);
    world.sandbox.set_locale(world.ada.id(), "de");
    let said = world.tell(&world.ada, "/audit").await;
    says(&said, &["→ bestätigt"]);
    world.stop_bot().await;
}
