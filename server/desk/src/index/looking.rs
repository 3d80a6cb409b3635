//! Looking somebody up: who may be meant at all is taken from the words of the house, and everybody
//! of those is then held against what was typed.

use std::collections::{BTreeSet, HashSet};

use domain::finding::{
    Asked, Dated, Found, How, Likely, Reason, Side, Split, Traits, likely, words,
};
use domain::person::Identity;
use domain::text::Name;
use domain::{Birth, Day, Pii, RecordId};

use super::MOST_HITS;
use super::known::Known;
use super::people::People;
use super::said::also;

/// How many people are held against what was typed, letter by letter: six times what is shown.
const LOOKED_AT: usize = 120;

/// Less of a typed name than this, in hundredths, is nobody who may be meant.
const AT_LEAST: u32 = 45;

/// Somebody who was found.
pub struct Hit {
    /// Which record.
    pub record: RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// Why.
    pub reason: Reason,
    /// How likely, only to be compared with the others.
    pub rank: u32,
    /// The birth date as far as it was typed, when it fits: the screen shows no more of it.
    pub birth: Option<Birth>,
    /// Whether somebody else who was found has the same name.
    pub namesake: bool,
    /// Under which other names she was written down: other records of the same person.
    pub also: Vec<Pii<Name>>,
}

/// How much likelier the first has to be than the second to stand out, in thousandths of a name.
const CLEARLY: u32 = 20;

/// Whether the first hit is clearly better than the second; only then it stands out. A name that only
/// begins or looks alike never does by itself, nor somebody who was born on another day.
#[must_use]
pub fn stands_out(hits: &[Hit]) -> bool {
    let Some(first) = hits.first() else {
        return false;
    };
    let reason = &first.reason;
    let named = reason.name.is_some_and(|how| how <= How::Sounds);
    let born = matches!(reason.birth, Some(Dated::Same | Dated::Swapped));
    let other = reason.birth == Some(Dated::Other);
    let strong = (named && !other) || born || reason.same.is_some();
    let second = hits.get(1).map_or(0, |second| second.rank);
    strong && first.rank >= second.saturating_add(CLEARLY)
}

/// The likeliest for what was typed, then by name.
pub fn best(people: &People, typed: &str, seen: impl Fn(RecordId) -> bool) -> Vec<Hit> {
    let asked = Asked::read(typed);
    if asked.is_empty() {
        return Vec::new();
    }
    let email = asked.email().map(|email| people.mark(email));
    let places = if asked.name().is_empty() {
        without_name(people, &asked, email)
    } else {
        with_name(people, (asked.name(), &asked.days()), &seen)
    };
    let judged = places.into_iter().filter_map(|place| {
        let known = people.at(place).filter(|known| seen(known.record))?;
        let names = people.vocabulary().parts(&known.names);
        let traits = Traits {
            names: &names,
            born: known.born,
            phone: known.phone,
            email: email == Some(known.email),
        };
        Some((asked.judge(&traits)?, known))
    });
    let ranked = ranked(people, judged.collect());
    let shown = each_once(people, ranked);
    namesakes(
        shown
            .filter_map(|(found, known)| hit(people, &asked, (found, known)))
            .collect(),
    )
}

/// Of every person the likeliest of her records, of as many people as are shown.
fn each_once<'p>(
    people: &People,
    mut ranked: Vec<(Found, &'p Known)>,
) -> impl Iterator<Item = (Found, &'p Known)> {
    let answers = people.ties().answers();
    let mut met = BTreeSet::new();
    ranked.retain(|(_, known)| met.insert(answers.canonical(known.record)));
    ranked.into_iter().take(MOST_HITS)
}

/// Who was born on a day, or has a number or an address.
fn without_name(people: &People, asked: &Asked, email: Option<u64>) -> Vec<u32> {
    let days = asked.days();
    let meant = |known: &Known| {
        known.born.is_some_and(|born| days.contains(&born))
            || (known.phone.is_some() && known.phone == asked.phone())
            || email == Some(known.email)
    };
    let places = (0..).zip(people.places());
    let meant = places.filter(|(_, known)| known.as_ref().is_some_and(meant));
    meant.map(|(place, _)| place).collect()
}

