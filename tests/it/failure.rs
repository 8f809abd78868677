//! What breaks around the bot: Discord, the network, channels, people's settings, the clock, the database. In each case
//! nothing due is left unsaid, nothing is said twice, and whoever can mend it is told once.

use std::time::Duration;

use chrono::TimeDelta;
use sandbox::{Id, OverwriteFor, permission};
use scorecard_bot::service::{Actor, notice, person};
use sqlx::Connection as _;

use crate::world::World;

const ALERT_DUE: &str = "2026-11-12T10:02:00Z";

/// Acme, with a value of Maria's that the team channel is to be told of at [`ALERT_DUE`].
async fn with_an_alert() -> World {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world
}

/// The team channel has the alert, once.
fn told_once(world: &World) {
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("went off target"), "{posted:?}");
}

/// The messages that the bot was asked to post in a channel, taken or not.
fn attempts(world: &World, channel: Id) -> usize {
    let path = format!("/channels/{channel}/messages");
    let sends = |request: &sandbox::LoggedRequest| request.method == "POST" && request.path == path;
    world.sandbox.requests().into_iter().filter(sends).count()
}

async fn pass(world: &World, time: TimeDelta) {
    world.sandbox.clock().advance(time);
    world.settled().await;
}

/// Ada, as the use cases know her.
async fn ada(world: &World) -> Actor {
    let id = |id: Id| id.get().cast_signed();
    let visitor = person::Visitor {
        server: id(world.server).into(),
        user: id(world.ada.user().id),
        name: "Ada",
        locale: "en-US",
        may_manage_server: true,
        roles: Vec::new(),
    };
    person::enter(&world.services(), &visitor).await.unwrap().0
}

/// The notices that were skipped or parked, each with its kind and reason.
async fn left_out(world: &World) -> Vec<(String, String)> {
    let all = notice::history(&world.services(), &ada(world).await, 100)
        .await
        .unwrap();
    let ended = all.into_iter().filter(|one| one.ended.is_some());
    ended.map(|one| (one.kind, one.reason.unwrap_or_default())).collect()
}

#[tokio::test]
async fn a_message_that_discord_fails_to_take_is_said_once_later() {
    for status in [500, 502, 503] {
        let world = with_an_alert().await;
        world.sandbox.faults().fail("POST", "/messages", status, 3);
        world.set_clock(ALERT_DUE).await;
        assert!(world.posted().is_empty(), "{status}");
        for _ in 0..3 {
            pass(&world, TimeDelta::minutes(1)).await;
        }
        told_once(&world);
        assert_eq!(attempts(&world, world.team), 4, "{status}");
    }
}

#[tokio::test]
async fn a_rate_limit_is_waited_for() {
    let world = with_an_alert().await;
    world.sandbox.faults().fail("POST", "/messages", 429, 2);
    world.set_clock(ALERT_DUE).await;
    told_once(&world);
}

#[tokio::test]
async fn a_connection_that_is_cut_before_discord_acted_costs_nothing_but_time() {
    let world = with_an_alert().await;
    world.sandbox.faults().cut_before("POST", "/messages", 1);
    world.set_clock(ALERT_DUE).await;
    assert!(world.posted().is_empty(), "the outcome is unknown for two minutes");
    pass(&world, TimeDelta::minutes(3)).await;
    told_once(&world);
}

#[tokio::test]
async fn a_message_whose_answer_was_lost_is_looked_up_and_not_said_again() {
    let world = with_an_alert().await;
    world.sandbox.faults().cut_after("POST", "/messages", 1);
    world.set_clock(ALERT_DUE).await;
    pass(&world, TimeDelta::minutes(10)).await;
    told_once(&world);
    assert_eq!(attempts(&world, world.team), 1, "it is not even sent again");

    // What was found is the alert from then on: a correction edits it.
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    world.settled().await;
    let posted = world.posted();
    assert!(posted.len() == 1 && posted[0].contains("Withdrawn"), "{posted:?}");
}

#[tokio::test]
async fn a_lost_answer_is_recognised_though_the_message_would_be_another_by_now() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.tell(&world.ada, "/kpi hand-over kpi:delivery to:@Maria").await;
    world.sandbox.faults().cut_after("POST", "/messages", 1);
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    pass(&world, TimeDelta::minutes(10)).await;
    let prompts = world.direct(&world.maria);
    assert_eq!(prompts.len(), 1, "{prompts:?}");
}

