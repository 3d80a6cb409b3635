//! The short name of a centre: what its public site is called where nobody gave it another name, and
//! what the command line calls it.

use std::fmt;

use crate::Unfit;
#[cfg(feature = "neutral")]
use crate::neutral::Lexicon;

/// 2 to 30 small letters, digits and inner dashes, beginning with a letter: a label of a host name
/// (RFC 1123).
#[derive(Clone, PartialEq, Eq)]
pub struct ShortName(String);

/// The short name where no other one can be made; it says nothing of what happens inside.
#[cfg(feature = "neutral")]
const PLAIN: &str = "huis";

/// The most letters.
const LONGEST: u16 = 30;

impl ShortName {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Unfit::Missing`], [`Unfit::TooShort`], [`Unfit::TooLong`] or [`Unfit::NotAShortName`].
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let typed = raw.trim().to_lowercase();
        match typed.chars().count() {
            0 => Err(Unfit::Missing),
            1 => Err(Unfit::TooShort(2)),
            2..=30 if is_label(&typed) => Ok(Self(typed)),
            2..=30 => Err(Unfit::NotAShortName),
            _ => Err(Unfit::TooLong(LONGEST)),
        }
    }

    /// The short name that a full name leads to: its letters and digits, with a dash for everything
    /// between them.
    ///
    /// # Errors
    /// As [`Self::parse`], for a name that leads to none.
    pub fn from_name(name: &str) -> Result<Self, Unfit> {
        let mut short = String::new();
        for letter in name.to_lowercase().chars() {
            if letter.is_ascii_alphanumeric() {
                short.push(letter);
            } else if !short.is_empty() && !short.ends_with('-') && letter.is_whitespace() {
                short.push('-');
            }
        }
        short.truncate(LONGEST.into());
        Self::parse(short.trim_end_matches('-'))
    }

    /// Reads the short name of a new house, which stands in the address of its public site for good:
    /// on telephones of visitors, in histories. Where none was typed, it is made of the name for
    /// outside, never of the name inside.
    ///
    /// # Errors
    /// As [`Self::parse`], and [`Unfit::Telling`] for one that tells what the house is.
    #[cfg(feature = "neutral")]
    pub fn for_outside(typed: &str, public_name: &str) -> Result<Self, Unfit> {
        let lexicon = Lexicon::built_in();
        let neutral = |short: Self| lexicon.fits(short.as_str()).map(drop).map(|()| short);
        if typed.trim().is_empty() {
            let made = Self::from_name(public_name).and_then(neutral);
            return Ok(made.unwrap_or_else(|_| Self(PLAIN.to_owned())));
        }
        Self::parse(typed).and_then(neutral)
    }

    /// The short name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_label(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && text.chars().all(fits)
}

impl fmt::Debug for ShortName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShortName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_can_be_part_of_a_host_name() {
        assert_eq!(ShortName::parse(" Linde-2 ").unwrap().as_str(), "linde-2");
        for (raw, why) in [
            ("", Unfit::Missing),
            ("l", Unfit::TooShort(2)),
            ("de linde", Unfit::NotAShortName),
            ("2linde", Unfit::NotAShortName),
            ("linde-", Unfit::NotAShortName),
            ("lindé", Unfit::NotAShortName),
            ("linde.be", Unfit::NotAShortName),
        ] {
            assert_eq!(ShortName::parse(raw), Err(why), "{raw}");
        }
        assert_eq!(ShortName::parse(&"l".repeat(31)), Err(Unfit::TooLong(30)));
    }

    #[test]
    fn a_full_name_leads_to_a_short_one() {
        let short = |name: &str| ShortName::from_name(name).map(|short| short.0);
        assert_eq!(short("De  Linde"), Ok("de-linde".to_owned()));
        assert_eq!(short("'t Huis, 4 B"), Ok("t-huis-4-b".to_owned()));
        assert_eq!(short(&"a b ".repeat(30)).unwrap().len(), 29);
        assert_eq!(short("« »"), Err(Unfit::Missing));
        assert_eq!(short("4 Winden"), Err(Unfit::NotAShortName));
    }

    #[cfg(feature = "neutral")]
    #[test]
    fn the_short_name_of_a_new_house_tells_nothing() {
        let made =
            |typed: &str, public: &str| ShortName::for_outside(typed, public).map(|short| short.0);
        assert_eq!(
            made("", "Het Gesprekshuis"),
            Ok("het-gesprekshuis".to_owned())
        );
        for public in ["", "4 Winden", "Slachtofferhulp Leuven"] {
            assert_eq!(made(" ", public), Ok("huis".to_owned()), "{public}");
        }
        assert_eq!(made("linde", "Slachtofferhulp"), Ok("linde".to_owned()));
        assert_eq!(made("De Linde", ""), Err(Unfit::NotAShortName));
        for telling in ["veilig-huis", "opferhilfe", "slacht-offer"] {
            assert_eq!(made(telling, ""), Err(Unfit::Telling), "{telling}");
        }
    }
}
