//! The page of the mail server: how it does, its form, a trial, and the letters.

use desk::outbox::Overview;
use desk::store::outbox::Shown;
use domain::mail::{Fault, Security};
use leptos::prelude::*;

use super::super::lists::up;
use super::{Content, HERE};
use crate::form::{Choice, Entry, ErrorSummary, Field, Form, Kind, Look, Pick, Posted, Submit};
use crate::parts::{Act, Acts, Card, EmptyState, Ground, Notice, PageHead, Table, Tone, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

/// The page.
pub(super) fn page(screen: &Screen, content: Content) -> impl IntoView + use<> {
    let words = screen.words;
    let Content {
        posted,
        rev,
        overview,
    } = content;
    let said = said(words, &posted);
    let health = health(screen, &overview);
    let given_up = given_up(screen, &overview.given_up);
    let latest = latest(screen, &overview.latest);
    let trial = (rev > 0).then(|| trial(screen, &posted));
    view! {
        {up(screen, None)}
        <PageHead title=words.t("mail-title") under=words.t("mail-lead") />
        {said}
        {health}
        {given_up}
        <div class="halves">
            {server(screen, &posted, rev)}
            <div class="stack">{trial} {latest}</div>
        </div>
    }
}

fn said(words: Words, posted: &Posted) -> Option<impl IntoView> {
    let key = posted.value("said").to_owned();
    let tone = match key.as_str() {
        "" => return None,
        "mail-trial-failed" => Tone::Danger,
        "mail-trial-waits" => Tone::Wait,
        _ => Tone::Ok,
    };
    let why = Fault::parse(posted.value("why")).map(|fault| reason(words, fault));
    let text = [words.t(&key), why.unwrap_or_default()].join(" ");
    Some(view! { <Notice tone text=text.trim().to_owned() /> })
}

fn reason(words: Words, fault: Fault) -> String {
    words.of("mail-fault", fault.code())
}

/// How the mail server does, and how many letters wait.
fn health(screen: &Screen, overview: &Overview) -> impl IntoView + use<> {
    let words = screen.words;
    let queue = words.with("mail-queue", &[("count", overview.queue.into())]);
    let Some(health) = overview.health else {
        return view! { <Notice tone=Tone::On text=words.t("mail-unset") /> }.into_any();
    };
    let Some(since) = health.down else {
        return view! { <p class="muted">{queue}</p> }.into_any();
    };
    let when = when(screen, since);
    let title = words.with("mail-down-since", &[("when", when.into())]);
    let why = health.fault.map(|fault| reason(words, fault));
    let text = [why.unwrap_or_default(), queue].join(" ");
    view! { <Notice tone=Tone::Danger title text /> }.into_any()
}

fn when(screen: &Screen, at: domain::Instant) -> String {
    let (words, zone) = (screen.words, &screen.centre.zone);
    format!("{}, {}", words.day(zone.day_of(at)), words.time(at, zone))
}

fn labels(words: Words) -> Vec<(&'static str, String)> {
    super::read::FIELDS
        .into_iter()
        .chain(["to"])
        .map(|field| (field, label(words, field)))
        .collect()
}

fn label(words: Words, field: &str) -> String {
    words.of("mail-field", field)
}

fn server(screen: &Screen, posted: &Posted, rev: i64) -> impl IntoView + use<> {
    let words = screen.words;
    let field = |name| (label(words, name), posted.entry(name, words));
    let hint = move |name: &str| words.of("mail-hint", name);
    let (host, host_entry) = field("host");
    let (port, port_entry) = field("port");
    let (user, user_entry) = field("user");
    let (sender_name, sender_name_entry) = field("sender_name");
    let (sender, sender_entry) = field("sender");
    let (shown_as, shown_as_entry) = field("shown_as");
    let (notices, notices_entry) = field("notices");
    let picks = Security::ALL.iter().map(|one| security(words, *one));
    let picks: Vec<Pick> = picks.collect();
    let security_entry = posted.entry("security", words);
    let (kept, idem) = (posted.clone(), screen.idem());
    let password = Entry::empty("password");
    let password_hint = if rev > 0 {
        hint("password")
    } else {
        String::new()
    };
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("mail-server")}</h2>
            <ErrorSummary posted=kept labels=labels(words) words />
            <Form action=HERE idem rev=rev>
                <Field label=host entry=host_entry hint=hint("host") />
                <Field label=port entry=port_entry kind=Kind::Number />
                <Choice
                    label=label(words, "security")
                    entry=security_entry
                    picks
                    look=Look::Lines
                />
                <Field label=user entry=user_entry />
                <Field
                    label=label(words, "password")
                    entry=password
                    kind=Kind::Password
                    hint=password_hint
                />
                <Field label=sender_name entry=sender_name_entry hint=hint("sender_name") />
                <Field label=sender entry=sender_entry kind=Kind::Email hint=hint("sender") />
                <Field label=shown_as entry=shown_as_entry hint=hint("shown_as") />
                <Field label=notices entry=notices_entry kind=Kind::Email hint=hint("notices") />
                <div class="row end"><Submit label=words.t("save") /></div>
            </Form>
        </Card>
    }
}

