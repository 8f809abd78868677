//! Reading a formula as people type it: keys, numbers with a decimal point, + − × ÷, brackets, and functions.

use rust_decimal::Decimal;

use super::{Formula, Function, Operator, Term};
use crate::domain::id::KpiId;

/// The most characters of a formula.
pub const MAX_LENGTH: usize = 400;
/// The most KPIs that one reads.
pub const MAX_INPUTS: usize = 25;
/// The deepest that brackets and signs stand in each other.
const MAX_DEPTH: usize = 30;

/// Why a text is no formula.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    /// Nothing was given.
    #[error("a formula is missing")]
    Empty,
    /// It is too long.
    #[error("a formula has at most {MAX_LENGTH} characters, this one has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// Something stands where it cannot.
    #[error("“{found}” cannot stand there")]
    Unexpected {
        /// What.
        found: String,
    },
    /// It ends where more is needed.
    #[error("the formula is not finished")]
    Unfinished,
    /// A word that is no key.
    #[error("there is no KPI {typed}")]
    Unknown {
        /// The word.
        typed: String,
    },
    /// A function with too few or too many values.
    #[error("{function} does not take so many values")]
    Arguments {
        /// Which.
        function: Function,
    },
    /// Brackets in brackets in brackets.
    #[error("the formula is nested too deeply")]
    TooDeep,
    /// It reads no KPI.
    #[error("a formula reads at least one KPI")]
    NoInput,
    /// It reads too many KPIs.
    #[error("a formula reads at most {MAX_INPUTS} KPIs")]
    TooManyInputs,
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(Decimal),
    Kpi(KpiId),
    Function(Function),
    Operator(Operator),
    Open,
    Close,
    Comma,
}

impl Token {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Kpi(_) => String::new(),
            Self::Function(function) => function.to_string(),
            Self::Operator(operator) => operator.sign().to_string(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
            Self::Comma => ",".to_owned(),
        }
    }
}

impl Formula {
    /// Reads a formula; `key` tells which KPI a word means. A minus sign in a word belongs to it where a key has one:
    /// `net-revenue` is one KPI where there is one of that key, else `net` less `revenue`.
    pub fn parse(text: &str, key: &impl Fn(&str) -> Option<KpiId>) -> Result<Self, FormulaError> {
        match text.chars().count() {
            _ if text.trim().is_empty() => return Err(FormulaError::Empty),
            length if length > MAX_LENGTH => return Err(FormulaError::TooLong { length }),
            _ => {}
        }
        let formula = Self::read(text, key)?;
        match formula.inputs().len() {
            0 => Err(FormulaError::NoInput),
            many if many > MAX_INPUTS => Err(FormulaError::TooManyInputs),
            _ => Ok(formula),
        }
    }

    /// Reads a formula as it is stored.
    pub fn from_stored(text: &str) -> Result<Self, FormulaError> {
        Self::read(text, &|word| word.strip_prefix('#')?.parse().ok())
    }

    pub(super) fn read(text: &str, key: &impl Fn(&str) -> Option<KpiId>) -> Result<Self, FormulaError> {
        let tokens = tokens(text, key)?;
        let mut parser = Parser { tokens: &tokens, at: 0 };
        let term = parser.sum(0)?;
        match parser.peek() {
            None => Ok(Self(term)),
            Some(token) => Err(unexpected(token)),
        }
    }
}

fn unexpected(token: &Token) -> FormulaError {
    FormulaError::Unexpected { found: token.text() }
}