#[tokio::test]
async fn an_edit_that_fails_is_made_later() {
    let world = with_an_alert().await;
    world.set_clock(ALERT_DUE).await;
    world.sandbox.faults().fail("PATCH", "/messages", 500, 1);
    world.sandbox.faults().cut_before("PATCH", "/messages", 1);
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    for _ in 0..3 {
        pass(&world, TimeDelta::minutes(3)).await;
    }
    let posted = world.posted();
    assert!(posted.len() == 1 && posted[0].contains("Withdrawn"), "{posted:?}");
}

#[tokio::test]
async fn a_message_that_somebody_deleted_is_not_edited_nor_said_again() {
    let world = with_an_alert().await;
    world.set_clock(ALERT_DUE).await;
    let alert = &world.sandbox.messages(world.team)[0];
    world.sandbox.delete_message(world.team, alert.id);
    world.tell(&world.maria, "/log kpi:churn value:1.4").await;
    pass(&world, TimeDelta::hours(2)).await;
    assert!(world.posted().is_empty());
}

#[tokio::test]
async fn a_dropped_gateway_delays_nothing() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.sandbox.faults().drop_gateway(None);
    world.set_clock("2026-12-01T08:00:30Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1);
    assert_eq!(world.direct(&world.leo).len(), 1);
}

#[tokio::test]
async fn who_has_closed_their_direct_messages_is_mentioned_in_the_team_channel() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.sandbox.set_direct_messages(world.maria.user().id, false);
    world.set_clock("2026-12-01T08:00:30Z").await;
    pass(&world, TimeDelta::hours(2)).await;

    let posted = world.sandbox.messages(world.team);
    assert_eq!(posted.len(), 2, "the board and the mention: {posted:?}");
    let text = posted[1].text();
    assert!(text.contains("direct messages from this server are closed"), "{text}");
    assert!(!text.contains("churn"), "it names nothing private: {text}");
    assert_eq!(posted[1].mentions.people, [world.maria.user()]);
    let left_out = left_out(&world).await;
    assert_eq!(left_out.len(), 1, "{left_out:?}");
    assert_eq!(left_out[0].0, "ask");
    assert_eq!(world.direct(&world.leo).len(), 1, "others are asked as ever");
}

#[tokio::test]
async fn a_missing_permission_is_told_once_and_the_work_goes_on_when_it_is_given() {
    let world = with_an_alert().await;
    let bot = OverwriteFor::Member(world.sandbox.bot_id());
    world
        .sandbox
        .set_overwrite(world.team, bot, 0, permission::SEND_MESSAGES);
    world.set_clock(ALERT_DUE).await;
    for _ in 0..3 {
        pass(&world, TimeDelta::hours(2)).await;
    }
    let told = world.direct(&world.ada);
    assert_eq!(told.len(), 1, "no nagging: {told:?}");
    let text = told[0].text();
    let names = [
        format!("<#{}>", world.team),
        "**Send Messages**".to_owned(),
        "Acme".to_owned(),
    ];
    for part in names {
        assert!(text.contains(&part), "{text} does not name {part}");
    }
    assert!(world.posted().is_empty());

    world.sandbox.set_overwrite(world.team, bot, 0, 0);
    world.until(|| !world.posted().is_empty(), "the alert is posted").await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("comes late"), "{posted:?}");
    assert_eq!(world.direct(&world.ada).len(), 1);
}

#[tokio::test]
async fn a_deleted_channel_is_told_to_the_manager_and_its_work_follows_to_the_next_channel() {
    let mut world = with_an_alert().await;
    world.sandbox.delete_channel(world.team);
    world.team = world.sandbox.add_channel(world.server, "new-team");
    world.set_clock(ALERT_DUE).await;
    pass(&world, TimeDelta::hours(3)).await;
    let told = world.direct(&world.ada);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].text().contains("was deleted"), "{}", told[0].text());
    assert!(told[0].text().contains("/scorecard edit"), "{}", told[0].text());

    world.tell(&world.ada, "/scorecard edit channel:#new-team").await;
    world.settled().await;
    told_once(&world);
}

