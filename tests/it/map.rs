//! `/map`: a scorecard's strategy map as a picture with a description.

use crate::world::World;

#[tokio::test]
async fn a_map_shows_the_last_review_period_with_scores_and_arrows() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    for line in [
        "/objective add name:\"Train people\" perspective:\"Learning & Growth\"",
        "/objective drives cause:\"Train people\" effect:\"Keep customers\"",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    let answer = world.answer(&world.leo, "/map").await;
    assert_eq!(answer.visible_to, Some(world.leo.id()));
    assert!(answer.text().contains("**Acme · October 2026:"), "{}", answer.text());
    let [file] = answer.attachments.as_slice() else {
        panic!("one picture: {:?}", answer.attachments);
    };
    assert_eq!(
        (file.filename.as_str(), file.content_type.as_str()),
        ("map.png", "image/png")
    );
    let description = file.description.as_ref().unwrap();
    for part in [
        "Strategy map of Acme, October 2026, with 1 arrow",
        "Keep customers 3.7 at risk",
        "Train people unscored",
        "Financial: no objectives.",
    ] {
        assert!(description.contains(part), "{part} in {description}");
    }
    let png = world.sandbox.file(file).unwrap();
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
}

#[tokio::test]
async fn a_map_without_objectives_and_a_server_without_scorecards_say_so() {
    let world = World::at("2026-10-12T10:00:00Z").await;
    let none = world.answer(&world.ada, "/map").await;
    assert!(none.attachments.is_empty());
    assert!(none.text().contains("no scorecard here yet"), "{}", none.text());
    world.tell(&world.ada, "/scorecard create name:Acme").await;
    let empty = world.answer(&world.ada, "/map").await;
    assert!(empty.attachments.is_empty());
    assert!(
        empty.text().contains("**Acme** has no objectives yet"),
        "{}",
        empty.text()
    );
}
