//! Reviews by hand: their schedule, the calendar, how they stand, the close.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn a_schedule_is_shown_before_it_is_saved_and_holds_from_then_on() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let shown = world.tell(&world.maria, "/review schedule").await;
    says(
        &shown,
        &[
            "day 1, 09:00",
            "business day 5, 17:00",
            "2026-12-01 09:00 Europe/Berlin",
        ],
    );
    let wrong = world.tell(&world.ada, "/review schedule due:\"day 40 17:00\"").await;
    says(&wrong, &["would not come in their order"]);
    let unread = world.tell(&world.ada, "/review schedule prompt:tomorrow").await;
    says(&unread, &["**tomorrow** is no day and time", "`business day 5 17:00`"]);

    let planned = world
        .answer(
            &world.ada,
            "/review schedule prompt:\"business day 2 8:30\" due:\"b3 12:00\"",
        )
        .await;
    says(
        &planned.text(),
        &[
            "day 1, 09:00 → business day 2, 08:30",
            "2026-12-02 08:30 Europe/Berlin",
            "Nothing is changed yet",
        ],
    );
    let pressed = world.ada.press(&planned, "Save").await.unwrap();
    says(&message(&pressed).await.text(), &["business day 2, 08:30"]);

    world.set_clock("2026-12-02T07:29:00Z").await;
    assert!(world.direct(&world.maria).is_empty(), "it is not half past eight");
    world.set_clock("2026-12-02T07:31:00Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1);
}

#[tokio::test]
async fn nobody_is_asked_on_a_holiday_or_in_quiet_hours() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let line = "/review calendar add_holidays:\"2026-12-01, 2026-12-25\" quiet_hours:18:00-10:00";
    let said = world.tell(&world.ada, line).await;
    says(
        &said,
        &[
            "Quiet hours: none → 18:00-10:00",
            "Holidays added: 2026-12-01, 2026-12-25",
        ],
    );
    let refused = world.tell(&world.ada, "/review calendar add_holidays:christmas").await;
    says(&refused, &["**christmas** is no date"]);
    world.set_clock("2026-12-02T08:59:00Z").await;
    assert!(world.direct(&world.maria).is_empty(), "a holiday, then quiet hours");
    world.set_clock("2026-12-02T09:00:30Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1);
    let taken = world
        .tell(
            &world.ada,
            "/review calendar remove_holidays:2026-12-25 quiet_hours:none",
        )
        .await;
    says(&taken, &["18:00-10:00 → none", "Holidays removed: 2026-12-25"]);
}

#[tokio::test]
async fn the_status_says_who_was_asked_for_what_and_what_comes_next() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    says(
        &world.tell(&world.leo, "/review status").await,
        &["No review is open", "November 2026"],
    );
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    let status = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(
        &status,
        &[
            "**November 2026**: values are coming in · 1 of 2 values are in",
            "Waiting for **On-time delivery** (Leo)",
            "Who was asked for **On-time delivery**",
            "Leo for the period from 2026-11-01: Owners are asked",
            "The review of December 2026 opens",
        ],
    );
}

#[tokio::test]
async fn a_manager_closes_a_review_once_and_the_channel_is_told_by_whom() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    says(
        &world.tell(&world.ada, "/review close decisions:none").await,
        &["review"],
    );
    world.set_clock("2026-12-08T09:00:30Z").await;
    let before = world.posted().len();
    let asked = world.tell(&world.ada, "/review close").await;
    says(&asked, &["A review ends with what it decided"]);
    let closed = world.tell(&world.ada, "/review close decisions:none").await;
    says(&closed, &["November 2026 of **Acme** is closed", "2 values never came"]);
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), before + 1, "{posted:?}");
    says(posted.last().unwrap(), &["was closed by Ada", "Nothing was decided"]);
    let refused = world.tell(&world.ada, "/review close decisions:none").await;
    assert!(!refused.contains("is closed, and"), "{refused}");
    world.set_clock("2027-01-01T08:30:00Z").await;
    assert!(
        !world.posted().iter().any(|post| post.contains("without a meeting")),
        "it does not close a second time"
    );
}