/// Whose names are nearest to one, and who has a part of it and was born on one of the days.
fn with_name(
    people: &People,
    (name, days): (&Split, &[Day]),
    seen: impl Fn(RecordId) -> bool,
) -> Vec<u32> {
    let mut weights = vec![0; people.places().len()];
    let whole = people.vocabulary().weigh(name, &mut weights);
    if !days.is_empty() {
        for (weight, known) in weights.iter_mut().zip(people.places()) {
            let born = known.as_ref().and_then(|known| known.born);
            let meant = *weight > 0 && born.is_some_and(|born| days.contains(&born));
            *weight += if meant { whole } else { 0 };
        }
    }
    nearest(people, &weights, (whole * AT_LEAST / 100, seen))
}

/// The places with the most weight, of those who may be seen.
fn nearest(
    people: &People,
    weights: &[u32],
    (least, seen): (u32, impl Fn(RecordId) -> bool),
) -> Vec<u32> {
    let heavy = (0..)
        .zip(weights)
        .filter(|(_, weight)| **weight >= least.max(1));
    let mut heavy: Vec<(u32, &u32)> = heavy
        .filter(|(place, _)| people.at(*place).is_some_and(|known| seen(known.record)))
        .collect();
    if heavy.len() > LOOKED_AT {
        heavy.select_nth_unstable_by(LOOKED_AT, |a, b| b.1.cmp(a.1).then(a.0.cmp(&b.0)));
        heavy.truncate(LOOKED_AT);
    }
    heavy.into_iter().map(|(place, _)| place).collect()
}

/// The likeliest first, then by name.
fn ranked<'p>(people: &'p People, mut found: Vec<(Found, &'p Known)>) -> Vec<(Found, &'p Known)> {
    let texts = |known: &'p Known| -> Vec<Vec<&'p str>> {
        people.vocabulary().texts(&known.names).collect()
    };
    found.sort_by(|(one, a), (other, b)| {
        let by_rank = other.rank.cmp(&one.rank);
        by_rank
            .then_with(|| texts(a).cmp(&texts(b)))
            .then_with(|| a.record.cmp(&b.record))
    });
    found
}

fn hit(people: &People, asked: &Asked, (found, known): (Found, &Known)) -> Option<Hit> {
    let fits = |birth: &Birth| known.born.is_some_and(|born| birth.fits(born));
    Some(Hit {
        record: known.record,
        identity: known.identity()?,
        reason: found.reason,
        rank: found.rank,
        birth: asked.birth().filter(fits),
        namesake: false,
        also: also(people, known.record),
    })
}

/// Marks those who are called the same as somebody else among them.
fn namesakes(mut hits: Vec<Hit>) -> Vec<Hit> {
    let called = |hit: &Hit| {
        let who = hit.identity.reveal();
        who.called().map(|name| words(name.as_str()))
    };
    let all: Vec<_> = hits.iter().map(called).collect();
    for (hit, own) in hits.iter_mut().zip(&all) {
        let same = all.iter().filter(|other| *other == own).count();
        hit.namesake = own.is_some() && same > 1;
    }
    hits
}

/// People of whom somebody has to say whether they are the one that is being written down.
pub fn same(people: &People, identity: &Identity, seen: impl Fn(RecordId) -> bool) -> Vec<Hit> {
    let side = named(identity);
    let mut places: HashSet<u32> = HashSet::new();
    let days: Vec<Day> = identity.born.into_iter().flat_map(Dated::either).collect();
    for name in &side.names {
        places.extend(with_name(people, (name, &days), &seen));
    }
    let judged = places.into_iter().filter_map(|place| {
        let known = people.at(place)?;
        let identity = known.identity()?;
        let likely = likely(&side, &of_known(known, identity.reveal()));
        likely.asks().then_some((found(likely), known))
    });
    let ranked = ranked(people, judged.collect());
    let shown = each_once(people, ranked);
    let asked = Asked::read("");
    namesakes(
        shown
            .filter_map(|(found, known)| hit(people, &asked, (found, known)))
            .collect(),
    )
}

fn found(likely: Likely) -> Found {
    Found {
        rank: u32::try_from(likely.weight).unwrap_or(0),
        reason: likely.reason,
    }
}

fn of_known(known: &Known, identity: &Identity) -> Side {
    Side {
        phone: known.phone,
        ..named(identity)
    }
}

fn named(identity: &Identity) -> Side {
    let names = [&identity.name, &identity.alias].into_iter().flatten();
    Side {
        names: names.map(|name| Split::of(name.as_str())).collect(),
        born: identity.born,
        ..Side::default()
    }
}
