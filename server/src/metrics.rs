//! Figures about the program for whoever watches the machine, as Prometheus reads them, on an address
//! of this machine alone. A label is the pattern of an address, a class of answers or the name of a
//! part of the program; no id, no name, and nothing that a browser sent is ever one.

use std::sync::Arc;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

mod page;
mod standing;

pub use page::{Watched, site};

/// Up to how many seconds an answer took, for the classes of the histogram: what nobody notices, what
/// somebody waits for, and what is given up.
const CLASSES: [f64; 11] = [
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0,
];

/// Counts what the sites answer. Cheap to clone; every clone counts the same.
#[derive(Clone, Default)]
pub struct Meter(Arc<Counts>);

/// What is counted as it happens.
struct Counts {
    answers: Family<Answer, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            answers: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(CLASSES)),
        }
    }
}

/// An answer, as it is counted.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answer {
    method: &'static str,
    route: String,
    status: &'static str,
}

/// The pattern of an address.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
}

impl Meter {
    /// Counts an answer: the method, the pattern of the address, the status, and how long it took.
    pub fn answered(&self, (method, route): (&'static str, &str), status: u16, took: Duration) {
        let route = route.to_owned();
        let answer = Answer {
            method,
            route: route.clone(),
            status: class(status),
        };
        self.0.answers.get_or_create(&answer).inc();
        let seconds = self.0.seconds.get_or_create(&Route { route });
        seconds.observe(took.as_secs_f64());
    }

    /// Everything that was counted, and how the program stands, as Prometheus reads it.
    fn told(&self, standing: &standing::Standing) -> String {
        let mut registry = Registry::with_prefix("onthaal");
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program", version);
        let answers = self.0.answers.clone();
        registry.register("answers", "Requests that were answered", answers);
        let seconds = self.0.seconds.clone();
        let says = "How long answers took";
        registry.register_with_unit("answer", says, Unit::Seconds, seconds);
        standing.register(&mut registry);
        let mut told = String::new();
        // Writing to memory does not fail.
        let _written = text::encode(&mut told, &registry);
        told
    }
}

/// The class of a status.
const fn class(status: u16) -> &'static str {
    match status {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_counted_under_its_pattern() {
        let meter = Meter::default();
        for status in [200, 204, 303] {
            let took = Duration::from_millis(20);
            meter
                .clone()
                .answered(("GET", "/people/{id}"), status, took);
        }
        let told = meter.told(&standing::Standing::default());
        for line in [
            "onthaal_answers_total{method=\"GET\",route=\"/people/{id}\",status=\"2xx\"} 2",
            "onthaal_answers_total{method=\"GET\",route=\"/people/{id}\",status=\"3xx\"} 1",
            "onthaal_answer_seconds_bucket{le=\"0.025\",route=\"/people/{id}\"} 3",
            "onthaal_open 0",
        ] {
            assert!(told.lines().any(|have| have == line), "{line} in {told}");
        }
        assert!(told.ends_with("# EOF\n"));
    }
}