fn tokens(text: &str, key: &impl Fn(&str) -> Option<KpiId>) -> Result<Vec<Token>, FormulaError> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        let token = match first {
            '+' => Token::Operator(Operator::Add),
            '-' | '\u{2212}' | '\u{2013}' => Token::Operator(Operator::Subtract),
            '*' | '×' | '·' => Token::Operator(Operator::Multiply),
            '/' | '÷' | ':' => Token::Operator(Operator::Divide),
            '(' => Token::Open,
            ')' => Token::Close,
            ',' | ';' => Token::Comma,
            c if c.is_alphanumeric() || matches!(c, '_' | '.' | '#') => {
                let (token, read) = word(rest, key)?;
                length = read;
                token
            }
            found => {
                return Err(FormulaError::Unexpected {
                    found: found.to_string(),
                });
            }
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// A function, a key or a number at the start of a text, and how long it is.
fn word(text: &str, key: &impl Fn(&str) -> Option<KpiId>) -> Result<(Token, usize), FormulaError> {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '#');
    let end = text.find(|c| !in_word(c)).unwrap_or(text.len());
    let run = &text[..end];
    if text[end..].trim_start().starts_with('(')
        && let Ok(function) = run.parse()
    {
        return Ok((Token::Function(function), end));
    }
    let digits = run.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(run.len());
    let breaks = run.char_indices().filter(|(at, c)| *at > 0 && matches!(c, '-' | '.'));
    let ends = breaks.map(|(at, _)| at).chain([run.len()]);
    let keys: Vec<usize> = ends.filter(|at| *at > digits).collect();
    for at in keys.into_iter().rev() {
        if let Some(id) = key(&run[..at]) {
            return Ok((Token::Kpi(id), at));
        }
    }
    let unknown = || FormulaError::Unknown { typed: run.to_owned() };
    if digits == 0 || run[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        return Err(unknown());
    }
    let number = Decimal::from_str_exact(&run[..digits]).map_err(|_| unknown())?;
    Ok((Token::Number(number), digits))
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Result<&Token, FormulaError> {
        let token = self.tokens.get(self.at).ok_or(FormulaError::Unfinished)?;
        self.at += 1;
        Ok(token)
    }

    fn expect(&mut self, wanted: &Token) -> Result<(), FormulaError> {
        match self.next()? {
            token if token == wanted => Ok(()),
            token => Err(unexpected(token)),
        }
    }

    /// Takes the next operator if it binds so strongly.
    fn operator(&mut self, strength: u8) -> Option<Operator> {
        match self.peek() {
            Some(Token::Operator(operator)) if operator.strength() == strength => {
                let operator = *operator;
                self.at += 1;
                Some(operator)
            }
            _ => None,
        }
    }

    fn sum(&mut self, depth: usize) -> Result<Term, FormulaError> {
        let mut term = self.product(depth)?;
        while let Some(operator) = self.operator(Operator::Add.strength()) {
            term = Term::Both(operator, Box::new(term), Box::new(self.product(depth)?));
        }
        Ok(term)
    }

    fn product(&mut self, depth: usize) -> Result<Term, FormulaError> {
        let mut term = self.factor(depth)?;
        while let Some(operator) = self.operator(Operator::Multiply.strength()) {
            term = Term::Both(operator, Box::new(term), Box::new(self.factor(depth)?));
        }
        Ok(term)
    }

    fn factor(&mut self, depth: usize) -> Result<Term, FormulaError> {
        if depth > MAX_DEPTH {
            return Err(FormulaError::TooDeep);
        }
        match self.next()?.clone() {
            Token::Number(number) => Ok(Term::Number(number)),
            Token::Kpi(id) => Ok(Term::Kpi(id)),
            Token::Operator(Operator::Subtract) => Ok(Term::Negative(Box::new(self.factor(depth + 1)?))),
            Token::Open => {
                let term = self.sum(depth + 1)?;
                self.expect(&Token::Close)?;
                Ok(term)
            }
            Token::Function(function) => self.call(function, depth + 1),
            token => Err(unexpected(&token)),
        }
    }

    fn call(&mut self, function: Function, depth: usize) -> Result<Term, FormulaError> {
        self.expect(&Token::Open)?;
        if self.peek() == Some(&Token::Close) {
            return Err(FormulaError::Arguments { function });
        }
        let mut terms = vec![self.sum(depth)?];
        while self.peek() == Some(&Token::Comma) {
            self.at += 1;
            terms.push(self.sum(depth)?);
        }
        self.expect(&Token::Close)?;
        if function == Function::Absolute && terms.len() > 1 {
            return Err(FormulaError::Arguments { function });
        }
        Ok(Term::Call(function, terms))
    }
}
