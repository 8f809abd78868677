//! The two servers, the people in them, and what they do at random: each command is given to the bot and to the model.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use sandbox::{Id, Message, Person};

use super::book::{Card, Kpi, Month, Objective, PERSPECTIVES, Server, Target, Value};
use super::say;
use crate::world::{World, message};

/// January 2026.
const FIRST: Month = 2026 * 12;

/// How often the clock moves on by a month.
const MONTHS: u32 = 36;

const NAMES: [&str; 6] = ["Ada", "Maria", "Leo", "Kim", "Noa", "Zed"];

/// Who is in which server; the first one administers it. Two people are in both.
const PEOPLE: [[usize; 4]; 2] = [[0, 1, 2, 3], [5, 4, 3, 2]];

const CARDS: usize = 3;
const OBJECTIVES: usize = 8;
const KPIS: usize = 12;

/// A value that may still be taken back.
struct Undoable {
    server: usize,
    person: usize,
    kpi: (usize, usize),
    month: Month,
    before: Option<Value>,
    after: Value,
    answer: Message,
}

pub struct Play {
    world: World,
    people: Vec<Person>,
    servers: [Server; 2],
    channels: [Id; 2],
    random: StdRng,
    now: Month,
    undoable: Option<Undoable>,
}

/// Who does something where.
#[derive(Clone, Copy)]
struct Who {
    server: usize,
    person: usize,
}

impl Play {
    pub async fn begin(seed: u64) -> Self {
        let world = World::at("2026-01-15T10:00:00Z").await;
        let others = NAMES[3..]
            .iter()
            .map(|name| world.sandbox.add_person(name))
            .collect::<Vec<_>>();
        let known = [&world.ada, &world.maria, &world.leo].map(|person| person.user().id);
        let ids: Vec<Id> = known.into_iter().chain(others).collect();
        world.sandbox.add_member(world.server, ids[3]);
        let beta = world.sandbox.add_server("Beta", ids[5]);
        for person in [4, 3, 2] {
            world.sandbox.add_member(beta, ids[person]);
        }
        let channels = [world.team, world.sandbox.add_channel(beta, "team")];
        let server = |people: [usize; 4]| Server {
            administrator: people[0],
            people: people.to_vec(),
            ..Server::default()
        };
        let play = Self {
            people: ids.iter().map(|id| world.sandbox.person(*id)).collect(),
            servers: PEOPLE.map(server),
            channels,
            random: StdRng::seed_from_u64(seed),
            now: FIRST,
            undoable: None,
            world,
        };
        for (server, people) in PEOPLE.into_iter().enumerate() {
            // Everybody has said something, so that the bot knows them.
            for person in people {
                play.tell(Who { server, person }, "/help").await;
            }
            play.settings(server).await;
        }
        play
    }

    pub async fn end(mut self) {
        self.world.settled().await;
        self.world.stop_bot().await;
    }

    async fn settings(&self, server: usize) {
        let who = Who {
            server,
            person: self.servers[server].administrator,
        };
        self.tell(who, "/settings number_format:1,234.5").await;
    }

    /// One random command.
    pub async fn step(&mut self, at: u32, of: u32) {
        if at > 0 && at.is_multiple_of((of / MONTHS).max(1)) {
            self.next_month().await;
        }
        let server = self.random.random_range(0..2);
        let person = *self.servers[server].people.choose(&mut self.random).unwrap();
        let who = Who { server, person };
        match self.random.random_range(0..1000) {
            0..20 => self.create_card(who).await,
            20..50 => self.add_objective(who).await,
            50..100 => self.add_kpi(who).await,
            100..125 => self.weigh(who).await,
            125..150 => self.set_target(who).await,
            150..170 => self.hand_over(who).await,
            170..190 => self.archive(who).await,
            190..240 => self.undo().await,
            240..340 => self.summary(who).await,
            340..400 => self.complete(who).await,
            400..420 => self.look(who, "/scorecard list").await,
            420..430 => self.look(who, "/audit").await,
            430..450 => self.show_kpi(who).await,
            _ => self.log(who).await,
        }
    }

    async fn next_month(&mut self) {
        self.now += 1;
        let first = chrono::NaiveDate::from_ymd_opt(
            i32::try_from(self.now.div_euclid(12)).unwrap(),
            u32::try_from(self.now.rem_euclid(12)).unwrap() + 1,
            15,
        );
        let at = first.unwrap().and_hms_opt(10, 0, 0).unwrap().and_utc();
        self.world.sandbox.clock().set(at);
        self.world.settled().await;
        self.undoable = None;
    }

