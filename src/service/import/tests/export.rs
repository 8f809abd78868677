//! Exports go in again: nothing changes, and an empty server becomes the same.

use rust_decimal::Decimal;

use super::*;
use crate::domain::export::{Cell, Format, Sheet, Written};
use crate::service::export::export;

const KPIS: &str = "scorecard,perspective,objective,key,name,direction,unit,decimals,target,red_flag,target_low,\
                    target_high,from,owner,drives,weight,formula,best_possible,only,aggregation,entered_ytd,\
                    available_on,frequency
Acme,Customer,Keep customers,churn,'=Churn,lower,%,1,2.0,2.5,,,,maria,Be there,2,,,,,,,
Acme,Customer,Keep customers,churn,,,,,1.8,2.4,,,2026-12,,,,,,,,,,
Acme,Customer,Keep customers,churn,,,,,2.2,2.6,,,2026-11,,,,,,yes,,,,
Acme,Customer,Keep customers,nps,Net Promoter Score,higher,,0,40,,,,,,,,,yes,,,,,
Acme,Internal Process,Be there,open,Open on Sundays,yes-no,,,,,,,,,,,,,,,,,
Acme,Internal Process,Be there,stock,\"Stock, in days\",range,,0,,,10,20,,,,0.5,,,,,,,weekly
Acme,Financial,Grow,revenue,Net revenue,higher,USD,2,100,80,,,,,,,,,,sum,yes,10,
Acme,Financial,Grow,margin,Margin,higher,,2,2,1,,,,,,,revenue / nps,,,,,,
";

const VALUES: &str = "key,period,value,note
churn,2026-10,2.3,'-late again
nps,2026-10,40,
open,2026-10,yes,
stock,2026-W43,15,\"two
lines\"
stock,2026-W44,n/a: closed,
revenue,2026-10,84.5,
";

impl Home {
    async fn exports(&self, what: What, format: Format) -> Vec<Written> {
        let exported = export(&self.services, &self.administrator, what, None).await.unwrap();
        exported.sheet.write(format).unwrap()
    }

    async fn previews_file(&self, what: What, file: &Written) -> Preview {
        let file = File::read(what, &file.bytes).unwrap();
        preview(&self.services, &self.administrator, file, (Vec::new(), None))
            .await
            .unwrap()
    }

    async fn imports_file(&self, what: What, file: &Written) {
        let preview = self.previews_file(what, file).await;
        assert_eq!(told(&preview), Vec::<String>::new());
        assert!(matches!(self.presses(&preview).await, Applied::Done(_)));
    }

    /// The scorecard's numbers in October: its score, and each KPI's value, status and level.
    async fn october(&self) -> Vec<String> {
        let wanted = summary::Wanted {
            scorecard: Some("Acme"),
            period: Some("2026-10"),
            ..summary::Wanted::default()
        };
        let (summary, _) = summary::show(&self.services, &self.administrator, &wanted)
            .await
            .unwrap();
        let lines = summary.lines().map(|line| {
            let kpi = line.kpi.key.as_str();
            format!(
                "{kpi} {:?} {:?} {:?} {:?}",
                line.value, line.status, line.level, line.reason
            )
        });
        std::iter::once(format!("{:?}", summary.result)).chain(lines).collect()
    }
}

async fn filled() -> Home {
    let home = Home::new().await;
    home.enters(2, "Maria").await;
    home.imports(What::Kpis, KPIS).await;
    home.imports(What::Actuals, VALUES).await;
    home
}

#[tokio::test]
async fn an_export_imported_again_changes_nothing_in_either_format() {
    let home = filled().await;
    for (what, rows) in [(What::Kpis, 8), (What::Actuals, 6)] {
        for format in [Format::Csv, Format::Xlsx] {
            let files = home.exports(what, format).await;
            assert_eq!(files.len(), 1);
            let again = home.previews_file(what, &files[0]).await;
            assert_eq!(told(&again), Vec::<String>::new(), "{what} {format}");
            assert_eq!(
                counts(&again.found),
                (0, 0, rows, 0),
                "{what} {format}: {:?}",
                again.found
            );
        }
    }
}

#[tokio::test]
async fn an_export_makes_an_empty_server_the_same() {
    let home = filled().await;
    for format in [Format::Csv, Format::Xlsx] {
        let other = Home::new().await;
        other.enters(2, "Maria").await;
        for what in [What::Kpis, What::Actuals] {
            other.imports_file(what, &home.exports(what, format).await[0]).await;
            assert_eq!(
                other.exports(what, Format::Csv).await,
                home.exports(what, Format::Csv).await,
                "{what} {format}"
            );
        }
        let october = other.october().await;
        assert_eq!(october, home.october().await, "{format}");
        assert!(
            october.iter().any(|line| line.starts_with("margin Some(2.11")),
            "{october:?}"
        );
    }
}

