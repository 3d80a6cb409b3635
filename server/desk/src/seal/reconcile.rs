//! Putting the keystore in step with the grants: after each grant for one subject, and at every
//! start for the whole centre.

use std::collections::HashSet;

use domain::Pii;
use uuid::Uuid;

use super::grants::Granted;
use super::place::{Cell, Place, Subject};
use super::recipient::{Recipient, worn};
use super::steps::Step;
use super::vault::owner;
use super::wraps::{Bare, Wrapped};
use super::{SealError, Vault};
use crate::Desk;
use crate::access::Permit;
use crate::store::{Scope, grants, keys};

/// How many grants are put right in one transaction.
const CHUNK: usize = 500;

/// What was put right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Wraps that belonged to no live grant, and were deleted.
    pub deleted: u64,
    /// Wraps that a live grant lacked, and were made.
    pub made: u64,
}

/// Wraps the keys of a subject for its live grants. To be called when the transaction that granted
/// is stored.
///
/// # Errors
/// [`SealError::Sealed`], or that one of the databases failed; the next reconciliation makes up.
pub async fn wrap_granted(desk: &Desk, permit: &Permit, subject: Subject) -> Result<(), SealError> {
    let mut look = desk.look(permit).await?;
    desk.vault().wrap_granted(permit, &mut look, subject).await
}

/// Puts the keystore in step with all grants of the permit's centre.
///
/// # Errors
/// As [`wrap_granted`].
pub async fn reconcile(desk: &Desk, permit: &Permit) -> Result<Reconciled, SealError> {
    let mut look = desk.look(permit).await?;
    desk.vault().reconcile(permit, &mut look).await
}

/// Opens a value like [`Vault::open`]; where only the wrap of a live grant is missing because
/// something stopped half-way, it is made first.
///
/// # Errors
/// As [`Vault::open`].
pub async fn open(
    desk: &Desk,
    permit: &Permit,
    place: &Place,
    blob: &[u8],
) -> Result<Pii<Vec<u8>>, SealError> {
    let mut look = desk.look(permit).await?;
    let vault = desk.vault();
    match vault.open(permit, &mut look, place, blob).await {
        Err(SealError::NoWrap) => {
            vault.wrap_granted(permit, &mut look, place.subject).await?;
            vault.open(permit, &mut look, place, blob).await
        }
        outcome => outcome,
    }
}

impl Vault {
    /// Wraps the keys of a subject for its live grants, as [`wrap_granted`] does. The scope must see
    /// stored rows only, so it is no open transaction that grants.
    ///
    /// # Errors
    /// As [`wrap_granted`].
    pub async fn wrap_granted(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        subject: Subject,
    ) -> Result<(), SealError> {
        let live = grants::of_subject(look, subject, self.now()).await?;
        self.passed(Step::GrantsRead)?;
        self.wrap_all(permit, &live).await?;
        self.unwrap_ended(permit, look, subject, &live).await
    }

    /// Puts the keystore in step with all grants of the centre, as [`reconcile`] does.
    ///
    /// # Errors
    /// As [`wrap_granted`].
    pub async fn reconcile(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
    ) -> Result<Reconciled, SealError> {
        let wraps = self.wraps_by_grant(permit).await?;
        let several = self.cells_with_several(permit).await?;
        let (stale, short) = self.out_of_step(look, wraps, &several).await?;
        self.passed(Step::GrantsRead)?;
        let mut done = Reconciled::default();
        for some in stale.chunks(CHUNK) {
            done.deleted += self.delete_wraps(permit, some).await?;
        }
        for some in short.chunks(CHUNK) {
            done.made += self.wrap_all(permit, some).await?;
        }
        Ok(done)
    }

    /// A grant may have ended while its wraps were made, after its own wraps were deleted.
    async fn unwrap_ended(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        subject: Subject,
        wrapped: &[Granted],
    ) -> Result<(), SealError> {
        let still = grants::of_subject(look, subject, self.now()).await?;
        let ended = wrapped
            .iter()
            .filter(|one| !still.iter().any(|s| s.id == one.id));
        let ended: Vec<Uuid> = ended.map(|granted| granted.id).collect();
        if !ended.is_empty() {
            self.delete_wraps(permit, &ended).await?;
        }
        Ok(())
    }

    /// Makes what these grants lack, in one transaction. Gives how many wraps that were.
    async fn wrap_all(&self, permit: &Permit, live: &[Granted]) -> Result<u64, SealError> {
        let cells: HashSet<Cell> = live.iter().map(|granted| granted.grant.cell).collect();
        let mut lacking = Vec::new();
        let mut look = self.keys.look(permit).await?;
        for cell in cells {
            let wraps = keys::reading::of_cell(&mut look, owner(permit, &cell), &cell).await?;
            let of_cell = live.iter().filter(|granted| granted.grant.cell == cell);
            for granted in of_cell {
                lacking.extend(self.lacking(permit, granted, &wraps)?);
            }
        }
        drop(look);
        if lacking.is_empty() {
            return Ok(0);
        }
        let mut tx = self.keys.begin(permit).await?;
        for wrap in &lacking {
            keys::wrap(&mut tx, wrap).await?;
            self.passed(Step::WrapWritten)?;
        }
        tx.commit().await?;
        self.passed(Step::WrapsStored)?;
        Ok(lacking.len().try_into().unwrap_or(u64::MAX))
    }

    /// The wraps a grant lacks, of the keys its cell has.
    fn lacking(
        &self,
        permit: &Permit,
        granted: &Granted,
        wraps: &[Wrapped],
    ) -> Result<Vec<keys::Wrap>, SealError> {
        let recipient = granted.grant.recipient;
        let has = |key: Uuid| wraps.iter().any(|w| w.key == key && w.grant == granted.id);
        let mut lacking = Vec::new();
        for source in wraps.iter().filter(|wrap| passes_on(permit, wrap, wraps)) {
            if !has(source.key) && !lacking.iter().any(|w: &keys::Wrap| w.key == source.key) {
                let bare = self.bared(permit, source)?;
                lacking.push(self.wrap(&bare, recipient, granted.id)?);
            }
        }
        Ok(lacking)
    }

    fn bared(&self, permit: &Permit, source: &Wrapped) -> Result<Bare, SealError> {
        Ok(Bare {
            id: source.key,
            owner: owner(permit, &source.cell),
            cell: source.cell,
            generation: source.generation,
            key: self.unwrap(source)?,
        })
    }
}

/// Whether a key may be passed on by opening this wrap: the custody passes on what it may open. Of
/// the others it hands a new key over once; after that only those who have it pass it on.
fn passes_on(permit: &Permit, wrap: &Wrapped, wraps: &[Wrapped]) -> bool {
    let by_custody = matches!(wrap.recipient, Recipient::Custody(_));
    if wrap.cell.compartment.kind.custody_passes_on() {
        return by_custody;
    }
    let handed_over = wraps.iter().any(|w| w.key == wrap.key && !w.grant.is_nil());
    let first_time = by_custody && !wrap.spent && !handed_over;
    first_time || worn(permit).contains(&wrap.recipient)
}
