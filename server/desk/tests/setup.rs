//! Setting the house up, as the screens and the trail see it: one form one change, of many who change
//! the same thing one does, refusals written down, and the roster knows its gaps.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[cfg(test)]
#[expect(dead_code, reason = "this test needs a part of the ground")]
mod support {
    pub mod ground;
    pub mod house;
}

use std::sync::Arc;

use desk::duties::{self, Watch};
use desk::setup::{self, SetupError, Shown};
use desk::staff::{self, NewColleague};
use desk::{access, centre, settings};
use domain::duty::{Duty, SpecialDay};
use domain::hours::{DayHours, Week};
use domain::organisation::{Organisation, ServicePlan};
use domain::role::Role;
use domain::setting::{Setting, SettingKey, TextKey, Tongues};
use domain::signin::{Passphrase, UserName};
use domain::text::{HouseText, Label, Name, Phone};
use domain::{Day, Language, OrganisationId, RepeatKey, UserId};
use support::ground::{id, neighbour, shell, span};
use support::house::House;
use tokio::task::JoinSet;
use uuid::Uuid;

on_both_engines! {
    once => a_form_sent_twice_acts_once_on_sqlite, a_form_sent_twice_acts_once_on_postgres;
    rivals => of_many_who_change_the_same_item_one_does_on_sqlite,
        of_many_who_change_the_same_item_one_does_on_postgres;
    trail => every_change_and_refusal_is_in_the_trail_on_sqlite,
        every_change_and_refusal_is_in_the_trail_on_postgres;
    elsewhere => nothing_of_another_house_can_be_named_or_changed_on_sqlite,
        nothing_of_another_house_can_be_named_or_changed_on_postgres;
    roles => only_an_administrator_sets_the_house_up_on_sqlite,
        only_an_administrator_sets_the_house_up_on_postgres;
    roster => an_empty_roster_is_said_only_while_the_house_is_open_on_sqlite,
        an_empty_roster_is_said_only_while_the_house_is_open_on_postgres;
    public => everybody_may_know_what_the_house_says_of_itself_on_sqlite,
        everybody_may_know_what_the_house_says_of_itself_on_postgres;
    versions => of_two_who_write_a_setting_the_second_is_told_on_sqlite,
        of_two_who_write_a_setting_the_second_is_told_on_postgres;
}

fn organisation(name: &str) -> Organisation {
    Organisation {
        name: Label::parse(name).unwrap(),
    }
}

fn fresh(house: &House) -> RepeatKey {
    RepeatKey::new(house.desk.ids())
}

fn shown(house: &House, id: Uuid, rev: i64) -> Shown {
    Shown {
        id,
        rev,
        key: fresh(house),
    }
}

async fn added(house: &House, name: &str) -> Uuid {
    let boss = house.colleague(Role::Administrator);
    setup::add(&house.desk, &boss, &organisation(name), fresh(house))
        .await
        .unwrap()
}

async fn names(house: &House) -> Vec<String> {
    let boss = house.colleague(Role::Administrator);
    let lines = setup::lines::<Organisation>(&house.desk, &boss)
        .await
        .unwrap();
    lines
        .into_iter()
        .map(|line| line.item.name.as_str().to_owned())
        .collect()
}

async fn once(house: House) {
    let (boss, key) = (house.colleague(Role::Administrator), fresh(&house));
    let stad = organisation("Stad");
    let add = || setup::add(&house.desk, &boss, &stad, key);
    let (first, second) = (add().await.unwrap(), add().await.unwrap());
    assert_eq!(
        (first, names(&house).await),
        (second, vec!["Stad".to_owned()])
    );
    let change = shown(&house, first, 1);
    for _ in 0..2 {
        setup::change(&house.desk, &boss, change, &organisation("Gemeente"))
            .await
            .unwrap();
    }
    let line = setup::line::<Organisation>(&house.desk, &boss, first)
        .await
        .unwrap();
    assert_eq!((line.item.name.as_str(), line.rev), ("Gemeente", 2));
}

