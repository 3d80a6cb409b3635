//! The whole page around a screen: language, direction, a title that says nothing about anybody,
//! and the style sheet. Scripts come only where a screen has an island.
#![expect(
    clippy::must_use_candidate,
    reason = "a component is drawn by the view macro, and its macro drops the attribute"
)]

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::words::Words;

/// Which of the two sites a page belongs to: it decides the title and the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// The screens of the house.
    Staff,
    /// The public site.
    Portal,
}

/// What a page needs to know about where it is shown.
#[derive(Clone)]
pub struct Head {
    /// The language and direction.
    pub words: Words,
    /// Which site.
    pub site: Site,
    /// The address of the style sheet.
    pub styles: String,
    /// What loads the islands; nothing on a page without any. It carries the nonce of the answer.
    pub scripts: Option<LeptosOptions>,
    /// Seconds after which a page without scripts asks for itself again; for the board.
    pub refresh: Option<u32>,
}

/// The document. The title is one fixed sentence per site: a tab, a history and a shared screen
/// show it to everybody. It is set as markup, because the marks that the framework puts beside a
/// text would be read out as part of a title; it holds a constant sentence, never a datum.
#[component]
pub fn Document(
    /// Where it is shown.
    head: Head,
    /// The frame and the screen.
    children: Children,
) -> impl IntoView {
    let words = head.words;
    let title = match head.site {
        Site::Staff => words.t("document-title-staff"),
        Site::Portal => words.t("document-title-portal"),
    };
    let language = words.language();
    let refresh = head.refresh.map(|seconds| {
        view! { <noscript><meta http-equiv="refresh" content=seconds.to_string() /></noscript> }
    });
    // The keys of the staff screens; a public site works without any script.
    let keys = (head.site == Site::Staff)
        .then(|| view! { <script defer src="/staff.js" nonce=use_nonce()></script> });
    view! {
        <!DOCTYPE html>
        <html lang=language.code() dir=language.dir()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex, nofollow" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <title inner_html=title></title>
                <link rel="stylesheet" href=head.styles />
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                {refresh}
                {keys}
                {head.scripts.map(|options| view! { <HydrationScripts options islands=true /> })}
            </head>
            <body>
                <a class="skip" href="#main">{words.t("document-skip")}</a>
                {children()}
            </body>
        </html>
    }
}
