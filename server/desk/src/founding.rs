//! Founding: a house that was not there comes to be, with its first centre and its first
//! administrator. Nothing is written before everything is known; then the key, the keystore and the
//! recovery sheet come first, and one transaction writes the whole house last. Whatever stops in
//! between leaves a key that the next founding uses, and never half a house.

use domain::centre::CentreCard;
use domain::hours::{DayHours, Week};
use domain::role::{Action, Role};
use domain::setting::Setting;
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::{CentreId, Language, RequestId, ShortName, UserId};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Forbidden, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::places::NewCentre;
use crate::seal::root::RootError;
use crate::seal::sheet::Sheet;
use crate::seal::{SealError, Step};
use crate::signin::{self, AppSecret};
use crate::staff::{NewColleague, Ready, StaffError};
use crate::store::settings::Version;
use crate::store::{self, Scope, StoreError, Tx};

mod code;
mod gate;
mod key;
mod knocks;

pub use code::Code;
pub use gate::{Entered, Gate};
pub use key::Key;
pub use knocks::Knocks;

/// Why no house was founded.
#[derive(Debug, thiserror::Error)]
pub enum FoundingError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// There is a house already.
    #[error("there is a house already")]
    Founded,
    /// The data are a practice house's.
    #[error("these data are a practice house's")]
    Practice,
    /// Another centre has this short name.
    #[error("the short name is taken")]
    ShortNameTaken,
    /// The keystore has a key, and it is not where the settings say.
    #[error("these data have a key already, and its file is not there")]
    KeyAway,
    /// The root secret cannot be read or written.
    #[error("the key")]
    Root(#[from] RootError),
    /// The first account cannot be made.
    #[error("the account")]
    Staff(#[from] StaffError),
    /// The keystore failed.
    #[error("the seal")]
    Seal(#[from] SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// The first administrator.
#[derive(Clone)]
pub struct Administrator {
    /// What the administrator is called.
    pub name: Name,
    /// The name to sign in with.
    pub user: UserName,
    /// The pass-phrase.
    pub passphrase: Passphrase,
    /// The language of the screens.
    pub language: Language,
    /// Whether the administrator receives visitors too.
    pub reception: bool,
}

impl Administrator {
    /// Whether the pass-phrase is one that is guessed first.
    #[must_use]
    pub fn has_common_passphrase(&self) -> bool {
        signin::is_common(
            self.passphrase.expose(),
            &[self.user.as_str(), self.name.as_str()],
        )
    }

    fn colleague(self) -> NewColleague {
        let reception = self.reception.then_some((Role::Reception, None));
        let posts = std::iter::once((Role::Administrator, None)).chain(reception);
        NewColleague {
            name: self.name,
            user: self.user,
            passphrase: self.passphrase,
            language: self.language,
            posts: posts.collect(),
        }
    }
}

/// A centre that is being founded.
#[derive(Clone, Debug)]
pub struct Premises {
    /// What the command line calls it, and its public site where that has no other name.
    pub short: ShortName,
    /// What it says about itself.
    pub card: CentreCard,
    /// When it is open.
    pub week: Week,
}

/// How many days of the week are working days, from Monday on.
const WORKDAYS: usize = 5;

impl Premises {
    /// A week with the same hours on every working day, and none at the weekend.
    #[must_use]
    pub fn working_week(hours: &DayHours) -> Week {
        let of = |day: usize| {
            if day < WORKDAYS {
                hours.clone()
            } else {
                DayHours::default()
            }
        };
        Week(std::array::from_fn(of))
    }

    fn new_centre(&self) -> NewCentre {
        NewCentre {
            slug: self.short.as_str().to_owned(),
            name: self.card.name.as_str().to_owned(),
            zone: self.card.zone,
            language: self.card.language,
            address: self.card.address,
            profile: self.card.profile,
        }
    }
}

/// Everything a founding needs.
pub struct NewHouse<'a> {
    /// The root secret.
    pub key: &'a Key,
    /// The recovery sheet, which both holders have by now.
    pub sheet: &'a Sheet,
    /// The first centre.
    pub centre: &'a Premises,
    /// The first administrator.
    pub administrator: Administrator,
    /// The secret that the administrator's app for codes has by now.
    pub app: &'a AppSecret,
    /// The request it is part of, for the trail.
    pub request: RequestId,
}

/// Founds a house and leaves it open. Founding the same one again after a failure goes on where it
/// stopped.
///
/// # Errors
/// [`FoundingError::Founded`] when somebody else was first; nothing is half written then, nor after
/// any other error.
pub async fn establish(desk: &Desk, house: NewHouse<'_>) -> Result<CentreId, FoundingError> {
    house.key.lay(desk.vault(), house.sheet).await?;
    let permit = permit(desk, house.request).await?;
    let colleague = house.administrator.colleague();
    let ready = Ready::from(desk, &permit, colleague, house.app).await?;
    let mut tx = desk.begin(&permit).await?;
    install(desk, &mut tx, house.centre).await?;
    add(desk, &mut tx, house.centre).await?;
    ready.write(desk, &mut tx, &permit).await?;
    store(desk, tx, &permit, Some(ready.user())).await
}

/// Adds a centre on the command line: the first of a house, or another one beside it.
///
/// # Errors
/// [`FoundingError::Practice`] on the data of a practice house, [`FoundingError::ShortNameTaken`].
pub async fn add_centre(
    desk: &Desk,
    request: RequestId,
    new: &Premises,
) -> Result<CentreId, FoundingError> {
    let permit = permit(desk, request).await?;
    let first = match store::places::demo(desk.db()).await? {
        Some(true) => return Err(FoundingError::Practice),
        known => known.is_none(),
    };
    let mut tx = desk.begin(&permit).await?;
    if first {
        install(desk, &mut tx, new).await?;
    }
    add(desk, &mut tx, new).await?;
    store(desk, tx, &permit, None).await
}

/// Whoever reads what the server prints has a shell on it.
async fn permit(desk: &Desk, request: RequestId) -> Result<Permit, FoundingError> {
    let actor = Actor::Cli {
        centre: CentreId::new(desk.ids()),
        request,
    };
    Ok(access::permitted(desk, &actor, Action::FoundHouse).await?)
}

/// Writes what the installation is. It always has the same id, so that of two who found at the same
/// moment one is refused.
async fn install(desk: &Desk, tx: &mut Tx, centre: &Premises) -> Result<(), FoundingError> {
    let day = centre.card.zone.day_of(desk.now());
    match store::places::found(tx, Uuid::nil(), false, day).await {
        Err(StoreError::Taken) => Err(FoundingError::Founded),
        outcome => Ok(outcome?),
    }
}

/// Writes the centre with everything that it says about itself, and its week.
async fn add(desk: &Desk, tx: &mut Tx, new: &Premises) -> Result<(), FoundingError> {
    let id = Scope::centre(tx);
    match store::places::add_centre(tx, id, &new.new_centre()).await {
        Err(StoreError::Taken) => return Err(FoundingError::ShortNameTaken),
        outcome => outcome?,
    }
    store::centre::change(tx, 1, &new.card).await?;
    let week = Setting::week(&new.week);
    let first = Version {
        version: 1,
        value: week.value().to_owned(),
        at: desk.now(),
    };
    let row = Uuid::from_bytes(desk.ids().fresh());
    Ok(store::settings::write(tx, row, &week.key().code(), &first).await?)
}

/// Stores everything, with the row of the trail.
async fn store(
    desk: &Desk,
    mut tx: Tx,
    permit: &Permit,
    by: Option<UserId>,
) -> Result<CentreId, FoundingError> {
    let centre = permit.centre();
    tx.touch(Topic::Places, centre.uuid());
    let entry = Entry::of("centre", centre.bytes()).because("founding");
    let entry = match by {
        Some(user) => entry.on_behalf_of(user),
        None => entry,
    };
    desk.vault()
        .passed(Step::HouseWritten)
        .map_err(SealError::from)?;
    desk.commit(tx, permit, entry).await?;
    Ok(centre)
}
