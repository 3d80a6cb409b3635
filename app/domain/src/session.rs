//! How long a browser stays signed in: when it locks, when it ends, and when its last sign of life
//! is worth writing down.

use crate::Instant;

/// Seconds without a person's request after which a screen locks.
pub const LOCK_AFTER: i64 = 5 * 60;
/// Seconds without a person's request after which a session ends.
pub const END_AFTER: i64 = 30 * 60;
/// Seconds without a person's request after which a browser where nobody signed in is forgotten.
pub const STRANGER_FOR: i64 = 15 * 60;
/// Seconds after the full sign-in at which a session ends in any case: one shift.
pub const SHIFT: i64 = 10 * 60 * 60;
/// Seconds after a full sign-in in which nobody is asked to prove again who they are.
pub const PROVED_FOR: i64 = 5 * 60;
/// Seconds between two notes of a session's last sign of life.
pub const TOUCH_EVERY: i64 = 30;
/// How many sessions somebody has at a time; one more ends the oldest.
pub const MOST: usize = 2;
/// Seconds that a sign of life may lie ahead of the clock: processes differ by a little.
const AHEAD: i64 = 60;

/// The moments that decide about a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The last full sign-in.
    pub proved_at: Instant,
    /// The last request that a person caused, to within [`TOUCH_EVERY`].
    pub active_at: Instant,
    /// When it ends in any case.
    pub ends_at: Instant,
    /// When somebody locked it.
    pub locked_at: Option<Instant>,
    /// When its owner last proved at the open screen who it is.
    pub stepped_at: Option<Instant>,
}

/// What a session is good for at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It opens what its owner may open.
    Open,
    /// It opens nothing until it is unlocked.
    Locked,
    /// It is over.
    Ended,
}

impl Life {
    /// A session that begins now, proved at an earlier or the same moment; the shift counts from
    /// the proof.
    #[must_use]
    pub fn beginning(now: Instant, proved_at: Instant) -> Self {
        Self {
            proved_at,
            active_at: now,
            ends_at: proved_at.plus_seconds(SHIFT),
            locked_at: None,
            stepped_at: None,
        }
    }

    /// What it is good for now. A sign of life from the future means the clock was set back: nobody
    /// knows how long the screen stood alone, so it is over.
    #[must_use]
    pub fn stage(&self, now: Instant) -> Stage {
        let alone = now.seconds_since(self.active_at);
        if now >= self.ends_at || !(-AHEAD..END_AFTER).contains(&alone) {
            Stage::Ended
        } else if self.locked_at.is_some() || alone >= LOCK_AFTER {
            Stage::Locked
        } else {
            Stage::Open
        }
    }

    /// What it is good for where nobody is signed in: there is nothing to lock, and little to keep.
    #[must_use]
    pub fn stage_of_stranger(&self, now: Instant) -> Stage {
        if (-AHEAD..STRANGER_FOR).contains(&now.seconds_since(self.active_at)) {
            Stage::Open
        } else {
            Stage::Ended
        }
    }

    /// Whether the full sign-in is so fresh that what is delicate needs no further proof.
    #[must_use]
    pub fn proved_lately(&self, now: Instant) -> bool {
        lately(self.proved_at, now)
    }

    /// When its owner last proved who it is: by signing in fully, or once more at the open screen.
    #[must_use]
    pub fn last_proof(&self) -> Instant {
        self.stepped_at
            .map_or(self.proved_at, |at| at.max(self.proved_at))
    }

    /// Whether a request of a person now is worth writing down, given what the session is good for.
    /// A locked or ended session is never brought back by a request.
    #[must_use]
    pub fn stale(&self, stage: Stage, now: Instant) -> bool {
        stage == Stage::Open && now.seconds_since(self.active_at) >= TOUCH_EVERY
    }
}

/// Whether a proof of the given moment is fresh enough now for what reaches beyond the own screen:
/// who works here, who sees whom, what leaves the house.
#[must_use]
pub fn lately(proof: Instant, now: Instant) -> bool {
    (0..PROVED_FOR).contains(&now.seconds_since(proof))
}

