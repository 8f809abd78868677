//! That a keystroke and a summary cost much the same in a server with 1,000 scorecards and 25,000 KPIs, and in one a
//! hundred times smaller.

mod seed;

use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use scorecard_bot::service::complete::{self, Purpose};
use scorecard_bot::service::person::{self, Visitor};
use scorecard_bot::service::summary::{self, Wanted};
use scorecard_bot::service::{Actor, Services};
use scorecard_bot::store::Store;
use seed::{Failed, Size, Still};
use tokio::runtime::Runtime;

/// The most that autocomplete offers.
const CHOICES: usize = 25;

/// What is typed: nothing yet, what begins few names, what is in every name, what is in none.
const TYPED: [&str; 4] = ["", "net revenue 5 of team 7", "e", "xyz"];

/// Servers: one, and one that is a hundred times smaller.
const SERVERS: [(&str, i64, i64); 2] = [("10 scorecards", 1, 10), ("1,000 scorecards", 2, 1_000)];

async fn services(path: &Path) -> Result<Services, Failed> {
    let clock = Still(seed::NOW.parse()?);
    Ok(Services::new(Store::open(path).await?, Arc::new(clock)))
}

async fn viewer(services: &Services, server: i64) -> Result<Actor, Failed> {
    let visitor = Visitor {
        server: server.into(),
        user: server,
        name: "Maria",
        locale: "en-US",
        may_manage_server: false,
        roles: Vec::new(),
    };
    Ok(person::enter(services, &visitor).await?.0)
}

fn bench(criterion: &mut Criterion) {
    ready(criterion).unwrap_or_else(|failed| eprintln!("the bench could not be made ready: {failed}"));
}

fn ready(criterion: &mut Criterion) -> Result<(), Failed> {
    let (runtime, folder) = (Runtime::new()?, tempfile::tempdir()?);
    let path = folder.path().join("size.db");
    for (_, server, scorecards) in SERVERS {
        let size = Size {
            server,
            manager: server,
            channel: server,
            scorecards,
        };
        runtime.block_on(seed::server(&path, size))?;
    }
    let services = runtime.block_on(services(&path))?;
    for (name, server, _) in SERVERS {
        let viewer = runtime.block_on(viewer(&services, server))?;
        for typed in TYPED {
            criterion.bench_function(&format!("autocomplete, {name}, {typed:?}"), |bencher| {
                bencher.iter(|| runtime.block_on(complete::kpis(&services, &viewer, Purpose::Log, (typed, CHOICES))));
            });
        }
        criterion.bench_function(&format!("summary, {name}"), |bencher| {
            let wanted = Wanted {
                scorecard: Some("Team 7"),
                ..Wanted::default()
            };
            bencher.iter(|| runtime.block_on(summary::show(&services, &viewer, &wanted)));
        });
    }
    runtime.block_on(services.close());
    Ok(())
}

criterion_group!(benches, bench);
criterion_main!(benches);
