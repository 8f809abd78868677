//! The gateway, frame by frame.

use futures::{SinkExt as _, StreamExt as _};
use sandbox::{Options, OverwriteFor, Sandbox, permission};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::house::{House, PATIENCE};
use super::raw::Api;

pub struct Wire {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// What came from the gateway.
#[derive(Debug)]
pub enum Came {
    Payload(Value),
    Closed(u16),
    Cut,
}

impl Wire {
    async fn open(sandbox: &Sandbox, query: &str) -> Self {
        let (socket, _) = connect_async(format!("{}/?{query}", sandbox.gateway_url()))
            .await
            .unwrap();
        Self { socket }
    }

    /// Connects and reads Hello.
    async fn hello(sandbox: &Sandbox) -> Self {
        let mut wire = Self::open(sandbox, "v=10&encoding=json").await;
        assert!(wire.payload().await["d"]["heartbeat_interval"].is_u64());
        wire
    }

    pub async fn identified(sandbox: &Sandbox, more: &Value) -> Self {
        let mut wire = Self::hello(sandbox).await;
        wire.identify(sandbox, more).await;
        wire
    }

    async fn identify(&mut self, sandbox: &Sandbox, more: &Value) {
        let mut data = json!({
            "token": sandbox.token(), "intents": 1 | 1 << 9 | 1 << 12, "compress": true,
            "properties": { "os": "linux", "browser": "test", "device": "test" },
            "presence": { "since": { "secs": 1, "nanos": 0 } },
        });
        for (key, value) in more.as_object().into_iter().flatten() {
            data[key] = value.clone();
        }
        self.send(&json!({ "op": 2, "d": data })).await;
    }

    async fn send(&mut self, payload: &Value) {
        self.socket.send(Message::text(payload.to_string())).await.unwrap();
    }

    async fn next(&mut self) -> Came {
        let next = tokio::time::timeout(PATIENCE, self.socket.next())
            .await
            .expect("nothing came");
        match next {
            Some(Ok(Message::Text(text))) => Came::Payload(serde_json::from_str(&text).unwrap()),
            Some(Ok(Message::Close(Some(frame)))) => Came::Closed(frame.code.into()),
            _ => Came::Cut,
        }
    }

    async fn payload(&mut self) -> Value {
        match self.next().await {
            Came::Payload(payload) => payload,
            other => panic!("no payload: {other:?}"),
        }
    }

    /// The next event with this name; others are passed over.
    pub async fn event(&mut self, name: &str) -> Value {
        loop {
            let payload = self.payload().await;
            if payload["t"] == name {
                return payload;
            }
        }
    }

    async fn closed(&mut self) -> u16 {
        loop {
            match self.next().await {
                Came::Payload(_) => {}
                Came::Closed(code) => return code,
                Came::Cut => panic!("closed without a code"),
            }
        }
    }
}

#[tokio::test]
async fn identify_is_followed_by_ready_and_each_server() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    let ready = wire.payload().await;
    assert_eq!((&ready["t"], &ready["s"]), (&json!("READY"), &json!(1)));
    assert_eq!(
        ready["d"]["guilds"],
        json!([{ "id": house.server, "unavailable": true }])
    );
    assert_eq!(ready["d"]["application"]["id"], json!(house.sandbox.application_id()));
    let server = wire.payload().await;
    assert_eq!(
        (&server["t"], &server["d"]["name"]),
        (&json!("GUILD_CREATE"), &json!("Acme"))
    );
    assert_eq!(server["d"]["channels"][0]["name"], "general");
    wire.send(&json!({ "op": 1, "d": 2 })).await;
    assert_eq!(wire.payload().await["op"], 11);
}

#[tokio::test]
async fn what_is_wrong_closes_with_its_code() {
    let house = House::new().await;
    for (more, code) in [
        (json!({ "token": "wrong" }), 4004),
        (json!({ "intents": 1 << 30 }), 4013),
        (json!({ "intents": 1 << 15 }), 4014),
        (json!({ "shard": [1, 1] }), 4010),
    ] {
        let mut wire = Wire::identified(&house.sandbox, &more).await;
        assert_eq!(wire.closed().await, code, "{more}");
    }
    for (payload, code) in [
        (json!({ "op": 99 }).to_string(), 4001),
        ("{".to_owned(), 4002),
        (json!({ "op": 1, "d": "x".repeat(4096) }).to_string(), 4002),
        (json!({ "op": 3, "d": {} }).to_string(), 4003),
    ] {
        let mut wire = Wire::hello(&house.sandbox).await;
        wire.socket.send(Message::text(payload)).await.unwrap();
        assert_eq!(wire.closed().await, code);
    }
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.identify(&house.sandbox, &Value::Null).await;
    assert_eq!(wire.closed().await, 4005);
    let mut wire = Wire::open(&house.sandbox, "v=5").await;
    assert_eq!(wire.closed().await, 4012);
}

