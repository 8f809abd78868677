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

#[tokio::test]
async fn a_quarter_is_reviewed_in_the_time_zone_of_its_scorecard() {
    let world = World::at("2026-07-14T10:00:00Z").await;
    for line in [
        "/scorecard create name:Sales channel:#team time_zone:America/New_York review:quarterly",
        "/objective add name:Grow perspective:Financial",
        "/kpi add objective:Grow key:revenue name:Revenue unit:\"USD m\" decimals:2 frequency:quarterly target:5 \
         owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-10-02T10:00:00Z").await;
    assert!(
        world.direct(&world.maria).is_empty(),
        "the first review is the first full quarter"
    );

    world.set_clock("2027-01-01T13:59:00Z").await;
    assert!(
        world.direct(&world.maria).is_empty(),
        "it is not nine o'clock in New York"
    );
    world.set_clock("2027-01-01T14:00:30Z").await;
    let text = world.direct(&world.maria)[0].text();
    assert!(text.contains("Q4 2026 is over: 1 value from you"), "{text}");

    world.tell(&world.maria, "/log kpi:revenue value:5.2m").await;
    world.set_clock("2027-01-08T15:00:30Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("Sales · Q4 2026: 8.0"), "{posted:?}");
}

#[tokio::test]
async fn a_quarterly_kpi_takes_part_in_the_month_that_ends_its_quarter() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world
        .tell(
            &world.ada,
            "/kpi add objective:\"Keep customers\" key:nps name:\"Net Promoter Score\" frequency:quarterly target:40 \
             owner:@Leo",
        )
        .await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let november = world.direct(&world.leo)[0].text();
    assert!(!november.contains("Net Promoter Score"), "{november}");
    world.set_clock("2027-01-01T08:00:30Z").await;
    let prompts = world.direct(&world.leo);
    let december = prompts.last().unwrap().text();
    assert!(
        december.contains("Net Promoter Score") && december.contains("Q4 2026"),
        "{december}"
    );
}

/// The days on which somebody got a direct message.
fn days(world: &World, who: &sandbox::Person) -> Vec<String> {
    let day = |message: &sandbox::Message| message.sent_at.format("%d").to_string();
    world.direct(who).iter().map(day).collect()
}

#[tokio::test]
async fn who_does_not_answer_is_reminded_then_the_deputy_and_last_of_all_the_manager_is_told() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let ana = world.join("Ana");
    world.tell(&ana, "/help").await;
    let hours =
        "/kpi add objective:\"Keep customers\" key:hours name:\"Training hours\" target:300 owner:@Leo deputy:@Ana";
    world.tell(&world.ada, hours).await;
    for day in 1..=20 {
        world.set_clock(&format!("2026-12-{day:02}T08:00:30Z")).await;
        if day == 1 {
            world.tell(&world.leo, "/log kpi:delivery value:96").await;
            world.tell(&world.maria, "/log kpi:churn value:1.9").await;
        }
    }
    assert_eq!(days(&world, &world.leo), ["01", "04", "07", "08", "09"]);
    assert_eq!(days(&world, &ana), ["09"]);
    assert_eq!(days(&world, &world.ada), ["10"]);
    assert_eq!(
        days(&world, &world.maria),
        ["01"],
        "who has entered everything hears nothing more"
    );

    let asked = world.direct(&world.leo);
    for (at, said) in [
        "is over",
        "on the next business day",
        "is due today",
        "is overdue",
        "is overdue",
    ]
    .into_iter()
    .enumerate()
    {
        assert!(asked[at].text().contains(said), "{}", asked[at].text());
    }
    let ana_reads = world.direct(&ana)[0].text();
    for part in ["1 value of somebody else's is overdue", "Training hours", "Leo"] {
        assert!(ana_reads.contains(part), "{ana_reads}");
    }
    let last = world.direct(&world.ada).remove(0);
    for part in [
        "**Training hours** for November 2026 is 3 business days late.",
        "Leo was asked on 1, 4, 7, 8 and 9 December. Ana was asked on 9 December.",
        "This is the last message about it.",
    ] {
        assert!(last.text().contains(part), "{}", last.text());
    }
    let labels = ["Enter for Leo", "Not applicable…", "Hand over…"];
    assert!(
        labels.iter().all(|label| last.button(label).is_some()),
        "{}",
        last.text()
    );
    assert!(last.button("Same as last").is_none() && last.button("Snooze until tomorrow").is_none());

    let opened = form(&world.ada.press(&last, "Enter for Leo").await.unwrap()).await;
    let saved = world.ada.submit(&opened, &[("Training hours", "310")]).await.unwrap();
    let saved = message(&saved).await.text();
    assert!(
        saved.contains("Training hours") && saved.contains("on target"),
        "{saved}"
    );
    world.settled().await;
    for who in [&world.leo, &ana, &world.ada] {
        let newest = world.direct(who).pop().unwrap().text();
        assert!(newest.contains("Everything is in"), "{newest}");
    }
}

