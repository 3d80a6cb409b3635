//! The one-time code that the server shows whoever started it: twelve letters and digits, which are
//! sixty random bits.

use domain::Secret;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::Entropy;
use crate::seal::letters;

/// How many letters and digits.
const LETTERS: usize = 12;

/// The code, as twelve letters of Crockford's alphabet.
pub struct Code(Secret<String>);

impl Code {
    /// A code nobody can guess.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; LETTERS]);
        entropy.fill(&mut *bytes);
        let letters = bytes.iter().map(|byte| letters::written(byte & 31));
        Self(Secret::new(letters.collect()))
    }

    /// The code in three groups, as it is printed.
    #[must_use]
    pub fn shown(&self) -> Secret<String> {
        let code = self.0.expose();
        Secret::new([&code[..4], &code[4..8], &code[8..]].join("-"))
    }

    /// Whether this was typed. Small letters, blanks and dashes do not matter; the time it takes says
    /// nothing.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let typed = letters::read(typed);
        typed.is_some_and(|typed| typed.as_bytes().ct_eq(self.0.expose().as_bytes()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting;
    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for (byte, number) in bytes.iter_mut().zip(0..) {
                *byte = number;
            }
        }
    }

    #[test]
    fn a_code_is_recognised_however_it_is_typed() {
        let code = Code::fresh(&Counting);
        assert_eq!(code.shown().expose(), "0123-4567-89AB");
        for typed in ["0123-4567-89AB", " o123 4567 89ab ", "Ol2345678 9AB"] {
            assert!(code.is(typed), "{typed}");
        }
        for typed in [
            "",
            "0123-4567-89AC",
            "0123-4567-89A",
            "0123-4567-89ABC",
            "é",
        ] {
            assert!(!code.is(typed), "{typed}");
        }
    }
}