#[tokio::test]
async fn a_bot_that_talks_too_much_or_not_at_all_is_closed() {
    let house = House::with(Options {
        heartbeat_interval_ms: 40,
        ..Default::default()
    })
    .await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    assert_eq!(wire.closed().await, 4009);
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    for _ in 0..120 {
        wire.send(&json!({ "op": 1, "d": null })).await;
    }
    assert_eq!(wire.closed().await, 4008);
}

#[tokio::test]
async fn a_resume_replays_what_was_missed_in_order() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    let session = wire.event("READY").await["d"]["session_id"].clone();
    let seq = wire.event("GUILD_CREATE").await["s"].clone();
    house.sandbox.faults().drop_gateway(None);
    assert!(matches!(wire.next().await, Came::Cut));
    house.sandbox.disconnected().await;
    for text in ["one", "two"] {
        house.leo().say(house.general, text).await.unwrap();
    }
    let mut wire = Wire::hello(&house.sandbox).await;
    let resume = json!({ "op": 6, "d": { "token": house.sandbox.token(), "session_id": session, "seq": seq } });
    wire.send(&resume).await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        let payload = wire.payload().await;
        seen.push((
            payload["t"].as_str().unwrap().to_owned(),
            payload["s"].as_u64().unwrap(),
        ));
    }
    assert_eq!(
        seen,
        [
            ("MESSAGE_CREATE".into(), 3),
            ("MESSAGE_CREATE".into(), 4),
            ("RESUMED".into(), 5)
        ]
    );
}

#[tokio::test]
async fn a_session_that_is_gone_is_invalid_and_a_wrong_number_closes() {
    let house = House::new().await;
    let mut wire = Wire::hello(&house.sandbox).await;
    let resume = |session: &Value, seq: u64| json!({ "op": 6, "d": { "token": house.sandbox.token(), "session_id": session, "seq": seq } });
    wire.send(&resume(&json!("none"), 1)).await;
    let invalid = wire.payload().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));
    wire.identify(&house.sandbox, &Value::Null).await;
    let session = wire.event("READY").await["d"]["session_id"].clone();
    let mut other = Wire::hello(&house.sandbox).await;
    other.send(&resume(&session, 99)).await;
    assert_eq!(other.closed().await, 4007);
}

#[tokio::test]
async fn reconnect_and_both_invalid_sessions_are_sent() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    house.sandbox.faults().reconnect();
    assert_eq!(wire.payload().await["op"], 7);
    for resumable in [true, false] {
        house.sandbox.faults().invalidate(resumable);
        let payload = wire.payload().await;
        assert_eq!((&payload["op"], &payload["d"]), (&json!(9), &json!(resumable)));
    }
    house.sandbox.faults().refuse_gateway(true);
    assert!(connect_async(house.sandbox.gateway_url()).await.is_err());
}

#[tokio::test]
async fn a_frozen_gateway_says_nothing_until_it_is_thawed() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    house.sandbox.faults().freeze_gateway(true);
    house.leo().say(house.general, "unheard").await.unwrap();
    let quiet = tokio::time::timeout(std::time::Duration::from_millis(50), wire.socket.next()).await;
    assert!(quiet.is_err());
    house.sandbox.faults().freeze_gateway(false);
    wire.event("MESSAGE_CREATE").await;
}

#[tokio::test]
async fn content_is_for_those_who_may_read_it() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    let leo = house.leo();
    let bot = house.sandbox.bot_id();
    leo.say(house.general, "secret").await.unwrap();
    let hidden = wire.event("MESSAGE_CREATE").await;
    assert_eq!(
        (&hidden["d"]["content"], &hidden["d"]["guild_id"]),
        (&json!(""), &json!(house.server))
    );
    leo.say(house.general, &format!("<@{bot}> hi")).await.unwrap();
    assert_eq!(
        wire.event("MESSAGE_CREATE").await["d"]["content"],
        format!("<@{bot}> hi")
    );
    leo.say(leo.open_direct(), "between us").await.unwrap();
    let direct = wire.event("MESSAGE_CREATE").await;
    assert_eq!(
        (&direct["d"]["content"], direct["d"].get("guild_id")),
        (&json!("between us"), None)
    );
    let api = super::raw::Api::new(&house.sandbox);
    api.post(
        &format!("/channels/{}/messages", house.general),
        json!({ "content": "own", "nonce": "7" }),
    )
    .await;
    let own = wire.event("MESSAGE_CREATE").await;
    assert_eq!((&own["d"]["content"], &own["d"]["nonce"]), (&json!("own"), &json!("7")));
}

