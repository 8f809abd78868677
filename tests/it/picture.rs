//! Pictures that come with messages: the trend with an alert, the strategy map with a digest, a scorecard by a button;
//! edits show what holds by then.

#[path = "../../examples/pictures/case.rs"]
mod case;

use sandbox::Message;

use crate::world::{World, message};

/// The one picture of a message: its name and its description.
fn picture(message: &Message) -> (String, String) {
    let [file] = message.attachments.as_slice() else {
        panic!("one picture: {:?}", message.attachments);
    };
    (file.filename.clone(), file.description.clone().unwrap_or_default())
}

fn posted(world: &World, words: &str) -> Message {
    let all = world.sandbox.messages(world.team);
    let found = all.into_iter().find(|message| message.text().contains(words));
    found.unwrap_or_else(|| panic!("{words} in {:?}", world.posted()))
}

#[tokio::test]
async fn an_alert_shows_the_trend_and_a_correction_another_one() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    let alert = posted(&world, "went off target");
    let (name, description) = picture(&alert);
    assert_eq!(name, "trend.png");
    assert!(description.contains("Oct 3.4\u{202F}% off target"), "{description}");

    world.tell(&world.maria, "/log kpi:churn value:3.1").await;
    world.settled().await;
    let (_, description) = picture(&posted(&world, "went off target"));
    assert!(description.contains("Oct 3.1\u{202F}% off target"), "{description}");

    world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    world.settled().await;
    let withdrawn = posted(&world, "Withdrawn");
    assert_eq!(withdrawn.id, alert.id);
    assert!(withdrawn.attachments.is_empty(), "what never was is not shown");
}

#[tokio::test]
async fn a_digest_shows_the_strategy_map_and_late_values_change_it() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-08T12:00:00Z").await;
    let digest = posted(&world, "Acme · November 2026");
    let (name, description) = picture(&digest);
    assert_eq!(name, "map.png");
    assert!(
        description.contains("Strategy map of Acme, November 2026"),
        "{description}"
    );
    assert!(description.contains("Keep customers 7.3"), "{description}");

    world.tell(&world.maria, "/log kpi:churn value:2.0").await;
    world.settled().await;
    let (_, description) = picture(&posted(&world, "Acme · November 2026"));
    assert!(description.contains("Keep customers 7.0 on target"), "{description}");
}

#[tokio::test]
async fn a_scorecard_is_drawn_by_a_button_under_its_summary() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    let summary = world.answer(&world.leo, "/summary").await;
    let pressed = world.leo.press(&summary, "Picture").await.unwrap();
    let drawn = message(&pressed).await;
    assert_eq!(drawn.visible_to, Some(world.leo.id()));
    let (name, description) = picture(&drawn);
    assert_eq!(name, "scorecard.png");
    assert!(
        description.contains("Customer 0.0: Customer churn 3.4\u{202F}% off target, On-time delivery no data"),
        "{description}"
    );
}

#[test]
fn pictures_are_drawn_as_they_are_kept_in_the_documentation() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let page = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let mut changed = Vec::new();
    for case in case::ALL {
        let kept = std::fs::read_to_string(folder.join(format!("{}.svg", case.name))).unwrap_or_default();
        if kept != (case.draw)().svg || !page.contains(case.shows) {
            changed.push(case.name);
        }
    }
    assert!(
        changed.is_empty(),
        "not as in docs/pictures: {changed:?}; look at them after `cargo run --example pictures`"
    );
}

/// The colour of a picture's first pixel, which is that of its page.
fn ground(world: &World, message: &Message) -> [u8; 3] {
    let png = world.sandbox.file(&message.attachments[0]).unwrap();
    let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
    let pixel = pixels.pixel(0, 0).unwrap();
    [pixel.red(), pixel.green(), pixel.blue()]
}

#[tokio::test]
async fn pictures_suit_who_looks_and_those_in_channels_the_server() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let white = [255; 3];
    let own = world.tell(&world.leo, "/settings my_pictures:dark").await;
    assert_eq!(own, "Pictures for you: as the server → dark");
    let (leo, maria) = (
        world.answer(&world.leo, "/map").await,
        world.answer(&world.maria, "/map").await,
    );
    assert_ne!(ground(&world, &leo), white);
    assert_eq!(ground(&world, &maria), white);
    let refused = world.tell(&world.leo, "/settings pictures:dark").await;
    assert!(refused.contains("Only administrators"), "{refused}");

    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    assert_eq!(ground(&world, &posted(&world, "went off target")), white);
    let both = world
        .tell(&world.ada, "/settings pictures:dark my_pictures:light")
        .await;
    assert!(both.contains("Pictures in channels: light → dark"), "{both}");
    world.tell(&world.maria, "/log kpi:churn value:3.1").await;
    world.settled().await;
    assert_ne!(ground(&world, &posted(&world, "went off target")), white);
    assert_eq!(ground(&world, &world.answer(&world.ada, "/map").await), white);
    assert_ne!(ground(&world, &world.answer(&world.maria, "/map").await), white);
    let back = world.tell(&world.leo, "/settings my_pictures:\"as the server\"").await;
    assert_eq!(back, "Pictures for you: dark → as the server");
}

#[tokio::test]
async fn a_map_and_a_scorecard_are_posted_to_the_channel_as_pictures() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    let map = world.answer(&world.leo, "/map").await;
    let pressed = world.leo.press(&map, "Post to channel").await.unwrap();
    assert_eq!(message(&pressed).await.text(), "Posted to this channel.");
    let summary = world.answer(&world.leo, "/summary").await;
    let page = message(&world.leo.press(&summary, "Picture").await.unwrap()).await;
    let pressed = world.leo.press(&page, "Post to channel").await.unwrap();
    assert_eq!(message(&pressed).await.text(), "Posted to this channel.");
    world.settled().await;
    let posted: Vec<Message> = world.sandbox.messages(world.team);
    let named = posted
        .iter()
        .filter(|one| one.text().contains("Leo posted this summary"));
    let pictures: Vec<(String, String)> = named.map(picture).collect();
    assert_eq!(pictures.len(), 2);
    assert_eq!(
        (pictures[0].0.as_str(), pictures[1].0.as_str()),
        ("map.png", "scorecard.png")
    );
    assert_eq!(pictures[1].1, picture(&page).1, "what was seen is what is posted");
}
