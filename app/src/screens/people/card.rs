//! The card of a person, as the desk sees it.

use axum::extract::{Path, State};
use desk::people;
use domain::RecordId;
use domain::person::Person;
use domain::text::{Name, Remark};
use leptos::prelude::*;

use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Card, DetailList, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, person_failed};

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
        view! { <Notice tone=Tone::Ok text /> }
    });
    let (facts, href) = (
        facts(screen, person),
        format!("/people/{}/check-in", person.record),
    );
    view! {
        {said}
        <PageHead title=called>
            <Go
                href=href
                label=words.t("search-arrived")
                weight=Weight::Primary
                icon=Icon::Arrive
            />
        </PageHead>
        <Card ground=Ground::Roomy>
            <h2>{words.t("person-details")}</h2>
            <DetailList lines=facts />
        </Card>
    }
}

/// The facts of the card, those that are known.
fn facts(screen: &Screen, person: &Person) -> Vec<(String, String)> {
    let words = screen.words;
    let (who, contact) = (person.identity.reveal(), person.contact.reveal());
    let tongues = who.tongues.iter().map(|t| words.of("tongue", t.code()));
    let tongues: Vec<String> = tongues.collect();
    let remark = |remark: &Option<Remark>| remark.as_ref().map(|r| r.as_str().to_owned());
    let name = |name: &Option<Name>| name.as_ref().map(|n| n.as_str().to_owned());
    let facts = [
        ("person-name", name(&who.name)),
        ("person-alias", name(&who.alias)),
        ("person-birth", who.born.map(|day| words.date(day))),
        ("person-language", Some(tongues.join(", "))),
        (
            "contact-channel",
            Some(words.of("channel", contact.channel.code())),
        ),
        (
            "contact-phone",
            contact.phone.as_ref().map(|p| p.as_str().to_owned()),
        ),
        (
            "contact-email",
            contact.email.as_ref().map(|e| e.as_str().to_owned()),
        ),
        ("contact-when", remark(&contact.when)),
        ("contact-avoid", remark(&contact.never)),
        ("contact-until", contact.until.map(|day| words.date(day))),
    ];
    let facts = facts.into_iter();
    let known = facts.filter_map(|(key, fact)| Some((key, fact.filter(|f| !f.is_empty())?)));
    known.map(|(key, fact)| (words.t(key), fact)).collect()
}
