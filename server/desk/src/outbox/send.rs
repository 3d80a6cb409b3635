//! Sending what is due. A letter is taken in hand for a while, opened, and everything that has to
//! hold for it is asked again, twice: before the server is reached and directly before the letter is
//! handed over. Whatever happens on the way, a letter is sent once, or once more after a crash, with
//! the number it had.

use domain::mail::{Fault, LetterKind, MailServer, letter_again, server_again};
use domain::role::Action;
use uuid::Uuid;

use super::{OutboxError, notices, place};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::mail::letter::Pen;
use crate::mail::texts::Message;
use crate::mail::{Door, Letter, Limits, settings};
use crate::neutral;
use crate::seal::LinkContext;
use crate::store::mail::{Health, Stored};
use crate::store::outbox::lease::{self, Taken};
use crate::store::{self, Engine, Look, StoreError, Tx};

/// How many letters of one centre go before the others have their turn.
const MOST: usize = 50;

/// How long the mail server may rest before somebody is told about it afterwards, in seconds.
const WORTH_TELLING: i64 = 60 * 60;

/// What came of one letter.
enum Came {
    /// A server has taken it.
    Sent,
    /// It was taken back, or another process has it.
    Gone,
    /// It did not go.
    Failed(Fault),
}

/// Begins anew after a start. On SQLite no other process sends, so what is in hand was in the hand of
/// one that is gone; on PostgreSQL it may be in the hand of another, and waits until its time is up.
///
/// # Errors
/// As [`round`].
pub async fn begin(desk: &Desk, actor: &Actor) -> Result<(), OutboxError> {
    let permit = access::require(actor, Action::SendMail)?;
    if desk.db().engine() == Engine::Postgres {
        return Ok(());
    }
    let mut tx = desk.begin(&permit).await?;
    lease::free(&mut tx, desk.now()).await?;
    Ok(desk.settle(tx).await?)
}

/// Sends what is due in the actor's centre, letter by letter; gives how many went. It ends when
/// nothing is due, or when the server does not work.
///
/// # Errors
/// [`OutboxError::Forbidden`], or that seal or store failed; a letter in hand is then taken in hand
/// again after a while.
pub async fn round(desk: &Desk, actor: &Actor, door: &Door) -> Result<usize, OutboxError> {
    let permit = access::require(actor, Action::SendMail)?;
    let mut sent = 0;
    for _ in 0..MOST {
        let Some(stored) = ready(desk, &permit).await? else {
            break;
        };
        let Some(taken) = take(desk, &permit).await? else {
            break;
        };
        let came = send(desk, &permit, (&stored, &taken), door).await?;
        sent += usize::from(matches!(came, Came::Sent));
        let stop = matches!(came, Came::Failed(fault) if fault.is_of_server());
        settle(desk, &permit, (&taken, &came), stored.health).await?;
        if stop {
            break;
        }
    }
    Ok(sent)
}

/// The mail server, when a letter is due and the server does not rest.
async fn ready(desk: &Desk, permit: &Permit) -> Result<Option<Stored>, StoreError> {
    let mut look = desk.look(permit).await?;
    if lease::due(&mut look, desk.now()).await? == 0 {
        return Ok(None);
    }
    let stored = store::mail::server(&mut look).await?;
    let rests = |stored: &Stored| stored.health.rest.is_some_and(|until| desk.now() < until);
    Ok(stored.filter(|stored| !rests(stored)))
}

/// Takes the next letter in hand, and writes that down: it is opened next.
async fn take(desk: &Desk, permit: &Permit) -> Result<Option<Taken>, StoreError> {
    let now = desk.now();
    let until = now.plus_seconds(Limits::MOST_SECONDS);
    let hand = Uuid::from_bytes(desk.ids().fresh());
    let mut tx = desk.begin(permit).await?;
    let Some(taken) = lease::take(&mut tx, hand, now, until).await? else {
        return Ok(None);
    };
    let entry = Entry::of("letter", taken.id.bytes()).because("mail");
    desk.commit(tx, permit, entry).await?;
    Ok(Some(taken))
}

async fn send(
    desk: &Desk,
    permit: &Permit,
    (stored, taken): (&Stored, &Taken),
    door: &Door,
) -> Result<Came, OutboxError> {
    if taken.not_after <= desk.now() {
        return Ok(Came::Failed(Fault::Late));
    }
    let mut look = desk.look(permit).await?;
    let server = settings::open(desk, permit, &mut look, stored).await?;
    let letter = open(desk, permit, &mut look, taken).await?;
    if !stands(taken.kind, &letter, &server) {
        return Ok(Came::Failed(Fault::Over));
    }
    let lexicon = neutral::lexicon(&mut look).await?;
    drop(look);
    let pen = Pen {
        server: &server,
        lexicon: &lexicon,
        number: number(desk, taken)?,
        now: desk.now(),
    };
    let ready = match pen.write(&letter) {
        Ok(ready) => ready,
        Err(fault) => return Ok(Came::Failed(fault)),
    };
    let mut line = match door.open(&server).await {
        Ok(line) => line,
        Err(fault) => return Ok(Came::Failed(fault)),
    };
    if !may_go(desk, permit, taken, &letter).await? {
        line.close().await;
        return Ok(Came::Gone);
    }
    let came = match line.deliver(&ready).await {
        Ok(()) => Came::Sent,
        Err(fault) => Came::Failed(fault),
    };
    // Nobody waits for the goodbye: the letter is settled first.
    tokio::spawn(line.close());
    Ok(came)
}

