//! What the house says of itself, and the versions of what it said.

use desk::setup::{self, SetupError};
use desk::{access, centre, settings};
use domain::duty::SpecialDay;
use domain::hours::DayHours;
use domain::role::Role;
use domain::setting::{Setting, SettingKey, TextKey, Tongues};
use domain::text::{HouseText, Label, Phone};
use domain::{Day, Language};

use crate::on_both_engines;
use crate::support::house::House;
use crate::{fresh, set};

on_both_engines! {
    public => everybody_may_know_what_the_house_says_of_itself_on_sqlite,
        everybody_may_know_what_the_house_says_of_itself_on_postgres;
    versions => of_two_who_write_a_setting_the_second_is_told_on_sqlite,
        of_two_who_write_a_setting_the_second_is_told_on_postgres;
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
