//! What people type, parsed once at the edge. Each type refuses with a reason that a screen can
//! put beside the field, and none of them prints its value.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a typed value does not fit. The screen says it in words, with the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Unfit {
    /// Nothing was filled in.
    #[error("missing")]
    Missing,
    /// More characters than the field holds.
    #[error("longer than {0} characters")]
    TooLong(u16),
    /// Fewer characters than the field needs.
    #[error("shorter than {0} characters")]
    TooShort(u16),
    /// Characters that cannot be printed.
    #[error("control characters")]
    ControlCharacters,
    /// Bytes that are not text.
    #[error("not text")]
    NotUtf8,
    /// Not written like a day.
    #[error("not a date")]
    NotADate,
    /// Written like a day that the calendar does not have.
    #[error("no such day")]
    NoSuchDay,
    /// A day that is still to come.
    #[error("in the future")]
    InTheFuture,
    /// A day that is over.
    #[error("in the past")]
    InThePast,
    /// A day more than a year from now.
    #[error("more than a year from now")]
    TooFarOff,
    /// A day that is not after the one that holds now.
    #[error("not later")]
    NotLater,
    /// A day longer ago than anybody lives.
    #[error("too long ago")]
    TooLongAgo,
    /// Not a telephone number.
    #[error("not a telephone number")]
    NotAPhone,
    /// Not an e-mail address.
    #[error("not an e-mail address")]
    NotAnEmail,
    /// Not the number of a port.
    #[error("not a port")]
    NotAPort,
    /// Without protection only this machine may be spoken to.
    #[error("only on this machine")]
    OnlyHere,
    /// It says too much to whoever looks over a shoulder.
    #[error("says too much")]
    Telling,
    /// It fits everybody, and says nothing about this case.
    #[error("too general")]
    TooGeneral,
    /// Not one of the choices.
    #[error("not offered")]
    NotOffered,
    /// At least one of several fields is needed.
    #[error("one of several is needed")]
    NeedsOne,
    /// User name, pass-phrase or code is wrong; which one is never said.
    #[error("sign-in refused")]
    SignInRefused,
    /// The PIN does not fit the name, or no PIN opens anything here.
    #[error("the PIN does not fit")]
    PinRefused,
    /// Too many wrong PINs: only a full sign-in helps.
    #[error("the PIN is spent")]
    PinSpent,
    /// The pass-phrase of whoever is signed in is another one.
    #[error("the pass-phrase does not fit")]
    PassphraseRefused,
    /// Too many tries; wait.
    #[error("too many tries")]
    TooManyTries,
    /// A PIN is six digits.
    #[error("not six digits")]
    NotSixDigits,
    /// A PIN that a colleague would guess.
    #[error("too simple")]
    TooSimple,
    /// Another code than the one that is asked for.
    #[error("not the code")]
    NotTheCode,
    /// Not a language the program knows.
    #[error("not a known language")]
    NotATongue,
    /// Somebody works here as something.
    #[error("no role")]
    NoRole,
    /// Not written like a name to sign in with.
    #[error("not a user name")]
    NotAUserName,
    /// More than small letters, digits and dashes.
    #[error("not a short name")]
    NotAShortName,
    /// A pass-phrase that others choose too, so that it is guessed first.
    #[error("too common")]
    TooCommon,
    /// A code on paper that opens nothing: unknown, used or too old; which of them is never said.
    #[error("the code opens nothing")]
    CodeRefused,
    /// The answer of a device does not fit, or came too late.
    #[error("the passkey does not fit")]
    PasskeyRefused,
    /// The name is somebody else's already.
    #[error("taken")]
    Taken,
    /// Somebody has to remain who can do this.
    #[error("the last one")]
    LastOne,
    /// Somebody else gives a role: nobody gives one to oneself.
    #[error("a role for oneself")]
    OwnRole,
    /// The second time was typed differently.
    #[error("typed differently")]
    NotTheSame,
    /// Somebody else changed this meanwhile.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// Close matches exist and were not looked at yet.
    #[error("likely known")]
    LikelyKnown,
    /// Not a whole number between two limits.
    #[error("not a number from {0} to {1}")]
    NotANumber(u16, u16),
    /// Not hours of a day.
    #[error("not hours")]
    NotHours,
    /// Not the name of a host.
    #[error("not a host name")]
    NotAHost,
    /// It would end before it starts.
    #[error("ends before it starts")]
    EndsBefore,
    /// Another one has this already.
    #[error("is there already")]
    AlreadyThere,
    /// The person is in the house already.
    #[error("inside already")]
    AlreadyInside,
    /// A telephone call cannot become a visitor: nobody came in for it.
    #[error("stays a call")]
    StaysCall,
    /// A visitor with a service cannot become a telephone call.
    #[error("stays a visitor")]
    StaysVisitor,
    /// Somebody is in the room already.
    #[error("the room is taken")]
    RoomTaken,
}

