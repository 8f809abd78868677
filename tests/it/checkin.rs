//! Answering a prompt: values by form, the same as last, not applicable, tomorrow, another owner. Its buttons work after
//! days and restarts, and say what has become of a value that is not due any more.

use sandbox::{Form, Interaction, Message, Person};

use crate::world::{World, form, message};

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "“{part}” in\n{said}");
    }
}

/// Acme, in which Maria also counts training hours and owns so many more KPIs; her prompt for November is there.
async fn prompted(more: usize) -> World {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let hours = "/kpi add objective:\"Keep customers\" key:hours name:\"Training hours\" target:300 aggregation:sum \
                 owner:@Maria";
    world.tell(&world.ada, hours).await;
    for at in 0..more {
        let line = format!(
            "/kpi add objective:\"Keep customers\" key:more{at} name:\"Measure {at}\" target:10 red_flag:5 owner:@Maria"
        );
        world.tell(&world.ada, &line).await;
    }
    world
        .tell(&world.maria, "/log kpi:churn value:2.3% period:2026-10")
        .await;
    world
        .tell(&world.maria, "/log kpi:hours value:310 period:2026-10")
        .await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    world
}

fn prompt(world: &World, who: &Person) -> Message {
    world.direct(who).pop().expect("a direct message")
}

async fn press(world: &World, who: &Person, button: &str) -> Interaction {
    let prompt = prompt(world, who);
    let pressed = who.press(&prompt, button).await;
    pressed.unwrap_or_else(|refusal| panic!("{button}: {refusal}\n{}", prompt.text()))
}

async fn pressed(world: &World, who: &Person, button: &str) -> Message {
    message(&press(world, who, button).await).await
}

/// Chooses a line of the only list of a message.
async fn choose(who: &Person, list: &Message, line: &str) -> Interaction {
    let menu = &list.components[0]["components"][0];
    let id = menu["custom_id"].as_str().expect("a list");
    who.select(list, id, &[line]).await.unwrap()
}

async fn submit(who: &Person, form: &Form, fields: &[(&str, &str)]) -> Message {
    message(&who.submit(form, fields).await.unwrap()).await
}

#[tokio::test]
async fn the_same_as_last_enters_what_is_not_summed_up_and_marks_it() {
    let world = prompted(0).await;
    let said = pressed(&world, &world.maria, "Same as last").await;
    says(
        &said.text(),
        &[
            "**Customer churn** · November 2026: **2.3",
            "Same as last.",
            "1 value is still due",
        ],
    );
    world.settled().await;
    let left = prompt(&world, &world.maria).text();
    assert!(
        left.contains("Training hours") && !left.contains("Customer churn"),
        "{left}"
    );
    assert!(!left.contains("Same as last"), "a sum is counted anew: {left}");

    // It can be corrected at once, beginning with what it is.
    let again = form(&world.maria.press(&said, "Correct").await.unwrap()).await;
    assert_eq!(again.fields[0].value.as_deref(), Some("2.3"));
    let corrected = submit(&world.maria, &again, &[("Customer churn", "2.2%")]).await.text();
    says(&corrected, &["**2.2"]);
    assert!(!corrected.contains("Same as last."), "{corrected}");
}

#[tokio::test]
async fn a_value_that_does_not_apply_needs_a_reason_and_twice_in_a_row_the_manager() {
    let world = prompted(0).await;
    let which = pressed(&world, &world.maria, "Not applicable…").await;
    says(&which.text(), &["Which value", "Customer churn", "Training hours"]);
    let asked = form(&choose(&world.maria, &which, "Training hours").await).await;
    assert_eq!(asked.title, "Training hours");
    let said = submit(
        &world.maria,
        &asked,
        &[("Why is there no value?", "nobody was trained")],
    )
    .await;
    says(
        &said.text(),
        &["not applicable, nobody was trained", "goes into the digest"],
    );

    let undone = message(&world.maria.press(&said, "Undo").await.unwrap()).await.text();
    says(&undone, &["Training hours", "no value"]);
    let which = pressed(&world, &world.maria, "Not applicable…").await;
    let asked = form(&choose(&world.maria, &which, "Training hours").await).await;
    submit(
        &world.maria,
        &asked,
        &[("Why is there no value?", "nobody was trained")],
    )
    .await;
    world.settled().await;

    // One is left now, so its form opens at once.
    let only = form(&press(&world, &world.maria, "Not applicable…").await).await;
    assert_eq!(only.title, "Customer churn");
    world.set_clock("2026-12-08T09:00:30Z").await;
    let posted = world.posted();
    let digest = posted.iter().find(|post| post.contains("not applicable")).unwrap();
    says(digest, &["Training hours", "not applicable: nobody was trained"]);

    world.set_clock("2027-01-01T08:00:30Z").await;
    let refused = world
        .tell(&world.maria, "/log kpi:hours value:\"n/a: again nobody\"")
        .await;
    says(&refused, &["in the period before already", "Ada"]);
    let allowed = world
        .tell(&world.ada, "/log kpi:hours value:\"n/a: again nobody\"")
        .await;
    says(&allowed, &["not applicable, again nobody"]);
}