#[tokio::test]
async fn when_the_manager_cannot_be_written_to_the_owner_of_the_server_is_told() {
    let world = with_an_alert().await;
    world.tell(&world.ada, "/scorecard edit manager:@Leo").await;
    world.sandbox.set_direct_messages(world.leo.user().id, false);
    world.sandbox.delete_channel(world.team);
    world.set_clock(ALERT_DUE).await;
    assert!(world.direct(&world.leo).is_empty());
    let told = world.direct(&world.ada);
    assert_eq!(told.len(), 1, "{told:?}");
}

#[tokio::test]
async fn after_a_kick_the_bot_says_once_what_it_missed_and_what_is_still_useful() {
    let mut world = with_an_alert().await;
    world.sandbox.remove_bot(world.server);
    world.until_left().await;
    // The prompt and the reminder of November would have come in these weeks.
    world.set_clock("2026-12-09T12:00:00Z").await;
    assert!(world.posted().is_empty());
    world.sandbox.add_bot(world.server);
    world
        .until(|| world.posted().len() >= 3, "what was missed, and what is late")
        .await;
    world.settled().await;
    let posted = world.posted();
    assert_eq!(posted.len(), 3, "{posted:?}");
    let one = |words: &str| {
        let found: Vec<&String> = posted.iter().filter(|post| post.contains(words)).collect();
        assert_eq!(found.len(), 1, "{words}: {posted:#?}");
        found[0]
    };
    assert!(one("went off target").contains("comes late"), "{posted:?}");
    assert!(one("**Acme · November 2026**").contains("comes late"), "{posted:?}");
    let missed = one("The bot was not in this server");
    for part in [
        "**Acme** · **November 2026**",
        "Done now, late: Overdue notice (<t:1796716800:f>) · Digest (<t:",
        "Left out, since it is of no use any more: Owners are asked (<t:1796112000:f>) · Reminder",
    ] {
        assert!(missed.contains(part), "{part} in {missed}");
    }
    let asked = world.direct(&world.leo);
    assert_eq!(asked.len(), 1, "overdue by now, said once: {asked:?}");
    assert!(asked[0].text().contains("overdue"), "{}", asked[0].text());
    // Neither is it said again after a restart, nor where nothing was missed.
    world.stop_bot().await;
    world.start_bot().await;
    world.settled().await;
    world.sandbox.remove_bot(world.server);
    world.until_left().await;
    world.sandbox.add_bot(world.server);
    world.until_joined().await;
    world.settled().await;
    assert_eq!(world.posted().len(), 3, "{:?}", world.posted());
}

#[tokio::test]
async fn after_an_outage_of_days_nobody_gets_two_messages_that_ask_for_the_same() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let day = |text: &str| text.parse().unwrap();
    let faults = world.sandbox.faults();
    faults.fail("POST", "/messages", 500, 1_000_000);
    for now in ["2026-12-01T08:00:30Z", "2026-12-07T08:00:30Z", "2026-12-08T08:00:30Z"] {
        world.sandbox.clock().set(day(now));
        world.settled().await;
    }
    faults.clear();
    pass(&world, TimeDelta::minutes(15)).await;
    let asked = world.direct(&world.leo);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].text().contains("overdue"), "{}", asked[0].text());
}

#[tokio::test]
async fn a_day_without_discord_over_the_end_of_a_month_loses_nothing_and_doubles_nothing() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let faults = world.sandbox.faults();
    for method in ["GET", "POST", "PATCH"] {
        faults.fail(method, "/", 500, 1_000_000);
    }
    for hour in [
        "2026-11-30T18:00:00Z",
        "2026-12-01T08:00:30Z",
        "2026-12-01T12:00:00Z",
        "2026-12-01T17:55:00Z",
    ] {
        world.set_clock(hour).await;
    }
    assert!(world.direct(&world.maria).is_empty());
    faults.clear();
    for _ in 0..2 {
        pass(&world, TimeDelta::minutes(15)).await;
    }
    for who in [&world.maria, &world.leo] {
        let asked = world.direct(who);
        assert_eq!(asked.len(), 1, "{asked:?}");
        assert!(asked[0].text().contains("comes late"), "{}", asked[0].text());
    }
    assert_eq!(world.boards().len(), 1, "{:?}", world.boards());
    assert!(world.posted().is_empty());
}

#[tokio::test]
async fn a_storm_of_rate_limits_is_waited_out_and_doubles_nothing() {
    let world = with_an_alert().await;
    world.sandbox.faults().fail("POST", "/messages", 429, 12);
    world.set_clock("2026-12-01T08:00:30Z").await;
    for _ in 0..4 {
        pass(&world, TimeDelta::minutes(15)).await;
    }
    assert_eq!(world.direct(&world.maria).len(), 1);
    assert_eq!(world.direct(&world.leo).len(), 1);
    told_once(&world);
    assert_eq!(world.boards().len(), 1);
}

