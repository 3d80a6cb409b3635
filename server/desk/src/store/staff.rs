//! The accounts of colleagues and what they work as. Who somebody is stands sealed; the user name
//! is stored as a pseudonym that only an open vault can make.

use domain::role::Role;
use domain::{CentreId, Instant, Language, ServiceId, UserId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Scope, StoreError, Tx, on, run, statements};

statements! {
    ADD = "INSERT INTO staff (id, centre_id, user_key, identity, language, created_at, rev)
           VALUES ($1, $2, $3, $4, $5, $6, 0)";
    BY_KEY = "SELECT id, centre_id, identity, language FROM staff
              WHERE user_key = $1 AND closed_at IS NULL";
    BY_ID = "SELECT id, centre_id, identity, language FROM staff
             WHERE id = $1 AND closed_at IS NULL";
    FIND = "SELECT id, centre_id, identity, language FROM staff
            WHERE centre_id = $1 AND id = $2 AND closed_at IS NULL";
    EVERYWHERE = "SELECT id, centre_id, identity, language FROM staff WHERE closed_at IS NULL
                  ORDER BY created_at, id LIMIT 200";
    SPEAK = "UPDATE staff SET language = $3 WHERE centre_id = $1 AND id = $2";
    ADD_POST = "INSERT INTO staff_role (id, centre_id, user_id, role, service_id, since)
                VALUES ($1, $2, $3, $4, $5, $6)";
    ME = "SELECT s.id, s.centre_id, s.identity, s.language, p.id AS post_id, p.role, p.service_id,
          v.name AS service_name FROM staff s
          LEFT JOIN staff_role p ON p.centre_id = s.centre_id AND p.user_id = s.id AND p.ended_at IS NULL
          LEFT JOIN service v ON v.id = p.service_id AND v.centre_id = p.centre_id
          WHERE s.centre_id = $1 AND s.id = $2 AND s.closed_at IS NULL
          ORDER BY p.since, p.role, p.id";
    POSTS = "SELECT p.id, p.role, p.service_id, s.name AS service_name FROM staff_role p
             LEFT JOIN service s ON s.id = p.service_id AND s.centre_id = p.centre_id
             WHERE p.centre_id = $1 AND p.user_id = $2 AND p.ended_at IS NULL
             ORDER BY p.since, p.role, p.id";
    DEMO = "SELECT COUNT(*) FROM installation WHERE demo";
}

/// An account as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub user: UserId,
    /// In which centre.
    pub centre: CentreId,
    /// Name and user name, sealed.
    pub identity: Vec<u8>,
    /// The language of the screens.
    pub language: Language,
}

/// A role, and the service it is held for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The row.
    pub id: Uuid,
    /// As what.
    pub role: Role,
    /// For which service, with its name.
    pub service: Option<(ServiceId, String)>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    centre_id: Uuid,
    identity: Vec<u8>,
    language: String,
}

impl Row {
    fn account(self) -> Result<Account, StoreError> {
        Ok(Account {
            user: UserId::from_uuid(self.id),
            centre: CentreId::from_uuid(self.centre_id),
            identity: self.identity,
            language: Language::parse(&self.language).map_err(|_| StoreError::Inconsistent)?,
        })
    }
}

#[derive(FromRow)]
struct PostRow {
    id: Uuid,
    role: String,
    service_id: Option<Uuid>,
    service_name: Option<String>,
}

impl PostRow {
    fn post(self) -> Result<Post, StoreError> {
        let service = self.service_id.map(ServiceId::from_uuid);
        Ok(Post {
            id: self.id,
            role: Role::parse(&self.role).map_err(|_| StoreError::Inconsistent)?,
            service: service.zip(self.service_name),
        })
    }
}

/// An account beside one of its roles, or beside none.
#[derive(FromRow)]
struct WornRow {
    id: Uuid,
    centre_id: Uuid,
    identity: Vec<u8>,
    language: String,
    post_id: Option<Uuid>,
    role: Option<String>,
    service_id: Option<Uuid>,
    service_name: Option<String>,
}

impl WornRow {
    fn parted(self) -> (Row, Option<PostRow>) {
        let post = self.post_id.zip(self.role).map(|(id, role)| PostRow {
            id,
            role,
            service_id: self.service_id,
            service_name: self.service_name,
        });
        let account = Row {
            id: self.id,
            centre_id: self.centre_id,
            identity: self.identity,
            language: self.language,
        };
        (account, post)
    }
}

