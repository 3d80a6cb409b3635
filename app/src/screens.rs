//! Every address of the staff site on one page, each with who may use it. A route cannot be added
//! without saying so, and a test walks this table.

use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use domain::duty::{Duty, SpecialDay};
use domain::organisation::{Organisation, ServicePlan};
use domain::retention::Retention;
use domain::role::Action;
use domain::room::RoomPlan;

use crate::page::Site;
use manage::{colleagues, denials, exports, imports, lists, resets};

pub mod account;
pub mod board;
pub mod founding;
pub mod join;
pub mod language;
pub mod lock;
pub mod manage;
pub mod people;
pub mod prove;
pub mod same_as;
pub mod search;
pub mod searches;
pub mod signin;
pub mod style;
pub mod visits;

mod erased;
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
    /// The same, and they proved in the last minutes who they are. What is sent without a fresh
    /// proof waits until it was given.
    Proved(Action),
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
    (GET $path:expr, $policy:expr, $handler:path) => {
        Route {
            method: "GET",
            path: $path,
            policy: $policy,
            handler: get($handler),
        }
    };
    (POST $path:expr, $policy:expr, $handler:path) => {
        Route {
            method: "POST",
            path: $path,
            policy: $policy,
            handler: post($handler),
        }
    };
}
use route;

#[macro_use]
mod table;

