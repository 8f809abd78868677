//! What a private scorecard feeds takes the word of whoever decides about it: they are asked, and what waited is done.

use sandbox::{Message, Person};

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

fn told(world: &World, who: &Person) -> Vec<String> {
    world.direct(who).iter().map(Message::text).collect()
}

/// Mona's private Sales below Ada's Acme; Ada reads it, and manages it as the manager above.
async fn with_sales() -> (World, Person) {
    let world = World::acme("2026-10-12T10:00:00Z").await;
    let mona = world.join("Mona");
    let line =
        "/scorecard create name:Sales parent:Acme time_zone:Europe/Berlin visibility:private manager:@Mona reader:@Ada";
    says(&world.tell(&world.ada, line).await, &["private, read by Ada, Mona"]);
    for line in [
        "/objective add name:\"Win deals\" perspective:Customer scorecard:Sales",
        "/kpi add objective:\"Win deals\" key:deals name:Deals target:10 red_flag:5",
        "/kpi add objective:\"Win deals\" key:offers name:Offers target:10 red_flag:5",
    ] {
        says(&world.tell(&mona, line).await, &["Win deals"]);
    }
    (world, mona)
}

const FEED: &str = "/objective feeds source:\"Win deals\" into:\"Keep customers\" weight:2";

#[tokio::test]
async fn the_manager_of_a_private_card_is_asked_once_and_what_waited_is_linked() {
    let (mut world, mona) = with_sales().await;
    for _ in 0..2 {
        let said = world.tell(&world.ada, FEED).await;
        says(&said, &["**Sales** is private", "Mona decides that and is asked now"]);
    }
    world.settled().await;
    let asked = world.direct(&mona);
    assert_eq!(asked.len(), 1, "{asked:?}");
    says(
        &asked[0].text(),
        &[
            "Ada wants **Win deals** of **Sales** in **Acme** to be used in **Acme**",
            "Allow",
            "Refuse",
        ],
    );
    let shown = world
        .tell(&world.ada, "/objective show objective:\"Keep customers\"")
        .await;
    assert!(!shown.contains("Win deals"), "{shown}");

    let pressed = mona.press(&asked[0], "Allow").await.unwrap();
    says(
        &message(&pressed).await.text(),
        &["**Win deals** of **Sales** may be used in **Acme**"],
    );
    world.settled().await;
    let ada = told(&world, &world.ada);
    assert_eq!(ada.len(), 1, "{ada:?}");
    says(
        &ada[0],
        &["Mona allows that **Win deals** of **Sales** counts in **Acme**"],
    );
    let shown = world
        .tell(&world.ada, "/objective show objective:\"Keep customers\"")
        .await;
    says(&shown, &["Win deals", "weight 2"]);
    says(
        &world.tell(&mona, "/audit").await,
        &["Mona changed the scorecard **Sales**", "Counts in"],
    );
    let leo = world.tell(&world.leo, "/audit").await;
    assert!(!leo.contains("Sales") && !leo.contains("Win deals"), "{leo}");
    world.stop_bot().await;
}

#[tokio::test]
async fn what_is_refused_is_not_linked_and_who_asked_hears_it() {
    let (mut world, mona) = with_sales().await;
    world.tell(&world.ada, FEED).await;
    world.settled().await;
    let asked = world.direct(&mona).remove(0);
    let pressed = mona.press(&asked, "Refuse").await.unwrap();
    says(&message(&pressed).await.text(), &["is not used in **Acme**"]);
    world.settled().await;
    says(
        &told(&world, &world.ada)[0],
        &["Mona does not want **Win deals** of **Sales**"],
    );
    let shown = world
        .tell(&world.ada, "/objective show objective:\"Keep customers\"")
        .await;
    assert!(!shown.contains("Win deals"), "{shown}");
    world.stop_bot().await;
}

