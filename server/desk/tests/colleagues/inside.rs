//! What the stories about colleagues have in common.

use desk::access::{Actor, StaffActor};
use desk::colleagues::{self, Listed, NewColleague, Shown, Work};
use desk::joining::{self, JoinError, Stage};
use desk::sessions::{Browser, Token};
use desk::signin::{self, SignInError};
use domain::role::Role;
use domain::signin::{PaperCode, Passphrase, UserName};
use domain::text::Name;
use domain::{Language, RequestId, SessionId, UserId};

use crate::door::{House, attempt};

/// What the newcomer of these stories chooses.
pub const OWN: &str = "drie rode emmers zand";

/// A colleague of the house at work as this.
pub fn at_work(house: &House, user: UserId, role: Role) -> Actor {
    let ids = house.desk.ids();
    Actor::Staff(StaffActor {
        user,
        centre: house.centre,
        role,
        service: None,
        session: SessionId::new(ids),
        request: RequestId::new(ids),
        language: Language::Nl,
        proved_at: house.desk.now(),
    })
}

/// Noor, who manages the house.
pub fn noor(house: &House) -> Actor {
    at_work(house, house.noor.user, Role::Administrator)
}

/// Sam, who manages it too.
pub fn sam(house: &House) -> Actor {
    at_work(house, house.sam.user, Role::Administrator)
}

/// Somebody who is invited with this name.
pub async fn invited(house: &House, name: &str, work: Vec<Work>) -> (UserId, PaperCode) {
    let new = NewColleague {
        name: Name::parse(name).unwrap(),
        user: UserName::parse(name).unwrap(),
        language: Language::Nl,
        work,
    };
    let invited = colleagues::invite(&house.desk, &noor(house), new).await;
    let invited = invited.unwrap();
    (invited.user, invited.code)
}

/// The desk's work.
pub fn reception() -> Vec<Work> {
    vec![(Role::Reception, None)]
}

/// A colleague as the list shows them now.
pub async fn listed(house: &House, user: UserId) -> Listed {
    colleagues::one(&house.desk, &noor(house), user)
        .await
        .unwrap()
}

/// A colleague as a form about them was shown just now.
pub async fn shown(house: &House, user: UserId) -> Shown {
    let rev = listed(house, user).await.rev;
    Shown { user, rev }
}

/// A chosen pass-phrase.
pub fn phrase(raw: &str) -> Passphrase {
    Passphrase::choose(raw.to_owned()).unwrap()
}

/// The code of a secret now.
pub fn code_of(house: &House, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new()
        .with_secret(secret.as_bytes())
        .build()
        .unwrap();
    totp.generate(house.desk.now().unix().unsigned_abs())
        .to_string()
}

/// Somebody who has joined.
pub struct Joined {
    pub secret: String,
    pub papers: Vec<String>,
}

/// The secret that is to be set up now.
pub async fn secret(house: &House, browser: &Browser) -> String {
    match joining::stage(&house.desk, browser).await.unwrap() {
        Stage::Totp { secret, .. } => secret.expose().clone(),
        _ => panic!("the app is not set up now"),
    }
}

/// The codes on paper that are to be written down now.
pub async fn papers(house: &House, browser: &Browser) -> Vec<String> {
    match joining::stage(&house.desk, browser).await.unwrap() {
        Stage::Papers(codes) => codes.iter().map(|code| code.expose().clone()).collect(),
        _ => panic!("there is nothing to write down now"),
    }
}

/// Goes every step but the last one.
pub async fn almost(
    house: &House,
    browser: &Browser,
    code: &PaperCode,
) -> Result<Joined, JoinError> {
    let desk = &house.desk;
    joining::code(desk, browser, code.written().expose()).await?;
    joining::phrase(desk, browser, phrase(OWN), "").await?;
    let secret = secret(house, browser).await;
    joining::totp(desk, browser, &code_of(house, &secret)).await?;
    let papers = papers(house, browser).await;
    Ok(Joined { secret, papers })
}

/// Joins with a code.
pub async fn join(house: &House, code: &PaperCode) -> Result<Joined, JoinError> {
    let browser = house.browser().await;
    let joined = almost(house, &browser, code).await?;
    joining::finish(&house.desk, &browser, &joined.papers[3]).await?;
    Ok(joined)
}

/// Signs in with whatever is typed, in a new browser.
pub async fn enter(house: &House, typed: [&str; 3]) -> Result<Token, SignInError> {
    let [name, phrase, code] = typed;
    let browser = house.browser().await;
    signin::sign_in(&house.desk, &browser, attempt(name, phrase, code)).await
}

/// Signs in with the next code of a secret.
pub async fn enter_next(
    house: &House,
    (name, phrase): (&str, &str),
    secret: &str,
) -> Result<Token, SignInError> {
    house.pass(30);
    let code = code_of(house, secret);
    enter(house, [name, phrase, &code]).await
}
