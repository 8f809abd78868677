//! Private scorecards: they exist for their readers and for nobody else, whatever door is tried.

use sandbox::{File, Id, OverwriteFor, Person, permission};

use crate::world::{World, message};

/// What nobody but a reader may ever see: names, keys, numbers.
const SECRETS: [&str; 8] = [
    "Board",
    "Survive",
    "Cash runway",
    "runway",
    "7.25",
    "Ownership",
    "Raise money",
    "Sell the plane",
];

/// The private card's things, by the names they have and by names that nothing has: for whoever is no reader there must
/// be no difference.
const NAMED: [(&str, &str); 31] = [
    ("/scorecard show scorecard:{}", "Board"),
    ("/scorecard edit scorecard:{} vision:None", "Board"),
    ("/scorecard check scorecard:{}", "Board"),
    ("/scorecard archive scorecard:{}", "Board"),
    ("/scorecard restore scorecard:{}", "Board"),
    ("/scorecard create name:Child parent:{}", "Board"),
    ("/summary scorecard:{}", "Board"),
    ("/review status scorecard:{}", "Board"),
    ("/review schedule scorecard:{}", "Board"),
    ("/review close scorecard:{} period:2026-10", "Board"),
    ("/kpi list scorecard:{}", "Board"),
    ("/perspective add name:New scorecard:{}", "Board"),
    ("/perspective edit perspective:{} weight:2", "Ownership"),
    ("/perspective move perspective:{} place:1", "Ownership"),
    ("/perspective remove perspective:{}", "Ownership"),
    ("/objective show objective:{}", "Survive"),
    ("/objective edit objective:{} weight:2", "Survive"),
    ("/objective archive objective:{}", "Survive"),
    ("/objective drives cause:{} effect:\"Keep customers\"", "Survive"),
    ("/objective drives cause:\"Keep customers\" effect:{}", "Survive"),
    ("/kpi add objective:{} key:x name:X", "Survive"),
    ("/kpi edit kpi:churn objective:{}", "Survive"),
    ("/kpi show kpi:{}", "runway"),
    ("/kpi show kpi:\"{}\"", "Cash runway"),
    ("/kpi edit kpi:{} weight:2", "runway"),
    ("/kpi target kpi:{} target:1", "runway"),
    ("/kpi hand-over kpi:{} to:@Leo", "runway"),
    ("/kpi archive kpi:{}", "runway"),
    ("/log kpi:{} value:1", "runway"),
    ("/review status kpi:{}", "runway"),
    (
        "/kpi add objective:\"Keep customers\" key:x name:X formula:\"{} * 2\"",
        "runway",
    ),
];

/// The same for what explains, draws, and is done about it.
const DONE: [(&str, &str); 38] = [
    ("/why what:{}", "Board"),
    ("/why what:{}", "Ownership"),
    ("/why what:{}", "Survive"),
    ("/why what:{}", "runway"),
    ("/why what:\"{}\"", "Cash runway"),
    ("/why what:{} period:2026-10", "runway"),
    ("/map scorecard:{}", "Board"),
    ("/cascade scorecard:{}", "Board"),
    ("/trend kpi:{}", "runway"),
    ("/trend kpi:churn kpi_2:{}", "runway"),
    ("/export what:kpis scorecard:{}", "Board"),
    ("/export what:actuals scorecard:{}", "Board"),
    ("/kpi history kpi:{}", "runway"),
    ("/kpi reject kpi:{}", "runway"),
    ("/kpi restore kpi:{}", "runway"),
    ("/kpi hand-over kpi:{} to:@Maria", "runway"),
    ("/review open scorecard:{}", "Board"),
    ("/review reopen scorecard:{} reason:late", "Board"),
    ("/review status scorecard:Acme kpi:{}", "runway"),
    ("/initiative add name:Calls kpi:{}", "runway"),
    ("/initiative add name:Calls objective:{}", "Survive"),
    ("/initiative list scorecard:{}", "Board"),
    ("/initiative list kpi:{}", "runway"),
    ("/initiative show initiative:\"{}\"", "Raise money"),
    ("/initiative update initiative:\"{}\" percent:40", "Raise money"),
    ("/decision add text:Wait scorecard:{}", "Board"),
    ("/decision add text:Wait kpi:{}", "runway"),
    ("/decision add text:Wait objective:{}", "Survive"),
    ("/decision list scorecard:{}", "Board"),
    ("/decision close decision:\"{}\"", "Sell the plane"),
    ("/alerts list scorecard:{}", "Board"),
    ("/alerts acknowledge alert:\"{}\" comment:seen", "Cash runway"),
    ("/alerts acknowledge alert:{} comment:seen", "runway"),
    ("/alerts snooze alert:\"{}\" until:2026-12-20", "Cash runway"),
    ("/objective feeds source:{} into:\"Keep customers\"", "Survive"),
    ("/objective feeds source:\"Keep customers\" into:{}", "Survive"),
    ("/objective restore objective:{}", "Survive"),
    ("/perspective restore perspective:{}", "Ownership"),
];

