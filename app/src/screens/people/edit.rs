//! Correcting what is known of a person. Whoever was slower than a colleague sees what is stored now
//! beside what was typed, and sends again what should stay.

use axum::extract::{Path, State};
use desk::people::{self, PersonError};
use domain::RecordId;
use domain::person::{Correction, Person};
use leptos::prelude::*;

use super::form::{contact, labels, who};
use super::read::new_person;
use crate::form::{ErrorSummary, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, Go, Ground, Notice, PageHead, Table, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, person_failed, say};

/// The fields of the form, in their order.
const FIELDS: [&str; 11] = [
    "name", "alias", "unnamed", "born", "tongue", "channel", "phone", "email", "when", "avoid",
    "until",
];

/// Shows the form with what is known now, or with what was typed.
pub async fn get(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(record): Path<String>,
) -> Page {
    show(site, signed, nonce, &record)
        .await
        .unwrap_or_else(|page| page)
}

async fn show(site: Site, signed: Signed, nonce: Nonce, record: &str) -> Result<Page, Page> {
    let record = RecordId::parse(record).map_err(|_| Page::missing())?;
    let person = people::show(&site.desk, &signed.actor(), record).await;
    let person = person.map_err(|error| person_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let path = format!("/people/{record}/edit");
    let kept = screen.kept(&path).await?;
    let known = written(&person);
    Ok(screen
        .show(Place::form(path), move |screen| {
            content(screen, &person, known, kept)
        })
        .await)
}

/// What is known, the way the form sends it.
fn written(person: &Person) -> Posted {
    let (who, contact) = (person.identity.reveal(), person.contact.reveal());
    let mut posted = Posted::default();
    let mut keep = |field: &str, value: Option<&str>| {
        posted.keep(field, value.unwrap_or_default());
    };
    keep("name", who.name.as_ref().map(domain::text::Name::as_str));
    keep("alias", who.alias.as_ref().map(domain::text::Name::as_str));
    keep("unnamed", who.declines_name.then_some("yes"));
    keep("born", who.born.map(domain::Day::typed).as_deref());
    keep("tongue", who.tongues.first().map(domain::Tongue::code));
    keep("channel", Some(contact.channel.code()));
    keep(
        "phone",
        contact.phone.as_ref().map(domain::text::Phone::as_str),
    );
    keep(
        "email",
        contact.email.as_ref().map(domain::text::Email::as_str),
    );
    keep(
        "when",
        contact.when.as_ref().map(domain::text::Remark::as_str),
    );
    keep(
        "avoid",
        contact.never.as_ref().map(domain::text::Remark::as_str),
    );
    keep("until", contact.until.map(domain::Day::typed).as_deref());
    posted
}

fn content(screen: &Screen, person: &Person, known: Posted, kept: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let path = format!("/people/{}", person.record);
    let typed = !kept.values.is_empty();
    let seen = kept.value("rev").parse().unwrap_or(person.rev);
    let changed = (typed && seen != person.rev).then(|| changed(screen, &known, &kept));
    let posted = if typed { kept } else { known };
    let (who, contact) = (who(words, &posted), contact(words, &posted));
    view! {
        <PageHead title=words.t("person-edit-title") under=words.t("person-edit-lead") />
        {changed}
        <ErrorSummary posted labels=labels(words) words />
        <Form action=format!("{path}/edit") idem=screen.idem() rev=Some(person.rev) main=true>
            <Card ground=Ground::Roomy><h2>{words.t("person-group-who")}</h2>{who}</Card>
            {contact}
            <div class="buttons">
                <Submit label=words.t("save") />
                <Go href=path label=words.t("cancel") weight=Weight::Quiet />
            </div>
        </Form>
    }
}

/// What a colleague stored meanwhile, beside what was typed here.
fn changed(screen: &Screen, known: &Posted, kept: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let labels = labels(words);
    let said = |field: &str, value: &str| match (field, value) {
        (_, "") => "–".to_owned(),
        ("channel" | "tongue", code) => words.of(field, code),
        (_, value) => value.to_owned(),
    };
    let differs = |field: &&str| known.value(field) != kept.value(field);
    let row = |field: &str| {
        let label = labels.iter().find(|(name, _)| *name == field);
        let label = label.map(|(_, label)| label.clone()).unwrap_or_default();
        let (now, typed) = (known.value(field), kept.value(field));
        vec![label, said(field, now), said(field, typed)]
    };
    let rows: Vec<_> = FIELDS
        .into_iter()
        .filter(differs)
        .filter(|field| *field != "unnamed")
        .map(row)
        .collect();
    let heads = ["changed-field", "changed-now", "changed-typed"].map(|key| words.t(key));
    let table = (!rows.is_empty()).then(|| {
        view! { <Table caption=words.t("error-changed-title") heads=heads.to_vec() rows /> }
    });
    view! {
        <Notice
            tone=Tone::Care
            title=words.t("error-changed-title")
            text=words.t("error-changed-text")
        />
        {table}
    }
}

/// Stores what was typed, or keeps it and says why not.
pub async fn post(
    State(site): State<Site>,
    signed: Signed,
    Path(record): Path<String>,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    correct(site, signed, nonce, (&record, &typed))
        .await
        .unwrap_or_else(|page| page)
}

async fn correct(
    site: Site,
    signed: Signed,
    nonce: Nonce,
    (record, typed): (&str, &Typed),
) -> Result<Page, Page> {
    let record = RecordId::parse(record).map_err(|_| Page::missing())?;
    let screen = Screen::open(site, signed, nonce).await?;
    let (site, signed) = (&screen.site, &screen.signed);
    let path = format!("/people/{record}");
    let edit = format!("{path}/edit");
    let mut posted = typed.posted(&FIELDS);
    let today = screen.centre.zone.day_of(site.desk.now());
    let new = new_person(&mut posted, today);
    posted.in_order(&FIELDS);
    posted.keep("rev", typed.get("rev"));
    let (Some(new), Some(key)) = (new, typed.idem()) else {
        return Ok(back(site, signed, &edit, &posted).await);
    };
    let asked = Correction {
        record,
        rev: typed.rev(),
        identity: new.identity,
        contact: new.contact,
    };
    match people::correct(&site.desk, &signed.actor(), asked, key).await {
        Ok(()) => Ok(say(site, signed, &path, ("person-corrected", String::new())).await),
        Err(PersonError::Stale) => Ok(back(site, signed, &edit, &posted).await),
        Err(error) => Err(person_failed(&error)),
    }
}
