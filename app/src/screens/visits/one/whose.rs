//! Whose visit it is: looking for the person, or for another one when it was a mistake, and what is
//! asked before somebody who is in the house already gets a second visit.

use desk::people;
use desk::visits::Revealed;
use domain::RecordId;
use domain::role::Action;
use leptos::prelude::*;

use crate::form::{Form, Posted, Submit, Tick};
use crate::icons::Icon;
use crate::islands::people::Hits;
use crate::page::Page;
use crate::parts::board::{HitRow, SearchBox};
use crate::parts::{Act, Acts, Card, Ground, Weight};
use crate::screens::frame::{Screen, person_failed};
use crate::screens::search::{self, Found};

/// What is known when the page asks whose visit it is.
pub struct Asking {
    /// Who was found, when somebody was looked for.
    found: Option<Found>,
    /// Somebody who is in the house already, when she was chosen.
    doubt: Option<Doubt>,
}

/// Somebody who was chosen for this visit while she is in the house with another one.
struct Doubt {
    record: RecordId,
    called: Option<String>,
    inside: Vec<(String, String)>,
}

/// Looks up what was kept for the page.
///
/// # Errors
/// The page to answer instead: who asks may not, or the house is sealed.
pub async fn asking(screen: &Screen, revealed: &Revealed, kept: &Posted) -> Result<Asking, Page> {
    let asked = kept.value("q").to_owned();
    let found = if asked.is_empty() {
        None
    } else {
        let hits = candidates(screen, revealed, &asked).await?;
        Some(Found { asked, hits })
    };
    let doubt = doubt(screen, kept).await?;
    Ok(Asking { found, doubt })
}

async fn doubt(screen: &Screen, kept: &Posted) -> Result<Option<Doubt>, Page> {
    let Ok(record) = RecordId::parse(kept.value("record")) else {
        return Ok(None);
    };
    let person = people::show(&screen.site.desk, &screen.signed.actor(), record).await;
    let person = person.map_err(|error| person_failed(&error))?;
    let called = person.identity.reveal().called();
    let called = called.map(|name| name.as_str().to_owned());
    let inside = search::inside(screen, &[record]).await?;
    Ok(Some(Doubt {
        record,
        called,
        inside: search::here(screen, &inside, record),
    }))
}

/// People it may be, each with a button that says so.
async fn candidates(screen: &Screen, revealed: &Revealed, asked: &str) -> Result<Hits, Page> {
    let mut hits = search::hits(screen, asked, |record| record.to_string()).await?;
    let path = format!("/visits/{}/person", revealed.visit.id);
    for hit in &mut hits.rows {
        let Act::Go { href, .. } = &hit.act else {
            continue;
        };
        hit.act = Act::Do {
            action: path.clone(),
            label: screen.words.t("visit-link"),
            idem: screen.idem(),
            rev: Some(revealed.visit.rev),
            sends: vec![("record".to_owned(), href.clone())],
        };
    }
    Ok(hits)
}

/// The question before somebody who is in the house already gets this visit as well.
fn doubted(
    screen: &Screen,
    revealed: &Revealed,
    doubt: Doubt,
    kept: &Posted,
) -> impl IntoView + use<> {
    let words = screen.words;
    let called = doubt.called;
    let called = called.unwrap_or_else(|| words.t("person-initials-unknown"));
    let lines = doubt.inside.into_iter();
    let lines: Vec<_> = lines
        .map(|(said, href)| view! { <p><a class="tag care" href=href>{said}</a></p> })
        .collect();
    let action = format!("/visits/{}/person", revealed.visit.id);
    let entry = kept.entry("again", words);
    let (idem, rev) = (screen.idem(), revealed.visit.rev);
    view! {
        <Card ground=Ground::Roomy>
            <h2>{called}</h2>
            {lines}
            <Form action idem rev=Some(rev)>
                <input type="hidden" name="record" value=doubt.record.to_string() />
                <Tick label=words.t("visit-link-again") entry />
                <div class="buttons">
                    <Submit label=words.t("visit-link") weight=Weight::Plain />
                </div>
            </Form>
        </Card>
    }
}

/// The ways to say whose visit it is. Of a visit that is somebody's they are folded: only a mistake
/// asks for them.
pub fn ways(
    screen: &Screen,
    revealed: &Revealed,
    asking: Asking,
    kept: &Posted,
) -> impl IntoView + use<> {
    let doubt = asking.doubt;
    let open = asking.found.is_some();
    let doubt = doubt.map(|doubt| doubted(screen, revealed, doubt, kept));
    let field = link(screen, revealed, asking.found);
    let words = screen.words;
    let link = if revealed.person.is_some() {
        view! {
            <details class="card roomy fold" id="link" open=open>
                <summary>{words.t("visit-link-other")}</summary>
                <p class="muted">{words.t("visit-link-lead")}</p>
                {field}
            </details>
        }
        .into_any()
    } else {
        view! {
            <section class="card roomy stack" id="link">
                <h2>{words.t("visit-link")}</h2>
                <p class="muted">{words.t("visit-link-lead")}</p>
                {field}
            </section>
        }
        .into_any()
    };
    view! {
        {doubt}
        {link}
    }
}

/// The field for saying whose visit it is, with the people it may be.
fn link(screen: &Screen, revealed: &Revealed, found: Option<Found>) -> impl IntoView + use<> {
    let words = screen.words;
    let action = format!("/visits/{}/search", revealed.visit.id);
    let typed = found.as_ref().map(|found| found.asked.clone());
    let found = found.map(|found| {
        let begin = begin(screen, revealed, &found);
        let rows: Vec<_> = found
            .hits
            .rows
            .into_iter()
            .map(|hit| view! { <HitRow hit /> })
            .collect();
        view! {
            <p class="muted" role="status">{found.hits.note}</p>
            <ul class="hits">{rows}</ul>
            {begin}
        }
    });
    view! {
        <SearchBox
            action=action
            label=words.t("search-label")
            typed=typed.unwrap_or_default()
            send=words.t("search-send")
            id="find-person"
            name=words.t("visit-link")
        />
        {found}
    }
}

/// Somebody nobody knows yet: the form for a new person, with what was looked for, who then belongs
/// to this visit.
fn begin(screen: &Screen, revealed: &Revealed, found: &Found) -> Option<impl IntoView + use<>> {
    let key = if found.hits.rows.is_empty() {
        "search-new"
    } else {
        "search-none-of-them"
    };
    let act = Act::Do {
        action: "/people/begin".to_owned(),
        label: screen.words.t(key),
        idem: screen.idem(),
        rev: None,
        sends: vec![
            ("q".to_owned(), found.asked.clone()),
            ("visit".to_owned(), revealed.visit.id.to_string()),
        ],
    };
    let may = screen.may(Action::RegisterPerson);
    may.then(|| view! { <Acts act weight=Weight::Quiet icon=Some(Icon::NewPerson) /> })
}
