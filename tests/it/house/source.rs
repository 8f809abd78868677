//! Reads Rust source just far enough to see what it uses: comments and texts are left out, `use` trees are spelt out.

use std::path::{Path, PathBuf};

/// A file of the source.
pub struct File {
    /// Its path within the repository.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// The modules that lead to it: `src/discord/view/log.rs` is discord, view, log.
    pub fn module(&self) -> Vec<&str> {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let mut module: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
        if module.last() == Some(&"mod") {
            module.pop();
        }
        module
    }

    /// Everything it names by a path of two parts or more, `crate` and `super` taken from the root.
    pub fn uses(&self) -> Vec<Vec<String>> {
        let module: Vec<String> = self.module().into_iter().map(str::to_owned).collect();
        paths(&self.text)
            .into_iter()
            .map(|path| from_root(path, &module))
            .collect()
    }

    /// The lines before its tests; none for a file that is nothing but tests.
    pub fn length(&self) -> usize {
        if self.path.ends_with("/tests.rs") {
            return 0;
        }
        let lines: Vec<&str> = self.text.lines().collect();
        let tests = lines
            .windows(2)
            .position(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with('{'));
        tests.unwrap_or(lines.len())
    }
}

/// All Rust files below a folder of the repository.
pub fn files(folder: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| File {
            text: std::fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(),
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn from_root(path: Vec<String>, module: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    if supers > 0 {
        let base = &module[..module.len().saturating_sub(supers)];
        return base.iter().cloned().chain(path.into_iter().skip(supers)).collect();
    }
    match path[0].as_str() {
        "crate" => path[1..].to_vec(),
        "self" => module.iter().cloned().chain(path.into_iter().skip(1)).collect(),
        // An outside crate, or a neighbour: marked, so that it is not taken for a room.
        _ => std::iter::once(format!("::{}", path[0]))
            .chain(path.into_iter().skip(1))
            .collect(),
    }
}

/// The paths that source names: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn paths(text: &str) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins = is_name(&tokens[at]) && tokens.get(at + 1).is_some_and(|next| next == "::");
        if begins {
            at = path(&tokens, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path, or one tree of a `use`; where it ends.
fn path(tokens: &[String], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(at) {
        if is_name(token) || token == "*" {
            path.push(token.clone());
            at += 1;
        } else if token == "{" {
            at += 1;
            while let Some(token) = tokens.get(at).filter(|token| *token != "}") {
                at = match token.as_str() {
                    "as" => at + 2,
                    token if is_name(token) || token == "*" => self::path(tokens, at, &path, found),
                    _ => at + 1,
                };
            }
            return at + 1;
        } else {
            break;
        }
        if tokens.get(at).is_some_and(|token| token == "::") {
            at += 1;
        } else {
            break;
        }
    }
    found.push(path);
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The words and signs of source, without comments and texts.
pub fn tokens(text: &str) -> Vec<String> {
    let code = without_texts(text);
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let word = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        let length = match first {
            _ if word > 0 => word,
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

/// Source with its comments, texts and characters blanked.
fn without_texts(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skip = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r\"") => quoted(rest, 2, "\""),
            'r' if rest.starts_with("r#\"") => quoted(rest, 3, "\"#"),
            'r' if rest.starts_with("r##\"") => quoted(rest, 4, "\"##"),
            '"' => escaped(rest, '"'),
            '\'' if is_character(rest) => escaped(rest, '\''),
            _ => 0,
        };
        if skip == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skip..];
        }
    }
    code
}

fn quoted(text: &str, begin: usize, end: &str) -> usize {
    text[begin..]
        .find(end)
        .map_or(text.len(), |found| begin + found + end.len())
}

fn escaped(text: &str, quote: char) -> usize {
    let mut skip = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if skip => skip = false,
            '\\' => skip = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A character in quotes, not a lifetime.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    let first = chars.next();
    first == Some('\\') || chars.next() == Some('\'')
}

#[test]
fn source_is_read_as_the_compiler_does() {
    let check = |text: &str, expected: &[&str]| {
        let file = File {
            path: "src/discord/view/log.rs".to_owned(),
            text: text.to_owned(),
        };
        let found: Vec<String> = file.uses().iter().map(|path| path.join("::")).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("use crate::store::kpi;", &["store::kpi"]);
    check(
        "use crate::{domain::{id, kpi::Kpi}, store};",
        &["domain::id", "domain::kpi::Kpi", "store"],
    );
    check("use super::super::super::store::kpi;", &["store::kpi"]);
    check("use crate::{job as tick, store::*};", &["job", "store::*"]);
    check("use super::button;", &["discord::view::button"]);
    check("fn f() -> sqlx::Error {}", &["::sqlx::Error"]);
    check("// crate::store::kpi\nlet a = \"crate::store::kpi\";", &[]);
    check(
        "let a = r#\"\"crate::store::kpi\"#; /* crate::store::a */ let b = '\"'; crate::job::x()",
        &["job::x"],
    );
    check("fn f<'a>(a: &'a crate::store::Store) {}", &["store::Store"]);
    check("a.b::<u8>()", &["::b"]);
}
