//! Two records side by side, and the other records of a person. The trail is written first.

use domain::finding::Reason;
use domain::person::{Identity, SafeContact};
use domain::role::Action;
use domain::same_as::{Couple, Verdict, Why};
use domain::text::Name;
use domain::{Instant, Pii, RecordId, UserId};

use super::saying::{about, visible};
use super::{PairError, marks, opened};
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::store::{self, Look, StoreError};
use crate::{Desk, denials, people, staff};

/// One of two records.
pub struct Side {
    /// Which record.
    pub record: RecordId,
    /// Who it is.
    pub identity: Pii<Identity>,
    /// How she can be reached, for whoever may know it.
    pub contact: Option<Pii<SafeContact>>,
    /// Since when the house knows her by it.
    pub since: Instant,
}

/// What holds of two records.
pub struct Said {
    /// What was said.
    pub verdict: Verdict,
    /// Why.
    pub why: Pii<Why>,
    /// Who said it; nothing when the account is closed.
    pub by: Option<Pii<Name>>,
    /// When.
    pub at: Instant,
}

/// Two records side by side.
pub struct Shown {
    /// Both.
    pub sides: [Side; 2],
    /// Why they may be one person.
    pub reason: Option<Reason>,
    /// What was said of exactly these two.
    pub said: Option<Said>,
    /// Whether they are one person, also through others.
    pub one: bool,
    /// How often something was said of them.
    pub rev: i64,
}

/// Shows two records side by side.
///
/// # Errors
/// [`PairError::NotFound`] when one of them is not here, or not for this colleague.
pub async fn show(
    desk: &Desk,
    actor: &Actor,
    couple: Couple<RecordId>,
) -> Result<Shown, PairError> {
    let permit = access::permitted(desk, actor, Action::ShowPairs).await?;
    if let Err(error) = visible(desk, &permit, couple).await {
        if matches!(error, PairError::NotFound) {
            let entry = Entry::of("pair", [0; 16]).decided(Decision::NotFound);
            desk.trail().witness(desk, &permit, entry).await?;
        }
        return Err(error);
    }
    desk.trail().witness(desk, &permit, about(couple)).await?;
    let mut look = desk.look(&permit).await?;
    let [one, other] = couple.both();
    let sides = [
        side(desk, &permit, &mut look, one).await?,
        side(desk, &permit, &mut look, other).await?,
    ];
    let (marks, _) = marks(desk, couple)?;
    let centre = permit.centre();
    Ok(Shown {
        sides,
        reason: desk.index().compared(centre, couple),
        said: said(desk, &permit, &mut look, couple).await?,
        one: desk.index().person(centre, one).contains(&other),
        rev: store::same_as::said(&mut look, marks).await?,
    })
}

async fn side(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    record: RecordId,
) -> Result<Side, PairError> {
    let stored = store::people::one(look, record).await?;
    let stored = stored.ok_or(PairError::NotFound)?;
    let since = stored.since;
    // A coordinator has no key of the desk: who it is comes from the index, and the way to reach her
    // stays closed.
    if access::require(permit.actor(), Action::ShowPerson).is_err() {
        let identity = desk.index().identity(permit.centre(), record);
        return Ok(Side {
            record,
            identity: identity.ok_or(PairError::NotFound)?,
            contact: None,
            since,
        });
    }
    let person = people::open(desk, permit, look, stored).await?;
    Ok(Side {
        record,
        identity: person.identity,
        contact: Some(person.contact),
        since,
    })
}

async fn said(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    couple: Couple<RecordId>,
) -> Result<Option<Said>, PairError> {
    let (marks, _) = marks(desk, couple)?;
    let Some(held) = store::same_as::between(look, marks).await? else {
        return Ok(None);
    };
    let (_, why) = opened(desk, permit, look, &held).await?;
    Ok(Some(Said {
        verdict: held.verdict,
        why,
        by: called(desk, permit, look, held.by).await?,
        at: held.at,
    }))
}

async fn called(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    user: UserId,
) -> Result<Option<Pii<Name>>, PairError> {
    let Some(account) = store::staff::find(look, user).await? else {
        return Ok(None);
    };
    let known = staff::open(desk, permit, look, &account).await?;
    Ok(Some(known.map(|known| known.name)))
}

/// Another record of a person.
pub struct Also {
    /// Which record.
    pub record: RecordId,
    /// Who it is by that record.
    pub identity: Pii<Identity>,
    /// Whether it was joined to the record itself, and not through another one.
    pub direct: bool,
}

/// The other records of the same person, for the card of one of them.
///
/// # Errors
/// [`PairError::Forbidden`]; whom the colleague must not see is not among them.
pub async fn also(desk: &Desk, actor: &Actor, record: RecordId) -> Result<Vec<Also>, PairError> {
    let permit = access::permitted(desk, actor, Action::ShowPairs).await?;
    let centre = permit.centre();
    let mut hers = desk.index().person(centre, record);
    hers.retain(|one| *one != record);
    if hers.is_empty() {
        return Ok(Vec::new());
    }
    let seen = denials::seen(desk, &permit, &mut desk.look(&permit).await?).await?;
    hers.retain(|one| seen.shows(*one));
    let entry = Entry::of("record", record.bytes()).about(record);
    let entry = hers.iter().fold(entry, |entry, one| entry.about(*one));
    desk.trail().witness(desk, &permit, entry).await?;
    let direct = desk.index().joined(centre);
    let joined = |one| Couple::of(record, one).is_some_and(|couple| direct.contains(&couple));
    let also = hers.into_iter().map(|one| {
        let identity = desk.index().identity(centre, one);
        Ok(Also {
            record: one,
            identity: identity.ok_or(StoreError::Inconsistent)?,
            direct: joined(one),
        })
    });
    also.collect()
}
