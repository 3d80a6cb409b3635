//! A name that was typed, held against a name that is known.

use super::name::{Span, Split};
use super::word::{How, LEAST, Likeness, Word};

/// A piece of a known name.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// The letters.
    pub word: &'a Word,
    /// Which words of the name they are.
    pub span: Span,
}

/// How well a name fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Thousandths of what was typed that was found back.
    pub share: u32,
    /// The least close way in which a word fits.
    pub how: How,
    /// Every word that was typed was found back.
    pub all: bool,
    /// Every word of the known name was asked for.
    pub whole: bool,
    /// In the order in which the name is written.
    pub in_order: bool,
}

/// A piece that was typed and the piece of the name that it fits.
#[derive(Clone, Copy)]
struct Fit {
    gain: u32,
    likeness: Likeness,
    typed: Span,
    known: Span,
}

/// How well a known name fits what was typed; nothing when no word does.
#[must_use]
pub fn held(typed: &Split, known: &[Part<'_>]) -> Option<Held> {
    let mut fits = fits(typed, known);
    if let Some(run) = run_together(typed, known, &fits) {
        fits.push(run);
    }
    fits.sort_by_key(|fit| std::cmp::Reverse((fit.likeness.share, fit.gain)));
    let chosen = chosen(fits);
    let worst = chosen.iter().map(|fit| fit.likeness.how).max()?;
    let words = known.iter().map(|part| part.span.to).max().unwrap_or(0);
    let covers = |at: usize, span: Span| (span.from..span.to).contains(&at);
    let all = (0..typed.words().len()).all(|at| chosen.iter().any(|fit| covers(at, fit.typed)));
    let whole = (0..words).all(|at| chosen.iter().any(|fit| covers(at, fit.known)));
    let gained: u32 = chosen.iter().map(|fit| fit.gain).sum();
    Some(Held {
        share: gained / typed.whole_weight().max(1),
        how: worst,
        all,
        whole,
        in_order: in_order(chosen),
    })
}

fn fits(typed: &Split, known: &[Part<'_>]) -> Vec<Fit> {
    let mut fits = Vec::new();
    for piece in typed.pieces() {
        for part in known {
            if let Some(likeness) = part.word.answers(&piece.word, least(piece.span)) {
                fits.push(fit(typed, likeness, (piece.span, part.span)));
            }
        }
    }
    fits
}

/// From how many thousandths on a piece is held to fit: words that were joined have to fit better,
/// because each of them is held against the name as well.
#[must_use]
pub const fn least(span: Span) -> u16 {
    if span.to == span.from + 1 { LEAST } else { 800 }
}

fn fit(split: &Split, likeness: Likeness, (typed, known): (Span, Span)) -> Fit {
    Fit {
        gain: split.weight(typed) * u32::from(likeness.share),
        likeness,
        typed,
        known,
    }
}

/// The fits that go together, the closest first: a long piece that fits less must not take the place
/// of its words.
fn chosen(fits: Vec<Fit>) -> Vec<Fit> {
    let mut chosen: Vec<Fit> = Vec::new();
    for fit in fits {
        let taken =
            |other: &Fit| other.typed.overlaps(fit.typed) || other.known.overlaps(fit.known);
        if !chosen.iter().any(taken) {
            chosen.push(fit);
        }
    }
    chosen
}

fn in_order(mut chosen: Vec<Fit>) -> bool {
    chosen.sort_by_key(|fit| fit.typed.from);
    chosen.is_sorted_by_key(|fit| fit.known.from)
}

/// The shortest word that may be two names without a blank between them.
const TWO_NAMES: usize = 7;

/// A long word that fits no word well may be two neighbours of the name written together.
fn run_together(typed: &Split, known: &[Part<'_>], fits: &[Fit]) -> Option<Fit> {
    let well = |span: Span| {
        fits.iter()
            .any(|fit| fit.typed == span && fit.likeness.share >= 800)
    };
    let single = |span: Span| span.to == span.from + 1;
    let long = |word: &Word| word.text().len() >= TWO_NAMES;
    let piece = typed
        .pieces()
        .iter()
        .find(|piece| single(piece.span) && long(&piece.word) && !well(piece.span))?;
    let pairs = known
        .windows(2)
        .filter(|two| single(two[0].span) && single(two[1].span));
    let runs = pairs.filter_map(|two| {
        let run = Word::of(&[two[0].word.text(), two[1].word.text()].concat());
        let span = Span {
            from: two[0].span.from,
            to: two[1].span.to,
        };
        Some(fit(typed, run.alike(&piece.word)?, (piece.span, span)))
    });
    runs.max_by_key(|fit| fit.gain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(typed: &str, name: &str) -> u32 {
        let known = Split::of(name);
        held(&Split::of(typed), &known.parts()).map_or(0, |held| held.share)
    }

    #[test]
    fn names_are_found_in_any_order_and_however_they_are_joined() {
        for (typed, name) in [
            ("Bouaziz-Abbassi Dounia", "Dounia Bouaziz-Abbassi"),
            ("Edgard DeMoor", "Edgard De Moor"),
            ("Laura Van dekerckhove", "Laura Vandekerckhove"),
            ("Madison Cor net", "Madison Cornet"),
            ("aminarahal", "Amina Rahal"),
            ("Jan Vandenbossche", "Jan Van den Bossche"),
        ] {
            assert!(share(typed, name) >= 950, "{typed}: {}", share(typed, name));
        }
    }

    #[test]
    fn half_a_name_and_beginnings_are_found() {
        for (typed, name) in [
            ("Sylviane Meurant", "Sylviane Meurant Theys"),
            ("Kim Claey", "Kimberley Claeys"),
            ("Ben A", "Malak Ben Ali"),
            ("Ng", "Ng Thi Hoa"),
        ] {
            assert!(share(typed, name) >= 750, "{typed}: {}", share(typed, name));
        }
    }

    #[test]
    fn two_typing_errors_are_found() {
        for (typed, name) in [
            ("Elnie Van due Voorde", "Eline Van de Voorde"),
            ("Mragaux Stevnes", "Margaux Stevens"),
            ("Janbne VanjHecke", "Janne Van Hecke"),
            ("Malia PonceletL emoine", "Malika Poncelet Lemoine"),
        ] {
            assert!(share(typed, name) >= 700, "{typed}: {}", share(typed, name));
        }
    }

    #[test]
    fn another_name_is_not_found() {
        assert!(share("Rosa Janssens", "Jan Peeters") < 500);
    }
}
