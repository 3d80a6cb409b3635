//! Lost proofs: codes on paper in the place of the telephone, and choosing anew.

use desk::access::Actor;
use desk::colleagues::{self, ColleagueError};
use desk::joining::{self, JoinError};
use desk::sessions::Browser;
use desk::signin::{self, SignInError};
use domain::role::Role;
use domain::signin::PaperCode;

use crate::door::{House, PHRASE, attempt, run};
use crate::inside::{OWN, at_work, enter, enter_next, invited, join, noor, phrase};
use crate::inside::{reception, sam, shown};
use crate::stores::both_engines;

both_engines! {
    async fn a_code_on_paper_stands_in_for_the_telephone_once(stores) { run(stores, stands_in).await; }
    async fn new_codes_end_the_old_ones(stores) { run(stores, renewed).await; }
    async fn a_lost_pass_phrase_is_chosen_anew_with_the_telephone(stores) { run(stores, phrase_lost).await; }
    async fn a_lost_telephone_takes_two_people(stores) { run(stores, phone_lost).await; }
    async fn what_was_begun_by_mistake_is_withdrawn(stores) { run(stores, withdrawn).await; }
    async fn a_reset_is_no_place_to_guess_the_second_factor(stores) { run(stores, guessed).await; }
    async fn the_tenth_wrong_answer_ends_a_reset(stores) { run(stores, ended).await; }
    async fn whoever_changes_the_pass_phrase_is_out_elsewhere(stores) { run(stores, changed).await; }
}

async fn stands_in(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let paper = joined.papers[0].to_lowercase();
    let token = enter(house, ["lotte", OWN, &paper]).await.unwrap();
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    assert_eq!(staff.user, user);
    assert_eq!(signin::papers_left(&house.desk, &staff).await.unwrap(), 9);
    for code in [paper.as_str(), "00000-00000-00000-00000-000000"] {
        let refused = enter(house, ["lotte", OWN, code]).await;
        assert!(matches!(refused, Err(SignInError::Refused)), "{code}");
    }
    let others = enter(house, ["noor", PHRASE, &joined.papers[1]]).await;
    assert!(
        matches!(others, Err(SignInError::Refused)),
        "it is not hers"
    );
}

async fn renewed(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let token = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let inside = house.with(&token).await.unwrap();
    let wrong = attempt("", "iets heel anders", &joined.papers[1]);
    let refused = signin::renew_papers(&house.desk, &inside, wrong).await;
    assert!(matches!(refused, Err(SignInError::Refused)));
    let right = attempt("", OWN, &joined.papers[1]);
    let fresh = signin::renew_papers(&house.desk, &inside, right)
        .await
        .unwrap();
    assert_eq!(fresh.len(), 10);
    let old = enter(house, ["lotte", OWN, &joined.papers[2]]).await;
    assert!(matches!(old, Err(SignInError::Refused)));
    assert!(
        enter(house, ["lotte", OWN, fresh[0].written().expose()])
            .await
            .is_ok()
    );
}

async fn phrase_lost(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let before = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let shown = shown(house, user).await;
    let reset = colleagues::reset(&house.desk, &noor(house), shown, false).await;
    let reset = reset.unwrap().unwrap();
    assert!(
        house.with(&before).await.is_some(),
        "nothing ends before the code is used"
    );
    let (desk, browser) = (&house.desk, house.browser().await);
    joining::code(desk, &browser, reset.written().expose())
        .await
        .unwrap();
    let new = "twee groene stoelen buiten";
    let without = joining::phrase(desk, &browser, phrase(new), "000000").await;
    assert!(
        matches!(without, Err(JoinError::Refused)),
        "the telephone is asked for"
    );
    joining::phrase(desk, &browser, phrase(new), &joined.papers[4])
        .await
        .unwrap();
    assert!(house.with(&before).await.is_none(), "every session ended");
    let old = enter_next(house, ("lotte", OWN), &joined.secret).await;
    assert!(matches!(old, Err(SignInError::Refused)));
    let token = enter_next(house, ("lotte", new), &joined.secret)
        .await
        .unwrap();
    let staff = house.with(&token).await.unwrap().staff().unwrap();
    let news = colleagues::news(desk, &staff).await.unwrap();
    assert!(
        news.len() == 1 && news[0].used_at.is_some(),
        "the colleague is told"
    );
    colleagues::told(desk, &staff).await.unwrap();
    assert!(colleagues::news(desk, &staff).await.unwrap().is_empty());
}

