//! Setting the house up: the lists an administrator keeps (organisations, services, rooms, days, the
//! roster, periods of keeping). They behave alike: an item is added once for each form, changed only
//! as it was shown, and closed instead of removed, so that what was stays readable.

use domain::role::Action;
use domain::{Instant, RepeatKey};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden};
use crate::audit::AuditError;
use crate::seal::SealError;
use crate::store::{Passing, Scope, StoreError, Tx};

mod changes;
mod names;

pub(crate) use changes::refused;
pub use changes::{add, add_all, change, close, close_added, shift};

/// Why something of the house could not be shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such item here, or it names something that is not of this house.
    #[error("not found")]
    NotFound,
    /// Somebody else changed it since it was shown.
    #[error("changed meanwhile")]
    Stale,
    /// Another one has what only one may have: a day, a host name.
    #[error("taken")]
    Taken,
    /// Somebody outside would read in it what the house is.
    #[error("says too much")]
    Telling,
    /// The trail could not be written, so nothing is shown.
    #[error("audit")]
    Audit(#[from] AuditError),
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[source] StoreError),
}

impl From<StoreError> for SetupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken => Self::Taken,
            error => Self::Store(error),
        }
    }
}

impl Passing for SetupError {
    fn passes(&self) -> bool {
        matches!(self, Self::Store(error) if error.passes())
    }
}

/// An item of a list as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<T> {
    /// Which one.
    pub id: Uuid,
    /// What it is.
    pub item: T,
    /// Since when it is offered no more.
    pub closed: Option<Instant>,
    /// How often it was changed.
    pub rev: i64,
}

/// An item as it was shown to whoever now changes it.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// Which one.
    pub id: Uuid,
    /// Its revision then.
    pub rev: i64,
    /// The key of the form: sent twice, it changes the item once.
    pub key: RepeatKey,
}

/// What the store did, to wait for.
pub type Done<'a, T> = std::pin::Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Something the house keeps a list of.
pub trait Kept: Clone + Send + Sync + 'static {
    /// What the trail calls it.
    const KIND: &'static str;
    /// What somebody must be allowed to change it.
    const ACTION: Action;

    /// Every item of the centre in the order it is listed, those that are closed last.
    fn all<S: Scope>(scope: &mut S) -> Done<'_, Vec<Line<Self>>>;
    /// Writes a new item.
    fn add<'a>(&'a self, tx: &'a mut Tx, id: Uuid) -> Done<'a, ()>;
    /// Writes an item anew if it still has this revision.
    fn change<'a>(&'a self, tx: &'a mut Tx, shown: (Uuid, i64)) -> Done<'a, bool>;
    /// Closes an item, or opens it again, if it still has this revision.
    fn close(tx: &mut Tx, shown: (Uuid, i64), since: Option<Instant>) -> Done<'_, bool>;
    /// Whether what it names is of the same house.
    fn belongs<'a>(&'a self, _tx: &'a mut Tx) -> Done<'a, bool> {
        Box::pin(async { Ok(true) })
    }
    /// What it is called, where no two that are open may be called the same: nobody could tell them
    /// apart in a list.
    fn name(&self) -> Option<&str> {
        None
    }
    /// The names of the fields in which it differs from another, for the trail.
    fn differs(&self, other: &Self) -> Vec<&'static str>;
}

/// The names of the fields that differ.
pub(crate) fn named(fields: &[(&'static str, bool)]) -> Vec<&'static str> {
    let differing = fields.iter().filter(|(_, differs)| *differs);
    differing.map(|(name, _)| *name).collect()
}

/// A list in an order of its own.
pub trait Ranked: Kept {
    /// Puts an item at a place of the list.
    fn rank(tx: &mut Tx, id: Uuid, place: i64) -> Done<'_, ()>;
}

/// Every item, those that are closed last.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn lines<T: Kept>(desk: &Desk, actor: &Actor) -> Result<Vec<Line<T>>, SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowSetup).await?;
    Ok(T::all(&mut desk.look(&permit).await?).await?)
}

/// One item.
///
/// # Errors
/// [`SetupError::NotFound`] for an item of another house.
pub async fn line<T: Kept>(desk: &Desk, actor: &Actor, id: Uuid) -> Result<Line<T>, SetupError> {
    let all = lines::<T>(desk, actor).await?;
    all.into_iter()
        .find(|line| line.id == id)
        .ok_or(SetupError::NotFound)
}
