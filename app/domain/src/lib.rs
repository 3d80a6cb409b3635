//! The vocabulary of the front desk: plain values that are right by construction, and decisions
//! that say why. Nothing here waits, stores, draws or asks the time.
//!
//! - **Person** ([`person`]): somebody the house knows by at least a name, an alias or a wish not to
//!   give one. What is stored about a person is a [`RecordId`]; several records may be one person.
//! - **Visit** ([`visit`]): one presence in the house, with a neutral [`visit::Token`], a kind, a
//!   purpose, and the steps from arrival to departure. A visit may have no person.
//! - **House**: what an administrator sets: the centre itself ([`centre`]), who works in it
//!   ([`organisation`]), its rooms ([`room`]), its [`hours`] and days ([`holiday`]), who is on duty
//!   ([`duty`]), its texts ([`setting`]) and how long it keeps what ([`retention`]).
//! - **Erasure** ([`erasure`]): a request to be erased, the two colleagues it takes, and the day by
//!   which it is answered; what has to be kept wins ([`retention`]), for one person too ([`hold`]).
//! - **Unlinking** ([`unlinking`]): visits whose time is over lose their person, by two colleagues.
//! - **Finding** (`finding`): whether somebody is meant by what was typed, whether two people are one,
//!   and why.
//! - **Searching** ([`searching`]): when a colleague who looks many people up is asked why.
//! - **Same** ([`same_as`]): which records are one person, and who says so.
//! - **Role** ([`role`]): who may do what, as one table.
//! - **Vouch** ([`vouch`]): who let whom in, and whether two colleagues are two people.
//! - **Backup** ([`backup`]): when one is due, and how long it is kept.
//! - **Session** ([`session`]) and **sign-in** ([`signin`]): how long a browser stays signed in, and
//!   how often wrong answers are borne; what a device says about a **passkey** ([`passkey`]).
//! - **Mail** ([`mail`]): the server it goes out by and what becomes of a letter; no letter says what
//!   it is about (`neutral`).
//! - **Text** ([`text`]): names, notes, telephone numbers and addresses as they were typed, with
//!   their limits.
//! - **Time** ([`time`]): whole seconds, calendar days, spans, and the wall clock of a centre.

#[cfg(feature = "zone")]
pub mod backup;
#[cfg(feature = "zone")]
pub mod centre;
#[cfg(feature = "zone")]
pub mod duty;
pub mod erasure;
#[cfg(feature = "finding")]
pub mod finding;
pub mod hold;
pub mod holiday;
pub mod hours;
pub mod id;
pub mod import;
pub mod language;
#[cfg(feature = "zone")]
pub mod mail;
#[cfg(feature = "neutral")]
pub mod neutral;
pub mod organisation;
pub mod passkey;
pub mod person;
pub mod pii;
pub mod profile;
pub mod retention;
pub mod role;
pub mod room;
pub mod same_as;
pub mod searching;
pub mod session;
pub mod setting;
pub mod short_name;
pub mod signin;
pub mod text;
pub mod time;
pub mod unlinking;
pub mod visit;
pub mod vouch;

pub use id::{
    CentreId, DenialId, ErasureId, ExportId, HoldId, ImportId, InviteId, LetterId, OrganisationId,
    PairId, RecordId, RepeatKey, RequestId, RoomId, SearchesId, ServiceId, SessionId, UnlinkingId,
    UserId, VisitId, WorkstationId,
};
pub use language::{Address, Language, Tongue};
pub use pii::{Pii, Secret};
pub use profile::Profile;
pub use short_name::ShortName;
pub use text::Unfit;
pub use time::{Birth, Day, Instant, Span};
