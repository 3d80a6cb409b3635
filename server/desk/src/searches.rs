//! Who looks many people up. The searches of an hour are counted in the trail; beyond the budget of the
//! house the colleague is asked why, goes on at once, and somebody else looks into it.

use domain::role::Action;
use domain::searching::{Why, counted};
use domain::text::Remark;
use domain::{Pii, SearchesId, UserId};

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::seal::{Compartment, Place, SealError, Subject};
use crate::staff;
use crate::store::searches::{self, Explained, Searches};
use crate::store::{Scope, StoreError};

mod counting;

use counting::hour;
pub(crate) use counting::{Lately, follow};

/// How long an hour is shown after somebody looked into it, in seconds.
const SHOWN: i64 = 30 * 24 * 60 * 60;

/// How long an hour is kept, in seconds.
const KEPT: i64 = 365 * 24 * 60 * 60;

/// Why searches could not be explained, shown or looked into.
#[derive(Debug, thiserror::Error)]
pub enum SearchesError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such hour here, or one of one's own where somebody else has to look.
    #[error("not found")]
    NotFound,
    /// Somebody acted meanwhile.
    #[error("changed meanwhile")]
    Stale,
    /// The trail could not be written.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// What a colleague says about an hour of searches.
pub struct Explanation {
    /// Which hour.
    pub id: SearchesId,
    /// Why.
    pub why: Why,
    /// In own words.
    pub remark: Option<Pii<Remark>>,
}

/// An hour as it is shown to whoever looks into it.
pub struct Shown {
    /// As it is stored.
    pub searches: Searches,
    /// What the colleague is called.
    pub name: Pii<String>,
    /// What the colleague wrote.
    pub remark: Option<Pii<String>>,
    /// Whether these are one's own searches.
    pub own: bool,
}

/// The hour about which a colleague is asked why, and did not say so yet.
///
/// # Errors
/// [`SearchesError::Forbidden`] for a role that looks nobody up.
pub async fn asking(desk: &Desk, actor: &Actor) -> Result<Option<SearchesId>, SearchesError> {
    let permit = access::permitted(desk, actor, Action::ExplainSearches).await?;
    let user = UserId::from_uuid(permit.actor_id());
    let mut look = desk.look(&permit).await?;
    let listed = searches::of_hour(&mut look, user, hour(desk.now())).await?;
    Ok(listed.filter(|one| one.why.is_none()).map(|one| one.id))
}

/// Says why one looked many people up. It opens nothing and ends nothing.
///
/// # Errors
/// [`SearchesError::Stale`] for an hour that was explained, [`SearchesError::NotFound`] for the hour of
/// somebody else.
pub async fn explain(desk: &Desk, actor: &Actor, said: Explanation) -> Result<(), SearchesError> {
    let permit = access::permitted(desk, actor, Action::ExplainSearches).await?;
    let user = UserId::from_uuid(permit.actor_id());
    let mut look = desk.look(&permit).await?;
    let listed = searches::one(&mut look, said.id).await?;
    let Some(listed) = listed.filter(|one| one.user == user) else {
        drop(look);
        let entry = Entry::of("searches", said.id.bytes()).decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(SearchesError::NotFound);
    };
    let by_now = asked_in(&mut look, &listed).await?;
    drop(look);
    let explained = Explained {
        count: by_now.max(listed.count),
        why: said.why,
        remark: sealed(desk, &permit, &said).await?,
        at: desk.now(),
    };
    let mut tx = desk.begin(&permit).await?;
    if !searches::explain(&mut tx, (said.id, user), &explained).await? {
        return Err(SearchesError::Stale);
    }
    let entry = Entry::of("searches", said.id.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// How many searches there were in that hour by now.
async fn asked_in(look: &mut impl Scope, listed: &Searches) -> Result<i64, StoreError> {
    let mut asked = searches::asked(look, listed.user, listed.hour).await?;
    asked.retain(|at| hour(*at) == listed.hour);
    i64::try_from(counted(&asked)).map_err(|_| StoreError::Inconsistent)
}

async fn sealed(
    desk: &Desk,
    permit: &Permit,
    said: &Explanation,
) -> Result<Option<Vec<u8>>, SealError> {
    let Some(remark) = &said.remark else {
        return Ok(None);
    };
    let plain = remark.reveal().as_str().as_bytes();
    let place = place(permit, said.id);
    desk.vault().seal(permit, &place, plain).await.map(Some)
}

/// The hours to look into, and those of the last month. The trail is written first.
///
/// # Errors
/// [`SearchesError::Forbidden`].
pub async fn list(desk: &Desk, actor: &Actor) -> Result<Vec<Shown>, SearchesError> {
    let permit = access::permitted(desk, actor, Action::ShowSearches).await?;
    let since = desk.now().plus_seconds(-SHOWN);
    let listed = searches::list(&mut desk.look(&permit).await?, since).await?;
    if !listed.is_empty() {
        let entry = Entry::of("searches", permit.centre().bytes());
        desk.trail().witness(desk, &permit, entry).await?;
    }
    let mut shown = Vec::with_capacity(listed.len());
    for searches in listed {
        shown.push(show(desk, &permit, searches).await?);
    }
    Ok(shown)
}

async fn show(desk: &Desk, permit: &Permit, searches: Searches) -> Result<Shown, SearchesError> {
    let mut look = desk.look(permit).await?;
    let remark = match &searches.remark {
        None => None,
        Some(sealed) => {
            let place = place(permit, searches.id);
            let plain = desk.vault().open(permit, &mut look, &place, sealed).await?;
            Some(plain.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        }
    };
    Ok(Shown {
        own: searches.user.uuid() == permit.actor_id(),
        name: staff::called(desk, permit, &mut look, searches.user).await?,
        remark,
        searches,
    })
}

/// How many hours of others nobody looked into yet.
///
/// # Errors
/// [`SearchesError::Forbidden`].
pub async fn waiting(desk: &Desk, actor: &Actor) -> Result<i64, SearchesError> {
    let permit = access::permitted(desk, actor, Action::ShowSearches).await?;
    let user = UserId::from_uuid(permit.actor_id());
    Ok(searches::unseen(&mut desk.look(&permit).await?, user).await?)
}

/// Says that one looked into an hour of somebody else, as it was shown.
///
/// # Errors
/// [`SearchesError::NotFound`] for no such hour or one's own, [`SearchesError::Stale`] when more was said
/// since, or somebody looked into it already.
pub async fn see(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (SearchesId, i64),
) -> Result<(), SearchesError> {
    let permit = access::permitted(desk, actor, Action::ReviewSearches).await?;
    let by = UserId::from_uuid(permit.actor_id());
    let listed = searches::one(&mut desk.look(&permit).await?, id).await?;
    let entry = Entry::of("searches", id.bytes());
    if listed.is_none_or(|one| one.user == by) {
        let entry = entry.decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(SearchesError::NotFound);
    }
    let mut tx = desk.begin(&permit).await?;
    if !searches::see(&mut tx, (id, rev), (by, desk.now())).await? {
        return Err(SearchesError::Stale);
    }
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// Removes the hours that are a year old; gives how many. The trail itself stays.
///
/// # Errors
/// What the engine said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<u64, SearchesError> {
    let permit = access::require(actor, Action::Sweep)?;
    let mut tx = desk.begin(&permit).await?;
    let gone = searches::forget(&mut tx, desk.now().plus_seconds(-KEPT)).await?;
    desk.settle(tx).await?;
    Ok(gone)
}

fn place(permit: &Permit, id: SearchesId) -> Place {
    Place {
        table: "searches",
        column: "remark",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::STAFF,
    }
}
