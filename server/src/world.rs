//! The world outside: the real time and real randomness. Only the program's start uses it; a test
//! puts in a world of its own.

use std::sync::Arc;

use desk::Entropy;
use desk::backup::Tools;
use domain::Instant;
use domain::id::Ids;
use domain::time::Clock;
use rand::TryRng;
use rand::rngs::SysRng;

/// The clock and the sources of ids and random bytes that the whole process uses.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<dyn Ids>,
    /// Random bytes.
    pub entropy: Arc<dyn Entropy>,
}

impl World {
    /// What a house that is put back needs of it.
    #[must_use]
    pub fn tools(&self) -> Tools {
        Tools {
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            entropy: self.entropy.clone(),
        }
    }

    /// The real world.
    #[must_use]
    pub fn real() -> Self {
        Self {
            clock: Arc::new(WallClock),
            ids: Arc::new(System),
            entropy: Arc::new(System),
        }
    }
}

struct WallClock;

impl Clock for WallClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one real clock of the process"
    )]
    fn now(&self) -> Instant {
        Instant::from_utc(chrono::Utc::now())
    }
}

/// The operating system's own randomness. Without it nothing may go on: a key or an id that can be
/// guessed is worse than a stop.
struct System;

impl Entropy for System {
    fn fill(&self, bytes: &mut [u8]) {
        SysRng
            .try_fill_bytes(bytes)
            .expect("the operating system gives random bytes");
    }
}

impl Ids for System {
    fn fresh(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}
