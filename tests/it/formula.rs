//! KPIs that are computed from others: what is asked, shown and told about them, and what is refused.

use crate::world::World;

/// Acme in November, with how many customers there were and left, and their ratio.
async fn churning() -> World {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/kpi add objective:\"Keep customers\" key:customers name:Customers aggregation:sum owner:@Leo",
        "/kpi add objective:\"Keep customers\" key:left name:\"Customers lost\" aggregation:sum owner:@Maria",
        "/kpi add objective:\"Keep customers\" key:rate name:\"Churn rate\" unit:% decimals:1 direction:lower target:3 \
         red_flag:5 owner:@Maria formula:\"left / customers * 100\"",
    ] {
        let said = world.tell(&world.ada, line).await;
        assert!(said.contains("is added"), "{said}");
    }
    world.set_clock("2026-11-12T10:00:00Z").await;
    world
}

async fn said(world: &World, who: &sandbox::Person, line: &str, parts: &[&str]) {
    let said = world.tell(who, line).await;
    for part in parts {
        assert!(said.contains(part), "{line}: {said:?} does not contain {part:?}");
    }
}

#[tokio::test]
async fn a_formula_follows_its_inputs_and_alerts_like_any_value() {
    let world = churning().await;
    let (ada, maria, leo) = (&world.ada, &world.maria, &world.leo);
    said(
        &world,
        ada,
        "/kpi show kpi:rate",
        &["`left / customers * 100`", "October 2026", "waits for", "Customers"],
    )
    .await;
    said(&world, leo, "/log kpi:customers value:200", &["Customers"]).await;
    said(
        &world,
        maria,
        "/log kpi:left value:4",
        &["Moves **Churn rate**: no value → 2.0"],
    )
    .await;
    said(&world, ada, "/summary", &["**Churn rate** 2.0"]).await;
    said(&world, ada, "/kpi list", &["Churn rate", "2.0"]).await;

    said(&world, maria, "/log kpi:left value:12", &["2.0", "→ 6.0"]).await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    let posted = world.posted();
    assert!(
        posted
            .iter()
            .any(|post| post.contains("**Churn rate** went off target: **6.0")),
        "{posted:?}"
    );

    let corrected = world.answer(maria, "/log kpi:left value:4").await;
    world.settled().await;
    let posted = world.posted();
    assert!(posted.iter().any(|post| post.contains("Withdrawn")), "{posted:?}");
    let undo = maria.press(&corrected, "Undo").await.unwrap();
    crate::world::message(&undo).await;
    said(&world, ada, "/kpi show kpi:rate", &["6.0"]).await;
}

#[tokio::test]
async fn nobody_is_asked_for_what_is_computed_and_nobody_can_log_it() {
    let world = churning().await;
    said(
        &world,
        &world.maria,
        "/log kpi:rate value:3",
        &["computed by its formula"],
    )
    .await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.maria).remove(0).text();
    assert!(
        prompt.contains("Customers lost") && !prompt.contains("Churn rate"),
        "{prompt}"
    );
}

#[tokio::test]
async fn a_division_by_zero_and_a_missing_input_are_blank_and_say_so() {
    let world = churning().await;
    said(&world, &world.leo, "/log kpi:customers value:0", &["Customers"]).await;
    said(
        &world,
        &world.ada,
        "/summary",
        &["**Churn rate** waits for **Customers lost**"],
    )
    .await;
    said(&world, &world.maria, "/log kpi:left value:4", &["Customers lost"]).await;
    said(&world, &world.ada, "/summary", &["⚪ **Churn rate** divides by zero"]).await;
    said(
        &world,
        &world.leo,
        "/log kpi:customers value:\"n/a: no count\"",
        &["no value → not applicable"],
    )
    .await;
    said(
        &world,
        &world.ada,
        "/summary",
        &["**Churn rate** not applicable: no count"],
    )
    .await;
}

#[tokio::test]
async fn a_quarter_is_computed_from_what_its_inputs_add_up_to() {
    let world = churning().await;
    let (maria, leo) = (&world.maria, &world.leo);
    for (month, lost, all) in [("2026-08", 2, 40), ("2026-09", 2, 100)] {
        said(
            &world,
            maria,
            &format!("/log kpi:left value:{lost} period:{month}"),
            &["Customers lost"],
        )
        .await;
        said(
            &world,
            leo,
            &format!("/log kpi:customers value:{all} period:{month}"),
            &["Customers"],
        )
        .await;
    }
    said(&world, maria, "/summary period:2026-Q3", &["**Churn rate** 2.9"]).await;
}

#[tokio::test]
async fn a_formula_that_cannot_be_is_refused_in_words() {
    let world = churning().await;
    let ada = &world.ada;
    said(
        &world,
        ada,
        "/kpi edit kpi:left formula:\"rate * 2\"",
        &["would read itself"],
    )
    .await;
    said(
        &world,
        ada,
        "/kpi edit kpi:rate formula:\"rate + 1\"",
        &["would read itself"],
    )
    .await;
    said(
        &world,
        ada,
        "/kpi edit kpi:rate formula:\"revenue / customers\"",
        &["no KPI with the key", "revenue"],
    )
    .await;
    said(
        &world,
        ada,
        "/kpi edit kpi:rate formula:\"left / \"",
        &["ends too early"],
    )
    .await;
    said(
        &world,
        ada,
        "/kpi edit kpi:rate formula:\"left customers\"",
        &["beside each other"],
    )
    .await;
    let add = "/kpi add objective:\"Keep customers\" key:year name:Yearly frequency:yearly";
    said(&world, ada, add, &["is added"]).await;
    said(
        &world,
        ada,
        "/kpi edit kpi:rate formula:\"left / year\"",
        &["less often"],
    )
    .await;
    said(&world, ada, "/kpi edit kpi:customers frequency:yearly", &["less often"]).await;
    said(
        &world,
        ada,
        "/kpi show kpi:rate",
        &["Formula `left / customers * 100`\n"],
    )
    .await;
}

#[tokio::test]
async fn a_changed_formula_holds_from_the_running_period_on() {
    let world = churning().await;
    let (ada, maria, leo) = (&world.ada, &world.maria, &world.leo);
    for period in ["2026-10", "2026-11"] {
        said(
            &world,
            maria,
            &format!("/log kpi:left value:4 period:{period}"),
            &["Customers lost"],
        )
        .await;
        said(
            &world,
            leo,
            &format!("/log kpi:customers value:200 period:{period}"),
            &["Customers"],
        )
        .await;
    }
    world.set_clock("2026-11-20T10:00:00Z").await;
    let edit = "/kpi edit kpi:rate formula:\"left / (customers + left) * 100\" decimals:3";
    said(
        &world,
        ada,
        edit,
        &[
            "`left / customers * 100` → `left / (customers + left) * 100`",
            "1.961",
            "from November 2026 on",
        ],
    )
    .await;
    said(&world, ada, "/kpi show kpi:rate", &["2.000", "1.961"]).await;

    said(&world, ada, "/kpi edit kpi:rate formula:none", &["→ none"]).await;
    said(
        &world,
        maria,
        "/log kpi:rate value:2.5 period:2026-11",
        &["Churn rate", "2.500"],
    )
    .await;
    said(
        &world,
        maria,
        "/log kpi:rate value:2.5 period:2026-10",
        &["computed by its formula"],
    )
    .await;
}
