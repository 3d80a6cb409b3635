//! Finding somebody in the memory of the program, without pages, keys and trail: how that grows with the
//! house, and how often the right one is among the first ten.

use std::sync::Arc;

use desk::index::Index;
use domain::{CentreId, RecordId};

use crate::invented::{Dice, KINDS, house, learnt, typed};
use crate::round::{Line, round};

/// The houses that are measured; `ONTHAAL_BENCH_INVENTED` adds a larger one.
const HOUSES: [usize; 3] = [1_000, 10_000, 100_000];

/// How many people are looked up, of a house.
const LOOKED_UP: usize = 1_000;

/// A browser that asks the index itself.
struct Asking {
    index: Arc<Index>,
    centre: CentreId,
    typed: Arc<Vec<String>>,
    next: usize,
}

/// How long finding takes, for each house, and for the largest how often the right one is found.
pub fn measured() -> (Vec<Line>, Vec<(&'static str, usize)>) {
    let more = std::env::var("ONTHAAL_BENCH_INVENTED").ok();
    let more = more.and_then(|many| many.parse().ok());
    let (mut lines, mut found) = (Vec::new(), Vec::new());
    for many in HOUSES.into_iter().chain(more) {
        let mut dice = Dice(42);
        let people = house(&mut dice, many);
        let (index, centre) = learnt(&people);
        let asked = people.iter().step_by((many / LOOKED_UP).max(1));
        let kinds = KINDS.iter().cycle();
        let asked = asked
            .zip(kinds)
            .map(|(one, (kind, _))| typed(kind, one, &mut dice));
        let asking = (Arc::new(index), Arc::new(asked.collect::<Vec<String>>()));
        lines.push(timed(many, centre, &asking));
        found = found_in_ten((&asking.0, centre), &people);
    }
    (lines, found)
}

fn timed(many: usize, centre: CentreId, (index, typed): &(Arc<Index>, Arc<Vec<String>>)) -> Line {
    let (index, typed) = (index.clone(), typed.clone());
    let browser = move |which| Asking {
        index: index.clone(),
        centre,
        typed: typed.clone(),
        next: which * 7,
    };
    let what = format!("search in memory, {many} people");
    round((what, "none"), browser, |asking| {
        let typed = &asking.typed[asking.next % asking.typed.len()];
        asking.next += 1;
        std::hint::black_box(asking.index.find(asking.centre, typed, |_| true));
    })
}

/// Of how many in a thousand the right one is among the first ten, each typed with the birth date: more
/// than ten people of a large house have one name.
fn found_in_ten(
    (index, centre): (&Index, CentreId),
    people: &[(String, domain::Day)],
) -> Vec<(&'static str, usize)> {
    let mut dice = Dice(7);
    let step = (people.len() / LOOKED_UP).max(1);
    let mut found = |kind: &'static str| {
        let lookups = people.iter().enumerate().step_by(step);
        let right = lookups.clone().filter(|(number, one)| {
            let born = kind.starts_with("born");
            let date = if born { String::new() } else { one.1.typed() };
            let asked = [typed(kind, one, &mut dice), date].join(" ");
            let is = |record: RecordId| record.uuid().as_u128() == *number as u128;
            let hits = index.find(centre, &asked, |_| true);
            hits.iter().take(10).any(|hit| is(hit.record))
        });
        (kind, right.count() * 1_000 / lookups.count())
    };
    KINDS.iter().map(|(kind, _)| found(kind)).collect()
}
