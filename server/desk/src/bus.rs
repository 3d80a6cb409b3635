//! What has just changed, told to every open screen. The messages carry no personal data: a screen
//! that hears one asks again for what it may see.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::CentreId;
use tokio::sync::broadcast;
use uuid::Uuid;

mod follow;
mod window;

pub use follow::follow;
use window::Window;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Somebody came in, moved or left.
    Visits,
    /// A person was written down or changed.
    People,
    /// A colleague, role or session changed.
    Staff,
    /// A room, service or setting changed.
    Places,
    /// A letter was put in the outbox or went out, or the mail server changed.
    Mail,
    /// Many people were written down at once.
    Imports,
    /// Somebody said of two records whether they are one person, or took it back.
    Pairs,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 7] = [
        Self::Visits,
        Self::People,
        Self::Staff,
        Self::Places,
        Self::Mail,
        Self::Imports,
        Self::Pairs,
    ];

    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::People => "people",
            Self::Staff => "staff",
            Self::Places => "places",
            Self::Mail => "mail",
            Self::Imports => "imports",
            Self::Pairs => "pairs",
        }
    }

    /// Reads a code; a newer program may write topics this one does not know.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }
}

/// One thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// In which centre.
    pub centre: CentreId,
    /// About what.
    pub topic: Topic,
    /// Which row.
    pub row: Uuid,
}

/// Tells everybody in this process, each change once, whether this process made it or found it. A
/// listener that is too slow misses messages and asks again.
#[derive(Clone, Debug)]
pub struct Bus(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    sender: broadcast::Sender<Change>,
    window: Mutex<Window>,
}

impl Default for Bus {
    fn default() -> Self {
        Self(Arc::new(Inside {
            sender: broadcast::channel(256).0,
            window: Mutex::default(),
        }))
    }
}

impl Bus {
    /// Tells what changed, by the number under which it is stored. Nobody listening is fine.
    pub fn tell(&self, seq: i64, change: Change) {
        if self.window().hear(seq) {
            let _heard = self.0.sender.send(change);
        }
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Change> {
        self.0.sender.subscribe()
    }

    fn window(&self) -> MutexGuard<'_, Window> {
        self.0.window.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
