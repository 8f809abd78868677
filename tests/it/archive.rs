//! Taking things out of use and back: what goes along, what stays as it was, what nobody is asked for any more.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn an_archived_kpi_keeps_its_past_is_not_asked_for_and_its_alert_ends_without_a_new_message() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let (ada, maria) = (&world.ada, &world.maria);
    says(&world.tell(maria, "/log kpi:churn value:3").await, &["🔴"]);
    world.set_clock("2026-11-20T10:05:00Z").await;
    assert!(world.posted().iter().any(|post| post.contains("went off target")));
    let posts = world.posted().len();

    let archived = world
        .tell(ada, "/kpi archive kpi:churn reason:\"Measured otherwise\"")
        .await;
    says(
        &archived,
        &["**Customer churn** is archived", "`/kpi restore` brings it back"],
    );
    world.settled().await;
    assert_eq!(world.posted().len(), posts, "{:?}", world.posted());
    assert!(
        world
            .posted()
            .iter()
            .any(|post| post.contains("Closed: the KPI was archived"))
    );
    says(&world.tell(ada, "/kpi show kpi:churn").await, &["no KPI **churn**"]);
    says(
        &world.tell(ada, "/summary scorecard:Acme period:2026-10").await,
        &["**Customer churn** 3.0"],
    );

    world.set_clock("2026-12-01T08:30:00Z").await;
    assert!(world.direct(maria).is_empty(), "{:?}", world.direct(maria));
    let asked = world.direct(&world.leo);
    assert!(asked.iter().any(|message| message.text().contains("On-time delivery")));
    let november = world.tell(ada, "/summary scorecard:Acme period:2026-11").await;
    assert!(!november.contains("Customer churn"), "{november}");

    says(
        &world.tell(ada, "/kpi restore kpi:churn").await,
        &["**Customer churn** is back in use"],
    );
    says(&world.tell(ada, "/kpi show kpi:churn").await, &["Owner Maria"]);
    let trail = world.tell(ada, "/audit noun:kpi").await;
    says(
        &trail,
        &[
            "Ada restored the KPI **Customer churn**",
            "Ada archived the KPI **Customer churn** (Acme): “Measured otherwise”",
        ],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_somebody_was_already_asked_for_is_no_longer_in_the_message_once_it_is_archived() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    world.set_clock("2026-12-01T08:30:00Z").await;
    let asked = |world: &World| world.direct(&world.maria)[0].text();
    says(&asked(&world), &["Customer churn"]);
    world
        .tell(&world.ada, "/objective archive objective:\"Keep customers\"")
        .await;
    world.settled().await;
    says(&asked(&world), &["Everything is in"]);
    let november = world.tell(&world.ada, "/summary scorecard:Acme period:2026-11").await;
    assert!(!november.contains("waiting for"), "{november}");
    world.stop_bot().await;
}

