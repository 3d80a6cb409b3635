//! The roster knows its gaps, and says so while the house is open.

use desk::duties::{self, Watch};
use desk::setup;
use desk::staff::{self, NewColleague};
use domain::duty::Duty;
use domain::hours::Week;
use domain::role::Role;
use domain::setting::Setting;
use domain::signin::{Passphrase, UserName};
use domain::text::Name;
use domain::{Language, UserId};

use crate::on_both_engines;
use crate::support::ground::{shell, span};
use crate::support::house::House;
use crate::{fresh, rows, set, shown};

on_both_engines! {
    roster => an_empty_roster_is_said_only_while_the_house_is_open_on_sqlite,
        an_empty_roster_is_said_only_while_the_house_is_open_on_postgres;
}

/// A colleague with an account.
async fn employed(house: &House) -> UserId {
    let new = NewColleague {
        name: Name::parse("Sofie De Backer").unwrap(),
        user: UserName::parse("sofie").unwrap(),
        passphrase: Passphrase::parse("zeven blauwe fietsen".to_owned()).unwrap(),
        language: Language::Nl,
        posts: vec![(Role::Coordinator, None)],
    };
    let shell = shell(house, house.centre);
    staff::add(&house.desk, &shell, new).await.unwrap().user
}

async fn roster(house: House) {
    let (desk, boss) = (&house.desk, house.colleague(Role::Administrator));
    assert_eq!(
        duties::watch(desk, &boss).await.unwrap(),
        Watch::Empty,
        "no hours: taken for open"
    );
    // The clock stands on Tuesday 10 March 2026, ten in the morning in Brussels.
    let closed = Setting::week(&Week::parse("|13-17|||||").unwrap());
    set(&house, 0, &closed).await.unwrap();
    assert_eq!(duties::watch(desk, &boss).await.unwrap(), Watch::Closed);
    let gaps = duties::gaps(desk, &boss).await.unwrap();
    assert_eq!(
        gaps,
        [span(3 * 60, 7 * 60)],
        "this Tuesday; the next is too far ahead"
    );
    let open = Setting::week(&Week::parse("|9-17|||||").unwrap());
    set(&house, 1, &open).await.unwrap();
    assert_eq!(duties::watch(desk, &boss).await.unwrap(), Watch::Empty);
    let user = employed(&house).await;
    let duty = Duty {
        user,
        span: span(-30, 60),
    };
    let duty = setup::add(desk, &boss, &duty, fresh(&house)).await.unwrap();
    assert_eq!(duties::watch(desk, &boss).await.unwrap(), Watch::Kept);
    let gaps = duties::gaps(desk, &boss).await.unwrap();
    assert_eq!(gaps, [span(60, 7 * 60)]);
    let known = duties::colleagues(desk, &boss).await.unwrap();
    assert_eq!(known[0].name.reveal().as_str(), "Sofie De Backer");
    assert_eq!(
        rows(&house, "set_roster", "done").await,
        2,
        "the look at names and the change"
    );
    setup::close::<Duty>(desk, &boss, shown(&house, duty, 1), true)
        .await
        .unwrap();
    assert_eq!(duties::watch(desk, &boss).await.unwrap(), Watch::Empty);
}
