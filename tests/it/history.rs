//! What became of a KPI's values, and “not applicable” between an owner and a manager.

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn every_change_of_a_value_is_told_the_newest_first_with_who_and_how() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    says(
        &world.tell(&world.ada, "/kpi history kpi:delivery").await,
        &["Nothing was entered"],
    );
    world
        .tell(&world.leo, "/log kpi:delivery value:96 note:\"two *good* weeks\"")
        .await;
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(1));
    let corrected = world.answer(&world.ada, "/log kpi:delivery value:94").await;
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(1));
    message(&world.ada.press(&corrected, "Undo").await.unwrap()).await;
    let history = world.tell(&world.maria, "/kpi history kpi:delivery").await;
    let lines: Vec<&str> = history.lines().collect();
    says(lines[0], &["Values of **On-time delivery**"]);
    says(lines[1], &["94.0", "→ 96.0", "taken back by Ada"]);
    says(lines[2], &["**October 2026** 96.0", "→ 94.0", "Ada, by command", "<t:"]);
    says(lines[3], &["Leo, by command", r"“two \*good\* weeks”"]);
    let other = world
        .tell(&world.maria, "/kpi history kpi:delivery period:2026-09")
        .await;
    says(&other, &["Nothing was entered"]);
}

#[tokio::test]
async fn a_long_history_has_pages() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    for value in 90..=101 {
        world
            .tell(&world.leo, &format!("/log kpi:delivery value:{value}"))
            .await;
        world.sandbox.clock().advance(chrono::TimeDelta::seconds(1));
    }
    let first = world.answer(&world.leo, "/kpi history kpi:delivery").await;
    says(&first.text(), &["→ 101.0", "92.0"]);
    assert!(!first.text().contains("90.0"), "{}", first.text());
    let second = message(&world.leo.press(&first, "Older").await.unwrap()).await;
    says(&second.text(), &["90.0", "→ 91.0"]);
    let back = message(&world.leo.press(&second, "Newer").await.unwrap()).await;
    assert_eq!(back.text(), first.text());
}

#[tokio::test]
async fn a_computed_kpi_says_what_it_is_computed_by() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:happy name:Happiness formula:\"delivery * 2\"";
    world.tell(&world.ada, add).await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    let history = world.tell(&world.leo, "/kpi history kpi:happy").await;
    says(
        &history,
        &["Computed by its formula: delivery", "192", "computed, when Leo changed"],
    );
}

#[tokio::test]
async fn a_manager_rejects_what_is_not_applicable_and_its_owner_is_told_once() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world
        .tell(&world.leo, "/log kpi:delivery value:\"n/a: *strike*\"")
        .await;
    let refused = world.tell(&world.leo, "/kpi reject kpi:delivery").await;
    says(&refused, &["Only the manager of **Acme**"]);
    let none = world.tell(&world.ada, "/kpi reject kpi:churn").await;
    says(&none, &["no “not applicable” there"]);

    let history = world.answer(&world.ada, "/kpi history kpi:delivery").await;
    let seen = world.leo.press(&history, "Reject for November 2026").await;
    assert!(seen.is_err(), "the answer is not his to see");
    let why = form(&world.ada.press(&history, "Reject for November 2026").await.unwrap()).await;
    let rejected = message(&world.ada.submit(&why, &[("reason", "we were open")]).await.unwrap()).await;
    says(
        &rejected.text(),
        &["November 2026: not applicable", "→ no value", "Leo is told"],
    );
    let again = message(&world.ada.submit(&why, &[]).await.unwrap()).await;
    says(&again.text(), &["it has changed since"]);
    world.settled().await;
    let told: Vec<String> = world.direct(&world.leo).iter().map(sandbox::Message::text).collect();
    let told: Vec<_> = told.iter().filter(|text| text.contains("does not take")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    says(
        told[0],
        &[
            "Ada does not take",
            r"\*strike\*",
            "“we were open”",
            "/log kpi:delivery period:2026-11",
        ],
    );
    says(&world.tell(&world.leo, "/checkin").await, &["On-time delivery"]);
}

#[tokio::test]
async fn a_rejection_that_is_taken_back_before_it_is_said_says_nothing() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    // A Saturday: nobody is written to before Monday.
    world.set_clock("2026-12-05T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:\"n/a: strike\"").await;
    let before = world.direct(&world.leo).len();
    let rejected = world.answer(&world.ada, "/kpi reject kpi:delivery").await;
    let undone = message(&world.ada.press(&rejected, "Undo").await.unwrap()).await;
    says(&undone.text(), &["no value → not applicable"]);
    world.set_clock("2026-12-07T09:00:30Z").await;
    assert_eq!(world.direct(&world.leo).len(), before);
}

#[tokio::test]
async fn a_second_period_in_a_row_that_is_not_applicable_is_for_the_manager_to_say() {
    let world = World::acme("2026-12-02T10:00:00Z").await;
    world
        .tell(&world.leo, "/log kpi:delivery value:\"n/a: strike\" period:2026-10")
        .await;
    let line = "/log kpi:delivery value:\"n/a: strike\" period:2026-11";
    let refused = world.tell(&world.leo, line).await;
    says(
        &refused,
        &[
            "was not applicable in the period before already",
            "the manager of its scorecard, Ada",
        ],
    );
    says(&world.tell(&world.ada, line).await, &["November 2026: not applicable"]);
    let changed = "/log kpi:delivery value:\"n/a: a long strike\" period:2026-11";
    says(&world.tell(&world.leo, changed).await, &["a long strike"]);
}
