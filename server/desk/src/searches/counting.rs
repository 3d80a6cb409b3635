//! Counting the searches of an hour in the trail, as often as another one can have begun.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::searching::{Budget, ONE_SEARCH, WINDOW, counted};
use domain::setting::SettingKey;
use domain::{Instant, SearchesId, UserId};

use crate::Desk;
use crate::access::{Actor, Permit};
use crate::store::{self, Scope, StoreError, searches};

/// When this process last counted for whom: whoever types is counted once, not at every letter.
#[derive(Default)]
pub(crate) struct Lately(Mutex<HashMap<UserId, Instant>>);

impl Lately {
    /// Whether another search of this colleague may have begun since the last time.
    fn begins(&self, user: UserId, now: Instant) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |last: &Instant| (0..=ONE_SEARCH).contains(&now.seconds_since(*last));
        if last.get(&user).is_some_and(fresh) {
            return false;
        }
        last.insert(user, now);
        true
    }
}

/// When the hour of a moment began.
pub(super) fn hour(at: Instant) -> Instant {
    Instant::from_unix(at.unix().div_euclid(WINDOW) * WINDOW)
}

/// Counts the searches of this hour after one more was written in the trail, and lists the hour when they
/// are many.
///
/// # Errors
/// What the store said.
pub(crate) async fn follow(desk: &Desk, permit: &Permit) -> Result<(), StoreError> {
    let Actor::Staff(staff) = permit.actor() else {
        return Ok(());
    };
    let (user, now) = (staff.user, desk.now());
    if !desk.searched().begins(user, now) {
        return Ok(());
    }
    let hour = hour(now);
    let mut look = desk.look(permit).await?;
    let count = count(&mut look, user, hour).await?;
    let listed = !budget(&mut look).await?.is_over(count)
        || searches::of_hour(&mut look, user, hour).await?.is_some();
    drop(look);
    if listed {
        return Ok(());
    }
    let id = SearchesId::new(desk.ids());
    let mut tx = desk.begin(permit).await?;
    let many = i64::try_from(count).map_err(|_| StoreError::Inconsistent)?;
    searches::note(&mut tx, id, (user, hour), many).await?;
    desk.settle(tx).await
}

async fn count(scope: &mut impl Scope, user: UserId, since: Instant) -> Result<usize, StoreError> {
    Ok(counted(&searches::asked(scope, user, since).await?))
}

async fn budget(scope: &mut impl Scope) -> Result<Budget, StoreError> {
    let newest = store::settings::versions(scope, &SettingKey::Searches.code(), 1).await?;
    let set = newest.first().map(|version| Budget::parse(&version.value));
    set.transpose()
        .map(Option::unwrap_or_default)
        .map_err(|_| StoreError::Inconsistent)
}
