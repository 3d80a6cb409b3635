//! The form for a new visitor, drawn.

use desk::places::House;
use domain::Tongue;
use domain::person::Channel;
use domain::visit::Visit;
use leptos::prelude::*;

use super::{NEW, hit_rows};
use crate::form::{Choice, ErrorSummary, Field, Form, Kind, Look, Pick, Posted, Submit, Tick};
use crate::parts::board::Hit;
use crate::parts::{Card, Go, Ground, PageHead, Weight};
use crate::screens::frame::Screen;
use crate::screens::visits::{check_in_fields, company};
use crate::words::Words;

/// The whole page.
pub fn content(
    screen: &Screen,
    posted: Posted,
    house: &House,
    (likely, begun): (Vec<Hit>, Option<Visit>),
) -> impl IntoView + use<> {
    let words = screen.words;
    let (who, contact) = (who(words, &posted), contact(words, &posted));
    let visit = match begun {
        Some(visit) => belongs(words, &visit).into_any(),
        None => received(words, &posted, house).into_any(),
    };
    let (title, linked) = match begun {
        Some(_) => ("visit-link", true),
        None => ("check-in-title", false),
    };
    let someone_else = someone_else(words, &posted, likely);
    let visit_key = screen.idem();
    view! {
        <PageHead title=words.t("person-new-title") under=words.t("person-new-lead") />
        <ErrorSummary posted labels=labels(words) words />
        <Form action=NEW idem=screen.idem() main=true>
            <input type="hidden" name="visit_key" value=visit_key />
            {someone_else}
            <div class="halves">
                <Card ground=Ground::Roomy><h2>{words.t("person-group-who")}</h2>{who}</Card>
                <Card ground=Ground::Roomy><h2>{words.t(title)}</h2>{visit}</Card>
            </div>
            {contact}
            {sends(words, linked)}
        </Form>
    }
}

/// The questions of the check-in that follows.
fn received(words: Words, posted: &Posted, house: &House) -> impl IntoView + use<> {
    let company = company(words, posted);
    let fields = check_in_fields(words, posted, house);
    view! { {company} {fields} }
}

/// The label of each field by name.
pub(super) fn labels(words: Words) -> Vec<(&'static str, String)> {
    let labels = [
        ("name", "person-name"),
        ("alias", "person-alias"),
        ("born", "person-birth"),
        ("tongue", "person-language"),
        ("channel", "contact-channel"),
        ("phone", "contact-phone"),
        ("email", "contact-email"),
        ("when", "contact-when"),
        ("avoid", "contact-avoid"),
        ("until", "contact-until"),
        ("kind", "check-in-kind"),
        ("company", "company"),
        ("children", "facts-children"),
        ("purpose", "check-in-purpose"),
        ("remark", "check-in-remark"),
    ];
    let labels = labels.into_iter();
    labels.map(|(name, key)| (name, words.t(key))).collect()
}

/// The visit that the new person will belong to.
fn belongs(words: Words, visit: &Visit) -> impl IntoView + use<> {
    let token = visit.token.to_string();
    view! {
        <input type="hidden" name="visit" value=visit.id.to_string() />
        <input type="hidden" name="visit_rev" value=visit.rev.to_string() />
        <p>{words.with("person-for-visit", &[("token", token.into())])}</p>
    }
}

/// The buttons. The Enter key presses the first.
fn sends(words: Words, linked: bool) -> impl IntoView + use<> {
    let first = if linked {
        "person-for-visit-send"
    } else {
        "person-new-send"
    };
    let only = (!linked).then(|| {
        view! {
            <Submit
                label=words.t("person-new-only")
                weight=Weight::Plain
                sends=Some(("then", "save".to_owned()))
            />
        }
    });
    view! {
        <div class="buttons">
            <Submit label=words.t(first) sends=Some(("then", "check_in".to_owned())) />
            {only}
            <Go href="/desk" label=words.t("cancel") weight=Weight::Quiet />
        </div>
    }
}

pub(super) fn who(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let tongue = |code: &str| Pick::new(code, words.of("tongue", code));
    let tongues: Vec<Pick> = Tongue::COMMON.into_iter().map(tongue).collect();
    view! {
        <Field
            label=words.t("person-name")
            hint=words.t("person-name-hint")
            entry=posted.entry("name", words)
            focus=true
        />
        <Field
            label=words.t("person-birth")
            hint=words.t("person-birth-hint")
            entry=posted.entry("born", words)
            kind=Kind::Date
        />
        <Choice
            label=words.t("person-language")
            entry=posted.entry("tongue", words)
            picks=tongues
            look=Look::Select
            none=words.t("unknown")
        />
        <Field label=words.t("person-alias") entry=posted.entry("alias", words) />
        <Tick label=words.t("person-unnamed") entry=posted.entry("unnamed", words) />
    }
}

/// How she can be reached, folded in: nobody has to ask it at the counter.
pub(super) fn contact(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let pick = |channel: &Channel| Pick::new(channel.code(), words.of("channel", channel.code()));
    let channels: Vec<Pick> = Channel::ALL.iter().map(pick).collect();
    let fields = ["channel", "phone", "email", "when", "avoid", "until"];
    let open = posted
        .faults
        .iter()
        .any(|fault| fields.contains(&fault.field.as_str()))
        || !matches!(posted.value("channel"), "" | "never");
    view! {
        <details class="card roomy fold" open=open>
            <summary><h2>{words.t("person-group-contact")}</h2></summary>
            <div class="halves">
            <Choice
                label=words.t("contact-channel")
                hint=words.t("contact-channel-hint")
                entry=posted.entry("channel", words)
                picks=channels
            />
            <Field
                label=words.t("contact-phone")
                entry=posted.entry("phone", words)
                kind=Kind::Phone
            />
            <Field
                label=words.t("contact-email")
                entry=posted.entry("email", words)
                kind=Kind::Email
            />
            <Field
                label=words.t("contact-when")
                hint=words.t("contact-when-hint")
                entry=posted.entry("when", words)
            />
            <Field
                label=words.t("contact-avoid")
                hint=words.t("contact-avoid-hint")
                entry=posted.entry("avoid", words)
            />
            <Field
                label=words.t("contact-until")
                hint=words.t("contact-until-hint")
                entry=posted.entry("until", words)
                kind=Kind::Date
            />
            </div>
        </details>
    }
}

/// Who may be the same person, with the words that say it is somebody else.
fn someone_else(words: Words, posted: &Posted, likely: Vec<Hit>) -> Option<impl IntoView + use<>> {
    if likely.is_empty() {
        return None;
    }
    let entry = posted.entry("someone_else", words);
    Some(view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("person-likely")}</h2>
            <p>{words.t("person-likely-lead")}</p>
            <ul class="hits">{hit_rows(likely)}</ul>
            <Tick label=words.t("person-likely-none") entry />
        </Card>
    })
}
