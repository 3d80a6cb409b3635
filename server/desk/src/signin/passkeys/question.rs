//! The question that a device signs: random, sealed in the session that asked it, answered once, and
//! only for five minutes.

use domain::{Instant, Pii, SessionId};
use serde::{Deserialize, Serialize};

use super::SignInError;
use crate::Desk;
use crate::access::{Actor, Forbidden};
use crate::drafts::{self, DraftError};
use crate::store::StoreError;
use crate::store::drafts::Spot;

/// Seconds for which a question waits for its answer.
pub const ASKED_FOR: i64 = 5 * 60;

/// What a question is for; each has a place of its own in the session.
#[derive(Clone, Copy)]
pub(super) enum For {
    Making,
    Entering,
    Proving,
}

impl For {
    const fn path(self) -> &'static str {
        match self {
            Self::Making => "/account/passkey",
            Self::Entering => "/sign-in/passkey",
            Self::Proving => "/prove/passkey",
        }
    }
}

/// A question as it waits, sealed.
#[derive(Serialize, Deserialize)]
struct Question {
    challenge: [u8; 32],
    asked_at: i64,
    /// What somebody began to write follows into the next session; a question does not.
    session: [u8; 16],
}

/// Asks a question: it waits sealed in the session, in the place of an earlier one.
pub(super) async fn ask(
    desk: &Desk,
    actor: &Actor,
    session: SessionId,
    what: For,
) -> Result<[u8; 32], SignInError> {
    let mut challenge = [0; 32];
    desk.entropy().fill(&mut challenge);
    let question = Question {
        challenge,
        asked_at: desk.now().unix(),
        session: session.bytes(),
    };
    let plain = serde_json::to_vec(&question).map_err(|_| StoreError::Inconsistent)?;
    let spot = Spot {
        session,
        path: what.path(),
    };
    let kept = drafts::keep(desk, actor, spot, &Pii::new(plain)).await;
    kept.map_err(narrowed)?;
    Ok(challenge)
}

/// Takes the question away: it is answered once, in time, and in the session where it was asked.
pub(super) async fn asked(
    desk: &Desk,
    actor: &Actor,
    session: SessionId,
    what: For,
) -> Result<Option<[u8; 32]>, SignInError> {
    let taken = drafts::take(desk, actor, session, what.path()).await;
    let taken = taken.map_err(narrowed)?;
    let question: Option<Question> =
        taken.and_then(|plain| serde_json::from_slice(plain.reveal()).ok());
    let counts = |question: &Question| {
        let waited = desk
            .now()
            .seconds_since(Instant::from_unix(question.asked_at));
        (0..ASKED_FOR).contains(&waited) && question.session == session.bytes()
    };
    Ok(question.filter(counts).map(|question| question.challenge))
}

fn narrowed(error: DraftError) -> SignInError {
    match error {
        DraftError::Forbidden(_) => SignInError::Forbidden(Forbidden),
        DraftError::Seal(error) => SignInError::Seal(error),
        DraftError::Store(error) => SignInError::Store(error),
    }
}
