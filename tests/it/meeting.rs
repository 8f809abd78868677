//! The digest of a review and what follows from it: when it comes, that nothing of it is cut off, the thread of the meeting
//! under it, and reviews that are opened by hand.

use sandbox::{File, Id, Message, OverwriteFor, permission};

use crate::world::{World, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

/// Changes a schedule and saves it.
async fn schedule(world: &World, change: &str) {
    let planned = world.answer(&world.ada, &format!("/review schedule {change}")).await;
    let pressed = world.ada.press(&planned, "Save").await;
    let pressed = pressed.unwrap_or_else(|refusal| panic!("{refusal}: {}", planned.text()));
    message(&pressed).await;
}

/// The thread under the digest, if there is one.
fn thread(world: &World) -> Option<Id> {
    let messages = world.sandbox.messages(world.team);
    messages.iter().find_map(|message| message.thread)
}

fn in_thread(world: &World) -> Vec<String> {
    let thread = thread(world).expect("a thread");
    let messages = world.sandbox.messages(thread);
    messages
        .iter()
        .map(Message::text)
        .filter(|text| !text.is_empty())
        .collect()
}

#[tokio::test]
async fn a_digest_comes_as_soon_as_everything_is_in_where_that_was_chosen() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    schedule(&world, "early:true").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    world.settled().await;
    assert!(world.posted().is_empty(), "one value is missing: {:?}", world.posted());
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.until(|| !world.posted().is_empty(), "the digest comes").await;
    world.settled().await;
    let posted = world.posted();
    says(&posted[0], &["Acme · November 2026"]);
    assert!(!posted[0].contains("Preliminary"), "{posted:?}");
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert_eq!(world.posted().len(), 1, "it is posted once");
}

#[tokio::test]
async fn a_digest_waits_for_those_of_the_scorecards_below_for_a_business_day_at_most() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    for line in [
        "/scorecard create name:Support parent:Acme time_zone:America/New_York",
        "/objective add name:Answer perspective:Customer scorecard:Support",
        "/kpi add objective:Answer key:wait name:\"Waiting time\" unit:minutes direction:lower target:5 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert!(
        world.posted().is_empty(),
        "New York has not summed up: {:?}",
        world.posted()
    );
    world.set_clock("2026-12-08T15:00:30Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    says(&posted[0], &["Acme · November 2026"]);
    assert!(!posted[0].contains("comes late"), "it waited on purpose: {posted:?}");

    schedule(&world, "scorecard:Support digest:\"business day 12 10:00\"").await;
    world.set_clock("2027-01-11T08:59:30Z").await;
    let before = world.posted().len();
    world.set_clock("2027-01-11T09:00:30Z").await;
    let posted = world.posted();
    assert_eq!(posted.len(), before + 1, "a business day is enough: {posted:?}");
    says(&posted[before], &["Acme · December 2026"]);
}

#[tokio::test]
async fn a_meeting_is_a_thread_under_the_digest_that_begins_with_what_is_open() {
    let mut world = World::acme("2026-10-13T10:00:00Z").await;
    schedule(&world, "meeting:\"business day 7 14:00\"").await;
    world
        .tell(
            &world.ada,
            "/decision add text:\"Call the ten largest accounts\" scorecard:Acme",
        )
        .await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:3.4").await;
    world.tell(&world.leo, "/log kpi:delivery value:93").await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let said = in_thread(&world);
    assert_eq!(said.len(), 1, "{said:?}");
    says(
        &said[0],
        &[
            "Meeting on November 2026",
            "It is <t:",
            "First: 1 open decision",
            "Call the ten largest accounts",
            "Then: 2 KPIs short of their targets",
            "/decision add",
        ],
    );
    let place = |name: &str| said[0].find(name).unwrap();
    assert!(place("Customer churn") < place("On-time delivery"), "{said:?}");
    world.stop_bot().await;
    world.start_bot().await;
    world.set_clock("2026-12-09T14:00:00Z").await;
    assert_eq!(in_thread(&world).len(), 1, "it is announced once");
    assert_eq!(
        world.posted().len(),
        2,
        "the alert and the digest: {:?}",
        world.posted()
    );
}

#[tokio::test]
async fn where_no_thread_may_be_opened_the_meeting_begins_in_the_channel() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let bot = OverwriteFor::Member(world.sandbox.bot_id());
    let denied = permission::CREATE_PUBLIC_THREADS;
    world.sandbox.set_overwrite(world.team, bot, 0, denied);
    world.set_clock("2026-12-08T09:00:30Z").await;
    assert_eq!(thread(&world), None);
    let posted = world.posted();
    assert_eq!(posted.len(), 2, "{posted:?}");
    says(&posted[1], &["Meeting on November 2026"]);
    let refused = world.tell(&world.ada, "/scorecard edit channel:#team").await;
    says(&refused, &["**Create Public Threads**"]);
}

