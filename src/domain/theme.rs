//! How a picture looks: on light paper, or on a dark screen.

words! {
    /// The colours of a picture.
    Theme {
        /// Dark ink on white.
        Light = "light",
        /// Light ink on dark grey.
        Dark = "dark",
    }
}
