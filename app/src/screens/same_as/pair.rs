//! Two records side by side: what is the same, what differs, and the answers.

use desk::same_as::{Said, Shown, Side};
use domain::role::Action;
use domain::same_as::{Basis, Couple, Verdict};
use domain::text::{Name, Note};
use domain::{Pii, RecordId};
use leptos::prelude::*;

use super::{HERE, path};
use crate::form::{Choice, ErrorSummary, Form, Look, NoteBox, Pick, Posted, Submit};
use crate::parts::{Act, Acts, Card, Go, Ground, Notice, PageHead, Tag, Tone, Weight};
use crate::screens::frame::Screen;
use crate::screens::search::reasons;

/// The whole page.
pub fn content(
    screen: &Screen,
    (couple, shown): (Couple<RecordId>, &Shown),
    posted: Posted,
) -> impl IntoView + use<> {
    let words = screen.words;
    let labels = vec![
        ("basis", words.t("pair-basis")),
        ("note", words.t("pair-note")),
    ];
    let under = shown.reason.map(|reason| reasons(words, reason));
    let under = under.filter(|reason| !reason.is_empty());
    let under = under.unwrap_or_else(|| words.t("pair-lead"));
    let said = screen.said(&posted);
    let holds = holds(screen, (couple, shown));
    let table = table(screen, shown);
    let answers =
        (shown.said.is_none() && !shown.one).then(|| answers(screen, (couple, shown), &posted));
    view! {
        <PageHead title=words.t("pair-title") under>
            <Go href=HERE label=words.t("pairs-title") weight=Weight::Quiet />
        </PageHead>
        {said}
        <ErrorSummary posted labels words />
        {holds}
        <Card ground=Ground::Roomy>{table}</Card>
        {answers}
    }
}

/// What holds of both now, and the way to take it back.
fn holds(
    screen: &Screen,
    (couple, shown): (Couple<RecordId>, &Shown),
) -> Option<impl IntoView + use<>> {
    let words = screen.words;
    let Some(said) = &shown.said else {
        let text = words.t("pair-through");
        return shown
            .one
            .then(|| view! { <Notice tone=Tone::On text /> }.into_any());
    };
    let (title, text) = told(screen, said);
    let act = Act::Do {
        action: format!("{}/back", path(couple)),
        label: words.t("pair-back"),
        idem: screen.idem(),
        rev: Some(shown.rev),
        sends: Vec::new(),
    };
    let weight = Weight::Plain;
    Some(view! { <Notice tone=Tone::On title text><Acts act weight /></Notice> }.into_any())
}

/// What was said, by whom, when and why.
fn told(screen: &Screen, said: &Said) -> (String, String) {
    let words = screen.words;
    let title = match said.verdict {
        Verdict::Same => words.t("pair-said-same"),
        Verdict::Two => words.t("pair-said-two"),
    };
    let name = said.by.as_ref().map(Pii::reveal).map(Name::as_str);
    let name = name.map_or_else(|| words.t("pair-said-gone"), str::to_owned);
    let day = words.date(screen.centre.zone.day_of(said.at));
    let by = words.with(
        "pair-said-by",
        &[("name", name.into()), ("day", day.into())],
    );
    let why = said.why.reveal();
    let basis = why.basis.map(|basis| words.of("pair-basis", basis.code()));
    let note = why.note.as_ref().map(Note::as_str).map(str::to_owned);
    let parts = [Some(by), basis, note];
    let text: Vec<String> = parts.into_iter().flatten().collect();
    (title, text.join(" · "))
}

/// Both answers.
fn answers(
    screen: &Screen,
    (couple, shown): (Couple<RecordId>, &Shown),
    posted: &Posted,
) -> impl IntoView + use<> {
    let words = screen.words;
    let (here, rev) = (path(couple), Some(shown.rev));
    let [basis, note] = ["basis", "note"].map(|field| posted.entry(field, words));
    let pick = |basis: Basis| Pick::new(basis.code(), words.of("pair-basis", basis.code()));
    let picks = Basis::CHOSEN.map(pick).to_vec();
    view! {
        <Form action=format!("{here}/same") idem=screen.idem() rev main=true>
            <Card ground=Ground::Roomy>
                <h2>{words.t("pair-same-title")}</h2>
                <p class="muted">{words.t("pair-same-lead")}</p>
                <Choice label=words.t("pair-basis") entry=basis picks look=Look::Lines />
                <NoteBox label=words.t("pair-note") hint=words.t("pair-note-hint") entry=note />
                <div class="buttons">
                    <Submit label=words.t("pair-same") />
                </div>
            </Card>
        </Form>
        <Form action=format!("{here}/two") idem=screen.idem() rev>
            <Card ground=Ground::Roomy>
                <h2>{words.t("pair-two-title")}</h2>
                <p class="muted">{words.t("pair-two-lead")}</p>
                <div class="buttons">
                    <Submit label=words.t("pair-two") weight=Weight::Plain />
                    <Go href=HERE label=words.t("pair-later") weight=Weight::Quiet />
                </div>
            </Card>
        </Form>
    }
}

