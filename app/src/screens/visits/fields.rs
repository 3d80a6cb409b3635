//! The questions of a check-in, the same with and without a person.

use desk::places::House;
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{Pii, ServiceId, Unfit};
use leptos::prelude::*;

use super::facts::{facts, facts_fields, perhaps};
use super::remark;
use crate::form::{Choice, Field, Look, Pick, Posted};
use crate::words::Words;

/// Draws the questions.
#[must_use]
pub fn check_in_fields(words: Words, posted: &Posted, house: &House) -> impl IntoView + use<> {
    let kinds = VisitKind::ALL
        .iter()
        .map(|kind| pick(words, "visit-kind", kind.code()))
        .collect::<Vec<_>>();
    let purposes = Purpose::ALL
        .iter()
        .map(|p| pick(words, "purpose", p.code()))
        .collect::<Vec<_>>();
    let services = house.services.iter();
    let services: Vec<Pick> = services
        .map(|service| Pick::new(service.id.to_string(), service.name.clone()))
        .collect();
    // A house that is just founded has none to choose from.
    let service = (!services.is_empty()).then(|| {
        view! {
            <Choice
                label=words.t("check-in-service")
                none=words.t("check-in-service-none")
                entry=posted.entry("service", words)
                picks=services
                look=Look::Select
            />
        }
    });
    // Who calls does not come in: neither that nor what helps while waiting is asked.
    let calls = posted.value("call") == "yes";
    let kind = if calls {
        let kind = VisitKind::PhoneCall.code();
        view! {
            <input type="hidden" name="call" value="yes" />
            <input type="hidden" name="kind" value=kind />
        }
        .into_any()
    } else {
        let entry = posted.entry("kind", words);
        view! { <Choice label=words.t("check-in-kind") entry picks=kinds /> }.into_any()
    };
    let facts = (!calls).then(|| facts_fields(words, posted));
    view! {
        {kind}
        <Choice label=words.t("check-in-purpose") entry=posted.entry("purpose", words) picks=purposes />
        {service}
        <Field
            label=words.t("check-in-remark")
            hint=words.t("check-in-remark-hint")
            entry=posted.entry("remark", words)
        />
        {facts}
    }
}

fn pick(words: Words, family: &str, code: &str) -> Pick {
    Pick::new(code, words.of(family, code))
}

/// Reads the answers, or notes what does not fit.
pub fn check_in_asked(posted: &mut Posted) -> Option<CheckIn> {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let kind = posted.check("kind", chosen(&value(posted, "kind"), VisitKind::parse));
    let purpose = posted.check("purpose", chosen(&value(posted, "purpose"), Purpose::parse));
    let service = perhaps(posted, "service", ServiceId::parse);
    let remark = posted.check("remark", remark(&value(posted, "remark")));
    let facts = facts(posted);
    let asked = CheckIn {
        record: None,
        kind: kind?,
        purpose: purpose?,
        service,
        remark: remark.unwrap_or_else(|| Pii::new(None)),
        facts: Pii::new(facts),
        again: false,
        alone: false,
    };
    posted.fits().then_some(asked)
}

fn chosen<T>(raw: &str, read: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Unfit> {
    if raw.is_empty() {
        Err(Unfit::Missing)
    } else {
        read(raw)
    }
}
