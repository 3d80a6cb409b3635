//! What the centre says about itself: its names, its language, its address, how it is reached.

use axum::extract::State;
use desk::centre;
use desk::setup::SetupError;
use domain::centre::{CentreCard, HostName, ZONES};
use domain::text::{Label, Phone, Remark};
use domain::time::CentreZone;
use domain::{Address, Language, Profile, Unfit};
use leptos::prelude::*;

use super::lists::{Undo, crumbs, notice, tell};
use crate::form::{Choice, ErrorSummary, Field, Form, Kind, Pick, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, setup_failed};
use crate::words::Words;

/// Its path.
const HERE: &str = "/manage/centre";

/// The fields, in their order.
const FIELDS: [&str; 10] = [
    "name",
    "language",
    "address",
    "profile",
    "zone",
    "public_name",
    "street",
    "town",
    "phone",
    "portal_host",
];

/// Shows the centre.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let read = centre::read(&site.desk, &signed.actor()).await;
    let (card, rev) = read.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let mut posted = screen.kept(HERE).await?;
    if !posted.values.contains_key("name") {
        fill(&card, &mut posted);
    }
    let drawn = move |screen: &Screen| content(screen, posted, rev);
    Ok(screen.show(Place::managed(HERE), drawn).await)
}

fn fill(card: &CentreCard, posted: &mut Posted) {
    let remark = |text: &Option<Remark>| text.as_ref().map_or("", Remark::as_str).to_owned();
    posted.keep("name", card.name.as_str());
    posted.keep("language", card.language.code());
    posted.keep("address", card.address.code());
    posted.keep("profile", card.profile.code());
    posted.keep("zone", card.zone.name());
    posted.keep(
        "public_name",
        card.public_name.as_ref().map_or("", Label::as_str),
    );
    posted.keep("street", remark(&card.street));
    posted.keep("town", remark(&card.town));
    posted.keep("phone", card.phone.as_ref().map_or("", Phone::as_str));
    posted.keep(
        "portal_host",
        card.portal_host.as_ref().map_or("", HostName::as_str),
    );
}

fn content(screen: &Screen, posted: Posted, rev: i64) -> impl IntoView + use<> {
    let words = screen.words;
    let said = notice(screen, &posted);
    let (inside, outside) = (inside(words, &posted), outside(words, &posted));
    let now = now(screen);
    let label = |name: &'static str| (name, words.t(&format!("centre-{}", name.replace('_', "-"))));
    let labels: Vec<_> = FIELDS.into_iter().map(label).collect();
    let idem = screen.idem();
    view! {
        {crumbs(words, None)}
        <PageHead title=words.t("centre-title") under=words.t("centre-lead") />
        {said}
        <ErrorSummary posted labels words />
        <Form action=HERE idem rev=Some(rev)>
            <div class="halves">
                <Card ground=Ground::Roomy><h2>{words.t("centre-group-inside")}</h2>{inside}</Card>
                <Card ground=Ground::Roomy><h2>{words.t("centre-group-outside")}</h2>{outside}{now}</Card>
            </div>
            <div class="buttons">
                <Submit label=words.t("save") />
                <Go href=super::HERE label=words.t("cancel") weight=Weight::Quiet />
            </div>
        </Form>
    }
}

fn inside(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let pick = |family: &str, code: &str| Pick::new(code, words.of(family, code));
    let languages = Language::ALL
        .map(|one| pick("language", one.code()))
        .to_vec();
    let addresses = [Address::Je, Address::U]
        .map(|one| pick("address", one.code()))
        .to_vec();
    let profiles = Profile::ALL
        .iter()
        .map(|one| pick("profile", one.code()))
        .collect();
    let zones = ZONES
        .map(|zone| Pick::new(zone, words.of("centre-zone", city(zone))))
        .to_vec();
    view! {
        <Field label=words.t("centre-name") hint=words.t("centre-name-hint") entry=posted.entry("name", words) />
        <Choice label=words.t("centre-language") entry=posted.entry("language", words) picks=languages />
        <Choice label=words.t("centre-address") entry=posted.entry("address", words) picks=addresses />
        <Choice label=words.t("centre-profile") entry=posted.entry("profile", words) picks=profiles />
        <Choice label=words.t("centre-zone") entry=posted.entry("zone", words) picks=zones />
    }
}

