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
    assert_eq!(left.fields.len(), 2, "the same values again, to correct them");
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
        let undone = message(&world.maria.press(&said, "Undo").await.unwrap()).await.text();
        assert!(
            undone.contains("→ no value"),
            "a direct message can take it back too: {undone}"
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

/// A sum that is entered as the total of the year, with a value for each month from January to October 2026.
async fn revenue(world: &World) {
    let add = "/kpi add objective:\"Keep customers\" key:revenue name:\"Net revenue\" aggregation:sum entered_ytd:true \
               target:40 red_flag:20 owner:@Leo";
    world.tell(&world.ada, add).await;
    for (month, total) in (1..=10).zip((1..=10).map(|month| month * 44)) {
        let line = format!("/log kpi:revenue value:{total} period:2026-{month:02}");
        let asked = world.answer(&world.leo, &line).await;
        if month > 1 {
            message(&world.leo.press(&asked, "Save 44").await.unwrap()).await;
        }
    }
}

#[tokio::test]
async fn a_total_of_the_year_is_shown_as_the_period_it_makes_and_saved_by_a_press() {
    let world = World::acme("2026-12-02T10:00:00Z").await;
    revenue(&world).await;
    let asked = world.answer(&world.leo, "/log kpi:revenue value:480").await;
    let said = asked.text();
    assert!(
        said.contains("year to date **480**, so November 2026 is **40** (440 through October 2026)"),
        "{said}"
    );
    let summary = world.tell(&world.leo, "/summary").await;
    assert!(summary.contains("**Net revenue** waiting for Leo"), "{summary}");
    let saved = message(&world.leo.press(&asked, "Save 40").await.unwrap()).await.text();
    assert!(
        saved.contains("November 2026: **40**") && saved.contains("Year to date: 480"),
        "{saved}"
    );

    // The month's own value, typed by mistake, makes an absurd one and is offered as what may have been meant.
    let odd = world.answer(&world.leo, "/log kpi:revenue value:41").await;
    assert!(
        odd.text().contains("is **\u{2212}399**") && odd.text().contains("Where 41 is"),
        "{}",
        odd.text()
    );
    let saved = message(&world.leo.press(&odd, "Save 41").await.unwrap()).await.text();
    assert!(saved.contains("Year to date: 481"), "{saved}");
}

#[tokio::test]
async fn a_total_is_refused_where_the_year_before_it_has_gaps() {
    let world = World::acme("2027-03-02T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:revenue name:\"Net revenue\" aggregation:sum entered_ytd:true \
               owner:@Leo";
    world.tell(&world.ada, add).await;
    let missing = &[
        "**Net revenue** is entered as the year's total",
        "January 2027. Enter them first",
        "n/a",
    ];
    refused(&world, &world.leo, "/log kpi:revenue value:90", missing).await;
    world
        .tell(&world.leo, "/log kpi:revenue value:\"n/a: not open\" period:2027-01")
        .await;
    let asked = world.tell(&world.leo, "/log kpi:revenue value:90").await;
    assert!(
        asked.contains("so February 2027 is **90** (0 through January 2027)"),
        "{asked}"
    );
}

#[tokio::test]
async fn a_corrected_month_changes_no_other_one_and_says_what_the_year_becomes() {
    let world = World::acme("2026-12-02T10:00:00Z").await;
    revenue(&world).await;
    let asked = world
        .answer(&world.leo, "/log kpi:revenue value:400 period:2026-09")
        .await;
    let said = asked.text();
    assert!(
        said.contains("so September 2026 is **48** (352 through August 2026)")
            && said.contains("through October 2026 becomes 444 instead of 440"),
        "{said}"
    );
    // What the year adds up to before it changes in between: what was shown holds no more.
    let earlier = world
        .answer(&world.leo, "/log kpi:revenue value:100 period:2026-02")
        .await;
    message(&world.leo.press(&earlier, "Save 56").await.unwrap()).await;
    let stale = message(&world.leo.press(&asked, "Save 48").await.unwrap()).await.text();
    assert!(stale.contains("Enter the total of the year again"), "{stale}");
    let shown = world.tell(&world.leo, "/kpi show kpi:revenue").await;
    assert!(
        shown.contains("Sep 2026 🟢 44") || shown.contains("Sep 🟢 44"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_form_takes_the_total_of_the_year_too() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    revenue(&world).await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.leo).remove(0);
    assert!(
        prompt.text().contains("**Net revenue** · year to date, 440 before"),
        "{}",
        prompt.text()
    );
    let opened = form(&world.leo.press(&prompt, "Enter values").await.unwrap()).await;
    let asked = message(&world.leo.submit(&opened, &[("Net revenue", "480")]).await.unwrap()).await;
    assert!(asked.text().contains("so November 2026 is **40**"), "{}", asked.text());
    let saved = message(&world.leo.press(&asked, "Save 40").await.unwrap()).await.text();
    assert!(saved.contains("November 2026: **40**"), "{saved}");
}

#[tokio::test]
async fn a_value_goes_into_the_period_that_is_due_where_none_is_named() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery available_on:40").await;
    world.set_clock("2027-01-12T10:00:00Z").await;
    let said = world.tell(&world.leo, "/log kpi:delivery value:96").await;
    assert!(
        said.contains("· November 2026"),
        "what is known now is due, not the last month: {said}"
    );
    let said = world.tell(&world.leo, "/log kpi:delivery value:95.5").await;
    assert!(
        said.contains("· December 2026"),
        "nothing is due, so the last one that ended: {said}"
    );
}

#[tokio::test]
async fn a_note_is_added_in_a_direct_message() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.maria).remove(0);
    let opened = form(&world.maria.press(&prompt, "Enter value").await.unwrap()).await;
    let doubted = message(&world.maria.submit(&opened, &[("Customer churn", "34")]).await.unwrap()).await;
    let saved = message(&world.maria.press(&doubted, "Save 34.0\u{202f}%").await.unwrap()).await;
    let note = form(&world.maria.press(&saved, "Add note").await.unwrap()).await;
    let kept = message(&world.maria.submit(&note, &[("note", "it is true")]).await.unwrap()).await;
    assert!(kept.text().contains("The note is saved"), "{}", kept.text());
}

