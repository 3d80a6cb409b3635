//! Notices for whoever looks after the house, to the address that was set for them. Without an
//! address there are none. A notice says that somebody should look at the screens, and nothing else.

use domain::mail::{LetterKind, MailServer};
use domain::{LetterId, Pii};

use super::{OutboxError, Outgoing, put};
use crate::Desk;
use crate::access::Permit;
use crate::mail::texts::Message;
use crate::mail::{Letter, settings};
use crate::store::{self, Tx, places};

/// How long a notice is worth reading, in seconds.
const WORTH_SECONDS: i64 = 3 * 24 * 60 * 60;

/// Notes in this transaction that somebody should look; the same message for the same occasion goes
/// once. Nothing where no address is set.
///
/// # Errors
/// As [`put`].
pub async fn notify(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    (message, occasion): (Message, &[u8]),
) -> Result<Option<LetterId>, OutboxError> {
    let Some(stored) = store::mail::server(tx).await? else {
        return Ok(None);
    };
    let server = settings::open(desk, permit, tx, &stored).await?;
    let Some(to) = server.notices else {
        return Ok(None);
    };
    let centre = places::centre(tx).await?;
    let language = centre.map(|centre| centre.language).unwrap_or_default();
    let (subject, text) = message.written(language);
    let letter = Letter {
        to,
        subject: subject.to_owned(),
        text: text.to_owned(),
    };
    let now = desk.now();
    let new = Outgoing {
        kind: LetterKind::Notice,
        about: permit.centre().uuid(),
        occasion: occasion_of(message, occasion),
        letter: Pii::new(letter),
        not_before: now,
        not_after: now.plus_seconds(WORTH_SECONDS),
    };
    put(desk, tx, permit, new).await.map(Some)
}

fn occasion_of(message: Message, occasion: &[u8]) -> Vec<u8> {
    [&[message as u8], occasion].concat()
}

/// Whether a notice may still go: only to the address that is set at this moment.
pub(super) fn stands(letter: &Letter, server: &MailServer) -> bool {
    server.notices.as_ref() == Some(&letter.to)
}
