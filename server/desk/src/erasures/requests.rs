//! A request on its way to an answer: written down, given more time, refused, taken back.

use domain::erasure::{Cause, Outcome, Reason};
use domain::role::Action;
use domain::text::{Name, Note};
use domain::{Day, ErasureId, Pii, RecordId, RepeatKey, UserId};

use super::{ErasureError, Matter, entry, hindrances, opened, sealed, whose};
use crate::access::{self, Actor, Permit};
use crate::bus::Topic;
use crate::index::Hit;
use crate::people::whom;
use crate::store::erasures::{Ending, Erasure, New};
use crate::store::repeats::Claim;
use crate::store::{self, StoreError, Tx};
use crate::{Desk, denials, same_as};

/// The use case that a key of the form belongs to.
const NOTE: &str = "note_erasure";

/// Somebody asks that a person is erased.
pub struct Request {
    /// Whom.
    pub record: RecordId,
    /// Who asks, where it is not herself.
    pub asker: Pii<Option<Name>>,
    /// On which day it came in.
    pub asked_on: Day,
}

/// Looks people up to erase one. It shows nobody whom the one who looks must not see.
///
/// # Errors
/// [`ErasureError::Forbidden`].
pub async fn find(
    desk: &Desk,
    actor: &Actor,
    asked: &Pii<String>,
) -> Result<Vec<Hit>, ErasureError> {
    let permit = access::permitted(desk, actor, Action::NoteErasure).await?;
    whom::found(desk, &permit, asked).await
}

/// What a person is called, for the form of a request about her. The trail is written first.
///
/// # Errors
/// [`ErasureError::NotFound`].
pub async fn whom(
    desk: &Desk,
    actor: &Actor,
    record: RecordId,
) -> Result<Pii<Option<Name>>, ErasureError> {
    let permit = access::permitted(desk, actor, Action::NoteErasure).await?;
    known(desk, &permit, record).await?;
    Ok(whom::named(desk, &permit, record).await?)
}

/// Sees that there is such a person, whom the one who asks may see.
async fn known(desk: &Desk, permit: &Permit, record: RecordId) -> Result<(), ErasureError> {
    let known = whom::is_known::<ErasureError>(desk, permit, record).await?;
    known.then_some(()).ok_or(ErasureError::NotFound)
}

/// Writes a request down; the same form sent twice writes it once.
///
/// # Errors
/// [`ErasureError::Already`] while one about her has not ended, [`ErasureError::NotFound`].
pub async fn note(
    desk: &Desk,
    actor: &Actor,
    request: Request,
    key: RepeatKey,
) -> Result<ErasureId, ErasureError> {
    let permit = access::permitted(desk, actor, Action::NoteErasure).await?;
    known(desk, &permit, request.record).await?;
    unasked(desk, &permit, request.record).await?;
    let matter = Matter::of(request.record, request.asker.reveal().clone());
    let found = (Cause::Request, request.asked_on);
    let new = new(desk, &permit, &matter, found).await?;
    let mut tx = desk.begin(&permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: NOTE,
        result: new.id.uuid(),
        at: desk.now(),
    };
    if let Some(first) = store::repeats::claim(&mut tx, claim).await? {
        return Ok(ErasureId::from_uuid(first));
    }
    match store::erasures::add(&mut tx, &new).await {
        Err(StoreError::Taken) => return Err(ErasureError::Already),
        outcome => outcome?,
    }
    tx.touch(Topic::Staff, new.id.uuid());
    let entry = entry(new.id, new.cause).about(request.record);
    desk.commit(tx, &permit, entry).await?;
    Ok(new.id)
}

/// Sees that nobody asked about the same person by another of her records.
async fn unasked(desk: &Desk, permit: &Permit, record: RecordId) -> Result<(), ErasureError> {
    let mut look = desk.look(permit).await?;
    let asked = store::erasures::links(&mut look, desk.now()).await?;
    for other in same_as::members(desk, permit, &mut look, record).await? {
        let link = whose(desk, other)?.erasure.bytes;
        // The same form sent twice is answered as before.
        if other != record && asked.iter().any(|one| one[..] == link[..]) {
            return Err(ErasureError::Already);
        }
    }
    Ok(())
}

