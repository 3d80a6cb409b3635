//! Languages: the few the screens speak, and the many a visitor may speak.

use serde::{Deserialize, Serialize};

use crate::Unfit;

/// A language the staff screens are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, the language of the house unless it says otherwise.
    #[default]
    Nl,
    /// French.
    Fr,
    /// German.
    De,
    /// English.
    En,
}

impl Language {
    /// Every language the staff screens offer, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Nl, Self::Fr, Self::De, Self::En];

    /// The ISO 639-1 code, as in the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::Fr => "fr",
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// The writing direction, as in the `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        "ltr"
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for a language the screens do not speak.
    pub fn parse(code: &str) -> Result<Self, Unfit> {
        Self::ALL
            .into_iter()
            .find(|l| l.code() == code)
            .ok_or(Unfit::NotOffered)
    }

    /// The first language of an `Accept-Language` header that the screens speak.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .filter_map(|part| part.split([';', '-']).next())
            .find_map(|code| Self::parse(code.trim()).ok())
    }
}

/// How the house speaks to people: je or u. A setting of the centre, the same everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// The familiar form.
    #[default]
    Je,
    /// The polite form.
    U,
}

impl Address {
    /// The code stored with the centre.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Je => "je",
            Self::U => "u",
        }
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for anything but `je` or `u`.
    pub fn parse(code: &str) -> Result<Self, Unfit> {
        match code {
            "je" => Ok(Self::Je),
            "u" => Ok(Self::U),
            _ => Err(Unfit::NotOffered),
        }
    }
}

/// A language a visitor speaks: any ISO 639 code of two or three letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tongue(String);

impl Tongue {
    /// The languages a desk meets most, offered first.
    pub const COMMON: [&'static str; 14] = [
        "nl", "fr", "de", "en", "ar", "tr", "uk", "ru", "pl", "ro", "es", "fa", "ps", "so",
    ];

    /// Reads a code.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] when it is not two or three lower-case letters.
    pub fn parse(code: &str) -> Result<Self, Unfit> {
        let fits = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        if fits {
            Ok(Self(code.to_owned()))
        } else {
            Err(Unfit::NotOffered)
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_we_speak_wins() {
        assert_eq!(
            Language::accepted("tr-TR, fr-BE;q=0.9, nl;q=0.8"),
            Some(Language::Fr)
        );
        assert_eq!(Language::accepted("tr"), None);
    }
}