/// The staff site.
#[must_use]
pub fn routes() -> Vec<Route> {
    use Policy::{Needs, Open, Proved, SignedIn};
    let mut routes = vec![
        route!(GET "/", Open("leads to the sign-in or to the start page"), board::start),
        route!(GET "/desk", Needs(Action::ShowBoard), board::get),
        route!(GET "/desk/now", Needs(Action::ShowBoard), board::now),
        route!(POST "/search", Needs(Action::FindPerson), search::post),
        route!(POST "/search/now", Needs(Action::FindPerson), search::now),
        route!(POST "/people/begin", Needs(Action::RegisterPerson), people::begin),
        route!(GET "/people/new", Needs(Action::RegisterPerson), people::get_new),
        route!(POST "/people/new", Needs(Action::RegisterPerson), people::post_new),
        route!(GET "/people/{record}", Needs(Action::ShowPerson), people::get),
        route!(GET "/people/{record}/edit", Needs(Action::CorrectPerson), people::get_edit),
        route!(POST "/people/{record}/edit", Needs(Action::CorrectPerson), people::post_edit),
        route!(GET "/people/{record}/check-in", Needs(Action::CheckIn), visits::get_check_in),
        route!(POST "/people/{record}/check-in", Needs(Action::CheckIn), visits::post_check_in),
        route!(GET "/people/pairs", Needs(Action::ShowPairs), same_as::get),
        route!(GET "/people/pairs/{one}/{other}", Needs(Action::ShowPairs), same_as::get_one),
        route!(POST "/people/pairs/{one}/{other}/same", Needs(Action::JoinRecords), same_as::post_same),
        route!(POST "/people/pairs/{one}/{other}/two", Needs(Action::PartRecords), same_as::post_two),
        route!(POST "/people/pairs/{one}/{other}/back", Needs(Action::PartRecords), same_as::post_back),
        route!(GET "/visits/new", Needs(Action::CheckIn), visits::get_number),
        route!(GET "/visits/call", Needs(Action::CheckIn), visits::get_call),
        route!(POST "/visits/new", Needs(Action::CheckIn), visits::post_number),
        route!(GET "/visits/{visit}", Needs(Action::RevealVisit), visits::get),
        route!(GET "/visits/{visit}/edit", Needs(Action::CorrectVisit), visits::get_edit),
        route!(POST "/visits/{visit}/edit", Needs(Action::CorrectVisit), visits::post_edit),
        route!(POST "/visits/{visit}/bring", Needs(Action::MoveVisit), visits::post_bring),
        route!(POST "/visits/{visit}/wait", Needs(Action::MoveVisit), visits::post_wait),
        route!(POST "/visits/{visit}/leave", Needs(Action::CheckOut), visits::post_leave),
        route!(POST "/visits/{visit}/search", Needs(Action::LinkVisit), visits::post_search),
        route!(POST "/visits/{visit}/person", Needs(Action::LinkVisit), visits::post_person),
        route!(GET "/sign-in", Open("nobody is signed in yet"), signin::get),
        route!(POST "/sign-in", Open("nobody is signed in yet"), signin::post),
        route!(POST "/sign-in/demo", Open("a demo has no secrets; other data answer 404"), signin::post_demo),
        route!(GET "/join", Open("whoever joins has no account yet"), join::get),
        route!(POST "/join/code", Open("the code on paper decides"), join::post_code),
        route!(POST "/join/phrase", Open("the code on paper decides"), join::post_phrase),
        route!(POST "/join/totp", Open("the code on paper decides"), join::post_totp),
        route!(POST "/join/done", Open("the code on paper decides"), join::post_done),
        route!(POST "/join/stop", Open("forgetting opens nothing"), join::post_stop),
        route!(GET "/lock", Open("the screen is locked"), lock::get),
        route!(POST "/lock", Open("locking opens nothing"), lock::post),
        route!(POST "/unlock", Open("the screen is locked"), lock::post_unlock),
        route!(POST "/sign-out", Open("leaving opens nothing, also from a locked screen"), lock::post_sign_out),
        route!(GET "/signed-out", Open("nobody is signed in any more"), lock::get_signed_out),
        route!(GET "/prove", Needs(Action::StepUp), prove::get),
        route!(POST "/prove", Needs(Action::StepUp), prove::post),
        route!(POST "/language", Open("words are not secret"), language::post),
        route!(GET "/account", Needs(Action::ShowAccount), account::get),
        route!(POST "/account/role", Needs(Action::SwitchRole), account::post_role),
        route!(POST "/account/pin", Needs(Action::SetPin), account::pin::post),
        route!(POST "/account/workstation", Needs(Action::EnrolWorkstation), account::computers::post),
        route!(POST "/account/workstation/end", Needs(Action::EnrolWorkstation), account::computers::post_end),
        route!(GET "/manage", Needs(Action::ShowSetup), manage::get),
        route!(GET "/manage/centre", Needs(Action::ShowSetup), manage::centre::get),
        route!(POST "/manage/centre", Needs(Action::SetCentre), manage::centre::post),
        route!(GET "/manage/hours", Needs(Action::ShowSetup), manage::hours::get),
        route!(POST "/manage/hours", Needs(Action::SetHours), manage::hours::post),
        route!(POST "/manage/days/holidays", Needs(Action::SetHours), manage::days::post_holidays),
        route!(POST "/manage/days/holidays/back", Needs(Action::SetHours), manage::days::post_holidays_back),
        route!(GET "/manage/tongues", Needs(Action::ShowSetup), manage::tongues::get),
        route!(POST "/manage/tongues", Needs(Action::SetTexts), manage::tongues::post),
        route!(GET "/manage/texts", Needs(Action::ShowSetup), manage::texts::get),
        route!(GET "/manage/texts/{text}", Needs(Action::ShowSetup), manage::texts::get_one),
        route!(POST "/manage/texts/{text}", Needs(Action::SetTexts), manage::texts::post_one),
        route!(GET "/found/done", Open("leads on whoever reloads the last page of a founding"), founding::over),
        route!(POST "/account/passphrase", Needs(Action::ChangePassphrase), account::post_passphrase),
        route!(POST "/account/papers", Needs(Action::RenewCodes), account::post_papers),
        route!(POST "/account/session", Needs(Action::EndSession), account::post_end),
        route!(POST "/account/told", Needs(Action::ShowAccount), account::post_told),
        route!(GET "/manage/colleagues", Needs(Action::ShowColleagues), colleagues::get),
        route!(GET "/manage/colleagues/new", Needs(Action::AddUser), colleagues::get_new),
        route!(POST "/manage/colleagues/new", Proved(Action::AddUser), colleagues::post_new),
        route!(GET "/manage/colleagues/{user}", Needs(Action::ShowColleagues), colleagues::get_one),
        route!(POST "/manage/colleagues/{user}/roles", Proved(Action::ChangeRoles), colleagues::post_roles),
        route!(POST "/manage/colleagues/{user}/reset", Proved(Action::ResetColleague), colleagues::post_reset),
        route!(POST "/manage/colleagues/{user}/reset/back", Needs(Action::ResetColleague), colleagues::post_reset_back),
        route!(POST "/manage/colleagues/{user}/end", Proved(Action::EndAccount), colleagues::post_end),
        route!(POST "/manage/role-notices", Needs(Action::SeeRoleNotices), manage::role_notices::post),
        route!(GET "/manage/resets", Needs(Action::ReleaseReset), resets::get),
        route!(POST "/manage/resets/{reset}", Proved(Action::ReleaseReset), resets::post_release),
        route!(GET "/manage/denials", Needs(Action::ShowDenials), denials::get),
        route!(GET "/manage/denials/new", Needs(Action::SetDenial), denials::get_new),
        route!(POST "/manage/denials/search", Needs(Action::SetDenial), denials::post_search),
        route!(POST "/manage/denials/new", Proved(Action::SetDenial), denials::post_new),
        route!(POST "/manage/denials/{denial}/lift", Proved(Action::LiftDenial), denials::post_lift),
        route!(GET "/manage/backup", Needs(Action::ShowBackup), manage::backup::get),
        route!(POST "/manage/backup", Proved(Action::SetBackup), manage::backup::post),
        route!(GET "/style", SignedIn, style::get),
    ];
    routes.extend(followed());
    routes.extend(managed());
    routes.extend(by_passkey());
    routes.extend(imported());
    routes.extend(exported());
    routes.extend(erased::routes());
    routes.extend(searched());
    routes.extend(mailed());
    routes
}