/// What names nothing, and must not show it.
const LOOKS: [&str; 18] = [
    "/scorecard list",
    "/scorecard show",
    "/summary",
    "/kpi list",
    "/review status",
    "/checkin",
    "/help",
    "/audit",
    "/settings",
    "/audit noun:scorecard",
    "/audit noun:initiative",
    "/initiative list",
    "/decision list",
    "/alerts list",
    "/map",
    "/cascade",
    "/export what:kpis",
    "/export what:actuals",
];

/// What is completed, and must not offer it.
const COMPLETED: [&str; 32] = [
    "/scorecard show scorecard:",
    "/scorecard edit scorecard:",
    "/scorecard create name:X parent:",
    "/summary scorecard:",
    "/perspective edit perspective:",
    "/objective show objective:",
    "/kpi show kpi:",
    "/log kpi:",
    "/kpi history kpi:",
    "/kpi hand-over kpi:",
    "/kpi restore kpi:",
    "/why what:",
    "/why what:Bo",
    "/why what:run",
    "/trend kpi:",
    "/map scorecard:",
    "/cascade scorecard:",
    "/export what:kpis scorecard:",
    "/review status scorecard:",
    "/review status kpi:",
    "/review open scorecard:",
    "/initiative list scorecard:",
    "/initiative list kpi:",
    "/initiative show initiative:",
    "/initiative update initiative:",
    "/initiative add name:X objective:",
    "/decision add text:X objective:",
    "/decision list scorecard:",
    "/decision close decision:",
    "/alerts list scorecard:",
    "/alerts acknowledge alert:",
    "/objective feeds source:",
];

/// A world with a private scorecard that the administrator made for Mona, and that has one KPI with a value.
async fn world() -> (World, Person) {
    let world = World::acme("2026-11-12T10:00:00Z").await;
    let mona = world.join("Mona");
    let made = world
        .tell(
            &world.ada,
            "/scorecard create name:Board visibility:private manager:@Mona",
        )
        .await;
    assert!(made.contains("private, read by Mona"), "{made}");
    for line in [
        "/perspective add name:Ownership scorecard:Board",
        "/objective add name:Survive perspective:Ownership scorecard:Board",
        "/kpi add objective:Survive key:runway name:\"Cash runway\" decimals:2 target:12 red_flag:9",
        "/log kpi:runway value:7.25 period:2026-10",
        "/initiative add name:\"Raise money\" kpi:runway",
        "/decision add text:\"Sell the plane\" scorecard:Board",
    ] {
        let said = world.tell(&mona, line).await;
        assert!(SECRETS.iter().any(|secret| said.contains(secret)), "{line}: {said}");
    }
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(2));
    world.settled().await;
    let alerts = world.tell(&mona, "/alerts list scorecard:Board").await;
    assert!(alerts.contains("Cash runway"), "{alerts}");
    (world, mona)
}

#[track_caller]
fn keeps(who: &Person, line: &str, said: &str) {
    for secret in SECRETS {
        assert!(
            !said.contains(secret),
            "{} learns {secret} from {line}: {said}",
            who.user().name
        );
    }
}

