//! The list of denials, and the form for a new one.

use desk::denials::Listed;
use domain::Pii;
use domain::text::Name;
use leptos::prelude::*;

use super::super::lists::up;
use super::{HERE, Known, NEW};
use crate::form::{Choice, ErrorSummary, Form, Look, NoteBox, Pick, Posted, Submit};
use crate::parts::board::SearchBox;
use crate::parts::{Act, Acts, Card, EmptyState, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::screens::frame::Screen;
use crate::screens::search;

/// The denials that hold.
pub fn list(screen: &Screen, all: &[Listed], said: &str) -> impl IntoView + use<> {
    let words = screen.words;
    let said = (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(said) /> });
    let none = all.is_empty().then(|| {
        view! { <EmptyState title=words.t("denials-none") text=words.t("denials-none-text") /> }
    });
    let rows: Vec<_> = all.iter().map(|one| row(screen, one)).collect();
    view! {
        {up(screen, None)}
        {said}
        <PageHead title=words.t("denials-title") under=words.t("denials-lead")>
            <Go href=NEW label=words.t("denial-new") weight=Weight::Primary />
        </PageHead>
        {none}
        <ul class="colleagues">{rows}</ul>
    }
}

fn row(screen: &Screen, denial: &Listed) -> impl IntoView + use<> {
    let words = screen.words;
    let called = |name: Option<&Name>, none: &str| {
        name.map_or_else(|| words.t(none), |name| name.as_str().to_owned())
    };
    let colleague = denial.colleague.as_ref().map(Pii::reveal);
    let person = denial.person.as_ref().map(Pii::reveal);
    let (colleague, person) = (
        called(colleague, "denial-gone"),
        called(person, "person-initials-unknown"),
    );
    let title = words.with(
        "denial-row",
        &[("colleague", colleague.into()), ("person", person.into())],
    );
    let since = words.date(screen.centre.zone.day_of(denial.since));
    let since = words.with("denial-since", &[("day", since.into())]);
    let act = Act::Do {
        action: format!("{HERE}/{}/lift", denial.id),
        label: words.t("denial-lift"),
        idem: screen.idem(),
        rev: None,
        sends: Vec::new(),
    };
    let reason = denial.reason.reveal().as_str().to_owned();
    view! {
        <li class="card row between">
            <span class="stack tight">
                <strong>{title.clone()}</strong>
                <span>{reason}</span>
                <small class="muted">{since}</small>
            </span>
            <Acts act about=title />
        </li>
    }
}

/// The form: the search, and with its hits the rest.
pub fn new(screen: &Screen, posted: Posted, known: Option<&Known>) -> impl IntoView + use<> {
    let words = screen.words;
    let rest = known.map(|known| rest(screen, &posted, known));
    let labels = vec![
        ("record", words.t("denial-person")),
        ("colleague", words.t("denial-colleague")),
        ("reason", words.t("denial-reason")),
    ];
    view! {
        {up(screen, Some((HERE, "denials-title")))}
        <PageHead title=words.t("denial-new") under=words.t("denial-new-lead") />
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <h2>{words.t("denial-search")}</h2>
            <SearchBox
                action="/manage/denials/search"
                label=words.t("search-label")
                send=words.t("search-send")
                id="find-person"
                name=words.t("denial-search")
            />
        </Card>
        {rest}
    }
}

fn rest(screen: &Screen, posted: &Posted, known: &Known) -> AnyView {
    let words = screen.words;
    if known.hits.is_empty() {
        return view! { <Notice text=words.t("search-none") /> }.into_any();
    }
    let people: Vec<Pick> = known.hits.iter().map(|hit| person(screen, hit)).collect();
    let colleague = |one: &super::Colleague| {
        Pick::new(one.user.to_string(), one.name.reveal().as_str().to_owned())
    };
    let colleagues: Vec<Pick> = known.colleagues.iter().map(colleague).collect();
    let (asked, idem) = (posted.value("q").to_owned(), screen.idem());
    let [record, barred, reason] =
        ["record", "colleague", "reason"].map(|field| posted.entry(field, words));
    view! {
        <Form action=NEW idem>
            <input type="hidden" name="q" value=asked />
            <Card ground=Ground::Roomy>
                <Choice
                    label=words.t("denial-person")
                    entry=record
                    picks=people
                    look=Look::Lines
                />
                <Choice
                    label=words.t("denial-colleague")
                    entry=barred
                    picks=colleagues
                    look=Look::Select
                    none=words.t("choose")
                />
                <NoteBox
                    label=words.t("denial-reason")
                    hint=words.t("denial-reason-hint")
                    entry=reason
                />
            </Card>
            <div class="buttons">
                <Submit label=words.t("denial-send") />
                <Go href=HERE label=words.t("cancel") weight=Weight::Quiet />
            </div>
        </Form>
    }
    .into_any()
}

/// One hit, as far as the search itself would show it.
fn person(screen: &Screen, hit: &desk::index::Hit) -> Pick {
    let nowhere = Act::Go {
        href: HERE.to_owned(),
        label: String::new(),
    };
    let shown = search::row(screen, hit, false, nowhere);
    Pick::new(hit.record.to_string(), shown.name).with_hint(shown.about)
}
