//! Two servers that share people and nothing else: the same names in both, and neither ever shows in the other.

use sandbox::{Id, Message, Person};

use crate::world::{World, form, message};

/// A second server of the same people, with the same names and keys and other numbers.
struct Twin {
    world: World,
    server: Id,
    team: Id,
}

impl Twin {
    async fn new() -> Self {
        let world = World::acme("2026-10-12T10:00:00Z").await;
        let server = world.sandbox.add_server("Zenith", world.ada.user().id);
        for person in [&world.maria, &world.leo] {
            world.sandbox.add_member(server, person.user().id);
        }
        let team = world.sandbox.add_channel(server, "team");
        let twin = Self { world, server, team };
        for line in [
            "/scorecard create name:Acme channel:#team time_zone:Europe/Berlin",
            "/objective add name:\"Keep customers\" perspective:Customer",
            "/kpi add objective:\"Keep customers\" key:churn name:\"Zenith churn\" direction:lower decimals:1 target:7 \
             red_flag:9 owner:@Maria",
        ] {
            twin.tell(&twin.world.ada, line).await;
        }
        twin
    }

    /// A command in the second server.
    async fn answer(&self, who: &Person, line: &str) -> Message {
        let given = who.slash(self.team, line).await;
        message(&given.unwrap_or_else(|refusal| panic!("{line}: {refusal}"))).await
    }

    async fn tell(&self, who: &Person, line: &str) -> String {
        self.answer(who, line).await.text()
    }
}

/// The prompt that speaks of a KPI.
fn prompt(world: &World, who: &Person, kpi: &str) -> Option<Message> {
    let mut direct = world.direct(who).into_iter();
    direct.find(|message| message.text().contains(kpi))
}

#[tokio::test]
async fn nothing_of_one_server_shows_in_the_other() {
    let mut twin = Twin::new().await;
    let world = &twin.world;
    world.set_clock("2026-12-01T10:00:00Z").await;
    world.tell(&world.maria, "/log kpi:churn value:2.3").await;
    twin.tell(&world.maria, "/log kpi:churn value:8.7").await;
    world.tell(&world.ada, "/kpi edit kpi:delivery weight:3").await;
    let first = ["Customer churn", "On-time delivery", "delivery", "2.3"];
    let second = ["Zenith", "8.7"];
    let keeps = |line: &str, said: &str, secrets: &[&str]| {
        for secret in secrets {
            assert!(!said.contains(secret), "{line} shows {secret}: {said}");
        }
    };
    for line in [
        "/scorecard list",
        "/scorecard show scorecard:Acme",
        "/kpi list scorecard:Acme",
        "/kpi show kpi:churn",
        "/kpi history kpi:churn",
        "/summary scorecard:Acme period:2026-11",
        "/why what:churn period:2026-11",
        "/trend kpi:churn",
        "/review status scorecard:Acme",
        "/alerts list",
        "/audit",
        "/help",
        "/export what:kpis",
        "/export what:actuals",
    ] {
        for (answer, secrets) in [
            (world.answer(&world.ada, line).await, &second[..]),
            (twin.answer(&world.ada, line).await, &first[..]),
        ] {
            keeps(line, &answer.text(), secrets);
            for file in &answer.attachments {
                let content = world.sandbox.file(file).unwrap();
                keeps(line, &String::from_utf8_lossy(&content), secrets);
            }
        }
    }
    for line in ["/kpi show kpi:", "/log kpi:", "/why what:", "/kpi show kpi:ch"] {
        for (channel, secrets) in [(world.team, &second[..]), (twin.team, &first[..])] {
            let choices = world.maria.complete(channel, line).await.unwrap();
            let names: Vec<String> = choices.into_iter().map(|choice| choice.name).collect();
            assert!(!names.is_empty(), "{line}");
            keeps(line, &names.join(" "), secrets);
        }
    }
    // What autocomplete gave in one server means nothing in the other.
    let choices = world
        .ada
        .complete(world.team, "/objective show objective:")
        .await
        .unwrap();
    let value = choices[0].value.to_string();
    let line = format!("/objective show objective:{}", value.trim_matches('"'));
    let there = twin.tell(&world.ada, &line).await;
    keeps(&line, &there, &first);
    let posts = world.sandbox.messages(twin.team);
    for post in &posts {
        keeps("the team channel", &post.text(), &first);
    }
    twin.world.stop_bot().await;
}

#[tokio::test]
async fn prompts_forms_absences_and_farewells_are_of_one_server_each() {
    let mut twin = Twin::new().await;
    let world = &twin.world;
    let maria = &world.maria;
    twin.tell(&world.leo, "/help").await;
    world.tell(maria, "/away until:2026-12-01 deputy:@Leo").await;
    world.set_clock("2026-12-01T10:00:00Z").await;
    // Away in the one, asked in the other.
    assert!(prompt(world, maria, "Customer churn").is_none());
    let asked = prompt(world, maria, "Zenith churn").expect("the prompt of Zenith");
    assert!(asked.text().contains("Zenith"), "{}", asked.text());
    world.set_clock("2026-12-02T10:00:00Z").await;
    let back = || prompt(world, maria, "Customer churn").is_some();
    world.until(back, "Maria is asked again in Acme").await;
    let acme = prompt(world, maria, "Customer churn").expect("the prompt of Acme");
    assert!(
        !acme.text().contains("Zenith") && acme.text().contains("Acme"),
        "{}",
        acme.text()
    );

    let opened = form(&maria.press(&asked, "Enter value").await.unwrap()).await;
    let field = opened.fields[0].custom_id.clone();
    message(&maria.submit(&opened, &[(&field, "6.5")]).await.unwrap()).await;
    let here = world.tell(&world.ada, "/kpi show kpi:churn").await;
    assert!(!here.contains("6.5"), "{here}");
    assert!(twin.tell(&world.ada, "/kpi show kpi:churn").await.contains("6.5"));

    // Gone from the one, as before in the other.
    world.sandbox.remove_member(twin.server, maria.user().id);
    world.set_clock("2027-01-04T10:00:00Z").await;
    let there = twin.tell(&world.ada, "/kpi show kpi:churn").await;
    assert!(there.contains("Maria, who left"), "{there}");
    let here = world.tell(&world.ada, "/kpi show kpi:churn").await;
    assert!(here.contains("Maria") && !here.contains("who left"), "{here}");
    let asked = world.direct(maria);
    let asks = |kpi: &str| {
        asked
            .iter()
            .any(|message| message.text().contains("December 2026") && message.text().contains(kpi))
    };
    assert!(asks("Customer churn") && !asks("Zenith churn"), "{asked:?}");

    // Forgotten in the one, known in the other.
    let offered = world.answer(maria, "/forget-me").await;
    message(&maria.press(&offered, "Forget me").await.unwrap()).await;
    assert!(!world.tell(&world.ada, "/kpi show kpi:churn").await.contains("Maria"));
    assert!(twin.tell(&world.ada, "/kpi show kpi:churn").await.contains("Maria"));
    twin.world.stop_bot().await;
}