#[tokio::test]
async fn an_objective_goes_with_its_kpis_and_comes_back_by_the_button() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let ada = &world.ada;
    let archived = world
        .answer(ada, "/objective archive objective:\"Keep customers\"")
        .await;
    says(&archived.text(), &["**Keep customers** with 2 KPIs is archived"]);
    says(&world.tell(ada, "/log kpi:churn value:2").await, &["no KPI **churn**"]);
    let offered = ada.complete(world.team, "/kpi restore kpi:").await.unwrap();
    assert!(offered.is_empty(), "{offered:?}");

    says(
        &world
            .tell(ada, "/objective add name:\"Keep customers\" perspective:Customer")
            .await,
        &["is added"],
    );
    says(
        &world.tell(ada, "/objective restore objective:\"Keep customers\"").await,
        &["The name **Keep customers** is taken"],
    );
    world
        .tell(ada, "/objective edit objective:\"Keep customers\" name:Other")
        .await;
    let undone = ada.press(&archived, "Undo").await.unwrap();
    says(&message(&undone).await.text(), &["with 2 KPIs is back in use"]);
    says(&world.tell(&world.maria, "/log kpi:churn value:2").await, &["🟢"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn an_empty_perspective_is_removed_and_one_with_objectives_is_archived_with_them() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let ada = &world.ada;
    says(
        &world.tell(ada, "/perspective remove perspective:Financial").await,
        &["had no objectives, so it is removed from **Acme**"],
    );
    says(
        &world.tell(ada, "/perspective restore perspective:Financial").await,
        &["no perspective **Financial**"],
    );
    says(
        &world.tell(ada, "/perspective remove perspective:Customer").await,
        &[
            "**Customer** with 1 objective, 2 KPIs is archived",
            "`/perspective restore`",
        ],
    );
    says(
        &world.tell(ada, "/perspective restore perspective:Customer").await,
        &["with 1 objective, 2 KPIs is back in use"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_archived_scorecard_is_gone_from_every_list_and_its_cycle_rests_until_it_comes_back() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let ada = &world.ada;
    says(
        &world.tell(ada, "/scorecard archive scorecard:Acme").await,
        &["**Acme** with 1 objective, 2 KPIs is archived", "`/scorecard restore`"],
    );
    says(&world.tell(ada, "/scorecard list").await, &["no scorecard here yet"]);
    world.set_clock("2026-12-09T12:00:00Z").await;
    assert!(world.direct(&world.maria).is_empty());
    assert!(world.posted().is_empty(), "{:?}", world.posted());

    says(
        &world.tell(&world.maria, "/scorecard restore scorecard:Acme").await,
        &["no scorecard **Acme**"],
    );
    says(
        &world.tell(ada, "/scorecard restore scorecard:Acme").await,
        &["back in use"],
    );
    world.settled().await;
    says(&world.tell(ada, "/kpi list").await, &["**2 KPIs**"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_new_weight_holds_from_today_and_earlier_periods_keep_theirs() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let ada = &world.ada;
    world.tell(&world.maria, "/log kpi:churn value:2.5").await;
    world.tell(&world.leo, "/log kpi:delivery value:95").await;
    let october = world.tell(ada, "/summary scorecard:Acme period:2026-10").await;
    for line in [
        "/kpi edit kpi:churn weight:9",
        "/objective edit objective:\"Keep customers\" weight:3",
        "/perspective edit perspective:Customer weight:4",
    ] {
        says(&world.tell(ada, line).await, &["Weight: 1 → "]);
    }
    let after = world.tell(ada, "/summary scorecard:Acme period:2026-10").await;
    assert_eq!(after, october);
    world.stop_bot().await;
}

#[tokio::test]
async fn what_a_formula_reads_stays_in_use_until_the_formula_reads_it_no_more() {
    let mut world = World::acme("2026-11-20T10:00:00Z").await;
    let ada = &world.ada;
    for line in [
        "/scorecard create name:Sales parent:Acme",
        "/objective add name:Sell perspective:Customer scorecard:Sales",
        "/kpi add objective:Sell key:orders name:Orders",
        "/kpi add objective:Sell key:half name:Half formula:\"orders / 2\"",
        "/kpi add objective:\"Keep customers\" key:twice name:Twice formula:\"orders * 2\"",
    ] {
        world.tell(ada, line).await;
    }
    says(
        &world.tell(ada, "/kpi archive kpi:orders").await,
        &[
            "2 KPIs are computed from **Orders**",
            "**Half**",
            "**Twice**",
            "`/kpi edit formula`",
        ],
    );
    // What goes along is not in the way.
    for line in [
        "/objective archive objective:Sell",
        "/perspective remove perspective:Customer scorecard:Sales",
        "/scorecard archive scorecard:Sales",
    ] {
        says(&world.tell(ada, line).await, &["**Twice** is computed from **"]);
    }
    says(&world.tell(ada, "/kpi show kpi:orders").await, &["**Orders**"]);
    world.tell(ada, "/kpi edit kpi:twice formula:\"churn * 2\"").await;
    says(
        &world.tell(ada, "/objective archive objective:Sell").await,
        &["**Sell** with 2 KPIs is archived"],
    );
    says(
        &world.tell(ada, "/kpi archive kpi:churn").await,
        &["**Twice** is computed from **Customer churn**"],
    );
    says(
        &world.tell(ada, "/kpi archive kpi:twice").await,
        &["**Twice** is archived"],
    );
    says(
        &world.tell(ada, "/kpi archive kpi:churn").await,
        &["**Customer churn** is archived"],
    );
    world.stop_bot().await;
}
