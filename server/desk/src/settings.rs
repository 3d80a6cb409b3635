//! What the house sets in versions: the hours of its week, the languages of its desk, its
//! texts, and how many searches are nothing special.

use domain::role::Action;
use domain::setting::{Setting, SettingKey};
use domain::{Pii, RepeatKey};
use uuid::Uuid;

use crate::Desk;
use crate::access::{self, Actor, Permit};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::neutral;
use crate::setup::{SetupError, refused};
use crate::store::repeats::{self, Claim};
use crate::store::settings::{self, Version};
use crate::store::{StoreError, again};

/// How many versions are shown.
const SHOWN: i64 = 10;

/// What somebody must be allowed to change a setting.
const fn action(key: SettingKey) -> Action {
    match key {
        SettingKey::Week => Action::SetHours,
        SettingKey::Searches => Action::SetSearchBudget,
        SettingKey::Tongues | SettingKey::Text(..) => Action::SetTexts,
    }
}

/// The last versions of a setting, the newest first; none when it was never set.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn versions(
    desk: &Desk,
    actor: &Actor,
    key: SettingKey,
) -> Result<Vec<Version>, SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowSetup).await?;
    let mut look = desk.look(&permit).await?;
    Ok(settings::versions(&mut look, &key.code(), SHOWN).await?)
}

/// Writes the next version, if the newest still is the one that was shown (0 for none).
///
/// # Errors
/// [`SetupError::Stale`] when somebody was first; [`SetupError::Telling`] for a text that would tell a
/// reader what the house is.
pub async fn write(
    desk: &Desk,
    actor: &Actor,
    (rev, key): (i64, RepeatKey),
    setting: &Setting,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, action(setting.key())).await?;
    let id = Uuid::from_bytes(desk.ids().fresh());
    let text = matches!(setting.key(), SettingKey::Text(..));
    if text && neutral::words().fits(setting.value()).is_err() {
        return refused(desk, &permit, ("setting", id), Err(SetupError::Telling)).await;
    }
    let written = again(|| next(desk, &permit, (id, rev, key), setting)).await;
    // A version that exists already is one that somebody else wrote first.
    let written = written.map_err(|error| match error {
        SetupError::Taken => SetupError::Stale,
        error => error,
    });
    refused(desk, &permit, ("setting", id), written).await
}

async fn next(
    desk: &Desk,
    permit: &Permit,
    (id, rev, key): (Uuid, i64, RepeatKey),
    setting: &Setting,
) -> Result<(), SetupError> {
    let mut tx = desk.begin(permit).await?;
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: "setting",
        result: id,
        at: desk.now(),
    };
    match repeats::claim(&mut tx, claim).await {
        Ok(None) => {}
        Ok(Some(_)) => return Ok(()),
        Err(StoreError::Taken) => return Err(SetupError::Stale),
        Err(error) => return Err(error.into()),
    }
    let code = setting.key().code();
    let newest = settings::versions(&mut tx, &code, 1).await?;
    if newest.first().map_or(0, |version| version.version) != rev {
        return Err(SetupError::Stale);
    }
    let version = Version {
        version: rev + 1,
        value: setting.value().to_owned(),
        at: desk.now(),
    };
    settings::write(&mut tx, id, &code, &version).await?;
    tx.touch(Topic::Places, id);
    let entry = Entry::of("setting", id.into_bytes()).detail(Pii::new(code));
    Ok(desk.commit(tx, permit, entry).await?)
}
