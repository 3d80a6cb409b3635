//! The recovery sheet: shown until it is on paper, then checked by typing one group of each code
//! back. The right groups found the house.

use axum::response::{IntoResponse, Response};
use desk::founding::{self, FoundingError, NewHouse};
use domain::Unfit;
use leptos::prelude::*;

use super::journey::{Journey, Paper};
use super::{Caller, DONE, Reached, Step, step_of};
use crate::form::{ErrorSummary, Field, Form, Posted, Submit};
use crate::page::Page;
use crate::parts::{Act, Acts, Card, Ground, Notice, PageHead, PrintButton, Tone, Weight};
use crate::request::Typed;
use crate::words::Words;

const SHEET: &str = Step::Sheet.path();
const CHECK: &str = Step::Check.path();
/// The fields of the two holders.
const HOLDERS: [&str; 2] = ["first", "second"];

/// Shows the sheet.
pub(super) async fn get(caller: Caller) -> Page {
    let journey = match caller.at(Step::Sheet).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let words = caller.words(&journey);
    let Some((paper, centre)) = journey.paper.as_ref().zip(journey.centre.as_ref()) else {
        return Page::broken();
    };
    let codes = paper
        .sheet
        .codes
        .each_ref()
        .map(|code| code.expose().clone());
    let day = words.date(centre.card.zone.day_of(caller.site.desk.now()));
    let house = centre.card.name.as_str().to_owned();
    drop(journey);
    caller
        .show(words, SHEET, move |idem| {
            let sheets: Vec<_> = (1..)
                .zip(codes)
                .map(|(holder, code)| leaf(words, (holder, code), (&house, &day)))
                .collect();
            view! {
                <PageHead title=words.t("founding-sheet-title") under=step_of(words, Step::Sheet) />
                <p>{words.t("founding-sheet-lead")}</p>
                <div class="sheets">{sheets}</div>
                <Form action=SHEET idem>
                    <div class="row end">
                        <PrintButton label=words.t("print") />
                        <Submit label=words.t("founding-sheet-on-paper") />
                    </div>
                </Form>
            }
        })
        .await
}

/// The leaf of one holder.
fn leaf(
    words: Words,
    (holder, code): (usize, String),
    (house, day): (&str, &str),
) -> impl IntoView + use<> {
    let groups: Vec<_> = code
        .split('-')
        .map(|group| view! { <li><code>{group.to_owned()}</code></li> })
        .collect();
    let title = words.with("founding-leaf", &[("holder", holder.into())]);
    view! {
        <section class="card roomy stack leaf">
            <h2>{title}</h2>
            <p>{house.to_owned()} " · " {day.to_owned()}</p>
            <ol class="groups">{groups}</ol>
            <p>{words.t("founding-leaf-use")}</p>
            <p>{words.t("founding-leaf-keep")}</p>
        </section>
    }
}

/// The sheet is on paper: it is not shown again.
pub(super) async fn post(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::Sheet).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    if let Some(paper) = &mut journey.paper {
        paper.printed = true;
    }
    Page::see(journey.next().path())
}

/// Makes another sheet, for whoever has lost the first before it was checked.
pub(super) async fn post_new(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::Check).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let desk = &caller.site.desk;
    let Ok(sheet) = caller.founding.key().sheet(desk.entropy()) else {
        return Page::broken();
    };
    journey.paper = Some(Paper::new(desk, sheet));
    Page::see(SHEET)
}

/// Asks for one group of each code.
pub(super) async fn get_check(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::Check).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let (words, posted) = (
        caller.words(&journey),
        journey.kept(CHECK).unwrap_or_default(),
    );
    let Some(asked) = journey.paper.as_ref().map(|paper| paper.asked) else {
        return Page::broken();
    };
    drop(journey);
    caller
        .show(words, CHECK, move |idem| {
            view! { <Check words posted asked idem /> }
        })
        .await
}

#[component]
fn Check(words: Words, posted: Posted, asked: [usize; 2], idem: String) -> impl IntoView {
    let label = move |holder: usize| {
        let values = [
            ("holder", (holder + 1).into()),
            ("group", (asked[holder] + 1).into()),
        ];
        words.with("founding-check-group", &values)
    };
    let labels = vec![(HOLDERS[0], label(0)), (HOLDERS[1], label(1))];
    let said = posted.value("said").to_owned();
    let said =
        (!said.is_empty()).then(|| view! { <Notice tone=Tone::Danger text=words.t(&said) /> });
    let another = Act::Do {
        action: "/found/sheet/new".to_owned(),
        label: words.t("founding-sheet-new"),
        idem: idem.clone(),
        rev: None,
        sends: Vec::new(),
    };
    view! {
        <PageHead title=words.t("founding-check-title") under=step_of(words, Step::Check) />
        <p>{words.t("founding-check-lead")}</p>
        {said}
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=CHECK idem>
                <Field label=label(0) entry=posted.entry(HOLDERS[0], words) />
                <Field label=label(1) entry=posted.entry(HOLDERS[1], words) />
                <div class="row end"><Submit label=words.t("founding-found") /></div>
            </Form>
        </Card>
        <div class="row"><Acts act=another weight=Weight::Quiet /></div>
    }
}

/// Founds the house when both groups are right. What was typed is part of a secret and is not kept.
pub(super) async fn post_check(caller: Caller, typed: Typed) -> Response {
    let mut journey = match caller.at(Step::Check).await {
        Ok(journey) => journey,
        Err(page) => return page.into_response(),
    };
    let mut posted = Posted::default();
    if let Some(paper) = &mut journey.paper {
        for (holder, field) in HOLDERS.into_iter().enumerate() {
            if !paper
                .sheet
                .has(holder, paper.asked[holder], typed.get(field))
            {
                posted.refuse(field, Unfit::NotTheCode);
            }
        }
        if !posted.fits() {
            paper.ask(&caller.site.desk);
        }
    }
    if posted.fits() {
        match found(&caller, &journey).await {
            Ok(()) => {
                caller.founding.reach(Reached::House);
                return Page::see(DONE).into_response();
            }
            Err(error) => posted.keep("said", failed(&error)),
        }
    }
    Caller::back(journey, CHECK, posted).into_response()
}

async fn found(caller: &Caller, journey: &Journey) -> Result<(), FoundingError> {
    let (Some(paper), Some(centre), Some(administrator)) =
        (&journey.paper, &journey.centre, &journey.administrator)
    else {
        return Err(FoundingError::Forbidden(desk::access::Forbidden));
    };
    let house = NewHouse {
        key: caller.founding.key(),
        sheet: &paper.sheet,
        centre,
        administrator: administrator.clone(),
        app: &journey.app,
        request: caller.request,
    };
    founding::establish(&caller.site.desk, house)
        .await
        .map(drop)
}

/// What stood in the way, for the page; the log says more.
fn failed(error: &FoundingError) -> &'static str {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    let cause = cause.unwrap_or_default();
    tracing::error!(error.kind = %error, error.cause = %cause, "the house was not founded");
    match error {
        FoundingError::Founded => "founding-elsewhere",
        FoundingError::Root(_) => "founding-key-failed",
        _ => "founding-failed",
    }
}
