//! What is only done by whoever proved a moment ago who it is, and roles that somebody gives to
//! oneself.

use desk::access::{Actor, StaffActor};
use desk::colleagues::{self, ColleagueError, NewColleague};
use desk::denials::{self, DenialError, NewDenial};
use desk::exports::{self, ExportError};
use domain::role::Role;
use domain::session::PROVED_FOR;
use domain::signin::UserName;
use domain::text::{Name, Note, Remark};
use domain::{DenialId, ExportId, InviteId, Language, Pii, RecordId, RepeatKey};

use crate::door::{House, run};
use crate::inside::{noor, reception, shown};
use crate::stores::both_engines;

both_engines! {
    async fn nothing_delicate_is_done_without_a_fresh_proof(stores) { run(stores, stale).await; }
    async fn nobody_gives_a_role_to_oneself_while_another_one_could(stores) {
        run(stores, own_role).await;
    }
    async fn whoever_manages_alone_takes_a_role_and_everybody_reads_it(stores) {
        run(stores, alone).await;
    }
}

/// Noor, who proved who she is too long ago.
fn long_ago(house: &House) -> Actor {
    match noor(house) {
        Actor::Staff(staff) => Actor::Staff(StaffActor {
            proved_at: house.desk.now().plus_seconds(-PROVED_FOR),
            ..staff
        }),
        other => other,
    }
}

macro_rules! forbidden {
    ($error:ident: $($deed:expr),+ $(,)?) => {
        $(assert!(matches!($deed.await.map(|_| ()), Err($error::Forbidden(_))), stringify!($deed));)+
    };
}

async fn stale(house: &House) {
    let (desk, actor) = (&house.desk, &long_ago(house));
    let sam = shown(house, house.sam.user).await;
    let new = NewColleague {
        name: Name::parse("Lotte").unwrap(),
        user: UserName::parse("lotte").unwrap(),
        language: Language::Nl,
        work: reception(),
    };
    let work = reception();
    let reset = InviteId::new(desk.ids());
    forbidden!(ColleagueError:
        colleagues::invite(desk, actor, new),
        colleagues::change_roles(desk, actor, sam, &work),
        colleagues::reset(desk, actor, sam, true),
        colleagues::release(desk, actor, reset),
        colleagues::leave(desk, actor, sam),
    );
    let denial = NewDenial {
        user: house.sam.user,
        record: RecordId::new(desk.ids()),
        reason: Note::parse("familie").unwrap(),
    };
    let lifted = DenialId::new(desk.ids());
    forbidden!(DenialError: denials::set(desk, actor, denial), denials::lift(desk, actor, lifted));
    let why = Pii::new(Remark::parse("verhuizing").unwrap());
    let (key, export) = (RepeatKey::new(desk.ids()), ExportId::new(desk.ids()));
    forbidden!(ExportError:
        exports::ask(desk, actor, &why, key),
        exports::release(desk, actor, (export, 0)),
        exports::make_ready(desk, actor, (export, 0)),
    );
    assert!(
        colleagues::all(desk, actor).await.is_ok(),
        "looking goes on"
    );
}

async fn own_role(house: &House) {
    let seen = shown(house, house.noor.user).await;
    let work = [
        (Role::Administrator, None),
        (Role::Reception, None),
        (Role::Coordinator, None),
    ];
    let refused = colleagues::change_roles(&house.desk, &noor(house), seen, &work).await;
    assert!(matches!(refused, Err(ColleagueError::OwnRole)));
    let fewer = [(Role::Administrator, None)];
    colleagues::change_roles(&house.desk, &noor(house), seen, &fewer)
        .await
        .unwrap();
    let own = colleagues::own_hand(&house.desk, &noor(house)).await;
    assert!(own.unwrap().is_empty(), "giving a role up is no news");
}

async fn alone(house: &House) {
    let sam = shown(house, house.sam.user).await;
    colleagues::change_roles(&house.desk, &noor(house), sam, &reception())
        .await
        .unwrap();
    let seen = shown(house, house.noor.user).await;
    let work = [
        (Role::Administrator, None),
        (Role::Reception, None),
        (Role::Coordinator, None),
    ];
    colleagues::change_roles(&house.desk, &noor(house), seen, &work)
        .await
        .unwrap();
    let sam = shown(house, house.sam.user).await;
    let back = [(Role::Administrator, None)];
    colleagues::change_roles(&house.desk, &noor(house), sam, &back)
        .await
        .unwrap();
    let read = colleagues::own_hand(&house.desk, &crate::inside::sam(house)).await;
    let read = read.unwrap();
    let told: Vec<_> = read
        .iter()
        .map(|one| (one.name.reveal().as_str(), one.role))
        .collect();
    assert_eq!(told, [("noor", Role::Coordinator)]);
    house.pass(31 * 24 * 60 * 60);
    let later = colleagues::own_hand(&house.desk, &crate::inside::sam(house)).await;
    assert!(later.unwrap().is_empty(), "after thirty days it is no news");
}
