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
