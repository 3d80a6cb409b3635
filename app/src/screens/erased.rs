//! The addresses of who is erased or goes next, who is not for now, and which visits lose their person.

use axum::routing::{get, post};
use domain::role::Action;

use super::manage::{erasures, holds, retention, unlinkings};
use super::{Policy, Route, route};

/// All of them.
pub(super) fn routes() -> impl Iterator<Item = Route> {
    let erased = erased().into_iter().chain(planned());
    erased.chain(held()).chain(unlinked())
}

/// Who is erased.
fn erased() -> [Route; 11] {
    let (note, show) = (
        Policy::Needs(Action::NoteErasure),
        Policy::Needs(Action::ShowErasures),
    );
    [
        route!(GET "/manage/erasures", show, erasures::get),
        route!(GET "/manage/erasures/new", note, erasures::get_new),
        route!(POST "/manage/erasures/search", note, erasures::post_search),
        route!(GET "/manage/erasures/of/{record}", note, erasures::get_of),
        route!(POST "/manage/erasures/of/{record}", note, erasures::post_of),
        route!(GET "/manage/erasures/{erasure}", show, erasures::get_one),
        route!(POST "/manage/erasures/{erasure}/ask", Policy::Proved(Action::AskErasure), erasures::post_ask),
        route!(POST "/manage/erasures/{erasure}/release", Policy::Proved(Action::ReleaseErasure), erasures::post_release),
        route!(POST "/manage/erasures/{erasure}/refuse", Policy::Needs(Action::RefuseErasure), erasures::post_refuse),
        route!(POST "/manage/erasures/{erasure}/extend", Policy::Needs(Action::ExtendErasure), erasures::post_extend),
        route!(POST "/manage/erasures/{erasure}/withdraw", Policy::Needs(Action::WithdrawErasure), erasures::post_withdraw),
    ]
}

/// Whose time in the house is over.
fn planned() -> [Route; 3] {
    let show = Policy::Needs(Action::ShowRetentionPlan);
    let propose = Policy::Needs(Action::SetRetention);
    [
        route!(GET "/manage/retention/plan", show, retention::plan::get),
        route!(POST "/manage/retention/plan/reveal", show, retention::plan::post_reveal),
        route!(POST "/manage/retention/propose", propose, retention::post_propose),
    ]
}

/// On whom a hold is.
fn held() -> [Route; 8] {
    let show = Policy::Needs(Action::ShowHolds);
    let (set, seeks) = (
        Policy::Proved(Action::SetHold),
        Policy::Needs(Action::SetHold),
    );
    let (prolong, end) = (Action::ProlongHold, Action::EndHold);
    [
        route!(GET "/manage/holds", show, holds::get),
        route!(GET "/manage/holds/new", seeks, holds::get_new),
        route!(POST "/manage/holds/search", seeks, holds::post_search),
        route!(GET "/manage/holds/of/{record}", seeks, holds::get_of),
        route!(POST "/manage/holds/of/{record}", set, holds::post_of),
        route!(GET "/manage/holds/{hold}", show, holds::get_one),
        route!(POST "/manage/holds/{hold}/prolong", Policy::Proved(prolong), holds::post_prolong),
        route!(POST "/manage/holds/{hold}/end", Policy::Proved(end), holds::post_end),
    ]
}

/// Visits that lose their person.
fn unlinked() -> [Route; 4] {
    let (ask, release) = (Action::AskUnlinking, Action::ReleaseUnlinking);
    let withdraw = Policy::Needs(Action::WithdrawUnlinking);
    [
        route!(GET "/manage/unlinkings", Policy::Needs(Action::ShowUnlinkings), unlinkings::get),
        route!(POST "/manage/unlinkings/ask", Policy::Proved(ask), unlinkings::post_ask),
        route!(POST "/manage/unlinkings/{unlinking}/release", Policy::Proved(release), unlinkings::post_release),
        route!(POST "/manage/unlinkings/{unlinking}/withdraw", withdraw, unlinkings::post_withdraw),
    ]
}
