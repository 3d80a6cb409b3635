//! Looking somebody up for a deed about her: erasing, a hold, keeping a colleague away. Each deed asks for
//! its own permit; whom the colleague must not see is nobody for all of them, and the trail is written
//! before anybody is shown.

use domain::text::Name;
use domain::{Pii, RecordId};

use crate::access::Permit;
use crate::audit::{AuditError, Decision, Entry};
use crate::index::Hit;
use crate::seal::SealError;
use crate::store::{self, StoreError};
use crate::{Desk, denials};

/// Finds people by what was typed, for whoever holds the permit.
///
/// # Errors
/// What the store, the seal or the trail said.
pub(crate) async fn found<E>(
    desk: &Desk,
    permit: &Permit,
    asked: &Pii<String>,
) -> Result<Vec<Hit>, E>
where
    E: From<StoreError> + From<SealError> + From<AuditError>,
{
    let seen = denials::seen(desk, permit, &mut desk.look(permit).await?).await?;
    let hits = desk
        .index()
        .find(permit.centre(), asked.reveal(), |record| seen.shows(record));
    Ok(witnessed(desk, permit, hits).await?)
}

/// Gives hits away once the trail says about whom somebody looked.
pub(super) async fn witnessed(
    desk: &Desk,
    permit: &Permit,
    hits: Vec<Hit>,
) -> Result<Vec<Hit>, AuditError> {
    let search = Entry::of("search", permit.centre().bytes());
    let entry = hits.iter().fold(search, |e, hit| e.about(hit.record));
    desk.trail().witness(desk, permit, entry).await?;
    Ok(hits)
}

/// Whether there is such a person, whom the colleague may see. That there is none is in the trail.
///
/// # Errors
/// As [`found`].
pub(crate) async fn is_known<E>(desk: &Desk, permit: &Permit, record: RecordId) -> Result<bool, E>
where
    E: From<StoreError> + From<SealError> + From<AuditError>,
{
    let mut look = desk.look(permit).await?;
    let seen = denials::seen(desk, permit, &mut look).await?;
    let stored = store::people::one(&mut look, record).await?;
    drop(look);
    let known = stored.is_some() && seen.shows(record);
    if !known {
        let entry = Entry::of("record", record.bytes()).decided(Decision::NotFound);
        desk.trail().witness(desk, permit, entry).await?;
    }
    Ok(known)
}

/// What a person is called who is known, for the form of a deed. The trail is written first.
///
/// # Errors
/// What the trail said.
pub(crate) async fn named(
    desk: &Desk,
    permit: &Permit,
    record: RecordId,
) -> Result<Pii<Option<Name>>, AuditError> {
    let entry = Entry::of("record", record.bytes()).about(record);
    desk.trail().witness(desk, permit, entry).await?;
    Ok(called(desk, permit, record))
}

/// What a person is called, by the index; nothing when she gave no name. The caller has written the trail.
pub(crate) fn called(desk: &Desk, permit: &Permit, record: RecordId) -> Pii<Option<Name>> {
    let who = desk.index().identity(permit.centre(), record);
    Pii::new(who.and_then(|who| who.reveal().called().cloned()))
}
