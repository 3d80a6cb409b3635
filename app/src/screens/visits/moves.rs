//! What is done with a visit that is under way: bringing, waiting, leaving, and saying whose it is.

use axum::extract::{Path, State};
use desk::visits::{self, Destination, Owner, Seen, VisitError};
use domain::role::{Action, ActorKind, allows};
use domain::visit::{Stage, Visit, VisitRefusal};
use domain::{RecordId, RoomId, ServiceId, Unfit, VisitId};

use super::closing::answered;
use super::undo::say_of;
use crate::form::Posted;
use crate::page::{Page, Site};
use crate::request::{Signed, Typed};
use crate::screens::frame::{back, say, visit_failed};

/// The visit a form is about, as it was shown.
pub(super) fn seen(visit: &str, typed: &Typed) -> Option<Seen> {
    Some(Seen {
        visit: VisitId::parse(visit).ok()?,
        rev: typed.rev(),
        key: typed.idem()?,
    })
}

/// Where a step leads: to the visit, or to the board for whoever may not see whose it is.
pub(super) fn landing(signed: &Signed, visit: VisitId) -> String {
    if allows(ActorKind::Staff(signed.staff.role), Action::RevealVisit) {
        format!("/visits/{visit}")
    } else {
        "/desk".to_owned()
    }
}

/// Brings a visitor to a service.
pub async fn post_bring(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let path = landing(&signed, seen.visit);
    let mut posted = typed.posted(&["service", "room", "shared"]);
    let service = posted.check("service", filled(typed.get("service"), ServiceId::parse));
    let room = match typed.get("room") {
        "" => None,
        room => posted.check("room", RoomId::parse(room)),
    };
    let Some(service) = service.filter(|_| posted.fits()) else {
        return back(&site, &signed, &path, &posted).await;
    };
    let to = Destination {
        service,
        room,
        shared: typed.get("shared") == "yes",
    };
    let done = visits::bring(&site.desk, &signed.actor(), seen, to).await;
    if let Err(VisitError::Refused(VisitRefusal::RoomTaken)) = done
        && path != "/desk"
    {
        posted.refuse("room", Unfit::RoomTaken);
        return back(&site, &signed, &path, &posted).await;
    }
    moved(&site, &signed, seen, (done, "visit-brought")).await
}

/// A field that must be filled in, then read.
fn filled<T>(raw: &str, read: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Unfit> {
    if raw.is_empty() {
        Err(Unfit::Missing)
    } else {
        read(raw)
    }
}

/// Brings a visitor back to the waiting room.
pub async fn post_wait(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::wait(&site.desk, &signed.actor(), seen).await;
    moved(&site, &signed, seen, (done, "visit-waits")).await
}

/// Says that a visitor has left.
pub async fn post_leave(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Some(seen) = seen(&visit, &typed) else {
        return Page::missing();
    };
    let done = visits::leave(&site.desk, &signed.actor(), seen).await;
    if typed.get("from") == "closing" {
        return answered(&site, &signed, seen, (done, "visit-gone")).await;
    }
    moved(&site, &signed, seen, (done, "visit-gone")).await
}

/// Looks for the person whose visit it is.
pub async fn post_search(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let Ok(visit) = VisitId::parse(&visit) else {
        return Page::missing();
    };
    let mut posted = Posted::default();
    posted.keep("q", typed.get("q"));
    back(&site, &signed, &format!("/visits/{visit}"), &posted).await
}

/// Says whose visit it is.
pub async fn post_person(
    State(site): State<Site>,
    signed: Signed,
    Path(visit): Path<String>,
    typed: Typed,
) -> Page {
    let (Some(seen), Ok(record)) = (seen(&visit, &typed), RecordId::parse(typed.get("record")))
    else {
        return Page::missing();
    };
    let again = typed.get("again") == "yes";
    belongs(&site, &signed, seen, Owner { record, again }).await
}

/// Says whose visit it is, and goes there. Somebody who is in the house already is asked about first.
pub async fn belongs(site: &Site, signed: &Signed, seen: Seen, owner: Owner) -> Page {
    let done = visits::link(&site.desk, &signed.actor(), seen, owner).await;
    if let Err(VisitError::Refused(VisitRefusal::AlreadyInside)) = done {
        let mut posted = Posted::default();
        posted.keep("record", owner.record.to_string());
        posted.refuse("again", Unfit::AlreadyInside);
        return back(site, signed, &landing(signed, seen.visit), &posted).await;
    }
    moved(site, signed, seen, (done, "visit-linked")).await
}

/// Where a step of a visit leads: back to the board when somebody went somewhere, as from there the
/// next visitor is helped; else to the visit, which says what was wrong.
pub(super) async fn moved(
    site: &Site,
    signed: &Signed,
    seen: Seen,
    (done, said): (Result<(), VisitError>, &str),
) -> Page {
    let path = landing(signed, seen.visit);
    let told = |key| (key, String::new());
    match done {
        Ok(()) => match visits::one(&site.desk, &signed.actor(), seen.visit).await {
            Ok(visit) => {
                let (to, said) = onwards(&visit, (path.as_str(), said));
                say_of(site, signed, to, (said, &visit)).await
            }
            // Whose visit it is now, is somebody whom the colleague must not see.
            Err(_) => say(site, signed, "/desk", told(said)).await,
        },
        Err(VisitError::Stale) => say(site, signed, &path, told("unfit-changed-meanwhile")).await,
        Err(VisitError::Refused(refusal)) => {
            say(site, signed, &path, told(refusal_key(refusal))).await
        }
        Err(error) => visit_failed(&error),
    }
}

/// Where to go once a step was made, and what to say there.
fn onwards<'a>(visit: &Visit, (path, said): (&'a str, &'a str)) -> (&'a str, &'a str) {
    match said {
        "visit-gone" if visit.is_call() => ("/desk", "visit-call-gone"),
        "undo-done" if visit.stage == Stage::TakenBack => ("/desk", "undo-arrival"),
        "visit-gone" | "visit-brought" | "visit-waits" | "undo-done" => ("/desk", said),
        _ => (path, said),
    }
}

/// Why a step is refused, as the word for it.
pub(super) const fn refusal_key(refusal: VisitRefusal) -> &'static str {
    match refusal {
        VisitRefusal::AlreadyLeft => "visit-refused-left",
        VisitRefusal::AlreadyThere => "visit-refused-there",
        VisitRefusal::AlreadyLinked => "visit-refused-linked",
        VisitRefusal::RoomTaken => "visit-refused-room",
        VisitRefusal::OnThePhone => "visit-refused-call",
        VisitRefusal::AlreadyInside => "unfit-already-inside",
        VisitRefusal::TooLate => "visit-refused-late",
        VisitRefusal::NothingToUndo => "visit-refused-undone",
    }
}
