//! Real input: eight fiscal years of a city department, in the files as they came.

use super::*;
use crate::domain::score::{Status, display_score};
use crate::service::summary::{Summary, Wanted};

/// The files, where they are present beside the workspace.
fn files() -> Option<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
    Some((read("dep_kpis.csv")?, read("dep_actuals.csv")?))
}

fn keys(summary: &Summary, status: Status) -> Vec<&str> {
    let mut keys: Vec<_> = summary.with_status(status).map(|line| line.kpi.key.as_str()).collect();
    keys.sort_unstable_by_key(|key| (key.len(), *key));
    keys
}

#[tokio::test]
async fn a_citys_indicators_make_the_summary_that_was_worked_out_by_hand() {
    let Some((kpis, actuals)) = files() else {
        eprintln!("the city's files are not here; nothing was checked");
        return;
    };
    let home = Home::new().await;
    assert_eq!(home.imports(What::Kpis, &kpis).await.found.new, 40);
    let done = home.imports(What::Actuals, &actuals).await;
    assert_eq!(
        (done.found.changed, done.found.refused.len(), done.told),
        (0, 0, ImportTold::default())
    );

    let wanted = Wanted {
        period: Some("FY2023"),
        ..Wanted::default()
    };
    let (summary, _) = summary::show(&home.services, &home.administrator, &wanted)
        .await
        .unwrap();
    let counts = summary.result.counts;
    assert_eq!(
        (
            counts.on_target,
            counts.at_risk,
            counts.off_target,
            counts.unscored,
            counts.total()
        ),
        (19, 2, 4, 15, 40)
    );
    assert_eq!(keys(&summary, Status::AtRisk), ["i880", "i896"]);
    assert_eq!(
        keys(&summary, Status::OffTarget),
        ["i5903", "i5911", "i10223", "i12577"]
    );
    let scores: Vec<_> = summary
        .perspectives
        .iter()
        .map(|perspective| {
            let score = perspective.result.level.map(|level| display_score(level).to_string());
            (perspective.name.as_str(), score, perspective.result.status)
        })
        .collect();
    let score = |score: &str| Some(score.to_owned());
    assert_eq!(
        scores,
        [
            ("Financial", score("7.3"), Status::OnTarget),
            ("Customer", score("3.0"), Status::OffTarget),
            ("Internal Process", score("8.2"), Status::OnTarget),
            ("Learning & Growth", None, Status::Unscored),
        ]
    );
    assert_eq!(
        summary.result.level.map(|level| display_score(level).to_string()),
        score("6.2")
    );
    assert_eq!(
        (
            summary.result.status,
            summary.result.scored_children,
            summary.result.children
        ),
        (Status::AtRisk, 3, 4)
    );

    for (what, file) in [(What::Kpis, &kpis), (What::Actuals, &actuals)] {
        let again = home.previews(what, file).await;
        assert_eq!(
            (again.found.new, again.found.changed, again.found.refused.len()),
            (0, 0, 0)
        );
    }
}