#[tokio::test]
async fn a_review_is_opened_before_its_time_and_opened_again_after_its_close() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let early = world.tell(&world.ada, "/review open period:2026-12").await;
    says(&early, &["is not over yet"]);
    let opened = world.tell(&world.ada, "/review open").await;
    says(&opened, &["The review of November 2026 of **Acme** is open"]);
    world.settled().await;
    says(&world.posted()[0], &["Acme · November 2026", "Preliminary"]);
    assert!(thread(&world).is_some());
    let again = world.tell(&world.ada, "/review open").await;
    says(&again, &["is out already"]);
    assert!(
        world
            .tell(&world.ada, "/review reopen reason:typo")
            .await
            .contains("review")
    );

    world.tell(&world.maria, "/log kpi:churn value:1.9").await;
    world.tell(&world.ada, "/review close decisions:none").await;
    let locked = world.tell(&world.maria, "/log kpi:churn value:2.4").await;
    says(&locked, &["is closed"]);
    let reopened = world.tell(&world.ada, "/review reopen reason:\"a wrong export\"").await;
    says(&reopened, &["is open again"]);
    world.settled().await;
    says(
        world.posted().last().unwrap(),
        &["Ada opened the review", "a wrong export"],
    );
    says(&world.tell(&world.maria, "/log kpi:churn value:2.4").await, &["2.4"]);
    says(
        &world.tell(&world.ada, "/audit").await,
        &["Ada opened the review **2026-11** again"],
    );

    // It closes by itself before the next one opens, and says so.
    world.set_clock("2027-01-01T07:59:30Z").await;
    let posted = world.posted();
    let closes = posted
        .iter()
        .filter(|text| text.contains("review is closed without") || text.contains("was closed by"));
    assert_eq!(closes.count(), 2, "{posted:?}");
    world.set_clock("2027-01-04T07:59:30Z").await;
    world
        .tell(&world.ada, "/review reopen period:2026-11 reason:\"once more\"")
        .await;
    world.set_clock("2027-01-20T07:59:30Z").await;
    says(&world.tell(&world.ada, "/review status").await, &["November 2026"]);
    world.set_clock("2027-02-01T07:59:30Z").await;
    let status = world.tell(&world.ada, "/review status").await;
    assert!(
        !status.contains("**November 2026**"),
        "it closes with the next one: {status}"
    );
}

/// Four perspectives of sixty KPIs, with the longest names, all off target, with notes.
#[tokio::test(flavor = "multi_thread")]
async fn the_digest_of_the_largest_scorecard_is_complete_and_can_be_sent() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let perspectives = ["Financial", "Customer", "Internal Process", "Learning & Growth"];
    let mut kpis = "scorecard,perspective,objective,key,name,direction,target,red_flag,owner\n".to_owned();
    let mut values = "key,period,value,note\n".to_owned();
    for (at, perspective) in perspectives.iter().enumerate() {
        for kpi in 0..60 {
            let key = format!("k{at}x{kpi}");
            let name = format!("{}{key}", "*".repeat(150 - key.len()));
            kpis.extend([format!("Acme,{perspective},Goal {at},{key},{name},higher,10,5,Maria\n")]);
            values.extend([format!("{key},2026-11,1,{}\n", "_".repeat(300))]);
        }
    }
    import(&world, "kpis", kpis).await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    import(&world, "actuals", values).await;
    world.set_clock("2026-12-08T09:00:30Z").await;
    let posted = world.posted().join("\n");
    for at in 0..4 {
        for kpi in 0..60 {
            let key = format!("k{at}x{kpi}");
            let lines = posted
                .lines()
                .filter(|line| line.contains("off target") || line.contains("🔴"));
            let listed = lines.filter(|line| line.contains(&format!("{key}**"))).count();
            assert!(listed > 0, "{key} is not in the digest");
        }
    }
    let before = world.posted().len();
    world.tell(&world.maria, "/log kpi:k0x0 value:2").await;
    world.settled().await;
    let after = world.posted();
    assert_eq!(after.len(), before, "its messages are edited in place");
    assert!(after.iter().any(|text| text.contains("Updated with values")));
}

async fn import(world: &World, what: &str, content: String) {
    let line = format!("/import file:data.csv what:{what}");
    let files = vec![File::new("data.csv", content.into_bytes())];
    let preview = message(&world.ada.slash_with(world.team, &line, files).await.unwrap()).await;
    let pressed = world.ada.press(&preview, "Import 240 rows").await;
    let pressed = pressed.unwrap_or_else(|refusal| panic!("{refusal}: {}", preview.text()));
    message(&pressed).await;
}
