//! `onthaal serve`: opens the house and serves both sites until it is asked to end.

use std::io::BufRead;
use std::time::Duration;

use desk::audit::{Folder, checkpoint_loop};
use desk::places::Centre;
use desk::seal::root::RootSource;
use desk::store::Db;
use desk::{Desk, bus, private};
use domain::{CentreId, Secret};
use tokio::sync::watch;

use crate::cli::{Serve, Stop};
use crate::config::Config;
use crate::http;
use crate::world::World;
use crate::{jobs, opening, telemetry};

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
    let (data, keys) = opening::existing(&config).await?;
    let _lock = opening::lock(&config)?;
    if private::open_to_others(&config.data).is_ok_and(|open| !open.is_empty()) {
        tracing::warn!(
            "others may use files of the data; `onthaal check --fix-permissions` mends it"
        );
    }
    opening::migrate(&data, &keys).await?;
    let demo = demo(&data, serve.demo).await?;
    let typed = typed_key(&serve)?;
    if !demo && typed.is_none() && config.key_file.is_none() {
        let says = "key_file: no key is set; name its file, or give --passphrase or --recovery";
        return Err(Stop::Use(says.to_owned()));
    }
    let desk = opening::desk(data, keys, &world);
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
        end,
        ending,
    };
    Box::pin(served.run(typed)).await
}

/// Whether these data are a practice house; asked for one, only one will do.
async fn demo(data: &Db, asked: bool) -> Result<bool, Stop> {
    match (opening::is_demo(data).await?, asked) {
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
fn typed_key(serve: &Serve) -> Result<Option<RootSource<'static>>, Stop> {
    Ok(match (serve.passphrase, serve.recovery) {
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
    end: watch::Sender<bool>,
    ending: watch::Receiver<bool>,
}

impl Served<'_> {
    async fn run(&self, typed: Option<RootSource<'static>>) -> Result<(), Stop> {
        let portals = self.named_portals().await?;
        let (staff, portal) = self.listen(&portals).await?;
        let folder = self.checkpoints()?;
        self.announce(&staff, &portal)?;
        let sites = http::serve(staff, portal, self.ending.clone());
        let work = self.work(typed, folder);
        // Before the names are read, or what another process writes meanwhile would be missed.
        let follow = bus::follow(self.desk, ended(self.ending.clone()));
        let names = self.follow_names(&portals);
        let (served, worked, (), ()) = tokio::join!(sites, work, follow, names);
        self.desk.trail().close().await;
        self.desk.db().close().await;
        self.desk.vault().keystore().close().await;
        worked?;
        served.map_err(|error| Stop::failed("serving stopped", &error))
    }

    /// Unseals, then does the jobs until the end.
    async fn work(
        &self,
        typed: Option<RootSource<'static>>,
        folder: Option<Folder>,
    ) -> Result<(), Stop> {
        let mut ending = self.ending.clone();
        let opened = tokio::select! {
            _ = ending.wait_for(|ending| *ending) => return Ok(()),
            opened = self.open(typed) => opened,
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
            Box::pin(jobs::read_in(
                self.desk.clone(),
                ids.clone(),
                ending.clone()
            )),
            jobs::tidy(self.desk.clone(), ids, ending.clone()),
            jobs::backups::keep(
                self.desk,
                (self.config, self.demo),
                &centres,
                ending.clone()
            ),
        );
        Ok(())
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
