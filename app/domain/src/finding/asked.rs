//! What was typed into the search field, taken apart, and held against one person.

use super::dated::Dated;
use super::held::{Held, Part, held};
use super::name::Split;
use super::reach::{Number, address, number};
use super::word::How;
use super::{Reason, Same};
use crate::{Birth, Day};

/// Somebody is found when this many thousandths of the typed name fit. Tried from 600 to 780 on
/// invented people: lower finds nobody more and adds names that only resemble.
pub const FOUND: u32 = 700;

/// With the same birth date, or day and month swapped, less of the name has to fit: the given name
/// alone is enough.
const FOUND_WITH_BIRTH: u32 = 400;

/// What was typed, taken apart.
pub struct Asked {
    name: Split,
    birth: Option<Birth>,
    phone: Option<Number>,
    email: Option<String>,
}

/// Somebody as she is held against what was typed.
pub struct Traits<'a> {
    /// The pieces of each of her names.
    pub names: &'a [Vec<Part<'a>>],
    /// When she was born.
    pub born: Option<Day>,
    /// Her number.
    pub phone: Option<Number>,
    /// Whether her address is the one that was typed.
    pub email: bool,
}

/// That somebody may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// How likely, in thousandths of a name and a birth date: only to be compared.
    pub rank: u32,
    /// Why.
    pub reason: Reason,
}

impl Asked {
    /// Takes apart what was typed.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let nobody = Self {
            name: Split::default(),
            birth: None,
            phone: None,
            email: None,
        };
        if let Some(email) = address(typed) {
            let email = Some(email);
            return Self { email, ..nobody };
        }
        let whole = Birth::read(typed).filter(|birth| birth.is_whole());
        let figures = |c: char| c.is_ascii_digit() || " +./-()".contains(c);
        if whole.is_none() && typed.chars().all(figures) && number(typed).is_some() {
            let phone = number(typed);
            return Self { phone, ..nobody };
        }
        let (birth, rest) = taken_apart(typed);
        Self {
            name: Split::of(&rest),
            birth: birth.and_then(|birth| Birth::read(&birth)),
            ..nobody
        }
    }

    /// Whether too little was typed to look for anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let letters: usize = self.name.words().iter().map(String::len).sum();
        let day = self.birth.is_some_and(Birth::is_whole);
        !day && self.phone.is_none() && self.email.is_none() && letters < 2
    }

    /// The name that was typed.
    #[must_use]
    pub const fn name(&self) -> &Split {
        &self.name
    }

    /// The birth date that was typed, or the part of one.
    #[must_use]
    pub const fn birth(&self) -> Option<Birth> {
        self.birth
    }

    /// The days on which somebody was born who is meant by the whole date that was typed, day and month
    /// also in each other's place.
    #[must_use]
    pub fn days(&self) -> Vec<Day> {
        let (years, month, day) = match self.birth {
            Some(Birth::Whole(born)) => {
                let (year, month, day) = born.parts();
                (vec![year], month, day)
            }
            Some(Birth::Short { year, month, day }) => (vec![1900 + year, 2000 + year], month, day),
            _ => return Vec::new(),
        };
        let both = years
            .iter()
            .flat_map(|year| [(*year, month, day), (*year, day, month)]);
        both.filter_map(|(y, m, d)| Day::new(y, m, d).ok())
            .collect()
    }

    /// The number that was typed.
    #[must_use]
    pub const fn phone(&self) -> Option<Number> {
        self.phone
    }

    /// The address that was typed.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.email.as_deref()
    }

    /// Whether somebody may be meant, how likely, and why.
    #[must_use]
    pub fn judge(&self, known: &Traits<'_>) -> Option<Found> {
        if self.phone.is_some() || self.email.is_some() {
            return self.reached(known);
        }
        let birth = self.birth.zip(known.born);
        let birth = birth.map(|(typed, born)| Dated::typed(typed, born));
        if self.name.is_empty() {
            return by_birth(birth);
        }
        let best = known.names.iter().filter_map(|name| held(&self.name, name));
        let best = best.max_by_key(|held| rank(*held))?;
        let close = matches!(birth, Some(Dated::Same | Dated::Swapped));
        let enough = if close { FOUND_WITH_BIRTH } else { FOUND };
        (best.share >= enough).then(|| Found {
            rank: (rank(best) + 300).saturating_add_signed(bonus(birth)),
            reason: reason(best, birth),
        })
    }

    fn reached(&self, known: &Traits<'_>) -> Option<Found> {
        let phone = self.phone.is_some() && self.phone == known.phone;
        let email = self.email.is_some() && known.email;
        let same = phone.then_some(Same::Phone);
        let same = same.or(email.then_some(Same::Email));
        let reason = Reason {
            same,
            ..Reason::default()
        };
        same.map(|_| Found { rank: 1500, reason })
    }
}

fn by_birth(birth: Option<Dated>) -> Option<Found> {
    let reason = Reason {
        birth,
        ..Reason::default()
    };
    match birth? {
        Dated::Same => Some(Found { rank: 1000, reason }),
        Dated::Swapped => Some(Found { rank: 900, reason }),
        _ => None,
    }
}

/// How well a name fits: with all of it before half of it, in its order before another one.
fn rank(held: Held) -> u32 {
    let whole = if held.whole { 20 } else { 0 };
    let order = if held.in_order { 3 } else { 0 };
    held.share + whole + order
}

/// What a birth date adds. One that is not known or was not typed adds nothing and takes nothing.
const fn bonus(birth: Option<Dated>) -> i32 {
    match birth {
        Some(Dated::Same) => 250,
        Some(Dated::Swapped) => 200,
        Some(Dated::Near) => 120,
        Some(Dated::Part) => 100,
        Some(Dated::Other) => -150,
        None => 0,
    }
}

fn reason(held: Held, birth: Option<Dated>) -> Reason {
    let how = if held.all { held.how } else { How::Resembles };
    Reason {
        name: Some(how),
        half: held.all && !held.whole && how < How::Starts,
        birth,
        ..Reason::default()
    }
}

/// Whether nothing but a part of a birth date was typed: a year, a day and a month. Too many were born
/// then, so a name is asked.
#[must_use]
pub fn part_alone(typed: &str) -> bool {
    let (birth, rest) = taken_apart(typed);
    let part = birth.and_then(|birth| Birth::read(&birth));
    part.is_some_and(|birth| !birth.is_whole()) && rest.trim().is_empty()
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