async fn phone_lost(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let shown = shown(house, user).await;
    let started = colleagues::reset(&house.desk, &noor(house), shown, true).await;
    assert!(started.unwrap().is_none(), "whoever starts gets no code");
    let desk = &house.desk;
    let mine = colleagues::waiting(desk, &noor(house)).await.unwrap();
    assert!(mine.len() == 1 && !mine[0].mine);
    let id = mine[0].id;
    let herself: Actor = at_work(house, user, Role::Coordinator);
    for nobody in [noor(house), herself] {
        let refused = colleagues::release(desk, &nobody, id).await;
        assert!(matches!(refused, Err(ColleagueError::NotFound)));
    }
    let code = colleagues::release(desk, &sam(house), id).await.unwrap();
    let twice = colleagues::release(desk, &sam(house), id).await;
    assert!(matches!(twice, Err(ColleagueError::NotFound)));
    let again = join(house, &code).await.unwrap();
    let old = enter_next(house, ("lotte", OWN), &joined.secret).await;
    assert!(
        matches!(old, Err(SignInError::Refused)),
        "the lost telephone opens nothing"
    );
    let paper = enter(house, ["lotte", OWN, &joined.papers[0]]).await;
    assert!(
        matches!(paper, Err(SignInError::Refused)),
        "nor the codes of then"
    );
    assert!(
        enter_next(house, ("lotte", OWN), &again.secret)
            .await
            .is_ok()
    );
}

async fn withdrawn(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let desk = &house.desk;
    for factor in [false, true] {
        let seen = shown(house, user).await;
        let code = colleagues::reset(desk, &noor(house), seen, factor).await;
        let waiting = colleagues::waiting(desk, &sam(house)).await.unwrap();
        assert_eq!(waiting.len(), usize::from(factor));
        let stale = colleagues::withdraw(desk, &noor(house), seen).await;
        assert!(matches!(stale, Err(ColleagueError::Stale)));
        let seen = shown(house, user).await;
        colleagues::withdraw(desk, &noor(house), seen)
            .await
            .unwrap();
        if let Some(code) = code.unwrap() {
            let paper = join(house, &code).await;
            assert!(matches!(paper, Err(JoinError::Refused)));
        }
        for gone in waiting {
            let late = colleagues::release(desk, &sam(house), gone.id).await;
            assert!(matches!(late, Err(ColleagueError::NotFound)));
        }
    }
    let entered = enter_next(house, ("lotte", OWN), &joined.secret).await;
    assert!(entered.is_ok(), "what there was goes on working");
    let front = at_work(house, house.sam.user, Role::Reception);
    let seen = shown(house, user).await;
    let nobody = colleagues::withdraw(desk, &front, seen).await;
    assert!(matches!(nobody, Err(ColleagueError::Forbidden(_))));
}

/// Types a code on paper and a second factor, at one of many addresses.
async fn tried(
    house: &House,
    number: u8,
    (code, second): (&PaperCode, &str),
) -> Result<(), JoinError> {
    let browser = Browser {
        address: std::net::Ipv4Addr::new(192, 0, 2, number).into(),
        ..house.browser().await
    };
    joining::code(&house.desk, &browser, code.written().expose()).await?;
    let new = phrase("twee groene stoelen buiten");
    joining::phrase(&house.desk, &browser, new, second).await
}

/// Somebody who has joined and is to choose another pass-phrase: a code on paper of then, and the
/// code to choose with.
async fn choosing(house: &House) -> (String, PaperCode) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let shown = shown(house, user).await;
    let reset = colleagues::reset(&house.desk, &noor(house), shown, false).await;
    (joined.papers[0].clone(), reset.unwrap().unwrap())
}

async fn guessed(house: &House) {
    let (paper, code) = choosing(house).await;
    for number in 1..=5 {
        let wrong = tried(house, number, (&code, "000000")).await;
        assert!(matches!(wrong, Err(JoinError::Refused)), "{number}");
    }
    let sixth = tried(house, 6, (&code, "000000")).await;
    assert!(matches!(sixth, Err(JoinError::TooMany)));
    house.pass(60);
    tried(house, 7, (&code, &paper)).await.unwrap();
}

async fn ended(house: &House) {
    let (paper, code) = choosing(house).await;
    for number in 1..=10 {
        let wrong = tried(house, number, (&code, "000000")).await;
        assert!(matches!(wrong, Err(JoinError::Refused)), "{number}");
        house.pass(15 * 60);
    }
    let right = tried(house, 11, (&code, &paper)).await;
    assert!(
        matches!(right, Err(JoinError::Refused)),
        "the code opens nothing any more"
    );
}

async fn changed(house: &House) {
    let (_, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let there = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let here = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let inside = house.with(&here).await.unwrap();
    let new = "vier witte wolken boven zee";
    let wrong = attempt("", "iets heel anders", &joined.papers[0]);
    let refused = signin::change_passphrase(&house.desk, &inside, wrong, phrase(new)).await;
    assert!(matches!(refused, Err(SignInError::Refused)));
    let right = attempt("", OWN, &joined.papers[0]);
    let common =
        signin::change_passphrase(&house.desk, &inside, right, phrase("lotte-202620")).await;
    assert!(matches!(common, Err(SignInError::TooCommon)));
    let right = attempt("", OWN, &joined.papers[0]);
    signin::change_passphrase(&house.desk, &inside, right, phrase(new))
        .await
        .unwrap();
    assert!(house.with(&here).await.is_some() && house.with(&there).await.is_none());
    assert!(
        enter_next(house, ("lotte", new), &joined.secret)
            .await
            .is_ok()
    );
}
