//! A file of all people leaves the house by two colleagues: one asks for it and says why, another lets
//! it out within the hour, and the one who asked takes it once. Everybody in it is named in the trail
//! before anything is opened.

use domain::role::Action;
use domain::text::Remark;
use domain::vouch::{Dependent, Release};
use domain::{ExportId, Pii, RepeatKey, UserId};

use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Decision, Entry};
use crate::people::PersonError;
use crate::seal::{Compartment, CompartmentKind, Place, SealError, Subject};
use crate::store::repeats::Claim;
use crate::store::{self, StoreError};
use crate::{Desk, staff};

mod making;
mod request;
mod taking;

pub use making::{sweep, work};
pub use request::{Request, Stage};
pub use taking::{Taking, take};

/// How long a request waits for a colleague, and a released file for the one who asked, in seconds.
pub const HOUR: i64 = 60 * 60;

/// How long a file that is being taken is ready, in seconds.
const READY_SECONDS: i64 = 60;

/// The use case that a key of the form belongs to.
const ASK: &str = "export";

/// A request as colleagues see it.
pub struct Shown {
    /// The request.
    pub request: Request,
    /// Where it stands.
    pub stage: Stage,
    /// Whether the one who looks asked.
    pub own: bool,
    /// Who asked, by name.
    pub name: Pii<String>,
    /// Why.
    pub reason: Pii<String>,
}

/// Why a file did not leave the house.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such request here, or not for this colleague.
    #[error("not found")]
    NotFound,
    /// Who asked does not let it out.
    #[error("somebody else has to release it")]
    SamePerson,
    /// Who would let it out may be the same person as who asks.
    #[error(transparent)]
    Dependent(#[from] Dependent),
    /// It is too late, or somebody acted meanwhile.
    #[error("changed meanwhile")]
    Stale,
    /// A person could not be read.
    #[error("a person could not be read")]
    Person(#[from] PersonError),
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

/// Asks for a file of all people.
///
/// # Errors
/// [`ExportError::Forbidden`].
pub async fn ask(
    desk: &Desk,
    actor: &Actor,
    reason: &Pii<Remark>,
    key: RepeatKey,
) -> Result<ExportId, ExportError> {
    let permit = access::deed(desk, actor, Action::ExportPeople).await?;
    let id = ExportId::new(desk.ids());
    let why = reason.reveal().as_str();
    let sealed = desk
        .vault()
        .seal(&permit, &place(&permit, id), why.as_bytes())
        .await?;
    let mut tx = desk.begin(&permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: ASK,
        result: id.uuid(),
        at: desk.now(),
    };
    if let Some(first) = store::repeats::claim(&mut tx, claim).await? {
        return Ok(ExportId::from_uuid(first));
    }
    let by = UserId::from_uuid(permit.actor_id());
    store::exports::add(&mut tx, (id, by), &sealed, desk.now()).await?;
    let entry = Entry::of("export", id.bytes()).detail(Pii::new(why.to_owned()));
    desk.commit(tx, &permit, entry).await?;
    Ok(id)
}

/// The requests of the last days, the newest first, with who asked and why. The trail is written first.
///
/// # Errors
/// [`ExportError::Forbidden`].
pub async fn list(desk: &Desk, actor: &Actor) -> Result<Vec<Shown>, ExportError> {
    let permit = access::permitted(desk, actor, Action::ReleaseExport).await?;
    let requests = store::exports::list(&mut desk.look(&permit).await?).await?;
    if !requests.is_empty() {
        let entry = Entry::of("export", permit.centre().bytes());
        desk.trail().witness(desk, &permit, entry).await?;
    }
    let mut shown = Vec::with_capacity(requests.len());
    for request in requests {
        shown.push(show(desk, &permit, request).await?);
    }
    Ok(shown)
}

async fn show(desk: &Desk, permit: &Permit, request: Request) -> Result<Shown, ExportError> {
    let mut look = desk.look(permit).await?;
    let place = place(permit, request.id);
    let reason = desk
        .vault()
        .open(permit, &mut look, &place, &request.reason)
        .await?;
    Ok(Shown {
        stage: request.stage(desk.now()),
        own: request.by.uuid() == permit.actor_id(),
        name: staff::called(desk, permit, &mut look, request.by).await?,
        reason: reason.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        request,
    })
}

/// Lets a file out that a colleague asked for.
///
/// # Errors
/// [`ExportError::SamePerson`] for the one who asked, [`ExportError::Dependent`] for one who may be the
/// same person, [`ExportError::Stale`] when it is too late.
pub async fn release(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ExportId, i64),
) -> Result<(), ExportError> {
    let permit = access::deed(desk, actor, Action::ReleaseExport).await?;
    let request = stored(desk, &permit, id).await?;
    if request.by.uuid() == permit.actor_id() {
        return Err(ExportError::SamePerson);
    }
    if request.stage(desk.now()) != Stage::Asked {
        return Err(ExportError::Stale);
    }
    let by = UserId::from_uuid(permit.actor_id());
    let mut tx = desk.begin(&permit).await?;
    let pair = Release {
        by,
        asker: request.by,
        about: None,
    };
    if let Err(dependent) = pair.independent(&store::vouches::all(&mut tx).await?, desk.now()) {
        let refused = entry(&request).decided(Decision::Refused);
        desk.commit(tx, &permit, refused).await?;
        return Err(dependent.into());
    }
    if !store::exports::release(&mut tx, (id, rev), (by, desk.now())).await? {
        return Err(ExportError::Stale);
    }
    Ok(desk.commit(tx, &permit, entry(&request)).await?)
}

/// Makes a file that is made ready for the one who asked, for a minute: the browser fetches it then.
///
/// # Errors
/// [`ExportError::NotFound`] for anybody else, [`ExportError::Stale`] when it is too late, or somebody was
/// erased or kept from a colleague since: then it is made anew.
pub async fn make_ready(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ExportId, i64),
) -> Result<(), ExportError> {
    let permit = access::deed(desk, actor, Action::ExportPeople).await?;
    let request = own(desk, &permit, id).await?;
    if request.stage(desk.now()) != Stage::Ready {
        return Err(ExportError::Stale);
    }
    if making::is_old(desk, &permit, &request).await? {
        making::anew(desk, &permit, &request).await?;
        return Err(ExportError::Stale);
    }
    let until = desk.now().plus_seconds(READY_SECONDS);
    let mut tx = desk.begin(&permit).await?;
    if !store::exports::ready(&mut tx, (id, rev), until).await? {
        return Err(ExportError::Stale);
    }
    Ok(desk.commit(tx, &permit, entry(&request)).await?)
}

async fn stored(desk: &Desk, permit: &Permit, id: ExportId) -> Result<Request, ExportError> {
    let request = store::exports::one(&mut desk.look(permit).await?, id).await?;
    request.ok_or(ExportError::NotFound)
}

async fn own(desk: &Desk, permit: &Permit, id: ExportId) -> Result<Request, ExportError> {
    let request = stored(desk, permit, id).await?;
    let own = request.by.uuid() == permit.actor_id();
    own.then_some(request).ok_or(ExportError::NotFound)
}

const fn entry(request: &Request) -> Entry {
    Entry::of("export", request.id.bytes())
}

fn place(permit: &Permit, id: ExportId) -> Place {
    Place {
        table: "export_request",
        column: "reason",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::of(CompartmentKind::Draft, id.bytes()),
    }
}
