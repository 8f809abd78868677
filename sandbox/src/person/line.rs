//! A command line as a person types it, taken apart: `/kpi add key:nps name:"Net Promoter Score"`.
//! Pure. Typing and checking the values is the option file's work.

use serde_json::Value;

use super::ClientRefusal;

/// A command line in parts.
#[derive(Debug)]
pub(crate) struct Line {
    /// The registered command.
    pub(crate) command: Value,
    /// Groups and subcommands below it.
    pub(crate) path: Vec<String>,
    /// Options in order, as text.
    pub(crate) values: Vec<(String, String)>,
}

/// Takes `line` apart, by the commands that are offered.
pub(crate) fn read(line: &str, commands: &[Value]) -> Result<Line, ClientRefusal> {
    let bad = |why: &str| ClientRefusal::BadLine(line.to_owned(), why.to_owned());
    let rest = line
        .trim_start()
        .strip_prefix('/')
        .ok_or_else(|| bad("it does not begin with /"))?;
    let (name, mut rest) = word(rest);
    let command = commands
        .iter()
        .find(|command| command["name"] == name && command["type"] == 1)
        .ok_or_else(|| ClientRefusal::NoSuchCommand(name.to_owned()))?;
    let mut path = Vec::new();
    let mut here = command;
    while has_subcommands(here) {
        let (next, after) = word(rest);
        here = subcommand(here, next).ok_or_else(|| {
            if next.is_empty() {
                ClientRefusal::SubcommandNeeded(name.to_owned())
            } else {
                ClientRefusal::NoSuchCommand(format!("{name} {next}"))
            }
        })?;
        path.push(next.to_owned());
        rest = after;
    }
    let names: Vec<&str> = options(here)
        .iter()
        .filter_map(|option| option["name"].as_str())
        .collect();
    let values = values(rest, &names).map_err(|why| match why {
        Bad::NoSuchOption(name) => ClientRefusal::NoSuchOption(name),
        Bad::Line(why) => bad(why),
    })?;
    Ok(Line {
        command: command.clone(),
        path,
        values,
    })
}

/// The options of a command or subcommand.
pub(crate) fn options(of: &Value) -> &[Value] {
    of["options"].as_array().map(Vec::as_slice).unwrap_or_default()
}

pub(crate) fn has_subcommands(of: &Value) -> bool {
    options(of)
        .iter()
        .any(|option| option["type"] == 1 || option["type"] == 2)
}

pub(crate) fn subcommand<'a>(of: &'a Value, name: &str) -> Option<&'a Value> {
    options(of)
        .iter()
        .find(|option| option["name"] == name && (option["type"] == 1 || option["type"] == 2))
}

fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

enum Bad {
    NoSuchOption(String),
    Line(&'static str),
}

/// `name:value` pairs. A value without quotes runs until the next name of an option.
fn values(mut rest: &str, names: &[&str]) -> Result<Vec<(String, String)>, Bad> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(found);
        }
        let (name, after) = rest
            .split_once(':')
            .ok_or(Bad::Line("an option is written name:value"))?;
        if !names.contains(&name) {
            return Err(Bad::NoSuchOption(name.to_owned()));
        }
        let (value, after) = value(after, names)?;
        found.push((name.to_owned(), value));
        rest = after;
    }
}

fn value<'a>(text: &'a str, names: &[&str]) -> Result<(String, &'a str), Bad> {
    if let Some(quoted) = text.strip_prefix('"') {
        return unquote(quoted).ok_or(Bad::Line("a quote is not closed"));
    }
    let end = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .find(|at| begins_option(&text[*at..], names))
        .unwrap_or(text.len());
    Ok((text[..end].trim().to_owned(), &text[end..]))
}

fn begins_option(text: &str, names: &[&str]) -> bool {
    text.trim_start()
        .split_once(':')
        .is_some_and(|(name, _)| names.contains(&name))
}

/// The text up to the closing quote; `\"` and `\\` stand for themselves.
fn unquote(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &text[at + 1..])),
            '\\' => value.push(chars.next()?.1),
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(line: &str, path: &[&str], values: &[(&str, &str)]) {
        let commands = [
            json!({ "name": "log", "type": 1, "options": [
                { "name": "kpi", "type": 3 }, { "name": "value", "type": 3 }, { "name": "note", "type": 3 } ] }),
            json!({ "name": "kpi", "type": 1, "options": [
                { "name": "add", "type": 1, "options": [{ "name": "key", "type": 3 }, { "name": "name", "type": 3 }] } ] }),
        ];
        let read = read(line, &commands).unwrap();
        assert_eq!(read.path, path, "{line}");
        let found: Vec<_> = read.values.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, values, "{line}");
    }

    #[test]
    fn a_line_is_taken_apart() {
        check("/log", &[], &[]);
        check(
            "/log kpi:nps value:1 234,5 note:at 10:30 all was well",
            &[],
            &[("kpi", "nps"), ("value", "1 234,5"), ("note", "at 10:30 all was well")],
        );
        check(
            r#"/kpi add key:nps name:"Net \"Promoter\" name:x""#,
            &["add"],
            &[("key", "nps"), ("name", r#"Net "Promoter" name:x"#)],
        );
        check("/log kpi:", &[], &[("kpi", "")]);
    }

    #[test]
    fn a_line_that_names_nothing_known_is_refused() {
        let commands = [json!({ "name": "kpi", "type": 1, "options": [{ "name": "add", "type": 1 }] })];
        let refused = |line: &str| read(line, &commands).unwrap_err();
        assert_eq!(refused("/no"), ClientRefusal::NoSuchCommand("no".into()));
        assert_eq!(refused("/kpi"), ClientRefusal::SubcommandNeeded("kpi".into()));
        assert_eq!(refused("/kpi sub"), ClientRefusal::NoSuchCommand("kpi sub".into()));
        assert_eq!(refused("/kpi add key:1"), ClientRefusal::NoSuchOption("key".into()));
        assert!(matches!(refused("kpi"), ClientRefusal::BadLine(..)));
    }
}
