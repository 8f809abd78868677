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

#[tokio::test]
async fn a_years_target_is_spread_over_its_periods_and_remembered() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    world
        .tell(
            ada,
            "/kpi add objective:\"Keep customers\" key:sales name:Sales aggregation:sum owner:@Leo target:70 red_flag:60",
        )
        .await;
    world.tell(&world.leo, "/log kpi:sales value:90 period:2026-10").await;
    let said = world
        .tell(ada, "/kpi target kpi:sales year:2027 target:1000 red_flag:900")
        .await;
    says(
        &said,
        &[
            "**Sales** has a target for the year 2027",
            "2027: **1,000** in all, red flag 900 · spread evenly · Jan 83 · Feb 84 · Mar 83",
            "From January 2028 on: target 70",
            "Your last value with it: 1 🟢",
        ],
    );
    says(
        &world
            .tell(ada, "/kpi target kpi:sales year:2027 target:1000 red_flag:900")
            .await,
        &["how it is already"],
    );
    let shown = world.tell(&world.maria, "/kpi show kpi:sales").await;
    says(
        &shown,
        &[
            "Target **70**, red flag 60, for all periods",
            "2027: **1,000** in all, red flag 900 · spread evenly · Jan 83",
            "target 70, red flag 60 · 129 % of target",
        ],
    );
    let may = world
        .tell(ada, "/kpi target kpi:sales target:100 red_flag:80 from:2027-05")
        .await;
    says(&may, &["from May 2027 on", "From June 2027 on, another target holds"]);
    says(
        &world.tell(&world.maria, "/kpi show kpi:sales").await,
        &["changed since, so its parts add up to 1,016", "May 100"],
    );
    let list = "/kpi target kpi:sales year:2027 target:1000 list:\"80;80;80;80;80;80;80;80;80;80;100;";
    says(
        &world.tell(ada, &format!("{list}101\"")).await,
        &["adds up to 1,001", "the year's target is 1,000", "1 more"],
    );
    says(
        &world.tell(ada, &format!("{list}\"")).await,
        &["has 11 numbers", "12 periods"],
    );
    says(
        &world.tell(ada, &format!("{list}100\"")).await,
        &["spread by a list · Jan 80", "Dec 100", "I assume it"],
    );
    for (line, reason) in [
        (
            "/kpi target kpi:churn year:2027 target:12",
            "those of **Customer churn** do not",
        ),
        (
            "/kpi target kpi:sales phasing:evenly target:12",
            "Say which year in `year`",
        ),
        (
            "/kpi target kpi:sales year:2027 target:12 from:2027-02",
            "Leave them out",
        ),
        (
            "/kpi target kpi:sales year:2027 target:12 phasing:\"by a list\"",
            "year's 12 periods in `list`",
        ),
        (
            "/kpi target kpi:sales year:2027 target:12 phasing:\"like last year\"",
            "**Sales** has no number for January 2026",
        ),
        (
            "/kpi target kpi:sales year:2026 target:1200",
            "is over, and its target stays",
        ),
        (
            "/kpi target kpi:sales year:2027 target:900 red_flag:1000",
            "1,000 is not lower than 900",
        ),
    ] {
        says(&world.tell(ada, line).await, &[reason]);
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn a_year_is_spread_like_the_one_before_and_its_outlook_is_told() {
    let mut world = World::acme("2027-01-02T10:00:00Z").await;
    let (ada, leo) = (&world.ada, &world.leo);
    world
        .tell(
            ada,
            "/kpi add objective:\"Keep customers\" key:sales name:Sales aggregation:sum owner:@Leo frequency:quarterly",
        )
        .await;
    for (quarter, value) in [("Q1", 10), ("Q2", 20), ("Q3", 30), ("Q4", 40)] {
        world
            .tell(leo, &format!("/log kpi:sales value:{value} period:2026-{quarter}"))
            .await;
    }
    let year = "/kpi target kpi:sales year:2027 target:1000 red_flag:800 phasing:\"like last year\"";
    says(
        &world.tell(ada, year).await,
        &[
            "spread like the year before · Q1 100 · Q2 200 · Q3 300 · Q4 400",
            "Your last 4 values with it: 4 🔴",
            "From Q1 2028 on: target 400",
        ],
    );
    let quiet = world.tell(ada, "/kpi show kpi:sales").await;
    assert!(!quiet.contains("Pace"), "{quiet}");
    world.set_clock("2027-07-02T10:00:00Z").await;
    world.tell(leo, "/log kpi:sales value:110 period:2027-Q1").await;
    world.tell(leo, "/log kpi:sales value:160 period:2027-Q2").await;
    // 270 of 300 is a pace of 90 %; 270 + 700 × 0.9.
    says(
        &world.tell(ada, "/kpi show kpi:sales").await,
        &[
            "Pace 90 % of target so far · outlook for 2027: **900** of 1,000",
            "80 % of target",
        ],
    );
    says(
        &world.tell(ada, "/summary period:2027-06 view:\"year to date\"").await,
        &["outlook 900 of 1,000"],
    );
    let alone = world.tell(ada, "/summary period:2027-06").await;
    assert!(!alone.contains("outlook"), "{alone}");
    world.stop_bot().await;
}

#[tokio::test]
async fn a_baseline_moves_assumed_red_flags_and_published_numbers_only_on_purpose() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    let (ada, leo) = (&world.ada, &world.leo);
    world
        .tell(
            ada,
            "/kpi add objective:\"Keep customers\" key:nps name:NPS target:40 baseline:20 owner:@Leo",
        )
        .await;
    says(
        &world.tell(ada, "/kpi edit kpi:nps baseline:10").await,
        &["Baseline: 20 → 10", "Red flag: 30 *assumed* → **25 *assumed***"],
    );
    world.set_clock("2026-12-01T10:00:00Z").await;
    world.tell(leo, "/log kpi:nps value:34").await;
    world.set_clock("2027-01-01T07:59:30Z").await;
    says(
        &world.tell(ada, "/kpi edit kpi:nps baseline:30").await,
        &["The numbers of November 2026 are published", "say why in `reason`"],
    );
    says(
        &world.tell(ada, "/kpi edit kpi:nps best_possible:true").await,
        &["The numbers of November 2026 are published"],
    );
    says(
        &world
            .tell(ada, "/kpi edit kpi:nps baseline:30 reason:\"It was measured twice\"")
            .await,
        &[
            "Red flag: 25 *assumed* → **35 *assumed***",
            "Closed reviews with it: November 2026",
        ],
    );
    says(
        &world.tell(leo, "/summary period:2026-11").await,
        &["Published **", "*NPS* restated by Ada", "“It was measured twice”"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_alert_that_another_target_makes_moot_says_so_and_names_the_target() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    assert!(world.posted()[0].contains("went off target"), "{:?}", world.posted());
    let line = "/kpi target kpi:churn target:4 red_flag:5 from:2026-10 reason:\"Agreed again\"";
    world.tell(&world.ada, line).await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    says(&posted[0], &["Withdrawn: its target is 4.0"]);
    assert!(!posted[0].contains("corrected"), "{posted:?}");
}

#[tokio::test]
async fn a_digest_names_targets_that_were_changed_late_or_by_the_owner_and_no_others() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/kpi add objective:\"Keep customers\" key:nps name:NPS target:40 red_flag:20 owner:@Ada",
        // In time, by somebody who does not own it.
        "/kpi target kpi:delivery target:94 red_flag:90 from:2026-11",
        "/kpi target kpi:nps target:30 red_flag:20 from:2026-11",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-11-20T10:00:00Z").await;
    world
        .tell(&world.ada, "/kpi target kpi:churn target:3 red_flag:4 from:2026-11")
        .await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world
        .tell(
            &world.ada,
            "/kpi target kpi:delivery target:80 red_flag:70 from:2026-11 holds:\"only in that period\" reason:\"A *strike*\"",
        )
        .await;
    let status = world.tell(&world.leo, "/review status").await;
    says(&status, &["**NPS** target 40 → 30 · Ada (its owner)"]);
    world.set_clock("2026-12-08T09:00:30Z").await;
    let digest = world
        .posted()
        .into_iter()
        .find(|post| post.contains("Changed targets"))
        .expect("the digest");
    says(
        &digest,
        &[
            "**Changed targets: 3**",
            "**NPS** target 40 → 30 · Ada (its owner), <t:",
            "**Customer churn** target 2.0\u{202f}% → 3.0\u{202f}% · Ada, <t:",
            "after its period had begun",
            "**On-time delivery** target 94.0\u{202f}% → 80.0\u{202f}% · Ada, <t:",
            r"retroactively: “A \*strike\*”",
        ],
    );
    assert!(!digest.contains("95.0\u{202f}% → 94.0"), "{digest}");
    world.set_clock("2027-01-11T09:00:30Z").await;
    let posted = world.posted();
    let next = posted.iter().filter(|post| post.contains("December 2026"));
    for post in next {
        assert!(!post.contains("Changed target"), "it is told once: {post}");
    }
    world.stop_bot().await;
}
