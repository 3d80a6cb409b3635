//! What a visitor is called by while in the house: a number, and nobody's name.

use std::fmt;

use crate::Unfit;

/// What a visitor is called in the house: `T-14`, the fourteenth of that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token(i64);

impl Token {
    /// The token with this number, counted from 1 each day.
    #[must_use]
    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// Reads `T-14`, `t14` or `14`.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let typed = raw.trim();
        let bare = typed.strip_prefix(['T', 't']).unwrap_or(typed);
        let digits = bare.strip_prefix('-').unwrap_or(bare);
        let number = digits.parse::<i64>().map_err(|_| Unfit::NotOffered)?;
        if (1..10_000).contains(&number) {
            Ok(Self(number))
        } else {
            Err(Unfit::NotOffered)
        }
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T-{:02}", self.0)
    }
}
