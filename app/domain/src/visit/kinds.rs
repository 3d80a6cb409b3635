//! The words of a visit: who comes in, what for, and where the visit stands.

use serde::{Deserialize, Serialize};

use crate::Unfit;
use crate::role::coded;

coded! {
    /// Who comes in, as far as the desk needs it.
    VisitKind {
        /// Somebody who looks for help.
        Victim = "victim",
        /// A child.
        Child = "child",
        /// Somebody who comes along.
        Companion = "companion",
        /// A professional from outside the house.
        Professional = "professional",
        /// A trusted person (vertrouwenspersoon).
        TrustedPerson = "trusted_person",
        /// An interpreter.
        Interpreter = "interpreter",
        /// The person causing harm.
        PersonCausingHarm = "person_causing_harm",
        /// Somebody who delivers or repairs.
        Supplier = "supplier",
        /// Somebody on the telephone.
        PhoneCall = "phone_call",
    }
}

coded! {
    /// What a visitor comes for.
    Purpose {
        /// A first talk.
        FirstTalk = "first_talk",
        /// An appointment with a service.
        Appointment = "appointment",
        /// A group or training.
        Group = "group",
        /// A question for the desk.
        Question = "question",
        /// Something else, or rather not said.
        Other = "other",
    }
}

coded! {
    /// Where a visit stands.
    Stage {
        /// In the waiting room.
        Waiting = "waiting",
        /// In a room with a service.
        WithService = "with_service",
        /// Out of the house.
        Left = "left",
        /// Nobody came: the check-in was a mistake and was taken back.
        TakenBack = "taken_back",
    }
}
