//! How far a file is, and what was left out.

use desk::imports::{Run, Shown, State};
use leptos::prelude::*;

use super::super::lists::crumbs;
use super::{HERE, counts, tone};
use crate::form::Posted;
use crate::icons::Icon;
use crate::parts::{
    Act, Acts, Card, DetailList, Go, Ground, Notice, PageHead, ProgressBar, Tag, Tone, Weight,
};
use crate::screens::frame::Screen;
use crate::words::Words;

/// The whole page.
pub fn content(screen: &Screen, shown: &Shown, said: &Posted) -> impl IntoView + use<> {
    let (words, run) = (screen.words, &shown.run);
    let changed = said.faults.first().map(|fault| {
        view! { <Notice tone=Tone::Care text=words.unfit(fault.code) /> }
    });
    let (state, tone) = (words.of("imports-state", run.state.code()), tone(run.state));
    let (done, of, label) = (run.position, run.size, progress(words, run));
    let (lines, buttons) = (facts(words, run), buttons(screen, run));
    let (under, left_out) = (counts(words, run), left_out(words, run));
    view! {
        {crumbs(words, Some((HERE, words.t("imports-title"))))}
        <PageHead title=words.t("imports-one") under>
            <Tag label=state tone />
        </PageHead>
        {changed}
        <Card ground=Ground::Roomy>
            <ProgressBar done of label />
            <DetailList lines />
            <div class="buttons">{buttons}</div>
        </Card>
        {left_out}
    }
}

/// How far it is: percent of the file, and rows.
fn progress(words: Words, run: &Run) -> String {
    let percent = (run.position * 100 / run.size.max(1)).min(100);
    let rows = words.number(run.rows());
    words.with(
        "imports-progress",
        &[("percent", percent.into()), ("rows", rows.into())],
    )
}

fn facts(words: Words, run: &Run) -> Vec<(String, String)> {
    let number = |key: &str, number: i64| Some((words.t(key), words.number(number)));
    let speed = run.speed().map(|speed| {
        let values = [("rows", words.number(speed).into())];
        (
            words.t("imports-speed"),
            words.with("imports-speed-rows", &values),
        )
    });
    let facts = [
        number("imports-fact-written", run.written),
        number("imports-fact-known", run.known),
        number("imports-fact-bad", run.bad),
        speed,
    ];
    facts.into_iter().flatten().collect()
}

/// Stopping, going on and giving up, as far as that can be done now.
fn buttons(screen: &Screen, run: &Run) -> Vec<AnyView> {
    let act = |part: &str, key: &str, to: Option<State>| Act::Do {
        action: format!("{HERE}/{}/{part}", run.id),
        label: screen.words.t(key),
        idem: screen.idem(),
        rev: Some(run.rev),
        sends: to
            .map(|to| ("to".to_owned(), to.code().to_owned()))
            .into_iter()
            .collect(),
    };
    let button = |act, weight| view! { <Acts act weight /> }.into_any();
    match run.state {
        State::Running => vec![button(
            act("turn", "imports-pause", Some(State::Paused)),
            Weight::Plain,
        )],
        State::Paused => vec![
            button(
                act("turn", "imports-go-on", Some(State::Running)),
                Weight::Primary,
            ),
            button(act("give-up", "imports-give-up", None), Weight::Quiet),
        ],
        State::Sending | State::Asking | State::Done => Vec::new(),
    }
}

/// The way to the rows that were left out.
fn left_out(words: Words, run: &Run) -> Option<impl IntoView + use<>> {
    let rows = run.known + run.bad;
    (rows > 0).then(|| {
        let href = format!("{HERE}/{}/rows", run.id);
        view! {
            <Card ground=Ground::Roomy>
                <h2>{words.t("imports-left-out")}</h2>
                <p>{words.t("imports-left-out-text")}</p>
                <div class="buttons">
                    <Go href label=words.t("imports-rows") icon=Icon::List />
                </div>
            </Card>
        }
    })
}
