//! A server that waits for its house, as the tests of founding need it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use app::outside::Outside;
use app::page::Site;
use app::screens::founding::Founding;
use axum::Router;
use desk::Desk;
use desk::founding::Key;
use desk::store::{Db, places};
use leptos::prelude::LeptosOptions;
use server::http::{self, Portals, Settings};
use server::metrics::Meter;
use server::opening;
use server::world::World;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::browser::{Answer, Browser};
use crate::house::{STAFF, Still};

/// What a founder types of the house.
pub const HOUSE: &str = "name=De+Linde&public=Het+Gesprekshuis&short=&language=nl&address=u&profile=VL\
     &street=&town=&phone=016+12+34+56&hours=9-12%2C13-17";
/// What a founder types of herself.
pub const YOU: &str = "name=Noor+Verbeke&user=noor&passphrase=zeven+blauwe+fietsen&reception=yes";

/// Sends a form that leads to another page.
pub async fn follow(browser: &mut Browser, path: &str, form: &str, to: &str) {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.goes_to(), Some(to), "{path}");
}

/// A server without a house, and what it printed.
pub struct Bare {
    pub desk: Desk,
    site: Router,
    pub founding: Founding,
    pub printed: Arc<Mutex<Vec<String>>>,
    pub still: Arc<Still>,
    folder: TempDir,
    _end: watch::Sender<bool>,
}

impl Bare {
    /// An empty data folder that waits to be founded.
    pub async fn new() -> Self {
        let _first = any_spawner::Executor::init_tokio();
        let (folder, still) = (tempfile::tempdir().unwrap(), Arc::new(Still::new()));
        let desk = empty(&folder, &still).await;
        let file = folder.path().join("house.key");
        let data = folder.path().join("data");
        let key = Key::of_file(desk.vault(), &file, &data, desk.entropy()).await;
        let printed = Arc::new(Mutex::new(Vec::new()));
        let out = printed.clone();
        let announce = move |code: &domain::Secret<String>| {
            out.lock().unwrap().push(code.expose().clone());
        };
        let founding = Founding::new(&desk, key.unwrap(), Box::new(announce));
        let (end, ending) = watch::channel(false);
        let (site, settings) = settled(&desk, &folder, ending);
        Self {
            site: http::founding(site, settings, founding.clone()),
            founding,
            desk,
            printed,
            still,
            folder,
            _end: end,
        }
    }

    /// A browser that has been nowhere yet.
    pub fn browser(&self) -> Browser {
        Browser {
            site: self.site.clone(),
            host: STAFF,
            cookies: BTreeMap::new(),
        }
    }

    /// The code that was printed last.
    pub fn code(&self) -> String {
        self.printed.lock().unwrap().last().unwrap().clone()
    }

    /// A browser that has typed the code.
    pub async fn inside(&self) -> Browser {
        let mut browser = self.browser();
        let answer = browser
            .post("/found", &format!("code={}", self.code()))
            .await;
        assert_eq!(answer.goes_to(), Some("/found/house"), "{}", answer.text);
        browser
    }

    /// A browser that has done everything before the recovery sheet.
    pub async fn at_the_sheet(&self) -> Browser {
        let mut browser = self.inside().await;
        follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
        follow(&mut browser, "/found/you", YOU, "/found/app").await;
        let page = browser.get("/found/app").await;
        let code = format!("code={}", self.app_code(&page));
        follow(&mut browser, "/found/app", &code, "/found/sheet").await;
        browser
    }

    /// What the app on the founder's telephone shows.
    pub fn app_code(&self, page: &Answer) -> String {
        let (_, rest) = page.text.split_once("<code>").unwrap();
        let secret: String = rest.split('<').next().unwrap().split(' ').collect();
        let secret = totp_rs::Secret::try_from_base32(&secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let now = self.desk.now().unix();
        totp.generate(now.unsigned_abs()).to_string()
    }

    /// Where the key of the server is written.
    pub fn key(&self) -> PathBuf {
        self.folder.path().join("house.key")
    }

    /// Whether there is a house.
    pub async fn founded(&self) -> bool {
        places::demo(self.desk.db()).await.unwrap() == Some(false)
    }
}

async fn empty(folder: &TempDir, still: &Arc<Still>) -> Desk {
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let rows = Db::open_sqlite(&data.join("onthaal.db")).await.unwrap();
    let keys = Db::open_sqlite(&data.join("keys.db")).await.unwrap();
    rows.migrate().await.unwrap();
    keys.migrate_keys().await.unwrap();
    let world = World {
        clock: still.clone(),
        ids: still.clone(),
        entropy: still.clone(),
    };
    opening::desk(rows, keys, &world)
}

fn settled(desk: &Desk, folder: &TempDir, ending: watch::Receiver<bool>) -> (Site, Settings) {
    let assets = folder.path().join("site");
    std::fs::create_dir_all(assets.join("pkg")).unwrap();
    std::fs::write(assets.join("icon.svg"), "<svg/>").unwrap();
    let site = Site {
        desk: desk.clone(),
        leptos: LeptosOptions::builder().output_name("onthaal").build(),
        styles: "/pkg/onthaal.0f.css".to_owned(),
        demo: false,
        outside: Outside::default(),
    };
    let settings = Settings {
        staff_hosts: vec!["balie.example".to_owned()],
        portals: Portals::default(),
        https: true,
        proxies: 0,
        assets,
        exit: "https://www.wikipedia.org/".to_owned(),
        meter: Meter::default(),
        ending,
    };
    (site, settings)
}
