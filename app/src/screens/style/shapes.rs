//! Buttons, tags, cards, notices, lists and icons.

use leptos::prelude::*;

use super::LONG_NAME;
use crate::icons::{Glyph, Icon};
use crate::parts::{
    Act, Acts, Card, DetailList, EmptyState, Go, Ground, Notice, Table, Tag, TokenBadge, Tone,
    WaitingBar, Weight,
};
use crate::words::Words;

/// Everything that is not a form and not the front desk.
#[component]
pub(super) fn Shapes(words: Words) -> impl IntoView {
    view! {
        <section class="sample">
            <h2>{words.t("style-buttons")}</h2>
            <div class="buttons">{buttons()}</div>
        </section>
        <section class="sample">
            <h2>{words.t("style-cards")}</h2>
            <div class="swatches">{cards()}</div>
        </section>
        <section class="sample">
            <h2>{words.t("style-notices")}</h2>
            {notices(words)}
        </section>
        <section class="sample">
            <h2>{words.t("style-tables")}</h2>
            {lists()}
        </section>
        <section class="sample">
            <h2>{words.t("style-icons")}</h2>
            <div class="pictures">{Icon::ALL.map(|icon| view! { <Glyph icon /> })}</div>
        </section>
    }
}

fn buttons() -> impl IntoView {
    let weights = [
        (Weight::Primary, Icon::Arrive, "Is aangekomen"),
        (Weight::Plain, Icon::Calendar, "Agenda"),
        (Weight::Quiet, Icon::NewPerson, "Nieuwe bezoeker"),
        (Weight::Danger, Icon::Leave, "Ja, vertrekt"),
        (Weight::Small, Icon::Bell, "Bel dienst"),
        (
            Weight::Plain,
            Icon::Building,
            "Rechtsschutzversicherungsgesellschaften",
        ),
    ];
    let links =
        weights.map(|(weight, icon, label)| view! { <Go href="#main" label weight icon /> });
    let unused = view! { <button type="button" class="button" disabled=true>"Nog niet"</button> };
    (links, unused)
}

fn cards() -> impl IntoView {
    let tones = [
        (Tone::Calm, "rustig"),
        (Tone::On, "gekozen"),
        (Tone::Ok, "klaar"),
        (Tone::Wait, "wacht"),
        (Tone::Care, "let op"),
        (Tone::Danger, "weg"),
    ];
    let tags = tones.map(|(tone, label)| view! { <Tag label tone icon=Icon::Check /> });
    let bars = [0, 12, 31, 45, 90].map(|minutes| {
        view! { <WaitingBar minutes limit=45 label=format!("wacht {minutes} van 45 minuten") /> }
    });
    let act = Act::Go {
        href: "#main".to_owned(),
        label: "Bekijken".to_owned(),
    };
    view! {
        <Card ground=Ground::Roomy>
            <h3>"Tags"</h3>
            <div class="tags">{tags}</div>
            <div class="row"><TokenBadge token="T-14" /><TokenBadge token="T-14" large=true /></div>
            {bars}
        </Card>
        <Card>
            <h3>{LONG_NAME}</h3>
            <p>"Kinder- und Jugendhilfeverwaltungsverfahrensgesetzgebung"</p>
            <Acts act about=LONG_NAME />
        </Card>
    }
}

fn notices(words: Words) -> impl IntoView {
    let lost = words.with("board-stream-lost", &[("time", "10:42".into())]);
    view! {
        <Notice text=words.t("board-hold") />
        <Notice tone=Tone::On text=words.t("form-kept") />
        <Notice tone=Tone::Ok text=words.t("person-saved") />
        <Notice tone=Tone::Wait text=words.t("board-nobody-on-duty") />
        <Notice tone=Tone::Care title=words.t("error-changed-title") text=LONG_NAME />
        <Notice tone=Tone::Danger text=lost>
            <Go href="#main" label=words.t("board-refresh") weight=Weight::Small />
        </Notice>
        <EmptyState title=words.t("board-present-empty") text=words.t("board-present-empty-text")>
            <Go href="#main" label=words.t("search-new") weight=Weight::Primary />
        </EmptyState>
    }
}

fn lists() -> impl IntoView {
    let line = |name: &str, fact: &str| (name.to_owned(), fact.to_owned());
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let rows = vec![
        row(["Beuk", "12", "vrij tot 10:45", "eigen uitgang"]),
        row([
            "Tuinkamer",
            "8",
            "bezet",
            "Rollstuhlgerechtigkeitsbescheinigung",
        ]),
    ];
    view! {
        <Card>
            <DetailList lines=vec![
                line("Naam", LONG_NAME),
                line("Taal", "Nederlands, Tamazight"),
                line("Geboortedatum", "12 maart 1986"),
            ] />
        </Card>
        <Table
            caption="Alle ruimtes"
            heads=vec!["Ruimte".to_owned(), "Plaatsen".to_owned(), "Nu".to_owned(), "Bijzonder".to_owned()]
            rows
        />
    }
}
