//! The pieces of a file: each sealed as it comes in, in an order that cannot be changed unseen.

use domain::Secret;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::Desk;
use crate::access::Permit;
use crate::seal::{Compartment, CompartmentKind, Place, SealError, Subject, Vault};
use crate::store::pieces::{self, Kept};
use crate::store::{StoreError, Tx};

/// How many bytes of a file a piece holds: with its number it fills a padded value.
pub const PIECE: usize = 256 * 1024 - 8;

/// Recognises a file by its bytes, for this house only: nobody can try out with it whether a file they
/// have was read in here.
pub struct Digest(Hmac<Sha256>);

impl Digest {
    /// Begins with nothing.
    ///
    /// # Errors
    /// [`SealError::Sealed`].
    pub fn begin(vault: &Vault) -> Result<Self, SealError> {
        let key: Secret<[u8; 32]> = vault.key_for("import")?;
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.expose());
        mac.map(Self).map_err(|_| SealError::DoesNotOpen)
    }

    /// Takes more bytes in.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// What the file is recognised by.
    #[must_use]
    pub fn end(self) -> [u8; 32] {
        self.0.finalize().into_bytes().into()
    }
}

/// Seals one piece and writes it into the transaction.
pub(crate) async fn keep(
    desk: &Desk,
    (tx, permit): (&mut Tx, &Permit),
    (file, number): (Uuid, u32),
    bytes: &[u8],
) -> Result<(), SealError> {
    let row = Uuid::from_bytes(desk.ids().fresh());
    let plain = [&number.to_be_bytes()[..], bytes].concat();
    let sealed = desk
        .vault()
        .seal(permit, &place(permit, file, row), &plain)
        .await?;
    let kept = Kept {
        id: row,
        place: i64::from(number),
        sealed,
    };
    Ok(pieces::add(tx, file, &kept).await?)
}

/// Reads some pieces of a file, from the one with the given number on.
pub(crate) async fn read(
    desk: &Desk,
    permit: &Permit,
    file: Uuid,
    (first, count): (usize, usize),
) -> Result<Vec<u8>, SealError> {
    let number = |place: usize| i64::try_from(place).map_err(|_| StoreError::Inconsistent);
    let mut look = desk.look(permit).await?;
    let kept = pieces::some(&mut look, file, (number(first)?, number(first + count)?)).await?;
    let mut bytes = Vec::with_capacity(kept.len() * PIECE);
    for (place, kept) in (first..).zip(kept) {
        let there = self::place(permit, file, kept.id);
        let plain = desk
            .vault()
            .open(permit, &mut look, &there, &kept.sealed)
            .await?;
        let expected = u32::try_from(place).map(u32::to_be_bytes);
        match (plain.reveal().split_first_chunk::<4>(), expected) {
            (Some((number, rest)), Ok(expected)) if *number == expected => {
                bytes.extend_from_slice(rest);
            }
            _ => return Err(SealError::DoesNotOpen),
        }
    }
    Ok(bytes)
}

fn place(permit: &Permit, file: Uuid, row: Uuid) -> Place {
    Place {
        table: "file_piece",
        column: "sealed",
        row: *row.as_bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::of(CompartmentKind::Draft, *file.as_bytes()),
    }
}
