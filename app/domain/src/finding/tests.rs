//! What holds of every two people.

use proptest::prelude::*;

use super::*;
use crate::Day;

fn day() -> impl Strategy<Value = Option<Day>> {
    let parts = (1920..2020_i32, 1..13_u32, 1..29_u32);
    proptest::option::of(parts.prop_map(|(y, m, d)| Day::new(y, m, d).unwrap()))
}

/// A name, a birth date and a number.
type Parts = (String, Option<Day>, Option<String>);

fn parts() -> impl Strategy<Value = Parts> {
    let phone = proptest::option::of("04[0-9]{8}");
    ("[a-zé]{2,9}( (van|de|el))? [a-zü-]{2,12}", day(), phone)
}

fn side((name, born, phone): &Parts) -> Side {
    Side {
        names: vec![Split::of(name)],
        born: *born,
        phone: phone.as_deref().and_then(number),
        ..Side::default()
    }
}

fn without(side: &Side, part: usize) -> Side {
    let mut names = side.names.clone();
    names.truncate(usize::from(part != 0));
    Side {
        names,
        place: Split::default(),
        born: side.born.filter(|_| part != 1),
        phone: side.phone.filter(|_| part != 2),
        email: None,
    }
}

proptest! {
    #[test]
    fn what_one_does_not_have_counts_neither_for_nor_against(one in parts(), other in parts(), part in 0..3_usize) {
        let (one, other) = (side(&one), side(&other));
        let bare = without(&one, part);
        let weight = likely(&bare, &other).weight;
        // Nobody can tell from the weight whether the other one has it.
        prop_assert_eq!(weight, likely(&bare, &without(&other, part)).weight);
    }

    #[test]
    fn a_pair_is_as_likely_from_both_sides(one in parts(), other in parts()) {
        let (one, other) = (side(&one), side(&other));
        prop_assert_eq!(likely(&one, &other).weight, likely(&other, &one).weight);
    }

    #[test]
    fn everybody_is_found_by_her_own_name_in_any_order(given in "[a-z]{3,9}", family in "[a-z]{3,12}") {
        let known = Split::of(&format!("{given} {family}"));
        let found = held(&Split::of(&format!("{family} {given}")), &known.parts()).unwrap();
        prop_assert!(found.share >= FOUND, "{}", found.share);
    }

    #[test]
    fn nothing_that_is_typed_breaks_the_search(typed in "\\PC{0,60}") {
        let asked = Asked::read(&typed);
        let known = Split::of(&typed);
        let traits = Traits { names: &[known.parts()], born: None, phone: None, email: false };
        let found = asked.judge(&traits);
        prop_assert!(found.is_none_or(|found| found.rank > 0));
    }
}
