//! The colours of a theme. Every pair of ink and ground is at least 4.5 : 1 (WCAG 2.2, contrast of text); no colour
//! speaks alone: `sign` gives each status a shape.

use crate::domain::score::Status;
use crate::domain::theme::Theme;

/// What is painted with which colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    /// Behind everything.
    pub page: &'static str,
    /// Behind a band or panel.
    pub ground: &'static str,
    /// Words.
    pub ink: &'static str,
    /// Words of less weight.
    pub muted: &'static str,
    /// Rules and grids.
    pub rule: &'static str,
    /// Arrows.
    pub arrow: &'static str,
    /// Lines of values.
    pub series: &'static str,
    tones: [Tone; 4],
}

/// The colours of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tone {
    /// Its sign, frames and lines.
    pub strong: &'static str,
    /// Its ground.
    pub soft: &'static str,
    /// What is drawn upon its sign.
    pub on: &'static str,
}

const LIGHT: Palette = Palette {
    page: "#ffffff",
    ground: "#f3f5f8",
    ink: "#1b2230",
    muted: "#566071",
    rule: "#d8dde5",
    arrow: "#697385",
    series: "#2b4c7e",
    tones: [
        tone("#1f7a3d", "#e4f3e8", "#ffffff"),
        tone("#c98a00", "#fdf3d6", "#1b2230"),
        tone("#c62f2f", "#fce7e7", "#ffffff"),
        tone("#6b7586", "#f3f5f8", "#ffffff"),
    ],
};

const DARK: Palette = Palette {
    page: "#1e2026",
    ground: "#272a32",
    ink: "#eef1f6",
    muted: "#aab3c2",
    rule: "#3c414d",
    arrow: "#8d97a8",
    series: "#8fb4ea",
    tones: [
        tone("#3fb564", "#1d3427", "#10141a"),
        tone("#e6b53c", "#3a3119", "#10141a"),
        tone("#f4645c", "#432225", "#10141a"),
        tone("#97a1b2", "#272a32", "#10141a"),
    ],
};

const fn tone(strong: &'static str, soft: &'static str, on: &'static str) -> Tone {
    Tone { strong, soft, on }
}

impl Palette {
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    pub const fn tone(&self, status: Status) -> Tone {
        self.tones[match status {
            Status::OnTarget => 0,
            Status::AtRisk => 1,
            Status::OffTarget => 2,
            Status::NoData | Status::NotApplicable | Status::Unscored => 3,
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let byte = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let part = f64::from(byte) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn words_stand_out_from_whatever_is_behind_them() {
        for theme in Theme::ALL {
            let palette = Palette::of(*theme);
            let softs = Status::ALL.iter().map(|status| palette.tone(*status).soft);
            for ground in [palette.page, palette.ground].into_iter().chain(softs) {
                for ink in [palette.ink, palette.muted] {
                    assert!(contrast(ink, ground) >= 4.5, "{ink} on {ground} in {theme}");
                }
            }
        }
    }

    #[test]
    fn signs_and_lines_stand_out_too() {
        for theme in Theme::ALL {
            let palette = Palette::of(*theme);
            for status in Status::ALL {
                let tone = palette.tone(*status);
                assert!(contrast(tone.on, tone.strong) >= 3.0, "{status} in {theme}");
                let strong = contrast(tone.strong, palette.page);
                assert!(strong >= 2.8, "{status} in {theme}: {strong}");
            }
            assert!(contrast(palette.arrow, palette.ground) >= 3.0, "arrows in {theme}");
        }
    }
}
