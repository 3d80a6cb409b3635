//! What a plan is made from: the periods, and everybody with the one that keeps her longest.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::retention::term::{Facts, longest};
use domain::retention::{CountsFrom, Kept, Retention};
use domain::time::CentreZone;
use domain::{CentreId, Day, Instant, RecordId};
use uuid::Uuid;

use crate::erasures::{ErasureError, hindrances, whose};
use crate::seal::SealError;
use crate::store::{self, Look, Scope, StoreError};
use crate::{Desk, holds};

/// How long nobody is proposed again who was not erased, in seconds.
const YEAR: i64 = 366 * 24 * 60 * 60;

/// Somebody, and the last day she is kept by the period that keeps longest.
pub(super) struct Term {
    pub record: RecordId,
    pub rule: usize,
    pub until: Option<Day>,
}

/// Everything a plan is made from.
pub(super) struct Ground {
    pub rules: Vec<Retention>,
    pub zone: CentreZone,
    pub today: Day,
    pub last: HashMap<[u8; 16], Instant>,
    pub holds: HashMap<Vec<u8>, Day>,
}

impl Term {
    /// Whether the period has let her go by a day.
    pub(super) fn goes_before(&self, day: Day) -> bool {
        self.until.is_some_and(|last| last < day)
    }
}

/// Reads it.
pub(super) async fn ground(desk: &Desk, look: &mut Look) -> Result<Ground, ErasureError> {
    let rules = hindrances::in_force(look).await?;
    let zone = hindrances::zone(look).await?;
    let by_contact = |rule: &Retention| rule.from == CountsFrom::LastContact;
    let last = if rules.iter().any(by_contact) {
        store::erasures::plan::last_visits(look).await?
    } else {
        HashMap::new()
    };
    let today = zone.day_of(desk.now());
    let held = store::holds::links(look, today).await?;
    let mut holds: HashMap<Vec<u8>, Day> = HashMap::new();
    for (link, until) in held {
        let last = holds.entry(link).or_insert(until);
        *last = until.max(*last);
    }
    Ok(Ground {
        rules,
        zone,
        today,
        last,
        holds,
    })
}

/// The pseudonyms of those of whom something is asked, or was in the last year.
pub(super) async fn asked(desk: &Desk, look: &mut Look) -> Result<HashSet<Vec<u8>>, StoreError> {
    let since = desk.now().plus_seconds(-YEAR);
    let links = store::erasures::links(look, since).await?;
    Ok(links.into_iter().collect())
}

/// Everybody with the period that keeps her longest, and how many no period speaks of.
pub(super) async fn terms(
    desk: &Desk,
    look: &mut Look,
    ground: &Ground,
) -> Result<(Vec<Term>, usize), ErasureError> {
    let (mut terms, mut without) = (Vec::new(), 0);
    let mut after = RecordId::from_uuid(Uuid::nil());
    loop {
        let page = store::erasures::plan::known_since(look, after).await?;
        let Some((last, _)) = page.last() else {
            let centre = look.centre();
            return Ok((of_each_person(desk, centre, terms), without));
        };
        after = *last;
        for (record, since) in page {
            match ground.term(desk, (record, since))? {
                Some(term) => terms.push(term),
                None => without += 1,
            }
        }
    }
}

/// Of every person the record that is kept longest: with it all of hers are kept.
fn of_each_person(desk: &Desk, centre: CentreId, terms: Vec<Term>) -> Vec<Term> {
    let mut longest: BTreeMap<RecordId, Term> = BTreeMap::new();
    for term in terms {
        let person = desk.index().person(centre, term.record)[0];
        let held = longest.get(&person);
        let later = held.is_none_or(|held| term.kept_after(held));
        if later {
            longest.insert(person, term);
        }
    }
    longest.into_values().collect()
}

/// Whether something is asked, or was in the last year, of any record of a person.
pub(super) fn is_asked(
    desk: &Desk,
    (centre, record): (CentreId, RecordId),
    asked: &HashSet<Vec<u8>>,
) -> Result<bool, ErasureError> {
    for record in desk.index().person(centre, record) {
        if asked.contains(&whose(desk, record)?.erasure.bytes[..]) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Term {
    /// Whether it ends later; what has no end ends last.
    fn kept_after(&self, other: &Self) -> bool {
        (self.until.is_none(), self.until) > (other.until.is_none(), other.until)
    }
}

impl Ground {
    /// The last day of a hold on somebody, where there is one on any record of hers.
    pub(super) fn held(
        &self,
        desk: &Desk,
        (centre, record): (CentreId, RecordId),
    ) -> Result<Option<Day>, SealError> {
        if self.holds.is_empty() {
            return Ok(None);
        }
        let mut last = None;
        for record in desk.index().person(centre, record) {
            let link = holds::link(desk, record)?;
            last = last.max(self.holds.get(&link.bytes[..]).copied());
        }
        Ok(last)
    }

    fn term(
        &self,
        desk: &Desk,
        (record, since): (RecordId, Instant),
    ) -> Result<Option<Term>, ErasureError> {
        let last = if self.last.is_empty() {
            None
        } else {
            self.last.get(&whose(desk, record)?.visit.bytes)
        };
        let facts = Facts {
            created: self.zone.day_of(since),
            last_contact: last.map(|at| self.zone.day_of(*at)),
            closed: None,
        };
        let found = longest(&self.rules, Kept::Person, (facts, self.today));
        Ok(found.and_then(|found| {
            let rule = self.rules.iter().position(|rule| rule == found.rule)?;
            Some(Term {
                record,
                rule,
                until: found.until,
            })
        }))
    }
}
