//! The public site of a centre: one neutral page and the way out. It works without a script, its
//! address and title say nothing, and nothing about anybody is on it.

use app::cookies;
use app::form::escaped;
use app::page::{Page, Site};
use app::screens::{Policy, Route};
use app::words::Words;
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use desk::access::Actor;
use desk::centre::{self, Public};
use desk::neutral;
use domain::RequestId;
use domain::duty::SpecialDay;
use domain::hours::Week;

use super::ahead::is_ahead;
use super::{Edge, hosts};

/// The way out.
const EXIT: &str = "/x";
/// The one page.
pub(crate) const PAGE: &str = "/a";

pub(super) fn routes() -> Vec<Route> {
    vec![
        route("/", get(begin)),
        route(PAGE, get(page)),
        route(EXIT, get(exit)),
    ]
}

fn route(path: &'static str, handler: MethodRouter<Site>) -> Route {
    Route {
        method: "GET",
        path,
        policy: Policy::Open("a public page without anybody's data"),
        handler,
    }
}

async fn begin() -> Page {
    Page::see(PAGE)
}

async fn page(
    State(site): State<Site>,
    Extension(edge): Extension<Edge>,
    request: Request,
) -> Response {
    let name = hosts::named(&request).map(hosts::bare).unwrap_or_default();
    let Some(portal) = edge.settings().portals.named(&name) else {
        return not_there().into_response();
    };
    let actor = Actor::Portal {
        centre: portal.centre,
        request: RequestId::new(site.desk.ids()),
    };
    let words = portal.words;
    match centre::public(&site.desk, &actor, words.language()).await {
        Ok(public) => drawn(words, &public).into_response(),
        Err(error) => {
            tracing::error!(error.kind = %error, "the public page cannot be read");
            closed().into_response()
        }
    }
}

/// The page in the language of the centre.
fn drawn(words: Words, public: &Public) -> impl IntoResponse {
    let language = words.language();
    let (code, direction) = (language.code(), language.dir());
    let title = words.t("document-title-portal");
    let callable = public.phone.is_some();
    let [skip, heading, soon, history, close] = [
        "document-skip",
        if callable {
            "portal-title"
        } else {
            "portal-title-hours"
        },
        "portal-soon",
        "portal-history",
        "portal-close",
    ]
    .map(|key| words.t(key));
    let about = about(words, public);
    // Whoever can reach nobody is not told to make an appointment.
    let soon = if callable {
        format!("<p>{soon}</p>")
    } else {
        String::new()
    };
    let html = format!(
        "<!DOCTYPE html><html lang=\"{code}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex, nofollow\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/portal.css\"><link rel=\"icon\" href=\"/icon.svg\">\
         </head><body><a class=\"skip\" href=\"#main\">{skip}</a>\
         <header class=\"bar\"><span>{title}</span>\
         <a class=\"exit\" href=\"{EXIT}\" rel=\"nofollow noreferrer\">{close}</a></header>\
         <main id=\"main\" tabindex=\"-1\"><h1>{heading}</h1>{about}{soon}<p>{history}</p></main>\
         </body></html>"
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html)
}

/// What the house says about itself to everybody: its welcome, its number, its hours and languages.
fn about(words: Words, public: &Public) -> String {
    let welcome = public.welcome.iter().flat_map(|text| text.as_str().lines());
    let welcome = welcome.filter(|line| !line.trim().is_empty()).map(escaped);
    let phone = public.phone.iter().map(|phone| {
        let call = words.with("portal-call", &[("phone", phone.as_str().into())]);
        format!("<a href=\"tel:{}\">{}</a>", phone.as_str(), escaped(&call))
    });
    let names = public.tongues.list().iter();
    let names: Vec<String> = names
        .map(|tongue| words.of("tongue", tongue.code()))
        .collect();
    let tongues = (!names.is_empty())
        .then(|| words.with("portal-tongues", &[("tongues", names.join(", ").into())]));
    let said = welcome
        .chain(phone)
        .chain(tongues.iter().map(|line| escaped(line)));
    let lines: Vec<String> = said.map(|line| format!("<p>{line}</p>")).collect();
    lines.concat() + &hours(words, &public.week) + &days(words, &public.days)
}

fn hours(words: Words, week: &Week) -> String {
    if week.is_empty() {
        return String::new();
    }
    let open = (0_u32..7).filter(|day| !week.of(*day).is_closed());
    let line = |day: u32| {
        let hours = week.of(day).to_string();
        let values = [
            ("day", words.of("weekday", &day.to_string()).into()),
            ("hours", hours.into()),
        ];
        format!(
            "<li>{}</li>",
            escaped(&words.with("portal-hours-line", &values))
        )
    };
    let lines: Vec<String> = open.map(line).collect();
    let lines = lines.concat();
    format!(
        "<h2>{}</h2><ul>{lines}</ul>",
        escaped(&words.t("portal-hours"))
    )
}

/// The days that are not as their weekday. A reason that tells what the house is stays inside.
fn days(words: Words, days: &[SpecialDay]) -> String {
    if days.is_empty() {
        return String::new();
    }
    let line = |special: &SpecialDay| {
        let key = if special.hours.is_closed() {
            "portal-day-closed"
        } else {
            "portal-day-open"
        };
        let values = [
            ("day", words.day(special.day).into()),
            ("hours", special.hours.to_string().into()),
        ];
        let reason = neutral::words().fits(special.reason.as_str());
        let reason = reason.map_or_else(|_| String::new(), |reason| format!(" ({reason})"));
        let said = words.with(key, &values) + &reason;
        format!("<li>{}</li>", escaped(&said))
    };
    let lines: Vec<String> = days.iter().map(line).collect();
    let title = escaped(&words.t("portal-days"));
    format!("<h2>{title}</h2><ul>{}</ul>", lines.concat())
}

/// Leaves: what the browser kept of the site is cleared and its cookie expires; other cookies of
/// the host stay. A browser that only fetches ahead leaves nothing.
async fn exit(Extension(edge): Extension<Edge>, headers: HeaderMap) -> Response {
    if is_ahead(&headers) {
        return StatusCode::NO_CONTENT.into_response();
    }
    cookies::leave_portal(Page::see(&edge.settings().exit))
}

/// What is not there, on a public site.
pub(super) fn not_there() -> Page {
    Page::constant(StatusCode::NOT_FOUND, "error-not-found", "Afspraak")
}

/// The house is not open yet.
pub(super) fn closed() -> Page {
    Page::constant(StatusCode::SERVICE_UNAVAILABLE, "error-broken", "Afspraak")
}

/// The answer for another method.
pub(super) async fn missing() -> Page {
    not_there()
}