#[tokio::test]
async fn a_gateway_that_drops_every_minute_neither_loses_nor_doubles_anything() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock("2026-12-01T07:58:00Z").await;
    for _ in 0..5 {
        world.sandbox.faults().drop_gateway(None);
        pass(&world, TimeDelta::minutes(1)).await;
    }
    tokio::time::timeout(crate::world::PATIENCE, world.sandbox.ready())
        .await
        .expect("the bot connects again");
    assert_eq!(world.direct(&world.maria).len(), 1);
    assert_eq!(world.direct(&world.leo).len(), 1);
    let said = world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    assert!(said.contains("on target"), "{said}");
}

#[tokio::test]
async fn a_clock_that_is_set_back_has_nothing_said_twice() {
    let world = with_an_alert().await;
    world.set_clock(ALERT_DUE).await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.set_clock("2026-12-01T07:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.set_clock("2026-12-01T09:00:30Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1);
    assert_eq!(world.direct(&world.leo).len(), 1);
    told_once(&world);
}

#[tokio::test]
async fn a_database_that_another_process_locks_is_waited_for() {
    let world = with_an_alert().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(world.database());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("BEGIN EXCLUSIVE").execute(&mut other).await.unwrap();
    world.sandbox.clock().set(ALERT_DUE.parse().unwrap());
    // Longer than a connection waits for a lock.
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert!(world.posted().is_empty(), "nothing is sent that could not be noted");
    sqlx::query("COMMIT").execute(&mut other).await.unwrap();
    world.settled().await;
    told_once(&world);
}

#[tokio::test]
async fn a_notice_that_cannot_be_read_stands_in_nobodys_way() {
    let world = with_an_alert().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(world.database());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("UPDATE notice SET payload = '{\"content\":\"of-a-later-version\"}'")
        .execute(&mut other)
        .await
        .unwrap();
    world.tell(&world.leo, "/log kpi:delivery value:80").await;
    world.set_clock("2026-11-12T10:03:00Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("On-time delivery"), "{posted:?}");
    let left_out = left_out(&world).await;
    assert_eq!(left_out.len(), 1, "{left_out:?}");
    assert!(left_out[0].1.contains("cannot be read"), "{left_out:?}");
}

/// Writes so many posts for as many new channels into another server's outbox, due at once.
async fn burst(world: &World, server: i64, count: i64) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(world.database());
    let mut other = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    let now = world.sandbox.clock().now().timestamp_millis();
    sqlx::query("INSERT INTO server (id, name, joined_at) VALUES (?, 'Busy', 0) ON CONFLICT DO NOTHING")
        .bind(server)
        .execute(&mut other)
        .await
        .unwrap();
    for at in 0..count {
        sqlx::query(
            "INSERT INTO notice (server_id, key, kind, channel_id, payload, due_at, created_at)
             SELECT ?, ?, kind, ?, payload, ?, ? FROM notice WHERE kind = 'alert' LIMIT 1",
        )
        .bind(server)
        .bind(format!("burst:{at}"))
        .bind(9_000_000 + at)
        .bind(now)
        .bind(now)
        .execute(&mut other)
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn one_servers_burst_delays_no_other_server_and_keeps_the_pace() {
    let world = with_an_alert().await;
    burst(&world, 77, 200).await;
    let started = std::time::Instant::now();
    world.sandbox.clock().set(ALERT_DUE.parse().unwrap());
    world.until(|| !world.posted().is_empty(), "the alert is posted").await;
    let waited = started.elapsed();
    assert!(
        waited < Duration::from_secs(2),
        "200 others take five seconds; the alert took {waited:?}"
    );
    world.settled().await;
    let of_the_burst = |request: &&sandbox::LoggedRequest| request.path.starts_with("/channels/9000");
    let requests = world.sandbox.requests();
    let times: Vec<_> = requests.iter().filter(of_the_burst).map(|request| request.at).collect();
    assert_eq!(times.len(), 200);
    let fastest = times.windows(41).map(|window| window[40] - window[0]).min().unwrap();
    assert!(fastest > TimeDelta::milliseconds(900), "40 requests took {fastest}");
}
