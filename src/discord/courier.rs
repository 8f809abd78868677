//! The one place that posts messages: claims due notices, says each once, and records what became of it. Keeps the order
//! in each channel, paces itself below Discord's global limit, and looks up what may have been said already.

mod outcome;
mod recognise;
mod thread;
mod withhold;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{ChannelId, GetMessages, Http, MessageId, UserId};
use tokio::sync::{Mutex, watch};
use tokio::task::{self, JoinSet};
use tokio::time::{Interval, MissedTickBehavior};

use super::picture::Studio;
use super::reply::Post;
use super::view;
use crate::service::Services;
use crate::service::notice::{self, Address, Claimed, Delivery};
use outcome::{Outcome, Stage};

/// Discord allows 50 requests a second; answers to people come first.
const PACE: Duration = Duration::from_millis(25);

/// How many notices are under way at once, each to another destination.
const AT_ONCE: usize = 64;

/// The longest pause without a look at the outbox: with nothing under way, and with something.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
const BUSY_PAUSE: Duration = Duration::from_millis(100);

/// How long one delivery may take; less than its lease.
const PATIENCE: Duration = Duration::from_secs(100);

/// How long it is tried to record what became of a delivery, and how long the first pause in between is.
const RECORD_WITHIN: Duration = Duration::from_mins(5);
const RECORD_PAUSE: Duration = Duration::from_millis(200);

/// How many messages are looked through at once for one that may have been said.
const LOOK_BACK: u8 = 100;

struct Courier {
    services: Arc<Services>,
    http: Arc<Http>,
    studio: Arc<Studio>,
    pace: Mutex<Interval>,
    /// Discord counts all openings of direct channels together: one at a time.
    opening: Mutex<()>,
}