#[tokio::test]
async fn a_formula_over_a_private_card_takes_the_same_word_for_each_kpi() {
    let (mut world, mona) = with_sales().await;
    let add = "/kpi add objective:\"Keep customers\" key:double name:Double formula:\"deals * 2\"";
    says(
        &world.tell(&world.ada, add).await,
        &["Mona decides that and is asked now"],
    );
    world.settled().await;
    let asked = world.direct(&mona).remove(0);
    says(&asked.text(), &["Ada wants **Deals** of **Sales**"]);
    message(&mona.press(&asked, "Allow").await.unwrap()).await;
    world.settled().await;
    says(&told(&world, &world.ada)[0], &["Give your command again"]);
    says(&world.tell(&world.ada, add).await, &["**Double** is added"]);
    let edit = "/kpi edit kpi:double formula:\"deals + offers\"";
    says(
        &world.tell(&world.ada, edit).await,
        &["Mona decides that and is asked now"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn whoever_makes_a_card_private_that_counts_elsewhere_reads_so_and_whose_card_it_is_is_told() {
    let mut world = World::acme("2026-10-12T10:00:00Z").await;
    let line =
        "/scorecard create name:\"Leo 2027\" parent:Acme level:individual person:@Leo manager:@Maria visibility:open";
    world.tell(&world.ada, line).await;
    for line in [
        "/objective add name:\"Learn\" perspective:Customer scorecard:\"Leo 2027\"",
        "/objective feeds source:Learn into:\"Keep customers\"",
    ] {
        world.tell(&world.ada, line).await;
    }
    let said = world
        .tell(
            &world.maria,
            "/scorecard edit scorecard:\"Leo 2027\" visibility:private",
        )
        .await;
    says(
        &said,
        &["Its numbers keep counting in **Acme**, as inputs without their parts"],
    );
    world.settled().await;
    let leo = told(&world, &world.leo);
    assert_eq!(leo.len(), 1, "{leo:?}");
    says(
        &leo[0],
        &[
            "Maria made **Leo 2027**",
            "keep counting in **Acme**",
            "`remove` ends that",
        ],
    );
    let ended = world
        .tell(
            &world.leo,
            "/objective feeds source:Learn into:\"Keep customers\" remove:true",
        )
        .await;
    says(&ended, &["Learn"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn above_a_private_card_digest_map_and_lists_show_one_input_without_its_parts() {
    let (mut world, mona) = with_sales().await;
    world.tell(&world.ada, FEED).await;
    world.settled().await;
    let asked = world.direct(&mona).remove(0);
    message(&mona.press(&asked, "Allow").await.unwrap()).await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    world.tell(&mona, "/log kpi:deals value:4").await;
    world.tell(&mona, "/log kpi:offers value:4").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-12-09T12:00:00Z").await;
    let keeps = |line: &str, said: &str| {
        for secret in ["Sales", "Win deals", "Deals", "Offers"] {
            assert!(!said.contains(secret), "{line} shows {secret}: {said}");
        }
    };
    let posts = world.sandbox.messages(world.team);
    let digest = |message: &&Message| message.text().contains("**Acme · November 2026");
    assert!(posts.iter().any(|post| digest(&post)), "{posts:?}");
    for post in &posts {
        keeps("the team channel", &format!("{post:?}"));
    }
    for line in [
        "/map scorecard:Acme period:2026-11",
        "/summary scorecard:Acme period:2026-11",
        "/why what:\"Keep customers\" period:2026-11",
        "/why what:Acme period:2026-11",
        "/objective show objective:\"Keep customers\"",
        "/scorecard show scorecard:Acme",
        "/scorecard check scorecard:Acme",
        "/review status scorecard:Acme",
        "/alerts list",
        "/trend kpi:churn",
        "/audit",
    ] {
        let answer = world.answer(&world.leo, line).await;
        keeps(line, &format!("{answer:?}"));
    }
    let shown = world.answer(&world.leo, "/summary scorecard:Acme period:2026-11").await;
    says(&shown.text(), &["from a private scorecard"]);
    let picture = message(&world.leo.press(&shown, "Picture").await.unwrap()).await;
    keeps("the picture", &format!("{picture:?}"));
    world.stop_bot().await;
}
