//! Where a screen is, so that the frame shows the right entry and keeps what was typed.

/// Where a screen is, for the frame.
pub struct Place {
    /// Its path.
    pub here: String,
    /// The entry of the menu it belongs to.
    pub menu: &'static str,
    /// Whether it has a search field of its own.
    pub own_search: bool,
    /// Whether it has islands.
    pub islands: bool,
    /// Seconds after which it asks for itself again without scripts.
    pub refresh: Option<u32>,
    /// Whether it has a form whose text is kept when another language is chosen.
    pub form: bool,
}

impl Place {
    /// A plain screen of the administration.
    #[must_use]
    pub fn managed(here: impl Into<String>) -> Self {
        Self {
            menu: "/manage",
            ..Self::at(here)
        }
    }

    /// A plain screen of the front desk.
    #[must_use]
    pub fn at(here: impl Into<String>) -> Self {
        Self {
            here: here.into(),
            menu: "/desk",
            own_search: false,
            islands: false,
            refresh: None,
            form: false,
        }
    }

    /// The same with a form of the page on it, [`crate::form::Form`] with `main`.
    #[must_use]
    pub fn form(here: impl Into<String>) -> Self {
        Self {
            form: true,
            ..Self::at(here)
        }
    }
}
