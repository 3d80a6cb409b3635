//! The sessions a colleague has open, and ending those elsewhere.

use domain::role::Action;
use domain::session::Stage;
use domain::{Instant, SessionId};

use super::SessionError;
use crate::Desk;
use crate::access::{self, Actor, StaffActor};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::store::{Look, sessions, workstations};

/// A session of the colleague who asks.
pub struct Own {
    /// Which one.
    pub id: SessionId,
    /// Since when.
    pub since: Instant,
    /// The last sign of life, to within half a minute.
    pub active: Instant,
    /// What the house calls the computer, when it is one of the desk.
    pub computer: Option<String>,
    /// Whether it is this one.
    pub here: bool,
}

/// The sessions of the colleague that are not over, the oldest first.
///
/// # Errors
/// What the store said.
pub async fn own(desk: &Desk, staff: &StaffActor) -> Result<Vec<Own>, SessionError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let mut look: Look = desk.look(&permit).await?;
    let computers = workstations::live(&mut look).await?;
    let now = desk.now();
    let mine = sessions::of_user(&mut look, staff.user).await?.into_iter();
    let mine = mine.filter(|session| session.life.stage(now) != Stage::Ended);
    Ok(mine
        .map(|session| Own {
            id: session.id,
            since: session.created_at,
            active: session.life.active_at,
            computer: computers
                .iter()
                .find(|computer| Some(computer.id) == session.workstation)
                .map(|computer| computer.name.clone()),
            here: session.id == staff.session,
        })
        .collect())
}

/// Ends a session of the colleague elsewhere; nothing of it is left, so that no PIN opens it again.
/// `false` when the colleague has no such session.
///
/// # Errors
/// What the store said.
pub async fn end_own(desk: &Desk, staff: &StaffActor, id: SessionId) -> Result<bool, SessionError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::EndSession)?;
    let mut tx = desk.begin(&permit).await?;
    let mine = sessions::of_user(&mut tx, staff.user).await?;
    let entry = Entry::of("session", id.bytes());
    if !mine.iter().any(|session| session.id == id) {
        desk.commit(tx, &permit, entry.decided(Decision::NotFound))
            .await?;
        return Ok(false);
    }
    sessions::forget(&mut tx, id).await?;
    tx.touch(Topic::Staff, staff.user.uuid());
    desk.commit(tx, &permit, entry).await?;
    Ok(true)
}
