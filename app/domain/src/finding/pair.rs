//! Two people held against each other: are they one? Each thing that both have adds or takes weight,
//! in hundredths of the logarithm of how much oftener it is so of one person than of two (Fellegi and
//! Sunter 1969). What one of them lacks does neither.

use super::dated::Dated;
use super::name::{Split, weight};
use super::reach::Number;
use super::word::{How, Word};
use super::{Reason, Same};
use crate::Day;

/// From this weight on two people may be one: it is asked. Tuned on the sets 2 and 3 of FEBRL without
/// their social security number: of the limits from 400 to 1000, the lowest at which 998 of a
/// thousand pairs are one person in both.
pub const LIKELY: i32 = 500;

/// One side of a pair.
#[derive(Default)]
pub struct Side {
    /// The names: the name itself, an alias.
    pub names: Vec<Split>,
    /// Where somebody lives, where that is known.
    pub place: Split,
    /// When somebody was born.
    pub born: Option<Day>,
    /// A number.
    pub phone: Option<Number>,
    /// An e-mail address as it is compared.
    pub email: Option<String>,
}

/// How likely two people are one, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likely {
    /// The weight; see [`LIKELY`].
    pub weight: i32,
    /// Why.
    pub reason: Reason,
}

impl Likely {
    /// Whether somebody has to say if they are one: they may be, or they have one name by ear and
    /// nothing says that they were born on different days.
    #[must_use]
    pub fn asks(&self) -> bool {
        let called = self.reason.name.is_some_and(|how| how <= How::Sounds);
        let other = self.reason.birth == Some(Dated::Other);
        self.weight >= LIKELY || (called && !self.reason.half && !other)
    }
}

/// How likely two people are one.
#[must_use]
pub fn likely(one: &Side, other: &Side) -> Likely {
    let names = one
        .names
        .iter()
        .flat_map(|a| other.names.iter().map(move |b| (a, b)));
    let names = names.filter(|(a, b)| !a.is_empty() && !b.is_empty());
    let best = names
        .map(|(a, b)| both_called(a, b))
        .max_by_key(|named| named.weight);
    let birth = one.born.zip(other.born).map(|(a, b)| Dated::days(a, b));
    let same = |both: Option<bool>| both == Some(true);
    let phone = same(one.phone.zip(other.phone).map(|(a, b)| a == b));
    let email = same(
        one.email
            .as_ref()
            .zip(other.email.as_ref())
            .map(|(a, b)| a == b),
    );
    let reached = if phone || email { 500 } else { 0 };
    let place = lives(&one.place, &other.place);
    let called = best.as_ref().map_or(0, |named| named.weight);
    Likely {
        weight: called + born(birth) + reached + place,
        reason: Reason {
            name: best.as_ref().map(|named| named.how),
            half: best.is_some_and(|named| named.half),
            birth,
            same: match (phone, email) {
                (true, _) => Some(Same::Phone),
                (false, true) => Some(Same::Email),
                (false, false) => None,
            },
        },
    }
}

const fn born(birth: Option<Dated>) -> i32 {
    match birth {
        Some(Dated::Same) => 600,
        Some(Dated::Swapped) => 500,
        Some(Dated::Near) => 300,
        Some(Dated::Other | Dated::Part) => -300,
        None => 0,
    }
}

/// How two names fit, in weight.
struct Called {
    weight: i32,
    how: How,
    half: bool,
}

fn both_called(one: &Split, other: &Split) -> Called {
    let (mine, theirs) = (figures(one), figures(other));
    if !mine.is_empty() && !theirs.is_empty() && mine != theirs {
        return Called {
            weight: OTHER_NUMBER,
            how: How::Resembles,
            half: false,
        };
    }
    let matched = matched(one, other);
    let left = matched.left.0.min(matched.left.1);
    let how = matched.fits.iter().map(|fit| fit.1).max();
    // A word that is left on both sides is another name.
    let how = how.filter(|_| left == 0).unwrap_or(How::Resembles);
    let gained: i32 = matched.fits.iter().map(|(weight, _)| *weight).sum();
    Called {
        weight: gained - left * 30,
        how,
        half: matched.left.0 != matched.left.1,
    }
}

/// What two names with different numbers weigh: whoever counts people tells them apart.
const OTHER_NUMBER: i32 = -1000;

/// The words of a name that hold a number.
fn figures(name: &Split) -> Vec<&String> {
    let number = |word: &&String| word.bytes().any(|byte| byte.is_ascii_digit());
    name.words().iter().filter(number).collect()
}

/// Which words fit, with their weights, and how much is left over on both sides.
struct Matched {
    fits: Vec<(i32, How)>,
    left: (i32, i32),
}

fn matched(one: &Split, other: &Split) -> Matched {
    // Which of two equal fits is taken must not hang on who stands first.
    let (one, other) = if one.words() <= other.words() {
        (one, other)
    } else {
        (other, one)
    };
    let mut fits = Vec::new();
    for mine in one.pieces() {
        for theirs in other.pieces() {
            if let Some(alike) = mine.word.alike(&theirs.word) {
                fits.push((
                    gain((&mine.word, &theirs.word), alike.share),
                    alike.how,
                    mine.span,
                    theirs.span,
                ));
            }
        }
    }
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.0));
    let mut chosen: Vec<(i32, How, super::Span, super::Span)> = Vec::new();
    for fit in fits {
        if !chosen
            .iter()
            .any(|other| other.2.overlaps(fit.2) || other.3.overlaps(fit.3))
        {
            chosen.push(fit);
        }
    }
    let left = |split: &Split, covers: &dyn Fn(usize) -> bool| {
        let words = split.words().iter().enumerate();
        let words = words.filter(|(at, _)| !covers(*at));
        words.map(|(_, word)| says(word)).sum()
    };
    let mine = |at| {
        chosen
            .iter()
            .any(|fit| (fit.2.from..fit.2.to).contains(&at))
    };
    let theirs = |at| {
        chosen
            .iter()
            .any(|fit| (fit.3.from..fit.3.to).contains(&at))
    };
    Matched {
        left: (left(one, &mine), left(other, &theirs)),
        fits: chosen.iter().map(|fit| (fit.0, fit.1)).collect(),
    }
}

fn says(word: &str) -> i32 {
    i32::try_from(weight(word)).unwrap_or(0)
}

/// What a word adds: as much as it says, less for every thousandth that it is not alike.
fn gain((one, other): (&Word, &Word), share: u16) -> i32 {
    says(one.text()).min(says(other.text())) * 35 * (i32::from(share) - 400) / 600
}

/// Where two people live: the words that are the same, and what is left on both sides.
fn lives(one: &Split, other: &Split) -> i32 {
    if one.is_empty() || other.is_empty() {
        return 0;
    }
    let matched = matched(one, other);
    let gained: i32 = matched.fits.iter().map(|(weight, _)| *weight).sum();
    (gained / 2 - matched.left.0.min(matched.left.1) * 10).clamp(-300, 800)
}
