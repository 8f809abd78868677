//! One gateway connection, from Hello to its close. It always closes with a code.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::identify::{Entry, identify, resume};
use super::wire::Wire;
use super::{Down, member};
use crate::link::Switch;
use crate::sandbox::Inner;

/// The longest payload a bot may send.
const LONGEST: usize = 4096;
/// How many payloads a bot may send in a minute.
const PER_MINUTE: usize = 120;

/// What the query of the gateway's address asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) version: u64,
    pub(crate) compressed: bool,
}

struct Connection {
    inner: Arc<Inner>,
    socket: WebSocket,
    wire: Wire,
    switch: Arc<Switch>,
    link: UnboundedSender<Down>,
    session: Option<String>,
    frozen: bool,
    kept_back: Vec<Down>,
    received: VecDeque<Instant>,
    heard: Instant,
}

/// Why a connection ends.
enum End {
    Close(u16),
    Cut,
    /// The bot closed, with this code.
    Left(u16),
}

/// Serves a connection until it ends.
pub(crate) async fn accept(inner: Arc<Inner>, socket: WebSocket, asked: Asked, switch: Arc<Switch>) {
    let (link, mut down) = unbounded_channel();
    let mut connection = Connection {
        frozen: inner.faults.freezes_gateway(),
        wire: Wire::new(asked.compressed),
        inner,
        socket,
        switch,
        link,
        session: None,
        kept_back: Vec::new(),
        received: VecDeque::new(),
        heard: Instant::now(),
    };
    let end = if asked.version == 10 || asked.version == 9 {
        connection.run(&mut down).await.err().unwrap_or(End::Cut)
    } else {
        End::Close(4012)
    };
    connection.end(end).await;
}

impl Connection {
    async fn run(&mut self, down: &mut UnboundedReceiver<Down>) -> Result<(), End> {
        let interval = self.inner.heartbeat_interval_ms;
        let hello =
            json!({ "op": 10, "d": { "heartbeat_interval": interval, "_trace": ["sandbox"] }, "s": null, "t": null });
        self.send(&hello).await?;
        let patience = Duration::from_millis(interval).mul_f32(1.5);
        let inner = Arc::clone(&self.inner);
        let stopped = inner.until_stopped();
        tokio::pin!(stopped);
        loop {
            let deadline = tokio::time::Instant::from_std(self.heard + patience);
            tokio::select! {
                biased;
                () = &mut stopped => return Err(End::Close(1001)),
                Some(down) = down.recv() => self.pass(down).await?,
                frame = self.socket.recv() => self.hear(frame).await?,
                () = tokio::time::sleep_until(deadline), if !self.frozen => return Err(End::Close(4009)),
            }
        }
    }

    async fn pass(&mut self, down: Down) -> Result<(), End> {
        match down {
            Down::Close(code) => Err(End::Close(code)),
            Down::Cut => Err(End::Cut),
            Down::Freeze(true) => {
                self.frozen = true;
                Ok(())
            }
            Down::Freeze(false) => {
                self.frozen = false;
                self.heard = Instant::now();
                for kept in std::mem::take(&mut self.kept_back) {
                    if let Down::Payload(payload) = kept {
                        self.send_text(payload).await?;
                    }
                }
                Ok(())
            }
            payload @ Down::Payload(_) if self.frozen => {
                self.kept_back.push(payload);
                Ok(())
            }
            Down::Payload(payload) => self.send_text(payload).await,
        }
    }

    async fn hear(&mut self, frame: Option<Result<Message, axum::Error>>) -> Result<(), End> {
        let text = match frame {
            Some(Ok(Message::Text(text))) => text.to_string(),
            Some(Ok(Message::Binary(bytes))) => String::from_utf8_lossy(&bytes).into_owned(),
            Some(Ok(Message::Close(frame))) => {
                return Err(End::Left(frame.map_or(1005, |frame| frame.code)));
            }
            Some(Ok(_)) => return Ok(()),
            Some(Err(_)) | None => return Err(End::Cut),
        };
        if self.frozen {
            return Ok(());
        }
        if text.len() > LONGEST {
            return Err(End::Close(4002));
        }
        self.count()?;
        let payload: Value = serde_json::from_str(&text).map_err(|_| End::Close(4002))?;
        self.act(&payload).await
    }

