//! The installation, its centres, services and rooms.

use chrono::NaiveDate;
use desk::places::{Centre, NewCentre, Service};
use desk::store::{StoreError, places};
use domain::time::CentreZone;
use domain::{Address, CentreId, Day, Language, Profile, ServiceId};
use uuid::Uuid;

use crate::on_both_engines;
use crate::support::ground::{a_room, id, look, neighbour, tx};
use crate::support::house::House;

on_both_engines! {
    founded => the_installation_says_what_it_is_on_sqlite,
        the_installation_says_what_it_is_on_postgres;
    centres => a_centre_reads_back_as_it_was_written_on_sqlite,
        a_centre_reads_back_as_it_was_written_on_postgres;
    short_name => two_centres_never_share_a_short_name_on_sqlite,
        two_centres_never_share_a_short_name_on_postgres;
    services => services_are_listed_in_the_order_of_the_house_on_sqlite,
        services_are_listed_in_the_order_of_the_house_on_postgres;
    rooms => rooms_read_back_as_they_were_written_on_sqlite,
        rooms_read_back_as_they_were_written_on_postgres;
}

async fn founded(house: House) {
    let db = house.desk.db();
    assert_eq!(places::demo(db).await.unwrap(), Some(true));
    let day: NaiveDate = crate::raw!(db, p =>
        sqlx::query_scalar("SELECT created_day FROM installation").fetch_one(p));
    assert_eq!(day, NaiveDate::from_ymd_opt(2026, 3, 10).unwrap());
    crate::changed!(db, p => sqlx::query("DELETE FROM installation").execute(p));
    assert_eq!(places::demo(db).await.unwrap(), None);
    let mut tx = tx(&house).await;
    let day = Day::new(2026, 3, 11).unwrap();
    places::found(&mut tx, id(1), false, day).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(places::demo(db).await.unwrap(), Some(false));
    let (reader, writer): (i64, i64) = crate::raw!(db, p =>
        sqlx::query_as("SELECT min_reader, min_writer FROM installation").fetch_one(p));
    let known: i64 = crate::raw!(db, p =>
        sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(p));
    assert!(
        1 < reader && reader <= writer && writer <= known,
        "older programs are shut out"
    );
}

async fn centres(house: House) {
    let (other, _) = neighbour(&house).await;
    let all = places::centres(house.desk.db()).await.unwrap();
    let slugs: Vec<&str> = all.iter().map(|centre| centre.slug.as_str()).collect();
    assert_eq!(slugs, ["esdoorn", "linde"]);
    let esdoorn = Centre {
        id: other,
        slug: "esdoorn".to_owned(),
        name: "De Esdoorn".to_owned(),
        zone: CentreZone::parse("Europe/Amsterdam").unwrap(),
        language: Language::Fr,
        address: Address::Je,
    };
    assert_eq!(all[0], esdoorn);
    let own = places::centre(&mut look(&house).await).await.unwrap();
    assert_eq!(own.as_ref(), Some(&all[1]));
    let (profile, rev): (String, i64) = crate::raw!(house.desk.db(), p =>
        sqlx::query_as("SELECT profile, rev FROM centre WHERE slug = 'esdoorn'").fetch_one(p));
    assert_eq!((profile.as_str(), rev), (Profile::ALL[1].code(), 1));
}

async fn short_name(house: House) {
    let new = NewCentre {
        slug: "linde".to_owned(),
        name: "De tweede Linde".to_owned(),
        zone: CentreZone::parse("Europe/Brussels").unwrap(),
        language: Language::Nl,
        address: Address::U,
        profile: Profile::ALL[0],
    };
    let mut tx = tx(&house).await;
    let centre = CentreId::from_uuid(id(1));
    let second = places::add_centre(&mut tx, centre, &new).await;
    assert!(matches!(second, Err(StoreError::Taken)));
}

async fn services(house: House) {
    let mut tx = tx(&house).await;
    for (number, rank) in [(1, 2), (2, 0), (3, 1)] {
        let service = Service {
            id: ServiceId::from_uuid(id(number)),
            name: format!("Dienst {number} «é»"),
        };
        places::add_service(&mut tx, &service, rank).await.unwrap();
    }
    tx.commit().await.unwrap();
    let listed = places::services(&mut look(&house).await).await.unwrap();
    let names: Vec<&str> = listed.iter().map(|service| service.name.as_str()).collect();
    assert_eq!(names, ["Dienst 2 «é»", "Dienst 3 «é»", "Dienst 1 «é»"]);
    assert_eq!(listed[0].id.uuid(), id(2));
    crate::changed!(house.desk.db(), p => sqlx::query(
        "UPDATE service SET closed_at = $1 WHERE rank = 0")
        .bind(house.desk.now().utc()).execute(p));
    let listed = places::services(&mut look(&house).await).await.unwrap();
    assert_eq!(listed.len(), 2);
}

async fn rooms(house: House) {
    let mut other = a_room(2);
    (other.child, other.wheelchair, other.own_exit, other.video) = (true, false, true, false);
    other.seats = 12;
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 1).await.unwrap();
    places::add_room(&mut tx, &other, 0).await.unwrap();
    tx.commit().await.unwrap();
    let listed = places::rooms(&mut look(&house).await).await.unwrap();
    assert_eq!(listed, [other, a_room(1)]);
    let centres: Vec<Uuid> = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT DISTINCT centre_id FROM room").fetch_all(p));
    assert_eq!(centres, [house.centre.uuid()]);
}
