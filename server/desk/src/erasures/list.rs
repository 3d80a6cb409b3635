//! The erasures as colleagues see them: the list names nobody; who it is about is shown on the page of
//! one, after the trail.

use domain::erasure::{Reason, Stage, Standing, Urgency};
use domain::role::Action;
use domain::text::{Name, Note};
use domain::{ErasureId, Instant, Pii, RecordId};

use super::{ErasureError, Matter, Preview, entry, hindrances, opened, preview};
use crate::access::{self, Actor, Permit};
use crate::audit::{Decision, Entry};
use crate::people::whom::called;
use crate::store::erasures::Erasure;
use crate::store::{self, Look};
use crate::{Desk, denials};

/// One erasure without a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// Which one.
    pub id: ErasureId,
    /// What is known of it.
    pub standing: Standing,
    /// Where it stands.
    pub stage: Stage,
    /// How near the end of its time is.
    pub urgency: Urgency,
    /// When it ended.
    pub ended: Option<Instant>,
    /// Whether the one who looks asked a colleague to let it happen.
    pub own: bool,
    /// How often it was changed.
    pub rev: i64,
}

/// One erasure with whom it is about.
pub struct Shown {
    /// What the list says of it.
    pub listed: Listed,
    /// Whom it is about; nothing once she is erased.
    pub record: Option<RecordId>,
    /// What she is called; nothing when she is erased or gave no name.
    pub person: Pii<Option<Name>>,
    /// Under which other names she was written down: all of it goes.
    pub also: Vec<Pii<Name>>,
    /// Who asked, where it was not herself.
    pub asker: Pii<Option<Name>>,
    /// Why the answer takes longer.
    pub longer: Pii<Option<Note>>,
    /// Why it was refused.
    pub refused: Pii<Option<Reason>>,
    /// What would go; nothing once it has ended.
    pub preview: Option<Preview>,
    /// Whether that is what a colleague was asked for.
    pub same: bool,
}

/// Every erasure of the centre, what has not ended first.
///
/// # Errors
/// [`ErasureError::Forbidden`].
pub async fn all(desk: &Desk, actor: &Actor) -> Result<Vec<Listed>, ErasureError> {
    let permit = access::permitted(desk, actor, Action::ShowErasures).await?;
    let entry = Entry::of("erasure", permit.centre().bytes());
    desk.trail().witness(desk, &permit, entry).await?;
    let mut look = desk.look(&permit).await?;
    let today = hindrances::zone(&mut look).await?.day_of(desk.now());
    let all = seen(desk, &permit, &mut look).await?;
    let listed = |erasure| self::listed(desk, &permit, erasure, today);
    Ok(all.iter().map(listed).collect())
}

/// The erasures of those whom the colleague may see.
async fn seen(desk: &Desk, permit: &Permit, look: &mut Look) -> Result<Vec<Erasure>, ErasureError> {
    let seen = denials::seen(desk, permit, look).await?;
    let mut shown = Vec::new();
    for erasure in store::erasures::list(look).await? {
        let matter = opened(desk, permit, look, &erasure).await?;
        if matter.is_none_or(|matter| seen.shows(matter.record())) {
            shown.push(erasure);
        }
    }
    Ok(shown)
}

/// How many erasures have not ended, and of how many the time for an answer is over.
///
/// # Errors
/// [`ErasureError::Forbidden`].
pub async fn counted(desk: &Desk, actor: &Actor) -> Result<(usize, usize), ErasureError> {
    let permit = access::permitted(desk, actor, Action::ShowErasures).await?;
    let mut look = desk.look(&permit).await?;
    let today = hindrances::zone(&mut look).await?.day_of(desk.now());
    let all = seen(desk, &permit, &mut look).await?;
    let open = all.iter().filter(|one| one.standing.outcome.is_none());
    let late = open
        .clone()
        .filter(|one| one.standing.urgency(today) == Urgency::Late);
    Ok((open.count(), late.count()))
}

