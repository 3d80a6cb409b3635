//! What grants and keys there are in a whole centre, and which grants lack a wrap.

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
        let count = |grant| *found.entry(grant).or_insert(0) += 1;
        keys::reading::granted(&mut look, count).await?;
        Ok(found)
    }

    /// How many keys each cell has that has several: they were changed.
    pub(super) async fn cells_with_several(
        &self,
        permit: &Permit,
    ) -> Result<HashMap<Cell, i64>, SealError> {
        let mut look = self.keys.look(permit).await?;
        let mut found = HashMap::new();
        let keep = |(cell, count)| {
            found.insert(cell, count);
        };
        keys::reading::several(&mut look, keep).await?;
        Ok(found)
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
        let mut bare = Vec::new();
        let pair = |grant| {
            if wraps.remove(&grant).is_none() {
                bare.push(grant);
            }
        };
        grants::live(look, self.now(), pair).await?;
        for grant in bare {
            short.extend(grants::one(look, grant).await?);
        }
        Ok((wraps.into_keys().collect(), short))
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
}
