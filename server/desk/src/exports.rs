//! A file of all people leaves the house by two colleagues: one asks for it and says why, another lets
//! it out within the hour, and the one who asked takes it once. Everybody in it is named in the trail
//! before anything is opened.

use domain::import::{HEAD, line, written};
use domain::role::Action;
use domain::text::Remark;
use domain::{ExportId, Pii, RecordId, RepeatKey, UserId};
use uuid::Uuid;

use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Entry};
use crate::people::PersonError;
use crate::seal::{Compartment, CompartmentKind, Place, SealError, Subject};
use crate::store::repeats::Claim;
use crate::store::{self, StoreError};
use crate::{Desk, denials, people, staff};

mod request;

pub use request::{Request, Stage};

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
/// [`ExportError::SamePerson`] for the one who asked, [`ExportError::Stale`] when it is too late.
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
    if !store::exports::release(&mut tx, (id, rev), (by, desk.now())).await? {
        return Err(ExportError::Stale);
    }
    Ok(desk.commit(tx, &permit, entry(&request)).await?)
}

/// Makes a released file ready for the one who asked, for a minute: the browser fetches it then.
///
/// # Errors
/// [`ExportError::NotFound`] for anybody else, [`ExportError::Stale`] when it is too late.
pub async fn make_ready(
    desk: &Desk,
    actor: &Actor,
    (id, rev): (ExportId, i64),
) -> Result<(), ExportError> {
    let permit = access::deed(desk, actor, Action::ExportPeople).await?;
    let request = own(desk, &permit, id).await?;
    if request.stage(desk.now()) != Stage::Released {
        return Err(ExportError::Stale);
    }
    let until = desk.now().plus_seconds(READY_SECONDS);
    let mut tx = desk.begin(&permit).await?;
    if !store::exports::ready(&mut tx, (id, rev), until).await? {
        return Err(ExportError::Stale);
    }
    Ok(desk.commit(tx, &permit, entry(&request)).await?)
}

/// Takes a file that is ready, once.
///
/// # Errors
/// [`ExportError::NotFound`] for anybody else, and for a file that is not ready or was taken.
pub async fn take(desk: &Desk, actor: &Actor, id: ExportId) -> Result<Pii<String>, ExportError> {
    let permit = access::permitted(desk, actor, Action::ExportPeople).await?;
    let request = own(desk, &permit, id).await?;
    let mut tx = desk.begin(&permit).await?;
    if !store::exports::take(&mut tx, id, desk.now()).await? {
        return Err(ExportError::NotFound);
    }
    desk.commit(tx, &permit, entry(&request)).await?;
    everybody(desk, &permit, &request).await
}

/// Writes everybody down for the one who asked, but nobody whom that colleague must not see.
async fn everybody(
    desk: &Desk,
    asker: &Permit,
    request: &Request,
) -> Result<Pii<String>, ExportError> {
    let job = Actor::Job {
        name: "export",
        centre: asker.centre(),
        request: asker.actor().request(),
    };
    let permit = access::require(&job, Action::WriteExport)?;
    let seen = denials::seen(desk, asker, &mut desk.look(asker).await?).await?;
    let mut text = line(HEAD.iter().map(|column| column.code()));
    let mut after = RecordId::from_uuid(Uuid::nil());
    loop {
        let mut page = people::export::page(desk, &permit, after).await?;
        let Some(last) = page.last() else {
            return Ok(Pii::new(text));
        };
        after = last.id;
        page.retain(|record| seen.shows(record.id));
        let everybody = page.iter().map(|record| record.id);
        let entry = entry(request).on_behalf_of(request.by);
        desk.trail()
            .witness(desk, &permit, everybody.fold(entry, Entry::about))
            .await?;
        for (identity, contact) in people::export::opened(desk, &permit, &page).await? {
            let cells = written(identity.reveal(), contact.reveal());
            text += &line(cells.iter().map(String::as_str));
        }
    }
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
