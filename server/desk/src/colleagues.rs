//! The colleagues of a house, as those see them who manage it: who works here as what, inviting
//! somebody, changing roles, letting somebody choose new proofs, and ending the account of whoever
//! leaves. What is decided holds at once, in every process: each request asks the store again.

use domain::role::{Action, Role};
use domain::text::Name;
use domain::vouch::Dependent;
use domain::{Instant, Pii, ServiceId, UserId};
use uuid::Uuid;

use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::seal::SealError;
use crate::staff::{self, StaffError};
use crate::store::colleagues::{self, Colleague};
use crate::store::invites::{self, Invite};
use crate::store::staff::Post;
use crate::store::{self, Look, Passing, StoreError, places};
use crate::{Desk, audit};

mod invite;
mod leave;
mod own_hand;
mod reset;
mod roles;
mod seconds;

pub use invite::{Invited, NewColleague, invite};
pub(crate) use invite::{fresh_code, hash};
pub(crate) use leave::again as leave_again;
pub use leave::leave;
pub use own_hand::{OwnHand, own_hand};
pub use reset::{Waiting, news, release, reset, told, waiting, withdraw};
pub use roles::change_roles;
pub use seconds::seconds;
pub use store::colleagues::Shown;

/// Seconds a code on paper works for somebody who joins: seven days.
const JOINS_WITHIN: i64 = 7 * 24 * 60 * 60;
/// Seconds a code on paper works for somebody who has lost a proof: one day.
const RESETS_WITHIN: i64 = 24 * 60 * 60;

/// Why a colleague could not be shown, invited or changed.
#[derive(Debug, thiserror::Error)]
pub enum ColleagueError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such colleague, service or code here.
    #[error("not found")]
    NotFound,
    /// Somebody else changed the account since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// The user name is, or was, somebody's.
    #[error("the user name is taken")]
    NameTaken,
    /// Nobody would be left who manages the house.
    #[error("the last administrator")]
    LastOne,
    /// A colleague works as something.
    #[error("no role")]
    NoRole,
    /// Who would release it may be the same person as who asks.
    #[error(transparent)]
    Dependent(#[from] Dependent),
    /// Whoever has somebody to ask does not give a role to oneself.
    #[error("a role for oneself")]
    OwnRole,
    /// The trail could not be written, so nothing is shown.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl Passing for ColleagueError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

impl From<StaffError> for ColleagueError {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Forbidden(error) => Self::Forbidden(error),
            StaffError::NameTaken => Self::NameTaken,
            StaffError::NotFound => Self::NotFound,
            StaffError::Seal(error) => Self::Seal(error),
            StaffError::Store(error) => Self::Store(error),
            StaffError::Inconsistent | StaffError::Hashing | StaffError::TooCommon => {
                Self::Store(StoreError::Inconsistent)
            }
        }
    }
}

/// What somebody works as: a role, and the service it is held for.
pub type Work = (Role, Option<ServiceId>);

/// A colleague with everything that those see who manage the house.
pub struct Listed {
    /// Who.
    pub user: UserId,
    /// What the colleague is called.
    pub name: Pii<Name>,
    /// The name to sign in with.
    pub user_name: Pii<String>,
    /// What the colleague works as.
    pub posts: Vec<Post>,
    /// Whether the colleague has joined.
    pub joined: bool,
    /// The code on paper that works or waits to be released.
    pub invite: Option<Invite>,
    /// Since when there is an account.
    pub since: Instant,
    /// How often it was changed.
    pub rev: i64,
}

/// Every colleague of the house, in the order the accounts were made. The trail is written first.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn all(desk: &Desk, actor: &Actor) -> Result<Vec<Listed>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    listed_all(desk, &permit).await
}

/// How many work here. Nobody is named.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn how_many(desk: &Desk, actor: &Actor) -> Result<usize, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    Ok(colleagues::all(&mut desk.look(&permit).await?).await?.len())
}

/// How many work here as this. Nobody is named.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn how_many_work_as(
    desk: &Desk,
    actor: &Actor,
    role: Role,
) -> Result<usize, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    let mut look = desk.look(&permit).await?;
    let mut count = 0;
    for colleague in colleagues::all(&mut look).await? {
        let posts = store::staff::posts(&mut look, colleague.account.user).await?;
        count += usize::from(posts.iter().any(|post| post.role == role));
    }
    Ok(count)
}

/// Every colleague, to choose who must not see somebody.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that sets no denials.
pub async fn to_choose(desk: &Desk, actor: &Actor) -> Result<Vec<Listed>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::SetDenial).await?;
    listed_all(desk, &permit).await
}

async fn listed_all(desk: &Desk, permit: &Permit) -> Result<Vec<Listed>, ColleagueError> {
    let entry = Entry::of("account", permit.centre().bytes());
    desk.trail().witness(desk, permit, entry).await?;
    let mut look = desk.look(permit).await?;
    let open = invites::live(&mut look, desk.now()).await?;
    let mut all = Vec::new();
    for colleague in colleagues::all(&mut look).await? {
        all.push(listed(desk, permit, &mut look, (colleague, &open)).await?);
    }
    Ok(all)
}

/// One colleague. The trail is written first.
///
/// # Errors
/// [`ColleagueError::NotFound`] for nobody of this house, or whose account is closed.
pub async fn one(desk: &Desk, actor: &Actor, user: UserId) -> Result<Listed, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    let mut look = desk.look(&permit).await?;
    let found = colleagues::one(&mut look, user).await?;
    let entry = Entry::of("account", user.bytes());
    let Some(colleague) = found else {
        let entry = entry.decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(ColleagueError::NotFound);
    };
    desk.trail().witness(desk, &permit, entry).await?;
    let open = invites::live(&mut look, desk.now()).await?;
    listed(desk, &permit, &mut look, (colleague, &open)).await
}

async fn listed(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    (colleague, open): (Colleague, &[Invite]),
) -> Result<Listed, ColleagueError> {
    let user = colleague.account.user;
    let known = staff::open(desk, permit, look, &colleague.account).await?;
    Ok(Listed {
        user,
        user_name: Pii::new(known.reveal().user.clone()),
        name: known.map(|known| known.name),
        posts: store::staff::posts(look, user).await?,
        joined: colleague.joined,
        invite: open.iter().find(|invite| invite.user == user).copied(),
        since: colleague.since,
        rev: colleague.rev,
    })
}

/// The services that somebody can work for, to choose from.
///
/// # Errors
/// [`ColleagueError::Forbidden`] for a role that does not manage the house.
pub async fn services(
    desk: &Desk,
    actor: &Actor,
) -> Result<Vec<crate::places::Service>, ColleagueError> {
    let permit = access::permitted(desk, actor, Action::ShowColleagues).await?;
    Ok(places::services(&mut desk.look(&permit).await?).await?)
}

/// Whether this is something to work as in the house.
async fn fits(look: &mut Look, work: &[Work]) -> Result<(), ColleagueError> {
    if work.is_empty() {
        return Err(ColleagueError::NoRole);
    }
    let services = places::services(look).await?;
    let fits = |(role, service): &Work| match service {
        Some(service) => services.iter().any(|known| known.id == *service),
        None => *role != Role::Service,
    };
    if work.iter().all(fits) {
        Ok(())
    } else {
        Err(ColleagueError::NotFound)
    }
}

fn account(user: UserId) -> audit::Entry {
    Entry::of("account", user.bytes())
}

fn fresh_uuid(desk: &Desk) -> Uuid {
    Uuid::from_bytes(desk.ids().fresh())
}
