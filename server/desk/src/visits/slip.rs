//! What a visitor takes along on paper: the token, the neutral name and number of the house, and what
//! the house says on its card. It names nobody, and whatever would tell a reader what the house is stays
//! off it, also where a text was saved before the house got its present names.

use domain::role::Action;
use domain::setting::{SettingKey, TextKey};
use domain::text::{HouseText, Label, Phone};
use domain::visit::Visit;
use domain::{Language, VisitId};

use super::VisitError;
use crate::access::{self, Actor};
use crate::store::{self, Look, StoreError};
use crate::{Desk, denials, neutral};

/// What stands on the slip.
pub struct Slip {
    /// Whose slip: the token and where the visit stands.
    pub visit: Visit,
    /// The language of the house, which a slip speaks unless another is chosen.
    pub house_language: Language,
    /// What the house is called outside.
    pub name: Option<Label>,
    /// The neutral telephone number.
    pub phone: Option<Phone>,
    /// What the house says on its card.
    pub card: Option<HouseText>,
    /// The line under letters and messages.
    pub closing: Option<HouseText>,
    /// The texts that are left off, as they would tell what the house is.
    pub left_off: Vec<TextKey>,
}

/// The slip of a visit; in the language of the house unless another is asked for.
///
/// # Errors
/// [`VisitError::NotFound`] for a visit of another house, or a call: nobody takes anything along.
pub async fn slip(
    desk: &Desk,
    actor: &Actor,
    id: VisitId,
    language: Option<Language>,
) -> Result<Slip, VisitError> {
    let permit = access::permitted(desk, actor, Action::ShowBoard).await?;
    let mut look = desk.look(&permit).await?;
    let seen = denials::seen(desk, &permit, &mut look).await?;
    let stored = store::visits::one(&mut look, id).await?;
    let shown = stored.filter(|stored| seen.shows_visit(stored.link) && !stored.visit.is_call());
    let visit = shown.ok_or(VisitError::NotFound)?.visit;
    let (card, _) = store::centre::read(&mut look)
        .await?
        .ok_or(VisitError::NotFound)?;
    let mut slip = Slip {
        visit,
        house_language: card.language,
        name: card.public_name,
        phone: card.phone,
        card: None,
        closing: None,
        left_off: Vec::new(),
    };
    let language = language.unwrap_or(card.language);
    slip.card = text(&mut look, (TextKey::Card, language), &mut slip.left_off).await?;
    slip.closing = text(&mut look, (TextKey::Closing, language), &mut slip.left_off).await?;
    Ok(slip)
}

/// A text of the house, if there is one and it says nothing of what happens inside.
async fn text(
    look: &mut Look,
    (key, language): (TextKey, Language),
    left_off: &mut Vec<TextKey>,
) -> Result<Option<HouseText>, VisitError> {
    let code = SettingKey::Text(key, language).code();
    let versions = store::settings::versions(look, &code, 1).await?;
    let value = versions.into_iter().next().map(|version| version.value);
    let text = HouseText::optional(&value.unwrap_or_default());
    let text = text.map_err(|_| StoreError::Inconsistent)?;
    let lexicon = neutral::lexicon(look).await?;
    let Some(text) = text else { return Ok(None) };
    if lexicon.fits(text.as_str()).is_err() {
        left_off.push(key);
        return Ok(None);
    }
    Ok(Some(text))
}
