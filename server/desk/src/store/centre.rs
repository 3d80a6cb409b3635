//! What a centre says about itself: its names, its address, how it is reached.

use domain::centre::{CentreCard, HostName};
use domain::text::{Label, Phone, Remark};
use domain::time::CentreZone;
use domain::{Address, CentreId, Language, Profile, Unfit};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Scope, StoreError, Tx, on, run, statements, timed};

statements! {
    READ = "SELECT name, public_name, language, address, profile, zone, street, town, phone,
            portal_host, rev FROM centre WHERE id = $1";
    CHANGE = "UPDATE centre SET name = $3, public_name = $4, language = $5, address = $6,
              profile = $7, zone = $8, street = $9, town = $10, phone = $11, portal_host = $12,
              rev = rev + 1 WHERE id = $1 AND rev = $2";
    HOSTS = "SELECT id, portal_host FROM centre WHERE portal_host IS NOT NULL ORDER BY slug";
}

#[derive(FromRow)]
struct Row {
    name: String,
    public_name: String,
    language: String,
    address: String,
    profile: String,
    zone: String,
    street: String,
    town: String,
    phone: String,
    portal_host: Option<String>,
    rev: i64,
}

/// What the scope's own centre says about itself, with its revision.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn read(scope: &mut impl Scope) -> Result<Option<(CentreCard, i64)>, StoreError> {
    let id = scope.centre().uuid();
    let row: Option<Row> = on!(scope, c => sqlx::query_as(READ).bind(id).fetch_optional(c))?;
    let read = |row: Row| row.card().map(|card| (card, row.rev));
    row.map(read)
        .transpose()
        .map_err(|_| StoreError::Inconsistent)
}

/// Writes it anew; `false` when it has another revision by now.
///
/// # Errors
/// [`StoreError::Taken`] when another centre has the name of the public site.
pub async fn change(tx: &mut Tx, rev: i64, card: &CentreCard) -> Result<bool, StoreError> {
    let id = tx.centre().uuid();
    let optional = |text: Option<&Remark>| text.map_or("", Remark::as_str).to_owned();
    let changed = run!(
        tx,
        sqlx::query(CHANGE)
            .bind(id)
            .bind(rev)
            .bind(card.name.as_str())
            .bind(card.public_name.as_ref().map_or("", Label::as_str))
            .bind(card.language.code())
            .bind(card.address.code())
            .bind(card.profile.code())
            .bind(card.zone.name())
            .bind(optional(card.street.as_ref()))
            .bind(optional(card.town.as_ref()))
            .bind(card.phone.as_ref().map_or("", Phone::as_str))
            .bind(card.portal_host.as_ref().map(HostName::as_str))
    )?;
    Ok(changed == 1)
}

/// The centres that have a public site under a name of their own; needed before anybody is known.
///
/// # Errors
/// What the engine said.
pub async fn hosts(db: &Db) -> Result<Vec<(CentreId, String)>, StoreError> {
    let rows: Vec<(Uuid, String)> = timed(async {
        match db {
            Db::Sqlite { read, .. } => sqlx::query_as(HOSTS).fetch_all(read).await,
            Db::Postgres(pool) => sqlx::query_as(HOSTS).fetch_all(pool).await,
        }
    })
    .await?;
    let named = |(id, host)| (CentreId::from_uuid(id), host);
    Ok(rows.into_iter().map(named).collect())
}

impl Row {
    fn card(&self) -> Result<CentreCard, Unfit> {
        Ok(CentreCard {
            name: Label::parse(&self.name)?,
            public_name: Label::optional(&self.public_name)?,
            language: Language::parse(&self.language)?,
            address: Address::parse(&self.address)?,
            profile: Profile::parse(&self.profile)?,
            zone: CentreZone::parse(&self.zone)?,
            street: Remark::optional(&self.street)?,
            town: Remark::optional(&self.town)?,
            phone: Phone::optional(&self.phone)?,
            portal_host: HostName::optional(self.portal_host.as_deref().unwrap_or_default())?,
        })
    }
}