fn security(words: Words, one: Security) -> Pick {
    let code = one.code();
    Pick::new(code, words.of("mail-security", code)).with_hint(words.of("mail-security-hint", code))
}

fn trial(screen: &Screen, posted: &Posted) -> impl IntoView + use<> {
    let (words, idem) = (screen.words, screen.idem());
    let to = posted.entry("to", words);
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("mail-trial")}</h2>
            <p class="muted">{words.t("mail-trial-lead")}</p>
            <Form action="/manage/mail/trial" idem>
                <Field label=label(words, "to") entry=to kind=Kind::Email />
                <div class="row end">
                    <Submit label=words.t("mail-trial-send") weight=Weight::Plain />
                </div>
            </Form>
        </Card>
    }
}

/// The latest letters: what for, when, and where they are.
fn latest(screen: &Screen, letters: &[Shown]) -> impl IntoView + use<> {
    let words = screen.words;
    if letters.is_empty() {
        let (title, text) = (words.t("mail-none"), words.t("mail-none-text"));
        return view! { <EmptyState title text small=true /> }.into_any();
    }
    let row = |letter: &Shown| {
        let state = words.of("letter-state", letter.state.code());
        let why = letter.fault.map(|fault| reason(words, fault));
        vec![
            when(screen, letter.put),
            words.of("letter-kind", letter.kind.code()),
            [state, why.unwrap_or_default()].join(" ").trim().to_owned(),
        ]
    };
    let heads = ["mail-head-when", "mail-head-kind", "mail-head-state"];
    let heads = heads.map(|key| words.t(key)).to_vec();
    let rows = letters.iter().map(row).collect();
    view! { <Table caption=words.t("mail-latest") heads rows /> }.into_any()
}

/// The letters that no server takes: somebody has to decide.
fn given_up(screen: &Screen, letters: &[Shown]) -> Option<impl IntoView + use<>> {
    let words = screen.words;
    let item = |letter: &Shown| {
        let about = format!(
            "{} · {}",
            words.of("letter-kind", letter.kind.code()),
            when(screen, letter.put)
        );
        let why = letter.fault.map(|fault| reason(words, fault));
        let act = |verb: &str, key| Act::Do {
            action: format!("{HERE}/{}/{verb}", letter.id),
            label: words.t(key),
            idem: screen.idem(),
            rev: None,
            sends: Vec::new(),
        };
        let (again, dismiss) = (act("again", "try-again"), act("dismiss", "mail-dismiss"));
        view! {
            <li class="row between">
                <div><strong>{about.clone()}</strong><p class="muted">{why}</p></div>
                <div class="buttons">
                    <Acts act=again about=about.clone() />
                    <Acts act=dismiss about=about />
                </div>
            </li>
        }
    };
    let items: Vec<_> = letters.iter().map(item).collect();
    (!items.is_empty()).then(|| {
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("mail-given-up")}</h2>
                <p class="muted">{words.t("mail-given-up-text")}</p>
                <ul class="stack tight">{items}</ul>
            </Card>
        }
    })
}