#[tokio::test]
async fn a_weekly_kpi_gets_the_prompt_and_one_reminder() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let calls = "/kpi add objective:\"Keep customers\" key:calls name:Calls frequency:weekly aggregation:average \
                 target:30 owner:@Leo";
    world.tell(&world.ada, calls).await;
    for day in 1..=14 {
        world.set_clock(&format!("2026-12-{day:02}T08:00:30Z")).await;
        if day == 1 {
            world.tell(&world.leo, "/log kpi:delivery value:96").await;
            world.tell(&world.maria, "/log kpi:churn value:1.9").await;
        }
    }
    assert_eq!(days(&world, &world.leo), ["01", "07"]);
    assert!(world.direct(&world.ada).is_empty());
    let status = world.tell(&world.leo, "/review status").await;
    assert!(status.contains("weekly values get one reminder"), "{status}");
}

#[tokio::test]
async fn somebodys_day_is_that_of_their_own_scorecard_wherever_another_one_is() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/scorecard create name:Down parent:Acme time_zone:Pacific/Auckland",
        "/objective add name:Answer perspective:Customer scorecard:Down",
        "/kpi add objective:Answer key:wait name:\"Waiting time\" unit:minutes direction:lower target:5 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-07T08:00:30Z").await;
    let before = world.direct(&world.maria).len();
    // It is the 8th in Auckland, and overdue there, but still Maria's 7th.
    world.set_clock("2026-12-07T20:00:30Z").await;
    let messages = world.direct(&world.maria);
    assert_eq!(messages.len(), before, "{messages:?}");
    let text = messages[before - 1].text();
    assert!(
        text.contains("1 value is overdue") && text.contains("1 more value from you"),
        "{text}"
    );
}

#[tokio::test]
async fn what_somebody_owes_two_scorecards_comes_in_one_message() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/scorecard create name:Support parent:Acme time_zone:Europe/London",
        "/objective add name:Answer perspective:Customer scorecard:Support",
        "/kpi add objective:Answer key:wait name:\"Waiting time\" unit:minutes direction:lower target:5 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-01T08:00:30Z").await;
    let text = world.direct(&world.maria)[0].text();
    assert!(
        text.contains("2 values from you") && text.contains("Waiting time"),
        "{text}"
    );
    world.set_clock("2026-12-01T09:00:30Z").await;
    let messages = world.direct(&world.maria);
    assert_eq!(
        messages.len(),
        1,
        "London's nine o'clock brings no second message that day"
    );
}

#[tokio::test]
async fn a_digest_names_what_is_missing_and_takes_in_what_comes_late() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let digest = world.posted().remove(0);
    assert!(
        digest.contains("Preliminary") && digest.contains("Waiting for **Customer churn** (Maria)"),
        "{digest}"
    );
    let overdue = world.direct(&world.maria);
    assert!(
        overdue.last().unwrap().text().contains("1 value is overdue"),
        "{}",
        overdue.last().unwrap().text()
    );

    world.tell(&world.maria, "/log kpi:churn value:1.8").await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "the digest is edited, not posted again: {posted:?}");
    assert!(
        posted[0].contains("Updated with values") && !posted[0].contains("Waiting for"),
        "{posted:?}"
    );
}

#[tokio::test]
async fn a_bot_that_starts_again_says_nothing_twice_and_goes_on() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    let prompts = world.direct(&world.maria);
    assert_eq!(prompts.len(), 1);
    world.stop_bot().await;
    world.sandbox.clock().set("2026-12-09T10:00:00Z".parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("This comes late"), "{posted:?}");
    let opened = world.maria.press(&prompts[0], "Enter value").await.unwrap();
    let form = form(&opened).await;
    assert_eq!(form.fields.len(), 1, "a button of a week ago still works");
}

#[tokio::test]
async fn a_kpi_that_was_handed_over_after_the_prompt_is_asked_of_its_new_owner() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:churn to:@Leo").await;
    world.settled().await;
    let maria = world.direct(&world.maria);
    assert!(!maria[0].text().contains("Customer churn"), "{}", maria[0].text());
    let due = world.tell(&world.leo, "/checkin").await;
    assert!(due.contains("Customer churn"), "{due}");
    world.set_clock("2026-12-07T08:00:30Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1, "she is not asked any more");
    let reminder = world.direct(&world.leo).pop().unwrap().text();
    assert!(reminder.contains("Customer churn"), "{reminder}");
    let summary = world.tell(&world.ada, "/summary period:2026-11").await;
    assert!(summary.contains("**Customer churn** waiting for Leo"), "{summary}");
}

