//! Looking through everybody: a house has few enough people that a scan is quick, and a scan needs
//! no table that could leak.

use std::collections::HashMap;

use domain::person::Identity;
use domain::{Day, Pii, RecordId};

use super::folded;

/// Why somebody was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same telephone number.
    SamePhone,
    /// The same name and the same birth date.
    SameNameAndBirth,
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
    /// Which of the typed parts was the birth date, so that the screen shows no more of it.
    pub birth_typed: bool,
}

/// Somebody as the scan compares her.
pub struct Known {
    identity: Pii<Identity>,
    names: Vec<Vec<String>>,
    phone: Option<String>,
}

impl Known {
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

/// What was typed, taken apart.
struct Asked {
    words: Vec<String>,
    born: Option<Day>,
    digits: Option<String>,
}

impl Asked {
    fn read(typed: &str) -> Self {
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

    fn is_empty(&self) -> bool {
        let letters: usize = self.words.iter().map(String::len).sum();
        self.born.is_none() && self.digits.is_none() && letters < 2
    }

    fn judge(&self, known: &Known) -> Option<Reason> {
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
        birth_typed: asked.born.is_some() && known.identity.reveal().born == asked.born,
    };
    found.into_iter().take(most).map(hit).collect()
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
        birth_typed: false,
    };
    everybody
        .filter(|(_, known)| alike(known))
        .take(super::MOST_HITS)
        .map(hit)
        .collect()
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

/// Whether both have the same words in any order.
fn same_words(name: &[String], asked: &[String]) -> bool {
    let count = |words: &[String]| {
        let mut counted: HashMap<String, usize> = HashMap::new();
        for word in words {
            *counted.entry(word.clone()).or_default() += 1;
        }
        counted
    };
    name.len() == asked.len() && !name.is_empty() && count(name) == count(asked)
}

/// Whether each asked word starts a word of the name.
fn all_start(name: &[String], asked: &[String]) -> bool {
    !asked.is_empty()
        && asked
            .iter()
            .all(|word| name.iter().any(|part| part.starts_with(word.as_str())))
}

/// A number without its international prefix, so that both ways of writing it meet.
fn national(digits: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Name;
    use uuid::Uuid;

    fn known(name: &str, born: Option<Day>, phone: Option<&str>) -> (RecordId, Known) {
        let identity = Identity {
            name: Name::parse(name).ok(),
            alias: None,
            declines_name: false,
            born,
            tongues: vec![],
        };
        let id = RecordId::from_uuid(Uuid::from_u128(name.len() as u128));
        (
            id,
            Known::of(Pii::new(identity), phone.map(|p| Pii::new(p.to_owned()))),
        )
    }

    fn names(people: &[(RecordId, Known)], typed: &str) -> Vec<(String, Reason)> {
        let everybody = people.iter().map(|(id, known)| (id, known));
        let called = |hit: Hit| {
            let name = hit
                .identity
                .reveal()
                .name
                .as_ref()
                .map_or("", Name::as_str)
                .to_owned();
            (name, hit.reason)
        };
        best(everybody, typed, 20).into_iter().map(called).collect()
    }

    fn house() -> Vec<(RecordId, Known)> {
        let born = Day::new(1986, 3, 12).ok();
        vec![
            known("Fatma Yılmaz", born, Some("+32 470 12 34 56")),
            known("Fatima Yilmazer", None, None),
            known("Rosa Janssens", Day::new(1990, 1, 1).ok(), None),
        ]
    }

    #[test]
    fn a_name_is_found_in_any_order_and_without_accents() {
        let found = names(&house(), "yilmaz fatma");
        assert_eq!(found[0], ("Fatma Yılmaz".to_owned(), Reason::SameName));
    }

    #[test]
    fn a_name_with_its_birth_date_comes_first() {
        let found = names(&house(), "fatma yilmaz 12-03-1986");
        assert_eq!(
            found[0],
            ("Fatma Yılmaz".to_owned(), Reason::SameNameAndBirth)
        );
        assert_eq!(names(&house(), "12 3 1986").len(), 1);
    }

    #[test]
    fn another_birth_date_shows_nobodys() {
        let people = house();
        let typed = |typed| {
            let hits = best(people.iter().map(|(id, known)| (id, known)), typed, 20);
            hits.iter().any(|hit| hit.birth_typed)
        };
        assert!(typed("fatma 12-03-1986"));
        assert!(!typed("fatma 01-01-1950"));
    }

    #[test]
    fn a_telephone_number_is_found_in_both_ways_of_writing() {
        for typed in ["0470 12 34 56", "+32470123456", "0032 470/12.34.56"] {
            assert_eq!(
                names(&house(), typed),
                [("Fatma Yılmaz".to_owned(), Reason::SamePhone)],
                "{typed}"
            );
        }
    }

    #[test]
    fn the_start_of_a_name_finds_everybody_it_may_be() {
        assert_eq!(names(&house(), "fat").len(), 2);
        assert!(names(&house(), "f").is_empty());
        assert!(names(&house(), "Onbekend").is_empty());
    }

    #[test]
    fn the_same_name_with_another_birth_date_is_somebody_else() {
        let people = house();
        let asked = |born| Identity {
            name: Name::parse("Yilmaz Fatma").ok(),
            alias: None,
            declines_name: false,
            born,
            tongues: vec![],
        };
        let count = |born| same(people.iter().map(|(id, known)| (id, known)), &asked(born)).len();
        assert_eq!(count(None), 1);
        assert_eq!(count(Day::new(1986, 3, 12).ok()), 1);
        assert_eq!(count(Day::new(1999, 3, 12).ok()), 0);
    }
}
