//! Looking through everybody: a house has few enough people that a scan is quick, and a scan needs
//! no table that could leak.

use std::borrow::Cow;

use domain::language::Tongue;
use domain::person::Identity;
use domain::text::Name;
use domain::{Birth, Day, Pii, RecordId};

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

/// Somebody as the scan compares her. A house may know a hundred thousand people, so each is two
/// pieces of memory and no more.
pub struct Known {
    /// Everything about who it is, written as short as it goes.
    identity: Pii<Box<[u8]>>,
    /// The number, then each name folded, a line each.
    lines: Box<str>,
    born: Option<Day>,
}

/// The parts of an [`Identity`] in their order.
type Parts<'a> = (
    Cow<'a, Option<Name>>,
    Cow<'a, Option<Name>>,
    bool,
    Option<Day>,
    Cow<'a, [Tongue]>,
);

impl Known {
    /// Folds the names once, so that a scan only compares.
    pub fn of(identity: &Pii<Identity>, phone: Option<&Pii<String>>) -> Self {
        let who = identity.reveal();
        let mut lines = phone.map_or_else(String::new, |phone| national(phone.reveal()));
        for name in [&who.name, &who.alias].into_iter().flatten() {
            lines.push('\n');
            lines += &folded::words(name.as_str()).join(" ");
        }
        let parts: Parts<'_> = (
            Cow::Borrowed(&who.name),
            Cow::Borrowed(&who.alias),
            who.declines_name,
            who.born,
            Cow::Borrowed(&who.tongues),
        );
        // Text and numbers can always be written.
        let written = serde_json::to_vec(&parts).unwrap_or_default();
        Self {
            identity: Pii::new(written.into_boxed_slice()),
            lines: lines.into_boxed_str(),
            born: who.born,
        }
    }

    /// Who it is.
    pub fn identity(&self) -> Option<Pii<Identity>> {
        let parts: Parts<'_> = serde_json::from_slice(self.identity.reveal()).ok()?;
        let (name, alias, declines_name, born, tongues) = parts;
        Some(Pii::new(Identity {
            name: name.into_owned(),
            alias: alias.into_owned(),
            declines_name,
            born,
            tongues: tongues.into_owned(),
        }))
    }

    /// The names, a line each.
    fn called(&self) -> &str {
        self.lines.split_once('\n').map_or("", |(_, names)| names)
    }

    /// Each name with its words folded, between blanks.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.called().split('\n').filter(|name| !name.is_empty())
    }

    /// The number without what stands before it abroad.
    fn phone(&self) -> Option<&str> {
        self.lines
            .split('\n')
            .next()
            .filter(|phone| !phone.is_empty())
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
        .filter_map(|(id, known)| {
            asked
                .judge(known)
                .map(|why| (why, known.called(), id, known))
        })
        .collect();
    found.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let hit = |(reason, _, id, known): (Reason, _, &RecordId, &Known)| {
        Some(Hit {
            record: *id,
            identity: known.identity()?,
            reason,
            birth: asked.birth_of(known),
            namesake: false,
        })
    };
    namesakes(found.into_iter().take(most).filter_map(hit).collect())
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
        .map(|n| folded::words(n.as_str()).join(" "))
        .collect();
    let alike = |known: &Known| {
        let other = known.born;
        let born = other.is_none() || identity.born.is_none() || other == identity.born;
        born && asked
            .iter()
            .any(|name| known.names().any(|n| same_words(n, name)))
    };
    let hit = |(id, known): (&RecordId, &Known)| {
        Some(Hit {
            record: *id,
            identity: known.identity()?,
            reason: Reason::SameName,
            birth: None,
            namesake: false,
        })
    };
    let found = everybody.filter(|(_, known)| alike(known));
    namesakes(found.take(super::MOST_HITS).filter_map(hit).collect())
}
