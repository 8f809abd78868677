//! People who left the server: others are asked in their place, whoever can replace them is told once, and direct messages
//! give them nothing.

use sandbox::{Message, Person};

use crate::world::{World, form, message};

fn told(world: &World, who: &Person) -> Vec<String> {
    world.direct(who).iter().map(Message::text).collect()
}

/// Somebody leaves, but shares another server with the bot, so that a message to them would still arrive.
fn leaves(world: &World, who: &Person) {
    let elsewhere = world.sandbox.add_server("Elsewhere", who.user().id);
    assert_ne!(elsewhere, world.server);
    world.sandbox.remove_member(world.server, who.user().id);
}

#[tokio::test]
async fn what_somebody_who_left_owns_is_asked_of_others_and_its_manager_is_told_once() {
    let mut world = World::acme("2026-11-28T10:00:00Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:delivery to:@Maria").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery deputy:@Leo").await;
    leaves(&world, &world.maria);
    world.set_clock("2026-12-01T10:00:00Z").await;
    assert_eq!(told(&world, &world.maria), Vec::<String>::new());
    let maria = world.maria.user().id;
    let ada = told(&world, &world.ada);
    let news: Vec<&String> = ada.iter().filter(|text| text.contains("left **Acme**")).collect();
    assert_eq!(news.len(), 1, "{ada:?}");
    let give = format!("`/kpi hand-over from:<@{maria}>`");
    for part in [
        "**Maria** left **Acme**",
        "2 KPIs",
        "Customer churn",
        "On-time delivery",
        &give,
    ] {
        assert!(news[0].contains(part), "{part}: {news:?}");
    }
    let asks = |texts: &[String], kpi: &str| {
        let line = |line: &str| line.contains(kpi) && line.contains("for Maria, who left");
        texts.iter().any(|text| text.lines().any(line))
    };
    assert!(asks(&ada, "Customer churn"), "{ada:?}");
    let leo = told(&world, &world.leo);
    assert!(
        asks(&leo, "On-time delivery") && !asks(&leo, "Customer churn"),
        "{leo:?}"
    );
    for line in ["/kpi show kpi:churn", "/kpi list scorecard:Acme"] {
        let said = world.tell(&world.ada, line).await;
        assert!(said.contains("Maria, who left"), "{line}: {said}");
    }
    let weak = world.tell(&world.ada, "/scorecard check scorecard:Acme").await;
    assert!(weak.contains("2 KPIs have no owner"), "{weak}");

    // A later rung finds nobody new, and says nothing again.
    world.set_clock("2026-12-08T16:30:00Z").await;
    let ada = told(&world, &world.ada);
    let again = ada.iter().filter(|text| text.contains("left **Acme**")).count();
    assert_eq!(again, 1, "{ada:?}");
    assert_eq!(told(&world, &world.maria), Vec::<String>::new());

    let given = world
        .tell(&world.ada, &format!("/kpi hand-over from:<@{maria}> to:@Leo"))
        .await;
    for name in ["Customer churn", "On-time delivery"] {
        let words = format!("**{name}** changes hands. Owner: Maria, who left → Leo");
        assert!(given.contains(&words), "{given}");
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn somebody_who_comes_back_is_asked_as_before() {
    let mut world = World::acme("2026-11-28T10:00:00Z").await;
    leaves(&world, &world.maria);
    world.set_clock("2026-12-01T10:00:00Z").await;
    let shown = world.tell(&world.ada, "/kpi show kpi:churn").await;
    assert!(shown.contains("Maria, who left"), "{shown}");
    assert!(told(&world, &world.ada).iter().any(|text| text.contains("who left")));
    world.sandbox.add_member(world.server, world.maria.user().id);
    assert!(world.tell(&world.maria, "/checkin").await.contains("Customer churn"));
    world.settled().await;
    let maria = told(&world, &world.maria);
    assert!(maria.iter().any(|text| text.contains("Customer churn")), "{maria:?}");
    assert!(!told(&world, &world.ada).iter().any(|text| text.contains("who left")));
    let shown = world.tell(&world.ada, "/kpi show kpi:churn").await;
    assert!(shown.contains("Maria") && !shown.contains("who left"), "{shown}");
    world.stop_bot().await;
}

/// Mona manages Sales below Acme, which Leo manages and Ada administers.
async fn with_sales() -> (World, Person) {
    let world = World::at("2026-10-12T10:00:00Z").await;
    world.build_acme(Some("Leo")).await;
    let mona = world.join("Mona");
    for line in [
        "/scorecard create name:Sales parent:Acme manager:@Mona",
        "/objective add name:Sell perspective:Financial scorecard:Sales",
        "/settings coverage_floor:80",
    ] {
        world.tell(&world.ada, line).await;
    }
    let line = "/kpi add objective:Sell key:orders name:Orders target:10";
    world.tell(&mona, line).await;
    (world, mona)
}

#[tokio::test]
async fn that_a_manager_left_is_told_to_the_next_above_and_to_whoever_can_be_reached() {
    let (mut world, mona) = with_sales().await;
    world.sandbox.set_direct_messages(world.leo.user().id, false);
    leaves(&world, &mona);
    world.set_clock("2026-12-01T10:00:00Z").await;
    assert_eq!(told(&world, &mona), Vec::<String>::new());
    // Leo manages the scorecard above and takes no direct messages; Ada changed the settings last.
    let news = |world: &World| {
        let told = told(world, &world.ada);
        told.into_iter()
            .filter(|text| text.contains("left **Acme**"))
            .collect::<Vec<_>>()
    };
    let ada = news(&world);
    assert_eq!(ada.len(), 1, "{ada:?}");
    assert!(
        ada[0].contains("They managed **Sales**, which has no manager now"),
        "{ada:?}"
    );
    let shown = world.tell(&world.ada, "/scorecard show scorecard:Sales").await;
    assert!(shown.contains("Mona, who left"), "{shown}");
    world.set_clock("2026-12-08T16:30:00Z").await;
    assert_eq!(news(&world).len(), 1);
    world.stop_bot().await;
}

#[tokio::test]
async fn that_the_manager_at_the_top_left_is_told_to_who_changed_the_settings_last() {
    let mut world = World::at("2026-10-12T10:00:00Z").await;
    let mona = world.join("Mona");
    world.build_acme(Some("Mona")).await;
    let office = world.sandbox.add_role(world.server, "Office", 1 << 5);
    world.sandbox.give_role(world.server, world.leo.user().id, office);
    world.tell(&world.leo, "/settings coverage_floor:80").await;
    world
        .tell(
            &mona,
            "/kpi add objective:\"Keep customers\" key:calls name:Calls target:1",
        )
        .await;
    leaves(&world, &mona);
    world.set_clock("2026-12-01T10:00:00Z").await;
    let leo = told(&world, &world.leo);
    assert!(leo.iter().any(|text| text.contains("They managed **Acme**")), "{leo:?}");
    let ada = told(&world, &world.ada);
    assert!(!ada.iter().any(|text| text.contains("They managed")), "{ada:?}");
    world.stop_bot().await;
}

#[tokio::test]
async fn the_buttons_of_a_direct_message_do_nothing_for_somebody_who_left() {
    let mut world = World::acme("2026-12-01T10:00:00Z").await;
    let prompt = world.direct(&world.maria).remove(0);
    leaves(&world, &world.maria);
    let pressed = world.maria.press(&prompt, "Snooze until tomorrow").await.unwrap();
    let said = message(&pressed).await.text();
    assert!(said.contains("You are no longer in **Acme**"), "{said}");
    let direct = world.maria.open_direct();
    let asked = world.maria.slash(direct, "/checkin").await.unwrap();
    let said = message(&asked).await.text();
    assert!(said.contains("You are no longer in **Acme**"), "{said}");
    world.settled().await;
    let ada = told(&world, &world.ada);
    assert!(
        ada.iter().any(|text| text.contains("**Maria** left **Acme**")),
        "{ada:?}"
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn roles_count_in_direct_messages_as_they_are_at_the_press() {
    let mut world = World::acme("2026-10-12T10:00:00Z").await;
    let mona = world.join("Mona");
    let finance = world.sandbox.add_role(world.server, "Finance", 0);
    let ada = world.ada.user().id;
    world.sandbox.give_role(world.server, ada, finance);
    for line in [
        "/scorecard create name:Board parent:Acme visibility:private manager:@Mona reader:@Ada",
        "/objective add name:Survive perspective:Financial scorecard:Board",
        "/kpi add objective:Survive key:runway name:\"Cash runway\" target:12 red_flag:9 owner:@Ada",
    ] {
        world.tell(&world.ada, line).await;
    }
    world
        .tell(&mona, "/scorecard edit scorecard:Board reader_role:@Finance")
        .await;
    world
        .tell(&mona, "/scorecard edit scorecard:Board remove_reader:Ada")
        .await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    let prompt = world.direct(&world.ada).remove(0);
    let opened = form(&world.ada.press(&prompt, "Enter value").await.unwrap()).await;
    // Of the KPI she is no longer the owner when she sends the form. She manages the scorecard above, so she may enter the
    // value where she reads this one, and that she does by her role only.
    world.tell(&mona, "/kpi hand-over kpi:runway to:@Mona").await;
    let field = opened.fields[0].custom_id.clone();
    world.sandbox.take_role(world.server, ada, finance);
    let sent = world.ada.submit(&opened, &[(&field, "13")]).await.unwrap();
    let said = message(&sent).await.text();
    assert!(said.contains("This KPI is not here any more"), "{said}");
    world.sandbox.give_role(world.server, ada, finance);
    let sent = world.ada.submit(&opened, &[(&field, "13")]).await.unwrap();
    let said = message(&sent).await.text();
    assert!(said.contains("on target"), "{said}");
    world.stop_bot().await;
}
