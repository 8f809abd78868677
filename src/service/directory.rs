//! The names of a server, kept in memory for autocomplete: a keystroke costs the same in a large server as in a small one.
//! What is kept is used only while its version is the stored one, so a change is seen at the next keystroke.

mod found;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use found::found;

use super::{Actor, Result, Services};
use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::name::Index;
use crate::store;
use crate::store::directory::{KpiName, Names, ObjectiveName, PerspectiveName, ScorecardName};

/// How many names are kept, of all servers together; each takes some hundred bytes.
const MOST: usize = 250_000;

/// What somebody wants to do with what they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Look at it.
    See,
    /// Enter values of it.
    Log,
    /// Hand it over.
    HandOver,
    /// Change it.
    Manage,
}

/// The directories of the servers that were looked up last.
#[derive(Default)]
pub(super) struct Directories {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    by_server: HashMap<ServerId, (Arc<Directory>, u64)>,
    uses: u64,
}

impl Directories {
    fn find(&self, server: ServerId, version: i64) -> Option<Arc<Directory>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let now = kept.uses;
        let (directory, last_use) = kept.by_server.get_mut(&server)?;
        *last_use = now;
        (directory.names.version == version).then(|| Arc::clone(directory))
    }

    /// Keeps a directory; those that were not used for the longest time make room for it.
    fn keep(&self, server: ServerId, directory: &Arc<Directory>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let now = kept.uses;
        kept.by_server.insert(server, (Arc::clone(directory), now));
        let mut size: usize = kept.by_server.values().map(|(directory, _)| directory.size()).sum();
        let mut oldest: Vec<(u64, ServerId)> = kept.by_server.iter().map(|(id, (_, used))| (*used, *id)).collect();
        oldest.sort_unstable();
        for (_, other) in oldest.into_iter().filter(|(_, other)| *other != server) {
            if size <= MOST {
                break;
            }
            size -= kept
                .by_server
                .remove(&other)
                .map_or(0, |(directory, _)| directory.size());
        }
    }
}

/// The names of a server as they are at present.
pub(super) async fn of_server(services: &Services, server: ServerId) -> Result<Arc<Directory>> {
    let mut reader = services.read().await?;
    let version = store::directory::version(&mut reader, server).await?;
    if let Some(directory) = services.directories.find(server, version) {
        return Ok(directory);
    }
    let names = store::directory::load(&mut reader, server).await?;
    let directory = Arc::new(Directory::new(names));
    services.directories.keep(server, &directory);
    Ok(directory)
}

/// All names of a server, and how to search them.
#[derive(Debug)]
pub(super) struct Directory {
    names: Names,
    /// Where the scorecards are among the names.
    places: HashMap<ScorecardId, usize>,
    scorecards: Index,
    perspectives: Index,
    objectives: Index,
    kpis: Index,
    /// The KPIs of their owners and deputies.
    own: HashMap<PersonId, Vec<usize>>,
}

/// Which scorecards somebody may see and change.
pub(super) struct Rights<'a> {
    viewer: &'a Actor,
    manages: HashMap<ScorecardId, bool>,
}

impl Rights<'_> {
    fn manages(&self, card: ScorecardId) -> bool {
        self.manages.get(&card).copied().unwrap_or(false)
    }

    fn fits(&self, card: ScorecardId, purpose: Purpose) -> bool {
        self.manages.contains_key(&card) && (purpose == Purpose::See || self.manages(card))
    }

    fn fits_kpi(&self, kpi: &KpiName, purpose: Purpose) -> bool {
        match purpose {
            Purpose::Log if kpi.computed => false,
            Purpose::Log | Purpose::HandOver => {
                self.fits(kpi.scorecard, Purpose::See)
                    && ([kpi.owner, kpi.deputy].contains(&Some(self.viewer.person)) || self.manages(kpi.scorecard))
            }
            _ => self.fits(kpi.scorecard, purpose),
        }
    }
}

