//! A bot's HTTP client: it reaches the sandbox over TLS as discord.com.

use sandbox::Sandbox;

/// How Discord wants a bot to name itself.
pub const AGENT: &str = "DiscordBot (https://example.org, 1.0)";

pub fn over_tls(sandbox: &Sandbox) -> reqwest::Client {
    let root = reqwest::Certificate::from_pem(sandbox.root_certificate().as_bytes()).unwrap();
    ["discord.com", "cdn.discordapp.com", "media.discordapp.net"]
        .into_iter()
        .fold(
            reqwest::Client::builder().use_rustls_tls().user_agent(AGENT),
            |builder, host| builder.resolve(host, sandbox.connect_to()),
        )
        .add_root_certificate(root)
        .build()
        .unwrap()
}
