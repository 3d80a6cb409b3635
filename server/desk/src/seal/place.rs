//! What a sealed value is about: a subject, a compartment of what is known about it, and the exact
//! place in the data it belongs to. All of it is bound into the seal.

use domain::{CentreId, RecordId, VisitId};
use uuid::Uuid;

/// Declares kinds that are stored as a code.
macro_rules! kinds {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that is stored and bound into the seal; it never changes its meaning.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code; a newer program may have stored kinds this one does not know.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}
pub(super) use kinds;

kinds! {
    /// What something can be known about.
    SubjectKind {
        /// A record of a person.
        Person = "person",
        /// A family or household that is followed as one.
        ClientSystem = "client_system",
        /// A report that came in.
        Report = "report",
        /// A case conference.
        Conference = "conference",
        /// One presence in the house.
        Visit = "visit",
        /// A centre itself or, with id zero, the installation.
        House = "house",
    }
}

/// What something is known about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Of what kind.
    pub kind: SubjectKind,
    /// Which one.
    pub id: [u8; 16],
}

impl Subject {
    /// A record of a person.
    #[must_use]
    pub const fn person(id: RecordId) -> Self {
        Self::of(SubjectKind::Person, id.bytes())
    }

    /// A visit.
    #[must_use]
    pub const fn visit(id: VisitId) -> Self {
        Self::of(SubjectKind::Visit, id.bytes())
    }

    /// A centre.
    #[must_use]
    pub const fn house(id: CentreId) -> Self {
        Self::of(SubjectKind::House, id.bytes())
    }

    /// The installation, for what belongs to no centre yet.
    #[must_use]
    pub const fn installation() -> Self {
        Self::of(SubjectKind::House, [0; 16])
    }

    /// Any subject.
    #[must_use]
    pub const fn of(kind: SubjectKind, id: [u8; 16]) -> Self {
        Self { kind, id }
    }

    /// Whether this is the installation.
    pub(super) fn is_installation(self) -> bool {
        self == Self::installation()
    }
}

kinds! {
    /// The parts of what is known, each with a key of its own. Kinds with an id (topics, notes,
    /// conferences) make the set an open one.
    CompartmentKind {
        /// Name, alias, birth date, language.
        Identity = "identity",
        /// How and when to reach somebody safely.
        Contact = "contact",
        /// What the desk notes about one presence.
        Visit = "visit",
        /// What was typed and not accepted yet.
        Draft = "draft",
        /// Accounts of colleagues.
        Staff = "staff",
        /// The readable part of the trail.
        Audit = "audit",
        /// The mail server, and letters on their way.
        Mail = "mail",
        /// That somebody is to be erased, and why not; its id says which request.
        Erasure = "erasure",
        /// Which two records a colleague said something of, and why; its id says which answer.
        SameAs = "same_as",
        /// Why nothing of hers is erased for now.
        Hold = "hold",
        /// A topic of a file; its id says which.
        Topic = "topic",
        /// A note of one service, shared on its own; its id says which.
        ServiceNote = "service_note",
        /// A conference under article 458ter of the Belgian criminal code: what is said there stays
        /// with those who were there, so the custody may rotate and erase its key, not use it.
        Conference458ter = "conference_458ter",
    }
}

impl CompartmentKind {
    /// Whether the custody may open a key of this kind to pass it on.
    pub(super) const fn custody_passes_on(self) -> bool {
        !matches!(self, Self::Conference458ter)
    }
}

/// One part of what is known about a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Compartment {
    /// Of what kind.
    pub kind: CompartmentKind,
    /// Which one; zero for kinds of which a subject has one.
    pub id: [u8; 16],
}

impl Compartment {
    /// Name, alias, birth date, language.
    pub const IDENTITY: Self = Self::of(CompartmentKind::Identity, [0; 16]);
    /// How and when to reach somebody safely.
    pub const CONTACT: Self = Self::of(CompartmentKind::Contact, [0; 16]);
    /// What the desk notes about one presence.
    pub const VISIT: Self = Self::of(CompartmentKind::Visit, [0; 16]);
    /// What was typed and not accepted yet.
    pub const DRAFT: Self = Self::of(CompartmentKind::Draft, [0; 16]);
    /// Accounts of colleagues.
    pub const STAFF: Self = Self::of(CompartmentKind::Staff, [0; 16]);
    /// The readable part of the trail.
    pub const AUDIT: Self = Self::of(CompartmentKind::Audit, [0; 16]);
    /// The mail server, and letters on their way.
    pub const MAIL: Self = Self::of(CompartmentKind::Mail, [0; 16]);
    /// Why nothing of hers is erased for now.
    pub const HOLD: Self = Self::of(CompartmentKind::Hold, [0; 16]);

    /// Any compartment.
    #[must_use]
    pub const fn of(kind: CompartmentKind, id: [u8; 16]) -> Self {
        Self { kind, id }
    }
}

/// One compartment of one subject: what a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// About what.
    pub subject: Subject,
    /// Which part.
    pub compartment: Compartment,
}

impl Cell {
    /// Reads a stored cell; nothing for a kind that only a newer program knows.
    pub(crate) fn stored(subject: (&str, Uuid), compartment: (&str, Uuid)) -> Option<Self> {
        let (subject_kind, subject_id) = subject;
        let (kind, id) = compartment;
        Some(Self {
            subject: Subject::of(SubjectKind::parse(subject_kind)?, subject_id.into_bytes()),
            compartment: Compartment::of(CompartmentKind::parse(kind)?, id.into_bytes()),
        })
    }

    /// Whether the program keeps this for itself: its own drafts, accounts, trail and mail, the notes on
    /// one presence, and why nothing of somebody is erased. The house opens these without a grant; everything else needs one.
    #[must_use]
    pub const fn is_of_the_house(&self) -> bool {
        use CompartmentKind as C;
        match self.subject.kind {
            SubjectKind::House => {
                matches!(
                    self.compartment.kind,
                    C::Draft | C::Staff | C::Audit | C::Mail | C::Erasure | C::SameAs
                )
            }
            SubjectKind::Visit => matches!(self.compartment.kind, C::Visit),
            SubjectKind::Person => matches!(self.compartment.kind, C::Hold),
            _ => false,
        }
    }
}

/// Where a sealed value is stored. A value that is moved elsewhere does not open there.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// In which table.
    pub table: &'static str,
    /// In which column.
    pub column: &'static str,
    /// In the row with which id.
    pub row: [u8; 16],
    /// About what.
    pub subject: Subject,
    /// Which part.
    pub compartment: Compartment,
}

impl Place {
    /// What the key of this place is for.
    #[must_use]
    pub const fn cell(&self) -> Cell {
        Cell {
            subject: self.subject,
            compartment: self.compartment,
        }
    }

    /// What is bound into the seal: every part with its length before it, so that no two places
    /// write the same bytes.
    #[must_use]
    pub(super) fn bound(&self) -> Vec<u8> {
        super::blob::lengthened(&[
            b"onthaal1",
            self.table.as_bytes(),
            self.column.as_bytes(),
            &self.row,
            self.subject.kind.code().as_bytes(),
            &self.subject.id,
            self.compartment.kind.code().as_bytes(),
            &self.compartment.id,
        ])
    }
}