#[tokio::test]
async fn a_new_owner_may_log_at_once_where_the_day_is_ahead_of_greenwich() {
    let world = World::at("2026-10-12T20:00:00Z").await;
    for line in [
        "/scorecard create name:Acme channel:#team time_zone:Pacific/Auckland",
        "/objective add name:Grow perspective:Financial",
        "/kpi add objective:Grow key:revenue name:Revenue target:5 owner:@Maria",
        "/kpi hand-over kpi:revenue to:@Leo",
    ] {
        world.tell(&world.ada, line).await;
    }
    let said = world.tell(&world.leo, "/log kpi:revenue value:5").await;
    assert!(said.contains("on target"), "{said}");
}

#[tokio::test]
async fn a_kpi_that_was_handed_over_after_it_was_overdue_is_asked_of_its_new_owner_at_once() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-08T08:00:30Z").await;
    let before = world.direct(&world.leo).len();
    world.tell(&world.ada, "/kpi hand-over kpi:churn to:@Leo").await;
    world.settled().await;
    let asked = world.direct(&world.leo);
    let newest = asked.last().unwrap().text();
    assert!(
        newest.contains("Customer churn") && newest.contains("On-time delivery"),
        "{newest}"
    );
    assert!(asked.len() <= before + 1, "one message a day: {asked:?}");
}

#[tokio::test]
async fn a_digest_that_was_due_without_a_team_channel_is_posted_once_there_is_one() {
    let world = World::at("2026-10-12T10:00:00Z").await;
    for line in [
        "/scorecard create name:Acme time_zone:Europe/Berlin",
        "/objective add name:\"Keep customers\" perspective:Customer",
        "/kpi add objective:\"Keep customers\" key:churn name:\"Customer churn\" direction:lower unit:% target:2",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-10T10:00:00Z").await;
    assert!(world.posted().is_empty());
    world.tell(&world.ada, "/scorecard edit channel:#team").await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("Acme · November 2026"), "{posted:?}");
    world.tell(&world.ada, "/scorecard edit vision:Here").await;
    world.settled().await;
    assert_eq!(world.posted().len(), 1, "it is posted once");
}

#[tokio::test]
async fn a_kpi_that_is_known_later_is_expected_later_and_asked_for_from_its_own_day_on() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery available_on:10").await;
    world.set_clock("2026-12-07T17:00:00Z").await;
    assert!(world.direct(&world.leo).is_empty(), "his value is not known yet");
    let due = world.tell(&world.leo, "/checkin").await;
    assert!(!due.contains("On-time delivery"), "{due}");
    let status = world.tell(&world.leo, "/review status").await;
    assert!(
        status.contains("Expected later: **On-time delivery** (Leo)") && status.contains("0 of 2 values are in"),
        "{status}"
    );

    world.set_clock("2026-12-08T09:00:30Z").await;
    let digest = world.posted().remove(0);
    assert!(
        digest.contains("Preliminary") && digest.contains("Expected later: **On-time delivery** (Leo)"),
        "{digest}"
    );
    assert!(
        world.direct(&world.leo).is_empty(),
        "it is not overdue before it is known"
    );
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    assert!(
        summary.contains("**On-time delivery** expected from Leo on <t:"),
        "{summary}"
    );

    let mut heard = Vec::new();
    for (instant, part) in [
        ("2026-12-10T07:59:30Z", ""),
        ("2026-12-10T08:00:30Z", "1 value from you"),
        ("2026-12-16T08:00:30Z", "1 value"),
        ("2026-12-17T08:00:30Z", "overdue"),
        ("2027-01-08T08:00:30Z", ""),
    ] {
        world.set_clock(instant).await;
        let messages = world.direct(&world.leo);
        let expected = heard.len() + usize::from(!part.is_empty());
        assert_eq!(messages.len(), expected, "{instant}: {messages:?}");
        let newest = messages.last().map(sandbox::Message::text).unwrap_or_default();
        assert!(newest.contains(part), "{instant}: {newest}");
        heard = messages;
    }
}

#[tokio::test]
async fn a_value_that_is_known_after_the_close_is_still_asked_for_and_taken_from_its_owner() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery available_on:40").await;
    world.set_clock("2027-01-11T07:59:30Z").await;
    assert!(
        world
            .posted()
            .iter()
            .any(|post| post.contains("closed without a meeting")),
        "{:?}",
        world.posted()
    );
    assert!(world.direct(&world.leo).is_empty());
    world.set_clock("2027-01-11T08:00:30Z").await;
    let prompts = world.direct(&world.leo);
    assert_eq!(prompts.len(), 1, "{prompts:?}");
    assert!(
        prompts[0].text().contains("November 2026 is over"),
        "{}",
        prompts[0].text()
    );
    let opened = form(&world.leo.press(&prompts[0], "Enter value").await.unwrap()).await;
    let saved = world.leo.submit(&opened, &[("On-time delivery", "96")]).await.unwrap();
    let saved = message(&saved).await.text();
    assert!(saved.contains("On-time delivery** · November 2026"), "{saved}");
    world.set_clock("2027-01-22T08:00:30Z").await;
    assert_eq!(
        world.direct(&world.leo).len(),
        1,
        "who has entered it hears nothing more"
    );
}
