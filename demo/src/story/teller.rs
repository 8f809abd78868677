//! Tells the story: does each step as the person who does it, and stops with one sentence at the first one that
//! does not go as written.

use chrono::{DateTime, Utc};
use sandbox::{Answer, ClientRefusal, File, Form, Id, Interaction, Message, Person};
use tokio::sync::broadcast::error::RecvError;

use super::chapter::CHAPTERS;
use super::error::{PATIENCE, StoryError};
use super::script::Step;
use crate::host::Demo;

/// How the button begins that saves a value the bot asked back about.
const SURE: &str = "Save";

/// The files people import.
const FILES: [(&str, &str); 2] = [
    ("kpis.csv", include_str!("../../data/kpis.csv")),
    ("actuals.csv", include_str!("../../data/actuals.csv")),
];

type Told<T> = Result<T, StoryError>;

/// Tells the whole story and keeps the scene up to date.
pub async fn tell(demo: &Demo) -> Told<()> {
    let mut teller = Teller { demo, last: None };
    for (at, chapter) in CHAPTERS.iter().enumerate() {
        demo.scene.send_modify(|scene| scene.at = at);
        for step in chapter.steps {
            teller.take(step).await?;
        }
    }
    demo.scene.send_modify(|scene| scene.at = CHAPTERS.len());
    Ok(())
}

struct Teller<'a> {
    demo: &'a Demo,
    /// The last answer to a command, and who got it.
    last: Option<(Id, Message)>,
}

impl Teller<'_> {
    async fn take(&mut self, step: &'static Step) -> Told<()> {
        match *step {
            Step::Ready => self.ready().await,
            Step::Command { by, at, line, says } => self.command(by, at, line, Vec::new(), says).await,
            Step::File {
                by,
                at,
                line,
                file,
                says,
            } => self.file(by, at, line, file, says).await,
            Step::Press { button, says } => self.press(button, says).await,
            Step::Until(at) => self.until(at).await,
            Step::Asked { who, says } => {
                let channel = self.person(who)?.open_direct();
                self.heard(channel, who, says).await.map(drop)
            }
            Step::Answer {
                by,
                button,
                values,
                says,
            } => self.answer(by, button, values, says).await,
            Step::Posted { at, says } => self.heard(self.channel(at)?, at, says).await.map(drop),
            Step::Say { by, at, text } => self.say(by, at, text).await,
            Step::Tidy => {
                self.tidy();
                Ok(())
            }
        }
    }

    fn person(&self, name: &str) -> Told<Person> {
        let id = self
            .demo
            .company
            .person(name)
            .ok_or_else(|| StoryError::Unknown(name.to_owned()))?;
        Ok(self.demo.sandbox.person(id))
    }

    fn channel(&self, name: &str) -> Told<Id> {
        self.demo
            .company
            .channel(name)
            .ok_or_else(|| StoryError::Unknown(format!("#{name}")))
    }

    async fn ready(&self) -> Told<()> {
        let ready = tokio::time::timeout(PATIENCE, self.demo.sandbox.ready()).await;
        ready.map_err(|_| StoryError::Unheard {
            wanted: "hello",
            place: "the gateway".to_owned(),
        })
    }

    async fn command(&mut self, by: &str, at: &str, line: &str, files: Vec<File>, says: &'static str) -> Told<()> {
        let person = self.person(by)?;
        let step = || format!("{by}’s `{line}`");
        let started = person.slash_with(self.channel(at)?, line, files).await;
        let started = started.map_err(|refusal| StoryError::Refused { step: step(), refusal })?;
        let message = answered(&person, &started, step(), says).await?;
        self.last = Some((person.id(), message));
        Ok(())
    }

    async fn file(&mut self, by: &str, at: &str, line: &str, file: &str, says: &'static str) -> Told<()> {
        let found = FILES.iter().find(|(name, _)| *name == file);
        let (name, text) = found.ok_or_else(|| StoryError::Unknown(file.to_owned()))?;
        self.command(
            by,
            at,
            &format!("{line} file:{file}"),
            vec![File::new(name, *text)],
            says,
        )
        .await
    }

    async fn press(&mut self, button: &'static str, says: &'static str) -> Told<()> {
        let (id, message) = self
            .last
            .take()
            .ok_or_else(|| StoryError::Unknown(format!("the button {button}")))?;
        let person = self.demo.sandbox.person(id);
        let step = format!("the button “{button}”");
        let started = press(&person, &message, button).await;
        let started = started.map_err(|refusal| StoryError::Refused {
            step: step.clone(),
            refusal,
        })?;
        answered(&person, &started, step, says).await.map(drop)
    }

    async fn until(&self, at: &str) -> Told<()> {
        let target: DateTime<Utc> = at
            .parse()
            .map_err(|_| StoryError::Unknown(format!("the instant {at}")))?;
        self.demo.mover.walk(target).await;
        Ok(())
    }

    /// Answers the newest direct message that has the button, by the form it opens.
    async fn answer(&self, by: &str, button: &str, values: &[(&str, &str)], says: &'static str) -> Told<()> {
        let person = self.person(by)?;
        let step = format!("{by}’s form");
        let refused = |refusal: ClientRefusal| StoryError::Refused {
            step: step.clone(),
            refusal,
        };
        let asked = person
            .messages(person.open_direct())
            .into_iter()
            .rev()
            .find(|one| find_button(one, button).is_some());
        let asked = asked.ok_or_else(|| StoryError::Unknown(format!("the button “{button}” for {by}")))?;
        let started = press(&person, &asked, button).await.map_err(refused)?;
        let form = match started.answer().await.map_err(|silence| refused(silence.into()))? {
            Answer::Form(form) => form,
            other => {
                return Err(StoryError::Answered {
                    step,
                    wanted: "a form",
                    said: said(other),
                });
            }
        };
        let sent = person.submit(&form, &fields(&form, values)?).await.map_err(refused)?;
        answered(&person, &sent, step, says).await.map(drop)
    }

    async fn say(&self, by: &str, at: &str, text: &str) -> Told<()> {
        let said = self.person(by)?.say(self.channel(at)?, text).await;
        said.map(drop).map_err(|refusal| StoryError::Refused {
            step: format!("{by}’s message"),
            refusal,
        })
    }

    /// Waits until the bot's words stand in the channel.
    async fn heard(&self, channel: Id, place: &str, wanted: &'static str) -> Told<Message> {
        let sandbox = &self.demo.sandbox;
        let mut changes = sandbox.changes();
        let look = || {
            let found = sandbox.messages(channel).into_iter().rev();
            found
                .into_iter()
                .find(|one| one.author.id == sandbox.bot_id() && one.text().contains(wanted))
        };
        let heard = async {
            loop {
                if let Some(found) = look() {
                    return Some(found);
                }
                if matches!(changes.recv().await, Err(RecvError::Closed)) {
                    return None;
                }
            }
        };
        let heard = tokio::time::timeout(PATIENCE, heard).await.ok().flatten();
        heard.ok_or_else(|| StoryError::Unheard {
            wanted,
            place: place.to_owned(),
        })
    }

    fn tidy(&self) {
        for id in self.demo.company.people() {
            let person = self.demo.sandbox.person(id);
            for channel in self.demo.company.channels_of(&self.demo.sandbox, id) {
                for message in person.messages(channel).iter().filter(|one| one.is_ephemeral()) {
                    person.delete(channel, message.id).ok();
                }
            }
        }
    }
}

