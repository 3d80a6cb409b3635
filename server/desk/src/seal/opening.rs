//! Opening: with a live grant to somebody the actor works as, and the wrap that belongs to it.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::Pii;
use uuid::Uuid;

use super::blob::{self, DataKey};
use super::cache::Held;
use super::place::{Cell, Place, SubjectKind};
use super::recipient::{Recipient, worn};
use super::vault::owner;
use super::wraps::SpanWrap;
use super::{SealError, Vault};
use crate::access::Permit;
use crate::store::{Scope, grants, keys};

/// Somebody who may open a cell, and by which grant; zero for the house's own.
type Entitled = (Recipient, Uuid);

/// From how many values on grants and wraps are read for many at once.
const MANY: usize = 200;

/// For how many values they are read at once: neighbours among the people have theirs beside each
/// other, so that nothing is read twice and little is held.
const TOGETHER: usize = 2_000;

/// Subjects of one kind between two ids, both among them.
pub struct Span {
    /// The kind.
    pub kind: SubjectKind,
    /// The first id.
    pub first: [u8; 16],
    /// The last id.
    pub last: [u8; 16],
}

impl Vault {
    /// Opens a value at its place.
    ///
    /// # Errors
    /// [`SealError::NoKey`] without a live grant at this moment, [`SealError::NoWrap`] when the key
    /// of a live grant is missing, [`SealError::DoesNotOpen`] for a value that was changed or moved,
    /// [`SealError::Sealed`].
    pub async fn open(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        place: &Place,
        blob: &[u8],
    ) -> Result<Pii<Vec<u8>>, SealError> {
        let generation = blob::generation(blob)?;
        let entitled = self.entitled(permit, look, &place.cell()).await?;
        let key = self
            .key(permit, &place.cell(), generation, &entitled)
            .await?;
        Ok(Pii::new(blob::open(&key, &place.bound(), blob)?))
    }

    /// Opens many values; each that does not open says why in its own place. What concerns all of
    /// them is read at once, so that every person of a centre opens within seconds.
    ///
    /// # Errors
    /// [`SealError::Sealed`], or that one of the databases failed.
    pub async fn open_many(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        values: &[(Place, &[u8])],
    ) -> Result<Vec<Result<Pii<Vec<u8>>, SealError>>, SealError> {
        if values.len() >= MANY {
            return self.open_from_all(permit, look, values).await;
        }
        let mut opened = Vec::with_capacity(values.len());
        for (place, blob) in values {
            match self.open(permit, look, place, blob).await {
                Err(SealError::Sealed) => return Err(SealError::Sealed),
                Err(SealError::Store(error)) => return Err(error.into()),
                outcome => opened.push(outcome),
            }
        }
        Ok(opened)
    }

    /// Who among those the actor works as may open a cell now. Asked on every request.
    async fn entitled(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        cell: &Cell,
    ) -> Result<Vec<Entitled>, SealError> {
        if cell.is_of_the_house() {
            let house = Recipient::House(owner(permit, cell));
            return Ok(vec![(house, Uuid::nil())]);
        }
        let worn = worn(permit);
        if worn.is_empty() || look.centre() != permit.centre() {
            return Err(SealError::NoKey);
        }
        let live = grants::of_cell(look, cell, self.now()).await?.into_iter();
        let mine = live.filter(|granted| worn.contains(&granted.grant.recipient));
        let entitled: Vec<_> = mine.map(|g| (g.grant.recipient, g.id)).collect();
        (!entitled.is_empty())
            .then_some(entitled)
            .ok_or(SealError::NoKey)
    }

    async fn key(
        &self,
        permit: &Permit,
        cell: &Cell,
        generation: i64,
        entitled: &[Entitled],
    ) -> Result<DataKey, SealError> {
        for (recipient, grant) in entitled {
            let held = Held {
                cell: *cell,
                generation,
                recipient: *recipient,
                grant: *grant,
            };
            if let Some(key) = self.with_cache(|cache| cache.opened(&held))? {
                return Ok(key);
            }
        }
        self.key_from_keystore(permit, cell, generation, entitled)
            .await
    }

