//! Logging: what the person reads, what the team channel is told, and what is refused.

use crate::world::{World, form, message};

/// The sentence that a command is refused with.
async fn refused(world: &World, who: &sandbox::Person, line: &str, parts: &[&str]) {
    let said = world.tell(who, line).await;
    for part in parts {
        assert!(said.contains(part), "{line}: {said:?} does not contain {part:?}");
    }
}

#[tokio::test]
async fn a_value_is_corrected_and_taken_back() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let said = world.tell(&world.leo, "/log kpi:delivery value:96").await;
    assert!(
        said.contains("🟢 **On-time delivery** · October 2026: **96.0"),
        "{said}"
    );

    let corrected = world.answer(&world.leo, "/log kpi:delivery value:94").await;
    assert!(corrected.text().contains("It was 96.0"), "{}", corrected.text());

    let undo = world.leo.press(&corrected, "Undo").await.unwrap();
    let undone = message(&undo).await.text();
    assert!(undone.contains("94.0") && undone.contains("→ 96.0"), "{undone}");

    let again = world.leo.press(&corrected, "Undo").await;
    assert!(again.is_err(), "a taken-back value has no Undo button any more");
    let summary = world.tell(&world.ada, "/summary").await;
    assert!(summary.contains("**On-time delivery** 96.0"), "{summary}");
}

#[tokio::test]
async fn a_value_cannot_be_taken_back_after_ten_minutes() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let logged = world.answer(&world.leo, "/log kpi:delivery value:94").await;
    world.set_clock("2026-11-12T10:10:30Z").await;
    let undo = world.leo.press(&logged, "Undo").await.unwrap();
    let said = message(&undo).await.text();
    assert!(said.contains("ten minutes"), "{said}");
    let summary = world.tell(&world.ada, "/summary").await;
    assert!(summary.contains("94.0"), "{summary}");
}

#[tokio::test]
async fn an_undone_typo_says_nothing_to_the_team() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let logged = world.answer(&world.maria, "/log kpi:churn value:34").await;
    assert!(
        logged.text().contains("The team channel is told in a minute"),
        "{}",
        logged.text()
    );
    let undo = world.maria.press(&logged, "Undo").await.unwrap();
    message(&undo).await;
    world.set_clock("2026-11-12T10:05:00Z").await;
    assert_eq!(world.posted(), Vec::<String>::new());
}

#[tokio::test]
async fn an_alert_is_withdrawn_when_its_value_is_corrected_and_recovers_with_a_later_one() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    assert!(world.posted()[0].contains("went off target"), "{:?}", world.posted());
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "a correction edits the message: {posted:?}");
    assert!(posted[0].contains("Withdrawn"), "{posted:?}");

    world.tell(&world.leo, "/log kpi:delivery value:80").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:97").await;
    world.set_clock("2026-12-02T10:02:00Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 3, "{posted:?}");
    assert!(posted[2].contains("is on target again"), "{posted:?}");
}

#[tokio::test]
async fn a_red_value_is_told_once_however_often_it_is_logged() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    for value in ["3.4", "3.4", "3.5"] {
        world.tell(&world.maria, &format!("/log kpi:churn value:{value}")).await;
        world.sandbox.clock().advance(chrono::TimeDelta::minutes(2));
        world.settled().await;
    }
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(
        posted[0].contains("3.5"),
        "the message shows the newest value: {posted:?}"
    );
}

#[tokio::test]
async fn a_note_is_added_by_a_form() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let logged = world.answer(&world.maria, "/log kpi:churn value:3.4").await;
    let pressed = world.maria.press(&logged, "Add note").await.unwrap();
    let form = form(&pressed).await;
    let note = "Two accounts left @everyone **now**";
    let submitted = world.maria.submit(&form, &[("note", note)]).await.unwrap();
    assert!(message(&submitted).await.text().contains("The note is saved"));
    world.set_clock("2026-11-12T10:02:00Z").await;
    let posted = &world.sandbox.messages(world.team)[0];
    assert!(posted.text().contains("Two accounts left"), "{}", posted.text());
    assert!(
        posted.text().contains(r"\*\*now\*\*"),
        "what people write has no effect: {}",
        posted.text()
    );
    assert!(!posted.mentions.everyone, "nobody but the owner is mentioned");
}

#[tokio::test]
async fn a_value_that_is_not_clear_is_refused_in_words_and_nothing_is_saved() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let maria = &world.maria;
    refused(&world, maria, "/log kpi:churn value:lots", &["lots"]).await;
    refused(&world, maria, "/log kpi:churn value:$3", &["$3", "%"]).await;
    refused(&world, maria, "/log kpi:churn value:1.234", &["1.234", "1,234"]).await;
    refused(&world, maria, "/log kpi:chrun value:3", &["chrun", "churn"]).await;
    refused(&world, maria, "/log kpi:churn value:3 period:2026-13", &["2026-13"]).await;
    refused(
        &world,
        maria,
        "/log kpi:churn value:3 period:2027-01",
        &["January 2027"],
    )
    .await;
    refused(&world, maria, "/log kpi:churn value:3 period:2026-W40", &["2026-W40"]).await;
    refused(&world, maria, "/log kpi:churn value:\"n/a\"", &["n/a"]).await;
    refused(
        &world,
        &world.leo,
        "/log kpi:churn value:3",
        &["Customer churn", "Maria"],
    )
    .await;
    let summary = world.tell(&world.ada, "/summary").await;
    assert!(summary.contains("**Customer churn** waiting for Maria"), "{summary}");
}

