//! What the tests of the store stand on: permits, transactions, invented rows, and a way past the
//! program to read what was stored.

use desk::access::{Actor, Permit, require};
use desk::places::{self, NewCentre, Room, Service};
use desk::store::{self, Look, Tx};
use domain::role::{Action, Role};
use domain::time::{CentreZone, Span};
use domain::{Address, CentreId, Instant, Language, Profile, RequestId, RoomId, ServiceId};
use uuid::Uuid;

use super::house::House;

/// Writes behind the program's back, on whichever engine it is.
#[macro_export]
macro_rules! changed {
    ($db:expr, $pool:ident => $query:expr) => {
        match $db {
            desk::store::Db::Sqlite { write: $pool, .. } => drop($query.await.unwrap()),
            desk::store::Db::Postgres($pool) => drop($query.await.unwrap()),
        }
    };
}

/// Reads behind the program's back, on whichever engine it is.
#[macro_export]
macro_rules! raw {
    ($db:expr, $pool:ident => $query:expr) => {
        match $db {
            desk::store::Db::Sqlite { write: $pool, .. } => $query.await.unwrap(),
            desk::store::Db::Postgres($pool) => $query.await.unwrap(),
        }
    };
}

/// An id that is easy to tell from others.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Some minutes after nine in the morning of 10 March 2026, UTC.
pub fn at(minutes: i64) -> Instant {
    Instant::from_unix(1_773_133_200 + minutes * 60)
}

/// From some minutes after nine until others.
pub fn span(from: i64, until: i64) -> Span {
    Span::new(at(from), at(until)).unwrap()
}

/// The permit of the reception of a house.
pub fn permit(house: &House) -> Permit {
    require(&house.colleague(Role::Reception), Action::CheckIn).unwrap()
}

/// A transaction of the reception.
pub async fn tx(house: &House) -> Tx {
    house.desk.begin(&permit(house)).await.unwrap()
}

/// A connection of the reception that reads.
pub async fn look(house: &House) -> Look {
    house.desk.look(&permit(house)).await.unwrap()
}

/// The command line, in a centre.
pub fn shell(house: &House, centre: CentreId) -> Actor {
    Actor::Cli {
        centre,
        request: RequestId::new(house.desk.ids()),
    }
}

/// A second centre on the same data, and the permit to act there.
pub async fn neighbour(house: &House) -> (CentreId, Permit) {
    let centre = CentreId::new(house.desk.ids());
    let actor = shell(house, centre);
    let new = NewCentre {
        slug: "esdoorn".to_owned(),
        name: "De Esdoorn".to_owned(),
        zone: CentreZone::parse("Europe/Amsterdam").unwrap(),
        language: Language::Fr,
        address: Address::Je,
        profile: Profile::ALL[1],
    };
    places::found(&house.desk, &actor, new, (&[], &[]))
        .await
        .unwrap();
    (centre, require(&actor, Action::BuildIndex).unwrap())
}

/// A service of the house.
pub async fn service(house: &House, number: u128) -> ServiceId {
    let service = Service {
        id: ServiceId::from_uuid(id(number)),
        name: format!("Dienst {number}"),
    };
    let mut tx = tx(house).await;
    store::places::add_service(&mut tx, &service, 0)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    service.id
}

/// A room of the house.
pub async fn room(house: &House, number: u128) -> RoomId {
    let mut tx = tx(house).await;
    let room = a_room(number);
    store::places::add_room(&mut tx, &room, 0).await.unwrap();
    tx.commit().await.unwrap();
    room.id
}

pub fn a_room(number: u128) -> Room {
    Room {
        id: RoomId::from_uuid(id(number)),
        name: format!("Kamer {number}"),
        seats: 4,
        child: false,
        wheelchair: true,
        own_exit: false,
        video: true,
    }
}
