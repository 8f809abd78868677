//! Targets over time: for one period, afterwards with a reason, for a fiscal year; and what summaries make of them.

use crate::world::World;

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn a_period_gets_a_target_of_its_own_and_loses_it_again() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    world.tell(&world.maria, "/log kpi:churn value:1.8").await;
    let only = "/kpi target kpi:churn target:3 red_flag:4 from:2026-12 holds:\"only in that period\"";
    says(
        &world.tell(ada, only).await,
        &[
            "**Customer churn** has a new target, only for December 2026",
            "Target: 2.0\u{202F}% → **3.0\u{202F}%**",
            "Red flag: 2.5\u{202F}% → **4.0\u{202F}%**",
            "Your last value with it: 1 🟢",
        ],
    );
    says(&world.tell(ada, only).await, &["how it is already"]);
    says(
        &world.tell(&world.leo, "/kpi show kpi:churn").await,
        &[
            "Target **2.0\u{202F}%**, red flag 2.5\u{202F}%, for all periods",
            "Target **3.0\u{202F}%**, red flag 4.0\u{202F}%, only for December 2026",
        ],
    );
    let back = "/kpi target kpi:churn from:2026-12 holds:\"no longer only in that period\"";
    says(
        &world.tell(ada, back).await,
        &[
            "no longer a target of its own",
            "Target: 3.0\u{202F}% → **2.0\u{202F}%**",
        ],
    );
    says(
        &world.tell(ada, back).await,
        &["December 2026 has no target of its own"],
    );
    let shown = world.tell(&world.leo, "/kpi show kpi:churn").await;
    assert!(!shown.contains("only for December"), "{shown}");
    world.stop_bot().await;
}

#[tokio::test]
async fn a_target_set_afterwards_needs_a_reason_and_brings_the_open_digest_up_to_date() {
    let mut world = World::acme("2026-12-01T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2.3").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert!(
        world.posted()[0].contains("Acme · November 2026: 6.0"),
        "{:?}",
        world.posted()
    );
    let set = "/kpi target kpi:churn target:2.4 red_flag:3 from:2026-11";
    says(
        &world.tell(&world.ada, set).await,
        &["November 2026 is over", "from December 2026 on", "say why in `reason`"],
    );
    let set = format!("{set} reason:\"Agreed with the *board*\"");
    let said = world.tell(&world.ada, &set).await;
    says(&said, &["from November 2026 on", "Computed anew: November 2026"]);
    assert!(!said.contains("Closed reviews"), "{said}");
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "the digest is edited: {posted:?}");
    assert!(posted[0].contains("Acme · November 2026: 7.3"), "{posted:?}");
    says(
        &world.tell(&world.leo, "/kpi show kpi:churn").await,
        &[
            "Set afterwards: **2.4\u{202F}%** from November 2026 on, by Ada",
            "“Agreed with the \\*board\\*”",
        ],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_closed_review_keeps_its_published_numbers_and_its_summary_shows_both() {
    let mut world = World::acme("2026-12-01T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2.3").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2027-01-01T07:59:30Z").await;
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    says(&summary, &["Acme · November 2026: 6.0"]);
    assert!(!summary.contains("ublished"), "{summary}");
    let only = "/kpi target kpi:churn target:2.4 red_flag:3 from:2026-11 holds:\"only in that period\"";
    says(&world.tell(&world.ada, only).await, &["November 2026 is over"]);
    let said = world
        .tell(&world.ada, &format!("{only} reason:\"Typo in the plan\""))
        .await;
    says(
        &said,
        &[
            "Computed anew: November 2026",
            "Closed reviews with it: November 2026",
            "`/summary` shows both",
        ],
    );
    let both = [
        "Acme · November 2026: 7.3",
        "Published **6.0 🟡** → restated **7.3 🟢**",
        "*Customer churn* restated by Ada",
        "“Typo in the plan”",
    ];
    says(&world.tell(&world.leo, "/summary period:2026-11").await, &both);
    says(
        &world
            .tell(&world.leo, "/summary period:2026-11 perspective:Customer")
            .await,
        &both[1..],
    );
    let december = world.tell(&world.leo, "/summary period:2026-12").await;
    assert!(!december.contains("ublished"), "{december}");
    let back = "/kpi target kpi:churn from:2026-11 holds:\"no longer only in that period\"";
    says(&world.tell(&world.ada, back).await, &["November 2026 is over"]);
    let back = format!("{back} reason:\"It was right\"");
    says(
        &world.tell(&world.ada, &back).await,
        &["Closed reviews with it: November 2026"],
    );
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    assert!(
        summary.contains("November 2026: 6.0") && !summary.contains("ublished"),
        "what was published holds again: {summary}"
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_first_target_leaves_what_was_published_unless_it_is_set_for_it_on_purpose() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:nps name:NPS owner:@Leo";
    world.tell(&world.ada, add).await;
    world.set_clock("2027-01-01T07:59:30Z").await;
    let first = world.tell(&world.ada, "/kpi target kpi:nps target:40").await;
    says(&first, &["from January 2027 on", "Target: none → **40**"]);
    world
        .tell(&world.ada, "/kpi add objective:\"Keep customers\" key:calls name:Calls")
        .await;
    let other = world.tell(&world.ada, "/kpi target kpi:calls target:40").await;
    says(&other, &["has a new target", "from January 2027 on"]);
    world.stop_bot().await;
}
