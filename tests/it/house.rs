//! The shape of the house: who may import whom, and what every file keeps to. A failure names the file and the rule;
//! ARCHITECTURE.md gives the reasons.

mod readme;
mod source;

use source::{File, files, tokens};

/// A room, or a file of the front door, and what it may use.
struct Room {
    name: &'static str,
    /// Other rooms; a longer path allows only what is below it.
    rooms: &'static [&'static str],
    /// Libraries; a longer path allows only what is below it.
    crates: &'static [&'static str],
}

const DOMAIN_CRATES: &[&str] = &[
    "calamine",
    "rust_xlsxwriter",
    "chrono",
    "chrono_tz",
    "csv",
    "memchr",
    "proptest",
    "rust_decimal",
    "serde",
    "thiserror",
    "unicode_normalization",
    "unicode_segmentation",
];

const ROOMS: [Room; 12] = [
    Room {
        name: "domain",
        rooms: &[],
        crates: DOMAIN_CRATES,
    },
    Room {
        name: "store",
        rooms: &["domain"],
        crates: &[
            "chrono",
            "rust_decimal",
            "serde",
            "serde_json",
            "sqlx",
            "tempfile",
            "thiserror",
            "tokio",
            "tracing",
        ],
    },
    Room {
        name: "service",
        rooms: &["domain", "store", "clock"],
        // Of sqlx only what passes through: the error, and a reader that a use case holds.
        crates: &[
            "chrono",
            "chrono_tz",
            "futures",
            "rust_decimal",
            "serde",
            "serde_json",
            "sqlx::Error",
            "sqlx::Sqlite",
            "sqlx::pool::PoolConnection",
            "tempfile",
            "thiserror",
            "tokio",
            "tracing",
        ],
    },
    Room {
        name: "locale",
        rooms: &["domain", "say"],
        crates: &["chrono", "fluent_bundle", "rust_decimal", "tracing", "unic_langid"],
    },
    Room {
        name: "picture",
        rooms: &["domain"],
        crates: &[
            "notosans",
            "png",
            "resvg",
            "rust_decimal",
            "skrifa",
            "thiserror",
            "unicode_segmentation",
        ],
    },
    Room {
        name: "discord",
        // `config` for `discord::connect`, which makes the client that the settings describe.
        rooms: &["service", "picture", "locale", "domain", "config", "say"],
        // Of chrono_tz only the list of zones that autocomplete offers.
        crates: &[
            "chrono",
            "chrono_tz::TZ_VARIANTS",
            "futures",
            "poise",
            "proptest",
            "rand",
            "reqwest",
            "rust_decimal",
            "serde",
            "serde_json",
            "serenity",
            "thiserror",
            "tokio",
            "tracing",
        ],
    },
    Room {
        name: "job",
        rooms: &["service", "discord::courier"],
        crates: &["chrono", "thiserror", "tokio", "tokio_cron_scheduler", "tracing"],
    },
    Room {
        name: "app",
        rooms: &["clock", "config", "discord", "health", "job", "service", "store"],
        crates: &["futures", "serenity", "thiserror", "tokio", "tracing"],
    },
    Room {
        name: "config",
        rooms: &[],
        crates: &["serde", "tempfile", "thiserror", "toml", "tracing_subscriber"],
    },
    Room {
        name: "clock",
        rooms: &[],
        crates: &["chrono", "tokio"],
    },
    Room {
        name: "health",
        rooms: &["config"],
        crates: &["axum", "reqwest", "serenity", "thiserror", "tokio", "tracing"],
    },
    Room {
        name: "telemetry",
        rooms: &["config"],
        crates: &["tracing", "tracing_subscriber"],
    },
];

/// Standard modules that reach out of the process, or wait: nothing that decides may use them.
const NOT_PURE: [&str; 7] = ["env", "fs", "net", "os", "process", "sync", "thread"];

/// The libraries that Cargo.toml names, as source names them.
fn libraries() -> Vec<String> {
    let text = include_str!("../../Cargo.toml");
    let cargo: toml::Table = toml::from_str(text).unwrap();
    ["dependencies", "dev-dependencies"]
        .iter()
        .flat_map(|kind| cargo[*kind].as_table().unwrap().keys())
        .map(|name| name.replace('-', "_"))
        .collect()
}

fn allowed(path: &str, by: &[&str]) -> bool {
    by.iter().any(|allowed| {
        path.strip_prefix(allowed)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    })
}

/// What a file uses that its room may not.
fn forbidden(file: &File, libraries: &[String]) -> Vec<String> {
    let name = file.module()[0];
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return match name {
            "lib" | "main" => Vec::new(),
            _ => vec![format!("{name} is not a room of the house")],
        };
    };
    let is_room = |part: &str| part == "say" || ROOMS.iter().any(|room| room.name == part);
    let mut found = Vec::new();
    for path in file.uses() {
        let whole = path.join("::");
        let refused = match whole.strip_prefix("::") {
            Some(outside) if libraries.contains(&path[0][2..].to_owned()) => !allowed(outside, room.crates),
            Some(_) => name == "domain" && path[0] == "::std" && NOT_PURE.contains(&path[1].as_str()),
            None => path[0] != name && is_room(&path[0]) && !allowed(&whole, room.rooms),
        };
        if refused {
            found.push(whole.trim_start_matches("::").to_owned());
        }
    }
    if name == "domain" && tokens(&file.text).iter().any(|token| token == "async") {
        found.push("async".to_owned());
    }
    found
}

