//! What was typed, taken apart, and held against one person.

use domain::Birth;

use super::{Known, Reason};
use crate::index::folded;

/// What was typed, taken apart.
pub struct Asked {
    words: Vec<String>,
    /// The same between blanks.
    name: String,
    birth: Option<Birth>,
    digits: Option<String>,
}

impl Asked {
    /// Takes apart what was typed.
    pub fn read(typed: &str) -> Self {
        let whole = Birth::read(typed).filter(|birth| birth.is_whole());
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let only_digits = typed
            .chars()
            .all(|c| c.is_ascii_digit() || " +./-()".contains(c));
        if whole.is_none() && only_digits && digits.len() >= 6 {
            return Self {
                words: Vec::new(),
                name: String::new(),
                birth: None,
                digits: Some(national(&digits)),
            };
        }
        let (birth, rest) = taken_apart(typed);
        let words = folded::words(&rest);
        Self {
            name: words.join(" "),
            words,
            birth: birth.and_then(|birth| Birth::read(&birth)),
            digits: None,
        }
    }

    /// Whether too little was typed to look for anybody.
    pub fn is_empty(&self) -> bool {
        let letters: usize = self.words.iter().map(String::len).sum();
        let day = self.birth.is_some_and(Birth::is_whole);
        !day && self.digits.is_none() && letters < 2
    }

    /// The birth date that was typed, when it fits.
    pub fn birth_of(&self, known: &Known) -> Option<Birth> {
        let born = known.born?;
        self.birth.filter(|birth| birth.fits(born))
    }

    /// Whether somebody is meant, and why.
    pub fn judge(&self, known: &Known) -> Option<Reason> {
        if let Some(digits) = &self.digits {
            return (known.phone() == Some(digits.as_str())).then_some(Reason::SamePhone);
        }
        let birth = self.birth_of(known);
        let same_birth = birth.is_some_and(Birth::is_whole);
        if self.words.is_empty() {
            return same_birth.then_some(Reason::SameBirth);
        }
        let full = known.names().any(|name| same_words(name, &self.name));
        let starts = known.names().any(|name| all_start(name, &self.words));
        match (full, starts, same_birth) {
            (true, _, true) => Some(Reason::SameNameAndBirth),
            (true, _, false) if birth.is_some() => Some(Reason::SameNameAndPart),
            (true, _, false) => Some(Reason::SameName),
            (false, true, true) => Some(Reason::SameBirth),
            (false, true, false) => Some(Reason::NameStarts),
            (false, false, _) => None,
        }
    }
}

/// Takes a birth date out of what was typed, or as much of one as is there; gives it and the rest. A
/// whole one goes before a part, because a part of it would be left in the name.
#[must_use]
pub fn taken_apart(typed: &str) -> (Option<String>, String) {
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let read = |at: usize, count: usize| {
        let some = parts.get(at..at + count)?.join(" ");
        Birth::read(&some).map(|birth| (birth.is_whole(), some))
    };
    for (whole, count) in [(true, 3), (true, 1), (true, 2), (false, 2), (false, 1)] {
        for at in 0..parts.len() {
            if let Some((is_whole, birth)) = read(at, count)
                && is_whole == whole
            {
                return (Some(birth), without(&parts, at, count));
            }
        }
    }
    (None, typed.to_owned())
}

fn without(parts: &[&str], at: usize, count: usize) -> String {
    [&parts[..at], &parts[at + count..]].concat().join(" ")
}

/// Whether both have the same words in any order. It is asked about everybody, so it makes nothing:
/// the same words are as long in any order.
pub fn same_words(name: &str, asked: &str) -> bool {
    let times = |words: &str, word: &str| words.split(' ').filter(|w| *w == word).count();
    let alike = |word: &str| times(name, word) == times(asked, word);
    name.len() == asked.len() && !name.is_empty() && asked.split(' ').all(alike)
}

/// Whether each asked word starts a word of the name.
fn all_start(name: &str, asked: &[String]) -> bool {
    let starts = |word: &String| name.split(' ').any(|part| part.starts_with(word.as_str()));
    !asked.is_empty() && asked.iter().all(starts)
}

/// A number without its international prefix, so that both ways of writing it meet.
pub fn national(digits: &str) -> String {
    let bare: String = digits.chars().filter(char::is_ascii_digit).collect();
    for prefix in ["0032", "0031", "32", "31"] {
        if let Some(rest) = bare.strip_prefix(prefix)
            && rest.len() >= 8
        {
            return rest.to_owned();
        }
    }
    bare.strip_prefix('0').map(str::to_owned).unwrap_or(bare)
}
