//! What helps while somebody waits: the questions, folded in so that nobody has to ask them at the
//! counter, their answers, and how they read. A minor who came alone is asked about apart.

use domain::visit::{Facts, Minder, Mobility, VisitKind, WaitingPlace};
use domain::{Tongue, Unfit};
use leptos::prelude::*;

use crate::form::{Choice, Field, Kind, Look, Pick, Posted};
use crate::words::Words;

/// The fields, in their order.
pub const FACTS: [&str; 5] = ["children", "minder", "interpreter", "mobility", "waiting"];

/// The code of a language that is not known yet (ISO 639-2).
const NOT_KNOWN: &str = "und";

fn picks(words: Words, family: &str, codes: impl Iterator<Item = &'static str>) -> Vec<Pick> {
    codes
        .map(|code| Pick::new(code, words.of(family, code)))
        .collect()
}

/// The questions, folded in unless one of them was answered.
#[must_use]
pub fn facts_fields(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let wrong = |field: &&str| posted.faults.iter().any(|fault| fault.field == **field);
    let open = FACTS
        .iter()
        .any(|field| !posted.value(field).is_empty() || wrong(field));
    let minders = picks(words, "minder", Minder::ALL.iter().map(|m| m.code()));
    let moves = picks(words, "mobility", Mobility::ALL.iter().map(|m| m.code()));
    let places = picks(words, "waiting", WaitingPlace::ALL.iter().map(|w| w.code()));
    let tongues = Tongue::COMMON.into_iter().chain([NOT_KNOWN]);
    let tongues = picks(words, "tongue", tongues);
    view! {
        <details class="fold" open=open>
            <summary>{words.t("facts-title")}</summary>
            <div class="stack facts">
                <Choice
                    label=words.t("facts-waiting")
                    entry=posted.entry("waiting", words)
                    picks=places
                    look=Look::Select
                    none=words.t("facts-not-asked")
                />
                <Field
                    label=words.t("facts-children")
                    entry=posted.entry("children", words)
                    kind=Kind::Number
                />
                <Choice
                    label=words.t("facts-minder")
                    entry=posted.entry("minder", words)
                    picks=minders
                    look=Look::Select
                    none=words.t("facts-not-asked")
                />
                <Choice
                    label=words.t("facts-interpreter")
                    entry=posted.entry("interpreter", words)
                    picks=tongues
                    look=Look::Select
                    none=words.t("facts-no-interpreter")
                />
                <Choice
                    label=words.t("facts-mobility")
                    entry=posted.entry("mobility", words)
                    picks=moves
                    look=Look::Select
                    none=words.t("facts-nothing-special")
                />
            </div>
        </details>
    }
}

/// Reads the answers, or notes what does not fit.
pub(super) fn facts(posted: &mut Posted) -> Facts {
    let children = Facts::children(posted.value("children"));
    Facts {
        children: posted.check("children", children).flatten(),
        minder: perhaps(posted, "minder", Minder::parse),
        interpreter: perhaps(posted, "interpreter", Tongue::parse),
        mobility: perhaps(posted, "mobility", Mobility::parse),
        waiting: perhaps(posted, "waiting", WaitingPlace::parse),
    }
}

/// Reads an answer that may be left open.
pub(super) fn perhaps<T>(
    posted: &mut Posted,
    field: &str,
    read: impl Fn(&str) -> Result<T, Unfit>,
) -> Option<T> {
    if posted.value(field).is_empty() {
        return None;
    }
    let read = read(posted.value(field));
    posted.check(field, read)
}

/// The answers as the form sends them.
pub(super) fn written(facts: &Facts, posted: &mut Posted) {
    let children = facts.children.map(|count| count.to_string());
    posted.keep("children", children.unwrap_or_default());
    posted.keep("minder", facts.minder.map_or("", Minder::code));
    let tongue = facts.interpreter.as_ref().map_or("", Tongue::code);
    posted.keep("interpreter", tongue);
    posted.keep("mobility", facts.mobility.map_or("", Mobility::code));
    posted.keep("waiting", facts.waiting.map_or("", WaitingPlace::code));
}

