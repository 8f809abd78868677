//! The review cycle: owners are asked, answer by form, are reminded; the team channel gets the digest and the close.

use crate::world::{World, form, message};

#[tokio::test]
async fn a_month_is_asked_for_answered_summed_up_and_closed_once() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-01T07:59:00Z").await;
    assert!(
        world.direct(&world.maria).is_empty(),
        "nobody is asked before nine o'clock"
    );

    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompts = world.direct(&world.maria);
    assert_eq!(prompts.len(), 1);
    let text = prompts[0].text();
    assert!(text.contains("November 2026 is over: 1 value from you"), "{text}");
    assert!(
        text.contains("Customer churn") && !text.contains("On-time delivery"),
        "{text}"
    );

    let pressed = world.maria.press(&prompts[0], "Enter value").await.unwrap();
    let form = form(&pressed).await;
    assert_eq!(form.fields.len(), 1);
    let saved = world.maria.submit(&form, &[("Customer churn", "3.4%")]).await.unwrap();
    let saved = message(&saved).await.text();
    assert!(saved.contains("3.4") && saved.contains("off target"), "{saved}");

    world.settled().await;
    let answered = world.direct(&world.maria)[0].text();
    assert!(answered.contains("Everything is in"), "{answered}");

    world.set_clock("2026-12-01T08:02:30Z").await;
    let alerts = world.posted();
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    assert!(alerts[0].contains("went off target"), "{alerts:?}");

    world.set_clock("2026-12-07T08:00:30Z").await;
    let reminded = world.direct(&world.leo);
    assert_eq!(reminded.len(), 2, "the prompt and the reminder");
    assert_eq!(
        world.direct(&world.maria).len(),
        1,
        "who has entered everything hears nothing more"
    );

    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 2, "{posted:?}");
    let digest = &posted[1];
    assert!(digest.contains("Acme · November 2026"), "{digest}");
    assert!(digest.contains("Customer churn"), "{digest}");
    assert!(!digest.contains("Preliminary"), "{digest}");

    world.set_clock("2027-01-01T07:59:30Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 3, "{posted:?}");
    assert!(posted[2].contains("closed without a meeting"), "{posted:?}");
    assert_eq!(
        world.direct(&world.leo).len(),
        2,
        "the year's turn brings nobody a message before nine"
    );
}
