//! The registered commands, in every language: described, named as Discord accepts it, and within its limits.

use std::collections::BTreeSet;

use super::*;
use crate::locale::FILES;

/// A command or option in the words of one language.
struct Worded<'a> {
    path: String,
    name: &'a str,
    description: &'a str,
}

/// What Discord registers for a locale, or without one.
fn worded<'a>(
    locale: Option<&str>,
    plain: &'a str,
    localized: &'a [(Cow<'static, str>, Cow<'static, str>)],
) -> &'a str {
    let own = locale.and_then(|locale| localized.iter().find(|(of, _)| *of == locale));
    own.map_or(plain, |(_, text)| text.as_ref())
}

fn check_words(worded: &Worded<'_>) {
    let Worded {
        path,
        name,
        description,
    } = worded;
    assert!(!description.starts_with("command-"), "{path} has no words");
    assert!(
        (1..=100).contains(&description.chars().count()),
        "{path}: {description}"
    );
    assert!((1..=32).contains(&name.chars().count()), "{path}: {name}");
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    assert!(name.chars().all(fits) && name.to_lowercase() == *name, "{path}: {name}");
}

/// Checks a command in one language.
fn check(command: &Command, locale: Option<&str>, path: &str) {
    let own = Worded {
        path: format!("{path} {}", command.name),
        name: worded(locale, &command.name, &command.name_localizations),
        description: worded(
            locale,
            command.description.as_deref().unwrap_or_default(),
            &command.description_localizations,
        ),
    };
    check_words(&own);
    assert!(command.parameters.len() <= 25, "{}", own.path);
    let first_optional = command.parameters.iter().position(|option| !option.required);
    let last_required = command.parameters.iter().rposition(|option| option.required);
    assert!(
        first_optional.is_none() || last_required < first_optional,
        "{}: required options come first",
        own.path
    );
    let mut siblings = BTreeSet::new();
    for option in &command.parameters {
        let option = Worded {
            path: format!("{} {}", own.path, option.name),
            name: worded(locale, &option.name, &option.name_localizations),
            description: worded(
                locale,
                option.description.as_deref().unwrap_or_default(),
                &option.description_localizations,
            ),
        };
        check_words(&option);
        assert!(
            siblings.insert(option.name),
            "{}: {} is there twice",
            own.path,
            option.name
        );
    }
    for subcommand in &command.subcommands {
        let name = worded(locale, &subcommand.name, &subcommand.name_localizations);
        assert!(siblings.insert(name), "{}: {name} is there twice", own.path);
        check(subcommand, locale, &own.path);
    }
}

/// All characters that Discord counts: names, descriptions and choices, each in the language that needs most.
fn characters(command: &Command) -> usize {
    let longest = |plain: &str, localized: &[(Cow<'static, str>, Cow<'static, str>)]| {
        let localized = localized.iter().map(|(_, text)| text.chars().count());
        localized.max().unwrap_or(0).max(plain.chars().count())
    };
    let mut all = longest(&command.name, &command.name_localizations);
    all += longest(
        command.description.as_deref().unwrap_or_default(),
        &command.description_localizations,
    );
    for option in &command.parameters {
        all += longest(&option.name, &option.name_localizations);
        all += longest(
            option.description.as_deref().unwrap_or_default(),
            &option.description_localizations,
        );
        // A choice counts with its name and the index it travels as.
        let choice = |choice: &poise::CommandParameterChoice| longest(&choice.name, &choice.localizations) + 2;
        all += option.choices.iter().map(choice).sum::<usize>();
    }
    all + command.subcommands.iter().map(characters).sum::<usize>()
}

/// Discord's locales with words of their own, and none for the default.
fn locales() -> impl Iterator<Item = Option<&'static str>> {
    std::iter::once(None).chain(Words::translations().map(|(locale, _)| Some(locale)))
}

#[test]
fn every_command_and_option_is_described_within_discords_limits() {
    for command in all() {
        for locale in locales() {
            check(&command, locale, "");
        }
        let characters = characters(&command);
        assert!(characters <= 8_000, "{} has {characters} characters", command.name);
    }
    for locale in locales() {
        let names: Vec<Command> = all();
        let names: BTreeSet<&str> = names
            .iter()
            .map(|command| worded(locale, &command.name, &command.name_localizations))
            .collect();
        assert_eq!(names.len(), all().len(), "{locale:?}: two commands have one name");
    }
}

fn codes(command: &Command, names: &mut BTreeSet<String>, choices: &mut BTreeSet<String>) {
    names.insert(command.name.to_string());
    for option in &command.parameters {
        names.insert(option.name.to_string());
        let own = option.choices.iter().map(|choice| choice.name.to_string());
        choices.extend(own.filter(|name| name.contains(char::is_alphabetic)));
    }
    for subcommand in &command.subcommands {
        codes(subcommand, names, choices);
    }
}

#[test]
fn every_language_names_every_command_option_and_choice_and_nothing_else() {
    let (mut names, mut choices) = (BTreeSet::new(), BTreeSet::new());
    for command in all() {
        codes(&command, &mut names, &mut choices);
    }
    let slug = |code: &String| code.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
    let needed: BTreeSet<String> = names
        .iter()
        .map(|name| format!("name-{}", slug(name)))
        .chain(choices.iter().map(|choice| format!("choice-{}", slug(choice))))
        .collect();
    for (tag, text) in FILES.into_iter().skip(1) {
        let own: BTreeSet<String> = text
            .lines()
            .filter(|line| line.starts_with("name-") || line.starts_with("choice-"))
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
            .collect();
        let lacking: Vec<&String> = needed.difference(&own).collect();
        let unused: Vec<&String> = own.difference(&needed).collect();
        assert!(lacking.is_empty(), "src/locale/{tag}.ftl lacks {lacking:?}");
        assert!(
            unused.is_empty(),
            "src/locale/{tag}.ftl names what no command has: {unused:?}"
        );
    }
}

/// The commands that a text names in code quotes: `/kpi add` of `` `/kpi add kpi:nps` ``.
fn named(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.split("`/")
        .skip(1)
        .filter_map(|rest| rest.split('`').next())
        .map(|command| command.split_whitespace().collect())
        // In a formula `/` divides.
        .filter(|path: &Vec<&str>| !path.is_empty())
}

#[test]
fn words_name_only_commands_that_there_are_in_their_language() {
    let commands = all();
    for (tag, text) in FILES {
        let words = Words::of(tag);
        let is = |command: &Command, name: &str| words.name(&command.name) == name;
        let mut seen = 0;
        for path in named(text) {
            seen += 1;
            let command = commands.iter().find(|command| is(command, path[0]));
            let command = command.unwrap_or_else(|| panic!("{tag}.ftl speaks of /{}", path[0]));
            let sub = path.get(1).copied().unwrap_or_default();
            let fits = command.subcommands.is_empty() || command.subcommands.iter().any(|below| is(below, sub));
            assert!(fits, "{tag}.ftl speaks of /{} {sub}", path[0]);
        }
        assert!(seen > 20, "{tag}.ftl names only {seen} commands");
    }
}

#[test]
fn only_commands_that_work_there_are_offered_in_direct_messages() {
    for command in all() {
        let direct = command
            .interaction_context
            .unwrap_or_default()
            .contains(&InteractionContext::BotDm);
        assert_eq!(
            direct,
            ["checkin", "help"].contains(&command.name.as_ref()),
            "{}",
            command.name
        );
    }
}
