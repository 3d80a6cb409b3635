//! A text as a reader sees it: letters without case, accents and disguise, each with its place in
//! what was typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands before a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Before {
    /// The letter before it belongs to the same word.
    Letter,
    /// A hyphen, a point, a line end: something that a word may be broken by.
    Break,
    /// A blank, or the start.
    Blank,
}

/// A letter that a reader sees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// The letter, the same for all that look alike.
    pub letter: char,
    /// Where it was typed, in characters.
    pub at: usize,
    /// What stands before it.
    pub before: Before,
}

/// Folds a text.
pub(super) fn fold(text: &str) -> Vec<Glyph> {
    let typed: Vec<char> = text.chars().collect();
    let mut seen: Vec<Glyph> = Vec::with_capacity(typed.len());
    let mut before = Before::Blank;
    for (at, c) in typed.iter().enumerate() {
        if is_unseen(*c) {
            continue;
        }
        let shown: Vec<char> = shown(*c, sign_in_word(&typed, at)).collect();
        if shown.is_empty() && !is_mark(*c) {
            before = before.max(gap(*c));
        }
        for letter in shown {
            seen.push(Glyph { letter, at, before });
            before = Before::Letter;
        }
    }
    without_disguise(&mut seen);
    seen
}

fn gap(c: char) -> Before {
    if c.is_whitespace() && !matches!(c, '\n' | '\r') {
        Before::Blank
    } else {
        Before::Break
    }
}

/// The letters a typed character shows; none for what is no letter.
fn shown(c: char, in_word: bool) -> impl Iterator<Item = char> {
    let sign = sign(c).filter(|_| in_word);
    let letters = c.nfkd().filter(|c| !is_combining_mark(*c));
    let letters = letters.flat_map(char::to_lowercase).flat_map(spelled);
    let letters = letters.filter(|c| c.is_alphanumeric() && *c != '\u{640}');
    sign.into_iter()
        .chain(letters.filter(move |_| sign.is_none()))
}

/// Signs that stand for a letter between letters.
const fn sign(c: char) -> Option<char> {
    match c {
        '@' => Some('a'),
        '$' => Some('s'),
        '€' => Some('e'),
        '!' | '|' => Some('l'),
        _ => None,
    }
}

fn sign_in_word(typed: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| typed.get(before));
    let beside = [before, typed.get(at + 1)];
    beside.iter().all(|c| c.is_some_and(|c| c.is_alphabetic()))
}

fn is_mark(c: char) -> bool {
    c.nfkd().all(is_combining_mark)
}

/// Characters that take no room: joiners, direction marks, soft hyphens, variation selectors.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that are written with two, and letters of a script that mean the same.
fn spelled(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ґ' => ('г', None),
        'ى' => ('ي', None),
        'ة' => ('ه', None),
        _ => (alike(c), None),
    };
    std::iter::once(first).chain(second)
}

/// One letter for all that look the same. `i`, `l` and `1` are one.
const fn alike(c: char) -> char {
    match c {
        'а' | 'α' | 'ɑ' | 'ᴀ' => 'a',
        'в' | 'ь' | 'β' | 'ʙ' => 'b',
        'с' | 'ᴄ' | 'ϲ' => 'c',
        'ԁ' | 'đ' | 'ð' | 'ᴅ' => 'd',
        'е' | 'ε' | 'є' | 'з' | 'ᴇ' => 'e',
        'ɡ' | 'ɢ' => 'g',
        'н' | 'һ' | 'ʜ' => 'h',
        'ј' | 'ᴊ' => 'j',
        'к' | 'κ' | 'ᴋ' => 'k',
        'i' | 'ı' | 'і' | 'ι' | 'ɪ' | 'ł' | 'ʟ' | 'ӏ' | 'ǀ' => 'l',
        'м' | 'μ' | 'ᴍ' => 'm',
        'п' | 'η' | 'ŋ' | 'ɴ' => 'n',
        'о' | 'ο' | 'ø' | 'ᴏ' => 'o',
        'р' | 'ρ' | 'ᴘ' => 'p',
        'ԛ' => 'q',
        'ʀ' => 'r',
        'ѕ' => 's',
        'т' | 'τ' | 'ᴛ' => 't',
        'ᴜ' => 'u',
        'ν' | 'ᴠ' => 'v',
        'ԝ' | 'ω' | 'ᴡ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'υ' | 'γ' | 'ʏ' => 'y',
        'ζ' | 'ᴢ' => 'z',
        _ => c,
    }
}

/// Digits that stand for letters: in a word that has letters, or alone between blanks.
fn without_disguise(seen: &mut [Glyph]) {
    let mut rest = seen;
    while !rest.is_empty() {
        let next = rest[1..].iter().position(|g| g.before != Before::Letter);
        let (word, after) = rest.split_at_mut(next.map_or(rest.len(), |next| next + 1));
        if word.len() == 1 || word.iter().any(|g| !g.letter.is_numeric()) {
            for glyph in word.iter_mut() {
                glyph.letter = digit(glyph.letter);
            }
        }
        rest = after;
    }
}

const fn digit(c: char) -> char {
    match c {
        '0' => 'o',
        '1' => 'l',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    }
}
