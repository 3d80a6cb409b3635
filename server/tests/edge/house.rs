//! A house with one colleague who holds every role, and a browser that keeps its cookies.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::outside::Outside;
use app::page::Site;
use app::words::Words;
use axum::Router;
use desk::places::{self, NewCentre, Room, Service};
use desk::seal::Vault;
use desk::staff::{self, NewColleague};
use desk::store::Db;
use desk::{Desk, Entropy};
use domain::id::Ids;
use domain::role::Role;
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::time::{CentreZone, Clock};
use domain::{Address, CentreId, Instant, Language, Profile, RoomId, Secret, ServiceId, UserId};
use leptos::prelude::LeptosOptions;
use server::http::{self, PortalHost, Portals, Settings};
use server::metrics::Meter;
use server::opening;
use server::world::World;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::browser::Browser;

/// The name of the staff site in these tests.
pub const STAFF: &str = "balie.example:8443";
/// The name of the public site.
pub const PORTAL: &str = "linde.example";

/// A clock that is moved by hand, ids and random bytes that repeat (splitmix64).
pub struct Still {
    seconds: AtomicI64,
    state: AtomicU64,
}

impl Still {
    /// At nine in the morning of 10 March 2026, UTC.
    pub fn new() -> Self {
        Self {
            seconds: AtomicI64::new(1_773_133_200),
            state: AtomicU64::new(1),
        }
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Still {
    fn now(&self) -> Instant {
        Instant::from_unix(self.seconds.load(Ordering::Relaxed))
    }
}

impl Entropy for Still {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(8) {
            let mut x = self
                .state
                .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            part.copy_from_slice(&(x ^ (x >> 31)).to_be_bytes()[..part.len()]);
        }
    }
}

impl Ids for Still {
    fn fresh(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}

/// A house and its two sites.
pub struct House {
    pub desk: Desk,
    pub staff: Router,
    pub portal: Router,
    pub user: UserId,
    pub end: watch::Sender<bool>,
    pub outside: Outside,
    still: Arc<Still>,
    _folder: TempDir,
}

impl House {
    /// A practice house behind https.
    pub async fn new() -> Self {
        let _first = any_spawner::Executor::init_tokio();
        let still = Arc::new(Still::new());
        let folder = tempfile::tempdir().unwrap();
        let desk = opened(&folder, &still).await;
        let user = furnished(&desk).await;
        let (end, ending) = watch::channel(false);
        let (site, settings) = settled(&desk, &folder, ending).await;
        Self {
            outside: site.outside.clone(),
            staff: http::staff(site.clone(), settings.clone()),
            portal: http::portal(site, settings),
            desk,
            user,
            end,
            still,
            _folder: folder,
        }
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.still.pass(seconds);
    }

    /// A browser that has not been here before.
    pub fn browser(&self) -> Browser {
        Browser {
            site: self.staff.clone(),
            host: STAFF,
            cookies: BTreeMap::new(),
        }
    }

    /// A browser on the public site.
    pub fn visitor(&self) -> Browser {
        Browser {
            site: self.portal.clone(),
            host: PORTAL,
            cookies: BTreeMap::new(),
        }
    }

    /// The colleague signs in fully, in a browser that may have been here before.
    pub async fn sign_in(&self, browser: &mut Browser) {
        let form = format!("who={}&role=administrator", self.user);
        let answer = browser.post("/sign-in/demo", &form).await;
        assert_eq!(answer.goes_to(), Some("/"), "{}", answer.text);
    }

    /// A browser in which the colleague is signed in, in this role.
    pub async fn signed_in(&self, role: Role) -> Browser {
        let mut browser = self.browser();
        browser.get("/sign-in").await;
        let form = format!("who={}&role={}", self.user, role.code());
        let answer = browser.post("/sign-in/demo", &form).await;
        assert_eq!(answer.goes_to(), Some("/"), "{}", answer.text);
        browser
    }
}

async fn opened(folder: &TempDir, still: &Arc<Still>) -> Desk {
    let data = Db::open_sqlite(&folder.path().join("onthaal.db"))
        .await
        .unwrap();
    let keys = Db::open_sqlite(&folder.path().join("keys.db"))
        .await
        .unwrap();
    data.migrate().await.unwrap();
    keys.migrate_keys().await.unwrap();
    let founding = Vault::new(keys.clone(), still.clone(), still.clone());
    founding.found(&Secret::new([7; 32])).await.unwrap();
    let world = World {
        clock: still.clone(),
        ids: still.clone(),
        entropy: still.clone(),
    };
    let desk = opening::desk(data, keys, &world);
    desk.vault().unseal(&Secret::new([7; 32])).await.unwrap();
    desk
}

async fn furnished(desk: &Desk) -> UserId {
    let actor = opening::cli(desk, CentreId::new(desk.ids()));
    let service = Service {
        id: ServiceId::new(desk.ids()),
        name: "Therapie".to_owned(),
    };
    let new = NewCentre {
        slug: "linde".to_owned(),
        name: "De Linde".to_owned(),
        zone: CentreZone::parse("Europe/Brussels").unwrap(),
        language: Language::Nl,
        address: Address::Je,
        profile: Profile::ALL[0],
    };
    let posts = Role::ALL
        .iter()
        .map(|role| (*role, (*role == Role::Service).then_some(service.id)));
    let colleague = NewColleague {
        name: Name::parse("Noor Verbeke").unwrap(),
        user: UserName::parse("noor").unwrap(),
        passphrase: Passphrase::parse("zeven blauwe fietsen".to_owned()).unwrap(),
        language: Language::Nl,
        posts: posts.collect(),
    };
    places::install(desk, &actor, true).await.unwrap();
    let rooms = ["Berk", "Eik"].map(|name| room(desk, name));
    places::found(desk, &actor, new, (&[service], &rooms))
        .await
        .unwrap();
    staff::add(desk, &actor, colleague).await.unwrap().user
}

fn room(desk: &Desk, name: &str) -> Room {
    Room {
        id: RoomId::new(desk.ids()),
        name: name.to_owned(),
        seats: 4,
        child: false,
        wheelchair: false,
        own_exit: false,
        video: false,
    }
}

async fn portals(desk: &Desk) -> Portals {
    let centres = desk::store::places::centres(desk.db()).await.unwrap();
    let portals = Portals::default();
    portals.put(vec![PortalHost {
        name: PORTAL.to_owned(),
        centre: centres[0].id,
        words: Words::new(Language::Nl, Address::Je),
    }]);
    portals
}

async fn settled(desk: &Desk, folder: &TempDir, ending: watch::Receiver<bool>) -> (Site, Settings) {
    let assets = folder.path().join("site");
    std::fs::create_dir_all(assets.join("pkg")).unwrap();
    std::fs::write(assets.join("pkg/onthaal.0f.css"), "a{}".repeat(1_000)).unwrap();
    std::fs::write(assets.join("icon.svg"), "<svg/>").unwrap();
    let site = Site {
        desk: desk.clone(),
        leptos: LeptosOptions::builder().output_name("onthaal").build(),
        styles: "/pkg/onthaal.0f.css".to_owned(),
        demo: true,
        outside: Outside::default(),
    };
    let settings = Settings {
        staff_hosts: vec!["balie.example".to_owned()],
        portals: portals(desk).await,
        https: true,
        proxies: 0,
        assets,
        exit: "https://www.wikipedia.org/".to_owned(),
        meter: Meter::default(),
        ending,
    };
    (site, settings)
}
