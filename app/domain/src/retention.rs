//! How long what is kept: a period for one kind of data and one controller, with the source it comes
//! from and the days between which it holds. Whom it keeps until when is reckoned in [`term`].

use serde::{Deserialize, Serialize};

use crate::role::coded;
use crate::text::{Remark, count};
use crate::{Day, OrganisationId, Profile, Unfit};

pub mod term;

coded! {
    /// What a period is for.
    Kept {
        /// Who somebody is and how she can be reached.
        Person = "person",
        /// Visits to the house.
        Visit = "visit",
        /// The file of somebody who is helped.
        File = "file",
        /// Appointments and seats in groups.
        Appointment = "appointment",
        /// Messages that were sent.
        Message = "message",
        /// The trail of who saw what.
        Trail = "trail",
    }
}

coded! {
    /// Where a period begins.
    CountsFrom {
        /// When it was written down.
        Creation = "creation",
        /// When the file was closed.
        Closing = "closing",
        /// The last time there was contact.
        LastContact = "last_contact",
    }
}

/// A period in months: 1 to 1,200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Months(u16);

impl Months {
    /// Reads a number of months.
    ///
    /// # Errors
    /// [`Unfit::Missing`], or [`Unfit::NotANumber`] outside 1 to 1,200.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        count(raw, (1, 1_200)).map(Self)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// One period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// For which controller; none is the centre itself.
    pub controller: Option<OrganisationId>,
    /// For what.
    pub about: Kept,
    /// How long.
    pub months: Months,
    /// From when.
    pub from: CountsFrom,
    /// The law, decree or agreement it comes from.
    pub source: Remark,
    /// The first day it holds.
    pub valid_from: Day,
    /// The last day it holds; none while nobody knows.
    pub valid_until: Option<Day>,
    /// Whether it forbids to erase earlier, also when somebody asks for it.
    #[serde(default)]
    pub binds: bool,
}

/// A period a centre can begin with: for what, months, from when, and the source.
pub type Proposal = (Kept, u16, CountsFrom, &'static str);

/// The periods a centre of this profile can begin with. Somebody who knows the law looks at them
/// before the first visitor.
#[must_use]
pub const fn proposed(profile: Profile) -> &'static [Proposal] {
    match profile {
        Profile::Flanders => &[
            (
                Kept::File,
                180,
                CountsFrom::Closing,
                "Decreet 29 maart 2024 Veilige Huizen, art. 15 § 3",
            ),
            (
                Kept::Person,
                180,
                CountsFrom::Closing,
                "Decreet 29 maart 2024 Veilige Huizen, art. 15 § 3",
            ),
            (Kept::Visit, 24, CountsFrom::Creation, "AVG art. 5.1.e"),
            (
                Kept::Appointment,
                24,
                CountsFrom::Creation,
                "AVG art. 5.1.e",
            ),
            (Kept::Message, 3, CountsFrom::Creation, "AVG art. 5.1.e"),
            (Kept::Trail, 60, CountsFrom::Creation, "NEN 7513"),
        ],
        Profile::Netherlands => &[
            (Kept::File, 180, CountsFrom::Creation, "Wmo 2015 art. 5.3.4"),
            (
                Kept::Person,
                180,
                CountsFrom::Creation,
                "Wmo 2015 art. 5.3.4",
            ),
            (Kept::Visit, 24, CountsFrom::Creation, "AVG art. 5.1.e"),
            (
                Kept::Appointment,
                24,
                CountsFrom::Creation,
                "AVG art. 5.1.e",
            ),
            (Kept::Message, 3, CountsFrom::Creation, "AVG art. 5.1.e"),
            (Kept::Trail, 60, CountsFrom::Creation, "NEN 7513"),
        ],
    }
}

/// A proposal as a period of the centre itself, from a day on.
///
/// # Errors
/// [`Unfit`] for a proposal that does not fit, which a test excludes.
pub fn adopted(proposal: &Proposal, from: Day) -> Result<Retention, Unfit> {
    let (about, months, counts_from, source) = *proposal;
    Ok(Retention {
        controller: None,
        about,
        months: Months(months),
        from: counts_from,
        source: Remark::parse(source)?,
        valid_from: from,
        valid_until: None,
        binds: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_proposes_a_period_with_a_source_for_everything() {
        let today = Day::new(2026, 3, 10).unwrap();
        for profile in Profile::ALL {
            for about in Kept::ALL {
                let found = proposed(*profile)
                    .iter()
                    .find(|proposal| proposal.0 == *about);
                assert!(adopted(found.unwrap(), today).is_ok(), "{about:?}");
            }
        }
    }
}
