//! What the script of a passkey form and the house say to each other: the question as JSON, and the
//! answer of the device as JSON in a field of the form.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::signin::passkeys::{ASKED_FOR, Made, Making, Proving, Site, Used};
use serde::{Deserialize, Serialize};

/// What the script sends to be asked: one word, but as JSON, which no form of another site can send.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asking {
    /// The only one.
    Passkey,
}

/// A question to a device.
#[derive(Serialize)]
pub struct Question {
    challenge: String,
    site: String,
    /// Whose passkey is made; nothing where one is used.
    user: Option<String>,
    /// What the list on the device calls it.
    called: Option<String>,
    /// The passkeys that there are: of these no second one is made, and only these are used. Empty for
    /// a sign-in, where nobody has said a name.
    known: Vec<String>,
    seconds: i64,
}

impl Question {
    /// The question to whoever comes in.
    #[must_use]
    pub fn entering(challenge: [u8; 32], here: Site) -> Self {
        Self {
            challenge: text(&challenge),
            site: here.name,
            user: None,
            called: None,
            known: Vec::new(),
            seconds: ASKED_FOR,
        }
    }

    /// The question to whoever proves once more who it is.
    #[must_use]
    pub fn proving(proving: &Proving, here: Site) -> Self {
        Self {
            known: texts(&proving.known),
            ..Self::entering(proving.challenge, here)
        }
    }

    /// The question to a device that makes a passkey.
    #[must_use]
    pub fn making(making: Making, here: Site) -> Self {
        Self {
            user: Some(text(&making.user)),
            called: Some(making.called.into_revealed()),
            known: texts(&making.known),
            ..Self::entering(making.challenge, here)
        }
    }
}

/// The answer of a device that made a passkey.
#[derive(Deserialize)]
struct MadeText {
    client: String,
    facts: String,
}

/// The answer of a device that used one.
#[derive(Deserialize)]
struct UsedText {
    id: String,
    user: String,
    client: String,
    facts: String,
    signature: String,
}

/// Reads the answer of a device that made a passkey; nothing for anything else.
#[must_use]
pub fn made(answer: &str) -> Option<Made> {
    let text: MadeText = serde_json::from_str(answer).ok()?;
    Some(Made {
        client: bytes(&text.client)?,
        facts: bytes(&text.facts)?,
    })
}

/// Reads the answer of a device that used a passkey; nothing for anything else.
#[must_use]
pub fn used(answer: &str) -> Option<Used> {
    let text: UsedText = serde_json::from_str(answer).ok()?;
    Some(Used {
        id: bytes(&text.id)?,
        user: bytes(&text.user)?,
        client: bytes(&text.client)?,
        facts: bytes(&text.facts)?,
        signature: bytes(&text.signature)?,
    })
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn texts(all: &[Vec<u8>]) -> Vec<String> {
    all.iter().map(|one| text(one)).collect()
}
