//! Absences: who is asked meanwhile, and that it ends by itself.

use crate::world::{World, message};
use sandbox::{Message, Person};

fn told(world: &World, who: &Person) -> Vec<String> {
    world.direct(who).iter().map(Message::text).collect()
}

#[tokio::test]
async fn whoever_was_named_is_asked_while_somebody_is_away_and_may_answer() {
    let mut world = World::acme("2026-11-28T10:00:00Z").await;
    let mona = world.join("Mona");
    let said = world
        .tell(&world.maria, "/away from:\"30 nov\" until:\"2026-12-05\" deputy:@Mona")
        .await;
    assert!(
        said.contains("**Maria** is away from") && said.contains("Mona is asked"),
        "{said}"
    );
    let early = world.tell(&mona, "/log kpi:churn value:2.1").await;
    assert!(early.contains("come from its owner"), "{early}");
    world.set_clock("2026-12-01T10:00:00Z").await;
    let asked = told(&world, &mona);
    assert!(asked.iter().any(|text| text.contains("Customer churn")), "{asked:?}");
    assert_eq!(told(&world, &world.maria), Vec::<String>::new());
    assert!(world.tell(&mona, "/checkin").await.contains("Customer churn"));
    assert!(
        world
            .tell(&mona, "/log kpi:churn value:2.1")
            .await
            .contains("Customer churn")
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_absence_ends_by_itself_or_by_a_press_and_the_owner_is_asked_again() {
    let mut world = World::acme("2026-11-28T10:00:00Z").await;
    let lists = world.tell(&world.maria, "/away").await;
    assert!(lists.contains("Nobody who concerns you is away"), "{lists}");
    world.tell(&world.maria, "/away until:\"2026-12-02\"").await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    // Nobody stands in for her, so the manager is asked.
    assert_eq!(told(&world, &world.maria), Vec::<String>::new());
    assert!(
        told(&world, &world.ada)
            .iter()
            .any(|text| text.contains("Customer churn"))
    );
    world.set_clock("2026-12-03T10:00:00Z").await;
    world
        .until(
            || {
                told(&world, &world.maria)
                    .iter()
                    .any(|text| text.contains("Customer churn"))
            },
            "Maria is asked again",
        )
        .await;
    let shown = world
        .answer(&world.maria, "/away until:\"2026-12-20\" deputy:@Leo")
        .await;
    world.settled().await;
    assert!(world.tell(&world.leo, "/checkin").await.contains("Customer churn"));
    let ended = message(&world.maria.press(&shown, "I am back").await.unwrap())
        .await
        .text();
    assert_eq!(ended, "**Maria** is here again and is asked as before.");
    assert!(!world.tell(&world.leo, "/checkin").await.contains("Customer churn"));
    world.stop_bot().await;
}

#[tokio::test]
async fn a_manager_says_it_for_others_who_are_told_and_what_makes_no_sense_is_refused() {
    let mut world = World::acme("2026-11-28T10:00:00Z").await;
    let said = world.tell(&world.leo, "/away until:\"2026-12-05\" person:@Maria").await;
    assert!(said.contains("or by an administrator"), "{said}");
    world
        .tell(&world.ada, "/away until:\"2026-12-05\" person:@Maria deputy:@Leo")
        .await;
    world.settled().await;
    for who in [&world.maria, &world.leo] {
        let told = told(&world, who);
        assert!(told[0].contains("Ada noted in **Acme** that Maria is away"), "{told:?}");
    }
    for (line, words) in [
        (
            "/away until:\"2026-12-05\" deputy:@Maria",
            "Somebody else has to stand in",
        ),
        ("/away from:\"2026-12-05\" until:\"2026-12-01\"", "comes before"),
        ("/away until:2026-11-01", "1 November 2026"),
        ("/away until:soon", "soon"),
        ("/away from:tomorrow", "until"),
    ] {
        let said = world.tell(&world.maria, line).await;
        assert!(said.contains(words), "{line}: {said}");
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn all_kpis_of_a_person_change_hands_at_once_and_the_new_owner_is_told_once() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:delivery to:@Maria").await;
    let refused = world.tell(&world.leo, "/kpi hand-over from:@Maria to:@Leo").await;
    assert_eq!(refused, "**Maria** owns no KPI that you may hand over.");
    let said = world.tell(&world.ada, "/kpi hand-over from:@Maria to:@Leo").await;
    for name in ["Customer churn", "On-time delivery"] {
        assert!(
            said.contains(&format!("**{name}** changes hands. Owner: Maria → Leo")),
            "{said}"
        );
    }
    world.settled().await;
    let told = told(&world, &world.leo);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Ada gave you 2 KPIs of Maria in **Acme**"), "{told:?}");
    world.stop_bot().await;
}

#[tokio::test]
async fn the_last_notice_goes_to_whom_the_manager_named_while_they_are_away_else_to_the_manager_above() {
    let mut world = World::at("2026-10-12T10:00:00Z").await;
    let mona = world.join("Mona");
    for line in [
        "/scorecard create name:Top time_zone:Europe/Berlin",
        "/scorecard create name:Acme parent:Top channel:#team time_zone:Europe/Berlin manager:@Mona",
        "/objective add name:\"Keep customers\" perspective:Customer scorecard:Acme",
        "/kpi add objective:\"Keep customers\" key:delivery name:\"On-time delivery\" unit:% target:95 red_flag:90 owner:@Leo",
    ] {
        world.tell(&world.ada, line).await;
    }
    let last = |who: &sandbox::Person| {
        let messages = world.direct(who);
        messages
            .iter()
            .filter(|message| message.text().contains("This is the last message about it"))
            .count()
    };
    world
        .tell(&mona, "/away from:2026-12-09 until:2026-12-11 deputy:@Maria")
        .await;
    world.set_clock("2026-12-10T08:00:30Z").await;
    assert_eq!((last(&mona), last(&world.maria), last(&world.ada)), (0, 1, 0));
    let prompt = world.direct(&world.maria).pop().unwrap();
    assert!(prompt.text().contains("On-time delivery"), "{}", prompt.text());
    let entered = world.tell(&world.maria, "/log kpi:delivery value:96").await;
    assert!(entered.contains("96"), "she may enter it: {entered}");

    world.tell(&mona, "/away from:2027-01-11 until:2027-01-15").await;
    world.set_clock("2027-01-12T08:00:30Z").await;
    assert_eq!(
        (last(&mona), last(&world.ada)),
        (0, 1),
        "{:?}",
        world.direct(&world.ada)
    );
    world.stop_bot().await;
}
