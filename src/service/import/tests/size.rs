//! The largest files.

use std::fmt::Write as _;

use super::*;
use crate::domain::import::MAX_ROWS;

#[tokio::test]
async fn ten_thousand_rows_go_in_and_the_same_again_change_nothing() {
    let home = Home::new().await;
    let started = std::time::Instant::now();
    let mut kpis = format!("{HEADER}\n");
    for index in 0..MAX_ROWS {
        let (card, objective) = (index / 1000, index / 20 % 50);
        writeln!(
            kpis,
            "Card {card},Customer,Objective {objective},k{index},KPI {index},higher,,,10,5,,,,"
        )
        .unwrap();
    }
    let done = home.imports(What::Kpis, &kpis).await;
    assert_eq!(
        (
            done.found.new,
            done.found.made.scorecards.len(),
            done.found.made.objectives
        ),
        (MAX_ROWS, 10, 500)
    );
    eprintln!("10,000 KPIs: {:?}", started.elapsed());

    let started = std::time::Instant::now();
    let mut actuals = "key,period,value,note\n".to_owned();
    for index in 0..MAX_ROWS {
        let month = index % 10 + 1;
        writeln!(actuals, "k{},2026-{month:02},{},", index / 10, index % 20).unwrap();
    }
    let preview = home.previews(What::Actuals, &actuals).await;
    eprintln!("10,000 actuals previewed: {:?}", started.elapsed());
    home.presses(&preview).await;
    eprintln!("10,000 actuals: {:?}", started.elapsed());
    assert_eq!(counts(&preview.found), (MAX_ROWS, 0, 0, 0));
    for (what, file) in [(What::Kpis, kpis), (What::Actuals, actuals)] {
        assert_eq!(counts(&home.previews(what, &file).await.found), (0, 0, MAX_ROWS, 0));
    }
}

#[tokio::test]
async fn ten_thousand_unknown_keys_are_refused_without_delay() {
    let home = Home::with_acme().await;
    let mut file = "key,period,value
"
    .to_owned();
    for index in 0..MAX_ROWS {
        writeln!(file, "unknown{index},2026-10,1").unwrap();
    }
    let preview = home.previews(What::Actuals, &file).await;
    assert_eq!((preview.draft, preview.found.refused_lines()), (None, MAX_ROWS));
}
