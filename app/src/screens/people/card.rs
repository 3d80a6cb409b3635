//! The card of a person, as the desk sees it.

use axum::extract::{Path, State};
use desk::same_as::Also;
use desk::{people, same_as, visits};
use domain::RecordId;
use domain::person::Person;
use domain::role::Action;
use domain::same_as::Couple;
use domain::text::{Name, Remark};
use domain::visit::Visit;
use leptos::prelude::*;

use crate::form::Posted;
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Card, DetailList, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, person_failed, visit_failed};
use crate::screens::same_as::{failed as pair_failed, path as pair_path};
use crate::screens::visits::stage;

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
    let kept = screen.kept(&path).await?;
    let today = if screen.may(Action::RevealVisit) {
        let today = visits::today(&screen.site.desk, &screen.signed.actor(), record).await;
        today.map_err(|error| visit_failed(&error))?
    } else {
        Vec::new()
    };
    let also = if screen.may(Action::ShowPairs) {
        let also = same_as::also(&screen.site.desk, &screen.signed.actor(), record).await;
        also.map_err(|error| pair_failed(&error))?
    } else {
        Vec::new()
    };
    Ok(screen
        .show(Place::at(path), move |screen| {
            let also = also_written(screen, record, &also);
            let card = card_view(screen, &person, (&kept, &today));
            view! { {card} {also} }
        })
        .await)
}

fn card_view(
    screen: &Screen,
    person: &Person,
    (kept, today): (&Posted, &[Visit]),
) -> impl IntoView + use<> {
    let words = screen.words;
    let who = person.identity.reveal();
    let called = who.called().map_or_else(
        || words.t("person-initials-unknown"),
        |n| n.as_str().to_owned(),
    );
    let path = format!("/people/{}", person.record);
    let edit = screen.may(Action::CorrectPerson).then(|| {
        let href = format!("{path}/edit");
        view! { <Go href label=words.t("person-edit") icon=Icon::Edit /> }
    });
    let erase = screen.may(Action::NoteErasure).then(|| {
        let href = format!("/manage/erasures/of/{}", person.record);
        view! { <Go href label=words.t("erasure-new") weight=Weight::Quiet /> }
    });
    let (facts, ways) = (facts(screen, person), arrivals(screen, &path, today));
    view! {
        {screen.said(kept)}
        <PageHead title=called>
            {erase}
            {edit}
            {ways}
        </PageHead>
        {visits_today(screen, today)}
        <Card ground=Ground::Roomy>
            <h2>{words.t("person-details")}</h2>
            <DetailList lines=facts />
        </Card>
    }
}

/// Her other records, each with the way to both side by side, where it is taken back.
fn also_written(screen: &Screen, record: RecordId, also: &[Also]) -> Option<impl IntoView + use<>> {
    let words = screen.words;
    let line = |one: &Also| {
        let who = one.identity.reveal();
        let name = who.called().map_or_else(
            || words.t("person-initials-unknown"),
            |name| name.as_str().to_owned(),
        );
        let born = who.born.map(|day| words.date(day)).unwrap_or_default();
        let couple = Couple::of(record, one.record).filter(|_| one.direct);
        let back = couple.map(|couple| {
            let href = pair_path(couple);
            view! { " " <a href=href>{words.t("person-also-back")}</a> }
        });
        view! { <li><strong>{name}</strong> " " <small class="muted">{born}</small> {back}</li> }
    };
    let lines: Vec<_> = also.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("person-also")}</h2>
                <ul class="stack tight">{lines}</ul>
            </Card>
        }
    })
}

/// The likely next step: to the visit of somebody who is inside, else to a check-in.
fn arrivals(screen: &Screen, path: &str, today: &[Visit]) -> impl IntoView + use<> {
    let words = screen.words;
    let mut today = today.iter();
    let inside = today.find(|visit| !visit.is_over() && !visit.is_call());
    let weight = inside.map_or(Weight::Primary, |_| Weight::Quiet);
    let visit = inside.map(|visit| {
        let href = format!("/visits/{}", visit.id);
        let label = words.with("visit-title", &[("token", visit.token.to_string().into())]);
        view! { <Go href label weight=Weight::Primary /> }
    });
    let href = format!("{path}/check-in");
    view! {
        <Go href label=words.t("search-arrived") weight icon=Icon::Arrive />
        {visit}
    }
}

/// The way back to what is going on with her today.
fn visits_today(screen: &Screen, today: &[Visit]) -> Option<impl IntoView + use<>> {
    let words = screen.words;
    let line = |visit: &Visit| {
        let values = [
            ("token", visit.token.to_string().into()),
            ("stage", stage(words, visit).into()),
            (
                "time",
                words.time(visit.stage_at, &screen.centre.zone).into(),
            ),
        ];
        let (href, label) = (
            format!("/visits/{}", visit.id),
            words.with("person-visit", &values),
        );
        view! { <li><a href=href>{label}</a></li> }
    };
    let lines: Vec<_> = today.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("person-today")}</h2>
                <ul class="stack tight">{lines}</ul>
            </Card>
        }
    })
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
        (
            "person-corrected-on",
            person
                .corrected
                .map(|at| words.date(screen.centre.zone.day_of(at))),
        ),
    ];
    let facts = facts.into_iter();
    let known = facts.filter_map(|(key, fact)| Some((key, fact.filter(|f| !f.is_empty())?)));
    known.map(|(key, fact)| (words.t(key), fact)).collect()
}
