//! Forms: what was typed and what is wrong with it ([`Posted`]), and the parts a form is made of.
//! Everything typed is shown again through these parts alone, because one of them has to escape by
//! hand: see [`NoteBox`].

mod choice;
mod field;
mod file;
mod frame;
mod note;
pub mod passkey;
mod phrase;
mod posted;
mod summary;

pub use choice::{Choice, Look, Pick, Tick};
pub use field::{Field, Kind};
pub use file::FileForm;
pub use frame::{Form, MAIN, Submit};
pub use note::{NoteBox, escaped};
pub use phrase::NewPhrase;
pub use posted::{Entry, Fault, Posted};
pub use summary::ErrorSummary;
