//! Many names in one text, so that those which contain a query, or begin with it, are found without a look at each.

use memchr::memmem::Finder;

use super::fold;

/// What stands before a name, so that the beginning of one can be searched for.
const NAME: char = '\n';

/// What stands before a key.
const KEY: char = '\u{1}';

/// Names in the order in which they are offered, folded.
#[derive(Debug, Clone, Default)]
pub struct Index {
    text: String,
    /// Where the lines begin.
    starts: Vec<usize>,
    /// The lines by their names, and those with a key by their keys, once all are there.
    by_name: Vec<u32>,
    by_key: Vec<u32>,
}

/// From so many on a look through all names finds the first ones sooner than sorting what was found.
const MANY: usize = 512;

impl Index {
    /// Sorts what was added, so that names and keys are found by their beginnings.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        let lines = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let mut by_name: Vec<u32> = (0..lines).collect();
        by_name.sort_unstable_by_key(|at| self.name(*at as usize));
        let mut by_key: Vec<u32> = (0..lines).filter(|at| self.key(*at as usize).is_some()).collect();
        by_key.sort_unstable_by_key(|at| self.key(*at as usize));
        (self.by_name, self.by_key) = (by_name, by_key);
        self
    }

    /// Adds a name after the last one.
    pub fn add(&mut self, name: &str) {
        self.starts.push(self.text.len());
        self.text.push(NAME);
        self.text.push_str(&fold(name));
    }

    /// Adds a name that a key finds as well.
    pub fn add_with_key(&mut self, name: &str, key: &str) {
        self.add(name);
        self.text.push(KEY);
        self.text.push_str(&fold(key));
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Those whose name begins with a folded query, in their order.
    #[must_use]
    pub fn beginning<'a>(&'a self, query: &str) -> Box<dyn Iterator<Item = usize> + 'a> {
        let found = range(&self.by_name, query, |at| self.name(at));
        self.in_order(found, &format!("{NAME}{query}"))
    }

    /// Those whose key begins with a folded query, in their order.
    #[must_use]
    pub fn keyed<'a>(&'a self, query: &str) -> Box<dyn Iterator<Item = usize> + 'a> {
        let found = range(&self.by_key, query, |at| self.key(at).unwrap_or_default());
        self.in_order(found, &format!("{KEY}{query}"))
    }

    /// Lines that were found, in their order: few are sorted; many are met soon by a look through all for a needle.
    fn in_order<'a>(&'a self, found: &[u32], needle: &str) -> Box<dyn Iterator<Item = usize> + 'a> {
        if found.len() > MANY {
            return Box::new(self.having(needle));
        }
        let mut found: Vec<usize> = found.iter().map(|at| *at as usize).collect();
        found.sort_unstable();
        Box::new(found.into_iter())
    }

    /// Those that contain a folded query anywhere, in their order.
    pub fn containing<'a>(&'a self, query: &str) -> impl Iterator<Item = usize> + use<'a> {
        // Every line has its mark, so an empty query is found in each.
        self.having(if query.is_empty() { "\n" } else { query })
    }

    /// Whether a name, or its key, begins with a folded query.
    #[must_use]
    pub fn begins(&self, at: usize, query: &str) -> bool {
        self.name(at).starts_with(query) || self.key(at).is_some_and(|key| key.starts_with(query))
    }

    fn name(&self, at: usize) -> &str {
        let line = &self.line(at)[NAME.len_utf8()..];
        line.split_once(KEY).map_or(line, |(name, _)| name)
    }

    fn key(&self, at: usize) -> Option<&str> {
        self.line(at).rsplit_once(KEY).map(|(_, key)| key)
    }

    /// Whether a name contains a folded query.
    #[must_use]
    pub fn contains(&self, at: usize, query: &str) -> bool {
        self.line(at).contains(query)
    }

    fn line(&self, at: usize) -> &str {
        let end = self.starts.get(at + 1).copied().unwrap_or(self.text.len());
        &self.text[self.starts[at]..end]
    }

    fn having<'a>(&'a self, needle: &str) -> impl Iterator<Item = usize> + use<'a> {
        let finder = Finder::new(needle).into_owned();
        let mut from = 0;
        let mut line = 0;
        std::iter::from_fn(move || {
            let found = from + finder.find(self.text.as_bytes().get(from..)?)?;
            while self.starts.get(line + 1).is_some_and(|start| *start <= found) {
                line += 1;
            }
            from = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
            Some(line)
        })
    }
}

