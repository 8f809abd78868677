//! Every key used in code has words, and every word is used.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;

/// Every key of the English file with the number of times it is there.
fn keys() -> BTreeMap<String, usize> {
    let mut keys = BTreeMap::new();
    for line in include_str!("en.ftl").lines() {
        let Some((key, _)) = line.split_once('=') else {
            continue;
        };
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            *keys.entry(key.trim().to_owned()).or_insert(0) += 1;
        }
    }
    keys
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("locale/tests.rs") {
            found.push(path);
        }
    }
}

/// The texts in quotes of a source that look like keys: words in lower case joined by hyphens.
fn quoted(source: &str) -> Vec<&str> {
    let key = |text: &&str| {
        text.contains('-')
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    source.split('"').skip(1).step_by(2).filter(key).collect()
}

/// The literal keys that a source asks for: after `say!(…, "` and `.say("`.
fn asked(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices(".say(\"") {
        found.extend(source[at + 6..].split('"').next());
    }
    for (at, _) in source.match_indices("say!(") {
        let arguments = &source[at + 5..];
        let Some((_, rest)) = arguments.split_once(',') else {
            continue;
        };
        if let Some(rest) = rest.trim_start().strip_prefix('"') {
            found.extend(rest.split('"').next());
        }
    }
    found.into_iter().map(str::to_owned).collect()
}

fn code() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let text: Vec<&str> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            let text = text.join("\n");
            (path, text)
        })
        .collect()
}

#[test]
fn the_language_files_can_be_read_and_name_no_key_twice() {
    for (tag, text) in FILES {
        if let Err((_, faults)) = FluentResource::try_new(text.to_owned()) {
            panic!("{tag}: {faults:?}");
        }
    }
    for (key, count) in keys() {
        assert_eq!(count, 1, "{key}");
    }
}

#[test]
fn every_key_that_code_asks_for_has_words() {
    let keys = keys();
    let mut seen = 0;
    for (path, text) in code() {
        for key in asked(&text) {
            seen += 1;
            assert!(keys.contains_key(&key), "{key} in {}", path.display());
        }
    }
    assert!(seen > 100, "only {seen} keys were found in code");
}

#[test]
fn no_words_are_left_that_nothing_asks_for() {
    let code = code();
    let mut named: Vec<&str> = code.iter().flat_map(|(_, text)| quoted(text)).collect();
    named.sort_unstable();
    // Keys that code puts together: "error-hint-{noun}".
    let joined: Vec<&str> = code
        .iter()
        .flat_map(|(_, text)| text.split("format!(\"").skip(1))
        .filter_map(|rest| rest.split_once("-{").map(|(stem, _)| stem))
        .filter(|stem| stem.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .collect();
    for key in keys().keys().filter(|key| !key.starts_with("command-")) {
        let known = named.binary_search(&key.as_str()).is_ok()
            || joined
                .iter()
                .any(|stem| key.strip_prefix(stem).is_some_and(|rest| rest.starts_with('-')));
        assert!(known, "{key}");
    }
}

#[test]
fn what_a_person_wrote_is_shown_as_written() {
    let check = |written: &str, escaped: &str| assert_eq!(escape(written), escaped);
    check("Net revenue", "Net revenue");
    check(
        "*bold* _it_ ~~no~~ `code` ||hidden||",
        "\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\` \\|\\|hidden\\|\\|",
    );
    check("<@1> <t:0:f>", "\\<\\@1> \\<t:0:f>");
    check("- a\n# b\n> c", "\\- a\n\\# b\n\\> c");
    check("a - b # c", "a - b # c");
    check("[x](https://example.com)", "\\[x\\](https://example.com)");
}
