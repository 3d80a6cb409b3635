//! The shared secret of somebody's app for one-time codes, before it belongs to an account.

use domain::{Instant, Secret};
use zeroize::Zeroizing;

use super::proof;
use crate::Entropy;

/// How many random bytes it has (RFC 4226 asks for 20).
const BYTES: usize = 20;

/// A secret that an app for one-time codes is given.
#[derive(Clone)]
pub struct AppSecret(Secret<Vec<u8>>);

impl AppSecret {
    /// A secret nobody can guess.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; BYTES]);
        entropy.fill(&mut *bytes);
        Self(Secret::new(bytes.to_vec()))
    }

    /// What is typed into the app.
    #[must_use]
    pub fn base32(&self) -> Secret<String> {
        Secret::new(totp_rs::Secret::from(self.0.expose().as_slice()).to_base32())
    }

    /// What the app reads from a picture; the name beside its codes is neutral.
    #[must_use]
    pub fn address(&self, user: &str) -> Secret<String> {
        let secret = self.base32();
        let secret = secret.expose();
        Secret::new(format!(
            "otpauth://totp/onthaal:{user}?secret={secret}&issuer=onthaal"
        ))
    }

    /// Whether an app with this secret shows this code now, one step before or one after.
    #[must_use]
    pub fn shows(&self, code: &str, now: Instant) -> bool {
        let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let (Ok(seconds), Some(codes)) = (
            u64::try_from(now.unix()),
            proof::codes(self.bytes().expose()),
        ) else {
            return false;
        };
        codes.check(&typed, seconds).is_some()
    }

    /// The secret, for sealing it.
    pub(crate) const fn bytes(&self) -> &Secret<Vec<u8>> {
        &self.0
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
    fn the_code_of_the_app_is_recognised_and_no_other() {
        let secret = AppSecret::fresh(&Sevens);
        let now = Instant::from_unix(1_773_133_200);
        let at = |seconds: u64| {
            proof::codes(&[7; BYTES])
                .unwrap()
                .generate(seconds)
                .to_string()
        };
        let code = at(1_773_133_200);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert!(secret.shows(&code, now) && secret.shows(&spaced, now));
        assert!(secret.shows(&at(1_773_133_170), now));
        assert!(!secret.shows(&at(1_773_133_000), now));
        for wrong in ["", "12345", "abcdef"] {
            assert!(!secret.shows(wrong, now), "{wrong}");
        }
    }
}
