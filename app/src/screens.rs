//! Every address of the staff site on one page, each with who may use it. A route cannot be added
//! without saying so, and a test walks this table.

use axum::routing::{MethodRouter, get, post};
use domain::role::Action;

use crate::page::Site;

pub mod account;
pub mod board;
pub mod language;
pub mod lock;
pub mod people;
pub mod search;
pub mod signin;
pub mod style;
pub mod visits;

mod frame;
mod porch;

/// Who may use an address. The use case behind it asks again for its own action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Anybody who reaches the host, for the given reason.
    Open(&'static str),
    /// Every signed-in colleague.
    SignedIn,
    /// Colleagues whose role may do this.
    Needs(Action),
}

/// One address and method.
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its parameters.
    pub path: &'static str,
    /// Who may use it.
    pub policy: Policy,
    /// What answers.
    pub handler: MethodRouter<Site>,
}

/// One line of the table.
macro_rules! route {
    (GET $path:literal, $policy:expr, $handler:path) => {
        Route {
            method: "GET",
            path: $path,
            policy: $policy,
            handler: get($handler),
        }
    };
    (POST $path:literal, $policy:expr, $handler:path) => {
        Route {
            method: "POST",
            path: $path,
            policy: $policy,
            handler: post($handler),
        }
    };
}

/// The staff site.
#[must_use]
pub fn routes() -> Vec<Route> {
    use Policy::{Needs, Open, SignedIn};
    vec![
        route!(GET "/", Open("leads to the sign-in or to the start page"), board::start),
        route!(GET "/desk", Needs(Action::ShowBoard), board::get),
        route!(GET "/desk/now", Needs(Action::ShowBoard), board::now),
        route!(POST "/search", Needs(Action::FindPerson), search::post),
        route!(POST "/search/now", Needs(Action::FindPerson), search::now),
        route!(POST "/people/begin", Needs(Action::RegisterPerson), people::begin),
        route!(GET "/people/new", Needs(Action::RegisterPerson), people::get_new),
        route!(POST "/people/new", Needs(Action::RegisterPerson), people::post_new),
        route!(GET "/people/{record}", Needs(Action::ShowPerson), people::get),
        route!(GET "/people/{record}/check-in", Needs(Action::CheckIn), visits::get_check_in),
        route!(POST "/people/{record}/check-in", Needs(Action::CheckIn), visits::post_check_in),
        route!(GET "/visits/new", Needs(Action::CheckIn), visits::get_number),
        route!(POST "/visits/new", Needs(Action::CheckIn), visits::post_number),
        route!(GET "/visits/{visit}", Needs(Action::RevealVisit), visits::get),
        route!(POST "/visits/{visit}/bring", Needs(Action::MoveVisit), visits::post_bring),
        route!(POST "/visits/{visit}/wait", Needs(Action::MoveVisit), visits::post_wait),
        route!(POST "/visits/{visit}/leave", Needs(Action::CheckOut), visits::post_leave),
        route!(POST "/visits/{visit}/search", Needs(Action::LinkVisit), visits::post_search),
        route!(POST "/visits/{visit}/person", Needs(Action::LinkVisit), visits::post_person),
        route!(GET "/sign-in", Open("nobody is signed in yet"), signin::get),
        route!(POST "/sign-in", Open("nobody is signed in yet"), signin::post),
        route!(POST "/sign-in/demo", Open("a demo has no secrets; other data answer 404"), signin::post_demo),
        route!(GET "/lock", Open("the screen is locked"), lock::get),
        route!(POST "/lock", Open("locking opens nothing"), lock::post),
        route!(POST "/unlock", Open("the screen is locked"), lock::post_unlock),
        route!(POST "/sign-out", Open("leaving opens nothing, also from a locked screen"), lock::post_sign_out),
        route!(GET "/signed-out", Open("nobody is signed in any more"), lock::get_signed_out),
        route!(POST "/language", Open("words are not secret"), language::post),
        route!(GET "/account", Needs(Action::ShowAccount), account::get),
        route!(POST "/account/role", Needs(Action::SwitchRole), account::post_role),
        route!(POST "/account/pin", Needs(Action::SetPin), account::post_pin),
        route!(POST "/account/workstation", Needs(Action::EnrolWorkstation), account::post_workstation),
        route!(GET "/style", SignedIn, style::get),
    ]
}
