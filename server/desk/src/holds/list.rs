//! The holds as colleagues see them: the list names nobody; on whom one is, and why, is shown on its
//! own page, after the trail.

use domain::hold::Standing;
use domain::role::Action;
use domain::text::{Name, Note};
use domain::{Day, HoldId, Instant, Pii, RecordId};

use super::{HoldError, entry, said, today, whose};
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::people::whom::called;
use crate::store;
use crate::store::holds::Hold;
use crate::{Desk, denials, staff};

/// One hold without a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Which one.
    pub id: HoldId,
    /// On which ground, and until when.
    pub standing: Standing,
    /// Since when.
    pub since: Instant,
    /// Whether it holds now.
    pub live: bool,
    /// How often it was changed.
    pub rev: i64,
}

/// What one colleague said.
pub struct Line {
    /// Why.
    pub why: Pii<Note>,
    /// Until when it holds by that.
    pub until: Day,
    /// Who said so; empty when the account is gone.
    pub by: Pii<String>,
    /// When.
    pub at: Instant,
}

/// One hold with on whom it is, and why.
pub struct Shown {
    /// What the list says of it.
    pub listed: Listed,
    /// On whom.
    pub record: RecordId,
    /// What she is called; nothing when she gave no name.
    pub person: Pii<Option<Name>>,
    /// What was said, the first time first; nothing where a backup was put back that is older.
    pub said: Vec<Line>,
    /// Who set it; empty when the account is gone.
    pub by: Pii<String>,
    /// Who ended it, empty when the account is gone, and when.
    pub ended: Option<(Pii<String>, Instant)>,
}

fn listed(hold: &Hold, today: Day) -> Listed {
    Listed {
        id: hold.id,
        standing: hold.standing,
        since: hold.since,
        live: hold.standing.holds_on(today),
        rev: hold.rev,
    }
}

/// Every hold of the centre that holds now, the first to end before the others.
///
/// # Errors
/// [`HoldError::Forbidden`].
pub async fn all(desk: &Desk, actor: &Actor) -> Result<Vec<Listed>, HoldError> {
    let permit = access::permitted(desk, actor, Action::ShowHolds).await?;
    let entry = Entry::of("hold", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    seen(desk, &permit).await
}

/// How many hold now. Nobody is named.
///
/// # Errors
/// [`HoldError::Forbidden`].
pub async fn counted(desk: &Desk, actor: &Actor) -> Result<usize, HoldError> {
    let permit = access::permitted(desk, actor, Action::ShowHolds).await?;
    Ok(seen(desk, &permit).await?.len())
}

/// The holds on those whom the colleague may see.
async fn seen(desk: &Desk, permit: &Permit) -> Result<Vec<Listed>, HoldError> {
    let mut look = desk.look(permit).await?;
    let today = today(desk, &mut look).await?;
    let seen = denials::seen(desk, permit, &mut look).await?;
    let mut shown = Vec::new();
    for hold in store::holds::live(&mut look, today).await? {
        let record = whose(desk, permit, &mut look, (hold.id, &hold.who)).await?;
        if seen.shows(record) {
            shown.push(listed(&hold, today));
        }
    }
    Ok(shown)
}

/// One hold with on whom it is, and why. The trail is written first.
///
/// # Errors
/// [`HoldError::NotFound`] for one of another centre, or on somebody whom the one who looks must not
/// see.
pub async fn show(desk: &Desk, actor: &Actor, id: HoldId) -> Result<Shown, HoldError> {
    let permit = access::permitted(desk, actor, Action::ShowHolds).await?;
    let Some((hold, record)) = visible(desk, &permit, id).await? else {
        let entry = Entry::of("hold", id.bytes()).decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(HoldError::NotFound);
    };
    let line = entry(id, hold.standing).about(record);
    desk.trail().witness(desk, &permit, line).await?;
    shown(desk, &permit, (&hold, record)).await
}

async fn visible(
    desk: &Desk,
    permit: &Permit,
    id: HoldId,
) -> Result<Option<(Hold, RecordId)>, HoldError> {
    let mut look = desk.look(permit).await?;
    let seen = denials::seen(desk, permit, &mut look).await?;
    let Some(hold) = store::holds::one(&mut look, id).await? else {
        return Ok(None);
    };
    let record = whose(desk, permit, &mut look, (id, &hold.who)).await?;
    Ok(seen.shows(record).then_some((hold, record)))
}

async fn shown(
    desk: &Desk,
    permit: &Permit,
    (hold, record): (&Hold, RecordId),
) -> Result<Shown, HoldError> {
    let mut look = desk.look(permit).await?;
    let today = today(desk, &mut look).await?;
    let mut lines = Vec::new();
    for said in said(desk, permit, &mut look, (hold, record)).await? {
        lines.push(Line {
            why: Pii::new(said.why),
            until: said.until,
            by: staff::called(desk, permit, &mut look, said.by).await?,
            at: said.at,
        });
    }
    let ended = match hold.ended {
        Some((by, at)) => Some((staff::called(desk, permit, &mut look, by).await?, at)),
        None => None,
    };
    Ok(Shown {
        listed: listed(hold, today),
        record,
        person: called(desk, permit, record),
        said: lines,
        by: staff::called(desk, permit, &mut look, hold.by).await?,
        ended,
    })
}
