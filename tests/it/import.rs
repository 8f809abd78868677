//! A file goes in through the chat: the slash command with a file, the preview, the press, and what is seen after it.

use sandbox::{File, Message, Person};

use crate::world::{World, message};

const KPIS: &str = "scorecard,perspective,objective,key,name,direction,unit,decimals,target,red_flag,owner\n\
    Acme,Customer,Keep customers,returns,Returned goods,lower,%,1,3,5,Maria\n\
    Acme,Customer,Keep customers,nps,Net Promoter Score,higher,,0,40,30,\n";

impl World {
    /// Somebody gives a file in the team channel; the preview.
    async fn imports(&self, who: &Person, what: &str, content: impl Into<Vec<u8>>) -> Message {
        let line = format!("/import file:data.csv what:{what}");
        let files = vec![File::new("data.csv", content)];
        let interaction = who.slash_with(self.team, &line, files).await.unwrap();
        message(&interaction).await
    }

    /// Somebody presses a button under what they see; what stands there then.
    async fn presses(&self, who: &Person, seen: &Message, button: &str) -> String {
        message(&who.press(seen, button).await.unwrap()).await.text()
    }
}

/// Fails unless all of it was said.
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_previewed_pressed_and_then_there() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let preview = world.imports(&world.ada, "kpis", KPIS).await;
    says(
        &preview.text(),
        &["2 rows of KPIs", "2 new", "2 KPIs", "Nothing is written yet"],
    );
    assert!(preview.visible_to.is_some(), "everybody sees the preview");
    let done = world.presses(&world.ada, &preview, "Import 2 rows").await;
    says(&done, &["2 rows of KPIs are imported"]);
    says(
        &world.tell(&world.ada, "/kpi show kpi:returns").await,
        &["Returned goods", "Maria"],
    );

    let values = "key;period;value\nreturns;2026-09;3,1\nreturns;2026-10;2,9\n";
    let preview = world.imports(&world.maria, "actuals", values).await;
    says(&preview.text(), &["2 rows of values", "2 new"]);
    let done = world.presses(&world.maria, &preview, "Import 2 rows").await;
    says(&done, &["2 rows of values are imported"]);
    let again = world.imports(&world.maria, "actuals", values).await;
    says(&again.text(), &["2 as they are", "nothing to import"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_file_says_what_is_wrong_and_offers_no_press() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let tell = async |what: &str, content: &str| world.imports(&world.ada, what, content).await;
    let missing = tell("actuals", "key,value\nchurn,1\n").await;
    says(&missing.text(), &["no column `period`", "`key` `period` `value`"]);
    let wrong = tell(
        "actuals",
        "key,period,value\nchurn,2026-10,2\nchrn,2026-10,1\nchurn,2026-12,1\nchurn,2026-09,many\n",
    )
    .await;
    says(
        &wrong.text(),
        &[
            "3 lines are refused",
            "Line 3, `key`",
            "**churn**",
            "Line 4, `period`",
            "December 2026",
            "Line 5, `value`",
            "**many**",
        ],
    );
    assert_eq!(wrong.button("Cancel"), None);
    let garbage = world.imports(&world.ada, "kpis", vec![0xFF, 0xFE, 0x00]).await;
    says(&garbage.text(), &["not UTF-8"]);
    let mention = KPIS.replace("Net Promoter Score", "@everyone");
    says(&tell("kpis", &mention).await.text(), &["Line 3, `name`"]);
    let large = world.imports(&world.ada, "kpis", vec![b'a'; 5 * 1024 * 1024 + 1]).await;
    says(&large.text(), &["too large"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_pressed_once_and_can_be_cancelled() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let preview = world.imports(&world.ada, "kpis", KPIS).await;
    assert!(
        world.leo.press(&preview, "Import 2 rows").await.is_err(),
        "somebody else can press it"
    );
    says(&world.presses(&world.ada, &preview, "Cancel").await, &["cancelled"]);
    let preview = world.imports(&world.ada, "kpis", KPIS).await;
    world.sandbox.clock().advance(chrono::TimeDelta::minutes(31));
    let late = world.ada.press(&preview, "Import 2 rows").await.unwrap();
    late.answer().await.unwrap();
    says(&seen_last(&world, &world.ada).await, &["more than half an hour"]);
}

/// The newest message that somebody sees in the team channel.
async fn seen_last(world: &World, who: &Person) -> String {
    let deadline = std::time::Instant::now() + crate::world::PATIENCE;
    loop {
        let last = who.messages(world.team).last().map(Message::text).unwrap_or_default();
        if last.contains("more than half an hour") || std::time::Instant::now() > deadline {
            return last;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_told_to_the_team_channel_in_one_message() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let values = "key,period,value\nchurn,2026-10,3.4\ndelivery,2026-10,80\n";
    let preview = world.imports(&world.ada, "actuals", values).await;
    says(
        &world.presses(&world.ada, &preview, "Import 2 rows").await,
        &["told of 2 KPIs"],
    );
    assert_eq!(
        world.posted().iter().filter(|text| text.contains("off target")).count(),
        0
    );
    world.set_clock("2026-11-10T09:05:00Z").await;
    let posted = world.posted();
    let told: Vec<_> = posted.iter().filter(|text| text.contains("off target")).collect();
    let [told] = told.as_slice() else {
        panic!("not one message: {posted:?}");
    };
    says(told, &["2 KPIs", "Customer churn", "3.4", "On-time delivery", "80.0"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_asked_sees_that_an_import_brought_the_value() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    world.set_clock("2026-12-01T08:00:30Z").await;
    let asked = world.direct(&world.maria);
    says(&asked[0].text(), &["Customer churn"]);
    let preview = world
        .imports(&world.ada, "actuals", "key,period,value\nchurn,2026-11,1.9\n")
        .await;
    says(
        &world.presses(&world.ada, &preview, "Import one row").await,
        &["One row of values is imported"],
    );
    world.settled().await;
    let answered = world.direct(&world.maria);
    assert_eq!(answered.len(), 1, "nothing more is said");
    says(&answered[0].text(), &["Everything is in"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citys_files_go_in_unchanged_and_make_the_known_summary() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |name: &str| std::fs::read(folder.join(name)).ok();
    let (Some(kpis), Some(actuals)) = (read("dep_kpis.csv"), read("dep_actuals.csv")) else {
        eprintln!("the city's files are not here; nothing was checked");
        return;
    };
    let world = World::at("2026-11-10T09:00:00Z").await;
    for (what, content, button) in [
        ("kpis", kpis, "Import 40 rows"),
        ("actuals", actuals, "Import 313 rows"),
    ] {
        let preview = world.imports(&world.ada, what, content).await;
        let label = preview.button(button);
        assert!(label.is_some(), "no button “{button}”: {}", preview.text());
        says(&world.presses(&world.ada, &preview, button).await, &["are imported"]);
    }
    let summary = world.tell(&world.ada, "/summary period:FY2023").await;
    says(&summary, &["19 🟢 2 🟡 4 🔴 15 ▫️", "6.2** 🟡", "3 of 4 perspectives"]);
    let scored = [
        ("Internal Process", "8.2** 🟢"),
        ("Financial", "7.3** 🟢"),
        ("Customer", "3.0** 🔴"),
    ];
    for (perspective, score) in scored {
        let starts = format!("**{perspective}");
        let line = summary
            .lines()
            .find(|line| line.starts_with(&starts))
            .unwrap_or_default();
        says(line, &[score]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_changes_what_was_published_only_for_a_reason_and_marks_it() {
    let world = World::acme("2026-10-13T10:00:00Z").await;
    let nps = "/kpi add objective:\"Keep customers\" key:nps name:\"Net Promoter Score\" owner:@Leo";
    world.tell(&world.ada, nps).await;
    world.set_clock("2026-12-02T10:00:00Z").await;
    world.tell(&world.leo, "/log kpi:delivery value:96").await;
    world.tell(&world.leo, "/log kpi:nps value:30").await;
    world.set_clock("2026-12-09T10:00:00Z").await;
    world.tell(&world.ada, "/review close decisions:none").await;
    let values = "key,period,value\ndelivery,2026-11,91\nchurn,2026-11,1.5\n";
    let refused = world.imports(&world.ada, "actuals", values).await;
    says(&refused.text(), &["One line is refused", "say why in `reason`"]);
    let line = "/import file:data.csv what:actuals reason:recount";
    let files = vec![File::new("data.csv", values)];
    let preview = message(&world.ada.slash_with(world.team, line, files).await.unwrap()).await;
    says(
        &world.presses(&world.ada, &preview, "Import 2 rows").await,
        &["are imported"],
    );
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    says(
        &summary,
        &[
            "*On-time delivery* restated by Ada",
            "recount",
            "*Customer churn* came late from Ada",
        ],
    );

    // A first target holds from the running period on where earlier ones were published.
    let before = world.tell(&world.leo, "/kpi show kpi:nps").await;
    assert!(!before.contains("target 40"), "{before}");
    let target = "scorecard,perspective,objective,key,name,direction,target,red_flag\n\
                  Acme,Customer,Keep customers,nps,Net Promoter Score,higher,40,20\n";
    let preview = world.imports(&world.ada, "kpis", target).await;
    world.presses(&world.ada, &preview, "Import one row").await;
    let summary = world.tell(&world.leo, "/summary period:2026-11").await;
    says(&summary, &["▫️ **Net Promoter Score** 30"]);
    says(&world.tell(&world.leo, "/kpi show kpi:nps").await, &["December 2026"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_holds_own_values_of_what_forms_take_year_to_date_and_says_so() {
    let world = World::acme("2026-11-10T09:00:00Z").await;
    let add = "/kpi add objective:\"Keep customers\" key:revenue name:\"Net revenue\" aggregation:sum entered_ytd:true \
               owner:@Leo";
    world.tell(&world.ada, add).await;
    let values = "key,period,value\nrevenue,2026-10,44\nchurn,2026-10,2\n";
    let preview = world.imports(&world.ada, "actuals", values).await;
    says(
        &preview.text(),
        &["**Net revenue**: a file holds each period's own value"],
    );
    world.presses(&world.ada, &preview, "Import 2 rows").await;
    says(
        &world.tell(&world.leo, "/kpi show kpi:revenue").await,
        &["October 2026: **44**"],
    );
}
