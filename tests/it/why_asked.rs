//! `/review status` with a KPI or a person: why somebody was asked for a value, or was not.

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

#[track_caller]
fn lacks(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(!said.contains(part), "no “{part}” in\n{said}");
    }
}

#[tokio::test]
async fn before_a_period_is_over_it_says_when_who_will_be_asked() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let said = world.tell(&world.ada, "/review status kpi:delivery").await;
    says(
        &said,
        &[
            "**On-time delivery** · November 2026: Leo answers for it.",
            "The period runs until",
            "Owners are asked: Leo, <t:",
            "Last notice, to the manager: Ada",
        ],
    );
    let later = world
        .tell(&world.leo, "/review status kpi:delivery period:2027-01")
        .await;
    says(
        &later,
        &["**On-time delivery** · January 2027", "The period runs until"],
    );
    let earlier = world
        .tell(&world.leo, "/review status kpi:delivery period:2026-09")
        .await;
    says(&earlier, &["Its first review is that of November 2026"]);
}

#[tokio::test]
async fn it_says_what_was_said_to_whom_when_a_value_came_in_and_that_it_is_silent_since() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.set_clock("2026-12-04T08:00:30Z").await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(
        &said,
        &[
            "Owners are asked: Leo, <t:1796112030:f>",
            "Reminder on the business day before: Leo, <t:1796371230:f>",
            "Reminder on the day: Leo, <t:",
            "Overdue notice to owner and deputy: Leo, <t:",
        ],
    );
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(&said, &["The value came in from Leo on <t:1796371"]);
    lacks(&said, &["Reminder on the day", "Last notice"]);
    world
        .tell(&world.maria, "/log kpi:churn value:\"n/a: nobody left\"")
        .await;
    let said = world.tell(&world.maria, "/review status person:@Maria").await;
    says(
        &said,
        &["**Customer churn**", "Maria said on", "not applicable: “nobody left”"],
    );
}

#[tokio::test]
async fn it_says_that_somebody_put_it_off_or_takes_no_direct_messages() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.sandbox.set_direct_messages(world.maria.user().id, false);
    world.set_clock("2026-12-01T08:00:30Z").await;
    let prompt = world.direct(&world.leo).remove(0);
    message(&world.leo.press(&prompt, "Snooze until tomorrow").await.unwrap()).await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(&said, &["Owners are asked: Leo put it off until <t:"]);
    let said = world.tell(&world.ada, "/review status kpi:churn").await;
    says(
        &said,
        &["Owners are asked: Maria takes no direct messages; the team channel was asked <t:1796112"],
    );
}

#[tokio::test]
async fn it_says_who_is_asked_in_the_place_of_somebody_who_is_away() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world
        .tell(&world.leo, "/away from:2026-11-28 until:2026-12-03 deputy:@Maria")
        .await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(
        &said,
        &[
            "Maria answers for it, since Leo is away until 3 December 2026",
            "Leo is away until 3 December 2026; Maria is asked instead",
        ],
    );
    lacks(&said, &["Owners are asked"]);
    let all = world.tell(&world.ada, "/review status kpi:delivery").await;
    says(&all, &["Owners are asked: Maria, <t:"]);
    // The manager, who is told last of all.
    let ada = world.tell(&world.ada, "/review status kpi:delivery person:@Ada").await;
    says(
        &ada,
        &["Ada is told last of all", "Last notice, to the manager: Ada, <t:"],
    );
    lacks(&ada, &["Reminder"]);
}

#[tokio::test]
async fn it_says_why_a_kpi_is_not_asked_for_at_all() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\"";
    for line in [
        format!("{add} key:quarter name:Quarterly frequency:quarterly target:1 owner:@Leo"),
        format!("{add} key:ratio name:Ratio formula:\"churn / delivery * 100\""),
        format!("{add} key:old name:Old target:1 owner:@Leo"),
        format!("{add} key:late name:Late target:1 owner:@Leo available_on:10"),
        format!("{add} key:kept name:Kept target:1 owner:@Leo aggregation:last carry_forward:true"),
        format!("{add} key:week name:Weekly frequency:weekly target:1 owner:@Leo"),
        "/log kpi:kept value:1 period:2026-10".to_owned(),
    ] {
        world.tell(&world.ada, &line).await;
    }
    world.set_clock("2026-11-14T10:00:00Z").await;
    world.tell(&world.ada, "/kpi archive kpi:old").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let about = async |kpi: &str| world.tell(&world.ada, &format!("/review status kpi:{kpi}")).await;
    says(&about("quarter").await, &["Its first review is that of December 2026"]);
    says(
        &about("quarter period:2027-01").await,
        &["No value of it is due in this period. The next one is of Q1 2027, in the review of March 2027."],
    );
    says(&about("ratio").await, &["A formula gives its values"]);
    says(&about("old").await, &["It is out of use since 14 November 2026"]);
    says(
        &about("late").await,
        &["Its value becomes known on", "Owners are asked: Leo, <t:"],
    );
    says(&about("kept").await, &["Where nothing is entered its last value holds"]);
    let weekly = about("week").await;
    says(
        &weekly,
        &["Weekly values are asked for once", "Reminder on the day: Leo"],
    );
    lacks(&weekly, &["Overdue notice"]);

    let mine = world.tell(&world.leo, "/review status person:@Leo").await;
    says(&mine, &["**Quarterly**", "**On-time delivery**", "**Weekly**"]);
    lacks(&mine, &["**Customer churn**"]);
}

#[tokio::test]
async fn it_says_what_came_too_late_because_the_bot_was_down_and_what_quiet_hours_moved() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    world.tell(&world.ada, "/review calendar quiet_hours:18:00-10:00").await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(
        &said,
        &[
            "Owners are asked: Leo, <t:1796115600:f>",
            "(planned <t:1796112000:f>, moved by quiet hours",
        ],
    );
    world.set_clock("2026-12-01T09:00:30Z").await;
    world.set_clock("2026-12-07T07:00:00Z").await;
    world.stop_bot().await;
    world.sandbox.clock().set("2026-12-08T12:00:00Z".parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    let said = world.tell(&world.leo, "/review status kpi:delivery").await;
    says(
        &said,
        &[
            "Owners are asked: Leo, <t:1796115",
            "Reminder on the day: not said; the bot came to it",
            "Overdue notice: Leo, <t:",
        ],
    );
}

#[tokio::test]
async fn everybody_asks_about_themselves_and_only_who_manages_about_others() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let private = "/scorecard create name:\"Leo alone\" level:individual person:@Leo";
    world.tell(&world.ada, private).await;
    let refused = world.tell(&world.leo, "/review status person:@Maria").await;
    lacks(&refused, &["Customer churn"]);
    let refused = world.tell(&world.leo, "/review status kpi:churn person:@Maria").await;
    lacks(&refused, &["answers for it"]);
    // Without a person it is about who asks.
    let said = world.tell(&world.leo, "/review status kpi:churn").await;
    says(&said, &["Maria answers for it", "Leo does not answer for it"]);
    lacks(&said, &["Owners are asked"]);
    let said = world.tell(&world.ada, "/review status person:@Maria").await;
    says(&said, &["**Customer churn**", "Owners are asked: Maria"]);
    let said = world.tell(&world.ada, "/review status person:@Leo kpi:churn").await;
    says(&said, &["Leo does not answer for it"]);
}
