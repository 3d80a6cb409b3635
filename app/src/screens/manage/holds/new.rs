//! Setting a hold: the person is looked up, or reached from a request to erase her, then the ground, the
//! last day and why.

use axum::extract::{Path, State};
use desk::holds::{self, HoldError, NewHold};
use domain::hold::{Ground as Why, lasts};
use domain::text::{Name, Note};
use domain::{Day, Pii, RecordId, Unfit};
use leptos::prelude::*;

use super::one::called;
use super::{HERE, failed, path, place};
use crate::form::{Choice, ErrorSummary, Field, Form, Kind, Look, NoteBox, Pick, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back, say};
use crate::screens::manage::lists::up;
use crate::screens::manage::picking::{self, Picking};

const NEW: &str = "/manage/holds/new";

/// How somebody is chosen.
const PICKING: Picking = Picking {
    up: (HERE, "holds-title"),
    title: "hold-new",
    search: "/manage/holds/search",
    of,
};
const FIELDS: [&str; 3] = ["ground", "until", "why"];

/// The form of a hold on somebody.
pub fn of(record: RecordId) -> String {
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
                let hits = holds::find(&screen.site.desk, &screen.signed.actor(), &asked).await;
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

/// Shows the form of a hold on somebody.
pub async fn get_of(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
) -> Page {
    let shown = async {
        let record = RecordId::parse(&record).map_err(|_| Page::missing())?;
        let name = holds::whom(&site.desk, &signed.actor(), record).await;
        let name = name.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(&of(record)).await?;
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
    let under = words.with("hold-of", &[("name", called(screen, name).into())]);
    let [ground, until, why] = FIELDS.map(|field| posted.entry(field, words));
    let labels = vec![
        ("ground", words.t("hold-ground")),
        ("until", words.t("hold-last-day")),
        ("why", words.t("hold-why")),
    ];
    let pick = |one: &Why| {
        let (label, source) = (
            words.of("hold-ground", one.code()),
            words.of("hold-source", one.code()),
        );
        Pick::new(one.code(), label).with_hint(source)
    };
    let picks: Vec<Pick> = Why::ALL.iter().map(pick).collect();
    view! {
        {up(screen, Some((HERE, "holds-title")))}
        <PageHead title=words.t("hold-new") under />
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <Form action=of(record) idem>
                <Choice label=words.t("hold-ground") entry=ground picks look=Look::Lines />
                <Field
                    label=words.t("hold-last-day")
                    hint=words.t("hold-last-day-hint")
                    entry=until
                    kind=Kind::Date
                />
                <NoteBox label=words.t("hold-why") hint=words.t("hold-why-hint") entry=why />
                <div class="buttons">
                    <Submit label=words.t("hold-set-it") />
                    <Go href=HERE label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
        </Card>
    }
}

/// Sets a hold.
pub async fn post_of(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
    typed: Typed,
) -> Page {
    let set = async {
        let record = RecordId::parse(&record).map_err(|_| Page::missing())?;
        let screen = Screen::open(site, signed, nonce).await?;
        Ok::<Page, Page>(set(&screen, record, &typed).await)
    };
    set.await.unwrap_or_else(|page| page)
}

async fn set(screen: &Screen, record: RecordId, typed: &Typed) -> Page {
    let (site, signed) = (&screen.site, &screen.signed);
    let mut posted = typed.posted(&FIELDS);
    let today = screen.centre.zone.day_of(site.desk.now());
    let ground = match typed.get("ground") {
        "" => Err(Unfit::Missing),
        code => Why::parse(code),
    };
    let ground = posted.check("ground", ground);
    let until = Day::parse(typed.get("until"));
    let until = until.and_then(|day| lasts(day, today).map(|()| day));
    let until = posted.check("until", until);
    let why = posted.check("why", Note::parse(typed.get("why")));
    let (Some(ground), Some(until), Some(why), Some(key)) = (ground, until, why, typed.idem())
    else {
        return back(site, signed, &of(record), &posted).await;
    };
    let new = NewHold {
        record,
        ground,
        until,
        why: Pii::new(why),
    };
    match holds::set(&site.desk, &signed.actor(), new, key).await {
        Ok(id) => say(site, signed, &path(id), ("hold-said-set", String::new())).await,
        Err(HoldError::Refused(_)) => {
            posted.refuse("until", Unfit::InThePast);
            back(site, signed, &of(record), &posted).await
        }
        Err(error) => failed(&error),
    }
}
