//! Looking for many people at once, for a file of people: by the same words of a name in any order,
//! and the same birth date.

use std::collections::HashMap;

use domain::finding::{Number, number, words};
use domain::person::Identity;
use domain::{Day, Pii, RecordId};

use super::known::Known;
use super::people::People;

/// Somebody who is sought.
struct Sought {
    /// The words of each name, in the order of letters.
    names: Vec<Vec<String>>,
    born: Option<Day>,
    phone: Option<Number>,
}

/// Which of the sought are among the people whom `seen` lets through, or stand earlier among the sought.
pub fn known(
    people: &People,
    sought: &[(&Identity, Option<Pii<String>>)],
    seen: impl Fn(RecordId) -> bool,
) -> Vec<bool> {
    let sought: Vec<Sought> = sought.iter().map(Sought::of).collect();
    let mut earlier: HashMap<&[String], Vec<&Sought>> = HashMap::new();
    let mut found = Vec::with_capacity(sought.len());
    for one in &sought {
        let mut is_known = one.is_among(people, &seen);
        for name in &one.names {
            let alike = earlier.entry(name).or_default();
            is_known |= alike.iter().any(|other| one.fits(other.born, other.phone));
            alike.push(one);
        }
        found.push(is_known);
    }
    found
}

impl Sought {
    fn of((identity, phone): &(&Identity, Option<Pii<String>>)) -> Self {
        let names = [&identity.name, &identity.alias].into_iter().flatten();
        let names = names.map(|name| in_order(words(name.as_str())));
        Self {
            names: names.filter(|name| !name.is_empty()).collect(),
            born: identity.born,
            phone: phone.as_ref().and_then(|phone| number(phone.reveal())),
        }
    }

    /// Whether the rest fits of somebody with the same name: the birth date, and where there is none
    /// the number.
    fn fits(&self, born: Option<Day>, phone: Option<Number>) -> bool {
        self.born == born && (born.is_some() || self.phone == phone)
    }

    fn is_among(&self, people: &People, seen: impl Fn(RecordId) -> bool) -> bool {
        self.names.iter().any(|name| {
            let sharing = people.vocabulary().sharing(name).iter();
            let known = sharing.filter_map(|place| people.at(*place));
            let known = known.filter(|known| seen(known.record));
            let mut fitting = known.filter(|known| self.fits(known.born, known.phone));
            fitting.any(|known| has(people, known, name))
        })
    }
}

fn has(people: &People, known: &Known, name: &[String]) -> bool {
    let mut names = people.vocabulary().texts(&known.names);
    names.any(|words| in_order(words) == name)
}

fn in_order<T: Ord>(mut words: Vec<T>) -> Vec<T> {
    words.sort();
    words
}

#[cfg(test)]
mod tests {
    use domain::text::Name;
    use uuid::Uuid;

    use super::*;
    use crate::index::Entry;

    fn who(name: &str, born: Option<i32>) -> Identity {
        Identity {
            name: Name::optional(name).unwrap(),
            alias: None,
            declines_name: name.is_empty(),
            born: born.and_then(|year| Day::new(year, 3, 12).ok()),
            tongues: vec![],
        }
    }

    fn phone(number: &str) -> Option<Pii<String>> {
        (!number.is_empty()).then(|| Pii::new(number.to_owned()))
    }

    fn is_known(there: (&Identity, &str), sought: (&Identity, &str)) -> bool {
        let mut people = People::default();
        people.learn(&Entry {
            record: RecordId::from_uuid(Uuid::nil()),
            identity: Pii::new(there.0.clone()),
            phone: phone(there.1),
            email: None,
            visit_link: [1; 16],
            denied_link: [2; 16],
        });
        known(&people, &[(sought.0, phone(sought.1))], |_| true)[0]
    }

    #[test]
    fn the_same_name_and_birth_date_is_known_however_it_is_written() {
        let there = (&who("Zoë De Smet", Some(1986)), "");
        assert!(is_known(
            there,
            (&who("de smet, ZOE", Some(1986)), "0470123456")
        ));
        assert!(!is_known(there, (&who("Zoë De Smet", Some(1987)), "")));
        assert!(!is_known(there, (&who("Zoë De Smet", None), "")));
    }

    #[test]
    fn without_a_birth_date_the_telephone_number_tells() {
        let there = (&who("Rosa", None), "0470 12 34 56");
        assert!(is_known(there, (&who("Rosa", None), "+32470123456")));
        assert!(!is_known(there, (&who("Rosa", None), "")));
        assert!(is_known((&who("Rosa", None), ""), (&who("Rosa", None), "")));
    }

    #[test]
    fn somebody_without_a_name_is_never_known() {
        assert!(!is_known((&who("", None), ""), (&who("", None), "")));
    }

    #[test]
    fn the_second_of_two_alike_is_known() {
        let one = who("Rosa Janssens", Some(1990));
        let sought = [(&one, None), (&one, None)];
        assert_eq!(known(&People::default(), &sought, |_| true), [false, true]);
    }
}
