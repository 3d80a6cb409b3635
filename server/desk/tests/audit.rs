//! The audit trail on both engines: that every act leaves its row, that no change to the rows goes
//! unseen, and that nobody's data are shown without a row.

#[cfg(test)]
#[expect(dead_code, reason = "these tests need a part of the house")]
mod support {
    pub mod house;
}

#[cfg(test)]
mod trail {
    pub mod changes;
    pub mod checkpoints;
    pub mod raw;
    pub mod tampering;
    pub mod unseen;
    pub mod writing;
}
