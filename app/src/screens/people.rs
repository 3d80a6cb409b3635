//! Writing a visitor down, and her card. Likely matches are shown before anything is saved.

use axum::extract::{Path, State};
use desk::people::{self, PersonError};
use desk::visits;
use domain::person::{Channel, Identity, NewPerson, Person, SafeContact};
use domain::text::{Email, Name, Phone, Remark};
use domain::{Day, Pii, RecordId, RepeatKey, Tongue, Unfit};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, person_failed, say, visit_failed};
use super::search;
use super::visits::check_in_asked;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::parts::board::{Hit, HitRow};
use crate::parts::{Act, Card, DetailList, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};

mod form;

/// The path of the form.
const NEW: &str = "/people/new";

/// The fields of the form, in their order.
const FIELDS: [&str; 16] = [
    "name",
    "alias",
    "unnamed",
    "born",
    "tongue",
    "channel",
    "phone",
    "email",
    "when",
    "avoid",
    "until",
    "kind",
    "purpose",
    "service",
    "remark",
    "someone_else",
];

/// Begins a new person with what was typed in the search field.
pub async fn begin(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let (name, born) = search::taken_apart(typed.get("q"));
    let mut posted = Posted::default();
    posted.keep("name", name);
    posted.keep("born", born.map(Day::typed).unwrap_or_default());
    back(&site, &signed, NEW, &posted).await
}

/// Shows the form.
pub async fn get_new(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    match show_new(site, signed, nonce).await {
        Ok(page) | Err(page) => page,
    }
}

