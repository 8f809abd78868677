//! Every key used in code has words, and every word is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::*;

/// The messages of a language file: key, and the text with all its lines. One that is there twice is there twice.
fn messages(text: &str) -> Vec<(&str, String)> {
    let mut messages: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match (line.split_once('='), messages.last_mut()) {
            (Some((key, value)), _) if line.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                messages.push((key.trim(), value.trim().to_owned()));
            }
            (_, Some((_, value))) if line.starts_with(' ') => *value = format!("{value}\n{line}"),
            _ => {}
        }
    }
    messages
}

/// The names of what a message speaks of.
fn arguments(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .next()
        })
        // `$1.2m` is an amount.
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect()
}

/// Every key of the English file.
fn keys() -> BTreeSet<&'static str> {
    let text = FILES.iter().find(|(tag, _)| *tag == FALLBACK).unwrap().1;
    messages(text).into_iter().map(|(key, _)| key).collect()
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
        let mut seen = BTreeSet::new();
        for (key, _) in messages(text) {
            assert!(seen.insert(key), "{tag}: {key} is there twice");
        }
    }
}

#[test]
fn every_language_has_every_key_and_speaks_of_the_same_things() {
    let mut faults = Vec::new();
    let (_, english) = FILES[0];
    let english: BTreeMap<&str, String> = messages(english).into_iter().collect();
    for (tag, text) in FILES.into_iter().skip(1) {
        let own: BTreeMap<&str, String> = messages(text).into_iter().collect();
        for (key, text) in &english {
            match own.get(key) {
                None => faults.push(format!("{tag}.ftl lacks: {key} = {text}")),
                Some(own) if arguments(own) != arguments(text) => {
                    faults.push(format!("{tag}.ftl, {key}: it must speak of {:?}", arguments(text)));
                }
                Some(_) => {}
            }
        }
        let named = |key: &str| key.starts_with("name-") || key.starts_with("choice-");
        let superfluous = own.keys().filter(|key| !english.contains_key(*key) && !named(key));
        faults.extend(superfluous.map(|key| format!("{tag}.ftl: no other language has {key}")));
    }
    assert!(faults.is_empty(), "in src/locale:\n{}", faults.join("\n"));
}

#[test]
fn what_a_language_lacks_is_said_in_english_and_an_unknown_language_is_english() {
    assert_eq!(Words::of("de").say("status-on-target", &[]), "im Ziel");
    assert_eq!(Words::of("fr").say("status-on-target", &[]), "on target");
    assert_eq!(Words::of("en-GB").say("status-on-target", &[]), "on target");
    let lacking = Words {
        language: Box::leak(Box::new(Language::read("xx", "value-yes = iye"))),
    };
    assert_eq!(lacking.say("value-yes", &[]), "iye");
    assert_eq!(lacking.say("value-no", &[]), "no");
    assert_eq!(lacking.name("hand-over"), "hand-over");
    assert_eq!(Words::of("de").name("target_low"), "ziel_unten");
    assert_eq!(Words::of("de").choice("year to date"), "seit Jahresbeginn");
    let translated: Vec<&str> = Words::translations().map(|(locale, _)| locale).collect();
    assert_eq!(translated, ["de"]);
}

#[test]
fn counts_take_the_plural_forms_of_the_language() {
    let check = |count: i64, said: &str| {
        let words = Words::of("de");
        assert_eq!(words.say("checkin-left", &[("count", value(count))]), said);
    };
    check(1, "1 Wert ist noch fällig.");
    check(2, "2 Werte sind noch fällig.");
}

#[test]
fn every_key_that_code_asks_for_has_words() {
    let keys = keys();
    let mut seen = 0;
    for (path, text) in code() {
        for key in asked(&text) {
            seen += 1;
            assert!(keys.contains(key.as_str()), "{key} in {}", path.display());
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
    for key in keys().iter().filter(|key| !key.starts_with("command-")) {
        let known = named.binary_search(key).is_ok()
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
