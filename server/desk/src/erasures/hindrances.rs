//! What stands in the way of erasing somebody: a hold, a period that binds, that she is in the house, or
//! a file that would write her down again.

use domain::retention::term::{Facts, forbidding};
use domain::retention::{Kept, Retention};
use domain::time::CentreZone;
use domain::{Day, HoldId, Instant, hold};

use crate::store::erasures::person::{self, Whose};
use crate::store::{self, Scope, StoreError};

/// One thing that stands in the way.
#[derive(Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// A colleague set a hold on her.
    Held(HoldId, hold::Standing),
    /// A period forbids it until its last day; without one until it has begun and passed.
    Kept(Box<Retention>, Option<Day>),
    /// She is in the house.
    Inside,
    /// A file of people is being read in.
    Reading,
}

/// Everything that stands in the way now, holds first and after them the duty to keep.
///
/// # Errors
/// What the engine said.
pub(super) async fn found(
    scope: &mut impl Scope,
    whose: &Whose,
    (since, now): (Instant, Instant),
) -> Result<Vec<Hindrance>, StoreError> {
    let today = zone(scope).await?.day_of(now);
    let holds = store::holds::of(scope, &whose.hold, today).await?;
    let holds = holds.iter();
    let mut found: Vec<Hindrance> = holds
        .map(|hold| Hindrance::Held(hold.id, hold.standing))
        .collect();
    found.extend(kept(scope, whose, (since, now)).await?);
    if person::is_inside(scope, whose).await? {
        found.push(Hindrance::Inside);
    }
    if person::is_read_in(scope).await? {
        found.push(Hindrance::Reading);
    }
    Ok(found)
}

async fn kept(
    scope: &mut impl Scope,
    whose: &Whose,
    (since, now): (Instant, Instant),
) -> Result<Option<Hindrance>, StoreError> {
    let zone = zone(scope).await?;
    let rules = in_force(scope).await?;
    let last = person::last_visit(scope, whose).await?;
    let facts = Facts {
        created: zone.day_of(since),
        last_contact: last.map(|at| zone.day_of(at)),
        closed: None,
    };
    let today = zone.day_of(now);
    let forbidding = [Kept::Person, Kept::File]
        .into_iter()
        .filter_map(|about| forbidding(&rules, about, (facts, today)));
    let longest = forbidding.max_by_key(|term| (term.until.is_none(), term.until));
    Ok(longest.map(|term| Hindrance::Kept(Box::new(term.rule.clone()), term.until)))
}

/// The zone of the centre, by which its days begin.
pub(super) async fn zone(scope: &mut impl Scope) -> Result<CentreZone, StoreError> {
    let centre = store::places::centre(scope).await?;
    Ok(centre.ok_or(StoreError::Inconsistent)?.zone)
}

/// The periods that are not closed.
pub(crate) async fn in_force(scope: &mut impl Scope) -> Result<Vec<Retention>, StoreError> {
    let lines = store::retention::all(scope).await?;
    let open = lines.into_iter().filter(|line| line.closed.is_none());
    Ok(open.map(|line| line.item).collect())
}
