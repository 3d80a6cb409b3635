//! Ending an account.

use desk::colleagues::{self, ColleagueError, NewColleague, Shown};
use desk::joining::JoinError;
use desk::signin::SignInError;
use domain::Language;
use domain::role::Role;
use domain::signin::UserName;
use domain::text::Name;

use crate::door::{House, run};
use crate::inside::{OWN, at_work, enter_next, invited, join, noor, reception, sam, shown};
use crate::stores::both_engines;

both_engines! {
    async fn whoever_leaves_is_out_at_once_and_for_good(stores) { run(stores, leaves).await; }
    async fn a_user_name_is_never_given_again(stores) { run(stores, name).await; }
    async fn the_last_administrator_stays(stores) { run(stores, last).await; }
    async fn two_administrators_cannot_end_each_other(stores) { run(stores, both).await; }
    async fn only_an_administrator_ends_an_account(stores) { run(stores, others).await; }
}

async fn leaves(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let token = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let seen = shown(house, user).await;
    let reset = colleagues::reset(&house.desk, &noor(house), seen, false).await;
    let seen = shown(house, user).await;
    colleagues::leave(&house.desk, &noor(house), seen)
        .await
        .unwrap();
    assert!(house.with(&token).await.is_none(), "the session is over");
    for phrase in [OWN, "iets heel anders"] {
        let refused = enter_next(house, ("lotte", phrase), &joined.secret).await;
        assert!(matches!(refused, Err(SignInError::Refused)), "{phrase}");
    }
    let paper = join(house, &reset.unwrap().unwrap()).await;
    assert!(matches!(paper, Err(JoinError::Refused)), "nor does a code");
    let gone = colleagues::one(&house.desk, &noor(house), user).await;
    assert!(matches!(gone, Err(ColleagueError::NotFound)));
    let again = colleagues::leave(&house.desk, &noor(house), seen).await;
    assert!(matches!(again, Err(ColleagueError::Stale)));
}

async fn name(house: &House) {
    let (user, _) = invited(house, "lotte", reception()).await;
    let seen = shown(house, user).await;
    colleagues::leave(&house.desk, &noor(house), seen)
        .await
        .unwrap();
    let new = NewColleague {
        name: Name::parse("Lotte Anders").unwrap(),
        user: UserName::parse("Lotte").unwrap(),
        language: Language::Nl,
        work: reception(),
    };
    let again = colleagues::invite(&house.desk, &noor(house), new).await;
    assert!(matches!(again, Err(ColleagueError::NameTaken)));
}

async fn last(house: &House) {
    // Somebody who was only invited cannot manage the house yet.
    invited(house, "lotte", vec![(Role::Administrator, None)]).await;
    let seen = shown(house, house.sam.user).await;
    colleagues::leave(&house.desk, &noor(house), seen)
        .await
        .unwrap();
    let seen = shown(house, house.noor.user).await;
    let refused = colleagues::leave(&house.desk, &noor(house), seen).await;
    assert!(matches!(refused, Err(ColleagueError::LastOne)));
    let role = colleagues::change_roles(&house.desk, &noor(house), seen, &reception()).await;
    assert!(matches!(role, Err(ColleagueError::LastOne)));
    assert_eq!(shown(house, house.noor.user).await, seen, "nothing changed");
}

async fn both(house: &House) {
    let desk = &house.desk;
    let of_sam = shown(house, house.sam.user).await;
    let of_noor = shown(house, house.noor.user).await;
    let (one, other) = (noor(house), sam(house));
    let (one, other) = tokio::join!(
        Box::pin(colleagues::leave(desk, &one, of_sam)),
        Box::pin(colleagues::leave(desk, &other, of_noor)),
    );
    assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
    let left = colleagues::all(desk, &noor(house)).await.unwrap();
    assert_eq!(left.len(), 1);
}

async fn others(house: &House) {
    let seen: Shown = shown(house, house.sam.user).await;
    for role in [Role::Reception, Role::Coordinator, Role::Service] {
        let actor = at_work(house, house.noor.user, role);
        let refused = colleagues::leave(&house.desk, &actor, seen).await;
        assert!(
            matches!(refused, Err(ColleagueError::Forbidden(_))),
            "{role:?}"
        );
    }
}
