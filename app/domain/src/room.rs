//! A room as the house is set up: what it has, and when it may be used.

use serde::{Deserialize, Serialize};

use crate::Unfit;
use crate::hours::DayHours;
use crate::role::coded;
use crate::text::{Label, count};

coded! {
    /// What a room can have.
    Feature {
        /// Made for children.
        Child = "child",
        /// Reachable in a wheelchair.
        Wheelchair = "wheelchair",
        /// An exit of its own.
        OwnExit = "own_exit",
        /// A screen for a talk at a distance.
        Video = "video",
        /// What is said inside is not heard outside.
        Soundproof = "soundproof",
    }
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomPlan {
    /// What it is called.
    pub name: Label,
    /// How many people can sit there.
    pub seats: Seats,
    /// What it has, in the order of [`Feature::ALL`].
    pub features: Vec<Feature>,
    /// When it may be used; closed means the hours of the house.
    pub hours: DayHours,
    /// Minutes it stays empty before a booking.
    pub before: Buffer,
    /// Minutes it stays empty after a booking.
    pub after: Buffer,
}

impl RoomPlan {
    /// Whether it has this.
    #[must_use]
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }
}

/// How many people can sit in a room: 1 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seats(u16);

impl Seats {
    /// Reads a number of seats.
    ///
    /// # Errors
    /// [`Unfit::Missing`], or [`Unfit::NotANumber`] outside 1 to 200.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        count(raw, (1, 200)).map(Self)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// Minutes a room stays empty beside a booking: 0 to 120.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Buffer(u16);

impl Buffer {
    /// Reads minutes; nothing is none.
    ///
    /// # Errors
    /// [`Unfit::NotANumber`] outside 0 to 120.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        match count(raw, (0, 120)) {
            Err(Unfit::Missing) => Ok(Self(0)),
            read => read.map(Self),
        }
    }

    /// The minutes.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_and_buffers_have_limits() {
        assert_eq!(Seats::parse(" 12 ").map(Seats::get), Ok(12));
        for raw in ["0", "201", "-1", "1.5", "veel", "99999999999"] {
            assert_eq!(Seats::parse(raw), Err(Unfit::NotANumber(1, 200)), "{raw}");
        }
        assert_eq!(Seats::parse(""), Err(Unfit::Missing));
        assert_eq!(Buffer::parse("").map(Buffer::minutes), Ok(0));
        assert_eq!(Buffer::parse("121"), Err(Unfit::NotANumber(0, 120)));
    }
}
