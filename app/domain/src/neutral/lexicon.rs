//! The words that a message never holds, and finding one.

use super::fold::{Before, Glyph, fold};
use super::numbers;

/// The words and numbers of every language, as they lie in the repository.
const WRITTEN: &str = include_str!("lexicon.txt");

/// A word shorter than this is not looked for across blanks: too much would look like it.
const CROSSES: usize = 5;

/// A name of the house shorter than this counts only as a word of its own.
const NAME_INSIDE: usize = 6;

/// Words that a message never holds.
#[derive(Clone, Debug)]
pub struct Lexicon {
    terms: Vec<Term>,
    numbers: Vec<String>,
}

/// A word that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The word, as the lexicon writes it.
    pub word: String,
    /// Where it begins, in characters.
    pub at: usize,
}

#[derive(Clone, Debug)]
struct Term {
    written: String,
    letters: Vec<Glyph>,
    alone: bool,
}

impl Term {
    fn new(written: &str, alone: bool) -> Option<Self> {
        let letters = fold(written);
        (!letters.is_empty()).then(|| Self {
            written: written.to_owned(),
            letters,
            alone,
        })
    }

    /// Whether it stands in the text from this place on.
    fn stands(&self, text: &[Glyph], from: usize) -> bool {
        let to = from + self.letters.len();
        let Some(there) = text.get(from..to) else {
            return false;
        };
        let same = there.iter().zip(&self.letters);
        if !same
            .clone()
            .all(|(there, mine)| there.letter == mine.letter)
        {
            return false;
        }
        let starts = there[0].before != Before::Letter;
        let ends = text.get(to).is_none_or(|g| g.before != Before::Letter);
        let inside = &there[1..];
        if inside.iter().all(|g| g.before == Before::Letter) {
            return !self.alone || (starts && ends);
        }
        let same_words = same.skip(1).all(|(there, mine)| {
            (there.before == Before::Letter) == (mine.before == Before::Letter)
        });
        let spelled = inside.iter().all(|g| g.before != Before::Letter);
        if self.alone || self.letters.len() < CROSSES {
            return starts && ends && (same_words || spelled);
        }
        let blank = inside.iter().any(|g| g.before == Before::Blank);
        starts || ends || !blank
    }
}

impl Lexicon {
    /// The lexicon of the repository, without the names of any house.
    #[must_use]
    pub fn built_in() -> Self {
        let lines = WRITTEN.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with(['[']));
        let mut lexicon = Self {
            terms: Vec::new(),
            numbers: Vec::new(),
        };
        for line in lines.filter(|line| !line.starts_with("# ") && *line != "#") {
            lexicon.learn(line);
        }
        lexicon
    }

    fn learn(&mut self, line: &str) {
        if let Some(number) = line.strip_prefix('#') {
            self.numbers.push(number.to_owned());
        } else if let Some(word) = line.strip_prefix('=') {
            self.terms.extend(Term::new(word, true));
        } else {
            self.terms.extend(Term::new(line, false));
        }
    }

    /// The same with the names of a house: its own, those of its organisations and services.
    #[must_use]
    pub fn with_names<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        for name in names {
            let alone = fold(name).len() < NAME_INSIDE;
            self.terms.extend(Term::new(name, alone));
        }
        self
    }

    /// The first word or number of the lexicon in a text.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Hit> {
        let seen = fold(text);
        let word = (0..seen.len()).find_map(|from| {
            let term = self.terms.iter().find(|term| term.stands(&seen, from))?;
            Some(Hit {
                word: term.written.clone(),
                at: seen[from].at,
            })
        });
        word.or_else(|| {
            let (number, at) = numbers::listed(text, &self.numbers)?;
            Some(Hit { word: number, at })
        })
    }

    /// How many words and numbers it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len() + self.numbers.len()
    }

    /// Whether it knows none, which it never does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
