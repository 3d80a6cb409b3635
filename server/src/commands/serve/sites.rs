//! Both sites of a house that is served: what they are called, where they listen, and what is said
//! of them.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use app::page::Site;
use app::words::Words;
use axum::Router;
use desk::bus::Topic;
use desk::founding::Key;
use desk::places::Centre;
use desk::store::{self, StoreError};
use tokio::net::TcpListener;
use tokio::sync::broadcast::error::RecvError;
use tokio_rustls::rustls::ServerConfig;

use super::Served;
use crate::assets::Assets;
use crate::cli::Stop;
use crate::config::Config;
use crate::founding::{self, Turning};
use crate::http::{self, Listening, PortalHost, Portals, Settings, Switch};
use crate::tls::{self, TlsError, Wardrobe};

/// Which certificate a site shows.
type Shown = fn(&Wardrobe) -> Result<Arc<ServerConfig>, TlsError>;

/// Both sites, ready to be served.
pub(super) struct Stage {
    /// The staff site, where it listens.
    pub staff: Listening,
    /// The public site, where it listens.
    pub portal: Listening,
    /// What has to be done before there is a house.
    pub unfounded: Option<Turning>,
}

impl Served<'_> {
    /// Screens are drawn by a framework that must be told once what runs its tasks.
    fn ready_to_draw() {
        // Told twice in one process, as tests do, it stays as it was.
        let _first = any_spawner::Executor::init_tokio();
    }

    /// Listens on both addresses, says where that is, and sets up both sites; with a key for a house
    /// that is not there yet, the staff site begins with the pages that found it.
    ///
    /// # Errors
    /// [`Stop::Failed`] when an address is taken or the style sheets are missing.
    pub(super) async fn stage(&self, key: Option<Key>, portals: &Portals) -> Result<Stage, Stop> {
        Self::ready_to_draw();
        let (site, settings) = self.site(portals)?;
        let staff = self.listener(self.config.addr).await?;
        let portal = self.listener(self.config.portal_addr).await?;
        let bound = portal.local_addr();
        let bound = bound.map_err(|error| Stop::failed("the addresses cannot be told", &error))?;
        // With port 0 in the settings the system chose it, and chooses once.
        let _once = self.port.set(bound.port());
        self.tell_outside(portals);
        let address = self.announce(&staff, &portal)?;
        let house = http::staff(site.clone(), settings.clone());
        let public = http::portal(site.clone(), settings.clone());
        let portal = self.at(portal, public, Wardrobe::portal)?;
        let Some(key) = key else {
            return Ok(Stage {
                staff: self.at(staff, house, Wardrobe::staff)?,
                portal,
                unfounded: None,
            });
        };
        let founding = founding::begin(self.desk, key, address);
        let switch = Switch::new(http::founding(site, settings, founding.clone()));
        Ok(Stage {
            staff: self.at(staff, switch.site(), Wardrobe::staff)?,
            portal,
            unfounded: Some(Turning {
                founding,
                switch,
                house,
            }),
        })
    }

    /// A site where it listens, with the certificate it shows there.
    fn at(&self, listener: TcpListener, site: Router, shown: Shown) -> Result<Listening, Stop> {
        let failed = |error| Stop::failed("tls_cert", &error);
        let tls = self.wardrobe.as_ref().map(shown).transpose();
        Ok(Listening {
            listener,
            tls: tls.map_err(failed)?,
            site,
        })
    }

    /// Follows certificates that are renewed, where there are some.
    pub(super) async fn follow_certificates(&self) {
        if let Some(wardrobe) = &self.wardrobe {
            tls::follow(wardrobe, self.ending.clone()).await;
        }
    }

    /// Waits until the house is founded, opens it, and lets both its sites answer.
    ///
    /// # Errors
    /// [`Stop::Failed`] when it does not open.
    pub(super) async fn found(
        &self,
        turning: Turning,
        portals: &Portals,
    ) -> Result<Vec<Centre>, Stop> {
        let centres = turning.opened(self.desk).await?;
        let named = self.name_portals(portals).await;
        named.map_err(|error| Stop::failed("the centres cannot be read", &error))?;
        turning.turn().await;
        Ok(centres)
    }

    /// What both sites are made of.
    fn site(&self, portals: &Portals) -> Result<(Site, Settings), Stop> {
        let assets = Assets::find()?;
        let settings = self.settings(portals, &assets.folder);
        let site = Site {
            desk: self.desk.clone(),
            leptos: assets.leptos(),
            styles: assets.styles,
            demo: self.demo,
            outside: self.outside.clone(),
        };
        Ok((site, settings))
    }

    pub(super) async fn listener(&self, address: SocketAddr) -> Result<TcpListener, Stop> {
        let failed = |error| Stop::failed(&format!("{address} cannot be listened on"), &error);
        TcpListener::bind(address).await.map_err(failed)
    }

    fn settings(&self, portals: &Portals, assets: &Path) -> Settings {
        Settings {
            staff_hosts: self.config.staff_hosts.clone(),
            portals: portals.clone(),
            https: self.config.is_https(),
            proxies: usize::from(self.config.behind_proxy),
            assets: assets.to_owned(),
            exit: self.config.exit_to.clone(),
            meter: self.meter.clone(),
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
        self.tell_outside(portals);
        Ok(())
    }

    /// Tells the screens where the public sites are.
    fn tell_outside(&self, portals: &Portals) {
        let port = self.port.get().copied();
        let port = port.unwrap_or_else(|| self.config.portal_addr.port());
        let told = |host: PortalHost| (host.centre, outside(self.config, &host.name, port));
        self.outside.put(portals.all().into_iter().map(told));
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

    /// Says where both sites are; with port 0 in the settings the system chose the ports. Gives the
    /// address of the staff site as a browser reaches it.
    ///
    /// # Errors
    /// [`Stop::Failed`] when a listener is gone already.
    fn announce(&self, staff: &TcpListener, portal: &TcpListener) -> Result<String, Stop> {
        let failed = |error| Stop::failed("the addresses cannot be told", &error);
        let staff = staff.local_addr().map_err(failed)?;
        let portal = portal.local_addr().map_err(failed)?;
        let scheme = if self.wardrobe.is_some() {
            "https"
        } else {
            "http"
        };
        println!("staff   {scheme}://{staff}");
        if self.demo {
            println!("public  {scheme}://linde.localhost:{}/a", portal.port());
            println!("sign in by pressing one of the cards; everybody here is invented");
        } else {
            println!("public  {scheme}://{portal}");
        }
        Ok(reached(self.config, staff))
    }
}

/// Where a browser reaches the staff site that listens here.
fn reached(config: &Config, staff: SocketAddr) -> String {
    match config.staff_hosts.first() {
        Some(host) if config.behind_proxy => format!("https://{host}"),
        Some(host) if config.is_https() && staff.port() == 443 => format!("https://{host}"),
        Some(host) if config.is_https() => format!("https://{host}:{}", staff.port()),
        _ => format!("http://{staff}"),
    }
}

/// Where a visitor's browser reaches the public site of this name, when it listens on this port.
fn outside(config: &Config, name: &str, port: u16) -> String {
    let shown = if config.behind_proxy { 443 } else { port };
    let (scheme, usual) = if config.is_https() {
        ("https", 443)
    } else {
        ("http", 80)
    };
    let page = http::portal::PAGE;
    if shown == usual {
        format!("{scheme}://{name}{page}")
    } else {
        format!("{scheme}://{name}:{shown}{page}")
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::outside;
    use crate::config::{Config, Given};

    #[test]
    fn the_public_site_is_told_as_a_browser_reaches_it() {
        let told = |proxy: &str, port| {
            let given = |name: &str| (name == "ONTHAAL_BEHIND_PROXY").then(|| proxy.to_owned());
            let nothing = Path::new("/dev/null");
            let (config, _) = Config::read(Some(nothing), &Given::default(), &given);
            outside(&config, "linde.example", port)
        };
        assert_eq!(told("false", 3001), "http://linde.example:3001/a");
        assert_eq!(told("false", 80), "http://linde.example/a");
        assert_eq!(told("true", 3001), "https://linde.example/a");
    }
}
