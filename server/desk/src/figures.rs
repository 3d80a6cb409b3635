//! Figures about a centre for whoever watches the machine: what waits, how long, and roughly how much
//! there is. They are about the program; none of them tells of anybody.

use domain::Instant;
use domain::role::Action;

use crate::Desk;
use crate::access::{self, Actor, Forbidden};
use crate::store::{StoreError, outbox};

/// Why no figures could be taken.
#[derive(Debug, thiserror::Error)]
pub enum FiguresError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// The figures of one centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// How many letters wait.
    pub letters: i64,
    /// Since when the oldest of them waits.
    pub oldest: Option<Instant>,
    /// How many people are known at most: a power of ten. The number itself would tell, from one look
    /// to the next, that somebody came.
    pub people: u64,
}

/// Takes the figures of the actor's centre.
///
/// # Errors
/// [`FiguresError::Forbidden`] for anybody but the program itself.
pub async fn take(desk: &Desk, actor: &Actor) -> Result<Figures, FiguresError> {
    let permit = access::require(actor, Action::Measure)?;
    let mut look = desk.look(&permit).await?;
    Ok(Figures {
        letters: outbox::queue(&mut look).await?,
        oldest: outbox::oldest(&mut look).await?,
        people: at_most(desk.index().len(permit.centre())),
    })
}

/// The power of ten that is not below; a hundred for few, and for none.
fn at_most(people: usize) -> u64 {
    let powers = (2..18).map(|power| 10_u64.pow(power));
    let people = u64::try_from(people).unwrap_or(u64::MAX);
    powers
        .into_iter()
        .find(|power| people <= *power)
        .unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_people_there_are_is_told_in_powers_of_ten() {
        for (people, told) in [(0, 100), (100, 100), (101, 1_000), (99_999, 100_000)] {
            assert_eq!(at_most(people), told, "{people}");
        }
    }
}