    async fn key_from_keystore(
        &self,
        permit: &Permit,
        cell: &Cell,
        generation: i64,
        entitled: &[Entitled],
    ) -> Result<DataKey, SealError> {
        let mut look = self.keys.look(permit).await?;
        let wraps = keys::reading::of_cell(&mut look, owner(permit, cell), cell).await?;
        let wrap = wraps
            .iter()
            .filter(|wrap| wrap.generation == generation)
            .find(|wrap| entitled.contains(&(wrap.recipient, wrap.grant)))
            .ok_or(SealError::NoWrap)?;
        let key = self.unwrap(wrap)?;
        self.with_cache(|cache| cache.remember(wrap.held(), key.clone()))?;
        Ok(key)
    }

    async fn open_from_all(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        values: &[(Place, &[u8])],
    ) -> Result<Vec<Result<Pii<Vec<u8>>, SealError>>, SealError> {
        let mut opened = Vec::with_capacity(values.len());
        for some in values.chunks(TOGETHER) {
            let cells: HashSet<Cell> = some.iter().map(|(place, _)| place.cell()).collect();
            let spans = Span::around(&cells);
            let live = self.live_of(permit, look, &spans).await?;
            let keys = self.all_keys(permit, (&cells, &spans), &live).await?;
            opened.extend(some.iter().map(|(place, blob)| {
                let generation = blob::generation(blob)?;
                let key = keys.get(&(place.cell(), generation));
                let key = key.ok_or(SealError::NoKey)?;
                Ok(Pii::new(blob::open(key, &place.bound(), blob)?))
            }));
        }
        Ok(opened)
    }

    /// Every live grant about somebody in the spans, to somebody the actor works as.
    async fn live_of(
        &self,
        permit: &Permit,
        look: &mut impl Scope,
        spans: &[Span],
    ) -> Result<HashSet<Uuid>, SealError> {
        let (worn, now) = (worn(permit), self.now());
        let mut live = HashSet::new();
        if worn.is_empty() || look.centre() != permit.centre() {
            return Ok(live);
        }
        for span in spans {
            for recipient in &worn {
                live.extend(grants::of_span(look, span, *recipient, now).await?);
            }
        }
        Ok(live)
    }

    /// Every key of the cells that is wrapped by one of the live grants, or to the house by rule.
    async fn all_keys(
        &self,
        permit: &Permit,
        (cells, spans): (&HashSet<Cell>, &[Span]),
        live: &HashSet<Uuid>,
    ) -> Result<HashMap<(Cell, i64), DataKey>, SealError> {
        let house = Recipient::House(permit.centre());
        let of_house = cells.iter().any(Cell::is_of_the_house);
        let recipients = worn(permit).into_iter().chain(of_house.then_some(house));
        let mut keys = HashMap::new();
        for recipient in recipients {
            let wanted = |wrap: &SpanWrap| {
                let entitled = live.contains(&wrap.grant) || recipient == house;
                entitled && cells.contains(&wrap.cell)
            };
            keys.extend(self.keys_of(permit, (recipient, spans), wanted).await?);
        }
        Ok(keys)
    }

    /// The keys a recipient holds in the spans, of the wraps that are wanted.
    async fn keys_of(
        &self,
        permit: &Permit,
        (recipient, spans): (Recipient, &[Span]),
        wanted: impl Fn(&SpanWrap) -> bool,
    ) -> Result<HashMap<(Cell, i64), DataKey>, SealError> {
        let (mut opened, mut own) = (HashMap::new(), HashMap::new());
        let mut look = self.keys.look(permit).await?;
        for span in spans {
            let wraps = keys::reading::of_span(&mut look, recipient, span).await?;
            for wrap in wraps.iter().filter(|wrap| wanted(wrap)) {
                let kek = match own.entry(wrap.version) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => new.insert(self.kek(recipient, wrap.version)?),
                };
                opened.insert(
                    (wrap.cell, wrap.generation),
                    wrap.opened_with(recipient, kek)?,
                );
            }
        }
        Ok(opened)
    }
}

impl Span {
    /// The least spans that hold these cells, one for each kind of subject.
    fn around(cells: &HashSet<Cell>) -> Vec<Self> {
        let mut spans: Vec<Self> = Vec::new();
        for subject in cells.iter().map(|cell| cell.subject) {
            match spans.iter_mut().find(|span| span.kind == subject.kind) {
                Some(span) => {
                    span.first = span.first.min(subject.id);
                    span.last = span.last.max(subject.id);
                }
                None => spans.push(Self {
                    kind: subject.kind,
                    first: subject.id,
                    last: subject.id,
                }),
            }
        }
        spans
    }
}