/// The city in the name of a zone.
fn city(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

fn outside(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let field = |label: &str, name: &'static str, hint: &str, kind| {
        let hint = if hint.is_empty() {
            String::new()
        } else {
            words.t(hint)
        };
        view! { <Field label=words.t(label) hint entry=posted.entry(name, words) kind /> }
    };
    view! {
        {field("centre-public-name", "public_name", "centre-public-name-hint", Kind::Text)}
        {field("centre-street", "street", "", Kind::Text)}
        {field("centre-town", "town", "", Kind::Text)}
        {field("centre-phone", "phone", "centre-phone-hint", Kind::Phone)}
        {field("centre-portal-host", "portal_host", "centre-portal-host-hint", Kind::Text)}
    }
}

/// Where the public site is now.
fn now(screen: &Screen) -> Option<impl IntoView + use<>> {
    let address = screen.site.outside.of(screen.centre.id)?;
    let label = screen.words.t("centre-portal-now");
    Some(view! {
        <p class="muted">{label} " " <a href=address.clone() rel="noreferrer">{address.clone()}</a></p>
    })
}

/// Changes the centre.
pub async fn post(State(site): State<Site>, signed: Signed, nonce: Nonce, typed: Typed) -> Page {
    match save(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn save(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let mut posted = typed.posted(&FIELDS);
    let card = read(&mut posted);
    for field in ["public_name", "portal_host"] {
        posted.check_telling(field, desk::neutral::words());
    }
    let card = card.filter(|_| posted.fits());
    let (Some(card), Some(key)) = (card, typed.idem()) else {
        return Ok(refused(&screen, posted).await);
    };
    let before = centre::read(desk, &actor).await;
    let (before, _) = before.map_err(|error| setup_failed(&error))?;
    match centre::change(desk, &actor, (typed.rev(), key), &card).await {
        Ok(()) => {
            let mut was = Posted::default();
            fill(&before, &mut was);
            let undo = Undo::of(HERE.to_owned(), typed.rev() + 1).with(was.values);
            let said = ("centre-saved", String::new());
            Ok(tell(&screen, HERE, said, Some(undo)).await)
        }
        Err(SetupError::Stale) => {
            posted.refuse("name", Unfit::ChangedMeanwhile);
            Ok(refused(&screen, posted).await)
        }
        Err(SetupError::Taken) => {
            posted.refuse("portal_host", Unfit::AlreadyThere);
            Ok(refused(&screen, posted).await)
        }
        Err(error) => Err(setup_failed(&error)),
    }
}

async fn refused(screen: &Screen, mut posted: Posted) -> Page {
    posted.in_order(&FIELDS);
    back(&screen.site, &screen.signed, HERE, &posted).await
}

/// Reads one field of the form.
fn field<T>(
    posted: &mut Posted,
    name: &str,
    parse: impl Fn(&str) -> Result<T, Unfit>,
) -> Option<T> {
    let read = parse(posted.value(name));
    posted.check(name, read)
}

fn read(posted: &mut Posted) -> Option<CentreCard> {
    let name = field(posted, "name", Label::parse);
    let public_name = field(posted, "public_name", Label::optional);
    let language = field(posted, "language", Language::parse);
    let address = field(posted, "address", Address::parse);
    let profile = field(posted, "profile", Profile::parse);
    let zone = field(posted, "zone", CentreZone::parse);
    let street = field(posted, "street", Remark::optional);
    let town = field(posted, "town", Remark::optional);
    let phone = field(posted, "phone", Phone::optional);
    let portal_host = field(posted, "portal_host", HostName::optional);
    Some(CentreCard {
        name: name?,
        public_name: public_name?,
        language: language?,
        address: address?,
        profile: profile?,
        zone: zone?,
        street: street?,
        town: town?,
        phone: phone?,
        portal_host: portal_host?,
    })
}
