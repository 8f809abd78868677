//! How payloads travel: as text, or all through one shared deflate stream (`compress=zlib-stream`).

use axum::extract::ws::Message;
use flate2::{Compress, Compression, FlushCompress};

/// Turns payloads into frames.
pub(crate) enum Wire {
    Plain,
    Zlib(Box<Compress>),
}

impl Wire {
    pub(crate) fn new(compressed: bool) -> Self {
        if compressed {
            Self::Zlib(Box::new(Compress::new(Compression::fast(), true)))
        } else {
            Self::Plain
        }
    }

    pub(crate) fn frame(&mut self, payload: String) -> Message {
        match self {
            Self::Plain => Message::Text(payload.into()),
            Self::Zlib(stream) => Message::Binary(deflate(stream, payload.as_bytes()).into()),
        }
    }
}

/// Compresses the whole payload and flushes, so that the frame ends in `00 00 ff ff`.
fn deflate(stream: &mut Compress, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 2 + 128);
    let before = stream.total_in();
    loop {
        let taken = usize::try_from(stream.total_in() - before).unwrap_or(bytes.len());
        let room = out.capacity();
        if stream
            .compress_vec(&bytes[taken..], &mut out, FlushCompress::Sync)
            .is_err()
        {
            return out;
        }
        let all_taken = usize::try_from(stream.total_in() - before).unwrap_or(bytes.len()) == bytes.len();
        if all_taken && out.len() < room {
            return out;
        }
        out.reserve(room.max(256));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Decompress, FlushDecompress};

    #[test]
    fn all_payloads_of_a_connection_share_one_zlib_stream() {
        let mut wire = Wire::new(true);
        let mut reader = Decompress::new(true);
        for payload in ["{\"op\":10}".to_owned(), "x".repeat(100_000), "{\"op\":11}".to_owned()] {
            let Message::Binary(frame) = wire.frame(payload.clone()) else {
                panic!("not binary")
            };
            assert!(frame.ends_with(&[0, 0, 0xff, 0xff]));
            let mut text = Vec::with_capacity(payload.len() + 64);
            reader.decompress_vec(&frame, &mut text, FlushDecompress::Sync).unwrap();
            assert_eq!(text, payload.as_bytes());
        }
    }
}
