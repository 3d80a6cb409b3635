//! The words of all names of a house, each once, with who has it. A few thousand words make the names
//! of a hundred thousand people, so what was typed is compared with words and not with people.

use std::collections::HashMap;

use domain::finding::{Part, Piece, Span, Split, Word, joined, least, particle, units, words};

/// A typed word at least this long may be two names without a blank between them.
const TWO_NAMES: usize = 7;

/// How much a name counts that is one of those two, in thousandths.
const ONE_OF_TWO: u16 = 500;

/// The words of a house.
#[derive(Default)]
pub struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    words: Vec<Word>,
    /// Who has a word in a name, in order.
    having: Vec<Vec<u32>>,
    free: Vec<u32>,
}

impl Vocabulary {
    /// Learns the names of somebody. Gives them in numbers: for each name how many words and how many
    /// joined ones it has, then those.
    pub fn learn<'n>(&mut self, who: u32, names: impl Iterator<Item = &'n str>) -> Box<[u32]> {
        let mut numbers = Vec::new();
        for name in names {
            let words = words(name);
            let units: Vec<String> = units(&words).map(|span| joined(&words, span)).collect();
            let both = [words.len(), units.len()].map(|count| u32::try_from(count).unwrap_or(0));
            numbers.extend(both);
            let all = words.iter().chain(&units);
            numbers.extend(all.map(|word| self.add(who, word)));
        }
        numbers.into_boxed_slice()
    }

    fn add(&mut self, who: u32, text: &str) -> u32 {
        let number = self.numbers.get(text).copied();
        let number = number.unwrap_or_else(|| self.number(text));
        let having = &mut self.having[number as usize];
        if let Err(place) = having.binary_search(&who) {
            having.insert(place, who);
        }
        number
    }

    fn number(&mut self, text: &str) -> u32 {
        let number = self.free.pop().unwrap_or_else(|| {
            self.words.push(Word::default());
            self.having.push(Vec::new());
            u32::try_from(self.words.len() - 1).unwrap_or(u32::MAX)
        });
        self.words[number as usize] = Word::of(text);
        self.numbers.insert(text.into(), number);
        number
    }

    /// Forgets the names of somebody, and every word that nobody has any more.
    pub fn forget(&mut self, who: u32, names: &[u32]) {
        for number in each(names).flat_map(|(words, units)| words.iter().chain(units)) {
            let having = &mut self.having[*number as usize];
            having.retain(|one| *one != who);
            let word = &mut self.words[*number as usize];
            if having.is_empty() && self.numbers.remove(word.text()).is_some() {
                *word = Word::default();
                self.free.push(*number);
            }
        }
    }

    /// The words of each name.
    pub fn texts<'a>(&'a self, names: &'a [u32]) -> impl Iterator<Item = Vec<&'a str>> {
        let text = |number: &u32| self.words[*number as usize].text();
        each(names).map(move |(words, _)| words.iter().map(text).collect())
    }

    /// The pieces of each name.
    pub fn parts(&self, names: &[u32]) -> Vec<Vec<Part<'_>>> {
        each(names)
            .map(|(words, units)| self.pieces(words, units))
            .collect()
    }

    fn pieces(&self, words: &[u32], joined: &[u32]) -> Vec<Part<'_>> {
        let word = |number: &u32| &self.words[*number as usize];
        let texts: Vec<&str> = words.iter().map(|number| word(number).text()).collect();
        let single = (0..words.len()).map(|from| Span { from, to: from + 1 });
        let spans = single.chain(units(&texts));
        let part = |(number, span)| Part {
            word: word(number),
            span,
        };
        words.iter().chain(joined).zip(spans).map(part).collect()
    }

    /// Who has the same words in a name, in any order: those whose rarest word it is to compare.
    pub fn sharing(&self, words: &[String]) -> &[u32] {
        let having = |word: &String| {
            let number = self.numbers.get(word.as_str())?;
            Some(self.having[*number as usize].as_slice())
        };
        let all: Option<Vec<&[u32]>> = words.iter().map(having).collect();
        let rarest = all.into_iter().flatten().min_by_key(|who| who.len());
        rarest.unwrap_or_default()
    }

    /// Adds to everybody how much of a typed name her words are, in thousandths of its letters; gives
    /// how much the whole is.
    pub fn weigh(&self, typed: &Split, people: &mut [u32]) -> u32 {
        let mut seen = vec![0_u8; people.len()];
        for (piece, turn) in typed.pieces().iter().zip(1..=u8::MAX) {
            let single = piece.span.to == piece.span.from + 1;
            // Joined words are also counted one by one, so they count half.
            let weight = typed.weight(piece.span) * if single { 2 } else { 1 } / 2;
            for (share, number) in self.answers(piece) {
                for who in &self.having[number] {
                    let who = *who as usize;
                    if seen[who] != turn {
                        seen[who] = turn;
                        people[who] += weight * u32::from(share);
                    }
                }
            }
        }
        typed.whole_weight() * 1000
    }

    /// The words that a typed one may be, the likeliest first.
    fn answers(&self, typed: &Piece) -> Vec<(u16, usize)> {
        let least = least(typed.span);
        let words = self.words.iter().enumerate();
        let answer = |(number, word): (usize, &Word)| {
            let alike = word.answers(&typed.word, least).map(|alike| alike.share);
            let share = alike.or_else(|| one_of_two(word.text(), typed))?;
            Some((share, number))
        };
        let mut answers: Vec<_> = words.filter_map(answer).collect();
        answers.sort_unstable_by(|a, b| b.cmp(a));
        answers
    }
}

/// Whether a name may be one of two that were typed without a blank.
fn one_of_two(name: &str, typed: &Piece) -> Option<u16> {
    let (single, typed) = (typed.span.to == typed.span.from + 1, typed.word.text());
    let long = single && typed.len() >= TWO_NAMES && name.len() >= 3 && !particle(name);
    let part = long && (typed.starts_with(name) || typed.ends_with(name));
    part.then_some(ONE_OF_TWO)
}

/// The words and the joined words of each name.
fn each(mut names: &[u32]) -> impl Iterator<Item = (&[u32], &[u32])> {
    std::iter::from_fn(move || {
        let (&[words, units], rest) = names.split_first_chunk()?;
        let (words, rest) = rest.split_at_checked(words as usize)?;
        let (units, rest) = rest.split_at_checked(units as usize)?;
        names = rest;
        Some((words, units))
    })
}
