//! The house: the installation, its centres, their services and rooms.

use domain::{Address, CentreId, Day, Language, RoomId, ServiceId, time::CentreZone};
use sqlx::FromRow;
use uuid::Uuid;

use super::fits::{Fits, Side};
use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};
use crate::places::{Centre, NewCentre, Room, Service};

statements! {
    FOUND = "INSERT INTO installation (id, min_reader, min_writer, demo, created_day)
             VALUES ($1, $4, $5, $2, $3)";
    FITS = "SELECT min_reader, min_writer FROM installation";
    RAISE = "UPDATE installation SET
                 min_reader = CASE WHEN min_reader < $1 THEN $1 ELSE min_reader END,
                 min_writer = CASE WHEN min_writer < $2 THEN $2 ELSE min_writer END";
    DEMO = "SELECT demo FROM installation";
    ADD_CENTRE = "INSERT INTO centre (id, slug, name, zone, language, address, profile, rev)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
    CENTRES = "SELECT id, slug, name, zone, language, address FROM centre ORDER BY slug";
    CENTRE = "SELECT id, slug, name, zone, language, address FROM centre WHERE id = $1";
    ADD_SERVICE = "INSERT INTO service (id, centre_id, name, rank) VALUES ($1, $2, $3, $4)";
    SERVICES = "SELECT id, name FROM service WHERE centre_id = $1 AND closed_at IS NULL
                ORDER BY rank, id";
    ADD_ROOM = "INSERT INTO room (id, centre_id, name, seats, child, wheelchair, own_exit, video, rank)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ROOMS = "SELECT id, name, seats, child, wheelchair, own_exit, video FROM room
             WHERE centre_id = $1 AND closed_at IS NULL ORDER BY rank, id";
}

#[derive(FromRow)]
struct CentreRow {
    id: Uuid,
    slug: String,
    name: String,
    zone: String,
    language: String,
    address: String,
}

#[derive(FromRow)]
struct ServiceRow {
    id: Uuid,
    name: String,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a column")]
#[derive(FromRow)]
struct RoomRow {
    id: Uuid,
    name: String,
    seats: i64,
    child: bool,
    wheelchair: bool,
    own_exit: bool,
    video: bool,
}

/// Whether the data say that they are a demo; `None` while nothing was founded.
///
/// # Errors
/// What the engine said.
pub async fn demo(db: &Db) -> Result<Option<bool>, StoreError> {
    timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_scalar(DEMO).fetch_optional(read).await,
            Db::Postgres(pool) => sqlx::query_scalar(DEMO).fetch_optional(pool).await,
        }
    })
    .await
}

/// Writes what the installation is, once.
///
/// # Errors
/// What the engine said.
pub async fn found(tx: &mut Tx, id: Uuid, demo: bool, day: Day) -> Result<(), StoreError> {
    let fits = Side::Data.fits();
    run!(
        tx,
        sqlx::query(FOUND)
            .bind(id)
            .bind(demo)
            .bind(day.date())
            .bind(fits.min_reader)
            .bind(fits.min_writer)
    )?;
    Ok(())
}

/// Which programs may use the data; nothing before they are founded.
pub(crate) async fn fits(db: &Db) -> Result<Option<Fits>, StoreError> {
    timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(FITS).fetch_optional(read).await,
            Db::Postgres(pool) => sqlx::query_as(FITS).fetch_optional(pool).await,
        }
    })
    .await
}

/// Shuts out the programs before these.
pub(crate) async fn raise(db: &Db, fits: Fits) -> Result<(), StoreError> {
    timed(async {
        match db {
            Db::Sqlite { write, .. } => {
                let query = sqlx::query(RAISE).bind(fits.min_reader);
                query.bind(fits.min_writer).execute(write).await.map(drop)
            }
            Db::Postgres(pool) => {
                let query = sqlx::query(RAISE).bind(fits.min_reader);
                query.bind(fits.min_writer).execute(pool).await.map(drop)
            }
        }
    })
    .await
}

/// Writes a new centre.
///
/// # Errors
/// [`StoreError::Taken`] when its short name is in use.
pub async fn add_centre(tx: &mut Tx, id: CentreId, new: &NewCentre) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(ADD_CENTRE)
            .bind(id.uuid())
            .bind(&new.slug)
            .bind(&new.name)
            .bind(new.zone.name())
            .bind(new.language.code())
            .bind(new.address.code())
            .bind(new.profile.code())
    )?;
    Ok(())
}

/// Every centre of the installation; needed before anybody has signed in.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn centres(db: &Db) -> Result<Vec<Centre>, StoreError> {
    let rows: Vec<CentreRow> = timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(CENTRES).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(CENTRES).fetch_all(pool).await,
        }
    })
    .await?;
    rows.into_iter().map(CentreRow::centre).collect()
}

/// The scope's own centre.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn centre(scope: &mut impl Scope) -> Result<Option<Centre>, StoreError> {
    let id = scope.centre().uuid();
    let row: Option<CentreRow> =
        on!(scope, c => sqlx::query_as(CENTRE).bind(id).fetch_optional(c))?;
    row.map(CentreRow::centre).transpose()
}

/// Writes a new service at the given place in the list.
///
/// # Errors
/// What the engine said.
pub async fn add_service(tx: &mut Tx, service: &Service, rank: i64) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD_SERVICE)
            .bind(service.id.uuid())
            .bind(centre)
            .bind(&service.name)
            .bind(rank)
    )?;
    Ok(())
}

/// The services that work in the house.
///
/// # Errors
/// What the engine said.
pub async fn services(scope: &mut impl Scope) -> Result<Vec<Service>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<ServiceRow> =
        on!(scope, c => sqlx::query_as(SERVICES).bind(centre).fetch_all(c))?;
    Ok(rows
        .into_iter()
        .map(|r| Service {
            id: ServiceId::from_uuid(r.id),
            name: r.name,
        })
        .collect())
}

/// Writes a new room at the given place in the list.
///
/// # Errors
/// What the engine said.
pub async fn add_room(tx: &mut Tx, room: &Room, rank: i64) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD_ROOM)
            .bind(room.id.uuid())
            .bind(centre)
            .bind(&room.name)
            .bind(room.seats)
            .bind(room.child)
            .bind(room.wheelchair)
            .bind(room.own_exit)
            .bind(room.video)
            .bind(rank)
    )?;
    Ok(())
}

/// The rooms of the house.
///
/// # Errors
/// What the engine said.
pub async fn rooms(scope: &mut impl Scope) -> Result<Vec<Room>, StoreError> {
    let centre = scope.centre().uuid();
    let rows: Vec<RoomRow> = on!(scope, c => sqlx::query_as(ROOMS).bind(centre).fetch_all(c))?;
    Ok(rows.into_iter().map(RoomRow::room).collect())
}

impl CentreRow {
    fn centre(self) -> Result<Centre, StoreError> {
        let unfit = |_| StoreError::Inconsistent;
        Ok(Centre {
            id: CentreId::from_uuid(self.id),
            slug: self.slug,
            name: self.name,
            zone: CentreZone::parse(&self.zone).map_err(unfit)?,
            language: Language::parse(&self.language).map_err(unfit)?,
            address: Address::parse(&self.address).map_err(unfit)?,
        })
    }
}

impl RoomRow {
    fn room(self) -> Room {
        Room {
            id: RoomId::from_uuid(self.id),
            name: self.name,
            seats: self.seats,
            child: self.child,
            wheelchair: self.wheelchair,
            own_exit: self.own_exit,
            video: self.video,
        }
    }
}
