//! One colleague: what the colleague works as, a code for a lost proof, and the end of the account.

use desk::colleagues::Listed;
use desk::places::Service;
use desk::store::invites::Purpose;
use leptos::prelude::*;

use super::super::lists::up;
use super::{HERE, path, reset, work};
use crate::form::{ErrorSummary, Form, Posted, Submit, Tick};
use crate::parts::{Card, DetailList, Ground, Notice, PageHead, PrintButton, Tone, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

/// The whole page.
pub fn content(
    screen: &Screen,
    colleague: &Listed,
    (posted, services): (Posted, &[Service]),
) -> impl IntoView + use<> {
    let words = screen.words;
    let name = colleague.name.reveal().as_str().to_owned();
    let user = colleague.user_name.reveal().clone();
    let labels = vec![
        ("work", words.t("colleague-work")),
        ("reset", words.t("colleague-reset")),
        ("lost", words.t("colleague-reset-what")),
        ("sure", words.t("colleague-end")),
    ];
    view! {
        {up(screen, Some((HERE, "colleagues-title")))}
        {said(words, &posted)}
        <PageHead title=name under=user />
        {code(words, &posted)}
        <ErrorSummary posted=posted.clone() labels words />
        <div class="halves">
            {roles(screen, colleague, (&posted, services))}
            <div class="stack">
                {account(screen, colleague)}
                {reset::card(screen, colleague, &posted)}
                {end(screen, colleague, &posted)}
            </div>
        </div>
    }
}

fn said(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let said = posted.value("said").to_owned();
    (!said.is_empty()).then(|| view! { <Notice tone=Tone::Ok text=words.t(&said) /> })
}

/// The code to hand over: it is on this page once.
fn code(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let code = posted.value("code").to_owned();
    if code.is_empty() {
        return None;
    }
    Some(view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("colleague-code")}</h2>
            <p>{words.t("colleague-code-lead")}</p>
            <p class="paper large" id="code">{code}</p>
            <p class="muted">{words.t("colleague-code-where")}</p>
            <div class="buttons"><PrintButton label=words.t("print") /></div>
        </Card>
    })
}

fn roles(
    screen: &Screen,
    colleague: &Listed,
    (posted, services): (&Posted, &[Service]),
) -> impl IntoView + use<> {
    let words = screen.words;
    let ticks = work::ticks(words, posted, services);
    let action = format!("{}/roles", path(colleague.user));
    let (idem, rev) = (screen.idem(), Some(colleague.rev));
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("colleague-work-title")}</h2>
            <p class="muted">{words.t("colleague-work-lead")}</p>
            <Form action idem rev>
                {ticks}
                <div class="row end"><Submit label=words.t("save") /></div>
            </Form>
        </Card>
    }
}

fn account(screen: &Screen, colleague: &Listed) -> impl IntoView + use<> {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let state = if colleague.joined {
        "colleague-joined"
    } else {
        "colleague-invited"
    };
    let until = colleague.invite.map(|invite| {
        let day = words.date(zone.day_of(invite.expires_at));
        let waits = invite.purpose == Purpose::Factor && invite.released_by.is_none();
        let until = if waits {
            "colleague-waits-until"
        } else {
            "colleague-code-until"
        };
        (words.t(until), day)
    });
    let lines = [
        (
            words.t("colleague-since"),
            words.date(zone.day_of(colleague.since)),
        ),
        (words.t("colleague-state"), words.t(state)),
    ];
    let lines: Vec<_> = lines.into_iter().chain(until).collect();
    view! { <Card ground=Ground::Roomy><DetailList lines /></Card> }
}

fn end(screen: &Screen, colleague: &Listed, posted: &Posted) -> impl IntoView + use<> {
    let (words, entry) = (screen.words, posted.entry("sure", screen.words));
    let action = format!("{}/end", path(colleague.user));
    let (idem, rev) = (screen.idem(), Some(colleague.rev));
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("colleague-end")}</h2>
            <p class="muted">{words.t("colleague-end-lead")}</p>
            <Form action idem rev>
                <Tick label=words.t("colleague-end-sure") entry />
                <div class="row end">
                    <Submit label=words.t("colleague-end-send") weight=Weight::Danger />
                </div>
            </Form>
        </Card>
    }
}
