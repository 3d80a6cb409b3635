//! The two sites on the wire. Everything that is true for every request is decided here, in one
//! order: the names of the hosts, the headers of every answer, whether the house is open, where the
//! request comes from, how large it may be, whose session it is, and whether that role may go on.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::page::{Page, Site};
use app::screens::founding::Founding;
use app::screens::{self, Policy, Route};
use app::words::Words;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use domain::CentreId;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::metrics::Meter;

mod ahead;
mod answers;
mod assets;
mod awake;
mod body;
mod events;
mod guard;
mod headers;
mod health;
mod hosts;
mod origin;
pub(crate) mod portal;
mod portals;
mod serve;
mod session;
mod switch;

pub use portals::Portals;
pub use serve::{Listening, serve};
pub use switch::Switch;

/// How long an answer may take to begin. Streams begin at once and then go on.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Where the sites are and what stands before them.
#[derive(Clone)]
pub struct Settings {
    /// The names the staff site answers to, without port.
    pub staff_hosts: Vec<String>,
    /// The public sites.
    pub portals: Portals,
    /// Whether browsers reach the sites by https.
    pub https: bool,
    /// How many proxies of the house stand before the program.
    pub proxies: usize,
    /// The folder of style sheets, scripts, fonts and pictures.
    pub assets: PathBuf,
    /// Where the way out of a public site leads.
    pub exit: String,
    /// Counts what is answered.
    pub meter: Meter,
    /// Becomes true when the program is asked to end.
    pub ending: watch::Receiver<bool>,
}

/// The public site of one centre.
#[derive(Clone)]
pub struct PortalHost {
    /// The name of its host, without port.
    pub name: String,
    /// Which centre.
    pub centre: CentreId,
    /// The words of the centre.
    pub words: Words,
}

/// What every layer of the edge knows.
#[derive(Clone)]
pub(crate) struct Edge(Arc<Inside>);

struct Inside {
    site: Site,
    settings: Settings,
    strangers: session::Strangers,
}

impl Edge {
    fn new(site: Site, settings: Settings) -> Self {
        Self(Arc::new(Inside {
            site,
            settings,
            strangers: session::Strangers::default(),
        }))
    }

    fn site(&self) -> &Site {
        &self.0.site
    }

    fn settings(&self) -> &Settings {
        &self.0.settings
    }

    fn strangers(&self) -> &session::Strangers {
        &self.0.strangers
    }
}

/// The staff site.
pub fn staff(site: Site, settings: Settings) -> Router {
    let edge = Edge::new(site, settings);
    let pages = registered(staff_routes())
        .layer(from_fn_with_state(edge.clone(), session::keep))
        .layer(DefaultBodyLimit::max(body::LIMIT))
        .layer(from_fn(body::check))
        .layer(from_fn(ahead::refuse))
        .layer(from_fn_with_state(edge.clone(), origin::check))
        .layer(from_fn_with_state(edge.clone(), health::opened));
    let site = pages
        .merge(registered(bare_routes()))
        .merge(registered(answers::routes()))
        .method_not_allowed_fallback(missing)
        .fallback_service(assets::served(&edge.settings().assets));
    dressed(site, &edge, hosts::Kind::Staff)
}

/// The site of a server that has no house yet: the pages that found one, and nothing else.
pub fn founding(site: Site, settings: Settings, founding: Founding) -> Router {
    let edge = Edge::new(site, settings);
    let pages = registered(screens::founding::routes())
        .layer(Extension(founding))
        .layer(DefaultBodyLimit::max(body::LIMIT))
        .layer(from_fn(body::check))
        .layer(from_fn(ahead::refuse))
        .layer(from_fn_with_state(edge.clone(), origin::check))
        .layer(from_fn_with_state(edge.clone(), session::locate));
    let site = pages
        .merge(registered(bare_routes()))
        .merge(registered(answers::routes()))
        .method_not_allowed_fallback(missing)
        .fallback_service(assets::served(&edge.settings().assets));
    dressed(site, &edge, hosts::Kind::Staff)
}

/// The public sites.
pub fn portal(site: Site, settings: Settings) -> Router {
    let edge = Edge::new(site, settings);
    let pages = registered(portal::routes())
        .layer(from_fn(body::check))
        .layer(from_fn_with_state(edge.clone(), origin::check))
        .layer(from_fn_with_state(edge.clone(), health::opened_to_public));
    let site = pages
        .merge(registered(public_routes()))
        .method_not_allowed_fallback(portal::missing)
        .fallback_service(assets::served_to_public(&edge.settings().assets));
    dressed(site, &edge, hosts::Kind::Portal)
}

/// Which host, method and path, and who may use it.
#[derive(Clone, Copy, Debug)]
pub struct PolicyLine {
    /// `staff`, `portal`, or `founding` for a staff site without a house.
    pub host: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its parameters.
    pub path: &'static str,
    /// Who may use it.
    pub policy: Policy,
}

/// Every address of both sites with its policy. The routers are built from the same tables, so an
/// address without a line does not exist.
#[must_use]
pub fn router_policy() -> Vec<PolicyLine> {
    let bare = bare_routes().into_iter().chain(answers::routes());
    let staff = lines("staff", staff_routes().into_iter().chain(bare));
    let public = portal::routes().into_iter().chain(public_routes());
    let portal = lines("portal", public);
    let begun = screens::founding::routes().into_iter();
    let bare = bare_routes().into_iter().chain(answers::routes());
    let founding = lines("founding", begun.chain(bare));
    staff.chain(portal).chain(founding).collect()
}

fn lines(
    host: &'static str,
    routes: impl Iterator<Item = Route>,
) -> impl Iterator<Item = PolicyLine> {
    routes.map(move |route| PolicyLine {
        host,
        method: route.method,
        path: route.path,
        policy: route.policy,
    })
}

/// The screens, and the stream that tells them that something changed.
fn staff_routes() -> Vec<Route> {
    let mut routes = screens::routes();
    routes.extend([events::route(), awake::route()]);
    routes
}

/// What the staff site answers without a session: whether it lives and can work, and one constant
/// page.
fn bare_routes() -> Vec<Route> {
    vec![health::live_route(), health::ready_route(), body::route()]
}

/// What the public sites answer beside their pages. Whether the house is open is nobody's business.
fn public_routes() -> Vec<Route> {
    vec![health::live_route(), body::route()]
}

/// A router of these routes, each behind its own policy.
fn registered(routes: Vec<Route>) -> Router<Site> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let guard = from_fn_with_state(route.policy, guard::admit);
        router.route(route.path, route.handler.route_layer(guard))
    })
}

/// Puts what holds for every answer around a site; the last is the outermost.
fn dressed(site: Router<Site>, edge: &Edge, kind: hosts::Kind) -> Router {
    let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER_WITHIN);
    site.layer(CatchPanicLayer::custom(broken))
        .layer(timeout)
        .layer(from_fn_with_state(kind, answers::lead))
        .layer(Extension(edge.clone()))
        .layer(from_fn_with_state((edge.clone(), kind), hosts::check))
        .layer(from_fn(answers::speak))
        .layer(from_fn_with_state(edge.clone(), headers::dress))
        .with_state(edge.site().clone())
}

/// A request that met a fault of the program. What the panic said is not shown, and not logged.
fn broken(_panic: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    axum::response::IntoResponse::into_response(Page::broken())
}

async fn missing() -> Page {
    Page::missing()
}

/// Whether a page asks for this by itself, beside what a person does. Such paths end in `/now`, or
/// are the stream of changes.
fn is_fetched(path: &str) -> bool {
    path == events::PATH || path.ends_with("/now")
}
