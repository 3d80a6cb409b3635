//! Every part of a form: empty, filled, wrong, too long, and from right to left.

use domain::Unfit;
use leptos::prelude::*;

use super::LONG_NAME;
use crate::form::{
    Choice, Entry, ErrorSummary, Field, Form, Kind, Look, NoteBox, Pick, Posted, Submit, Tick,
};
use crate::icons::Icon;
use crate::parts::{Card, Ground};
use crate::words::Words;

/// The parts of a form.
#[component]
pub(super) fn Forms(words: Words) -> impl IntoView {
    view! {
        <section class="sample">
            <h2>{words.t("style-forms")}</h2>
            <div class="swatches">{empty(words)} {wrong(words)} {choices(words)} {mirrored(words)}</div>
        </section>
    }
}

fn empty(words: Words) -> impl IntoView {
    view! {
        <Card ground=Ground::Roomy>
            <Field label=words.t("person-name") entry=Entry::empty("sample-name") />
            <Field
                label=words.t("person-birth")
                hint=words.t("person-birth-hint")
                entry=Entry::empty("sample-birth")
                kind=Kind::Date
            />
            <Field label=words.t("unlock-pin") entry=Entry::empty("sample-pin") kind=Kind::Pin />
            <NoteBox label=words.t("check-in-remark") entry=Entry::empty("sample-note") />
        </Card>
    }
}

fn wrong(words: Words) -> impl IntoView {
    let mut posted = Posted::default();
    posted.keep("wrong-name", LONG_NAME);
    posted.keep("wrong-birth", "31-02-1986");
    posted.keep("wrong-note", "</textarea><b>gewone tekst</b>\nTweede regel");
    posted.refuse("wrong-name", Unfit::TooLong(200));
    posted.refuse("wrong-birth", Unfit::NoSuchDay);
    posted.refuse("wrong-note", Unfit::ControlCharacters);
    let (name, birth, note) = (
        posted.entry("wrong-name", words),
        posted.entry("wrong-birth", words),
        posted.entry("wrong-note", words),
    );
    let labels = vec![("wrong-name", words.t("person-name"))];
    view! {
        <Card ground=Ground::Roomy>
            <ErrorSummary posted labels words />
            <Form action="/style" idem="sample">
                <Field label=words.t("person-name") entry=name />
                <Field label=words.t("person-birth") entry=birth kind=Kind::Date />
                <NoteBox label=words.t("check-in-remark") entry=note />
                <div class="buttons">
                    <Submit label=words.t("save") icon=Icon::Check />
                </div>
            </Form>
        </Card>
    }
}

fn choices(words: Words) -> impl IntoView {
    let channel = |code: &str| Pick::new(code, words.of("channel", code));
    let channels = vec![channel("never"), channel("call"), channel("message")];
    let lines = vec![
        channel("never").with_hint(words.t("contact-channel-hint")),
        channel("mail").with_hint("Rechtsschutzversicherungsgesellschaften"),
    ];
    let refused = Entry {
        fault: Some(words.unfit(Unfit::NotOffered)),
        ..Entry::empty("sample-lines")
    };
    view! {
        <Card ground=Ground::Roomy>
            <Choice
                label=words.t("contact-channel")
                entry=Entry::holding("sample-pills", "call")
                picks=channels.clone()
            />
            <Choice label=words.t("contact-channel") entry=refused picks=lines look=Look::Lines />
            <Choice
                label=words.t("person-language")
                entry=Entry::empty("sample-list")
                picks=channels
                look=Look::Select
            />
            <Tick label=words.t("person-unnamed") entry=Entry::holding("sample-tick", "yes") />
        </Card>
    }
}

fn mirrored(words: Words) -> impl IntoView {
    let refused = Entry {
        fault: Some("أدخل الاسم كما يريد الشخص.".to_owned()),
        ..Entry::holding("sample-arabic", "نور الهدى بن يوسف")
    };
    let picks = vec![Pick::new("yes", "نعم"), Pick::new("no", "لا")];
    view! {
        <div class="stack" dir="rtl" lang="ar">
            <Card ground=Ground::Roomy>
                <h3>{words.t("style-right-to-left")}</h3>
                <Field label="الاسم" hint="كما يريد الشخص." entry=refused />
                <Choice label="هل تحتاج إلى مترجم؟" entry=Entry::empty("sample-yes") picks />
                <div class="buttons"><Submit label="حفظ" icon=Icon::Arrive /></div>
            </Card>
        </div>
    }
}