    /// Ends a connection that sends too much.
    fn count(&mut self) -> Result<(), End> {
        let now = Instant::now();
        self.received.push_back(now);
        while self
            .received
            .front()
            .is_some_and(|at| now.duration_since(*at) > Duration::from_mins(1))
        {
            self.received.pop_front();
        }
        if self.received.len() > PER_MINUTE {
            Err(End::Close(4008))
        } else {
            Ok(())
        }
    }

    async fn act(&mut self, payload: &Value) -> Result<(), End> {
        let data = &payload["d"];
        let entry = match payload["op"].as_u64() {
            Some(1) => {
                self.heard = Instant::now();
                return self.send(&json!({ "op": 11, "d": null, "s": null, "t": null })).await;
            }
            Some(2 | 6) if self.session.is_some() => return Err(End::Close(4005)),
            Some(2) => identify(&self.inner, data, self.link.clone()),
            Some(6) => resume(&self.inner, data, self.link.clone()),
            Some(3 | 4 | 8 | 31 | 43) if self.session.is_none() => return Err(End::Close(4003)),
            Some(8) => return self.send_members(data),
            Some(3 | 4 | 31 | 43) => return Ok(()),
            _ => return Err(End::Close(4001)),
        };
        match entry {
            Entry::Session(id) => {
                self.session = Some(id);
                self.inner.tell_connected();
                Ok(())
            }
            Entry::Close(code) => Err(End::Close(code)),
            Entry::Invalid => self.send(&json!({ "op": 9, "d": false, "s": null, "t": null })).await,
        }
    }

    /// Request Guild Members.
    fn send_members(&mut self, data: &Value) -> Result<(), End> {
        let mut state = self.inner.state();
        let chunks = member::chunks(&state, data).ok_or(End::Close(4002))?;
        if let Some(id) = &self.session {
            for chunk in &chunks {
                state.sessions.push_to(id, "GUILD_MEMBERS_CHUNK", chunk);
            }
        }
        Ok(())
    }

    async fn send(&mut self, payload: &Value) -> Result<(), End> {
        self.send_text(payload.to_string()).await
    }

    async fn send_text(&mut self, payload: String) -> Result<(), End> {
        let frame = self.wire.frame(payload);
        self.socket.send(frame).await.map_err(|_| End::Cut)
    }

    async fn end(mut self, end: End) {
        let ended = matches!(end, End::Left(1000 | 1001));
        if let Some(id) = &self.session {
            self.inner.state().sessions.disconnected(id, &self.link, ended);
            self.inner.tell_connected();
        }
        if let End::Close(code) = end {
            let frame = CloseFrame {
                code,
                reason: reason(code).into(),
            };
            self.socket.send(Message::Close(Some(frame))).await.ok();
        }
        if !matches!(end, End::Cut) {
            // Each side answers the other's close; a bot that does not is cut off.
            let farewell = async { while let Some(Ok(_)) = self.socket.recv().await {} };
            tokio::time::timeout(Duration::from_secs(2), farewell).await.ok();
        }
        self.switch.cut();
    }
}

impl Inner {
    /// Tells those who wait for the bot, and the owner, how many sessions are connected.
    pub(crate) fn tell_connected(&self) {
        let state = self.state();
        let connected = state.sessions.connected();
        self.connected.send_replace(connected);
        state.announce(crate::Change::Gateway { connected });
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        4001 => "Unknown opcode.",
        4002 => "Error while decoding payload.",
        4003 => "Not authenticated.",
        4004 => "Authentication failed.",
        4005 => "Already authenticated.",
        4007 => "Invalid sequence.",
        4008 => "You are sending too quickly.",
        4009 => "Session timed out.",
        4010 => "Invalid shard.",
        4011 => "Sharding required.",
        4012 => "Invalid API version.",
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        1001 => "Going away.",
        _ => "Unknown error.",
    }
}
