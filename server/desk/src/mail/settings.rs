//! The mail server of a house: shown without its password, changed over the revision that was shown,
//! and in force at once.

use domain::Pii;
use domain::mail::MailServer;
use domain::neutral::Lexicon;
use domain::role::Action;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{AuditError, Entry};
use crate::bus::Topic;
use crate::neutral;
use crate::seal::{Compartment, Place, SealError, Subject};
use crate::store::mail::{self, Stored};
use crate::store::{Scope, StoreError};

/// Why the mail server could not be shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// A name or host would tell a reader what the house is.
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
    Store(#[from] StoreError),
}

/// The mail server as a screen may show it.
pub struct Shown {
    /// Where and as whom, without the password.
    pub server: Pii<MailServer>,
    /// The revision to change it over.
    pub rev: i64,
}

/// Shows the mail server; nothing while none is set.
///
/// # Errors
/// [`MailError::Forbidden`] for a role that may not.
pub async fn show(desk: &Desk, actor: &Actor) -> Result<Option<Shown>, MailError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    let mut look = desk.look(&permit).await?;
    let Some(stored) = mail::server(&mut look).await? else {
        return Ok(None);
    };
    let entry = Entry::of("mail_server", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut server = open(desk, &permit, &mut look, &stored).await?;
    if let Some(login) = &mut server.login {
        login.password.clear();
    }
    Ok(Some(Shown {
        server: Pii::new(server),
        rev: stored.rev,
    }))
}

/// The words that no setting may hold, to say which one it was.
///
/// # Errors
/// [`MailError::Forbidden`] for a role that may not.
pub async fn lexicon(desk: &Desk, actor: &Actor) -> Result<Lexicon, MailError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    Ok(neutral::lexicon(&mut desk.look(&permit).await?).await?)
}

/// Changes the mail server over the revision that was shown, 0 for the first time. An empty password
/// keeps the one that is there.
///
/// # Errors
/// [`MailError::ChangedMeanwhile`], [`MailError::Telling`].
pub async fn save(
    desk: &Desk,
    actor: &Actor,
    server: Pii<MailServer>,
    rev: i64,
) -> Result<(), MailError> {
    let permit = access::deed(desk, actor, Action::SetMail).await?;
    let mut look = desk.look(&permit).await?;
    let lexicon = neutral::lexicon(&mut look).await?;
    let mut server = server.into_revealed();
    if telling(&lexicon, &server) {
        return Err(MailError::Telling);
    }
    if let Some(stored) = mail::server(&mut look).await? {
        keep_password(&mut server, &open(desk, &permit, &mut look, &stored).await?);
    }
    drop(look);
    let plain = Pii::new(serde_json::to_vec(&server).map_err(|_| StoreError::Inconsistent)?);
    let place = place(&permit);
    let sealed = desk.vault().seal(&permit, &place, plain.reveal()).await?;
    let mut tx = desk.begin(&permit).await?;
    if !mail::save(&mut tx, &sealed, rev).await? {
        return Err(MailError::ChangedMeanwhile);
    }
    tx.touch(Topic::Mail, permit.centre().uuid());
    let entry = Entry::of("mail_server", permit.centre().bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

fn telling(lexicon: &Lexicon, server: &MailServer) -> bool {
    let shown = [
        server.host.as_str(),
        server.sender_name.as_str(),
        server.sender.as_str(),
        server.shown_as.as_str(),
    ];
    shown
        .iter()
        .any(|value| lexicon.check_header(value).is_err())
}

/// The password of the same user at the same machine; anybody else's is never sent elsewhere.
fn keep_password(server: &mut MailServer, before: &MailServer) {
    let same_machine = server.host == before.host;
    if let (Some(new), Some(old)) = (&mut server.login, &before.login)
        && new.password.is_empty()
        && new.user == old.user
        && same_machine
    {
        new.password.clone_from(&old.password);
    }
}

/// Opens a stored mail server; the caller has written the trail, or tells nobody.
pub(crate) async fn open(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    stored: &Stored,
) -> Result<MailServer, SealError> {
    let opened = desk
        .vault()
        .open(permit, look, &place(permit), &stored.sealed)
        .await?;
    serde_json::from_slice(opened.reveal()).map_err(|_| StoreError::Inconsistent.into())
}

fn place(permit: &Permit) -> Place {
    Place {
        table: "mail_server",
        column: "sealed",
        row: permit.centre().bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::MAIL,
    }
}
