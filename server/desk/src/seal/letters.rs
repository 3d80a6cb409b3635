//! Crockford's alphabet, in which codes on paper are written: no letter is read as another.

use zeroize::Zeroizing;

/// The letters and digits by their value.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter or digit of five bits; higher bits do not count.
#[must_use]
pub fn written(bits: u8) -> char {
    char::from(LETTERS[usize::from(bits & 31)])
}

/// The value of a typed letter; those that are read as another count as the other.
#[must_use]
pub fn value(typed: char) -> Option<u8> {
    let meant = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let mut known = LETTERS.iter().zip(0..);
    known
        .find(|(letter, _)| char::from(**letter) == meant)
        .map(|(_, value)| value)
}

/// What was typed, without blanks and dashes and in the letters that are meant; nothing when one of
/// them is none of ours.
#[must_use]
pub fn read(typed: &str) -> Option<Zeroizing<String>> {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let meant: Option<String> = letters.map(|c| value(c).map(written)).collect();
    meant.map(Zeroizing::new)
}
