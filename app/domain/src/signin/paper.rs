//! Codes that are handed over or kept on paper: 128 random bits, written so that they are read and
//! typed without mistakes.

use std::fmt;

use crate::{Secret, Unfit};

/// Crockford's alphabet: no letter that is read as another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a code: five bits each, the first one three.
const LENGTH: usize = 26;

/// A code of 128 bits. Whoever makes one takes them from a source that nobody can guess.
#[derive(Clone)]
pub struct PaperCode(Secret<[u8; 16]>);

impl PaperCode {
    /// A code of these bits.
    #[must_use]
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(Secret::new(bits))
    }

    /// Reads what was typed. Small letters, blanks and dashes do not matter, and a letter that is
    /// read as another counts as the other.
    ///
    /// # Errors
    /// [`Unfit::CodeRefused`] for anything that can be no code.
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        let mut bits = 0_u128;
        let mut length = 0;
        for letter in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            length += 1;
            if length > LENGTH || bits >> 123 != 0 {
                return Err(Unfit::CodeRefused);
            }
            bits = bits << 5 | value(letter)?;
        }
        if length == LENGTH {
            Ok(Self::new(bits.to_be_bytes()))
        } else {
            Err(Unfit::CodeRefused)
        }
    }

    /// The code in groups: `0ABCD-EFGHJ-KMNPQ-RSTVW-XYZ012`.
    #[must_use]
    pub fn written(&self) -> Secret<String> {
        let bits = u128::from_be_bytes(*self.0.expose());
        let mut text = String::with_capacity(LENGTH + 4);
        for place in (0..LENGTH).rev() {
            let five = usize::try_from(bits >> (5 * place) & 31).unwrap_or_default();
            text.push(char::from(LETTERS[five]));
            let written = LENGTH - place;
            if written.is_multiple_of(5) && written <= 20 {
                text.push('-');
            }
        }
        Secret::new(text)
    }

    /// The bits, for hashing.
    #[must_use]
    pub const fn bits(&self) -> &[u8; 16] {
        self.0.expose()
    }
}

impl fmt::Debug for PaperCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PaperCode(…)")
    }
}

/// The value of a letter.
fn value(typed: char) -> Result<u128, Unfit> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let found = LETTERS
        .iter()
        .zip(0..)
        .find(|(l, _)| char::from(**l) == meant);
    found.map(|(_, value)| value).ok_or(Unfit::CodeRefused)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_written_in_groups() {
        let code = PaperCode::new([0; 16]).written();
        assert_eq!(code.expose(), "00000-00000-00000-00000-000000");
        let most = PaperCode::new([255; 16]).written();
        assert_eq!(most.expose(), "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ");
    }

    #[test]
    fn what_can_be_no_code_is_refused() {
        let long = "0".repeat(27);
        let beyond = format!("8{}", "0".repeat(25));
        for typed in ["", "123456", "U", &"U".repeat(26), &long, &beyond, "ééé"] {
            assert!(
                matches!(PaperCode::parse(typed), Err(Unfit::CodeRefused)),
                "{typed}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(bits: [u8; 16]) {
            let written = PaperCode::new(bits).written().expose().clone();
            let typed = written.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for typed in [written, typed] {
                prop_assert_eq!(*PaperCode::parse(&typed).unwrap().bits(), bits);
            }
        }

        #[test]
        fn one_letter_of_another_code_is_another_code(bits: [u8; 16], at in 0_usize..30) {
            let mut typed: Vec<char> = PaperCode::new(bits).written().expose().chars().collect();
            if typed[at] != '-' {
                typed[at] = if typed[at] == '4' { '5' } else { '4' };
                let typed: String = typed.into_iter().collect();
                let read = PaperCode::parse(&typed);
                prop_assert!(read.is_ok_and(|code| *code.bits() != bits));
            }
        }
    }
}
