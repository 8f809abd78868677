//! Ranks the names that match a query. Called by the directory only.

use crate::domain::name::Index;

/// Somebody's own names are looked at one by one up to so many; more are met soon among all that fit.
const FEW: usize = 256;

/// What begins with a query, then what contains it; of each somebody's own first.
pub(super) fn found(
    index: &Index,
    own: &[usize],
    (query, most): (&str, usize),
    fits: impl Fn(usize) -> bool,
) -> impl Iterator<Item = usize> {
    let mut found = Found {
        fits,
        places: Vec::with_capacity(most),
        most,
    };
    let is_own = |at: usize| own.binary_search(&at).is_ok();
    let beginning = index.beginning(query).chain(index.keyed(query));
    if own.len() > FEW {
        found.take_own_first(beginning, is_own);
        found.take_own_first(index.containing(query), is_own);
    } else {
        found.take(own.iter().copied().filter(|at| index.begins(*at, query)));
        found.take(beginning);
        found.take(own.iter().copied().filter(|at| index.contains(*at, query)));
        found.take(index.containing(query));
    }
    found.places.into_iter()
}

/// What was found so far: each once, up to so many.
struct Found<F> {
    fits: F,
    places: Vec<usize>,
    most: usize,
}

impl<F: Fn(usize) -> bool> Found<F> {
    fn is_full(&self) -> bool {
        self.places.len() >= self.most
    }

    fn is_new(&self, at: usize) -> bool {
        (self.fits)(at) && !self.places.contains(&at)
    }

    fn take(&mut self, ranked: impl Iterator<Item = usize>) {
        if self.is_full() {
            return;
        }
        for at in ranked {
            if self.is_new(at) {
                self.places.push(at);
                if self.is_full() {
                    return;
                }
            }
        }
    }

    /// Takes somebody's own first, in one look at what is ranked.
    fn take_own_first(&mut self, ranked: impl Iterator<Item = usize>, is_own: impl Fn(usize) -> bool) {
        if self.is_full() {
            return;
        }
        let mut others = Vec::new();
        for at in ranked {
            if is_own(at) && self.is_new(at) {
                self.places.push(at);
                if self.is_full() {
                    return;
                }
            } else if others.len() < self.most && self.is_new(at) && !others.contains(&at) {
                others.push(at);
            }
        }
        self.take(others.into_iter());
    }
}
