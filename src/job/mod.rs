//! The table of ticks. A tick that comes late, twice, or after a week does the right thing: what is due is read from the
//! store, never from the tick.

use std::sync::Arc;

use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};

use crate::service::{Services, away, draft, review};

/// Every half minute, by UTC: the scheduler knows no clock changes.
const HEARTBEAT: &str = "0,30 * * * * *";

/// Why there is no heartbeat.
#[derive(Debug, thiserror::Error)]
#[error("the heartbeat cannot be set up: {0}")]
pub struct JobError(#[from] JobSchedulerError);

/// Starts to tick: at once, with the heartbeat, whenever the clock jumps, and when somebody moved a review's next step.
pub async fn start(services: Arc<Services>, stopping: watch::Receiver<bool>) -> Result<JoinHandle<()>, JobError> {
    let beat = Arc::new(Notify::new());
    let mut scheduler = JobScheduler::new().await?;
    let beats = Arc::clone(&beat);
    scheduler
        .add(Job::new(HEARTBEAT, move |_, _| beats.notify_one())?)
        .await?;
    scheduler.start().await?;
    Ok(tokio::spawn(async move {
        run(&services, &beat, stopping).await;
        if let Err(error) = scheduler.shutdown().await {
            tracing::debug!(%error, "the heartbeat did not end by itself");
        }
    }))
}

async fn run(services: &Services, beat: &Notify, mut stopping: watch::Receiver<bool>) {
    let mut jumps = services.clock().subscribe();
    while !*stopping.borrow() {
        tick(services).await;
        tokio::select! {
            () = beat.notified() => {}
            Ok(()) = jumps.changed() => {}
            () = services.cycle_changed() => {}
            // Asked to, or nobody is left who could ask.
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

/// Everything that may be due, until nothing is.
async fn tick(services: &Services) {
    if let Err(error) = away::turn(services).await {
        tracing::warn!(%error, "absences could not be begun or ended; trying again with the next tick");
    }
    loop {
        match review::advance(services).await {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "the review cycle could not be moved on; trying again with the next tick");
                break;
            }
        }
    }
    if let Err(error) = draft::forget_expired(services).await {
        tracing::warn!(%error, "expired drafts could not be forgotten");
    }
}
