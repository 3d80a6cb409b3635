//! What is asked of everybody at once, to tell whose time is over: days and pseudonyms, no names.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{Day, Instant, RecordId};
use uuid::Uuid;

use crate::store::{Scope, StoreError, on, statements};

statements! {
    SINCES = "SELECT id, created_at FROM record WHERE centre_id = $1 AND id > $2
        ORDER BY id LIMIT 5000";
    LINKED = "SELECT id, link, arrived_at FROM visit
        WHERE centre_id = $1 AND link IS NOT NULL AND NOT taken_back AND id > $2 ORDER BY id LIMIT 5000";
    DAYS = "SELECT day, COUNT(*) FROM visit
        WHERE centre_id = $1 AND link IS NOT NULL AND stage = 'left' GROUP BY day ORDER BY day";
}

/// The next five thousand people in the order of their ids, with when each was written down.
///
/// # Errors
/// What the engine said.
pub async fn known_since(
    scope: &mut impl Scope,
    after: RecordId,
) -> Result<Vec<(RecordId, Instant)>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(Uuid, DateTime<Utc>)> = on!(scope, c => sqlx::query_as(SINCES)
        .bind(centre).bind(after.uuid()).fetch_all(c))?;
    let known = rows.into_iter();
    Ok(known
        .map(|(id, at)| (RecordId::from_uuid(id), Instant::from_utc(at)))
        .collect())
}

/// When each last came, by the pseudonym in the table of visits.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn last_visits(scope: &mut impl Scope) -> Result<HashMap<[u8; 16], Instant>, StoreError> {
    let centre = scope.centre().uuid();
    let (mut last, mut after) = (HashMap::new(), Uuid::nil());
    loop {
        let page: Vec<(Uuid, Vec<u8>, DateTime<Utc>)> = on!(scope, c => sqlx::query_as(LINKED)
            .bind(centre).bind(after).fetch_all(c))?;
        let Some((id, ..)) = page.last() else {
            return Ok(last);
        };
        after = *id;
        for (_, link, at) in page {
            let link = link.first_chunk().ok_or(StoreError::Inconsistent)?;
            let at = Instant::from_utc(at);
            let known = last.entry(*link).or_insert(at);
            *known = at.max(*known);
        }
    }
}

/// How many visits that are over name somebody, day by day.
///
/// # Errors
/// What the engine said.
pub async fn linked_days(scope: &mut impl Scope) -> Result<Vec<(Day, i64)>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<(NaiveDate, i64)> =
        on!(scope, c => sqlx::query_as(DAYS).bind(centre).fetch_all(c))?;
    let days = rows.into_iter();
    Ok(days
        .map(|(day, count)| (Day::from_date(day), count))
        .collect())
}
