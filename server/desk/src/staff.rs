//! Colleagues: giving somebody an account, what somebody is called and works as, and changing from
//! one role to another.

use domain::role::{Action, Role};
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::{Language, Pii, Secret, ServiceId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::access::{self, Actor, Forbidden, Permit, StaffActor};
use crate::audit::{Decision, Entry};
use crate::bus::Topic;
use crate::seal::{Compartment, Place, SealError, Subject};
use crate::signin::{self, AppSecret, SignInError};
use crate::store::credentials::{self, Kind};
use crate::store::staff::{self, Account, Post};
use crate::store::{Look, Scope, StoreError, Tx, sessions};
use crate::{Desk, role_notices};

/// Why an account could not be made, shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// The user name is in use.
    #[error("the user name is taken")]
    NameTaken,
    /// The pass-phrase is one that is guessed first.
    #[error("the pass-phrase is too common")]
    TooCommon,
    /// No such colleague, or a role that is not held.
    #[error("not found")]
    NotFound,
    /// What is stored about a colleague does not read back.
    #[error("inconsistent")]
    Inconsistent,
    /// The pass-phrase could not be hashed.
    #[error("hashing failed")]
    Hashing,
    /// The seal is closed or broken.
    #[error("sealed")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// Who a colleague is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What the colleague is called.
    pub name: Name,
    /// The name to sign in with, folded.
    pub user: String,
}

/// An account to be made.
pub struct NewColleague {
    /// What the colleague is called.
    pub name: Name,
    /// The name to sign in with.
    pub user: UserName,
    /// The pass-phrase.
    pub passphrase: Passphrase,
    /// The language of the screens.
    pub language: Language,
    /// What the colleague works as; the first is worn first.
    pub posts: Vec<(Role, Option<ServiceId>)>,
}

/// An account that was made.
pub struct Added {
    /// Whose.
    pub user: UserId,
    /// The secret of the one-time codes, in base32, to be shown once.
    pub codes: Secret<String>,
}

/// The colleague who is signed in.
pub struct Me {
    /// What the colleague is called.
    pub name: Pii<Name>,
    /// Every role that is held.
    pub posts: Vec<Post>,
    /// The one that is worn, as its place in the list.
    pub worn: Option<usize>,
}

/// Gives somebody an account in the actor's centre.
///
/// # Errors
/// [`StaffError::NameTaken`] for a user name that is in use.
pub async fn add(desk: &Desk, actor: &Actor, new: NewColleague) -> Result<Added, StaffError> {
    let permit = access::permitted(desk, actor, Action::AddUser).await?;
    if signin::is_common(new.passphrase.expose(), &[new.user.as_str()]) {
        return Err(StaffError::TooCommon);
    }
    let app = AppSecret::fresh(desk.entropy());
    let ready = Ready::from(desk, &permit, new, &app).await?;
    let mut tx = desk.begin(&permit).await?;
    ready.write(desk, &mut tx, &permit).await?;
    let user = ready.user();
    role_notices::made_on_server(desk, &mut tx, (user, &ready.posts)).await?;
    let entry = Entry::of("account", user.bytes());
    desk.commit(tx, &permit, entry).await?;
    let codes = app.base32();
    Ok(Added { user, codes })
}

/// An account whose proofs are hashed and whose name is sealed: it only has to be written.
pub(crate) struct Ready {
    account: Account,
    key: Vec<u8>,
    posts: Vec<(Role, Option<ServiceId>)>,
    phrase: Secret<Vec<u8>>,
    app: AppSecret,
}

impl Ready {
    /// Hashes and seals; the app for codes has been given its secret already.
    pub(crate) async fn from(
        desk: &Desk,
        permit: &Permit,
        new: NewColleague,
        app: &AppSecret,
    ) -> Result<Self, StaffError> {
        let phrase = Secret::new(new.passphrase.expose().to_owned());
        let hashed = signin::hash(desk, phrase).await.map_err(narrowed)?;
        let user = UserId::new(desk.ids());
        let known = Known {
            name: new.name.clone(),
            user: new.user.as_str().to_owned(),
        };
        Ok(Self {
            account: account(desk, permit, (user, new.language), &known).await?,
            key: signin::link::user(desk, &new.user)?,
            posts: new.posts,
            phrase: Secret::new(hashed.expose().as_bytes().to_vec()),
            app: app.clone(),
        })
    }

    /// Whose it will be.
    pub(crate) const fn user(&self) -> UserId {
        self.account.user
    }

