//! What wakes a process that follows the others: a second that has passed, and on PostgreSQL a call
//! of the process that has just stored something.

use std::time::Duration;

use sqlx::postgres::PgListener;
use tokio::time::{sleep, timeout};

use super::{Db, STATEMENT_LIMIT, StoreError, Tx, timed};

/// Calls whoever listens, when the transaction is stored. Only PostgreSQL knows it.
const CALL: &str = "SELECT pg_notify('onthaal_change', '')";

const CHANNEL: &str = "onthaal_change";

/// The longest sleep: what nobody called out is found then.
const LONGEST: Duration = Duration::from_secs(1);

/// Calls that come close together wake once.
const TOGETHER: Duration = Duration::from_millis(50);

/// Notes on PostgreSQL that others are to be called when this is stored.
///
/// # Errors
/// What the engine said.
pub(super) async fn call(tx: &mut Tx) -> Result<(), StoreError> {
    use super::{Conn, Scope};
    let called = match tx.conn() {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => timed(sqlx::query(CALL).execute(conn)).await.map(drop),
    };
    tx.witness(called)
}

/// Sleeps until something may have changed.
#[derive(Default)]
pub struct Waking(Option<PgListener>);

impl Waking {
    /// Sleeps until another process calls, at most a second. It never fails: without a connection
    /// the second passes.
    pub async fn wait(&mut self, db: &Db) {
        let Db::Postgres(pool) = db else {
            return sleep(LONGEST).await;
        };
        if self.0.is_none() {
            self.0 = listener(pool).await;
        }
        match &mut self.0 {
            Some(listener) => {
                if !heard(listener).await {
                    self.0 = None;
                }
            }
            None => sleep(LONGEST).await,
        }
    }
}

async fn listener(pool: &sqlx::PgPool) -> Option<PgListener> {
    let connect = async {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok::<_, sqlx::Error>(listener)
    };
    timeout(STATEMENT_LIMIT, connect).await.ok()?.ok()
}

/// Waits for a call; `false` when the connection is lost.
async fn heard(listener: &mut PgListener) -> bool {
    match timeout(LONGEST, listener.try_recv()).await {
        Err(_) => true,
        Ok(Ok(Some(_))) => {
            sleep(TOGETHER).await;
            while listener.next_buffered().is_some() {}
            true
        }
        Ok(Ok(None) | Err(_)) => false,
    }
}
