//! A whole serenity bot, over TLS and with its rate limiter on, does everything a bot does.

use sandbox::{Answer, ClientRefusal, File, NoAnswer};

use super::bot::Bot;
use super::house::{House, until};

fn message(answer: Answer) -> sandbox::Message {
    answer.message().expect("an answer with a message")
}

#[tokio::test]
async fn a_slash_command_is_answered_and_its_buttons_work() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let ping = house
        .maria()
        .slash(house.general, "/ping text:hello there times:2")
        .await
        .unwrap();
    let first = message(ping.answer().await.unwrap());
    assert_eq!(first.content, "pong hello there pong hello there");
    assert_eq!(house.leo().messages(house.general), std::slice::from_ref(&first));

    let more = house.leo().press(&first, "Tell me more").await.unwrap();
    assert_eq!(more.answer().await.unwrap(), Answer::Deferred);
    let seen = until(&house.sandbox, || {
        house
            .leo()
            .messages(house.general)
            .into_iter()
            .find(|message| message.content == "more and more")
    })
    .await;
    assert_eq!(seen.visible_to, Some(house.leo));
    assert_eq!(house.maria().messages(house.general).len(), 1);

    let again = house.maria().press(&first, "again").await.unwrap();
    let Answer::Update(updated) = again.answer().await.unwrap() else {
        panic!("not updated")
    };
    assert_eq!((updated.content.as_str(), updated.components.len()), ("pong again", 0));
    let gone = house.maria().press(&first, "again").await.unwrap_err();
    assert_eq!(gone, ClientRefusal::NoSuchComponent("again".into()));
}

#[tokio::test]
async fn a_deferred_answer_becomes_a_message_only_the_person_sees() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let think = house.maria().slash(house.general, "/think").await.unwrap();
    assert_eq!(think.answer().await.unwrap(), Answer::Deferred);
    let thought = think.message().await.unwrap();
    assert_eq!((thought.content.as_str(), thought.is_loading()), ("thought", false));
    until(&house.sandbox, || {
        (house.maria().messages(house.general).len() == 2).then_some(())
    })
    .await;
    assert!(house.leo().messages(house.general).is_empty());
}

#[tokio::test]
async fn a_form_is_opened_filled_and_sent() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let form = house
        .maria()
        .slash(house.general, "/form")
        .await
        .unwrap()
        .answer()
        .await
        .unwrap()
        .form()
        .unwrap();
    assert_eq!((form.title.as_str(), form.fields.len()), ("Values", 2));
    let too_long = house
        .maria()
        .submit(&form, &[("Your value", "12345678901")])
        .await
        .unwrap_err();
    assert!(matches!(too_long, ClientRefusal::BadValue { .. }), "{too_long}");
    let empty = house.maria().submit(&form, &[]).await.unwrap_err();
    assert!(matches!(empty, ClientRefusal::BadValue { .. }), "{empty}");
    let sent = house
        .maria()
        .submit(&form, &[("Your value", "42"), ("note", "fine")])
        .await
        .unwrap();
    let answer = message(sent.answer().await.unwrap());
    assert_eq!(
        (answer.content.as_str(), answer.visible_to),
        ("values:1: 42|fine", Some(house.maria))
    );
}

#[tokio::test]
async fn an_option_is_completed_while_it_is_typed() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let names = |choices: Vec<sandbox::Choice>| choices.into_iter().map(|choice| choice.name).collect::<Vec<_>>();
    let found = house.maria().complete(house.general, "/city name:Ber").await.unwrap();
    assert_eq!(names(found), ["Berlin", "Bern"]);
    let all = house
        .maria()
        .complete_json(house.general, &["city"], &serde_json::json!({}), "name")
        .await
        .unwrap();
    assert_eq!(all.len(), 3);
    let refused = house.maria().complete(house.general, "/ping text:x").await.unwrap_err();
    assert_eq!(refused, ClientRefusal::NotCompleted("text".into()));
}