async fn rivals(house: House) {
    let house = Arc::new(house);
    let item = added(&house, "Stad").await;
    let mut race = JoinSet::new();
    for rival in 0..8 {
        let house = house.clone();
        race.spawn(async move {
            let boss = house.colleague(Role::Administrator);
            let shown = shown(&house, item, 1);
            if rival % 2 == 0 {
                let name = organisation(&format!("Stad {rival}"));
                setup::change(&house.desk, &boss, shown, &name).await
            } else {
                setup::close::<Organisation>(&house.desk, &boss, shown, true).await
            }
        });
    }
    let outcomes = race.join_all().await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    let told =
        |outcome: &Result<(), SetupError>| matches!(outcome, Ok(()) | Err(SetupError::Stale));
    assert!(outcomes.iter().all(told), "{outcomes:?}");
}

/// How many rows of the trail there are for this action, by how it ended.
async fn rows(house: &House, action: &str, decision: &str) -> i64 {
    crate::raw!(house.desk.db(), p => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audit WHERE action = $1 AND decision = $2")
        .bind(action.to_owned()).bind(decision.to_owned()).fetch_one(p))
}

async fn trail(house: House) {
    let boss = house.colleague(Role::Administrator);
    let item = added(&house, "Stad").await;
    setup::change(
        &house.desk,
        &boss,
        shown(&house, item, 1),
        &organisation("Gemeente"),
    )
    .await
    .unwrap();
    let late = setup::change(
        &house.desk,
        &boss,
        shown(&house, item, 1),
        &organisation("Laat"),
    )
    .await;
    assert!(matches!(late, Err(SetupError::Stale)));
    let nobody =
        setup::close::<Organisation>(&house.desk, &boss, shown(&house, id(9), 1), true).await;
    assert!(matches!(nobody, Err(SetupError::NotFound)));
    setup::shift::<Organisation>(&house.desk, &boss, (item, fresh(&house)), true)
        .await
        .unwrap();
    assert_eq!(rows(&house, "set_partners", "done").await, 3);
    assert_eq!(rows(&house, "set_partners", "refused").await, 1);
    assert_eq!(rows(&house, "set_partners", "not_found").await, 1);
    let clear: i64 = crate::raw!(house.desk.db(), p => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audit WHERE action = 'set_partners' AND decision = 'done'
         AND sealed IS NULL").fetch_one(p));
    assert_eq!(clear, 0);
}

async fn elsewhere(house: House) {
    let ours = added(&house, "Stad").await;
    let (centre, _) = neighbour(&house).await;
    let mut boss = house.colleague(Role::Administrator);
    if let access::Actor::Staff(staff) = &mut boss {
        staff.centre = centre;
    }
    let desk = &house.desk;
    assert!(
        setup::lines::<Organisation>(desk, &boss)
            .await
            .unwrap()
            .is_empty()
    );
    let changed = setup::change(
        desk,
        &boss,
        shown(&house, ours, 1),
        &organisation("Van ons"),
    )
    .await;
    assert!(matches!(changed, Err(SetupError::NotFound)));
    let service = ServicePlan {
        name: Label::parse("Balie").unwrap(),
        organisation: Some(OrganisationId::from_uuid(ours)),
    };
    let named = setup::add(desk, &boss, &service, fresh(&house)).await;
    assert!(matches!(named, Err(SetupError::NotFound)));
    let duty = Duty {
        user: UserId::from_uuid(id(5)),
        span: span(0, 60),
    };
    let named = setup::add(desk, &boss, &duty, fresh(&house)).await;
    assert!(matches!(named, Err(SetupError::NotFound)));
}

async fn roles(house: House) {
    for role in Role::ALL
        .iter()
        .filter(|role| **role != Role::Administrator)
    {
        let actor = house.colleague(*role);
        let seen = setup::lines::<Organisation>(&house.desk, &actor).await;
        assert!(matches!(seen, Err(SetupError::Forbidden(_))), "{role:?}");
        let set = setup::add(&house.desk, &actor, &organisation("Stad"), fresh(&house)).await;
        assert!(matches!(set, Err(SetupError::Forbidden(_))), "{role:?}");
        assert_eq!(
            duties::watch(&house.desk, &actor).await.unwrap(),
            Watch::Empty
        );
    }
    assert!(names(&house).await.is_empty());
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

async fn set(house: &House, rev: i64, setting: &Setting) -> Result<(), SetupError> {
    let boss = house.colleague(Role::Administrator);
    settings::write(&house.desk, &boss, (rev, fresh(house)), setting).await
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

async fn public(house: House) {
    let (desk, boss) = (&house.desk, house.colleague(Role::Administrator));
    let (mut card, rev) = centre::read(desk, &boss).await.unwrap();
    card.phone = Some(Phone::parse("016 12 34 56").unwrap());
    centre::change(desk, &boss, (rev, fresh(&house)), &card)
        .await
        .unwrap();
    let late = centre::change(desk, &boss, (rev, fresh(&house)), &card).await;
    assert!(matches!(late, Err(SetupError::Stale)));
    let mut telling = centre::read(desk, &boss).await.unwrap();
    telling.0.public_name = Label::optional("Slachtofferhulp Leuven").unwrap();
    let told = centre::change(desk, &boss, (telling.1, fresh(&house)), &telling.0).await;
    assert!(matches!(told, Err(SetupError::Telling)));
    let text = HouseText::parse("Ben je slachtoffer van geweld? Kom langs.").unwrap();
    let welcome = Setting::text(TextKey::PortalWelcome, Language::Nl, Some(&text));
    let told = set(&house, 0, &welcome).await;
    assert!(matches!(told, Err(SetupError::Telling)));
    let today = card.zone.day_of(desk.now());
    for days in [-1, 29, 0, 30] {
        let closed = SpecialDay {
            day: today.plus_days(days),
            hours: DayHours::default(),
            reason: Label::parse("Gesloten").unwrap(),
        };
        let added = setup::add(desk, &boss, &closed, fresh(&house)).await;
        added.unwrap();
    }
    let text = HouseText::parse("Welkom «é»").unwrap();
    let welcome = Setting::text(TextKey::PortalWelcome, Language::Nl, Some(&text));
    set(&house, 0, &welcome).await.unwrap();
    set(
        &house,
        0,
        &Setting::tongues(&Tongues::parse("tr nl").unwrap()),
    )
    .await
    .unwrap();
    let visitor = access::Actor::Portal {
        centre: house.centre,
        request: domain::RequestId::new(desk.ids()),
    };
    let said = centre::public(desk, &visitor, Language::Nl).await.unwrap();
    assert_eq!(said.phone.unwrap().as_str(), "016123456");
    assert_eq!(
        (said.welcome, said.tongues.codes()),
        (Some(text), "nl tr".to_owned())
    );
    assert!(said.week.is_empty());
    let days: Vec<Day> = said.days.iter().map(|special| special.day).collect();
    assert_eq!(days, [today, today.plus_days(29)]);
    let french = centre::public(desk, &visitor, Language::Fr).await.unwrap();
    assert_eq!(french.welcome, None);
    assert!(centre::read(desk, &visitor).await.is_err());
}

async fn versions(house: House) {
    let text = |words: &str| {
        let text = HouseText::optional(words).unwrap();
        Setting::text(TextKey::Card, Language::Nl, text.as_ref())
    };
    set(&house, 0, &text("Eerst")).await.unwrap();
    let late = set(&house, 0, &text("Ook eerst")).await;
    assert!(matches!(late, Err(SetupError::Stale)));
    set(&house, 1, &text("")).await.unwrap();
    set(&house, 2, &text("Eerst")).await.unwrap();
    let boss = house.colleague(Role::Administrator);
    let key = SettingKey::Text(TextKey::Card, Language::Nl);
    let kept = settings::versions(&house.desk, &boss, key).await.unwrap();
    let kept: Vec<_> = kept
        .iter()
        .map(|one| (one.version, one.value.as_str()))
        .collect();
    assert_eq!(kept, [(3, "Eerst"), (2, ""), (1, "Eerst")]);
}
