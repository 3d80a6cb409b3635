//! What goes until the end of next month: how many, by which period and source, and what keeps the
//! others. Names are shown only when somebody asks for them, and that is in the trail.

use axum::extract::State;
use desk::erasures::plan::{self, Going, Leaving, Plan};
use domain::Pii;
use domain::text::Name;
use leptos::prelude::*;

use crate::page::{Page, Site};
use crate::parts::{
    Act, Acts, Card, EmptyState, Go, Ground, Notice, PageHead, Table, Tone, Weight,
};
use crate::request::{Nonce, Signed};
use crate::screens::frame::{Place, Screen, say};
use crate::screens::manage::erasures::failed;
use crate::screens::manage::lists::crumbs;
use crate::screens::manage::{holds, unlinkings};
use crate::words::Words;

const HERE: &str = "/manage/retention/plan";

/// Shows what goes.
pub async fn get(State(site): State<Site>, signed: Signed, nonce: Nonce) -> Page {
    let shown = async {
        let (desk, actor) = (site.desk.clone(), signed.actor());
        let found = plan::plan(&desk, &actor).await;
        let found = found.map_err(|error| failed(&error))?;
        let screen = Screen::open(site, signed, nonce).await?;
        let named = if screen.kept(HERE).await?.value("said") == "reveal" {
            let named = plan::reveal(&desk, &actor).await;
            Some(named.map_err(|error| failed(&error))?)
        } else {
            None
        };
        let draw = move |screen: &Screen| content(screen, &found, named.as_deref());
        Ok::<Page, Page>(screen.show(Place::managed(HERE), draw).await)
    };
    shown.await.unwrap_or_else(|page| page)
}

/// Asks for the names, which the page then shows once.
pub async fn post_reveal(State(site): State<Site>, signed: Signed) -> Page {
    say(&site, &signed, HERE, ("reveal", String::new())).await
}

fn content(screen: &Screen, plan: &Plan, shown: Option<&[Leaving]>) -> impl IntoView + use<> {
    let words = screen.words;
    let until = words.with("plan-lead", &[("day", words.date(plan.until).into())]);
    let tables = [("plan-people", &plan.people), ("plan-visits", &plan.visits)];
    let tables: Vec<_> = tables
        .into_iter()
        .map(|(key, lines)| table(words, key, lines))
        .collect();
    let people = plan.people.iter();
    let goes: usize = people.map(|line| line.over + line.next).sum();
    let without = (plan.without > 0).then(|| {
        let text = words.with("plan-without", &[("count", plan.without.into())]);
        view! { <Notice tone=Tone::Care text /> }
    });
    let asked = (plan.asked > 0).then(|| {
        let text = words.with("plan-asked", &[("count", plan.asked.into())]);
        view! { <Notice text /> }
    });
    let held = (plan.held > 0).then(|| {
        let text = words.with("plan-held", &[("count", plan.held.into())]);
        view! { <Notice tone=Tone::Care text><Go href=holds::HERE label=words.t("holds-title") /></Notice> }
    });
    let names = (goes > 0).then(|| names(screen, shown));
    let up = crumbs(
        words,
        Some(("/manage/retention", words.t("retention-title"))),
    );
    view! {
        {up}
        <PageHead title=words.t("plan-title") under=until />
        <Notice tone=Tone::On text=words.t("plan-nothing-by-itself") />
        {without}
        {asked}
        {held}
        {tables}
        <p><a href=unlinkings::HERE>{words.t("unlinkings-title")}</a></p>
        {names}
    }
}

fn table(words: Words, key: &str, lines: &[Going]) -> impl IntoView + use<> {
    let title = words.t(key);
    if lines.is_empty() {
        let text = words.t("plan-no-period");
        return view! { <EmptyState title text small=true /> }.into_any();
    }
    let heads = ["plan-rule", "plan-over", "plan-next", "plan-open"];
    let heads: Vec<_> = heads.into_iter().map(|head| words.t(head)).collect();
    let rows: Vec<_> = lines.iter().map(|line| row(words, line)).collect();
    view! {
        <Card ground=Ground::Roomy>
            <Table caption=title heads rows />
        </Card>
    }
    .into_any()
}

fn row(words: Words, line: &Going) -> Vec<String> {
    let rule = &line.rule;
    let values = [
        ("source", rule.source.as_str().to_owned().into()),
        ("count", rule.months.get().into()),
        ("from", words.of("counts-from", rule.from.code()).into()),
    ];
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        words.with("plan-period", &values),
        number(line.over),
        number(line.next),
        number(line.open),
    ]
}

/// The names, or the way to them.
fn names(screen: &Screen, named: Option<&[Leaving]>) -> AnyView {
    let words = screen.words;
    let Some(named) = named else {
        let act = Act::Do {
            action: format!("{HERE}/reveal"),
            label: words.t("plan-reveal"),
            idem: screen.idem(),
            rev: None,
            sends: Vec::new(),
        };
        let text = words.t("plan-reveal-lead");
        return view! {
            <Card ground=Ground::Roomy>
                <p>{text}</p>
                <div class="buttons"><Acts act weight=Weight::Plain /></div>
            </Card>
        }
        .into_any();
    };
    let called = |name: &Pii<Option<Name>>| {
        let name = name.reveal().as_ref();
        name.map_or_else(
            || words.t("person-initials-unknown"),
            |name| name.as_str().to_owned(),
        )
    };
    let held = |one: &Leaving| {
        one.held.map_or_else(String::new, |day| {
            words.with("hold-until", &[("day", words.date(day).into())])
        })
    };
    let row = |one: &Leaving| vec![called(&one.name), words.date(one.last), held(one)];
    let rows: Vec<_> = named.iter().map(row).collect();
    let heads = ["person-name", "plan-last-day", "plan-hold"];
    let heads = heads.map(|head| words.t(head)).to_vec();
    view! {
        <Card ground=Ground::Roomy>
            <h2>{words.t("plan-names")}</h2>
            <Table caption=words.t("plan-names-lead") heads rows />
        </Card>
    }
    .into_any()
}