#[tokio::test]
async fn a_value_off_target_waits_for_a_word_where_the_scorecard_asks_for_it() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let edited = world.tell(&world.ada, "/scorecard edit red_note:required").await;
    assert!(edited.contains("optional → required"), "{edited}");
    world.set_clock("2026-12-02T10:00:00Z").await;
    let logged = world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    assert!(logged.contains("a word on it stays due"), "{logged}");
    let status = world.tell(&world.leo, "/review status").await;
    assert!(
        status.contains("Waiting for a word on **Customer churn**, off target (Maria)") && status.contains("1 of 2"),
        "{status}"
    );
    let due = world.answer(&world.maria, "/checkin").await;
    assert!(
        due.text().contains("1 value off target waits for a word"),
        "{}",
        due.text()
    );
    let why = form(&world.maria.press(&due, "Say why: Customer churn").await.unwrap()).await;
    let said = message(
        &world
            .maria
            .submit(&why, &[("note", "Two accounts left")])
            .await
            .unwrap(),
    )
    .await;
    assert!(said.text().contains("The note is saved"), "{}", said.text());
    let due = world.tell(&world.maria, "/checkin").await;
    assert!(!due.contains("waits for a word"), "{due}");
    let status = world.tell(&world.leo, "/review status").await;
    assert!(!status.contains("Waiting for a word"), "{status}");
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert!(
        world.posted().last().unwrap().contains("Two accounts left"),
        "{:?}",
        world.posted()
    );

    // A corrected value is another one, and asks again.
    world.tell(&world.maria, "/log kpi:churn value:3.9").await;
    let due = world.tell(&world.maria, "/checkin").await;
    assert!(due.contains("3.9"), "{due}");
}