#[tokio::test]
async fn who_puts_a_prompt_off_is_asked_again_on_the_next_business_day_and_once() {
    let world = prompted(0).await;
    let said = pressed(&world, &world.maria, "Snooze until tomorrow").await;
    says(&said.text(), &["You are asked again"]);
    pressed(&world, &world.maria, "Snooze until tomorrow").await;
    world.set_clock("2026-12-02T07:59:00Z").await;
    assert_eq!(world.direct(&world.maria).len(), 1);
    world.set_clock("2026-12-02T08:00:30Z").await;
    let asked = world.direct(&world.maria);
    assert_eq!(asked.len(), 2, "{asked:?}");
    says(&asked[1].text(), &["2 values from you"]);

    // From a Friday it is the Monday after; what came in by then is not asked for.
    world.set_clock("2026-12-04T10:00:00Z").await;
    pressed(&world, &world.maria, "Snooze until tomorrow").await;
    world.tell(&world.maria, "/log kpi:churn value:2%").await;
    world.tell(&world.maria, "/log kpi:hours value:300").await;
    let before = world.direct(&world.maria).len();
    world.set_clock("2026-12-07T10:00:00Z").await;
    assert_eq!(world.direct(&world.maria).len(), before, "everything is in");
}

#[tokio::test]
async fn a_kpi_is_handed_over_below_its_prompt_to_somebody_the_bot_knows() {
    let world = prompted(0).await;
    let which = pressed(&world, &world.maria, "Hand over…").await;
    says(&which.text(), &["Which KPI", "Customer churn", "Training hours"]);
    let whom = message(&choose(&world.maria, &which, "Customer churn").await).await;
    says(&whom.text(), &["Customer churn", "Ada", "Leo"]);
    assert!(!whom.text().contains("Maria"), "{}", whom.text());
    let open = pressed(&world, &world.maria, "Hand over…").await;
    let open = message(&choose(&world.maria, &open, "Customer churn").await).await;
    let given = message(&choose(&world.maria, &whom, "Leo").await).await.text();
    says(&given, &["Customer churn", "Maria → Leo"]);
    world.settled().await;
    let left = prompt(&world, &world.maria).text();
    assert!(!left.contains("Customer churn"), "{left}");
    says(&prompt(&world, &world.leo).text(), &["Customer churn"]);

    // A list that was open all the while does not give away what is somebody else's by now.
    let refused = message(&choose(&world.maria, &open, "Ada").await).await.text();
    says(&refused, &["come from its owner, Leo"]);
}

#[tokio::test]
async fn a_button_of_days_ago_says_what_has_become_of_its_value() {
    let mut world = prompted(0).await;
    let which = pressed(&world, &world.maria, "Not applicable…").await;
    world.tell(&world.ada, "/log kpi:churn value:2.1%").await;
    world.stop_bot().await;
    world.sandbox.clock().set("2026-12-03T10:00:00Z".parse().unwrap());
    world.start_bot().await;
    world.settled().await;
    let said = message(&choose(&world.maria, &which, "Customer churn").await)
        .await
        .text();
    says(&said, &["**Customer churn** is in already: 2.1", "entered by Ada"]);

    world.tell(&world.ada, "/kpi hand-over kpi:hours to:@Leo").await;
    let said = message(&choose(&world.maria, &which, "Training hours").await)
        .await
        .text();
    says(&said, &["come from its owner, Leo"]);

    world.tell(&world.ada, "/kpi hand-over kpi:hours to:@Maria").await;
    world.set_clock("2027-01-05T10:00:00Z").await;
    let said = message(&choose(&world.maria, &which, "Training hours").await)
        .await
        .text();
    says(&said, &["**Training hours** is not asked for any more"]);

    world.tell(&world.ada, "/kpi archive kpi:hours").await;
    let said = message(&choose(&world.maria, &which, "Training hours").await)
        .await
        .text();
    says(&said, &["This KPI is not here any more"]);
}

#[tokio::test]
async fn a_form_takes_five_and_leads_to_the_next_to_corrections_and_to_the_reasons() {
    let world = prompted(5).await;
    let opened = form(&press(&world, &world.maria, "Enter values").await).await;
    assert_eq!(opened.fields.len(), 5);
    let labels: Vec<String> = opened.fields.iter().map(|field| field.label.clone()).collect();
    let values = ["3.4%", "7", "many", "2", "12"];
    let typed: Vec<(&str, &str)> = labels.iter().map(String::as_str).zip(values).collect();
    let said = submit(&world.maria, &opened, &typed).await;
    says(
        &said.text(),
        &[
            "**many** is not saved",
            "3 values are still due",
            "Next 2",
            "Correct",
            "Say why",
        ],
    );

    // What was not clear comes first in the corrections, as it was typed.
    let again = form(&world.maria.press(&said, "Correct").await.unwrap()).await;
    assert_eq!(again.fields[0].value.as_deref(), Some("many"));
    assert_eq!(again.fields.len(), 5);
    let wrong = again.fields[0].label.clone();
    let corrected = submit(&world.maria, &again, &[(&wrong, "11")]).await;
    says(&corrected.text(), &["2 values are still due"]);

    let why = form(&world.maria.press(&said, "Say why").await.unwrap()).await;
    let off: Vec<&str> = why.fields.iter().map(|field| field.label.as_str()).collect();
    assert_eq!(off.len(), 2, "those off target only: {off:?}");
    let explained = submit(
        &world.maria,
        &why,
        &[(off[0], "Two accounts left."), (off[1], "Late start.")],
    )
    .await;
    says(&explained.text(), &["2 reasons are saved"]);

    let next = form(&world.maria.press(&said, "Next 2").await.unwrap()).await;
    assert_eq!(next.fields.len(), 2);
}
