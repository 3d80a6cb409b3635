//! Finding a person again: by a name in any order and any spelling, by a birth date, by a number.
//! Everything here compares two sides and says why they may be the same; who is looked at, and who
//! may look, is decided elsewhere.
//!
//! What is not known of somebody counts neither for nor against her: only what both sides have is
//! compared.

mod asked;
mod dated;
mod held;
mod letters;
mod name;
mod pair;
mod pairs;
mod reach;
mod sound;
#[cfg(test)]
mod tests;
mod word;

pub use asked::{Asked, FOUND, Found, Traits, part_alone, taken_apart};
pub use dated::Dated;
pub use held::{Held, Part, held, least};
pub use letters::words;
pub use name::{Piece, Span, Split, joined, particle, units};
pub use pair::{LIKELY, Likely, Side, likely};
pub use pairs::{Pair, pairs};
pub use reach::{Number, address, number, token};
pub use word::{How, Likeness, Word};

/// Why somebody was found: what is the same, and in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// How the name fits.
    pub name: Option<How>,
    /// The name has more words than were compared: half of a double name, a name without the given
    /// name.
    pub half: bool,
    /// How the birth date fits.
    pub birth: Option<Dated>,
    /// What is the same besides.
    pub same: Option<Same>,
}

/// What two people are one by, or somebody is looked up by, without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
    /// The code of today.
    Token,
}
