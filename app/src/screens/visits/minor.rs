//! A minor who came alone: who is called first, and what is not asked and not done before.

use axum::extract::{Path, State};
use desk::duties;
use desk::visits::{self, Revealed};
use domain::Pii;
use domain::role::Action;
use domain::visit::{CheckIn, Facts, Purpose, VisitKind};
use leptos::prelude::*;

use super::moves::{moved, seen};
use super::received;
use crate::form::{Form, Submit};
use crate::icons::Icon;
use crate::page::{Page, Site};
use crate::parts::{Go, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, setup_failed, visit_failed};

/// The path for a child who came alone.
const HERE: &str = "/visits/child";

/// Who is on duty now, for a page that says who is called.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub(super) async fn on_duty(screen: &Screen) -> Result<Vec<Pii<String>>, Page> {
    let names = duties::on_now(&screen.site.desk, &screen.signed.actor()).await;
    names.map_err(|error| setup_failed(&error))
}

/// What is done first, in its order.
pub(super) fn first(screen: &Screen, names: &[Pii<String>]) -> impl IntoView + use<> {
    let words = screen.words;
    let names: Vec<&str> = names.iter().map(|name| name.reveal().as_str()).collect();
    let call = if names.is_empty() {
        words.t("minor-call-nobody")
    } else {
        words.with("minor-call", &[("names", names.join(", ").into())])
    };
    view! {
        <ol class="first">
            <li><strong>{call}</strong></li>
            <li>{words.t("minor-ask-nothing")}</li>
            <li>{words.t("minor-nobody-home")}</li>
            <li>{words.t("minor-stay")}</li>
        </ol>
    }
}

/// Shows what is done first, and the button that gives the child a number.
pub async fn get_child(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let names = on_duty(&screen).await?;
        let draw = move |screen: &Screen| {
            let words = screen.words;
            view! {
                <PageHead title=words.t("minor-title") under=words.t("minor-lead") />
                <section class="card roomy stack alarm">{first(screen, &names)}</section>
                <Form action=HERE idem=screen.idem()>
                    <div class="buttons">
                        <Submit label=words.t("minor-send") icon=Icon::Arrive />
                        <Go href="/desk" label=words.t("cancel") weight=Weight::Quiet />
                    </div>
                </Form>
            }
        };
        Ok::<Page, Page>(screen.show(Place::at(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Gives a child who came alone a number, and asks nothing.
pub async fn post_child(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let Some(key) = typed.idem() else {
        return Page::missing();
    };
    let asked = CheckIn {
        record: None,
        kind: VisitKind::Child,
        purpose: Purpose::Other,
        service: None,
        remark: Pii::new(None),
        facts: Pii::new(Facts::default()),
        again: false,
        alone: true,
    };
    match visits::check_in(&site.desk, &signed.actor(), asked, key).await {
        Ok(visit) => received(&site, &signed, visit)
            .await
            .unwrap_or_else(|page| page),
        Err(error) => visit_failed(&error),
    }
}

/// On the page of the visit: what is done first, and that the colleague is there.
pub(super) fn section(
    screen: &Screen,
    revealed: &Revealed,
    names: &[Pii<String>],
) -> impl IntoView + use<> {
    let words = screen.words;
    let action = format!("/visits/{}/met", revealed.visit.id);
    let met = screen.may(Action::MeetMinor).then(|| {
        view! {
            <Form action idem=screen.idem() rev=Some(revealed.visit.rev)>
                <div class="buttons"><Submit label=words.t("minor-met") icon=Icon::Check /></div>
            </Form>
        }
    });
    view! {
        <section class="card roomy stack alarm" id="minor">
            <h2>{words.t("minor-title")}</h2>
            {first(screen, names)}
            {met}
        </section>
    }
}

/// Says that the colleague on duty is with the minor.
pub async fn post_met(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::met(&site.desk, &signed.actor(), seen).await;
    moved(&site, &signed, seen, (done, "minor-is-met")).await
}
