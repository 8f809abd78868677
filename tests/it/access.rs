//! Who may do what: one table. What is refused for another reason (a name taken by then) was allowed.

use crate::world::World;

/// A command, and whether the administrator, the scorecard's manager, the KPI's owner and any member may give it.
const RULES: &[(&str, [bool; 4])] = &[
    ("/scorecard create name:Other", [true, false, false, false]),
    ("/scorecard create name:Child parent:Acme", [true, true, false, false]),
    (
        "/scorecard template template:hospital name:Clinic",
        [true, false, false, false],
    ),
    ("/scorecard show scorecard:Acme", [true; 4]),
    ("/scorecard list", [true; 4]),
    ("/scorecard check scorecard:Acme", [true; 4]),
    (
        "/perspective add name:Society scorecard:Acme",
        [true, true, false, false],
    ),
    (
        "/perspective move perspective:Customer place:1 scorecard:Acme",
        [true, true, false, false],
    ),
    (
        "/objective add name:Grow perspective:Financial scorecard:Acme",
        [true, true, false, false],
    ),
    (
        "/objective feeds source:\"Keep customers\" into:\"Keep customers\"",
        [true, true, false, false],
    ),
    (
        "/kpi add objective:\"Keep customers\" key:new name:New",
        [true, true, false, false],
    ),
    ("/kpi target kpi:churn target:1.5", [true, true, false, false]),
    ("/kpi edit kpi:churn indicator:leading", [true, true, false, false]),
    ("/kpi show kpi:churn", [true; 4]),
    ("/log kpi:churn value:2", [true, true, true, false]),
    ("/summary scorecard:Acme", [true; 4]),
    ("/why what:churn", [true; 4]),
    ("/trend kpi:churn", [true; 4]),
    ("/map scorecard:Acme", [true; 4]),
    ("/cascade", [true; 4]),
    ("/review status scorecard:Acme", [true; 4]),
    (
        "/review schedule scorecard:Acme digest:\"business day 7 10:00\"",
        [true, true, false, false],
    ),
    ("/review calendar quiet_hours:20:00-07:00", [true, false, false, false]),
    ("/review open scorecard:Acme period:2026-01", [true, true, false, false]),
    (
        "/review reopen scorecard:Acme period:2026-01 reason:late",
        [true, true, false, false],
    ),
    (
        "/review close scorecard:Acme period:2026-01",
        [true, true, false, false],
    ),
    (
        "/decision add text:\"Call ten customers\" owner:@Maria scorecard:Acme",
        [true, true, false, false],
    ),
    ("/alerts list scorecard:Acme", [true; 4]),
    ("/decision list scorecard:Acme", [true; 4]),
    (
        "/initiative add name:Calls kpi:churn owner:@Maria",
        [true, true, true, false],
    ),
    ("/initiative list scorecard:Acme", [true; 4]),
    (
        "/initiative update initiative:Calls percent:40",
        [true, true, true, false],
    ),
    (
        "/decision close decision:\"Call ten customers\"",
        [true, true, true, false],
    ),
    ("/settings coverage_floor:80", [true, false, false, false]),
    ("/kpi hand-over kpi:churn to:@Leo", [true, true, true, false]),
    ("/audit", [true; 4]),
    ("/kpi archive kpi:churn", [true, true, false, false]),
    (
        "/objective archive objective:\"Keep customers\"",
        [true, true, false, false],
    ),
    (
        "/perspective remove perspective:Customer scorecard:Acme",
        [true, true, false, false],
    ),
    ("/forget-me", [true; 4]),
    ("/away until:\"10 jan\" person:@Maria", [true, true, true, false]),
    ("/scorecard take-over scorecard:Nothing", [true, false, false, false]),
    ("/scorecard archive scorecard:Acme", [true, true, false, false]),
];

/// The same for what became of values, and files of them.
const VALUES: [(&str, [bool; 4]); 3] = [
    ("/kpi history kpi:churn", [true; 4]),
    ("/kpi reject kpi:churn", [true, true, false, false]),
    ("/export what:kpis", [true; 4]),
];

/// How each missing right is put into words.
const DENIED: [&str; 6] = [
    "can do this",
    "come from its owner",
    "only its manager",
    "who does it",
    "is kept by",
    "is away is said by",
];

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let mut world = World::at("2026-10-12T10:00:00Z").await;
    let mona = world.join("Mona");
    world.build_acme(Some("Mona")).await;
    world.sandbox.clock().advance(chrono::TimeDelta::days(30));
    let people = [&world.leo, &world.maria, &mona, &world.ada];
    for (line, allowed) in VALUES.iter().chain(RULES) {
        // The least entitled first, so that nothing is done yet that would be in the way.
        for (who, may) in people.iter().zip(allowed.iter().rev()) {
            let said = world.tell(who, line).await;
            let denied = DENIED.iter().any(|words| said.contains(words));
            assert_eq!(!denied, *may, "{}: {line} was answered with {said:?}", who.user().name);
        }
    }
    world.stop_bot().await;
}
