//! What a typed day is made of: figures, and the names of the months in any language of the screens.

/// The names of the months without accents, in Dutch, French, German and English, with the short
/// form that is no beginning of any.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["januari", "janvier", "januar", "january"],
    &["februari", "fevrier", "februar", "february"],
    &["maart", "mrt", "mars", "marz", "maerz", "march"],
    &["april", "avril"],
    &["mei", "mai", "may"],
    &["juni", "juin", "june"],
    &["juli", "juillet", "july"],
    &["augustus", "aout", "august"],
    &["september", "septembre"],
    &["oktober", "octobre", "october"],
    &["november", "novembre"],
    &["december", "decembre", "dezember"],
];

/// What stands between the parts of a day and says nothing: `1er mars`, `12th of March`.
const JOINS: [&str; 10] = ["er", "e", "ste", "de", "th", "st", "nd", "rd", "of", "van"];

/// A part of a typed day.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Figures: how many, and what they say.
    Figures(usize, u32),
    /// The name of a month, 1 to 12.
    Month(u32),
}

/// The figures and months in what was typed; nothing when there is anything else in it.
pub(super) fn parts(raw: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = raw.trim();
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let same = |c: char| {
            if digits {
                c.is_ascii_digit()
            } else {
                c.is_alphabetic()
            }
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end.max(first.len_utf8()));
        rest = after;
        match (digits, first.is_alphabetic()) {
            (true, _) if run.len() <= 8 => parts.push(Part::Figures(run.len(), run.parse().ok()?)),
            (false, true) if JOINS.contains(&run.to_lowercase().as_str()) => {}
            (false, true) => parts.push(Part::Month(month(run)?)),
            (false, false) if "-/., ".contains(first) => {}
            _ => return None,
        }
    }
    Some(parts)
}

/// The month that begins like this, when three letters or more say which.
fn month(typed: &str) -> Option<u32> {
    let bare: String = typed.to_lowercase().chars().map(without_accent).collect();
    let begins = |names: &&[&str]| names.iter().any(|name| name.starts_with(bare.as_str()));
    let mut meant = (1..).zip(MONTHS).filter(|(_, names)| begins(names));
    let (month, _) = meant.next().filter(|_| bare.len() >= 3)?;
    meant.next().is_none().then_some(month)
}

const fn without_accent(letter: char) -> char {
    match letter {
        'é' | 'è' => 'e',
        'û' => 'u',
        'ä' => 'a',
        other => other,
    }
}
