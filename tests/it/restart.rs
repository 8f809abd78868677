//! Stopping between any two steps of the cycle, and being killed in the middle of them: what people see equals the run
//! that nobody interrupted, message for message.

mod killed;
mod step;

use chrono::TimeDelta;

use crate::world::{World, form, message};

/// What happens in a month, in order.
const STEPS: [&str; 11] = [
    "prompt",
    "form",
    "alert",
    "first reminder",
    "reminder",
    "overdue",
    "digest",
    "deputy",
    "manager",
    "late value",
    "close",
];

/// The alert, what is overdue, the digest and the close; the opening of the meeting and what Discord says above it; Ada's one message, Maria's
/// one and Leo's five.
const EXPECTED: usize = 13;

/// One step of the month.
async fn take(world: &World, step: &str) {
    match step {
        "form" => {
            let prompt = world.direct(&world.maria).remove(0);
            let pressed = world.maria.press(&prompt, "Enter value").await.unwrap();
            let opened = form(&pressed).await;
            let saved = world
                .maria
                .submit(&opened, &[("Customer churn", "3.4%")])
                .await
                .unwrap();
            message(&saved).await;
            world.settled().await;
        }
        "late value" => {
            world.tell(&world.leo, "/log kpi:delivery value:96").await;
            world.sandbox.clock().advance(TimeDelta::minutes(2));
            world.settled().await;
        }
        waited_for => {
            world.sandbox.clock().set(instant(waited_for));
            world.settled().await;
        }
    }
}

/// All that people see in the end: the team channel, the threads in it, then each person's direct messages.
fn seen(world: &World) -> Vec<String> {
    let mut seen = world.posted();
    for thread in world
        .sandbox
        .messages(world.team)
        .iter()
        .filter_map(|message| message.thread)
    {
        seen.extend(world.sandbox.messages(thread).iter().map(sandbox::Message::text));
    }
    let people = [&world.ada, &world.maria, &world.leo];
    for person in people {
        seen.extend(world.direct(person).iter().map(sandbox::Message::text));
    }
    // Each world has ids of its own.
    for person in people {
        let (id, name) = (person.user().id.to_string(), person.user().name);
        for text in &mut seen {
            *text = text.replace(&id, &name);
        }
    }
    seen
}

#[tokio::test]
async fn a_bot_stopped_before_any_step_says_what_it_would_have_said() {
    let whole = World::acme("2026-11-12T10:00:00Z").await;
    for step in STEPS {
        take(&whole, step).await;
    }
    let expected = seen(&whole);
    assert_eq!(expected.len(), EXPECTED, "{expected:#?}");

    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    for step in STEPS {
        world.stop_bot().await;
        world.start_bot().await;
        take(&world, step).await;
        world.stop_bot().await;
        world.start_bot().await;
        world.settled().await;
    }
    assert_eq!(seen(&world), expected);
}

#[tokio::test]
async fn a_bot_that_was_down_when_something_was_due_says_it_once() {
    for late in STEPS.into_iter().filter(|step| !["form", "late value"].contains(step)) {
        let mut world = World::acme("2026-11-12T10:00:00Z").await;
        let mut whole = Vec::new();
        for step in STEPS {
            if step == late {
                let now = world.sandbox.clock().now();
                world.stop_bot().await;
                // The clock passes the step while no bot runs.
                let at = instant(step);
                assert!(at > now, "{step}");
                world.sandbox.clock().set(at);
                world.start_bot().await;
            }
            take(&world, step).await;
            whole = seen(&world);
        }
        assert_eq!(whole.len(), EXPECTED, "{late}: {whole:#?}");
        assert!(
            !whole.iter().any(|text| text.contains("comes late")),
            "{late}: half a minute is not late"
        );
    }
}

fn instant(step: &str) -> chrono::DateTime<chrono::Utc> {
    let text = match step {
        "prompt" => "2026-12-01T08:00:30Z",
        "alert" => "2026-12-01T08:03:30Z",
        "first reminder" => "2026-12-04T08:00:30Z",
        "reminder" => "2026-12-07T08:00:30Z",
        "overdue" => "2026-12-08T08:00:30Z",
        "digest" => "2026-12-08T09:00:30Z",
        "deputy" => "2026-12-09T08:00:30Z",
        "manager" => "2026-12-10T08:00:30Z",
        _ => "2027-01-01T07:59:30Z",
    };
    text.parse().unwrap()
}

/// The texts after a pause from `down` to `up`, for the team channel and for Leo, who enters nothing.
async fn after_a_pause(down: &str, up: &str) -> (Vec<String>, Vec<String>) {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.set_clock(down).await;
    world.stop_bot().await;
    world.sandbox.clock().set(up.parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    let direct = world.direct(&world.leo).iter().map(sandbox::Message::text).collect();
    (world.posted(), direct)
}

#[tokio::test]
async fn what_is_still_useful_after_a_pause_is_said_once_as_late_and_the_rest_is_not_said() {
    // An hour over the prompt.
    let (posted, direct) = after_a_pause("2026-12-01T07:30:00Z", "2026-12-01T09:30:00Z").await;
    assert!(posted.is_empty(), "{posted:?}");
    assert_eq!(direct.len(), 1, "{direct:?}");
    assert!(
        direct[0].contains("comes late") && direct[0].contains("November 2026 is over"),
        "{direct:?}"
    );

    // A day over the reminder, the overdue notice and the digest: one message asks, the reminder's hour is past.
    let (posted, direct) = after_a_pause("2026-12-07T07:00:00Z", "2026-12-08T12:00:00Z").await;
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(posted[0].contains("comes late"), "{posted:?}");
    assert_eq!(
        direct.len(),
        2,
        "the prompt of 1 December and the overdue notice: {direct:?}"
    );
    assert!(direct[1].contains("overdue"), "{direct:?}");

    // Three weeks over everything but the close: asking is pointless by then, the digest is not.
    let (posted, direct) = after_a_pause("2026-11-30T12:00:00Z", "2026-12-21T12:00:00Z").await;
    assert_eq!(posted.len(), 1, "{posted:?}");
    assert!(
        posted[0].contains("comes late") && posted[0].contains("November 2026"),
        "{posted:?}"
    );
    assert!(direct.is_empty(), "{direct:?}");
}
