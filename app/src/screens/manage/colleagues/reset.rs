//! A colleague who lost a proof: what was lost is chosen, and what was begun can be withdrawn.

use axum::extract::{Path, State};
use desk::colleagues::{self, Listed};
use domain::Unfit;
use leptos::prelude::*;

use super::{answer, hand_over, path, shown};
use crate::form::{Choice, Form, Look, Pick, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, back};

/// A way to new proofs. What waits or works already can be withdrawn instead.
pub fn card(screen: &Screen, colleague: &Listed, posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let (lead, way) = match (colleague.joined, colleague.invite) {
        (false, _) => (
            "colleague-code-again-lead",
            anew(screen, colleague).into_any(),
        ),
        (true, None) => (
            "colleague-reset-lead",
            lost(screen, colleague, posted).into_any(),
        ),
        (true, Some(_)) => (
            "colleague-reset-back-lead",
            withdrawn(screen, colleague).into_any(),
        ),
    };
    view! {
        <Card ground=Ground::Roomy>
            <h2 id="f-reset" tabindex="-1">{words.t("colleague-reset")}</h2>
            <p class="muted">{words.t(lead)}</p>
            {way}
        </Card>
    }
}

/// What was lost is chosen first: one press too many ends nobody's proofs.
fn lost(screen: &Screen, colleague: &Listed, posted: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let action = format!("{}/reset", path(colleague.user));
    let (idem, rev) = (screen.idem(), Some(colleague.rev));
    let pick = |value: &str| {
        let label = words.t(&format!("colleague-reset-{value}"));
        Pick::new(value, label).with_hint(words.t(&format!("colleague-reset-{value}-hint")))
    };
    let (picks, entry) = (
        vec![pick("phrase"), pick("factor")],
        posted.entry("lost", words),
    );
    view! {
        <Form action idem rev>
            <Choice
                label=words.t("colleague-reset-what")
                entry
                picks
                look=Look::Lines
            />
            <div class="row end">
                <Submit label=words.t("colleague-reset-send") weight=Weight::Plain />
            </div>
        </Form>
    }
}

fn anew(screen: &Screen, colleague: &Listed) -> impl IntoView + use<> {
    let act = Act::Do {
        action: format!("{}/reset", path(colleague.user)),
        label: screen.words.t("colleague-code-again"),
        idem: screen.idem(),
        rev: Some(colleague.rev),
        sends: vec![("lost".to_owned(), "phrase".to_owned())],
    };
    view! { <div class="buttons"><Acts act weight=Weight::Plain /></div> }
}

fn withdrawn(screen: &Screen, colleague: &Listed) -> impl IntoView + use<> {
    let act = Act::Do {
        action: format!("{}/reset/back", path(colleague.user)),
        label: screen.words.t("colleague-reset-back"),
        idem: screen.idem(),
        rev: Some(colleague.rev),
        sends: Vec::new(),
    };
    view! { <div class="buttons"><Acts act weight=Weight::Plain /></div> }
}

/// Lets a colleague choose new proofs.
pub async fn post_reset(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(user): Path<String>,
    typed: Typed,
) -> Page {
    let started = async {
        let shown = shown(&user, &typed)?;
        let screen = Screen::open(site, signed, nonce).await?;
        let factor = match typed.get("lost") {
            "factor" => true,
            "phrase" => false,
            _ => {
                let mut posted = Posted::default();
                posted.refuse("lost", Unfit::Missing);
                return Ok(back(&screen.site, &screen.signed, &path(shown.user), &posted).await);
            }
        };
        let actor = screen.signed.actor();
        match colleagues::reset(&screen.site.desk, &actor, shown, factor).await {
            Ok(Some(code)) => Ok(hand_over(&screen, shown.user, &code).await),
            started => {
                let posted = (Posted::default(), "reset");
                let said = started.map(|_| "colleague-reset-waits");
                answer(&screen, shown.user, posted, said).await
            }
        }
    };
    started.await.unwrap_or_else(|page: Page| page)
}

/// Withdraws a code on paper, or a reset that waits for a second person.
pub async fn post_reset_back(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    Path(user): Path<String>,
    typed: Typed,
) -> Page {
    let withdrawn = async {
        let shown = shown(&user, &typed)?;
        let screen = Screen::open(site, signed, nonce).await?;
        let actor = screen.signed.actor();
        let done = colleagues::withdraw(&screen.site.desk, &actor, shown).await;
        let said = done.map(|()| "colleague-reset-gone");
        answer(&screen, shown.user, (Posted::default(), "reset"), said).await
    };
    withdrawn.await.unwrap_or_else(|page: Page| page)
}
