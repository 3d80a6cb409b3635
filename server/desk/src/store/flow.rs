//! Rows that are met one by one as they come, for what concerns a whole centre.

use futures::TryStreamExt;
use futures::stream::BoxStream;

use super::{StoreError, timed};

/// How many rows have to come within the time a statement may take.
const SOME: usize = 5_000;

/// Meets every row. The time limit of a statement holds for every few thousand of them.
///
/// # Errors
/// What the engine said.
pub(super) async fn met<T>(
    mut rows: BoxStream<'_, Result<T, sqlx::Error>>,
    mut meet: impl FnMut(T),
) -> Result<(), StoreError> {
    loop {
        let more = timed(async {
            for _ in 0..SOME {
                let Some(row) = rows.try_next().await? else {
                    return Ok(false);
                };
                meet(row);
            }
            Ok(true)
        });
        if !more.await? {
            return Ok(());
        }
    }
}
