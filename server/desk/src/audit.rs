//! The audit trail: who did or saw what, about whom, when and why (the fields of NEN 7513), as rows
//! that are bound to each other by their hashes. A change writes its row in its own transaction; a
//! read waits for its row before anything is shown, and fails when the row cannot be written.
//!
//! Each process writes a chain of its own, so that two processes never wait for one head. The rows
//! name people by pseudonyms only; what identifies somebody is in the sealed detail.

mod chain;
mod checkpoint;
mod entry;
mod facts;
mod fault;
mod folder;
mod note;
mod trail;
mod verify;
mod walk;
mod writer;

pub use checkpoint::{CheckpointError, Signed, checkpoint_loop, checkpoint_now};
pub use entry::{Decision, Entry};
pub use fault::{Break, Fault};
pub use folder::{Folder, FolderError};
pub use note::CheckpointKey;
pub use trail::Trail;
pub use verify::{Proof, Reach, Verdict, VerifyError, verify};

pub(crate) use chain::{Head, genesis, next};
pub(crate) use facts::{Facts, Named};

/// Why the trail did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The row could not be written, so what it would have witnessed must not be shown.
    #[error("the audit trail cannot be written")]
    Unwritable,
}
