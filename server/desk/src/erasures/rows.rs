//! Removing what a person left, in one transaction: every row, and the names of the keys that follow.

use domain::{ErasureId, PairId, RecordId, VisitId};
use uuid::Uuid;

use super::parts::Part;
use super::{compartment, keys, preview, whose};
use crate::bus::Topic;
use crate::seal::{SealError, Subject};
use crate::store::erasures::person;
use crate::store::{self, Scope, Tx};
use crate::{Desk, same_as};

/// Removes everything about a person from the data, and notes which keys are to be destroyed once that
/// is stored. Doing it again finds nothing and harms nothing.
pub(crate) async fn erase(desk: &Desk, tx: &mut Tx, record: RecordId) -> Result<(), SealError> {
    let whose = whose(desk, record)?;
    let (visits, requests) = preview::keyed(tx, &whose).await?;
    for visit in visits {
        let visit = VisitId::from_uuid(visit);
        keys::end(desk, tx, (Subject::visit(visit), None)).await?;
        tx.touch(Topic::Visits, visit.uuid());
    }
    let house = Subject::house(tx.centre());
    for request in requests {
        let part = compartment(ErasureId::from_uuid(request));
        keys::end(desk, tx, (house, Some(part))).await?;
    }
    for pair in store::same_as::about(tx, &whose.pair).await? {
        let part = same_as::compartment(PairId::from_uuid(pair));
        keys::end(desk, tx, (house, Some(part))).await?;
        tx.touch(Topic::Pairs, pair);
    }
    crate::imports::shut(desk, tx, desk.now()).await?;
    for part in Part::ALL {
        person::erase(tx, part, &whose).await?;
    }
    keys::end(desk, tx, (Subject::person(record), None)).await?;
    tx.touch(Topic::People, record.uuid());
    tx.touch(Topic::Visits, Uuid::nil());
    Ok(())
}
