//! Handing a file over piece by piece. It counts as taken when the last piece has gone and not before: a
//! connection that breaks costs nothing but another try within the hour.

use domain::role::Action;
use domain::{ExportId, Pii};

use super::{ExportError, Request, entry, making, own};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::imports::pieces;
use crate::store;

/// A file that is being handed over.
pub struct Taking {
    desk: Desk,
    permit: Permit,
    request: Request,
    next: usize,
}

/// Begins to hand over a file that is ready, for this once. The trail is written first.
///
/// # Errors
/// [`ExportError::NotFound`] for anybody but the one who asked, and for a file that is not ready or was
/// taken.
pub async fn take(desk: &Desk, actor: &Actor, id: ExportId) -> Result<Taking, ExportError> {
    let permit = access::permitted(desk, actor, Action::ExportPeople).await?;
    let request = own(desk, &permit, id).await?;
    if making::is_old(desk, &permit, &request).await? {
        making::anew(desk, &permit, &request).await?;
        return Err(ExportError::NotFound);
    }
    let mut tx = desk.begin(&permit).await?;
    if !store::exports::begin(&mut tx, id, desk.now()).await? {
        return Err(ExportError::NotFound);
    }
    desk.commit(tx, &permit, entry(&request)).await?;
    Ok(Taking {
        desk: desk.clone(),
        permit,
        request,
        next: 0,
    })
}

impl Taking {
    /// The next piece; nothing when all have gone, and then the file counts as taken and is no more.
    ///
    /// # Errors
    /// [`ExportError::Stale`] when somebody else took it meanwhile, or a piece is missing.
    pub async fn next(&mut self) -> Result<Option<Pii<Vec<u8>>>, ExportError> {
        if i64::try_from(self.next).ok() == Some(self.request.pieces) {
            self.taken().await?;
            return Ok(None);
        }
        let id = self.request.id.uuid();
        let piece = pieces::read(&self.desk, &self.permit, id, (self.next, 1)).await?;
        if piece.is_empty() {
            return Err(ExportError::Stale);
        }
        self.next += 1;
        Ok(Some(Pii::new(piece)))
    }

    async fn taken(&self) -> Result<(), ExportError> {
        let (desk, id) = (&self.desk, self.request.id);
        let mut tx = desk.begin(&self.permit).await?;
        if !store::exports::take(&mut tx, id, desk.now()).await? {
            return Err(ExportError::Stale);
        }
        store::pieces::remove(&mut tx, id.uuid()).await?;
        Ok(desk.commit(tx, &self.permit, entry(&self.request)).await?)
    }
}
