//! What autocomplete offers, and that it follows every change of a name, a place or a right at once.

use crate::world::World;
use sandbox::Person;

/// What is offered to somebody for the option that a line ends with.
async fn offered(world: &World, who: &Person, line: &str) -> Vec<String> {
    let choices = who.complete(world.team, line).await.unwrap();
    choices.into_iter().map(|choice| choice.name).collect()
}

#[tokio::test]
async fn the_own_kpis_come_first_and_what_begins_with_the_text_before_what_contains_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:accounts name:\"Zéro churn accounts\" owner:@Leo";
    world.tell(&world.ada, add).await;
    let check = async |who: &Person, line: &str, names: &[&str]| {
        assert_eq!(offered(&world, who, line).await, names, "{line}");
    };
    let (churn, delivery) = ("Customer churn (churn)", "On-time delivery (delivery)");
    let accounts = "Zéro churn accounts (accounts)";
    check(&world.leo, "/kpi show kpi:", &[delivery, accounts, churn]).await;
    check(&world.leo, "/kpi show kpi:CHURN", &[churn, accounts]).await;
    check(&world.leo, "/kpi show kpi:zero", &[accounts]).await;
    check(&world.leo, "/kpi show kpi:nothing", &[]).await;
    check(&world.leo, "/log kpi:", &[delivery, accounts]).await;
    check(&world.ada, "/log kpi:", &[churn, delivery, accounts]).await;
    check(&world.leo, "/kpi edit kpi:", &[]).await;
    world.stop_bot().await;
}

#[tokio::test]
async fn a_new_name_an_owner_and_a_manager_are_known_at_the_next_keystroke() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let check = async |who: &Person, line: &str, names: &[&str]| {
        assert_eq!(offered(&world, who, line).await, names, "{line}");
    };
    check(&world.maria, "/log kpi:", &["Customer churn (churn)"]).await;
    check(&world.leo, "/kpi edit kpi:", &[]).await;
    for line in [
        "/kpi edit kpi:churn name:\"Lost customers\"",
        "/kpi hand-over kpi:delivery to:@Maria",
        "/objective edit objective:\"Keep customers\" name:\"Hold customers\"",
        "/scorecard edit scorecard:Acme name:\"Acme Group\" manager:@Leo",
    ] {
        world.tell(&world.ada, line).await;
    }
    let both = ["Lost customers (churn)", "On-time delivery (delivery)"];
    check(&world.maria, "/log kpi:", &both).await;
    check(&world.leo, "/kpi edit kpi:", &both).await;
    check(&world.leo, "/kpi edit kpi:lost", &both[..1]).await;
    check(
        &world.leo,
        "/objective edit objective:hold",
        &["Hold customers · Customer"],
    )
    .await;
    check(&world.maria, "/summary scorecard:group", &["Acme Group"]).await;
    world.stop_bot().await;
}

#[tokio::test]
async fn nothing_of_another_server_is_offered() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let other = world.sandbox.add_server("Other", world.ada.user().id);
    let there = world.sandbox.add_channel(other, "team");
    for line in ["/summary scorecard:", "/kpi show kpi:", "/objective show objective:"] {
        let choices = world.ada.complete(there, line).await.unwrap();
        assert!(choices.is_empty(), "{line} {choices:?}");
        assert!(!offered(&world, &world.ada, line).await.is_empty(), "{line}");
    }
    world.stop_bot().await;
}
