//! The shared secret of somebody's app for one-time codes, before it belongs to an account.

use domain::{Instant, Secret};
use zeroize::Zeroizing;

use super::proof;
use crate::Entropy;

/// How many random bytes it has (RFC 4226 asks for 20).
const BYTES: usize = 20;

/// A secret that an app for one-time codes is given.
#[derive(Clone)]
pub struct AppSecret {
    secret: Secret<Vec<u8>>,
    /// The step of the last code that was shown; zero before the first.
    used: i64,
}

impl AppSecret {
    /// A secret nobody can guess.
    #[must_use]
    pub fn fresh(entropy: &dyn Entropy) -> Self {
        let mut bytes = Zeroizing::new([0; BYTES]);
        entropy.fill(&mut *bytes);
        Self {
            secret: Secret::new(bytes.to_vec()),
            used: 0,
        }
    }

    /// What is typed into the app.
    #[must_use]
    pub fn base32(&self) -> Secret<String> {
        Secret::new(totp_rs::Secret::from(self.secret.expose().as_slice()).to_base32())
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

    /// Whether an app with this secret shows this code now, one step before or one after. The code is
    /// used up by that.
    pub fn shows(&mut self, code: &str, now: Instant) -> bool {
        let step = self.step(code, now);
        self.used = step.unwrap_or(self.used);
        step.is_some()
    }

    fn step(&self, code: &str, now: Instant) -> Option<i64> {
        let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(now.unix()).ok()?;
        let step = proof::codes(self.bytes().expose())?.check(&typed, seconds)?;
        i64::try_from(step).ok()
    }

    /// The step of the last code that was shown; zero before the first.
    pub(crate) const fn used(&self) -> i64 {
        self.used
    }

    /// The secret, for sealing it.
    pub(crate) const fn bytes(&self) -> &Secret<Vec<u8>> {
        &self.secret
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
        let mut secret = AppSecret::fresh(&Sevens);
        let now = Instant::from_unix(1_773_133_200);
        let at = |seconds: u64| {
            proof::codes(&[7; BYTES])
                .unwrap()
                .generate(seconds)
                .to_string()
        };
        let code = at(1_773_133_200);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert_eq!(secret.used(), 0);
        assert!(secret.shows(&code, now) && secret.shows(&spaced, now));
        assert_eq!(secret.used(), 1_773_133_200 / 30);
        assert!(secret.shows(&at(1_773_133_170), now));
        assert_eq!(secret.used(), 1_773_133_170 / 30);
        assert!(!secret.shows(&at(1_773_133_000), now));
        for wrong in ["", "12345", "abcdef"] {
            assert!(!secret.shows(wrong, now), "{wrong}");
        }
        assert_eq!(
            secret.used(),
            1_773_133_170 / 30,
            "a wrong one is not used up"
        );
    }
}
