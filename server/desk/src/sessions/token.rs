//! The secret a browser is recognised by. It exists in the browser's cookie; the database holds
//! its hash, so that a copy of the database opens no session.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Secret;
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

use crate::Entropy;

/// 256 random bits.
pub struct Token(Secret<[u8; 32]>);

impl Token {
    /// A token nobody can guess.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        let token = Self(Secret::new(bytes));
        bytes.zeroize();
        token
    }

    /// Reads what a cookie holds; nothing for anything but 43 letters of unpadded URL-safe base64.
    #[must_use]
    pub fn parse(cookie: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(cookie).ok()?;
        Some(Self(Secret::new(bytes.try_into().ok()?)))
    }

    /// What the cookie holds.
    #[must_use]
    pub fn cookie(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.expose())
    }

    /// What the database holds: SHA-256, 32 bytes. The token is random, so no salt is needed.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.expose()).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sevens;
    impl Entropy for Sevens {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn a_token_reads_back_from_its_cookie_and_is_stored_as_a_hash() {
        let token = Token::fresh(&Sevens);
        let read = Token::parse(&token.cookie()).unwrap();
        assert_eq!(read.hash(), token.hash());
        assert_ne!(read.hash(), vec![7; 32]);
    }

    #[test]
    fn anything_but_a_token_is_nobody() {
        let short = "A".repeat(42);
        let long = "A".repeat(44);
        for raw in ["", "x", &short, &long, &"=".repeat(43), &"A".repeat(86)] {
            assert!(Token::parse(raw).is_none(), "{raw}");
        }
    }
}
