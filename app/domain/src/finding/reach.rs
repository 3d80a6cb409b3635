//! Numbers and addresses by which somebody can be reached, in the one form in which they are compared.

use std::fmt;
use std::num::NonZeroU64;

use crate::visit::Token;

/// A telephone number without what stands before it abroad.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Number(NonZeroU64);

impl Number {
    /// The number as a key: it is the same for the same number.
    #[must_use]
    pub const fn key(self) -> u64 {
        self.0.get()
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Number(…)")
    }
}

/// What stands before a national number when it is called from abroad: Belgium, the Netherlands,
/// France, Germany, Luxembourg.
const ABROAD: [&str; 10] = [
    "0032", "0031", "0033", "0049", "00352", "32", "31", "33", "49", "352",
];

/// The number that was typed, both ways of writing it alike; nothing for fewer than six figures or
/// more than there are in any number.
#[must_use]
pub fn number(typed: &str) -> Option<Number> {
    let figures: String = typed.chars().filter(char::is_ascii_digit).collect();
    let abroad = |prefix: &&str| figures.strip_prefix(*prefix).filter(|rest| rest.len() >= 8);
    let rest = ABROAD.iter().find_map(abroad);
    let rest = rest.map_or(&*figures, |rest| rest.strip_prefix('0').unwrap_or(rest));
    let bare = rest.strip_prefix('0').unwrap_or(rest);
    // A figure in front keeps numbers apart that begin with a nought.
    let fits = figures.len() >= 6 && bare.len() <= 17;
    let read = if fits {
        format!("1{bare}").parse().ok()
    } else {
        None
    };
    read.map(Number)
}

/// An e-mail address as it is compared: small letters.
#[must_use]
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (local, host) = typed.rsplit_once('@')?;
    let whole = !local.is_empty() && host.contains('.') && !typed.contains(char::is_whitespace);
    whole.then(|| typed.to_lowercase())
}

/// The code of a visitor with its letter: `T-17`, `t17`. Figures alone are how a date begins, and whoever
/// types one must not be shown whose code it happens to be.
#[must_use]
pub fn token(typed: &str) -> Option<Token> {
    let bare: String = typed.split_whitespace().collect();
    let token = bare.starts_with(['T', 't']).then(|| Token::parse(&bare));
    token?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_with_its_letter_only() {
        for typed in ["T-17", "t17", "t 17", " T-017 "] {
            assert_eq!(token(typed), Some(Token::new(17)), "{typed}");
        }
        for typed in ["17", "1986", "12-3", "T-", "Tineke", "0470 12 34 56", ""] {
            assert_eq!(token(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_is_the_same_from_abroad() {
        let here = number("0470 12 34 56");
        assert!(here.is_some());
        for typed in ["+32470123456", "0032 470/12.34.56", "+32 (0)470 12 34 56"] {
            assert_eq!(number(typed), here, "{typed}");
        }
        assert_ne!(number("0470123457"), here);
        assert_eq!(number("12345"), None);
    }

    #[test]
    fn an_address_is_compared_in_small_letters() {
        assert_eq!(
            address(" Rosa@Voorbeeld.be").as_deref(),
            Some("rosa@voorbeeld.be")
        );
        assert_eq!(address("rosa@voorbeeld"), None);
    }
}
