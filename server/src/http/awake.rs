//! A page says that somebody is typing in it: whoever fills in one long form makes no other request
//! meanwhile, and must not find the screen locked when it is sent. Being a request that a person
//! caused, it keeps the session alive; there is nothing else to do.

use app::page::Site;
use app::screens::{Policy, Route};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, post};

pub(super) fn route() -> Route {
    let handler: MethodRouter<Site> = post(awake);
    Route {
        method: "POST",
        path: "/awake/now",
        policy: Policy::SignedIn,
        handler,
    }
}

async fn awake() -> StatusCode {
    StatusCode::NO_CONTENT
}
