//! A file comes out through the chat: the slash command, what is said, and the file that is attached.

use crate::world::{World, message};
use sandbox::File;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_exported_is_attached_for_the_person_alone_and_goes_in_again() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let nothing = world.answer(&world.leo, "/export what:actuals").await;
    assert!(nothing.text().contains("nothing to export yet"), "{}", nothing.text());
    world.tell(&world.maria, "/log kpi:churn value:2.3 note:\"=1+1\"").await;
    let answer = world.answer(&world.leo, "/export what:actuals").await;
    assert!(answer.text().contains("**One value** of 2 KPIs"), "{}", answer.text());
    assert!(answer.visible_to.is_some(), "everybody sees the file");
    let file = &answer.attachments[0];
    assert_eq!(file.filename, "actuals.csv");
    let content = world.sandbox.file(file).unwrap();
    let text = String::from_utf8(content.clone()).unwrap();
    assert_eq!(text, "\u{feff}key,period,value,note\nchurn,2026-10,2.3,'=1+1\n");

    let line = "/import file:actuals.csv what:actuals";
    let files = vec![File::new("actuals.csv", content)];
    let again = message(&world.ada.slash_with(world.team, line, files).await.unwrap()).await;
    assert!(
        again.text().contains("1 as it is") || again.text().contains("nothing to import"),
        "{}",
        again.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spreadsheet_of_one_scorecard_holds_what_stands_in_it() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    for line in [
        "/scorecard create name:Support parent:Acme time_zone:Europe/London",
        "/objective add name:Answer perspective:Customer scorecard:Support",
        "/kpi add objective:Answer key:wait name:\"Waiting time\" unit:minutes direction:lower target:5 owner:@Maria",
    ] {
        world.tell(&world.ada, line).await;
    }
    let answer = world
        .answer(&world.ada, "/export what:kpis format:xlsx scorecard:Support")
        .await;
    assert!(
        answer.text().contains("**One row of KPIs**: 1 KPIs"),
        "{}",
        answer.text()
    );
    assert_eq!(answer.attachments[0].filename, "kpis.xlsx");
    let content = world.sandbox.file(&answer.attachments[0]).unwrap();
    let line = "/import file:kpis.xlsx what:kpis";
    let files = vec![File::new("kpis.xlsx", content)];
    let again = message(&world.ada.slash_with(world.team, line, files).await.unwrap()).await;
    assert!(again.text().contains("nothing to import"), "{}", again.text());
    let other = world.tell(&world.ada, "/export what:kpis scorecard:Sales").await;
    assert!(other.contains("**Sales**"), "{other}");
}
