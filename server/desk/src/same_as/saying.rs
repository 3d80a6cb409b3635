//! Saying of two records whether they are one person, and taking it back. Everybody in a centre answers in
//! turn, so that two answers given at one moment never contradict each other.

use std::collections::BTreeSet;

use domain::role::Action;
use domain::same_as::{Answer, Couple, Verdict};
use domain::{PairId, RecordId, RepeatKey, UserId};

use super::registering::{made, write};
use super::{PairError, marks, members};
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::store::repeats::Claim;
use crate::store::same_as::New;
use crate::store::{self, Tx, again};
use crate::{Desk, denials};

/// Says of two records that they are one person, or two.
///
/// # Errors
/// [`PairError::NotFound`] for records of another centre, of nobody, or of somebody whom the colleague
/// must not see, [`PairError::Stale`] when something was said since they were shown,
/// [`PairError::Refused`], [`PairError::Coordinator`] when one of them is kept from a colleague and the
/// other is not.
pub async fn say(
    desk: &Desk,
    actor: &Actor,
    answer: Answer,
    key: RepeatKey,
) -> Result<(), PairError> {
    let action = match answer.verdict {
        Verdict::Same => Action::JoinRecords,
        Verdict::Two => Action::PartRecords,
    };
    let permit = access::permitted(desk, actor, action).await?;
    let said = said(desk, &permit, &answer, key).await;
    told(desk, &permit, answer.couple, said).await
}

async fn said(
    desk: &Desk,
    permit: &Permit,
    answer: &Answer,
    key: RepeatKey,
) -> Result<(), PairError> {
    visible(desk, permit, answer.couple).await?;
    let given = (answer.couple, answer.verdict, answer.why.reveal());
    let new = made(desk, permit, given).await?;
    if again(|| stored(desk, permit, (answer, &new), key)).await? {
        let said = (answer.couple, answer.verdict);
        desk.index().learn_said(permit.centre(), new.id, said);
    }
    Ok(())
}

/// Stores an answer; `false` when the same form was acted on before.
async fn stored(
    desk: &Desk,
    permit: &Permit,
    (answer, new): (&Answer, &New),
    key: RepeatKey,
) -> Result<bool, PairError> {
    let mut tx = desk.begin(permit).await?;
    if claimed(desk, permit, &mut tx, (key, new.id)).await? {
        return Ok(false);
    }
    let answers = store::same_as::in_turn(&mut tx).await?;
    if store::same_as::said(&mut tx, new.couple).await? != answer.rev {
        return Err(PairError::Stale);
    }
    answers.allows(new.couple)?;
    if answer.verdict == Verdict::Same {
        alike(desk, permit, &mut tx, answer.couple).await?;
    }
    write(&mut tx, new).await?;
    let entry = about(answer.couple);
    desk.commit(tx, permit, entry.because(answer.verdict.code()))
        .await?;
    Ok(true)
}

/// Takes back what was said of two records, as it was shown.
///
/// # Errors
/// As [`say`].
pub async fn take_back(
    desk: &Desk,
    actor: &Actor,
    (couple, rev): (Couple<RecordId>, i64),
    key: RepeatKey,
) -> Result<(), PairError> {
    let permit = access::permitted(desk, actor, Action::PartRecords).await?;
    let taken = async {
        visible(desk, &permit, couple).await?;
        again(|| taken_back(desk, &permit, (couple, rev), key)).await
    };
    let taken = taken.await;
    let id = told(desk, &permit, couple, taken).await?;
    if let Some(id) = id {
        desk.index().forget_said(permit.centre(), id);
    }
    Ok(())
}

async fn taken_back(
    desk: &Desk,
    permit: &Permit,
    (couple, rev): (Couple<RecordId>, i64),
    key: RepeatKey,
) -> Result<Option<PairId>, PairError> {
    let (marks, _) = marks(desk, couple)?;
    let mut tx = desk.begin(permit).await?;
    let id = PairId::new(desk.ids());
    if claimed(desk, permit, &mut tx, (key, id)).await? {
        return Ok(None);
    }
    let answers = store::same_as::in_turn(&mut tx).await?;
    if store::same_as::said(&mut tx, marks).await? != rev {
        return Err(PairError::Stale);
    }
    let by = (UserId::from_uuid(permit.actor_id()), desk.now());
    let ended = store::same_as::take_back(&mut tx, marks, by).await?;
    let ended = ended.ok_or(PairError::Stale)?;
    if answers.of(marks) == Some(Verdict::Same) {
        alike(desk, permit, &mut tx, couple).await?;
        tx.touch(Topic::Visits, ended.uuid());
    }
    tx.touch(Topic::Pairs, ended.uuid());
    desk.commit(tx, permit, about(couple).because("back"))
        .await?;
    Ok(Some(ended))
}

/// Whether the same form was acted on before.
async fn claimed(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    (key, id): (RepeatKey, PairId),
) -> Result<bool, PairError> {
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: permit.action().code(),
        result: id.uuid(),
        at: desk.now(),
    };
    Ok(store::repeats::claim(tx, claim).await?.is_some())
}

/// Sees that both records are here, for this colleague.
pub(super) async fn visible(
    desk: &Desk,
    permit: &Permit,
    couple: Couple<RecordId>,
) -> Result<(), PairError> {
    let mut look = desk.look(permit).await?;
    let seen = denials::seen(desk, permit, &mut look).await?;
    for record in couple.both() {
        let stored = store::people::one(&mut look, record).await?;
        stored
            .filter(|_| seen.shows(record))
            .ok_or(PairError::NotFound)?;
    }
    Ok(())
}

/// Whoever joins or parts two people of whom one is kept from a colleague changes whom that colleague
/// sees: that is for a coordinator.
async fn alike(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    couple: Couple<RecordId>,
) -> Result<(), PairError> {
    let [one, other] = couple.both();
    let mine = kept_from(desk, permit, tx, one).await?;
    let theirs = kept_from(desk, permit, tx, other).await?;
    let decides = access::require(permit.actor(), Action::JoinKeptApart).is_ok();
    if mine == theirs || decides {
        Ok(())
    } else {
        Err(PairError::Coordinator)
    }
}

/// The pseudonyms of those from whom a person is kept, by any of her records.
async fn kept_from(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    record: RecordId,
) -> Result<BTreeSet<Vec<u8>>, PairError> {
    let mut barred = BTreeSet::new();
    for record in members(desk, permit, tx, record).await? {
        let person = denials::link(desk, record)?;
        barred.extend(store::denials::about(tx, &person).await?);
    }
    Ok(barred)
}

pub(super) fn about(couple: Couple<RecordId>) -> Entry {
    let [one, other] = couple.both();
    // The one stands for both in the trail, which names them as concerned.
    Entry::of("pair", one.bytes()).about(one).about(other)
}

/// Writes down what a rule did not allow, once the transaction is over.
async fn told<T>(
    desk: &Desk,
    permit: &Permit,
    couple: Couple<RecordId>,
    outcome: Result<T, PairError>,
) -> Result<T, PairError> {
    let entry = match &outcome {
        Err(PairError::Refused(_) | PairError::Stale | PairError::Coordinator) => {
            about(couple).decided(Decision::Refused)
        }
        Err(PairError::NotFound) => Entry::of("pair", [0; 16]).decided(Decision::NotFound),
        _ => return outcome,
    };
    desk.trail().witness(desk, permit, entry).await?;
    outcome
}
