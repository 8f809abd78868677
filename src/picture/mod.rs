//! Values → SVG → PNG: trends, strategy maps, scorecards, cascades. Whatever is written in a picture comes in as words; nothing
//! here knows Discord, the store or a language. Drawing takes milliseconds: `discord::picture` keeps it off the threads
//! that answer people.

mod canvas;
pub mod cascade;
mod font;
mod head;
mod legend;
pub mod map;
mod palette;
pub mod scorecard;
mod sign;
pub mod trend;
mod wrap;

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

/// How many pixels a unit of the drawing has, so that it is sharp when it is opened.
const SCALE: f32 = 2.0;

/// The most pixels of a picture: what is larger is drawn less sharp, never refused.
const MOST_PIXELS: f32 = 12_000_000.0;

/// A picture before it has pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// SVG, whole: the same values give the same text.
    pub svg: String,
}

/// Why a drawing has no pixels.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The drawing cannot be read: a defect of this room.
    #[error("the drawing cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// It has no area.
    #[error("the drawing has no area")]
    Empty,
    /// It could not be written as PNG.
    #[error("the drawing cannot be written as PNG: {0}")]
    Png(#[from] png::EncodingError),
    /// Drawing broke off.
    #[error("drawing broke off: {0}")]
    Broken(String),
}

impl Drawing {
    /// Its pixels, as a PNG file. Takes some milliseconds of computing.
    pub fn png(&self) -> Result<Vec<u8>, PictureError> {
        let options = usvg::Options {
            fontdb: Arc::clone(font::database()),
            font_family: font::FAMILY.to_owned(),
            ..usvg::Options::default()
        };
        let tree = usvg::Tree::from_str(&self.svg, &options)?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = SCALE.min((MOST_PIXELS / (width * height)).sqrt());
        let pixels = tree.size().to_int_size().scale_by(scale).ok_or(PictureError::Empty)?;
        let mut pixmap = tiny_skia::Pixmap::new(pixels.width(), pixels.height()).ok_or(PictureError::Empty)?;
        resvg::render(
            &tree,
            tiny_skia::Transform::from_scale(scale, scale),
            &mut pixmap.as_mut(),
        );
        Ok(packed(&pixmap)?)
    }
}

/// Pixels as a PNG file. A picture has no transparent part, so three bytes a pixel will do; and packing it as small as can
/// be takes longer than drawing it.
fn packed(pixmap: &tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let opaque: Vec<u8> = pixmap
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut file = Vec::with_capacity(256 * 1024);
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&opaque)?;
    writer.finish()?;
    Ok(file)
}