#[tokio::test]
async fn an_empty_form_says_so_and_a_half_wrong_one_keeps_what_was_clear() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:delivery to:@Maria").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.maria).remove(0);
    let opened = form(&world.maria.press(&prompt, "Enter values").await.unwrap()).await;
    let empty = world.maria.submit(&opened, &[]).await.unwrap();
    assert!(message(&empty).await.text().contains("empty"));

    let fields = [("Customer churn", "1.9"), ("On-time delivery", "quite good")];
    let mixed = world.maria.submit(&opened, &fields).await.unwrap();
    let answer = message(&mixed).await;
    let said = answer.text();
    assert!(said.contains("🟢 **Customer churn**"), "{said}");
    assert!(said.contains("quite good"), "{said}");
    let left = form(&world.maria.press(&answer, "Correct").await.unwrap()).await;
    assert_eq!(left.fields.len(), 1, "only what is missing is asked for again");
}

#[tokio::test]
async fn a_recovery_that_is_undone_is_not_told_and_the_alert_goes_on() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    let logged = world.answer(&world.maria, "/log kpi:churn value:1.4").await;
    assert!(logged.text().contains("recovered"), "{}", logged.text());
    message(&world.maria.press(&logged, "Undo").await.unwrap()).await;
    world.set_clock("2026-12-02T10:02:00Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "an undone recovery is not told: {posted:?}");

    world.tell(&world.maria, "/log kpi:churn value:3.6").await;
    world.settled().await;
    let posted = world.posted();
    assert!(
        posted.len() == 1 && posted[0].contains("3.6") && posted[0].contains("November 2026"),
        "the alert is still open and shows the newest value: {posted:?}"
    );
}

#[tokio::test]
async fn a_recovery_that_was_told_is_withdrawn_when_its_value_is_corrected() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    world.set_clock("2026-12-02T10:02:00Z").await;
    assert!(world.posted()[1].contains("is on target again"), "{:?}", world.posted());
    world.tell(&world.maria, "/log kpi:churn value:3.6").await;
    world.set_clock("2026-12-02T10:04:00Z").await;
    let posted = world.posted();
    assert!(posted.len() == 2 && posted[1].contains("Withdrawn"), "{posted:?}");
    assert!(posted[0].contains("3.6"), "{posted:?}");
    world.tell(&world.maria, "/log kpi:churn value:1.5").await;
    world.set_clock("2026-12-02T10:06:00Z").await;
    let posted = world.posted();
    assert!(
        posted.len() == 2 && posted[1].contains("is on target again") && posted[1].contains("1.5"),
        "{posted:?}"
    );
}

#[tokio::test]
async fn an_open_alert_falls_back_to_the_value_before_one_that_is_undone() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    let logged = world.answer(&world.maria, "/log kpi:churn value:3.9").await;
    world.settled().await;
    assert!(world.posted()[0].contains("3.9"), "{:?}", world.posted());
    message(&world.maria.press(&logged, "Undo").await.unwrap()).await;
    world.settled().await;
    let posted = world.posted();
    assert!(
        posted[0].contains("October 2026") && !posted[0].contains("3.9"),
        "{posted:?}"
    );
}

#[tokio::test]
async fn an_alert_is_withdrawn_when_its_value_is_corrected_a_month_later() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.ada, "/log kpi:churn value:1.4 period:2026-10").await;
    world.settled().await;
    let posted = world.posted();
    assert!(posted.len() == 1 && posted[0].contains("Withdrawn"), "{posted:?}");
}

#[tokio::test]
async fn a_digest_shows_no_note_of_a_value_that_was_replaced() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world
        .tell(&world.maria, "/log kpi:churn value:3.4 note:\"two accounts left\"")
        .await;
    world.tell(&world.maria, "/log kpi:churn value:3.6").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let posted = world.posted();
    let digest = posted.last().unwrap();
    assert!(
        digest.contains("3.6") && !digest.contains("two accounts left"),
        "{digest}"
    );
}

#[tokio::test]
async fn each_doubtful_value_of_a_form_can_be_saved_after_another() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:delivery to:@Maria").await;
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    world.tell(&world.maria, "/log kpi:delivery value:95").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.maria).remove(0);
    let opened = form(&world.maria.press(&prompt, "Enter values").await.unwrap()).await;
    let fields = [("Customer churn", "34"), ("On-time delivery", "950")];
    let doubted = message(&world.maria.submit(&opened, &fields).await.unwrap()).await;
    for (button, saved) in [("Save 34.0\u{202f}%", "34.0"), ("Save 950.0\u{202f}%", "950.0")] {
        let said = message(&world.maria.press(&doubted, button).await.unwrap()).await;
        assert!(said.text().contains(saved), "{}", said.text());
        assert!(
            !said.text().contains("Undo"),
            "a direct message has no button that would not work"
        );
    }
}

#[tokio::test]
async fn an_alert_names_who_said_what_it_quotes() {
    let world = World::acme("2026-12-02T10:00:00Z").await;
    world
        .tell(&world.ada, "/log kpi:churn value:3.4 note:\"Two accounts left\"")
        .await;
    world.set_clock("2026-12-02T10:02:00Z").await;
    let posted = world.posted();
    assert!(posted[0].contains("Ada: “Two accounts left”"), "{posted:?}");
}
