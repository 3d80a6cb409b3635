//! A house with two colleagues and a clock that is moved by hand.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::access::Actor;
use desk::audit::Trail;
use desk::places::{self, NewCentre};
use desk::seal::Vault;
use desk::sessions::{self, Browser, Token};
use desk::signin::{self, Attempt, SignInError};
use desk::staff::{self, Added, NewColleague, StaffError};
use desk::{Desk, Entropy, Parts, workstations};
use domain::id::Ids;
use domain::role::Role;
use domain::signin::{Passphrase, Pin, UserName};
use domain::text::{Name, Remark};
use domain::time::{CentreZone, Clock};
use domain::{Address, CentreId, Instant, Language, Profile, RequestId, Secret, UserId};
use sha2::{Digest, Sha256};

use crate::stores::Stores;

/// What both colleagues chose.
pub const PHRASE: &str = "zeven blauwe fietsen";
/// A PIN nobody guesses.
pub const PIN: &str = "270415";

/// A clock that is moved by hand, ids and random bytes that repeat.
struct Still {
    seconds: AtomicI64,
    counter: AtomicU64,
}

impl Still {
    fn next(&self) -> [u8; 32] {
        let count = self.counter.fetch_add(1, Ordering::Relaxed);
        Sha256::digest(count.to_be_bytes()).into()
    }
}

impl Clock for Still {
    fn now(&self) -> Instant {
        Instant::from_unix(self.seconds.load(Ordering::Relaxed))
    }
}

impl Ids for Still {
    fn fresh(&self) -> [u8; 16] {
        self.next()[..16].try_into().unwrap()
    }
}

impl Entropy for Still {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
    }
}

/// A colleague, with what is needed to sign in.
pub struct Colleague {
    pub user: UserId,
    pub name: &'static str,
    codes: Vec<u8>,
}

/// A house.
pub struct House {
    pub desk: Desk,
    pub centre: CentreId,
    pub noor: Colleague,
    pub sam: Colleague,
    still: Arc<Still>,
}

/// Tells a story in a house of its own.
pub async fn run(stores: &Stores, story: impl AsyncFnOnce(&House)) {
    story(&House::made(stores, true).await).await;
}

impl House {
    /// A house on these stores.
    pub async fn made(stores: &Stores, demo: bool) -> Self {
        let still = Arc::new(Still {
            seconds: AtomicI64::new(1_773_133_200),
            counter: AtomicU64::new(0),
        });
        let vault = Vault::new(stores.keys.clone(), still.clone(), still.clone());
        vault.found(&Secret::new([7; 32])).await.unwrap();
        let desk = Desk::new(Parts {
            db: stores.db.clone(),
            vault,
            trail: Trail::new([1; 16]),
            clock: still.clone(),
            ids: still.clone(),
            entropy: still.clone(),
        });
        let centre = found(&desk, demo).await;
        Self {
            noor: colleague(&desk, centre, "noor").await,
            sam: colleague(&desk, centre, "sam").await,
            desk,
            centre,
            still,
        }
    }

    /// Another account, with any user name.
    pub async fn colleague_named(&self, name: &str) -> Result<Added, StaffError> {
        added(&self.desk, self.centre, name).await
    }

