//! How the program stands at the moment somebody asks: what waits, how old it is, what is open.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

/// How the program stands.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Whether the keys are at hand and everybody can be found.
    pub open: bool,
    /// How many rows of the trail wait to be stored.
    pub audit_waiting: usize,
    /// Letters that wait; nothing while the house is sealed.
    pub letters: Option<i64>,
    /// How long the oldest letter waits, in seconds.
    pub oldest_letter: Option<i64>,
    /// How old the last whole backup is, in seconds.
    pub backup_age: Option<i64>,
    /// How long ago anything was shipped to the backups, in seconds.
    pub shipped_age: Option<i64>,
    /// How many people are known at most, the sum of a power of ten for each centre.
    pub people: Option<u64>,
    /// The pools of connections: name, how many, how many of them idle.
    pub pools: Vec<(&'static str, u32, usize)>,
}

/// A pool of connections, and what they do.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Connections {
    pool: &'static str,
    state: &'static str,
}

impl Standing {
    /// Puts it among what is told. What is not known is left out: a zero would be a claim.
    pub(super) fn register(&self, registry: &mut Registry) {
        let open = i64::from(self.open);
        one(registry, "open", "Whether the house is open", open);
        let waiting = i64::try_from(self.audit_waiting).unwrap_or(i64::MAX);
        let says = "Rows of the trail that wait to be stored";
        one(registry, "audit_waiting", says, waiting);
        let says = "Letters that wait in the outbox";
        some(registry, "outbox_letters", says, self.letters);
        let says = "How long the oldest letter waits";
        age(registry, "outbox_oldest", says, self.oldest_letter);
        let says = "How old the last whole backup is";
        age(registry, "backup_age", says, self.backup_age);
        let says = "How long ago something was shipped to the backups";
        age(registry, "backup_shipped_age", says, self.shipped_age);
        let people = self
            .people
            .map(|people| i64::try_from(people).unwrap_or(i64::MAX));
        let says = "How many people are known at most, by powers of ten";
        some(registry, "people_at_most", says, people);
        registry.register(
            "connections",
            "Connections to the database",
            self.connections(),
        );
    }

    fn connections(&self) -> Family<Connections, Gauge> {
        let family = Family::<Connections, Gauge>::default();
        for (pool, all, idle) in &self.pools {
            let idle = i64::try_from(*idle).unwrap_or(i64::MAX);
            for (state, count) in [("idle", idle), ("busy", i64::from(*all) - idle)] {
                family
                    .get_or_create(&Connections { pool, state })
                    .set(count);
            }
        }
        family
    }
}

fn one(registry: &mut Registry, name: &str, says: &str, value: i64) {
    registry.register(name, says, gauge(value));
}

fn some(registry: &mut Registry, name: &str, says: &str, value: Option<i64>) {
    if let Some(value) = value {
        one(registry, name, says, value);
    }
}

fn age(registry: &mut Registry, name: &str, says: &str, seconds: Option<i64>) {
    if let Some(seconds) = seconds {
        registry.register_with_unit(name, says, Unit::Seconds, gauge(seconds));
    }
}

fn gauge(value: i64) -> Gauge {
    let gauge: Gauge = Gauge::default();
    gauge.set(value);
    gauge
}
