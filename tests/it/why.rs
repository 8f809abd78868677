//! `/why`: chains of scores that a person can work out again.

use sandbox::{Answer, Message};

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    let said = said.replace('\u{202F}', " ");
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

async fn logged() -> World {
    let world = World::acme("2026-12-02T10:00:00Z").await;
    world.tell(&world.ada, "/log kpi:churn value:2.3").await;
    world.tell(&world.ada, "/log kpi:delivery value:94").await;
    world
}

#[tokio::test]
async fn the_chain_ends_in_the_number_that_the_summary_shows() {
    let mut world = logged().await;
    let maria = &world.maria;
    // Churn: 1 + (2.3 − 2.5) ÷ (2 − 2.5) = 1.4, which is 4.67. Delivery: 1 + (94 − 90) ÷ (95 − 90) = 1.8, which is 6.0.
    says(&world.tell(maria, "/summary").await, &["**Customer 5.3** 🟡"]);
    let said = world.tell(maria, "/why what:Customer").await;
    says(
        &said,
        &[
            "Acme · November 2026",
            "**Customer 5.3** 🟡 at risk = Keep customers 5.3, the only score below it",
            "**Keep customers 5.3** 🟡 at risk = (Customer churn 4.67 × 1 + On-time delivery 6.0 × 1) ÷ 2",
            "**Customer churn 4.67** 🟡 at risk: 10/3 × (1 + (2.3 − 2.5) ÷ (2.0 − 2.5)) = 4.67",
            "value 2.3 % · target 2.0 % · red flag 2.5 %",
            "**On-time delivery 6.0** 🟡 at risk: 10/3 × (1 + (94.0 − 90.0) ÷ (95.0 − 90.0)) = 6.0",
            "↑ counts with 1 of 1 in **Acme 5.3** 🟡",
        ],
    );
    says(
        &world.tell(maria, "/why what:churn").await,
        &["**Customer churn 4.7**", "in **Keep customers 5.3**"],
    );
    says(
        &world.tell(maria, "/why what:\"Keep customers\" period:2026-Q4").await,
        &["scores follow when the quarter is over"],
    );
    says(&world.tell(maria, "/why what:chrun").await, &["Did you mean", "churn"]);
    says(
        &world.tell(maria, "/why what:Customer period:2027-05").await,
        &["May 2027 begins only"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_is_missing_overridden_or_assumed_is_named_and_longer_periods_show_their_parts() {
    let mut world = logged().await;
    let ada = &world.ada;
    for line in [
        "/kpi add objective:\"Keep customers\" key:deals name:Deals aggregation:sum target:10 owner:@Leo",
        "/log kpi:deals value:12 period:2026-10",
        "/log kpi:deals value:9 period:2026-11",
        "/kpi target kpi:deals target:8 red_flag:4 from:2026-12 holds:\"only in that period\"",
    ] {
        world.tell(ada, line).await;
    }
    world.set_clock("2027-01-04T10:00:00Z").await;
    says(
        &world.tell(ada, "/why what:deals period:2026-Q4").await,
        &[
            "the sum of 2 of 3 months, without December 2026",
            "• October 2026: 12 · target 10 · red flag 9",
            "• December 2026: no value yet · target 8 · red flag 4 · not counted",
            "Value: 12 + 9 = 21",
            "Target: 10 + 10 = 20",
            "red flag 18, *assumed*",
        ],
    );
    world.tell(ada, "/log kpi:deals value:8 period:2026-12").await;
    says(
        &world.tell(ada, "/why what:deals period:2026-12").await,
        &[
            "target 8, for this period only",
            "= 6.7",
            "↑ counts with 1 of 1 in **Keep customers 6.7** ⚪ provisional",
        ],
    );
    says(
        &world.tell(ada, "/why what:\"Keep customers\" period:2026-12").await,
        &[
            "**Keep customers 6.7** ⚪ provisional = Deals 6.7, the only score below it",
            "Left out: Customer churn (no value yet), On-time delivery (no value yet); 1 of 3 have a score",
            "Weight in: (Customer churn 0 % × 1 + Deals 100 % × 1 + On-time delivery 0 % × 1) ÷ 3",
            "= 33 %; below 75 % a score is provisional",
        ],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_step_is_looked_at_by_itself_and_why_is_asked_where_a_score_is_told() {
    let mut world = logged().await;
    let (ada, maria) = (&world.ada, &world.maria);
    let offered = maria.complete(world.team, "/why what:cust").await.unwrap();
    let names: Vec<&str> = offered.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Customer · perspective · Acme",
            "Keep customers · objective · Acme",
            "Customer churn (churn) · KPI",
        ]
    );
    let shown = world.answer(maria, "/why what:Customer").await;
    let deeper = maria
        .select(
            &shown,
            "v1:why:1:monthly:2026-11-01:p:p:2:0:select",
            &["On-time delivery"],
        )
        .await
        .unwrap();
    says(
        &message(&deeper).await.text(),
        &[
            "**On-time delivery 6.0**",
            "↑ counts with 1 of 2 in **Keep customers 5.3**",
        ],
    );
    let up = maria.press(&message(&deeper).await, "↑ Keep customers").await.unwrap();
    says(&message(&up).await.text(), &["**Keep customers 5.3** 🟡 at risk = ("]);

    let worse = world.answer(ada, "/log kpi:churn value:3.4").await;
    let why = ada.press(&worse, "Why?").await.unwrap();
    says(
        &message(&why).await.text(),
        &["**Customer churn 0.0** 🔴", "= −2.67, held at 0"],
    );
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(2));
    world.settled().await;
    let alert = |message: &Message| message.text().contains("went off target");
    world
        .until(|| world.sandbox.messages(world.team).iter().any(alert), "the alert")
        .await;
    let alert = world.sandbox.messages(world.team).into_iter().find(alert).unwrap();
    let why = maria.press(&alert, "Why?").await.unwrap();
    assert!(matches!(why.answer().await, Ok(Answer::Message(_))), "beside the alert");
    says(&message(&why).await.text(), &["**Customer churn 0.0** 🔴"]);

    let summary = world.answer(maria, "/summary").await;
    let why = maria.press(&summary, "Why?").await.unwrap();
    says(
        &message(&why).await.text(),
        &["**Acme 3.0** 🔴", "**Customer churn 0.0**"],
    );
    world.stop_bot().await;
}