#[test]
fn no_room_imports_what_it_may_not() {
    let libraries = libraries();
    let mut wrong = Vec::new();
    for file in files("src") {
        for path in forbidden(&file, &libraries) {
            wrong.push(format!("{}: {path}", file.path));
        }
    }
    assert!(wrong.is_empty(), "forbidden arrows:\n{}", wrong.join("\n"));
}

#[test]
fn a_forbidden_import_is_found() {
    let libraries = libraries();
    let check = |path: &str, text: &str, caught: &[&str]| {
        let file = File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(forbidden(&file, &libraries), caught, "{path}: {text}");
    };
    check("src/discord/view/log.rs", "use crate::store::kpi;", &["store::kpi"]);
    check(
        "src/discord/view/log.rs",
        "use super::super::super::store::kpi;",
        &["store::kpi"],
    );
    check("src/discord/mod.rs", "use crate::{domain::id, job};", &["job"]);
    check("src/discord/mod.rs", "fn f(e: sqlx::Error) {}", &["sqlx::Error"]);
    check(
        "src/service/kpi.rs",
        "fn f() { crate::discord::view::x() }",
        &["discord::view::x"],
    );
    check(
        "src/service/kpi.rs",
        "use serenity::all::Http;",
        &["serenity::all::Http"],
    );
    check("src/service/kpi.rs", "sqlx::query!(\"SELECT 1\")", &["sqlx::query"]);
    check("src/service/kpi.rs", "fn f() -> sqlx::Error {}", &[]);
    check("src/store/kpi.rs", "use crate::service::kpi;", &["service::kpi"]);
    check("src/store/kpi.rs", "use poise::Context;", &["poise::Context"]);
    check("src/domain/kpi.rs", "use crate::clock::Clock;", &["clock::Clock"]);
    check("src/domain/kpi.rs", "async fn f() {}", &["async"]);
    check(
        "src/domain/kpi.rs",
        "use std::{fmt::Display, fs::File};",
        &["std::fs::File"],
    );
    check("src/domain/kpi.rs", "use tokio::sync::watch;", &["tokio::sync::watch"]);
    check("src/job/mod.rs", "use crate::discord::command;", &["discord::command"]);
    check("src/job/mod.rs", "use crate::discord::courier;", &[]);
    check("src/helper.rs", "", &["helper is not a room of the house"]);
}

/// Functions of serenity that post by themselves.
const POSTS: [&str; 5] = [
    "send_message",
    "create_dm_channel",
    "direct_message",
    "send_files",
    "dm",
];

#[test]
fn only_the_courier_posts() {
    let mut wrong = Vec::new();
    for file in files("src") {
        if file.path.starts_with("src/discord/courier") {
            continue;
        }
        let posts = tokens(&file.text)
            .windows(3)
            .any(|part| part[0] == "." && POSTS.contains(&part[1].as_str()) && part[2] == "(");
        if posts {
            wrong.push(file.path);
        }
    }
    assert!(
        wrong.is_empty(),
        "these post, which only src/discord/courier may: {wrong:?}"
    );
}

/// What every file keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// It begins with `//!` and what lives there.
    Header,
    /// It has at most 300 lines before its tests.
    Length,
    /// Its name says what it is about.
    Name,
    /// Lints are excepted by `#[expect(…, reason = "…")]`, never by `allow`.
    Allow,
    /// It is finished.
    Finished,
}

/// Names of files and folders that say nothing.
const VAGUE: [&str; 9] = [
    "common", "helper", "helpers", "manager", "misc", "type", "types", "util", "utils",
];

/// The rules that a file breaks.
fn broken(file: &File) -> Vec<Rule> {
    let name = |part: &str| VAGUE.contains(&part.trim_end_matches(".rs"));
    let code = tokens(&file.text).concat();
    let breaks = [
        (Rule::Header, !file.text.starts_with("//! ")),
        (Rule::Length, file.length() > 300),
        (Rule::Name, file.path.split('/').any(name)),
        (Rule::Allow, code.contains("#[allow(") || code.contains("#![allow(")),
        (
            Rule::Finished,
            file.text.contains("TODO") || file.text.contains("FIXME"),
        ),
    ];
    breaks
        .into_iter()
        .filter_map(|(rule, broken)| broken.then_some(rule))
        .collect()
}

#[test]
fn every_file_keeps_to_the_form() {
    let mut found = Vec::new();
    for file in ["src", "sandbox/src", "demo/src"].into_iter().flat_map(files) {
        for rule in broken(&file) {
            found.push((file.path.clone(), rule));
        }
    }
    assert!(found.is_empty(), "these break a rule: {found:#?}");
}

#[test]
fn a_broken_rule_is_found() {
    let check = |path: &str, text: &str, expected: &[Rule]| {
        let file = File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(broken(&file), expected, "{path}");
    };
    check("src/domain/kpi.rs", "//! A KPI.\n", &[]);
    check("src/domain/kpi.rs", "use std::fmt;\n", &[Rule::Header]);
    check("src/domain/util.rs", "//! Bits.\n", &[Rule::Name]);
    check("src/types/kpi.rs", "//! Bits.\n", &[Rule::Name]);
    check("src/domain/kpi.rs", "//! A KPI.\n#![ allow(dead_code)]", &[Rule::Allow]);
    check("src/domain/kpi.rs", "//! A KPI.\n// TODO", &[Rule::Finished]);
    let long = "//! Long.\n".repeat(301);
    check("src/domain/kpi.rs", &long, &[Rule::Length]);
    let tested = format!("{}#[cfg(test)]\nmod tests {{\n{long}", "//! A line.\n".repeat(300));
    check("src/domain/kpi.rs", &tested, &[]);
}