    /// Writes account, roles and proofs.
    pub(crate) async fn write(
        &self,
        desk: &Desk,
        tx: &mut Tx,
        permit: &Permit,
    ) -> Result<(), StaffError> {
        let user = self.user();
        taken(staff::add(tx, &self.account, &self.key, desk.now()).await)?;
        for post in &self.posts {
            let id = Uuid::from_bytes(desk.ids().fresh());
            staff::add_post(tx, id, user, *post, desk.now()).await?;
        }
        let phrase = (user, Kind::Passphrase, self.phrase.expose().as_slice());
        signin::put(desk, tx, permit, phrase).await?;
        let secret = (user, Kind::Totp, self.app.bytes().expose().as_slice());
        let id = signin::put(desk, tx, permit, secret).await?;
        // Whoever founds a house has shown a code already: it counts once.
        credentials::use_step(tx, id, self.app.used(), self.app.used()).await?;
        tx.touch(Topic::Staff, user.uuid());
        Ok(())
    }
}

fn taken(outcome: Result<(), StoreError>) -> Result<(), StaffError> {
    outcome.map_err(|error| match error {
        StoreError::Taken => StaffError::NameTaken,
        error => StaffError::Store(error),
    })
}

fn narrowed(error: SignInError) -> StaffError {
    match error {
        SignInError::Seal(error) => StaffError::Seal(error),
        SignInError::Store(error) => StaffError::Store(error),
        _ => StaffError::Hashing,
    }
}

/// The row of a new account, with name and user name sealed.
pub(crate) async fn account(
    desk: &Desk,
    permit: &Permit,
    (user, language): (UserId, Language),
    known: &Known,
) -> Result<Account, StaffError> {
    let plain = serde_json::to_vec(known).map_err(|_| StaffError::Inconsistent)?;
    let place = place(permit, user);
    Ok(Account {
        user,
        centre: permit.centre(),
        identity: desk.vault().seal(permit, &place, &plain).await?,
        language,
    })
}

fn place(permit: &Permit, user: UserId) -> Place {
    Place {
        table: "staff",
        column: "identity",
        row: user.bytes(),
        subject: Subject::house(permit.centre()),
        compartment: Compartment::STAFF,
    }
}

/// Opens who a colleague is.
pub(crate) async fn open(
    desk: &Desk,
    permit: &Permit,
    look: &mut impl Scope,
    account: &Account,
) -> Result<Pii<Known>, SealError> {
    let place = place(permit, account.user);
    let plain = desk
        .vault()
        .open(permit, look, &place, &account.identity)
        .await?;
    let known: Result<Known, _> = serde_json::from_slice(plain.reveal());
    known
        .map(Pii::new)
        .map_err(|_| SealError::Store(StoreError::Inconsistent))
}

/// The account of whoever is signed in: for the frame of every page and the account page.
///
/// # Errors
/// [`StaffError::NotFound`] when the account was closed meanwhile.
pub async fn me(desk: &Desk, staff: &StaffActor) -> Result<Me, StaffError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let mut look = desk.look(&permit).await?;
    let found = staff::me(&mut look, staff.user).await?;
    let (account, posts) = found.ok_or(StaffError::NotFound)?;
    let known = open(desk, &permit, &mut look, &account).await?;
    Ok(Me {
        name: known.map(|known| known.name),
        worn: posts.iter().position(|post| worn(post, staff)),
        posts,
    })
}

/// What a colleague of the permit's centre is called; empty for an account that is gone. The caller has
/// written the trail.
pub(crate) async fn called(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    user: UserId,
) -> Result<Pii<String>, SealError> {
    let Some(account) = staff::find(look, user).await? else {
        return Ok(Pii::new(String::new()));
    };
    let known = open(desk, permit, look, &account).await?;
    Ok(known.map(|known| known.name.as_str().to_owned()))
}

fn worn(post: &Post, staff: &StaffActor) -> bool {
    post.role == staff.role && post.service.as_ref().map(|service| service.0) == staff.service
}

/// Works as something else from now on, in this session; gives the role that is worn then.
///
/// # Errors
/// [`StaffError::NotFound`] for a role that the colleague does not hold; that is written down.
pub async fn switch_role(desk: &Desk, staff: &StaffActor, post: Uuid) -> Result<Role, StaffError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::SwitchRole)?;
    let mut look: Look = desk.look(&permit).await?;
    let held = staff::posts(&mut look, staff.user).await?;
    drop(look);
    let mut tx = desk.begin(&permit).await?;
    let entry = Entry::of("account", staff.user.bytes());
    let Some(post) = held.into_iter().find(|held| held.id == post) else {
        desk.commit(tx, &permit, entry.decided(Decision::NotFound))
            .await?;
        return Err(StaffError::NotFound);
    };
    wear(&mut tx, staff, &post).await?;
    desk.commit(tx, &permit, entry).await?;
    Ok(post.role)
}

async fn wear(tx: &mut Tx, staff: &StaffActor, post: &Post) -> Result<(), StoreError> {
    let service = post.service.as_ref().map(|service| service.0);
    sessions::wear(tx, staff.session, post.role, service).await
}
