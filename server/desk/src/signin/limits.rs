//! Counting wrong answers, by account and by where they were typed: an enrolled computer, or a
//! network address. Every try is counted before it is
//! judged, so that many at the same moment are not judged at all; the right answer takes its own
//! count back.

use domain::Instant;
use domain::role::Action;
use domain::signin::{Failures, Patience, UserName};

use super::SignInError;
use crate::Desk;
use crate::sessions::{self, Browser, nowhere};
use crate::store::{Tx, attempts};

/// Pseudonyms for what is counted and looked up.
pub(crate) mod link {
    use domain::signin::UserName;
    use sha2::{Digest, Sha256};

    use crate::Desk;
    use crate::seal::{LinkContext, SealError};

    /// The pseudonym of a user name, by which an account is found.
    pub(crate) fn user(desk: &Desk, name: &UserName) -> Result<Vec<u8>, SealError> {
        let key = desk
            .vault()
            .link(LinkContext::UserName, cut(&[name.as_str().as_bytes()]))?;
        Ok(key.bytes.to_vec())
    }

    /// The pseudonym of what failures are counted for.
    pub(super) fn attempt(desk: &Desk, parts: &[&[u8]]) -> Result<[u8; 16], SealError> {
        Ok(desk.vault().link(LinkContext::Attempt, cut(parts))?.bytes)
    }

    /// Any parts as sixteen bytes; the length before each keeps them apart.
    fn cut(parts: &[&[u8]]) -> [u8; 16] {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut cut = [0; 16];
        cut.copy_from_slice(&hash.finalize()[..16]);
        cut
    }
}

/// One thing that failures are counted for.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub key: [u8; 16],
    pub patience: Patience,
}

/// What one sign-in is counted for.
pub(crate) struct Keys {
    account: Count,
    place: Count,
    pin: Option<Count>,
}

impl Keys {
    /// What the right answer takes back: also wrong PINs of the same colleague on this computer.
    pub(super) fn all(&self) -> Vec<Count> {
        let mut all = vec![self.account, self.place];
        all.extend(self.pin);
        all
    }
}

/// The pseudonyms of the account and the place. A name that cannot be one is counted as typed.
pub(super) fn keys(
    desk: &Desk,
    browser: &Browser,
    name: Option<&UserName>,
    typed: &str,
) -> Result<Keys, SignInError> {
    let name = name.map_or(typed, UserName::as_str);
    Ok(Keys {
        account: Count {
            key: link::attempt(desk, &[b"account", name.as_bytes()])?,
            patience: Patience::ACCOUNT,
        },
        place: Count {
            key: place(desk, browser)?,
            patience: Patience::PLACE,
        },
        pin: pin(desk, browser, name)?,
    })
}

/// The pseudonym of where somebody types. A computer that the house enrolled is counted by itself:
/// what strangers type behind the same address keeps nobody from working there.
fn place(desk: &Desk, browser: &Browser) -> Result<[u8; 16], SignInError> {
    let (kind, which) = match &browser.workstation {
        Some(workstation) => (&b"workstation"[..], workstation.id.bytes().to_vec()),
        None => (&b"address"[..], network(browser)),
    };
    Ok(link::attempt(desk, &[kind, &which])?)
}

/// The pseudonym of a colleague's PIN on this computer; nothing on a computer that is not enrolled.
pub(super) fn pin(
    desk: &Desk,
    browser: &Browser,
    name: &str,
) -> Result<Option<Count>, SignInError> {
    let Some(workstation) = &browser.workstation else {
        return Ok(None);
    };
    let parts: [&[u8]; 3] = [b"pin", &workstation.id.bytes(), name.as_bytes()];
    Ok(Some(Count {
        key: link::attempt(desk, &parts)?,
        patience: Patience::PIN,
    }))
}

/// Counts a try by place alone: for what is typed before anybody says who it is.
pub(crate) async fn count_place(desk: &Desk, browser: &Browser) -> Result<(), SignInError> {
    let place = Count {
        key: place(desk, browser)?,
        patience: Patience::PLACE,
    };
    count_all(desk, browser, vec![place]).await
}

/// Counts a try for the second factor of somebody who has a code on paper, by account and by place.
pub(crate) async fn count_named(
    desk: &Desk,
    browser: &Browser,
    name: &str,
) -> Result<Keys, SignInError> {
    let keys = keys(desk, browser, None, name)?;
    count(desk, browser, &keys).await?;
    Ok(keys)
}

/// The network an address belongs to: a household has a whole /64 of the newer addresses.
fn network(browser: &Browser) -> Vec<u8> {
    match browser.address.to_canonical() {
        std::net::IpAddr::V4(address) => address.octets().to_vec(),
        std::net::IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

/// Counts a try by account and by place, or refuses to hear it.
pub(super) async fn count(desk: &Desk, browser: &Browser, keys: &Keys) -> Result<(), SignInError> {
    count_all(desk, browser, vec![keys.account, keys.place]).await
}

/// Counts a try for each, or none of them when one is not heard now.
pub(super) async fn count_all(
    desk: &Desk,
    browser: &Browser,
    mut counts: Vec<Count>,
) -> Result<(), SignInError> {
    // One order for everybody, so that two tries never wait for each other.
    counts.sort_by_key(|count| count.key);
    let permit = sessions::permit(nowhere(), browser.request, Action::SignIn)?;
    let now = desk.now();
    let mut tx = desk.begin(&permit).await?;
    for count in counts {
        let so_far = attempts::claim(&mut tx, count.key, now).await?;
        if so_far.locked(now) {
            return Err(SignInError::TooMany);
        }
        attempts::keep(&mut tx, count.key, so_far.and_one(now, count.patience)).await?;
    }
    Ok(desk.settle(tx).await?)
}

/// Takes back the one try that was right, and nothing that was wrong before it.
pub(crate) async fn take_back(
    desk: &Desk,
    browser: &Browser,
    keys: &Keys,
) -> Result<(), SignInError> {
    let mut counts = [keys.account, keys.place];
    counts.sort_by_key(|count| count.key);
    let permit = sessions::permit(nowhere(), browser.request, Action::SignIn)?;
    let mut tx = desk.begin(&permit).await?;
    for count in counts {
        one_less(&mut tx, count, desk.now()).await?;
    }
    Ok(desk.settle(tx).await?)
}

/// Takes back what a right answer was counted for: everything for the account, one for the place,
/// which others share.
pub(super) async fn forgive(
    desk: &Desk,
    browser: &Browser,
    mut counts: Vec<Count>,
) -> Result<(), SignInError> {
    counts.sort_by_key(|count| count.key);
    let permit = sessions::permit(nowhere(), browser.request, Action::SignIn)?;
    let mut tx = desk.begin(&permit).await?;
    for count in counts {
        if count.patience == Patience::PLACE {
            one_less(&mut tx, count, desk.now()).await?;
        } else {
            attempts::clear(&mut tx, count.key).await?;
        }
    }
    Ok(desk.settle(tx).await?)
}

async fn one_less(tx: &mut Tx, count: Count, now: Instant) -> Result<(), SignInError> {
    let so_far = attempts::claim(tx, count.key, now).await?;
    let left = Failures {
        count: (so_far.count - 1).max(0),
        locked_until: so_far
            .locked_until
            .filter(|_| so_far.count > count.patience.failures),
        ..so_far
    };
    Ok(attempts::keep(tx, count.key, left).await?)
}