    async fn answer(&self, who: Who, line: &str) -> Message {
        let given = self.people[who.person].slash(self.channels[who.server], line);
        let interaction = given.await.unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let answer = message(&interaction).await;
        self.refuse_leak(who, line, &answer.text());
        answer
    }

    async fn tell(&self, who: Who, line: &str) -> String {
        self.answer(who, line).await.text()
    }

    /// Fails where somebody reads of what does not exist for them.
    fn refuse_leak(&self, who: Who, line: &str, answer: &str) {
        let tags = answer
            .split(|sign: char| !sign.is_ascii_alphanumeric())
            .filter(|word| is_tag(word));
        let typed: Vec<&str> = line.split(|sign: char| !sign.is_ascii_alphanumeric()).collect();
        for tag in tags.filter(|tag| !typed.contains(tag)) {
            let seen = self.servers[who.server]
                .seen(who.person, self.now)
                .any(|card| card.tag == tag);
            assert!(seen, "{} was shown “{tag}” by {line}:\n{answer}", NAMES[who.person]);
        }
    }

    /// The command's answer says all of this.
    async fn expect(&self, who: Who, line: &str, parts: &[&str]) -> Message {
        let answer = self.answer(who, line).await;
        let text = answer.text();
        for part in parts {
            assert!(
                text.contains(part),
                "{} gave {line}\nexpected “{part}” in\n{text}",
                NAMES[who.person]
            );
        }
        answer
    }

