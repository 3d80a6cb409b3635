//! `onthaal centre new`: founds a centre without a browser.

use desk::founding::{self, FoundingError, Premises};
use domain::centre::CentreCard;
use domain::hours::DayHours;
use domain::text::{Label, Phone, Remark};
use domain::time::CentreZone;
use domain::{Address, Language, Profile, RequestId, ShortName, Unfit};

use super::serve::typed_key;
use crate::cli::{NewCentre, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Founds the centre and says how it gets its administrator.
///
/// # Errors
/// [`Stop::Use`] naming what does not fit.
pub async fn new(config: Config, world: World, new: NewCentre) -> Result<(), Stop> {
    let premises = premises(&new)?;
    let typed = typed_key(new.passphrase, new.recovery)?;
    let (desk, _) = opening::house_by(&config, &world, typed).await?;
    // A program that serves knows the centres from its start.
    let _lock = opening::lock(&config)?;
    let request = RequestId::new(desk.ids());
    let added = founding::add_centre(&desk, request, &premises).await;
    added.map_err(|error| unfounded(&error))?;
    desk.trail().close().await;
    desk.db().close().await;
    desk.vault().keystore().close().await;
    println!("The centre is founded. Now give it an administrator:");
    println!(
        "onthaal user add --centre {} --role administrator --name NAME --user USER",
        premises.short.as_str()
    );
    Ok(())
}

fn unfounded(error: &FoundingError) -> Stop {
    match error {
        FoundingError::Practice => Stop::Use(error.to_string()),
        FoundingError::ShortNameTaken => Stop::Use(format!("--short: {error}")),
        error => Stop::failed("the centre cannot be founded", error),
    }
}

fn premises(new: &NewCentre) -> Result<Premises, Stop> {
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let short = ShortName::for_outside(&given(&new.short), &given(&new.public_name));
    let hours = fits("--hours", DayHours::parse(&new.hours))?;
    Ok(Premises {
        short: fits("--short", short)?,
        card: card(new)?,
        week: Premises::working_week(&hours),
    })
}

fn card(new: &NewCentre) -> Result<CentreCard, Stop> {
    let text = |given: &Option<String>| given.clone().unwrap_or_default();
    Ok(CentreCard {
        name: fits("--name", Label::parse(&new.name))?,
        public_name: fits("--public-name", neutral(&text(&new.public_name)))?,
        language: fits("--language", Language::parse(&new.language))?,
        address: fits("--address", Address::parse(&new.address))?,
        profile: fits("--profile", Profile::parse(&new.profile))?,
        zone: fits("--zone", CentreZone::parse(&new.zone))?,
        street: fits("--street", Remark::optional(&text(&new.street)))?,
        town: fits("--town", Remark::optional(&text(&new.town)))?,
        phone: fits("--phone", Phone::optional(&text(&new.phone)))?,
        portal_host: None,
    })
}

/// A name for outside.
fn neutral(given: &str) -> Result<Option<Label>, Unfit> {
    desk::neutral::words().fits(given).and_then(Label::optional)
}

fn fits<T>(what: &str, read: Result<T, Unfit>) -> Result<T, Stop> {
    read.map_err(|unfit| Stop::Use(format!("{what}: {unfit}")))
}
