//! What an administrator sets: lists whose items are changed as they were shown and closed instead of
//! removed, settings in versions, and the centre itself.

use desk::setup::Line;
use desk::store::settings::Version;
use desk::store::{
    StoreError, centre, days, duties, organisations, retention, rooms, services, settings,
};
use domain::centre::HostName;
use domain::duty::{Duty, SpecialDay};
use domain::hours::DayHours;
use domain::organisation::{Organisation, ServicePlan};
use domain::retention::{Retention, adopted, proposed};
use domain::room::{Buffer, Feature, RoomPlan, Seats};
use domain::text::{Label, Phone};
use domain::{Day, OrganisationId, Profile, UserId};

use super::staff::add as add_account;
use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, span, tx};
use crate::support::house::House;

on_both_engines! {
    partners => organisations_and_services_are_kept_in_order_on_sqlite,
        organisations_and_services_are_kept_in_order_on_postgres;
    plans => a_room_reads_back_with_everything_it_has_on_sqlite,
        a_room_reads_back_with_everything_it_has_on_postgres;
    calendar => a_day_is_special_once_on_sqlite, a_day_is_special_once_on_postgres;
    roster => the_roster_says_who_is_on_duty_at_a_moment_on_sqlite,
        the_roster_says_who_is_on_duty_at_a_moment_on_postgres;
    periods => a_period_reads_back_with_its_source_on_sqlite,
        a_period_reads_back_with_its_source_on_postgres;
    versions => a_setting_keeps_every_version_on_sqlite,
        a_setting_keeps_every_version_on_postgres;
    card => the_centre_changes_only_as_it_was_shown_on_sqlite,
        the_centre_changes_only_as_it_was_shown_on_postgres;
    next_door => nothing_that_was_set_is_seen_or_changed_next_door_on_sqlite,
        nothing_that_was_set_is_seen_or_changed_next_door_on_postgres;
}

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn organisation(name: &str) -> Organisation {
    Organisation { name: label(name) }
}

fn plan(name: &str) -> RoomPlan {
    RoomPlan {
        name: label(name),
        seats: Seats::parse("12").unwrap(),
        features: vec![Feature::Child, Feature::OwnExit, Feature::Soundproof],
        hours: DayHours::parse("9-12, 13-17").unwrap(),
        before: Buffer::parse("5").unwrap(),
        after: Buffer::parse("15").unwrap(),
    }
}

fn special(number: u32, hours: &str) -> SpecialDay {
    SpecialDay {
        day: Day::new(2026, 12, number).unwrap(),
        hours: DayHours::parse(hours).unwrap(),
        reason: label("Kerstmis «é»"),
    }
}

fn period(place: usize) -> Retention {
    let proposals = proposed(Profile::Flanders);
    adopted(&proposals[place], Day::new(2026, 1, 1).unwrap()).unwrap()
}

fn order<T>(lines: &[Line<T>]) -> Vec<u128> {
    lines.iter().map(|line| line.id.as_u128()).collect()
}

