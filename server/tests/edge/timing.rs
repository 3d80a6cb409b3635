//! Somebody who is kept from a colleague takes as long to be nobody as somebody who was never there: on
//! the card, in the search and on the page of a visit. Both are asked for in one run, in an order that
//! chance decides, and compared with each other: no time is right or wrong by itself, so that a slow
//! machine fails nothing. `ONTHAAL_PROOF=full` asks ten thousand times.

use std::time::Instant;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use desk::denials::{self, NewDenial};
use desk::people;
use desk::visits;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Note};
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Pii, RecordId, RepeatKey, VisitId};

use crate::browser::Browser;
use crate::erasures::colleague;
use crate::house::House;

/// How many people are kept from the colleague, and how many of nobody are asked for.
const SOME: usize = 8;
/// How many others are known.
const OTHERS: usize = 120;
/// Rounds that are not counted: what is looked at first is read from the disk.
const FIRST: usize = 40;
/// How far from one half the share of pairs may be in which the one who is kept away takes longer, beside
/// what chance alone does to it.
const SHARE: f64 = 0.05;
/// How far from one the ratio of the medians may be. Less is nothing that a colleague could see, however
/// often it is asked; and where the machine does something else at times, the medians of the same stray
/// as far, and the ranks do not.
const RATIO: f64 = 0.05;

fn rounds() -> usize {
    let full = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if full { 10_000 } else { 600 }
}

/// Numbers that repeat (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((x ^ (x >> 31)) >> 33).unwrap() % limit
    }

    fn syllable(&mut self) -> String {
        let consonant = char::from(b"bdfgklmnprstvz"[self.below(14)]);
        let vowel = char::from(b"aeiou"[self.below(5)]);
        format!("{consonant}{vowel}")
    }

    fn word(&mut self) -> String {
        (0..4).map(|_| self.syllable()).collect()
    }

    /// A name of two parts that nobody else has.
    fn name(&mut self) -> String {
        format!("{} {}", self.word(), self.word())
    }
}

/// How long each took, in nanoseconds: nobody's, and hers who is kept away.
#[derive(Default)]
struct Times {
    absent: Vec<u64>,
    denied: Vec<u64>,
}

impl Times {
    fn median(times: &[u64]) -> f64 {
        let mut sorted = times.to_vec();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        f64::from(u32::try_from(sorted[middle]).unwrap())
    }

    fn ratio(&self) -> f64 {
        Self::median(&self.denied) / Self::median(&self.absent)
    }

    /// The share of pairs in which she takes longer who is kept away (the statistic of Mann and Whitney
    /// over the number of pairs): one half where nobody can tell.
    fn share(&self) -> f64 {
        let mut absent = self.absent.clone();
        absent.sort_unstable();
        let longer = |time: &u64| {
            let less = absent.partition_point(|other| other < time);
            let same = absent.partition_point(|other| other <= time) - less;
            less + less + same
        };
        let twice: usize = self.denied.iter().map(longer).sum();
        let pairs = 2 * absent.len() * self.denied.len();
        count(twice) / count(pairs)
    }

    /// How far the share strays by chance alone, four times over: once in sixteen thousand runs further.
    fn strays(&self) -> f64 {
        let (one, other) = (count(self.absent.len()), count(self.denied.len()));
        4.0 * ((one + other + 1.0) / (12.0 * one * other)).sqrt()
    }

    /// The same as numbers to be said.
    fn said(&self) -> String {
        let (ratio, share) = (self.ratio(), self.share());
        let median = Self::median(&self.absent) / 1_000.0;
        format!("ratio of medians {ratio:.3}, share {share:.3}, median of nobody {median:.0} µs")
    }

