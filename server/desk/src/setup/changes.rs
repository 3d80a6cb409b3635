//! Changing a list of the house: one form, one change, only of what is still as it was shown, and
//! every change and refusal in the trail by the names of its fields.

use domain::{Pii, RepeatKey};
use uuid::Uuid;

use super::names::alone;
use super::{Kept, Line, Ranked, SetupError, Shown};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::store::repeats::{self, Claim};
use crate::store::{StoreError, Tx, again};

/// The revision of an item that nobody changed since it was added.
const NEW: i64 = 1;

/// Adds an item; the same form sent twice adds it once.
///
/// # Errors
/// [`SetupError::Taken`] where only one may be, [`SetupError::NotFound`] when it names what is not of
/// this house.
pub async fn add<T: Kept>(
    desk: &Desk,
    actor: &Actor,
    item: &T,
    key: RepeatKey,
) -> Result<Uuid, SetupError> {
    add_all(desk, actor, std::slice::from_ref(item), key).await
}

/// Adds several items at once, all or none; gives the first one's id.
///
/// # Errors
/// As [`add`].
pub async fn add_all<T: Kept>(
    desk: &Desk,
    actor: &Actor,
    items: &[T],
    key: RepeatKey,
) -> Result<Uuid, SetupError> {
    let permit = access::permitted(desk, actor, T::ACTION).await?;
    let ids: Vec<Uuid> = items
        .iter()
        .map(|_| Uuid::from_bytes(desk.ids().fresh()))
        .collect();
    let new: Vec<(Uuid, &T)> = ids.iter().copied().zip(items).collect();
    again(|| added(desk, &permit, key, &new)).await
}

async fn added<T: Kept>(
    desk: &Desk,
    permit: &Permit,
    key: RepeatKey,
    new: &[(Uuid, &T)],
) -> Result<Uuid, SetupError> {
    let first = new.first().map_or_else(Uuid::nil, |(id, _)| *id);
    let mut tx = desk.begin(permit).await?;
    if let Some(earlier) = repeats::claim(&mut tx, claim::<T>(desk, permit, (key, first))).await? {
        return Ok(earlier);
    }
    for (id, item) in new {
        if !item.belongs(&mut tx).await? {
            return Err(SetupError::NotFound);
        }
        alone(&mut tx, *id, *item).await?;
        item.add(&mut tx, *id).await?;
        tx.touch(Topic::Places, *id);
    }
    let entry = Entry::of(T::KIND, first.into_bytes());
    desk.commit(tx, permit, entry.detail(Pii::new("new".to_owned())))
        .await?;
    Ok(first)
}

fn claim<T: Kept>(desk: &Desk, permit: &Permit, (key, result): (RepeatKey, Uuid)) -> Claim {
    Claim {
        key,
        actor: permit.actor_id(),
        use_case: T::KIND,
        result,
        at: desk.now(),
    }
}

/// Changes an item that is still as it was shown.
///
/// # Errors
/// [`SetupError::Stale`] when somebody changed it meanwhile, else as [`add`].
pub async fn change<T: Kept>(
    desk: &Desk,
    actor: &Actor,
    shown: Shown,
    item: &T,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, T::ACTION).await?;
    let changed = again(|| async {
        let Some((mut tx, stored)) = claimed::<T>(desk, &permit, shown).await? else {
            return Ok(());
        };
        if !item.belongs(&mut tx).await? {
            return Err(SetupError::NotFound);
        }
        alone(&mut tx, shown.id, item).await?;
        let done = item.change(&mut tx, (shown.id, shown.rev)).await?;
        let fields = item.differs(&stored.item).join(" ");
        finish::<T>(desk, &permit, tx, (shown.id, done, fields)).await
    });
    noted::<T>(desk, &permit, shown.id, changed.await).await
}

/// Closes an item, so that it is offered no more, or opens it again.
///
/// # Errors
/// As [`change`].
pub async fn close<T: Kept>(
    desk: &Desk,
    actor: &Actor,
    shown: Shown,
    closed: bool,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, T::ACTION).await?;
    let done = again(|| async {
        let Some((mut tx, stored)) = claimed::<T>(desk, &permit, shown).await? else {
            return Ok(());
        };
        if !closed {
            alone(&mut tx, shown.id, &stored.item).await?;
        }
        let since = closed.then(|| desk.now());
        let done = T::close(&mut tx, (shown.id, shown.rev), since).await?;
        let fields = if closed { "closed" } else { "opened" };
        finish::<T>(desk, &permit, tx, (shown.id, done, fields.to_owned())).await
    });
    noted::<T>(desk, &permit, shown.id, done.await).await
}

