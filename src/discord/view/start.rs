//! A server that has no scorecard yet: the three ways to the first one.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateAttachment, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::{button, buttons};
use crate::discord::component::{Id, Start};
use crate::discord::reply::Post;
use crate::domain::template::TemplateName;
use crate::locale::Words;

/// A file of KPIs as it can be imported, to be filled in.
const SAMPLE: &str = include_str!("sample.csv");

/// There is no scorecard yet: who may start one gets the buttons, others who can.
pub fn none(words: Words, administrator: bool) -> Post {
    if administrator {
        Post::text(words.say("scorecard-none", &[])).row(ways(words))
    } else {
        Post::text(words.say("scorecard-none-member", &[]))
    }
}

/// The three ways to a first scorecard.
pub fn ways(words: Words) -> CreateActionRow {
    let way = |start, key, style| button(Id::Start(start), words.say(key, &[]), style);
    buttons(vec![
        way(Start::Choose, "start-button-template", ButtonStyle::Primary),
        way(Start::Import, "start-button-import", ButtonStyle::Secondary),
        way(Start::Empty, "start-button-empty", ButtonStyle::Secondary),
    ])
}

/// The ready sets to choose from.
pub fn choose(words: Words) -> Post {
    let option = |name: &TemplateName| {
        let key = name.as_str().replace(' ', "-");
        CreateSelectMenuOption::new(words.say(&format!("start-template-{key}"), &[]), name.as_str())
            .description(words.say(&format!("start-about-{key}"), &[]))
    };
    let options = TemplateName::ALL.iter().map(option).collect();
    let menu = CreateSelectMenu::new(
        Id::Start(Start::Template).to_string(),
        CreateSelectMenuKind::String { options },
    );
    let menu = menu.placeholder(words.say("start-choose", &[]));
    Post::text(words.say("start-choose-say", &[])).row(CreateActionRow::SelectMenu(menu))
}

/// How a file is imported, with a sample of one.
pub fn import(words: Words) -> Post {
    let mut post = Post::text(words.say("start-import", &[]));
    post.files.push(CreateAttachment::bytes(SAMPLE, "kpis.csv"));
    post
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::kpis;

    #[test]
    fn the_sample_can_be_imported_as_it_is() {
        let read = kpis(SAMPLE.as_bytes()).unwrap();
        assert!(read.refused.is_empty(), "{:?}", read.refused);
        assert_eq!(read.rows.len(), 4);
    }
}
