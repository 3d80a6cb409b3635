//! A database that does not answer: nobody waits for ever, and when it answers again the work goes
//! on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use desk::store::{Db, StoreError, places};
use sqlx::{Connection, Executor, SqliteConnection};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::support::ground::{a_room, permit, tx};
use crate::support::house::House;

/// The longest that anybody waits for one answer: five seconds and something for a busy machine.
const LIMIT: Duration = Duration::from_secs(6);

fn gave_up<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::TimedOut | StoreError::Again(_)))
}

#[tokio::test]
async fn a_locked_file_is_given_up_in_time_on_sqlite() {
    let house = Arc::new(House::on_sqlite().await);
    let mut other = SqliteConnection::connect(&house.url).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let mut clerks = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let house = house.clone();
        clerks.spawn(async move {
            let began = Instant::now();
            let outcome = house.desk.begin(&permit(&house)).await.map(drop);
            (gave_up(&outcome), began.elapsed())
        });
    }
    assert!(house.desk.db().ping().await.is_ok(), "reading goes on");
    for (gave_up, waited) in clerks.join_all().await {
        assert!(gave_up && waited < LIMIT, "{waited:?}");
    }
    other.execute("ROLLBACK").await.unwrap();
    let mut tx = tx(&house).await;
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_lock_that_is_short_is_waited_for_on_sqlite() {
    let house = House::on_sqlite().await;
    let mut other = SqliteConnection::connect(&house.url).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let freed = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        other.execute("ROLLBACK").await.unwrap();
    };
    let permit = permit(&house);
    let (tx, ()) = tokio::join!(house.desk.begin(&permit), freed);
    assert!(tx.is_ok());
}

/// A server that can be frozen: it takes what is sent and passes nothing on.
struct Ice {
    address: String,
    frozen: Arc<AtomicBool>,
}

impl Ice {
    async fn before(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let frozen = Arc::new(AtomicBool::new(false));
        let (server, ice) = (server.to_owned(), frozen.clone());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(&server).await.unwrap();
                let (client, server) = (client.into_split(), server.into_split());
                tokio::spawn(pass(client.0, server.1, ice.clone()));
                tokio::spawn(pass(server.0, client.1, ice.clone()));
            }
        });
        Self { address, frozen }
    }

    fn freeze(&self, frozen: bool) {
        self.frozen.store(frozen, Ordering::SeqCst);
    }
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    frozen: Arc<AtomicBool>,
) {
    let mut bytes = vec![0; 16_384];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        while frozen.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        if to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}

/// The database of a house, through the ice.
async fn behind(house: &House) -> (Ice, Db) {
    let (head, name) = house.url.rsplit_once('/').unwrap();
    let (user, server) = head.rsplit_once('@').unwrap();
    let ice = Ice::before(server).await;
    let db = Db::open_postgres(&format!("{user}@{}/{name}", ice.address)).await;
    (ice, db.unwrap())
}

#[tokio::test]
async fn a_frozen_server_is_given_up_in_time_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let (ice, db) = behind(&house).await;
    let permit = permit(&house);
    let mut tx = db.begin(&permit).await.unwrap();
    ice.freeze(true);
    let began = Instant::now();
    let outcome = places::add_room(&mut tx, &a_room(1), 0).await;
    assert!(
        gave_up(&outcome) && began.elapsed() < LIMIT,
        "{:?}",
        began.elapsed()
    );
    assert!(matches!(tx.commit().await, Err(StoreError::Spoilt)));
    let began = Instant::now();
    assert!(gave_up(&db.begin(&permit).await.map(drop)) && began.elapsed() < LIMIT);
    let began = Instant::now();
    assert!(gave_up(&db.ping().await) && began.elapsed() < LIMIT);
    ice.freeze(false);
    let mut look = db.look(&permit).await.unwrap();
    assert!(places::rooms(&mut look).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_server_that_freezes_at_the_end_is_given_up_in_time_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let (ice, db) = behind(&house).await;
    let mut tx = db.begin(&permit(&house)).await.unwrap();
    places::add_room(&mut tx, &a_room(1), 0).await.unwrap();
    ice.freeze(true);
    let began = Instant::now();
    assert!(gave_up(&tx.commit().await) && began.elapsed() < LIMIT);
    ice.freeze(false);
}

#[tokio::test]
async fn a_server_that_is_gone_is_said_to_be_unreachable_on_postgres() {
    let Some(house) = House::on_postgres().await else {
        return eprintln!("left out: TEST_POSTGRES_URL is not set");
    };
    let (head, _) = house.url.rsplit_once('/').unwrap();
    let nobody = Db::open_postgres(&format!("{head}/nobody")).await;
    assert!(matches!(nobody, Err(StoreError::Unreachable(_))));
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let mut tx = tx(&house).await;
    let Db::Postgres(pool) = house.desk.db() else {
        unreachable!()
    };
    pool.execute(end).await.unwrap();
    let outcome = places::add_room(&mut tx, &a_room(1), 0).await;
    assert!(
        matches!(outcome, Err(StoreError::Unreachable(_))),
        "{outcome:?}"
    );
    drop(tx);
    assert!(house.desk.db().ping().await.is_ok());
}
