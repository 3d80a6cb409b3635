//! Whom a hold is set on: she is looked up first.

use domain::role::Action;
use domain::text::Name;
use domain::{Pii, RecordId};

use super::HoldError;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::index::Hit;
use crate::{Desk, denials, erasures, store};

/// Looks people up to set a hold on one. It shows nobody whom the one who looks must not see.
///
/// # Errors
/// [`HoldError::Forbidden`].
pub async fn find(desk: &Desk, actor: &Actor, asked: &Pii<String>) -> Result<Vec<Hit>, HoldError> {
    let permit = access::permitted(desk, actor, Action::SetHold).await?;
    let seen = denials::seen(desk, &permit, &mut desk.look(&permit).await?).await?;
    let hits = desk
        .index()
        .find(permit.centre(), asked.reveal(), |record| seen.shows(record));
    let search = Entry::of("search", permit.centre().bytes());
    let entry = hits.iter().fold(search, |e, hit| e.about(hit.record));
    desk.trail().witness(desk, &permit, entry).await?;
    Ok(hits)
}

/// What a person is called, for the form of a hold on her. The trail is written first.
///
/// # Errors
/// [`HoldError::NotFound`].
pub async fn whom(
    desk: &Desk,
    actor: &Actor,
    record: RecordId,
) -> Result<Pii<Option<Name>>, HoldError> {
    let permit = access::permitted(desk, actor, Action::SetHold).await?;
    known(desk, &permit, record).await?;
    let entry = Entry::of("record", record.bytes()).about(record);
    desk.trail().witness(desk, &permit, entry).await?;
    Ok(erasures::called(desk, &permit, record))
}

/// Sees that there is such a person, whom the one who asks may see.
pub(super) async fn known(desk: &Desk, permit: &Permit, record: RecordId) -> Result<(), HoldError> {
    let mut look = desk.look(permit).await?;
    let seen = denials::seen(desk, permit, &mut look).await?;
    let stored = store::people::one(&mut look, record).await?;
    drop(look);
    if stored.is_some() && seen.shows(record) {
        return Ok(());
    }
    let entry = Entry::of("record", record.bytes()).decided(Decision::NotFound);
    desk.trail().witness(desk, permit, entry).await?;
    Err(HoldError::NotFound)
}
