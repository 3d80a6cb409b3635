//! Records that may be one person, over everybody who is known: the same comparison and the same limit as
//! when a file of people is measured.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use domain::finding::{Likely, Reason, Side, Split, likely, pairs};
use domain::same_as::Couple;
use domain::{CentreId, RecordId};
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::known::Known;
use super::people::People;

/// How many pairs are kept, the likeliest.
const KEPT: usize = 5_000;

/// What takes less time than this is done anew whenever somebody changed.
const SHORT: Duration = Duration::from_millis(200);

/// Of how much time one part is spent on comparing everybody, where that takes long.
const ONE_PART_OF: u32 = 30;

/// Two records that may be one person.
#[derive(Clone, Copy)]
pub struct Suggested {
    /// Which two.
    pub couple: Couple<RecordId>,
    /// Why.
    pub reason: Reason,
}

/// What was found the last time.
#[derive(Clone)]
struct Last {
    turn: u64,
    at: Instant,
    took: Duration,
    found: Arc<Vec<Suggested>>,
}

impl Last {
    fn still_serves(&self, turn: u64) -> bool {
        let rests = self.took >= SHORT && self.at.elapsed() < self.took * ONE_PART_OF;
        self.turn == turn || rests
    }
}

/// Compares everybody, one centre at a time.
#[derive(Default)]
pub struct Suggesting(Mutex<HashMap<CentreId, Last>>);

impl Suggesting {
    /// The likeliest pairs of a centre as it stands at this turn; `sides` gives everybody.
    pub async fn found(
        &self,
        (centre, turn): (CentreId, u64),
        sides: impl FnOnce() -> (Vec<RecordId>, Vec<Side>),
    ) -> Arc<Vec<Suggested>> {
        let mut all = self.0.lock().await;
        if let Some(last) = all.get(&centre).filter(|last| last.still_serves(turn)) {
            return last.found.clone();
        }
        let (began, (records, sides)) = (Instant::now(), sides());
        let compared = tokio::task::spawn_blocking(move || compared(&records, &sides)).await;
        let found = Arc::new(compared.unwrap_or_else(|error| {
            tracing::error!(%error, "the records of a house could not be compared");
            Vec::new()
        }));
        let last = Last {
            turn,
            at: Instant::now(),
            took: began.elapsed(),
            found: found.clone(),
        };
        all.insert(centre, last);
        found
    }
}

fn compared(records: &[RecordId], sides: &[Side]) -> Vec<Suggested> {
    let pairs = pairs(sides).into_iter().take(KEPT);
    let suggested = pairs.filter_map(|pair| {
        Some(Suggested {
            couple: Couple::of(records[pair.one], records[pair.other])?,
            reason: pair.likely.reason,
        })
    });
    suggested.collect()
}

/// Everybody as she is compared.
pub fn sides(people: &People) -> (Vec<RecordId>, Vec<Side>) {
    let known = people.places().iter().flatten();
    known
        .map(|known| (known.record, side(people, known)))
        .unzip()
}

fn side(people: &People, known: &Known) -> Side {
    let names = people.vocabulary().texts(&known.names);
    Side {
        names: names.map(|words| Split::of(&words.join(" "))).collect(),
        born: known.born,
        phone: known.phone,
        // A mark is of one address only, which is all that is compared.
        email: (known.email != 0).then(|| known.email.to_string()),
        ..Side::default()
    }
}

/// How likely two records are one person.
pub fn compare(people: &People, couple: Couple<RecordId>) -> Option<Likely> {
    let [one, other] = couple.both().map(|record| people.one(record));
    Some(likely(&side(people, one?), &side(people, other?)))
}

/// Of the pairs that were found those about which nothing was said, of every two people one, and only of
/// whom `seen` lets through.
pub fn open(
    people: &People,
    found: &[Suggested],
    seen: impl Fn(RecordId) -> bool,
) -> Vec<Suggested> {
    let answers = people.ties().answers();
    let mut asked = BTreeSet::new();
    let mut fresh = |couple: Couple<RecordId>| {
        let [one, other] = couple.both().map(|record| answers.canonical(record));
        Couple::of(one, other).is_some_and(|people| asked.insert(people))
    };
    let there = |record: &RecordId| people.one(*record).is_some() && seen(*record);
    let open = found.iter().filter(|pair| {
        let both = pair.couple.both();
        both.iter().all(there) && answers.allows(pair.couple).is_ok() && fresh(pair.couple)
    });
    open.copied().collect()
}
