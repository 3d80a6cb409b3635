//! Roles that change, and sessions that end.

use desk::bus::Topic;
use desk::colleagues::{self, ColleagueError, Shown};
use desk::sessions;
use domain::role::Role;
use domain::{ServiceId, SessionId};

use crate::door::{House, run};
use crate::inside::{OWN, enter_next, invited, join, listed, noor, reception, shown};
use crate::stores::both_engines;

both_engines! {
    async fn a_role_that_is_taken_away_is_worn_no_more(stores) { run(stores, taken).await; }
    async fn a_role_that_stays_goes_on_being_worn(stores) { run(stores, stays).await; }
    async fn two_who_change_roles_are_told_apart(stores) { run(stores, stale).await; }
    async fn nobody_works_as_nothing_or_for_no_service(stores) { run(stores, nothing).await; }
    async fn a_colleague_ends_the_own_sessions_elsewhere(stores) { run(stores, elsewhere).await; }
}

async fn taken(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let token = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let mut changes = house.desk.bus().listen();
    let work = [(Role::Facilitator, None)];
    let seen = shown(house, user).await;
    colleagues::change_roles(&house.desk, &noor(house), seen, &work)
        .await
        .unwrap();
    assert!(house.with(&token).await.is_none());
    let change = changes.recv().await.unwrap();
    assert_eq!(
        (change.topic, change.row),
        (Topic::Staff, user.uuid()),
        "open pages hear it"
    );
    let again = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let staff = house.with(&again).await.unwrap().staff().unwrap();
    assert_eq!(staff.role, Role::Facilitator);
}

async fn stays(house: &House) {
    let (user, code) = invited(house, "lotte", reception()).await;
    let joined = join(house, &code).await.unwrap();
    let token = enter_next(house, ("lotte", OWN), &joined.secret)
        .await
        .unwrap();
    let work = [(Role::Reception, None), (Role::Intake, None)];
    let seen = shown(house, user).await;
    colleagues::change_roles(&house.desk, &noor(house), seen, &work)
        .await
        .unwrap();
    assert!(house.with(&token).await.unwrap().staff().is_some());
    let roles: Vec<Role> = listed(house, user)
        .await
        .posts
        .iter()
        .map(|p| p.role)
        .collect();
    assert_eq!(roles, [Role::Reception, Role::Intake]);
}

async fn stale(house: &House) {
    let (user, _) = invited(house, "lotte", reception()).await;
    let seen = shown(house, user).await;
    let work = [(Role::Intake, None)];
    colleagues::change_roles(&house.desk, &noor(house), seen, &work)
        .await
        .unwrap();
    let late = colleagues::change_roles(&house.desk, &noor(house), seen, &reception()).await;
    assert!(matches!(late, Err(ColleagueError::Stale)));
    let late = colleagues::reset(&house.desk, &noor(house), seen, false).await;
    assert!(matches!(late, Err(ColleagueError::Stale)));
    assert_eq!(listed(house, user).await.posts[0].role, Role::Intake);
}

async fn nothing(house: &House) {
    let (user, _) = invited(house, "lotte", reception()).await;
    let seen: Shown = shown(house, user).await;
    let nowhere = ServiceId::new(house.desk.ids());
    let change =
        async |work: &[_]| colleagues::change_roles(&house.desk, &noor(house), seen, work).await;
    assert!(matches!(change(&[]).await, Err(ColleagueError::NoRole)));
    let without = change(&[(Role::Service, None)]).await;
    assert!(matches!(without, Err(ColleagueError::NotFound)));
    let unknown = change(&[(Role::Service, Some(nowhere))]).await;
    assert!(matches!(unknown, Err(ColleagueError::NotFound)));
}

async fn elsewhere(house: &House) {
    let there = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let here = house
        .enter(&house.noor, &house.browser().await)
        .await
        .unwrap();
    let staff = house.with(&here).await.unwrap().staff().unwrap();
    let own = sessions::own(&house.desk, &staff).await.unwrap();
    let marks: Vec<bool> = own.iter().map(|own| own.here).collect();
    assert_eq!(marks, [false, true]);
    let nobodys = SessionId::new(house.desk.ids());
    assert!(
        !sessions::end_own(&house.desk, &staff, nobodys)
            .await
            .unwrap()
    );
    let sams = house
        .enter(&house.sam, &house.browser().await)
        .await
        .unwrap();
    let of_sam = house.with(&sams).await.unwrap().session.id;
    assert!(
        !sessions::end_own(&house.desk, &staff, of_sam)
            .await
            .unwrap()
    );
    assert!(
        sessions::end_own(&house.desk, &staff, own[0].id)
            .await
            .unwrap()
    );
    assert!(house.with(&there).await.is_none());
    assert!(house.with(&here).await.is_some() && house.with(&sams).await.is_some());
}