/// Those of sorted lines whose text begins with a query.
fn range<'a>(sorted: &'a [u32], query: &str, text: impl Fn(usize) -> &'a str) -> &'a [u32] {
    let from = sorted.partition_point(|at| text(*at as usize) < query);
    let rest = sorted.get(from..).unwrap_or_default();
    let count = rest.partition_point(|at| text(*at as usize).starts_with(query));
    rest.get(..count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index(names: &[(String, String)]) -> Index {
        let mut index = Index::default();
        for (name, key) in names {
            index.add_with_key(name, key);
        }
        index.sorted()
    }

    #[test]
    fn a_name_is_found_by_what_it_contains_and_by_what_it_or_its_key_begins_with() {
        let names = [
            ("Net revenue", "rev"),
            ("Crème brûlée sold", "creme"),
            ("Revenue growth", "growth"),
        ];
        let names = names.map(|(name, key)| (name.to_owned(), key.to_owned()));
        let index = index(&names);
        let check = |query: &str, beginning: &[usize], keyed: &[usize], containing: &[usize]| {
            let query = fold(query);
            assert_eq!(index.beginning(&query).collect::<Vec<_>>(), beginning, "{query}");
            assert_eq!(index.keyed(&query).collect::<Vec<_>>(), keyed, "{query}");
            assert_eq!(index.containing(&query).collect::<Vec<_>>(), containing, "{query}");
        };
        check("REV", &[2], &[0], &[0, 2]);
        check("brulee", &[], &[], &[1]);
        check("growth", &[], &[2], &[2]);
        check("", &[0, 1, 2], &[0, 1, 2], &[0, 1, 2]);
        check("xyz", &[], &[], &[]);
    }

    proptest! {
        #[test]
        fn it_finds_what_a_look_at_each_name_finds(
            names in proptest::collection::vec(("[a-cÀ ]{1,6}", "[a-c]{1,3}"), 0..12), query in "[a-cà]{0,2}",
        ) {
            let (index, query) = (index(&names), fold(&query));
            let line = |at: usize| (fold(&names[at].0), fold(&names[at].1));
            let all = |fits: &dyn Fn(usize) -> bool| (0..names.len()).filter(|at| fits(*at)).collect::<Vec<_>>();
            let begins = all(&|at| line(at).0.starts_with(&query));
            let keyed = all(&|at| line(at).1.starts_with(&query));
            let contains = all(&|at| line(at).0.contains(&query) || line(at).1.contains(&query));
            prop_assert_eq!(all(&|at| index.begins(at, &query)), all(&|at| begins.contains(&at) || keyed.contains(&at)));
            prop_assert_eq!(all(&|at| index.contains(at, &query)), &contains[..]);
            prop_assert_eq!(index.beginning(&query).collect::<Vec<_>>(), begins);
            prop_assert_eq!(index.keyed(&query).collect::<Vec<_>>(), keyed);
            prop_assert_eq!(index.containing(&query).collect::<Vec<_>>(), contains);
            prop_assert_eq!((index.len(), index.is_empty()), (names.len(), names.is_empty()));
        }
    }

    #[test]
    fn many_that_begin_alike_are_found_in_their_order() {
        let names: Vec<(String, String)> = (0..3 * MANY)
            .map(|number| (format!("Sales {}", number % 7), format!("s{number}")))
            .collect();
        let index = index(&names);
        assert!(index.beginning("sales").eq(0..3 * MANY));
        assert!(index.keyed("s").eq(0..3 * MANY));
        assert!(index.beginning("sales 3").eq((0..3 * MANY).filter(|at| at % 7 == 3)));
    }
}
