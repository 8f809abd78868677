//! Which objectives of a perspective stand beside each other: one row where they fit, else rows in which causes stand
//! below their effects.

use std::cmp::Reverse;

/// How many boxes stand in a row at most: in a map of up to twenty, and in a larger one.
const FEW: usize = 4;
const MANY: usize = 5;
const LARGE: usize = 20;

/// How many boxes a row of a map holds.
pub(super) const fn capacity(objectives: usize) -> usize {
    if objectives > LARGE { MANY } else { FEW }
}

/// The rows of a band, the lowest first, for boxes from a place on; a band without boxes has one empty row.
pub(super) fn of_band((first, count): (usize, usize), arrows: &[(usize, usize)], capacity: usize) -> Vec<Vec<usize>> {
    let rows = count.div_ceil(capacity).max(1);
    let inside = |place: usize| (first..first + count).contains(&place);
    let within: Vec<(usize, usize)> = arrows
        .iter()
        .copied()
        .filter(|(cause, effect)| inside(*cause) && inside(*effect))
        .collect();
    let depth = depths(first, count, &within);
    // What is driven from lower bands stands lower, what drives upper ones higher.
    let pull = |place: usize| {
        let upwards = arrows
            .iter()
            .filter(|(cause, effect)| *cause == place && *effect < first)
            .count();
        let from_below = arrows
            .iter()
            .filter(|(cause, effect)| *effect == place && *cause >= first + count)
            .count();
        i64::try_from(upwards).unwrap_or(0) - i64::try_from(from_below).unwrap_or(0)
    };
    let mut places: Vec<usize> = (first..first + count).collect();
    if rows > 1 {
        let drives = |place: &usize| within.iter().any(|(cause, _)| cause == place);
        let height = |place: &usize| 2 * depth[*place - first] + usize::from(!drives(place));
        places.sort_by_key(|place| (height(place), pull(*place), Reverse(*place)));
    }
    let mut left = places.as_slice();
    (0..rows)
        .map(|row| {
            let (mut these, rest) = left.split_at(left.len().div_ceil(rows - row));
            left = rest;
            let mut these = std::mem::take(&mut these).to_vec();
            these.sort_unstable();
            these
        })
        .collect()
}

/// How many causes stand in a row before each box; in a circle it ends after as many as there are boxes.
fn depths(first: usize, count: usize, within: &[(usize, usize)]) -> Vec<usize> {
    let mut depths = vec![0; count];
    for _ in 0..count {
        let mut changed = false;
        for (cause, effect) in within {
            let least = (depths[cause - first] + 1).min(count);
            if depths[effect - first] < least && cause != effect {
                depths[effect - first] = least;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    depths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stands_in_one_row_in_its_order() {
        assert_eq!(of_band((3, 4), &[(3, 4)], 4), [vec![3, 4, 5, 6]]);
        assert_eq!(of_band((0, 0), &[], 4), [Vec::<usize>::new()]);
    }

    #[test]
    fn causes_stand_below_their_effects() {
        let rows = of_band((0, 6), &[(0, 5), (1, 5), (2, 4)], 4);
        assert_eq!(rows.len(), 2);
        assert!(rows[1].contains(&5) && rows[1].contains(&4), "{rows:?}");
        assert!(
            rows[0].contains(&0) && rows[0].contains(&1) && rows[0].contains(&2),
            "{rows:?}"
        );
    }

    #[test]
    fn without_arrows_the_first_are_at_the_top_and_rows_are_alike() {
        assert_eq!(of_band((0, 5), &[], 4), [vec![2, 3, 4], vec![0, 1]]);
        let sizes: Vec<usize> = of_band((0, 10), &[], 4).iter().map(Vec::len).collect();
        assert_eq!(sizes, [4, 3, 3]);
    }

    #[test]
    fn a_circle_ends() {
        let rows = of_band((0, 6), &[(0, 1), (1, 2), (2, 0), (3, 3)], 4);
        assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), 6);
    }
}
