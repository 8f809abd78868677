//! The cascade: what a scorecard below brings to the one above.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

/// Acme with Sales below it, whose one KPI is Leo's.
async fn acme_and_sales() -> World {
    let world = World::at("2026-10-12T10:00:00Z").await;
    world.build_acme(None).await;
    for line in [
        "/scorecard create name:Sales parent:Acme time_zone:Europe/Berlin",
        "/objective add name:\"Win deals\" perspective:Financial scorecard:Sales",
        "/kpi add objective:\"Win deals\" key:deals name:Deals target:10 red_flag:5 owner:@Leo",
    ] {
        world.tell(&world.ada, line).await;
    }
    world
}

#[tokio::test]
async fn an_objective_below_counts_above_and_ends_with_a_weight_of_its_own() {
    let mut world = acme_and_sales().await;
    let (ada, maria) = (&world.ada, &world.maria);
    says(
        &world.tell(ada, "/scorecard check scorecard:Sales").await,
        &["**It feeds nothing:**", "**Acme**", "`/objective feeds`"],
    );
    let feed = "/objective feeds source:\"Win deals\" into:\"Keep customers\"";
    says(&world.tell(maria, feed).await, &["Only the manager of **Acme**"]);
    let upwards = "/objective feeds source:\"Keep customers\" into:\"Win deals\"";
    says(&world.tell(ada, upwards).await, &["**Acme** is not below **Sales**"]);
    says(
        &world.tell(ada, feed).await,
        &[
            "**Win deals** of Sales feeds **Keep customers** with weight 1, in all periods",
            "Fed by **Win deals** (Sales, weight 1)",
        ],
    );
    says(&world.tell(ada, feed).await, &["how it is already"]);
    says(
        &world.tell(maria, "/objective show objective:\"Win deals\"").await,
        &["Feeds **Keep customers** (Acme, weight 1)"],
    );
    assert!(
        !world
            .tell(ada, "/scorecard check scorecard:Sales")
            .await
            .contains("feeds nothing")
    );
    says(
        &world.tell(ada, "/audit").await,
        &["Fed by: none → Win deals · Sales × 1"],
    );

    // Both of Acme's KPIs reach 6.67, Sales' objective 10.0, and counts as one of three.
    world.set_clock("2026-11-03T10:00:00Z").await;
    for line in [
        "/log kpi:churn value:2",
        "/log kpi:delivery value:95",
        "/log kpi:deals value:20",
    ] {
        world.tell(ada, line).await;
    }
    let summary = "/summary scorecard:Acme period:2026-10";
    says(
        &world.tell(maria, summary).await,
        &["**Customer 7.8** 🟢", "3 🟢", "🟢 **Win deals** 10.0 · from Sales"],
    );
    says(
        &world.tell(ada, &format!("{feed} weight:2")).await,
        &["weight 1 → 2, from November 2026 on"],
    );
    says(&world.tell(maria, summary).await, &["**Customer 7.8**"]);
    says(
        &world.tell(ada, &format!("{feed} remove:true")).await,
        &["feeds **Keep customers** no more, from November 2026 on"],
    );
    says(
        &world.tell(ada, &format!("{feed} remove:true")).await,
        &["how it is already"],
    );
    says(&world.tell(maria, summary).await, &["**Customer 7.8**"]);

    // Where it no longer counts, and in the period before it existed.
    world.set_clock("2026-12-03T10:00:00Z").await;
    let november = world.tell(maria, "/summary scorecard:Acme period:2026-11").await;
    assert!(!november.contains("Win deals"), "{november}");
    world.stop_bot().await;
}