fn listed(desk: &Desk, permit: &Permit, erasure: &Erasure, today: domain::Day) -> Listed {
    let (standing, now) = (erasure.standing, desk.now());
    let ask = standing.live_ask(now);
    Listed {
        id: erasure.id,
        standing,
        stage: standing.stage(now),
        urgency: standing.urgency(today),
        ended: erasure.ended,
        own: ask.is_some_and(|ask| ask.by.uuid() == permit.actor_id()),
        rev: erasure.rev,
    }
}

/// One erasure with whom it is about and what would go. The trail is written first.
///
/// # Errors
/// [`ErasureError::NotFound`] for one of another centre, or about somebody whom the one who looks must
/// not see.
pub async fn show(desk: &Desk, actor: &Actor, id: ErasureId) -> Result<Shown, ErasureError> {
    let permit = access::permitted(desk, actor, Action::ShowErasures).await?;
    let Some((erasure, matter)) = visible(desk, &permit, id).await? else {
        let entry = Entry::of("erasure", id.bytes()).decided(Decision::NotFound);
        desk.trail().witness(desk, &permit, entry).await?;
        return Err(ErasureError::NotFound);
    };
    let line = entry(id, erasure.standing.cause);
    let hers = matter.iter().map(Matter::record);
    let hers = hers.flat_map(|record| desk.index().person(permit.centre(), record));
    let line = hers.fold(line, Entry::about);
    desk.trail().witness(desk, &permit, line).await?;
    shown(desk, &permit, erasure, matter).await
}

type Found = (Erasure, Option<Matter>);

async fn visible(
    desk: &Desk,
    permit: &Permit,
    id: ErasureId,
) -> Result<Option<Found>, ErasureError> {
    let mut look = desk.look(permit).await?;
    let Some(erasure) = store::erasures::one(&mut look, id).await? else {
        return Ok(None);
    };
    let seen = denials::seen(desk, permit, &mut look).await?;
    let matter = opened(desk, permit, &mut look, &erasure).await?;
    let shows = matter
        .as_ref()
        .is_none_or(|matter| seen.shows(matter.record()));
    Ok(shows.then_some((erasure, matter)))
}

async fn shown(
    desk: &Desk,
    permit: &Permit,
    erasure: Erasure,
    matter: Option<Matter>,
) -> Result<Shown, ErasureError> {
    let mut look = desk.look(permit).await?;
    let today = hindrances::zone(&mut look).await?.day_of(desk.now());
    let record = matter.as_ref().map(Matter::record);
    let preview = match record.filter(|_| erasure.standing.outcome.is_none()) {
        Some(record) => looked(desk, permit, record).await?,
        None => None,
    };
    let looked_at = erasure.digest.as_deref();
    let same = preview
        .as_ref()
        .is_some_and(|now| looked_at == Some(&now.digest[..]));
    let person = record.map_or(Pii::new(None), |record| called(desk, permit, record));
    let also = record.map(|record| desk.index().also(permit.centre(), record));
    let (asker, longer, refused) =
        matter.map_or((None, None, None), |m| (m.asker, m.longer, m.refused));
    Ok(Shown {
        listed: listed(desk, permit, &erasure, today),
        record,
        person,
        also: also.unwrap_or_default(),
        asker: Pii::new(asker),
        longer: Pii::new(longer),
        refused: Pii::new(refused),
        preview,
        same,
    })
}

/// What would go now.
async fn looked(
    desk: &Desk,
    permit: &Permit,
    record: RecordId,
) -> Result<Option<Preview>, ErasureError> {
    let mut look = desk.look(permit).await?;
    let Some(stored) = store::people::one(&mut look, record).await? else {
        return Ok(None);
    };
    let found = preview::of(desk, permit, &mut look, &stored).await?;
    drop(look);
    Ok(Some(preview::with_keys(desk, permit, found).await?))
}
