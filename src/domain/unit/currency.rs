//! Currencies by their symbols and codes.

use super::Scale;

/// Codes and the symbol they are written with. Where several share one, the first is what the symbol alone means.
const TABLE: [(&str, &str); 32] = [
    ("USD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("INR", "₹"),
    ("CHF", "CHF"),
    ("CAD", "$"),
    ("AUD", "$"),
    ("NZD", "$"),
    ("SGD", "$"),
    ("HKD", "$"),
    ("MXN", "$"),
    ("CLP", "$"),
    ("COP", "$"),
    ("ARS", "$"),
    ("CNY", "¥"),
    ("SEK", "kr"),
    ("NOK", "kr"),
    ("DKK", "kr"),
    ("ISK", "kr"),
    ("PLN", "zł"),
    ("CZK", "Kč"),
    ("HUF", "Ft"),
    ("BRL", "R$"),
    ("ZAR", "R"),
    ("TRY", "₺"),
    ("KRW", "₩"),
    ("ILS", "₪"),
    ("UAH", "₴"),
    ("THB", "฿"),
    ("VND", "₫"),
    ("NGN", "₦"),
];

/// Longer symbols that mean one currency of several that share the short one.
const LONG: [(&str, &str); 6] = [
    ("US$", "USD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("NZ$", "NZD"),
];

/// A currency: a code, or a symbol that several may share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    code: Option<&'static str>,
    symbol: &'static str,
}

impl Currency {
    /// The currency that a symbol or code means.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let upper = text.to_uppercase();
        let code = LONG
            .iter()
            .find(|(long, _)| *long == upper)
            .map_or(upper.as_str(), |(_, code)| code);
        if let Some((code, symbol)) = TABLE.iter().find(|(known, _)| *known == code) {
            return Some(Self {
                code: Some(code),
                symbol,
            });
        }
        let lower = text.to_lowercase();
        let (_, symbol) = TABLE.iter().find(|(_, symbol)| symbol.to_lowercase() == lower)?;
        Some(Self { code: None, symbol })
    }

    /// Its ISO code, where the text said which of those that share a symbol it is.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        self.code
    }

    /// The symbol it is written with.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.symbol
    }

    /// Whether a value typed with `self` can be meant in `unit`: the same code, or the symbol both share.
    #[must_use]
    pub fn fits(self, unit: Self) -> bool {
        match (self.code, unit.code) {
            (Some(typed), Some(wanted)) => typed == wanted,
            _ => self.symbol == unit.symbol,
        }
    }
}

/// A currency with a scale before or after it: `USD m`, `€k`, `k€`.
pub(super) fn with_scale(text: &str) -> Option<(Currency, Scale)> {
    if let Some(currency) = Currency::read(text) {
        return Some((currency, Scale::One));
    }
    let mut cuts = text.char_indices().map(|(at, _)| at).skip(1);
    cuts.find_map(|at| {
        let (start, end) = (text[..at].trim(), text[at..].trim());
        let after = Currency::read(start).zip(Scale::of_word(&end.to_lowercase()));
        after.or_else(|| Currency::read(end).zip(Scale::of_word(&start.to_lowercase())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_fits_the_codes_that_share_it() {
        let fits = |typed: &str, unit: &str| Currency::read(typed).unwrap().fits(Currency::read(unit).unwrap());
        assert!(fits("$", "USD"));
        assert!(fits("$", "CAD"));
        assert!(fits("usd", "$"));
        assert!(fits("US$", "USD"));
        assert!(!fits("US$", "CAD"));
        assert!(!fits("€", "$"));
        assert!(!fits("USD", "CAD"));
        assert_eq!(Currency::read("tickets"), None);
    }
}
