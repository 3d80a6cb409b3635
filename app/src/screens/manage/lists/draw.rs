//! The three pages of a list, drawn.

use desk::setup::Line;
use domain::Unfit;
use domain::role::Action;
use leptos::prelude::*;

use super::{Listed, Row, notice, one_path, word};
use crate::form::{ErrorSummary, Form, Posted, Submit};
use crate::icons::Icon;
use crate::parts::{Act, Acts, Card, EmptyState, Go, Ground, Notice, PageHead, Tone, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

/// The way up, above the head of a page.
#[must_use]
pub fn crumbs(words: Words, parent: Option<(&'static str, String)>) -> impl IntoView + use<> {
    let parent = parent.map(|(href, label)| view! { <li><a href=href>{label}</a></li> });
    view! {
        <nav class="crumbs" aria-label=words.t("crumbs-label")>
            <ul><li><a href="/manage">{words.t("menu-settings")}</a></li>{parent}</ul>
        </nav>
    }
}

/// The same on a page that others than the administrator open too, for whom Beheer is not there.
#[must_use]
pub fn up(screen: &Screen, parent: Option<(&'static str, &str)>) -> Option<impl IntoView + use<>> {
    let parent = parent.map(|(href, key)| (href, screen.words.t(key)));
    let may = screen.may(Action::ShowSetup);
    may.then(|| crumbs(screen.words, parent))
}

/// The page with the items.
pub fn list<T: Listed>(
    screen: &Screen,
    kept: &Posted,
    (lines, ground): (&[Line<T>], &T::Ground),
) -> impl IntoView + use<T> {
    let words = screen.words;
    let say = move |part| word::<T>(words, part);
    let add = format!("{}/new", T::PATH);
    let above = T::above(screen, ground, lines);
    let (closed, live): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.closed.is_some());
    let (over, open): (Vec<_>, Vec<_>) = live.into_iter().partition(|l| l.item.is_over(ground));
    let offered = (!open.is_empty()).then(|| items::<T>(screen, &open, ground));
    let empty = open.is_empty().then(|| {
        view! { <EmptyState title=say("none") text=say("none-text") /> }
    });
    let over = folded::<T>(screen, ("list-over-count", &over), ground);
    let closed = folded::<T>(screen, ("list-closed-count", &closed), ground);
    view! {
        {crumbs(words, None)}
        <PageHead title=say("title") under=say("lead")>
            <Go href=add label=say("add") weight=Weight::Primary icon=Icon::Plus />
        </PageHead>
        {notice(screen, kept)}
        {above}
        {offered}
        {empty}
        {over}
        {closed}
    }
}

/// Items that are not offered, folded in; nothing when there are none.
fn folded<T: Listed>(
    screen: &Screen,
    (key, lines): (&str, &[&Line<T>]),
    ground: &T::Ground,
) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let title = screen.words.with(key, &[("count", lines.len().into())]);
    let items = items::<T>(screen, lines, ground);
    let drawn = view! {
        <details class="card roomy fold">
            <summary><h2>{title}</h2></summary>
            {items}
        </details>
    };
    Some(drawn.into_any())
}

fn items<T: Listed>(screen: &Screen, lines: &[&Line<T>], ground: &T::Ground) -> AnyView {
    let last = lines.len().saturating_sub(1);
    let rows: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let row = line.item.row(screen.words, ground);
            let moves = (T::ORDERED && line.closed.is_none())
                .then(|| moves::<T>(screen, (line, &row.name), (place > 0, place < last)));
            item(one_path::<T>(line.id), row, moves)
        })
        .collect();
    view! { <ul class="items">{rows}</ul> }.into_any()
}

fn item(href: String, row: Row, moves: Option<AnyView>) -> impl IntoView {
    let facts: Vec<_> = row
        .facts
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let facts = (!facts.is_empty()).then(|| view! { <small>{facts.join(" · ")}</small> });
    view! {
        <li class="item">
            <div><a href=href>{row.name}</a> {facts}</div>
            {moves}
        </li>
    }
}

