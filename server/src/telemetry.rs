//! What the program says while it runs: one line for each thing that happened, on standard error,
//! in JSON or for the eye. A line holds the number of the request, the pattern of the address,
//! the answer and the time it took; every other field is dropped, whoever logged it, so that a name
//! cannot end up in a log by mistake.

use std::fmt::{self, Write as _};
use std::io::Write as _;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};

/// The fields that a line may hold. None of them is about anybody.
const ALLOWED: [&str; 16] = [
    "request.id",
    "http.method",
    "http.route",
    "http.status",
    "duration_ms",
    "error.kind",
    "error.cause",
    "action",
    "job",
    "count",
    "addr",
    "engine",
    "panic.at",
    "audit.chain",
    "keys.made",
    "keys.deleted",
];

/// The crates whose sentences are constants; what others say may hold what they were given.
const OURS: [&str; 5] = ["server", "app", "desk", "domain", "onthaal"];

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One JSON object, for a program that collects.
    Json,
    /// Words, for the eye.
    Plain,
}

/// Where lines go.
trait Sink: Send + Sync + 'static {
    fn line(&self, line: &str);
}

struct Stderr;

impl Sink for Stderr {
    fn line(&self, line: &str) {
        let mut out = std::io::stderr().lock();
        // There is nobody left to tell when standard error is gone.
        let _written = writeln!(out, "{line}");
    }
}

/// Starts saying things, from `info` on, or as `ONTHAAL_LOG` says.
///
/// # Errors
/// When something else in this process already listens.
pub fn start(look: Look) -> Result<(), TryInitError> {
    let filter = EnvFilter::try_from_env("ONTHAAL_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = Lines { look, sink: Stderr };
    tracing_subscriber::registry()
        .with(lines.with_filter(filter))
        .try_init()?;
    std::panic::set_hook(Box::new(panicked));
    Ok(())
}

/// A fault of the program is said with its place and without its words, which may hold a value.
fn panicked(info: &std::panic::PanicHookInfo<'_>) {
    let at = info
        .location()
        .map_or_else(String::new, ToString::to_string);
    tracing::error!(panic.at = at, "a fault of the program");
}

/// Writes a line for each event.
struct Lines<S> {
    look: Look,
    sink: S,
}

impl<S, K> Layer<S> for Lines<K>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    K: Sink,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut kept = Kept::default();
        attributes.record(&mut kept);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(kept);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut kept = Kept::default();
        for span in context.event_scope(event).into_iter().flatten() {
            if let Some(around) = span.extensions().get::<Kept>() {
                kept.fields.extend(around.fields.iter().cloned());
            }
        }
        event.record(&mut kept);
        let target = event.metadata().target();
        if !is_ours(target) {
            kept.message = None;
        }
        let level = event.metadata().level().as_str();
        self.sink.line(&kept.line(self.look, (level, target)));
    }
}

fn is_ours(target: &str) -> bool {
    let crate_name = target.split("::").next().unwrap_or_default();
    OURS.contains(&crate_name)
}

/// What may be said of an event.
#[derive(Default)]
struct Kept {
    message: Option<String>,
    fields: Vec<(&'static str, Value)>,
}

#[derive(Clone)]
enum Value {
    Text(String),
    Number(u64),
}

impl Kept {
    fn keep(&mut self, field: &Field, value: impl FnOnce() -> Value) {
        if ALLOWED.contains(&field.name()) {
            self.fields.push((field.name(), value()));
        }
    }

    fn line(&self, look: Look, (level, target): (&str, &str)) -> String {
        let said = self.message.as_deref().unwrap_or(target);
        match look {
            Look::Json => self.json(level, said),
            Look::Plain => self.plain(level, said),
        }
    }

    fn json(&self, level: &str, said: &str) -> String {
        let mut object = serde_json::Map::new();
        object.insert("level".to_owned(), level.into());
        object.insert("message".to_owned(), said.into());
        for (name, value) in &self.fields {
            let value = match value {
                Value::Text(text) => text.as_str().into(),
                Value::Number(number) => (*number).into(),
            };
            object.insert((*name).to_owned(), value);
        }
        serde_json::Value::Object(object).to_string()
    }

    fn plain(&self, level: &str, said: &str) -> String {
        let mut line = format!("{level:>5} {said}");
        for (name, value) in &self.fields {
            let _written = match value {
                Value::Text(text) => write!(line, " {name}={text:?}"),
                Value::Number(number) => write!(line, " {name}={number}"),
            };
        }
        line
    }
}

impl Visit for Kept {
    fn record_u64(&mut self, field: &Field, value: u64) {
        self.keep(field, || Value::Number(value));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.keep(field, || Value::Text(value.to_owned()));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.message = Some(format!("{value:?}"));
        } else {
            self.keep(field, || Value::Text(format!("{value:?}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Heard(Arc<Mutex<Vec<String>>>);

    impl Sink for Heard {
        fn line(&self, line: &str) {
            self.0.lock().unwrap().push(line.to_owned());
        }
    }

    fn said(look: Look, say: impl FnOnce()) -> Vec<String> {
        let heard = Heard::default();
        let lines = Lines {
            look,
            sink: heard.clone(),
        };
        tracing::subscriber::with_default(tracing_subscriber::registry().with(lines), say);
        heard.0.lock().unwrap().clone()
    }

    #[test]
    fn a_field_that_is_not_allowed_is_dropped() {
        let lines = said(Look::Json, || {
            let span = tracing::info_span!("request", request.id = "0f", name = "Rosa");
            span.in_scope(|| {
                tracing::info!(http.status = 303_u16, note = "Rosa belde", "answered");
            });
        });
        assert_eq!(lines.len(), 1);
        assert!(lines[0].contains("\"request.id\":\"0f\""), "{}", lines[0]);
        assert!(lines[0].contains("\"http.status\":303"), "{}", lines[0]);
        assert!(!lines[0].contains("Rosa"), "{}", lines[0]);
    }

    #[test]
    fn what_other_crates_say_is_only_counted() {
        let lines = said(Look::Plain, || {
            tracing::info!(target: "sqlx::query", "SELECT 'Rosa'");
        });
        assert_eq!(lines, [" INFO sqlx::query"]);
    }

    #[test]
    fn a_line_stays_one_line() {
        let lines = said(Look::Plain, || {
            tracing::error!(error.kind = "a\nb", "it failed");
        });
        assert_eq!(lines, ["ERROR it failed error.kind=\"a\\nb\""]);
    }
}
