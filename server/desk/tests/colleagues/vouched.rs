//! One colleague who is two accounts: what takes two people is not released by an account that the
//! one who asks let in, nor the other way round, nor by somebody who joined less than a day ago.

use desk::access::Actor;
use desk::colleagues::{self, ColleagueError};
use desk::erasures::{self, ErasureError, Looked, Request};
use desk::exports::{self, ExportError};
use desk::people;
use domain::erasure::Refusal;
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Remark};
use domain::vouch::Dependent;
use domain::{Day, ErasureId, ExportId, Pii, RepeatKey, UserId};

use crate::door::{House, run};
use crate::inside::{at_work, invited, join, noor, reception, sam, shown};
use crate::stores::both_engines;

both_engines! {
    async fn nobody_releases_a_file_for_whoever_let_her_in(stores) { run(stores, file).await; }
    async fn nobody_releases_a_reset_for_whoever_let_her_in(stores) { run(stores, reset).await; }
    async fn nobody_releases_an_erasure_for_whoever_let_her_in(stores) { run(stores, erasure).await; }
    async fn a_newcomer_releases_after_a_day(stores) { run(stores, newcomer).await; }
    async fn whoever_asks_is_told_who_can_release(stores) { run(stores, told).await; }
    async fn a_chain_stays_whole_when_an_account_in_it_ends(stores) { run(stores, chain).await; }
}

const DAY: i64 = 24 * 60 * 60;

/// An account that Noor makes, and in which somebody joins.
async fn let_in(house: &House, name: &str, role: Role) -> UserId {
    let (user, code) = invited(house, name, vec![(role, None)]).await;
    join(house, &code).await.unwrap();
    user
}

/// The same, and works here for some time.
async fn settled(house: &House, name: &str) -> Actor {
    let user = let_in(house, name, Role::Administrator).await;
    house.pass(DAY);
    at_work(house, user, Role::Administrator)
}

async fn asked(house: &House, asker: &Actor) -> ExportId {
    let reason = Pii::new(Remark::parse("Overstap naar een ander programma").unwrap());
    let key = RepeatKey::new(house.desk.ids());
    exports::ask(&house.desk, asker, &reason, key)
        .await
        .unwrap()
}

async fn released(house: &House, by: &Actor, id: ExportId) -> Result<(), ExportError> {
    exports::release(&house.desk, by, (id, 1)).await
}

async fn file(house: &House) {
    let second = settled(house, "bea").await;
    let id = asked(house, &noor(house)).await;
    for _ in 0..2 {
        let refused = released(house, &second, id).await;
        assert!(matches!(
            refused,
            Err(ExportError::Dependent(Dependent::Vouched))
        ));
    }
    released(house, &sam(house), id).await.unwrap();
    let id = asked(house, &second).await;
    let refused = released(house, &noor(house), id).await;
    assert!(matches!(
        refused,
        Err(ExportError::Dependent(Dependent::Vouched))
    ));
}

/// The names of those who could release what this colleague asks.
async fn seconds(house: &House, asker: &Actor) -> Vec<String> {
    let seconds = colleagues::seconds(&house.desk, asker).await.unwrap();
    let names = seconds.iter().map(|name| name.reveal().as_str().to_owned());
    names.collect()
}

async fn told(house: &House) {
    let before = seconds(house, &noor(house)).await;
    assert!(
        before.iter().any(|name| name.starts_with("sam")),
        "{before:?}"
    );
    let user = let_in(house, "bea", Role::Coordinator).await;
    assert_eq!(
        seconds(house, &noor(house)).await,
        before,
        "whom she let in"
    );
    let early = seconds(house, &sam(house)).await;
    assert!(!early.contains(&"bea".to_owned()), "less than a day");
    house.pass(DAY);
    assert!(
        seconds(house, &sam(house))
            .await
            .contains(&"bea".to_owned())
    );
    assert_eq!(seconds(house, &noor(house)).await, before);
    let second = at_work(house, user, Role::Coordinator);
    let hers = seconds(house, &second).await;
    assert!(
        !hers.contains(&"bea".to_owned()),
        "nobody is one's own second"
    );
    let front = at_work(house, house.noor.user, Role::Reception);
    let refused = colleagues::seconds(&house.desk, &front).await;
    assert!(matches!(refused, Err(ColleagueError::Forbidden(_))));
}

