//! A name taken apart: its words, and the pieces that are written joined by one and split by another.

use super::held::Part;
use super::letters::words;
use super::word::Word;

/// Small words before a family name, in the languages of the Low Countries, of North Africa, of Spain
/// and Portugal and of Italy. They say little, and are joined to the name as often as not.
const PARTICLES: [&str; 40] = [
    "van", "von", "de", "den", "der", "des", "du", "d", "da", "do", "dos", "das", "di", "del",
    "della", "het", "t", "te", "ten", "ter", "op", "la", "le", "les", "l", "el", "al", "ben",
    "ibn", "bin", "bint", "ait", "ould", "abd", "abu", "bou", "oglu", "st", "saint", "y",
];

/// Whether a word stands before a name.
#[must_use]
pub fn particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Words next to each other that are compared as one, from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first word.
    pub from: usize,
    /// The word after the last.
    pub to: usize,
}

impl Span {
    /// Whether a word is in both.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The words of a name that are worth joining: small words with the one they stand before.
pub fn units(words: &[impl AsRef<str>]) -> impl Iterator<Item = Span> + '_ {
    let is = |at: usize| words.get(at).is_some_and(|word| particle(word.as_ref()));
    let starts = move |from: &usize| is(*from) && (*from == 0 || !is(*from - 1));
    (0..words.len()).filter(starts).filter_map(move |from| {
        let last = (from..words.len()).find(|at| !is(*at))?;
        Some(Span { from, to: last + 1 })
    })
}

/// The words of a span as one.
#[must_use]
pub fn joined(words: &[impl AsRef<str>], span: Span) -> String {
    words[span.from..span.to]
        .iter()
        .map(AsRef::as_ref)
        .collect()
}

/// A piece of a name: a word or several joined.
#[derive(Clone)]
pub struct Piece {
    /// The letters.
    pub word: Word,
    /// Which words of the name they are.
    pub span: Span,
}

/// A name, taken apart.
#[derive(Clone, Default)]
pub struct Split {
    words: Vec<String>,
    pieces: Vec<Piece>,
}

impl Split {
    /// Takes a name apart: its words, the joined words behind small ones, and every two neighbours.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let words = words(name);
        let single = (0..words.len()).map(|from| Span { from, to: from + 1 });
        let pairs = (1..words.len()).map(|to| Span {
            from: to - 1,
            to: to + 1,
        });
        let mut spans: Vec<Span> = single.chain(pairs).collect();
        for unit in units(&words) {
            if !spans.contains(&unit) {
                spans.push(unit);
            }
        }
        let piece = |span: Span| Piece {
            word: Word::of(&joined(&words, span)),
            span,
        };
        Self {
            pieces: spans.into_iter().map(piece).collect(),
            words,
        }
    }

    /// The words, in the order in which they were written.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The words and what they are joined.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The words one by one.
    pub fn singles(&self) -> impl Iterator<Item = &Word> {
        let single = |piece: &&Piece| piece.span.to == piece.span.from + 1;
        self.pieces.iter().filter(single).map(|piece| &piece.word)
    }

    /// The pieces as a known name has them: its words and its units, for a name that is held against
    /// another.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let parts = self.pieces.iter().map(|piece| Part {
            word: &piece.word,
            span: piece.span,
        });
        parts.collect()
    }

    /// How much the words of a piece say.
    #[must_use]
    pub fn weight(&self, span: Span) -> u32 {
        let words = self.words[span.from..span.to].iter();
        words.map(|word| weight(word)).sum()
    }

    /// How much all words say.
    #[must_use]
    pub fn whole_weight(&self) -> u32 {
        self.words.iter().map(|word| weight(word)).sum()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// How much a word says: long ones more, small ones before a name little.
#[must_use]
pub fn weight(word: &str) -> u32 {
    let length = u32::try_from(word.len().min(8)).unwrap_or(8);
    if particle(word) { 2 } else { length + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_joined_to_the_name_they_stand_before() {
        let name = words("Edgard Van den Bosch-De Moor");
        let units: Vec<String> = units(&name).map(|span| joined(&name, span)).collect();
        assert_eq!(units, ["vandenbosch", "demoor"]);
    }

    #[test]
    fn a_small_word_alone_is_no_unit() {
        let name = words("Ben");
        assert_eq!(units(&name).count(), 0);
    }
}
