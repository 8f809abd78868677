//! The story the demo opens with: Alder & Finch sets up its scorecards and reviews October 2026.
//! `script` is what happens, `teller` makes it happen, by nothing but what people can do in Discord.

mod chapter;
mod error;
mod script;
mod teller;

pub use script::BEGINS_AT;
pub use teller::tell;

use crate::scene::Scene;

/// The scene before the first chapter.
pub fn opening() -> Scene {
    Scene {
        steps: chapter::CHAPTERS
            .iter()
            .map(|chapter| chapter.title.to_owned())
            .collect(),
        ..Scene::default()
    }
}
