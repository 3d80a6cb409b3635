//! The computers of the desk that the house has enrolled. Only there a PIN unlocks a screen. A
//! computer is recognised by a token of its own, of which only the hash is stored.

use domain::role::Action;
use domain::text::Remark;
use domain::{RequestId, WorkstationId};

use crate::Desk;
use crate::access::{self, Actor, Forbidden};
use crate::audit::{Decision, Entry};
use crate::sessions::{self, SessionError, Token, nowhere};
use crate::store::workstations::{self, Workstation};

/// Enrols the computer in front of the actor; its browser keeps the token. What it was enrolled as
/// before ends: its browser no longer holds that token, and whoever copied it must not either.
///
/// # Errors
/// [`SessionError::Forbidden`] for a role that may not.
pub async fn enrol(
    desk: &Desk,
    actor: &Actor,
    name: &Remark,
    before: Option<WorkstationId>,
) -> Result<Token, SessionError> {
    let permit = access::permitted(desk, actor, Action::EnrolWorkstation).await?;
    let Actor::Staff(staff) = actor else {
        return Err(SessionError::Forbidden(Forbidden));
    };
    let token = Token::fresh(desk.entropy());
    let new = Workstation {
        id: WorkstationId::new(desk.ids()),
        centre: permit.centre(),
        name: name.as_str().to_owned(),
    };
    let mut tx = desk.begin(&permit).await?;
    if let Some(before) = before {
        workstations::end(&mut tx, before, desk.now()).await?;
    }
    workstations::enrol(&mut tx, &new, &token.hash(), (staff.user, desk.now())).await?;
    let entry = Entry::of("workstation", new.id.bytes());
    desk.commit(tx, &permit, entry).await?;
    Ok(token)
}

/// The enrolled computer with this token.
///
/// # Errors
/// What the store said.
pub async fn recognise(
    desk: &Desk,
    token: &Token,
    request: RequestId,
) -> Result<Option<Workstation>, SessionError> {
    let permit = sessions::permit(nowhere(), request, Action::KeepSession)?;
    let mut look = desk.look(&permit).await?;
    Ok(workstations::by_token(&mut look, &token.hash()).await?)
}

/// Every enrolled computer of the actor's centre, by name.
///
/// # Errors
/// [`SessionError::Forbidden`] for a role that may not.
pub async fn all(desk: &Desk, actor: &Actor) -> Result<Vec<Workstation>, SessionError> {
    let permit = access::permitted(desk, actor, Action::EnrolWorkstation).await?;
    Ok(workstations::live(&mut desk.look(&permit).await?).await?)
}

/// Ends an enrolment: from now on no PIN works there. `false` when there was none.
///
/// # Errors
/// [`SessionError::Forbidden`] for a role that may not.
pub async fn end(desk: &Desk, actor: &Actor, id: WorkstationId) -> Result<bool, SessionError> {
    let permit = access::permitted(desk, actor, Action::EnrolWorkstation).await?;
    let mut tx = desk.begin(&permit).await?;
    let ended = workstations::end(&mut tx, id, desk.now()).await?;
    let entry = Entry::of("workstation", id.bytes());
    let entry = if ended {
        entry
    } else {
        entry.decided(Decision::NotFound)
    };
    desk.commit(tx, &permit, entry).await?;
    Ok(ended)
}
