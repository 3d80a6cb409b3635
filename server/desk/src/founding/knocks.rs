//! Wrong codes at a server without a house, counted for each network in memory. A network that types
//! many is told to wait; what it types is tried all the same, since the founder may be behind it too
//! and sixty random bits are not guessed.

use std::collections::HashMap;
use std::net::IpAddr;

use domain::Instant;
use domain::signin::{Failures, Patience};

/// How many networks are counted at a time; beyond that, one that was not seen before waits.
const NETWORKS: usize = 10_000;
/// Seconds between two lines about it in the log.
const QUIET: i64 = 60;

/// The wrong codes so far.
#[derive(Default)]
pub struct Knocks {
    networks: HashMap<IpAddr, Failures>,
    told: Option<Instant>,
}

impl Knocks {
    /// Counts a wrong code from a network; whether that network has to wait.
    pub fn wrong(&mut self, network: IpAddr, now: Instant) -> bool {
        self.networks.retain(|_, failures| counts(failures, now));
        if !self.networks.contains_key(&network) && self.networks.len() >= NETWORKS {
            return true;
        }
        let failures = self.networks.entry(network);
        let failures = failures.or_insert_with(|| Failures::none(now));
        if failures.locked(now) {
            return true;
        }
        *failures = failures.and_one(now, Patience::FOUNDING);
        failures.locked(now)
    }

    /// Whether it is time for a line about it in the log: at most one a minute.
    pub fn tells(&mut self, now: Instant) -> bool {
        let quiet = |told| (0..QUIET).contains(&now.seconds_since(told));
        let tells = !self.told.is_some_and(quiet);
        if tells {
            self.told = Some(now);
        }
        tells
    }
}

/// Whether it is remembered still.
fn counts(failures: &Failures, now: Instant) -> bool {
    let age = now.seconds_since(failures.first_at);
    failures.locked(now) || (0..Patience::FOUNDING.memory).contains(&age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_unix(1_773_133_200 + seconds)
    }

    fn network(number: u32) -> IpAddr {
        IpAddr::from(number.to_be_bytes())
    }

    #[test]
    fn a_network_waits_for_a_minute_that_doubles_to_an_hour_and_no_other_one_does() {
        let (mut knocks, mut now, mut pauses) = (Knocks::default(), 0, Vec::new());
        for _ in 0..4 {
            assert!(!knocks.wrong(network(1), at(now)));
        }
        while pauses.len() < 8 {
            assert!(knocks.wrong(network(1), at(now)));
            let waits = (1..10_000).find(|more| {
                let failures = knocks.networks[&network(1)];
                !failures.locked(at(now + more))
            });
            pauses.extend(waits);
            assert!(knocks.wrong(network(1), at(now)), "not counted twice");
            now += waits.unwrap_or_default();
        }
        assert_eq!(pauses, [60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert!(!knocks.wrong(network(2), at(now)));
    }

    #[test]
    fn no_more_networks_are_counted_than_memory_was_meant_for() {
        let mut knocks = Knocks::default();
        for number in 0..u32::try_from(NETWORKS).unwrap_or_default() {
            assert!(!knocks.wrong(network(number), at(0)));
        }
        assert!(knocks.wrong(network(u32::MAX), at(0)));
        assert_eq!(knocks.networks.len(), NETWORKS);
        assert!(!knocks.wrong(network(u32::MAX), at(Patience::FOUNDING.memory)));
    }

    #[test]
    fn the_log_hears_of_it_once_a_minute() {
        let mut knocks = Knocks::default();
        let told: Vec<_> = (0..180).filter(|now| knocks.tells(at(*now))).collect();
        assert_eq!(told, [0, 60, 120]);
    }
}
