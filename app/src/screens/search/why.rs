//! What is said of people who were found: how many, and why each of them.

use desk::index::{Dated, Hit, How, MOST_HITS, Reason, Same};
use domain::{Birth, finding};

use crate::words::Words;

/// How many, or why nobody; and what to ask when two have the same name.
pub(super) fn note(words: Words, asked: &str, known: &[Hit]) -> String {
    let counted = match known.len() {
        0 if asked.chars().filter(|c| c.is_alphanumeric()).count() < 2 => {
            words.t("search-too-short")
        }
        0 if finding::part_alone(asked) => words.t("search-part-alone"),
        count => counted(words, count),
    };
    if known.iter().any(|hit| hit.namesake && hit.birth.is_none()) {
        format!("{counted}. {}", words.t("search-same-name"))
    } else {
        counted
    }
}

/// How many, in words.
pub(super) fn counted(words: Words, count: usize) -> String {
    match count {
        0 => format!(
            "{}. {}",
            words.t("search-none"),
            words.t("search-none-text")
        ),
        MOST_HITS => words.t("search-many"),
        count => words.with("search-hits", &[("count", count.into())]),
    }
}

/// Why somebody was found: how the name fits, then the birth date, then the way to reach her.
pub(super) fn why(words: Words, hit: &Hit) -> String {
    said(words, hit.reason, hit.birth)
}

/// Why two records may be one person, in the same words.
#[must_use]
pub fn reasons(words: Words, reason: Reason) -> String {
    said(words, reason, None)
}

fn said(words: Words, reason: Reason, typed: Option<Birth>) -> String {
    let born = reason.birth.map(|dated| birth(dated, typed));
    let both = reason.name == Some(How::Same) && reason.birth == Some(Dated::Same);
    let keys = if both && !reason.half {
        vec!["hit-name-and-birth"]
    } else {
        let half = reason.half.then_some("hit-half");
        reason
            .name
            .map(name)
            .into_iter()
            .chain(half)
            .chain(born)
            .collect()
    };
    let same = reason.same.map(|same| match same {
        Same::Phone => "hit-phone",
        Same::Email => "hit-email",
        Same::Token => "hit-token",
    });
    let said: Vec<String> = keys
        .into_iter()
        .chain(same)
        .map(|key| words.t(key))
        .collect();
    said.join(" · ")
}

const fn name(how: How) -> &'static str {
    match how {
        How::Same => "hit-exact",
        How::Sounds => "hit-sounds",
        How::Resembles => "hit-resembles",
        How::Starts => "hit-starts",
        How::Initial => "hit-initial",
    }
}

const fn birth(dated: Dated, typed: Option<Birth>) -> &'static str {
    match (dated, typed) {
        (Dated::Part, Some(Birth::Year(_))) => "hit-birth-year",
        (Dated::Part, _) => "hit-birth-part",
        (Dated::Same, _) => "hit-birth",
        (Dated::Swapped, _) => "hit-birth-swapped",
        (Dated::Near, _) => "hit-birth-near",
        (Dated::Other, _) => "hit-birth-other",
    }
}
