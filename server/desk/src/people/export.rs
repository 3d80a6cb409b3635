//! Reading people for a file that leaves the house; the caller has written the trail.

use domain::person::{Identity, SafeContact};
use domain::{Pii, RecordId};

use super::{PersonError, load};
use crate::Desk;
use crate::access::Permit;
use crate::store::people::Record;
use crate::store::{self};

/// How many people are read at a time.
const PAGE: i64 = 1_000;

/// The next records of the permit's centre.
pub(crate) async fn page(
    desk: &Desk,
    permit: &Permit,
    after: RecordId,
) -> Result<Vec<Record>, PersonError> {
    Ok(store::people::some(&mut desk.look(permit).await?, after, PAGE).await?)
}

/// Opens records; one that is damaged stops the file, because a file that lacks somebody looks whole.
pub(crate) async fn opened(
    desk: &Desk,
    permit: &Permit,
    records: &[Record],
) -> Result<Vec<(Pii<Identity>, Pii<SafeContact>)>, PersonError> {
    let sealed: Vec<_> = records.iter().flat_map(load::sealed_parts).collect();
    let mut look = desk.look(permit).await?;
    let opened = desk.vault().open_many(permit, &mut look, &sealed).await?;
    let mut opened = opened.into_iter();
    let mut people = Vec::with_capacity(records.len());
    while let (Some(identity), Some(contact)) = (opened.next(), opened.next()) {
        people.push((load::read(&identity?)?, load::read(&contact?)?));
    }
    Ok(people)
}
