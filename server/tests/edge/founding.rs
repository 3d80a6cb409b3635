//! A server without a house, as a browser meets it: the pages that found one, and nothing else.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use app::page::Site;
use app::screens::founding::{Founding, Reached};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HOST};
use desk::Desk;
use desk::founding::Key;
use desk::store::{Db, places};
use leptos::prelude::LeptosOptions;
use server::http::{self, Portals, Settings, router_policy};
use server::metrics::Meter;
use server::opening;
use server::world::World;
use tempfile::TempDir;
use tokio::sync::watch;

use crate::browser::{Answer, Browser};
use crate::house::{STAFF, Still};

/// A server without a house, and what it printed.
struct Bare {
    desk: Desk,
    site: Router,
    founding: Founding,
    printed: Arc<Mutex<Vec<String>>>,
    still: Arc<Still>,
    folder: TempDir,
    _end: watch::Sender<bool>,
}

impl Bare {
    async fn new() -> Self {
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

    fn browser(&self) -> Browser {
        Browser {
            site: self.site.clone(),
            host: STAFF,
            cookies: BTreeMap::new(),
        }
    }

    /// The code that was printed last.
    fn code(&self) -> String {
        self.printed.lock().unwrap().last().unwrap().clone()
    }

    /// A browser that has typed the code.
    async fn inside(&self) -> Browser {
        let mut browser = self.browser();
        let answer = browser
            .post("/found", &format!("code={}", self.code()))
            .await;
        assert_eq!(answer.goes_to(), Some("/found/house"), "{}", answer.text);
        browser
    }

    /// A browser that has done everything before the recovery sheet.
    async fn at_the_sheet(&self) -> Browser {
        let mut browser = self.inside().await;
        follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
        follow(&mut browser, "/found/you", YOU, "/found/app").await;
        let page = browser.get("/found/app").await;
        let code = format!("code={}", self.app_code(&page));
        follow(&mut browser, "/found/app", &code, "/found/sheet").await;
        browser
    }

    fn app_code(&self, page: &Answer) -> String {
        let (_, rest) = page.text.split_once("<code>").unwrap();
        let secret: String = rest.split('<').next().unwrap().split(' ').collect();
        let secret = totp_rs::Secret::try_from_base32(&secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let now = self.desk.now().unix();
        totp.generate(now.unsigned_abs()).to_string()
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("house.key")
    }

    async fn founded(&self) -> bool {
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

const HOUSE: &str = "name=De+Linde&public=Het+Gesprekshuis&short=&language=nl&address=u&profile=VL\
     &street=&town=&phone=016+12+34+56&hours=9-12%2C13-17";
const YOU: &str = "name=Noor+Verbeke&user=noor&passphrase=zeven+blauwe+fietsen&reception=yes";

async fn follow(browser: &mut Browser, path: &str, form: &str, to: &str) {
    let answer = browser.post(path, form).await;
    assert_eq!(answer.goes_to(), Some(to), "{path}");
}

/// The codes on the page of the recovery sheet.
fn codes(page: &Answer) -> [Vec<String>; 2] {
    let groups: Vec<String> = page
        .text
        .split("<li><code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(groups.len(), 20, "{}", page.text);
    [groups[..10].to_vec(), groups[10..].to_vec()]
}

/// The groups that the page asks back.
fn asked(page: &Answer) -> [usize; 2] {
    let numbers: Vec<usize> = page
        .text
        .split("groepje ")
        .skip(1)
        .filter_map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect();
    [numbers[0], numbers[1]]
}

async fn groups(browser: &mut Browser, codes: &[Vec<String>; 2]) -> String {
    let page = browser.get("/found/check").await;
    let [first, second] = asked(&page);
    format!(
        "first={}&second={}",
        codes[0][first - 1].to_lowercase(),
        codes[1][second - 1]
    )
}

#[tokio::test]
async fn a_house_is_founded_page_by_page() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let codes = codes(&browser.get("/found/sheet").await);
    assert!(
        !bare.key().exists(),
        "nothing is written before everything is known"
    );
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await && bare.key().exists());
    for path in ["/", "/found", "/found/house", "/found/check"] {
        let answer = browser.get(path).await;
        let to = answer.goes_to().unwrap();
        assert!(
            ["/found", "/found/done"].contains(&to),
            "{path} leads to {to}"
        );
    }
    bare.founding.reach(Reached::End);
    let done = browser.get("/found/done").await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(done.text.contains("href=\"/sign-in\""), "{}", done.text);
    assert!(
        done.header("set-cookie")
            .starts_with("__Host-begin=; Max-Age=0")
    );
    bare.founding.reached(Reached::LastPage).await;
}

#[tokio::test]
async fn nothing_is_asked_before_the_code_is_known() {
    let bare = Bare::new().await;
    let steps = ["house", "you", "app", "sheet", "check", "done"];
    for step in steps {
        let path = format!("/found/{step}");
        let mut browser = bare.browser();
        assert_eq!(browser.get(&path).await.goes_to(), Some("/found"), "{path}");
        let mut stranger = bare.browser();
        stranger
            .cookies
            .insert("__Host-begin".to_owned(), "A".repeat(43));
        assert_eq!(
            stranger.get(&path).await.goes_to(),
            Some("/found"),
            "{path}"
        );
    }
    let mut browser = bare.browser();
    follow(&mut browser, "/found/house", HOUSE, "/found").await;
    follow(&mut browser, "/found/check", "first=a&second=b", "/found").await;
    assert!(!bare.founded().await);
}

#[tokio::test]
async fn a_page_opens_when_those_before_it_are_done() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    for step in ["you", "app", "sheet", "check"] {
        let path = format!("/found/{step}");
        assert_eq!(
            browser.get(&path).await.goes_to(),
            Some("/found/house"),
            "{path}"
        );
        follow(&mut browser, &path, YOU, "/found/house").await;
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let again = browser.get("/found/house").await;
    assert!(
        again.text.contains("De Linde"),
        "what was accepted can be looked at"
    );
    assert_eq!(browser.get("/found").await.goes_to(), Some("/found/you"));
}

/// A code that is typed at an address.
async fn typed_at(browser: &mut Browser, address: [u8; 4], code: &str) -> Answer {
    let peer = ConnectInfo(SocketAddr::from((address, 4321)));
    let asked = browser.asking("POST", "/found").extension(peer);
    let form = asked.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = Body::from(format!("code={code}"));
    browser.send(form.body(body).unwrap()).await
}

#[tokio::test]
async fn a_stranger_who_types_wrong_codes_keeps_nobody_out() {
    let bare = Bare::new().await;
    let printed = bare.code();
    let mut stranger = bare.browser();
    for number in 1..=50 {
        let answer = typed_at(&mut stranger, [192, 0, 2, 7], "AAAA-AAAA-AAAA").await;
        assert_eq!(answer.goes_to(), Some("/found"));
        let page = stranger.get("/found").await;
        let waits = page.text.contains("Te vaak een verkeerde code");
        let wrong = page.text.contains("niet de goede code");
        assert_eq!((waits, wrong), (number > 4, number < 5), "{}", page.text);
        assert!(!page.text.contains("AAAA"), "what was typed came back");
    }
    assert_eq!(bare.code(), printed, "the code stays as it was printed");
    let mut founder = bare.browser();
    let answer = typed_at(&mut founder, [192, 0, 2, 8], "BBBB-BBBB-BBBB").await;
    assert_eq!(answer.goes_to(), Some("/found"));
    assert!(
        founder
            .get("/found")
            .await
            .text
            .contains("niet de goede code")
    );
    let answer = typed_at(&mut founder, [192, 0, 2, 8], &printed).await;
    assert_eq!(answer.goes_to(), Some("/found/house"));
}

#[tokio::test]
async fn the_right_code_is_heard_where_wrong_ones_have_to_wait() {
    let bare = Bare::new().await;
    let mut browser = bare.browser();
    for _ in 0..9 {
        typed_at(&mut browser, [192, 0, 2, 7], "AAAA-AAAA-AAAA").await;
    }
    let code = bare.code();
    let answer = typed_at(&mut browser, [192, 0, 2, 7], &code).await;
    assert_eq!(answer.goes_to(), Some("/found/house"));
}

#[tokio::test]
async fn a_second_browser_is_refused_until_the_first_gives_no_sign_of_life() {
    let bare = Bare::new().await;
    let code = bare.code();
    let mut first = bare.inside().await;
    follow(&mut first, "/found/house", HOUSE, "/found/you").await;
    let mut second = bare.browser();
    follow(&mut second, "/found", &format!("code={code}"), "/found").await;
    assert!(
        second
            .get("/found")
            .await
            .text
            .contains("Iemand anders is al bezig")
    );
    bare.still.pass(29 * 60);
    assert_eq!(first.get("/found/you").await.status, StatusCode::OK);
    bare.still.pass(30 * 60);
    assert_eq!(first.get("/found/you").await.goes_to(), Some("/found"));
    bare.founding.tidy(&bare.desk).await;
    assert_eq!(
        bare.printed.lock().unwrap().len(),
        2,
        "another code is shown"
    );
    let mut second = bare.inside().await;
    let page = second.get("/found/house").await;
    assert!(
        !page.text.contains("De Linde"),
        "what was typed is forgotten"
    );
}

#[tokio::test]
async fn what_does_not_fit_is_said_beside_its_field_and_stays_typed() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let wrong = "name=&public=Buiten&short=De+Linde&hours=25-26&phone=bel+mij";
    follow(&mut browser, "/found/house", wrong, "/found/house").await;
    let page = browser.get("/found/house").await;
    for field in [
        "name", "short", "hours", "phone", "profile", "address", "language",
    ] {
        assert!(
            page.text.contains(&format!("href=\"#f-{field}\"")),
            "{field}"
        );
    }
    for typed in ["value=\"De Linde\"", "value=\"25-26\"", "value=\"bel mij\""] {
        assert!(page.text.contains(typed), "{typed}");
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let wrong = "name=Noor&user=n&passphrase=kort+geheim&again=anders";
    follow(&mut browser, "/found/you", wrong, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(page.text.contains("value=\"Noor\"") && !page.text.contains("geheim"));
    for field in ["user", "passphrase", "again"] {
        assert!(
            page.text.contains(&format!("href=\"#f-{field}\"")),
            "{field}"
        );
    }
    follow(&mut browser, "/found/you", YOU, "/found/app").await;
    follow(&mut browser, "/found/app", "code=000000", "/found/app").await;
    assert!(
        browser
            .get("/found/app")
            .await
            .text
            .contains("niet de goede code")
    );
}

#[tokio::test]
async fn the_sheet_is_shown_until_it_is_on_paper_and_checked_after() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let first = codes(&browser.get("/found/sheet").await);
    assert_eq!(codes(&browser.get("/found/sheet").await), first);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    assert_eq!(
        browser.get("/found/sheet").await.goes_to(),
        Some("/found/check")
    );
    follow(
        &mut browser,
        "/found/check",
        "first=AAAA&second=AAAA",
        "/found/check",
    )
    .await;
    let page = browser.get("/found/check").await;
    assert!(page.text.contains("niet de goede code") && !page.text.contains("AAAA"));
    assert!(!bare.founded().await && !bare.key().exists());
    follow(&mut browser, "/found/sheet/new", "", "/found/sheet").await;
    let second = codes(&browser.get("/found/sheet").await);
    assert_ne!(second, first);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    let right = groups(&mut browser, &second).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await);
}

#[tokio::test]
async fn a_key_that_cannot_be_written_founds_nothing_and_can_be_tried_again() {
    let bare = Bare::new().await;
    let mut browser = bare.at_the_sheet().await;
    let codes = codes(&browser.get("/found/sheet").await);
    follow(&mut browser, "/found/sheet", "", "/found/check").await;
    std::fs::create_dir(bare.key()).unwrap();
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/check").await;
    let page = browser.get("/found/check").await;
    assert!(
        page.text.contains("kan niet bewaard worden"),
        "{}",
        page.text
    );
    assert!(!bare.founded().await);
    std::fs::remove_dir(bare.key()).unwrap();
    let right = groups(&mut browser, &codes).await;
    follow(&mut browser, "/found/check", &right, "/found/done").await;
    assert!(bare.founded().await);
}

#[tokio::test]
async fn no_form_of_a_founding_is_answered_with_a_page() {
    let bare = Bare::new().await;
    let inside = bare.inside().await;
    let forms = router_policy()
        .into_iter()
        .filter(|line| line.host == "founding" && line.method == "POST");
    let mut count = 0;
    for line in forms {
        for mut browser in [bare.browser(), inside.clone()] {
            for form in ["", "%00=%FF&code=%FF&name=%00", HOUSE] {
                let answer = browser.post(line.path, form).await;
                assert!(
                    answer.goes_to().is_some(),
                    "{}: {}",
                    line.path,
                    answer.status
                );
                assert_ne!(answer.goes_to(), Some("/failed"), "{}", line.path);
            }
        }
        count += 1;
    }
    assert!(count > 6, "{count}");
}

#[tokio::test]
async fn only_our_own_page_on_our_own_host_is_answered() {
    let bare = Bare::new().await;
    let browser = bare.inside().await;
    let form = |mut browser: Browser, site: &'static str, host: &'static str| async move {
        browser.host = host;
        let mut asked = browser.asking("POST", "/found/house");
        let headers = asked.headers_mut().unwrap();
        headers.insert("sec-fetch-site", site.parse().unwrap());
        headers.insert(
            CONTENT_TYPE,
            "application/x-www-form-urlencoded".parse().unwrap(),
        );
        assert_eq!(headers[HOST], host);
        browser.send(asked.body(HOUSE.into()).unwrap()).await
    };
    let elsewhere = form(browser.clone(), "cross-site", STAFF).await;
    assert_eq!(elsewhere.goes_to(), Some("/not-ours"));
    let nobody = form(browser.clone(), "same-origin", "elders.example").await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    let own = form(browser, "same-origin", STAFF).await;
    assert_eq!(own.goes_to(), Some("/found/you"));
}

#[tokio::test]
async fn nothing_else_answers_and_every_answer_is_dressed() {
    let bare = Bare::new().await;
    let mut browser = bare.browser();
    let missing = browser.get("/there-is-nothing-here").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    for path in [
        "/sign-in",
        "/desk",
        "/account",
        "/lock",
        "/events",
        "/people/new",
        "/style",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(
            (answer.status, &answer.text),
            (missing.status, &missing.text),
            "{path}"
        );
    }
    assert_eq!(
        browser.get("/ready").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(browser.get("/health").await.status, StatusCode::OK);
    let mut inside = bare.inside().await;
    for path in ["/found", "/found/house"] {
        let page = inside.get(path).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert_eq!(page.header("x-frame-options"), "DENY");
    }
    let cookie = inside.post("/found", "code=x").await;
    assert_eq!(cookie.header("set-cookie"), "");
}

/// Presses a language of the menu on the page, with what is typed in its form.
async fn speak(browser: &mut Browser, page: &str, typed: &str) {
    let drawn = browser.get(page).await;
    let named = format!("name=\"here\" value=\"{page}\"");
    assert!(drawn.text.contains(&named), "{page}: {}", drawn.text);
    let (_, menu) = drawn.text.split_once(&named).unwrap();
    let (_, button) = menu.split_once("<button type=\"submit\" name=\"").unwrap();
    let name = button.split('"').next().unwrap();
    let form = format!("{name}=fr&here={page}&{typed}");
    follow(browser, "/language", &form, page).await;
    let page = browser.get(page).await;
    assert!(page.text.contains("lang=\"fr\""), "{}", page.text);
}

#[tokio::test]
async fn another_language_is_chosen_on_every_page_and_what_is_typed_stays() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    speak(&mut browser, "/found/house", "name=De+Linde&street=Dorp+1").await;
    follow(
        &mut browser,
        "/language",
        "speak=nl&here=/found/house&name=De+Linde&street=Dorp+1",
        "/found/house",
    )
    .await;
    let page = browser.get("/found/house").await;
    for kept in ["lang=\"nl\"", "value=\"De Linde\"", "value=\"Dorp 1\""] {
        assert!(page.text.contains(kept), "{kept}");
    }
    follow(&mut browser, "/found/house", HOUSE, "/found/you").await;
    let you = "speak=de&here=/found/you&name=Noor&passphrase=zeven+blauwe+fietsen&again=zeven";
    follow(&mut browser, "/language", you, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(page.text.contains("value=\"Noor\"") && !page.text.contains("zeven"));
    follow(&mut browser, "/found/you", YOU, "/found/app").await;
    speak(&mut browser, "/found/app", "").await;
    let elsewhere = "speak=fr&here=%2F%2Felders.example";
    follow(&mut browser, "/language", elsewhere, "/").await;
}

#[tokio::test]
async fn what_outsiders_read_tells_nothing() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let telling = HOUSE
        .replace("Het+Gesprekshuis", "Slachtofferhulp+Leuven")
        .replace("short=", "short=veilig-huis");
    follow(&mut browser, "/found/house", &telling, "/found/house").await;
    let page = browser.get("/found/house").await.text;
    assert!(
        page.contains("#f-public") && page.contains("#f-short"),
        "{page}"
    );
    assert!(page.contains("“slachtoffer” zegt te veel"), "{page}");
    follow(
        &mut browser,
        "/found/house",
        "name=&public=&short=",
        "/found/house",
    )
    .await;
    let page = browser.get("/found/house").await.text;
    assert!(
        page.contains("#f-name") && !page.contains("#f-short"),
        "{page}"
    );
}

#[tokio::test]
async fn the_web_address_is_made_of_the_name_for_outside() {
    let bare = Bare::new().await;
    let mut browser = bare.inside().await;
    let house = HOUSE.replace("De+Linde", "Veilig+Huis");
    follow(&mut browser, "/found/house", &house, "/found/you").await;
    let page = browser.get("/found/house").await;
    assert!(
        page.text.contains("value=\"het-gesprekshuis\""),
        "{}",
        page.text
    );
    let user = "name=Noor&user=Noor+Verbeke&passphrase=zeven+blauwe+fietsen";
    follow(&mut browser, "/found/you", user, "/found/you").await;
    let page = browser.get("/found/you").await;
    assert!(
        page.text.contains("zonder spaties: noor.verbeke"),
        "{}",
        page.text
    );
}
