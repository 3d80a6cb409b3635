//! Which records may be one person, and which are said to be. The trail names everybody on the page first.

use domain::finding::Reason;
use domain::person::Identity;
use domain::role::Action;
use domain::same_as::Couple;
use domain::{Pii, RecordId};

use super::PairError;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::{Desk, denials};

/// How many pairs a page shows at most; with every answer the next one comes.
const SHOWN: usize = 25;

/// Two records on the list.
pub struct Suggestion {
    /// Which two.
    pub couple: Couple<RecordId>,
    /// Who both are, in the same order.
    pub who: [Pii<Identity>; 2],
    /// Why they may be one person; nothing where nothing speaks for it by itself.
    pub reason: Option<Reason>,
}

/// The list.
pub struct Listed {
    /// Those of whom nobody said anything yet, the likeliest first.
    pub open: Vec<Suggestion>,
    /// How many more of those there are.
    pub more: usize,
    /// Those that are joined.
    pub joined: Vec<Suggestion>,
}

/// Records that may be one person, and those that are joined. It shows nobody whom the one who looks must
/// not see, and nobody of whom it is said already.
///
/// # Errors
/// [`PairError::Forbidden`].
pub async fn list(desk: &Desk, actor: &Actor) -> Result<Listed, PairError> {
    let permit = access::permitted(desk, actor, Action::ShowPairs).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    drop(look);
    let shows = |record| seen.shows(record);
    let found = desk.index().suggested(permit.centre(), shows).await;
    let more = found.len().saturating_sub(SHOWN);
    let found = found.iter().take(SHOWN);
    let open: Vec<_> = found.map(|one| (one.couple, Some(one.reason))).collect();
    let joined = desk.index().joined(permit.centre()).into_iter();
    let joined = joined.filter(|couple| couple.both().iter().all(|one| seen.shows(*one)));
    let joined: Vec<_> = joined.take(SHOWN).map(|couple| (couple, None)).collect();
    let entry = Entry::of("pair", permit.centre().bytes());
    let named = open
        .iter()
        .chain(&joined)
        .flat_map(|(couple, _)| couple.both());
    let entry = named.fold(entry, Entry::about);
    desk.trail().witness(desk, &permit, entry).await?;
    Ok(Listed {
        open: who(desk, &permit, open),
        more,
        joined: who(desk, &permit, joined),
    })
}

type Found = Vec<(Couple<RecordId>, Option<Reason>)>;

fn who(desk: &Desk, permit: &Permit, found: Found) -> Vec<Suggestion> {
    let who = |record| desk.index().identity(permit.centre(), record);
    let suggestion = |(couple, reason): (Couple<RecordId>, Option<Reason>)| {
        let [one, other] = couple.both();
        Some(Suggestion {
            couple,
            who: [who(one)?, who(other)?],
            reason,
        })
    };
    found.into_iter().filter_map(suggestion).collect()
}
