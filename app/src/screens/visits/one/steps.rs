//! What happened in a visit so far, in the order of the day.

use desk::store::visits::{Step, StepKind};
use desk::visits::Revealed;
use domain::visit::Stage;
use leptos::prelude::*;

use crate::parts::{Card, Ground};
use crate::screens::frame::Screen;

/// The steps, the last one standing out while the visitor is in the house.
pub fn steps(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let inside = !revealed.visit.is_over();
    let last = revealed.steps.len().saturating_sub(1);
    let numbered = revealed.steps.iter().zip(&revealed.by).enumerate();
    let lines: Vec<_> = numbered
        .map(|(place, (step, by))| {
            let now = inside && place == last;
            let (time, what) = line(screen, revealed, step);
            let by = by.reveal().clone();
            let by = (!by.is_empty()).then(|| format!(" · {by}"));
            let class = if now { "now" } else { "done" };
            view! {
                <li class=class aria-current=now.then_some("step")>
                    <span>{what}</span>
                    <small>{time} {by}</small>
                </li>
            }
        })
        .collect();
    let words = screen.words;
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("visit-steps")}</h2>
            <ol class="steps">{lines}</ol>
        </Card>
    }
}

/// When, and what happened.
fn line(screen: &Screen, revealed: &Revealed, step: &Step) -> (String, String) {
    let words = screen.words;
    let service = step
        .service
        .and_then(|id| revealed.house.service(id))
        .map(|s| s.name.clone());
    let room = step
        .room
        .and_then(|id| revealed.house.room(id))
        .map(|r| r.name.clone());
    let what = match (step.kind, service, room) {
        (StepKind::Arrived, ..) if revealed.visit.is_call() => words.t("visit-called"),
        (StepKind::Reached(Stage::Left), ..) if revealed.visit.is_call() => {
            words.t("visit-call-over")
        }
        (StepKind::Arrived, ..) => words.t("visit-arrived"),
        (StepKind::Corrected, ..) => words.t("visit-step-corrected"),
        (StepKind::Linked, ..) => words.t("visit-step-linked"),
        (StepKind::TookBack, ..) => words.t("visit-step-took-back"),
        (StepKind::StillHere, ..) => words.t("visit-step-still-here"),
        (StepKind::DutyCalled, ..) => words.t("visit-step-duty-called"),
        (StepKind::DutyCame, ..) => words.t("visit-step-duty-came"),
        (StepKind::Reached(Stage::TakenBack), ..) => words.t("visit-step-taken-back"),
        (StepKind::Reached(Stage::Waiting), ..) => words.t("board-waiting-room"),
        (StepKind::Reached(Stage::Left), ..) => words.t("visit-left"),
        (StepKind::Reached(Stage::WithService), Some(service), Some(room)) => words.with(
            "visit-step-room",
            &[("service", service.into()), ("room", room.into())],
        ),
        (StepKind::Reached(Stage::WithService), Some(service), None) => {
            words.with("visit-step-with", &[("service", service.into())])
        }
        (StepKind::Reached(Stage::WithService), None, _) => words.t("board-with"),
    };
    (words.time(step.at, &screen.centre.zone), what)
}