/// Whether a full sign-in at the given moment still carries a PIN now.
#[must_use]
pub fn in_shift(proved_at: Instant, now: Instant) -> bool {
    (0..SHIFT).contains(&now.seconds_since(proved_at))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nine() -> Instant {
        Instant::from_unix(1_773_133_200)
    }

    fn after(seconds: i64) -> Stage {
        Life::beginning(nine(), nine()).stage(nine().plus_seconds(seconds))
    }

    #[test]
    fn a_screen_left_alone_locks_after_five_minutes_and_ends_after_thirty() {
        assert_eq!(after(299), Stage::Open);
        assert_eq!(after(300), Stage::Locked);
        assert_eq!(after(1_799), Stage::Locked);
        assert_eq!(after(1_800), Stage::Ended);
    }

    #[test]
    fn a_shift_ends_after_ten_hours_however_busy() {
        let mut life = Life::beginning(nine(), nine());
        life.active_at = nine().plus_seconds(SHIFT - 1);
        assert_eq!(life.stage(nine().plus_seconds(SHIFT - 1)), Stage::Open);
        assert_eq!(life.stage(nine().plus_seconds(SHIFT)), Stage::Ended);
    }

    #[test]
    fn a_locked_screen_opens_nothing_however_recent() {
        let mut life = Life::beginning(nine(), nine());
        life.locked_at = Some(nine());
        assert_eq!(life.stage(nine().plus_seconds(1)), Stage::Locked);
    }

    #[test]
    fn a_browser_where_nobody_signs_in_is_forgotten_after_a_quarter_of_an_hour() {
        let life = Life::beginning(nine(), nine());
        let after = |seconds| life.stage_of_stranger(nine().plus_seconds(seconds));
        assert_eq!(after(STRANGER_FOR - 1), Stage::Open);
        assert_eq!(after(STRANGER_FOR), Stage::Ended);
        assert_eq!(after(-61), Stage::Ended);
    }

    #[test]
    fn a_clock_set_back_ends_the_session() {
        assert_eq!(after(-60), Stage::Open);
        assert_eq!(after(-61), Stage::Ended);
    }

    #[test]
    fn a_pin_is_carried_by_a_full_sign_in_of_the_same_shift() {
        assert!(in_shift(nine(), nine().plus_seconds(SHIFT - 1)));
        assert!(!in_shift(nine(), nine().plus_seconds(SHIFT)));
        assert!(!in_shift(nine(), nine().plus_seconds(-1)));
    }

    #[test]
    fn a_sign_in_proves_who_somebody_is_for_five_minutes() {
        let life = Life::beginning(nine(), nine());
        assert!(life.proved_lately(nine().plus_seconds(PROVED_FOR - 1)));
        assert!(!life.proved_lately(nine().plus_seconds(PROVED_FOR)));
        assert!(!life.proved_lately(nine().plus_seconds(-1)));
    }

    #[test]
    fn a_proof_at_the_open_screen_counts_for_five_minutes_and_lengthens_nothing() {
        let mut life = Life::beginning(nine(), nine());
        let noon = nine().plus_seconds(3 * 60 * 60);
        assert!(!lately(life.last_proof(), noon));
        life.stepped_at = Some(noon);
        assert!(lately(life.last_proof(), noon.plus_seconds(PROVED_FOR - 1)));
        assert!(!lately(life.last_proof(), noon.plus_seconds(PROVED_FOR)));
        assert!(!lately(life.last_proof(), noon.plus_seconds(-1)));
        assert!(!life.proved_lately(noon), "it is no sign-in");
        assert_eq!(life.stage(nine().plus_seconds(SHIFT)), Stage::Ended);
    }

    proptest! {
        #[test]
        fn requests_never_keep_a_session_beyond_its_shift_nor_reopen_it(
            pauses in prop::collection::vec(0_i64..2_400, 1..80)
        ) {
            let (mut life, mut now) = (Life::beginning(nine(), nine()), nine());
            let mut worst = Stage::Open;
            for pause in pauses {
                now = now.plus_seconds(pause);
                let stage = life.stage(now);
                prop_assert!(stage >= worst, "{stage:?} after {worst:?}");
                prop_assert!(stage == Stage::Ended || now < life.ends_at);
                prop_assert!(stage != Stage::Open || pause < LOCK_AFTER);
                worst = stage;
                if life.stale(stage, now) {
                    life.active_at = now;
                }
            }
        }
    }
}
