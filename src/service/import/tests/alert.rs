//! What the team channel hears of an import.

use std::fmt::Write as _;

use super::*;
use crate::service::alert::Outcome;
use crate::service::notice::{Stored, claim, prepare};

const CHANNEL: i64 = 77;

/// A scorecard with a team channel and a number of KPIs, `k0` and so on, that must reach 10.
async fn home_with(kpis: usize) -> Home {
    let home = Home::new().await;
    let wanted = scorecard::Create {
        name: "Acme".to_owned(),
        channel: Some(CHANNEL),
        ..scorecard::Create::default()
    };
    scorecard::create(&home.services, &home.administrator, &wanted)
        .await
        .unwrap();
    let mut file = format!("{HEADER}\n");
    for index in 0..kpis {
        writeln!(file, "Acme,Customer,Keep,k{index},KPI {index},higher,,,10,5,,,,").unwrap();
    }
    home.imports(What::Kpis, &file).await;
    home
}

fn values(kpis: usize, period: &str, value: &str) -> String {
    let mut file = "key,period,value\n".to_owned();
    for index in 0..kpis {
        writeln!(file, "k{index},{period},{value}").unwrap();
    }
    file
}

/// What is in the outbox and not said yet, read as it is kept.
async fn outbox(home: &Home) -> Vec<Stored> {
    let mut reader = home.services.read().await.unwrap();
    let payloads = store::notice::payloads(&mut reader).await;
    payloads
        .iter()
        .map(|payload| serde_json::from_str(payload).unwrap())
        .collect()
}

/// The one notice there is.
async fn only(home: &Home) -> [Stored; 1] {
    outbox(home).await.try_into().unwrap()
}

#[tokio::test]
async fn a_hundred_values_make_one_message() {
    let home = home_with(120).await;
    let done = home.imports(What::Actuals, &values(120, "2026-10", "1")).await;
    assert_eq!(
        done.told,
        ImportTold {
            slipped: 120,
            recovered: 0
        }
    );
    let [Stored::ImportAlerts(list)] = only(&home).await else {
        panic!("not one message");
    };
    assert_eq!(
        (list.slipped.len(), list.slipped_more, list.recovered.len()),
        (100, 20, 0)
    );
}

#[tokio::test]
async fn older_periods_make_none() {
    let home = home_with(3).await;
    let done = home.imports(What::Actuals, &values(3, "2026-09", "1")).await;
    assert_eq!(done.told, ImportTold::default());
    assert!(outbox(&home).await.is_empty());
}

#[tokio::test]
async fn one_slip_is_told_like_one_that_was_logged() {
    let home = home_with(3).await;
    home.imports(
        What::Actuals,
        "key,period,value\nk0,2026-10,1\nk1,2026-10,11\nk2,2026-10,7\n",
    )
    .await;
    let [Stored::Alert(alert)] = only(&home).await else {
        panic!("not one alert");
    };
    assert_eq!((alert.kpi.key.as_str(), alert.outcome), ("k0", Outcome::Open));
}

#[tokio::test]
async fn a_correction_takes_slips_of_an_import_back_before_they_are_said() {
    let home = home_with(2).await;
    home.imports(What::Actuals, &values(2, "2026-10", "1")).await;
    home.imports(What::Actuals, &values(1, "2026-10", "11")).await;
    let [Stored::ImportAlerts(list)] = only(&home).await else {
        panic!("not one message");
    };
    let outcomes: Vec<_> = list.slipped.iter().map(|alert| alert.outcome).collect();
    assert_eq!(outcomes, [Outcome::Withdrawn, Outcome::Open]);
    home.imports(What::Actuals, &values(2, "2026-10", "11")).await;
    home.clock.moves(TimeDelta::minutes(5));
    for claimed in claim(&home.services, &[], 10).await.unwrap() {
        assert!(prepare(&home.services, &claimed).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn kpis_that_recover_are_in_the_same_message() {
    let home = home_with(3).await;
    home.imports(What::Actuals, &values(2, "2026-10", "1")).await;
    home.clock.moves(TimeDelta::days(20));
    let done = home
        .imports(
            What::Actuals,
            "key,period,value\nk0,2026-11,12\nk1,2026-11,12\nk2,2026-11,1\n",
        )
        .await;
    assert_eq!(
        done.told,
        ImportTold {
            slipped: 1,
            recovered: 2
        }
    );
    let Some(Stored::ImportAlerts(list)) = outbox(&home).await.pop() else {
        panic!("no list");
    };
    assert_eq!((list.slipped.len(), list.recovered.len()), (1, 2));
}

#[tokio::test]
async fn a_slip_that_the_period_before_had_already_is_none() {
    let home = home_with(2).await;
    let done = home
        .imports(
            What::Actuals,
            &format!("{}k0,2026-09,1\nk1,2026-09,1\n", values(2, "2026-10", "1")),
        )
        .await;
    assert_eq!(done.told, ImportTold::default());
}
