//! What colleagues see: numbers and days. Nobody is named, and nothing is opened.

use domain::role::Action;
use domain::unlinking::Standing;
use domain::{Day, Instant, UnlinkingId};

use super::UnlinkingError;
use super::due::{Due, found};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store::unlinkings::{self, Unlinking};

/// What a colleague was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Which one.
    pub id: UnlinkingId,
    /// Who asks, and when.
    pub standing: Standing,
    /// Whether the one who looks asked.
    pub own: bool,
    /// Whether it is what is due now.
    pub same: bool,
    /// How often it was changed.
    pub rev: i64,
}

/// What was done before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Instant,
    /// How many visits.
    pub visits: i64,
    /// The last day of them.
    pub until: Day,
}

/// What is due, who asks, and what was done before.
pub struct Overview {
    /// What is due; nothing when no visit is.
    pub due: Option<Due>,
    /// How many visits would be due, were there no hold on whose they are.
    pub held: usize,
    /// Who asks another colleague, while it counts.
    pub asked: Option<Asked>,
    /// The last times.
    pub done: Vec<Done>,
}

/// Shows what is due.
///
/// # Errors
/// [`UnlinkingError::Forbidden`].
pub async fn show(desk: &Desk, actor: &Actor) -> Result<Overview, UnlinkingError> {
    let permit = access::permitted(desk, actor, Action::ShowUnlinkings).await?;
    let entry = Entry::of("unlinking", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let found = found(desk, &permit, &mut look).await?;
    let open = unlinkings::open(&mut look).await?;
    let open = open.filter(|open| open.standing.is_live(desk.now()));
    let done = unlinkings::done(&mut look).await?;
    Ok(Overview {
        asked: open.map(|open| asked(&permit, &open, found.due.as_ref())),
        due: found.due,
        held: found.held,
        done: done.iter().filter_map(past).collect(),
    })
}

/// Whether a colleague waits for another one.
///
/// # Errors
/// [`UnlinkingError::Forbidden`].
pub async fn waits(desk: &Desk, actor: &Actor) -> Result<bool, UnlinkingError> {
    let permit = access::permitted(desk, actor, Action::ShowUnlinkings).await?;
    let open = unlinkings::open(&mut desk.look(&permit).await?).await?;
    Ok(open.is_some_and(|open| open.standing.is_live(desk.now())))
}

fn asked(permit: &Permit, open: &Unlinking, due: Option<&Due>) -> Asked {
    Asked {
        id: open.id,
        standing: open.standing,
        own: open.standing.by.uuid() == permit.actor_id(),
        same: due.is_some_and(|due| open.digest == due.digest),
        rev: open.rev,
    }
}

fn past(done: &Unlinking) -> Option<Done> {
    Some(Done {
        at: done.ended?,
        visits: done.visits,
        until: done.until,
    })
}
