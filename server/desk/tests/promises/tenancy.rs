//! What one centre writes, another neither sees nor changes.

use desk::access::Permit;
use desk::store::drafts::Spot;
use desk::store::occupancy::Occupancy;
use desk::store::pairs::{Presence, Side};
use desk::store::repeats::Claim;
use desk::store::{
    StoreError, attempts, credentials, drafts, grants, occupancy, pairs, people, places, repeats,
    sessions, staff, visits, workstations,
};
use domain::role::Role;
use domain::{Language, RepeatKey, SessionId, VisitId, WorkstationId};
use uuid::Uuid;

use super::keys::{self, cell, to_service};
use super::people::{insert as insert_record, record};
use super::sessions::{begin, session};
use super::staff::{account, add as add_account};
use super::visits::{bound, insert as insert_visit, visit};
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, room, service, span, tx};
use crate::support::house::House;

on_both_engines! {
    people_there => no_person_or_visit_is_seen_next_door_on_sqlite,
        no_person_or_visit_is_seen_next_door_on_postgres;
    house_there => no_room_service_or_booking_is_seen_next_door_on_sqlite,
        no_room_service_or_booking_is_seen_next_door_on_postgres;
    accounts_there => no_account_or_session_is_seen_next_door_on_sqlite,
        no_account_or_session_is_seen_next_door_on_postgres;
    grants_there => no_grant_is_seen_or_ended_next_door_on_sqlite,
        no_grant_is_seen_or_ended_next_door_on_postgres;
    drafts_there => no_draft_or_key_of_a_form_is_used_next_door_on_sqlite,
        no_draft_or_key_of_a_form_is_used_next_door_on_postgres;
    untouched => nothing_is_changed_from_next_door_on_sqlite,
        nothing_is_changed_from_next_door_on_postgres;
}

async fn next_door(house: &House) -> Permit {
    neighbour(house).await.1
}