/// The facts of both, each with a word whether they differ.
fn table(screen: &Screen, shown: &Shown) -> impl IntoView + use<> {
    let words = screen.words;
    let [one, other] = shown.sides.each_ref().map(|side| facts(screen, side));
    let rows: Vec<_> = one
        .into_iter()
        .zip(other)
        .filter(|((_, a), (_, b))| !a.is_empty() || !b.is_empty())
        .map(|((key, a), (_, b))| row(screen, key, (a, b)))
        .collect();
    let heads = [
        "pair-head-fact",
        "pair-head-one",
        "pair-head-other",
        "pair-head-same",
    ];
    let heads: Vec<_> = heads
        .into_iter()
        .map(|key| view! { <th scope="col">{words.t(key)}</th> })
        .collect();
    let cards = screen.may(Action::ShowPerson).then(|| cards(screen, shown));
    view! {
        <div class="table pair" role="region" tabindex="0" aria-label=words.t("pair-caption")>
            <table>
                <caption>{words.t("pair-caption")}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {cards}
    }
}

fn row(screen: &Screen, key: &str, (one, other): (String, String)) -> impl IntoView + use<> {
    let words = screen.words;
    let known = !one.is_empty() && !other.is_empty();
    let (tone, compared) = if one == other {
        (Tone::Calm, "pair-equal")
    } else {
        (Tone::Care, "pair-differs")
    };
    let tag = known.then(|| view! { <Tag tone label=words.t(compared) /> });
    let said = |fact: String| {
        if fact.is_empty() {
            "–".to_owned()
        } else {
            fact
        }
    };
    let class = (known && one != other).then_some("differs");
    view! {
        <tr class=class>
            <th scope="row">{words.t(key)}</th>
            <td>{said(one)}</td>
            <td>{said(other)}</td>
            <td>{tag}</td>
        </tr>
    }
}

/// The ways to both cards.
fn cards(screen: &Screen, shown: &Shown) -> impl IntoView + use<> {
    let card = |(side, key): (&Side, &str)| {
        let href = format!("/people/{}", side.record);
        view! { <Go href label=screen.words.t(key) weight=Weight::Quiet /> }
    };
    let keys = ["pair-card-one", "pair-card-other"];
    let cards: Vec<_> = shown.sides.iter().zip(keys).map(card).collect();
    view! { <div class="buttons">{cards}</div> }
}

/// The facts of one side, each under its words.
fn facts(screen: &Screen, side: &Side) -> Vec<(&'static str, String)> {
    let words = screen.words;
    let who = side.identity.reveal();
    let name = |name: &Option<Name>| name.as_ref().map(|n| n.as_str().to_owned());
    let tongues = who.tongues.iter().map(|t| words.of("tongue", t.code()));
    let tongues: Vec<String> = tongues.collect();
    let contact = side.contact.as_ref().map(Pii::reveal);
    let facts = [
        ("person-name", name(&who.name)),
        ("person-alias", name(&who.alias)),
        ("person-birth", who.born.map(|day| words.date(day))),
        ("person-language", Some(tongues.join(", "))),
        (
            "contact-phone",
            contact.and_then(|c| c.phone.as_ref().map(|p| p.as_str().to_owned())),
        ),
        (
            "contact-email",
            contact.and_then(|c| c.email.as_ref().map(|e| e.as_str().to_owned())),
        ),
        (
            "pair-since",
            Some(words.date(screen.centre.zone.day_of(side.since))),
        ),
    ];
    facts
        .map(|(key, fact)| (key, fact.unwrap_or_default()))
        .to_vec()
}