#[tokio::test]
async fn to_whoever_is_no_reader_a_private_scorecard_is_what_does_not_exist() {
    let (mut world, mona) = world().await;
    for who in [&world.ada, &world.leo] {
        for (line, name) in NAMED.into_iter().chain(DONE) {
            let nothing = "Zqxwv";
            let there = world.tell(who, &line.replace("{}", name)).await;
            let missing = world.tell(who, &line.replace("{}", nothing)).await;
            assert_eq!(there, missing.replace(nothing, name), "{}: {line}", who.user().name);
        }
        for line in LOOKS {
            let answer = world.answer(who, line).await;
            keeps(who, line, &format!("{answer:?}"));
            for file in &answer.attachments {
                let content = world.sandbox.file(file).unwrap();
                keeps(who, line, &String::from_utf8_lossy(&content));
            }
        }
        for line in COMPLETED {
            let choices = who.complete(world.team, line).await.unwrap();
            let offered: Vec<String> = choices.into_iter().map(|choice| choice.name).collect();
            keeps(who, line, &offered.join(" "));
        }
    }
    for line in ["/scorecard list", "/audit", "/help"] {
        let said = world.tell(&mona, line).await;
        let seen = SECRETS.iter().any(|secret| said.contains(secret));
        assert!(seen || line == "/help", "Mona sees nothing in {line}: {said}");
    }
    for (line, name) in [
        ("/scorecard show scorecard:Board", "Survive"),
        ("/summary scorecard:Board period:2026-10", "7.25"),
        ("/kpi show kpi:runway", "Cash runway"),
        ("/review status scorecard:Board", "Board"),
    ] {
        let said = world.tell(&mona, line).await;
        assert!(said.contains(name), "{line}: {said}");
    }
    let offered = mona.complete(world.team, "/kpi show kpi:").await.unwrap();
    assert!(
        offered.iter().any(|choice| choice.name == "Cash runway (runway)"),
        "{offered:?}"
    );
    world.stop_bot().await;
}

#[tokio::test]
async fn a_taken_key_or_name_says_only_that_it_is_in_use() {
    let (mut world, _) = world().await;
    let said = world
        .tell(
            &world.ada,
            "/kpi add objective:\"Keep customers\" key:runway name:Other",
        )
        .await;
    assert_eq!(said, "The key `runway` is in use. Choose another one.");
    let said = world.tell(&world.ada, "/scorecard create name:Board").await;
    assert!(said.contains("is taken by another scorecard"), "{said}");
    let file = "scorecard,perspective,objective,key,name,direction\n\
        Acme,Customer,Keep customers,runway,Mine,higher\n\
        Board,Customer,Anything,other,Other,higher\n";
    let said = imported(&world, "kpis", file).await;
    assert!(said.contains("This key is in use"), "{said}");
    assert!(said.contains("This name is in use"), "{said}");
    let said = imported(&world, "actuals", "key,period,value\nrunway,2026-10,1\n").await;
    assert!(
        said.contains("runway") && !said.contains("7.25") && !said.contains("Cash"),
        "{said}"
    );
    world.stop_bot().await;
}

/// What an administrator reads who imports a file.
async fn imported(world: &World, what: &str, content: &str) -> String {
    let line = format!("/import file:data.csv what:{what}");
    let files = vec![File::new("data.csv", content)];
    let given = world.ada.slash_with(world.team, &line, files).await.unwrap();
    message(&given).await.text()
}

#[tokio::test]
async fn readers_are_named_by_person_and_by_role_and_taken_away_again() {
    let (mut world, mona) = world().await;
    let finance = world.sandbox.add_role(world.server, "Finance", 0);
    world.sandbox.give_role(world.server, world.leo.user().id, finance);
    let show = "/scorecard show scorecard:Board";
    keeps(&world.leo, show, &world.tell(&world.leo, "/scorecard list").await);
    let said = world
        .tell(&mona, "/scorecard edit scorecard:Board reader_role:@Finance")
        .await;
    assert!(said.contains(&format!("Readers: Mona → <@&{finance}>, Mona")), "{said}");
    assert!(world.tell(&world.leo, show).await.contains("Survive"));
    let may = world.tell(&world.leo, "/kpi edit kpi:runway weight:2").await;
    assert!(may.contains("Only the manager of **Board**"), "{may}");
    world.sandbox.take_role(world.server, world.leo.user().id, finance);
    assert!(!world.tell(&world.leo, show).await.contains("Survive"));

    world.tell(&mona, "/scorecard edit scorecard:Board reader:@Maria").await;
    assert!(world.tell(&world.maria, show).await.contains("Survive"));
    let offered = mona
        .complete(world.team, "/scorecard edit scorecard:Board remove_reader:")
        .await
        .unwrap();
    let names: Vec<&str> = offered.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["@Finance", "Maria"]);
    let said = world
        .tell(&mona, "/scorecard edit scorecard:Board remove_reader:Maria")
        .await;
    assert!(said.contains(", Mona") && said.contains("→"), "{said}");
    assert!(!world.tell(&world.maria, show).await.contains("Survive"));

    let said = world
        .tell(&mona, "/scorecard edit scorecard:Board visibility:open reader:@Leo")
        .await;
    assert!(said.contains("Everybody reads an open scorecard"), "{said}");
    world
        .tell(&mona, "/scorecard edit scorecard:Board visibility:open")
        .await;
    assert!(world.tell(&world.leo, show).await.contains("Survive"));
    world.stop_bot().await;
}

