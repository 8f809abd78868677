//! Limits that go by minutes and hours of the sandbox's clock. Discord names them, and keeps their numbers to itself.

use chrono::TimeDelta;

use crate::id::Id;
use crate::limit::RateLimits;
use crate::quota::{Quota, Quotas};

/// What is left of them.
#[derive(Debug)]
pub(crate) struct SlowLimits {
    /// Edits of messages older than an hour, per channel (30046).
    pub(crate) old_edits: Quotas<Id>,
    /// Direct channels that were opened (40003).
    pub(crate) new_directs: Quota,
}

impl SlowLimits {
    pub(crate) fn of(limits: RateLimits) -> Self {
        Self {
            old_edits: Quotas::new(limits.old_edits(), TimeDelta::hours(1)),
            new_directs: Quota::new(limits.new_directs(), TimeDelta::minutes(10)),
        }
    }
}
