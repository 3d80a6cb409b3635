//! The second factor: a one-time code from the telephone, or one of the codes on paper that stand
//! in for it. Each counts once.

use domain::UserId;
use domain::signin::PaperCode;
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::proof::{self, Step, Totp};
use super::{SignInError, put_one};
use crate::Desk;
use crate::access::Permit;
use crate::colleagues::{fresh_code, hash};
use crate::store::credentials::{self, Kind};
use crate::store::{Look, StoreError, Tx};

/// How many codes on paper somebody gets.
const PAPERS: usize = 10;

/// A right second factor, to be used up.
#[derive(Clone, Copy)]
pub(crate) enum Second {
    /// A one-time code.
    Step(Step),
    /// A code on paper.
    Paper(Uuid),
}

/// The second factor of a colleague that was typed, if it is right and was not used.
pub(crate) async fn find(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    (user, typed): (UserId, &str),
) -> Result<Option<Second>, SignInError> {
    if let Ok(code) = PaperCode::parse(typed) {
        let paper = paper(desk, permit, look, (user, &code)).await?;
        return Ok(paper.map(Second::Paper));
    }
    let totp = proof::open(desk, permit, look, (user, Kind::Totp)).await?;
    let step = totp.and_then(|totp| Totp::new(totp).step(typed, desk.now()));
    Ok(step.map(Second::Step))
}

async fn paper(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    (user, code): (UserId, &PaperCode),
) -> Result<Option<Uuid>, SignInError> {
    let typed = hash(code);
    let mut found = None;
    for stored in credentials::all(look, user, Kind::Recovery).await? {
        let place = proof::place(permit.centre(), stored.id);
        let kept = desk.vault().open(permit, look, &place, &stored.sealed);
        if bool::from(kept.await?.reveal().ct_eq(&typed)) {
            found = Some(stored.id);
        }
    }
    Ok(found)
}

/// Uses it up; `false` when somebody was faster with the same one.
pub(crate) async fn use_up(desk: &Desk, tx: &mut Tx, second: Second) -> Result<bool, StoreError> {
    match second {
        Second::Step(used) => {
            credentials::use_step(tx, used.credential, used.number, used.ahead).await
        }
        Second::Paper(id) => credentials::end_one(tx, id, desk.now()).await,
    }
}

/// Ten fresh codes on paper.
pub(crate) fn fresh_papers(desk: &Desk) -> Vec<PaperCode> {
    (0..PAPERS).map(|_| fresh_code(desk)).collect()
}

/// Stores codes on paper in the place of those somebody had.
pub(crate) async fn put_papers(
    desk: &Desk,
    tx: &mut Tx,
    permit: &Permit,
    (user, codes): (UserId, &[PaperCode]),
) -> Result<(), SignInError> {
    credentials::end(tx, user, Kind::Recovery, desk.now()).await?;
    for code in codes {
        put_one(desk, tx, permit, (user, Kind::Recovery, &hash(code))).await?;
    }
    Ok(())
}
