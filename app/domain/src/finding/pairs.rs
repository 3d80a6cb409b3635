//! Everybody against everybody, without holding each against each: only those are compared who share
//! two things that no single error changes together.

use std::collections::HashMap;

use super::name::Split;
use super::pair::{LIKELY, Likely, Side, likely};
use super::word::Word;
use crate::Day;

/// A key that more people than this share says nothing: a common name in a common year.
const COMMON: usize = 200;

/// Two people who may be one.
pub struct Pair {
    /// The place of the one.
    pub one: usize,
    /// The place of the other.
    pub other: usize,
    /// How likely, and why.
    pub likely: Likely,
}

/// The pairs that may be one person, the likeliest first.
#[must_use]
pub fn pairs(people: &[Side]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = candidates(people)
        .into_iter()
        .map(|(one, other)| Pair {
            one,
            other,
            likely: likely(&people[one], &people[other]),
        })
        .filter(|pair| pair.likely.weight >= LIKELY)
        .collect();
    pairs.sort_by_key(|pair| (-pair.likely.weight, pair.one, pair.other));
    pairs
}

/// Who is held against whom, each two once.
fn candidates(people: &[Side]) -> Vec<(usize, usize)> {
    let mut sharing: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, side) in people.iter().enumerate() {
        for key in keys(side) {
            sharing.entry(key).or_default().push(place);
        }
    }
    let mut both = Vec::new();
    for places in sharing.values().filter(|places| places.len() <= COMMON) {
        for (at, one) in places.iter().enumerate() {
            both.extend(places[at + 1..].iter().map(|other| (*one, *other)));
        }
    }
    both.sort_unstable();
    both.dedup();
    both
}

/// The keys of somebody: by ear, so that a respelt name has the same, and with day and month in either
/// place.
fn keys(side: &Side) -> Vec<String> {
    let mut keys: Vec<String> = side
        .phone
        .iter()
        .map(|number| format!("t{}", number.key()))
        .collect();
    keys.extend(side.email.iter().map(|email| format!("@{email}")));
    let names: Vec<&Word> = side.names.iter().flat_map(Split::singles).collect();
    for word in &names {
        let sound = word.sound();
        keys.extend(
            side.born
                .into_iter()
                .flat_map(|born| with_birth(sound, born)),
        );
        let others = names.iter().map(|other| other.sound());
        keys.extend(
            others
                .filter(|other| sound < *other)
                .map(|other| format!("s{sound} {other}")),
        );
        keys.extend(
            side.place
                .singles()
                .map(|place| format!("p{sound} {}", place.text())),
        );
    }
    keys.extend(side.born.map(|born| day_and_month(born, true)));
    keys.sort();
    keys.dedup();
    keys
}

fn with_birth(sound: &str, born: Day) -> [String; 2] {
    let (year, ..) = born.parts();
    [
        format!("n{sound} {year}"),
        format!("m{sound} {}", day_and_month(born, false)),
    ]
}

/// A birth date with day and month in one order.
fn day_and_month(born: Day, with_year: bool) -> String {
    let (year, month, day) = born.parts();
    let year = if with_year { year } else { 0 };
    format!("b{year} {} {}", month.min(day), month.max(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(name: &str, born: Option<(i32, u32, u32)>) -> Side {
        Side {
            names: vec![Split::of(name)],
            born: born.and_then(|(y, m, d)| Day::new(y, m, d).ok()),
            ..Side::default()
        }
    }

    fn found(people: &[Side]) -> Vec<(usize, usize)> {
        pairs(people)
            .iter()
            .map(|pair| (pair.one, pair.other))
            .collect()
    }

    #[test]
    fn one_person_written_down_twice_is_a_pair_and_namesakes_are_not() {
        let people = [
            side("Fatma Yılmaz", Some((1986, 3, 12))),
            side("Yilmas Fatma", Some((1986, 12, 3))),
            side("Fatma Yılmaz", Some((1991, 7, 4))),
            side("Rosa Janssens", Some((1986, 3, 12))),
        ];
        assert_eq!(found(&people), [(0, 1)]);
    }

    #[test]
    fn nobody_without_anything_is_a_pair() {
        assert!(found(&[Side::default(), Side::default()]).is_empty());
    }
}
