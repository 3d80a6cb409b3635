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
        let mut short = self.short_of_several(look, &wraps, several).await?;
        let (mut after, now) = (Uuid::nil(), self.now());
        loop {
            let page = grants::of_centre(look, after, now).await?;
            let Some(last) = page.last() else {
                return Ok((wraps.into_keys().collect(), short));
            };
            after = *last;
            for id in page {
                if wraps.remove(&id).is_none() {
                    short.extend(grants::one(look, id).await?);
                }
            }
        }
    }

    /// The live grants that have some wraps, and fewer than their cell has keys.
    async fn short_of_several(
        &self,
        look: &mut impl Scope,
        wraps: &HashMap<Uuid, i64>,
        several: &HashMap<Cell, i64>,
    ) -> Result<Vec<Granted>, SealError> {
        let (mut short, now) = (Vec::new(), self.now());
        for (cell, wanted) in several {
            let live = grants::of_cell(look, cell, now).await?.into_iter();
            short.extend(live.filter(|one| wraps.get(&one.id).is_some_and(|has| has < wanted)));
        }
        Ok(short)
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
