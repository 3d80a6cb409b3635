//! How many browsers begin a session from one place. Each that opens a page without one gets a row of
//! its own, so whoever asks without end must not be able to fill the database. This is counted in
//! memory: writing a count for each would be what it guards against.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use domain::{Instant, WorkstationId};

/// How many sessions begin from one place within an hour: a large house behind one address stays
/// far below.
const MOST: u32 = 600;
/// Seconds that sessions are counted together.
const WINDOW: i64 = 60 * 60;
/// How many networks are counted at a time. An office has a handful; beyond this many within an
/// hour, one that was not seen before waits.
const NETWORKS: usize = 10_000;

/// From where a browser asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// A computer that the house enrolled, which what strangers do at its address does not touch.
    Computer(WorkstationId),
    /// A network: one older address, or a /64 of the newer ones.
    Network(IpAddr),
}

impl Place {
    /// The network of an address.
    pub(super) fn network(address: IpAddr) -> Self {
        Self::Network(network(address))
    }
}

/// The network of an address, by its first address.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        older @ IpAddr::V4(_) => older,
    }
}

/// What began in a window.
struct Begun {
    since: Instant,
    sessions: u32,
}

impl Begun {
    fn lasts(&self, now: Instant) -> bool {
        (0..WINDOW).contains(&now.seconds_since(self.since))
    }
}

/// The count of this process.
#[derive(Default)]
pub(in crate::http) struct Strangers(Mutex<HashMap<Place, Begun>>);

impl Strangers {
    /// Counts one more session from a place; `false` when there were too many.
    pub(super) fn admit(&self, place: Place, now: Instant) -> bool {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|_, begun| begun.lasts(now));
        let known = places.contains_key(&place) || matches!(place, Place::Computer(_));
        if !known && places.len() >= NETWORKS {
            return false;
        }
        let fresh = Begun {
            since: now,
            sessions: 0,
        };
        let begun = places.entry(place).or_insert(fresh);
        begun.sessions = begun.sessions.saturating_add(1);
        begun.sessions <= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nine() -> Instant {
        Instant::from_unix(1_773_133_200)
    }

    fn network(address: &str) -> Place {
        Place::network(address.parse().unwrap())
    }

    #[test]
    fn a_place_begins_so_many_sessions_an_hour_and_no_other_place_pays_for_it() {
        let strangers = Strangers::default();
        let here = network("192.0.2.7");
        for _ in 0..MOST {
            assert!(strangers.admit(here, nine()));
        }
        assert!(!strangers.admit(here, nine().plus_seconds(WINDOW - 1)));
        assert!(strangers.admit(network("192.0.2.8"), nine()));
        let computer = Place::Computer(WorkstationId::from_uuid(uuid::Uuid::nil()));
        assert!(strangers.admit(computer, nine()));
        assert!(strangers.admit(here, nine().plus_seconds(WINDOW)));
    }

    #[test]
    fn a_household_of_newer_addresses_is_one_place() {
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.7"), network("192.0.2.7"));
    }

    #[test]
    fn no_more_networks_are_counted_than_memory_was_meant_for() {
        let strangers = Strangers::default();
        for number in 0..u32::try_from(NETWORKS).unwrap() {
            assert!(strangers.admit(Place::network(IpAddr::from(number.to_be_bytes())), nine()));
        }
        assert!(!strangers.admit(network("198.51.100.1"), nine()));
        assert!(strangers.admit(network("0.0.0.1"), nine()));
        assert!(strangers.admit(network("198.51.100.1"), nine().plus_seconds(WINDOW)));
    }
}