    /// A new browser on the same computer.
    pub async fn browser_at(&self, computer: &Browser) -> Browser {
        Browser {
            workstation: computer.workstation.clone(),
            ..self.browser().await
        }
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.still.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    /// A browser that has just come.
    pub async fn browser(&self) -> Browser {
        let request = RequestId::new(self.desk.ids());
        let (token, _) = sessions::begin(&self.desk, Language::Nl, request)
            .await
            .unwrap();
        self.with(&token).await.unwrap()
    }

    /// The browser that holds this token, if it still has a session.
    pub async fn with(&self, token: &Token) -> Option<Browser> {
        let request = RequestId::new(self.desk.ids());
        let known = sessions::recognise(&self.desk, token, request)
            .await
            .unwrap();
        known.map(|(session, stage)| Browser {
            session,
            stage,
            workstation: None,
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            request,
            chosen: None,
        })
    }

    /// The code on the colleague's telephone now.
    pub fn code(&self, of: &Colleague) -> String {
        let totp = totp_rs::Builder::new()
            .with_secret(of.codes.as_slice())
            .build()
            .unwrap();
        let seconds = self.desk.now().unix().unsigned_abs();
        totp.generate(seconds).to_string()
    }

    /// Everything right.
    pub fn right(&self, of: &Colleague) -> Attempt {
        attempt(of.name, PHRASE, &self.code(of))
    }

    /// Signs in with everything right, half a minute after whatever was before, so that the code
    /// is a new one.
    pub async fn enter(&self, of: &Colleague, browser: &Browser) -> Result<Token, SignInError> {
        self.pass(30);
        signin::sign_in(&self.desk, browser, self.right(of)).await
    }

    /// An enrolled computer's browser: the colleague signs in fully on it and chooses a PIN.
    pub async fn at_the_desk(&self, of: &Colleague, computer: &Browser) -> Token {
        let token = self.enter(of, computer).await.unwrap();
        let inside = self.on(computer, &token).await.unwrap();
        self.choose_pin(&inside, "").await.unwrap();
        token
    }

    /// Whoever is inside chooses the PIN, and types this pass-phrase.
    pub async fn choose_pin(&self, inside: &Browser, phrase: &str) -> Result<(), SignInError> {
        let (pin, phrase) = (Pin::choose(PIN).unwrap(), Secret::new(phrase.to_owned()));
        signin::set_pin(&self.desk, inside, pin, phrase).await
    }

    /// Works on for as many seconds, with a sign of life now and then; gives the browser as it is
    /// then.
    pub async fn work_on(&self, at: &Browser, token: &Token, seconds: i64) -> Browser {
        for _ in 0..seconds / 60 {
            self.pass(60);
            let now = self.on(at, token).await.unwrap();
            sessions::touch(&self.desk, &now.session, now.request)
                .await
                .unwrap();
        }
        self.on(at, token).await.unwrap()
    }

    /// A browser on a computer that the house has enrolled.
    pub async fn computer(&self, name: &str) -> Browser {
        let administrator = self.enter(&self.sam, &self.browser().await).await.unwrap();
        let inside = self.with(&administrator).await.unwrap();
        let name = Remark::parse(name).unwrap();
        let token = workstations::enrol(&self.desk, &inside.actor(), &name, None)
            .await
            .unwrap();
        sessions::sign_out(&self.desk, &inside).await.unwrap();
        let known = workstations::recognise(&self.desk, &token, inside.request)
            .await
            .unwrap();
        Browser {
            workstation: known,
            ..self.browser().await
        }
    }

    /// The same computer with what the browser holds now.
    pub async fn on(&self, computer: &Browser, token: &Token) -> Option<Browser> {
        let browser = self.with(token).await?;
        Some(Browser {
            workstation: computer.workstation.clone(),
            ..browser
        })
    }
}

/// What somebody types.
pub fn attempt(name: &str, phrase: &str, code: &str) -> Attempt {
    Attempt {
        name: name.to_owned(),
        passphrase: Secret::new(phrase.to_owned()),
        code: code.to_owned(),
    }
}

async fn found(desk: &Desk, demo: bool) -> CentreId {
    let centre = CentreId::new(desk.ids());
    let actor = operator(desk, centre);
    let new = NewCentre {
        slug: "linde".to_owned(),
        name: "De Linde".to_owned(),
        zone: CentreZone::parse("Europe/Brussels").unwrap(),
        language: Language::Nl,
        address: Address::U,
        profile: Profile::ALL[0],
    };
    places::install(desk, &actor, demo).await.unwrap();
    places::found(desk, &actor, new, (&[], &[])).await.unwrap();
    centre
}

fn operator(desk: &Desk, centre: CentreId) -> Actor {
    Actor::Cli {
        centre,
        request: RequestId::new(desk.ids()),
    }
}

async fn added(desk: &Desk, centre: CentreId, name: &str) -> Result<Added, StaffError> {
    let new = NewColleague {
        name: Name::parse(name).unwrap(),
        user: UserName::parse(name).unwrap(),
        passphrase: Passphrase::parse(PHRASE.to_owned()).unwrap(),
        language: Language::Nl,
        posts: vec![(Role::Administrator, None), (Role::Reception, None)],
    };
    staff::add(desk, &operator(desk, centre), new).await
}

async fn colleague(desk: &Desk, centre: CentreId, name: &'static str) -> Colleague {
    let added = added(desk, centre, name).await.unwrap();
    let codes = totp_rs::Secret::try_from_base32(added.codes.expose()).unwrap();
    Colleague {
        user: added.user,
        name,
        codes: codes.as_bytes().to_vec(),
    }
}
