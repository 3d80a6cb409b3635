//! Pass-phrases that are guessed first. The list is small enough to be part of the program, because
//! a house asks nobody outside about what its people choose: the 30,000 commonest words of zxcvbn
//! (MIT), as far as they are long enough, and some of our own languages. It holds the first five
//! bytes of the SHA-256 of each, sorted: nobody has to read them, and nothing can be learnt from them.

use sha2::{Digest, Sha256};

/// Bytes of one entry.
const CUT: usize = 5;

static LIST: &[u8] = include_bytes!("common.bin");

/// Whether a pass-phrase is one of those, in any case of letters, or one of those with figures and
/// signs after it, or made of words that everybody here knows, such as the own name.
pub(crate) fn is_common(phrase: &str, known: &[&str]) -> bool {
    let folded = phrase.trim().to_lowercase();
    let bare = folded.trim_end_matches(|c: char| !c.is_alphabetic());
    listed(&folded) || listed(bare) || is_of(&folded, known)
}

/// Letters beside known words that make a pass-phrase more than those words.
const OF_ITS_OWN: usize = 4;

/// Whether a pass-phrase holds known words, and hardly a letter beside them.
fn is_of(folded: &str, known: &[&str]) -> bool {
    let known = known.join(" ").to_lowercase();
    let mut words: Vec<&str> = known.split(|c: char| !c.is_alphanumeric()).collect();
    words.retain(|word| word.chars().count() > 2);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words
        .iter()
        .fold(folded.to_owned(), |rest, word| rest.replace(word, " "));
    let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
    rest != folded && letters < OF_ITS_OWN
}

fn listed(word: &str) -> bool {
    let hash = Sha256::digest(word.as_bytes());
    let (list, _) = LIST.as_chunks::<CUT>();
    list.binary_search_by(|entry| entry.as_slice().cmp(&hash[..CUT]))
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_sorted() {
        let (list, rest) = LIST.as_chunks::<CUT>();
        assert!(rest.is_empty() && list.len() > 11_000, "{}", list.len());
        assert!(list.is_sorted());
    }

    #[test]
    fn what_is_guessed_first_is_common_however_it_is_dressed() {
        for phrase in [
            "12345678",
            "Password1",
            "PASSWORD123!",
            "qwertyuiop",
            "Wachtwoord!",
            "welkom01",
            "Motdepasse2026",
            "Sommer-2026",
        ] {
            assert!(is_common(phrase, &[]), "{phrase}");
        }
    }

    #[test]
    fn a_sentence_of_ones_own_is_not_common() {
        for phrase in [
            "zeven blauwe fietsen",
            "de trein van 8 uur is laat",
            "Größer als gestern",
        ] {
            assert!(!is_common(phrase, &["noor", "De Linde"]), "{phrase}");
        }
    }

    #[test]
    fn what_everybody_here_knows_is_common() {
        assert!(is_common("Verbeke.noor1999", &["verbeke.noor"]));
        assert!(is_common("De Linde 2026", &["de linde"]));
        assert!(is_common("noorverbeke12", &["noor", "Noor Verbeke"]));
        assert!(is_common("1986-VerbekeNoor", &["noor", "Noor Verbeke"]));
        assert!(!is_common("noor heeft 3 geiten", &["noor"]));
        assert!(!is_common("noor fietst naar zee", &["noor"]));
    }
}
