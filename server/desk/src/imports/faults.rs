//! Rows that were not written: sealed with their reasons until an administrator takes them, and gone a
//! week after the file is read.

use domain::import::Fault;
use domain::role::Action;
use domain::{ImportId, Instant, Pii};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ImportError, place, stored};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::erasures;
use crate::seal::Subject;
use crate::store::imports::faults::{Kept, some};
use crate::store::{self, Scope, StoreError, Tx};

/// How long rows that were not written wait, in seconds.
const KEPT_SECONDS: i64 = 7 * 24 * 60 * 60;

/// How long a file that is coming in may stand still, in seconds.
const SENDING_SECONDS: i64 = 60 * 60;

/// A row that was not written.
pub struct Bad {
    /// On which line it begins.
    pub line: i64,
    /// Everything that is wrong with it.
    pub faults: Vec<Fault>,
    /// The row as it stands in the file.
    pub text: Pii<String>,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    faults: Vec<Fault>,
    text: String,
}

impl Bad {
    /// A row with what is wrong with it.
    #[must_use]
    pub const fn new(line: i64, faults: Vec<Fault>, text: String) -> Self {
        Self {
            line,
            faults,
            text: Pii::new(text),
        }
    }

    /// The same once more.
    pub(super) fn again(&self) -> Self {
        Self::new(self.line, self.faults.clone(), self.text.reveal().clone())
    }
}

/// The rows of a file that were not written, in their order. The trail is written first. Somebody
/// from whom a person is kept reads no rows that another sent: she might be among them.
///
/// # Errors
/// [`ImportError::NotFound`].
pub async fn faults(desk: &Desk, actor: &Actor, id: ImportId) -> Result<Vec<Bad>, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let run = stored(desk, &permit, id).await?;
    desk.trail()
        .witness(desk, &permit, Entry::of("import", run.id.bytes()))
        .await?;
    let mut look = desk.look(&permit).await?;
    super::for_reader(desk, &permit, &mut look, &run).await?;
    let (mut after, mut all) = (0, Vec::new());
    loop {
        let page = some(&mut look, id, after).await?;
        let Some(last) = page.last() else {
            return Ok(all);
        };
        after = last.line;
        for kept in page {
            let place = place(&permit, id, ("import_fault", "sealed", *kept.id.as_bytes()));
            let plain = desk
                .vault()
                .open(&permit, &mut look, &place, &kept.sealed)
                .await?;
            let read = serde_json::from_slice(plain.reveal());
            let Sealed { faults, text } = read.map_err(|_| StoreError::Inconsistent)?;
            all.push(Bad::new(kept.line, faults, text));
        }
    }
}

/// Seals rows that are not written.
pub(super) async fn sealed(
    desk: &Desk,
    permit: &Permit,
    run: ImportId,
    bad: &[Bad],
) -> Result<Vec<Kept>, ImportError> {
    let mut kept = Vec::with_capacity(bad.len());
    for bad in bad {
        let id = Uuid::from_bytes(desk.ids().fresh());
        let sealed = Sealed {
            faults: bad.faults.clone(),
            text: bad.text.reveal().clone(),
        };
        let plain = serde_json::to_vec(&sealed).map_err(|_| StoreError::Inconsistent)?;
        let place = place(permit, run, ("import_fault", "sealed", *id.as_bytes()));
        let sealed = desk.vault().seal(permit, &place, &plain).await?;
        kept.push(Kept {
            id,
            line: bad.line,
            sealed,
        });
    }
    Ok(kept)
}

/// Removes rows that waited long enough, and files that never came in whole; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<u64, ImportError> {
    let permit = access::require(actor, Action::Sweep)?;
    let mut tx = desk.begin(&permit).await?;
    let mut gone = shut(desk, &mut tx, desk.now().plus_seconds(-KEPT_SECONDS)).await?;
    let still = desk.now().plus_seconds(-SENDING_SECONDS);
    for id in store::imports::stuck(&mut tx, still).await? {
        remove(desk, &mut tx, id).await?;
        gone += 1;
    }
    desk.settle(tx).await?;
    Ok(gone)
}

/// Removes what is kept of the files that ended until a moment, and has their keys destroyed: nothing
/// of them opens any more, in no backup either. Gives how many rows went.
///
/// # Errors
/// What the engine said.
pub(crate) async fn shut(desk: &Desk, tx: &mut Tx, until: Instant) -> Result<u64, StoreError> {
    let gone = store::imports::faults::sweep(tx, until).await?;
    for id in store::imports::shut(tx, until).await? {
        end_key(desk, tx, id).await?;
    }
    Ok(gone)
}

/// Removes a file that never came in whole, with its key.
///
/// # Errors
/// What the engine said.
pub(super) async fn remove(desk: &Desk, tx: &mut Tx, id: ImportId) -> Result<(), StoreError> {
    store::pieces::remove(tx, id.uuid()).await?;
    store::imports::remove(tx, id).await?;
    end_key(desk, tx, id).await
}

async fn end_key(desk: &Desk, tx: &mut Tx, id: ImportId) -> Result<(), StoreError> {
    let house = Subject::house(tx.centre());
    erasures::keys::end(desk, tx, (house, Some(super::compartment(id)))).await
}
