//! Which changes a colleague hears of: not those of somebody whom the colleague must not see, for when
//! she comes, moves and goes is about her too.

use domain::role::Action;
use domain::{RecordId, VisitId};

use super::VisitError;
use crate::access::{self, Actor};
use crate::bus::{Change, Topic};
use crate::store;
use crate::{Desk, denials};

/// Whether the board of a colleague is told of a change.
///
/// # Errors
/// [`VisitError::Forbidden`] for a role without a board.
pub async fn told(desk: &Desk, actor: &Actor, change: &Change) -> Result<bool, VisitError> {
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    Ok(match change.topic {
        // A row that is no visit says that whom a colleague sees has changed.
        Topic::Visits => store::visits::one(&mut look, VisitId::from_uuid(change.row))
            .await?
            .is_none_or(|stored| seen.shows_visit(stored.link)),
        Topic::People => seen.shows(RecordId::from_uuid(change.row)),
        _ => true,
    })
}
