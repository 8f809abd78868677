//! A kill at every step of a month: before it, while the bot waits for Discord's answer, whether or not Discord heard the
//! request, and after it. What people see equals the run that nobody interrupted, message for message.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use chrono::TimeDelta;
use futures::future::join_all;
use sandbox::{Answer, Hold, Message};

use super::killed::Rig;
use crate::world::{World, message};

/// When the process is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kill {
    /// Before the step is due; the bot is started when it is.
    Before,
    /// The request was sent and is lost.
    Unheard,
    /// The request was sent and Discord acted on it; the answer is lost.
    Unanswered,
    /// When everything is done.
    After,
}

/// Where a step's request goes.
#[derive(Clone, Copy, Debug)]
enum Place {
    Team,
    Ada,
    Leo,
    Callback,
    Threads,
    Thread,
}

/// What causes the steps of a moment.
#[derive(Clone, Copy, Debug)]
enum Cause {
    Clock(&'static str),
    /// Maria fills her form in.
    Form(&'static str),
    /// Leo enters a value.
    Log(&'static str),
}

/// The steps that a moment brings: what each is called, and the request that it makes.
type Moment = (Cause, &'static [(&'static str, &'static str, Place)]);

const MONTH: [Moment; 12] = [
    (
        Cause::Clock("2026-12-01T08:00:30Z"),
        &[("prompt", "POST", Place::Leo), ("board", "POST", Place::Team)],
    ),
    (
        Cause::Form("3.4%"),
        &[
            ("form", "POST", Place::Callback),
            ("board edited", "PATCH", Place::Team),
        ],
    ),
    (Cause::Clock("2026-12-01T08:15:00Z"), &[("alert", "POST", Place::Team)]),
    (
        Cause::Clock("2026-12-04T08:00:30Z"),
        &[("first reminder", "POST", Place::Leo)],
    ),
    (
        Cause::Clock("2026-12-07T08:00:30Z"),
        &[("reminder", "POST", Place::Leo)],
    ),
    (Cause::Clock("2026-12-08T08:00:30Z"), &[("overdue", "POST", Place::Leo)]),
    (
        Cause::Clock("2026-12-08T09:00:30Z"),
        &[
            ("digest", "POST", Place::Team),
            ("thread", "POST", Place::Threads),
            ("meeting", "POST", Place::Thread),
        ],
    ),
    (Cause::Clock("2026-12-09T08:00:30Z"), &[("deputy", "POST", Place::Leo)]),
    (Cause::Clock("2026-12-10T08:00:30Z"), &[("manager", "POST", Place::Ada)]),
    (
        Cause::Log("96"),
        &[
            ("late value", "POST", Place::Callback),
            ("digest edited", "PATCH", Place::Team),
        ],
    ),
    (Cause::Clock("2026-12-10T08:20:00Z"), &[]),
    (
        Cause::Clock("2027-01-01T07:59:30Z"),
        &[("close", "POST", Place::Team), ("board closed", "PATCH", Place::Team)],
    ),
];

/// Longer than Discord remembers a nonce, so that it hides nothing that is sent twice.
const PAUSE: TimeDelta = TimeDelta::minutes(6);

/// What people see after each moment.
async fn month(kills: impl Fn(usize, usize) -> Option<Kill>) -> Vec<Vec<String>> {
    let mut rig = Rig::new().await;
    for person in [&rig.world.ada, &rig.world.maria, &rig.world.leo] {
        let _ = person.open_direct();
    }
    let mut shown = Vec::new();
    for (at, (cause, steps)) in MONTH.into_iter().enumerate() {
        let killed = (0..steps.len()).find_map(|step| Some((steps[step], kills(at, step)?)));
        match cause {
            Cause::Clock(to) => {
                by_the_clock(&mut rig, to, killed).await;
                shown.push(seen(&rig.world));
            }
            // What follows from it is seen after the next moment.
            entered => {
                by_hand(&mut rig, entered, killed).await;
                shown.push(Vec::new());
            }
        }
    }
    shown
}

async fn by_the_clock(rig: &mut Rig, to: &str, killed: Option<((&str, &str, Place), Kill)>) {
    let to = to.parse().unwrap();
    match killed {
        Some((_, Kill::Before)) => {
            rig.stop().await;
            rig.world.sandbox.clock().set(to);
            rig.restart().await;
            rig.settle(TimeDelta::zero()).await;
        }
        Some(((_, method, place), kill @ (Kill::Unheard | Kill::Unanswered))) => {
            let hold = hold(&rig.world, (method, place), kill);
            rig.world.sandbox.clock().set(to);
            let hold = reached(&rig.world, (method, place), hold, kill).await;
            rig.stop().await;
            drop(hold);
            rig.restart().await;
        }
        Some((_, Kill::After)) => {
            rig.world.sandbox.clock().set(to);
            rig.settle(TimeDelta::zero()).await;
            rig.stop().await;
            rig.restart().await;
        }
        None => {
            rig.world.sandbox.clock().set(to);
            rig.settle(TimeDelta::zero()).await;
        }
    }
    rig.settle(PAUSE).await;
}

async fn by_hand(rig: &mut Rig, entered: Cause, killed: Option<((&str, &str, Place), Kill)>) {
    match killed {
        Some((_, Kill::Before)) => {
            rig.stop().await;
            rig.restart().await;
            enter(&rig.world, entered).await;
        }
        Some(((_, method, place), kill @ (Kill::Unheard | Kill::Unanswered))) => {
            // The form has to be there before its answer can be lost.
            let entering = enter_held(&rig.world, entered, (method, place), kill).await;
            rig.stop().await;
            drop(entering);
            rig.restart().await;
            if kill == Kill::Unheard && matches!(place, Place::Callback) {
                // Nothing was shown, so it is done again.
                enter(&rig.world, entered).await;
            }
        }
        Some((_, Kill::After)) => {
            enter(&rig.world, entered).await;
            rig.settle(TimeDelta::zero()).await;
            rig.stop().await;
            rig.restart().await;
        }
        None => {
            enter(&rig.world, entered).await;
            rig.settle(TimeDelta::zero()).await;
        }
    }
}

/// Somebody enters a value, as far as the bot still wants it.
async fn enter(world: &World, entered: Cause) {
    match entered {
        Cause::Form(value) => {
            let prompt = world.direct(&world.maria).pop().unwrap();
            let Some(button) = ["Enter value", "Enter values"]
                .into_iter()
                .find(|label| prompt.button(label).is_some())
            else {
                return;
            };
            let pressed = world.maria.press(&prompt, button).await.unwrap();
            if let Answer::Form(form) = pressed.answer().await.unwrap() {
                let saved = world.maria.submit(&form, &[("Customer churn", value)]).await.unwrap();
                message(&saved).await;
            }
        }
        Cause::Log(value) => {
            world
                .tell(&world.leo, &format!("/log kpi:delivery value:{value}"))
                .await;
        }
        Cause::Clock(_) => {}
    }
}

/// The same, with the request kept back that a kill is to hit.
async fn enter_held(world: &World, entered: Cause, request: (&str, Place), kill: Kill) -> Hold {
    let mut held;
    match entered {
        Cause::Form(value) => {
            let prompt = world.direct(&world.maria).pop().unwrap();
            let pressed = world.maria.press(&prompt, "Enter value").await.unwrap();
            let form = pressed.answer().await.unwrap().form().unwrap();
            held = hold(world, request, kill);
            let saved = world.maria.submit(&form, &[("Customer churn", value)]).await.unwrap();
            if !matches!(request.1, Place::Callback) {
                message(&saved).await;
                // A board is edited twice a minute at most.
                world.sandbox.clock().advance(TimeDelta::seconds(40));
            }
        }
        Cause::Log(value) => {
            held = hold(world, request, kill);
            let line = format!("/log kpi:delivery value:{value}");
            world.leo.slash(world.team, &line).await.unwrap();
        }
        Cause::Clock(_) => unreachable!("nobody enters that"),
    }
    held.taken().await;
    held
}

/// Has a request held; for one in a thread that is not there yet, the opening of the thread.
fn hold(world: &World, (method, place): (&str, Place), kill: Kill) -> Hold {
    let direct = |person: &sandbox::Person| world.sandbox.direct_channel(person.user().id).unwrap();
    let path = match place {
        Place::Team => format!("/channels/{}/messages", world.team),
        Place::Ada => format!("/channels/{}/messages", direct(&world.ada)),
        Place::Leo => format!("/channels/{}/messages", direct(&world.leo)),
        Place::Callback => "/callback".to_owned(),
        Place::Threads | Place::Thread => "/threads".to_owned(),
    };
    let faults = world.sandbox.faults();
    if kill == Kill::Unheard && !matches!(place, Place::Thread) {
        faults.hold_before(method, &path)
    } else {
        faults.hold_after(method, &path)
    }
}

/// Ends when the request is held.
async fn reached(world: &World, (method, place): (&str, Place), mut held: Hold, kill: Kill) -> Hold {
    held.taken().await;
    if !matches!(place, Place::Thread) {
        return held;
    }
    let messages = world.sandbox.messages(world.team);
    let thread = messages.iter().find_map(|message| message.thread).unwrap();
    let path = format!("/channels/{thread}/messages");
    let faults = world.sandbox.faults();
    let mut inside = match kill {
        Kill::Unheard => faults.hold_before(method, &path),
        _ => faults.hold_after(method, &path),
    };
    held.release();
    inside.taken().await;
    inside
}

/// All that people see of a world, with pictures, mentions and threads.
fn seen(world: &World) -> Vec<String> {
    let mut channels = vec![world.team];
    let team = world.sandbox.messages(world.team);
    channels.extend(team.iter().filter_map(|message| message.thread));
    let people = [&world.ada, &world.maria, &world.leo];
    channels.extend(
        people
            .iter()
            .filter_map(|person| world.sandbox.direct_channel(person.user().id)),
    );
    let mut seen = Vec::new();
    for (place, channel) in channels.into_iter().enumerate() {
        let messages = world.sandbox.messages(channel);
        let shown = messages.iter().filter(|message| message.visible_to.is_none());
        seen.extend(shown.map(|message| format!("{place}: {}", words(world, message))));
    }
    for person in people {
        let (id, name) = (person.user().id.to_string(), person.user().name);
        for text in &mut seen {
            *text = text.replace(&id, &name);
        }
    }
    seen
}

fn words(world: &World, message: &Message) -> String {
    let mut words = vec![message.text()];
    words.extend(
        message
            .mentions
            .people
            .iter()
            .map(|person| format!("to {}", person.name)),
    );
    if message.thread.is_some() {
        words.push("with a thread".to_owned());
    }
    for file in &message.attachments {
        let mut picture = DefaultHasher::new();
        world.sandbox.file(file).unwrap().hash(&mut picture);
        words.push(format!("picture {:x}", picture.finish()));
    }
    words.join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_killed_at_any_step_says_what_it_would_have_said() {
    let expected = month(|_, _| None).await;
    let cells = MONTH.iter().enumerate();
    let cells = cells.flat_map(|(at, (_, steps))| (0..steps.len()).map(move |step| (at, step)));
    let cells: Vec<(usize, usize)> = cells.collect();
    let mut plans: Vec<(Kill, Vec<(usize, usize)>)> = Vec::new();
    for kill in [Kill::Before, Kill::Unheard, Kill::Unanswered, Kill::After] {
        if std::env::var_os("FULL").is_some() {
            plans.extend(cells.iter().map(|cell| (kill, vec![*cell])));
            continue;
        }
        // One month has all steps that are the first, the second, the third of their moments.
        for step in 0..3 {
            let of_step = cells.iter().copied().filter(|cell| cell.1 == step);
            plans.push((kill, of_step.collect()));
        }
        if matches!(kill, Kill::Before | Kill::After) {
            // All steps of a moment are before it, and after it, at once.
            plans.truncate(plans.len() - 2);
        }
    }
    for some in plans.chunks(4) {
        join_all(some.iter().map(|(kill, cells)| compare(&expected, *kill, cells))).await;
    }
}

/// Compares a month with kills at some of its steps with the one that nobody interrupted.
async fn compare(expected: &[Vec<String>], kill: Kill, cells: &[(usize, usize)]) {
    let found = month(|at, step| cells.contains(&(at, step)).then_some(kill)).await;
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        let (cause, steps) = MONTH[at];
        let steps: Vec<&str> = steps.iter().map(|step| step.0).collect();
        let differing = found.iter().zip(expected).find(|(found, expected)| found != expected);
        assert!(
            found == expected,
            "killed {kill:?} at {cells:?}: after {cause:?} {steps:?} there are {} messages instead of {}, the first that \
             differs being (found, expected) {differing:#?}",
            found.len(),
            expected.len(),
        );
    }
}
