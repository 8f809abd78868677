//! A connection that can be cut from outside, in the middle of anything.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll};

use futures::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The switch of one connection.
#[derive(Debug, Default)]
pub(crate) struct Switch {
    cut: AtomicBool,
    waker: AtomicWaker,
}

impl Switch {
    pub(crate) fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        self.waker.wake();
    }

    fn check(&self, context: &Context<'_>) -> std::io::Result<()> {
        self.waker.register(context.waker());
        if self.cut.load(Ordering::SeqCst) {
            return Err(std::io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }
}

/// The switches of all open connections.
#[derive(Default)]
pub(crate) struct Links {
    open: Mutex<Vec<Weak<Switch>>>,
}

impl Links {
    pub(crate) fn open(&self) -> Arc<Switch> {
        let switch = Arc::new(Switch::default());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|one| one.strong_count() > 0);
        open.push(Arc::downgrade(&switch));
        switch
    }

    pub(crate) fn cut_all(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        for switch in open.iter().filter_map(Weak::upgrade) {
            switch.cut();
        }
    }
}

/// A stream with a switch.
pub(crate) struct Link<S> {
    stream: S,
    switch: Arc<Switch>,
}

impl<S> Link<S> {
    pub(crate) fn new(stream: S, switch: Arc<Switch>) -> Self {
        Self { stream, switch }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Link<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        self.switch.check(context)?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Link<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        if self.switch.cut.load(Ordering::SeqCst) {
            return Poll::Ready(Err(std::io::ErrorKind::ConnectionReset.into()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
