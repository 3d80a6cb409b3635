//! Taking turns at one resource or pair. Two transactions that write overlapping rows at the same
//! moment wait for each other on PostgreSQL until the engine undoes one, a second later, and with
//! many that goes on for long. So each waits for its turn before it writes. SQLite has one writer
//! at a time anyway.

use uuid::Uuid;

use super::{Conn, Scope, StoreError, Tx, timed};

/// Only PostgreSQL knows it; the turn ends with the transaction.
const TURN: &str = "SELECT pg_advisory_xact_lock($1)";

/// Waits until no other transaction writes about this resource or pair.
///
/// # Errors
/// [`StoreError::Again`] when two transactions wait for each other, because they take several turns
/// in different orders.
pub(super) async fn take(tx: &mut Tx, of: Uuid) -> Result<(), StoreError> {
    let (high, low) = of.as_u64_pair();
    let number = (high ^ low).cast_signed();
    let taken = match tx.conn() {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => timed(sqlx::query(TURN).bind(number).execute(conn))
            .await
            .map(drop),
    };
    tx.witness(taken)
}
