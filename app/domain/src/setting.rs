//! What the house sets in versions: its week, the languages of its desk, and its texts. The newest
//! version counts, and every earlier one stays.

use serde::{Deserialize, Serialize};

use crate::hours::Week;
use crate::language::Language;
use crate::role::coded;
use crate::searching::Budget;
use crate::text::HouseText;
use crate::{Tongue, Unfit};

coded! {
    /// A text of the house that stands on public pages or on paper.
    TextKey {
        /// The first sentences of the public site.
        PortalWelcome = "portal_welcome",
        /// The line under letters and messages.
        Closing = "closing",
        /// What stands on the card somebody takes home.
        Card = "card",
    }
}

/// Which setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SettingKey {
    /// The opening hours of a week.
    Week,
    /// The languages that are spoken at the desk.
    Tongues,
    /// How many searches an hour are nothing special.
    Searches,
    /// One text in one language.
    Text(TextKey, Language),
}

impl SettingKey {
    /// The code that is stored: `week`, `tongues`, `searches`, `card.nl`.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Week => "week".to_owned(),
            Self::Tongues => "tongues".to_owned(),
            Self::Searches => "searches".to_owned(),
            Self::Text(key, language) => format!("{}.{}", key.code(), language.code()),
        }
    }
}

/// A setting with its value in the canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    key: SettingKey,
    value: String,
}

impl Setting {
    /// The opening hours of a week.
    #[must_use]
    pub fn week(week: &Week) -> Self {
        Self {
            key: SettingKey::Week,
            value: week.to_string(),
        }
    }

    /// The languages of the desk.
    #[must_use]
    pub fn tongues(tongues: &Tongues) -> Self {
        Self {
            key: SettingKey::Tongues,
            value: tongues.codes(),
        }
    }

    /// How many searches an hour are nothing special.
    #[must_use]
    pub fn searches(budget: Budget) -> Self {
        Self {
            key: SettingKey::Searches,
            value: budget.an_hour().to_string(),
        }
    }

    /// A text in one language; none means that the house says nothing there.
    #[must_use]
    pub fn text(key: TextKey, language: Language, text: Option<&HouseText>) -> Self {
        Self {
            key: SettingKey::Text(key, language),
            value: text.map_or_else(String::new, |text| text.as_str().to_owned()),
        }
    }

    /// Which setting.
    #[must_use]
    pub const fn key(&self) -> SettingKey {
        self.key
    }

    /// Its value in the canonical form.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// The languages of the desk, in the order of [`Tongue::COMMON`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tongues(Vec<Tongue>);

impl Tongues {
    /// Reads codes with blanks between; each counts once.
    ///
    /// # Errors
    /// [`Unfit::NotOffered`] for a language that is not offered.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let asked: Vec<&str> = raw.split_whitespace().collect();
        if asked.iter().any(|code| !Tongue::COMMON.contains(code)) {
            return Err(Unfit::NotOffered);
        }
        let chosen = Tongue::COMMON
            .into_iter()
            .filter(|code| asked.contains(code));
        chosen
            .map(Tongue::parse)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The codes with blanks between.
    #[must_use]
    pub fn codes(&self) -> String {
        let codes: Vec<&str> = self.0.iter().map(Tongue::code).collect();
        codes.join(" ")
    }

    /// The languages.
    #[must_use]
    pub fn list(&self) -> &[Tongue] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_kept_once_and_in_one_order() {
        assert_eq!(Tongues::parse("tr  nl tr").unwrap().codes(), "nl tr");
        assert_eq!(Tongues::parse("").unwrap().codes(), "");
        assert_eq!(Tongues::parse("nl xx"), Err(Unfit::NotOffered));
    }

    #[test]
    fn every_setting_has_a_code_of_its_own() {
        let single = [SettingKey::Week, SettingKey::Tongues, SettingKey::Searches];
        let mut codes: Vec<String> = single.map(SettingKey::code).to_vec();
        for key in TextKey::ALL {
            codes.extend(Language::ALL.map(|language| SettingKey::Text(*key, language).code()));
        }
        let all = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
