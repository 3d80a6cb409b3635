//! Why somebody is not erased. A court has said that the answer must speak of this case: a sentence
//! that fits everybody is no reason, so the form does not take it.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Unfit;
use crate::text::Note;

/// How many characters a reason has at least, without what fits everybody.
const LEAST: u16 = 40;

/// How many different words a reason has at least.
const WORDS: usize = 6;

/// Sentences that fit everybody, folded as [`folded`] does.
const STOCK: [&str; 28] = [
    "wij kunnen niet aan uw verzoek voldoen",
    "we kunnen niet aan je verzoek voldoen",
    "het verzoek wordt afgewezen",
    "het belang van een ander weegt zwaarder",
    "zwaarwegend belang van een ander",
    "aanmerkelijk belang van een ander",
    "op grond van de wet",
    "wegens een wettelijke verplichting",
    "wettelijke bewaartermijn",
    "wij zijn verplicht de gegevens te bewaren",
    "goede hulpverlening",
    "nous ne pouvons pas donner suite a votre demande",
    "la demande est refusee",
    "interet preponderant d un tiers",
    "en vertu de la loi",
    "obligation legale",
    "delai legal de conservation",
    "wir konnen ihrem antrag nicht entsprechen",
    "der antrag wird abgelehnt",
    "uberwiegende interessen dritter",
    "auf grund des gesetzes",
    "gesetzliche aufbewahrungspflicht",
    "we cannot comply with your request",
    "the request is refused",
    "the interest of another person prevails",
    "substantial interest of another",
    "because of a legal obligation",
    "statutory retention period",
];

/// A reason that speaks of one case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(Note);

impl Reason {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Unfit::TooShort`] under 40 characters, [`Unfit::TooGeneral`] when that is so once the
    /// sentences that fit everybody are left out, or too few words differ.
    pub fn parse(raw: &str) -> Result<Self, Unfit> {
        let note = Note::parse(raw)?;
        if note.as_str().chars().count() < usize::from(LEAST) {
            return Err(Unfit::TooShort(LEAST));
        }
        let own = STOCK
            .iter()
            .fold(folded(note.as_str()), |rest, stock| rest.replace(stock, ""));
        let words: BTreeSet<&str> = own.split_whitespace().collect();
        let letters: usize = own
            .split_whitespace()
            .map(|word| word.chars().count() + 1)
            .sum();
        if letters <= usize::from(LEAST) || words.len() < WORDS {
            return Err(Unfit::TooGeneral);
        }
        Ok(Self(note))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reason(…)")
    }
}

/// Small letters without accents, one space between words.
fn folded(text: &str) -> String {
    let plain = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        });
    let plain: String = plain.collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