async fn partners(house: House) {
    let mut tx = tx(&house).await;
    for number in 1..=3 {
        let name = format!("Organisatie {number}");
        organisations::add(&mut tx, id(number), &organisation(&name))
            .await
            .unwrap();
    }
    organisations::rank(&mut tx, id(3), -1).await.unwrap();
    assert!(
        organisations::change(&mut tx, (id(1), 1), &organisation("Politie"))
            .await
            .unwrap()
    );
    assert!(
        !organisations::change(&mut tx, (id(1), 1), &organisation("Laat"))
            .await
            .unwrap()
    );
    assert!(
        organisations::close(&mut tx, (id(3), 1), Some(at(0)))
            .await
            .unwrap()
    );
    let sent = ServicePlan {
        name: label("Onthaal"),
        organisation: Some(OrganisationId::from_uuid(id(1))),
    };
    let bare = ServicePlan {
        organisation: None,
        ..sent.clone()
    };
    services::add(&mut tx, id(11), &sent).await.unwrap();
    services::add(&mut tx, id(12), &sent).await.unwrap();
    services::rank(&mut tx, id(12), -1).await.unwrap();
    assert!(services::change(&mut tx, (id(12), 1), &bare).await.unwrap());
    assert!(
        !services::close(&mut tx, (id(12), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    let kept = organisations::all(&mut look).await.unwrap();
    assert_eq!(order(&kept), [1, 2, 3]);
    assert_eq!((kept[0].item.name.as_str(), kept[0].rev), ("Politie", 2));
    assert_eq!(kept[2].closed, Some(at(0)));
    assert!(
        organisations::is_here(&mut look, OrganisationId::from_uuid(id(3)))
            .await
            .unwrap()
    );
    let kept = services::all(&mut look).await.unwrap();
    assert_eq!(order(&kept), [12, 11]);
    assert_eq!((&kept[0].item, &kept[1].item), (&bare, &sent));
}

async fn plans(house: House) {
    let mut tx = tx(&house).await;
    rooms::add(&mut tx, id(1), &plan("Beuk")).await.unwrap();
    rooms::add(&mut tx, id(2), &plan("Eik")).await.unwrap();
    rooms::rank(&mut tx, id(2), -1).await.unwrap();
    let mut bare = plan("Linde «é»");
    (bare.features, bare.hours) = (
        vec![Feature::Wheelchair, Feature::Video],
        DayHours::default(),
    );
    assert!(rooms::change(&mut tx, (id(1), 1), &bare).await.unwrap());
    assert!(!rooms::change(&mut tx, (id(1), 1), &bare).await.unwrap());
    assert!(
        rooms::close(&mut tx, (id(2), 1), Some(at(5)))
            .await
            .unwrap()
    );
    assert!(rooms::close(&mut tx, (id(2), 2), None).await.unwrap());
    tx.commit().await.unwrap();
    let kept = rooms::all(&mut look(&house).await).await.unwrap();
    let found: Vec<_> = kept
        .iter()
        .map(|line| (&line.item, line.closed, line.rev))
        .collect();
    assert_eq!(found, [(&plan("Eik"), None, 3), (&bare, None, 2)]);
}

async fn calendar(house: House) {
    let mut first = tx(&house).await;
    days::add(&mut first, id(1), &special(25, ""))
        .await
        .unwrap();
    days::add(&mut first, id(2), &special(24, "9-12"))
        .await
        .unwrap();
    assert!(
        days::change(&mut first, (id(2), 1), &special(24, "9-13"))
            .await
            .unwrap()
    );
    first.commit().await.unwrap();
    let mut second = tx(&house).await;
    let twice = days::add(&mut second, id(3), &special(25, "")).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    drop(second);
    let mut third = tx(&house).await;
    assert!(
        days::close(&mut third, (id(1), 1), Some(at(0)))
            .await
            .unwrap()
    );
    days::add(&mut third, id(3), &special(25, "10-11"))
        .await
        .unwrap();
    third.commit().await.unwrap();
    let kept = days::all(&mut look(&house).await).await.unwrap();
    assert_eq!(order(&kept), [2, 3, 1]);
    assert_eq!(kept[0].item, special(24, "9-13"));
}

async fn roster(house: House) {
    add_account(&house, 5).await;
    let user = super::staff::account(&house, 5).user;
    let mut tx = tx(&house).await;
    let duty = Duty {
        user,
        span: span(0, 60),
    };
    duties::add(&mut tx, id(1), &duty).await.unwrap();
    let longer = Duty {
        user,
        span: span(0, 90),
    };
    assert!(duties::change(&mut tx, (id(1), 1), &longer).await.unwrap());
    duties::add(&mut tx, id(2), &duty).await.unwrap();
    assert!(
        duties::close(&mut tx, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let mut look = look(&house).await;
    for (minute, on) in [(-1, 0), (0, 1), (60, 1), (89, 1), (90, 0)] {
        assert_eq!(
            duties::on_at(&mut look, at(minute)).await.unwrap(),
            on,
            "{minute}"
        );
    }
    let now = duties::who_at(&mut look, at(60)).await.unwrap();
    let after = duties::who_at(&mut look, at(90)).await.unwrap();
    assert_eq!((now, after.len()), (vec![user], 0));
    assert_eq!(duties::all(&mut look).await.unwrap()[0].item, longer);
    let colleagues = duties::colleagues(&mut look).await.unwrap();
    assert_eq!(
        colleagues.iter().map(|one| one.user).collect::<Vec<_>>(),
        [user]
    );
    assert!(duties::is_here(&mut look, user).await.unwrap());
    assert!(
        !duties::is_here(&mut look, UserId::from_uuid(id(99)))
            .await
            .unwrap()
    );
}

async fn periods(house: House) {
    let mut tx = tx(&house).await;
    organisations::add(&mut tx, id(9), &organisation("Stad"))
        .await
        .unwrap();
    retention::add(&mut tx, id(1), &period(0)).await.unwrap();
    retention::add(&mut tx, id(2), &period(5)).await.unwrap();
    let mut other = period(1);
    other.controller = Some(OrganisationId::from_uuid(id(9)));
    other.valid_until = Some(Day::new(2027, 12, 31).unwrap());
    assert!(
        retention::change(&mut tx, (id(1), 1), &other)
            .await
            .unwrap()
    );
    assert!(
        retention::close(&mut tx, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let kept = retention::all(&mut look(&house).await).await.unwrap();
    assert_eq!((order(&kept), &kept[0].item), (vec![1, 2], &other));
    assert_eq!(kept[1].item, period(5));
}

fn version(version: i64) -> Version {
    Version {
        version,
        value: format!("Versie {version} «é»\nTweede regel"),
        at: at(version),
    }
}

async fn versions(house: House) {
    let mut first = tx(&house).await;
    for number in 1..=3 {
        let row = id(u128::try_from(number).unwrap());
        settings::write(&mut first, row, "card.nl", &version(number))
            .await
            .unwrap();
    }
    first.commit().await.unwrap();
    let mut second = tx(&house).await;
    let taken = settings::write(&mut second, id(4), "card.nl", &version(3)).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(second);
    let mut look = look(&house).await;
    let newest = settings::versions(&mut look, "card.nl", 2).await.unwrap();
    assert_eq!(newest, [version(3), version(2)]);
    assert!(
        settings::versions(&mut look, "card.fr", 2)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn card(house: House) {
    let (mut card, rev) = centre::read(&mut look(&house).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (card.name.as_str(), rev, card.portal_host.is_none()),
        ("De Linde", 1, true)
    );
    card.public_name = Some(label("Linde 12"));
    card.phone = Some(Phone::parse("016 12 34 56").unwrap());
    card.portal_host = Some(HostName::parse("afspraak.voorbeeld.be").unwrap());
    let mut first = tx(&house).await;
    assert!(centre::change(&mut first, 1, &card).await.unwrap());
    assert!(!centre::change(&mut first, 1, &card).await.unwrap());
    first.commit().await.unwrap();
    let read = centre::read(&mut look(&house).await).await.unwrap();
    assert_eq!(read, Some((card.clone(), 2)));
    let hosts = centre::hosts(house.desk.db()).await.unwrap();
    assert_eq!(hosts, [(house.centre, "afspraak.voorbeeld.be".to_owned())]);
    let (_, permit) = neighbour(&house).await;
    let mut theirs = house.desk.begin(&permit).await.unwrap();
    let taken = centre::change(&mut theirs, 1, &card).await;
    assert!(matches!(taken, Err(StoreError::Taken)));
}

async fn next_door(house: House) {
    add_account(&house, 5).await;
    let duty = Duty {
        user: super::staff::account(&house, 5).user,
        span: span(0, 60),
    };
    let mut ours = tx(&house).await;
    organisations::add(&mut ours, id(1), &organisation("Stad"))
        .await
        .unwrap();
    rooms::add(&mut ours, id(2), &plan("Beuk")).await.unwrap();
    days::add(&mut ours, id(3), &special(25, "")).await.unwrap();
    retention::add(&mut ours, id(4), &period(0)).await.unwrap();
    duties::add(&mut ours, id(5), &duty).await.unwrap();
    settings::write(&mut ours, id(6), "week", &version(1))
        .await
        .unwrap();
    ours.commit().await.unwrap();
    let (_, permit) = neighbour(&house).await;
    let mut theirs = house.desk.begin(&permit).await.unwrap();
    assert!(
        !organisations::change(&mut theirs, (id(1), 1), &organisation("Van ons"))
            .await
            .unwrap()
    );
    assert!(
        !rooms::close(&mut theirs, (id(2), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !days::close(&mut theirs, (id(3), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !retention::close(&mut theirs, (id(4), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(
        !duties::close(&mut theirs, (id(5), 1), Some(at(0)))
            .await
            .unwrap()
    );
    assert!(organisations::all(&mut theirs).await.unwrap().is_empty());
    assert!(services::all(&mut theirs).await.unwrap().is_empty());
    assert!(rooms::all(&mut theirs).await.unwrap().is_empty());
    assert!(days::all(&mut theirs).await.unwrap().is_empty());
    assert!(retention::all(&mut theirs).await.unwrap().is_empty());
    assert!(duties::all(&mut theirs).await.unwrap().is_empty());
    assert_eq!(duties::on_at(&mut theirs, at(1)).await.unwrap(), 0);
    assert!(duties::colleagues(&mut theirs).await.unwrap().is_empty());
    assert!(
        !organisations::is_here(&mut theirs, OrganisationId::from_uuid(id(1)))
            .await
            .unwrap()
    );
    assert!(
        settings::versions(&mut theirs, "week", 5)
            .await
            .unwrap()
            .is_empty()
    );
}