async fn newcomer(house: &House) {
    let user = let_in(house, "bea", Role::Coordinator).await;
    let second = || at_work(house, user, Role::Coordinator);
    let early = asked(house, &sam(house)).await;
    let refused = released(house, &second(), early).await;
    assert!(matches!(
        refused,
        Err(ExportError::Dependent(Dependent::New))
    ));
    house.pass(DAY);
    let later = asked(house, &sam(house)).await;
    released(house, &second(), later).await.unwrap();
}

async fn chain(house: &House) {
    let first = let_in(house, "bea", Role::Administrator).await;
    let (desk, by) = (&house.desk, at_work(house, first, Role::Administrator));
    let new = colleagues::NewColleague {
        name: Name::parse("cleo").unwrap(),
        user: domain::signin::UserName::parse("cleo").unwrap(),
        language: domain::Language::Nl,
        work: vec![(Role::Administrator, None)],
    };
    let last = colleagues::invite(desk, &by, new).await.unwrap();
    join(house, &last.code).await.unwrap();
    house.pass(DAY);
    let ended = shown(house, first).await;
    colleagues::leave(desk, &noor(house), ended).await.unwrap();
    let id = asked(house, &noor(house)).await;
    let last = at_work(house, last.user, Role::Administrator);
    let refused = released(house, &last, id).await;
    assert!(matches!(
        refused,
        Err(ExportError::Dependent(Dependent::Vouched))
    ));
}

async fn reset(house: &House) {
    let (desk, second) = (&house.desk, settled(house, "bea").await);
    let (lotte, code) = invited(house, "lotte", reception()).await;
    join(house, &code).await.unwrap();
    let started = shown(house, lotte).await;
    colleagues::reset(desk, &noor(house), started, true)
        .await
        .unwrap();
    let id = colleagues::waiting(desk, &second).await.unwrap()[0].id;
    let refused = colleagues::release(desk, &second, id).await;
    assert!(matches!(
        refused,
        Err(ColleagueError::Dependent(Dependent::Vouched))
    ));
    colleagues::release(desk, &sam(house), id).await.unwrap();
    let started = shown(house, lotte).await;
    colleagues::reset(desk, &sam(house), started, true)
        .await
        .unwrap();
    let id = colleagues::waiting(desk, &second).await.unwrap()[0].id;
    let voucher = colleagues::release(desk, &noor(house), id).await;
    assert!(
        matches!(voucher, Err(ColleagueError::Dependent(Dependent::Vouched))),
        "she let in whose proofs are replaced"
    );
    colleagues::release(desk, &second, id).await.unwrap();
}

/// A request to erase somebody, written down by the desk.
async fn noted(house: &House) -> ErasureId {
    let front = at_work(house, house.sam.user, Role::Reception);
    let new = NewPerson {
        identity: Pii::new(Identity {
            name: Some(Name::parse("Rosa Verzonnen").unwrap()),
            alias: None,
            declines_name: false,
            born: None,
            tongues: vec![],
        }),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let key = || RepeatKey::new(house.desk.ids());
    let record = people::register(&house.desk, &front, new, key()).await;
    let request = Request {
        record: record.unwrap(),
        asker: Pii::new(None),
        asked_on: Day::new(2026, 3, 9).unwrap(),
    };
    erasures::note(&house.desk, &front, request, key())
        .await
        .unwrap()
}

async fn looked(house: &House, id: ErasureId) -> Looked {
    let shown = erasures::show(&house.desk, &sam(house), id).await.unwrap();
    Looked {
        id,
        rev: shown.listed.rev,
        digest: shown.preview.unwrap().digest,
    }
}

async fn erasure(house: &House) {
    let (desk, second) = (&house.desk, settled(house, "bea").await);
    let id = noted(house).await;
    erasures::ask(desk, &noor(house), looked(house, id).await)
        .await
        .unwrap();
    let refused = erasures::release(desk, &second, looked(house, id).await).await;
    assert!(matches!(
        refused,
        Err(ErasureError::Refused(Refusal::Dependent(
            Dependent::Vouched
        )))
    ));
    erasures::release(desk, &sam(house), looked(house, id).await)
        .await
        .unwrap();
}
