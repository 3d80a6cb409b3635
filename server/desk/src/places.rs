//! The house itself: centres, the services that work there, and their rooms.

use domain::role::Action;
use domain::time::CentreZone;
use domain::{Address, CentreId, Language, Profile, RoomId, ServiceId};
use uuid::Uuid;

use crate::access::{self, Actor, Forbidden};
use crate::audit::Entry;
use crate::bus::Topic;
use crate::store::{self, Scope, StoreError};
use crate::{Desk, seal};

/// A centre: the tenant that every row belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Centre {
    /// Which centre.
    pub id: CentreId,
    /// Short name, also the name of its public host in a demo.
    pub slug: String,
    /// What the house is called; neutral, it stands on screens.
    pub name: String,
    /// Where its clock hangs.
    pub zone: CentreZone,
    /// The language of the house.
    pub language: Language,
    /// Whether it says je or u.
    pub address: Address,
}

/// A centre that is being founded.
#[derive(Clone, Debug)]
pub struct NewCentre {
    /// Short name in lower-case letters.
    pub slug: String,
    /// What the house is called.
    pub name: String,
    /// Where its clock hangs.
    pub zone: CentreZone,
    /// The language of the house.
    pub language: Language,
    /// Whether it says je or u.
    pub address: Address,
    /// The jurisdiction it works under.
    pub profile: Profile,
}

/// A service that works in the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Which service.
    pub id: ServiceId,
    /// What it is called on screens.
    pub name: String,
}

/// A room.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a room"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Which room.
    pub id: RoomId,
    /// What it is called.
    pub name: String,
    /// How many people can sit there.
    pub seats: i64,
    /// Made for children.
    pub child: bool,
    /// Reachable in a wheelchair.
    pub wheelchair: bool,
    /// Has an exit of its own.
    pub own_exit: bool,
    /// Has a screen for a talk at a distance.
    pub video: bool,
}

/// Why the house could not be shown or changed.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// Not allowed.
    #[error("not permitted")]
    Forbidden(#[from] Forbidden),
    /// No such centre.
    #[error("not found")]
    NotFound,
    /// The seal is closed.
    #[error("sealed")]
    Seal(#[from] seal::SealError),
    /// The store failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

/// The actor's own centre: its clock, language and name stand on every screen.
///
/// # Errors
/// [`PlaceError::NotFound`] when it is gone.
pub async fn own_centre(desk: &Desk, actor: &Actor) -> Result<Centre, PlaceError> {
    let permit = access::permitted(desk, actor, Action::KeepDraft).await?;
    let mut look = desk.look(&permit).await?;
    store::places::centre(&mut look)
        .await?
        .ok_or(PlaceError::NotFound)
}

/// Writes the installation itself, once: whether it is a demo is a property of the data.
///
/// # Errors
/// [`StoreError::Taken`] inside [`PlaceError::Store`] when it exists.
pub async fn install(desk: &Desk, actor: &Actor, demo: bool) -> Result<(), PlaceError> {
    let permit = access::permitted(desk, actor, Action::MakeDemo).await?;
    let mut tx = desk.begin(&permit).await?;
    // One id for every installation: of two that are made at the same moment, one is refused.
    let id = Uuid::nil();
    let day = CentreZone::parse("Europe/Brussels")
        .map_err(|_| PlaceError::NotFound)?
        .day_of(desk.now());
    store::places::found(&mut tx, id, demo, day).await?;
    Ok(desk
        .commit(tx, &permit, Entry::of("installation", *id.as_bytes()))
        .await?)
}

/// Founds a centre with its services and rooms.
///
/// # Errors
/// [`StoreError::Taken`] inside [`PlaceError::Store`] when the short name is in use.
pub async fn found(
    desk: &Desk,
    actor: &Actor,
    new: NewCentre,
    house: (&[Service], &[Room]),
) -> Result<(), PlaceError> {
    let permit = access::permitted(desk, actor, Action::MakeDemo).await?;
    let id = permit.centre();
    let mut tx = desk.begin(&permit).await?;
    store::places::add_centre(&mut tx, id, &new).await?;
    for (rank, service) in (0_i64..).zip(house.0) {
        store::places::add_service(&mut tx, service, rank).await?;
    }
    for (rank, room) in (0_i64..).zip(house.1) {
        store::places::add_room(&mut tx, room, rank).await?;
    }
    tx.touch(Topic::Places, id.uuid());
    Ok(desk
        .commit(tx, &permit, Entry::of("centre", id.bytes()))
        .await?)
}

/// The services and rooms of the house.
pub struct House {
    /// Services in the order the house lists them.
    pub services: Vec<Service>,
    /// Rooms in the order the house lists them.
    pub rooms: Vec<Room>,
}

impl House {
    /// Loads services and rooms.
    ///
    /// # Errors
    /// What the engine said.
    pub async fn load(scope: &mut impl Scope) -> Result<Self, StoreError> {
        let services = store::places::services(scope).await?;
        Ok(Self {
            services,
            rooms: store::places::rooms(scope).await?,
        })
    }

    /// What a service is called.
    #[must_use]
    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }

    /// A room by its id.
    #[must_use]
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == id)
    }
}