    fn server(&self, who: Who) -> &Server {
        &self.servers[who.server]
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    /// A scorecard of the server, seen by the person or not.
    fn some_card(&mut self, who: Who) -> Option<usize> {
        let cards = self.servers[who.server].cards.len();
        (cards > 0).then(|| self.random.random_range(0..cards))
    }

    /// A KPI of the server, seen by the person or not.
    fn some_kpi(&mut self, who: Who) -> Option<(usize, usize)> {
        let card = self.some_card(who)?;
        let kpis = self.servers[who.server].cards[card].kpis.len();
        (kpis > 0).then(|| (card, self.random.random_range(0..kpis)))
    }

    fn kpi(&self, server: usize, (card, kpi): (usize, usize)) -> (&Card, &Kpi) {
        let card = &self.servers[server].cards[card];
        (card, &card.kpis[kpi])
    }

    fn kpi_mut(&mut self, server: usize, (card, kpi): (usize, usize)) -> &mut Kpi {
        &mut self.servers[server].cards[card].kpis[kpi]
    }

    /// What somebody is told who may not change a scorecard; none where they may.
    fn refused(&self, who: Who, card: &Card, noun: &str) -> Option<String> {
        if !card.is_seen_by(who.person, self.now) {
            return Some(format!("I find no {noun}"));
        }
        let manages = self.server(who).manages(who.person, card, self.now);
        (!manages).then(|| format!("Only the manager of **{}** can do this", card.name))
    }

    async fn create_card(&mut self, who: Who) {
        let server = &self.servers[who.server];
        if server.cards.len() >= CARDS {
            return;
        }
        let tag = format!("c{}{}", self.servers[who.server].made, ["a", "b"][who.server]);
        let name = format!("Unit {tag}");
        let manager = *self.servers[who.server].people.choose(&mut self.random).unwrap();
        let reader = *self.servers[who.server].people.choose(&mut self.random).unwrap();
        let reader = self.chance(50).then_some(reader);
        let private = reader.map(|reader| format!(" reader:@{}", NAMES[reader]));
        let line = format!(
            "/scorecard create name:\"{name}\" manager:@{}{}",
            NAMES[manager],
            private.unwrap_or_default()
        );
        if who.person != self.server(who).administrator {
            self.expect(who, &line, &["Only administrators can do this"]).await;
            return;
        }
        self.expect(who, &line, &[&format!("**{name}** is created")]).await;
        let created = self.now;
        let server = &mut self.servers[who.server];
        server.made += 1;
        let card = Card {
            name,
            tag,
            manager,
            created,
            readers: reader.map(|reader| vec![reader]),
            objectives: Vec::new(),
            kpis: Vec::new(),
        };
        server.cards.push(card);
    }

    async fn add_objective(&mut self, who: Who) {
        let Some(card) = self.some_card(who) else { return };
        let perspective = self.random.random_range(0..PERSPECTIVES.len());
        let weight = self.random.random_range(1..=5);
        let it = &self.server(who).cards[card];
        if it.objectives.len() >= OBJECTIVES {
            return;
        }
        let name = format!("Goal {} {}", it.objectives.len(), it.tag);
        let line = format!(
            "/objective add name:\"{name}\" perspective:\"{}\" scorecard:\"{}\" weight:{weight}",
            PERSPECTIVES[perspective], it.name
        );
        if let Some(refused) = self.refused(who, it, "scorecard") {
            self.expect(who, &line, &[&refused]).await;
            return;
        }
        self.expect(who, &line, &[&format!("**{name}** is added")]).await;
        let weights = [(0, weight)].into();
        self.servers[who.server].cards[card].objectives.push(Objective {
            name,
            perspective,
            weights,
        });
    }

    async fn add_kpi(&mut self, who: Who) {
        let Some(card) = self.some_card(who) else { return };
        let it = &self.servers[who.server].cards[card];
        if it.kpis.len() >= KPIS || it.objectives.is_empty() {
            return;
        }
        let objective = self.random.random_range(0..it.objectives.len());
        let (name, key) = (
            format!("Rate {} {}", it.kpis.len(), it.tag),
            format!("k{}-{}", it.kpis.len(), it.tag),
        );
        let owner = *self.servers[who.server].people.choose(&mut self.random).unwrap();
        let weight = self.random.random_range(1..=9);
        let target = if self.chance(85) {
            Some(self.some_target())
        } else {
            None
        };
        let it = &self.servers[who.server].cards[card];
        let judged = target.as_ref().map(|target| {
            let direction = if target.good > target.red { "higher" } else { "lower" };
            let (target, red) = (say::number(target.good), say::number(target.red));
            format!(" direction:{direction} target:{target} red_flag:{red}")
        });
        let line = format!(
            "/kpi add objective:\"{}\" key:{key} name:\"{name}\" decimals:1 owner:@{} weight:{weight}{}",
            it.objectives[objective].name,
            NAMES[owner],
            judged.unwrap_or_default()
        );
        if let Some(refused) = self.refused(who, it, "objective") {
            self.expect(who, &line, &[&refused]).await;
            return;
        }
        let answer = self.expect(who, &line, &[&format!("**{name}** is added")]).await;
        assert!(answer.text().contains(&key), "{}", answer.text());
        let created = self.now;
        self.servers[who.server].cards[card].kpis.push(Kpi {
            key,
            name,
            objective,
            owner: Some(owner),
            created,
            targets: target.into_iter().collect(),
            values: [].into(),
            weights: [(0, weight)].into(),
            archived: [].into(),
        });
    }

    /// A target with its red flag, in either direction.
    fn some_target(&mut self) -> Target {
        let target = self.random.random_range(600..=900);
        let far = self.random.random_range(5..=200);
        let red = if self.chance(50) { target - far } else { target + far };
        Target {
            from: None,
            good: target,
            red,
        }
    }

    async fn weigh(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let weight = self.random.random_range(1..=9);
        let (card, kpi) = self.kpi(who.server, at);
        let line = format!("/kpi edit kpi:{} weight:{weight}", kpi.key);
        let before = *kpi.weights.last_key_value().unwrap().1;
        let now = self.now;
        if let Some(refused) = self.refused_kpi(who, card, kpi) {
            self.expect(who, &line, &[&refused]).await;
        } else if before == weight {
            self.expect(who, &line, &["That is how it is already"]).await;
        } else {
            self.expect(who, &line, &[&format!("Weight: {before} → {weight}")])
                .await;
            self.kpi_mut(who.server, at).weights.insert(now, weight);
        }
    }

    /// The same for a KPI, which must be in use too.
    fn refused_kpi(&self, who: Who, card: &Card, kpi: &Kpi) -> Option<String> {
        if kpi.is_archived(self.now) {
            return Some("I find no KPI".to_owned());
        }
        self.refused(who, card, "KPI")
    }

    async fn set_target(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let mut target = self.some_target();
        let ahead = self.random.random_range(0..3);
        let from = self.now + ahead;
        let (card, kpi) = self.kpi(who.server, at);
        // A KPI without a target was made without a direction: higher is better.
        let higher = kpi.targets.first().is_none_or(|first| first.good > first.red);
        let far = (target.good - target.red).abs();
        target.red = if higher { target.good - far } else { target.good + far };
        target.from = Some(from);
        let line = format!(
            "/kpi target kpi:{} target:{} red_flag:{} from:{}",
            kpi.key,
            say::number(target.good),
            say::number(target.red),
            say::typed_month(from)
        );
        let same = kpi
            .target(from)
            .is_some_and(|held| (held.good, held.red) == (target.good, target.red));
        if let Some(refused) = self.refused_kpi(who, card, kpi) {
            self.expect(who, &line, &[&refused]).await;
        } else if same {
            self.expect(who, &line, &["That is how it is already"]).await;
        } else {
            self.expect(who, &line, &["has a new target", &say::number(target.good)])
                .await;
            let targets = &mut self.kpi_mut(who.server, at).targets;
            targets.retain(|held| held.from != target.from);
            targets.push(target);
        }
    }

    async fn hand_over(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let to = *self.servers[who.server].people.choose(&mut self.random).unwrap();
        let (card, kpi) = self.kpi(who.server, at);
        let line = format!("/kpi hand-over kpi:{} to:@{}", kpi.key, NAMES[to]);
        if let Some(refused) = self.refused_value(who, card, kpi) {
            self.expect(who, &line, &[&refused]).await;
        } else if !card.is_seen_by(to, self.now) && !self.server(who).manages(who.person, card, self.now) {
            let refused = format!("{}** does not read **{}**", NAMES[to], card.name);
            self.expect(who, &line, &[&refused]).await;
        } else if kpi.owner == Some(to) {
            self.expect(who, &line, &["That is how it is already"]).await;
        } else {
            self.expect(who, &line, &["changes hands", NAMES[to]]).await;
            self.kpi_mut(who.server, at).owner = Some(to);
        }
    }

    /// What somebody is told who may not enter a KPI's values; none where they may.
    fn refused_value(&self, who: Who, card: &Card, kpi: &Kpi) -> Option<String> {
        if !card.is_seen_by(who.person, self.now) || kpi.is_archived(self.now) {
            return Some("I find no KPI".to_owned());
        }
        let may = self.server(who).may_log(who.person, card, kpi, self.now);
        (!may).then(|| format!("Values of **{}** come from its owner", kpi.name))
    }

    async fn archive(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let (card, kpi) = self.kpi(who.server, at);
        let now = self.now;
        if kpi.is_archived(now) {
            let line = format!("/kpi restore kpi:{}", kpi.key);
            if self.refused(who, card, "KPI").is_some() {
                self.expect(who, &line, &["I find no KPI"]).await;
                return;
            }
            self.expect(who, &line, &[&format!("**{}** is back in use", kpi.name)])
                .await;
            self.kpi_mut(who.server, at).archived.insert(now, false);
        } else {
            let line = format!("/kpi archive kpi:{}", kpi.key);
            if let Some(refused) = self.refused(who, card, "KPI") {
                self.expect(who, &line, &[&refused]).await;
                return;
            }
            self.expect(who, &line, &[&format!("**{}** is archived", kpi.name)])
                .await;
            self.kpi_mut(who.server, at).archived.insert(now, true);
        }
    }

    fn some_month(&mut self) -> Month {
        match self.random.random_range(0..100) {
            0..55 => self.now - 1,
            55..65 => self.now,
            65..68 => self.now + 1,
            _ => self.now - self.random.random_range(2..14),
        }
    }

    async fn log(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let of = self.some_month();
        let value = match self.random.random_range(0..100) {
            0..4 => Value::NotApplicable(
                ["store closed", "system replaced"]
                    .choose(&mut self.random)
                    .unwrap()
                    .to_string(),
            ),
            4..6 => Value::Number(self.random.random_range(4_000..9_000)),
            _ => Value::Number(self.random.random_range(450..=1_100)),
        };
        let typed = match &value {
            Value::NotApplicable(reason) => format!("n/a: {reason}"),
            Value::Number(tenths) => say::number(*tenths),
        };
        let gives_reason = self.chance(70);
        let (card, kpi) = self.kpi(who.server, at);
        let period = say::typed_month(of);
        let mut line = format!("/log kpi:{} value:\"{typed}\" period:{period}", kpi.key);
        let manages = self.server(who).manages(who.person, card, self.now);
        let closed = card.is_closed(of, self.now);
        let before = kpi.values.get(&of).cloned();
        let none = |month| matches!(kpi.values.get(&month), Some(Value::NotApplicable(_)));
        let repeats = matches!(value, Value::NotApplicable(_)) && none(of - 1) && !none(of);
        let corrects = closed && before.is_some() && before.as_ref() != Some(&value);
        let doubtful = is_doubtful(kpi, of, &value);
        if corrects && gives_reason {
            line += " reason:\"Counted again\"";
        }
        let refused = self.refused_value(who, card, kpi);
        let refused = refused.or_else(|| (of > self.now).then(|| format!("{} begins only", say::month(of))));
        let refused = refused.or_else(|| {
            (repeats && !manages).then(|| "To leave it out a second time in a row is for the manager".to_owned())
        });
        let refused = refused.or_else(|| refuses_correction(of, corrects && !doubtful, (manages, gives_reason)));
        if let Some(refused) = refused {
            self.expect(who, &line, &[&refused]).await;
        } else if doubtful {
            self.doubt(who, at, of, &value, &line).await;
        } else if before.as_ref() == Some(&value) {
            self.expect(who, &line, &[&format!("It was {} already", say::value(Some(&value)))])
                .await;
        } else {
            let headline = say::headline(kpi, of, &value, of == self.now);
            let replaced = before
                .as_ref()
                .map(|before| format!("It was {}.", say::value(Some(before))));
            let late = (closed && before.is_none()).then_some("so it counts as late");
            let parts: Vec<&str> = [Some(headline.as_str()), replaced.as_deref(), late]
                .into_iter()
                .flatten()
                .collect();
            let answer = self.expect(who, &line, &parts).await;
            self.save(who, at, of, value, answer);
        }
    }

    fn save(&mut self, who: Who, at: (usize, usize), month: Month, value: Value, answer: Message) {
        let closed = self.kpi(who.server, at).0.is_closed(month, self.now);
        let before = self.kpi_mut(who.server, at).values.insert(month, value.clone());
        let (server, person) = (who.server, who.person);
        let undoable = Undoable {
            server,
            person,
            kpi: at,
            month,
            before,
            after: value,
            answer,
        };
        self.undoable = (!closed).then_some(undoable);
    }

    /// A value far from all before it is saved only with a second press.
    async fn doubt(&mut self, who: Who, at: (usize, usize), of: Month, value: &Value, line: &str) {
        let Value::Number(tenths) = *value else { return };
        let (card, kpi) = self.kpi(who.server, at);
        let locked = card.is_closed(of, self.now) && kpi.values.contains_key(&of);
        let asked = self.expect(who, line, &["Which is right?", &say::number(tenths)]).await;
        if locked || !self.chance(50) {
            return;
        }
        let button = format!("Save {}", say::number(tenths));
        let pressed = self.people[who.person].press(&asked, &button).await.unwrap();
        let saved = message(&pressed).await;
        let headline = say::headline(self.kpi(who.server, at).1, of, value, of == self.now);
        assert!(
            saved.text().contains(&headline),
            "expected “{headline}” in\n{}",
            saved.text()
        );
        self.save(who, at, of, value.clone(), saved);
    }

    async fn undo(&mut self) {
        let Some(last) = self.undoable.take() else { return };
        let who = Who {
            server: last.server,
            person: last.person,
        };
        let (card, kpi) = self.kpi(last.server, last.kpi);
        let holds = kpi.values.get(&last.month) == Some(&last.after);
        if !holds || self.refused_value(who, card, kpi).is_some() {
            return;
        }
        let pressed = self.people[last.person].press(&last.answer, "Undo").await.unwrap();
        let undone = message(&pressed).await.text();
        let expected = format!(
            "**{}** · {}: {} → {}.",
            kpi.name,
            say::month(last.month),
            say::value(Some(&last.after)),
            say::value(last.before.as_ref())
        );
        assert!(undone.contains(&expected), "expected “{expected}” in\n{undone}");
        let values = &mut self.kpi_mut(last.server, last.kpi).values;
        match last.before {
            Some(before) => values.insert(last.month, before),
            None => values.remove(&last.month),
        };
    }

    async fn summary(&mut self, who: Who) {
        let Some(card) = self.some_card(who) else { return };
        let of = self.now - self.random.random_range(1..14);
        let card = &self.server(who).cards[card];
        let line = format!("/summary scorecard:\"{}\" period:{}", card.name, say::typed_month(of));
        if !card.is_seen_by(who.person, self.now) {
            self.expect(who, &line, &["I find no scorecard"]).await;
            return;
        }
        let expected = card.summary(of, self.now);
        let mut lines = vec![say::summary_head(card, of, &expected.card, &expected.perspectives)];
        for (at, (sum, kpis)) in expected
            .perspectives
            .iter()
            .enumerate()
            .filter(|(_, (_, kpis))| !kpis.is_empty())
        {
            lines.push(say::perspective_head(at, sum));
            for kpi in kpis {
                let it = &card.kpis[kpi.kpi];
                lines.push(say::kpi_line(it, kpi, it.owner.map_or("", |owner| NAMES[owner])));
            }
        }
        let answer = self.tell(who, &line).await;
        for line in lines {
            let found = answer.lines().any(|said| {
                said.strip_prefix(&line)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(" · "))
            });
            assert!(
                found,
                "{} in {}\nexpected “{line}” in\n{answer}",
                NAMES[who.person],
                say::month(self.now)
            );
        }
    }

