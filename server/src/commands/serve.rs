//! `onthaal serve`: opens the house and serves both sites until it is asked to end.

use std::io::BufRead;
use std::sync::OnceLock;
use std::time::Duration;

use app::outside::Outside;
use desk::audit::{Folder, checkpoint_loop};
use desk::founding::Key;
use desk::mail::Door;
use desk::places::Centre;
use desk::seal::root::RootSource;
use desk::store::Db;
use desk::{Desk, bus};
use domain::{CentreId, Secret};
use tokio::sync::watch;

use crate::cli::{Serve, Stop};
use crate::config::Config;
use crate::founding::{self, Turning};
use crate::http::{self, Portals};
use crate::metrics::Meter;
use crate::tls::{self, Wardrobe};
use crate::world::World;
use crate::{jobs, keeping, opening, telemetry};

mod figures;
mod sites;

/// How often a sealed house looks for its key.
const LOOK_FOR_KEY: Duration = Duration::from_secs(2);

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// What stood in the way of opening or listening.
pub async fn run(config: Config, world: World, serve: Serve) -> Result<(), Stop> {
    let look = if serve.demo {
        telemetry::Look::Plain
    } else {
        telemetry::Look::Json
    };
    telemetry::start(look).map_err(|error| Stop::failed("the log cannot be written", &error))?;
    let wardrobe = tls::wardrobe(&config)?;
    let (data, keys) = databases(&config, &serve).await?;
    let _lock = opening::lock(&config)?;
    if keeping::open_to_others(&config).is_ok_and(|open| !open.is_empty()) {
        tracing::warn!(
            "others may use files of the data; `onthaal check --fix-permissions` mends it"
        );
    }
    opening::migrate(&data, &keys).await?;
    let known = opening::is_demo(&data).await?;
    let demo = demo(known, serve.demo)?;
    let mut typed = typed_key(serve.passphrase, serve.recovery)?;
    if !demo && typed.is_none() && config.key_file.is_none() {
        let says = "key_file: no key is set; name its file, or give --passphrase or --recovery";
        return Err(Stop::Use(says.to_owned()));
    }
    let desk = opening::desk(data, keys, &world);
    let key = match known {
        None => Some(founding::key(&config, &desk, typed.take()).await?),
        Some(_) => None,
    };
    let (end, ending) = watch::channel(false);
    let asked = end.clone();
    tokio::spawn(async move {
        asked_to_end().await;
        let _listeners = asked.send(true);
    });
    let served = Served {
        config: &config,
        desk: &desk,
        demo,
        wardrobe,
        meter: Meter::default(),
        outside: Outside::default(),
        port: OnceLock::new(),
        end,
        ending,
    };
    Box::pin(served.run(typed, key)).await
}

/// The data: made where a house may be founded, else only where there are some.
async fn databases(config: &Config, serve: &Serve) -> Result<(Db, Db), Stop> {
    if serve.demo || config.key_file.is_none() {
        return opening::existing(config).await;
    }
    founding::room(config)?;
    opening::databases(config).await
}

/// Whether to serve a practice house; asked for one, only one will do.
fn demo(known: Option<bool>, asked: bool) -> Result<bool, Stop> {
    match (known, asked) {
        (Some(true), true) => Ok(true),
        // One bit of the data must not open doors without a secret that nobody asked for.
        (Some(true), false) => Err(Stop::Use(
            "these data are a practice house's; serve them with --demo".to_owned(),
        )),
        (Some(false), true) => Err(Stop::Use(
            "--demo: these data are a real house's".to_owned(),
        )),
        (None, true) => Err(Stop::Use(
            "--demo: there is no practice house here; `onthaal demo` makes one".to_owned(),
        )),
        (_, false) => Ok(false),
    }
}

/// What opens the keystore, where the command line says that it is typed.
pub(super) fn typed_key(
    passphrase: bool,
    recovery: bool,
) -> Result<Option<RootSource<'static>>, Stop> {
    Ok(match (passphrase, recovery) {
        (true, _) => Some(RootSource::PassPhrase(typed_passphrase()?)),
        (_, true) => Some(RootSource::Sheet(typed_passphrase()?)),
        _ => None,
    })
}

/// A pass-phrase or code, from standard input.
pub(super) fn typed_passphrase() -> Result<Secret<String>, Stop> {
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| Stop::failed("standard input cannot be read", &error))?;
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(Secret::new(line))
}

async fn asked_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// A house that is served.
struct Served<'a> {
    config: &'a Config,
    desk: &'a Desk,
    demo: bool,
    wardrobe: Option<Wardrobe>,
    meter: Meter,
    outside: Outside,
    port: OnceLock<u16>,
    end: watch::Sender<bool>,
    ending: watch::Receiver<bool>,
}

