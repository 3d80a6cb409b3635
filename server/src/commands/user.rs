//! `onthaal user add`: gives a colleague an account.

use desk::staff::{self, NewColleague, StaffError};
use desk::{Desk, store};
use domain::role::{Action, Role};
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::{Language, ServiceId, Unfit};

use super::serve::typed_passphrase;
use crate::cli::{AddUser, Stop};
use crate::config::Config;
use crate::opening;
use crate::world::World;

/// Makes the account and prints the secret for one-time codes once.
///
/// # Errors
/// [`Stop::Use`] naming what does not fit.
pub async fn add(config: Config, world: World, add: AddUser) -> Result<(), Stop> {
    let (desk, centres) = opening::house(&config, &world).await?;
    let centre = centres.iter().find(|centre| centre.slug == add.centre);
    let centre =
        centre.ok_or_else(|| Stop::Use(format!("--centre: there is no “{}”", add.centre)))?;
    let actor = opening::cli(&desk, centre.id);
    let service = service(&desk, &actor, add.service.as_deref()).await?;
    let roles: Result<Vec<Role>, Stop> = add
        .role
        .iter()
        .map(|code| fits("--role", Role::parse(code)))
        .collect();
    let of = |role: Role| (role, service.filter(|_| role == Role::Service));
    let new = NewColleague {
        name: fits("--name", Name::parse(&add.name))?,
        user: fits("--user", UserName::parse(&add.user))?,
        language: fits("--language", Language::parse(&add.language))?,
        posts: roles?.into_iter().map(of).collect(),
        passphrase: fits(
            "the pass-phrase",
            Passphrase::choose(typed_passphrase()?.expose().clone()),
        )?,
    };
    let added = match staff::add(&desk, &actor, new).await {
        Ok(added) => added,
        Err(StaffError::NameTaken) => {
            return Err(Stop::Use("--user: this name is taken".to_owned()));
        }
        Err(StaffError::TooCommon) => {
            let why = "the pass-phrase: it is one that is guessed first";
            return Err(Stop::Use(why.to_owned()));
        }
        Err(error) => return Err(Stop::failed("the account cannot be made", &error)),
    };
    desk.trail().close().await;
    println!("The account is made. Put this secret into the app for codes; it is shown once:");
    println!("{}", added.codes.expose());
    Ok(())
}

async fn service(
    desk: &Desk,
    actor: &desk::access::Actor,
    name: Option<&str>,
) -> Result<Option<ServiceId>, Stop> {
    let Some(name) = name else { return Ok(None) };
    let permit = desk::access::require(actor, Action::AddUser)
        .map_err(|error| Stop::failed("the services cannot be read", &error))?;
    let failed = |error| Stop::failed("the services cannot be read", &error);
    let mut look = desk.look(&permit).await.map_err(failed)?;
    let services = store::places::services(&mut look).await.map_err(failed)?;
    let found = services.into_iter().find(|service| service.name == name);
    found
        .map(|s| Some(s.id))
        .ok_or_else(|| Stop::Use(format!("--service: there is no “{name}”")))
}

fn fits<T>(what: &str, read: Result<T, Unfit>) -> Result<T, Stop> {
    read.map_err(|unfit| Stop::Use(format!("{what}: {unfit}")))
}
