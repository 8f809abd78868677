//! A server's settings as people read them.

use super::{change_of, embed};
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;
use crate::locale::{Voice, Words};
use crate::say;
use crate::service::settings::Server;

/// Every setting with its value, that of the reader too.
pub fn shown(voice: &Voice, (server, own): (&Server, Option<Theme>), administrator: bool) -> Post {
    let words = voice.words;
    let mut lines: Vec<String> = values(words, server)
        .into_iter()
        .map(|(field, value)| {
            let name = words.say(&format!("field-{field}"), &[]);
            say!(words, "settings-line", field = name, value = value)
        })
        .collect();
    let (field, value) = (words.say("field-my-pictures", &[]), look(words, own));
    lines.push(say!(words, "settings-line", field = field, value = value));
    lines.push(String::new());
    lines.push(words.say(
        if administrator {
            "settings-next"
        } else {
            "settings-next-member"
        },
        &[],
    ));
    Post::default().embed(embed(Status::NoData, lines.join("\n")))
}

/// What changed, old → new.
pub fn changes(words: Words, before: &Server, after: &Server) -> Vec<String> {
    let pairs = values(words, before).into_iter().zip(values(words, after));
    pairs
        .filter_map(|((field, before), (_, after))| change_of(words, field, &before, &after))
        .collect()
}

/// How pictures for oneself look from now on.
pub fn own_look(words: Words, before: Option<Theme>, after: Option<Theme>) -> String {
    let (old, new) = (look(words, before), look(words, after));
    change_of(words, "my-pictures", &old, &new).unwrap_or_else(|| {
        let field = words.say("field-my-pictures", &[]);
        say!(words, "settings-line", field = field, value = new)
    })
}

fn look(words: Words, theme: Option<Theme>) -> String {
    theme.map_or_else(|| words.choice("as the server"), |theme| words.choice(theme.as_str()))
}

fn values(words: Words, server: &Server) -> Vec<(&'static str, String)> {
    let month = words.say(&format!("month-{}", server.fiscal_start.month()), &[]);
    vec![
        ("number-format", format(words, server.number_format)),
        ("time-zone", server.time_zone.clone()),
        ("fiscal-start", month),
        (
            "administrator-role",
            server
                .admin_role
                .map_or_else(|| words.say("settings-no-role", &[]), |role| format!("<@&{role}>")),
        ),
        (
            "coverage-floor",
            say!(words, "settings-percent", percent = server.coverage_floor),
        ),
        (
            "alert-wait",
            say!(words, "settings-seconds", seconds = server.alert_wait_s),
        ),
        ("pictures", look(words, Some(server.theme))),
    ]
}

fn format(words: Words, format: NumberFormat) -> String {
    match format {
        NumberFormat::Unset => words.say("settings-format-unset", &[]),
        chosen => format!("`{chosen}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ServerId;
    use crate::domain::period::FiscalStart;

    fn server() -> Server {
        Server {
            owner_user: None,
            id: ServerId::from(1),
            name: "Acme".into(),
            locale: "en-US".into(),
            number_format: NumberFormat::Unset,
            time_zone: "Europe/Berlin".into(),
            fiscal_start: FiscalStart::JANUARY,
            admin_role: Some(7),
            coverage_floor: 75,
            alert_wait_s: 60,
            theme: Theme::Light,
            settings_by: None,
        }
    }

    #[test]
    fn a_change_shows_old_and_new_and_nothing_else() {
        let before = server();
        let after = Server {
            number_format: NumberFormat::Comma,
            coverage_floor: 80,
            ..server()
        };
        let said = changes(Words::of("en"), &before, &after);
        assert_eq!(said.len(), 2, "{said:?}");
        let said = said.join("\n");
        assert!(said.contains("→ `1.234,5`"), "{said}");
        assert!(said.contains("75") && said.contains("80"), "{said}");
    }

    #[test]
    fn every_setting_is_shown() {
        let voice = Voice::new(Words::of("en"), NumberFormat::Unset);
        let post = shown(&voice, (&server(), Some(Theme::Dark)), true);
        let text = serde_json::to_value(&post.embeds[0]).unwrap()["description"]
            .as_str()
            .unwrap()
            .to_owned();
        for part in ["Europe/Berlin", "January", "<@&7>", "75", "60", "light", "dark"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