/// A new row about somebody.
pub(super) async fn new(
    desk: &Desk,
    permit: &Permit,
    matter: &Matter,
    (cause, asked_on): (Cause, Day),
) -> Result<New, ErasureError> {
    let id = ErasureId::new(desk.ids());
    Ok(New {
        id,
        cause,
        link: whose(desk, matter.record())?.erasure,
        sealed: sealed(desk, permit, id, matter).await?,
        asked_on,
        by: permit.actor_id(),
        at: desk.now(),
    })
}

/// Gives a request more time, with the reason that is told to whoever asked.
///
/// # Errors
/// [`ErasureError::Refused`] when that comes too late, [`ErasureError::Stale`].
pub async fn extend(
    desk: &Desk,
    actor: &Actor,
    shown: (ErasureId, i64),
    why: Pii<Note>,
) -> Result<(), ErasureError> {
    let permit = access::permitted(desk, actor, Action::ExtendErasure).await?;
    let (mut tx, erasure, mut matter) = open(desk, &permit, shown).await?;
    let today = hindrances::zone(&mut tx).await?.day_of(desk.now());
    erasure.standing.may_extend(today)?;
    matter.longer = Some(why.reveal().clone());
    let blob = sealed(desk, &permit, erasure.id, &matter).await?;
    if !store::erasures::extend(&mut tx, shown, &blob).await? {
        return Err(ErasureError::Stale);
    }
    done(desk, tx, &permit, (&erasure, &matter)).await
}

/// Refuses a request, with a reason that speaks of this case.
///
/// # Errors
/// [`ErasureError::Refused`] when it has ended, [`ErasureError::Stale`].
pub async fn refuse(
    desk: &Desk,
    actor: &Actor,
    shown: (ErasureId, i64),
    why: Pii<Reason>,
) -> Result<(), ErasureError> {
    let permit = access::permitted(desk, actor, Action::RefuseErasure).await?;
    let (tx, erasure, mut matter) = open(desk, &permit, shown).await?;
    matter.refused = Some(why.reveal().clone());
    end(
        desk,
        tx,
        &permit,
        (erasure, matter, shown),
        Outcome::Refused,
    )
    .await
}

/// Takes a request back.
///
/// # Errors
/// [`ErasureError::Refused`] when it has ended, [`ErasureError::Stale`].
pub async fn withdraw(
    desk: &Desk,
    actor: &Actor,
    shown: (ErasureId, i64),
) -> Result<(), ErasureError> {
    let permit = access::permitted(desk, actor, Action::WithdrawErasure).await?;
    let (tx, erasure, matter) = open(desk, &permit, shown).await?;
    end(
        desk,
        tx,
        &permit,
        (erasure, matter, shown),
        Outcome::Withdrawn,
    )
    .await
}

async fn end(
    desk: &Desk,
    mut tx: Tx,
    permit: &Permit,
    (erasure, matter, shown): (Erasure, Matter, (ErasureId, i64)),
    outcome: Outcome,
) -> Result<(), ErasureError> {
    let blob = sealed(desk, permit, erasure.id, &matter).await?;
    let ending = Ending {
        outcome,
        by: UserId::from_uuid(permit.actor_id()),
        at: desk.now(),
        sealed: Some(&blob),
    };
    if !store::erasures::end(&mut tx, shown, &ending).await? {
        return Err(ErasureError::Stale);
    }
    done(desk, tx, permit, (&erasure, &matter)).await
}

async fn done(
    desk: &Desk,
    mut tx: Tx,
    permit: &Permit,
    (erasure, matter): (&Erasure, &Matter),
) -> Result<(), ErasureError> {
    tx.touch(Topic::Staff, erasure.id.uuid());
    let entry = entry(erasure.id, erasure.standing.cause).about(matter.record());
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Begins a step on an erasure that has not ended and stands as it was shown.
pub(super) async fn open(
    desk: &Desk,
    permit: &Permit,
    (id, rev): (ErasureId, i64),
) -> Result<(Tx, Erasure, Matter), ErasureError> {
    let mut tx = desk.begin(permit).await?;
    let seen = denials::seen(desk, permit, &mut tx).await?;
    let stored = store::erasures::one(&mut tx, id).await?;
    let erasure = stored.ok_or(ErasureError::NotFound)?;
    erasure.standing.is_open()?;
    let matter = opened(desk, permit, &mut tx, &erasure).await?;
    let matter = matter.filter(|matter| seen.shows(matter.record()));
    let matter = matter.ok_or(ErasureError::NotFound)?;
    if erasure.rev != rev {
        return Err(ErasureError::Stale);
    }
    Ok((tx, erasure, matter))
}
