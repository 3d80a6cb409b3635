//! Joining with a code on paper.

use desk::colleagues::{self, ColleagueError, NewColleague};
use desk::joining::{self, JoinError, Stage};
use desk::signin::SignInError;
use domain::Language;
use domain::role::Role;
use domain::signin::{PaperCode, UserName};
use domain::text::Name;

use crate::door::{House, run};
use crate::inside::{OWN, almost, code_of, enter, enter_next, invited, join, listed, noor, phrase};
use crate::inside::{reception, secret};
use crate::stores::both_engines;

both_engines! {
    async fn whoever_is_invited_joins_and_signs_in(stores) { run(stores, joins).await; }
    async fn nobody_is_in_before_the_last_step(stores) { run(stores, not_before).await; }
    async fn a_code_works_once_whoever_types_it(stores) { run(stores, once).await; }
    async fn what_opens_nothing_answers_alike(stores) { run(stores, alike).await; }
    async fn what_is_guessed_first_cannot_be_chosen(stores) { run(stores, common).await; }
    async fn a_wrong_one_time_code_leads_no_further(stores) { run(stores, wrong_code).await; }
    async fn steps_come_in_their_order(stores) { run(stores, order).await; }
    async fn a_user_name_is_taken_once(stores) { run(stores, names).await; }
}

async fn joins(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    assert!(!listed(house, user).await.joined);
    let joined = join(house, &code).await.unwrap();
    let now = listed(house, user).await;
    assert!(now.joined && now.invite.is_none());
    assert_eq!(joined.papers.len(), 10);
    let token = enter_next(house, ("lotte", OWN), &joined.secret).await;
    let staff = house.with(&token.unwrap()).await.unwrap().staff().unwrap();
    assert_eq!((staff.user, staff.role), (user, Role::Reception));
}

async fn not_before(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let browser = house.browser().await;
    let almost = almost(house, &browser, &code).await.unwrap();
    let entered = enter_next(house, ("lotte", OWN), &almost.secret).await;
    assert!(matches!(entered, Err(SignInError::Refused)));
    let none = joining::finish(&house.desk, &browser, "").await;
    assert!(matches!(none, Err(JoinError::Refused)));
    assert!(!listed(house, user).await.joined);
    house.pass(15 * 60);
    let stage = joining::stage(&house.desk, &browser).await.unwrap();
    assert!(matches!(stage, Stage::Code), "what was begun is forgotten");
    assert!(join(house, &code).await.is_ok(), "and the code works still");
}

async fn once(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let (one, other) = (house.browser().await, house.browser().await);
    let first = almost(house, &one, &code).await.unwrap();
    let second = almost(house, &other, &code).await.unwrap();
    let desk = &house.desk;
    let (first, second) = tokio::join!(
        Box::pin(joining::finish(desk, &one, &first.papers[0])),
        Box::pin(joining::finish(desk, &other, &second.papers[0])),
    );
    assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
    assert!(matches!(join(house, &code).await, Err(JoinError::Refused)));
}

async fn alike(house: &House) {
    let (user, old) = invited(house, "lotte", reception()).await;
    let shown = crate::inside::shown(house, user).await;
    let newer = colleagues::reset(&house.desk, &noor(house), shown, false).await;
    let newer = newer.unwrap().unwrap();
    let browser = house.browser().await;
    let unknown = PaperCode::new([9; 16]);
    for code in [old.written(), unknown.written()] {
        let refused = joining::code(&house.desk, &browser, code.expose()).await;
        assert!(matches!(refused, Err(JoinError::Refused)));
    }
    for typed in ["", "123456", "geen code", "\u{0}"] {
        let refused = joining::code(&house.desk, &browser, typed).await;
        assert!(matches!(refused, Err(JoinError::Refused)), "{typed}");
    }
    house.pass(7 * 24 * 60 * 60);
    let late = joining::code(
        &house.desk,
        &house.browser().await,
        newer.written().expose(),
    )
    .await;
    assert!(matches!(late, Err(JoinError::Refused)), "it is too old");
}

async fn common(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let browser = house.browser().await;
    let typed = code.written().expose().to_lowercase().replace('-', " ");
    joining::code(&house.desk, &browser, &typed).await.unwrap();
    for guessed in [
        "password1234",
        "Wachtwoord!!",
        "lotte2026-26",
        "qwertyuiop12",
    ] {
        let refused = joining::phrase(&house.desk, &browser, phrase(guessed), "").await;
        assert!(matches!(refused, Err(JoinError::TooCommon)), "{guessed}");
    }
    let own = joining::phrase(&house.desk, &browser, phrase(OWN), "").await;
    assert!(own.is_ok());
}

async fn wrong_code(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let (desk, browser) = (&house.desk, house.browser().await);
    joining::code(desk, &browser, code.written().expose())
        .await
        .unwrap();
    joining::phrase(desk, &browser, phrase(OWN), "")
        .await
        .unwrap();
    let secret = secret(house, &browser).await;
    for typed in ["000000", "", "abcdef"] {
        let refused = joining::totp(desk, &browser, typed).await;
        assert!(matches!(refused, Err(JoinError::Refused)), "{typed}");
    }
    let right = code_of(house, &secret);
    joining::totp(desk, &browser, &right).await.unwrap();
    let papers = crate::inside::papers(house, &browser).await;
    joining::finish(desk, &browser, &papers[9]).await.unwrap();
    let again = enter(house, ["lotte", OWN, &right]).await;
    assert!(matches!(again, Err(SignInError::Refused)), "it was used up");
}

async fn order(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let (desk, browser) = (&house.desk, house.browser().await);
    for early in [
        joining::phrase(desk, &browser, phrase(OWN), "").await,
        joining::totp(desk, &browser, "123456").await,
        joining::finish(desk, &browser, "").await,
    ] {
        assert!(matches!(early, Err(JoinError::NotNow)));
    }
    almost(house, &browser, &code).await.unwrap();
    let again = joining::phrase(desk, &browser, phrase("een heel andere zin"), "").await;
    assert!(
        matches!(again, Err(JoinError::NotNow)),
        "what was chosen stays"
    );
    joining::stop(desk, &browser).await.unwrap();
    let stage = joining::stage(desk, &browser).await.unwrap();
    assert!(matches!(stage, Stage::Code));
}

async fn names(house: &House) {
    invited(house, "lotte", reception()).await;
    for name in ["lotte", "LOTTE", "noor"] {
        let new = NewColleague {
            name: Name::parse("Iemand anders").unwrap(),
            user: UserName::parse(name).unwrap(),
            language: Language::Fr,
            work: reception(),
        };
        let taken = colleagues::invite(&house.desk, &noor(house), new).await;
        assert!(matches!(taken, Err(ColleagueError::NameTaken)), "{name}");
    }
}
