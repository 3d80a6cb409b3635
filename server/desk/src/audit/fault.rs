//! What can be wrong with a chain, in words for the command line.

use std::fmt;

use uuid::Uuid;

/// What is wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A row does not have the hash it was written with.
    Edited,
    /// A row does not follow the row before.
    Unchained,
    /// A row is missing.
    Missing,
    /// The chain ends before its length says.
    CutOff,
    /// The chain has rows beyond its length.
    Surplus,
    /// The chain's head is not that of its last row.
    OtherHead,
    /// Somebody is named by a row that does not exist.
    StraySubject,
    /// A row or a chain cannot be read at all.
    Unreadable,
    /// Rows belong to a chain that does not exist.
    UnknownChain,
    /// The chain is shorter than a checkpoint says, or is not there: older data were put back.
    BehindCheckpoint,
    /// The chain does not go through a checkpoint: it was written anew.
    OffCheckpoint,
    /// A checkpoint is not signed by the key.
    Unsigned,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Edited => "the row was edited",
            Self::Unchained => "the row does not follow the one before",
            Self::Missing => "the row is missing",
            Self::CutOff => "the end of the chain was cut off here",
            Self::Surplus => "the row lies outside the chain's length",
            Self::OtherHead => "the chain's head is not that of its last row",
            Self::StraySubject => "a person is named by a row that does not exist",
            Self::Unreadable => "it cannot be read",
            Self::UnknownChain => "its rows belong to no chain",
            Self::BehindCheckpoint => "a checkpoint has seen more rows: older data were put back",
            Self::OffCheckpoint => "a checkpoint has seen another row: the chain was written anew",
            Self::Unsigned => "a checkpoint is not signed by the key",
        })
    }
}

/// The first break of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Which chain, when that is known.
    pub chain: Option<Uuid>,
    /// Which row, counted from 1, when it is about a row.
    pub seq: Option<i64>,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(chain) = self.chain {
            write!(f, "chain {}, ", chain.simple())?;
        }
        if let Some(seq) = self.seq {
            write!(f, "row {seq}: ")?;
        }
        self.fault.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_says_where_and_what() {
        let broken = Break {
            chain: Some(Uuid::from_u128(10)),
            seq: Some(9),
            fault: Fault::Edited,
        };
        let said = "chain 0000000000000000000000000000000a, row 9: the row was edited";
        assert_eq!(broken.to_string(), said);
    }
}
