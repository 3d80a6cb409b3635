//! Both sites of a house that is served: what they are called, where they listen, and what is said
//! of them.

use app::page::Site;
use app::words::Words;
use desk::bus::Topic;
use desk::places::Centre;
use desk::store::{self, StoreError};
use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;

use super::Served;
use crate::assets;
use crate::cli::Stop;
use crate::http::{self, Listening, PortalHost, Portals, Settings};

impl Served<'_> {
    /// Screens are drawn by a framework that must be told once what runs its tasks.
    fn ready_to_draw() {
        // Told twice in one process, as tests do, it stays as it was.
        let _first = any_spawner::Executor::init_tokio();
    }

    /// Listens on both addresses.
    ///
    /// # Errors
    /// [`Stop::Failed`] when an address is taken or the style sheets are missing.
    pub(super) async fn listen(&self, portals: &Portals) -> Result<(Listening, Listening), Stop> {
        Self::ready_to_draw();
        let assets = assets::Assets::find()?;
        let site = Site {
            desk: self.desk.clone(),
            leptos: assets.leptos(),
            styles: assets.styles.clone(),
            demo: self.demo,
        };
        let settings = self.settings(portals, assets);
        let staff = self.listener(self.config.addr).await?;
        let portal = self.listener(self.config.portal_addr).await?;
        Ok((
            Listening {
                listener: staff,
                site: http::staff(site.clone(), settings.clone()),
            },
            Listening {
                listener: portal,
                site: http::portal(site, settings),
            },
        ))
    }

    async fn listener(&self, address: std::net::SocketAddr) -> Result<TcpListener, Stop> {
        let failed = |error| Stop::failed(&format!("{address} cannot be listened on"), &error);
        TcpListener::bind(address).await.map_err(failed)
    }

    fn settings(&self, portals: &Portals, assets: assets::Assets) -> Settings {
        Settings {
            staff_hosts: self.config.staff_hosts.clone(),
            portals: portals.clone(),
            https: self.config.behind_proxy,
            proxies: usize::from(self.config.behind_proxy),
            assets: assets.folder,
            exit: self.config.exit_to.clone(),
            ending: self.ending.clone(),
        }
    }

    /// The public sites as they are named now.
    ///
    /// # Errors
    /// [`Stop::Failed`] when the centres cannot be read.
    pub(super) async fn named_portals(&self) -> Result<Portals, Stop> {
        let portals = Portals::default();
        let named = self.name_portals(&portals).await;
        named.map_err(|error| Stop::failed("the centres cannot be read", &error))?;
        Ok(portals)
    }

    /// Names the public sites anew whenever something of the house changes, in whichever process.
    pub(super) async fn follow_names(&self, portals: &Portals) {
        let (mut changes, mut ending) = (self.desk.bus().listen(), self.ending.clone());
        loop {
            let heard = tokio::select! {
                _ = ending.wait_for(|ending| *ending) => return,
                heard = changes.recv() => heard,
            };
            match heard {
                Ok(change) if change.topic != Topic::Places => {}
                Err(RecvError::Closed) => return,
                // Whoever missed something reads everything again.
                Ok(_) | Err(RecvError::Lagged(_)) => {
                    if let Err(error) = self.name_portals(portals).await {
                        tracing::error!(error.kind = %error, "the public sites keep their names");
                    }
                }
            }
        }
    }

    async fn name_portals(&self, portals: &Portals) -> Result<(), StoreError> {
        let centres = store::places::centres(self.desk.db()).await?;
        let own = store::centre::hosts(self.desk.db()).await?;
        let own = own.into_iter().filter_map(|(id, name)| {
            let centre = centres.iter().find(|centre| centre.id == id)?;
            Some(site_of(centre, name))
        });
        portals.put(self.portals(&centres).into_iter().chain(own).collect());
        Ok(())
    }

    /// The public site of each centre, by the settings or as `<short name>.localhost`.
    fn portals(&self, centres: &[Centre]) -> Vec<PortalHost> {
        if self.config.portal_hosts.is_empty() {
            let named = |centre: &Centre| site_of(centre, format!("{}.localhost", centre.slug));
            return centres.iter().map(named).collect();
        }
        let hosts = self.config.portal_hosts.iter();
        hosts
            .filter_map(|(name, slug)| {
                let centre = centres.iter().find(|centre| centre.slug == *slug)?;
                Some(site_of(centre, name.clone()))
            })
            .collect()
    }

    /// Says where both sites are; with port 0 in the settings the system chose the ports.
    ///
    /// # Errors
    /// [`Stop::Failed`] when a listener is gone already.
    pub(super) fn announce(&self, staff: &Listening, portal: &Listening) -> Result<(), Stop> {
        let at = |site: &Listening| site.listener.local_addr();
        let failed = |error| Stop::failed("the addresses cannot be told", &error);
        let (staff, portal) = (at(staff).map_err(failed)?, at(portal).map_err(failed)?);
        println!("staff   http://{staff}");
        if self.demo {
            println!("public  http://linde.localhost:{}/a", portal.port());
            println!("sign in by pressing one of the cards; everybody here is invented");
        } else {
            println!("public  http://{portal}");
        }
        Ok(())
    }
}

/// The public site of a centre under a name.
fn site_of(centre: &Centre, name: String) -> PortalHost {
    PortalHost {
        name,
        centre: centre.id,
        words: Words::new(centre.language, centre.address),
    }
}
