//! One request: whom it is about, what would go and what stays, what stands in the way, and the next
//! step.

use desk::erasures::{Fate, Line, PLACES, Part, Preview, Shown};
use domain::erasure::{Reason, Stage};
use domain::role::Action;
use domain::text::{Name, Note};
use leptos::prelude::*;

use super::draw::{due, said, tags, when};
use super::hindered::hindrances;
use super::{HERE, path};
use crate::form::{ErrorSummary, Form, NoteBox, Posted, Submit, Tick};
use crate::parts::{
    Act, Acts, Card, DetailList, Go, Ground, Notice, PageHead, Table, Tone, Weight,
};
use crate::screens::frame::Screen;
use crate::screens::manage::holds;
use crate::screens::manage::lists::up;
use crate::words::Words;

/// The whole page.
pub fn content(screen: &Screen, one: &Shown, posted: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let person = one.person.reveal().as_ref();
    let title = person.map_or_else(|| words.t("erasure-title"), |name| name.as_str().to_owned());
    let labels = vec![
        ("sure", words.t("erasure-release")),
        ("reason", words.t("erasure-reason")),
        ("longer", words.t("erasure-longer")),
    ];
    let open = one
        .preview
        .as_ref()
        .map(|preview| open(screen, (one, preview), &posted));
    let said = said(words, &posted);
    let (under, tags) = (when(words, &one.listed), tags(words, &one.listed));
    let lines = facts(screen, one);
    view! {
        {up(screen, Some((HERE, "erasures-title")))}
        <PageHead title under />
        {said}
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <div class="row">{tags}</div>
            <DetailList lines />
        </Card>
        {open}
    }
}

/// What is shown while it has not ended.
fn open(screen: &Screen, (one, preview): (&Shown, &Preview), posted: &Posted) -> AnyView {
    let words = screen.words;
    let (hindrances, table) = (hindrances(words, preview), table(words, preview));
    let whole = whole(words, (one, preview));
    let next = next(screen, (one, preview), posted);
    let others = others(screen, one, posted);
    view! {
        {whole}
        {hindrances}
        {table}
        {next}
        {others}
    }
    .into_any()
}

/// That all of her records go, where she was written down more than once.
fn whole(words: Words, (one, preview): (&Shown, &Preview)) -> Option<impl IntoView + use<>> {
    let count = preview.records.len();
    let names = one.also.iter().map(|name| name.reveal().as_str());
    let names: Vec<&str> = names.collect();
    let mut text = words.with("erasure-whole-text", &[("count", count.into())]);
    if !names.is_empty() {
        let names = words.with("search-also", &[("name", names.join(", ").into())]);
        text = format!("{text} {names}.");
    }
    let title = words.t("erasure-whole");
    (count > 1).then(|| view! { <Notice tone=Tone::Care title text /> })
}

fn facts(screen: &Screen, one: &Shown) -> Vec<(String, String)> {
    let words = screen.words;
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let ended = one.listed.ended.map(|at| screen.centre.zone.day_of(at));
    let lines = [
        ("erasure-fact-due", due(words, &one.listed)),
        (
            "erasure-asker",
            text(one.asker.reveal().as_ref().map(Name::as_str)),
        ),
        (
            "erasure-longer",
            text(one.longer.reveal().as_ref().map(Note::as_str)),
        ),
        (
            "erasure-reason",
            text(one.refused.reveal().as_ref().map(Reason::as_str)),
        ),
        (
            "erasure-ended",
            ended.map_or_else(String::new, |day| words.date(day)),
        ),
        (
            "erasure-mark",
            one.preview.as_ref().map_or_else(String::new, Preview::mark),
        ),
    ];
    let lines = lines.into_iter().filter(|(_, fact)| !fact.is_empty());
    lines.map(|(key, fact)| (words.t(key), fact)).collect()
}

/// What would go, part by part.
fn table(words: Words, preview: &Preview) -> impl IntoView + use<> {
    let heads = vec![words.t("erasure-head-part"), words.t("erasure-head-fate")];
    let row = |line: &Line| {
        vec![
            words.of("erasure-part", line.part.code()),
            format!(
                "{} · {}",
                words.number(line.rows),
                words.of("erasure-fate", fate(line.part))
            ),
        ]
    };
    let rows: Vec<_> = preview.lines.iter().map(row).collect();
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-what")}</h2>
            <Table
                caption=words.t("erasure-what-lead")
                heads
                rows
            />
        </Card>
    }
}

/// What becomes of a part, as a code of words.
fn fate(part: Part) -> &'static str {
    let stays =
        |(_, fate): &(&str, Fate)| matches!(fate, Fate::Stays(Some(kept), _) if *kept == part);
    if PLACES.iter().any(stays) {
        "stays"
    } else if part == Part::Visits {
        "loose"
    } else {
        "goes"
    }
}

