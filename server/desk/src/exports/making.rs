//! Making a file that was released: page by page, sealed piece by piece, and not said to be there before
//! all of it is. One that was stopped half-way is begun anew.

use domain::import::{HEAD, line, written};
use domain::role::Action;
use domain::{ExportId, Instant};

use super::{ExportError, HOUR, Request, entry};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::denials::{self, Seen};
use crate::imports::pieces::{self, PIECE};
use crate::store;
use crate::store::people::Sealed;
use crate::{Desk, people};

/// What a spreadsheet recognises UTF-8 by.
const MARK: &str = "\u{FEFF}";

/// Makes the file that waits longest in the actor's centre; gives whether there was one.
///
/// # Errors
/// What stood in the way; the file is begun anew with the next call.
pub async fn work(desk: &Desk, actor: &Actor) -> Result<bool, ExportError> {
    let permit = access::require(actor, Action::WriteExport)?;
    let mut look = desk.look(&permit).await?;
    let hour_ago = desk.now().plus_seconds(-HOUR);
    let Some(request) = store::exports::due(&mut look, hour_ago).await? else {
        return Ok(false);
    };
    let deeds = store::ledger::count(&mut look).await?;
    let seen = denials::seen_by(desk, &permit, &mut look, Some(request.by)).await?;
    drop(look);
    removed(desk, &permit, request.id).await?;
    let mut file = File::begin(desk, &permit, &request);
    file.everybody(&seen).await?;
    let pieces = file.end().await?;
    let mut tx = desk.begin(&permit).await?;
    if !store::exports::made(&mut tx, request.id, (pieces, deeds), desk.now()).await? {
        return Err(ExportError::Stale);
    }
    desk.commit(tx, &permit, entry(&request)).await?;
    Ok(true)
}

/// Whether somebody was erased, withdrew a consent or was kept from a colleague since the file was made.
pub(super) async fn is_old(
    desk: &Desk,
    permit: &Permit,
    request: &Request,
) -> Result<bool, ExportError> {
    let deeds = store::ledger::count(&mut desk.look(permit).await?).await?;
    Ok(deeds != request.deeds)
}

/// Has a file made anew: what there is of it goes.
pub(super) async fn anew(
    desk: &Desk,
    permit: &Permit,
    request: &Request,
) -> Result<(), ExportError> {
    let mut tx = desk.begin(permit).await?;
    store::exports::unmade(&mut tx, request.id).await?;
    store::pieces::remove(&mut tx, request.id.uuid()).await?;
    Ok(desk.commit(tx, permit, entry(request)).await?)
}

/// Removes the files that nobody took in time; gives how many.
///
/// # Errors
/// [`ExportError::Forbidden`], or what the store said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<usize, ExportError> {
    let permit = access::require(actor, Action::Sweep)?;
    let before: Instant = desk.now().plus_seconds(-HOUR);
    let faded = store::exports::faded(&mut desk.look(&permit).await?, before).await?;
    for id in &faded {
        removed(desk, &permit, *id).await?;
    }
    Ok(faded.len())
}

async fn removed(desk: &Desk, permit: &Permit, id: ExportId) -> Result<(), ExportError> {
    let mut tx = desk.begin(permit).await?;
    store::pieces::remove(&mut tx, id.uuid()).await?;
    Ok(desk.settle(tx).await?)
}

/// A file that is being made.
struct File<'a> {
    desk: &'a Desk,
    permit: &'a Permit,
    request: &'a Request,
    text: Vec<u8>,
    pieces: u32,
}

impl<'a> File<'a> {
    fn begin(desk: &'a Desk, permit: &'a Permit, request: &'a Request) -> Self {
        let heads = line(HEAD.iter().map(|column| column.code()));
        Self {
            desk,
            permit,
            request,
            text: format!("{MARK}{heads}").into_bytes(),
            pieces: 0,
        }
    }

    /// Writes everybody down, but nobody whom the one who asked must not see.
    async fn everybody(&mut self, seen: &Seen<'_>) -> Result<(), ExportError> {
        for part in people::export::parts(self.desk, self.permit).await? {
            let mut page = people::export::page(self.desk, self.permit, part).await?;
            page.retain(|record| seen.shows(record.id));
            if !page.is_empty() {
                self.some(&page).await?;
            }
        }
        Ok(())
    }

    async fn some(&mut self, page: &[Sealed]) -> Result<(), ExportError> {
        let entry = entry(self.request).on_behalf_of(self.request.by);
        let entry = page
            .iter()
            .map(|record| record.id)
            .fold(entry, Entry::about);
        self.desk
            .trail()
            .witness(self.desk, self.permit, entry)
            .await?;
        for (identity, contact) in people::export::opened(self.desk, self.permit, page).await? {
            let cells = written(identity.reveal(), contact.reveal());
            self.text
                .extend(line(cells.iter().map(String::as_str)).into_bytes());
        }
        while self.text.len() >= PIECE {
            let rest = self.text.split_off(PIECE);
            self.keep().await?;
            self.text = rest;
        }
        Ok(())
    }

    /// Seals what is there as the next piece.
    async fn keep(&mut self) -> Result<(), ExportError> {
        let number = (self.request.id.uuid(), self.pieces);
        let mut tx = self.desk.begin(self.permit).await?;
        pieces::keep(self.desk, (&mut tx, self.permit), number, &self.text).await?;
        self.desk.settle(tx).await?;
        self.pieces += 1;
        Ok(())
    }

    /// Keeps the last piece; gives how many there are.
    async fn end(mut self) -> Result<i64, ExportError> {
        if !self.text.is_empty() {
            self.keep().await?;
        }
        Ok(i64::from(self.pieces))
    }
}
