//! Bare requests as a bot sends them, and what Discord's refusals look like.

use reqwest::multipart::{Form, Part};
use reqwest::{Client, Method};
use sandbox::{Id, Sandbox};
use serde_json::{Value, json};

use super::house::House;

/// A bot without a library.
pub struct Api {
    client: Client,
    pub token: String,
    pub application: Id,
}

/// Status and body of an answer.
pub type Answered = (u16, Value);

impl Api {
    pub fn new(sandbox: &Sandbox) -> Self {
        Self {
            client: super::client::over_tls(sandbox),
            token: sandbox.token().to_owned(),
            application: sandbox.application_id(),
        }
    }

    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = self
            .client
            .request(method, format!("https://discord.com/api/v10{path}"));
        request.header("Authorization", format!("Bot {}", self.token))
    }

    pub async fn send(&self, method: &str, path: &str, body: &Value) -> Answered {
        let mut request = self.request(method, path);
        if !body.is_null() {
            request = request.json(body);
        }
        read(request).await
    }

    pub async fn get(&self, path: &str) -> Answered {
        self.send("GET", path, &Value::Null).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answered {
        self.send("POST", path, &body).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answered {
        self.send("PATCH", path, &body).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answered {
        self.send("PUT", path, &body).await
    }

    pub async fn delete(&self, path: &str) -> Answered {
        self.send("DELETE", path, &Value::Null).await
    }

    pub async fn upload(&self, method: &str, path: &str, body: &Value, files: &[(&str, &str)]) -> Answered {
        let mut form = Form::new().text("payload_json", body.to_string());
        for (number, (name, bytes)) in files.iter().enumerate() {
            form = form.part(
                format!("files[{number}]"),
                Part::text((*bytes).to_owned()).file_name((*name).to_owned()),
            );
        }
        read(self.request(method, path).multipart(form)).await
    }

    /// Registers these commands.
    pub async fn commands(&self, commands: Value) -> Answered {
        self.put(&format!("/applications/{}/commands", self.application), commands)
            .await
    }
}

async fn read(request: reqwest::RequestBuilder) -> Answered {
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (
        status,
        if text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).unwrap()
        },
    )
}

/// The answer is this refusal.
#[track_caller]
pub fn refused(answered: &Answered, status: u16, code: u64) {
    assert_eq!(
        (answered.0, answered.1["code"].as_u64()),
        (status, Some(code)),
        "{}",
        answered.1
    );
    assert!(answered.1["message"].is_string());
}

/// The body was refused at this path (`embeds/0/title`), with this code.
#[track_caller]
pub fn wrong(answered: &Answered, path: &str, code: &str) {
    refused(answered, 400, 50035);
    assert_eq!(answered.1["message"], "Invalid Form Body");
    let at = if path.is_empty() {
        String::new()
    } else {
        format!("/{path}")
    };
    let found = answered.1["errors"].pointer(&format!("{at}/_errors/0/code"));
    assert_eq!(found, Some(&json!(code)), "{}", answered.1);
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let house = House::new().await;
    let mut api = Api::new(&house.sandbox);
    assert_eq!(api.get("/users/@me").await.0, 200);
    api.token = "wrong".to_owned();
    let answered = api.get("/users/@me").await;
    assert_eq!(answered, (401, json!({ "message": "401: Unauthorized", "code": 0 })));
}

#[tokio::test]
async fn an_unknown_route_is_not_found() {
    let house = House::new().await;
    let answered = Api::new(&house.sandbox).get("/voice/regions").await;
    assert_eq!(answered, (404, json!({ "message": "404: Not Found", "code": 0 })));
}

#[tokio::test]
async fn what_does_not_exist_is_unknown_by_its_own_code() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let general = house.general;
    let server = house.server;
    let application = api.application;
    for (path, code) in [
        ("/channels/1".to_owned(), 10003),
        (format!("/channels/{general}/messages/1"), 10008),
        ("/users/1".to_owned(), 10013),
        ("/guilds/1".to_owned(), 10004),
        (format!("/guilds/{server}/members/1"), 10013),
        (format!("/guilds/{server}/roles/1"), 10011),
        (format!("/applications/{application}/commands/1"), 10063),
        ("/applications/1/commands".to_owned(), 10002),
        (format!("/webhooks/{application}/nothing/messages/@original"), 10015),
    ] {
        refused(&api.get(&path).await, 404, code);
    }
    let stranger = house.sandbox.add_person("Stranger");
    refused(
        &api.get(&format!("/guilds/{server}/members/{stranger}")).await,
        404,
        10007,
    );
    refused(&api.get("/channels/general").await, 400, 50035);
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused() {
    let house = House::new().await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}/messages", house.general);
    let broken = api
        .request("POST", &path)
        .header("content-type", "application/json")
        .body("{");
    refused(&read(broken).await, 400, 50109);
    let plain = api
        .request("POST", &path)
        .header("content-type", "text/plain")
        .body("hi");
    wrong(&read(plain).await, "", "CONTENT_TYPE_INVALID");
}

#[tokio::test]
async fn the_plain_listener_has_the_same_routes() {
    let house = House::new().await;
    let url = format!("{}/api/v10/users/@me", house.sandbox.base_url());
    let request = Client::new()
        .get(url)
        .header("User-Agent", super::client::AGENT)
        .header("Authorization", format!("Bot {}", house.sandbox.token()));
    let (status, me) = read(request).await;
    assert_eq!((status, &me["id"]), (200, &json!(house.sandbox.bot_id())));
}

#[tokio::test]
async fn answers_carry_rate_limit_headers_and_the_limit_is_a_429() {
    let options = sandbox::Options {
        rate_limits: sandbox::RateLimits::Tight,
        ..Default::default()
    };
    let house = House::with(options).await;
    let api = Api::new(&house.sandbox);
    let path = format!("/channels/{}", house.general);
    let first = api.request("GET", &path).send().await.unwrap();
    for name in ["limit", "remaining", "reset", "reset-after", "bucket"] {
        assert!(first.headers().contains_key(format!("x-ratelimit-{name}")), "{name}");
    }
    let second = api.request("GET", &path).send().await.unwrap();
    assert_eq!(
        (second.status().as_u16(), &second.headers()["x-ratelimit-scope"]),
        (429, &"user".parse().unwrap())
    );
    assert!(second.headers().contains_key("retry-after"));
    let body: Value = second.json().await.unwrap();
    assert!(
        body["retry_after"].as_f64().is_some_and(|wait| wait > 0.0) && body["global"] == false,
        "{body}"
    );
}

#[tokio::test]
async fn the_requests_are_kept_for_the_tests_to_read() {
    let folder = std::env::temp_dir().join(format!("sandbox-log-{}", std::process::id()));
    let options = sandbox::Options {
        request_log: Some(folder.clone()),
        ..Default::default()
    };
    let house = House::with(options).await;
    let api = Api::new(&house.sandbox);
    api.post(
        &format!("/channels/{}/messages", house.general),
        json!({ "content": "hi" }),
    )
    .await;
    let log = house.sandbox.requests();
    assert_eq!(
        (log[0].method.as_str(), log[0].status, &log[0].body["content"]),
        ("POST", 200, &json!("hi"))
    );
    let lines = std::fs::read_to_string(&folder).unwrap();
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(lines.trim()).unwrap()["answer"]["content"],
        "hi"
    );
}