/// Where mail goes out, and what waits.
fn mailed() -> [Route; 5] {
    use Policy::{Needs, Proved};
    [
        route!(GET "/manage/mail", Needs(Action::SetMail), manage::mail::get),
        route!(POST "/manage/mail", Proved(Action::SetMail), manage::mail::post),
        route!(POST "/manage/mail/trial", Needs(Action::SetMail), manage::mail::post_trial),
        route!(POST "/manage/mail/{letter}/again", Needs(Action::SetMail), manage::mail::post_again),
        route!(POST "/manage/mail/{letter}/dismiss", Needs(Action::SetMail), manage::mail::post_dismiss),
    ]
}

/// The course of a visit besides its moves.
fn followed() -> [Route; 8] {
    use Policy::Needs;
    [
        route!(GET "/visits/child", Needs(Action::CheckIn), visits::get_child),
        route!(POST "/visits/child", Needs(Action::CheckIn), visits::post_child),
        route!(POST "/visits/{visit}/undo", Needs(Action::UndoVisit), visits::post_undo),
        route!(POST "/visits/{visit}/met", Needs(Action::MeetMinor), visits::post_met),
        route!(POST "/visits/{visit}/stays", Needs(Action::NoteStay), visits::post_stays),
        route!(GET "/visits/{visit}/slip", Needs(Action::ShowBoard), visits::get_slip),
        route!(GET "/visits/{visit}/slip/{language}", Needs(Action::ShowBoard), visits::get_slip_in),
        route!(GET "/desk/closing", Needs(Action::ShowBoard), visits::get_closing),
    ]
}