/// Reads the answer, which must hold the words. Whoever is asked back whether a value is right is sure of it.
async fn answered(person: &Person, started: &Interaction, step: String, says: &'static str) -> Told<Message> {
    let refused = |refusal: ClientRefusal| StoryError::Refused {
        step: step.clone(),
        refusal,
    };
    let mut message = started.message().await.map_err(|silence| refused(silence.into()))?;
    if find_button(&message, SURE).is_some() {
        let pressed = press(person, &message, SURE).await.map_err(refused)?;
        message = pressed.message().await.map_err(|silence| refused(silence.into()))?;
    }
    let said = message.text();
    tracing::debug!(step, said, "told");
    if said.contains(says) {
        Ok(message)
    } else {
        Err(StoryError::Answered {
            step,
            wanted: says,
            said,
        })
    }
}

/// The `custom_id` of the button whose label begins so.
fn find_button(message: &Message, words: &str) -> Option<String> {
    let rows = message.components.iter().filter_map(|row| row["components"].as_array());
    let mut buttons = rows.flatten();
    let found = buttons.find(|one| one["label"].as_str().is_some_and(|label| label.starts_with(words)))?;
    found["custom_id"].as_str().map(str::to_owned)
}

async fn press(person: &Person, message: &Message, words: &str) -> Result<Interaction, ClientRefusal> {
    let id = find_button(message, words).ok_or_else(|| ClientRefusal::NoSuchComponent(words.to_owned()))?;
    person.press(message, &id).await
}

/// The form's fields for these values, found by the beginning of their labels.
fn fields<'a>(form: &'a Form, values: &[(&str, &'a str)]) -> Told<Vec<(&'a str, &'a str)>> {
    let field = |label: &str| form.fields.iter().find(|field| field.label.starts_with(label));
    values
        .iter()
        .map(|(label, value)| {
            let field = field(label).ok_or_else(|| StoryError::Unknown(format!("the field “{label}” of the form")))?;
            Ok((field.custom_id.as_str(), *value))
        })
        .collect()
}

fn said(answer: Answer) -> String {
    answer
        .message()
        .map_or_else(|| "something else".to_owned(), |message| message.text())
}