#[tokio::test]
async fn a_direct_message_arrives_and_its_button_works_there() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    house
        .leo()
        .slash(house.general, "/mail")
        .await
        .unwrap()
        .answer()
        .await
        .unwrap();
    let direct = until(&house.sandbox, || {
        let channel = house.sandbox.direct_channel(house.leo)?;
        house.leo().messages(channel).pop()
    })
    .await;
    assert_eq!(direct.content, "hello");
    assert!(house.maria().messages(direct.channel_id).is_empty());
    house
        .leo()
        .press(&direct, "Tell me more")
        .await
        .unwrap()
        .answer()
        .await
        .unwrap();
    until(&house.sandbox, || {
        (house.leo().messages(direct.channel_id).len() == 2).then_some(())
    })
    .await;
    let ping = house.leo().slash(direct.channel_id, "/ping text:there").await.unwrap();
    assert_eq!(message(ping.answer().await.unwrap()).content, "pong there");
}

#[tokio::test]
async fn people_choices_and_files_are_resolved() {
    let house = House::new().await;
    let bot = Bot::start(&house.sandbox).await;
    let add = house
        .maria()
        .slash(house.general, "/team people add who:@leo as:Deputy")
        .await
        .unwrap();
    let said = message(add.answer().await.unwrap()).content;
    assert!(said.starts_with("leo ") && said.contains("\"d\""), "{said}");
    let file = File::new("a b.csv", "key,value\n");
    let upload = house
        .maria()
        .slash_with(house.general, "/upload file:a b.csv", vec![file])
        .await
        .unwrap();
    let said = message(upload.answer().await.unwrap()).content;
    let (name, url) = (said.split(' ').next().unwrap(), said.split(' ').next_back().unwrap());
    assert_eq!(name, "a_b.csv");
    let fetched = super::client::over_tls(&house.sandbox).get(url).send().await.unwrap();
    assert_eq!(fetched.text().await.unwrap(), "key,value\n");
    bot.stop().await;
}

#[tokio::test]
async fn what_a_person_could_not_send_is_not_sent() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let maria = house.maria();
    for (line, refusal) in [
        ("/nothing", "NoSuchCommand"),
        ("/ping", "OptionMissing"),
        ("/ping text:123456789012345678901", "BadValue"),
        ("/ping text:a times:4", "BadValue"),
        ("/ping text:a times:one", "BadValue"),
        ("/ping text:a other:1", "NoSuchOption"),
        ("/team", "SubcommandNeeded"),
        ("/team people add who:@nobody", "BadValue"),
        ("/team people add who:@leo as:Boss", "BadValue"),
        ("/upload file:none.csv", "BadValue"),
    ] {
        // An unknown option behind a value without quotes belongs to the value, so it is quoted here.
        let line = line.replace("text:a other", "text:\"a\" other");
        let found = maria.slash(house.general, &line).await.unwrap_err();
        assert!(format!("{found:?}").starts_with(refusal), "{line}: {found:?}");
    }
    let ping = maria.slash(house.general, "/ping text:a").await.unwrap();
    let first = message(ping.answer().await.unwrap());
    assert_eq!(
        maria.press(&first, "Off").await.unwrap_err(),
        ClientRefusal::Disabled("Off".into())
    );
    assert!(house.sandbox.requests().iter().all(|request| request.status < 300));
}

#[tokio::test]
async fn a_bot_that_does_not_answer_in_three_seconds_did_not_respond() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    let silent = house.maria().slash(house.general, "/silent").await.unwrap();
    assert_eq!(silent.answer().await.unwrap_err(), NoAnswer::TooLate);
}

#[tokio::test]
async fn a_bot_resumes_after_its_connection_broke_and_gets_what_it_missed() {
    let house = House::new().await;
    let _bot = Bot::start(&house.sandbox).await;
    for code in [None, Some(4000), Some(1001)] {
        house.sandbox.faults().drop_gateway(code);
        let ping = house.maria().slash(house.general, "/ping text:missed").await.unwrap();
        let answer = ping.answer().await;
        assert_eq!(message(answer.unwrap()).content, "pong missed", "{code:?}");
    }
    house.sandbox.faults().reconnect();
    let ping = house.maria().slash(house.general, "/ping text:missed").await.unwrap();
    assert_eq!(message(ping.answer().await.unwrap()).content, "pong missed");
}
