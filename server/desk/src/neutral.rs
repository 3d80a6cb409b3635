//! The words that nothing which leaves this house may hold: the lexicon of the program and the names
//! of the house itself.

use std::sync::LazyLock;

use domain::neutral::Lexicon;

use crate::store::{Scope, StoreError, centre, organisations, services};

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// The words of the program, without the names of any house: what a house calls itself for outside,
/// and what it says to everybody, is checked with these.
#[must_use]
pub fn words() -> &'static Lexicon {
    &BUILT_IN
}

/// The lexicon of a house: its names, its street and town, and the organisations and services in it,
/// also those that have left. Every text for somebody outside is checked with it when it is saved,
/// and again when it is sent: the house may have got another name meanwhile.
///
/// # Errors
/// What the engine said.
pub async fn lexicon(scope: &mut impl Scope) -> Result<Lexicon, StoreError> {
    let mut names = Vec::new();
    if let Some((card, _)) = centre::read(scope).await? {
        names.push(card.name.as_str().to_owned());
        let place = [card.street, card.town].into_iter().flatten();
        names.extend(place.map(|part| part.as_str().to_owned()));
    }
    let organisations = organisations::all(scope).await?.into_iter();
    names.extend(organisations.map(|line| line.item.name.as_str().to_owned()));
    let services = services::all(scope).await?.into_iter();
    names.extend(services.map(|line| line.item.name.as_str().to_owned()));
    Ok(BUILT_IN
        .clone()
        .with_names(names.iter().map(String::as_str)))
}