/// Delivers until the bot stops; what is under way then is brought to its end.
pub async fn run(services: Arc<Services>, http: Arc<Http>, studio: Arc<Studio>, mut stopping: watch::Receiver<bool>) {
    let mut jumps = services.clock().subscribe();
    let mut pace = tokio::time::interval(PACE);
    pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let courier = Arc::new(Courier {
        services,
        http,
        studio,
        pace: Mutex::new(pace),
        opening: Mutex::new(()),
    });
    let mut under_way = UnderWay::default();
    let mut look = true;
    while !*stopping.borrow() {
        if look || under_way.ids.len() <= AT_ONCE / 2 {
            for claimed in courier.claim(&under_way.ids).await {
                under_way.begin(&courier, claimed);
            }
        }
        let pause = courier.pause(under_way.ids.is_empty()).await;
        look = true;
        tokio::select! {
            () = under_way.one_ended(), if !under_way.ids.is_empty() => look = false,
            () = courier.services.notice_written() => {}
            Ok(()) = jumps.changed() => {}
            () = tokio::time::sleep(pause) => {}
            // Asked to, or nobody is left who could ask.
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
    while !under_way.ids.is_empty() {
        under_way.one_ended().await;
    }
}

/// The deliveries that are under way, each as a task of its own: one that waits for the database must not wait for the
/// look at the outbox, and one that breaks takes no other with it.
#[derive(Default)]
struct UnderWay {
    tasks: JoinSet<()>,
    ids: HashMap<task::Id, i64>,
}

impl UnderWay {
    fn begin(&mut self, courier: &Arc<Courier>, claimed: Claimed) {
        let (courier, id) = (Arc::clone(courier), claimed.id.get());
        let task = self.tasks.spawn(async move { courier.deliver(claimed).await });
        self.ids.insert(task.id(), id);
    }

    async fn one_ended(&mut self) {
        let task = match self.tasks.join_next_with_id().await {
            Some(Ok((task, ()))) => task,
            Some(Err(broken)) => {
                tracing::error!(%broken, notice = self.ids.get(&broken.id()), "a delivery broke; it is taken up again");
                broken.id()
            }
            None => return self.ids.clear(),
        };
        self.ids.remove(&task);
    }
}

impl Courier {
    /// Takes on what is due, as far as there is room.
    async fn claim(&self, under_way: &HashMap<task::Id, i64>) -> Vec<Claimed> {
        let ids: Vec<i64> = under_way.values().copied().collect();
        let room = AT_ONCE.saturating_sub(ids.len());
        notice::claim(&self.services, &ids, room).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the outbox could not be read; trying again");
            Vec::new()
        })
    }

    async fn pause(&self, idle: bool) -> Duration {
        if !idle {
            return BUSY_PAUSE;
        }
        match notice::next_due_at(&self.services).await {
            Ok(Some(at)) => (at - self.services.now())
                .to_std()
                .unwrap_or_default()
                .clamp(BUSY_PAUSE, LONGEST_PAUSE),
            Ok(None) | Err(_) => LONGEST_PAUSE,
        }
    }

    /// Brings one notice to its end, whatever that is.
    async fn deliver(&self, claimed: Claimed) {
        match notice::prepare(&self.services, &claimed).await {
            Ok(None) => {}
            Ok(Some(delivery)) => {
                let outcome = self.outcome(&delivery).await;
                self.record(&delivery, outcome).await;
            }
            Err(error) => {
                let id = claimed.id.get();
                tracing::warn!(%error, notice = id, "a notice could not be prepared; it is taken up again");
            }
        }
    }

    async fn outcome(&self, delivery: &Delivery) -> Outcome {
        if let Some(withheld) = self.withheld(delivery).await {
            return withheld;
        }
        let mut pages = view::notice::pages(delivery);
        if let Err(error) = notice::spread(&self.services, &delivery.claimed, pages.len()).await {
            tracing::warn!(%error, "the further pages of a notice could not be noted; it is not said yet");
            return Outcome::not_noted();
        }
        let post = pages.swap_remove(0);
        let post = self.studio.complete(post, delivery.theme).await;
        match tokio::time::timeout(PATIENCE, self.say(delivery, post)).await {
            Ok(Ok(Some(message))) => Outcome::Said(message),
            Ok(Ok(None)) => Outcome::not_said(),
            Ok(Err((stage, error))) => outcome::of(&self.http, delivery, stage, &error).await,
            Err(_) => Outcome::unknown("it took too long"),
        }
    }

    /// Writes down what became of a notice, for as long as that takes: the database may be locked.
    async fn record(&self, delivery: &Delivery, outcome: Outcome) {
        let started = tokio::time::Instant::now();
        let mut pause = RECORD_PAUSE;
        while let Err(error) = outcome.record(&self.services, delivery).await {
            let id = delivery.claimed.id.get();
            tracing::warn!(%error, notice = id, "what became of a notice could not be recorded; trying again");
            if started.elapsed() > RECORD_WITHIN {
                return;
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
    }

    /// Says a notice; nothing where an earlier attempt turns out not to have said it: then it is decided anew.
    #[expect(clippy::disallowed_methods, reason = "messages are posted from here only")]
    async fn say(
        &self,
        delivery: &Delivery,
        post: Post,
    ) -> Result<Option<(ChannelId, MessageId)>, (Stage, Box<serenity::Error>)> {
        let at = |stage: Stage| move |error: serenity::Error| (stage, Box::new(error));
        if let Some((channel, message)) = delivery.claimed.message {
            let (channel, message) = (channel_id(channel), MessageId::new(message.cast_unsigned()));
            self.wait().await;
            let edited = channel.edit_message(&self.http, message, post.into_edit()).await;
            return edited.map(|_| Some((channel, message))).map_err(at(Stage::Editing));
        }
        let channel = match delivery.under {
            Some(under) => self.thread(under, &view::notice::thread_name(delivery)).await,
            None => self.channel(&delivery.to).await,
        };
        let channel = channel.map_err(at(Stage::Before))?;
        if let Some(attempt) = &delivery.claimed.attempt {
            let found = self.look_up(channel, delivery, attempt).await;
            return Ok(found.map_err(at(Stage::Before))?.map(|message| (channel, message)));
        }
        let fingerprint = recognise::fingerprint(&post);
        if let Err(error) = notice::attempting(&self.services, &delivery.claimed, &fingerprint).await {
            tracing::warn!(%error, "what is about to be sent could not be noted; it is not sent yet");
            return Err((
                Stage::Before,
                Box::new(serenity::Error::Other("the database is not writable")),
            ));
        }
        let nonce = serenity::all::Nonce::String(format!("n{}", delivery.claimed.id));
        let message = post.into_message().nonce(nonce).enforce_nonce(true);
        self.wait().await;
        let sent = channel.send_message(&*self.http, message).await;
        sent.map(|sent| Some((channel, sent.id))).map_err(at(Stage::Sending))
    }

    async fn channel(&self, to: &Address) -> Result<ChannelId, serenity::Error> {
        match to {
            Address::Channel(channel)
            | Address::Person {
                direct: Some(channel), ..
            } => Ok(channel_id(*channel)),
            Address::Person { user, direct: None } => {
                let _one = self.opening.lock().await;
                self.wait().await;
                let direct = UserId::new(user.cast_unsigned()).create_dm_channel(&*self.http).await?;
                Ok(direct.id)
            }
        }
    }

    /// The message that an earlier attempt of unknown outcome left behind: among those sent since the notice was
    /// written, or, should the clocks disagree, among the newest.
    async fn look_up(
        &self,
        channel: ChannelId,
        delivery: &Delivery,
        attempt: &str,
    ) -> Result<Option<MessageId>, serenity::Error> {
        let known = notice::known_messages(&self.services, channel.get().cast_signed()).await;
        let known = known.unwrap_or_default();
        let newest = GetMessages::new().limit(LOOK_BACK);
        for messages in [newest.after(recognise::since(delivery.claimed.created_at)), newest] {
            self.wait().await;
            let messages = channel.messages(&self.http, messages).await?;
            let unknown = |message: &&serenity::all::Message| !known.contains(&message.id.get().cast_signed());
            let mut candidates = messages.iter().filter(unknown);
            if let Some(found) = candidates.find(|message| recognise::is(message, attempt)) {
                return Ok(Some(found.id));
            }
        }
        Ok(None)
    }

    async fn wait(&self) {
        self.pace.lock().await.tick().await;
    }
}

fn channel_id(id: i64) -> ChannelId {
    ChannelId::new(id.cast_unsigned())
}
