//! Decisions of a review, as they are typed at its end.

/// The most decisions of one review that are given at once.
pub const MOST_AT_ONCE: usize = 20;

/// The words that say that nothing was decided.
const NONE: [&str; 5] = ["none", "no", "keine", "nichts", "-"];

/// The decisions in a text: one a line, or with semicolons between them; nothing where it says that there are none.
#[must_use]
pub fn listed(text: &str) -> Vec<&str> {
    let whole = text.trim().trim_end_matches('.').to_lowercase();
    if NONE.contains(&whole.as_str()) {
        return Vec::new();
    }
    let bullet = |part: &'_ str| -> bool { part.starts_with(['-', '•', '*']) };
    text.split(['\n', ';'])
        .map(str::trim)
        .map(|part| {
            if bullet(part) {
                part[first_width(part)..].trim_start()
            } else {
                part
            }
        })
        .filter(|part| !part.is_empty())
        .collect()
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_stand_one_a_line_or_between_semicolons() {
        let check = |text: &str, expected: &[&str]| assert_eq!(listed(text), expected, "{text}");
        check("Call ten customers", &["Call ten customers"]);
        check(
            "Call ten customers; raise the price",
            &["Call ten customers", "raise the price"],
        );
        check("- one\n• two\n\n* three ;", &["one", "two", "three"]);
        check("none", &[]);
        check(" Keine. ", &[]);
        check("-", &[]);
        check("", &[]);
        check("No price change", &["No price change"]);
    }
}
