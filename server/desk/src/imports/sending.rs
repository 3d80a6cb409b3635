//! A file on its way in: sealed piece by piece as it comes, looked at once it is whole.

use domain::role::Action;
use domain::{ImportId, UserId};

use super::pieces::{self, PIECE};
use super::sheet::{self, Head};
use super::{Digest, ImportError, LARGEST, Source, sealed};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::store::imports::{New, Whole};
use crate::store::{self};

/// A file that is coming in.
pub struct Sending {
    id: ImportId,
    permit: Permit,
    digest: Digest,
    size: usize,
    number: u32,
    waiting: Vec<u8>,
    head: Option<Head>,
}

/// A file that is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent(pub ImportId);

/// Begins to take a file in.
///
/// # Errors
/// [`ImportError::Forbidden`].
pub async fn begin(desk: &Desk, actor: &Actor) -> Result<Sending, ImportError> {
    let permit = access::permitted(desk, actor, Action::ImportPeople).await?;
    let id = ImportId::new(desk.ids());
    let new = New {
        id,
        by: UserId::from_uuid(permit.actor_id()),
        source: Source::Sent,
        at: desk.now(),
    };
    let mut tx = desk.begin(&permit).await?;
    store::imports::add(&mut tx, &new).await?;
    desk.commit(tx, &permit, Entry::of("import", id.bytes()))
        .await?;
    Ok(Sending {
        id,
        permit,
        digest: Digest::begin(desk.vault())?,
        size: 0,
        number: 0,
        waiting: Vec::new(),
        head: None,
    })
}

/// Takes more bytes of a file in.
///
/// # Errors
/// [`ImportError::TooLarge`], or [`ImportError::NoSheet`] as soon as that is seen; then the file is
/// gone.
pub async fn keep(desk: &Desk, sending: &mut Sending, bytes: &[u8]) -> Result<(), ImportError> {
    sending.size += bytes.len();
    if sending.size > LARGEST {
        return Err(gone(desk, sending, ImportError::TooLarge).await);
    }
    sending.digest.add(bytes);
    sending.waiting.extend_from_slice(bytes);
    while sending.waiting.len() >= PIECE {
        let rest = sending.waiting.split_off(PIECE);
        let piece = std::mem::replace(&mut sending.waiting, rest);
        store_piece(desk, sending, &piece, false).await?;
    }
    Ok(())
}

/// Ends a file: it waits for its columns now.
///
/// # Errors
/// [`ImportError::NoSheet`] or [`ImportError::Underway`]; then the file is gone.
pub async fn sent(desk: &Desk, mut sending: Sending) -> Result<Sent, ImportError> {
    let last = std::mem::take(&mut sending.waiting);
    if !last.is_empty() || sending.head.is_none() {
        store_piece(desk, &mut sending, &last, true).await?;
    }
    let digest = std::mem::replace(&mut sending.digest, Digest::begin(desk.vault())?).end();
    let permit = sending.permit.clone();
    let same = store::imports::unfinished(&mut desk.look(&permit).await?, &digest).await?;
    if let Some(run) = same {
        return Err(gone(desk, &sending, ImportError::Underway(run.id)).await);
    }
    let Some(head) = &sending.head else {
        return Err(ImportError::NotFound);
    };
    let whole = Whole {
        id: sending.id,
        head: sealed(desk, &permit, (sending.id, "head"), head).await?,
        digest,
        size: sending.size as u64,
        start: (head.start as u64, head.line),
        at: desk.now(),
    };
    let mut tx = desk.begin(&permit).await?;
    store::imports::whole(&mut tx, &whole).await?;
    let entry = Entry::of("import", sending.id.bytes());
    desk.commit(tx, &permit, entry).await?;
    Ok(Sent(sending.id))
}

async fn store_piece(
    desk: &Desk,
    sending: &mut Sending,
    bytes: &[u8],
    last: bool,
) -> Result<(), ImportError> {
    if sending.head.is_none() {
        match sheet::head(bytes, last) {
            Ok(head) => sending.head = Some(head),
            Err(error) => return Err(gone(desk, sending, error.into()).await),
        }
    }
    let mut tx = desk.begin(&sending.permit).await?;
    let file = (sending.id.uuid(), sending.number);
    pieces::keep(desk, (&mut tx, &sending.permit), file, bytes).await?;
    desk.settle(tx).await?;
    sending.number += 1;
    Ok(())
}

/// Removes a file that cannot be taken, and passes on why. What cannot be removed now is swept later.
async fn gone(desk: &Desk, sending: &Sending, why: ImportError) -> ImportError {
    match remove(desk, sending).await {
        Ok(()) => why,
        Err(error) => error,
    }
}

async fn remove(desk: &Desk, sending: &Sending) -> Result<(), ImportError> {
    let mut tx = desk.begin(&sending.permit).await?;
    super::faults::remove(desk, &mut tx, sending.id).await?;
    let entry = Entry::of("import", sending.id.bytes());
    Ok(desk.commit(tx, &sending.permit, entry).await?)
}
