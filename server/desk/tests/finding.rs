//! How often somebody is found again who is looked up the way people type: a generated house, and
//! lookups with the errors of a desk. The floors fail when finding gets worse.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "finding/invented.rs"]
mod invented;

use domain::RecordId;
use invented::{Dice, KINDS, house, learnt, typed};

/// Of how many in a thousand the right one is among the first ten.
fn found_in_ten(kind: &str) -> usize {
    let mut dice = Dice(42);
    let people = house(&mut dice, 800);
    let (index, centre) = learnt(&people);
    let lookups = people.iter().enumerate().step_by(20);
    let among = lookups.clone().filter(|(number, person)| {
        let hits = index.find(centre, &typed(kind, person, &mut dice), |_| true);
        let is = |record: RecordId| record.uuid().as_u128() == *number as u128;
        hits.iter().take(10).any(|hit| is(hit.record))
    });
    among.count() * 1000 / lookups.count()
}

#[test]
fn whoever_is_looked_up_is_among_the_first_ten() {
    for (kind, floor) in KINDS {
        let found = found_in_ten(kind);
        assert!(found >= floor, "{kind}: {found} of 1000");
    }
}

#[test]
fn nobody_stands_out_for_somebody_who_is_not_there() {
    let (index, centre) = learnt(&house(&mut Dice(7), 800));
    for typed in [
        "Wilhelmina Quist",
        "Aristide Fontanelle",
        "Xiomara 01-01-1901",
    ] {
        let hits = index.find(centre, typed, |_| true);
        assert!(!desk::index::stands_out(&hits), "{typed}");
    }
}
