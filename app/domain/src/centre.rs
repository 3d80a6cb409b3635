//! A centre as it calls itself and is reached.

use serde::{Deserialize, Serialize};

use crate::text::{Label, Phone, Remark};
use crate::time::CentreZone;
use crate::{Address, Language, Profile, Unfit};

/// What a centre says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CentreCard {
    /// What the house is called on the screens of colleagues.
    pub name: Label,
    /// What it is called outside; says nothing of what happens inside.
    pub public_name: Option<Label>,
    /// The language of the house.
    pub language: Language,
    /// Whether it says je or u.
    pub address: Address,
    /// The jurisdiction it works under.
    pub profile: Profile,
    /// Where its clock hangs.
    pub zone: CentreZone,
    /// Street and number.
    pub street: Option<Remark>,
    /// Postal code and town.
    pub town: Option<Remark>,
    /// The neutral telephone number.
    pub phone: Option<Phone>,
    /// The name of its public site, when it has one of its own.
    pub portal_host: Option<HostName>,
}

/// The zones that are offered: those of the countries the profiles are for.
pub const ZONES: [&str; 2] = ["Europe/Brussels", "Europe/Amsterdam"];

/// The name of a host: labels with dots between, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HostName(String);

impl HostName {
    /// Reads a host name, without a scheme and without a port.
    ///
    /// # Errors
    /// [`Unfit::NotAHost`] for anything that is no host name of at least two labels (RFC 1123).
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let name = raw.trim().to_ascii_lowercase();
        if name.is_empty() {
            return Err(Unfit::Missing);
        }
        let labels: Vec<&str> = name.split('.').collect();
        let named = labels
            .last()
            .is_some_and(|last| last.bytes().any(|b| b.is_ascii_alphabetic()));
        if name.len() <= 253
            && labels.len() > 1
            && named
            && labels.iter().all(|part| is_label(part))
        {
            Ok(Self(name))
        } else {
            Err(Unfit::NotAHost)
        }
    }

    /// `None` for an empty field, else as [`Self::parse`].
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn optional(raw: &str) -> Result<Option<Self>, Unfit> {
        match Self::parse(raw) {
            Err(Unfit::Missing) => Ok(None),
            read => read.map(Some),
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_label(part: &str) -> bool {
    let letters = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    letters && (1..=63).contains(&part.len()) && !part.starts_with('-') && !part.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_labels_and_nothing_else() {
        assert_eq!(
            HostName::parse(" Afspraak.Voorbeeld.be ").unwrap().as_str(),
            "afspraak.voorbeeld.be"
        );
        assert!(HostName::parse("linde.localhost").is_ok());
        for raw in [
            "voorbeeld",
            "https://voorbeeld.be",
            "voorbeeld.be:443",
            "voorbeeld.be/a",
            "-a.be",
            "a..be",
            "127.0.0.1",
            "é.be",
            "a b.be",
        ] {
            assert_eq!(HostName::parse(raw), Err(Unfit::NotAHost), "{raw}");
        }
        assert_eq!(HostName::optional(" "), Ok(None));
    }
}