    /// They differ where the ranks and the medians both say so.
    fn alike(&self) -> bool {
        let ranks = (self.share() - 0.5).abs() < SHARE + self.strays();
        ranks || (self.ratio() - 1.0).abs() < RATIO
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

/// A house in which some are kept from the colleague, each with a visit of today.
struct Scene {
    house: House,
    browser: Browser,
    denied: Vec<(RecordId, VisitId, String)>,
    absent: Vec<(RecordId, VisitId, String)>,
}

async fn known(house: &House, name: &str) -> RecordId {
    let identity = Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    };
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let (front, key) = (
        colleague(house, Role::Reception).await,
        RepeatKey::new(house.desk.ids()),
    );
    people::register(&house.desk, &front, new, key)
        .await
        .unwrap()
}

async fn received(house: &House, record: RecordId) -> VisitId {
    let asked = CheckIn {
        record: Some(record),
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        remark: Pii::new(None),
        facts: Pii::default(),
        alone: false,
        again: false,
    };
    let (front, key) = (
        colleague(house, Role::Reception).await,
        RepeatKey::new(house.desk.ids()),
    );
    visits::check_in(&house.desk, &front, asked, key)
        .await
        .unwrap()
}

async fn kept_away(house: &House, record: RecordId) {
    let new = NewDenial {
        user: house.user,
        record,
        reason: Note::parse("familie").unwrap(),
    };
    let setter = colleague(house, Role::Coordinator).await;
    denials::set(&house.desk, &setter, new).await.unwrap();
}

async fn scene(chance: &mut Chance) -> Scene {
    let house = House::new().await;
    for _ in 0..OTHERS {
        known(&house, &chance.name()).await;
    }
    let (mut denied, mut absent) = (Vec::new(), Vec::new());
    for _ in 0..SOME {
        let name = chance.name();
        let record = known(&house, &name).await;
        denied.push((record, received(&house, record).await, name));
        kept_away(&house, record).await;
        let ids = house.desk.ids();
        absent.push((RecordId::new(ids), VisitId::new(ids), chance.name()));
    }
    let browser = house.signed_in(Role::Reception).await;
    Scene {
        house,
        browser,
        denied,
        absent,
    }
}

/// A page that is not there, whoever it is about.
async fn missing(browser: &mut Browser, path: &str) -> u64 {
    let began = Instant::now();
    let answer = browser.get(path).await;
    let took = began.elapsed();
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    u64::try_from(took.as_nanos()).unwrap()
}

/// A search that finds nobody.
async fn nobody(browser: &mut Browser, name: &str) -> u64 {
    let asked = browser.asking("POST", "/search/now");
    let asked = asked.header(CONTENT_TYPE, "application/json");
    let body = Body::from(format!("{{\"q\":\"{name}\"}}"));
    let request = asked.body(body).unwrap();
    let began = Instant::now();
    let answer = browser.send(request).await;
    let took = began.elapsed();
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text.contains("\"rows\":[]"), "{}", answer.text);
    u64::try_from(took.as_nanos()).unwrap()
}

/// Asks in one of the three ways about one of both kinds.
async fn asked(scene: &mut Scene, way: &str, (kept, one): (bool, usize)) -> u64 {
    let of = if kept { &scene.denied } else { &scene.absent };
    let (record, visit, name) = of[one].clone();
    match way {
        "card" => missing(&mut scene.browser, &format!("/people/{record}")).await,
        "visit" => missing(&mut scene.browser, &format!("/visits/{visit}")).await,
        _ => nobody(&mut scene.browser, &name).await,
    }
}

async fn compared(way: &str) {
    let mut chance = Chance(11);
    let mut scene = scene(&mut chance).await;
    let mut times = Times::default();
    for round in 0..FIRST + rounds() {
        let first = chance.below(2) == 1;
        for kept in [first, !first] {
            let took = asked(&mut scene, way, (kept, chance.below(SOME))).await;
            if round >= FIRST {
                let times = if kept {
                    &mut times.denied
                } else {
                    &mut times.absent
                };
                times.push(took);
            }
        }
    }
    drop(scene.house);
    eprintln!("{way}: {}", times.said());
    assert!(times.alike(), "{way}: {}", times.said());
}

#[tokio::test]
async fn the_card_of_somebody_kept_away_takes_as_long_as_nobodys() {
    compared("card").await;
}

#[tokio::test]
async fn a_search_for_somebody_kept_away_takes_as_long_as_for_nobody() {
    compared("search").await;
}

#[tokio::test]
async fn the_visit_of_somebody_kept_away_takes_as_long_as_nobodys() {
    compared("visit").await;
}

/// Times as they are here: most alike, some much longer.
fn drawn(chance: &mut Chance, more: u64) -> Vec<u64> {
    let mut time = || {
        let late = if chance.below(50) == 0 { 900_000 } else { 0 };
        400_000 + late + more + u64::try_from(chance.below(60_000)).unwrap()
    };
    (0..600).map(|_| time()).collect()
}

#[test]
fn the_comparison_sees_a_tenth_more_and_nothing_where_there_is_nothing() {
    let mut chance = Chance(3);
    for run in 0..200 {
        let same = Times {
            absent: drawn(&mut chance, 0),
            denied: drawn(&mut chance, 0),
        };
        assert!(same.alike(), "run {run}: {}", same.said());
        for more in [28_000, 40_000] {
            let longer = Times {
                absent: drawn(&mut chance, 0),
                denied: drawn(&mut chance, more),
            };
            assert!(!longer.alike(), "run {run}: {}", longer.said());
        }
    }
}
