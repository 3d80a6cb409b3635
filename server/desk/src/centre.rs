//! What the centre says about itself: its names, its address, how it is reached.

use domain::Pii;
use domain::RepeatKey;
use domain::centre::CentreCard;
use domain::role::Action;

use crate::Desk;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::setup::{SetupError, named, refused};
use crate::store::repeats::{self, Claim};
use crate::store::{self, StoreError, again};

/// The centre with its revision.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn read(desk: &Desk, actor: &Actor) -> Result<(CentreCard, i64), SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowSetup).await?;
    let read = store::centre::read(&mut desk.look(&permit).await?).await?;
    read.ok_or(SetupError::NotFound)
}

/// Changes what the centre says, if it still is as it was shown.
///
/// # Errors
/// [`SetupError::Stale`] when somebody changed it meanwhile, [`SetupError::Taken`] when another
/// centre has the name of the public site.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    (rev, key): (i64, RepeatKey),
    card: &CentreCard,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, Action::SetCentre).await?;
    let id = permit.centre().uuid();
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: "centre",
        result: id,
        at: desk.now(),
    };
    let changed = again(|| async {
        let mut tx = desk.begin(&permit).await?;
        match repeats::claim(&mut tx, claim).await {
            Ok(None) => {}
            Ok(Some(_)) => return Ok(()),
            Err(StoreError::Taken) => return Err(SetupError::Stale),
            Err(error) => return Err(error.into()),
        }
        let (before, _) = store::centre::read(&mut tx)
            .await?
            .ok_or(SetupError::NotFound)?;
        if !store::centre::change(&mut tx, rev, card).await? {
            return Err(SetupError::Stale);
        }
        tx.touch(Topic::Places, id);
        let fields = Pii::new(differing(&before, card).join(" "));
        let entry = Entry::of("centre", id.into_bytes()).detail(fields);
        Ok(desk.commit(tx, &permit, entry).await?)
    });
    refused(desk, &permit, ("centre", id), changed.await).await
}

/// The names of the fields that differ, for the trail.
fn differing(before: &CentreCard, now: &CentreCard) -> Vec<&'static str> {
    named(&[
        ("name", before.name != now.name),
        ("public_name", before.public_name != now.public_name),
        ("language", before.language != now.language),
        ("address", before.address != now.address),
        ("profile", before.profile != now.profile),
        ("zone", before.zone != now.zone),
        ("street", before.street != now.street),
        ("town", before.town != now.town),
        ("phone", before.phone != now.phone),
        ("portal_host", before.portal_host != now.portal_host),
    ])
}
