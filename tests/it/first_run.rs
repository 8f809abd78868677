//! A server where nothing is yet: from the first question to the first value, and what a scorecard still lacks.

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn from_help_to_the_first_value_in_three_steps() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    let help = world.answer(ada, "/help").await;
    says(&help.text(), &["no scorecard here yet"]);
    let choice = message(&ada.press(&help, "Choose a template").await.unwrap()).await;
    says(&choice.text(), &["Which one is nearest to you?"]);
    let made = ada.select(&choice, "v1:start:template", &["company"]).await.unwrap();
    let made = message(&made).await.text();
    says(
        &made,
        &["**Acme** is created: 4 perspectives", "Next: `/log` with the KPI **"],
    );
    says(
        &world.tell(ada, "/log kpi:churn value:1.9").await,
        &["🟢 **Customer churn** · October 2026"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn every_question_in_an_empty_server_offers_the_same_three_ways_to_who_may_take_them() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    let (ada, maria) = (&world.ada, &world.maria);
    for line in ["/scorecard list", "/summary", "/help"] {
        let asked = world.answer(ada, line).await;
        says(&asked.text(), &["no scorecard here yet"]);
        let explained = message(&ada.press(&asked, "Import a file").await.unwrap()).await;
        says(&explained.text(), &["`/import`", "what: kpis"]);
        assert_eq!(explained.attachments.len(), 1, "{line}");
        let refused = world.answer(maria, line).await;
        says(&refused.text(), &["no scorecard here yet", "**Manage Server**"]);
        assert!(maria.press(&refused, "Start empty").await.is_err(), "{line}");
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn an_empty_scorecard_is_named_in_a_form_that_begins_with_the_servers_name() {
    let mut world = World::at("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    let asked = world.answer(ada, "/scorecard list").await;
    let opened = form(&ada.press(&asked, "Start empty").await.unwrap()).await;
    let submitted = ada.submit(&opened, &[("name", "Acme Group")]).await.unwrap();
    says(
        &message(&submitted).await.text(),
        &["**Acme Group** is created with the perspectives", "`/objective add`"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_check_lists_what_weakens_a_scorecard_and_what_mends_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let ada = &world.ada;
    world.tell(&world.maria, "/log kpi:churn value:1.8").await;
    world.tell(ada, "/objective add name:Grow perspective:Financial").await;
    let found = world.tell(ada, "/scorecard check").await;
    says(
        &found,
        &[
            "**4 things weaken** **Acme**",
            "**1 objective has no KPI:** **Grow**",
            "**2 objectives are linked to no other:** **Grow** · **Keep customers**",
            "has no leading KPI,** so it says only what has happened: **Keep customers**",
            "**1 KPI never had a value:** **On-time delivery**",
        ],
    );
    for line in [
        "/objective drives cause:\"Keep customers\" effect:Grow",
        "/kpi add objective:Grow key:calls name:Calls indicator:leading",
        "/kpi edit kpi:churn indicator:leading",
        "/log kpi:delivery value:96",
        "/log kpi:calls value:3 period:2026-11",
    ] {
        world.tell(ada, line).await;
    }
    says(&world.tell(ada, "/scorecard check").await, &["nothing to mend"]);

    for month in 3..=10 {
        let line = format!("/log kpi:delivery value:96 period:2026-{month:02}");
        world.tell(&world.leo, &line).await;
    }
    says(
        &world.tell(ada, "/scorecard check").await,
        &[
            "**One thing weakens**",
            "**1 KPI was 🟢 on target in each of the last 8 periods:** **On-time delivery**",
        ],
    );
    let none = world.tell(ada, "/scorecard template template:city name:City").await;
    says(&none, &["**City** is created"]);
    says(
        &world.tell(ada, "/scorecard check scorecard:City").await,
        &[
            "KPIs have no owner:**",
            "`/kpi hand-over`",
            "part of no other scorecard",
        ],
    );
    world.stop_bot().await;
}