impl Directory {
    fn new(names: Names) -> Self {
        let mut directory = Self {
            places: names
                .scorecards
                .iter()
                .enumerate()
                .map(|(at, card)| (card.id, at))
                .collect(),
            scorecards: Index::default(),
            perspectives: Index::default(),
            objectives: Index::default(),
            kpis: Index::default(),
            own: HashMap::new(),
            names,
        };
        for card in &directory.names.scorecards {
            directory.scorecards.add(&card.name);
        }
        for perspective in &directory.names.perspectives {
            directory.perspectives.add(&perspective.name);
        }
        for objective in &directory.names.objectives {
            directory
                .objectives
                .add(&format!("{} · {}", objective.name, objective.perspective));
        }
        for (at, kpi) in directory.names.kpis.iter().enumerate() {
            directory
                .kpis
                .add_with_key(&format!("{} ({})", kpi.name, kpi.key), &kpi.key);
            let deputy = kpi.deputy.filter(|deputy| Some(*deputy) != kpi.owner);
            for person in kpi.owner.into_iter().chain(deputy) {
                directory.own.entry(person).or_default().push(at);
            }
        }
        for index in [
            &mut directory.scorecards,
            &mut directory.perspectives,
            &mut directory.objectives,
            &mut directory.kpis,
        ] {
            *index = std::mem::take(index).sorted();
        }
        directory
    }

    fn size(&self) -> usize {
        self.scorecards.len() + self.perspectives.len() + self.objectives.len() + self.kpis.len()
    }

    /// Which scorecards exist for somebody, and which of them they manage, as `access` has it.
    pub fn rights<'a>(&self, viewer: &'a Actor) -> Rights<'a> {
        let mut manages = HashMap::with_capacity(self.names.scorecards.len());
        for card in self.names.scorecards.iter().filter(|card| reads(viewer, card)) {
            manages.insert(card.id, viewer.administrator || self.managed_above(viewer, card));
        }
        Rights { viewer, manages }
    }

    fn managed_above(&self, viewer: &Actor, card: &ScorecardName) -> bool {
        let above = |card: &&ScorecardName| {
            let parent = self.places.get(&card.parent?)?;
            self.names.scorecards.get(*parent)
        };
        std::iter::successors(Some(card), above)
            .take(self.names.scorecards.len())
            .any(|card| card.manager == viewer.person)
    }

    /// Scorecards that match a folded query.
    pub fn scorecards(
        &self,
        rights: &Rights<'_>,
        purpose: Purpose,
        (query, most): (&str, usize),
    ) -> Vec<&ScorecardName> {
        let all = &self.names.scorecards;
        let fits = |at: usize| rights.fits(all[at].id, purpose);
        found(&self.scorecards, &[], (query, most), fits)
            .map(|at| &all[at])
            .collect()
    }

    fn card_name(&self, id: ScorecardId) -> &str {
        let place = self.places.get(&id);
        place.map_or("", |at| self.names.scorecards[*at].name.as_str())
    }

    /// Perspectives that match a folded query, each with its scorecard's name.
    pub fn perspectives(
        &self,
        rights: &Rights<'_>,
        purpose: Purpose,
        (query, most): (&str, usize),
    ) -> Vec<(&PerspectiveName, &str)> {
        let all = &self.names.perspectives;
        let fits = |at: usize| rights.fits(all[at].scorecard, purpose);
        let beside = |at: usize| (&all[at], self.card_name(all[at].scorecard));
        found(&self.perspectives, &[], (query, most), fits)
            .map(beside)
            .collect()
    }

    /// Objectives that match a folded query, each with its scorecard's name.
    pub fn objectives(
        &self,
        rights: &Rights<'_>,
        purpose: Purpose,
        (query, most): (&str, usize),
    ) -> Vec<(&ObjectiveName, &str)> {
        let all = &self.names.objectives;
        let fits = |at: usize| rights.fits(all[at].scorecard, purpose);
        found(&self.objectives, &[], (query, most), fits)
            .map(|at| (&all[at], self.card_name(all[at].scorecard)))
            .collect()
    }

    /// KPIs that match a folded query, those that somebody owns or stands in for before others.
    pub fn kpis(&self, rights: &Rights<'_>, purpose: Purpose, (query, most): (&str, usize)) -> Vec<&KpiName> {
        let all = &self.names.kpis;
        let own = self.own.get(&rights.viewer.person).map_or(&[][..], Vec::as_slice);
        let fits = |at: usize| rights.fits_kpi(&all[at], purpose);
        found(&self.kpis, own, (query, most), fits).map(|at| &all[at]).collect()
    }
}

fn reads(viewer: &Actor, card: &ScorecardName) -> bool {
    card.readers.as_ref().is_none_or(|readers| {
        readers.people.contains(&viewer.person) || viewer.roles.iter().any(|role| readers.roles.contains(role))
    })
}
