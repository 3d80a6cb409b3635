//! Who may found a house: whoever types the code that the server shows, in one browser at a time.

use domain::Instant;
use subtle::ConstantTimeEq;

use super::Code;
use crate::Entropy;
use crate::sessions::Token;

/// Seconds without a sign of life after which a founding is forgotten.
const IDLE: i64 = 30 * 60;

/// The way in. It is kept in memory alone.
pub struct Gate {
    code: Code,
    within: Option<Within>,
}

/// The browser that is founding.
struct Within {
    token: Vec<u8>,
    seen: Instant,
}

/// What a typed code leads to.
pub enum Entered {
    /// Inside; the browser keeps the token.
    Inside(Token),
    /// Another code was asked for.
    Wrong,
    /// Somebody is inside already.
    Taken,
}

impl Gate {
    /// A gate with a code of its own.
    #[must_use]
    pub fn new(entropy: &dyn Entropy) -> Self {
        Self {
            code: Code::fresh(entropy),
            within: None,
        }
    }

    /// The code that opens it, for whoever started the server.
    #[must_use]
    pub const fn code(&self) -> &Code {
        &self.code
    }

    /// Tries a typed code. One that was right opens nothing any more; wrong ones change nothing, or
    /// any stranger who reaches the page could keep the founder out.
    pub fn enter(&mut self, typed: &str, now: Instant, entropy: &dyn Entropy) -> Entered {
        if self.within.is_some() {
            return Entered::Taken;
        }
        if self.code.is(typed) {
            let token = Token::fresh(entropy);
            *self = Self::new(entropy);
            self.within = Some(Within {
                token: token.hash(),
                seen: now,
            });
            return Entered::Inside(token);
        }
        Entered::Wrong
    }

    /// Whether this is the browser inside; it is a sign of life.
    pub fn knows(&mut self, token: &Token, now: Instant) -> bool {
        let hash = token.hash();
        let own = |within: &&mut Within| bool::from(within.token.ct_eq(&hash));
        match self.within.as_mut().filter(own) {
            Some(within) if !within.idle(now) => {
                within.seen = now;
                true
            }
            _ => false,
        }
    }

    /// Whether somebody is inside who gave no sign of life for half an hour.
    #[must_use]
    pub fn is_idle(&self, now: Instant) -> bool {
        self.within.as_ref().is_some_and(|within| within.idle(now))
    }
}

impl Within {
    /// A clock that went back proves nothing either.
    fn idle(&self, now: Instant) -> bool {
        !(0..IDLE).contains(&now.seconds_since(self.seen))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use proptest::prelude::*;

    use super::*;

    #[derive(Default)]
    struct Rising(AtomicU8);
    impl Entropy for Rising {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0.fetch_add(1, Ordering::Relaxed));
        }
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_unix(1_773_133_200 + seconds)
    }

    fn shown(gate: &Gate) -> String {
        gate.code().shown().expose().clone()
    }

    fn inside(gate: &mut Gate, entropy: &Rising) -> Token {
        let code = shown(gate);
        match gate.enter(&code, at(0), entropy) {
            Entered::Inside(token) => token,
            _ => panic!("the code that is shown opens"),
        }
    }

    #[test]
    fn a_code_opens_once_and_for_one_browser() {
        let entropy = Rising::default();
        let mut gate = Gate::new(&entropy);
        let code = shown(&gate);
        let token = inside(&mut gate, &entropy);
        assert!(matches!(gate.enter(&code, at(1), &entropy), Entered::Taken));
        let next = shown(&gate);
        assert!(matches!(gate.enter(&next, at(1), &entropy), Entered::Taken));
        assert!(gate.knows(&token, at(1)));
        assert!(!gate.knows(&Token::fresh(&entropy), at(1)));
    }

    #[test]
    fn wrong_codes_leave_the_right_one_as_it_is() {
        let entropy = Rising::default();
        let mut gate = Gate::new(&entropy);
        let first = shown(&gate);
        for _ in 0..50 {
            assert!(matches!(gate.enter("x", at(0), &entropy), Entered::Wrong));
        }
        assert_eq!(shown(&gate), first);
        inside(&mut gate, &entropy);
    }

    #[test]
    fn half_an_hour_without_a_sign_of_life_ends_it() {
        let entropy = Rising::default();
        let mut gate = Gate::new(&entropy);
        let token = inside(&mut gate, &entropy);
        assert!(gate.knows(&token, at(IDLE - 1)) && !gate.is_idle(at(2 * IDLE - 2)));
        assert!(gate.is_idle(at(2 * IDLE - 1)) && !gate.knows(&token, at(2 * IDLE - 1)));
    }

    proptest! {
        #[test]
        fn nobody_comes_in_without_the_code(typed in proptest::collection::vec(".{0,20}", 1..20)) {
            let entropy = Rising::default();
            let mut gate = Gate::new(&entropy);
            for typed in typed {
                let right = gate.code().is(&typed);
                let entered = matches!(gate.enter(&typed, at(0), &entropy), Entered::Inside(_));
                prop_assert_eq!(entered, right);
            }
        }
    }
}
