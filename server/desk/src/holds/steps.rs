//! What colleagues do with a hold: set it on somebody, let it last longer, end it.

use domain::hold::{Ground, Refusal, Standing, lasts};
use domain::role::Action;
use domain::text::Note;
use domain::{Day, HoldId, Pii, RecordId, RepeatKey, UserId};

use super::whom::known;
use super::{HoldError, Said, entry, link, said, sealed_words, today, who_place, whose};
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::ledger::{self, Deed};
use crate::seal::Subject;
use crate::store::holds::{Hold, New};
use crate::store::repeats::Claim;
use crate::store::{self, Tx, again};
use crate::{Desk, denials};

/// The use case that a key of the form belongs to.
const SET: &str = "set_hold";

/// A hold to be set.
pub struct NewHold {
    /// On whom.
    pub record: RecordId,
    /// On which ground.
    pub ground: Ground,
    /// The last day on which it holds.
    pub until: Day,
    /// Why, in the words of whoever sets it.
    pub why: Pii<Note>,
}

/// Sets a hold on somebody, from now on; the same form sent twice sets it once.
///
/// # Errors
/// [`HoldError::Refused`] for a last day that cannot be chosen, [`HoldError::NotFound`].
pub async fn set(
    desk: &Desk,
    actor: &Actor,
    new: NewHold,
    key: RepeatKey,
) -> Result<HoldId, HoldError> {
    let permit = access::deed(desk, actor, Action::SetHold).await?;
    known(desk, &permit, new.record).await?;
    let today = today(desk, &mut desk.look(&permit).await?).await?;
    lasts(new.until, today).map_err(|_| Refusal::LastDay)?;
    let row = row(desk, &permit, &new).await?;
    again(|| stored(desk, &permit, (&new, &row), key)).await
}

/// The row, with everything sealed.
async fn row(desk: &Desk, permit: &Permit, new: &NewHold) -> Result<New, HoldError> {
    let id = HoldId::new(desk.ids());
    let said = told(desk, permit, (&new.why, new.until));
    let who = new.record.bytes();
    Ok(New {
        id,
        link: link(desk, new.record)?,
        who: desk
            .vault()
            .seal(permit, &who_place(permit, id), &who)
            .await?,
        words: sealed_words(desk, permit, (id, new.record), &[said]).await?,
        ground: new.ground,
        until: new.until,
        by: permit.actor_id(),
        at: desk.now(),
    })
}

fn told(desk: &Desk, permit: &Permit, (why, until): (&Pii<Note>, Day)) -> Said {
    Said {
        why: why.reveal().clone(),
        until,
        by: UserId::from_uuid(permit.actor_id()),
        at: desk.now(),
    }
}

async fn stored(
    desk: &Desk,
    permit: &Permit,
    (new, row): (&NewHold, &New),
    key: RepeatKey,
) -> Result<HoldId, HoldError> {
    let mut tx = desk.begin(permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: SET,
        result: row.id.uuid(),
        at: desk.now(),
    };
    if let Some(first) = store::repeats::claim(&mut tx, claim).await? {
        return Ok(HoldId::from_uuid(first));
    }
    // Whoever erases her at this moment comes before or after, never in between.
    if !store::people::keep_still(&mut tx, new.record).await? {
        return Err(HoldError::NotFound);
    }
    store::holds::add(&mut tx, row).await?;
    remembered(desk, &mut tx, row.id).await?;
    let standing = Standing {
        ground: row.ground,
        until: row.until,
        ended: false,
    };
    let entry = entry(row.id, standing).about(new.record);
    desk.commit(tx, permit, entry).await?;
    Ok(row.id)
}

/// A backup of before must not let her be erased, or let go of her earlier.
async fn remembered(desk: &Desk, tx: &mut Tx, id: HoldId) -> Result<(), HoldError> {
    tx.touch(Topic::Staff, id.uuid());
    let deed = Deed::Held(Subject::house(store::Scope::centre(tx)), id.uuid());
    Ok(ledger::write(tx, desk.ids().fresh(), deed, desk.now()).await?)
}