/// The answers as a colleague reads them, those that are known.
pub(super) fn said(words: Words, facts: &Facts) -> Vec<(String, String)> {
    let children = facts
        .children
        .map(|count| words.with("board-children", &[("count", count.into())]));
    let of = |family: &str, code: Option<&str>| code.map(|code| words.of(family, code));
    let lines = [
        (
            "facts-waiting",
            of("waiting", facts.waiting.map(WaitingPlace::code)),
        ),
        ("facts-children", children),
        ("facts-minder", of("minder", facts.minder.map(Minder::code))),
        (
            "facts-interpreter",
            of("tongue", facts.interpreter.as_ref().map(Tongue::code)),
        ),
        (
            "facts-mobility",
            of("mobility", facts.mobility.map(Mobility::code)),
        ),
    ];
    let known = lines.into_iter();
    known
        .filter_map(|(key, line)| Some((words.t(key), line?)))
        .collect()
}

/// Asks whether a minor came with somebody, where a minor comes in.
#[must_use]
pub fn company(words: Words, posted: &Posted) -> Option<impl IntoView + use<>> {
    let minor = posted.value("kind") == VisitKind::Child.code() || posted.value("minor") == "yes";
    let picks = picks(words, "company", ["with", "alone"].into_iter());
    let entry = posted.entry("company", words);
    let hidden = (posted.value("minor") == "yes")
        .then(|| view! { <input type="hidden" name="minor" value="yes" /> });
    minor.then(|| {
        view! {
            {hidden}
            <Choice label=words.t("company") hint=words.t("company-hint") entry picks look=Look::Lines />
        }
    })
}

/// Whether a minor came alone; nothing where that must be asked first.
pub fn came_alone(posted: &mut Posted, kind: VisitKind, minor: bool) -> Option<bool> {
    let asks = minor || kind == VisitKind::Child;
    match posted.value("company") {
        _ if !asks || kind == VisitKind::PhoneCall => Some(false),
        "with" => Some(false),
        "alone" => Some(true),
        _ => {
            posted.refuse("company", Unfit::Missing);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use VisitKind::{Child, PhoneCall, Victim};

    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Posted {
        let mut posted = Posted::default();
        for (field, value) in fields {
            posted.keep(field, *value);
        }
        posted
    }

    #[test]
    fn what_is_written_down_reads_back() {
        let fields = [
            ("children", "3"),
            ("minder", "nobody"),
            ("interpreter", "und"),
            ("mobility", "wheelchair"),
            ("waiting", "elsewhere"),
        ];
        let mut posted = typed(&fields);
        let facts = facts(&mut posted);
        let mut again = Posted::default();
        written(&facts, &mut again);
        for (field, value) in fields {
            assert_eq!(again.value(field), value, "{field}");
        }
        assert!(posted.fits());
    }

    #[test]
    fn every_question_may_stay_open() {
        let mut posted = Posted::default();
        assert!(facts(&mut posted).is_empty() && posted.fits());
    }

    #[test]
    fn only_of_a_minor_is_asked_whether_somebody_came_along() {
        let alone = |fields: &[(&str, &str)], kind, minor| {
            let mut posted = typed(fields);
            (came_alone(&mut posted, kind, minor), posted.fits())
        };
        assert_eq!(alone(&[], Victim, false), (Some(false), true));
        assert_eq!(alone(&[], Child, false), (None, false));
        assert_eq!(alone(&[], Victim, true), (None, false));
        assert_eq!(alone(&[], PhoneCall, true), (Some(false), true));
        let said = [("company", "alone")];
        assert_eq!(alone(&said, Child, false), (Some(true), true));
        assert_eq!(alone(&said, Victim, false), (Some(false), true));
    }
}