#[tokio::test]
async fn content_is_hidden_over_rest_and_in_answered_messages_too() {
    for (privileged, shown) in [(0, ""), (1 << 15, "secret")] {
        let options = Options {
            privileged_intents: privileged,
            ..Options::default()
        };
        let house = House::with(options).await;
        let api = Api::new(&house.sandbox);
        let secret = house.leo().say(house.general, "secret").await.unwrap();
        let path = format!("/channels/{}/messages", house.general);
        let more = json!({ "intents": 1 | 1 << 9 | privileged });
        let mut wire = Wire::identified(&house.sandbox, &more).await;
        wire.event("GUILD_CREATE").await;
        assert_eq!(api.get(&format!("{path}/{}", secret.id)).await.1["content"], shown);
        assert_eq!(api.get(&path).await.1[0]["content"], shown);
        let answer = json!({ "content": "own", "message_reference": { "message_id": secret.id } });
        let (_, own) = api.post(&path, answer).await;
        let told = wire.event("MESSAGE_CREATE").await["d"].take();
        for body in [own, told] {
            assert_eq!(
                (&body["content"], &body["referenced_message"]["content"]),
                (&json!("own"), &json!(shown))
            );
        }
    }
}

#[tokio::test]
async fn what_the_bot_may_not_see_it_is_not_told() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    let hidden = house.sandbox.add_channel(house.server, "hidden");
    let bot = house.sandbox.bot_id();
    house
        .sandbox
        .set_overwrite(hidden, OverwriteFor::Member(bot), 0, permission::VIEW_CHANNEL);
    house.leo().say(hidden, "unseen").await.unwrap();
    house.leo().say(house.general, "seen").await.unwrap();
    assert_eq!(
        wire.event("MESSAGE_CREATE").await["d"]["channel_id"],
        json!(house.general)
    );
}

#[tokio::test]
async fn servers_come_and_go() {
    let house = House::new().await;
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    let other = house.sandbox.add_server("Other", house.leo);
    assert_eq!(wire.event("GUILD_CREATE").await["d"]["id"], json!(other));
    house.sandbox.set_available(other, false);
    assert_eq!(wire.event("GUILD_DELETE").await["d"]["unavailable"], true);
    house.sandbox.set_available(other, true);
    assert_eq!(wire.event("GUILD_CREATE").await["d"]["id"], json!(other));
    house.sandbox.remove_bot(other);
    assert_eq!(wire.event("GUILD_DELETE").await["d"]["id"], json!(other));
    house.sandbox.delete_channel(house.general);
    assert_eq!(wire.event("CHANNEL_DELETE").await["d"]["id"], json!(house.general));
}

#[tokio::test]
async fn direct_messages_go_to_shard_0() {
    let house = House::new().await;
    let own = house.server.get() >> 22;
    let mut shards = [
        Wire::identified(&house.sandbox, &json!({ "shard": [0, 2] })).await,
        Wire::identified(&house.sandbox, &json!({ "shard": [1, 2] })).await,
    ];
    for wire in &mut shards {
        wire.event("READY").await;
    }
    let leo = house.leo();
    leo.say(leo.open_direct(), "a").await.unwrap();
    let direct = shards[0].event("MESSAGE_CREATE").await;
    assert!(direct["d"].get("guild_id").is_none());
    leo.say(house.general, "b").await.unwrap();
    let shard = usize::try_from(own % 2).unwrap();
    assert_eq!(
        shards[shard].event("MESSAGE_CREATE").await["d"]["guild_id"],
        json!(house.server)
    );
}

#[tokio::test]
async fn a_second_identify_within_five_seconds_is_invalid() {
    let house = House::with(Options {
        limit_identify: true,
        ..Default::default()
    })
    .await;
    let mut first = Wire::identified(&house.sandbox, &Value::Null).await;
    first.event("READY").await;
    let mut second = Wire::identified(&house.sandbox, &Value::Null).await;
    let invalid = second.payload().await;
    assert_eq!((&invalid["op"], &invalid["d"]), (&json!(9), &json!(false)));
}

#[tokio::test]
async fn compressed_payloads_share_one_stream() {
    let house = House::new().await;
    let mut wire = Wire::open(&house.sandbox, "v=10&encoding=json&compress=zlib-stream").await;
    let mut inflate = flate2::Decompress::new(true);
    let mut read = async || {
        let Some(Ok(Message::Binary(frame))) = wire.socket.next().await else {
            panic!("not binary")
        };
        let mut text = Vec::with_capacity(64 * 1024);
        inflate
            .decompress_vec(&frame, &mut text, flate2::FlushDecompress::Sync)
            .unwrap();
        serde_json::from_slice::<Value>(&text).unwrap()
    };
    assert_eq!(read().await["op"], 10);
}

