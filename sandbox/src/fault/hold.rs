//! A request that is kept until its owner lets go of it, so that something can happen in the middle of it.

use tokio::sync::watch;

/// A request that is held, or will be: see [`Faults::hold_before`](super::Faults::hold_before) and
/// [`Faults::hold_after`](super::Faults::hold_after). When this is dropped, the request's connection is cut.
#[derive(Debug)]
#[must_use = "dropped, it cuts the connection"]
pub struct Hold {
    taken: watch::Receiver<bool>,
    go: watch::Sender<bool>,
}

/// The other side of a hold: the request's.
#[derive(Clone, Debug)]
pub(crate) struct Gate {
    taken: watch::Sender<bool>,
    go: watch::Receiver<bool>,
}

pub(crate) fn pair() -> (Hold, Gate) {
    let (taken, seen) = watch::channel(false);
    let (go, told) = watch::channel(false);
    (Hold { taken: seen, go }, Gate { taken, go: told })
}

impl Hold {
    /// Ends when a request is held; never, where the fault was cleared before one came.
    pub async fn taken(&mut self) {
        if self.taken.wait_for(|taken| *taken).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    /// Lets go of the request: it takes its course.
    pub fn release(self) {
        self.go.send_replace(true);
    }
}

impl Gate {
    /// Keeps the request; whether it was released, and not given up.
    pub(crate) async fn keep(&self) -> bool {
        self.taken.send_replace(true);
        self.go.clone().wait_for(|go| *go).await.is_ok()
    }
}
