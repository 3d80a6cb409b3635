//! How far two words are apart: what it costs to write the one for the other.

/// The longest part of a word that is compared, in letters.
const LONGEST: usize = 32;

/// The mark of a figure among the letters of a word.
pub const FIGURES: u32 = 1 << 27;

/// Letters that are written for each other, by the first of each group. `g` and `h` come and go.
const GROUPS: [&[u8]; 7] = [b"iyj", b"cksqz", b"fvwuo", b"td", b"bp", b"mn", b"gh"];

/// Which groups of letters a word has: words with others need not be compared.
pub fn letters(text: &str) -> u32 {
    let mark = |byte: u8| {
        let group = GROUPS.iter().find(|group| group.contains(&byte));
        match group.map_or(byte, |group| group[0]) {
            b'g' => 0,
            letter @ b'a'..=b'z' => 1 << (letter - b'a'),
            b'0'..=b'9' => FIGURES,
            _ => 1 << 26,
        }
    };
    text.bytes().map(mark).fold(0, |all, one| all | one)
}

/// How near two texts are in thousandths; nothing when it is less than the least, which is seen from
/// letters that one of them has not got before anything is compared.
pub fn near(one: &str, other: &str, (mine, theirs, least): (u32, u32, u16)) -> u16 {
    let longest = one.len().max(other.len()).min(LONGEST);
    let most = longest * usize::from(1000_u16.saturating_sub(least)) / 100;
    let apart = one.len().abs_diff(other.len());
    let strange = (mine & !theirs)
        .count_ones()
        .max((theirs & !mine).count_ones());
    if longest == 0 || apart * 4 > most || strange as usize * 7 > most {
        return 0;
    }
    let cost = distance(one.as_bytes(), other.as_bytes(), most);
    let lost = cost.map_or(1000, |cost| usize::from(cost) * 100 / longest);
    1000 - u16::try_from(lost.min(1000)).unwrap_or(1000)
}

/// What the cheapest way from one text to the other costs, in tenths of a letter: letters left out,
/// put in, changed, or swapped with their neighbour (Damerau and Levenshtein, with costs). Nothing when
/// it is more than the most.
fn distance(one: &[u8], other: &[u8], most: usize) -> Option<u16> {
    let (one, other) = (
        &one[..one.len().min(LONGEST)],
        &other[..other.len().min(LONGEST)],
    );
    let mut rows = [[0_u16; LONGEST + 1]; 3];
    for at in 0..other.len() {
        rows[0][at + 1] = rows[0][at] + extra(other, at);
    }
    for i in 0..one.len() {
        let [before, last, now] = turned(&mut rows, i);
        now[0] = last[0] + extra(one, i);
        let mut cheapest = now[0];
        for j in 0..other.len() {
            let first = if i + j == 0 { FIRST } else { 2 };
            let changed = last[j] + changed(one[i], other[j]) * first / 2;
            let left = last[j + 1] + extra(one, i);
            let put = now[j] + extra(other, j);
            let mut best = changed.min(left).min(put);
            if i > 0 && j > 0 && one[i] == other[j - 1] && one[i - 1] == other[j] {
                best = best.min(before[j - 1] + 8);
            }
            now[j + 1] = best;
            cheapest = cheapest.min(best);
        }
        // Two letters that change places can still make up for the dearest letter.
        if usize::from(cheapest) > most + 10 {
            return None;
        }
    }
    Some(rows[one.len() % 3][other.len()])
}

/// What another first letter costs, in halves: a name is seldom written wrong where it begins.
const FIRST: u16 = 3;

type Row = [u16; LONGEST + 1];

/// The row before the last, the last, and the one to fill.
fn turned(rows: &mut [Row; 3], at: usize) -> [&mut Row; 3] {
    let [a, b, c] = rows;
    match at % 3 {
        0 => [c, a, b],
        1 => [a, b, c],
        _ => [b, c, a],
    }
}

/// A letter too many: less when it doubles its neighbour or is silent.
fn extra(text: &[u8], at: usize) -> u16 {
    let doubles = at > 0 && text[at] == text[at - 1];
    match text[at] {
        _ if doubles => 4,
        b'h' => 5,
        letter if vowel(letter) => 8,
        _ => 10,
    }
}

/// Another letter: less for one that sounds or is written much the same.
const fn changed(one: u8, other: u8) -> u16 {
    match (letter(one), letter(other)) {
        _ if one == other => 0,
        (Some(one), Some(other)) => CHANGED[one][other],
        _ => 10,
    }
}

const fn letter(byte: u8) -> Option<usize> {
    if byte.is_ascii_lowercase() {
        Some((byte - b'a') as usize)
    } else {
        None
    }
}

/// Whether a letter is a vowel.
pub const fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// What each letter for each other costs, reckoned once.
static CHANGED: [[u16; 26]; 26] = changes();

const fn changes() -> [[u16; 26]; 26] {
    let mut costs = [[10; 26]; 26];
    let mut one = 0;
    while one < 26 {
        let mut other = 0;
        while other < 26 {
            costs[one as usize][other as usize] = change(b'a' + one, b'a' + other);
            other += 1;
        }
        one += 1;
    }
    costs
}

const fn change(one: u8, other: u8) -> u16 {
    let mut at = 0;
    while at < GROUPS.len() {
        if has(GROUPS[at], one) && has(GROUPS[at], other) {
            return 4;
        }
        at += 1;
    }
    if vowel(one) && vowel(other) { 7 } else { 10 }
}

const fn has(group: &[u8], letter: u8) -> bool {
    let mut at = 0;
    while at < group.len() {
        if group[at] == letter {
            return true;
        }
        at += 1;
    }
    false
}