/// Takes back what was added in one go: whatever still is as it was added is closed, and what somebody
/// changed meanwhile stays. Gives how many.
///
/// # Errors
/// As [`add`].
pub async fn close_added<T: Kept>(
    desk: &Desk,
    actor: &Actor,
    ids: &[Uuid],
    key: RepeatKey,
) -> Result<usize, SetupError> {
    let permit = access::permitted(desk, actor, T::ACTION).await?;
    again(|| async {
        let mut tx = desk.begin(&permit).await?;
        let first = ids.first().map_or_else(Uuid::nil, |id| *id);
        if repeats::claim(&mut tx, claim::<T>(desk, &permit, (key, first)))
            .await?
            .is_some()
        {
            return Ok(0);
        }
        let mut closed = Vec::new();
        for id in ids {
            if T::close(&mut tx, (*id, NEW), Some(desk.now())).await? {
                tx.touch(Topic::Places, *id);
                closed.push(id.simple().to_string());
            }
        }
        let entry = Entry::of(T::KIND, first.into_bytes());
        let entry = if closed.is_empty() {
            entry.decided(Decision::Refused)
        } else {
            entry.detail(Pii::new(format!("closed {}", closed.join(" "))))
        };
        desk.commit(tx, &permit, entry).await?;
        Ok(closed.len())
    })
    .await
}

/// Moves an open item one place up or down its list.
///
/// # Errors
/// [`SetupError::NotFound`] for an item of another house.
pub async fn shift<T: Ranked>(
    desk: &Desk,
    actor: &Actor,
    (id, key): (Uuid, RepeatKey),
    up: bool,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, T::ACTION).await?;
    let moved = again(|| async {
        let mut tx = desk.begin(&permit).await?;
        if repeats::claim(&mut tx, claim::<T>(desk, &permit, (key, id)))
            .await?
            .is_some()
        {
            return Ok(());
        }
        let order = order(&T::all(&mut tx).await?, id, up).ok_or(SetupError::NotFound)?;
        for (place, id) in (0_i64..).zip(order) {
            T::rank(&mut tx, id, place).await?;
        }
        finish::<T>(desk, &permit, tx, (id, true, "order".to_owned())).await
    });
    noted::<T>(desk, &permit, id, moved.await).await
}

/// The list with one item a place higher or lower; none when it is not in the list.
fn order<T>(lines: &[Line<T>], id: Uuid, up: bool) -> Option<Vec<Uuid>> {
    let open = lines.iter().filter(|line| line.closed.is_none());
    let mut ids: Vec<Uuid> = open.map(|line| line.id).collect();
    let place = ids.iter().position(|one| *one == id)?;
    let other = if up {
        place.saturating_sub(1)
    } else {
        place + 1
    };
    if other < ids.len() {
        ids.swap(place, other);
    }
    Some(ids)
}

/// Opens the transaction of a form about an item, with the item as it stands; nothing when the same
/// form was acted on before.
async fn claimed<T: Kept>(
    desk: &Desk,
    permit: &Permit,
    shown: Shown,
) -> Result<Option<(Tx, Line<T>)>, SetupError> {
    let mut tx = desk.begin(permit).await?;
    match repeats::claim(&mut tx, claim::<T>(desk, permit, (shown.key, shown.id))).await {
        Ok(None) => {}
        Ok(Some(first)) if first == shown.id => return Ok(None),
        // A key of another form says nothing of this item.
        Ok(Some(_)) | Err(StoreError::Taken) => return Err(SetupError::Stale),
        Err(error) => return Err(error.into()),
    }
    let all = T::all(&mut tx).await?;
    let stored = all.into_iter().find(|line| line.id == shown.id);
    let stored = stored.ok_or(SetupError::NotFound)?;
    if stored.rev == shown.rev {
        Ok(Some((tx, stored)))
    } else {
        Err(SetupError::Stale)
    }
}

async fn finish<T: Kept>(
    desk: &Desk,
    permit: &Permit,
    mut tx: Tx,
    (id, done, fields): (Uuid, bool, String),
) -> Result<(), SetupError> {
    if !done {
        return Err(SetupError::Stale);
    }
    tx.touch(Topic::Places, id);
    let entry = Entry::of(T::KIND, id.into_bytes()).detail(Pii::new(fields));
    Ok(desk.commit(tx, permit, entry).await?)
}

/// Writes a refusal into the trail, once the transaction that was refused is gone.
async fn noted<T: Kept>(
    desk: &Desk,
    permit: &Permit,
    id: Uuid,
    outcome: Result<(), SetupError>,
) -> Result<(), SetupError> {
    refused(desk, permit, (T::KIND, id), outcome).await
}

/// As [`noted`], for anything the trail has a word for.
pub(crate) async fn refused(
    desk: &Desk,
    permit: &Permit,
    (kind, id): (&'static str, Uuid),
    outcome: Result<(), SetupError>,
) -> Result<(), SetupError> {
    let decision = match &outcome {
        Err(SetupError::Stale | SetupError::Taken | SetupError::Telling) => Decision::Refused,
        Err(SetupError::NotFound) => Decision::NotFound,
        _ => return outcome,
    };
    let entry = Entry::of(kind, id.into_bytes()).decided(decision);
    desk.trail().witness(desk, permit, entry).await?;
    outcome
}
