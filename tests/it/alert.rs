//! Alerts: answered by buttons and commands, resting until a day, and what they show of what is done.

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

/// Churn slips, and the team channel has the alert.
async fn slipped() -> World {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    world
}

fn alert(world: &World) -> sandbox::Message {
    world.sandbox.messages(world.team).remove(0)
}

#[tokio::test]
async fn an_alert_is_acknowledged_by_its_owner_and_is_silent_until_the_kpi_recovers() {
    let mut world = slipped().await;
    let refused = world.leo.press(&alert(&world), "Acknowledge").await.unwrap();
    says(&message(&refused).await.text(), &["is kept by its owner, Maria"]);
    let opened = form(&world.maria.press(&alert(&world), "Acknowledge").await.unwrap()).await;
    let fields = [("comment", "We call the *ten* largest")];
    let answered = message(&world.maria.submit(&opened, &fields).await.unwrap()).await;
    says(&answered.text(), &["is acknowledged", "silent until the KPI recovers"]);
    world.settled().await;
    says(
        &alert(&world).text(),
        &[
            r"Acknowledged by Maria: “We call the \*ten\* largest”",
            "went off target",
        ],
    );
    says(
        &world.tell(&world.leo, "/alerts list").await,
        &[
            "**1 open alert**",
            "off target since October 2026",
            "Acknowledged by Maria",
        ],
    );
    world.tell(&world.maria, "/log kpi:churn value:3.5").await;
    world.settled().await;
    says(&alert(&world).text(), &["3.5", "Acknowledged by Maria"]);
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    world.set_clock("2026-12-02T10:02:00Z").await;
    assert_eq!(world.posted().len(), 2, "{:?}", world.posted());
    says(&world.tell(&world.leo, "/alerts list").await, &["No alert is open"]);
    says(
        &world.tell(&world.ada, "/audit noun:alert").await,
        &["Maria answered the alert about **Customer churn**"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_snooze_ends_by_itself_and_says_so_once_whatever_is_killed() {
    let mut world = slipped().await;
    let opened = form(&world.maria.press(&alert(&world), "Snooze…").await.unwrap()).await;
    let past = message(&world.maria.submit(&opened, &[("until", "today")]).await.unwrap()).await;
    says(&past.text(), &["12 November 2026 is over"]);
    let fields = [("until", "20 Nov"), ("comment", "After the release")];
    let rests = message(&world.maria.submit(&opened, &fields).await.unwrap()).await;
    says(&rests.text(), &["rests until 20 November 2026"]);
    world.settled().await;
    says(
        &alert(&world).text(),
        &["Snoozed by Maria until 20 November 2026: “After the release”"],
    );
    world.stop_bot().await;
    world.sandbox.clock().set("2026-11-20T08:00:30Z".parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 2, "{posted:?}");
    says(
        &posted[1],
        &[
            "What Maria snoozed until today is open again",
            "🔴 off target now: **3.4",
        ],
    );
    assert!(!alert(&world).text().contains("Snoozed"), "{}", alert(&world).text());
    let woken = world.sandbox.messages(world.team).remove(1);
    let opened = form(&world.maria.press(&woken, "Acknowledge").await.unwrap()).await;
    message(&world.maria.submit(&opened, &[("comment", "Now")]).await.unwrap()).await;
    says(
        &world.tell(&world.leo, "/alerts list").await,
        &["Acknowledged by Maria: “Now”"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn alerts_are_answered_by_command_too_and_what_is_wrong_is_refused() {
    let mut world = slipped().await;
    let line = "/alerts acknowledge alert:churn comment:Calls until:\"in 2 weeks\"";
    says(&world.tell(&world.leo, line).await, &["is kept by its owner, Maria"]);
    let offered = world
        .maria
        .complete(world.team, "/alerts acknowledge alert:CHURN")
        .await
        .unwrap();
    assert_eq!(offered.len(), 1, "{offered:?}");
    says(
        &world.tell(&world.maria, line).await,
        &["acknowledged until 26 November 2026"],
    );
    says(
        &world.tell(&world.maria, "/alerts snooze alert:churn until:soon").await,
        &["cannot read **soon** as a day"],
    );
    says(
        &world
            .tell(&world.maria, "/alerts snooze alert:churn until:Friday")
            .await,
        &["rests until 13 November 2026"],
    );
    says(
        &world
            .tell(&world.leo, "/alerts snooze alert:delivery until:Friday")
            .await,
        &["no alert"],
    );
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    let over = world.maria.press(&alert(&world), "Snooze…").await;
    if let Ok(pressed) = over {
        says(&message(&pressed).await.text(), &["is over already"]);
    }
    world.settled().await;
    world.set_clock("2026-11-13T10:00:00Z").await;
    assert_eq!(
        world.posted().len(),
        1,
        "a withdrawn alert does not wake: {:?}",
        world.posted()
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn an_alert_shows_what_is_done_about_it_and_begins_an_action() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world
        .tell(
            &world.maria,
            "/initiative add name:\"Win-back calls\" kpi:churn due:2026-12-20",
        )
        .await;
    world
        .tell(
            &world.maria,
            "/initiative update initiative:\"Win-back calls\" percent:40",
        )
        .await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.set_clock("2026-11-12T10:02:00Z").await;
    says(
        &alert(&world).text(),
        &["Action: *Win-back calls*, 40\u{202f}%, due 20 December 2026, Maria."],
    );
    let opened = form(&world.maria.press(&alert(&world), "Add action").await.unwrap()).await;
    let fields = [("name", "Lower the price"), ("milestones", "Offer by 1 Dec")];
    let begun = message(&world.maria.submit(&opened, &fields).await.unwrap()).await;
    says(
        &begun.text(),
        &["**Lower the price** is begun", "• Offer, due 1 December 2026"],
    );
    world.settled().await;
    says(&alert(&world).text(), &["Win-back calls", "Action: *Lower the price*"]);
    assert_eq!(world.posted().len(), 1, "the message is edited");
    world.stop_bot().await;
}

#[tokio::test]
async fn an_archived_kpi_comes_back_with_its_alert_for_ten_minutes() {
    let mut world = slipped().await;
    let archived = world.answer(&world.ada, "/kpi archive kpi:churn").await;
    world.settled().await;
    says(&alert(&world).text(), &["Closed: the KPI was archived"]);
    message(&world.ada.press(&archived, "Undo").await.unwrap()).await;
    world.settled().await;
    let text = alert(&world).text();
    assert!(text.contains("went off target") && !text.contains("Closed"), "{text}");
    says(
        &world.tell(&world.leo, "/alerts list").await,
        &["off target since October 2026"],
    );

    let archived = world.answer(&world.ada, "/kpi archive kpi:churn").await;
    world.set_clock("2026-11-12T10:13:00Z").await;
    let late = message(&world.ada.press(&archived, "Undo").await.unwrap()).await;
    says(&late.text(), &["for ten minutes"]);
    says(
        &world.tell(&world.ada, "/kpi restore kpi:churn").await,
        &["is back in use"],
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_review_names_the_alerts_that_nobody_has_answered_once() {
    let mut world = slipped().await;
    world.tell(&world.leo, "/log kpi:delivery value:80").await;
    world.set_clock("2026-11-12T10:05:00Z").await;
    world
        .tell(&world.leo, "/alerts acknowledge alert:delivery comment:Trucks")
        .await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.6").await;
    world.tell(&world.leo, "/log kpi:delivery value:81").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    let posted = world.sandbox.messages(world.team);
    let said: Vec<&sandbox::Message> = posted
        .iter()
        .filter(|message| message.text().contains("nobody has answered"))
        .collect();
    assert_eq!(said.len(), 1, "{:?}", world.posted());
    let text = said[0].text();
    says(&text, &["**Customer churn**, since October 2026 (Maria)"]);
    assert!(!text.contains("On-time delivery"), "{text}");
    world.stop_bot().await;
}

#[tokio::test]
async fn a_year_that_will_miss_its_target_is_told_once_and_again_when_it_will_not() {
    let mut world = World::at("2026-01-02T10:00:00Z").await;
    for line in [
        "/scorecard create name:Acme channel:#team",
        "/objective add name:Grow perspective:Financial",
        "/kpi add objective:Grow key:revenue name:Revenue aggregation:sum target:100 red_flag:50 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    for (month, value) in [("02", "90"), ("03", "90"), ("04", "90"), ("05", "90")] {
        let day = format!("2026-{:02}-02T10:00:00Z", month.parse::<u32>().unwrap() + 1);
        world.set_clock(&day).await;
        let line = format!("/log kpi:revenue value:{value} period:2026-{month}");
        world.tell(&world.maria, &line).await;
    }
    let told = |world: &World, words: &str| world.posted().iter().filter(|post| post.contains(words)).count();
    world.set_clock("2026-06-12T12:00:00Z").await;
    assert_eq!(told(&world, "Off pace: 1 KPI"), 1, "{:?}", world.posted());
    says(
        &world.tell(&world.leo, "/alerts list").await,
        &["**Revenue** · off pace since"],
    );
    world.set_clock("2026-07-02T10:00:00Z").await;
    world
        .tell(&world.maria, "/log kpi:revenue value:200 period:2026-06")
        .await;
    world.set_clock("2026-07-14T12:00:00Z").await;
    assert_eq!(told(&world, "Off pace: 1 KPI"), 1, "{:?}", world.posted());
    assert_eq!(told(&world, "On pace again: 1 KPI"), 1, "{:?}", world.posted());
    says(&world.tell(&world.leo, "/alerts list").await, &["No alert is open"]);
    world.stop_bot().await;
}

/// A scorecard with revenue for each month until April, all of it short of its target by so much as not to be told.
async fn with_revenue(april: &str) -> World {
    let world = World::at("2026-01-02T10:00:00Z").await;
    for line in [
        "/scorecard create name:Acme channel:#team",
        "/objective add name:Grow perspective:Financial",
        "/kpi add objective:Grow key:revenue name:Revenue aggregation:sum target:100 red_flag:50 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    for (month, value) in [("02", "100"), ("03", "100"), ("04", april)] {
        let day = format!("2026-{:02}-02T10:00:00Z", month.parse::<u32>().unwrap() + 1);
        world.set_clock(&day).await;
        let line = format!("/log kpi:revenue value:{value} period:2026-{month}");
        world.tell(&world.maria, &line).await;
    }
    world
}

fn said_times(world: &World, words: &str) -> usize {
    world.posted().iter().filter(|post| post.contains(words)).count()
}

#[tokio::test]
async fn a_year_is_judged_when_a_value_changes_after_the_wait_of_alerts_and_a_correction_withdraws_it() {
    let mut world = with_revenue("90").await;
    assert_eq!(said_times(&world, "Off pace"), 0, "it waits: {:?}", world.posted());
    // Undone in time nothing is said.
    world
        .tell(&world.maria, "/log kpi:revenue value:100 period:2026-04")
        .await;
    world.set_clock("2026-05-02T10:02:00Z").await;
    assert_eq!(said_times(&world, "pace"), 0, "{:?}", world.posted());

    world
        .tell(&world.maria, "/log kpi:revenue value:80 period:2026-04")
        .await;
    world.set_clock("2026-05-02T10:04:00Z").await;
    assert_eq!(said_times(&world, "Off pace: 1 KPI"), 1, "{:?}", world.posted());
    world
        .tell(&world.maria, "/log kpi:revenue value:90 period:2026-04")
        .await;
    world.set_clock("2026-05-02T10:06:00Z").await;
    let posted = world.posted();
    assert_eq!(said_times(&world, "Off pace: 1 KPI"), 1, "the same message: {posted:?}");
    assert_eq!(
        said_times(&world, "heading for 1,160"),
        1,
        "with other numbers: {posted:?}"
    );
    // Neither does the digest repeat it.
    world.set_clock("2026-05-12T12:00:00Z").await;
    assert_eq!(said_times(&world, "Off pace: 1 KPI"), 1, "{:?}", world.posted());
    world
        .tell(&world.maria, "/log kpi:revenue value:100 period:2026-04")
        .await;
    world.settled().await;
    assert_eq!(
        said_times(&world, "Withdrawn: the value was corrected"),
        1,
        "{:?}",
        world.posted()
    );
    assert_eq!(said_times(&world, "On pace again"), 0, "{:?}", world.posted());
    says(&world.tell(&world.leo, "/alerts list").await, &["No alert is open"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_snoozed_alert_about_a_year_speaks_of_the_year_when_its_rest_is_over() {
    let mut world = with_revenue("80").await;
    world.set_clock("2026-05-02T10:02:00Z").await;
    let snoozed = world
        .tell(&world.ada, "/alerts snooze alert:revenue until:2026-05-05")
        .await;
    says(&snoozed, &["Revenue"]);
    world.set_clock("2026-05-05T12:00:00Z").await;
    let posted = world.posted();
    assert_eq!(said_times(&world, "heading for"), 2, "{posted:?}");
    let woken = posted.last().unwrap();
    says(woken, &["Off pace: 1 KPI", "**Revenue**: heading for"]);
    assert!(!woken.contains("on target") && !woken.contains("at risk"), "{woken}");
    world.stop_bot().await;
}

#[tokio::test]
async fn overdue_values_are_told_to_the_team_once_however_long_the_ladder_and_edited_as_they_come() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-08T08:00:30Z").await;
    let posted = world.sandbox.messages(world.team);
    let overdue = posted
        .iter()
        .find(|message| message.text().contains("2 values are overdue"))
        .expect("a message");
    says(
        &overdue.text(),
        &[
            "**On-time delivery** for November 2026, waiting for Leo",
            "**Customer churn** for November 2026, waiting for Maria",
        ],
    );
    assert!(
        overdue.mentions.people.is_empty(),
        "who is asked has a direct message: {overdue:?}"
    );
    for at in ["2026-12-09T08:00:30Z", "2026-12-10T08:00:30Z"] {
        world.set_clock(at).await;
    }
    assert_eq!(said_times(&world, "overdue"), 1, "{:?}", world.posted());
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.settled().await;
    let text = world
        .posted()
        .into_iter()
        .find(|post| post.contains("overdue"))
        .unwrap();
    says(
        &text,
        &[
            "1 value is overdue",
            "waiting for Maria",
            "1 value came in late",
            "**On-time delivery** for November 2026",
        ],
    );
    world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    world.settled().await;
    assert_eq!(said_times(&world, "overdue"), 0, "{:?}", world.posted());
    assert_eq!(said_times(&world, "2 values came in late"), 1, "{:?}", world.posted());
    world.stop_bot().await;
}

#[tokio::test]
async fn a_value_that_is_known_later_is_overdue_by_its_own_day() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:cost name:Costs target:5 owner:@Leo available_on:11";
    world.tell(&world.ada, add).await;
    for line in ["/log kpi:delivery value:96", "/log kpi:churn value:1.9"] {
        world.set_clock("2026-12-01T10:00:00Z").await;
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-10T12:00:00Z").await;
    assert_eq!(said_times(&world, "overdue"), 0, "{:?}", world.posted());
    world.set_clock("2026-12-20T12:00:00Z").await;
    assert_eq!(said_times(&world, "1 value is overdue"), 1, "{:?}", world.posted());
    world.stop_bot().await;
}

#[tokio::test]
async fn an_overdue_value_is_an_alert_until_it_comes_in() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-08T08:00:30Z").await;
    says(
        &world.tell(&world.ada, "/alerts list").await,
        &["**2 open alerts**", "**Customer churn** · missing since November 2026"],
    );
    world.tell(&world.maria, "/log kpi:churn value:2").await;
    says(&world.tell(&world.ada, "/alerts list").await, &["**1 open alert**"]);
    world.stop_bot().await;
}

#[tokio::test]
async fn a_link_that_does_not_show_is_told_once_with_the_digest_and_can_be_answered() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    for line in [
        "/objective add name:Learn perspective:\"Learning & Growth\"",
        "/kpi add objective:Learn key:hours name:\"Training hours\" target:10 red_flag:5 owner:@Ada",
        "/objective drives cause:Learn effect:\"Keep customers\"",
        "/log kpi:hours value:12 period:2026-09",
        "/log kpi:hours value:12 period:2026-10",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.ada, "/log kpi:hours value:12").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.tell(&world.leo, "/log kpi:delivery value:80").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let posted = world.sandbox.messages(world.team);
    let said: Vec<&sandbox::Message> = posted
        .iter()
        .filter(|message| message.text().contains("on target for three periods"))
        .collect();
    assert_eq!(said.len(), 1, "{:?}", world.posted());
    says(
        &said[0].text(),
        &["**Learn** has been on target for three periods, and **Keep customers**, which it drives"],
    );
    says(
        &world.tell(&world.leo, "/alerts list").await,
        &["**Learn → Keep customers** · the link does not hold since 1 November 2026"],
    );
    let offered = world
        .ada
        .complete(world.team, "/alerts snooze alert:learn")
        .await
        .unwrap();
    assert_eq!(offered.len(), 1, "{offered:?}");
    world.stop_bot().await;
}
