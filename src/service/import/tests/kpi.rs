//! Files of KPIs.

use super::*;
use crate::domain::target::DatedTarget;
use crate::service::{kpi, objective};

async fn shown(home: &Home, key: &str) -> kpi::Shown {
    kpi::show(&home.services, &home.administrator, key).await.unwrap()
}

fn owner(shown: &kpi::Shown) -> Option<&str> {
    shown.owner.as_ref().map(|owner| owner.name.as_str())
}

/// `2026-11 50` of each target.
fn targets(shown: &kpi::Shown) -> Vec<String> {
    let say = |dated: &DatedTarget| {
        let from = dated
            .from
            .map_or_else(|| "always".to_owned(), |from| from.label(shown.fiscal));
        format!("{from} {}", dated.spec.target.unwrap_or_default())
    };
    shown.targets.iter().map(say).collect()
}

#[tokio::test]
async fn what_is_missing_is_made_around_new_kpis() {
    let home = Home::new().await;
    home.enters(2, "Maria").await;
    let done = home
        .imports(
            What::Kpis,
            &format!(
                "{HEADER}\nAcme,Learning & Growth,Train,hours,Training hours,higher,hours,,300,,,,Keep customers,2\n\
                 Acme,People,Hire,hires,Hires,higher,,,5,,,,,\n\
                 Acme,Customer,Keep customers,churn,Customer churn,lower,%,1,2.0,2.5,,@maria,,\n"
            ),
        )
        .await;
    let made = &done.found.made;
    assert_eq!(
        (
            made.scorecards.len(),
            made.perspectives,
            made.objectives,
            made.kpis,
            made.drives
        ),
        (1, 3, 3, 3, 1)
    );
    assert_eq!((counts(&done.found), done.found.assumed), ((3, 0, 0, 0), 2));
    let card = scorecard::show(&home.services, &home.administrator, Some("acme"), None)
        .await
        .unwrap();
    let perspectives: Vec<_> = card
        .perspectives
        .iter()
        .map(|perspective| perspective.name.as_str())
        .collect();
    assert_eq!(perspectives, ["Customer", "Learning & Growth", "People"]);
    let churn = shown(&home, "churn").await;
    assert_eq!(
        (owner(&churn), churn.objective.as_str(), churn.placed.kpi.decimals),
        (Some("Maria"), "Keep customers", 1)
    );
    assert_eq!(targets(&churn), ["always 2"]);
    let train = objective::show(&home.services, &home.administrator, "Train")
        .await
        .unwrap();
    assert_eq!(train.drives, [("Keep customers".to_owned(), 0)]);
}