#[tokio::test]
async fn an_individuals_card_is_private_to_that_person_and_its_manager() {
    let mut world = World::acme("2026-11-12T10:00:00Z").await;
    let line = "/scorecard create name:\"Leo 2027\" parent:Acme level:individual person:@Leo manager:@Maria";
    let made = world.tell(&world.ada, line).await;
    assert!(made.contains("private, read by Leo, Maria"), "{made}");
    for (who, sees) in [(&world.ada, false), (&world.leo, true), (&world.maria, true)] {
        let list = world.tell(who, "/scorecard list").await;
        assert_eq!(list.contains("Leo 2027"), sees, "{}: {list}", who.user().name);
        let parent = world.tell(who, "/scorecard show scorecard:Acme").await;
        assert_eq!(parent.contains("Leo 2027"), sees, "{}: {parent}", who.user().name);
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn who_answers_for_a_kpi_reads_its_card_and_only_the_manager_says_who_does() {
    let (mut world, mona) = world().await;
    world.tell(&mona, "/kpi hand-over kpi:runway to:@Leo").await;
    assert!(
        world
            .tell(&world.leo, "/log kpi:runway value:8")
            .await
            .contains("Cash runway")
    );
    let said = world.tell(&world.leo, "/kpi hand-over kpi:runway to:@Maria").await;
    assert_eq!(
        said,
        "**Maria** does not read **Board**, which is private. Only its manager, Mona, decides who does."
    );
    let said = world.tell(&world.leo, "/kpi hand-over kpi:runway to:@Mona").await;
    assert!(said.contains("Leo → Mona"), "{said}");
    world.tell(&mona, "/kpi hand-over kpi:runway to:@Maria").await;
    assert!(
        world
            .tell(&world.leo, "/kpi show kpi:runway")
            .await
            .contains("I find no KPI")
    );
    world.stop_bot().await;
}

/// A channel that the bot and some people see, and nobody else.
fn closed_channel(world: &World, people: &[&Person]) -> Id {
    let channel = world.sandbox.add_channel(world.server, "board");
    let everyone = OverwriteFor::Role(world.server);
    let sees = permission::VIEW_CHANNEL;
    world.sandbox.set_overwrite(channel, everyone, 0, sees);
    let allowed = people
        .iter()
        .map(|person| person.user().id)
        .chain([world.sandbox.bot_id()]);
    for user in allowed {
        world
            .sandbox
            .set_overwrite(channel, OverwriteFor::Member(user), sees, 0);
    }
    channel
}

#[tokio::test]
async fn what_is_private_is_posted_only_where_all_who_see_the_channel_read_it() {
    let (mut world, mona) = world().await;
    let everybody = world.tell(&mona, "/scorecard edit scorecard:Board channel:#team").await;
    assert!(
        everybody.contains("is seen by everybody, who may not read"),
        "{everybody}"
    );
    let board = closed_channel(&world, &[&mona, &world.leo]);
    let edit = "/scorecard edit scorecard:Board channel:#board";
    let said = world.tell(&mona, edit).await;
    let (ada, leo) = (world.ada.user().id, world.leo.user().id);
    assert!(
        said.contains(&format!("is seen by <@{leo}>, <@{ada}>, who may not read")),
        "{said}"
    );
    for name in ["Leo", "Ada"] {
        world
            .tell(&mona, &format!("/scorecard edit scorecard:Board reader:@{name}"))
            .await;
    }
    let said = world.tell(&mona, edit).await;
    assert!(said.contains(&format!("<#{board}>")), "{said}");

    let off = async |value: &str| {
        world.tell(&mona, &format!("/log kpi:runway value:{value}")).await;
        world.sandbox.clock().advance(chrono::TimeDelta::minutes(2));
        world.settled().await;
    };
    off("12").await;
    off("5").await;
    let texts = |channel: Id| -> Vec<String> {
        world
            .sandbox
            .messages(channel)
            .iter()
            .map(sandbox::Message::text)
            .collect()
    };
    assert!(
        texts(board).iter().any(|text| text.contains("Cash runway")),
        "{:?}",
        texts(board)
    );

    // Somebody else is let in: nothing more is posted, and the manager is told once.
    let maria = OverwriteFor::Member(world.maria.user().id);
    world.sandbox.set_overwrite(board, maria, permission::VIEW_CHANNEL, 0);
    let before = texts(board);
    off("13").await;
    assert_eq!(texts(board), before);
    let told = world.direct(&mona);
    let words = format!(
        "is seen by <@{}>, who may not read this private scorecard",
        world.maria.user().id
    );
    assert_eq!(
        told.iter().filter(|message| message.text().contains(&words)).count(),
        1,
        "{told:?}"
    );
    // Once she sees it no more it goes on at once.
    world.sandbox.set_overwrite(board, maria, 0, permission::VIEW_CHANNEL);
    let goes_on = || texts(board).iter().any(|text| text.contains("Withdrawn"));
    world.until(goes_on, "what was withheld is said").await;
    world.settled().await;
    assert_eq!(world.direct(&mona).len(), told.len());
    for text in world.posted() {
        keeps(&mona, "the team channel", &text);
    }
    world.stop_bot().await;
}

#[tokio::test]
async fn a_summary_is_posted_in_the_name_of_who_may_write_there_and_reads_it_with_all_who_see_it() {
    let (mut world, mona) = world().await;
    let shown = world.answer(&mona, "/summary scorecard:Board period:2026-10").await;
    let said = message(&mona.press(&shown, "Post to channel").await.unwrap())
        .await
        .text();
    assert!(
        said.contains("is seen by everybody, who may not read this scorecard"),
        "{said}"
    );
    let shown = world.answer(&world.leo, "/summary scorecard:Acme period:2026-10").await;
    let leo = OverwriteFor::Member(world.leo.user().id);
    world
        .sandbox
        .set_overwrite(world.team, leo, 0, permission::SEND_MESSAGES);
    let said = message(&world.leo.press(&shown, "Post to channel").await.unwrap())
        .await
        .text();
    assert_eq!(
        said,
        "You may not write in this channel, so I do not post there in your name."
    );
    world.settled().await;
    assert!(world.posted().is_empty(), "{:?}", world.posted());
    world.stop_bot().await;
}

#[tokio::test]
async fn an_administrator_takes_a_private_scorecard_over_which_is_recorded_and_told_once() {
    let (mut world, mona) = world().await;
    let said = world.tell(&world.leo, "/scorecard take-over scorecard:Board").await;
    assert!(said.contains("can do this") && !said.contains("Mona"), "{said}");
    let offered = world
        .ada
        .complete(world.team, "/scorecard take-over scorecard:")
        .await
        .unwrap();
    assert!(offered.iter().all(|choice| choice.name != "Board"), "{offered:?}");
    let said = world.tell(&world.ada, "/scorecard take-over scorecard:Bord").await;
    keeps(&world.ada, "a name that is nearly right", &said);
    let said = world
        .tell(
            &world.ada,
            "/scorecard take-over scorecard:Board reason:\"Mona is on leave\"",
        )
        .await;
    assert!(said.contains("You manage **Board** now"), "{said}");
    assert!(
        world
            .tell(&world.ada, "/kpi show kpi:runway")
            .await
            .contains("Cash runway")
    );
    let said = world.tell(&world.ada, "/scorecard take-over scorecard:Board").await;
    assert_eq!(said, "That is how it is already, so nothing was changed.");
    world.settled().await;
    for who in [&world.ada, &mona] {
        let told: Vec<String> = world.direct(who).iter().map(sandbox::Message::text).collect();
        assert_eq!(told.len(), 1, "{}: {told:?}", who.user().name);
        assert!(
            told[0].contains("Ada took over the scorecard **Board** in **Acme** from Mona"),
            "{told:?}"
        );
        assert!(told[0].contains("“Mona is on leave”"), "{told:?}");
    }
    let audit = world.tell(&world.ada, "/audit").await;
    assert!(
        audit.contains("Ada took over the scorecard **Board**: Manager: Mona → Ada"),
        "{audit}"
    );
    // She still answers for a KPI in it, so she still reads it; the rest is no longer hers.
    let said = world.tell(&mona, "/kpi edit kpi:runway weight:3").await;
    assert!(said.contains("Only the manager of **Board**"), "{said}");
    world.tell(&world.ada, "/kpi hand-over kpi:runway to:@Ada").await;
    assert!(!world.tell(&mona, "/scorecard list").await.contains("Board"));
    world.stop_bot().await;
}
