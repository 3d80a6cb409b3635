//! A house that is put back from before lets nobody in who left it since, nor lets anybody work as
//! what was taken away.

use desk::Desk;
use desk::access::{Actor, StaffActor};
use desk::backup::restore;
use desk::colleagues::{self, Shown};
use desk::store;
use domain::role::Role;
use domain::{Instant, Language, UserId};
use uuid::Uuid;

use super::ground::{Kept, opened};
use crate::support::house::House;

const DAY: i64 = 24 * 60 * 60;

/// Somebody who works at the desk and leads groups.
async fn colleague(kept: &Kept, number: u128) -> UserId {
    let user = UserId::from_uuid(Uuid::from_u128(number));
    let account = store::staff::Account {
        user,
        centre: kept.house.centre,
        identity: vec![7, 0, 255],
        language: Language::Nl,
    };
    let now = kept.desk.now();
    let mut tx = kept.desk.begin(&super::ledger::permit(kept)).await.unwrap();
    store::staff::add(&mut tx, &account, &number.to_be_bytes(), now)
        .await
        .unwrap();
    for (post, role) in [(1, Role::Reception), (2, Role::Facilitator)] {
        let id = Uuid::from_u128(number * 10 + post);
        store::staff::add_post(&mut tx, id, user, (role, None), now)
            .await
            .unwrap();
    }
    kept.desk.settle(tx).await.unwrap();
    user
}

/// Who manages the house, and has just shown so.
fn administrator(kept: &Kept) -> Actor {
    let Actor::Staff(staff) = kept.house.colleague(Role::Administrator) else {
        unreachable!("a colleague")
    };
    Actor::Staff(StaffActor {
        proved_at: kept.desk.now(),
        ..staff
    })
}

/// What a colleague may work as; nothing for whoever is no colleague.
async fn works_as(desk: &Desk, kept: &Kept, user: UserId) -> Option<Vec<&'static str>> {
    let mut look = desk.look(&super::ledger::permit(kept)).await.unwrap();
    store::colleagues::one(&mut look, user).await.unwrap()?;
    let posts = store::staff::posts(&mut look, user).await.unwrap();
    let mut roles: Vec<_> = posts.into_iter().map(|post| post.role.code()).collect();
    roles.sort_unstable();
    Some(roles)
}

async fn put_back(kept: &Kept, then: Instant) -> Desk {
    let to = kept.elsewhere("back");
    let asked = (to.as_path(), Some(then));
    restore(&kept.folder(), &kept.opener(0), asked, &kept.tools())
        .await
        .unwrap();
    opened(&to, kept).await
}

#[tokio::test]
async fn who_left_or_was_relieved_since_stays_so() {
    let kept = Kept::of(House::on_sqlite().await).await;
    let (gone, relieved, stays) = (
        colleague(&kept, 5).await,
        colleague(&kept, 6).await,
        colleague(&kept, 7).await,
    );
    let mut keeper = kept.keeper();
    keeper.whole(&kept.job()).await.unwrap();
    let then = kept.desk.now();
    kept.works.forward(DAY);
    let shown = |user| Shown { user, rev: 0 };
    let actor = administrator(&kept);
    colleagues::leave(&kept.desk, &actor, shown(gone))
        .await
        .unwrap();
    let left = [(Role::Reception, None)];
    colleagues::change_roles(&kept.desk, &actor, shown(relieved), &left)
        .await
        .unwrap();
    keeper.round(&kept.job()).await.unwrap();
    let desk = put_back(&kept, then).await;
    assert_eq!(works_as(&desk, &kept, gone).await, None);
    let one = Some(vec![Role::Reception.code()]);
    assert_eq!(works_as(&desk, &kept, relieved).await, one);
    let both = Some(vec![Role::Facilitator.code(), Role::Reception.code()]);
    assert_eq!(works_as(&desk, &kept, stays).await, both);
}