/// Trims, and refuses empty, overlong or unprintable text. Line breaks pass only when `lines`.
fn plain(raw: &str, limit: u16, lines: bool) -> Result<String, Unfit> {
    let text = raw.trim();
    if text.is_empty() {
        return Err(Unfit::Missing);
    }
    if text
        .chars()
        .any(|c| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t')))
    {
        return Err(Unfit::ControlCharacters);
    }
    if text.chars().count() > usize::from(limit) {
        return Err(Unfit::TooLong(limit));
    }
    Ok(text.to_owned())
}

/// Declares text types that hide their value from `Debug`.
macro_rules! typed_text {
    ($($(#[$doc:meta])* $name:ident = $parse:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Reads what was typed.
            ///
            /// # Errors
            /// The [`Unfit`] reason to show beside the field.
            pub fn parse(raw: &str) -> Result<Self, Unfit> {
                let read: fn(&str) -> Result<String, Unfit> = $parse;
                read(raw).map(Self)
            }

            /// `None` for an empty field, else as [`Self::parse`].
            ///
            /// # Errors
            /// The [`Unfit`] reason to show beside the field.
            pub fn optional(raw: &str) -> Result<Option<Self>, Unfit> {
                match Self::parse(raw) {
                    Err(Unfit::Missing) => Ok(None),
                    read => read.map(Some),
                }
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}

typed_text! {
    /// What somebody is called: free text, at most 200 characters, changeable at any time.
    Name = |raw| plain(raw, 200, false);
    /// A few lines for colleagues, at most 2,000 characters.
    Note = |raw| plain(raw, 2_000, true);
    /// What a thing of the house is called: a room, a service, a day; at most 80 characters.
    Label = |raw| plain(raw, 80, false);
    /// A text of the house for everybody, at most 600 characters.
    HouseText = |raw| plain(raw, 600, true);
    /// A short remark on one line, at most 300 characters.
    Remark = |raw| plain(raw, 300, false);
    /// A telephone number: its digits, with a leading `+` for the international form.
    Phone = phone;
    /// An e-mail address, at most 254 characters (RFC 5321).
    Email = email;
}

/// A whole number between two limits.
pub(crate) fn count(raw: &str, (least, most): (u16, u16)) -> Result<u16, Unfit> {
    let typed = plain(raw, 40, false)?;
    let digits = typed.bytes().all(|b| b.is_ascii_digit());
    let read = if digits { typed.parse().ok() } else { None };
    read.filter(|number| (least..=most).contains(number))
        .ok_or(Unfit::NotANumber(least, most))
}

fn phone(raw: &str) -> Result<String, Unfit> {
    let typed = plain(raw, 40, false)?;
    let spaced = |c: char| matches!(c, ' ' | '.' | '/' | '-' | '(' | ')');
    let digits: String = typed.chars().filter(|c| !spaced(*c)).collect();
    let bare = digits.strip_prefix('+').unwrap_or(&digits);
    let fits = (6..=15).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    if fits {
        Ok(digits)
    } else {
        Err(Unfit::NotAPhone)
    }
}

fn email(raw: &str) -> Result<String, Unfit> {
    let typed = plain(raw, 254, false)?;
    let (local, host) = typed.rsplit_once('@').ok_or(Unfit::NotAnEmail)?;
    let spaced = typed.chars().any(char::is_whitespace);
    let fits =
        !local.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if fits && !spaced {
        Ok(typed)
    } else {
        Err(Unfit::NotAnEmail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_accents_and_loses_its_edges() {
        assert_eq!(
            Name::parse("  Zoë d'Hondt ").unwrap().as_str(),
            "Zoë d'Hondt"
        );
    }

    #[test]
    fn a_name_of_ten_thousand_characters_is_refused_with_the_limit() {
        assert_eq!(Name::parse(&"é".repeat(10_000)), Err(Unfit::TooLong(200)));
        assert!(Name::parse(&"é".repeat(200)).is_ok());
    }

    #[test]
    fn control_characters_are_refused_and_lines_pass_only_in_notes() {
        assert_eq!(Name::parse("Jan\u{7}"), Err(Unfit::ControlCharacters));
        assert_eq!(Name::parse("Jan\nPiet"), Err(Unfit::ControlCharacters));
        assert!(Note::parse("een\ntwee").is_ok());
    }

    #[test]
    fn a_telephone_number_is_kept_as_its_digits() {
        assert_eq!(
            Phone::parse("0470 / 12.34.56").unwrap().as_str(),
            "0470123456"
        );
        assert_eq!(
            Phone::parse("+32 470 12 34 56").unwrap().as_str(),
            "+32470123456"
        );
        for raw in ["12345", "bel mij", "++32470123456", "1234567890123456"] {
            assert_eq!(Phone::parse(raw), Err(Unfit::NotAPhone), "{raw}");
        }
    }

    #[test]
    fn an_address_without_host_is_refused() {
        assert!(Email::parse("r@voorbeeld.be").is_ok());
        for raw in ["r@", "@voorbeeld.be", "r@voorbeeld", "r r@voorbeeld.be"] {
            assert_eq!(Email::parse(raw), Err(Unfit::NotAnEmail), "{raw}");
        }
    }

    #[test]
    fn an_empty_optional_field_is_simply_absent() {
        assert_eq!(Remark::optional("   "), Ok(None));
    }

    #[test]
    fn debug_never_shows_what_was_typed() {
        assert_eq!(format!("{:?}", Name::parse("Rosa").unwrap()), "Name(…)");
    }
}