impl Served<'_> {
    async fn run(&self, typed: Option<RootSource<'static>>, key: Option<Key>) -> Result<(), Stop> {
        let portals = self.named_portals().await?;
        let stage = self.stage(key, &portals).await?;
        let (folder, door) = (self.checkpoints()?, self.door()?);
        let watched = self.watched().await?;
        let sites = http::serve(stage.staff, stage.portal, self.ending.clone());
        let opens = self.opens(typed, stage.unfounded, &portals);
        let work = self.work(opens, folder, door);
        // Before the names are read, or what another process writes meanwhile would be missed.
        let follow = bus::follow(self.desk, ended(self.ending.clone()));
        let names = self.follow_names(&portals);
        let renewed = self.follow_certificates();
        let figures = self.figures(watched);
        let (served, worked, (), (), (), ()) =
            tokio::join!(sites, work, follow, names, renewed, figures);
        self.desk.trail().close().await;
        self.desk.db().close().await;
        self.desk.vault().keystore().close().await;
        worked?;
        served.map_err(|error| Stop::failed("serving stopped", &error))
    }

    /// Founds the house where there is none yet, else brings the key and unseals.
    async fn opens(
        &self,
        typed: Option<RootSource<'static>>,
        unfounded: Option<Turning>,
        portals: &Portals,
    ) -> Result<Vec<Centre>, Stop> {
        match unfounded {
            Some(turning) => self.found(turning, portals).await,
            None => self.open(typed).await,
        }
    }

    /// Waits until the house is open, then does the jobs until the end.
    async fn work(
        &self,
        opens: impl Future<Output = Result<Vec<Centre>, Stop>>,
        folder: Option<Folder>,
        door: Door,
    ) -> Result<(), Stop> {
        let mut ending = self.ending.clone();
        let opened = tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return Ok(()),
            opened = opens => opened,
        };
        let centres = match opened {
            Ok(centres) => centres,
            Err(stop) => {
                tracing::error!(error.kind = %stop, "the house stays sealed");
                // No key will come any more: whoever started the program must see that it failed.
                let _listeners = self.end.send(true);
                return Err(stop);
            }
        };
        tracing::info!("the house is open");
        let ids: Vec<CentreId> = centres.iter().map(|centre| centre.id).collect();
        let sign = async {
            if let Some(folder) = folder {
                checkpoint_loop(self.desk.clone(), folder, ended(ending.clone())).await;
            }
        };
        tokio::join!(
            sign,
            jobs::tidy(self.desk.clone(), ids.clone(), ending.clone()),
            jobs::mail::send(self.desk.clone(), ids.clone(), door, ending.clone()),
            Box::pin(jobs::read_in(
                self.desk.clone(),
                ids.clone(),
                ending.clone()
            )),
            Box::pin(jobs::hand_over(self.desk.clone(), ids, ending.clone())),
            jobs::backups::keep(
                self.desk,
                (self.config, self.demo),
                &centres,
                ending.clone()
            ),
        );
        Ok(())
    }

    /// What mail servers are reached with: the public authorities, and the house's own.
    fn door(&self) -> Result<Door, Stop> {
        let Some(file) = &self.config.mail_authority else {
            return Ok(Door::default());
        };
        let wrong = |why| Stop::Use(format!("mail_authority: {} {why}", file.display()));
        let pem = std::fs::read(file).map_err(|_| wrong("cannot be read"))?;
        let door = Door::default().trusting(&pem);
        door.map_err(|_| wrong("holds no certificate"))
    }

    /// Brings the key and unseals. A key file that is not there yet is waited for: the house answers
    /// 503 until somebody brings it.
    async fn open(&self, typed: Option<RootSource<'static>>) -> Result<Vec<Centre>, Stop> {
        let keys = self.desk.vault().keystore();
        let root = if let Some(source) = typed {
            let brought = source.bring(keys).await;
            brought.map_err(|error| opening::unkeyed(&error))?
        } else {
            self.wait_for_key_file().await;
            opening::root(self.config, keys, self.demo).await?
        };
        opening::unseal(self.desk, &root).await
    }

    async fn wait_for_key_file(&self) {
        let Some(file) = &self.config.key_file else {
            return;
        };
        if !file.exists() {
            tracing::warn!("the house is sealed and waits for its key file");
        }
        while !file.exists() {
            tokio::time::sleep(LOOK_FOR_KEY).await;
        }
    }

    /// The folder for checkpoints; a practice house has its own among its data.
    fn checkpoints(&self) -> Result<Option<Folder>, Stop> {
        let own = self.demo.then(|| self.config.data.join("checkpoints"));
        let Some(path) = self.config.checkpoints.clone().or(own) else {
            tracing::warn!(
                "no folder for checkpoints is set: what is cut off the trail cannot be found"
            );
            return Ok(None);
        };
        let made = Folder::make(&path, &self.config.data, self.demo);
        made.map(Some)
            .map_err(|error| Stop::Use(format!("checkpoints: {error}")))
    }
}

async fn ended(mut ending: watch::Receiver<bool>) {
    // A sender that is gone means the same as the signal.
    let _asked = ending.wait_for(|ending| *ending).await.is_ok();
}
