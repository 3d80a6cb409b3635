//! Which changes were told. Numbers can appear late and out of order, because on PostgreSQL one is
//! given out before its transaction is stored, and some never appear, because theirs was undone. So
//! a missing number is awaited for a minute.

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

/// How long a missing number is awaited: far longer than any transaction may last.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many numbers are remembered at most; more are missing only when nobody ever settles.
const MOST: usize = 100_000;

/// The numbers that were told: everything up to the floor, and those above it one by one.
#[derive(Debug, Default)]
pub(super) struct Window {
    floor: i64,
    above: BTreeSet<i64>,
    marks: VecDeque<(Instant, i64)>,
}

impl Window {
    /// Hears a number; `false` when it was heard before.
    pub(super) fn hear(&mut self, seq: i64) -> bool {
        let new = seq > self.floor && self.above.insert(seq);
        self.rise();
        if self.above.len() > MOST {
            self.floor = self.above.pop_first().unwrap_or(self.floor);
        }
        new
    }

    /// Whether a number was not heard yet.
    pub(super) fn is_new(&self, seq: i64) -> bool {
        seq > self.floor && !self.above.contains(&seq)
    }

    /// Everything up to here was heard or is no longer awaited.
    pub(super) const fn floor(&self) -> i64 {
        self.floor
    }

    /// The highest number that was heard.
    pub(super) fn newest(&self) -> i64 {
        self.above.last().copied().unwrap_or(self.floor)
    }

    /// Begins at a number: what is lower is old.
    pub(super) fn begin(&mut self, floor: i64) {
        self.above = self.above.split_off(&(floor + 1));
        self.floor = floor;
        self.marks.clear();
        self.rise();
    }

    /// Forgets everything: the numbers of another database begin.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// Gives up the numbers that were missing a minute ago and still are.
    pub(super) fn settle(&mut self, now: Instant) {
        self.marks.push_back((now, self.newest()));
        while let Some((_, newest)) = self.marks.pop_front_if(|(at, _)| *at + PATIENCE <= now) {
            self.above = self.above.split_off(&(newest + 1));
            self.floor = self.floor.max(newest);
        }
        self.rise();
    }

    fn rise(&mut self) {
        while self.above.remove(&(self.floor + 1)) {
            self.floor += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_heard_once() {
        let mut window = Window::default();
        assert!(window.hear(1) && window.hear(3) && window.hear(2));
        assert!(!window.hear(1) && !window.hear(2) && !window.hear(3));
        assert_eq!((window.floor(), window.newest()), (3, 3));
    }

    #[test]
    fn a_number_that_comes_late_is_still_heard() {
        let (mut window, start) = (Window::default(), Instant::now());
        for seq in [1, 2, 4, 5] {
            window.hear(seq);
        }
        window.settle(start);
        window.settle(start + Duration::from_secs(59));
        assert_eq!(window.floor(), 2);
        assert!(window.is_new(3) && window.hear(3));
        assert_eq!(window.floor(), 5);
    }

    #[test]
    fn a_number_that_never_comes_is_given_up_after_a_minute() {
        let (mut window, start) = (Window::default(), Instant::now());
        window.hear(1);
        window.hear(3);
        window.settle(start);
        window.hear(5);
        window.settle(start + Duration::from_mins(1));
        assert_eq!(window.floor(), 3);
        assert!(!window.hear(2) && window.hear(4));
        assert_eq!(window.floor(), 5);
    }

    #[test]
    fn what_is_lower_than_the_beginning_is_old() {
        let mut window = Window::default();
        window.hear(101);
        window.begin(100);
        assert!(!window.hear(99) && !window.hear(101) && window.hear(102));
        window.reset();
        assert!(window.hear(99));
    }

    #[test]
    fn without_anybody_settling_memory_stays_small() {
        let mut window = Window::default();
        for seq in 1..=200_000 {
            window.hear(seq * 2);
        }
        assert!(window.above.len() <= MOST);
        assert!(!window.hear(2) && window.is_new(399_999));
    }
}
