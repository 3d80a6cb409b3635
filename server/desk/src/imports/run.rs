//! Reading rows in: batch after batch, each one transaction.

use domain::import::{self, Fault};
use domain::person::NewPerson;
use domain::role::Action;
use domain::{Day, UserId};

use super::faults::Bad;
use super::pieces::{self, PIECE};
use super::sheet::{Head, Lines, Piece};
use super::{IfKnown, ImportError, Plan, Run, Shown, State, faults, opened, told};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::denials::{self, Seen};
use crate::people::many;
use crate::store::imports::Advance;
use crate::store::{self, StoreError};

/// How many rows a batch has: its transaction keeps the desk waiting for a tenth of a second at most.
const BATCH: usize = 250;

/// Reads the next batch of the centre's file that is being read; gives whether there was one.
///
/// # Errors
/// What stood in the way; the file stays where it was, or one batch further when only keys lack their
/// wraps, which the next reconciliation makes.
pub async fn work(desk: &Desk, actor: &Actor) -> Result<bool, ImportError> {
    let permit = access::require(actor, Action::ImportPeople)?;
    let running = store::imports::running(&mut desk.look(&permit).await?).await?;
    let Some(run) = running else {
        return Ok(false);
    };
    let head: Head = opened(desk, &permit, (run.id, "head"), run.head.as_deref()).await?;
    let plan: Plan = opened(desk, &permit, (run.id, "plan"), run.plan.as_deref()).await?;
    let sheet = (&head, &plan);
    let (bytes, lines) = sent_rows(desk, &permit, (&run, sheet), BATCH).await?;
    let batch = batch(desk, &permit, (run.by, sheet), (&bytes, lines)).await?;
    written(desk, &permit, &run, batch).await?;
    Ok(true)
}

/// The first rows of a file that was sent in.
pub(super) async fn first_rows(
    desk: &Desk,
    permit: &Permit,
    shown: &Shown,
    most: usize,
) -> Result<Lines, ImportError> {
    let plan = Plan {
        mapping: import::Mapping::default(),
        if_known: IfKnown::Skip,
    };
    let sheet = (&shown.head, &plan);
    let (_, lines) = sent_rows(desk, permit, (&shown.run, sheet), most).await?;
    Ok(lines)
}

/// The next rows of a file that was sent in: two pieces hold the longest row, and more are read for a
/// line that is longer still.
async fn sent_rows(
    desk: &Desk,
    permit: &Permit,
    (run, (head, plan)): (&Run, (&Head, &Plan)),
    most: usize,
) -> Result<(Vec<u8>, Lines), ImportError> {
    let from = usize::try_from(run.position).map_err(|_| StoreError::Inconsistent)?;
    let size = usize::try_from(run.size).map_err(|_| StoreError::Inconsistent)?;
    let mut count = 2;
    loop {
        let read = pieces::read(desk, permit, run.id.uuid(), (from / PIECE, count)).await?;
        let bytes = read.get(from % PIECE..).unwrap_or_default().to_vec();
        let last = from + bytes.len() >= size;
        let piece = Piece {
            bytes: &bytes,
            line: run.line,
            last,
        };
        let lines = head.rows(&plan.mapping, piece, most);
        if lines.bytes > 0 || last {
            return Ok((bytes, lines));
        }
        count *= 2;
    }
}

/// Rows that were judged.
pub(super) struct Batch {
    /// Who is written down.
    pub people: Vec<NewPerson>,
    /// Which rows are not, and why.
    pub bad: Vec<Bad>,
    /// How many of those are known already.
    pub known: usize,
    /// How many bytes the rows take.
    pub bytes: usize,
    /// On which line the next row begins.
    pub line: i64,
}

/// Judges rows by themselves, and holds those that fit against everybody who is known to whoever sent
/// the file.
pub(super) async fn batch(
    desk: &Desk,
    permit: &Permit,
    (by, (_, plan)): (UserId, (&Head, &Plan)),
    (bytes, lines): (&[u8], Lines),
) -> Result<Batch, ImportError> {
    let today = today(desk, permit).await?;
    let mut batch = Batch {
        people: Vec::new(),
        bad: Vec::new(),
        known: 0,
        bytes: lines.bytes,
        line: lines.line,
    };
    let mut rows = Vec::new();
    for row in lines.rows {
        let text = || {
            String::from_utf8_lossy(&bytes[row.text.clone()])
                .trim_end()
                .to_owned()
        };
        match row.cells.map_err(|fault| vec![fault]).and_then(|cells| {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            import::read(&plan.mapping, &cells, today)
        }) {
            Ok(person) => rows.push((row.line, text(), person)),
            Err(faults) => batch.bad.push(Bad::new(row.line, faults, text())),
        }
    }
    let mut look = desk.look(permit).await?;
    let seen = denials::seen_by(desk, permit, &mut look, Some(by)).await?;
    batch.sift((desk, &seen), permit, plan.if_known, rows);
    Ok(batch)
}

