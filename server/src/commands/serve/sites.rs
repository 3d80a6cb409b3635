//! Both sites of a house that is served: what they are called, where they listen, and what is said
//! of them.

use app::page::Site;
use app::words::Words;
use desk::places::Centre;
use tokio::net::TcpListener;

use super::Served;
use crate::assets;
use crate::cli::Stop;
use crate::http::{self, Listening, PortalHost, Settings};

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
    pub(super) async fn listen(&self, centres: &[Centre]) -> Result<(Listening, Listening), Stop> {
        Self::ready_to_draw();
        let assets = assets::Assets::find()?;
        let site = Site {
            desk: self.desk.clone(),
            leptos: assets.leptos(),
            styles: assets.styles.clone(),
            demo: self.demo,
        };
        let settings = self.settings(centres, assets);
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

    fn settings(&self, centres: &[Centre], assets: assets::Assets) -> Settings {
        Settings {
            staff_hosts: self.config.staff_hosts.clone(),
            portals: self.portals(centres),
            https: self.config.behind_proxy,
            proxies: usize::from(self.config.behind_proxy),
            assets: assets.folder,
            exit: self.config.exit_to.clone(),
            ending: self.ending.clone(),
        }
    }

    /// The public site of each centre, by the settings or as `<short name>.localhost`.
    fn portals(&self, centres: &[Centre]) -> Vec<PortalHost> {
        let words = |centre: &Centre| Words::new(centre.language, centre.address);
        if self.config.portal_hosts.is_empty() {
            let named = |centre: &Centre| PortalHost {
                name: format!("{}.localhost", centre.slug),
                words: words(centre),
            };
            return centres.iter().map(named).collect();
        }
        let hosts = self.config.portal_hosts.iter();
        hosts
            .filter_map(|(name, slug)| {
                let centre = centres.iter().find(|centre| centre.slug == *slug)?;
                Some(PortalHost {
                    name: name.clone(),
                    words: words(centre),
                })
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
