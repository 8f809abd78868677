//! The pictures of messages: drawn beside the threads that answer people, few at once, and none twice for the same data.
//! Every door and the courier complete their messages here; a picture that cannot be drawn is left out, never the words.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use serenity::all::CreateAttachment;
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

use super::reply::Post;
use crate::domain::theme::Theme;
use crate::picture::{Drawing, PictureError, cascade, map, scorecard, trend};

/// How many pictures are drawn at once; each takes some 20 MB while it is.
const AT_ONCE: usize = 2;

/// How many finished pictures are kept, some 100 KB each.
const KEPT: usize = 64;

/// Discord's limit for the description of a file.
const LONGEST_DESCRIPTION: usize = 1024;

/// A picture that is still to be drawn.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What is in it.
    pub content: Content,
    /// What its file is called, without an ending.
    pub name: &'static str,
    /// What it says, for those who do not see it.
    pub description: String,
}

/// What is in a picture.
#[derive(Debug, Clone)]
pub enum Content {
    /// The trend of one KPI or several.
    Trend(Box<trend::Chart>),
    /// A scorecard's strategy map.
    Map(Box<map::Map>),
    /// A scorecard on one page.
    Scorecard(Box<scorecard::Card>),
    /// Scorecards below each other.
    Cascade(Box<cascade::Cascade>),
}

impl Content {
    fn draw(&self, theme: Theme) -> Drawing {
        match self {
            Self::Trend(chart) => trend::draw(chart, theme),
            Self::Map(map) => map::draw(map, theme),
            Self::Scorecard(card) => scorecard::draw(card, theme),
            Self::Cascade(cascade) => cascade::draw(cascade, theme),
        }
    }
}

type Png = Arc<Vec<u8>>;

/// A drawing and its pixels; while these are being made they are waited for.
type Kept = (Arc<Drawing>, Arc<OnceCell<Png>>);

/// Where pictures are drawn.
#[derive(Debug)]
pub struct Studio {
    permits: Semaphore,
    /// The last ones, the newest at the end.
    kept: Mutex<VecDeque<Kept>>,
}

impl Default for Studio {
    fn default() -> Self {
        Self {
            permits: Semaphore::new(AT_ONCE),
            kept: Mutex::default(),
        }
    }
}

impl Studio {
    /// The post with its pictures as files.
    pub async fn complete(&self, mut post: Post, theme: Theme) -> Post {
        for picture in std::mem::take(&mut post.pictures) {
            let (name, description) = (format!("{}.png", picture.name), shortened(&picture.description));
            match self.png(picture.content, theme).await {
                Ok(png) => {
                    let file = CreateAttachment::bytes(png.as_ref().clone(), name);
                    post.files.push(file.description(description));
                }
                Err(error) => tracing::error!(%error, name, "a picture could not be drawn; it is left out"),
            }
        }
        post
    }

    async fn png(&self, content: Content, theme: Theme) -> Result<Png, PictureError> {
        let drawing = apart(move || Ok(content.draw(theme))).await?;
        let (drawing, cell) = self.cell(drawing);
        let png = cell.get_or_try_init(|| async {
            // The semaphore is never closed.
            let _one = self.permits.acquire().await;
            apart(move || drawing.png()).await.map(Arc::new)
        });
        png.await.map(Arc::clone)
    }

    /// The place of a drawing among those kept.
    fn cell(&self, drawing: Drawing) -> Kept {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(known, _)| **known == drawing);
        let found = known.and_then(|at| kept.remove(at));
        let found = found.unwrap_or_else(|| (Arc::new(drawing), Arc::default()));
        kept.push_back((Arc::clone(&found.0), Arc::clone(&found.1)));
        if kept.len() > KEPT {
            kept.pop_front();
        }
        found
    }
}

/// Computes beside the threads that answer people.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PictureError> + Send + 'static,
) -> Result<T, PictureError> {
    spawn_blocking(work)
        .await
        .unwrap_or_else(|broken| Err(PictureError::Broken(broken.to_string())))
}

/// A description as long as Discord takes it.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_DESCRIPTION {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST_DESCRIPTION - 1).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(title: &str) -> Content {
        Content::Trend(Box::new(trend::Chart {
            title: title.to_owned(),
            subtitle: String::new(),
            panels: Vec::new(),
            footnotes: Vec::new(),
            words: trend::Legend::default(),
        }))
    }

    #[tokio::test]
    async fn the_same_picture_is_drawn_once_even_when_asked_for_at_once() {
        let studio = Studio::default();
        let (one, two) = tokio::join!(
            studio.png(content("Churn"), Theme::Light),
            studio.png(content("Churn"), Theme::Light)
        );
        let (one, two) = (one.unwrap(), two.unwrap());
        assert!(Arc::ptr_eq(&one, &two));
        assert!(one.starts_with(b"\x89PNG"));
        let dark = studio.png(content("Churn"), Theme::Dark).await.unwrap();
        assert!(!Arc::ptr_eq(&one, &dark));
    }

    #[tokio::test]
    async fn only_so_many_are_kept() {
        let studio = Studio::default();
        let first = studio.png(content("0"), Theme::Light).await.unwrap();
        for number in 1..=KEPT {
            studio.cell(content(&number.to_string()).draw(Theme::Light));
        }
        assert_eq!(studio.kept.lock().unwrap().len(), KEPT);
        let again = studio.png(content("0"), Theme::Light).await.unwrap();
        assert!(!Arc::ptr_eq(&first, &again));
    }

    #[tokio::test]
    async fn a_post_gets_its_picture_with_a_description_that_discord_takes() {
        let mut post = Post::text("words");
        post.pictures.push(Picture {
            content: content("Churn"),
            name: "trend",
            description: "é".repeat(2_000),
        });
        let post = Studio::default().complete(post, Theme::Light).await;
        assert!(post.pictures.is_empty());
        assert_eq!(post.files[0].filename, "trend.png");
        let description = post.files[0].description.as_ref().unwrap();
        assert_eq!(description.chars().count(), LONGEST_DESCRIPTION);
    }
}
