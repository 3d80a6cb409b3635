//! Following the other processes on the same data: the command line beside a server on SQLite, and
//! several servers on PostgreSQL. Each tells its own people what the others changed, and learns the
//! names the others wrote down.

use domain::{PairId, RecordId, RequestId};
use tokio::time::Instant;

use super::{Bus, Change, Topic};
use crate::Desk;
use crate::access::Actor;
use crate::people::{self, PersonError};
use crate::same_as;
use crate::store::changes::{self, PAGE, Stored};
use crate::store::waking::Waking;
use crate::store::{Db, StoreError};

/// How far behind the newest number a transaction may still be open when following begins.
const OPEN_BEHIND: i64 = 1_000;

/// Follows until shutdown: within a second, and on PostgreSQL at once, everything that another
/// process stores is told here. What was stored before is old: it begins before the index of names
/// is built, or that would miss who is written down in between. After an outage everything that was
/// missed is told; when the data were put back to an earlier state, everything that is there is told
/// again.
pub async fn follow(desk: &Desk, shutdown: impl Future<Output = ()> + Send) {
    let mut shutdown = std::pin::pin!(shutdown);
    tokio::select! {
        () = &mut shutdown => {}
        () = forever(desk) => {}
    }
}

async fn forever(desk: &Desk) {
    let mut waking = Waking::default();
    let mut begun = false;
    loop {
        if let Err(error) = round(desk, &mut begun).await {
            tracing::warn!(%error, "what other processes changed could not be read");
        }
        waking.wait(desk.db()).await;
    }
}

async fn round(desk: &Desk, begun: &mut bool) -> Result<(), StoreError> {
    if !*begun {
        begin(desk.bus(), desk.db()).await?;
        *begun = true;
    }
    // In this order: what is told meanwhile must not look like something that is stored no more.
    let newest = desk.bus().window().newest();
    if changes::last(desk.db()).await? < newest {
        desk.bus().window().reset();
    }
    catch_up(desk).await?;
    desk.bus().window().settle(Instant::now());
    Ok(())
}

/// Takes everything that is stored now for told.
async fn begin(bus: &Bus, db: &Db) -> Result<(), StoreError> {
    let floor = changes::last(db).await?.saturating_sub(OPEN_BEHIND).max(0);
    let stored = pages(db, floor).await?;
    let mut window = bus.window();
    window.begin(floor);
    for row in stored {
        window.hear(row.seq);
    }
    Ok(())
}

async fn catch_up(desk: &Desk) -> Result<(), StoreError> {
    let floor = desk.bus().window().floor();
    for row in pages(desk.db(), floor).await? {
        if !desk.bus().window().is_new(row.seq) {
            continue;
        }
        match row.change {
            Some(change) => pass_on(desk, row.seq, change).await,
            None => drop(desk.bus().window().hear(row.seq)),
        }
    }
    Ok(())
}

async fn pages(db: &Db, floor: i64) -> Result<Vec<Stored>, StoreError> {
    let mut rows = changes::after(db, floor).await?;
    let mut full = rows.len() == PAGE;
    while let (true, Some(last)) = (full, rows.last()) {
        let page = changes::after(db, last.seq).await?;
        full = page.len() == PAGE;
        rows.extend(page);
    }
    Ok(rows)
}

/// Tells one change. A person whose keys are not there yet is not told; the next round tries again,
/// for as long as a missing number is awaited.
async fn pass_on(desk: &Desk, seq: i64, change: Change) {
    match learn(desk, change).await {
        Ok(()) => desk.bus().tell(seq, change),
        Err(error) => {
            tracing::warn!(%error, "a person that another process wrote down cannot be read yet");
        }
    }
}

async fn learn(desk: &Desk, change: Change) -> Result<(), PersonError> {
    if !matches!(change.topic, Topic::People | Topic::Imports | Topic::Pairs) {
        return Ok(());
    }
    let actor = Actor::Job {
        name: "follow",
        centre: change.centre,
        request: RequestId::new(desk.ids()),
    };
    match change.topic {
        Topic::Imports => people::many::follow(desk, &actor).await,
        Topic::Pairs => same_as::follow(desk, &actor, PairId::from_uuid(change.row)).await,
        _ => people::follow(desk, &actor, RecordId::from_uuid(change.row)).await,
    }
}
