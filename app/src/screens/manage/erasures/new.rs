//! Writing a request down: the person is looked up, or reached from her card, then who asks and since
//! when.

use axum::extract::{Path, State};
use desk::erasures::{self, ErasureError, Request};
use domain::role::Action;
use domain::text::Name;
use domain::{Day, Pii, RecordId, Unfit};
use leptos::prelude::*;

use super::{HERE, failed, path, place};
use crate::form::{ErrorSummary, Field, Form, Kind, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::manage::lists::up;
use crate::screens::manage::picking::{self, Picking};

const NEW: &str = "/manage/erasures/new";

/// How somebody is chosen.
const PICKING: Picking = Picking {
    up: (HERE, "erasures-title"),
    title: "erasure-new",
    search: "/manage/erasures/search",
    of,
};

/// How long ago a request may have come in, in days.
const OLDEST: i64 = 366;

fn of(record: RecordId) -> String {
    format!("{HERE}/of/{record}")
}

/// Shows the search, and its hits.
pub async fn get_new(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(NEW).await?;
        let hits = match picking::asked(&posted) {
            None => None,
            Some(asked) => {
                let hits = erasures::find(&screen.site.desk, &screen.signed.actor(), &asked).await;
                Some(hits.map_err(|error| failed(&error))?)
            }
        };
        let place = place(&screen, NEW.to_owned());
        let drawn = move |screen: &Screen| picking::finding(screen, PICKING, hits.as_deref());
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Keeps what was typed and shows the hits.
pub async fn post_search(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    back(&site, &signed, NEW, &typed.posted(&["q"])).await
}

/// Shows the form of a request about somebody.
pub async fn get_of(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
) -> Page {
    let shown = async {
        let record = RecordId::parse(&record).map_err(|_| Page::missing())?;
        let name = erasures::whom(&site.desk, &signed.actor(), record).await;
        let name = name.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let mut posted = screen.kept(&of(record)).await?;
        if posted.values.is_empty() {
            let today = screen.centre.zone.day_of(screen.site.desk.now());
            posted.keep("day", today.typed());
        }
        let place = place(&screen, of(record));
        let drawn = move |screen: &Screen| form(screen, (record, &name), posted);
        Ok::<Page, Page>(screen.show(place, drawn).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn form(
    screen: &Screen,
    (record, name): (RecordId, &Pii<Option<Name>>),
    posted: Posted,
) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let called = name.reveal().as_ref().map_or_else(
        || words.t("person-initials-unknown"),
        |name| name.as_str().to_owned(),
    );
    let under = words.with("erasure-of", &[("name", called.into())]);
    let [day, asker] = ["day", "asker"].map(|field| posted.entry(field, words));
    let labels = vec![
        ("day", words.t("erasure-day")),
        ("asker", words.t("erasure-asker")),
    ];
    let away = if screen.may(Action::ShowErasures) {
        HERE.to_owned()
    } else {
        format!("/people/{record}")
    };
    view! {
        {up(screen, Some((HERE, "erasures-title")))}
        <PageHead title=words.t("erasure-new") under />
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <Form action=of(record) idem>
                <Field
                    label=words.t("erasure-day")
                    hint=words.t("erasure-day-hint")
                    entry=day
                    kind=Kind::Date
                />
                <Field
                    label=words.t("erasure-asker")
                    hint=words.t("erasure-asker-hint")
                    entry=asker
                />
                <div class="buttons">
                    <Submit label=words.t("erasure-note") />
                    <Go href=away label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
        </Card>
    }
}

/// Writes a request down.
pub async fn post_of(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
    typed: Typed,
) -> Page {
    let noted = async {
        let record = RecordId::parse(&record).map_err(|_| Page::missing())?;
        let screen = Screen::open(site, signed, nonce).await?;
        Ok::<Page, Page>(note(&screen, record, &typed).await)
    };
    noted.await.unwrap_or_else(|page| page)
}

async fn note(screen: &Screen, record: RecordId, typed: &Typed) -> Page {
    let (site, signed) = (&screen.site, &screen.signed);
    let mut posted = typed.posted(&["day", "asker"]);
    let today = screen.centre.zone.day_of(site.desk.now());
    let day = posted.check("day", came_in(typed.get("day"), today));
    let asker = posted.check("asker", Name::optional(typed.get("asker")));
    let (Some(asked_on), Some(asker), Some(key)) = (day, asker, typed.idem()) else {
        return back(site, signed, &of(record), &posted).await;
    };
    let request = Request {
        record,
        asker: Pii::new(asker),
        asked_on,
    };
    match erasures::note(&site.desk, &signed.actor(), request, key).await {
        Ok(id) if screen.may(Action::ShowErasures) => {
            say(
                site,
                signed,
                &path(id),
                ("erasure-said-noted", String::new()),
            )
            .await
        }
        Ok(_) => {
            let card = format!("/people/{record}");
            say(
                site,
                signed,
                &card,
                ("erasure-said-passed-on", String::new()),
            )
            .await
        }
        Err(ErasureError::Already) => {
            posted.refuse("day", Unfit::AlreadyThere);
            back(site, signed, &of(record), &posted).await
        }
        Err(error) => failed(&error),
    }
}

/// The day a request came in: within the last year.
fn came_in(raw: &str, today: Day) -> Result<Day, Unfit> {
    let day = Day::parse(raw)?;
    if day > today {
        Err(Unfit::InTheFuture)
    } else if day < today.plus_days(-OLDEST) {
        Err(Unfit::TooLongAgo)
    } else {
        Ok(day)
    }
}