impl Batch {
    /// Leaves out who is known already.
    fn sift(
        &mut self,
        (desk, seen): (&Desk, &Seen<'_>),
        permit: &Permit,
        if_known: IfKnown,
        rows: Vec<(i64, String, NewPerson)>,
    ) {
        let (places, people): (Vec<(i64, String)>, Vec<NewPerson>) = rows
            .into_iter()
            .map(|(line, text, person)| ((line, text), person))
            .unzip();
        let known = match if_known {
            IfKnown::Skip => {
                many::known(desk, permit.centre(), &people, |record| seen.shows(record))
            }
            IfKnown::Write => vec![false; people.len()],
        };
        for ((person, (line, text)), known) in people.into_iter().zip(places).zip(known) {
            if known {
                self.known += 1;
                self.bad
                    .push(Bad::new(line, vec![Fault::LikelyKnown], text));
            } else {
                self.people.push(person);
            }
        }
        self.bad.sort_by_key(|bad| bad.line);
    }
}

async fn today(desk: &Desk, permit: &Permit) -> Result<Day, ImportError> {
    let centre = store::places::centre(&mut desk.look(permit).await?).await?;
    let centre = centre.ok_or(StoreError::Inconsistent)?;
    Ok(centre.zone.day_of(desk.now()))
}

/// Writes a batch down: people, what was left out, how far the file is read, and the row of the trail,
/// all in one transaction.
pub(super) async fn written(
    desk: &Desk,
    permit: &Permit,
    run: &Run,
    batch: Batch,
) -> Result<(), ImportError> {
    // Nobody else writes the same person down between looking and writing.
    let _turn = desk.index().turn().await;
    let advance = advance(desk, run, &batch)?;
    let sealed_bad = faults::sealed(desk, permit, run.id, &batch.bad).await?;
    let sealed = many::seal(desk, permit, batch.people).await?;
    let mut tx = desk.begin(permit).await?;
    if !store::imports::advance(&mut tx, &advance).await? {
        return Err(ImportError::Stale);
    }
    let (people, granted) = many::insert(desk, &mut tx, sealed).await?;
    for bad in &sealed_bad {
        store::imports::faults::add(&mut tx, run.id, bad).await?;
    }
    if advance.ended.is_some() {
        store::pieces::remove(&mut tx, run.id.uuid()).await?;
    }
    told(&mut tx, run.id);
    desk.commit(
        tx,
        permit,
        entry(permit, run, people.iter().map(|(id, _)| *id)),
    )
    .await?;
    // Whoever is stored is found from here on, also when the keys can only be wrapped later.
    many::learn(desk, permit.centre(), people)?;
    Ok(desk.vault().wrap_fresh(permit, granted).await?)
}

fn advance(desk: &Desk, run: &Run, batch: &Batch) -> Result<Advance, ImportError> {
    let number = |count: usize| i64::try_from(count).map_err(|_| StoreError::Inconsistent);
    let position = run.position + batch.bytes as u64;
    let ended = (position >= run.size).then(|| desk.now());
    Ok(Advance {
        id: run.id,
        from: run.position,
        position,
        line: batch.line,
        written: number(batch.people.len())?,
        known: number(batch.known)?,
        bad: number(batch.bad.len() - batch.known)?,
        at: desk.now(),
        state: if ended.is_some() {
            State::Done
        } else {
            State::Running
        },
        ended,
    })
}

fn entry(permit: &Permit, run: &Run, records: impl Iterator<Item = domain::RecordId>) -> Entry {
    let entry = Entry::of("import", run.id.bytes());
    let entry = match permit.actor() {
        Actor::Job { .. } => entry.on_behalf_of(run.by),
        _ => entry,
    };
    records.fold(entry, Entry::about)
}
