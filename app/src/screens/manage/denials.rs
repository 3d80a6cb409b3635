//! Which colleague must not see whom. The person is looked up first, then the colleague is chosen
//! with a reason; whoever is kept from somebody never sees this list say so.

use axum::extract::{Path, State};
use desk::colleagues::{self, Listed as Colleague};
use desk::denials::{self, DenialError, Listed, NewDenial};
use desk::index::Hit;
use desk::seal::SealError;
use domain::text::Note;
use domain::{DenialId, Pii, RecordId, Unfit, UserId};

use super::colleagues::failed as colleague_failed;
use crate::page::{Page, Site};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, say};

mod draw;

const HERE: &str = "/manage/denials";
const NEW: &str = "/manage/denials/new";
const FIELDS: [&str; 4] = ["q", "record", "colleague", "reason"];

/// What the form for a new denial needs.
struct Known {
    hits: Vec<Hit>,
    colleagues: Vec<Colleague>,
}

/// Shows the denials that hold.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let all: Result<Vec<Listed>, _> = denials::all(&site.desk, &signed.actor()).await;
        let all = all.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let said = screen.kept(HERE).await?.value("said").to_owned();
        let draw = move |screen: &Screen| draw::list(screen, &all, &said);
        Ok::<Page, Page>(screen.show(Place::managed(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Shows the form: first the search, then with its hits the rest.
pub async fn get_new(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(NEW).await?;
        let known = match posted.value("q").trim() {
            "" => None,
            asked => Some(known(&screen, asked).await?),
        };
        let draw = move |screen: &Screen| draw::new(screen, posted, known.as_ref());
        Ok::<Page, Page>(screen.show(Place::managed(NEW), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

async fn known(screen: &Screen, asked: &str) -> Result<Known, Page> {
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let asked: String = asked.chars().take(200).collect();
    let hits = denials::find(desk, &actor, &Pii::new(asked)).await;
    let all = colleagues::to_choose(desk, &actor).await;
    Ok(Known {
        hits: hits.map_err(|error| failed(&error))?,
        colleagues: all.map_err(|error| colleague_failed(&error))?,
    })
}

/// Keeps what was typed and shows the hits.
pub async fn post_search(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    back(&site, &signed, NEW, &typed.posted(&["q"])).await
}

/// Keeps a person from a colleague.
pub async fn post_new(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = typed.posted(&FIELDS);
    let record = chosen(typed.get("record"), RecordId::parse);
    let user = chosen(typed.get("colleague"), UserId::parse);
    let record = posted.check("record", record);
    let user = posted.check("colleague", user);
    let reason = posted.check("reason", Note::parse(typed.get("reason")));
    let (Some(record), Some(user), Some(reason), true) = (record, user, reason, posted.fits())
    else {
        return back(&site, &signed, NEW, &posted).await;
    };
    let new = NewDenial {
        user,
        record,
        reason,
    };
    match denials::set(&site.desk, &signed.actor(), new).await {
        Ok(_) => say(&site, &signed, HERE, ("denial-set", String::new())).await,
        Err(DenialError::Already) => {
            posted.refuse("colleague", Unfit::Taken);
            back(&site, &signed, NEW, &posted).await
        }
        Err(error) => failed(&error),
    }
}

fn chosen<T>(raw: &str, read: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Unfit> {
    if raw.is_empty() {
        Err(Unfit::Missing)
    } else {
        read(raw)
    }
}

/// Lets a colleague see a person again.
pub async fn post_lift(State(site): State<Site>, signed: Signed, Path(id): Path<String>) -> Page {
    let Ok(id) = DenialId::parse(&id) else {
        return Page::missing();
    };
    match denials::lift(&site.desk, &signed.actor(), id).await {
        Ok(()) => say(&site, &signed, HERE, ("denial-lifted", String::new())).await,
        Err(error) => failed(&error),
    }
}

fn failed(error: &DenialError) -> Page {
    match error {
        DenialError::Forbidden(_) | DenialError::NotFound => Page::missing(),
        DenialError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "a denial could not be shown or changed");
            Page::broken()
        }
    }
}