/// The next step of the two.
fn next(screen: &Screen, (one, preview): (&Shown, &Preview), posted: &Posted) -> Option<AnyView> {
    let words = screen.words;
    if !preview.hindrances.is_empty() {
        return None;
    }
    match one.listed.stage {
        Stage::Asked if one.same && one.listed.own => {
            Some(view! { <Notice tone=Tone::Wait text=words.t("erasure-waits") /> }.into_any())
        }
        Stage::Asked if one.same => Some(release(screen, (one, preview), posted)),
        Stage::Noted | Stage::Asked => Some(ask(screen, one, preview)),
        Stage::Erased | Stage::Refused | Stage::Withdrawn => None,
    }
}

fn ask(screen: &Screen, one: &Shown, preview: &Preview) -> AnyView {
    let words = screen.words;
    let act = Act::Do {
        action: format!("{}/ask", path(one.listed.id)),
        label: words.t("erasure-ask"),
        idem: screen.idem(),
        rev: Some(one.listed.rev),
        sends: vec![("mark".to_owned(), preview.digest_text())],
    };
    let key = match (one.listed.stage, one.listed.standing.ask) {
        (Stage::Asked, _) => "erasure-ask-changed",
        (_, Some(_)) => "erasure-ask-again",
        (_, None) => "erasure-ask-lead",
    };
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-next")}</h2>
            <p>{words.t(key)}</p>
            <div class="buttons"><Acts act weight=Weight::Primary /></div>
        </Card>
    }
    .into_any()
}

fn release(screen: &Screen, (one, preview): (&Shown, &Preview), posted: &Posted) -> AnyView {
    let (words, idem) = (screen.words, screen.idem());
    let action = format!("{}/release", path(one.listed.id));
    let (rev, mark) = (Some(one.listed.rev), preview.digest_text());
    let sure = posted.entry("sure", words);
    let lead = words.with("erasure-release-lead", &[("mark", preview.mark().into())]);
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-next")}</h2>
            <p>{lead}</p>
            <Form action idem rev>
                <input type="hidden" name="mark" value=mark />
                <Tick label=words.t("erasure-sure") entry=sure />
                <div class="row end">
                    <Submit label=words.t("erasure-release") weight=Weight::Danger />
                </div>
            </Form>
        </Card>
    }
    .into_any()
}

/// The other ways in which it can go on or end.
fn others(screen: &Screen, one: &Shown, posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let today = screen.centre.zone.day_of(screen.site.desk.now());
    let extends = one.listed.standing.may_extend(today).is_ok();
    let longer = (extends && screen.may(Action::ExtendErasure))
        .then(|| boxed(screen, (one, "extend"), (posted, "longer")));
    let refuse = boxed(screen, (one, "refuse"), (posted, "reason"));
    let hold = one.record.map(|record| hold(words, holds::of(record)));
    let act = Act::Do {
        action: format!("{}/withdraw", path(one.listed.id)),
        label: words.t("erasure-withdraw"),
        idem: screen.idem(),
        rev: Some(one.listed.rev),
        sends: Vec::new(),
    };
    view! {
        <div class="halves">
            {refuse}
            <div class="stack">
                {longer}
                {hold}
                <Card ground=Ground::Roomy>
                    <h2>{words.t("erasure-withdraw-title")}</h2>
                    <p class="muted">{words.t("erasure-withdraw-lead")}</p>
                    <div class="buttons"><Acts act weight=Weight::Plain /></div>
                </Card>
            </div>
        </div>
    }
}

/// The way to a hold, which stands in the way of erasing her.
fn hold(words: Words, href: String) -> impl IntoView {
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("hold-new")}</h2>
            <p class="muted">{words.t("holds-lead")}</p>
            <div class="buttons"><Go href label=words.t("hold-set-it") /></div>
        </Card>
    }
}

/// A form with one box: why it is refused, or why it takes longer.
fn boxed(
    screen: &Screen,
    (one, step): (&Shown, &'static str),
    (posted, field): (&Posted, &'static str),
) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let key = |part: &str| format!("erasure-{step}-{part}");
    let (title, lead, send) = (key("title"), key("lead"), key("send"));
    let action = format!("{}/{step}", path(one.listed.id));
    let (rev, entry) = (Some(one.listed.rev), posted.entry(field, words));
    let (label, hint) = (format!("erasure-{field}"), format!("erasure-{field}-hint"));
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t(&title)}</h2>
            <p class="muted">{words.t(&lead)}</p>
            <Form action idem rev>
                <NoteBox label=words.t(&label) hint=words.t(&hint) entry />
                <div class="row end"><Submit label=words.t(&send) weight=Weight::Plain /></div>
            </Form>
        </Card>
    }
}
