//! Who gets a role that reaches far is named to everybody who manages the house, until each has seen it.

use desk::access::Actor;
use desk::colleagues::{self, ColleagueError, Work};
use desk::role_notices::{self, Told};
use domain::role::Role;

use crate::door::{House, run};
use crate::inside::{at_work, invited, join, noor, reception, sam, shown};
use crate::stores::both_engines;

both_engines! {
    async fn a_newcomer_who_leads_is_told_to_the_others_until_they_have_seen_it(stores) {
        run(stores, joined).await;
    }
    async fn a_role_that_is_given_later_is_told_too(stores) { run(stores, given).await; }
    async fn who_is_made_on_the_server_is_told_where_people_are_real(stores) {
        on_server(&House::made(stores, false).await, false).await;
    }
    async fn the_people_of_a_practice_house_are_no_news(stores) {
        on_server(&House::made(stores, true).await, true).await;
    }
    async fn what_reaches_less_far_is_told_to_nobody(stores) { run(stores, small).await; }
}

async fn told(house: &House, actor: &Actor) -> Vec<Told> {
    role_notices::unseen(&house.desk, actor).await.unwrap()
}

async fn see(house: &House, actor: &Actor, told: &[Told]) {
    let ids: Vec<_> = told.iter().map(|one| one.id).collect();
    role_notices::see(&house.desk, actor, &ids).await.unwrap();
}

fn leads() -> Vec<Work> {
    vec![(Role::Administrator, None), (Role::Intake, None)]
}

async fn joined(house: &House) {
    let (lotte, code) = invited(house, "lotte", leads()).await;
    assert!(told(house, &sam(house)).await.is_empty(), "nobody joined");
    join(house, &code).await.unwrap();
    assert!(
        told(house, &noor(house)).await.is_empty(),
        "who invited knows"
    );
    let own = at_work(house, lotte, Role::Administrator);
    assert!(told(house, &own).await.is_empty(), "who joined knows");
    let news = told(house, &sam(house)).await;
    assert!(news.len() == 1 && news[0].role == Role::Administrator);
    let by = news[0].by.as_ref().unwrap().reveal().as_str();
    assert_eq!((news[0].name.reveal().as_str(), by), ("lotte", "noor"));
    see(house, &noor(house), &news).await;
    assert_eq!(
        told(house, &sam(house)).await.len(),
        1,
        "nobody sees it for another"
    );
    see(house, &sam(house), &news).await;
    assert!(told(house, &sam(house)).await.is_empty());
}

async fn given(house: &House) {
    let (lotte, code) = invited(house, "lotte", reception()).await;
    let early = [(Role::Reception, None), (Role::Coordinator, None)];
    let seen = shown(house, lotte).await;
    colleagues::change_roles(&house.desk, &sam(house), seen, &early)
        .await
        .unwrap();
    assert!(told(house, &noor(house)).await.is_empty(), "nobody joined");
    join(house, &code).await.unwrap();
    let news = told(house, &sam(house)).await;
    assert!(news.len() == 1 && news[0].role == Role::Coordinator);
    let more = [early[0], early[1], (Role::Administrator, None)];
    let seen = shown(house, lotte).await;
    colleagues::change_roles(&house.desk, &sam(house), seen, &more)
        .await
        .unwrap();
    let news = told(house, &noor(house)).await;
    assert!(
        news.len() == 1 && news[0].role == Role::Administrator,
        "only what is new"
    );
    assert_eq!(news[0].by.as_ref().unwrap().reveal(), "sam");
}

/// Sam is made after Noor, both on the server.
async fn on_server(house: &House, demo: bool) {
    let news = told(house, &noor(house)).await;
    if demo {
        return assert!(news.is_empty(), "the people of a demo are no news");
    }
    assert!(news.len() == 1 && news[0].by.is_none());
    assert_eq!(
        (news[0].name.reveal().as_str(), news[0].role),
        ("sam", Role::Administrator)
    );
    assert!(told(house, &sam(house)).await.is_empty(), "not of oneself");
}

async fn small(house: &House) {
    let (lotte, code) = invited(house, "lotte", reception()).await;
    join(house, &code).await.unwrap();
    for actor in [noor(house), sam(house)] {
        assert!(told(house, &actor).await.is_empty());
    }
    let front = at_work(house, lotte, Role::Reception);
    let read = role_notices::unseen(&house.desk, &front).await;
    assert!(matches!(read, Err(ColleagueError::Forbidden(_))));
    let seen = role_notices::see(&house.desk, &front, &[]).await;
    assert!(matches!(seen, Err(ColleagueError::Forbidden(_))));
}
