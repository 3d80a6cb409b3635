//! Old visits as browsers see them: how many, by which period, and two colleagues.

use desk::setup;
use desk::unlinkings;
use desk::visits::{self, Seen};
use domain::retention::{CountsFrom, Kept, Months, Retention};
use domain::role::Role;
use domain::text::Remark;
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Day, Pii, RepeatKey};

use crate::erasures::{colleague, rosa, send};
use crate::house::House;

/// She came and left, and visits are kept for a month.
async fn visited(house: &House) {
    let (desk, front) = (&house.desk, colleague(house, Role::Reception).await);
    let asked = CheckIn {
        record: Some(rosa(house).await),
        kind: VisitKind::Victim,
        purpose: Purpose::FirstTalk,
        service: None,
        remark: Pii::new(Remark::optional("wacht liever apart").unwrap()),
        facts: Pii::default(),
        alone: false,
        again: false,
    };
    let key = || RepeatKey::new(desk.ids());
    let visit = visits::check_in(desk, &front, asked, key()).await.unwrap();
    let seen = Seen {
        visit,
        rev: 1,
        key: key(),
    };
    visits::leave(desk, &front, seen).await.unwrap();
    let rule = Retention {
        controller: None,
        about: Kept::Visit,
        months: Months::parse("1").unwrap(),
        from: CountsFrom::Creation,
        source: Remark::parse("AVG art. 5.1.e").unwrap(),
        valid_from: Day::new(2026, 1, 1).unwrap(),
        valid_until: None,
        binds: false,
    };
    let boss = colleague(house, Role::Administrator).await;
    setup::add(desk, &boss, &rule, key()).await.unwrap();
}

#[tokio::test]
async fn old_visits_are_unlinked_with_the_same_before_two_pairs_of_eyes() {
    let house = House::new().await;
    visited(&house).await;
    let mut admin = house.signed_in(Role::Administrator).await;
    let here = "/manage/unlinkings";
    assert!(admin.get(here).await.text.contains("Geen enkel bezoek"));
    house.pass(32 * 24 * 60 * 60);
    let mut admin = house.signed_in(Role::Administrator).await;
    let page = admin.get(here).await;
    for part in [
        "10 maart 2026",
        "AVG art. 5.1.e: 1 maand",
        "voor de cijfers",
    ] {
        assert!(page.text.contains(part), "{part}");
    }
    assert!(!page.text.contains("Verzonnen"));
    let other = colleague(&house, Role::Coordinator).await;
    let due = unlinkings::show(&house.desk, &other)
        .await
        .unwrap()
        .due
        .unwrap();
    assert_eq!(page.value_of("mark"), due.digest_text());
    unlinkings::ask(&house.desk, &other, due.digest)
        .await
        .unwrap();
    assert!(
        admin
            .get("/manage")
            .await
            .text
            .contains("wacht op een collega")
    );
    let page = admin.get(here).await;
    assert!(page.text.contains(&due.mark()));
    let path = page
        .text
        .split_once("action=\"/manage/unlinkings/")
        .unwrap()
        .1;
    let path = format!("{here}/{}", path.split('"').next().unwrap());
    let (_, page) = send(&mut admin, 1, (&path, "rev=1")).await;
    assert!(!page.beside("sure").is_empty());
    let (_, page) = send(&mut admin, 2, (&path, "rev=1&sure=yes")).await;
    assert!(page.text.contains("Deze bezoeken zijn nu van niemand."));
    assert!(page.text.contains("Geen enkel bezoek") && page.text.contains("Vorige keren"));
    let (_, page) = send(&mut admin, 3, (&path, "rev=1&sure=yes")).await;
    assert!(page.text.contains("Een collega was eerder."));
}
