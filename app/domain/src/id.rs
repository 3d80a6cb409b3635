//! Identifiers as types, so that two of them can never be swapped. Every id is 128 random bits: an
//! id that counted or told the time would say in a web address when somebody came.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Unfit;

/// Where new ids come from. Only the program's start owns a real source.
pub trait Ids: Send + Sync {
    /// Sixteen fresh random bytes.
    fn fresh(&self) -> [u8; 16];
}

/// Declares identifier types that share one shape and nothing else.
macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A fresh id from the given source.
            #[must_use]
            pub fn new(ids: &dyn Ids) -> Self {
                Self(Uuid::from_bytes(ids.fresh()))
            }

            /// The id as the database stores it.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The id as the database binds it.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// The sixteen bytes of the id.
            #[must_use]
            pub const fn bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }

            /// Reads the form that [`fmt::Display`] writes: 32 hexadecimal digits.
            ///
            /// # Errors
            /// [`Unfit::NotOffered`] for anything else.
            pub fn parse(raw: &str) -> Result<Self, Unfit> {
                let simple = raw.len() == 32 && raw.bytes().all(|b| b.is_ascii_hexdigit());
                let parsed = if simple { Uuid::try_parse(raw).ok() } else { None };
                parsed.map(Self).ok_or(Unfit::NotOffered)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.simple().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.simple())
            }
        }
    )+};
}

typed_id! {
    /// One centre: every row of every table belongs to one.
    CentreId,
    /// That a colleague must not see a person.
    DenialId,
    /// That somebody is to be erased.
    ErasureId,
    /// That nothing of a person is erased for now.
    HoldId,
    /// A code with which a colleague chooses new proofs.
    InviteId,
    /// An organisation that sends services into the house.
    OrganisationId,
    /// One message in the outbox.
    LetterId,
    /// One file of people that somebody asked for.
    ExportId,
    /// One file of people that is read in.
    ImportId,
    /// What a colleague said of two records of people.
    PairId,
    /// One record of a person. Several records may turn out to be the same person.
    RecordId,
    /// One request of a browser, for logs and the audit trail.
    RequestId,
    /// The key of one filled-in form: sent twice, it gives the first result again.
    RepeatKey,
    /// A room that can be occupied.
    RoomId,
    /// An hour in which a colleague looked many people up.
    SearchesId,
    /// A service that works in the house: police, prosecutor, social work, therapy.
    ServiceId,
    /// A signed-in (or not yet signed-in) browser session.
    SessionId,
    /// That visits whose time is over lose their person.
    UnlinkingId,
    /// A colleague with an account.
    UserId,
    /// One presence of somebody in the house.
    VisitId,
    /// A computer at the desk that the house has enrolled.
    WorkstationId,
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;
    impl Ids for Fixed {
        fn fresh(&self) -> [u8; 16] {
            [7; 16]
        }
    }

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id = VisitId::new(&Fixed);
        assert_eq!(VisitId::parse(&id.to_string()), Ok(id));
    }

    #[test]
    fn an_id_refuses_every_other_spelling() {
        for raw in [
            "",
            "7",
            "07070707-0707-0707-0707-070707070707",
            "zz070707070707070707070707070707",
        ] {
            assert_eq!(VisitId::parse(raw), Err(Unfit::NotOffered), "{raw}");
        }
    }
}
