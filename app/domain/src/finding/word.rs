//! Two words of names held against each other: how alike they are, and in which way.

use super::sound::sound;
use distance::{FIGURES, letters, near, vowel};

mod distance;

/// Less alike than this, in thousandths, is another word. Tried with 550 to 700: lower lets other
/// names in, higher loses two typing errors in a word of five letters.
pub const LEAST: u16 = 600;

/// What a name that only sounds the same is below one that is written the same, in thousandths.
const HEARD: u16 = 30;

/// In which way two words are alike, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Letter by letter.
    Same,
    /// By ear.
    Sounds,
    /// With an error of typing or reading.
    Resembles,
    /// What was typed is how the other begins.
    Starts,
    /// What was typed is the first letter of the other.
    Initial,
}

/// How alike two words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Thousandths; 1000 is the same.
    pub share: u16,
    /// In which way.
    pub how: How,
}

/// A word of a name, ready to be compared.
#[derive(Clone, Default)]
pub struct Word {
    text: Box<str>,
    sound: Box<str>,
    letters: u32,
    heard: u32,
}

impl Word {
    /// Takes a word of [`super::words`].
    #[must_use]
    pub fn of(text: &str) -> Self {
        let sound = sound(text);
        Self {
            letters: letters(text),
            heard: letters(&sound),
            text: text.into(),
            sound: sound.into(),
        }
    }

    /// Its letters.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How it sounds: words with one sound are worth comparing.
    #[must_use]
    pub fn sound(&self) -> &str {
        &self.sound
    }

    /// How alike a word is that was typed, from so many thousandths on: whole, or as the beginning of
    /// this one.
    #[must_use]
    pub fn answers(&self, typed: &Self, least: u16) -> Option<Likeness> {
        let starts = self.starts(typed);
        let alike = self.alike_from(typed, least);
        match (starts, alike) {
            (Some(starts), Some(alike)) if alike.share >= starts.share => Some(alike),
            (starts, alike) => starts.or(alike),
        }
    }

    /// How alike two whole words are; nothing for different ones. A number in a name is never a
    /// typing error.
    #[must_use]
    pub fn alike(&self, other: &Self) -> Option<Likeness> {
        self.alike_from(other, LEAST)
    }

    fn alike_from(&self, other: &Self, least: u16) -> Option<Likeness> {
        if self.text == other.text {
            return Some(Likeness {
                share: 1000,
                how: How::Same,
            });
        }
        if self.has_figures() || other.has_figures() {
            return None;
        }
        let written = near(
            &self.text,
            &other.text,
            (self.letters, other.letters, least),
        );
        let heard = near(
            &self.sound,
            &other.sound,
            (self.heard, other.heard, least + HEARD),
        );
        let heard = heard.max(self.bare_alike(other));
        let share = written.max(heard.saturating_sub(HEARD));
        let how = if heard >= 900 {
            How::Sounds
        } else {
            How::Resembles
        };
        (share >= least).then_some(Likeness { share, how })
    }

    fn starts(&self, typed: &Self) -> Option<Likeness> {
        let longer = self.text.len() > typed.text.len();
        let begins = longer && self.text.starts_with(&*typed.text) && !typed.has_figures();
        let of = |share, how| Some(Likeness { share, how });
        match typed.text.len() {
            _ if !begins => None,
            1 => of(700, How::Initial),
            length => {
                let part = length * 100 / self.text.len();
                of(850 + u16::try_from(part).unwrap_or(100), How::Starts)
            }
        }
    }

    /// Words written without vowels have the same consonants as those written with them.
    fn bare_alike(&self, other: &Self) -> u16 {
        let few = |word: &Self| consonants(&word.text).count() + 1 >= word.text.len();
        let long = self.text.len().min(other.text.len()) >= 3;
        let same = || consonants(&self.text).eq(consonants(&other.text));
        if long && (few(self) || few(other)) && same() {
            880
        } else {
            0
        }
    }

    fn has_figures(&self) -> bool {
        self.letters & FIGURES != 0
    }
}

/// The consonants of a word, doubled ones once.
fn consonants(text: &str) -> impl Iterator<Item = u8> {
    let mut last = b' ';
    let once = move |byte: &u8| std::mem::replace(&mut last, *byte) != *byte;
    text.bytes().filter(|byte| !vowel(*byte)).filter(once)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(one: &str, other: &str) -> u16 {
        let alike = Word::of(one).alike(&Word::of(other));
        alike.map_or(0, |alike| alike.share)
    }

    #[test]
    fn errors_of_typing_and_hearing_keep_words_alike() {
        for (one, other) in [
            ("fatima", "faitma"),
            ("chibani", "chibini"),
            ("duvivier", "duvivuier"),
            ("poncin", "ponkin"),
            ("celine", "keline"),
            ("makhlouf", "maghloef"),
            ("mohamed", "mhmd"),
        ] {
            assert!(
                share(one, other) >= 700,
                "{one} {other} {}",
                share(one, other)
            );
        }
    }

    #[test]
    fn other_names_are_not_alike() {
        for (one, other) in [
            ("peeters", "wouters"),
            ("li", "lo"),
            ("kaat", "noor"),
            ("visitor1", "visitor2"),
        ] {
            assert!(
                share(one, other) < 700,
                "{one} {other} {}",
                share(one, other)
            );
        }
    }

    #[test]
    fn likeness_is_the_same_from_both_sides() {
        for (one, other) in [
            ("fatima", "fatma"),
            ("looy", "looi"),
            ("janssens", "jansen"),
        ] {
            assert_eq!(share(one, other), share(other, one));
        }
    }

    #[test]
    fn a_beginning_answers_and_an_initial_does_less() {
        let (kimberley, kim, k) = (Word::of("kimberley"), Word::of("kim"), Word::of("k"));
        let (start, initial) = (
            kimberley.answers(&kim, LEAST).unwrap(),
            kimberley.answers(&k, LEAST).unwrap(),
        );
        assert_eq!((start.how, initial.how), (How::Starts, How::Initial));
        assert!(start.share > initial.share);
    }
}
