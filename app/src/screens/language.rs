//! Choosing the language of the screens, on the porch or inside. What was typed in the form of the
//! page is kept as every form that comes back is: sealed, and shown once.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use desk::sessions;
use domain::Language;

use super::frame::back;
use super::porch::{Porchgoer, session_failed};
use crate::cookies;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Signed, Typed};

/// What every form sends beside what was typed.
const OWN: [&str; 3] = ["speak", "here", "idem_key"];

/// What pages tell each other through drafts, and no form has a field for: somebody at an open screen
/// must not write a sentence, or a button, for a page that a colleague sees next.
const TOLD: [&str; 6] = ["said", "said_name", "token", "undo", "undo_rev", "way"];
const TOLD_WAS: &str = "was.";

/// What is never kept, not even sealed.
const SECRET: [&str; 4] = ["passphrase", "code", "pin", "again_pin"];

/// Speaks another language from now on, and goes back to the page it was chosen on.
pub async fn post(
    State(site): State<Site>,
    porch: Porchgoer,
    signed: Option<Signed>,
    typed: Typed,
) -> Response {
    let Ok(language) = Language::parse(typed.get("speak")) else {
        return Page::missing().into_response();
    };
    if let Err(error) = sessions::speak(&site.desk, &porch.browser, language).await {
        return session_failed(&error).into_response();
    }
    let here = own_path(typed.get("here"));
    match signed {
        Some(signed) => keep(&site, &signed, here, &typed).await.into_response(),
        None => cookies::speak(Page::see(here), language, true),
    }
}

/// Keeps what was typed for the page it was typed on.
async fn keep(site: &Site, signed: &Signed, here: &str, typed: &Typed) -> Page {
    match begun(typed) {
        Some(posted) => back(site, signed, here, &posted).await,
        None => Page::see(here),
    }
}

/// What came along of the form of a page, if anything was filled in.
pub(super) fn begun(typed: &Typed) -> Option<Posted> {
    let posted = along(typed);
    let empty = posted.values.values().all(String::is_empty);
    (!empty).then_some(posted)
}

/// What came along of the form of a page.
pub(super) fn along(typed: &Typed) -> Posted {
    let mut posted = Posted::default();
    for (field, value) in typed.all() {
        let told = TOLD.contains(&field) || field.starts_with(TOLD_WAS);
        if !told && !OWN.contains(&field) && !SECRET.contains(&field) {
            posted.keep(field, value.replace('\u{FFFD}', ""));
        }
    }
    posted
}

/// The path, if it is one of this site: a form from elsewhere leads nobody away.
pub(super) fn own_path(here: &str) -> &str {
    let own = here.starts_with('/')
        && here
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-'))
        && !here.starts_with("//");
    if own { here } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_form_leads_to_a_page_of_this_site_only() {
        assert_eq!(own_path("/people/0f"), "/people/0f");
        for elsewhere in [
            "//elders.example",
            "https://elders.example",
            "/a\r\nb",
            "",
            "/\\elders",
            "/x?y",
        ] {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere}");
        }
    }
}