#[tokio::test]
async fn the_same_kpis_again_change_nothing() {
    let home = Home::with_acme().await;
    let file = format!(
        "{HEADER}\nAcme,Customer,Keep customers,churn,Customer churn,lower,%,1,2.0,2.5,,Maria,,1\nACME,customer,KEEP  customers,nps,Net Promoter Score,higher,,0,40,,,,Be there,\n"
    );
    assert_eq!(counts(&home.imports(What::Kpis, &file).await.found), (0, 1, 1, 0));
    let before = home.everything().await;
    let again = home.previews(What::Kpis, &file).await;
    assert_eq!((counts(&again.found), again.draft), ((0, 0, 2, 0), None));
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn a_known_key_is_changed_where_a_cell_says_something_else() {
    let home = Home::with_acme().await;
    let file = format!("{HEADER}\n,,,CHURN,Lost customers,,,,1.5,,,,,3\n,,Win referrals,nps,,,,,,,,Maria,,\n");
    let preview = home.previews(What::Kpis, &file).await;
    assert_eq!(counts(&preview.found), (0, 2, 0, 0));
    let Change::Kpi { name, fields } = &preview.found.changes[0] else {
        panic!("{:?}", preview.found.changes);
    };
    let columns: Vec<_> = fields.iter().map(|field| field.column).collect();
    assert_eq!(
        (name.as_str(), columns),
        ("Customer churn", vec!["name", "weight", "target"])
    );
    home.presses(&preview).await;
    let churn = shown(&home, "churn").await;
    assert_eq!(churn.placed.kpi.name.as_str(), "Lost customers");
    assert_eq!(targets(&churn), ["always 2", "2026-11 1.5"]);
    assert_eq!(churn.targets[1].spec.red, Some("2.5".parse().unwrap()));
    let nps = shown(&home, "nps").await;
    assert_eq!((nps.objective.as_str(), owner(&nps)), ("Win referrals", Some("Maria")));
    assert_eq!(counts(&home.previews(What::Kpis, &file).await.found), (0, 0, 2, 0));
}

#[tokio::test]
async fn targets_hold_from_the_period_their_row_names() {
    let home = Home::new().await;
    let row = |target: &str, from: &str| format!("Acme,Customer,Keep,nps,NPS,higher,,,{target},,{from},,,\n");
    let file = format!(
        "{HEADER}\n{}{}{}",
        row("40", ""),
        row("45", "2026-06"),
        row("50", "2027-01")
    );
    assert_eq!(counts(&home.imports(What::Kpis, &file).await.found), (3, 0, 0, 0));
    assert_eq!(
        targets(&shown(&home, "nps").await),
        ["always 40", "2026-06 45", "2027-01 50"]
    );
    assert_eq!(counts(&home.previews(What::Kpis, &file).await.found), (0, 0, 3, 0));

    let past = home
        .previews(What::Kpis, &format!("{HEADER}\n{}", row("46", "2026-06")))
        .await;
    assert_eq!(told(&past), ["2 from: not before 2026-11"]);
    home.imports(What::Kpis, &format!("{HEADER}\n{}", row("47", "2026-11")))
        .await;
    home.imports(What::Kpis, &format!("{HEADER}\n{}", row("48", ""))).await;
    assert_eq!(
        targets(&shown(&home, "nps").await),
        ["always 40", "2026-06 45", "2026-11 48", "2027-01 50"]
    );
    let twice = home
        .previews(
            What::Kpis,
            &format!("{HEADER}\n{}{}", row("60", "2027-02"), row("61", "feb 2027")),
        )
        .await;
    assert_eq!(told(&twice), ["3 from: the same is in line 2 already"]);
}

#[tokio::test]
async fn what_an_actual_has_fixed_is_refused_by_its_row() {
    let home = Home::with_acme().await;
    let file = format!("{HEADER}\n,,,churn,,,EUR,2,,,,,,\n");
    assert_eq!(counts(&home.previews(What::Kpis, &file).await.found), (0, 1, 0, 0));
    home.imports(What::Actuals, "key,period,value\nchurn,2026-10,2.3\n")
        .await;
    assert_eq!(told(&home.previews(What::Kpis, &file).await), ["2 unit: Fixed"]);
    let free = format!("{HEADER}\n,,,churn,Churn,,,2,,,,,,\n");
    assert_eq!(counts(&home.previews(What::Kpis, &free).await.found), (0, 1, 0, 0));
}

#[tokio::test]
async fn every_wrong_row_is_told_and_none_of_the_file_is_written() {
    let home = Home::with_acme().await;
    let before = home.everything().await;
    let file = format!(
        "{HEADER},formula\nAcme,Customer,Keep customers,good,Good,higher,,,1,,,,,,\n\
         Acme,Customer,,new,New,higher,,,,,,,,,\n\
         Acme,Customer,Keep customers,a,A,higher,,,10,12,,,,,\n\
         Acme,Customer,Keep customers,b,B,higher,,,,,,Mario,,,\n\
         Acme,Customer,Keep customers,c,C,higher,,,,,,,Be their,,\n\
         Acme,Customer,Keep customers,d,D,higher,,,,,,,Keep customers,,\n\
         Acme,Customer,Keep customers,e,E,higher,,,,,,,,,a/bb\n\
         Acme,Customer,Keep customers,f,F,higher,,,,,2027-01,,,,\n\
         Acme,Customer,Keep customers,g,G,higher,,,1,,,,,,\n\
         Acme,Customer,Keep customers,g,H,higher,,,2,,2027-01,,,,\n\
         Acme,Customer,Keep customers,h,I,higher,,,,,,815000000000000000,,,\n"
    );
    let preview = home.previews(What::Kpis, &file).await;
    assert_eq!(
        told(&preview),
        [
            "3 objective: a value is needed here",
            "4 target: the red flag 12 must be lower than the target 10",
            "5 owner: no Person “Mario”, close: Maria",
            "6 drives: no Objective “Be their”, close: Be there",
            "7 drives: DrivesItself",
            "8 formula: there is no KPI bb",
            "9 from: FromWithoutTarget",
            "11 name: line 10 says something else",
            "12 owner: no Person “815000000000000000”, close: ",
        ]
    );
    assert_eq!(preview.draft, None);
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn a_new_scorecard_takes_an_administrator_and_an_old_one_its_manager() {
    let home = Home::with_acme().await;
    let leo = home.enters(3, "Leo").await;
    let file = |card: &str| format!("{HEADER}\n{card},Customer,Keep customers,new,New,higher,,,1,,,,,\n");
    assert_eq!(
        told(&home.tries(&leo, What::Kpis, &file("Acme")).await),
        ["2 scorecard: denied: manager Ada"]
    );
    assert_eq!(
        told(&home.tries(&leo, What::Kpis, &file("Other")).await),
        ["2 scorecard: denied: administrator"]
    );
    let manager = Actor {
        administrator: false,
        ..home.administrator.clone()
    };
    assert_eq!(
        counts(&home.tries(&manager, What::Kpis, &file("Acme")).await.found),
        (1, 0, 0, 0)
    );
    assert_eq!(
        told(&home.tries(&manager, What::Kpis, &file("Other")).await),
        ["2 scorecard: denied: administrator"]
    );
}

#[tokio::test]
async fn somebody_the_bot_has_not_met_is_named_by_id_once_discord_knows_them() {
    let home = Home::with_acme().await;
    let text = format!("{HEADER}\n,,,nps,,,,,,,,<@815000000000000000>,,\n");
    let file = File::read(What::Kpis, text.as_bytes()).unwrap();
    let asked = strangers(&home.services, &home.administrator, &file).await.unwrap();
    assert_eq!(asked, [815_000_000_000_000_000]);
    let met = person::Named {
        user: asked[0],
        name: "Zoe".to_owned(),
    };
    let first = preview(&home.services, &home.administrator, file, (vec![met], None))
        .await
        .unwrap();
    home.presses(&first).await;
    assert_eq!(owner(&shown(&home, "nps").await), Some("Zoe"));
    assert_eq!(counts(&home.previews(What::Kpis, &text).await.found), (0, 0, 1, 0));
}

#[tokio::test]
async fn a_name_that_would_mention_everyone_is_refused_and_markdown_is_kept_as_it_is() {
    let home = Home::new().await;
    let row = |name: &str| format!("{HEADER}\nAcme,**Customer**,<@&1>,at,{name},higher,,,1,,,,,\n");
    let everyone = home.previews(What::Kpis, &row("@everyone")).await;
    assert_eq!((everyone.draft, everyone.found.refused[0].column), (None, "name"));
    home.imports(What::Kpis, &row("**Net** `x`")).await;
    assert_eq!(shown(&home, "at").await.placed.kpi.name.as_str(), "**Net** `x`");
}
