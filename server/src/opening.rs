//! Opening a house: both databases, the seal, and the desk over them.

use desk::access::Actor;
use desk::audit::Trail;
use desk::people::PersonError;
use desk::places::Centre;
use desk::seal::root::{RootError, RootSource};
use desk::seal::{SealError, Vault};
use desk::store::{Db, StoreError};
use desk::{Desk, Parts, erasures, people, private, seal, store};
use domain::role::Action;
use domain::{CentreId, RequestId, Secret};

use crate::cli::Stop;
use crate::config::{Config, Database};
use crate::keeping;
use crate::world::World;

/// Opens both databases, making the folder and the files where there are none.
///
/// # Errors
/// [`Stop::Failed`] with what stood in the way.
pub async fn databases(config: &Config) -> Result<(Db, Db), Stop> {
    keeping::own(config)?;
    private::folder(&config.data)
        .map_err(|error| Stop::failed("the data folder cannot be made", &error))?;
    let data = open(&config.database)
        .await
        .map_err(|error| unopened("the data", &error))?;
    let keys = open(&config.keys)
        .await
        .map_err(|error| unopened("the keys", &error))?;
    Ok((data, keys))
}

/// Opens both databases where there are some, and makes none.
///
/// # Errors
/// [`Stop::Use`] where there are none, [`Stop::Failed`] with what stood in the way.
pub async fn existing(config: &Config) -> Result<(Db, Db), Stop> {
    for database in [&config.database, &config.keys] {
        if let Database::Sqlite(file) = database
            && !file.exists()
        {
            let made =
                "with key_file set `onthaal serve` founds a house, `onthaal demo` a practice house";
            return Err(Stop::Use(format!(
                "{} is not there: {made}",
                file.display()
            )));
        }
    }
    databases(config).await
}

async fn open(database: &Database) -> Result<Db, StoreError> {
    match database {
        Database::Sqlite(file) => Db::open_sqlite(file).await,
        Database::Postgres(url) => Db::open_postgres(url.expose()).await,
    }
}

fn unopened(what: &str, error: &StoreError) -> Stop {
    Stop::failed(&format!("{what} cannot be opened"), error)
}

/// Brings both databases up to this program.
///
/// # Errors
/// [`Stop::Failed`]; data of a newer program stay as they are.
pub async fn migrate(data: &Db, keys: &Db) -> Result<(), Stop> {
    keys.migrate_keys()
        .await
        .map_err(|error| Stop::failed("the keys cannot be migrated", &error))?;
    data.migrate()
        .await
        .map_err(|error| Stop::failed("the data cannot be migrated", &error))
}

/// Puts the desk together over two open databases, still sealed.
#[must_use]
pub fn desk(data: Db, keys: Db, world: &World) -> Desk {
    let vault = Vault::new(keys, world.clock.clone(), world.entropy.clone());
    Desk::new(Parts {
        db: data,
        vault,
        trail: Trail::new(world.ids.fresh()),
        clock: world.clock.clone(),
        ids: world.ids.clone(),
        entropy: world.entropy.clone(),
    })
}

/// Unseals the desk and brings keys and names into step, centre by centre; gives the centres. The
/// house is open once all of that is done: who must not be seen by whom is known by the names, too.
///
/// # Errors
/// [`Stop::Failed`] when the secret is another house's, or reading failed.
pub async fn unseal(desk: &Desk, root: &Secret<[u8; 32]>) -> Result<Vec<Centre>, Stop> {
    desk.index().fill(true);
    desk.vault()
        .unseal(root)
        .await
        .map_err(|error| sealed(&error))?;
    let centres = store::places::centres(desk.db()).await;
    let centres = centres.map_err(|error| Stop::failed("the centres cannot be read", &error))?;
    for centre in &centres {
        people::expect(desk, &job(desk, "wake", centre.id))
            .await
            .map_err(|error| unread(&error))?;
    }
    for centre in &centres {
        wake(desk, centre.id).await?;
    }
    desk.index().fill(false);
    Ok(centres)
}

async fn wake(desk: &Desk, centre: CentreId) -> Result<(), Stop> {
    let actor = job(desk, "wake", centre);
    let permit = desk::access::require(&actor, Action::Reconcile)
        .map_err(|error| Stop::failed("the keys cannot be brought into step", &error))?;
    let done = seal::reconcile(desk, &permit)
        .await
        .map_err(|error| sealed(&error))?;
    if done.made + done.deleted > 0 {
        tracing::warn!(
            keys.made = done.made,
            keys.deleted = done.deleted,
            "keys brought into step"
        );
    }
    let erased = erasures::finish(desk, &actor).await;
    let keys = erased.map_err(|error| Stop::failed("keys cannot be destroyed", &error))?;
    if keys > 0 {
        tracing::warn!(
            keys.destroyed = keys,
            "keys of what was erased are destroyed now"
        );
    }
    let people = people::rebuild_index(desk, &actor).await;
    people.map(drop).map_err(|error| unread(&error))
}

