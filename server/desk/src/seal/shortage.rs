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

    /// The grants that have wraps and do not live, and the live ones with fewer wraps than their cell has
    /// keys. Every cell has one key at least; one without any is found short, and nothing is made for it.
    pub(super) async fn out_of_step(
        &self,
        look: &mut impl Scope,
        mut wraps: HashMap<Uuid, i64>,
        several: &HashMap<Cell, i64>,
    ) -> Result<(Vec<Uuid>, Vec<Granted>), SealError> {
        let (mut short, now) = (Vec::new(), self.now());
        let mut after = Uuid::nil();
        loop {
            let page = grants::of_centre(look, after, now).await?;
            let Some(last) = page.last() else {
                return Ok((wraps.into_keys().collect(), short));
            };
            after = last.id;
            short.extend(page.into_iter().filter(|one| {
                let wanted = several.get(&one.grant.cell).copied().unwrap_or(1);
                wraps.remove(&one.id).unwrap_or(0) < wanted
            }));
        }
    }

    /// How many keys each cell has that has several: they were changed.
    pub(super) async fn cells_with_several(
        &self,
        permit: &Permit,
    ) -> Result<HashMap<Cell, i64>, SealError> {
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
