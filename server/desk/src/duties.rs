//! The duty roster: who gets the silent alerts, and whether anybody does now.

use domain::duty::{Duty, SpecialDay, hours_of, open_spans};
use domain::hours::Week;
use domain::role::Action;
use domain::setting::SettingKey;
use domain::text::Name;
use domain::{Instant, Pii, Span, UserId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::setup::{Done, Kept, Line, SetupError, named};
use crate::staff;
use crate::store::{Scope, StoreError, Tx, days, duties, places, settings};

impl Kept for Duty {
    const KIND: &'static str = "duty";
    const ACTION: Action = Action::SetRoster;

    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>> {
        Box::pin(duties::all(scope))
    }

    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()> {
        Box::pin(duties::add(tx, id, self))
    }

    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool> {
        Box::pin(duties::change(tx, shown, self))
    }

    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool> {
        Box::pin(duties::close(tx, shown, since))
    }

    fn belongs<'a>(&'a self, tx: &'a mut Tx) -> Done<'a, bool> {
        Box::pin(async move { crate::store::duties::is_here(tx, self.user).await })
    }

    fn differs(&self, other: &Self) -> Vec<&'static str> {
        named(&[
            ("user", self.user != other.user),
            ("span", self.span != other.span),
        ])
    }
}

/// A colleague who can be on duty.
#[derive(Clone)]
pub struct Colleague {
    /// Whose account.
    pub user: UserId,
    /// What the colleague is called.
    pub name: Pii<Name>,
}

/// The colleagues of the house by name. That they were read is written down first.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn colleagues(desk: &Desk, actor: &Actor) -> Result<Vec<Colleague>, SetupError> {
    let permit = access::permitted(desk, actor, Action::SetRoster).await?;
    let entry = Entry::of("roster", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let mut found = Vec::new();
    for account in duties::colleagues(&mut look).await? {
        let known = staff::open(desk, &permit, &mut look, &account).await?;
        found.push(Colleague {
            user: account.user,
            name: known.map(|known| known.name),
        });
    }
    found.sort_by_cached_key(|one| one.name.reveal().as_str().to_lowercase());
    Ok(found)
}

/// Whether the silent alerts reach anybody now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Somebody is on duty.
    Kept,
    /// Nobody is, and the house is closed.
    Closed,
    /// Nobody is, though the house is open. A house that has set no hours is taken for open.
    Empty,
}

/// Whether somebody is on duty now.
///
/// # Errors
/// [`SetupError::Forbidden`] for whoever is no colleague.
pub async fn watch(desk: &Desk, actor: &Actor) -> Result<Watch, SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowDuty).await?;
    let mut look = desk.look(&permit).await?;
    if duties::on_at(&mut look, desk.now()).await? > 0 {
        return Ok(Watch::Kept);
    }
    let open = is_open(&mut look, desk.now()).await?;
    Ok(if open { Watch::Empty } else { Watch::Closed })
}

/// What those are called who are on duty now, to be called before anything is asked; nobody while the
/// roster is empty. That it was read is written down first.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that calls nobody.
pub async fn on_now(desk: &Desk, actor: &Actor) -> Result<Vec<Pii<String>>, SetupError> {
    let permit = access::permitted(desk, actor, Action::CallDuty).await?;
    let mut users = duties::who_at(&mut desk.look(&permit).await?, desk.now()).await?;
    users.sort_unstable();
    users.dedup();
    let entry = Entry::of("roster", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let mut called = Vec::new();
    for user in users {
        called.push(staff::called(desk, &permit, &mut look, user).await?);
    }
    called.retain(|name| !name.reveal().is_empty());
    Ok(called)
}

/// How many days ahead gaps are looked for.
const AHEAD: i64 = 7;

/// When in the coming week the house is open and nobody is on duty.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn gaps(desk: &Desk, actor: &Actor) -> Result<Vec<Span>, SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowSetup).await?;
    let mut look = desk.look(&permit).await?;
    let (week, special) = hours(&mut look).await?;
    let centre = places::centre(&mut look)
        .await?
        .ok_or(SetupError::NotFound)?;
    let all = duties::all(&mut look).await?.into_iter();
    let kept = all.filter(|line| line.closed.is_none());
    let kept: Vec<Duty> = kept.map(|line| line.item).collect();
    let today = centre.zone.day_of(desk.now());
    let days = (0..AHEAD).map(|ahead| today.plus_days(ahead));
    let open = days.flat_map(|day| open_spans(centre.zone, day, hours_of(day, &week, &special)));
    // What is over is nobody's concern any more.
    let open = open.filter_map(|span| Span::new(span.start.max(desk.now()), span.end).ok());
    Ok(open
        .flat_map(|span| domain::duty::gaps(&kept, span))
        .collect())
}

async fn is_open(scope: &mut impl Scope, now: Instant) -> Result<bool, SetupError> {
    let (week, special) = hours(scope).await?;
    if week.is_empty() {
        return Ok(true);
    }
    let centre = places::centre(scope).await?.ok_or(SetupError::NotFound)?;
    let day = centre.zone.day_of(now);
    let open = open_spans(centre.zone, day, hours_of(day, &week, &special));
    Ok(open.iter().any(|span| span.start <= now && now < span.end))
}

/// The hours of the house: its week, and the days that are not as their weekday.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn hours(scope: &mut impl Scope) -> Result<(Week, Vec<SpecialDay>), StoreError> {
    let newest = settings::versions(scope, &SettingKey::Week.code(), 1).await?;
    let week = newest.first().map(|version| Week::parse(&version.value));
    let week = week.transpose().map_err(|_| StoreError::Inconsistent)?;
    let days = days::all(scope).await?.into_iter();
    let special = days
        .filter(|line| line.closed.is_none())
        .map(|line| line.item);
    Ok((week.unwrap_or_default(), special.collect()))
}
