//! Erasing a person: who may do it when, and by when a request is answered. One colleague looks at what
//! would go and asks, another lets it happen within a week. What is erased does not come back, so
//! every step is refused unless nothing changed since it was looked at.

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::vouch::Dependent;
use crate::{Day, Instant, Unfit, UserId};

mod reason;

pub use reason::Reason;

/// How many days a colleague has to let happen what another one asked.
pub const RELEASE_DAYS: i64 = 7;

/// How many days before its end a request is said to end soon.
const SOON_DAYS: i64 = 7;

const DAY: i64 = 24 * 60 * 60;

coded! {
    /// Why somebody is to be erased.
    Cause {
        /// She, or somebody for her, asked.
        Request = "request",
        /// Her time in the house is over by its own rules.
        Retention = "retention",
    }
}

coded! {
    /// How it ended.
    Outcome {
        /// She was erased.
        Erased = "erased",
        /// It was refused, with a reason.
        Refused = "refused",
        /// Whoever asked takes it back, or it was a mistake.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// Where it stands.
    Stage {
        /// It is written down; nobody asked a colleague yet, or none came in time.
        Noted = "noted",
        /// A colleague has to let it happen.
        Asked = "asked",
        /// She is erased.
        Erased = "erased",
        /// It is refused.
        Refused = "refused",
        /// It is taken back.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// How near the end of the time for an answer is.
    Urgency {
        /// There is time.
        Calm = "calm",
        /// A week at most.
        Soon = "soon",
        /// It is over.
        Late = "late",
    }
}

/// That a colleague has looked at what would go, and asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Instant,
}

/// What is known of one erasure before anything is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Why.
    pub cause: Cause,
    /// The day the request came in, or the time in the house was found to be over.
    pub asked_on: Day,
    /// Whether the time for an answer was extended.
    pub extended: bool,
    /// Who asked a colleague to let it happen.
    pub ask: Option<Ask>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has ended.
    #[error("it has ended")]
    Over,
    /// No colleague asked, or it was too long ago.
    #[error("nobody asks for it now")]
    NotAsked,
    /// A colleague asked already.
    #[error("somebody asks for it already")]
    Asked,
    /// Who asks does not let it happen.
    #[error("somebody else has to release it")]
    SamePerson,
    /// Who would let it happen may be the same person as who asks.
    #[error(transparent)]
    Dependent(#[from] Dependent),
    /// Something else would go now than was looked at.
    #[error("changed since it was looked at")]
    Changed,
    /// Something stands in the way: a duty to keep, or she is here.
    #[error("something stands in the way")]
    Hindered,
    /// The time for an answer was extended before, or is over.
    #[error("it can no longer be extended")]
    TooLate,
}

/// What was found when a step is about to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether exactly that would go which was looked at.
    pub same: bool,
    /// Whether it is what a colleague was asked for.
    pub asked: bool,
    /// Whether something stands in the way.
    pub hindered: bool,
}

impl Standing {
    /// The one who asks, while it counts.
    #[must_use]
    pub fn live_ask(&self, now: Instant) -> Option<Ask> {
        let lives = |ask: &Ask| now.seconds_since(ask.at) < RELEASE_DAYS * DAY;
        self.ask.filter(lives)
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self, now: Instant) -> Stage {
        match self.outcome {
            Some(Outcome::Erased) => Stage::Erased,
            Some(Outcome::Refused) => Stage::Refused,
            Some(Outcome::Withdrawn) => Stage::Withdrawn,
            None if self.live_ask(now).is_some() => Stage::Asked,
            None => Stage::Noted,
        }
    }

    /// The last day for an answer: one month after the request, or three where that was extended
    /// (GDPR art. 12(3); three months also by Wmo 2015 art. 5.3.5). Nobody waits for the others.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        let months = if self.extended { 3 } else { 1 };
        match self.cause {
            Cause::Request => Some(self.asked_on.plus_months(months)),
            Cause::Retention => None,
        }
    }

    /// How near the last day is.
    #[must_use]
    pub fn urgency(&self, today: Day) -> Urgency {
        match self.due() {
            Some(due) if self.outcome.is_none() && today > due => Urgency::Late,
            Some(due) if self.outcome.is_none() && today.plus_days(SOON_DAYS) >= due => {
                Urgency::Soon
            }
            _ => Urgency::Calm,
        }
    }

    /// Whether a colleague may be asked to let it happen.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn may_ask(&self, now: Instant, found: Found) -> Result<(), Refusal> {
        self.is_open()?;
        if self.live_ask(now).is_some() && found.asked {
            return Err(Refusal::Asked);
        }
        unhindered(found)
    }

    /// Whether a colleague may let it happen.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn may_release(&self, by: UserId, now: Instant, found: Found) -> Result<(), Refusal> {
        self.is_open()?;
        let ask = self.live_ask(now).ok_or(Refusal::NotAsked)?;
        if ask.by == by {
            return Err(Refusal::SamePerson);
        }
        let same = found.same && found.asked;
        unhindered(Found { same, ..found })
    }

    /// Whether the time for an answer may be extended: once, by whoever says so within the first month.
    ///
    /// # Errors
    /// The first reason against it.
    pub fn may_extend(&self, today: Day) -> Result<(), Refusal> {
        self.is_open()?;
        match self.due() {
            Some(due) if !self.extended && today <= due => Ok(()),
            _ => Err(Refusal::TooLate),
        }
    }

    /// Whether it may still end in another way.
    ///
    /// # Errors
    /// [`Refusal::Over`].
    pub const fn is_open(&self) -> Result<(), Refusal> {
        if self.outcome.is_none() {
            Ok(())
        } else {
            Err(Refusal::Over)
        }
    }
}

/// A duty to keep wins over everything, and is said before anything else.
const fn unhindered(found: Found) -> Result<(), Refusal> {
    match found {
        Found { hindered: true, .. } => Err(Refusal::Hindered),
        Found { same: false, .. } => Err(Refusal::Changed),
        Found { same: true, .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests;
