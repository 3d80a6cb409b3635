//! The one page with the figures.

use std::path::PathBuf;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use desk::backup::Folder;
use desk::places::Centre;
use desk::{Desk, figures, store};
use domain::Instant;

use super::Meter;
use super::standing::Standing;
use crate::opening;

/// What Prometheus calls this way of writing figures.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What the figures are of.
#[derive(Clone)]
pub struct Watched {
    /// What was counted.
    pub meter: Meter,
    /// The house.
    pub desk: Desk,
    /// The folder of backups.
    pub backups: Option<PathBuf>,
}

/// The page `/metrics`, and nothing beside it.
pub fn site(watched: Watched) -> Router {
    let page = Router::new().route("/metrics", get(told));
    page.with_state(watched)
}

async fn told(State(watched): State<Watched>) -> impl IntoResponse {
    let standing = watched.standing().await;
    (
        [(CONTENT_TYPE, OPEN_METRICS)],
        watched.meter.told(&standing),
    )
}

impl Watched {
    async fn standing(&self) -> Standing {
        let desk = &self.desk;
        let mut standing = Standing {
            open: desk.is_open(),
            audit_waiting: desk.trail().waiting(),
            pools: desk.db().pools(),
            ..Standing::default()
        };
        self.look_at_backups(&mut standing).await;
        if standing.open {
            self.look_inside(&mut standing).await;
        }
        standing
    }

    /// Off the threads that serve: a disk of another machine may take its time.
    async fn look_at_backups(&self, standing: &mut Standing) {
        let Some(folder) = self.backups.as_deref().map(Folder::at) else {
            return;
        };
        let read = move || (folder.last_whole(), folder.last_shipped());
        let Ok((whole, shipped)) = tokio::task::spawn_blocking(read).await else {
            return;
        };
        let age = |at: Instant| self.desk.now().seconds_since(at);
        standing.backup_age = whole.ok().flatten().map(age);
        standing.shipped_age = shipped.ok().flatten().map(age);
    }

    /// Adds up what the centres say. What cannot be read now is left out.
    async fn look_inside(&self, standing: &mut Standing) {
        let Ok(centres) = store::places::centres(self.desk.db()).await else {
            return;
        };
        for Centre { id, .. } in centres {
            let actor = opening::job(&self.desk, "measure", id);
            let Ok(found) = figures::take(&self.desk, &actor).await else {
                return;
            };
            *standing.letters.get_or_insert(0) += found.letters;
            let waits = found.oldest.map(|at| self.desk.now().seconds_since(at));
            standing.oldest_letter = standing.oldest_letter.max(waits);
            *standing.people.get_or_insert(0) += found.people;
        }
    }
}
