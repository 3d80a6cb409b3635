//! Receiving somebody: the visit begins, with a token and perhaps a name, once for each form.

use domain::role::Action;
use domain::visit::{CheckIn, Stage, Token, Visit};
use domain::{Instant, RepeatKey, VisitId};

use super::notes::{self, Sealed};
use super::{VisitError, presence, step, whose};
use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::denials;
use crate::places::House;
use crate::store::repeats::Claim;
use crate::store::visits::StepKind;
use crate::store::{self, Tx, again};

/// Receives somebody: gives the visit its token and puts it on the board.
///
/// # Errors
/// [`VisitError::NotFound`] for a person or service that is not of this house,
/// [`VisitError::Refused`] for a person who is inside already, unless the desk has seen it.
pub async fn check_in(
    desk: &Desk,
    actor: &Actor,
    asked: CheckIn,
    key: RepeatKey,
) -> Result<VisitId, VisitError> {
    let permit = access::permitted(desk, actor, Action::CheckIn).await?;
    let id = VisitId::new(desk.ids());
    let noted = notes::seal(desk, &permit, id, (&asked.remark, &asked.facts)).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: "check_in",
        result: id.uuid(),
        at: desk.now(),
    };
    let received = again(|| receive(desk, &permit, claim, (&asked, &noted))).await;
    let decision = match &received {
        Err(VisitError::NotFound) => Decision::NotFound,
        Err(VisitError::Refused(_)) => Decision::Refused,
        _ => return received,
    };
    let entry = Entry::of("visit", id.bytes()).decided(decision);
    desk.trail().witness(desk, &permit, entry).await?;
    received
}

async fn receive(
    desk: &Desk,
    permit: &Permit,
    claim: Claim,
    (asked, noted): (&CheckIn, &Sealed),
) -> Result<VisitId, VisitError> {
    let mut tx = desk.begin(permit).await?;
    if let Some(first) = store::repeats::claim(&mut tx, claim).await? {
        return Ok(VisitId::from_uuid(first));
    }
    belongs(desk, permit, &mut tx, asked).await?;
    let id = VisitId::from_uuid(claim.result);
    record(desk, permit, tx, (id, asked, noted)).await?;
    Ok(id)
}

async fn record(
    desk: &Desk,
    permit: &Permit,
    mut tx: Tx,
    (id, asked, noted): (VisitId, &CheckIn, &Sealed),
) -> Result<(), VisitError> {
    let centre = store::places::centre(&mut tx)
        .await?
        .ok_or(VisitError::NotFound)?;
    let day = centre.zone.day_of(desk.now());
    let visit = fresh(
        id,
        store::visits::next_token(&mut tx, day).await?,
        asked,
        desk.now(),
    );
    let link = asked
        .record
        .map(|record| whose::bind(desk, id, record))
        .transpose()?;
    if let Some(record) = asked.record {
        asked.admit(presence::elsewhere(desk, permit, &mut tx, (record, id)).await?)?;
    }
    store::visits::insert(&mut tx, &visit, day, link, noted.remark.as_deref()).await?;
    if noted.facts.is_some() {
        store::visits::note(&mut tx, id, noted.facts.as_deref()).await?;
    }
    step(desk, permit, &mut tx, &visit, StepKind::Arrived).await?;
    if visit.awaits_duty {
        step(desk, permit, &mut tx, &visit, StepKind::DutyCalled).await?;
    }
    tx.touch(Topic::Visits, id.uuid());
    let entry = Entry::of("visit", id.bytes());
    let entry = asked.record.into_iter().fold(entry, Entry::about);
    Ok(desk.commit(tx, permit, entry).await?)
}

/// A visit that has just begun.
const fn fresh(id: VisitId, token: Token, asked: &CheckIn, now: Instant) -> Visit {
    Visit {
        id,
        token,
        kind: asked.kind,
        purpose: asked.purpose,
        service: asked.service,
        room: None,
        stage: Stage::Waiting,
        arrived_at: now,
        stage_at: now,
        awaits_duty: asked.awaits_duty(),
        rev: 1,
    }
}

/// Whether the person and the service are of this house.
async fn belongs(
    desk: &Desk,
    permit: &Permit,
    tx: &mut Tx,
    asked: &CheckIn,
) -> Result<(), VisitError> {
    if let Some(record) = asked.record {
        let seen = denials::seen(desk, permit, tx).await?;
        store::people::one(tx, record)
            .await?
            .filter(|_| seen.shows(record))
            .ok_or(VisitError::NotFound)?;
    }
    if let Some(service) = asked.service {
        let house = House::load(tx).await?;
        house.service(service).ok_or(VisitError::NotFound)?;
    }
    Ok(())
}
