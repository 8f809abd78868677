//! How far the demo's opening is: the page shows it while the company moves in.

use serde::Serialize;

/// The opening, as the page shows it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Scene {
    /// Its chapters, in words.
    pub steps: Vec<String>,
    /// How many of them are over.
    pub at: usize,
    /// Whether all is set.
    pub done: bool,
    /// Why it stopped, in a sentence.
    pub error: Option<String>,
}
