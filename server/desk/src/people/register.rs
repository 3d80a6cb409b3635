//! Writing a new person down. Somebody with the very same name is shown first, and "it is somebody else"
//! is remembered.

use domain::person::NewPerson;
use domain::role::Action;
use domain::{RecordId, RepeatKey};

use super::{PersonError, keys, likely_same, load, seal};
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::store;
use crate::store::repeats::Claim;
use crate::{Desk, denials, same_as};

/// The use case that a key of the form for a new person belongs to.
const REGISTER: &str = "register";

/// Writes a new person down.
///
/// # Errors
/// [`PersonError::LikelyKnown`] when somebody with the same name is known and the desk has not said
/// that this is somebody else.
pub async fn register(
    desk: &Desk,
    actor: &Actor,
    new: NewPerson,
    key: RepeatKey,
) -> Result<RecordId, PersonError> {
    let permit = access::permitted(desk, actor, Action::RegisterPerson).await?;
    // Two colleagues who write the same person down at once see each other's here.
    let _turn = desk.index().turn().await;
    // The same form sent twice finds the person whom it wrote down the first time; a key of another
    // form is refused before anybody is looked up.
    let sender = (permit.actor_id(), REGISTER);
    let first = store::repeats::first(&mut desk.look(&permit).await?, key, sender).await?;
    if let Some(first) = first {
        return Ok(RecordId::from_uuid(first));
    }
    if !new.someone_else && !likely_same(desk, actor, &new.identity).await?.is_empty() {
        // Another process may have acted on this very form meanwhile, and its person was just learnt.
        let first = store::repeats::first(&mut desk.look(&permit).await?, key, sender).await?;
        return first
            .map(RecordId::from_uuid)
            .ok_or(PersonError::LikelyKnown);
    }
    write_down(desk, &permit, new, key).await
}

/// Stores a new person, with whom she is told apart from.
async fn write_down(
    desk: &Desk,
    permit: &Permit,
    new: NewPerson,
    key: RepeatKey,
) -> Result<RecordId, PersonError> {
    let id = RecordId::new(desk.ids());
    let record = seal(desk, permit, id, &new).await?;
    let others = others(desk, permit, &new).await?;
    let apart = same_as::told_apart(desk, permit, id, &others).await?;
    let mut tx = desk.begin(permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: REGISTER,
        result: id.uuid(),
        at: desk.now(),
    };
    if let Some(first) = store::repeats::claim(&mut tx, claim).await? {
        return Ok(RecordId::from_uuid(first));
    }
    store::people::insert(&mut tx, &record).await?;
    keys::entitle_desk(desk, &mut tx, id).await?;
    tx.touch(Topic::People, id.uuid());
    for (_, answer) in &apart {
        same_as::write(&mut tx, answer).await?;
    }
    let entry = Entry::of("record", id.bytes()).about(id);
    let entry = others.iter().fold(entry, |entry, one| entry.about(*one));
    desk.commit(tx, permit, entry).await?;
    keys::wrap(desk, permit, id).await?;
    load::learn(desk, permit.centre(), id, new.identity, &new.contact)?;
    for (couple, answer) in apart {
        let said = (couple, answer.verdict);
        desk.index().learn_said(permit.centre(), answer.id, said);
    }
    Ok(id)
}

/// Those of whom the desk has seen that a new person is somebody else.
async fn others(
    desk: &Desk,
    permit: &Permit,
    new: &NewPerson,
) -> Result<Vec<RecordId>, PersonError> {
    if !new.someone_else {
        return Ok(Vec::new());
    }
    let seen = denials::seen(desk, permit, &mut desk.look(permit).await?).await?;
    let shows = |record| seen.shows(record);
    let hits = desk
        .index()
        .likely_same(permit.centre(), new.identity.reveal(), shows);
    Ok(hits.into_iter().map(|hit| hit.record).collect())
}
