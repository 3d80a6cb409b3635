//! Signing in: what is typed for it, and how often wrong answers are borne.

use std::fmt;

use zeroize::Zeroize;

use crate::{Secret, Unfit};

mod paper;
mod patience;

pub use paper::PaperCode;
pub use patience::{Failures, Patience};

/// The name somebody signs in with: 2 to 64 letters, digits, dots, dashes or underscores, compared
/// without regard to case.
#[derive(Clone, PartialEq, Eq)]
pub struct UserName(String);

impl UserName {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Unfit::Missing`], [`Unfit::TooShort`], [`Unfit::TooLong`] or
    /// [`Unfit::NotAUserName`] for other characters.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let folded = raw.trim().to_lowercase();
        match folded.chars().count() {
            0 => Err(Unfit::Missing),
            1 => Err(Unfit::TooShort(2)),
            2..=64 if folded.chars().all(fits) => Ok(Self(folded)),
            2..=64 => Err(Unfit::NotAUserName),
            _ => Err(Unfit::TooLong(64)),
        }
    }

    /// The name, folded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn fits(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_')
}

impl fmt::Debug for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserName(…)")
    }
}

/// A pass-phrase.
#[derive(Clone)]
pub struct Passphrase(Secret<String>);

impl Passphrase {
    /// Reads one that opens a whole house: 12 to 200 characters of any kind.
    ///
    /// # Errors
    /// [`Unfit::TooShort`] or [`Unfit::TooLong`].
    pub fn parse(mut raw: String) -> Result<Self, Unfit> {
        let letters = raw.chars().count();
        if (12..=200).contains(&letters) {
            return Ok(Self(Secret::new(raw)));
        }
        raw.zeroize();
        Err(if letters < 12 {
            Unfit::TooShort(12)
        } else {
            Unfit::TooLong(200)
        })
    }

    /// Reads what a colleague chose: 12 to 128 characters of any kind, and no pattern that repeats
    /// (ASVS 6.2: length and a list of common ones instead of kinds of characters).
    ///
    /// # Errors
    /// [`Unfit::TooShort`], [`Unfit::TooLong`], or [`Unfit::TooCommon`] for four characters or fewer
    /// that are typed again and again.
    pub fn choose(mut raw: String) -> Result<Self, Unfit> {
        let letters: Vec<char> = raw.chars().collect();
        let why = match letters.len() {
            ..12 => Unfit::TooShort(12),
            129.. => Unfit::TooLong(128),
            _ if (1..=4).any(|n| repeats(&letters, n)) => Unfit::TooCommon,
            _ => return Ok(Self(Secret::new(raw))),
        };
        raw.zeroize();
        Err(why)
    }

    /// The pass-phrase itself, for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// Six digits that unlock a screen during a shift.
#[derive(Clone)]
pub struct Pin(Secret<String>);

impl Pin {
    /// Reads a PIN that is being chosen.
    ///
    /// # Errors
    /// [`Unfit::NotSixDigits`], or [`Unfit::TooSimple`] for one that a colleague would guess.
    pub fn choose(raw: &str) -> Result<Self, Unfit> {
        let pin = Self::parse(raw)?;
        if simple(pin.expose().as_bytes()) {
            Err(Unfit::TooSimple)
        } else {
            Ok(pin)
        }
    }

    /// Reads a PIN that is typed to unlock.
    ///
    /// # Errors
    /// [`Unfit::NotSixDigits`].
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let typed = raw.trim();
        let six = typed.len() == 6 && typed.bytes().all(|b| b.is_ascii_digit());
        six.then(|| Self(Secret::new(typed.to_owned())))
            .ok_or(Unfit::NotSixDigits)
    }

    /// The digits, for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

/// Repeats of one, two or three digits, and digits that count up or down.
fn simple(digits: &[u8]) -> bool {
    let counts = |step: i16| {
        digits
            .windows(2)
            .all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step)
    };
    (1..=3).any(|n| repeats(digits, n)) || counts(1) || counts(-1)
}

/// Whether the first so many are repeated to the end.
fn repeats<T: PartialEq>(letters: &[T], first: usize) -> bool {
    letters.iter().zip(&letters[first..]).all(|(a, b)| a == b)
}

/// Whether the step of a one-time code counts, given the last step that was used. A code counts
/// once. A last step that lies ahead of the clock was written by a clock that has since been set
/// right; it would shut its owner out until then, so it is disregarded.
#[must_use]
pub const fn step_counts(step: i64, last: i64, current: i64) -> bool {
    step > last || last > current + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_name_is_folded_and_plain() {
        assert_eq!(UserName::parse(" Noor.B ").unwrap().as_str(), "noor.b");
        for (raw, why) in [
            ("", Unfit::Missing),
            ("n", Unfit::TooShort(2)),
            ("noor b", Unfit::NotAUserName),
            ("noor@b", Unfit::NotAUserName),
        ] {
            assert_eq!(UserName::parse(raw), Err(why), "{raw}");
        }
        assert_eq!(UserName::parse(&"n".repeat(65)), Err(Unfit::TooLong(64)));
    }

    #[test]
    fn a_short_pass_phrase_is_refused_with_the_limit() {
        let read = |raw: &str| Passphrase::parse(raw.to_owned()).map(|_| ());
        assert_eq!(read("elf tekens!"), Err(Unfit::TooShort(12)));
        assert_eq!(read("twaalf teken"), Ok(()));
        assert_eq!(read(&"x".repeat(201)), Err(Unfit::TooLong(200)));
    }

    #[test]
    fn a_chosen_pass_phrase_is_long_enough_and_no_pattern() {
        let read = |raw: &str| Passphrase::choose(raw.to_owned()).map(|_| ());
        assert_eq!(read("elf tekens!"), Err(Unfit::TooShort(12)));
        assert_eq!(read("twaalf één ."), Ok(()));
        assert_eq!(read(&"één twee ".repeat(15)), Err(Unfit::TooLong(128)));
        for raw in [
            "aaaaaaaaaaaaaaa",
            "abababababab",
            "abcabcabcabca",
            "1234123412341",
        ] {
            assert_eq!(read(raw), Err(Unfit::TooCommon), "{raw}");
        }
        assert_eq!(read("zeven blauwe fietsen"), Ok(()));
    }

    #[test]
    fn a_pin_that_a_colleague_would_guess_is_refused() {
        for raw in ["111111", "121212", "123123", "123456", "987654", "456789"] {
            assert!(matches!(Pin::choose(raw), Err(Unfit::TooSimple)), "{raw}");
        }
        for raw in ["12345", "1234567", "12a456", "", "１２３４５６"] {
            assert!(
                matches!(Pin::choose(raw), Err(Unfit::NotSixDigits)),
                "{raw}"
            );
        }
        assert!(Pin::choose("270415").is_ok());
    }

    #[test]
    fn a_code_counts_once_and_a_wrong_clock_shuts_nobody_out() {
        assert!(step_counts(100, 99, 100));
        assert!(!step_counts(100, 100, 100));
        assert!(!step_counts(99, 100, 99));
        assert!(step_counts(100, 4_000, 100), "the clock was an hour ahead");
    }
}