async fn people_there(house: House) {
    insert_record(&house, 1).await;
    insert_visit(&house, &visit(1)).await;
    let permit = next_door(&house).await;
    let mut look = house.desk.look(&permit).await.unwrap();
    assert!(
        people::one(&mut look, record(1).id)
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(people::count(&mut look).await.unwrap(), 0);
    let everybody = (Uuid::nil(), Uuid::max());
    let part = people::between(&mut look, everybody).await.unwrap();
    assert!(part.is_empty());
    assert!(visits::present(&mut look).await.unwrap().is_empty());
    assert!(visits::one(&mut look, visit(1).id).await.unwrap().is_none());
    assert!(
        visits::steps(&mut look, visit(1).id)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn house_there(house: House) {
    service(&house, 70).await;
    room(&house, 71).await;
    let mut tx = tx(&house).await;
    let taken = Occupancy {
        id: id(1),
        resource: id(71),
        span: span(0, 60),
    };
    occupancy::occupy(&mut tx, &taken).await.unwrap();
    let there = Presence {
        id: id(2),
        pair: id(900),
        side: Side::Kept,
        span: span(0, 60),
        excused_by: None,
    };
    pairs::be_present(&mut tx, &there).await.unwrap();
    tx.commit().await.unwrap();
    let permit = next_door(&house).await;
    let mut look = house.desk.look(&permit).await.unwrap();
    let centre = places::centre(&mut look).await.unwrap().unwrap();
    assert_eq!(centre.slug, "esdoorn");
    assert!(places::services(&mut look).await.unwrap().is_empty());
    assert!(places::rooms(&mut look).await.unwrap().is_empty());
    let taken = occupancy::within(&mut look, id(71), span(0, 60)).await;
    assert!(taken.unwrap().is_empty());
    assert!(
        pairs::within(&mut look, id(900), span(0, 60))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn accounts_there(house: House) {
    add_account(&house, 5).await;
    let user = account(&house, 5).user;
    let mut tx = tx(&house).await;
    staff::add_post(&mut tx, id(1), user, (Role::Intake, None), at(0))
        .await
        .unwrap();
    let proof = credentials::NewCredential {
        id: id(2),
        user,
        kind: credentials::Kind::Pin,
        sealed: vec![1],
    };
    credentials::put(&mut tx, &proof, at(0)).await.unwrap();
    let computer = workstations::Workstation {
        id: WorkstationId::from_uuid(id(3)),
        centre: house.centre,
        name: "balie".to_owned(),
    };
    workstations::enrol(&mut tx, &computer, &[1], (user, at(0)))
        .await
        .unwrap();
    attempts::claim(&mut tx, [4; 16], at(0)).await.unwrap();
    tx.commit().await.unwrap();
    let permit = next_door(&house).await;
    let mut look = house.desk.look(&permit).await.unwrap();
    assert!(staff::find(&mut look, user).await.unwrap().is_none());
    assert!(staff::posts(&mut look, user).await.unwrap().is_empty());
    assert!(sessions::of_user(&mut look, user).await.unwrap().is_empty());
    let pin = credentials::live(&mut look, user, credentials::Kind::Pin).await;
    assert!(pin.unwrap().is_none());
    assert!(workstations::live(&mut look).await.unwrap().is_empty());
    assert!(attempts::find(&mut look, [4; 16]).await.unwrap().is_none());
}

async fn grants_there(house: House) {
    keys::add(&house, 10, &to_service(1)).await;
    let permit = next_door(&house).await;
    let mut tx = house.desk.begin(&permit).await.unwrap();
    assert!(
        grants::of_cell(&mut tx, &cell(1), at(1))
            .await
            .unwrap()
            .is_empty()
    );
    let subject = grants::of_subject(&mut tx, cell(1).subject, at(1)).await;
    assert!(subject.unwrap().is_empty());
    let mut live = Vec::new();
    let meet = |grant| live.push(grant);
    grants::live(&mut tx, at(1), meet).await.unwrap();
    assert!(live.is_empty());
    assert!(grants::one(&mut tx, id(10)).await.unwrap().is_none());
    let ended = grants::end(&mut tx, &cell(1), to_service(1).recipient, at(1)).await;
    assert_eq!(ended.unwrap(), None);
    grants::prolong(&mut tx, id(10), None).await.unwrap();
    assert_eq!(grants::lapse(&mut tx, at(99)).await.unwrap(), 0);
    assert_eq!(
        grants::lapse_of_cell(&mut tx, &cell(1), at(99))
            .await
            .unwrap(),
        0
    );
    tx.commit().await.unwrap();
    let here = grants::of_cell(&mut look(&house).await, &cell(1), at(1))
        .await
        .unwrap();
    assert_eq!(
        here.iter().map(|one| one.grant).collect::<Vec<_>>(),
        [to_service(1)]
    );
}

async fn drafts_there(house: House) {
    begin(&house, &session(&house, 1)).await;
    let spot = Spot {
        session: SessionId::from_uuid(id(1)),
        path: "/people/new",
    };
    let claim = Claim {
        key: RepeatKey::from_uuid(id(1)),
        actor: id(2),
        use_case: "check_in",
        result: id(3),
        at: at(0),
    };
    let mut here = tx(&house).await;
    drafts::keep(&mut here, id(4), spot, b"typed", at(15))
        .await
        .unwrap();
    repeats::claim(&mut here, claim).await.unwrap();
    here.commit().await.unwrap();
    let permit = next_door(&house).await;
    let mut there = house.desk.begin(&permit).await.unwrap();
    assert!(!drafts::waiting(&mut there, spot).await.unwrap());
    assert!(drafts::take(&mut there, spot).await.unwrap().is_none());
    assert_eq!(drafts::sweep(&mut there, at(99)).await.unwrap(), 0);
    assert_eq!(repeats::forget(&mut there, at(99)).await.unwrap(), 0);
    let sender = (claim.actor, claim.use_case);
    let first = repeats::first(&mut there, claim.key, sender).await;
    assert_eq!(first.unwrap(), None);
    let taken = repeats::claim(&mut there, claim).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(there);
    assert!(
        drafts::waiting(&mut look(&house).await, spot)
            .await
            .unwrap()
    );
}

async fn untouched(house: House) {
    insert_visit(&house, &visit(1)).await;
    begin(&house, &session(&house, 2)).await;
    let permit = next_door(&house).await;
    let mut tx = house.desk.begin(&permit).await.unwrap();
    let left = domain::visit::Visit {
        stage: domain::visit::Stage::Left,
        ..visit(1)
    };
    assert!(!visits::move_on(&mut tx, &left).await.unwrap());
    assert!(!visits::link(&mut tx, &left, bound(1)).await.unwrap());
    let open = SessionId::from_uuid(id(2));
    sessions::lock(&mut tx, open, at(1)).await.unwrap();
    sessions::speak(&mut tx, open, Language::Fr).await.unwrap();
    sessions::end(&mut tx, open, at(1)).await.unwrap();
    sessions::forget(&mut tx, open).await.unwrap();
    assert_eq!(sessions::sweep_strangers(&mut tx, at(99)).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    let here = visits::one(&mut look, VisitId::from_uuid(id(1)))
        .await
        .unwrap();
    assert_eq!(here.unwrap().visit, visit(1));
    let here = sessions::by_token(&mut look, &2_u128.to_be_bytes())
        .await
        .unwrap();
    assert_eq!(here, Some(session(&house, 2)));
}
