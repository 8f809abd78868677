//! The lists below a prompt: which value, which KPI, to whom. Discord shows 25 lines at most, so that long ones have pages.

use serenity::all::{CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use super::item;
use crate::discord::component::{Ask, Id};
use crate::discord::reply::Post;
use crate::domain::id::{PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::name::shorten_middle;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::checkin::DueItem;

/// How many lines a page has, beside the one that leads on: Discord allows 25.
const PAGE: usize = 24;

/// Discord's limit for a line and for what is said below it.
const LINE: usize = 100;

/// Which value is not applicable.
pub fn which_has_none(voice: &Voice, (server, page): (ServerId, usize), due: &[DueItem]) -> Post {
    let option = |due: &DueItem| {
        let value = format!("{}:{}", due.kpi.id, due.period.first_day());
        line(due.kpi.name.as_str(), value).description(shorten_middle(&item(voice, due), LINE))
    };
    let options = due.iter().map(option).collect();
    let ask = Ask::LeaveOut { page };
    list(
        voice,
        Id::Ask { server, ask },
        (page, options),
        voice.words.say("ask-which-has-none", &[]),
    )
}

/// Which KPI goes to somebody else.
pub fn which_is_handed_over(voice: &Voice, (server, page): (ServerId, usize), due: &[DueItem]) -> Post {
    let option = |due: &DueItem| line(due.kpi.name.as_str(), due.kpi.id.to_string());
    let options = due.iter().map(option).collect();
    let ask = Ask::HandOver { page };
    let said = voice.words.say("ask-which-is-handed-over", &[]);
    list(voice, Id::Ask { server, ask }, (page, options), said)
}

/// Who gets it.
pub fn to_whom(voice: &Voice, (server, page): (ServerId, usize), (kpi, people): (&Kpi, &[(PersonId, String)])) -> Post {
    let kpi_name = escape(kpi.name.as_str());
    if people.is_empty() {
        return Post::text(say!(voice.words, "ask-nobody-else", name = kpi_name));
    }
    let options = people.iter().map(|(id, name)| line(name, id.to_string())).collect();
    let ask = Ask::Give { kpi: kpi.id, page };
    let said = say!(voice.words, "ask-to-whom", name = kpi_name);
    list(voice, Id::Ask { server, ask }, (page, options), said)
}

fn line(label: &str, value: String) -> CreateSelectMenuOption {
    CreateSelectMenuOption::new(shorten_middle(label, LINE), value)
}

/// One page of a list; where there are more lines, the last one leads to them, and from the last page to the first.
fn list(voice: &Voice, id: Id, (page, mut options): (usize, Vec<CreateSelectMenuOption>), said: String) -> Post {
    let pages = options.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let whole = options.len() <= PAGE + 1;
    if !whole {
        let (from, until) = (page * PAGE, ((page + 1) * PAGE).min(options.len()));
        let label = say!(
            voice.words,
            "ask-more",
            from = from + 1,
            until = until,
            all = options.len()
        );
        options = options.drain(from..until).collect();
        options.push(CreateSelectMenuOption::new(
            label,
            format!("page:{}", (page + 1) % pages),
        ));
    }
    let menu = CreateSelectMenu::new(id.to_string(), CreateSelectMenuKind::String { options });
    Post::text(said).row(CreateActionRow::SelectMenu(menu))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::value::NumberFormat;
    use crate::locale::Words;

    /// The values of the options that a page offers.
    fn offered(count: usize, page: usize) -> Vec<String> {
        let voice = Voice::new(Words::of("en"), NumberFormat::Unset);
        let options = (0..count).map(|at| line(&"n".repeat(150), at.to_string())).collect();
        let id = Id::Ask {
            server: 1.into(),
            ask: Ask::LeaveOut { page },
        };
        let post = list(&voice, id, (page, options), String::new());
        let json = serde_json::to_value(&post.rows).unwrap();
        let options = json[0]["components"][0]["options"].as_array().unwrap().clone();
        options
            .iter()
            .map(|option| option["value"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn a_list_of_any_length_can_be_gone_through_within_discords_limit() {
        for count in 1..120 {
            let mut seen = Vec::new();
            let mut page = 0;
            loop {
                let offered = offered(count, page);
                assert!((1..=25).contains(&offered.len()), "{count}: {offered:?}");
                let next = offered.iter().find_map(|value| value.strip_prefix("page:"));
                let next = next.map(|next| next.parse::<usize>().unwrap());
                seen.extend(offered.iter().filter_map(|value| value.parse::<usize>().ok()));
                match next {
                    Some(next) if next > page => page = next,
                    _ => break,
                }
            }
            assert_eq!(seen, (0..count).collect::<Vec<_>>(), "{count}");
        }
    }

    #[test]
    fn a_page_that_is_no_more_shows_the_last() {
        assert_eq!(offered(30, 7), offered(30, 1));
    }
}
