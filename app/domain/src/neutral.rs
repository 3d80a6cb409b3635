//! Messages that may be read by the wrong person. Whatever leaves the house for somebody's mailbox
//! is compared with a lexicon of words that say too much, in every language it may be read in:
//! words for what happened, for who helps, for the names of the house, and their telephone numbers.
//!
//! Comparing is done on what a reader sees, not on what is typed: capitals, accents, spaces,
//! hyphens, invisible letters, look-alike letters and line ends hide nothing.

mod fold;
mod lexicon;
mod numbers;

pub use lexicon::{Hit, Lexicon};

use crate::Unfit;

/// How many characters of a message a locked telephone shows.
pub const PREVIEW: usize = 40;

/// Which part of a message says too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A setting or a header: the sender, a host name.
    Header,
    /// The subject.
    Subject,
    /// The first characters of the text, which a locked telephone shows.
    Preview,
    /// A line of the text, counted from 1.
    Line(usize),
}

/// What says too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A word of the lexicon or a name of the house, as the lexicon writes it.
    Word(String),
    /// A telephone number.
    Number,
    /// An address of a site or a mailbox.
    Link,
    /// There is nothing to read.
    Empty,
}

/// Something in a message that says too much, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Where.
    pub place: Place,
    /// What.
    pub why: Why,
}

impl Lexicon {
    /// Checks a subject and a text of plain lines.
    ///
    /// # Errors
    /// The first [`Telling`] thing.
    pub fn check(&self, subject: &str, text: &str) -> Result<(), Telling> {
        self.check_part(subject)
            .map_err(|(why, _)| told(Place::Subject, why))?;
        self.check_part(text)
            .map_err(|(why, at)| told(place(text, at), why))
    }

    /// Checks a setting or a header: the sender's name, a host name.
    ///
    /// # Errors
    /// The first [`Telling`] thing. A host name is no link here.
    pub fn check_header(&self, value: &str) -> Result<(), Telling> {
        match self.find(value) {
            Some(hit) => Err(told(Place::Header, Why::Word(hit.word))),
            None => Ok(()),
        }
    }

    /// As [`Self::check_header`], with the reason to put beside a field.
    ///
    /// # Errors
    /// [`Unfit::Telling`].
    pub fn fits<T: AsRef<str>>(&self, value: T) -> Result<T, Unfit> {
        match self.find(value.as_ref()) {
            Some(_) => Err(Unfit::Telling),
            None => Ok(value),
        }
    }

    fn check_part(&self, part: &str) -> Result<(), (Why, usize)> {
        if part.trim().is_empty() {
            return Err((Why::Empty, 0));
        }
        if let Some(hit) = self.find(part) {
            return Err((Why::Word(hit.word), hit.at));
        }
        if let Some(at) = numbers::telephone(part) {
            return Err((Why::Number, at));
        }
        link(part).map_or(Ok(()), |at| Err((Why::Link, at)))
    }
}

const fn told(place: Place, why: Why) -> Telling {
    Telling { place, why }
}

fn place(text: &str, at: usize) -> Place {
    if at < PREVIEW {
        return Place::Preview;
    }
    let before = text.chars().take(at);
    Place::Line(1 + before.filter(|c| *c == '\n').count())
}

/// Where an address of a site or a mailbox begins. Two words joined by a point are taken for one.
fn link(text: &str) -> Option<usize> {
    let letters: Vec<char> = text.chars().collect();
    let run = |at: usize, step: fn(&[char], usize) -> bool| step(&letters, at);
    (0..letters.len()).find(|at| match letters[*at] {
        '@' => run(*at, joins),
        '.' => run(*at, joins) && run(*at, labels),
        ':' => letters[*at..].starts_with(&[':', '/', '/']),
        _ => false,
    })
}

/// Whether a letter stands directly on both sides.
fn joins(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    let beside = [before, letters.get(at + 1)];
    beside
        .iter()
        .all(|c| c.is_some_and(|c| c.is_alphanumeric()))
}

/// Whether both sides are words of two letters at least: `14.30` and `a.u.b.` are no site.
fn labels(letters: &[char], at: usize) -> bool {
    let long = |c: Option<&char>| c.is_some_and(|c| c.is_alphabetic());
    let before = at.checked_sub(2).and_then(|before| letters.get(before));
    before.is_some_and(|c| c.is_alphanumeric())
        && long(letters.get(at + 1))
        && long(letters.get(at + 2))
}
