//! What is done about KPIs and objectives: begun, said how far, listed, and reminded of in the message of the day.

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn an_initiative_is_begun_by_the_owner_and_everybody_sees_how_far_it_is() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let line = "/initiative add name:\"Win-back *calls*\" kpi:churn due:\"20 Dec\" budget:€12k \
                effect:\"Churn back to 2 %\" milestones:\"List of accounts; Half are called by 10 Dec\"";
    says(
        &world.tell(&world.leo, line).await,
        &["What is done about **Customer churn** is kept by its owner, Maria"],
    );
    says(
        &world.tell(&world.maria, line).await,
        &[
            r"**Win-back \*calls\*** is begun, for **Customer churn**",
            "planned · Maria · due 20 December 2026",
            "Budget €12,000",
            "Expected: Churn back to 2 %",
            "• Half are called, due 10 December 2026",
            "I remind its owner",
        ],
    );
    says(
        &world.tell(&world.maria, line).await,
        &["is taken by another initiative"],
    );
    let update = "/initiative update initiative:\"win-back *calls*\" percent:40 spent:3000 reached:accounts \
                  note:\"Half of them stay\"";
    says(
        &world.tell(&world.maria, update).await,
        &[
            "Status: planned → in progress",
            "Done: 0\u{202f}% → 40\u{202f}%",
            "Spent: none → €3,000",
            "• List of accounts, reached 12 November 2026",
            "“Half of them stay”",
        ],
    );
    says(
        &world.tell(&world.leo, "/initiative list").await,
        &[
            "**1 initiative** for **Acme**",
            "in progress, 40 % · Maria · due 20 December 2026",
        ],
    );
    says(
        &world.tell(&world.leo, "/kpi show kpi:churn").await,
        &["Action: *Win-back", "40\u{202f}%, due 20 December 2026, Maria"],
    );
    says(
        &world
            .tell(&world.leo, "/objective show objective:\"Keep customers\"")
            .await,
        &["Action: *Win-back"],
    );
    let offered = world
        .leo
        .complete(world.team, "/initiative show initiative:CALLS")
        .await
        .unwrap();
    assert_eq!(offered.len(), 1, "{offered:?}");
    let done = "/initiative update initiative:\"Win-back *calls*\" status:done";
    says(
        &world.tell(&world.maria, done).await,
        &["Status: in progress → done", "→ 100"],
    );
    says(
        &world
            .tell(&world.leo, "/initiative show initiative:\"Win-back *calls*\"")
            .await,
        &["Maria: in progress, 40 % · “Half of them stay”", "Maria: done, 100 %"],
    );
    says(
        &world.tell(&world.leo, "/initiative list").await,
        &["Nothing is being done"],
    );
    says(
        &world.tell(&world.leo, "/initiative list state:closed").await,
        &["1 initiative that is over"],
    );
    says(
        &world.tell(&world.ada, "/audit noun:initiative").await,
        &["Maria changed the initiative", "Maria added the initiative"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_owner_is_reminded_in_the_message_of_the_day_and_the_digest_names_what_is_overdue() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world
        .tell(&world.maria, "/initiative add name:Calls kpi:churn due:2026-12-01")
        .await;
    world.set_clock("2026-11-30T08:00:30Z").await;
    let direct = world.direct(&world.maria);
    assert_eq!(direct.len(), 1, "{direct:?}");
    says(
        &direct[0].text(),
        &["Your initiative that is due", "*Calls*", "due 1 December 2026"],
    );
    // The day itself is the day of the prompt: one message says both.
    world.set_clock("2026-12-01T08:00:30Z").await;
    let direct = world.direct(&world.maria);
    assert_eq!(direct.len(), 2, "{direct:?}");
    says(
        &direct[1].text(),
        &["November 2026 is over", "Customer churn", "*Calls*"],
    );
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    world.set_clock("2026-12-02T08:00:30Z").await;
    let direct = world.direct(&world.maria);
    assert_eq!(direct.len(), 3, "{direct:?}");
    says(&direct[2].text(), &["**overdue since 1 December 2026**"]);
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert_eq!(world.direct(&world.maria).len(), 3, "then it is silent");
    let posted = world.posted();
    says(posted.last().unwrap(), &["Overdue initiative: 1", "*Calls*"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_bot_that_was_down_on_the_day_reminds_once() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world
        .tell(&world.leo, "/initiative add name:Trucks kpi:delivery due:2026-11-19")
        .await;
    world.stop_bot().await;
    world.sandbox.clock().set("2026-11-19T10:00:00Z".parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    let direct = world.direct(&world.leo);
    assert_eq!(direct.len(), 1, "{direct:?}");
    says(&direct[0].text(), &["*Trucks*", "due 19 November 2026"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_worse_value_offers_a_form_that_begins_an_action() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let logged = world.answer(&world.maria, "/log kpi:churn value:3.4").await;
    let opened = form(&world.maria.press(&logged, "Add action").await.unwrap()).await;
    let fields = [("name", "Calls"), ("due", "soon")];
    let refused = world.maria.submit(&opened, &fields).await.unwrap();
    says(&message(&refused).await.text(), &["cannot read **soon** as a day"]);
    let fields = [("name", "Calls"), ("due", "in 2 weeks")];
    let begun = world.maria.submit(&opened, &fields).await.unwrap();
    says(
        &message(&begun).await.text(),
        &["**Calls** is begun", "due 26 November 2026"],
    );
    let fine = world.answer(&world.leo, "/log kpi:delivery value:96").await;
    assert!(
        world.leo.press(&fine, "Add action").await.is_err(),
        "nothing is to be done"
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_is_done_about_an_archived_kpi_rests_with_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world
        .tell(&world.maria, "/initiative add name:Calls kpi:churn due:2026-11-19")
        .await;
    world.tell(&world.ada, "/kpi archive kpi:churn").await;
    world.set_clock("2026-11-19T10:00:00Z").await;
    assert!(
        world.direct(&world.maria).is_empty(),
        "{:?}",
        world.direct(&world.maria)
    );
    says(
        &world.tell(&world.ada, "/initiative list").await,
        &["Nothing is being done"],
    );
    says(
        &world.tell(&world.ada, "/initiative show initiative:Calls").await,
        &["no initiative **Calls**"],
    );
    world.tell(&world.ada, "/kpi restore kpi:churn").await;
    says(
        &world.tell(&world.ada, "/initiative show initiative:Calls").await,
        &["due 19 November 2026"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_initiative_that_is_not_clear_is_refused_in_words() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let refused = async |line: &str, part: &str| says(&world.tell(&world.maria, line).await, &[part]);
    refused("/initiative add name:Calls", "either a KPI or an objective").await;
    refused("/initiative add name:Calls kpi:churn due:soon", "cannot read **soon**").await;
    refused(
        "/initiative add name:Calls kpi:churn start:2026-12-20 due:2026-12-01",
        "before it begins, 20 December 2026",
    )
    .await;
    refused(
        "/initiative add name:Calls kpi:churn budget:much",
        "cannot use **much** as an amount",
    )
    .await;
    refused(
        "/initiative update initiative:Calls percent:4",
        "no initiative **Calls**",
    )
    .await;
    world
        .tell(
            &world.maria,
            "/initiative add name:Calls kpi:churn budget:€5k milestones:Pilot",
        )
        .await;
    refused("/initiative update initiative:Calls", "nothing was changed").await;
    refused("/initiative update initiative:Calls spent:$3", "as an amount in €").await;
    refused("/initiative update initiative:Calls reached:Rollout", "no milestone").await;
    world.stop_bot().await;
}