    /// Autocomplete offers what the person may enter values of, and nothing else.
    async fn complete(&mut self, who: Who) {
        let typed = ["", "rate", "k1", "c0", "2 c", "goal"]
            .choose(&mut self.random)
            .unwrap();
        let server = self.server(who);
        let mut expected: Vec<String> = server
            .seen(who.person, self.now)
            .flat_map(|card| card.kpis.iter().map(move |kpi| (card, kpi)))
            .filter(|(card, kpi)| !kpi.is_archived(self.now) && server.may_log(who.person, card, kpi, self.now))
            .filter(|(_, kpi)| kpi.name.to_lowercase().contains(typed) || kpi.key.contains(typed))
            .map(|(_, kpi)| kpi.key.clone())
            .collect();
        let line = format!("/log kpi:{typed}");
        let offered = self.people[who.person]
            .complete(self.channels[who.server], &line)
            .await
            .unwrap();
        let mut found: Vec<String> = offered
            .iter()
            .map(|choice| choice.value.as_str().unwrap().to_owned())
            .collect();
        expected.sort();
        found.sort();
        if expected.len() > 25 {
            assert!(
                found.len() == 25 && found.iter().all(|key| expected.contains(key)),
                "{line}: {found:?}"
            );
        } else {
            assert_eq!(found, expected, "{} {line}", NAMES[who.person]);
        }
    }

