//! The list of colleagues, and the form for a new one.

use desk::colleagues::Listed;
use desk::places::Service;
use domain::Language;
use leptos::prelude::*;

use super::super::lists::up;
use super::{HERE, NEW, path, work};
use crate::form::{Choice, ErrorSummary, Field, Form, Pick, Posted, Submit};
use crate::parts::{Card, Go, Ground, Notice, PageHead, Tag, Tone, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

/// Everybody who works here.
pub fn list(screen: &Screen, all: &[Listed], said: &str) -> impl IntoView + use<> {
    let words = screen.words;
    let said = (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(said) /> });
    let rows: Vec<_> = all.iter().map(|one| row(words, one)).collect();
    view! {
        {up(screen, None)}
        {said}
        <PageHead title=words.t("colleagues-title") under=words.t("colleagues-lead")>
            <Go href="/manage/resets" label=words.t("resets-title") weight=Weight::Quiet />
            <Go href=NEW label=words.t("colleague-invite") weight=Weight::Primary />
        </PageHead>
        <ul class="colleagues">{rows}</ul>
    }
}

fn row(words: Words, colleague: &Listed) -> impl IntoView + use<> {
    let name = colleague.name.reveal().as_str().to_owned();
    let posts: Vec<_> = colleague
        .posts
        .iter()
        .map(|post| view! { <Tag label=work::said(words, post) /> })
        .collect();
    let invited = (!colleague.joined)
        .then(|| view! { <Tag label=words.t("colleague-invited") tone=Tone::Wait /> });
    let resets = (colleague.joined && colleague.invite.is_some())
        .then(|| view! { <Tag label=words.t("colleague-resets") tone=Tone::Care /> });
    view! {
        <li class="card row between">
            <span class="stack tight">
                <a href=path(colleague.user)><strong>{name}</strong></a>
                <small class="muted">{colleague.user_name.reveal().clone()}</small>
            </span>
            <span class="tags">{invited} {resets} {posts}</span>
        </li>
    }
}

/// The form for somebody who is to work here.
pub fn new(screen: &Screen, posted: Posted, services: &[Service]) -> impl IntoView + use<> {
    let words = screen.words;
    let language = |one: Language| Pick::new(one.code(), words.of("language", one.code()));
    let languages: Vec<Pick> = Language::ALL.into_iter().map(language).collect();
    let labels = vec![
        ("name", words.t("colleague-name")),
        ("user", words.t("sign-in-user")),
        ("language", words.t("colleague-language")),
        ("work", words.t("colleague-work")),
    ];
    let ticks = work::ticks(words, &posted, services);
    let idem = screen.idem();
    let [name, user, language] =
        ["name", "user", "language"].map(|field| posted.entry(field, words));
    view! {
        {up(screen, Some((HERE, "colleagues-title")))}
        <PageHead title=words.t("colleague-invite") under=words.t("colleague-invite-lead") />
        <ErrorSummary posted labels words />
        <Form action=NEW idem>
            <Card ground=Ground::Roomy>
                <Field
                    label=words.t("colleague-name")
                    entry=name
                    focus=true
                />
                <Field
                    label=words.t("sign-in-user")
                    hint=words.t("colleague-user-hint")
                    entry=user
                />
                <Choice
                    label=words.t("colleague-language")
                    entry=language
                    picks=languages
                />
                {ticks}
            </Card>
            <div class="buttons">
                <Submit label=words.t("colleague-invite-send") />
                <Go href=super::HERE label=words.t("cancel") weight=Weight::Quiet />
            </div>
        </Form>
    }
}
