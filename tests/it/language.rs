//! Everybody reads their own language where there is one: answers by the client's, prompts by the one last seen, channels
//! by the server's, and commands by Discord's own translation.

use crate::world::{World, message};

#[tokio::test]
async fn an_answer_is_in_the_language_of_the_person_and_english_where_there_is_none() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let line = "/log kpi:delivery value:96";
    world.sandbox.set_locale(world.leo.id(), "de");
    let said = world.tell(&world.leo, line).await;
    assert!(
        said.contains("🟢 **On-time delivery** · Oktober 2026: **96.0\u{202f}%**, im Ziel"),
        "{said}"
    );
    for locale in ["en-GB", "fr"] {
        world.sandbox.set_locale(world.leo.id(), locale);
        let said = world.tell(&world.leo, line).await;
        assert!(said.contains("October 2026") && said.contains("on target"), "{said}");
    }
}

#[tokio::test]
async fn a_refusal_names_commands_as_the_person_sees_them() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let said = world.tell(&world.maria, "/kpi show kpi:nope").await;
    assert!(said.contains("`/kpi list`"), "{said}");
    world.sandbox.set_locale(world.maria.id(), "de");
    let said = world.tell(&world.maria, "/kpi show kpi:nope").await;
    assert!(said.contains("`/kpi liste`"), "{said}");
}

#[tokio::test]
async fn a_prompt_is_in_the_language_last_seen_and_the_channel_in_the_servers() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.sandbox.set_locale(world.leo.id(), "de");
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.set_clock("2026-12-01T09:00:00Z").await;
    let [to_leo, to_maria] = [&world.leo, &world.maria].map(|who| world.direct(who).last().unwrap().text());
    assert!(
        to_leo.contains("**November 2026 ist vorbei: 1 Wert fehlt**"),
        "{to_leo}"
    );
    assert!(
        to_maria.contains("**November 2026 is over: 1 value from you**"),
        "{to_maria}"
    );

    // The channel goes by the server, whoever logs.
    world.tell(&world.leo, "/log kpi:delivery value:80").await;
    world.set_clock("2026-12-01T09:05:00Z").await;
    let posted = world.posted().join("\n");
    assert!(posted.contains("went off target"), "{posted}");
}

#[tokio::test]
async fn a_german_server_hears_german_in_its_channel() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    world.stop_bot().await;
    world.sandbox.set_server_locale(world.server, "de");
    world.start_bot().await;
    world.settled().await;
    world.tell(&world.maria, "/log kpi:churn value:34").await;
    world.set_clock("2026-11-12T10:05:00Z").await;
    let posted = world.posted().join("\n");
    assert!(posted.contains("**Customer churn** verfehlt das Ziel"), "{posted}");
}

#[tokio::test]
async fn a_button_answers_in_the_language_of_who_presses() {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    world.sandbox.set_locale(world.leo.id(), "de");
    let logged = world.answer(&world.leo, "/log kpi:delivery value:96").await;
    let undo = world.leo.press(&logged, "Zurücknehmen").await.unwrap();
    let said = message(&undo).await.text();
    assert!(said.contains("→ kein Wert") && said.contains("Oktober 2026"), "{said}");
}
