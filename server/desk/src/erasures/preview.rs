//! What would go with somebody, table by table, and the mark by which two colleagues know that they
//! look at the same.

use domain::RecordId;
use uuid::Uuid;

use super::parts::Part;
use super::{Hindrance, hindrances, whose};
use crate::access::Permit;
use crate::seal::{LinkContext, SealError, Subject};
use crate::store::erasures::person::{self, Whose};
use crate::store::people::Record;
use crate::store::{self, Scope, StoreError, keys};
use crate::{Desk, same_as};

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
    /// Every record of hers: all of them go.
    pub records: Vec<RecordId>,
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

/// Looks at everything in the data, of every record of the person. Keys are counted apart: they are in
/// another database.
pub(super) async fn of(
    desk: &Desk,
    permit: &Permit,
    scope: &mut impl Scope,
    record: &Record,
) -> Result<Preview, SealError> {
    let (mut hers, mut hindrances) = (Vec::new(), Vec::new());
    for record in same_as::members(desk, permit, scope, record.id).await? {
        hers.extend(store::people::one(scope, record).await?);
    }
    let line = |part| Line { part, rows: 0 };
    let mut lines = Part::ALL.map(line).to_vec();
    for record in &hers {
        let whose = whose(desk, record.id)?;
        for line in &mut lines {
            line.add(person::count(scope, line.part, &whose).await?);
        }
        let found = hindrances::found(scope, &whose, (record.since, desk.now())).await?;
        hindrances.extend(found);
    }
    let mut told = Vec::new();
    hindrances.retain(|one| {
        let fresh = !told.contains(one);
        told.push(one.clone());
        fresh
    });
    Ok(Preview {
        digest: digest(desk, &hers, &lines)?,
        lines,
        hindrances,
        records: hers.iter().map(|record| record.id).collect(),
    })
}

impl Line {
    /// Adds the rows of one of her records; what is everybody's is the same for each.
    fn add(&mut self, rows: i64) {
        self.rows = if self.part.is_everybodys() {
            rows
        } else {
            self.rows + rows
        };
    }
}

fn digest(desk: &Desk, records: &[Record], lines: &[Line]) -> Result<[u8; 16], SealError> {
    let mut seen = Vec::new();
    for record in records {
        seen.extend(record.id.bytes());
        seen.extend(record.rev.to_be_bytes());
    }
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
    mut preview: Preview,
) -> Result<Preview, StoreError> {
    let mut look = desk.vault().keystore().look(permit).await?;
    let mut hers = 0;
    for record in &preview.records {
        hers += keys::reading::of_subject(&mut look, Subject::person(*record)).await?;
    }
    let keyed = |line: &&Line| matches!(line.part, Part::Remarks | Part::Pairs);
    let others: i64 = preview
        .lines
        .iter()
        .filter(keyed)
        .map(|line| line.rows)
        .sum();
    for line in &mut preview.lines {
        if line.part == Part::Keys {
            line.rows = hers + others;
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
