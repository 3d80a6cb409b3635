//! No two items that are open are called the same, where a list could not tell them apart.

use uuid::Uuid;

use super::{Kept, Line, SetupError};
use crate::store::Tx;

/// Refuses an item that would be called as another one that is open.
pub(super) async fn alone<T: Kept>(tx: &mut Tx, id: Uuid, item: &T) -> Result<(), SetupError> {
    let Some(name) = item.name().map(str::to_lowercase) else {
        return Ok(());
    };
    let all = T::all(tx).await?;
    let mut others = all
        .iter()
        .filter(|line| line.id != id && line.closed.is_none());
    let same = |line: &Line<T>| {
        line.item
            .name()
            .is_some_and(|other| other.to_lowercase() == name)
    };
    if others.any(same) {
        return Err(SetupError::Taken);
    }
    Ok(())
}
