//! Files of actuals.

use super::*;
use crate::domain::value::Entry;
use crate::service::kpi;

async fn held(home: &Home, key: &str) -> Vec<(String, String)> {
    let shown = kpi::show(&home.services, &home.administrator, key).await.unwrap();
    let say = |entry: &Entry| match entry {
        Entry::Number(number) => number.to_string(),
        Entry::NotApplicable { reason } => format!("n/a {reason}"),
    };
    shown
        .actuals
        .iter()
        .map(|(period, entry)| (period.label(shown.fiscal), say(entry)))
        .collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(period, value)| ((*period).to_owned(), (*value).to_owned()))
        .collect()
}

#[tokio::test]
async fn values_are_new_changed_unchanged_or_refused() {
    let home = Home::with_acme().await;
    home.imports(
        What::Actuals,
        "key,period,value\nchurn,2026-09,2.1\nchurn,2026-10,2.3\n",
    )
    .await;
    let preview = home
        .previews(What::Actuals, "key,period,value,note\nCHURN,2026-08,1.9,\nchurn,2026-09,2.10,\nchurn,oct 2026,2.4,recounted\nnps,2026-10,,\n")
        .await;
    assert_eq!(counts(&preview.found), (1, 1, 2, 0));
    assert_eq!(preview.found.rows, 4);
    let Change::Value { before, after, .. } = &preview.found.changes[0] else {
        panic!("{:?}", preview.found.changes);
    };
    assert_eq!(
        (before.number(), after.number()),
        (Some("2.3".parse().unwrap()), Some("2.4".parse().unwrap()))
    );
    home.presses(&preview).await;
    assert_eq!(
        held(&home, "churn").await,
        pairs(&[("2026-08", "1.9"), ("2026-09", "2.1"), ("2026-10", "2.4")])
    );
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let home = Home::with_acme().await;
    let file = "key,period,value,note\nchurn,2026-09,2.1,two left\nopen,2026-09,yes,\nnps,2026-09,n/a: no survey,\n";
    assert_eq!(counts(&home.imports(What::Actuals, file).await.found), (3, 0, 0, 0));
    let before = home.everything().await;
    let again = home.previews(What::Actuals, file).await;
    assert_eq!((counts(&again.found), again.draft), ((0, 0, 3, 0), None));
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn a_semicolon_brings_the_decimal_comma_and_a_byte_order_mark_is_no_part_of_the_header() {
    let home = Home::with_acme().await;
    home.imports(
        What::Actuals,
        "\u{FEFF}key;period;value;note\r\nchurn;2026-10;2,3;\"a; b\"\r\n",
    )
    .await;
    assert_eq!(held(&home, "churn").await, pairs(&[("2026-10", "2.3")]));
}

#[tokio::test]
async fn every_wrong_line_is_told_and_none_of_the_file_is_written() {
    let home = Home::with_acme().await;
    let before = home.everything().await;
    let file = "key,period,value\nchurn,2026-10,2.3\nchrn,2026-10,1\nchurn,2026-12,1\nchurn,2026-Q3,1\nchurn,2026-13,1\n\
                nps,2026-10,many\nopen,2026-10,3\nchurn,October 2026,2.4\nnps,2026-09,yes\n";
    let preview = home.previews(What::Actuals, file).await;
    assert_eq!(
        told(&preview),
        [
            "3 key: no Kpi “chrn”, close: churn",
            "4 period: 2026-12 has not begun",
            "5 period: “2026-Q3” is a quarter; a month is needed here",
            "6 period: “2026-13” does not exist",
            "7 value: “many” is not a number; write it with a decimal point and without grouping, as in 1234.5",
            "8 value: “3” is neither yes nor no; write it with a decimal point and without grouping, as in 1234.5",
            "9 period: the same is in line 2 already",
            "10 value: “yes” is not a number; write it with a decimal point and without grouping, as in 1234.5",
        ]
    );
    assert_eq!((preview.draft, counts(&preview.found)), (None, (1, 0, 0, 8)));
    assert_eq!(home.everything().await, before);
}

#[tokio::test]
async fn an_owner_imports_what_they_may_log_and_a_member_nothing() {
    let home = Home::with_acme().await;
    let maria = home.enters(2, "Maria").await;
    let leo = home.enters(3, "Leo").await;
    let file = "key,period,value\nchurn,2026-10,2.3\n";
    assert_eq!(
        told(&home.tries(&leo, What::Actuals, file).await),
        ["2 key: denied: owner Some(\"Maria\")"]
    );
    let own = home.tries(&maria, What::Actuals, file).await;
    assert!(matches!(
        apply(&home.services, &maria, draft(&own)).await.unwrap(),
        Applied::Done(_)
    ));
    let both = home
        .tries(
            &maria,
            What::Actuals,
            "key,period,value\nchurn,2026-10,2.3\nnps,2026-10,41\n",
        )
        .await;
    assert_eq!(told(&both), ["3 key: denied: owner None"]);
    // What holds already needs no right.
    assert_eq!(counts(&home.tries(&leo, What::Actuals, file).await.found), (0, 0, 1, 0));
}

#[tokio::test]
async fn a_note_on_an_equal_value_is_kept_as_a_revision() {
    let home = Home::with_acme().await;
    home.imports(What::Actuals, "key,period,value\nchurn,2026-10,2.3\n")
        .await;
    let noted = "key,period,value,note\nchurn,2026-10,2.3,two left\n";
    assert_eq!(counts(&home.imports(What::Actuals, noted).await.found), (0, 1, 0, 0));
    assert_eq!(counts(&home.previews(What::Actuals, noted).await.found), (0, 0, 1, 0));
    let blank = home
        .previews(What::Actuals, "key,period,value,note\nnps,2026-10,,no survey yet\n")
        .await;
    assert_eq!(told(&blank), ["2 value: a value is needed here"]);
}
