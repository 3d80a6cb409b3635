//! The constant pages: what is not there, what is too large, a house that is sealed. Nobody knows yet,
//! or may know, who asks; only the language of the browser is heard. The others stand small below it,
//! for whoever stands beside.

use axum::body::Body;
use axum::http::header::CONTENT_LENGTH;
use axum::response::Response;
use domain::{Address, Language};

use crate::words::Words;

/// Which constant page it is.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    /// The key of its words.
    pub key: &'static str,
    /// The title of its site.
    pub site: &'static str,
    /// How much of what is waited for is done, in hundredths.
    pub percent: Option<u8>,
}

impl Plain {
    /// The page with these words, on this site.
    pub const fn of(key: &'static str, site: &'static str) -> Self {
        Self {
            key,
            site,
            percent: None,
        }
    }

    /// The page, with one language first.
    pub fn html(self, first: Language) -> String {
        let others = Language::ALL.into_iter().filter(|other| *other != first);
        let others: String = others.map(|language| self.small(language)).collect();
        let (code, large, site) = (first.code(), self.large(first), self.site);
        format!(
            "<!DOCTYPE html><html lang=\"{code}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{site}</title><link rel=\"stylesheet\" href=\"/plain.css\"></head>\
             <body><main>{large}<footer>{others}</footer></main></body></html>"
        )
    }

    fn said(self, language: Language) -> (String, String) {
        let words = Words::new(language, Address::U);
        let (key, percent) = (self.key, self.percent.unwrap_or(0));
        (
            words.t(&format!("{key}-title")),
            words.with(&format!("{key}-text"), &[("percent", percent.into())]),
        )
    }

    fn large(self, language: Language) -> String {
        let (title, text) = self.said(language);
        let onward = Words::new(language, Address::U).t(self.onward());
        format!("<section><h1>{title}</h1><p>{text}</p><a href=\"/\">{onward}</a></section>")
    }

    fn small(self, language: Language) -> String {
        let (title, text) = self.said(language);
        let code = language.code();
        format!("<p lang=\"{code}\"><strong>{title}.</strong> {text}</p>")
    }

    /// The words for the one way on: what may pass is tried again, the rest leads to the start.
    fn onward(self) -> &'static str {
        match (self.key, self.site) {
            (
                "error-sealed" | "error-reading" | "error-busy" | "error-broken" | "error-full",
                _,
            ) => "try-again",
            (_, "Agenda") => "error-desk",
            _ => "error-start",
        }
    }
}

/// Says a constant page in this language first; any other answer stays as it is.
#[must_use]
pub fn spoken(mut response: Response, language: Language) -> Response {
    let Some(plain) = response.extensions().get::<Plain>().copied() else {
        return response;
    };
    response.headers_mut().remove(CONTENT_LENGTH);
    *response.body_mut() = Body::from(plain.html(language));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_page_speaks_one_language_large_and_leads_on() {
        let page = Plain::of("error-not-found", "Agenda");
        let html = page.html(Language::Fr);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"fr\">"));
        let large = html.split("<footer>").next().unwrap();
        assert!(large.contains("Cette page") && !large.contains("Deze pagina"));
        assert_eq!(html.matches("<h1>").count(), 1);
        assert!(large.contains("<a href=\"/\">"));
        assert_eq!(html.matches("<p lang=").count(), 3);
    }

    #[test]
    fn a_page_about_reading_says_how_far_it_is_in_every_language() {
        let page = Plain {
            percent: Some(45),
            ..Plain::of("error-reading", "Agenda")
        };
        let html = page.html(Language::Nl);
        assert_eq!(html.matches("45").count(), Language::ALL.len());
    }
}
