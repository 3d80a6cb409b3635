//! What the night proposes: whose time is over comes on the list, where colleagues look at it.

use domain::erasure::Cause;
use domain::role::Action;
use domain::{Day, RecordId};

use super::A_NIGHT;
use super::ground::{asked, ground, is_asked, terms};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::bus::Topic;
use crate::erasures::{ErasureError, Matter, entry, requests};
use crate::store::{self, StoreError};

/// Writes down whose time is over, so that colleagues look at it; gives how many that were. Nobody is
/// proposed twice in a year, nobody of whom something is asked already, and nobody on whom a hold is.
///
/// # Errors
/// [`ErasureError::Forbidden`], or what the store said.
pub async fn propose(desk: &Desk, actor: &Actor) -> Result<usize, ErasureError> {
    let permit = access::require(actor, Action::ProposeErasures)?;
    let mut look = desk.look(&permit).await?;
    let ground = ground(desk, &mut look).await?;
    let (terms, _) = terms(desk, &mut look, &ground).await?;
    let asked = asked(desk, &mut look).await?;
    drop(look);
    let mut proposed = 0;
    for term in terms.iter().filter(|term| term.goes_before(ground.today)) {
        let of = (permit.centre(), term.record);
        let left_alone = is_asked(desk, of, &asked)? || ground.held(desk, of)?.is_some();
        if proposed < A_NIGHT && !left_alone {
            proposed += usize::from(proposal(desk, &permit, (term.record, ground.today)).await?);
        }
    }
    Ok(proposed)
}

/// One proposal; `false` when somebody asked meanwhile.
async fn proposal(
    desk: &Desk,
    permit: &Permit,
    (record, today): (RecordId, Day),
) -> Result<bool, ErasureError> {
    let matter = Matter::of(record, None);
    let new = requests::new(desk, permit, &matter, (Cause::Retention, today)).await?;
    let mut tx = desk.begin(permit).await?;
    match store::erasures::add(&mut tx, &new).await {
        Err(StoreError::Taken) => return Ok(false),
        outcome => outcome?,
    }
    tx.touch(Topic::Staff, new.id.uuid());
    let entry = entry(new.id, new.cause).about(record);
    desk.commit(tx, permit, entry).await?;
    Ok(true)
}