    /// An answer whose words the model does not know: it must show nothing that is not the person's to see.
    async fn look(&mut self, who: Who, line: &str) {
        self.tell(who, line).await;
    }

    async fn show_kpi(&mut self, who: Who) {
        let Some(at) = self.some_kpi(who) else { return };
        let (card, kpi) = self.kpi(who.server, at);
        let line = format!("/kpi show kpi:{}", kpi.key);
        if !card.is_seen_by(who.person, self.now) || kpi.is_archived(self.now) {
            self.expect(who, &line, &["I find no KPI"]).await;
            return;
        }
        self.expect(
            who,
            &line,
            &[&kpi.name, &format!("Owner {}", NAMES[kpi.owner.unwrap()])],
        )
        .await;
    }
}

/// What somebody is told who may not change what was published, or who does not say why; none where nothing is in the way.
fn refuses_correction(of: Month, corrects: bool, (manages, gives_reason): (bool, bool)) -> Option<String> {
    match (corrects, manages, gives_reason) {
        (true, false, _) => Some(format!("The review of {} is closed", say::month(of))),
        (true, true, false) => Some(format!("The numbers of {} are published", say::month(of))),
        _ => None,
    }
}

/// Whether a value is beyond three times the last one or below a third of it, and outside the KPI's history.
fn is_doubtful(kpi: &Kpi, of: Month, value: &Value) -> bool {
    let Value::Number(value) = *value else { return false };
    let earlier: Vec<i64> = kpi
        .values
        .range(..=of)
        .filter_map(|(_, value)| match value {
            Value::Number(tenths) => Some(*tenths),
            Value::NotApplicable(_) => None,
        })
        .collect();
    let Some(last) = earlier.last() else { return false };
    let within = earlier.iter().min() <= Some(&value) && Some(&value) <= earlier.iter().max();
    let near = value * 3 >= *last && value <= last * 3;
    !near && !within && kpi.values.get(&of) != Some(&Value::Number(value))
}

/// Whether a word marks a scorecard: `c12a`.
fn is_tag(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('c') else {
        return false;
    };
    let digits = rest.trim_end_matches(['a', 'b']);
    rest.len() == digits.len() + 1 && !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit())
}
