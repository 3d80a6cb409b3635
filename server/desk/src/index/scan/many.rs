//! Holding many people against everybody at once, for a file of people: by the same name, in any order
//! of its words, and the same birth date.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use domain::person::Identity;
use domain::{Day, Pii};

use super::{Known, national, same_words};
use crate::index::folded;

/// Somebody who is sought, as the scan compares.
struct Sought {
    names: Vec<String>,
    born: Option<Day>,
    phone: Option<String>,
}

/// Which of the sought are among the known, or stand earlier among the sought.
pub fn known<'a>(
    everybody: impl Iterator<Item = &'a Known>,
    sought: &[(&Identity, Option<Pii<String>>)],
) -> Vec<bool> {
    let sought: Vec<Sought> = sought.iter().map(Sought::of).collect();
    let mut by_name: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = vec![false; sought.len()];
    for (place, one) in sought.iter().enumerate() {
        for name in &one.names {
            let alike = by_name.entry(mark(name)).or_default();
            let earlier = alike
                .iter()
                .any(|at| sought[*at].is(one.called(), one.born, one.phone.as_deref()));
            found[place] |= earlier;
            alike.push(place);
        }
    }
    for known in everybody {
        let alike = known.names().filter_map(|name| by_name.get(&mark(name)));
        for place in alike.flatten() {
            found[*place] |= sought[*place].is(known.names(), known.born, known.phone());
        }
    }
    found
}

impl Sought {
    fn of((identity, phone): &(&Identity, Option<Pii<String>>)) -> Self {
        let names = [&identity.name, &identity.alias].into_iter().flatten();
        Self {
            names: names
                .map(|name| folded::words(name.as_str()).join(" "))
                .collect(),
            born: identity.born,
            phone: phone.as_ref().map(|phone| national(phone.reveal())),
        }
    }

    fn called(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    fn is<'n>(
        &self,
        mut names: impl Iterator<Item = &'n str>,
        born: Option<Day>,
        phone: Option<&str>,
    ) -> bool {
        let more = self.born.is_some() || self.phone.as_deref() == phone;
        let mine = |name: &str| self.called().any(|mine| same_words(name, mine));
        self.born == born && more && names.any(mine)
    }
}

/// A number that the same words have in any order.
fn mark(words: &str) -> u64 {
    let of = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.hash(&mut hasher);
        hasher.finish()
    };
    words.split(' ').map(of).fold(0, u64::wrapping_add)
}

#[cfg(test)]
mod tests {
    use domain::text::Name;

    use super::*;

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
        let there = Known::of(&Pii::new(there.0.clone()), phone(there.1).as_ref());
        known(std::iter::once(&there), &[(sought.0, phone(sought.1))])[0]
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
        assert_eq!(known(std::iter::empty(), &sought), [false, true]);
    }
}
