//! One hold: on whom it is, what colleagues said, and the ways in which it lasts longer or ends.

use desk::holds::{Line, Shown};
use domain::Pii;
use domain::text::Name;
use leptos::prelude::*;

use super::{HERE, path, said, until};
use crate::form::{ErrorSummary, Field, Form, Kind, NoteBox, Posted, Submit};
use crate::parts::{Act, Acts, Card, DetailList, Ground, Notice, PageHead, Tone, Weight};
use crate::screens::frame::Screen;
use crate::screens::manage::lists::up;

/// The whole page.
pub fn content(screen: &Screen, one: &Shown, posted: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let title = called(screen, &one.person);
    let under = words.of("hold-ground", one.listed.standing.ground.code());
    let labels = vec![
        ("until", words.t("hold-last-day")),
        ("why", words.t("hold-why")),
    ];
    let (tag, lines) = (until(screen, &one.listed), facts(screen, one));
    let steps = one.listed.live.then(|| steps(screen, one, &posted));
    let told = told(screen, one);
    let said = said(words, &posted);
    view! {
        {up(screen, Some((HERE, "holds-title")))}
        <PageHead title under />
        {said}
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <div class="row">{tag}</div>
            <DetailList lines />
        </Card>
        {told}
        {steps}
    }
}

/// What somebody is called, or that she gave no name.
pub fn called(screen: &Screen, person: &Pii<Option<Name>>) -> String {
    let name = person.reveal().as_ref();
    name.map_or_else(
        || screen.words.t("person-initials-unknown"),
        |name| name.as_str().to_owned(),
    )
}

fn colleague(screen: &Screen, name: &Pii<String>) -> String {
    match name.reveal().as_str() {
        "" => screen.words.t("denial-gone"),
        name => name.to_owned(),
    }
}

fn facts(screen: &Screen, one: &Shown) -> Vec<(String, String)> {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let source = words.of("hold-source", one.listed.standing.ground.code());
    let since = words.date(zone.day_of(one.listed.since));
    let set = [
        ("day", since.into()),
        ("name", colleague(screen, &one.by).into()),
    ];
    let mut lines = vec![
        (words.t("hold-source"), source),
        (words.t("hold-set"), words.with("hold-by", &set)),
    ];
    if let Some((by, at)) = &one.ended {
        let day = words.date(zone.day_of(*at));
        let ended = [("day", day.into()), ("name", colleague(screen, by).into())];
        lines.push((words.t("hold-ended"), words.with("hold-by", &ended)));
    }
    lines
}

/// Why, as it was said each time.
fn told(screen: &Screen, one: &Shown) -> AnyView {
    let words = screen.words;
    if one.said.is_empty() {
        let text = words.t("hold-words-gone");
        return view! { <Notice tone=Tone::Care text /> }.into_any();
    }
    let lines: Vec<_> = one.said.iter().map(|line| why(screen, line)).collect();
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("hold-why")}</h2>
            <ul class="stack">{lines}</ul>
        </Card>
    }
    .into_any()
}

fn why(screen: &Screen, line: &Line) -> impl IntoView + use<> {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let why = line.why.reveal().as_str().to_owned();
    let values = [
        ("day", words.date(zone.day_of(line.at)).into()),
        ("name", colleague(screen, &line.by).into()),
        ("until", words.date(line.until).into()),
    ];
    let when = words.with("hold-said", &values);
    view! {
        <li>
            <p>{why}</p>
            <small class="muted">{when}</small>
        </li>
    }
}

/// The ways in which it lasts longer or ends.
fn steps(screen: &Screen, one: &Shown, posted: &Posted) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let action = format!("{}/prolong", path(one.listed.id));
    let (rev, hint) = (Some(one.listed.rev), words.t("hold-prolong-hint"));
    let [until, why] = ["until", "why"].map(|field| posted.entry(field, words));
    let act = Act::Do {
        action: format!("{}/end", path(one.listed.id)),
        label: words.t("hold-end"),
        idem: screen.idem(),
        rev,
        sends: Vec::new(),
    };
    view! {
        <div class="halves">
            <Card ground=Ground::Roomy>
                <h2>{words.t("hold-prolong-title")}</h2>
                <p class="muted">{words.t("hold-prolong-lead")}</p>
                <Form action idem rev>
                    <Field label=words.t("hold-last-day") hint entry=until kind=Kind::Date />
                    <NoteBox label=words.t("hold-why") hint=words.t("hold-why-hint") entry=why />
                    <div class="row end">
                        <Submit label=words.t("hold-prolong") weight=Weight::Plain />
                    </div>
                </Form>
            </Card>
            <Card ground=Ground::Roomy>
                <h2>{words.t("hold-end-title")}</h2>
                <p class="muted">{words.t("hold-end-lead")}</p>
                <div class="buttons"><Acts act weight=Weight::Plain /></div>
            </Card>
        </div>
    }
}