#[tokio::test]
async fn what_is_exported_is_sorted_guarded_and_without_computed_values() {
    let home = filled().await;
    let text = |files: Vec<Written>| String::from_utf8(files[0].bytes.clone()).unwrap();
    let values = text(home.exports(What::Actuals, Format::Csv).await);
    assert_eq!(
        values,
        "\u{feff}key,period,value,note\nchurn,2026-10,2.3,'-late again\nnps,2026-10,40,\nopen,2026-10,yes,\n\
         revenue,2026-10,84.5,\nstock,2026-W43,15,\"two\nlines\"\nstock,2026-W44,n/a: closed,\n"
    );
    let kpis = text(home.exports(What::Kpis, Format::Csv).await);
    let lines: Vec<&str> = kpis.lines().collect();
    let owner = format!("Maria <@{}>", SERVER + 2);
    assert!(
        lines[1].starts_with("Acme,Customer,Keep customers,churn,'=Churn,%,lower,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[1].contains(&owner) && lines[1].contains(",Be there,no,no,no,,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].ends_with(",yes") && lines[2].contains(",2026-11,"),
        "{}",
        lines[2]
    );
    let only = export(&home.services, &home.administrator, What::Kpis, Some("Acmee")).await;
    assert!(matches!(only, Err(Error::NotFound(missing)) if missing.noun == Noun::Scorecard));
}

#[tokio::test]
async fn a_formula_of_a_file_is_read_before_anything_is_written() {
    let home = filled().await;
    let file =
        |formula: &str| format!("scorecard,perspective,objective,key,name,direction,formula\n,,,margin,,,{formula}\n");
    let unknown = home.previews(What::Kpis, &file("revenue / npss")).await;
    assert_eq!(unknown.found.refused.len(), 1, "{:?}", told(&unknown));
    let same = home.previews(What::Kpis, &file("revenue/nps")).await;
    assert_eq!(counts(&same.found), (0, 0, 1, 0), "{:?}", same.found);
    home.imports(What::Kpis, &file("revenue - nps")).await;
    assert!(
        home.october()
            .await
            .iter()
            .any(|line| line.starts_with("margin Some(44.5)")),
        "a day's correction"
    );
}

/// Letters that a file, a spreadsheet or a name could stumble over.
const LETTERS: [char; 14] = ['=', '+', '@', '\'', '-', ';', ',', '"', '|', '＝', ' ', '\n', 'a', '1'];

/// Texts that differ from run to run of the same seed in nothing.
struct Texts(u64);

impl Texts {
    fn number(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn text(&mut self, most: u64) -> String {
        let length = self.number(most);
        let letter = |texts: &mut Self| LETTERS[usize::try_from(texts.number(14)).unwrap()];
        (0..length).map(|_| letter(self)).collect()
    }
}

/// A file of KPIs and one of a value each, with whatever names and notes come.
fn anything(seed: u64) -> (Sheet, Sheet) {
    let mut texts = Texts(seed);
    let (mut kpis, mut values) = (Vec::new(), Vec::new());
    for place in 0..=texts.number(3) {
        let name = format!("{}n{place}", texts.text(8).replace('\n', "")).trim().to_owned();
        let mut row = vec![Cell::Empty; What::Kpis.columns().len()];
        let key = format!("k{place}");
        for (column, text) in [
            (0, &*name),
            (1, "Customer"),
            (2, &name),
            (3, &key),
            (4, &name),
            (6, "higher"),
        ] {
            row[column] = Cell::text(text);
        }
        kpis.push(row);
        let mantissa = i64::try_from(texts.number(1 << 31)).unwrap() - (1 << 30);
        let value = Decimal::new(mantissa, u32::try_from(texts.number(10)).unwrap());
        let note = texts.text(8).trim().to_owned();
        values.push(vec![
            Cell::text(key),
            Cell::text("2026-10"),
            Cell::number(Some(value)),
            Cell::text(note),
        ]);
    }
    let sheet = |what, rows| Sheet { what, rows };
    (sheet(What::Kpis, kpis), sheet(What::Actuals, values))
}

#[tokio::test]
async fn whatever_is_called_what_it_is_called_and_noted_comes_back() {
    for seed in 0..12 {
        let home = Home::new().await;
        let (kpis, values) = anything(seed);
        for sheet in [&kpis, &values] {
            home.imports_file(sheet.what, &sheet.write(Format::Csv).unwrap()[0])
                .await;
        }
        for format in [Format::Csv, Format::Xlsx] {
            for sheet in [&kpis, &values] {
                let again = home
                    .previews_file(sheet.what, &home.exports(sheet.what, format).await[0])
                    .await;
                assert_eq!(told(&again), Vec::<String>::new(), "{seed}");
                assert_eq!(
                    counts(&again.found),
                    (0, 0, kpis.rows.len(), 0),
                    "{seed} {} {format}",
                    sheet.what
                );
            }
        }
    }
}
