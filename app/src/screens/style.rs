//! Every part in every state, with invented names, in a practice house only: what is drawn here is
//! what a designer, a translator and a screen reader look at before a part is used.

use axum::extract::State;
use domain::Address;
use leptos::prelude::*;

use crate::page::{Drawn, Page, Site};
use crate::parts::PageHead;
use crate::request::{Nonce, Visitor};
use crate::shell::Porch;
use crate::words::Words;

mod desk;
mod forms;
mod shapes;

/// A name as long as the longest that is accepted, without a blank to break it at.
const LONG_NAME: &str = "Maximiliane-Theodora-Wolfeschlegelsteinhausenbergerdorff-\
    Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-\
    Vanderschuerenbergerstraatmansdochter-van-der-Meulenbroe";

/// The page of all parts.
pub async fn get(State(site): State<Site>, visitor: Visitor, nonce: Nonce) -> Page {
    if !site.demo {
        return Page::missing();
    }
    let words = Words::new(visitor.language, Address::Je);
    let drawn = Drawn {
        words,
        nonce,
        islands: false,
        refresh: None,
    };
    Page::show(&site, drawn, move || view! { <StyleScreen words /> }).await
}

#[component]
fn StyleScreen(words: Words) -> impl IntoView {
    view! {
        <Porch words here="/style" wide=true>
            <PageHead title=words.t("style-title") under=words.t("style-lead") />
            <shapes::Shapes words />
            <forms::Forms words />
            <desk::FrontDesk words />
        </Porch>
    }
}