#[tokio::test]
async fn many_messages_deleted_at_once_are_one_event() {
    let house = House::new().await;
    let own = house
        .sandbox
        .roles(house.server)
        .into_iter()
        .find(|role| role.bot.is_some())
        .unwrap()
        .id;
    house
        .sandbox
        .set_role_permissions(house.server, own, permission::ADMINISTRATOR);
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    let (one, two) = (
        house.leo().say(house.general, "a").await.unwrap(),
        house.leo().say(house.general, "b").await.unwrap(),
    );
    let path = format!("/channels/{}/messages/bulk-delete", house.general);
    super::raw::Api::new(&house.sandbox)
        .post(&path, json!({ "messages": [one.id, two.id] }))
        .await;
    assert_eq!(
        wire.event("MESSAGE_DELETE_BULK").await["d"]["ids"],
        json!([one.id, two.id])
    );
}

#[tokio::test]
async fn fewer_shards_than_required_are_closed_with_4011() {
    let options = Options {
        shards_required: 2,
        ..Options::default()
    };
    let house = House::with(options).await;
    let (_, bot) = Api::new(&house.sandbox).get("/gateway/bot").await;
    assert_eq!(bot["shards"], 2);
    assert_eq!(
        Wire::identified(&house.sandbox, &Value::Null).await.closed().await,
        4011
    );
    let mut wire = Wire::identified(&house.sandbox, &json!({ "shard": [1, 2] })).await;
    assert_eq!(wire.payload().await["t"], "READY");
}

#[tokio::test]
async fn as_many_shards_identify_at_once_as_max_concurrency_says() {
    let options = Options {
        limit_identify: true,
        max_concurrency: 2,
        ..Options::default()
    };
    let house = House::with(options).await;
    let (_, bot) = Api::new(&house.sandbox).get("/gateway/bot").await;
    assert_eq!(bot["session_start_limit"]["max_concurrency"], 2);
    let first = async |shard: u64| {
        let mut wire = Wire::identified(&house.sandbox, &json!({ "shard": [shard, 4] })).await;
        let came = wire.payload().await;
        (came["op"].as_u64(), came["t"] == "READY")
    };
    assert_eq!(first(0).await, (Some(0), true));
    assert_eq!(first(1).await, (Some(0), true));
    assert_eq!(first(2).await, (Some(9), false), "its bucket is that of shard 0");
}

#[tokio::test]
async fn one_session_too_many_in_a_day_ends_all_and_voids_the_token() {
    let options = Options {
        session_starts: 2,
        ..Options::default()
    };
    let house = House::with(options).await;
    let api = Api::new(&house.sandbox);
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    assert_eq!(wire.payload().await["t"], "READY");
    let (_, bot) = api.get("/gateway/bot").await;
    assert_eq!(
        (
            &bot["session_start_limit"]["total"],
            &bot["session_start_limit"]["remaining"]
        ),
        (&json!(2), &json!(1))
    );
    Wire::identified(&house.sandbox, &Value::Null).await.payload().await;
    assert_eq!(
        Wire::identified(&house.sandbox, &Value::Null).await.closed().await,
        4004
    );
    assert_eq!(wire.closed().await, 4004);
    assert_eq!(api.get("/users/@me").await.0, 401);
}

#[tokio::test]
async fn members_are_asked_for_by_name_by_id_and_all_a_thousand_at_a_time() {
    let house = House::new().await;
    let ana = house.sandbox.add_person("Ana");
    for person in 0..1100 {
        let person = house.sandbox.add_person(&format!("Person {person}"));
        house.sandbox.add_member(house.server, person);
    }
    let mut wire = Wire::identified(&house.sandbox, &Value::Null).await;
    wire.event("GUILD_CREATE").await;
    let mut chunk = async |asked: Value| {
        if !asked.is_null() {
            wire.send(&json!({ "op": 8, "d": asked })).await;
        }
        let data = wire.event("GUILD_MEMBERS_CHUNK").await["d"].take();
        (data["members"].as_array().unwrap().len(), data)
    };
    let server = house.server;
    let (count, _) = chunk(json!({ "guild_id": server, "query": "LEO", "limit": 5 })).await;
    assert_eq!(count, 1);
    let ids = json!({ "guild_id": server, "user_ids": [house.leo, ana], "nonce": "n" });
    let (count, data) = chunk(ids).await;
    assert_eq!(
        (count, &data["not_found"], &data["nonce"]),
        (1, &json!([ana]), &json!("n"))
    );
    let (first, data) = chunk(json!({ "guild_id": server, "query": "", "limit": 0 })).await;
    assert_eq!(
        (first, &data["chunk_index"], &data["chunk_count"]),
        (1000, &json!(0), &json!(2))
    );
    assert_eq!(chunk(Value::Null).await.0, 103);
}
