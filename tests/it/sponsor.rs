//! The sponsor of a scorecard: one direct message a digest, and a comment that is said under it.

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn a_sponsor_reads_the_worst_once_a_digest_and_answers_under_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let vera = world.join("Vera");
    world.tell(&vera, "/help").await;
    world
        .tell(&world.ada, "/scorecard edit scorecard:Acme sponsor:@Vera")
        .await;
    world
        .tell(&world.ada, "/decision add text:\"Call ten customers\" owner:@Maria")
        .await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world
        .tell(&world.maria, "/log kpi:churn value:3.4 note:\"Two left\"")
        .await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    let direct = world.direct(&vera);
    assert_eq!(direct.len(), 1, "{direct:?}");
    says(
        &direct[0].text(),
        &[
            "**Acme · November 2026",
            "Preliminary",
            "Off target: 1 KPI",
            "Customer churn",
            "“Two left”",
            "Open decision: 1",
            "Call ten customers · Maria",
        ],
    );
    let opened = form(&vera.press(&direct[0], "Comment").await.unwrap()).await;
    let sent = vera
        .submit(&opened, &[("comment", "Who calls them? @everyone *soon*")])
        .await
        .unwrap();
    says(&message(&sent).await.text(), &["is said in the thread"]);
    world.settled().await;
    let thread = world
        .sandbox
        .messages(world.team)
        .iter()
        .find_map(|message| message.thread);
    let thread = world.sandbox.messages(thread.expect("the thread of the meeting"));
    let posted: Vec<String> = thread.iter().map(sandbox::Message::text).collect();
    let said: Vec<&String> = posted.iter().filter(|post| post.contains("the sponsor")).collect();
    assert_eq!(said.len(), 1, "{posted:?}");
    says(
        said[0],
        &[
            "Vera",
            "the sponsor",
            "November 2026",
            r"Who calls them? \@everyone \*soon\*",
        ],
    );

    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.settled().await;
    let direct = world.direct(&vera);
    assert_eq!(direct.len(), 1, "late values edit it: {direct:?}");
    assert!(!direct[0].text().contains("Preliminary"), "{}", direct[0].text());
    world.stop_bot().await;
}

#[tokio::test]
async fn only_the_sponsor_or_a_manager_says_something_to_a_digest() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let vera = world.join("Vera");
    world.tell(&vera, "/help").await;
    world
        .tell(&world.ada, "/scorecard edit scorecard:Acme sponsor:@Vera")
        .await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let direct = world.direct(&vera);
    assert_eq!(direct.len(), 1, "{direct:?}");
    world
        .tell(&world.ada, "/scorecard edit scorecard:Acme sponsor:@Leo")
        .await;
    let refused = message(&vera.press(&direct[0], "Comment").await.unwrap()).await;
    says(&refused.text(), &["the sponsor of **Acme**"]);
    world.stop_bot().await;
}
