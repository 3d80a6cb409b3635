//! What a browser answers when a passkey is made or used, and whether it fits: the same question, the
//! same site, a person who was there and was recognised, and the signature of the key (WebAuthn level
//! 3, sections 7.1 and 7.2). Which model the device is, nobody asks.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::passkey::{Facts, Key};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::key;

/// The site in which a browser is, as the browser names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The name of the host, without port: passkeys belong to it.
    pub name: String,
    /// Scheme, host and port.
    pub origin: String,
}

/// The answer of a browser that made a passkey.
pub struct Made {
    /// What the browser says about the question and the site, as JSON.
    pub client: Vec<u8>,
    /// What the device says.
    pub facts: Vec<u8>,
}

/// The answer of a browser that used a passkey.
pub struct Used {
    /// Which passkey.
    pub id: Vec<u8>,
    /// Whose, as it was told to the device when the passkey was made; empty when the device was told
    /// which passkeys fit, and says no more.
    pub user: Vec<u8>,
    /// What the browser says about the question and the site, as JSON.
    pub client: Vec<u8>,
    /// What the device says.
    pub facts: Vec<u8>,
    /// The signature over both.
    pub signature: Vec<u8>,
}

/// A passkey as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Passkey {
    pub name: String,
    /// The name of the site, because a house may be reached by several.
    pub site: String,
    pub id: Vec<u8>,
    /// As the device wrote it.
    pub key: Vec<u8>,
    pub counter: u32,
    /// Whether it may be copied to other devices.
    pub eligible: bool,
    pub added_at: i64,
    pub used_at: Option<i64>,
}

/// What a browser says about the question it was asked.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Client {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
    /// The page around it, where it was asked inside another.
    top_origin: Option<String>,
}

/// A question and the site where it was asked.
pub(super) type Question<'a> = (&'a [u8], &'a Site);

/// Whether the browser answered this question, on this site and in no frame of another.
fn asked(client: &[u8], kind: &str, (challenge, at): Question<'_>) -> bool {
    let said: Result<Client, _> = serde_json::from_slice(client);
    said.is_ok_and(|said| {
        said.r#type == kind
            && said.challenge == URL_SAFE_NO_PAD.encode(challenge)
            && said.origin == at.origin
            && !said.cross_origin
            && said.top_origin.is_none()
    })
}

/// What the device says, if it says it for this site and recognised a person.
fn facts(bytes: &[u8], site: &str) -> Option<Facts> {
    let facts = Facts::parse(bytes)?;
    let here = facts.site == <[u8; 32]>::from(Sha256::digest(site));
    (here && facts.recognised() && facts.consistent()).then_some(facts)
}

impl Made {
    /// The new passkey, if everything fits.
    pub(super) fn passkey(
        self,
        question: Question<'_>,
        (name, now): (String, i64),
    ) -> Option<Passkey> {
        let facts = facts(&self.facts, &question.1.name)?;
        let eligible = facts.eligible();
        let made = facts
            .made
            .filter(|_| asked(&self.client, "webauthn.create", question))?;
        Some(Passkey {
            name,
            site: question.1.name.clone(),
            id: made.id,
            key: made.key.written(),
            counter: facts.counter,
            eligible,
            added_at: now,
            used_at: None,
        })
    }
}

impl Used {
    /// The passkey as it is to be kept after this use, if everything fits. What does not fit is told
    /// apart only after the signature, so that every answer takes the same work.
    pub(super) fn by(&self, passkey: Passkey, question: Question<'_>, now: i64) -> Option<Passkey> {
        let (key, _) = Key::parse(&passkey.key)?;
        let signed = self.is_signed(&key);
        let facts = facts(&self.facts, &question.1.name)?;
        let fits = signed
            && passkey.id == self.id
            && passkey.site == question.1.name
            && passkey.eligible == facts.eligible()
            && facts.follows(passkey.counter)
            && asked(&self.client, "webauthn.get", question);
        fits.then_some(Passkey {
            counter: facts.counter,
            used_at: Some(now),
            ..passkey
        })
    }

    /// The same work for a passkey that nobody has: the answer takes as long, and is no.
    pub(super) fn by_nobody(&self) {
        std::hint::black_box(self.is_signed(&key::NOBODYS));
    }

    /// Whether the key made the signature over what the device and the browser say.
    pub(super) fn is_signed(&self, key: &Key) -> bool {
        let message = [&self.facts[..], &Sha256::digest(&self.client)].concat();
        key::signed(key, &message, &self.signature)
    }
}
