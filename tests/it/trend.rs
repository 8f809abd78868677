//! `/trend`: the last periods of KPIs as a picture with a description, in the language of who asks.

use crate::world::World;

/// The pictures of a message: name, description, bytes.
fn pictures(world: &World, message: &sandbox::Message) -> Vec<(String, String, Vec<u8>)> {
    let file = |attachment: &sandbox::Attachment| {
        let bytes = world.sandbox.file(attachment).unwrap();
        let description = attachment.description.clone().unwrap_or_default();
        (attachment.filename.clone(), description, bytes)
    };
    message.attachments.iter().map(file).collect()
}

/// How wide and how high a PNG is.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn a_trend_is_a_sharp_picture_with_a_description() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    for line in [
        "/log kpi:churn value:1.9 period:2026-09",
        "/log kpi:churn value:3.4 period:2026-10",
    ] {
        world.tell(&world.maria, line).await;
    }
    let answer = world.answer(&world.leo, "/trend kpi:churn").await;
    assert_eq!(answer.visible_to, Some(world.leo.id()));
    let said = answer.text();
    assert!(
        said.contains("🔴 **Customer churn** · October 2026: **3.4\u{202F}%**, off target"),
        "{said}"
    );
    let pictures = pictures(&world, &answer);
    let [(name, description, png)] = pictures.as_slice() else {
        panic!("one picture: {pictures:?}");
    };
    assert_eq!(name, "trend.png");
    assert!(
        description.contains("Sep 1.9\u{202F}% on target, Oct 3.4\u{202F}% off target"),
        "{description}"
    );
    assert_eq!(size(png).0, 1280);

    world.sandbox.set_locale(world.leo.id(), "de");
    let answer = world.answer(&world.leo, "/trend kpi:churn").await;
    let description = answer.attachments[0].description.clone().unwrap();
    assert!(description.starts_with("Diagramm von Customer churn"), "{description}");
}

#[tokio::test]
async fn several_kpis_share_a_picture_and_those_without_values_are_said() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let none = world.answer(&world.leo, "/trend kpi:churn kpi_2:delivery").await;
    assert!(none.attachments.is_empty());
    let said = none.text();
    assert!(
        said.contains("**Customer churn** has no values yet") && said.contains("/log kpi:delivery"),
        "{said}"
    );

    world.tell(&world.maria, "/log kpi:churn value:2.3").await;
    let some = world
        .answer(&world.leo, "/trend kpi:churn kpi_2:delivery kpi_3:churn")
        .await;
    assert_eq!(some.attachments.len(), 1);
    let said = some.text();
    assert_eq!(said.matches("**Customer churn**").count(), 1, "{said}");
    assert!(said.contains("**On-time delivery** has no values yet"), "{said}");
}

#[tokio::test]
async fn what_is_not_a_kpi_is_answered_in_words() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let said = world.answer(&world.leo, "/trend kpi:nope").await;
    assert!(said.attachments.is_empty());
    assert!(said.text().contains("`/kpi list`"), "{}", said.text());
}
