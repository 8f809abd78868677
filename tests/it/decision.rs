//! What reviews decide: written down, listed until it is done, and given when a review is closed.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[tokio::test]
async fn a_decision_is_open_in_each_digest_until_its_owner_closes_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let line = "/decision add text:\"Call the ten largest *accounts*\" owner:@Maria due:\"20 Dec\" kpi:churn";
    let added = world.tell(&world.ada, line).await;
    says(
        &added,
        &[
            "Decided in the review of November 2026 of **Acme**",
            r"Call the ten largest \*accounts\* · Maria · due 20 December 2026 · **Customer churn**",
            "The next digest lists it",
        ],
    );
    says(
        &world.tell(&world.leo, "/decision list").await,
        &["**1 open decision** of **Acme**", "Maria · due 20 December 2026"],
    );
    world.set_clock("2027-01-11T09:00:30Z").await;
    let posted = world.posted();
    says(
        posted.last().unwrap(),
        &["Open decision: 1", "overdue since 20 December 2026", "November 2026"],
    );

    let refused = world.tell(&world.leo, "/decision close decision:\"ten largest\"").await;
    says(&refused, &["This is for Maria, who does it"]);
    let offered = world
        .maria
        .complete(world.team, "/decision close decision:LARGEST")
        .await
        .unwrap();
    assert_eq!(offered.len(), 1, "{offered:?}");
    let closed = world
        .tell(
            &world.maria,
            "/decision close decision:\"ten largest\" outcome:\"Eight stay\"",
        )
        .await;
    says(&closed, &["Closed: Call the ten largest", "“Eight stay”"]);
    says(
        &world.tell(&world.ada, "/decision list").await,
        &["Nothing is open", "`/decision add`"],
    );
    says(
        &world.tell(&world.ada, "/decision list state:closed").await,
        &["closed last", "“Eight stay”"],
    );
    says(
        &world.tell(&world.ada, "/audit noun:decision").await,
        &[
            "Maria closed the decision",
            "Outcome: none → Eight stay",
            "Ada added the decision",
        ],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn what_was_decided_or_closed_by_mistake_is_taken_back_for_ten_minutes() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let added = world.answer(&world.ada, "/decision add text:Oops owner:@Leo").await;
    says(&added.text(), &["before its first review"]);
    let undone = world.ada.press(&added, "Undo").await.unwrap();
    says(&message(&undone).await.text(), &["as if it had not been decided"]);
    says(&world.tell(&world.ada, "/decision list").await, &["Nothing is open"]);

    world
        .tell(&world.ada, "/decision add text:\"Raise the price\" owner:@Leo")
        .await;
    let closed = world.answer(&world.leo, "/decision close decision:price").await;
    let undone = world.leo.press(&closed, "Undo").await.unwrap();
    says(&message(&undone).await.text(), &["Open again: Raise the price"]);
    let closed = world.answer(&world.leo, "/decision close decision:price").await;
    world.set_clock("2026-11-12T10:11:00Z").await;
    let late = world.leo.press(&closed, "Undo").await.unwrap();
    says(&message(&late).await.text(), &["for ten minutes"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_decision_that_is_not_clear_is_refused_in_words() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let refused = async |line: &str, part: &str| says(&world.tell(&world.ada, line).await, &[part]);
    refused("/decision add text:\"Call\" due:soon", "cannot read **soon** as a day").await;
    refused(
        "/decision add text:\"Call\" due:1/2",
        "is 1 February 2027 or 2 January 2027",
    )
    .await;
    refused("/decision add text:\"Call\" due:2026-11-11", "11 November 2026 is over").await;
    refused("/decision add text:\"  \"", "is empty").await;
    refused(
        "/decision add text:Call kpi:churn objective:\"Keep customers\"",
        "exactly one of the two",
    )
    .await;
    refused("/decision add text:Call review:2026-01", "no review").await;
    refused("/decision close decision:nothing", "no decision **nothing**").await;
    world.stop_bot().await;
}

#[tokio::test]
async fn a_review_is_closed_with_what_it_decided_and_the_channel_reads_it() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let closed = world
        .tell(
            &world.ada,
            "/review close decisions:\"Call ten customers; Raise the price\"",
        )
        .await;
    says(&closed, &["It made 2 decisions"]);
    world.settled().await;
    let posted = world.posted();
    says(
        posted.last().unwrap(),
        &[
            "was closed by Ada",
            "Decided:",
            "• Call ten customers",
            "• Raise the price",
        ],
    );
    says(
        &world.tell(&world.leo, "/decision list").await,
        &["**2 open decisions**", "Raise the price · November 2026"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn decisions_of_an_archived_scorecard_rest_and_those_about_an_archived_kpi_stay() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/decision add text:Call kpi:churn").await;
    world.tell(&world.ada, "/kpi archive kpi:churn").await;
    says(
        &world.tell(&world.ada, "/decision list").await,
        &["Call · **Customer churn**"],
    );
    world.tell(&world.ada, "/scorecard archive scorecard:Acme").await;
    says(
        &world.tell(&world.ada, "/decision close decision:Call").await,
        &["no decision **Call**"],
    );
    world.tell(&world.ada, "/scorecard restore scorecard:Acme").await;
    says(
        &world.tell(&world.ada, "/decision close decision:Call").await,
        &["Closed: Call"],
    );
    world.stop_bot().await;
}
