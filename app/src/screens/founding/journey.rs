//! How far a founding has come. Everything that is typed stays in the memory of this process, also
//! what was refused, and is forgotten when nobody goes on, when the program ends, and when the house
//! is founded.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use desk::Desk;
use desk::founding::{Administrator, Entered, Gate, Key, Knocks, Premises};
use desk::seal::sheet::{GROUPS, Sheet};
use desk::sessions::Token;
use desk::signin::AppSecret;
use domain::{Instant, Language, Secret};
use tokio::sync::{Mutex, MutexGuard, watch};

use crate::form::Posted;

/// Shows the code to whoever started the server.
pub type Announce = Box<dyn Fn(&Secret<String>) + Send + Sync>;

/// The founding of a house. Cheap to clone.
#[derive(Clone)]
pub struct Founding(Arc<Inside>);

struct Inside {
    key: Key,
    announce: Announce,
    journey: Mutex<Journey>,
    knocks: Mutex<Knocks>,
    reached: watch::Sender<Reached>,
}

/// What has happened, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// Somebody may be typing.
    Nothing,
    /// The house is founded.
    House,
    /// The page that says so was asked for.
    LastPage,
    /// The house itself answers from now on.
    End,
}

impl Founding {
    /// A founding on this key, whose code is announced.
    #[must_use]
    pub fn new(desk: &Desk, key: Key, announce: Announce) -> Self {
        let journey = Journey::new(desk);
        announce(&journey.gate.code().shown());
        Self(Arc::new(Inside {
            key,
            announce,
            journey: Mutex::new(journey),
            knocks: Mutex::default(),
            reached: watch::Sender::new(Reached::Nothing),
        }))
    }

    /// The root secret of the house.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.0.key
    }

    /// Says that something has happened.
    pub fn reach(&self, now: Reached) {
        self.0.reached.send_if_modified(|reached| {
            let further = *reached < now;
            *reached = now.max(*reached);
            further
        });
    }

    /// Waits until something has happened.
    pub async fn reached(&self, wanted: Reached) {
        let mut reached = self.0.reached.subscribe();
        // The sender lives as long as this does.
        let _there = reached.wait_for(|reached| *reached >= wanted).await.is_ok();
    }

    /// Whether the house is founded.
    #[must_use]
    pub fn is_founded(&self) -> bool {
        *self.0.reached.borrow() >= Reached::House
    }

    /// Forgets everything when nobody went on for half an hour, and announces another code.
    pub async fn tidy(&self, desk: &Desk) {
        let mut journey = self.journey().await;
        if journey.gate.is_idle(desk.now()) && !self.is_founded() {
            *journey = Journey::new(desk);
            self.announce(&journey);
        }
    }

    pub(super) async fn journey(&self) -> MutexGuard<'_, Journey> {
        self.0.journey.lock().await
    }

    /// Tries a typed code.
    pub(super) async fn enter(&self, desk: &Desk, typed: &str) -> Entered {
        let mut journey = self.journey().await;
        if journey.gate.is_idle(desk.now()) {
            *journey = Journey::new(desk);
            self.announce(&journey);
        }
        journey.gate.enter(typed, desk.now(), desk.entropy())
    }

    /// Counts a wrong code from a network; whether that network has to wait.
    pub(super) async fn wrong(&self, desk: &Desk, network: IpAddr) -> bool {
        let mut knocks = self.0.knocks.lock().await;
        let waits = knocks.wrong(network, desk.now());
        if waits && knocks.tells(desk.now()) {
            tracing::warn!("wrong codes are typed again and again to found a house");
        }
        waits
    }

    fn announce(&self, journey: &Journey) {
        (self.0.announce)(&journey.gate.code().shown());
    }
}

/// The pages between the code and the end, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    House,
    You,
    App,
    Sheet,
    Check,
}

impl Step {
    /// How many there are.
    pub const COUNT: usize = 5;

    pub const fn path(self) -> &'static str {
        match self {
            Self::House => "/found/house",
            Self::You => "/found/you",
            Self::App => "/found/app",
            Self::Sheet => "/found/sheet",
            Self::Check => "/found/check",
        }
    }
}

/// What is known so far.
pub(super) struct Journey {
    gate: Gate,
    pub language: Option<Language>,
    pub centre: Option<Premises>,
    pub administrator: Option<Administrator>,
    pub app: AppSecret,
    pub app_shows: bool,
    pub paper: Option<Paper>,
    kept: BTreeMap<&'static str, Posted>,
}

/// A recovery sheet, and the group of each code that is to be typed back.
pub(super) struct Paper {
    pub sheet: Sheet,
    pub printed: bool,
    pub asked: [usize; 2],
}

impl Paper {
    pub fn new(desk: &Desk, sheet: Sheet) -> Self {
        let mut paper = Self {
            sheet,
            printed: false,
            asked: [0; 2],
        };
        paper.ask(desk);
        paper
    }

    /// Asks for other groups.
    pub fn ask(&mut self, desk: &Desk) {
        let mut bytes = [0; 2];
        desk.entropy().fill(&mut bytes);
        self.asked = bytes.map(|byte| usize::from(byte) % GROUPS);
    }
}

impl Journey {
    fn new(desk: &Desk) -> Self {
        Self {
            gate: Gate::new(desk.entropy()),
            language: None,
            centre: None,
            administrator: None,
            app: AppSecret::fresh(desk.entropy()),
            app_shows: false,
            paper: None,
            kept: BTreeMap::new(),
        }
    }

    /// Whether this is the browser that founds; it is a sign of life.
    pub fn knows(&mut self, token: Option<&Token>, now: Instant) -> bool {
        token.is_some_and(|token| self.gate.knows(token, now))
    }

    /// The first page that is not done yet.
    pub fn next(&self) -> Step {
        if self.centre.is_none() {
            Step::House
        } else if self.administrator.is_none() {
            Step::You
        } else if !self.app_shows {
            Step::App
        } else if self.paper.as_ref().is_none_or(|paper| !paper.printed) {
            Step::Sheet
        } else {
            Step::Check
        }
    }

    /// Whether a page may be opened now: those behind, and the next. The sheet is shown until somebody
    /// says that it is on paper.
    pub fn opens(&self, step: Step) -> bool {
        let next = self.next();
        step <= next && (step != Step::Sheet || next == Step::Sheet)
    }

    /// Keeps what was typed on a page until it is shown again.
    pub fn keep(&mut self, path: &'static str, posted: Posted) {
        self.kept.insert(path, posted);
    }

    /// Takes what was kept for a page.
    pub fn kept(&mut self, path: &'static str) -> Option<Posted> {
        self.kept.remove(path)
    }
}