fn moves<T: Listed>(
    screen: &Screen,
    (line, name): (&Line<T>, &str),
    (up, down): (bool, bool),
) -> AnyView {
    let act = |to: &str, key: &str| Act::Do {
        action: format!("{}/move", one_path::<T>(line.id)),
        label: screen.words.t(key),
        idem: screen.idem(),
        rev: None,
        sends: vec![("to".to_owned(), to.to_owned())],
    };
    let button = |wanted: bool, to, key| {
        wanted.then(|| view! { <Acts act=act(to, key) about=name.to_owned() /> })
    };
    let up = button(up, "up", "list-up");
    let down = button(down, "down", "list-down");
    view! { <div class="row">{up} {down}</div> }.into_any()
}

/// The page for a new item.
pub fn new<T: Listed>(
    screen: &Screen,
    posted: Posted,
    ground: &T::Ground,
) -> impl IntoView + use<T> {
    let words = screen.words;
    let action = format!("{}/new", T::PATH);
    let form = form::<T>(screen, &posted, (action, None), ground);
    let say = move |part| word::<T>(words, part);
    let up = crumbs(words, Some((T::PATH, say("title"))));
    let labels = labels::<T>(words);
    view! {
        {up}
        <PageHead title=say("add") />
        <ErrorSummary posted labels words />
        {form}
    }
}

/// The page of one item.
pub fn one<T: Listed>(
    screen: &Screen,
    posted: Posted,
    (line, ground): (&Line<T>, &T::Ground),
) -> impl IntoView + use<T> {
    let words = screen.words;
    let row = line.item.row(words, ground);
    let stale = posted
        .faults
        .iter()
        .any(|fault| fault.code == Unfit::ChangedMeanwhile);
    let stored = stale.then(|| {
        let facts = [row.name.clone()].into_iter().chain(row.facts.clone());
        let facts: Vec<String> = facts.filter(|fact| !fact.is_empty()).collect();
        let title = words.t("list-stored-now");
        view! { <Notice tone=Tone::Wait title text=facts.join(" · ") /> }
    });
    let closed = line.closed.map(|_| {
        view! { <Notice tone=Tone::Calm text=words.t("list-is-closed") /> }
    });
    let action = one_path::<T>(line.id);
    let form = form::<T>(screen, &posted, (action, Some(line.rev)), ground);
    let up = crumbs(words, Some((T::PATH, word::<T>(words, "title"))));
    let labels = labels::<T>(words);
    view! {
        {up}
        <PageHead title=row.name.clone() />
        {closed}
        <ErrorSummary posted labels words />
        {stored}
        {form}
        {ending(screen, line, &row.name)}
    }
}

fn labels<T: Listed>(words: Words) -> Vec<(&'static str, String)> {
    let label = |field: &&'static str| (*field, word::<T>(words, &field.replace('_', "-")));
    T::FIELDS.iter().map(label).collect()
}

fn form<T: Listed>(
    screen: &Screen,
    posted: &Posted,
    (action, rev): (String, Option<i64>),
    ground: &T::Ground,
) -> AnyView {
    let words = screen.words;
    let (fields, idem) = (T::fields(words, posted, ground), screen.idem());
    view! {
        <Card ground=Ground::Roomy>
            <Form action idem rev>
                {fields}
                <div class="buttons">
                    <Submit label=words.t("save") />
                    <Go href=T::PATH label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
        </Card>
    }
    .into_any()
}

/// Closing the item, or opening it again.
fn ending<T: Listed>(screen: &Screen, line: &Line<T>, name: &str) -> impl IntoView + use<T> {
    let words = screen.words;
    let closed = line.closed.is_some();
    let (part, key, hint) = if closed {
        ("open", "list-open", "list-open-hint")
    } else {
        ("close", "list-close", "list-close-hint")
    };
    let act = Act::Do {
        action: format!("{}/{part}", one_path::<T>(line.id)),
        label: words.t(key),
        idem: screen.idem(),
        rev: Some(line.rev),
        sends: Vec::new(),
    };
    let about = name.to_owned();
    view! {
        <div class="row between ending">
            <p class="muted">{words.t(hint)}</p>
            <Acts act weight=Weight::Plain about />
        </div>
    }
}
