//! What a story is made of: chapters of steps, in the words people type.

/// Where the clock stands at the beginning.
pub const BEGINS_AT: &str = "2026-09-30T15:00:00Z";

/// A part of the story, shown on the page while it happens.
pub struct Chapter {
    /// What happens, in words.
    pub title: &'static str,
    /// How.
    pub steps: &'static [Step],
}

/// One thing that happens.
#[derive(Debug)]
pub enum Step {
    /// The bot is connected and its commands are there.
    Ready,
    /// Somebody sends a command; the answer holds the words.
    Command {
        by: &'static str,
        at: &'static str,
        line: &'static str,
        says: &'static str,
    },
    /// The same with a file of the demo's data.
    File {
        by: &'static str,
        at: &'static str,
        line: &'static str,
        file: &'static str,
        says: &'static str,
    },
    /// Somebody presses a button of the last answer; what comes then holds the words.
    Press { button: &'static str, says: &'static str },
    /// The clock moves on to an instant, by way of all events before it.
    Until(&'static str),
    /// The bot's direct message to somebody holds the words.
    Asked { who: &'static str, says: &'static str },
    /// Somebody answers the bot's direct message by its form: values by the beginning of the field's label.
    Answer {
        by: &'static str,
        button: &'static str,
        values: &'static [(&'static str, &'static str)],
        says: &'static str,
    },
    /// The bot wrote the words into a channel.
    Posted { at: &'static str, says: &'static str },
    /// Somebody writes to the others.
    Say {
        by: &'static str,
        at: &'static str,
        text: &'static str,
    },
    /// Everybody dismisses what only they can see.
    Tidy,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::chapter::CHAPTERS;
    use super::*;

    /// The first column and the column of this name, of a CSV without quoted commas in them.
    fn columns(csv: &'static str, name: &str) -> Vec<(&'static str, &'static str)> {
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().unwrap();
        let at = |name: &str| head.iter().position(|one| *one == name).unwrap();
        let (key, wanted) = (at("key"), at(name));
        lines.map(|line| (line[key], line[wanted])).collect()
    }

    #[test]
    fn every_monthly_kpi_is_answered_for_october_exactly_once() {
        let kpis = include_str!("../../data/kpis.csv");
        let names: BTreeMap<_, _> = columns(kpis, "name")
            .into_iter()
            .map(|(key, name)| (name, key))
            .collect();
        let mut answered = Vec::new();
        for step in CHAPTERS.iter().flat_map(|chapter| chapter.steps) {
            match step {
                Step::Answer { values, .. } => answered.extend(values.iter().map(|(label, _)| names[label])),
                Step::Command { line, .. } => {
                    let key = line.strip_prefix("/log kpi:").and_then(|rest| rest.split(' ').next());
                    answered.extend(key);
                }
                _ => {}
            }
        }
        answered.sort_unstable();
        let monthly = columns(kpis, "frequency")
            .into_iter()
            .filter(|(_, frequency)| *frequency == "monthly");
        let mut expected: Vec<_> = monthly.map(|(key, _)| key).collect();
        expected.sort_unstable();
        assert_eq!(answered, expected);
    }

    #[test]
    fn the_clock_only_goes_forward() {
        let instants = CHAPTERS
            .iter()
            .flat_map(|chapter| chapter.steps)
            .filter_map(|step| match step {
                Step::Until(at) => Some(*at),
                _ => None,
            });
        let mut all = vec![BEGINS_AT];
        all.extend(instants);
        let parsed: Vec<chrono::DateTime<chrono::Utc>> = all.iter().map(|at| at.parse().unwrap()).collect();
        assert!(parsed.is_sorted(), "{all:?}");
        assert_eq!(all.last(), Some(&"2026-11-30T15:00:00Z"));
    }

    #[test]
    fn every_imported_value_belongs_to_an_imported_kpi() {
        let kpis: Vec<_> = columns(include_str!("../../data/kpis.csv"), "key")
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        let actuals = columns(include_str!("../../data/actuals.csv"), "period");
        assert_eq!((kpis.len(), actuals.len()), (28, 270));
        for (key, period) in actuals {
            assert!(kpis.contains(&key), "{key} in {period}");
        }
    }
}
