//! Whom a hold is set on: she is looked up first.

use domain::role::Action;
use domain::text::Name;
use domain::{Pii, RecordId};

use super::HoldError;
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::index::Hit;
use crate::people::whom;

/// Looks people up to set a hold on one. It shows nobody whom the one who looks must not see.
///
/// # Errors
/// [`HoldError::Forbidden`].
pub async fn find(desk: &Desk, actor: &Actor, asked: &Pii<String>) -> Result<Vec<Hit>, HoldError> {
    let permit = access::permitted(desk, actor, Action::SetHold).await?;
    whom::found(desk, &permit, asked).await
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
    Ok(whom::named(desk, &permit, record).await?)
}

/// Sees that there is such a person, whom the one who asks may see.
pub(super) async fn known(desk: &Desk, permit: &Permit, record: RecordId) -> Result<(), HoldError> {
    let known = whom::is_known::<HoldError>(desk, permit, record).await?;
    known.then_some(()).ok_or(HoldError::NotFound)
}
