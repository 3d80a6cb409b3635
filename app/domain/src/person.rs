//! A person as the desk registers one: at least a name, an alias, or the wish to give none; and how
//! she can be reached without danger.

use serde::{Deserialize, Serialize};

use crate::language::Tongue;
use crate::role::coded;
use crate::text::{Email, Name, Phone, Remark};
use crate::{Day, Instant, Pii, Unfit};

/// What identifies a person to the desk. Opens to the desk, and to a service only with a reason.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The name as the person wants it.
    pub name: Option<Name>,
    /// What the person wants to be called here, when that is something else.
    pub alias: Option<Name>,
    /// The person would rather not say a name.
    pub declines_name: bool,
    /// Day of birth, as far as known.
    pub born: Option<Day>,
    /// The languages the person speaks, the best one first.
    pub tongues: Vec<Tongue>,
}

impl Identity {
    /// Checks the one rule of registering: there is a name, an alias, or the wish to give none.
    ///
    /// # Errors
    /// [`Unfit::NeedsOne`] when there is none of the three.
    pub fn complete(self) -> Result<Self, Unfit> {
        let known = self.name.is_some() || self.alias.is_some() || self.declines_name;
        if known {
            Ok(self)
        } else {
            Err(Unfit::NeedsOne)
        }
    }

    /// What the desk calls the person: the alias she chose, else her name.
    #[must_use]
    pub fn called(&self) -> Option<&Name> {
        self.alias.as_ref().or(self.name.as_ref())
    }

    /// The first letters of what the person is called: `R.J.`; nothing for a person without a name.
    #[must_use]
    pub fn initials(&self) -> String {
        let words = self.called().map_or("", Name::as_str).split_whitespace();
        words
            .filter_map(|word| word.chars().next())
            .take(3)
            .flat_map(|c| [c, '.'])
            .collect()
    }
}

coded! {
    /// A way to reach somebody.
    Channel {
        /// Nobody may contact her.
        Never = "never",
        /// A telephone call.
        Call = "call",
        /// A text message.
        Message = "message",
        /// An e-mail.
        Mail = "mail",
    }
}

/// How a person can be reached without danger: never assumed, asked each time, and only until a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// The way she chose.
    pub channel: Channel,
    /// The number, for a call or a message.
    pub phone: Option<Phone>,
    /// The address, for an e-mail.
    pub email: Option<Email>,
    /// When it is safe, in her words.
    pub when: Option<Remark>,
    /// What must never happen, in her words.
    pub never: Option<Remark>,
    /// The last day the answer holds; after it she is asked again.
    pub until: Option<Day>,
}

impl SafeContact {
    /// Nobody contacts her.
    #[must_use]
    pub const fn silence() -> Self {
        Self {
            channel: Channel::Never,
            phone: None,
            email: None,
            when: None,
            never: None,
            until: None,
        }
    }

    /// The field that is missing for the chosen way, by its name in the form.
    #[must_use]
    pub const fn missing(&self) -> Option<&'static str> {
        match self.channel {
            Channel::Call | Channel::Message if self.phone.is_none() => Some("phone"),
            Channel::Mail if self.email.is_none() => Some("email"),
            _ => None,
        }
    }
}

/// The years from which somebody is of age, in both countries (article 388 of the Belgian old Civil Code;
/// article 1:233 of the Dutch Civil Code).
const OF_AGE: u32 = 18;

/// Whether somebody who was born on a day is a minor today.
#[must_use]
pub fn is_minor(born: Day, today: Day) -> bool {
    born.plus_months(OF_AGE * 12) > today
}

/// What the desk asks to write down.
pub struct NewPerson {
    /// Who it is.
    pub identity: Pii<Identity>,
    /// How she can be reached.
    pub contact: Pii<SafeContact>,
    /// The desk has looked at close matches and says it is somebody else.
    pub someone_else: bool,
}

/// A person as the desk sees one.
pub struct Person {
    /// The record she is stored under.
    pub record: crate::RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// How she can be reached.
    pub contact: Pii<SafeContact>,
    /// Since when the house knows her.
    pub since: Instant,
    /// When it was last corrected.
    pub corrected: Option<Instant>,
    /// How often it was changed.
    pub rev: i64,
}

/// What the desk asks to write down instead of what was known.
pub struct Correction {
    /// The record.
    pub record: crate::RecordId,
    /// Its revision, as it was shown.
    pub rev: i64,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// How she can be reached.
    pub contact: Pii<SafeContact>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody() -> Identity {
        Identity {
            name: None,
            alias: None,
            declines_name: false,
            born: None,
            tongues: vec![],
        }
    }

    fn named(name: &str) -> Option<Name> {
        Name::parse(name).ok()
    }

    #[test]
    fn somebody_is_of_age_on_the_eighteenth_birthday() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        let born = day(2008, 2, 29);
        assert!(is_minor(born, day(2026, 2, 27)));
        assert!(!is_minor(born, day(2026, 2, 28)));
    }

    #[test]
    fn any_one_of_name_alias_or_silence_is_enough() {
        assert_eq!(nobody().complete().err(), Some(Unfit::NeedsOne));
        assert!(
            Identity {
                name: named("Rosa"),
                ..nobody()
            }
            .complete()
            .is_ok()
        );
        assert!(
            Identity {
                alias: named("Ster"),
                ..nobody()
            }
            .complete()
            .is_ok()
        );
        assert!(
            Identity {
                declines_name: true,
                ..nobody()
            }
            .complete()
            .is_ok()
        );
    }

    #[test]
    fn the_alias_goes_before_the_name() {
        let person = Identity {
            name: named("Rosa Janssens"),
            alias: named("Ster"),
            ..nobody()
        };
        assert_eq!(person.initials(), "S.");
        assert_eq!(
            Identity {
                alias: None,
                ..person
            }
            .initials(),
            "R.J."
        );
        assert_eq!(nobody().initials(), "");
    }

    #[test]
    fn a_call_needs_a_number_and_silence_needs_nothing() {
        let call = SafeContact {
            channel: Channel::Call,
            ..SafeContact::silence()
        };
        assert_eq!(call.missing(), Some("phone"));
        assert_eq!(
            SafeContact {
                phone: Phone::parse("0470123456").ok(),
                ..call
            }
            .missing(),
            None
        );
        assert_eq!(SafeContact::silence().missing(), None);
    }
}
