//! What would go with somebody, table by table, and the mark by which two colleagues know that they
//! look at the same.

use domain::RecordId;
use uuid::Uuid;

use super::parts::Part;
use super::{Hindrance, hindrances, whose};
use crate::Desk;
use crate::access::Permit;
use crate::seal::{LinkContext, SealError, Subject};
use crate::store::erasures::person::{self, Whose};
use crate::store::people::Record;
use crate::store::{Scope, StoreError, keys};

/// How much of one part there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which part.
    pub part: Part,
    /// How many rows.
    pub rows: i64,
}

/// What would go, and what stands in the way.
#[derive(Clone, PartialEq, Eq)]
pub struct Preview {
    /// Every part, also where there is nothing.
    pub lines: Vec<Line>,
    /// What stands in the way now.
    pub hindrances: Vec<Hindrance>,
    /// The mark: another one when something else would go.
    pub digest: [u8; 16],
}

impl Preview {
    /// The mark as two colleagues read it to each other: `A1B2-C3D4`.
    #[must_use]
    pub fn mark(&self) -> String {
        let [a, b, c, d, ..] = self.digest;
        format!("{a:02X}{b:02X}-{c:02X}{d:02X}")
    }
}

impl Preview {
    /// The whole mark, as a form carries it.
    #[must_use]
    pub fn digest_text(&self) -> String {
        Uuid::from_bytes(self.digest).simple().to_string()
    }
}

/// Looks at everything in the data. Keys are counted apart: they are in another database.
pub(super) async fn of(
    desk: &Desk,
    scope: &mut impl Scope,
    record: &Record,
) -> Result<Preview, SealError> {
    let whose = whose(desk, record.id)?;
    let mut lines = Vec::with_capacity(Part::ALL.len());
    for part in Part::ALL {
        let rows = person::count(scope, part, &whose).await?;
        lines.push(Line { part, rows });
    }
    let hindrances = hindrances::found(scope, &whose, (record.since, desk.now())).await?;
    let digest = digest(desk, record, &lines)?;
    Ok(Preview {
        lines,
        hindrances,
        digest,
    })
}

fn digest(desk: &Desk, record: &Record, lines: &[Line]) -> Result<[u8; 16], SealError> {
    let mut seen = record.id.bytes().to_vec();
    seen.extend(record.rev.to_be_bytes());
    for line in lines.iter().filter(|line| line.part.is_hers()) {
        seen.extend(line.part.code().as_bytes());
        seen.extend(line.rows.to_be_bytes());
    }
    Ok(desk.vault().link_of(LinkContext::Preview, &seen)?.bytes)
}

/// Adds how many keys there are.
pub(super) async fn with_keys(
    desk: &Desk,
    permit: &Permit,
    (record, mut preview): (RecordId, Preview),
) -> Result<Preview, StoreError> {
    let mut look = desk.vault().keystore().look(permit).await?;
    let hers = keys::reading::of_subject(&mut look, Subject::person(record)).await?;
    let remarks = preview.lines.iter().find(|line| line.part == Part::Remarks);
    let remarks = remarks.map_or(0, |line| line.rows);
    for line in &mut preview.lines {
        if line.part == Part::Keys {
            line.rows = hers + remarks;
        }
    }
    Ok(preview)
}

/// The visits and requests of hers that have keys of their own.
pub(super) async fn keyed(
    scope: &mut impl Scope,
    whose: &Whose,
) -> Result<(Vec<uuid::Uuid>, Vec<uuid::Uuid>), StoreError> {
    let visits = person::remarked(scope, whose).await?;
    Ok((visits, person::requested(scope, whose).await?))
}
