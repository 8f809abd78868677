//! README.md's tables against the code: what it lists exists, and what exists is listed.

use std::collections::{BTreeMap, BTreeSet};

use scorecard_bot::discord::command;

const README: &str = include_str!("../../../README.md");
const EXAMPLE: &str = include_str!("../../../config.example.toml");

/// The cells of the table below a heading, without its head.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, section) = README
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("README.md has no section {heading}"));
    let rows = section.lines().take_while(|line| !line.starts_with("## "));
    rows.filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

/// The text in backticks that a cell begins with.
fn code(cell: &'static str) -> &'static str {
    cell.split('`').nth(1).unwrap_or_default()
}

/// Every command that can be given, with what Discord says about it.
fn registered() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for command in command::all() {
        let name = format!("/{}", command.name);
        for verb in &command.subcommands {
            let said = verb.description.clone().unwrap_or_default();
            found.insert(format!("{name} {}", verb.name), said.into_owned());
        }
        if command.subcommands.is_empty() {
            let said = command.description.unwrap_or_default();
            found.insert(name, said.into_owned());
        }
    }
    found
}

#[test]
fn every_command_is_in_the_readme_and_every_one_there_exists() {
    let listed: BTreeSet<&str> = table("Commands").into_iter().map(|row| code(row[0])).collect();
    let registered = registered();
    let missing: Vec<String> = registered
        .iter()
        .filter(|(name, _)| !listed.contains(name.as_str()))
        .map(|(name, said)| format!("| `{name}` | {said} |"))
        .collect();
    assert!(
        missing.is_empty(),
        "README.md's table of commands lacks\n{}",
        missing.join("\n")
    );
    let gone: Vec<&str> = listed
        .into_iter()
        .filter(|name| !registered.contains_key(*name))
        .collect();
    assert!(gone.is_empty(), "README.md lists commands that do not exist: {gone:?}");
}

/// The settings of the example: key, variable, default.
fn settings() -> Vec<[String; 3]> {
    let values: toml::Table = toml::from_str(EXAMPLE).unwrap();
    let mut variable = String::new();
    let mut section = String::new();
    let mut found = Vec::new();
    for line in EXAMPLE.lines() {
        if line.starts_with('#') {
            let name = |part: &&str| part.contains('_') && part.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            let named = line.split(['(', ')']).rfind(name);
            variable = named.map_or(variable, str::to_owned);
        } else if let Some(name) = line.strip_prefix('[') {
            name.trim_end_matches(']').clone_into(&mut section);
        } else if let Some((key, _)) = line.split_once(" = ") {
            let value = values[&section][key].as_str().unwrap().to_owned();
            found.push([format!("{section}.{key}"), std::mem::take(&mut variable), value]);
        }
    }
    found
}

#[test]
fn every_setting_is_in_the_readme_with_its_variable_and_default() {
    let listed: Vec<[String; 3]> = table("Settings")
        .into_iter()
        .map(|row| [code(row[0]), code(row[1]), code(row[2])].map(str::to_owned))
        .collect();
    let settings = settings();
    assert!(settings.len() >= 7, "{settings:?}");
    assert_eq!(listed, settings);
}