/// Stores an account under the pseudonym of its user name.
///
/// # Errors
/// [`StoreError::Taken`] when the user name is in use; else what the engine said.
pub async fn add(
    tx: &mut Tx,
    account: &Account,
    user_key: &[u8],
    now: Instant,
) -> Result<(), StoreError> {
    run!(
        tx,
        sqlx::query(ADD)
            .bind(account.user.uuid())
            .bind(account.centre.uuid())
            .bind(user_key)
            .bind(account.identity.as_slice())
            .bind(account.language.code())
            .bind(now.utc())
    )?;
    Ok(())
}

/// Gives a colleague a role.
///
/// # Errors
/// What the engine said.
pub async fn add_post(
    tx: &mut Tx,
    id: Uuid,
    user: UserId,
    post: (Role, Option<ServiceId>),
    now: Instant,
) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(ADD_POST)
            .bind(id)
            .bind(centre)
            .bind(user.uuid())
            .bind(post.0.code())
            .bind(post.1.map(ServiceId::uuid))
            .bind(now.utc())
    )?;
    Ok(())
}

/// The open account with this user name, in whichever centre.
///
/// # Errors
/// What the engine said.
pub async fn by_key(look: &mut impl Scope, user_key: &[u8]) -> Result<Option<Account>, StoreError> {
    let row: Option<Row> = on!(look, c => sqlx::query_as(BY_KEY).bind(user_key).fetch_optional(c))?;
    row.map(Row::account).transpose()
}

/// The open account with this id, in whichever centre: a device that signs in knows nothing else.
///
/// # Errors
/// What the engine said.
pub async fn by_id(look: &mut impl Scope, user: UserId) -> Result<Option<Account>, StoreError> {
    let row: Option<Row> =
        on!(look, c => sqlx::query_as(BY_ID).bind(user.uuid()).fetch_optional(c))?;
    row.map(Row::account).transpose()
}

/// The open account of a colleague of this centre.
///
/// # Errors
/// What the engine said.
pub async fn find(look: &mut impl Scope, user: UserId) -> Result<Option<Account>, StoreError> {
    let centre = look.centre().uuid();
    let row: Option<Row> = on!(look, c => sqlx::query_as(FIND)
        .bind(centre).bind(user.uuid()).fetch_optional(c))?;
    row.map(Row::account).transpose()
}

/// The open account of a colleague of this centre with what the colleague may work as, in one read:
/// every request begins with it.
///
/// # Errors
/// What the engine said, or [`StoreError::Inconsistent`].
pub async fn me(
    look: &mut impl Scope,
    user: UserId,
) -> Result<Option<(Account, Vec<Post>)>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<WornRow> = on!(look, c => sqlx::query_as(ME)
        .bind(centre).bind(user.uuid()).fetch_all(c))?;
    let (mut account, mut posts) = (None, Vec::with_capacity(rows.len()));
    for row in rows {
        let (own, post) = row.parted();
        posts.extend(post.map(PostRow::post).transpose()?);
        account = Some(own.account()?);
    }
    Ok(account.map(|account| (account, posts)))
}

/// The first two hundred open accounts of every centre; only a demo shows them.
///
/// # Errors
/// What the engine said.
pub async fn everywhere(look: &mut impl Scope) -> Result<Vec<Account>, StoreError> {
    let rows: Vec<Row> = on!(look, c => sqlx::query_as(EVERYWHERE).fetch_all(c))?;
    rows.into_iter().map(Row::account).collect()
}

/// Whether the data were made as a demo.
///
/// # Errors
/// What the engine said.
pub async fn is_demo(look: &mut impl Scope) -> Result<bool, StoreError> {
    let demos: i64 = on!(look, c => sqlx::query_scalar(DEMO).fetch_one(c))?;
    Ok(demos > 0)
}

/// What a colleague may work as, in the order it was given.
///
/// # Errors
/// What the engine said.
pub async fn posts(look: &mut impl Scope, user: UserId) -> Result<Vec<Post>, StoreError> {
    let centre = look.centre().uuid();
    let rows: Vec<PostRow> = on!(look, c => sqlx::query_as(POSTS)
        .bind(centre).bind(user.uuid()).fetch_all(c))?;
    rows.into_iter().map(PostRow::post).collect()
}

/// Changes the language of somebody's screens.
///
/// # Errors
/// What the engine said.
pub async fn speak(tx: &mut Tx, user: UserId, language: Language) -> Result<(), StoreError> {
    let centre = tx.centre().uuid();
    run!(
        tx,
        sqlx::query(SPEAK)
            .bind(centre)
            .bind(user.uuid())
            .bind(language.code())
    )?;
    Ok(())
}
