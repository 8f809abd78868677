//! Tests of reading files: what is accepted, and what each fault is called.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::domain::kpi::Direction;
use crate::domain::value::Entry;

const HEADER: &str = "scorecard,perspective,objective,key,name,direction,unit,decimals,weight,target";

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn told<T: std::fmt::Debug>(parsed: &Parsed<T>) -> Vec<String> {
    parsed.refused.iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_of_kpis_becomes_typed_rows() {
    let file = format!(
        "\u{FEFF}{HEADER}\r\nAcme,Customer,\"Keep, always\",churn,Customer churn,lower,%,1,2,2.0\r\n\r\n,,,nps,,,,,,\r\n"
    );
    let parsed = kpis(file.as_bytes()).unwrap();
    assert_eq!(told(&parsed), Vec::<String>::new());
    let [churn, nps] = parsed.rows.as_slice() else {
        panic!("{parsed:?}")
    };
    assert_eq!(churn.line, 2);
    assert_eq!(churn.objective.as_ref().unwrap().as_str(), "Keep, always");
    assert_eq!(
        (churn.direction, churn.decimals, churn.target.target),
        (Some(Direction::Lower), Some(1), Some(d("2")))
    );
    assert!(churn.missing_for_new().is_empty());
    assert_eq!((nps.line, nps.name.clone(), nps.target.is_empty()), (4, None, true));
    assert_eq!(
        nps.missing_for_new(),
        ["scorecard", "perspective", "objective", "name", "direction"]
    );
}

#[test]
fn a_file_of_actuals_becomes_typed_rows() {
    let file =
        "Key;Period;Value;Note\nnps;2026-11;1,5;well\nnps;2026-12;n/a: closed;\nnps;2027-01;;\nok;2026-11;Yes;\n";
    let parsed = actuals(file.as_bytes()).unwrap();
    assert_eq!(told(&parsed), Vec::<String>::new());
    let values: Vec<_> = parsed.rows.iter().map(|row| row.value.clone()).collect();
    let reason = "closed".to_owned();
    assert_eq!(
        values,
        [
            Some(FileValue::Number(d("1.5"))),
            Some(FileValue::NotApplicable { reason }),
            None,
            Some(FileValue::Yes)
        ]
    );
    assert_eq!(parsed.rows[0].note.as_deref(), Some("well"));
    assert_eq!(parsed.rows[3].line, 5);
}

#[test]
fn the_first_sheet_of_an_xlsx_is_read_as_its_reader_sees_it() {
    let parsed = actuals(include_bytes!("sample.xlsx")).unwrap();
    let rows: Vec<_> = parsed
        .rows
        .iter()
        .map(|row| (row.line, row.key.as_str(), row.period.0.as_str(), row.value.clone()))
        .collect();
    assert_eq!(
        rows,
        [
            (2, "nps", "2026-11", Some(FileValue::Number(d("8.2")))),
            (4, "875", "2025", Some(FileValue::Number(d("-3")))),
            (5, "audit", "2026-Q4", Some(FileValue::Yes)),
        ]
    );
    assert_eq!(
        told(&parsed),
        ["line 6, value: “#DIV/0!” is not a number; write it with a decimal point and without grouping, as in 1234.5"]
    );
}

#[test]
fn a_word_is_a_value_of_a_yes_no_kpi_only() {
    assert_eq!(FileValue::Yes.entry(Direction::YesNo), Ok(Entry::Number(Decimal::ONE)));
    assert!(FileValue::Yes.entry(Direction::Higher).is_err());
    assert_eq!(
        FileValue::Number(Decimal::ZERO).entry(Direction::YesNo),
        Ok(Entry::Number(Decimal::ZERO))
    );
    assert!(FileValue::Number(d("2")).entry(Direction::YesNo).is_err());
    assert_eq!(
        FileValue::Number(d("2")).entry(Direction::Lower),
        Ok(Entry::Number(d("2")))
    );
}

#[test]
fn each_faulty_cell_is_told_with_its_line_and_what_is_accepted() {
    let file = format!(
        "{HEADER}\nAcme,Customer,Keep,a b,X,lower,%,1,1,1\nAcme,Customer,Keep,k,X,sideways,%,11,0,\"1,5\"\nAcme,C,K,,X,lower,,,,\nAcme,C,K,z,X,lower,,,,,,extra\nAcme,C,K,y,X,lower\nAcme,C,K,Y,X,lower\n"
    );
    let parsed = kpis(file.as_bytes()).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "line 2, key: a key is made of letters, digits, `-`, `_` and `.`, without “ ”",
            "line 3, direction: “sideways” is none of: higher, lower, range, yes-no",
            "line 3, decimals: “11” is no number of decimals from 0 to 10",
            "line 3, weight: a weight is a number above 0 and at most 1000000, with at most 4 decimals, not 0",
            "line 3, target: “1,5” is not a number; write it with a decimal point and without grouping, as in 1234.5",
            "line 4, key: a value is needed here",
            "line 5, scorecard: the row has more cells than the header",
            "line 7, key: the same is in line 6 already",
        ]
    );
    assert_eq!(parsed.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [6]);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let check = |bytes: &[u8], sentence: &str| {
        assert_eq!(actuals(bytes).unwrap_err().to_string(), sentence);
    };
    check(b"", "the file is empty; its first row must name the columns");
    check(b"\n \n", "the file is empty; its first row must name the columns");
    check(
        b"key,value\nnps,1\n",
        "the header has no column period; it needs key, period, value",
    );
    check(
        b"key,period,value,colour\nnps,2026,1,red\n",
        "the header has unknown columns (colour); known are key, period, value, note",
    );
    check(b"key,period,value,KEY\n", "the header has the column key twice");
    check(
        b"key,period,value\nnps,2026-11,1\ncaf\xE9,2026-11,1\n",
        "line 3 is not UTF-8; save the file as “CSV UTF-8” or as XLSX",
    );
    check(
        b"\xFF\xFEk\0e\0y\0",
        "line 1 is not UTF-8; save the file as “CSV UTF-8” or as XLSX",
    );
    check(
        b"PK\x03\x04nothing",
        "the file cannot be opened as XLSX; save it again as XLSX or as CSV UTF-8",
    );
    check(
        &vec![b'a'; MAX_BYTES + 1],
        "the file has 5242881 bytes; at most 5242880 are accepted",
    );
}

#[test]
fn ten_thousand_rows_are_read_and_one_more_is_refused() {
    let row = |index: usize| format!("k{index},2026-11,{index}.5,\n");
    let mut file = "key,period,value,note\n".to_owned();
    file.extend((0..MAX_ROWS).map(row));
    assert_eq!(actuals(file.as_bytes()).unwrap().rows.len(), MAX_ROWS);
    file.push_str(&row(MAX_ROWS));
    assert_eq!(actuals(file.as_bytes()).unwrap_err(), FileError::TooManyRows);
}

#[test]
fn a_period_is_read_by_its_scorecards_fiscal_calendar() {
    let july = FiscalStart::try_from(7).unwrap();
    assert_eq!(
        PeriodText("FY2023".to_owned()).read(july).unwrap().label(july),
        "FY2023"
    );
    assert!(PeriodText("2023".to_owned()).read(july).is_err());
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut file = b"key,period,value\n".to_vec();
        file.extend(&bytes);
        let _ = actuals(&file);
        let mut zipped = b"PK\x03\x04".to_vec();
        zipped.extend(&bytes);
        prop_assert!(actuals(&zipped).is_err());
        let _ = kpis(&bytes);
    }
}
