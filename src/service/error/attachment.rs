//! What can be wrong with a file that a person gave with a command.

/// Why an attachment cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentFault {
    /// Larger than the limit.
    TooLarge,
    /// Not from Discord's attachment hosts.
    Elsewhere,
    /// It did not come, or not in time.
    Unreachable,
}