/// Lets a hold last until a later day, and keeps why. It stays on the ground it was set on.
///
/// # Errors
/// [`HoldError::Refused`] when it holds no more or for a day that cannot be chosen,
/// [`HoldError::Stale`], [`HoldError::NotFound`].
pub async fn prolong(
    desk: &Desk,
    actor: &Actor,
    shown: (HoldId, i64),
    (until, why): (Day, Pii<Note>),
) -> Result<(), HoldError> {
    let permit = access::deed(desk, actor, Action::ProlongHold).await?;
    let done = again(|| prolonged(desk, &permit, shown, (until, &why))).await;
    witnessed(desk, &permit, shown.0, done).await
}

async fn prolonged(
    desk: &Desk,
    permit: &Permit,
    shown: (HoldId, i64),
    (until, why): (Day, &Pii<Note>),
) -> Result<(), HoldError> {
    let (mut tx, hold, record) = open(desk, permit, shown).await?;
    let today = today(desk, &mut tx).await?;
    hold.standing.may_last(until, today)?;
    let mut said = said(desk, permit, &mut tx, (&hold, record)).await?;
    said.push(told(desk, permit, (why, until)));
    let words = sealed_words(desk, permit, (hold.id, record), &said).await?;
    if !store::holds::prolong(&mut tx, shown, until, &words).await? {
        return Err(HoldError::Stale);
    }
    remembered(desk, &mut tx, hold.id).await?;
    let entry = entry(hold.id, hold.standing).about(record);
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Ends a hold: what was asked about her goes on.
///
/// # Errors
/// As [`prolong`].
pub async fn end(desk: &Desk, actor: &Actor, shown: (HoldId, i64)) -> Result<(), HoldError> {
    let permit = access::deed(desk, actor, Action::EndHold).await?;
    let done = again(|| ended(desk, &permit, shown)).await;
    witnessed(desk, &permit, shown.0, done).await
}

async fn ended(desk: &Desk, permit: &Permit, shown: (HoldId, i64)) -> Result<(), HoldError> {
    let (mut tx, hold, record) = open(desk, permit, shown).await?;
    hold.standing.is_live(today(desk, &mut tx).await?)?;
    let by = (permit.actor_id(), desk.now());
    if !store::holds::end(&mut tx, shown, by).await? {
        return Err(HoldError::Stale);
    }
    tx.touch(Topic::Staff, hold.id.uuid());
    let entry = entry(hold.id, hold.standing).about(record);
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Begins a step on a hold that stands as it was shown.
async fn open(
    desk: &Desk,
    permit: &Permit,
    (id, rev): (HoldId, i64),
) -> Result<(Tx, Hold, RecordId), HoldError> {
    let mut tx = desk.begin(permit).await?;
    let seen = denials::seen(desk, permit, &mut tx).await?;
    let hold = store::holds::one(&mut tx, id).await?;
    let hold = hold.ok_or(HoldError::NotFound)?;
    let record = whose(desk, permit, &mut tx, (id, &hold.who)).await?;
    if !seen.shows(record) {
        return Err(HoldError::NotFound);
    }
    if hold.rev != rev {
        return Err(HoldError::Stale);
    }
    Ok((tx, hold, record))
}

/// Writes down that a rule did not allow it, once the transaction is gone.
async fn witnessed(
    desk: &Desk,
    permit: &Permit,
    id: HoldId,
    outcome: Result<(), HoldError>,
) -> Result<(), HoldError> {
    let decision = match &outcome {
        Err(HoldError::Refused(_) | HoldError::Stale) => Decision::Refused,
        Err(HoldError::NotFound) => Decision::NotFound,
        _ => return outcome,
    };
    let line = Entry::of("hold", id.bytes()).decided(decision);
    desk.trail().witness(desk, permit, line).await?;
    outcome
}
