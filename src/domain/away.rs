//! Absences: the days on which somebody is away, and who is asked in their place.

use std::collections::HashMap;
use std::hash::BuildHasher;

use chrono::NaiveDate;

use super::id::PersonId;

/// The days on which somebody is away, in the server's time zone, and whom they named for that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Who answers meanwhile.
    pub deputy: Option<PersonId>,
}

impl Away {
    /// Whether it has begun and is not over on a day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// Those who can answer for a KPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answering {
    /// Who does: its owner, else the manager.
    pub first: PersonId,
    /// Its deputy.
    pub deputy: Option<PersonId>,
    /// The manager of its scorecard.
    pub manager: PersonId,
}

/// Who is asked for a KPI's values while some are away, each with whom they named: whoever answers for it; else whom they
/// named, else the KPI's deputy, else the manager, else whom the manager named. Where all of them are away it stays with
/// whoever answers for it.
#[must_use]
pub fn asked<S: BuildHasher>(answering: &Answering, away: &HashMap<PersonId, Option<PersonId>, S>) -> PersonId {
    let named = |person: &PersonId| away.get(person).copied().flatten();
    let in_turn = [
        Some(answering.first),
        named(&answering.first),
        answering.deputy,
        Some(answering.manager),
        named(&answering.manager),
    ];
    let here = in_turn.into_iter().flatten().find(|person| !away.contains_key(person));
    here.unwrap_or(answering.first)
}

/// Who is told last of all that a value is overdue: the manager of its scorecard; while they are away whom they named, else
/// the next of the managers above who is there. Where all of them are away it stays with the manager.
#[must_use]
pub fn told_last<S: BuildHasher>(
    manager: PersonId,
    above: &[PersonId],
    away: &HashMap<PersonId, Option<PersonId>, S>,
) -> PersonId {
    let named = away.get(&manager).copied().flatten();
    let mut in_turn = std::iter::once(manager).chain(named).chain(above.iter().copied());
    in_turn.find(|person| !away.contains_key(person)).unwrap_or(manager)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: i64 = 1;
    const DEPUTY: i64 = 2;
    const MANAGER: i64 = 3;
    const NAMED: i64 = 4;
    const OTHER: i64 = 5;

    #[track_caller]
    fn check(away: &[(i64, Option<i64>)], expected: i64) {
        let away: HashMap<_, _> = away
            .iter()
            .map(|(person, named)| (PersonId::from(*person), named.map(PersonId::from)))
            .collect();
        let answering = Answering {
            first: OWNER.into(),
            deputy: Some(DEPUTY.into()),
            manager: MANAGER.into(),
        };
        assert_eq!(asked(&answering, &away), PersonId::from(expected), "{away:?}");
    }

    #[test]
    fn the_first_who_is_there_is_asked() {
        check(&[], OWNER);
        check(&[(OTHER, None)], OWNER);
        check(&[(OWNER, Some(NAMED))], NAMED);
        check(&[(OWNER, Some(NAMED)), (NAMED, None)], DEPUTY);
        check(&[(OWNER, None)], DEPUTY);
        check(&[(OWNER, None), (DEPUTY, None)], MANAGER);
        check(&[(OWNER, None), (DEPUTY, Some(OTHER)), (MANAGER, Some(NAMED))], NAMED);
        check(&[(OWNER, None), (DEPUTY, None), (MANAGER, None)], OWNER);
    }

    #[test]
    fn the_first_manager_who_is_there_is_told_last() {
        let check = |away: &[(i64, Option<i64>)], expected: i64| {
            let away: HashMap<_, _> = away
                .iter()
                .map(|(person, named)| (PersonId::from(*person), named.map(PersonId::from)))
                .collect();
            let above = [OTHER.into(), DEPUTY.into()];
            assert_eq!(
                told_last(MANAGER.into(), &above, &away),
                PersonId::from(expected),
                "{away:?}"
            );
        };
        check(&[], MANAGER);
        check(&[(MANAGER, None)], OTHER);
        check(&[(MANAGER, Some(NAMED))], NAMED);
        check(&[(MANAGER, Some(NAMED)), (NAMED, None)], OTHER);
        check(&[(MANAGER, None), (OTHER, Some(NAMED))], DEPUTY);
        check(&[(MANAGER, None), (OTHER, None), (DEPUTY, None)], MANAGER);
    }

    #[test]
    fn the_last_day_is_one_of_absence_and_the_next_is_not() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let away = Away {
            from: day("2026-12-23"),
            until: day("2027-01-02"),
            deputy: None,
        };
        for (on, covered) in [
            ("2026-12-22", false),
            ("2026-12-23", true),
            ("2027-01-02", true),
            ("2027-01-03", false),
        ] {
            assert_eq!(away.covers(day(on)), covered, "{on}");
        }
    }
}
