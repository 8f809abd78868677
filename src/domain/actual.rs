//! Where an actual came from.

words! {
    /// Through which door a value came in.
    Source {
        /// A slash command.
        Command = "command",
        /// A form.
        Form = "form",
        /// The value before, taken over by a press.
        Same = "same as last",
        /// A file.
        Import = "import",
        /// Computed from other KPIs.
        Formula = "formula",
        /// Taking back an earlier revision.
        Undo = "undo",
    }
}
