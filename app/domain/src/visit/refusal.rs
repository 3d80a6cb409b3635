//! Why a step of a visit is refused.

/// Why a step of a visit is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VisitRefusal {
    /// The visitor has left already.
    #[error("already left")]
    AlreadyLeft,
    /// The visitor is already with that service in that place.
    #[error("already there")]
    AlreadyThere,
    /// The visit already belongs to this person.
    #[error("already linked")]
    AlreadyLinked,
    /// The person is in the house already.
    #[error("already inside")]
    AlreadyInside,
    /// Somebody else is in that room.
    #[error("the room is taken")]
    RoomTaken,
    /// Whoever is on the telephone can be brought nowhere.
    #[error("on the telephone")]
    OnThePhone,
    /// The last step was made more than five minutes ago.
    #[error("too late")]
    TooLate,
    /// There is no step to take back.
    #[error("nothing to undo")]
    NothingToUndo,
}
