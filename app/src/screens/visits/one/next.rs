//! The next steps of a visit: bringing the visitor to a service, back to the waiting room, and out.

use desk::places::Room;
use desk::visits::Revealed;
use domain::Unfit;
use domain::visit::Stage;
use leptos::prelude::*;

use crate::form::{Choice, Form, Look, Pick, Posted, Submit, Tick};
use crate::icons::Icon;
use crate::parts::{Notice, Weight};
use crate::screens::frame::Screen;

/// To which service, and in which room; and the way back to the waiting room.
pub fn bring(screen: &Screen, revealed: &Revealed, kept: &Posted) -> impl IntoView + use<> {
    let words = screen.words;
    let path = format!("/visits/{}", revealed.visit.id);
    let with = revealed.visit.stage == Stage::WithService;
    let (rev, idem) = (revealed.visit.rev, screen.idem());
    let back = with.then(|| back(screen, revealed));
    let form = if revealed.house.services.is_empty() {
        view! { <Notice text=words.t("visit-no-services") /> }.into_any()
    } else {
        let whereto = whereto(screen, revealed, kept);
        view! {
            <Form action=format!("{path}/bring") idem rev=Some(rev) main=true>
                <div class="halves">{whereto}</div>
                <div class="buttons"><Submit label=words.t("visit-bring-send") weight=first(!with) /></div>
            </Form>
        }
        .into_any()
    };
    view! {
        <section class="card roomy stack" id="bring">
            <h2>{words.t("visit-bring")}</h2>
            {form}
            {back}
        </section>
    }
}

/// The likelier of two steps stands out: to a service first, out of the house after it.
const fn first(likelier: bool) -> Weight {
    if likelier {
        Weight::Primary
    } else {
        Weight::Plain
    }
}

/// The service asked for is chosen already, and so is the room of now. Free rooms come first; one that
/// is taken says so, and is asked about once more.
fn whereto(screen: &Screen, revealed: &Revealed, kept: &Posted) -> impl IntoView + use<> {
    let (words, house) = (screen.words, &revealed.house);
    let mut shown = kept.clone();
    if let Some(service) = revealed.visit.service
        && shown.value("service").is_empty()
    {
        shown.keep("service", service.to_string());
    }
    if let Some(room) = revealed.visit.room
        && shown.fits()
    {
        shown.keep("room", room.to_string());
    }
    let services = house.services.iter();
    let services = services.map(|s| Pick::new(s.id.to_string(), s.name.clone()));
    let second_look = kept
        .faults
        .iter()
        .any(|fault| fault.code == Unfit::RoomTaken)
        || kept.value("shared") == "yes";
    let shared = second_look.then(|| {
        let entry = shown.entry("shared", words);
        view! { <Tick label=words.t("visit-room-shared") entry /> }
    });
    view! {
        <Choice
            label=words.t("visit-service")
            entry=shown.entry("service", words)
            picks=services.collect()
            look=Look::Select
            none=words.t("choose")
        />
        <Choice
            label=words.t("visit-room")
            entry=shown.entry("room", words)
            picks=rooms(screen, revealed)
            look=Look::Select
            none=words.t("visit-room-none")
        />
        {shared}
    }
}

/// The rooms in the order of the house, those that are taken behind the free ones.
fn rooms(screen: &Screen, revealed: &Revealed) -> Vec<Pick> {
    let words = screen.words;
    let busy = |room: &Room| revealed.busy.contains(&room.id);
    let (taken, free): (Vec<_>, Vec<_>) = revealed.house.rooms.iter().partition(|room| busy(room));
    let said = |room: &Room| {
        let name = room.name.clone();
        if busy(room) {
            words.with("visit-room-taken", &[("room", name.into())])
        } else {
            name
        }
    };
    let all = free.into_iter().chain(taken);
    all.map(|room| Pick::new(room.id.to_string(), said(room)))
        .collect()
}

fn back(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let action = format!("/visits/{}/wait", revealed.visit.id);
    let label = screen.words.t("visit-wait");
    view! {
        <Form action idem=screen.idem() rev=Some(revealed.visit.rev)>
            <div class="buttons">
                <Submit label weight=Weight::Plain />
            </div>
        </Form>
    }
}

/// The way out, with the question that comes before it.
pub fn leave(screen: &Screen, revealed: &Revealed) -> impl IntoView + use<> {
    let words = screen.words;
    let token = revealed.visit.token.to_string();
    let action = format!("/visits/{}/leave", revealed.visit.id);
    let call = revealed.visit.is_call();
    let with = call || revealed.visit.stage == Stage::WithService;
    let [title, check, send] = if call {
        ["visit-call-ends", "visit-call-check", "visit-call-send"]
    } else {
        ["visit-leave", "visit-leave-check", "visit-leave-send"]
    };
    view! {
        <section class="card roomy stack" id="leave">
            <h2>{words.t(title)}</h2>
            <p>{words.with(check, &[("token", token.into())])}</p>
            <Form action idem=screen.idem() rev=Some(revealed.visit.rev)>
                <div class="buttons">
                    <Submit
                        label=words.t(send)
                        weight=first(with)
                        icon=Icon::Leave
                    />
                </div>
            </Form>
        </section>
    }
}