/// Coming in and proving with a device, and which devices those are.
fn by_passkey() -> [Route; 6] {
    use Policy::{Needs, Open, Proved};
    use account::passkeys;
    let (add, remove) = (Action::AddPasskey, Action::RemovePasskey);
    [
        route!(POST "/sign-in/passkey/now", Open("nobody is signed in yet"), signin::passkey::now),
        route!(POST "/sign-in/passkey", Open("nobody is signed in yet"), signin::passkey::post),
        route!(POST "/prove/passkey/now", Needs(Action::StepUp), prove::now),
        route!(POST "/account/passkey/now", Needs(add), passkeys::now),
        route!(POST "/account/passkey", Proved(add), passkeys::post),
        route!(POST "/account/passkey/{passkey}/end", Proved(remove), passkeys::post_end),
    ]
}

/// Who looks many people up, and why.
fn searched() -> [Route; 6] {
    use Policy::Needs;
    use manage::searches::{self as review, budget};
    let explain = Needs(Action::ExplainSearches);
    [
        route!(GET "/searches", explain, searches::get),
        route!(POST "/searches", explain, searches::post),
        route!(GET "/manage/searches", Needs(Action::ShowSearches), review::get),
        route!(POST "/manage/searches/{searches}/seen", Needs(Action::ReviewSearches), review::post_seen),
        route!(GET "/manage/searches/budget", Needs(Action::ShowSetup), budget::get),
        route!(POST "/manage/searches/budget", Needs(Action::SetSearchBudget), budget::post),
    ]
}

/// The files of people that leave the house.
fn exported() -> [Route; 5] {
    let (ask, release) = (Action::ExportPeople, Action::ReleaseExport);
    [
        route!(GET "/manage/exports", Policy::Needs(release), exports::get),
        route!(POST "/manage/exports", Policy::Proved(ask), exports::post),
        route!(POST "/manage/exports/{request}/release", Policy::Proved(release), exports::post_release),
        route!(POST "/manage/exports/{request}/take", Policy::Proved(ask), exports::post_take),
        route!(GET "/manage/exports/{request}/file", Policy::Needs(ask), exports::get_file),
    ]
}

/// The files of people.
fn imported() -> [Route; 7] {
    let needs = Policy::Needs(Action::ImportPeople);
    let mut send = route!(POST "/manage/imports", needs, imports::post);
    send.handler = send
        .handler
        .layer(DefaultBodyLimit::max(imports::LARGEST_FORM));
    [
        send,
        route!(GET "/manage/imports", needs, imports::get),
        route!(GET "/manage/imports/{file}", needs, imports::get_one),
        route!(POST "/manage/imports/{file}/start", needs, imports::post_start),
        route!(POST "/manage/imports/{file}/turn", needs, imports::post_turn),
        route!(POST "/manage/imports/{file}/give-up", needs, imports::post_give_up),
        route!(GET "/manage/imports/{file}/rows", needs, imports::get_rows),
    ]
}

/// The most bytes of a form that is posted to a path, where it holds a file.
#[must_use]
pub fn largest_file_form(path: &str) -> Option<usize> {
    (path == manage::imports::HERE).then_some(manage::imports::LARGEST_FORM)
}

/// The lists of the administration.
fn managed() -> impl Iterator<Item = Route> {
    let days = list_routes!("/manage/days", Action::SetHours, SpecialDay);
    let duties = list_routes!("/manage/duties", Action::SetRoster, Duty);
    let retention = list_routes!("/manage/retention", Action::SetRetention, Retention);
    let organisations = list_routes!("/manage/organisations", Action::SetPartners, Organisation);
    let services = list_routes!("/manage/services", Action::SetPartners, ServicePlan);
    let rooms = list_routes!("/manage/rooms", Action::SetRooms, RoomPlan);
    let moves = [
        move_route!("/manage/organisations", Action::SetPartners, Organisation),
        move_route!("/manage/services", Action::SetPartners, ServicePlan),
        move_route!("/manage/rooms", Action::SetRooms, RoomPlan),
    ];
    let lists = [organisations, services, rooms, days, duties, retention];
    lists.into_iter().flatten().chain(moves)
}
