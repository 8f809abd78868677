//! A small client of Chromium's `DevTools` protocol: opens one page, types, presses, looks, takes pictures.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use base64::Engine as _;
use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// How long the page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
];

/// A browser with one page.
pub struct Browser {
    line: WebSocketStream<MaybeTlsStream<TcpStream>>,
    session: Option<String>,
    calls: u64,
    child: Child,
    _folder: TempDir,
}

/// The program to start: `CHROMIUM`, or `chromium` on the path; none when it is not there.
pub fn program() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let name = named.unwrap_or_else(|| "chromium".to_owned());
    let runs = std::process::Command::new(&name)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    runs.is_ok_and(|status| status.success()).then_some(name)
}

impl Browser {
    /// Starts the browser and opens an empty page.
    pub async fn start(program: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", folder.path().display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = loop {
            let line = lines
                .next_line()
                .await
                .unwrap()
                .expect("chromium says where it listens");
            if let Some(address) = line.strip_prefix("DevTools listening on ") {
                break address.to_owned();
            }
        };
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let (line, _) = tokio_tungstenite::connect_async(address).await.unwrap();
        let mut browser = Self {
            line,
            session: None,
            calls: 0,
            child,
            _folder: folder,
        };
        let target = browser
            .call("Target.createTarget", json!({ "url": "about:blank" }))
            .await;
        let target = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", target).await;
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        browser
    }

    async fn call(&mut self, method: &str, params: Value) -> Value {
        self.calls += 1;
        let mut call = json!({ "id": self.calls, "method": method, "params": params });
        if let Some(session) = &self.session {
            call["sessionId"] = json!(session);
        }
        self.line.send(Message::text(call.to_string())).await.unwrap();
        loop {
            let Message::Text(text) = self.line.next().await.unwrap().unwrap() else {
                continue;
            };
            let answer: Value = serde_json::from_str(&text).unwrap();
            if answer["id"] == self.calls {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
        }
    }

    /// The page's width and height.
    pub async fn resize(&mut self, width: u32, height: u32) {
        let mobile = width < 600;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.call("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// The reader's choice of a `dark` or `light` page.
    pub async fn prefer(&mut self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }))
            .await;
    }

    /// Opens an address.
    pub async fn open(&mut self, address: &str) {
        self.call("Page.navigate", json!({ "url": address })).await;
    }

    /// What a JavaScript expression gives.
    pub async fn look(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", params).await;
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {}",
            answer["exceptionDetails"]
        );
        answer["result"]["value"].clone()
    }

    /// Waits until the expression is true on the page.
    pub async fn wait(&mut self, expression: &str) {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        let mut beat = tokio::time::interval(Duration::from_millis(30));
        while self.look(&format!("Boolean({expression})")).await != true {
            beat.tick().await;
            if tokio::time::Instant::now() > deadline {
                let page = self.look("document.body.innerText").await;
                panic!(
                    "not seen: {expression}\non this page:\n{}",
                    page.as_str().unwrap_or_default()
                );
            }
        }
    }

    /// Waits until the words stand in what the selector finds.
    pub async fn read(&mut self, selector: &str, words: &str) {
        let (selector, words) = (json!(selector), json!(words));
        self.wait(&format!(
            "[...document.querySelectorAll({selector})].some((one) => one.innerText.includes({words}))"
        ))
        .await;
    }

    /// Scrolls the first thing the selector finds that holds the words to the top.
    pub async fn show_top(&mut self, selector: &str, words: &str) {
        let (selector, words) = (json!(selector), json!(words));
        let find = format!("[...document.querySelectorAll({selector})].find((one) => one.innerText.includes({words}))");
        self.wait(&find).await;
        self.look(&format!("{find}.scrollIntoView({{ block: 'start' }})")).await;
    }

    /// Presses with the mouse on the last thing the selector finds whose words begin so.
    pub async fn click(&mut self, selector: &str, words: &str) {
        let (selector, words) = (json!(selector), json!(words));
        let find = format!(
            "[...document.querySelectorAll({selector})].findLast((one) => !one.disabled && one.textContent.trim().startsWith({words}))"
        );
        self.wait(&find).await;
        let at = self
            .look(&format!(
                "(() => {{ const one = {find}; one.scrollIntoView({{ block: 'nearest' }}); \
                 const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
            ))
            .await;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Writes where the focus is.
    pub async fn write(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text })).await;
    }

    /// Presses a key: `Enter`, `Tab`, `Escape`, `ArrowDown`.
    pub async fn key(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "ArrowDown" => 40,
            other => panic!("{other} is not a key this client knows"),
        };
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.call("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Takes a picture of the page into the folder `DEMO_PICTURES` names, if it names one.
    pub async fn picture(&mut self, name: &str) {
        let Ok(folder) = std::env::var("DEMO_PICTURES") else {
            return;
        };
        let shot = self.call("Page.captureScreenshot", json!({ "format": "png" })).await;
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(shot["data"].as_str().unwrap())
            .unwrap();
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes).unwrap();
    }

    /// Closes the browser.
    pub async fn close(mut self) {
        self.session = None;
        self.call("Browser.close", json!({})).await;
        tokio::time::timeout(PATIENCE, self.child.wait())
            .await
            .unwrap()
            .unwrap();
    }
}
