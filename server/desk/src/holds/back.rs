//! Holds that a house of before had, in a house that was put back.

use domain::role::Action;
use domain::{CentreId, HoldId, RequestId};
use uuid::Uuid;

use super::{HoldError, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store::holds::Stored;
use crate::store::{self, holds};

/// Sets holds again that a house of before had set, or lets them last as long as they did: of every
/// centre, on everybody who is in it. What was ended meanwhile holds again; somebody ends it anew.
///
/// # Errors
/// What the store or the seal said.
pub(crate) async fn put_back(desk: &Desk, holds: &[Stored]) -> Result<(), HoldError> {
    let mut centres: Vec<Uuid> = holds.iter().map(|hold| hold.centre_id).collect();
    centres.sort_unstable();
    centres.dedup();
    let there = store::places::centres(desk.db()).await?;
    centres.retain(|centre| there.iter().any(|known| known.id.uuid() == *centre));
    for centre in centres {
        let actor = Actor::Cli {
            centre: CentreId::from_uuid(centre),
            request: RequestId::new(desk.ids()),
        };
        let permit = access::require(&actor, Action::Backup)?;
        let of_centre = holds.iter().filter(|hold| hold.centre_id == centre);
        put_back_in(desk, &permit, of_centre.collect()).await?;
    }
    Ok(())
}

async fn put_back_in(desk: &Desk, permit: &Permit, holds: Vec<&Stored>) -> Result<(), HoldError> {
    let mut tx = desk.begin(permit).await?;
    for hold in holds {
        let id = HoldId::from_uuid(hold.id);
        let record = whose(desk, permit, &mut tx, (id, &hold.who)).await?;
        // A house of before may not know her yet: there is nothing to hold then.
        if store::people::one(&mut tx, record).await?.is_some() {
            holds::put_back(&mut tx, hold).await?;
        }
    }
    let entry = Entry::of("hold", [0; 16]).because("restore");
    Ok(desk.commit(tx, permit, entry).await?)
}
