//! Reviews by hand: their schedule, the calendar, how they stand, the close.

use sqlx::Connection as _;

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
async fn the_status_says_what_was_done_what_is_missing_and_what_comes_next() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    says(
        &world.tell(&world.leo, "/review status").await,
        &["No review is open", "November 2026"],
    );
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    let status = world.tell(&world.leo, "/review status").await;
    says(
        &status,
        &[
            "**November 2026**: values are coming in · 1 of 2 values are in",
            "Waiting for **On-time delivery** (Leo)",
            "Owners are asked: <t:",
            "The review of December 2026 opens",
        ],
    );
}

#[tokio::test]
async fn a_board_says_in_one_message_what_is_in_and_who_is_waited_for() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let hours = "/kpi add objective:\"Keep customers\" key:hours name:\"Training hours\" target:300 owner:@Leo";
    world.tell(&world.ada, hours).await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let board = world.boards().remove(0);
    says(
        &board,
        &[
            "**Acme** · **November 2026**: 0 of 3 values are in (0 %)",
            "Waiting for **Maria**: Customer churn",
            "Waiting for **Leo**: On-time delivery and Training hours",
        ],
    );

    // It is edited in place, at most every half minute.
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world
        .tell(&world.leo, "/log kpi:hours value:\"n/a: nobody was trained\"")
        .await;
    world.settled().await;
    assert_eq!(world.boards(), [board]);
    world.set_clock("2026-12-01T08:01:30Z").await;
    says(
        &world.boards()[0],
        &[
            "2 of 3 values are in (66 %)",
            "In from **Maria**: Customer churn",
            "why is to be said by **Maria**: Customer churn",
            "Waiting for **Leo**: On-time delivery",
            "Not applicable: Training hours (nobody was trained)",
        ],
    );

    // From the instant on at which values are due.
    world.set_clock("2026-12-07T15:59:30Z").await;
    says(&world.boards()[0], &["Waiting for **Leo**: On-time delivery"]);
    world.set_clock("2026-12-07T16:00:30Z").await;
    says(&world.boards()[0], &["Late, waiting for **Leo**: On-time delivery"]);
    world.set_clock("2026-12-08T09:01:30Z").await;
    says(&world.boards()[0], &["The digest is out"]);
    world.tell(&world.ada, "/review close decisions:none").await;
    world.set_clock("2026-12-08T09:03:30Z").await;
    let boards = world.boards();
    assert_eq!(boards.len(), 1, "{boards:?}");
    says(&boards[0], &["The review is closed."]);
}

#[tokio::test]
async fn what_was_not_there_yet_is_computed_or_gone_is_not_expected_of_anybody() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/kpi add objective:\"Keep customers\" key:ratio name:Ratio formula:\"churn / delivery * 100\"",
        "/kpi add objective:\"Keep customers\" key:old name:Old target:1 owner:@Leo",
        "/log kpi:churn value:2 period:2026-10",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.ada, "/kpi archive kpi:old").await;
    let late = "/kpi add objective:\"Keep customers\" key:late name:Late target:1 owner:@Leo";
    world.tell(&world.ada, late).await;
    says(
        &world.tell(&world.leo, "/review status").await,
        &["0 of 2 values are in"],
    );
}

#[tokio::test]
async fn looking_at_a_schedule_or_the_calendar_waits_for_nobody_who_writes() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.tell(&world.leo, "/review status").await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(world.database());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    for line in ["/review schedule", "/review calendar", "/review status"] {
        let started = std::time::Instant::now();
        let said = world.tell(&world.leo, line).await;
        assert!(!said.contains("went wrong"), "{line}: {said}");
        let waited = started.elapsed();
        assert!(
            waited < std::time::Duration::from_secs(4),
            "{line} waited {waited:?} for the lock"
        );
    }
    sqlx::query("ROLLBACK").execute(&mut other).await.unwrap();
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

/// November's review of Acme, with Leo's value and without Maria's, closed by Ada on 9 December.
async fn closed_november() -> World {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-09T10:00:00Z").await;
    world.tell(&world.ada, "/review close decisions:none").await;
    world.settled().await;
    world
}

#[tokio::test]
async fn what_was_published_is_corrected_by_a_manager_for_a_reason_and_both_numbers_are_shown() {
    let world = closed_november().await;
    let by_owner = world
        .tell(&world.leo, "/log kpi:delivery value:91 period:2026-11 reason:typo")
        .await;
    says(&by_owner, &["November 2026 is closed", "The manager of the scorecard"]);
    let without = world
        .tell(&world.ada, "/log kpi:delivery value:91 period:2026-11")
        .await;
    says(
        &without,
        &["are published", "`/log kpi:delivery period:2026-11 reason:…`"],
    );
    let corrected = world
        .tell(
            &world.ada,
            "/log kpi:delivery value:91 period:2026-11 reason:\"Two *late* parcels\"",
        )
        .await;
    says(
        &corrected,
        &[
            "It was 96.0",
            "Acme · November 2026: Published **7.3",
            "→ restated **4.0",
        ],
    );
    let summary = world.tell(&world.maria, "/summary period:2026-11").await;
    says(
        &summary,
        &[
            "Published **7.3",
            "*On-time delivery* restated by Ada",
            r"Two \*late\* parcels",
        ],
    );
    let same = world
        .tell(&world.leo, "/log kpi:delivery value:91 period:2026-11")
        .await;
    says(&same, &["nothing changed"]);
}

#[tokio::test]
async fn what_was_missing_at_the_close_comes_from_its_owner_as_late_and_can_be_taken_back() {
    let world = closed_november().await;
    let late = world
        .answer(&world.maria, "/log kpi:churn value:2.4 period:2026-11")
        .await;
    says(
        &late.text(),
        &["so it counts as late", "Acme · November 2026: Published **7.3"],
    );
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    says(&summary, &["*Customer churn* came late from Maria"]);
    let corrected = world
        .tell(&world.maria, "/log kpi:churn value:2.2 period:2026-11")
        .await;
    says(&corrected, &["The manager of the scorecard"]);
    let undone = message(&world.maria.press(&late, "Undo").await.unwrap()).await;
    says(&undone.text(), &["→ no value"]);
    world
        .tell(&world.ada, "/log kpi:delivery value:91 period:2026-11 reason:typo")
        .await;
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    says(&summary, &["restated by Ada", "was taken back by Maria"]);
}

#[tokio::test]
async fn undo_changes_nothing_that_was_published_in_between() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-09T10:00:00Z").await;
    let logged = world.answer(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-09T10:02:00Z").await;
    world.tell(&world.ada, "/review close decisions:none").await;
    world.settled().await;
    let undone = message(&world.leo.press(&logged, "Undo").await.unwrap()).await;
    says(&undone.text(), &["November 2026 is closed"]);
    says(
        &world.tell(&world.leo, "/summary period:2026-11").await,
        &["**On-time delivery** 96.0"],
    );
}

#[tokio::test]
async fn what_a_formula_reads_restates_what_it_gives() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:happy name:Happiness formula:\"delivery * 2\" target:190 \
               red_flag:180";
    world.tell(&world.ada, add).await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-09T10:00:00Z").await;
    world.tell(&world.ada, "/review close decisions:none").await;
    world
        .tell(&world.ada, "/log kpi:delivery value:91 period:2026-11 reason:recount")
        .await;
    let summary = world.tell(&world.maria, "/summary period:2026-11").await;
    says(
        &summary,
        &[
            "*Happiness* restated by Ada",
            "*On-time delivery* restated by Ada",
            "recount",
        ],
    );
}
