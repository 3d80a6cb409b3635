//! The next steps of a visit: bringing the visitor to a service, back to the waiting room, and out.

use desk::visits::Revealed;
use domain::visit::Stage;
use leptos::prelude::*;

use crate::form::{Choice, Form, Look, Pick, Posted, Submit};
use crate::icons::Icon;
use crate::parts::{Notice, Weight};
use crate::screens::frame::Screen;
use crate::words::Words;

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
        let whereto = whereto(words, revealed, kept);
        view! {
            <Form action=format!("{path}/bring") idem rev=Some(rev)>
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

/// The service asked for is chosen already, and so is the room of now.
fn whereto(words: Words, revealed: &Revealed, kept: &Posted) -> impl IntoView + use<> {
    let house = &revealed.house;
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
    let rooms = house.rooms.iter();
    let rooms = rooms.map(|r| Pick::new(r.id.to_string(), r.name.clone()));
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
            picks=rooms.collect()
            look=Look::Select
            none=words.t("visit-room-none")
        />
    }
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
    let with = revealed.visit.stage == Stage::WithService;
    view! {
        <section class="card roomy stack" id="leave">
            <h2>{words.t("visit-leave")}</h2>
            <p>{words.with("visit-leave-check", &[("token", token.into())])}</p>
            <Form action idem=screen.idem() rev=Some(revealed.visit.rev)>
                <div class="buttons">
                    <Submit
                        label=words.t("visit-leave-send")
                        weight=first(with)
                        icon=Icon::Leave
                    />
                </div>
            </Form>
        </section>
    }
}