async fn show_new(site: Site, signed: Signed, nonce: Nonce) -> Result<Page, Page> {
    let actor = signed.actor();
    let house = visits::house(&site.desk, &actor)
        .await
        .map_err(|error| visit_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let mut posted = screen.kept(NEW).await?;
    for (field, usual) in [
        ("kind", "victim"),
        ("purpose", "first_talk"),
        ("channel", "never"),
    ] {
        if posted.value(field).is_empty() && posted.faults.iter().all(|fault| fault.field != field)
        {
            posted.keep(field, usual);
        }
    }
    let likely = likely(&screen, &posted).await?;
    Ok(screen
        .show(Place::at(NEW), move |screen| {
            form::content(screen, posted, &house, likely)
        })
        .await)
}

/// People who may be the same, when the form came back for that reason.
async fn likely(screen: &Screen, posted: &Posted) -> Result<Vec<Hit>, Page> {
    if posted
        .faults
        .iter()
        .all(|fault| fault.code != Unfit::LikelyKnown)
    {
        return Ok(Vec::new());
    }
    let today = screen.centre.zone.day_of(screen.site.desk.now());
    let identity = Pii::new(identity(&mut posted.clone(), today));
    let actor = screen.signed.actor();
    let known = people::likely_same(&screen.site.desk, &actor, &identity).await;
    let known = known.map_err(|error| person_failed(&error))?;
    let act = |record| Act::Go {
        href: format!("/people/{record}/check-in"),
        label: screen.words.t("search-arrived"),
    };
    Ok(known
        .iter()
        .map(|hit| search::row(screen, hit, false, act(hit.record)))
        .collect())
}

/// Writes the person down and, unless asked otherwise, receives her at once.
pub async fn post_new(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match register(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn register(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let (site, signed) = (&screen.site, &screen.signed);
    let today = screen.centre.zone.day_of(site.desk.now());
    let mut posted = typed.posted(&FIELDS);
    let new = new_person(&mut posted, today);
    let visit = check_in_asked(&mut posted);
    let receive = typed.get("then") == "check_in";
    let (Some(new), Some(visit), Some(key)) = (new, visit, typed.idem()) else {
        return Ok(back(site, signed, NEW, &posted).await);
    };
    let record = match people::register(&site.desk, &signed.actor(), new, key).await {
        Ok(record) => record,
        Err(PersonError::LikelyKnown) => {
            posted.refuse("name", Unfit::LikelyKnown);
            return Ok(back(site, signed, NEW, &posted).await);
        }
        Err(error) => return Err(person_failed(&error)),
    };
    if !receive {
        return Ok(say(
            site,
            signed,
            &format!("/people/{record}"),
            ("person-saved", String::new()),
        )
        .await);
    }
    let asked = domain::visit::CheckIn {
        record: Some(record),
        ..visit
    };
    let received = visits::check_in(&site.desk, &signed.actor(), asked, following(key)).await;
    let token = received.map_err(|error| visit_failed(&error))?;
    super::visits::received(site, signed, token).await
}

/// The key of the check-in that follows a registration: the same each time the form is sent.
fn following(key: RepeatKey) -> RepeatKey {
    RepeatKey::from_uuid(uuid::Uuid::from_u128(key.uuid().as_u128() ^ 1))
}

/// Reads the part of the form that says who it is and how she can be reached.
fn new_person(posted: &mut Posted, today: Day) -> Option<NewPerson> {
    let identity = identity(posted, today);
    let contact = contact(posted, today);
    if identity.clone().complete().is_err() {
        posted.refuse("name", Unfit::NeedsOne);
    }
    let someone_else = posted.value("someone_else") == "yes";
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(contact?),
        someone_else,
    };
    posted.fits().then_some(new)
}

fn identity(posted: &mut Posted, today: Day) -> Identity {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let name = posted
        .check("name", Name::optional(&value(posted, "name")))
        .flatten();
    let alias = posted
        .check("alias", Name::optional(&value(posted, "alias")))
        .flatten();
    let born = posted
        .check("born", Day::parse_birth(&value(posted, "born"), today))
        .flatten();
    let tongue = value(posted, "tongue");
    let tongues = if tongue.is_empty() {
        None
    } else {
        posted.check("tongue", Tongue::parse(&tongue))
    };
    Identity {
        name,
        alias,
        declines_name: posted.value("unnamed") == "yes",
        born,
        tongues: tongues.into_iter().collect(),
    }
}

fn contact(posted: &mut Posted, today: Day) -> Option<SafeContact> {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let channel = match posted.value("channel") {
        "" => Some(Channel::Never),
        code => {
            let read = Channel::parse(code);
            posted.check("channel", read)
        }
    };
    let phone = posted
        .check("phone", Phone::optional(&value(posted, "phone")))
        .flatten();
    let email = posted
        .check("email", Email::optional(&value(posted, "email")))
        .flatten();
    let when = posted
        .check("when", Remark::optional(&value(posted, "when")))
        .flatten();
    let never = posted
        .check("avoid", Remark::optional(&value(posted, "avoid")))
        .flatten();
    let until = posted
        .check("until", last_day(&value(posted, "until"), today))
        .flatten();
    let contact = SafeContact {
        channel: channel?,
        phone,
        email,
        when,
        never,
        until,
    };
    if let Some(field) = contact.missing()
        && posted.faults.iter().all(|fault| fault.field != field)
    {
        posted.refuse(field, Unfit::Missing);
    }
    Some(contact)
}

/// The last day an answer holds: a day that is still to come, or none.
fn last_day(raw: &str, today: Day) -> Result<Option<Day>, Unfit> {
    match Day::parse(raw) {
        Err(Unfit::Missing) => Ok(None),
        Err(unfit) => Err(unfit),
        Ok(day) if day < today => Err(Unfit::InThePast),
        Ok(day) => Ok(Some(day)),
    }
}

/// Shows a person's card to the desk.
pub async fn get(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
) -> Page {
    match card(site, signed, nonce, &record).await {
        Ok(page) | Err(page) => page,
    }
}

async fn card(site: Site, signed: Signed, nonce: Nonce, record: &str) -> Result<Page, Page> {
    let record = RecordId::parse(record).map_err(|_| Page::missing())?;
    let person = people::show(&site.desk, &signed.actor(), record).await;
    let person = person.map_err(|error| person_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let path = format!("/people/{record}");
    let said = screen.kept(&path).await?.value("said").to_owned();
    Ok(screen
        .show(Place::at(path), move |screen| {
            card_view(screen, &person, &said)
        })
        .await)
}

fn card_view(screen: &Screen, person: &Person, said: &str) -> impl IntoView + use<> {
    let words = screen.words;
    let who = person.identity.reveal();
    let called = who.called().map_or_else(
        || words.t("person-initials-unknown"),
        |n| n.as_str().to_owned(),
    );
    let said = (!said.is_empty()).then(|| {
        let text = words.t(said);
        view! { <crate::parts::Notice tone=crate::parts::Tone::Ok text /> }
    });
    let (facts, href) = (
        form::facts(screen, person),
        format!("/people/{}/check-in", person.record),
    );
    view! {
        {said}
        <PageHead title=called>
            <Go
                href=href
                label=words.t("search-arrived")
                weight=Weight::Primary
                icon=crate::icons::Icon::Arrive
            />
        </PageHead>
        <Card ground=Ground::Roomy>
            <h2>{words.t("person-details")}</h2>
            <DetailList lines=facts />
        </Card>
    }
}

/// The hits a form came back with, each leading to the person who is already known.
fn hit_rows(hits: Vec<Hit>) -> Vec<AnyView> {
    hits.into_iter()
        .map(|hit| view! { <HitRow hit /> }.into_any())
        .collect()
}
