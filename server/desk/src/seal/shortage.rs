//! What grants and keys there are in a whole centre, page by page, and which grants lack a wrap.

use std::collections::HashMap;

use uuid::Uuid;

use super::grants::Granted;
use super::place::Cell;
use super::{SealError, Vault};
use crate::access::Permit;
use crate::store::{Scope, grants, keys};

impl Vault {
    /// How many wraps each grant has. Read before the grants themselves: a wrap that is made
    /// meanwhile belongs to a grant that is found afterwards.
    pub(super) async fn wraps_by_grant(
        &self,
        permit: &Permit,
    ) -> Result<HashMap<Uuid, i64>, SealError> {
        let mut look = self.keys.look(permit).await?;
        let mut found = HashMap::new();
        let mut after = Uuid::nil();
        loop {
            let page = keys::reading::wraps_by_grant(&mut look, after).await?;
            let Some((last, _)) = page.last() else {
                return Ok(found);
            };
            after = *last;
            found.extend(page);
        }
    }

    /// Every live grant of the centre.
    pub(super) async fn live(&self, look: &mut impl Scope) -> Result<Vec<Granted>, SealError> {
        let (mut live, now) = (Vec::new(), self.now());
        let mut after = Uuid::nil();
        loop {
            let page = grants::of_centre(look, after, now).await?;
            let Some(last) = page.last() else {
                return Ok(live);
            };
            after = last.id;
            live.extend(page);
        }
    }

    /// The grants with fewer wraps than their cell has keys.
    pub(super) async fn short_of_wraps(
        &self,
        permit: &Permit,
        live: Vec<Granted>,
        wraps: &HashMap<Uuid, i64>,
    ) -> Result<Vec<Granted>, SealError> {
        let keys = self.keys_by_cell(permit).await?;
        let wanted = |granted: &Granted| keys.get(&granted.grant.cell).copied().unwrap_or(0);
        let has = |granted: &Granted| wraps.get(&granted.id).copied().unwrap_or(0);
        Ok(live
            .into_iter()
            .filter(|one| has(one) < wanted(one))
            .collect())
    }

    async fn keys_by_cell(&self, permit: &Permit) -> Result<HashMap<Cell, i64>, SealError> {
        let mut look = self.keys.look(permit).await?;
        let mut found = HashMap::new();
        let mut after = None;
        loop {
            let page = keys::reading::keys_by_cell(&mut look, after.as_ref()).await?;
            let Some((last, _)) = page.last() else {
                return Ok(found);
            };
            after = Some(*last);
            found.extend(page);
        }
    }
}
