//! Reading people for a file that leaves the house; the caller has written the trail.

use domain::Pii;
use domain::person::{Identity, SafeContact};

use super::{PersonError, load};
use crate::Desk;
use crate::access::Permit;
use crate::store;
use crate::store::people::Sealed;

/// The parts in which the records of the permit's centre are read.
pub(crate) async fn parts(
    desk: &Desk,
    permit: &Permit,
) -> Result<impl Iterator<Item = load::Part> + Send + use<>, PersonError> {
    load::parts(desk, permit).await
}

/// The records of one part.
pub(crate) async fn page(
    desk: &Desk,
    permit: &Permit,
    part: load::Part,
) -> Result<Vec<Sealed>, PersonError> {
    Ok(store::people::between(&mut desk.look(permit).await?, part).await?)
}

/// Opens records; one that is damaged stops the file, because a file that lacks somebody looks whole.
pub(crate) async fn opened(
    desk: &Desk,
    permit: &Permit,
    records: &[Sealed],
) -> Result<Vec<(Pii<Identity>, Pii<SafeContact>)>, PersonError> {
    let mut people = Vec::with_capacity(records.len());
    for (_, (identity, contact)) in load::opened(desk, permit, records).await? {
        people.push((load::read(&identity?)?, load::read(&contact?)?));
    }
    Ok(people)
}
