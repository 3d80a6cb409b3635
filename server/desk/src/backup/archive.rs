//! A whole of a house on PostgreSQL: both databases as they were at one moment, each an archive of the
//! tools of PostgreSQL, counted in the same snapshot.

use domain::Instant;

use super::BackupError;
use super::folder::{Part, Piece};
use super::following::{Destination, blocking};
use super::parcel::{Heading, Packed, Packer};
use super::programs;
use crate::Desk;
use crate::seal::sheet;
use crate::store::Db;
use crate::store::dumps::Snapshot;

/// What the heading calls the engine.
pub(super) const ENGINE: &str = "postgres";

/// Packs keys and data. The snapshot of the keys is the younger one: a key is stored before what it
/// opens.
///
/// # Errors
/// What the engine, its tools or the disk said.
pub(super) async fn whole(
    desk: &Desk,
    to: &Destination,
    at: Instant,
) -> Result<[Packed; 2], BackupError> {
    let (data, keys) = (desk.db(), desk.vault().keystore());
    let of_data = Snapshot::begin(data).await?;
    let of_keys = Snapshot::begin(keys).await?;
    let wraps = sheet::wraps(keys).await?;
    let heading = |part: Part| Heading {
        part: part.code().to_owned(),
        engine: ENGINE.to_owned(),
        set: to.set.clone(),
        at: at.unix(),
        ledger: to.ledger,
        sections: 1,
        ..Heading::default()
    };
    let head = Heading {
        wraps,
        ..heading(Part::Keys)
    };
    let keys = packed((keys, of_keys), Part::Keys, head, to).await?;
    let data = packed((data, of_data), Part::Data, heading(Part::Data), to).await?;
    Ok([keys, data])
}

async fn packed(
    (db, mut snapshot): (&Db, Snapshot),
    part: Part,
    mut heading: Heading,
    to: &Destination,
) -> Result<Packed, BackupError> {
    let reach = db.reach().ok_or(BackupError::OtherEngine)?;
    heading.rows = snapshot.rows().await?;
    let path = to
        .path
        .join(Piece::name(part, 0, Instant::from_unix(heading.at)));
    let (sealing, name) = (to.sealing.clone(), snapshot.name().to_owned());
    blocking(move || {
        let mut packer = Packer::begin(&path, &sealing, &heading)?;
        programs::dump(&reach, &name, &mut packer)?;
        packer.section()?;
        Ok(packer.finish()?)
    })
    .await
}
