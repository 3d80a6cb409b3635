//! The frame around a screen: for colleagues who are inside (rail, search, language, lock), and the
//! porch for whoever is not inside yet.
#![expect(
    clippy::must_use_candidate,
    reason = "a component is drawn by the view macro, and its macro drops the attribute"
)]

use domain::Language;
use leptos::prelude::*;

use crate::form::MAIN;
use crate::icons::{Glyph, Icon};
use crate::parts::board::SearchBox;
use crate::parts::{Notice, Tone};
use crate::words::Words;

/// One entry of the menu. Only what the colleague may open is given at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// Where it leads.
    pub href: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// Its word.
    pub label: String,
    /// Whether this screen belongs to it.
    pub current: bool,
}

/// What the frame shows around a screen of a signed-in colleague.
#[derive(Clone)]
pub struct Frame {
    /// In which words.
    pub words: Words,
    /// The menu, from the top.
    pub menu: Vec<MenuEntry>,
    /// The first name of the colleague.
    pub name: String,
    /// House and service: `De Linde · balie`.
    pub place: String,
    /// Whether the colleague may look for people and this screen has no larger field of its own.
    pub find: bool,
    /// The path of this screen, to come back to it in another language.
    pub here: String,
    /// Whether the screen has a form of its own, [`MAIN`], whose text goes along into another language.
    pub form: bool,
    /// The key of an attempt, for the small forms of the frame.
    pub idem: String,
    /// Something everybody at the desk has to know, on every screen.
    pub warning: Option<String>,
}

/// The frame, with the screen inside.
#[component]
pub fn Shell(
    /// What it shows.
    frame: Frame,
    /// The screen.
    children: Children,
) -> impl IntoView {
    let words = frame.words;
    let warning = frame
        .warning
        .map(|text| view! { <Notice tone=Tone::Care text /> });
    let find = frame.find.then(|| {
        view! {
            <SearchBox
                action="/search"
                label=words.t("search-label")
                send=words.t("search-send")
                key="/"
            />
        }
    });
    view! {
        <div class="shell">
            <Rail label=words.t("menu-label") menu=frame.menu />
            <div>
                <header class="top">
                    {find}
                    <LanguageMenu words here=frame.here idem=frame.idem.clone() form=frame.form />
                    // Whoever may work as something else looks for it where the work stands.
                    <a class="who" href="/account"><strong>{frame.name}</strong><small>{frame.place}</small></a>
                    <Lock label=words.t("lock") idem=frame.idem form=frame.form />
                </header>
                <main id="main" tabindex="-1">{warning} {children()}</main>
            </div>
        </div>
    }
}

#[component]
fn Rail(label: String, menu: Vec<MenuEntry>) -> impl IntoView {
    let entries: Vec<_> = menu
        .into_iter()
        .map(|entry| {
            let current = entry.current.then_some("page");
            view! {
                <li>
                    <a href=entry.href aria-current=current>
                        <Glyph icon=entry.icon />
                        <span>{entry.label}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <nav class="rail" aria-label=label>
            <div class="mark" aria-hidden="true">"onthaal"</div>
            <ul>{entries}</ul>
        </nav>
    }
}

/// The languages of the screens, folded in; a form, so that it works without a script. Where the screen
/// has a form of its own, its fields are sent along and wait there in the other language.
#[component]
pub fn LanguageMenu(
    /// In which words.
    words: Words,
    /// The path of this screen.
    here: String,
    /// The key of an attempt.
    idem: String,
    /// Whether the screen has a form of its own.
    #[prop(optional)]
    form: bool,
) -> impl IntoView {
    let now = words.language();
    let choices = if form {
        along(words, here).into_any()
    } else {
        view! {
            <form class="choices" method="post" action=SPEAK autocomplete="off">
                <input type="hidden" name="idem_key" value=idem />
                <input type="hidden" name="here" value=here />
                {choices(words, None)}
            </form>
        }
        .into_any()
    };
    view! {
        <details class="menu">
            <summary>
                <Glyph icon=Icon::Languages />
                <span class="unseen">{words.t("language-choose")}</span>
                <span>{now.code()}</span>
            </summary>
            {choices}
        </details>
    }
}

/// Where another language is chosen.
const SPEAK: &str = "/language";
/// Where the screen is locked.
const LOCK: &str = "/lock";

/// The languages as buttons of the form of the screen. The first button of a form is the one that the
/// Enter key presses: that must not be a language, so a button nobody sees comes before them.
fn along(words: Words, here: String) -> impl IntoView {
    view! {
        <div class="choices">
            <button type="submit" form=MAIN hidden></button>
            <input type="hidden" name="here" value=here form=MAIN />
            {choices(words, Some(MAIN))}
        </div>
    }
}

fn choices(words: Words, form: Option<&'static str>) -> Vec<impl IntoView + use<>> {
    let now = words.language();
    let to = form.map(|_| SPEAK);
    Language::ALL
        .into_iter()
        .map(|language| {
            let code = language.code();
            let current = (language == now).then_some("true");
            view! {
                <button
                    type="submit"
                    name="speak"
                    value=code
                    lang=code
                    aria-current=current
                    form=form
                    formaction=to
                    formnovalidate=form.is_some()
                >
                    {words.of("language", code)}
                </button>
            }
        })
        .collect()
}

/// Locks the screen. The form of the screen is sent along: whoever is called away goes on where she
/// left off. (The language menu before it keeps the Enter key away from both.)
#[component]
fn Lock(label: String, idem: String, form: bool) -> impl IntoView {
    let whose = if form { MAIN } else { "lock-form" };
    view! {
        <form id="lock-form" method="post" action=LOCK autocomplete="off">
            <input type="hidden" name="idem_key" value=idem />
        </form>
        <button
            type="submit"
            class="button"
            id="lock"
            form=whose
            formaction=LOCK
            formnovalidate=form
        >
            <Glyph icon=Icon::Lock />
            <span>{label}</span>
        </button>
    }
}

/// The frame for whoever is not inside: sign-in, the locked screen, a page that is not there.
#[component]
pub fn Porch(
    /// In which words.
    words: Words,
    /// The path of this screen, to come back to it in another language; empty hides the languages.
    #[prop(optional, into)]
    here: String,
    /// The key of an attempt.
    #[prop(optional, into)]
    idem: String,
    /// Room for a row of cards.
    #[prop(optional)]
    wide: bool,
    /// Whether the screen has a form of its own, [`MAIN`], whose text goes along into another language.
    #[prop(optional)]
    form: bool,
    /// The screen.
    children: Children,
) -> impl IntoView {
    let languages = (!here.is_empty()).then(|| view! { <LanguageMenu words here idem form /> });
    let class = if wide { "wide stack" } else { "stack" };
    let head = if wide {
        "porch-head wide"
    } else {
        "porch-head"
    };
    view! {
        <div class="porch">
            <header class=head><div class="mark">"onthaal"</div> {languages}</header>
            <main id="main" tabindex="-1" class=class>{children()}</main>
        </div>
    }
}
