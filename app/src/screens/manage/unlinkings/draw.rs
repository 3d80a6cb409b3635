//! What is due, the next step of the two, and what was done before.

use desk::unlinkings::{Asked, Done, Due, Overview};
use leptos::prelude::*;

use super::HERE;
use crate::form::{ErrorSummary, Form, Posted, Submit, Tick};
use crate::parts::{
    Act, Acts, Card, DetailList, EmptyState, Ground, Notice, PageHead, Tone, Weight,
};
use crate::screens::frame::Screen;
use crate::screens::manage::lists::up;
use crate::words::Words;

/// The whole page.
pub fn content(screen: &Screen, seen: &Overview, posted: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let said = said(words, &posted);
    let held = (seen.held > 0).then(|| {
        let text = words.with("unlinking-held", &[("count", seen.held.into())]);
        view! { <Notice text /> }
    });
    let due = seen.due.as_ref();
    let due = due.map_or_else(|| none(words), |due| open(screen, (seen, due), &posted));
    let done = done(screen, &seen.done);
    let labels = vec![("sure", words.t("unlinking-release"))];
    view! {
        {up(screen, Some(("/manage/retention/plan", "plan-title")))}
        <PageHead title=words.t("unlinkings-title") under=words.t("unlinkings-lead") />
        {said}
        <ErrorSummary posted labels words />
        {held}
        {due}
        {done}
    }
}

/// What the step before has to say.
fn said(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let said = posted.value("said").to_owned();
    let refused = said.contains("-refused");
    let tone = if refused { Tone::Care } else { Tone::Ok };
    (!said.is_empty()).then(|| view! { <Notice tone text=words.t(&said) /> })
}

fn none(words: Words) -> AnyView {
    let (title, text) = (words.t("unlinking-none"), words.t("unlinking-none-text"));
    view! { <EmptyState title text /> }.into_any()
}

/// What is due, and the next step.
fn open(screen: &Screen, (seen, due): (&Overview, &Due), posted: &Posted) -> AnyView {
    let words = screen.words;
    let lines = facts(screen, due);
    let more = due
        .more
        .then(|| view! { <p class="muted">{words.t("unlinking-more")}</p> });
    let next = match &seen.asked {
        Some(asked) if asked.same && asked.own => {
            let act = withdraw(screen, asked, "erasure-withdraw");
            let text = words.t("erasure-waits");
            view! { <Notice tone=Tone::Wait text><Acts act weight=Weight::Plain /></Notice> }
                .into_any()
        }
        Some(asked) if asked.same => release(screen, (asked, due), posted),
        asked => ask(screen, due, asked.is_some()),
    };
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-what")}</h2>
            <DetailList lines />
            {more}
        </Card>
        {next}
    }
    .into_any()
}

fn facts(screen: &Screen, due: &Due) -> Vec<(String, String)> {
    let words = screen.words;
    let rule = [
        ("source", due.rule.source.as_str().to_owned().into()),
        ("count", due.rule.months.get().into()),
        ("from", words.of("counts-from", due.rule.from.code()).into()),
    ];
    let days = [
        ("first", words.date(due.first).into()),
        ("last", words.date(due.last).into()),
    ];
    let visits = i64::try_from(due.visits).unwrap_or(i64::MAX);
    vec![
        (words.t("erasure-part-visits"), words.number(visits)),
        (
            words.t("unlinking-days"),
            words.with("unlinking-from-to", &days),
        ),
        (words.t("plan-rule"), words.with("plan-period", &rule)),
        (words.t("unlinking-stays"), words.t("unlinking-stays-text")),
        (words.t("erasure-mark"), due.mark()),
    ]
}

fn ask(screen: &Screen, due: &Due, changed: bool) -> AnyView {
    let words = screen.words;
    let act = Act::Do {
        action: format!("{HERE}/ask"),
        label: words.t("erasure-ask"),
        idem: screen.idem(),
        rev: None,
        sends: vec![("mark".to_owned(), due.digest_text())],
    };
    let key = if changed {
        "erasure-ask-changed"
    } else {
        "erasure-ask-lead"
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

fn release(screen: &Screen, (asked, due): (&Asked, &Due), posted: &Posted) -> AnyView {
    let (words, idem) = (screen.words, screen.idem());
    let action = format!("{HERE}/{}/release", asked.id);
    let (rev, sure) = (Some(asked.rev), posted.entry("sure", words));
    let lead = words.with("unlinking-release-lead", &[("mark", due.mark().into())]);
    let act = withdraw(screen, asked, "unlinking-withdraw");
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("erasure-next")}</h2>
            <p>{lead}</p>
            <Form action idem rev>
                <Tick label=words.t("unlinking-sure") entry=sure />
                <div class="row end">
                    <Submit label=words.t("unlinking-release") weight=Weight::Danger />
                </div>
            </Form>
            <div class="buttons"><Acts act weight=Weight::Quiet /></div>
        </Card>
    }
    .into_any()
}

fn withdraw(screen: &Screen, asked: &Asked, label: &str) -> Act {
    Act::Do {
        action: format!("{HERE}/{}/withdraw", asked.id),
        label: screen.words.t(label),
        idem: screen.idem(),
        rev: Some(asked.rev),
        sends: Vec::new(),
    }
}

/// What was done before.
fn done(screen: &Screen, done: &[Done]) -> Option<AnyView> {
    let words = screen.words;
    let line = |one: &Done| {
        let day = screen.centre.zone.day_of(one.at);
        let values = [
            ("count", one.visits.into()),
            ("day", words.date(day).into()),
            ("last", words.date(one.until).into()),
        ];
        view! { <li>{words.with("unlinking-done", &values)}</li> }
    };
    let lines: Vec<_> = done.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("unlinking-before")}</h2>
                <ul class="stack tight">{lines}</ul>
            </Card>
        }
        .into_any()
    })
}
