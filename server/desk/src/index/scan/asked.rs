//! What was typed, taken apart, and held against one person.

use domain::Day;

use super::{Known, Reason};
use crate::index::folded;

/// What was typed, taken apart.
pub struct Asked {
    words: Vec<String>,
    /// The birth date, where one was typed in full.
    pub born: Option<Day>,
    digits: Option<String>,
}

impl Asked {
    /// Takes apart what was typed.
    pub fn read(typed: &str) -> Self {
        let (born, rest) = birth_in(typed);
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let only_digits = rest
            .chars()
            .all(|c| c.is_ascii_digit() || " +./-()".contains(c));
        if only_digits && digits.len() >= 6 {
            return Self {
                words: Vec::new(),
                born,
                digits: Some(national(&digits)),
            };
        }
        Self {
            words: folded::words(&rest),
            born,
            digits: None,
        }
    }

    /// Whether too little was typed to look for anybody.
    pub fn is_empty(&self) -> bool {
        let letters: usize = self.words.iter().map(String::len).sum();
        self.born.is_none() && self.digits.is_none() && letters < 2
    }

    /// Whether somebody is meant, and why.
    pub fn judge(&self, known: &Known) -> Option<Reason> {
        if let Some(digits) = &self.digits {
            return (known.phone.as_ref() == Some(digits)).then_some(Reason::SamePhone);
        }
        let same_birth = self.born.is_some() && known.identity.reveal().born == self.born;
        if self.words.is_empty() {
            return same_birth.then_some(Reason::SameBirth);
        }
        let full = known.names.iter().any(|name| same_words(name, &self.words));
        let starts = known.names.iter().any(|name| all_start(name, &self.words));
        match (full, starts, same_birth) {
            (true, _, true) => Some(Reason::SameNameAndBirth),
            (true, _, false) => Some(Reason::SameName),
            (false, true, true) => Some(Reason::SameBirth),
            (false, true, false) => Some(Reason::NameStarts),
            (false, false, _) => None,
        }
    }
}

/// Takes a full birth date out of what was typed; gives it and the rest.
fn birth_in(typed: &str) -> (Option<Day>, String) {
    let parts: Vec<&str> = typed.split_whitespace().collect();
    for (at, part) in parts.iter().enumerate() {
        if let Ok(day) = Day::parse(part) {
            return (Some(day), without(&parts, at, 1));
        }
        if let Some(three) = parts.get(at..at + 3)
            && let Ok(day) = Day::parse(&three.join("-"))
        {
            return (Some(day), without(&parts, at, 3));
        }
    }
    (None, typed.to_owned())
}

fn without(parts: &[&str], at: usize, count: usize) -> String {
    [&parts[..at], &parts[at + count..]].concat().join(" ")
}

/// Whether both have the same words in any order. It is asked about everybody, so it makes nothing.
pub fn same_words(name: &[String], asked: &[String]) -> bool {
    let times = |words: &[String], word: &String| words.iter().filter(|w| *w == word).count();
    let alike = |word: &String| times(name, word) == times(asked, word);
    name.len() == asked.len() && !name.is_empty() && asked.iter().all(alike)
}

/// Whether each asked word starts a word of the name.
fn all_start(name: &[String], asked: &[String]) -> bool {
    !asked.is_empty()
        && asked
            .iter()
            .all(|word| name.iter().any(|part| part.starts_with(word.as_str())))
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
