//! Saying why one looked many people up this hour. Whoever does not say so goes on all the same; somebody
//! else reads the list.

use axum::extract::State;
use desk::seal::SealError;
use desk::searches::{self, Explanation, SearchesError};
use domain::searching::Why;
use domain::text::Remark;
use domain::{Pii, SearchesId, Unfit};
use leptos::prelude::*;

use super::frame::{Place, Screen, back, say};
use crate::form::{Choice, ErrorSummary, Field, Form, Look, Pick, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Card, EmptyState, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::words::Words;

const HERE: &str = "/searches";

/// The line beside the hits that asks for the reason, and where to give it; nothing when nothing is asked.
///
/// # Errors
/// The page to answer instead.
pub async fn ask(screen: &Screen) -> Result<Option<(String, String, String)>, Page> {
    let asking = searches::asking(&screen.site.desk, &screen.signed.actor()).await;
    let asking = asking.map_err(|error| failed(&error))?;
    let (text, label) = (
        screen.words.t("searches-ask"),
        screen.words.t("searches-say"),
    );
    Ok(asking.map(|_| (text, label, HERE.to_owned())))
}

/// Shows the form, or that nothing is asked.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let asking = searches::asking(&site.desk, &signed.actor()).await;
        let asking: Option<SearchesId> = asking.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let posted = screen.kept(HERE).await?;
        let draw = move |screen: &Screen| content(screen, asking, posted);
        Ok::<Page, Page>(screen.show(Place::form(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

fn content(screen: &Screen, asking: Option<SearchesId>, posted: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let form = match asking {
        Some(id) => form(screen, id, posted).into_any(),
        None => view! {
            <EmptyState title=words.t("searches-nothing") text=words.t("searches-nothing-text") />
        }
        .into_any(),
    };
    view! {
        <PageHead title=words.t("searches-why") under=words.t("searches-why-lead") />
        {form}
    }
}

fn form(screen: &Screen, id: SearchesId, posted: Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let (why, remark) = (posted.entry("why", words), posted.entry("remark", words));
    let (idem, hour) = (screen.idem(), id.to_string());
    let labels = vec![
        ("why", words.t("searches-reason")),
        ("remark", words.t("searches-remark")),
    ];
    view! {
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <Form action=HERE idem main=true>
                <input type="hidden" name="hour" value=hour />
                <Choice
                    label=words.t("searches-reason")
                    entry=why
                    picks=picks(words)
                    look=Look::Lines
                />
                <Field
                    label=words.t("searches-remark")
                    hint=words.t("searches-remark-hint")
                    entry=remark
                />
                <div class="buttons">
                    <Submit label=words.t("searches-send") />
                    <Go href="/desk" label=words.t("searches-later") weight=Weight::Quiet />
                </div>
            </Form>
        </Card>
    }
}

fn picks(words: Words) -> Vec<Pick> {
    let all = Why::ALL.iter();
    all.map(|why| Pick::new(why.code(), words.of("searches-why", why.code())))
        .collect()
}

/// Keeps the reason, and goes back to the desk.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let mut posted = typed.posted(&["why", "remark"]);
    let Ok(id) = SearchesId::parse(typed.get("hour")) else {
        return Page::missing();
    };
    let Some(said) = read(&mut posted, id) else {
        return back(&site, &signed, HERE, &posted).await;
    };
    match searches::explain(&site.desk, &signed.actor(), said).await {
        // Whoever sends it twice has said it.
        Ok(()) | Err(SearchesError::Stale) => {
            say(&site, &signed, "/desk", ("searches-said", String::new())).await
        }
        Err(error) => failed(&error),
    }
}

/// The form, or what does not fit noted: something else has to be said in own words.
fn read(posted: &mut Posted, id: SearchesId) -> Option<Explanation> {
    let why = match posted.value("why") {
        "" => Err(Unfit::Missing),
        code => Why::parse(code),
    };
    let why = posted.check("why", why);
    let remark = Remark::optional(posted.value("remark"));
    let remark = posted.check("remark", remark)?;
    if why == Some(Why::Other) && remark.is_none() {
        posted.refuse("remark", Unfit::Missing);
    }
    let said = why.map(|why| Explanation {
        id,
        why,
        remark: remark.map(Pii::new),
    });
    said.filter(|_| posted.fits())
}

/// What a failed use case of searches looks like.
pub(super) fn failed(error: &SearchesError) -> Page {
    match error {
        SearchesError::Forbidden(_) | SearchesError::NotFound => Page::missing(),
        SearchesError::Seal(SealError::Sealed) => Page::sealed(),
        error => {
            tracing::error!(error.kind = %error, "searches could not be shown or explained");
            Page::broken()
        }
    }
}
