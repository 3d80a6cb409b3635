//! The outbox: a letter is stored in the transaction of its cause, so that there is never one without
//! the other, and a server that does not answer slows nobody. [`send::round`] sends what is due.
//!
//! To send something, [`put`] it in the transaction that makes it necessary, and [`withdraw`] it in
//! the transaction that ends its cause. What has to hold for its kind at the moment of sending stands
//! in one place, beside the sender.

use std::time::Duration;

use domain::mail::{LetterKind, LetterState};
use domain::role::Action;
use domain::text::Email;
use domain::{Instant, Language, LetterId, Pii, RepeatKey};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::mail::Letter;
use crate::mail::texts::Message;
use crate::neutral;
use crate::seal::{Compartment, LinkContext, Place, SealError, Subject};
use crate::store::mail::Health;
use crate::store::outbox::{self, New, Shown};
use crate::store::{self, StoreError, Tx};

mod doubt;
pub mod notices;
pub mod send;

pub(crate) use doubt::doubt;

/// How long a letter that somebody tries mail with may wait, in seconds.
const TRIAL_SECONDS: i64 = 24 * 60 * 60;

/// How long a letter that is over is remembered, in seconds: as long as its occasion could come again.
const REMEMBERED_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Why a letter could not be put in the outbox, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such letter here.
    #[error("not found")]
    NotFound,
    /// It would tell a stranger what it is about.
    #[error("says too much")]
    Telling,
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// A letter to be sent.
pub struct Outgoing {
    /// Why. What has to hold when it is sent goes by this.
    pub kind: LetterKind,
    /// What it is about: [`withdraw`] takes back every letter about the same thing.
    pub about: Uuid,
    /// The one time it is sent for, within what it is about: a second letter for it is none.
    pub occasion: Vec<u8>,
    /// To whom, and what.
    pub letter: Pii<Letter>,
    /// From when on it may be sent.
    pub not_before: Instant,
    /// From when on it would come too late, or its address may not be used any more.
    pub not_after: Instant,
}

/// Puts a letter in the outbox, in the transaction of its cause; gives the one that is there already
/// for the same occasion.
///
/// # Errors
/// [`OutboxError::Telling`] when it would say too much; the transaction can only be dropped then.
pub async fn put(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    new: Outgoing,
) -> Result<LetterId, OutboxError> {
    let letter = new.letter.reveal();
    let lexicon = neutral::lexicon(tx).await?;
    let checked = lexicon.check(&letter.subject, &letter.text);
    checked.map_err(|_| OutboxError::Telling)?;
    let id = LetterId::new(desk.ids());
    let plain = Pii::new(serde_json::to_vec(letter).map_err(|_| StoreError::Inconsistent)?);
    let vault = desk.vault();
    let occasion = [new.about.as_bytes(), &new.occasion[..]].concat();
    let row = New {
        id,
        kind: new.kind,
        cause: vault
            .link(LinkContext::Letter, *new.about.as_bytes())?
            .bytes,
        occasion: vault.link_of(LinkContext::Letter, &occasion)?.bytes,
        sealed: vault
            .seal(permit, &place(permit, id), plain.reveal())
            .await?,
        not_before: new.not_before,
        not_after: new.not_after,
        now: desk.now(),
    };
    if outbox::put(tx, &row).await? {
        tx.touch(Topic::Mail, id.uuid());
        return Ok(id);
    }
    let first = outbox::of_occasion(tx, row.occasion).await?;
    first.ok_or(OutboxError::Store(StoreError::Inconsistent))
}

/// Takes back every letter about something, in the transaction that ends it: none of them is sent
/// any more. Gives how many.
///
/// # Errors
/// [`SealError::Sealed`], or what the engine said.
pub async fn withdraw(desk: &Desk, tx: &mut Tx, about: Uuid) -> Result<u64, OutboxError> {
    let cause = desk.vault().link(LinkContext::Letter, *about.as_bytes())?;
    let gone = outbox::withdraw(tx, cause.bytes, desk.now()).await?;
    if gone > 0 {
        tx.touch(Topic::Mail, about);
    }
    Ok(gone)
}

fn place(permit: &Permit, id: LetterId) -> Place {
    Place {
        table: "outbox",
        column: "sealed",
        row: id.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::MAIL,
    }
}

/// Sends a letter to this address, through the outbox like every other, to see whether mail works.
/// The same form sent twice is one letter.
///
/// # Errors
/// [`OutboxError::Forbidden`] for a role that may not.
pub async fn try_out(
    desk: &Desk,
    actor: &Actor,
    to: (Pii<Email>, Language),
    key: RepeatKey,
) -> Result<LetterId, OutboxError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    let (subject, text) = Message::Trial.written(to.1);
    let letter = Letter {
        to: to.0.into_revealed(),
        subject: subject.to_owned(),
        text: text.to_owned(),
    };
    let now = desk.now();
    let new = Outgoing {
        kind: LetterKind::Trial,
        about: key.uuid(),
        occasion: b"trial".to_vec(),
        letter: Pii::new(letter),
        not_before: now,
        not_after: now.plus_seconds(TRIAL_SECONDS),
    };
    let mut tx = desk.begin(&permit).await?;
    let id = put(desk, &mut tx, &permit, new).await?;
    desk.commit(tx, &permit, Entry::of("letter", id.bytes()))
        .await?;
    Ok(id)
}

