//! The sealed pieces of files that are read in or let out.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ADD = "INSERT INTO file_piece (id, centre_id, file_id, place, sealed)
           VALUES ($1, $2, $3, $4, $5)";
    SOME = "SELECT id, place, sealed FROM file_piece
            WHERE centre_id = $1 AND file_id = $2 AND place >= $3 AND place < $4 ORDER BY place";
    REMOVE = "DELETE FROM file_piece WHERE centre_id = $1 AND file_id = $2";
}

/// A piece as it is stored.
#[derive(FromRow)]
pub struct Kept {
    /// The row, which the seal is bound to.
    pub id: Uuid,
    /// Its number, from zero.
    pub place: i64,
    /// Its bytes, sealed.
    pub sealed: Vec<u8>,
}

/// Adds a piece to a file.
///
/// # Errors
/// [`StoreError::Taken`] when the file has one with this number.
pub async fn add(tx: &mut Tx, file: Uuid, piece: &Kept) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD)
            .bind(piece.id)
            .bind(centre)
            .bind(file)
            .bind(piece.place)
            .bind(&piece.sealed[..])
    )?;
    Ok(())
}

/// The pieces of a file from one number up to another.
///
/// # Errors
/// What the engine said.
pub async fn some(
    scope: &mut impl Scope,
    file: Uuid,
    (from, until): (i64, i64),
) -> Result<Vec<Kept>, StoreError> {
    let centre = scope.centre().uuid();
    on!(scope, c => sqlx::query_as(SOME)
        .bind(centre).bind(file).bind(from).bind(until).fetch_all(c))
}

/// Removes every piece of a file; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn remove(tx: &mut Tx, file: Uuid) -> Result<u64, StoreError> {
    let centre = tx.centre().uuid();
    run!(tx, sqlx::query(REMOVE).bind(centre).bind(file))
}