async fn open(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    taken: &Taken,
) -> Result<Letter, OutboxError> {
    let place = place(permit, taken.id);
    let opened = desk.vault().open(permit, look, &place, &taken.sealed);
    let read = serde_json::from_slice(opened.await?.reveal());
    read.map_err(|_| OutboxError::Store(StoreError::Inconsistent))
}

/// The number a letter carries on its way: a server or reader who gets it twice can tell.
fn number(desk: &Desk, taken: &Taken) -> Result<[u8; 16], OutboxError> {
    let link = desk
        .vault()
        .link(LinkContext::MessageNumber, taken.id.bytes());
    Ok(link?.bytes)
}

/// What has to hold for a letter at the moment of sending, by its kind.
fn stands(kind: LetterKind, letter: &Letter, server: &MailServer) -> bool {
    match kind {
        LetterKind::Trial => true,
        LetterKind::Notice => notices::stands(letter, server),
    }
}

/// Asks everything again when the server waits for the letter: reaching it may have taken long.
async fn may_go(
    desk: &Desk,
    permit: &Permit,
    taken: &Taken,
    letter: &Letter,
) -> Result<bool, OutboxError> {
    let mut look = desk.look(permit).await?;
    if !lease::held(&mut look, taken).await? || taken.not_after <= desk.now() {
        return Ok(false);
    }
    let Some(stored) = store::mail::server(&mut look).await? else {
        return Ok(false);
    };
    let server = settings::open(desk, permit, &mut look, &stored).await?;
    Ok(stands(taken.kind, letter, &server))
}

/// Writes down what came of a letter, and how the server does.
async fn settle(
    desk: &Desk,
    permit: &Permit,
    (taken, came): (&Taken, &Came),
    health: Health,
) -> Result<(), OutboxError> {
    let mut tx = desk.begin(permit).await?;
    let entry = Entry::of("letter", taken.id.bytes()).because("mail");
    let entry = match came {
        Came::Sent => {
            let _mine = lease::sent(&mut tx, taken, desk.now()).await?;
            works(desk, &mut tx, permit, health).await?;
            entry
        }
        Came::Gone => {
            // Whoever took it back has said so; a letter that only came too late is over now.
            let _mine = lease::over(&mut tx, taken, Fault::Over, desk.now()).await?;
            entry.decided(Decision::Refused)
        }
        Came::Failed(fault) => {
            failed(desk, &mut tx, (taken, *fault), health).await?;
            entry.decided(Decision::Refused)
        }
    };
    tx.touch(Topic::Mail, taken.id.uuid());
    Ok(desk.commit(tx, permit, entry).await?)
}

async fn failed(
    desk: &Desk,
    tx: &mut Tx,
    (taken, fault): (&Taken, Fault),
    health: Health,
) -> Result<(), StoreError> {
    let (now, chance) = (desk.now(), chance(desk));
    if fault.is_of_server() {
        // No letter is to blame: it stays due, and goes as soon as the server is back.
        let _mine = lease::back(tx, taken, (now, taken.tries - 1), fault).await?;
        let rest = server_again(now, health.failures + 1, chance);
        return store::mail::down(tx, now, fault, rest).await;
    }
    let _mine = match fault {
        Fault::Late | Fault::Over => lease::over(tx, taken, fault, now).await?,
        fault if fault.may_pass(taken.fault) => {
            let due = letter_again(now, taken.tries, chance);
            lease::back(tx, taken, (due, taken.tries), fault).await?
        }
        fault => lease::give_up(tx, taken, fault, now).await?,
    };
    Ok(())
}

/// The server works. When it did not for long, somebody is told now that it can be told again.
async fn works(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    health: Health,
) -> Result<(), OutboxError> {
    store::mail::up(tx).await?;
    let Some(since) = health.down else {
        return Ok(());
    };
    if desk.now().seconds_since(since) >= WORTH_TELLING {
        let occasion = since.unix().to_be_bytes();
        notices::notify(desk, tx, permit, (Message::MailStood, &occasion)).await?;
    }
    Ok(())
}

fn chance(desk: &Desk) -> u8 {
    let mut byte = [0];
    desk.entropy().fill(&mut byte);
    byte[0]
}