fn unread(error: &PersonError) -> Stop {
    Stop::failed("the names cannot be read", error)
}

/// The actor of a job of this program.
#[must_use]
pub fn job(desk: &Desk, name: &'static str, centre: CentreId) -> Actor {
    Actor::Job {
        name,
        centre,
        request: RequestId::new(desk.ids()),
    }
}

/// The actor of somebody with a shell here.
#[must_use]
pub fn cli(desk: &Desk, centre: CentreId) -> Actor {
    Actor::Cli {
        centre,
        request: RequestId::new(desk.ids()),
    }
}

/// What a failed seal means to somebody at the command line.
#[must_use]
pub fn sealed(error: &SealError) -> Stop {
    match error {
        SealError::WrongRoot => Stop::Use("this key is not the key of these data".to_owned()),
        SealError::NotFounded => {
            Stop::Use("these data have no key yet: make one with `onthaal key new`".to_owned())
        }
        error => Stop::failed("the seal failed", error),
    }
}

/// What a root secret that does not come means to somebody at the command line.
#[must_use]
pub fn unkeyed(error: &RootError) -> Stop {
    match error {
        RootError::NotAKey
        | RootError::BesideTheData
        | RootError::OpenToOthers
        | RootError::Mistyped
        | RootError::Wrong => Stop::Use(format!("the key: {error}")),
        error => Stop::failed("the key", error),
    }
}

/// Reads the key file of the settings, or the one a practice house has among its data.
///
/// # Errors
/// [`Stop::Use`] where none is set, or what stood in the way.
pub async fn root(config: &Config, keys: &Db, demo: bool) -> Result<Secret<[u8; 32]>, Stop> {
    let own = config.data.join(crate::commands::demo::KEY);
    let file = match (&config.key_file, demo) {
        (Some(file), _) => file,
        (None, true) => &own,
        (None, false) => return Err(Stop::Use("key_file: no key is set".to_owned())),
    };
    let source = RootSource::KeyFile {
        file,
        data: Some(&config.data),
        demo,
    };
    source.bring(keys).await.map_err(|error| unkeyed(&error))
}

/// Opens and unseals a house for a command: both databases, the key, the desk and its centres.
///
/// # Errors
/// What stood in the way.
pub async fn house(config: &Config, world: &World) -> Result<(Desk, Vec<Centre>), Stop> {
    house_by(config, world, None).await
}

/// The same with a key that was typed.
///
/// # Errors
/// What stood in the way.
pub async fn house_by(
    config: &Config,
    world: &World,
    typed: Option<RootSource<'static>>,
) -> Result<(Desk, Vec<Centre>), Stop> {
    let (data, keys) = existing(config).await?;
    migrate(&data, &keys).await?;
    let demo = is_demo(&data).await?;
    let root = match typed {
        Some(source) => {
            let brought = source.bring(&keys).await;
            brought.map_err(|error| unkeyed(&error))?
        }
        None => root(config, &keys, demo.unwrap_or(false)).await?,
    };
    let desk = desk(data, keys, world);
    desk.vault()
        .unseal(&root)
        .await
        .map_err(|error| sealed(&error))?;
    let centres = store::places::centres(desk.db()).await;
    let centres = centres.map_err(|error| Stop::failed("the centres cannot be read", &error))?;
    Ok((desk, centres))
}

/// Whether the data say that they are a practice house; nothing while they are empty.
///
/// # Errors
/// [`Stop::Failed`] when they cannot be read.
pub async fn is_demo(data: &Db) -> Result<Option<bool>, Stop> {
    store::places::demo(data)
        .await
        .map_err(|error| Stop::failed("the data cannot be read", &error))
}

/// Takes the lock of the data folder; on PostgreSQL several programs may serve one database, so
/// there is none.
///
/// # Errors
/// [`Stop::Use`] when another program holds it.
pub fn lock(config: &Config) -> Result<Option<std::fs::File>, Stop> {
    if matches!(config.database, Database::Postgres(_)) {
        return Ok(None);
    }
    match store::lock_folder(&config.data) {
        Ok(file) => Ok(Some(file)),
        Err(StoreError::Locked) => Err(Stop::Use(format!(
            "another program serves {}",
            config.data.display()
        ))),
        Err(error) => Err(Stop::failed("the data folder cannot be locked", &error)),
    }
}
