//! What was said of records into the memory of the index, when the house opens and when another process
//! writes.

use domain::PairId;
use domain::role::Action;
use uuid::Uuid;

use super::{PairError, opened, place, read};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::people::PersonError;
use crate::seal::{Place, SealError};
use crate::store;
use crate::store::same_as::Held;

/// How many answers are loaded at a time.
const PAGE: i64 = 1_000;

/// Reads every answer of the permit's centre into the index.
pub(crate) async fn load(desk: &Desk, permit: &Permit) -> Result<(), PersonError> {
    let mut after = PairId::from_uuid(Uuid::nil());
    loop {
        let mut look = desk.look(permit).await?;
        let page = store::same_as::live(&mut look, after, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = last.id;
        let sealed: Vec<(Place, &[u8])> = page
            .iter()
            .map(|held| (place(permit, held.id), held.sealed.as_slice()))
            .collect();
        let opened = desk.vault().open_many(permit, &mut look, &sealed).await?;
        for (held, plain) in page.iter().zip(opened) {
            let said = plain.and_then(|plain| Ok(read(desk, held, &plain)?.0));
            match said {
                Ok(couple) => {
                    let said = (couple, held.verdict);
                    desk.index().learn_said(permit.centre(), held.id, said);
                }
                // Damaged: those two stand apart, which is no reason to keep the house closed.
                Err(error) => {
                    tracing::error!(error.kind = %error, "an answer does not open");
                }
            }
        }
    }
}

/// Learns an answer that another process stored, or forgets one that was taken back or erased.
pub(crate) async fn follow(desk: &Desk, actor: &Actor, id: PairId) -> Result<(), PersonError> {
    let permit = access::require(actor, Action::BuildIndex)?;
    let mut look = desk.look(&permit).await?;
    let Some(held) = store::same_as::one(&mut look, id).await? else {
        desk.index().forget_said(permit.centre(), id);
        return Ok(());
    };
    let learnt = learn(desk, &permit, &mut look, &held).await;
    drop(look);
    let [one, other] = learnt?.both();
    let entry = Entry::of("pair", id.bytes()).about(one).about(other);
    Ok(desk.trail().witness(desk, &permit, entry).await?)
}

async fn learn(
    desk: &Desk,
    permit: &Permit,
    look: &mut store::Look,
    held: &Held,
) -> Result<domain::same_as::Couple<domain::RecordId>, SealError> {
    let (couple, _) = opened(desk, permit, look, held).await?;
    let said = (couple, held.verdict);
    desk.index().learn_said(permit.centre(), held.id, said);
    Ok(couple)
}

impl From<PairError> for PersonError {
    fn from(error: PairError) -> Self {
        match error {
            PairError::Forbidden(error) => Self::Forbidden(error),
            PairError::NotFound | PairError::Coordinator => Self::NotFound,
            PairError::Stale | PairError::Refused(_) => Self::Stale,
            PairError::Audit(error) => Self::Audit(error),
            PairError::Seal(error) => Self::Seal(error),
            PairError::Store(error) => Self::Store(error),
        }
    }
}
