//! Building a scorecard: what people give, what they read, what is offered while they type.

use crate::world::World;

/// Discord's permission bits.
const VIEW_CHANNEL: u64 = 1 << 10;
const SEND_MESSAGES: u64 = 1 << 11;

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn a_scorecard_is_built_step_by_step_and_every_change_shows_old_and_new() {
    let mut world = World::at("2026-10-12T10:00:00Z").await;
    let (ada, maria) = (&world.ada, &world.maria);
    says(
        &world.tell(ada, "/scorecard list").await,
        &["no scorecard here yet", "import a CSV"],
    );
    says(&world.tell(maria, "/help").await, &["no scorecard here yet"]);
    says(
        &world.tell(maria, "/scorecard create name:Mine").await,
        &["Only administrators", "**Manage Server**"],
    );

    let created = "/scorecard create name:Acme channel:#team time_zone:berlin";
    says(
        &world.tell(ada, created).await,
        &["time zone **berlin**", "**Europe/Berlin**"],
    );
    let created = "/scorecard create name:Acme channel:#team time_zone:Europe/Berlin manager:@Maria";
    says(
        &world.tell(ada, created).await,
        &["**Acme** is created", "Financial · Customer", "manager Maria"],
    );
    says(
        &world.tell(ada, created).await,
        &["The name **Acme** is taken by another scorecard"],
    );
    let renamed = "/scorecard edit name:\"Acme Group\" vision:\"First *choice*\"";
    says(
        &world.tell(maria, renamed).await,
        &["Name: **Acme** → **Acme Group**", "none → First \\*choice\\*"],
    );
    says(
        &world.tell(ada, "/scorecard edit parent:\"Acme Group\"").await,
        &["part of itself"],
    );

    says(
        &world
            .tell(maria, "/perspective edit perspective:Customer weight:2")
            .await,
        &["Weight: 1 → 2"],
    );
    says(
        &world
            .tell(maria, "/perspective move perspective:Customer place:1")
            .await,
        &["Place: 2 → 1", "1. **Customer**"],
    );
    says(
        &world
            .tell(maria, "/perspective edit perspective:Custmer weight:2")
            .await,
        &["Did you mean **Customer**?"],
    );

    says(
        &world
            .tell(maria, "/objective add name:\"Keep customers\" perspective:Customer")
            .await,
        &["`/kpi add`"],
    );
    says(
        &world
            .tell(maria, "/objective add name:\"Grow\" perspective:Financial")
            .await,
        &["**Grow** is added"],
    );
    let drives = "/objective drives cause:\"Keep customers\" effect:Grow lag:2";
    says(&world.tell(maria, drives).await, &["Drives **Grow** after 2 periods"]);
    says(
        &world.tell(maria, "/objective show objective:Grow").await,
        &["Driven by **Keep customers**", "No KPI"],
    );
    says(
        &world
            .tell(maria, "/objective add name:\"@everyone\" perspective:Financial")
            .await,
        &["cannot contain"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_kpi_is_added_targeted_logged_shown_and_handed_over() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let (ada, maria) = (&world.ada, &world.maria);
    says(&world.tell(maria, "/log kpi:churn value:1.8").await, &["🟢"]);
    let target = world.tell(ada, "/kpi target kpi:churn target:1.5").await;
    says(
        &target,
        &[
            "from November 2026 on",
            "2.0",
            "→ **1.5",
            "*assumed*",
            "Your last value with it: 1 ",
        ],
    );
    says(
        &world.tell(ada, "/kpi target kpi:churn target:1 from:2026-09").await,
        &["September 2026 is over", "November 2026"],
    );
    says(
        &world.tell(ada, "/kpi target kpi:churn target:1.2 red_flag:1").await,
        &["1 is not higher than 1.2"],
    );
    says(
        &world.tell(ada, "/kpi target kpi:churn target:1.234").await,
        &["**1.234**", "`1.2340`", "`1234`"],
    );
    says(
        &world.tell(ada, "/kpi edit kpi:churn frequency:weekly").await,
        &["**Customer churn** has values"],
    );
    says(
        &world.tell(ada, "/kpi edit kpi:churn weight:3").await,
        &["Weight: 1 → 3"],
    );
    says(
        &world.tell(ada, "/kpi edit kpi:churn weight:0").await,
        &["**0** as a weight"],
    );
    let shown = world.tell(&world.leo, "/kpi show kpi:churn").await;
    says(
        &shown,
        &[
            "🟢 on target · October 2026",
            "Owner Maria",
            "for all periods",
            "from November 2026 on",
        ],
    );
    says(
        &world.tell(&world.leo, "/kpi list").await,
        &["**2 KPIs**", "🟢 **Customer churn**", "no value yet · Leo"],
    );
    says(
        &world.tell(maria, "/kpi hand-over kpi:churn to:@Leo").await,
        &["Owner: Maria → Leo"],
    );
    says(
        &world.tell(&world.leo, "/help").await,
        &["**Your 2 KPIs:**", "`/checkin`"],
    );
    let taken = "/kpi add objective:\"Keep customers\" key:CHURN name:Other";
    says(&world.tell(ada, taken).await, &["`CHURN` is in use"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_template_makes_a_whole_scorecard_and_a_second_one_keeps_its_keys_apart() {
    let mut world = World::at("2026-10-12T10:00:00Z").await;
    world.until_joined().await;
    let ada = &world.ada;
    let said = world.tell(ada, "/scorecard template template:company").await;
    says(
        &said,
        &["**Acme** is created: 4 perspectives", "None of its KPIs has an owner"],
    );
    says(
        &world.tell(ada, "/scorecard template template:company").await,
        &["**Company** is created"],
    );
    says(
        &world.tell(ada, "/scorecard list").await,
        &["**2 scorecards**", "**Acme**", "**Company**"],
    );
    says(
        &world.tell(ada, "/kpi show kpi:churn-2").await,
        &["`churn-2`", "Company", "No owner"],
    );
    says(&world.tell(ada, "/log kpi:churn value:2.1").await, &["🟡"]);
    says(
        &world.tell(ada, "/scorecard template template:shop").await,
        &["no template **shop**"],
    );
    says(
        &world.tell(ada, "/kpi list").await,
        &["There are several scorecards", "**Acme** or **Company**"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn settings_decide_how_numbers_are_read_and_written() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    says(
        &world.tell(&world.maria, "/settings").await,
        &["not chosen", "UTC", "Administrators can change them"],
    );
    says(
        &world.tell(&world.maria, "/settings alert_wait:0").await,
        &["Only administrators"],
    );
    let changed = world
        .tell(
            &world.ada,
            "/settings number_format:\"1.234,5\" time_zone:Europe/Berlin",
        )
        .await;
    says(&changed, &["→ `1.234,5`", "Time zone: UTC → Europe/Berlin"]);
    says(
        &world.tell(&world.ada, "/settings time_zone:Europe/Berlin").await,
        &["how it is already"],
    );
    says(
        &world.tell(&world.maria, "/log kpi:churn value:3,4").await,
        &["3,4\u{202F}%"],
    );
    says(
        &world.tell(&world.maria, "/log kpi:churn value:viel").await,
        &["was 3,4\u{202F}% last", "`3,4%`"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_is_offered_while_typing_is_what_the_person_may_name() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let offered = async |who: &sandbox::Person, line: &str| {
        let choices = who
            .complete(world.team, line)
            .await
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        choices.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
    };
    let (ada, maria) = (&world.ada, &world.maria);
    assert_eq!(
        offered(maria, "/log kpi:").await,
        ["Customer churn (churn)"],
        "her own only"
    );
    assert_eq!(offered(ada, "/log kpi:DELIV").await, ["On-time delivery (delivery)"]);
    assert_eq!(
        offered(maria, "/kpi show kpi:").await,
        ["Customer churn (churn)", "On-time delivery (delivery)"]
    );
    assert!(
        offered(maria, "/kpi target kpi:").await.is_empty(),
        "only a manager sets targets"
    );
    assert_eq!(offered(ada, "/scorecard show scorecard:ac").await, ["Acme"]);
    assert!(offered(maria, "/perspective edit perspective:").await.is_empty());
    let perspectives = offered(ada, "/objective add name:X perspective:").await;
    assert_eq!(
        perspectives,
        ["Financial", "Customer", "Internal Process", "Learning & Growth"]
    );
    assert_eq!(
        offered(ada, "/kpi add name:X key:x objective:keep").await,
        ["Keep customers · Customer"]
    );
    let periods = offered(maria, "/log kpi:churn value:2 period:").await;
    assert_eq!(
        (periods.len(), periods[0].as_str(), periods[1].as_str()),
        (25, "November 2026", "October 2026")
    );
    assert_eq!(
        offered(maria, "/log kpi:churn value:2 period:2026-09").await,
        ["September 2026"]
    );
    let coming = offered(ada, "/kpi target kpi:churn target:1 from:").await;
    assert_eq!(coming[..2], ["November 2026", "December 2026"]);
    assert!(offered(maria, "/log kpi:nothing value:2 period:").await.is_empty());
    assert_eq!(
        offered(ada, "/scorecard create name:X time_zone:\"new york\"").await,
        ["America/New_York"]
    );
    assert_eq!(offered(ada, "/scorecard template template:hosp").await, ["hospital"]);

    world.tell(ada, "/scorecard create name:Sales").await;
    assert_eq!(
        offered(ada, "/summary scorecard:Sales perspective:cust").await,
        ["Customer"],
        "the chosen scorecard's only"
    );
    assert_eq!(
        offered(ada, "/summary perspective:cust").await,
        ["Customer · Acme", "Customer · Sales"]
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_channel_or_a_person_that_cannot_serve_is_refused_in_words() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let said = world.tell(&world.ada, "/kpi hand-over kpi:churn to:@Scorecard").await;
    says(&said, &["is not a person of this server"]);
    let hidden = world.sandbox.add_channel(world.server, "board-room");
    let bot = sandbox::OverwriteFor::Member(world.sandbox.bot_id());
    world.sandbox.set_overwrite(hidden, bot, 0, VIEW_CHANNEL);
    let said = world.tell(&world.ada, "/scorecard edit channel:#board-room").await;
    says(&said, &["I cannot post to", "**View Channel**"]);
    world.sandbox.set_overwrite(hidden, bot, 0, SEND_MESSAGES);
    let said = world.tell(&world.ada, "/scorecard edit channel:#board-room").await;
    says(&said, &["**Send Messages**"]);
    assert!(!said.contains("View Channel"), "{said}");
    world.stop_bot().await;
}
