//! The passkeys of the colleague who is signed in: adding one, listing them, removing one.

use domain::role::Action;
use domain::text::Remark;
use domain::{Instant, Pii};
use uuid::Uuid;

use super::question::{For, ask, asked};
use super::{Made, Site, Stored, own, written};
use crate::Desk;
use crate::access::{self, Actor, StaffActor};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::signin::{SignInError, put_one, stepup};
use crate::store::credentials::{self, Kind};
use crate::store::sessions;

/// How many passkeys somebody has at most: for the telephone, the key on the ring, and some to spare.
pub const MOST: usize = 5;

/// A question to whoever makes a passkey.
pub struct Making {
    /// What the device signs.
    pub challenge: [u8; 32],
    /// Whose it will be.
    pub user: [u8; 16],
    /// The user name, for the list on the device.
    pub called: Pii<String>,
    /// The passkeys that there are: a device makes no second one.
    pub known: Vec<Vec<u8>>,
}

/// A passkey as its owner sees it.
pub struct Listed {
    /// Which one.
    pub id: Uuid,
    /// What its owner calls it.
    pub name: Pii<String>,
    /// Since when.
    pub since: Instant,
    /// When it was last used.
    pub used: Option<Instant>,
}

/// Asks the question for a new passkey of the colleague who is signed in.
///
/// # Errors
/// What the store said.
pub async fn begin_making(desk: &Desk, staff: &StaffActor) -> Result<Making, SignInError> {
    let actor = Actor::Staff(staff.clone());
    let permit = access::permitted(desk, &actor, Action::AddPasskey).await?;
    let called = stepup::user_name(desk, &permit).await?;
    let mut look = desk.look(&permit).await?;
    let own = own(desk, &permit, &mut look, staff.user).await?;
    drop(look);
    Ok(Making {
        challenge: ask(desk, &actor, staff.session, For::Making).await?,
        user: staff.user.bytes(),
        called: Pii::new(called),
        known: own.into_iter().map(|(passkey, _)| passkey.id).collect(),
    })
}

/// Keeps a new passkey of the colleague who is signed in.
///
/// # Errors
/// [`SignInError::Refused`] for an answer that does not fit, or comes too late, and for one more than
/// [`MOST`]; [`SignInError::Forbidden`] without a fresh proof.
pub async fn add(
    desk: &Desk,
    staff: &StaffActor,
    (at, name): (&Site, &Remark),
    made: Made,
) -> Result<(), SignInError> {
    let actor = Actor::Staff(staff.clone());
    let permit = access::deed(desk, &actor, Action::AddPasskey).await?;
    let challenge = asked(desk, &actor, staff.session, For::Making).await?;
    let challenge = challenge.ok_or(SignInError::Refused)?;
    let called = (name.as_str().to_owned(), desk.now().unix());
    let passkey = made.passkey((&challenge, at), called);
    let passkey = passkey.ok_or(SignInError::Refused)?;
    let known = own(desk, &permit, &mut desk.look(&permit).await?, staff.user).await?;
    if known.len() >= MOST || known.iter().any(|(one, _)| one.id == passkey.id) {
        return Err(SignInError::Refused);
    }
    let plain = written(&passkey)?;
    let mut tx = desk.begin(&permit).await?;
    put_one(desk, &mut tx, &permit, (staff.user, Kind::Passkey, &plain)).await?;
    tx.touch(Topic::Staff, staff.user.uuid());
    let entry = Entry::of("account", staff.user.bytes());
    Ok(desk.commit(tx, &permit, entry).await?)
}

/// The passkeys of the colleague who is signed in.
///
/// # Errors
/// What the store said.
pub async fn all(desk: &Desk, staff: &StaffActor) -> Result<Vec<Listed>, SignInError> {
    let permit = access::require(&Actor::Staff(staff.clone()), Action::ShowAccount)?;
    let own = own(desk, &permit, &mut desk.look(&permit).await?, staff.user).await?;
    let listed = |(passkey, (id, _)): Stored| Listed {
        id,
        name: Pii::new(passkey.name),
        since: Instant::from_unix(passkey.added_at),
        used: passkey.used_at.map(Instant::from_unix),
    };
    Ok(own.into_iter().map(listed).collect())
}

/// Removes a passkey of the colleague who is signed in, and ends the other sessions; `false` when there is no such one.
///
/// # Errors
/// [`SignInError::Forbidden`] without a fresh proof.
pub async fn remove(desk: &Desk, staff: &StaffActor, id: Uuid) -> Result<bool, SignInError> {
    let actor = Actor::Staff(staff.clone());
    let permit = access::deed(desk, &actor, Action::RemovePasskey).await?;
    let own = credentials::all(&mut desk.look(&permit).await?, staff.user, Kind::Passkey).await?;
    if !own.iter().any(|passkey| passkey.id == id) {
        return Ok(false);
    }
    let mut tx = desk.begin(&permit).await?;
    if !credentials::end_one(&mut tx, id, desk.now()).await? {
        return Ok(false);
    }
    // Whoever came in with it elsewhere is out.
    for other in sessions::of_user(&mut tx, staff.user).await? {
        if other.id != staff.session {
            sessions::forget(&mut tx, other.id).await?;
        }
    }
    tx.touch(Topic::Staff, staff.user.uuid());
    let entry = Entry::of("account", staff.user.bytes());
    desk.commit(tx, &permit, entry).await?;
    Ok(true)
}
