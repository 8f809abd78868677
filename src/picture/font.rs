//! The fonts of pictures, all of them built in: which character is drawn with which, and how wide text is. The system's
//! fonts are never looked at, so a picture is the same on every machine.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// The family that everything is set in; the others stand in for characters it has not.
pub(super) const FAMILY: &str = "Noto Sans";

/// What stands for a character that no font has.
const UNKNOWN: char = '\u{25A1}';

/// Latin, Greek and Cyrillic first, then further scripts, then Chinese, Japanese and Korean.
const FILES: [&[u8]; 12] = [
    notosans::REGULAR_TTF,
    notosans::BOLD_TTF,
    include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansBengali-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansTamil-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArmenian-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansGeorgian-Regular.ttf"),
    include_bytes!("../../assets/fonts/DroidSansFallbackFull.ttf"),
    include_bytes!("../../assets/fonts/NanumSquareR.ttf"),
];

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    for file in FILES {
        database.load_font_source(Source::Binary(Arc::new(file)));
    }
    Arc::new(database)
});

static FACES: LazyLock<Vec<FontRef<'static>>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| FontRef::new(file).ok()).collect());

/// How heavy text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The fonts, as the renderer takes them.
pub(super) fn database() -> &'static Arc<Database> {
    &DATABASE
}

/// How wide text is at a size.
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|c| advance(c, weight)).sum::<f32>() * size
}

/// How wide a character is at size 1, 0 for what is not drawn.
fn advance(c: char, weight: Weight) -> f32 {
    let preferred = FACES.get(usize::from(weight == Weight::Bold));
    let mut faces = preferred.into_iter().chain(FACES.iter());
    let found = faces.find_map(|face| Some((face, face.charmap().map(c)?)));
    let Some((face, glyph)) = found else {
        return 0.0;
    };
    let metrics = face.glyph_metrics(Size::new(1.0), LocationRef::default());
    metrics.advance_width(glyph).unwrap_or(0.0)
}

/// Whether some font has a character.
fn is_known(c: char) -> bool {
    FACES.iter().any(|face| face.charmap().map(c).is_some())
}

/// Signs that only change or join what is beside them, and pictograms: left out, as a name is read without them.
fn is_ornament(c: char) -> bool {
    matches!(u32::from(c),
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20E3 | 0x2600..=0x27BF | 0x2B00..=0x2BFF
        | 0xFE00..=0xFE0F | 0xFEFF | 0x1F000..=0x1FAFF | 0xE0000..=0xE01EF)
}

/// Text as it can be drawn: on one line, without pictograms, a box for each character that no font has.
pub(super) fn drawable(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control() && !is_ornament(c) && (c == ' ' || (is_known(c) && !c.is_whitespace()));
    let doubled = text.contains("  ") || text.starts_with(' ') || text.ends_with(' ');
    if !doubled && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut drawn = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{202F}' | '\u{00A0}' if is_known(c) => drawn.push(c),
            c if c.is_whitespace() || c.is_control() => {
                if !drawn.is_empty() && !drawn.ends_with(' ') {
                    drawn.push(' ');
                }
            }
            c if is_ornament(c) => {}
            c if is_known(c) => drawn.push(c),
            _ => drawn.push(UNKNOWN),
        }
    }
    drawn.truncate(drawn.trim_end_matches(' ').len());
    Cow::Owned(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FACES.len(), FILES.len());
        assert_eq!(DATABASE.len(), FILES.len());
    }

    #[test]
    fn names_in_many_scripts_can_be_drawn() {
        for name in [
            "Mehr Kündigungen ß",
            "Zwiększyć sprzedaż",
            "Ανάπτυξη πωλήσεων",
            "Рост продаж",
            "Tăng trưởng",
            "הגדלת המכירות",
            "نمو المبيعات",
            "बिक्री बढ़ाएँ",
            "বিক্রয়",
            "விற்பனை",
            "เพิ่มยอดขาย",
            "Վաճառք",
            "გაყიდვები",
            "売上を増やす",
            "增加销售额",
            "매출 성장",
        ] {
            let drawn = drawable(name);
            assert!(!drawn.contains(UNKNOWN), "{name} is drawn as {drawn}");
            assert!(width(&drawn, 12.0, Weight::Bold) > 20.0, "{name}");
        }
    }

    #[test]
    fn what_no_font_has_is_a_box_and_pictograms_are_left_out() {
        assert_eq!(drawable("Grow 🚀 sales"), "Grow sales");
        assert_eq!(drawable("👩‍👩‍👧 Families"), "Families");
        assert_eq!(drawable("ꦱꦭ"), "□□");
        assert_eq!(drawable("a\n\tb\u{0}c"), "a b c");
        assert!(width("□", 10.0, Weight::Regular) > 0.0, "the box itself can be drawn");
    }

    #[test]
    fn bold_is_wider_and_size_scales() {
        let name = "Customer churn";
        assert!(width(name, 12.0, Weight::Bold) > width(name, 12.0, Weight::Regular));
        let (one, two) = (width(name, 10.0, Weight::Regular), width(name, 20.0, Weight::Regular));
        assert!((two - 2.0 * one).abs() < 0.01);
    }
}
