//! The cards of the demo: one press signs in as an invented colleague. They exist only where the
//! data themselves say that they are a demo.

use domain::role::{Action, Role};
use domain::{Pii, RequestId, UserId};

use super::enter::{self, Entrance, Proof};
use super::{SignInError, StoreError};
use crate::Desk;
use crate::sessions::{self as use_case, Browser, Token, nowhere};
use crate::store::{Look, places, staff};

/// One invented colleague, in one role.
pub struct DemoCard {
    /// The name of the house.
    pub house: String,
    /// Whose account.
    pub user: UserId,
    /// What the colleague is called.
    pub name: Pii<String>,
    /// As what the card signs in.
    pub role: Role,
    /// For which service.
    pub service: Option<String>,
}

/// A card for every role of every colleague of the demo, house by house and the front desk first;
/// none where the data are real.
///
/// # Errors
/// [`SignInError::Seal`] while the house is sealed.
pub async fn demo_cards(desk: &Desk, request: RequestId) -> Result<Vec<DemoCard>, SignInError> {
    let permit = use_case::permit(nowhere(), request, Action::SignIn)?;
    let mut look = desk.look(&permit).await?;
    if !staff::is_demo(&mut look).await? {
        return Ok(Vec::new());
    }
    let accounts = staff::everywhere(&mut look).await?;
    drop(look);
    // Accounts come in the order they were made, so the house that was made first stands first.
    let mut houses: Vec<_> = accounts.iter().map(|account| account.centre).collect();
    houses.dedup();
    let mut cards = Vec::new();
    for account in &accounts {
        let place = houses.iter().position(|house| *house == account.centre);
        let own = cards_of(desk, account, request).await?;
        cards.extend(own.into_iter().map(|card| (place, card)));
    }
    cards.sort_by_cached_key(|(house, card)| (*house, card.role, card.name.reveal().clone()));
    Ok(cards.into_iter().map(|(_, card)| card).collect())
}

async fn cards_of(
    desk: &Desk,
    account: &staff::Account,
    request: RequestId,
) -> Result<Vec<DemoCard>, SignInError> {
    let permit = use_case::permit(account.centre, request, Action::SignIn)?;
    let mut look = desk.look(&permit).await?;
    let centre = places::centre(&mut look).await?;
    let centre = centre.ok_or(StoreError::Inconsistent)?;
    let name = crate::staff::open(desk, &permit, &mut look, account).await?;
    let posts = staff::posts(&mut look, account.user).await?;
    let card = |post: staff::Post| DemoCard {
        house: centre.name.clone(),
        user: account.user,
        name: name.clone().map(|known| known.name.as_str().to_owned()),
        role: post.role,
        service: post.service.map(|service| service.1),
    };
    Ok(posts.into_iter().map(card).collect())
}

/// Signs in as an invented colleague, in one of the roles that colleague holds.
///
/// # Errors
/// [`SignInError::NotFound`] where the data are real, or for nobody's card.
pub async fn sign_in_demo(
    desk: &Desk,
    browser: &Browser,
    user: UserId,
    role: Option<Role>,
) -> Result<Token, SignInError> {
    let permit = use_case::permit(nowhere(), browser.request, Action::SignIn)?;
    let mut look = desk.look(&permit).await?;
    let account = demo_account(&mut look, user).await?;
    drop(look);
    let account = account.ok_or(SignInError::NotFound)?;
    let entrance = Entrance {
        browser,
        account: &account,
        proof: Proof::Demo(role),
        action: Action::SignIn,
        forgive: Vec::new(),
    };
    enter::enter(desk, &entrance).await
}

async fn demo_account(look: &mut Look, user: UserId) -> Result<Option<staff::Account>, StoreError> {
    if !staff::is_demo(look).await? {
        return Ok(None);
    }
    let accounts = staff::everywhere(look).await?;
    Ok(accounts.into_iter().find(|account| account.user == user))
}
