//! Fetches a file that a person gave with a command: from Discord's attachment hosts only, bounded in size and time.

use std::time::Duration;

use reqwest::{Client, Url};
use serenity::all::Attachment;

use crate::domain::import::MAX_BYTES;
use crate::service::{AttachmentFault, Error, Invalid};

/// Where Discord keeps attachments.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// How long a file may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The file's bytes.
pub async fn fetch(client: &Client, attachment: &Attachment) -> Result<Vec<u8>, Error> {
    let announced = usize::try_from(attachment.size).unwrap_or(usize::MAX);
    if announced > MAX_BYTES {
        return Err(refused(AttachmentFault::TooLarge));
    }
    let url = discords(&attachment.url).ok_or_else(|| refused(AttachmentFault::Elsewhere))?;
    match tokio::time::timeout(PATIENCE, read(client, url)).await {
        Ok(read) => read.map_err(refused),
        Err(_) => Err(refused(AttachmentFault::Unreachable)),
    }
}

/// The address, where it is one of Discord's attachment hosts over HTTPS.
fn discords(url: &str) -> Option<Url> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str().is_some_and(|host| HOSTS.contains(&host));
    let plain = url.port().is_none() && url.username().is_empty() && url.password().is_none();
    (url.scheme() == "https" && host && plain).then_some(url)
}

/// Reads at most as much as is accepted, whatever was announced. The client follows no redirects.
async fn read(client: &Client, url: Url) -> Result<Vec<u8>, AttachmentFault> {
    let gone = |error: reqwest::Error| {
        tracing::warn!(error = %error.without_url(), "an attachment did not come");
        AttachmentFault::Unreachable
    };
    let mut response = client.get(url).send().await.map_err(gone)?;
    if response.status() != reqwest::StatusCode::OK {
        tracing::warn!(status = response.status().as_u16(), "an attachment did not come");
        return Err(AttachmentFault::Unreachable);
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(gone)? {
        if bytes.len() + chunk.len() > MAX_BYTES {
            return Err(AttachmentFault::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn refused(fault: AttachmentFault) -> Error {
    Invalid::Attachment(fault).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_discords_attachment_hosts_over_https_are_asked() {
        for good in [
            "https://cdn.discordapp.com/attachments/1/2/a.csv?ex=1",
            "https://media.discordapp.net/ephemeral/a",
        ] {
            assert!(discords(good).is_some(), "{good}");
        }
        for bad in [
            "http://cdn.discordapp.com/a.csv",
            "https://cdn.discordapp.com.evil.example/a.csv",
            "https://cdn.discordapp.com@evil.example/a.csv",
            "https://me:secret@cdn.discordapp.com/a.csv",
            "https://cdn.discordapp.com:8443/a.csv",
            "https://discord.com/a.csv",
            "https://127.0.0.1/a.csv",
            "file:///etc/passwd",
            "",
        ] {
            assert!(discords(bad).is_none(), "{bad}");
        }
    }
}
