//! A device that makes and uses passkeys, as a browser shows it to a site.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use desk::signin::passkeys::{Made, Site, Used};
use domain::UserId;
use domain::passkey::Key;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};

/// A person was there and was recognised.
pub const RECOGNISED: u8 = 0x05;

/// A device with one passkey.
pub struct Device {
    pub key: EcdsaKeyPair,
    pub id: Vec<u8>,
    pub user: Vec<u8>,
    pub flags: u8,
    pub counter: u32,
    pub site: Site,
    /// What the browser says is being done.
    pub kind: &'static str,
    /// What it says besides.
    pub more: String,
}

/// The site of these stories.
pub fn site() -> Site {
    Site {
        name: "balie.example".to_owned(),
        origin: "https://balie.example".to_owned(),
    }
}

impl Device {
    pub fn of(user: UserId, id: u8) -> Self {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let made = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self {
            key: EcdsaKeyPair::from_pkcs8(algorithm, made.as_ref(), &random).unwrap(),
            id: vec![id; 16],
            user: user.bytes().to_vec(),
            flags: RECOGNISED,
            counter: 0,
            site: site(),
            kind: "webauthn.get",
            more: String::new(),
        }
    }

    fn client(&self, kind: &str, challenge: &[u8]) -> Vec<u8> {
        let challenge = URL_SAFE_NO_PAD.encode(challenge);
        let (origin, more) = (&self.site.origin, &self.more);
        format!(
            "{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\
             \"other\":1{more}}}"
        )
        .into_bytes()
    }

    fn facts(&self, more: u8) -> Vec<u8> {
        let mut facts = Sha256::digest(&self.site.name).to_vec();
        facts.push(self.flags | more);
        facts.extend(self.counter.to_be_bytes());
        facts
    }

    fn key(&self) -> Key {
        let point = self.key.public_key().as_ref();
        Key::P256(
            point[1..33].try_into().unwrap(),
            point[33..].try_into().unwrap(),
        )
    }

    pub fn make(&self, challenge: &[u8]) -> Made {
        let mut facts = self.facts(0x40);
        facts.extend([0; 16]);
        facts.extend([0, 16]);
        facts.extend(&self.id);
        facts.extend(self.key().written());
        Made {
            client: self.client("webauthn.create", challenge),
            facts,
        }
    }

    pub fn use_it(&self, challenge: &[u8]) -> Used {
        let (client, facts) = (self.client(self.kind, challenge), self.facts(0));
        let signed = [&facts[..], &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        Used {
            id: self.id.clone(),
            user: self.user.clone(),
            client,
            facts,
            signature: signature.as_ref().to_vec(),
        }
    }
}
