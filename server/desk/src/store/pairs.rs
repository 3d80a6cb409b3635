//! Two people who must not meet: each is one side of a pair, and the database refuses both sides in
//! the house at the same time. One side may overlap itself, and a row that somebody has excused
//! counts for nothing. A transaction writes the rows of several pairs in the order of the pairs.

use domain::UserId;
use domain::time::Span;
use sqlx::FromRow;
use sqlx::types::chrono::{DateTime, Utc};
use uuid::Uuid;

use super::occupancy::span;
use super::{Scope, StoreError, Tx, on, run, statements, turn};

statements! {
    BE_PRESENT = "INSERT INTO pair_presence (id, centre_id, pair_id, side, starts_at, ends_at, excused_by)
                  VALUES ($1, $2, $3, $4, $5, $6, $7)";
    CHANGE = "UPDATE pair_presence SET starts_at = $4, ends_at = $5, excused_by = $6
              WHERE id = $1 AND centre_id = $2 AND pair_id = $3";
    BE_ABSENT = "DELETE FROM pair_presence WHERE id = $1 AND centre_id = $2";
    WITHIN = "SELECT id, pair_id, side, starts_at, ends_at, excused_by FROM pair_presence
              WHERE centre_id = $1 AND pair_id = $2 AND starts_at < $4 AND ends_at > $3
              ORDER BY starts_at, side, id";
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one who is protected.
    Protected,
    /// The one who must stay away.
    Kept,
}

impl Side {
    /// The number that is stored.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Protected => 0,
            Self::Kept => 1,
        }
    }

    fn read(number: i64) -> Result<Self, StoreError> {
        match number {
            0 => Ok(Self::Protected),
            1 => Ok(Self::Kept),
            _ => Err(StoreError::Inconsistent),
        }
    }
}

/// One side of a pair, in the house for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Which row.
    pub id: Uuid,
    /// Which pair.
    pub pair: Uuid,
    /// Which of the two.
    pub side: Side,
    /// From when until when; at the end the other may come in.
    pub span: Span,
    /// Who decided that they may meet this time.
    pub excused_by: Option<UserId>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    pair_id: Uuid,
    side: i64,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    excused_by: Option<Uuid>,
}

impl Row {
    fn presence(self) -> Result<Presence, StoreError> {
        Ok(Presence {
            id: self.id,
            pair: self.pair_id,
            side: Side::read(self.side)?,
            span: span(self.starts_at, self.ends_at)?,
            excused_by: self.excused_by.map(UserId::from_uuid),
        })
    }
}

/// Says that one side will be in the house.
///
/// # Errors
/// [`StoreError::Refused`] by [`super::Guard::PairApart`] when the other side is there for a part of
/// that time and nobody has excused either.
pub async fn be_present(tx: &mut Tx, presence: &Presence) -> Result<(), StoreError> {
    turn::take(tx, presence.pair).await?;
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(BE_PRESENT)
            .bind(presence.id)
            .bind(centre)
            .bind(presence.pair)
            .bind(presence.side.number())
            .bind(presence.span.start.utc())
            .bind(presence.span.end.utc())
            .bind(presence.excused_by.map(UserId::uuid))
    )?;
    Ok(())
}

/// Says that one side comes at another time, or that somebody lets both meet this time or no longer.
/// `false` when there is no such row here.
///
/// # Errors
/// As [`be_present`].
pub async fn change(tx: &mut Tx, presence: &Presence) -> Result<bool, StoreError> {
    turn::take(tx, presence.pair).await?;
    let centre = tx.centre().uuid();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(presence.id)
            .bind(centre)
            .bind(presence.pair)
            .bind(presence.span.start.utc())
            .bind(presence.span.end.utc())
            .bind(presence.excused_by.map(UserId::uuid))
    )?;
    Ok(changed == 1)
}

/// Says that one side does not come, or has left. `false` when there is no such row here.
///
/// # Errors
/// What the engine said.
pub async fn be_absent(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    let centre = tx.centre().uuid();
    let gone = run!(tx, sqlx::query(BE_ABSENT).bind(id).bind(centre))?;
    Ok(gone == 1)
}

/// Which sides of a pair are in the house for any part of a span, in order.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn within(
    scope: &mut impl Scope,
    pair: Uuid,
    span: Span,
) -> Result<Vec<Presence>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<Row> = on!(scope, c => sqlx::query_as(WITHIN)
        .bind(centre).bind(pair).bind(span.start.utc()).bind(span.end.utc()).fetch_all(c))?;
    rows.into_iter().map(Row::presence).collect()
}
