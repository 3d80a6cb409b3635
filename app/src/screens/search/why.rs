//! What is said of people who were found: how many, and why each of them.

use desk::index::{Hit, MOST_HITS, Reason};
use domain::Birth;

use crate::words::Words;

/// How many, or why nobody; and what to ask when two have the same name.
pub(super) fn note(words: Words, asked: &str, known: &[Hit]) -> String {
    let counted = match known.len() {
        0 if asked.chars().filter(|c| c.is_alphanumeric()).count() < 2 => {
            words.t("search-too-short")
        }
        0 => format!(
            "{}. {}",
            words.t("search-none"),
            words.t("search-none-text")
        ),
        MOST_HITS => words.t("search-many"),
        count => words.with("search-hits", &[("count", count.into())]),
    };
    if known.iter().any(|hit| hit.namesake && hit.birth.is_none()) {
        format!("{counted}. {}", words.t("search-same-name"))
    } else {
        counted
    }
}

/// Why somebody was found: the name, and the part of the birth date that was typed.
pub(super) fn why(words: Words, hit: &Hit) -> String {
    let part = match hit.birth {
        Some(Birth::Without { .. }) => Some("hit-birth-part"),
        Some(Birth::Year(_)) => Some("hit-birth-year"),
        _ => None,
    };
    let keys = std::iter::once(reason_key(hit.reason)).chain(part);
    let said: Vec<String> = keys.map(|key| words.t(key)).collect();
    said.join(" · ")
}

const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::SamePhone => "hit-phone",
        Reason::SameNameAndBirth => "hit-name-and-birth",
        Reason::SameName | Reason::SameNameAndPart => "hit-exact",
        Reason::SameBirth => "hit-birth",
        Reason::NameStarts => "hit-resembles",
    }
}
