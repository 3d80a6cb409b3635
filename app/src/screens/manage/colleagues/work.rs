//! What somebody may work as, as ticks: each role for the whole house, and the roles that are held
//! for one service.

use desk::colleagues::Work;
use desk::places::Service;
use desk::store::staff::Post;
use domain::Unfit;
use domain::role::Role;
use leptos::prelude::*;

use crate::form::Posted;
use crate::icons::{Glyph, Icon};
use crate::request::Typed;
use crate::words::Words;

/// The name of a tick.
fn key((role, service): Work) -> String {
    match service {
        Some(service) => format!("work-{}-{service}", role.code()),
        None => format!("work-{}", role.code()),
    }
}

/// Everything that can be ticked, the whole house first.
fn offered(services: &[Service]) -> Vec<Work> {
    let house = Role::ALL.iter().filter(|role| **role != Role::Service);
    let house = house.map(|role| (*role, None));
    let of = |role: Role| services.iter().map(move |service| (role, Some(service.id)));
    house
        .chain(of(Role::Service))
        .chain(of(Role::Intake))
        .collect()
}

/// Reads the ticks, and keeps them to be shown again. Somebody works as something.
pub fn read(posted: &mut Posted, typed: &Typed, services: &[Service]) -> Vec<Work> {
    let ticked = |work: &Work| typed.get(&key(*work)) == "yes";
    let work: Vec<Work> = offered(services).into_iter().filter(ticked).collect();
    for one in &work {
        posted.keep(&key(*one), "yes");
    }
    if work.is_empty() {
        posted.refuse("work", Unfit::NoRole);
    }
    work
}

/// Keeps what a colleague works as now, to be shown as ticks.
pub fn keep(posted: &mut Posted, posts: &[Post]) {
    for post in posts {
        let service = post.service.as_ref().map(|service| service.0);
        posted.keep(&key((post.role, service)), "yes");
    }
}

/// What somebody works as, in words.
pub fn said(words: Words, post: &Post) -> String {
    let role = words.of("role", post.role.code());
    match &post.service {
        Some((_, service)) => format!("{role} · {service}"),
        None => role,
    }
}

/// Draws the ticks in three groups; the last one is folded in unless something in it is ticked.
pub fn ticks(words: Words, posted: &Posted, services: &[Service]) -> impl IntoView + use<> {
    let all = offered(services);
    let group = |keep: &dyn Fn(&Work) -> bool| -> Vec<AnyView> {
        let ours = all.iter().filter(|work| keep(work));
        ours.map(|work| tick(words, posted, *work, services))
            .collect()
    };
    let house = group(&|work| work.1.is_none());
    let service = group(&|work| work.1.is_some() && work.0 == Role::Service);
    let intake = group(&|work| work.1.is_some() && work.0 == Role::Intake);
    let open = all.iter().any(|work| {
        work.1.is_some() && work.0 == Role::Intake && !posted.value(&key(*work)).is_empty()
    });
    let entry = posted.entry("work", words);
    let class = if entry.fault.is_some() {
        "field wrong"
    } else {
        "field"
    };
    let fault = entry.fault.clone().map(|fault| {
        view! { <p class="fault" id=entry.fault_id()><Glyph icon=Icon::Alert /><span>{fault}</span></p> }
    });
    let served = (!service.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{words.t("colleague-work-service")}</legend>
                <div class="options">{service}</div>
            </fieldset>
            <details class="fold" open=open>
                <summary>{words.t("colleague-work-intake")}</summary>
                <fieldset class="field">
                    <legend class="unseen">{words.t("colleague-work-intake")}</legend>
                    <div class="options">{intake}</div>
                </fieldset>
            </details>
        }
    });
    view! {
        <fieldset class=class id="f-work" tabindex="-1">
            <legend>{words.t("colleague-work")}</legend>
            <div class="options">{house}</div>
            {fault}
        </fieldset>
        {served}
    }
}

fn tick(words: Words, posted: &Posted, work: Work, services: &[Service]) -> AnyView {
    let name = key(work);
    let ticked = posted.value(&name) == "yes";
    let service = work
        .1
        .and_then(|id| services.iter().find(|one| one.id == id));
    let label = service.map_or_else(
        || words.of("role", work.0.code()),
        |service| service.name.clone(),
    );
    view! {
        <label class="option">
            <input type="checkbox" name=name value="yes" checked=ticked />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
