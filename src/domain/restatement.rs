//! Why the numbers of a closed review are others by now than those it published.

words! {
    /// What changed them.
    Cause {
        /// What was published was changed on purpose, by who manages it and for a reason.
        Changed = "changed",
        /// A value that was missing at the close came in.
        Late = "late",
        /// What was entered after the close was taken back.
        TakenBack = "taken back",
    }
}

impl Default for Cause {
    /// What was kept before causes were told apart.
    fn default() -> Self {
        Self::Changed
    }
}
