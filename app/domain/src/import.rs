//! A file of people: its columns, what their heads are called, and what one row says. A row either
//! is a person or says everything that is wrong with it; nothing of it is guessed.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Unfit;
use crate::role::coded;

mod cell;
mod heads;
mod row;
mod write;

pub use cell::{neutral, plain};
pub use row::read;
pub use write::{HEAD, line, separated, written};

coded! {
    /// A column of a file of people.
    Column {
        /// The whole name.
        Name = "name",
        /// The given name, where the file keeps both parts apart.
        Given = "given_name",
        /// The family name, where the file keeps both parts apart.
        Family = "family_name",
        /// What the person wants to be called.
        Alias = "alias",
        /// That the person would rather give no name.
        Unnamed = "unnamed",
        /// The day of birth.
        Born = "birth_date",
        /// The languages the person speaks, the best one first.
        Tongues = "languages",
        /// How the person may be reached.
        Channel = "contact",
        /// The telephone number.
        Phone = "phone",
        /// The e-mail address.
        Email = "email",
        /// When it is safe.
        When = "contact_when",
        /// What must never happen.
        Never = "contact_never",
        /// The last day on which the answer holds.
        Until = "contact_until",
    }
}

impl Column {
    /// The columns of which a file needs at least one.
    pub const NAMING: [Self; 5] = [
        Self::Name,
        Self::Given,
        Self::Family,
        Self::Alias,
        Self::Unnamed,
    ];

    /// The column that a head names, in any of the four languages; nothing for any other head.
    #[must_use]
    pub fn of_head(head: &str) -> Option<Self> {
        heads::column(head)
    }
}

/// Where each column stands in the file, counted from zero. What is not named is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(BTreeMap<Column, usize>);

/// What the heads of a file say by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The columns that are named once.
    pub mapping: Mapping,
    /// The columns that more than one head names: somebody has to choose.
    pub twice: Vec<Column>,
}

impl Mapping {
    /// What the heads of a file say by themselves.
    #[must_use]
    pub fn guess<'a>(heads: impl IntoIterator<Item = &'a str>) -> Guess {
        let mut guess = Guess::default();
        for (place, head) in heads.into_iter().enumerate() {
            let Some(column) = Column::of_head(head) else {
                continue;
            };
            if guess.mapping.0.insert(column, place).is_some() && !guess.twice.contains(&column) {
                guess.twice.push(column);
            }
        }
        for column in &guess.twice {
            guess.mapping.0.remove(column);
        }
        guess
    }

    /// Says where a column stands, or that the file has none.
    pub fn set(&mut self, column: Column, place: Option<usize>) {
        match place {
            Some(place) => self.0.insert(column, place),
            None => self.0.remove(&column),
        };
    }

    /// Where a column stands.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.0.get(&column).copied()
    }

    /// Every place that is read.
    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.values().copied()
    }

    /// Checks that a person can be told by what is read.
    ///
    /// # Errors
    /// [`Unfit::NeedsOne`] without any name, alias or wish to give none; [`Unfit::NotOffered`] for
    /// a place that a file of so many columns does not have.
    pub fn fits(&self, columns: usize) -> Result<(), Unfit> {
        if self.0.values().any(|place| *place >= columns) {
            return Err(Unfit::NotOffered);
        }
        let named = Column::NAMING.iter().any(|one| self.0.contains_key(one));
        if named { Ok(()) } else { Err(Unfit::NeedsOne) }
    }
}

/// What is wrong with a row, or why it was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// A cell does not fit.
    Cell(Column, Unfit),
    /// A quotation mark opens and does not close.
    TornQuote,
    /// More or fewer cells than the file has heads.
    OtherCount,
    /// Bytes that are not UTF-8.
    NotText,
    /// Somebody with the same name and birth date is known.
    LikelyKnown,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell(column, unfit) => write!(f, "{}: {unfit}", column.code()),
            Self::TornQuote => f.write_str("a quotation mark does not close"),
            Self::OtherCount => f.write_str("not as many cells as the file has heads"),
            Self::NotText => f.write_str("not UTF-8"),
            Self::LikelyKnown => f.write_str("likely known: the same name and birth date"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_heads_of_four_languages_are_known() {
        let heads = [
            ("Voornaam", Column::Given),
            ("Nom de famille", Column::Family),
            ("Geburtsdatum", Column::Born),
            ("Date of birth", Column::Born),
            ("GSM-nummer", Column::Phone),
            ("Prénom", Column::Given),
            ("e-mail", Column::Email),
            ("birth_date", Column::Born),
            ("Roepnaam", Column::Alias),
            ("Langue", Column::Tongues),
        ];
        for (head, column) in heads {
            assert_eq!(Column::of_head(head), Some(column), "{head}");
        }
        assert_eq!(Column::of_head("postcode"), None);
    }

    #[test]
    fn every_column_is_known_by_its_own_code() {
        for column in Column::ALL {
            assert_eq!(Column::of_head(column.code()), Some(*column));
        }
    }

    #[test]
    fn a_head_that_stands_twice_is_nobodys_choice() {
        let guess = Mapping::guess(["name", "telefoon", "Name", "gsm", "email"]);
        assert_eq!(guess.twice, [Column::Name, Column::Phone]);
        assert_eq!(guess.mapping.place(Column::Name), None);
        assert_eq!(guess.mapping.place(Column::Email), Some(4));
    }

    #[test]
    fn a_file_without_names_names_nobody() {
        let guess = Mapping::guess(["phone", "postcode"]);
        assert_eq!(guess.mapping.fits(2), Err(Unfit::NeedsOne));
        let mut mapping = guess.mapping;
        mapping.set(Column::Alias, Some(7));
        assert_eq!(mapping.fits(2), Err(Unfit::NotOffered));
        mapping.set(Column::Alias, Some(1));
        assert_eq!(mapping.fits(2), Ok(()));
    }
}
