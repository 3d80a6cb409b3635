//! The large search field: it looks while somebody types, a quarter of a second after the last key.
//! Without a script it is a form that posts and comes back with the same hits.

use leptos::html::Input;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::icons::{Glyph, Icon};
use crate::parts::board::{Hit, HitRow};
use crate::parts::{Go, Notice, Tone, Weight};

/// Who was found, and a sentence about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hits {
    /// The likeliest first.
    pub rows: Vec<Hit>,
    /// How many, or why nobody.
    pub note: String,
    /// A question to whoever searches often, the words of the way to answer it, and where that is.
    pub ask: Option<(String, String, String)>,
}

/// What the field needs, in finished words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Where the form is posted.
    pub action: String,
    /// Where the field asks while somebody types.
    pub live: String,
    /// What can be typed.
    pub label: String,
    /// The same in few words, which a narrow field shows whole.
    pub hint: String,
    /// The word for sending.
    pub send: String,
    /// The sentence for a lookup that did not come back.
    pub failed: String,
    /// What was typed.
    pub asked: String,
    /// Who was found.
    pub hits: Hits,
    /// The words for going on with a new person after looking at hits.
    pub begin: String,
    /// The same when nobody was found.
    pub begin_first: String,
    /// Where a new person begins.
    pub begin_at: String,
    /// The words for a visitor who stays a number, and where that begins.
    pub number: (String, String),
    /// The words for a telephone call, and where that begins.
    pub call: (String, String),
    /// The words for a child who came alone, and where that begins.
    pub child: (String, String),
}

/// The field with its hits, as a part of a page.
#[must_use]
pub fn find_people(texts: Finding) -> impl IntoView {
    view! { <FindPeople texts /> }
}

/// The field with its hits.
#[island]
fn FindPeople(
    /// Texts and the hits of now.
    texts: Finding,
) -> impl IntoView {
    let (asked, set_asked) = signal(texts.asked.clone());
    let (hits, set_hits) = signal(texts.hits.clone());
    let (live, failed) = (texts.live, texts.failed);
    let (number, number_at) = texts.number;
    let (call, call_at) = texts.call;
    let (child, child_at) = texts.child;
    let look = move |typed: String| {
        look(
            (live.clone(), failed.clone()),
            typed,
            asked,
            (set_asked, set_hits),
        );
    };
    let field = NodeRef::new();
    already_typed(field, texts.asked.clone(), look.clone());
    view! {
        <form class="find" method="post" action=texts.action autocomplete="off" role="search">
            <Glyph icon=Icon::Search />
            <input
                type="search"
                id="find"
                name="q"
                value=texts.asked
                placeholder=texts.hint
                aria-label=texts.label
                aria-controls="hits"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                maxlength="200"
                autofocus=true
                node_ref=field
                on:input=move |event| look(event_target_value(&event))
            />
            <button type="submit" class="button send">{texts.send}</button>
        </form>
        <div id="hits" class="found">
            <p class=move || note_class(&hits.get()) role="status">{move || hits.get().note}</p>
            {move || rows(hits.get())}
            {move || hits.get().ask.map(question)}
            <div class="row between">
                <form method="post" action=texts.begin_at autocomplete="off">
                    <input type="hidden" name="q" value=move || asked.get() />
                    <button type="submit" class="button quiet" id="begin">
                        <Glyph icon=Icon::NewPerson />
                        <span>
                            {move || if hits.get().rows.is_empty() { texts.begin_first.clone() } else { texts.begin.clone() }}
                        </span>
                    </button>
                </form>
                <Go href=number_at label=number weight=Weight::Quiet icon=Icon::Number />
                <Go href=call_at label=call weight=Weight::Quiet icon=Icon::Phone />
                <Go href=child_at label=child weight=Weight::Quiet icon=Icon::Child />
            </div>
        </div>
    }
}

/// Whoever types before the page is awake is answered once it is.
fn already_typed(field: NodeRef<Input>, asked: String, look: impl Fn(String) + 'static) {
    Effect::new(move || {
        let typed = field.get().map(|field| field.value()).unwrap_or_default();
        if typed != asked {
            look(typed);
        }
    });
}

/// An empty sentence takes no room, and stays where a screen reader listens.
const fn note_class(hits: &Hits) -> &'static str {
    if hits.note.is_empty() {
        "unseen"
    } else {
        "muted"
    }
}

fn rows(hits: Hits) -> Option<impl IntoView> {
    let rows: Vec<_> = hits
        .rows
        .into_iter()
        .map(|hit| view! { <HitRow hit /> })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="hits">{rows}</ul> })
}

/// The question to whoever searches often. It stands below the hits: nobody waits for it.
fn question((text, label, href): (String, String, String)) -> impl IntoView {
    view! {
        <Notice tone=Tone::Care text>
            <Go href label weight=Weight::Plain />
        </Notice>
    }
}

/// Where the field writes what it learns.
type Shown = (WriteSignal<String>, WriteSignal<Hits>);

#[cfg(not(feature = "hydrate"))]
fn look(_to: (String, String), _typed: String, _asked: ReadSignal<String>, _shown: Shown) {}

#[cfg(feature = "hydrate")]
fn look(
    (live, failed): (String, String),
    typed: String,
    asked: ReadSignal<String>,
    (set_asked, hits): Shown,
) {
    use crate::islands::wire;

    set_asked.set(typed.clone());
    wire::after_typing(250, move || {
        leptos::task::spawn_local(async move {
            if typed.trim().is_empty() {
                return hits.set(Hits::default());
            }
            let answer = wire::post_json::<Hits>(&live, &typed).await;
            // An answer to what stood here before would put the wrong people under the hand.
            if asked.get_untracked() != typed {
                return;
            }
            hits.set(answer.unwrap_or(Hits {
                note: failed,
                ..Hits::default()
            }));
        });
    });
}
