//! What somebody who joins has done so far, sealed in the session of the browser.

use domain::Pii;
use domain::role::Action;
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::JoinError;
use crate::Desk;
use crate::access::Actor;
use crate::drafts;
use crate::sessions::{self, Browser, nowhere};
use crate::store::StoreError;
use crate::store::drafts::Spot;
use crate::store::invites::{self, Invite};

/// The page it belongs to; no page of this name is shown.
const PATH: &str = "/join/so-far";

/// What was done so far.
#[derive(Serialize, Deserialize)]
pub(super) struct SoFar {
    /// The hash of the code on paper, by which it is asked again at each step whether it works.
    code: Vec<u8>,
    /// The secret of the one-time codes.
    pub secret: Vec<u8>,
    /// The hash of the pass-phrase, once one was chosen.
    pub phrase: Option<String>,
    /// The step of the one-time code that was typed.
    pub step: i64,
    /// The codes on paper, once the one-time codes are set up.
    pub papers: Option<Vec<[u8; 16]>>,
}

impl SoFar {
    /// The code was typed, nothing else.
    pub const fn beginning(code: Vec<u8>, secret: Vec<u8>) -> Self {
        Self {
            code,
            secret,
            phrase: None,
            step: 0,
            papers: None,
        }
    }
}

impl Drop for SoFar {
    fn drop(&mut self) {
        self.secret.zeroize();
        self.papers.zeroize();
    }
}

const fn actor(browser: &Browser) -> Actor {
    Actor::Portal {
        centre: nowhere(),
        request: browser.request,
    }
}

const fn spot(browser: &Browser) -> Spot<'static> {
    Spot {
        session: browser.session.id,
        path: PATH,
    }
}

/// What was done so far, with the code on paper, if it works still.
pub(super) async fn of(
    desk: &Desk,
    browser: &Browser,
) -> Result<Option<(SoFar, Invite)>, JoinError> {
    let kept = drafts::read(desk, &actor(browser), spot(browser)).await?;
    let Some(kept) = kept else { return Ok(None) };
    let so_far: SoFar =
        serde_json::from_slice(kept.reveal()).map_err(|_| StoreError::Inconsistent)?;
    let permit = sessions::permit(nowhere(), browser.request, Action::Join)?;
    let mut look = desk.look(&permit).await?;
    let invite = invites::by_code(&mut look, &so_far.code, desk.now()).await?;
    Ok(invite.map(|invite| (so_far, invite)))
}

/// Keeps what was done, in place of what was kept.
pub(super) async fn keep(desk: &Desk, browser: &Browser, so_far: &SoFar) -> Result<(), JoinError> {
    let bytes = serde_json::to_vec(so_far).map_err(|_| StoreError::Inconsistent)?;
    Ok(drafts::keep(desk, &actor(browser), spot(browser), &Pii::new(bytes)).await?)
}

/// Forgets it.
pub(super) async fn forget(desk: &Desk, browser: &Browser) -> Result<(), JoinError> {
    drafts::take(desk, &actor(browser), browser.session.id, PATH).await?;
    Ok(())
}