#[tokio::test]
async fn a_quarter_above_shows_the_last_month_below_and_a_month_above_the_last_quarter() {
    let mut world = acme_and_sales().await;
    let ada = &world.ada;
    for line in [
        "/scorecard create name:Plant parent:Acme time_zone:Europe/Berlin review:quarterly",
        "/objective add name:\"Run well\" perspective:Financial scorecard:Plant",
        "/kpi add objective:\"Run well\" key:uptime name:Uptime unit:% frequency:quarterly target:99 red_flag:95",
        "/objective feeds source:\"Win deals\" into:\"Keep customers\"",
        "/objective feeds source:\"Run well\" into:\"Keep customers\" weight:0.5",
    ] {
        world.tell(ada, line).await;
    }
    world.set_clock("2027-01-04T10:00:00Z").await;
    for line in [
        "/log kpi:deals value:5 period:2026-11",
        "/log kpi:deals value:10 period:2026-12",
        "/log kpi:uptime value:95 period:2026-Q3",
        "/log kpi:uptime value:99 period:2026-Q4",
    ] {
        world.tell(ada, line).await;
    }
    let quarter = world.tell(ada, "/summary scorecard:Acme period:2026-Q4").await;
    says(
        &quarter,
        &["🟢 **Win deals** 6.7 · from Sales", "🟢 **Run well** 6.7 · from Plant"],
    );
    says(
        &world.tell(ada, "/summary scorecard:Acme period:2026-11").await,
        &[
            "🟡 **Win deals** 3.3 · from Sales",
            "🟡 **Run well** 3.3 · from Plant · ±0.0 · as of Q3 2026",
        ],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_changes_below_is_seen_above_and_marks_what_was_published_there() {
    let mut world = acme_and_sales().await;
    let ada = &world.ada;
    world
        .tell(ada, "/objective feeds source:\"Win deals\" into:\"Keep customers\"")
        .await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    for line in [
        "/log kpi:churn value:2",
        "/log kpi:delivery value:95",
        "/log kpi:deals value:20",
    ] {
        world.tell(ada, line).await;
    }
    world.set_clock("2026-12-08T12:00:00Z").await;
    let digest = |world: &World| {
        let posted = world.posted();
        posted
            .iter()
            .rev()
            .find(|text| text.contains("**Customer"))
            .cloned()
            .unwrap_or_default()
    };
    says(&digest(&world), &["**Customer 7.8**"]);
    world.tell(ada, "/log kpi:deals value:7 period:2026-11").await;
    world.settled().await;
    world
        .until(
            || digest(&world).contains("**Customer 6.0**"),
            "the digest follows what feeds it",
        )
        .await;

    world
        .tell(ada, "/review close scorecard:Acme period:2026-11 decisions:none")
        .await;
    world
        .tell(ada, "/log kpi:deals value:20 period:2026-11 note:\"Two more signed\"")
        .await;
    let said = world.tell(&world.maria, "/summary scorecard:Acme period:2026-11").await;
    says(&said, &["Published **6.0", "restated **7.8", "*Sales* changed by Ada"]);
    world
        .tell(ada, "/scorecard edit scorecard:Sales visibility:private")
        .await;
    let said = world.tell(&world.maria, "/summary scorecard:Acme period:2026-11").await;
    says(&said, &["restated **7.8", "*a private scorecard* changed by Ada"]);
    assert!(!said.contains("Sales"), "{said}");
    world.stop_bot().await;
}

/// A department and a team below Acme, and a private card between Sales and another team.
async fn a_group() -> World {
    let world = acme_and_sales().await;
    for line in [
        "/scorecard create name:Shop parent:Sales time_zone:Europe/Berlin",
        "/scorecard create name:Board parent:Acme visibility:private time_zone:Europe/Berlin",
        "/scorecard create name:Staff parent:Board time_zone:Europe/Berlin",
        "/objective feeds source:\"Win deals\" into:\"Keep customers\"",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-11-12T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:deals value:7").await;
    world.tell(&world.maria, "/log kpi:churn value:2.2").await;
    world
}

#[tokio::test]
async fn the_cascade_shows_each_scorecard_as_its_summary_does() {
    let world = a_group().await;
    let shown = world.answer(&world.ada, "/cascade").await;
    let said = shown.text();
    says(
        &said,
        &[
            "**5 scorecards** · October 2026",
            "\n**Acme",
            "\n↳ **Board",
            "\n\u{2003}↳ **Staff",
            "\n↳ **Sales 4.7**",
            "\n\u{2003}↳ **Shop",
            "counts in nothing above",
        ],
    );
    let sales = said.lines().find(|line| line.contains("Sales")).unwrap();
    assert!(!sales.contains("counts in nothing above"), "{sales}");
    let summary = world.tell(&world.ada, "/summary scorecard:Sales").await;
    says(&summary, &["**Sales · October 2026: 4.7**"]);
    let [file] = shown.attachments.as_slice() else {
        panic!("one picture: {:?}", shown.attachments);
    };
    let described = file.description.clone().unwrap_or_default();
    says(
        &described,
        &["Cascade of All scorecards, October 2026", "Sales 4.7 at risk"],
    );

    let opened = world
        .ada
        .select(&shown, "v1:cascade:-:0:select", &["Sales"])
        .await
        .unwrap();
    says(&message(&opened).await.text(), &["**Sales · October 2026: 4.7**"]);
    says(
        &world.tell(&world.ada, "/cascade scorecard:Sales").await,
        &["**Sales** and one scorecard below it", "\n↳ **Shop"],
    );
    says(
        &world.tell(&world.ada, "/cascade scorecard:Shop").await,
        &["**Shop**; no scorecard stands below it"],
    );
}

#[tokio::test]
async fn a_private_scorecard_leaves_no_gap_in_the_cascade() {
    let world = a_group().await;
    let said = world.tell(&world.leo, "/cascade").await;
    says(&said, &["**4 scorecards**", "\n↳ **Staff", "\n↳ **Sales"]);
    assert!(!said.contains("Board"), "{said}");
    for line in [
        "/scorecard create name:Holding visibility:private time_zone:Europe/Berlin",
        "/scorecard create name:Branch parent:Holding time_zone:Europe/Berlin",
    ] {
        world.tell(&world.ada, line).await;
    }
    let said = world.tell(&world.leo, "/cascade").await;
    let branch = said.lines().find(|line| line.contains("**Branch")).unwrap();
    assert!(!branch.contains("above"), "nothing stands above it for Leo: {branch}");
    let none = world.tell(&world.leo, "/cascade scorecard:Board").await;
    let unknown = world.tell(&world.leo, "/cascade scorecard:Bread").await;
    assert_eq!(none.replace("Board", ""), unknown.replace("Bread", ""));
}

#[tokio::test]
async fn a_long_cascade_has_pages() {
    let world = World::at("2026-11-12T10:00:00Z").await;
    world.build_acme(None).await;
    for number in 10..32 {
        let line = format!("/scorecard create name:\"Team {number}\" parent:Acme");
        world.tell(&world.ada, &line).await;
    }
    let first = world.answer(&world.maria, "/cascade").await;
    says(&first.text(), &["**23 scorecards**", "**Team 28", "**Team 10"]);
    assert!(!first.text().contains("Team 29"));
    let next = world.maria.press(&first, "▶ 2/2").await.unwrap();
    let second = message(&next).await;
    says(&second.text(), &["**Team 29", "**Team 31"]);
    assert!(!second.text().contains("Team 28"));
    assert_eq!(
        second.attachments.len(),
        1,
        "its own picture, not also that of the page before"
    );
}
