//! Whose time in the house ends when, by which period, and what keeps the others; and what the night
//! proposes of it. A proposal is a row like a request: nobody is erased without two colleagues.

use std::collections::HashSet;

use domain::retention::term::{Facts, longest};
use domain::retention::{Kept, Retention};
use domain::role::Action;
use domain::text::Name;
use domain::{CentreId, Day, Pii, RecordId};

use super::ErasureError;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::people::whom::called;
use crate::store::{self, Look};
use crate::{Desk, denials};

mod ground;
mod proposing;

use ground::{Ground, Term, asked, ground, is_asked, terms};
pub use proposing::propose;

/// How many proposals a night writes down at most: two colleagues look at each.
const A_NIGHT: usize = 50;

/// What one period does until the end of next month.
#[derive(Clone, PartialEq, Eq)]
pub struct Going {
    /// Which period.
    pub rule: Retention,
    /// How many it has let go by today.
    pub over: usize,
    /// How many more it lets go until then.
    pub next: usize,
    /// How many it keeps for good, because its beginning has not come.
    pub open: usize,
}

/// What goes until the end of next month.
pub struct Plan {
    /// The last day that is looked at.
    pub until: Day,
    /// People, by the period that keeps each longest.
    pub people: Vec<Going>,
    /// Visits that name somebody, by their period.
    pub visits: Vec<Going>,
    /// How many people no period keeps or lets go.
    pub without: usize,
    /// Of those who go, how many are asked for already, and are left alone.
    pub asked: usize,
    /// Of those who go, on how many a hold is: they stay while it lasts.
    pub held: usize,
}

/// Somebody whose time is over.
pub struct Leaving {
    /// What she is called; nothing when she gave no name.
    pub name: Pii<Option<Name>>,
    /// The last day her period keeps her.
    pub last: Day,
    /// The last day of a hold on her, where there is one.
    pub held: Option<Day>,
}

/// What goes until the end of next month, by which period, in numbers.
///
/// # Errors
/// [`ErasureError::Forbidden`].
pub async fn plan(desk: &Desk, actor: &Actor) -> Result<Plan, ErasureError> {
    let permit = access::permitted(desk, actor, Action::ShowRetentionPlan).await?;
    let mut look = desk.look(&permit).await?;
    let ground = ground(desk, &mut look).await?;
    let until = end_of_next_month(ground.today);
    let (terms, without) = terms(desk, &mut look, &ground).await?;
    let asked = asked(desk, &mut look).await?;
    let of = (desk, permit.centre());
    let (people, taken) = people(of, (&ground, until), (&terms, &asked))?;
    let held = held_among(of, (&ground, until), &terms)?;
    Ok(Plan {
        until,
        people,
        visits: visits(&mut look, &ground, until).await?,
        without,
        asked: taken,
        held,
    })
}

/// On how many of those who go a hold is.
fn held_among(
    (desk, centre): (&Desk, CentreId),
    (ground, until): (&Ground, Day),
    terms: &[Term],
) -> Result<usize, ErasureError> {
    let mut held = 0;
    for term in terms.iter().filter(|term| term.goes_before(until)) {
        held += usize::from(ground.held(desk, (centre, term.record))?.is_some());
    }
    Ok(held)
}

/// People by the period that keeps each longest, and how many of those who go are asked for already.
fn people(
    (desk, centre): (&Desk, CentreId),
    (ground, until): (&Ground, Day),
    (terms, asked): (&[Term], &HashSet<Vec<u8>>),
) -> Result<(Vec<Going>, usize), ErasureError> {
    let (mut going, mut taken) = (lines(&ground.rules), 0);
    for term in terms {
        going[term.rule].count(term.until, (ground.today, until), 1);
        if term.goes_before(until) {
            taken += usize::from(is_asked(desk, (centre, term.record), asked)?);
        }
    }
    going.retain(|line| line.rule.about == Kept::Person);
    Ok((going, taken))
}

impl Going {
    /// Counts some whose last day this is.
    fn count(&mut self, last: Option<Day>, (today, until): (Day, Day), some: usize) {
        match last {
            None => self.open += some,
            Some(last) if last < today => self.over += some,
            Some(last) if last < until => self.next += some,
            Some(_) => {}
        }
    }
}

/// What those are called whose time is over until the end of next month, with their last day. The trail
/// names each before.
///
/// # Errors
/// [`ErasureError::Forbidden`].
pub async fn reveal(desk: &Desk, actor: &Actor) -> Result<Vec<Leaving>, ErasureError> {
    let permit = access::permitted(desk, actor, Action::ShowRetentionPlan).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let ground = ground(desk, &mut look).await?;
    let until = end_of_next_month(ground.today);
    let (terms, _) = terms(desk, &mut look, &ground).await?;
    drop(look);
    let going = terms.iter().filter(|term| term.goes_before(until));
    let going = going.filter(|term| seen.shows(term.record));
    let mut shown: Vec<(RecordId, Day)> = going
        .filter_map(|term| Some((term.record, term.until?)))
        .collect();
    shown.sort_by_key(|(_, last)| *last);
    shown.truncate(A_NIGHT);
    let entry = Entry::of("retention", permit.centre().bytes());
    let entry = shown
        .iter()
        .fold(entry, |entry, (record, _)| entry.about(*record));
    desk.trail().witness(desk, &permit, entry).await?;
    let leaving = |(record, last)| {
        Ok(Leaving {
            name: called(desk, &permit, record),
            last,
            held: ground.held(desk, (permit.centre(), record))?,
        })
    };
    shown.into_iter().map(leaving).collect()
}

/// The last day of the month after this one.
fn end_of_next_month(today: Day) -> Day {
    let (_, _, number) = today.parts();
    today
        .plus_days(1 - i64::from(number))
        .plus_months(2)
        .plus_days(-1)
}

/// A line for each period, so that a place in the one is a place in the other.
fn lines(rules: &[Retention]) -> Vec<Going> {
    let line = |rule: &Retention| Going {
        rule: rule.clone(),
        over: 0,
        next: 0,
        open: 0,
    };
    rules.iter().map(line).collect()
}

/// Visits that still name somebody, by the period that keeps them longest.
async fn visits(look: &mut Look, ground: &Ground, until: Day) -> Result<Vec<Going>, ErasureError> {
    let mut going = lines(&ground.rules);
    for (day, count) in store::erasures::plan::linked_days(look).await? {
        let facts = Facts {
            created: day,
            last_contact: Some(day),
            closed: None,
        };
        let count = usize::try_from(count).unwrap_or_default();
        let Some(found) = longest(&ground.rules, Kept::Visit, (facts, ground.today)) else {
            continue;
        };
        let place = ground.rules.iter().position(|rule| rule == found.rule);
        let Some(line) = place.map(|place| &mut going[place]) else {
            continue;
        };
        line.count(found.until, (ground.today, until), count);
    }
    going.retain(|line| line.rule.about == Kept::Visit);
    Ok(going)
}
