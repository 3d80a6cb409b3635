//! Hashing pass-phrases and PINs, and checking one-time codes. Argon2id takes 64 MiB for each, so
//! two are hashed at a time and the others wait: a flood of sign-ins cannot exhaust the memory.

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use domain::role::Action;
use domain::signin::step_counts;
use domain::{CentreId, Instant, Secret, UserId};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::SignInError;
use crate::Desk;
use crate::access::{Actor, Permit};
use crate::seal::{Compartment, Place, Subject};
use crate::store::Look;
use crate::store::credentials::{self, Kind, SCHEME};

/// How many hashes are made at a time, in this process.
static ROOM: Semaphore = Semaphore::const_new(2);
/// Seconds a one-time code lasts (RFC 6238).
const STEP: i64 = 30;

/// A stored proof, opened.
pub(crate) struct Opened {
    id: Uuid,
    last_step: i64,
    pub(super) secret: Secret<Vec<u8>>,
}

impl Opened {
    /// The secret as text: a hash in PHC form.
    pub(super) fn text(&self) -> Secret<String> {
        Secret::new(String::from_utf8_lossy(self.secret.expose()).into_owned())
    }
}

/// The step of a right one-time code, to be used up.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// Whose code.
    pub credential: Uuid,
    /// Which step.
    pub number: i64,
    /// The last step that is not beyond the clock.
    pub ahead: i64,
}

/// Where a proof stands.
pub(super) fn place(centre: CentreId, row: Uuid) -> Place {
    Place {
        table: "credential",
        column: "sealed",
        row: *row.as_bytes(),
        subject: Subject::house(centre),
        compartment: Compartment::STAFF,
    }
}

/// Opens the proof of a colleague that counts now, if it is of a scheme this program knows.
pub(super) async fn open(
    desk: &Desk,
    permit: &Permit,
    look: &mut Look,
    of: (UserId, Kind),
) -> Result<Option<Opened>, SignInError> {
    debug_assert!(match permit.actor() {
        Actor::Staff(staff) => staff.user == of.0,
        _ => matches!(
            permit.action(),
            Action::SignIn | Action::Unlock | Action::Join
        ),
    });
    let stored = credentials::live(look, of.0, of.1).await?;
    let Some(stored) = stored.filter(|stored| stored.scheme == SCHEME) else {
        return Ok(None);
    };
    let place = place(permit.centre(), stored.id);
    let plain = desk
        .vault()
        .open(permit, look, &place, &stored.sealed)
        .await?;
    Ok(Some(Opened {
        id: stored.id,
        last_step: stored.last_step,
        secret: Secret::new(plain.into_revealed()),
    }))
}

/// The shared secret of somebody's one-time codes.
pub(crate) struct Totp(Opened);

impl Totp {
    pub(super) const fn new(opened: Opened) -> Self {
        Self(opened)
    }

    /// A secret that is being set up and of which no code was used.
    pub(crate) const fn fresh(secret: Secret<Vec<u8>>) -> Self {
        Self(Opened {
            id: Uuid::nil(),
            last_step: 0,
            secret,
        })
    }

    /// The step a typed code is right for: the current one, or one before or after, if neither it
    /// nor a later one was used.
    pub(crate) fn step(&self, code: &str, now: Instant) -> Option<Step> {
        let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let seconds = u64::try_from(now.unix()).ok()?;
        let step = codes(self.0.secret.expose())?.check(&typed, seconds)?;
        let (step, current) = (i64::try_from(step).ok()?, now.unix() / STEP);
        step_counts(step, self.0.last_step, current).then_some(Step {
            credential: self.0.id,
            number: step,
            ahead: current + 1,
        })
    }
}

/// The codes of a shared secret: RFC 6238 with SHA-1, six digits and thirty seconds, as every
/// authenticator app reads them.
pub(crate) fn codes(secret: &[u8]) -> Option<totp_rs::Totp> {
    totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP.unsigned_abs())
        .with_secret(secret)
        .build()
        .ok()
}

/// Hashes a secret for storing, in PHC form.
pub(crate) async fn hash(
    desk: &Desk,
    secret: Secret<String>,
) -> Result<Secret<String>, SignInError> {
    let mut salt = [0; 16];
    desk.entropy().fill(&mut salt);
    hashing(move || {
        argon()
            .hash_password_with_salt(secret.expose().as_bytes(), &salt)
            .map(|hash| Secret::new(hash.to_string()))
            .ok()
    })
    .await?
    .ok_or(SignInError::Hashing)
}

/// Whether a typed secret is the stored one. Without a stored one the same work is done, and the
/// answer is no.
pub(super) async fn verify(
    typed: Secret<String>,
    stored: Option<Secret<String>>,
) -> Result<bool, SignInError> {
    hashing(move || {
        let typed = typed.expose().as_bytes();
        let Some(stored) = stored else {
            let wasted = argon().hash_password_with_salt(typed, &[0; 16]);
            std::hint::black_box(wasted.is_ok());
            return false;
        };
        let right = argon().verify_password(typed, stored.expose().as_str());
        right.is_ok()
    })
    .await
}

/// Runs a hash beside the requests, two at a time.
async fn hashing<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, SignInError> {
    let _room = ROOM.acquire().await.map_err(|_| SignInError::Hashing)?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| SignInError::Hashing)
}

/// Argon2id with 64 MiB, three passes, one lane.
fn argon() -> Argon2<'static> {
    let params = Params::new(64 * 1024, 3, 1, None).expect("the costs are within their limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}
