//! Looking through everybody: a house has few enough people that a scan is quick, and a scan needs
//! no table that could leak.

use domain::person::Identity;
use domain::{Birth, Pii, RecordId};

use super::folded;

mod asked;
mod many;
#[cfg(test)]
mod tests;

pub use asked::taken_apart;
use asked::{Asked, national, same_words};
pub use many::known;

/// Why somebody was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same telephone number.
    SamePhone,
    /// The same name and the same birth date.
    SameNameAndBirth,
    /// The same name, and a birth date that fits the part of one that was typed.
    SameNameAndPart,
    /// The same name.
    SameName,
    /// The same birth date, and a name that starts alike or no name asked.
    SameBirth,
    /// Every word that was typed starts a part of the name.
    NameStarts,
}

/// Somebody who was found.
pub struct Hit {
    /// Which record.
    pub record: RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// Why.
    pub reason: Reason,
    /// The birth date as far as it was typed, when it fits: the screen shows no more of it.
    pub birth: Option<Birth>,
    /// Whether somebody else who was found has the same name.
    pub namesake: bool,
}

/// Somebody as the scan compares her.
pub struct Known {
    identity: Pii<Identity>,
    names: Vec<Vec<String>>,
    phone: Option<String>,
}

impl Known {
    /// Who it is.
    pub const fn identity(&self) -> &Pii<Identity> {
        &self.identity
    }

    /// Folds the names once, so that a scan only compares.
    pub fn of(identity: Pii<Identity>, phone: Option<Pii<String>>) -> Self {
        let who = identity.reveal();
        let names = [&who.name, &who.alias];
        let names = names
            .into_iter()
            .flatten()
            .map(|name| folded::words(name.as_str()))
            .collect();
        Self {
            names,
            phone: phone.map(|phone| national(phone.reveal())),
            identity,
        }
    }
}

/// The best of everybody, the likeliest first, then by name.
pub fn best<'a>(
    everybody: impl Iterator<Item = (&'a RecordId, &'a Known)>,
    typed: &str,
    most: usize,
) -> Vec<Hit> {
    let asked = Asked::read(typed);
    if asked.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = everybody
        .filter_map(|(id, known)| asked.judge(known).map(|why| (why, &known.names, id, known)))
        .collect();
    found.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let hit = |(reason, _, id, known): (Reason, _, &RecordId, &Known)| Hit {
        record: *id,
        identity: known.identity.clone(),
        reason,
        birth: asked.birth_of(known),
        namesake: false,
    };
    namesakes(found.into_iter().take(most).map(hit).collect())
}

/// Marks those who are called the same as somebody else among them.
fn namesakes(mut hits: Vec<Hit>) -> Vec<Hit> {
    let called = |hit: &Hit| {
        let who = hit.identity.reveal();
        who.called().map(|name| folded::words(name.as_str()))
    };
    let all: Vec<_> = hits.iter().map(called).collect();
    for (hit, own) in hits.iter_mut().zip(&all) {
        let same = all.iter().filter(|other| *other == own).count();
        hit.namesake = own.is_some() && same > 1;
    }
    hits
}

/// People whose name or alias is the very same, and whose birth date is not another one.
pub fn same<'a>(
    everybody: impl Iterator<Item = (&'a RecordId, &'a Known)>,
    identity: &Identity,
) -> Vec<Hit> {
    let names = [&identity.name, &identity.alias];
    let asked: Vec<_> = names
        .into_iter()
        .flatten()
        .map(|n| folded::words(n.as_str()))
        .collect();
    let alike = |known: &Known| {
        let other = known.identity.reveal().born;
        let born = other.is_none() || identity.born.is_none() || other == identity.born;
        born && asked
            .iter()
            .any(|name| known.names.iter().any(|n| same_words(n, name)))
    };
    let hit = |(id, known): (&RecordId, &Known)| Hit {
        record: *id,
        identity: known.identity.clone(),
        reason: Reason::SameName,
        birth: None,
        namesake: false,
    };
    let found = everybody.filter(|(_, known)| alike(known));
    namesakes(found.take(super::MOST_HITS).map(hit).collect())
}
