//! Which visits are due: over, naming somebody, and no longer kept by the period that keeps longest.

use std::collections::HashSet;

use domain::Day;
use domain::retention::term::{Facts, longest};
use domain::retention::{Kept, Retention};

use super::UnlinkingError;
use crate::access::Permit;
use crate::erasures::hindrances;
use crate::seal::LinkContext;
use crate::store::unlinkings::Linked;
use crate::store::{self, Scope, unlinkings};
use crate::{Desk, holds, people};

/// How many visits lose their person at a time: one transaction does it.
const AT_A_TIME: i64 = 2_000;

/// What is due, as a colleague looks at it.
#[derive(Clone, PartialEq, Eq)]
pub struct Due {
    /// How many visits.
    pub visits: usize,
    /// The day of the oldest.
    pub first: Day,
    /// The day of the youngest.
    pub last: Day,
    /// The period that kept the oldest longest.
    pub rule: Retention,
    /// Whether there are more, which come after these.
    pub more: bool,
    /// The mark: another one when other visits are due.
    pub digest: [u8; 16],
}

impl Due {
    /// The mark as two colleagues read it to each other: `A1B2-C3D4`.
    #[must_use]
    pub fn mark(&self) -> String {
        let [a, b, c, d, ..] = self.digest;
        format!("{a:02X}{b:02X}-{c:02X}{d:02X}")
    }

    /// The whole mark, as a form carries it.
    #[must_use]
    pub fn digest_text(&self) -> String {
        uuid::Uuid::from_bytes(self.digest).simple().to_string()
    }

    /// Reads the mark that a form carries.
    #[must_use]
    pub fn read_digest(raw: &str) -> Option<[u8; 16]> {
        crate::erasures::Looked::read_digest(raw)
    }
}

/// The visits themselves, and what a colleague is shown of them.
pub(super) struct Found {
    pub due: Option<Due>,
    pub visits: Vec<Linked>,
    pub held: usize,
}

/// Looks at what is due now.
pub(super) async fn found(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
) -> Result<Found, UnlinkingError> {
    let none = Found {
        due: None,
        visits: Vec::new(),
        held: 0,
    };
    let today = holds::today(desk, scope).await?;
    let rules = hindrances::in_force(scope).await?;
    let days = store::erasures::plan::linked_days(scope).await?;
    let days = days.into_iter().map(|(day, _)| day);
    let over: HashSet<Day> = days.filter(|day| is_over(&rules, (*day, today))).collect();
    let Some(last) = over.iter().max() else {
        return Ok(none);
    };
    let visits = unlinkings::due(scope, *last, AT_A_TIME).await?;
    let more = visits.len() == usize::try_from(AT_A_TIME).unwrap_or_default();
    let held = held(desk, permit, scope, today).await?;
    let on_hold = |visit: &Linked| visit.link.get(..16).is_some_and(|link| held.contains(link));
    let visits = visits.into_iter().filter(|visit| over.contains(&visit.day));
    let (kept, visits): (Vec<Linked>, Vec<Linked>) = visits.partition(on_hold);
    Ok(Found {
        due: due(desk, (&rules, today), (&visits, more))?,
        visits,
        held: kept.len(),
    })
}

/// The period that keeps the visits of a day longest, where there is one.
fn rule_of(rules: &[Retention], (day, today): (Day, Day)) -> Option<(&Retention, Option<Day>)> {
    let facts = Facts {
        created: day,
        last_contact: Some(day),
        closed: None,
    };
    let term = longest(rules, Kept::Visit, (facts, today))?;
    Some((term.rule, term.until))
}

fn is_over(rules: &[Retention], (day, today): (Day, Day)) -> bool {
    rule_of(rules, (day, today))
        .and_then(|(_, until)| until)
        .is_some_and(|until| until < today)
}

/// The pseudonyms, in the table of visits, of everybody on whom a hold is.
async fn held(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    today: Day,
) -> Result<HashSet<Vec<u8>>, UnlinkingError> {
    let mut held = HashSet::new();
    for hold in store::holds::live(scope, today).await? {
        let record = holds::whose(desk, permit, scope, (hold.id, &hold.who)).await?;
        held.insert(people::visit_link(desk, record)?.bytes.to_vec());
    }
    Ok(held)
}

fn due(
    desk: &Desk,
    (rules, today): (&[Retention], Day),
    (visits, more): (&[Linked], bool),
) -> Result<Option<Due>, UnlinkingError> {
    let (Some(oldest), Some(youngest)) = (visits.first(), visits.last()) else {
        return Ok(None);
    };
    let Some((rule, _)) = rule_of(rules, (oldest.day, today)) else {
        return Ok(None);
    };
    let mut seen = Vec::with_capacity(visits.len() * 17);
    for visit in visits {
        seen.extend(visit.id.bytes());
        seen.push(u8::from(visit.remarked));
    }
    Ok(Some(Due {
        visits: visits.len(),
        first: oldest.day,
        last: youngest.day,
        rule: rule.clone(),
        more,
        digest: desk.vault().link_of(LinkContext::Preview, &seen)?.bytes,
    }))
}
