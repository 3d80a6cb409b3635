//! Choosing the language of the screens, on the porch or inside.

use axum::extract::State;
use desk::sessions;
use domain::Language;

use super::porch::{Porchgoer, session_failed};
use crate::page::{Page, Site};
use crate::request::Typed;

/// Speaks another language from now on, and goes back to the page it was chosen on.
pub async fn post(State(site): State<Site>, porch: Porchgoer, typed: Typed) -> Page {
    let Ok(language) = Language::parse(typed.get("language")) else {
        return Page::missing();
    };
    match sessions::speak(&site.desk, &porch.browser, language).await {
        Ok(()) => Page::see(own_path(typed.get("here"))),
        Err(error) => session_failed(&error),
    }
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