/// Waits until a letter is over, at most so long; gives where it is then.
///
/// # Errors
/// [`OutboxError::NotFound`] for a letter of another centre.
pub async fn outcome(
    desk: &Desk,
    actor: &Actor,
    id: LetterId,
    at_most: Duration,
) -> Result<Shown, OutboxError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    let mut changes = desk.bus().listen();
    let over = async {
        loop {
            let shown = one(desk, &permit, id).await?;
            let under_way = matches!(shown.state, LetterState::Waiting | LetterState::Sending);
            if !under_way || (shown.state == LetterState::Waiting && shown.fault.is_some()) {
                return Ok(shown);
            }
            // A listener that fell behind looks again at once; nothing else can end the stream.
            let _heard = changes.recv().await;
        }
    };
    match tokio::time::timeout(at_most, over).await {
        Ok(shown) => shown,
        Err(_) => one(desk, &permit, id).await,
    }
}

async fn one(desk: &Desk, permit: &Permit, id: LetterId) -> Result<Shown, OutboxError> {
    let mut look = desk.look(permit).await?;
    let shown = outbox::one(&mut look, id).await?;
    shown.ok_or(OutboxError::NotFound)
}

/// What a colleague sees of the outbox.
pub struct Overview {
    /// How the mail server does; nothing while none is set.
    pub health: Option<Health>,
    /// How many letters wait.
    pub queue: i64,
    /// The latest letters.
    pub latest: Vec<Shown>,
    /// Those that somebody has to decide about.
    pub given_up: Vec<Shown>,
}

/// Shows the outbox: kinds, times and reasons, never to whom or what.
///
/// # Errors
/// [`OutboxError::Forbidden`] for a role that may not.
pub async fn overview(desk: &Desk, actor: &Actor) -> Result<Overview, OutboxError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    let mut look = desk.look(&permit).await?;
    let server = store::mail::server(&mut look).await?;
    Ok(Overview {
        health: server.map(|server| server.health),
        queue: outbox::queue(&mut look).await?,
        latest: outbox::latest(&mut look).await?,
        given_up: outbox::given_up(&mut look).await?,
    })
}

/// Since when no mail goes out; nothing while it does. For a line on every screen of whoever may
/// have to call instead.
///
/// # Errors
/// [`OutboxError::Forbidden`] for a role that may not.
pub async fn standing_since(desk: &Desk, actor: &Actor) -> Result<Option<Instant>, OutboxError> {
    let permit = access::require(actor, Action::WatchMail)?;
    let server = store::mail::server(&mut desk.look(&permit).await?).await?;
    Ok(server.and_then(|server| server.health.down))
}

/// What somebody decides about a letter that was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is tried again.
    Again,
    /// It is put aside.
    Dismiss,
}

/// Decides about a letter that was given up.
///
/// # Errors
/// [`OutboxError::NotFound`] when there is none any more.
pub async fn decide(
    desk: &Desk,
    actor: &Actor,
    id: LetterId,
    verdict: Verdict,
) -> Result<(), OutboxError> {
    let permit = access::permitted(desk, actor, Action::SetMail).await?;
    let mut tx = desk.begin(&permit).await?;
    let decided = match verdict {
        Verdict::Again => outbox::again(&mut tx, id, desk.now()).await?,
        Verdict::Dismiss => outbox::dismiss(&mut tx, id, desk.now()).await?,
    };
    let entry = Entry::of("letter", id.bytes());
    if !decided {
        let entry = entry.decided(Decision::NotFound);
        desk.commit(tx, &permit, entry).await?;
        return Err(OutboxError::NotFound);
    }
    tx.touch(Topic::Mail, id.uuid());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// Takes back what has waited too long, and forgets what has long been over; gives how many.
///
/// # Errors
/// What the engine said.
pub async fn sweep(desk: &Desk, actor: &Actor) -> Result<u64, OutboxError> {
    let permit = access::require(actor, Action::Sweep)?;
    let now = desk.now();
    let mut tx = desk.begin(&permit).await?;
    let late = outbox::expire(&mut tx, now).await?;
    let old = outbox::sweep(&mut tx, now.plus_seconds(-REMEMBERED_SECONDS)).await?;
    if late > 0 {
        tx.touch(Topic::Mail, permit.centre().uuid());
    }
    desk.settle(tx).await?;
    Ok(late + old)
}
