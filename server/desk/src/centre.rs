//! What the centre says about itself: its names, its address, how it is reached.

use domain::centre::{CentreCard, HostName};
use domain::duty::SpecialDay;
use domain::hours::Week;
use domain::role::Action;
use domain::setting::{SettingKey, TextKey, Tongues};
use domain::text::{HouseText, Label, Phone};
use domain::{Language, Pii, RepeatKey};

use crate::Desk;
use crate::access::{self, Actor};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::duties;
use crate::neutral;
use crate::setup::{SetupError, named, refused};
use crate::store::repeats::{self, Claim};
use crate::store::{self, Look, StoreError, again};

/// The centre with its revision.
///
/// # Errors
/// [`SetupError::Forbidden`] for a role that does not set the house up.
pub async fn read(desk: &Desk, actor: &Actor) -> Result<(CentreCard, i64), SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowSetup).await?;
    let read = store::centre::read(&mut desk.look(&permit).await?).await?;
    read.ok_or(SetupError::NotFound)
}

/// Changes what the centre says, if it still is as it was shown.
///
/// # Errors
/// [`SetupError::Stale`] when somebody changed it meanwhile, [`SetupError::Taken`] when another
/// centre has the name of the public site, [`SetupError::Telling`] for a name for outside that tells
/// what the house is.
pub async fn change(
    desk: &Desk,
    actor: &Actor,
    (rev, key): (i64, RepeatKey),
    card: &CentreCard,
) -> Result<(), SetupError> {
    let permit = access::permitted(desk, actor, Action::SetCentre).await?;
    let id = permit.centre().uuid();
    if !is_neutral(card) {
        return refused(desk, &permit, ("centre", id), Err(SetupError::Telling)).await;
    }
    let claim = Claim {
        key,
        actor: permit.actor_id(),
        use_case: "centre",
        result: id,
        at: desk.now(),
    };
    let changed = again(|| async {
        let mut tx = desk.begin(&permit).await?;
        match repeats::claim(&mut tx, claim).await {
            Ok(None) => {}
            Ok(Some(_)) => return Ok(()),
            Err(StoreError::Taken) => return Err(SetupError::Stale),
            Err(error) => return Err(error.into()),
        }
        let (before, _) = store::centre::read(&mut tx)
            .await?
            .ok_or(SetupError::NotFound)?;
        if !store::centre::change(&mut tx, rev, card).await? {
            return Err(SetupError::Stale);
        }
        tx.touch(Topic::Places, id);
        let fields = Pii::new(differing(&before, card).join(" "));
        let entry = Entry::of("centre", id.into_bytes()).detail(fields);
        Ok(desk.commit(tx, &permit, entry).await?)
    });
    refused(desk, &permit, ("centre", id), changed.await).await
}

/// Whether the names that are read outside say nothing of what happens inside.
fn is_neutral(card: &CentreCard) -> bool {
    let name = card.public_name.as_ref().map_or("", Label::as_str);
    let host = card.portal_host.as_ref().map_or("", HostName::as_str);
    [name, host]
        .iter()
        .all(|shown| neutral::words().fits(shown).is_ok())
}

/// For how many days everybody may know which are not as their weekday.
const DAYS_AHEAD: i64 = 30;

/// What everybody may know of a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// The neutral telephone number.
    pub phone: Option<Phone>,
    /// The first sentences of the site, in the language that was asked for.
    pub welcome: Option<HouseText>,
    /// The languages of the desk.
    pub tongues: Tongues,
    /// The hours of an ordinary week.
    pub week: Week,
    /// The days of the coming weeks that are not as their weekday, the first one first.
    pub days: Vec<SpecialDay>,
}

/// What everybody may know of the actor's centre.
///
/// # Errors
/// [`SetupError::NotFound`] when the centre is gone.
pub async fn public(desk: &Desk, actor: &Actor, language: Language) -> Result<Public, SetupError> {
    let permit = access::permitted(desk, actor, Action::ShowPortal).await?;
    let mut look = desk.look(&permit).await?;
    let (card, _) = store::centre::read(&mut look)
        .await?
        .ok_or(SetupError::NotFound)?;
    let welcome = SettingKey::Text(TextKey::PortalWelcome, language);
    let welcome = newest(&mut look, welcome).await?;
    let tongues = newest(&mut look, SettingKey::Tongues).await?;
    let (week, mut days) = duties::hours(&mut look).await?;
    let today = card.zone.day_of(desk.now());
    days.retain(|special| (today..today.plus_days(DAYS_AHEAD)).contains(&special.day));
    let unfit = |_| StoreError::Inconsistent;
    Ok(Public {
        phone: card.phone,
        welcome: HouseText::optional(&welcome).map_err(unfit)?,
        tongues: Tongues::parse(&tongues).map_err(unfit)?,
        week,
        days,
    })
}

async fn newest(look: &mut Look, key: SettingKey) -> Result<String, StoreError> {
    let versions = store::settings::versions(look, &key.code(), 1).await?;
    let newest = versions.into_iter().next();
    Ok(newest.map_or_else(String::new, |version| version.value))
}

/// The names of the fields that differ, for the trail.
fn differing(before: &CentreCard, now: &CentreCard) -> Vec<&'static str> {
    named(&[
        ("name", before.name != now.name),
        ("public_name", before.public_name != now.public_name),
        ("language", before.language != now.language),
        ("address", before.address != now.address),
        ("profile", before.profile != now.profile),
        ("zone", before.zone != now.zone),
        ("street", before.street != now.street),
        ("town", before.town != now.town),
        ("phone", before.phone != now.phone),
        ("portal_host", before.portal_host != now.portal_host),
    ])
}
