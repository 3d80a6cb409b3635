//! What stands on top of the administration when somebody gave a role to oneself.

use desk::colleagues::{self, OwnHand};
use leptos::prelude::*;

use super::failed;
use crate::page::Page;
use crate::parts::{Notice, Tone};
use crate::screens::frame::Screen;

/// One line for each role that somebody gave to oneself in the last thirty days.
///
/// # Errors
/// The page to answer instead.
pub async fn own_hand(screen: &Screen) -> Result<Vec<AnyView>, Page> {
    let actor = screen.signed.actor();
    let given = colleagues::own_hand(&screen.site.desk, &actor).await;
    let given = given.map_err(|error| failed(&error))?;
    Ok(given.iter().map(|one| line(screen, one)).collect())
}

fn line(screen: &Screen, given: &OwnHand) -> AnyView {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let name = given.name.reveal().as_str().to_owned();
    let day = words.date(zone.day_of(given.since));
    let role = words.of("role", given.role.code());
    let values = [
        ("name", name.into()),
        ("day", day.into()),
        ("role", role.into()),
    ];
    let text = words.with("manage-own-hand", &values);
    view! { <Notice tone=Tone::Care text /> }.into_any()
}
