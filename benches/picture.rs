//! What a picture costs from its values to the PNG file, at twice its size: the map of twelve objectives, that of forty,
//! and a trend.

#[path = "../examples/pictures/case.rs"]
mod case;

use criterion::{Criterion, criterion_group, criterion_main};

fn bench(criterion: &mut Criterion) {
    for name in ["map", "map-forty", "trend", "scorecard"] {
        let found = case::ALL.into_iter().find(|case| case.name == name);
        let case = found.unwrap_or_else(|| panic!("there is a case {name}"));
        let label = format!("{name}: {}", case.shows);
        criterion.bench_function(&label, |bencher| bencher.iter(|| (case.draw)().png()));
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
