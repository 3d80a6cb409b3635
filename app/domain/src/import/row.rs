//! One row of a file of people, read by the same rules as the form of the desk. Everything that is
//! wrong with it is said at once.

use std::borrow::Cow;

use super::heads::folded;
use super::{Column, Fault, Mapping, plain};
use crate::person::{Channel, Identity, NewPerson, SafeContact};
use crate::text::{Email, Name, Phone, Remark};
use crate::{Day, Pii, Tongue, Unfit};

/// Words that mean yes.
const YES: [&str; 9] = ["yes", "ja", "oui", "x", "1", "true", "wahr", "vrai", "waar"];
/// Words that mean no.
const NO: [&str; 8] = ["", "no", "nee", "non", "nein", "0", "false", "faux"];

/// Words for the ways to reach somebody, beside our own codes.
const CHANNELS: [(Channel, &[&str]); 4] = [
    (
        Channel::Never,
        &[
            "", "no", "none", "nee", "niet", "nooit", "geen", "non", "jamais", "aucun", "nein",
            "nie", "kein",
        ],
    ),
    (
        Channel::Call,
        &[
            "phone",
            "telefoon",
            "bellen",
            "telephone",
            "appel",
            "appeler",
            "anruf",
            "anrufen",
            "telefon",
        ],
    ),
    (
        Channel::Message,
        &[
            "sms",
            "text",
            "bericht",
            "sms bericht",
            "texto",
            "nachricht",
        ],
    ),
    (Channel::Mail, &["email", "e mail", "courriel", "mailen"]),
];

/// The languages a desk meets most, by their names in four languages.
const TONGUES: [(&str, &[&str]); 14] = [
    (
        "nl",
        &[
            "nederlands",
            "vlaams",
            "neerlandais",
            "niederlandisch",
            "dutch",
            "flemish",
        ],
    ),
    ("fr", &["frans", "francais", "franzosisch", "french"]),
    ("de", &["duits", "allemand", "deutsch", "german"]),
    ("en", &["engels", "anglais", "englisch", "english"]),
    ("ar", &["arabisch", "arabe", "arabic"]),
    ("tr", &["turks", "turc", "turkisch", "turkish"]),
    ("uk", &["oekraiens", "ukrainien", "ukrainisch", "ukrainian"]),
    ("ru", &["russisch", "russe", "russian"]),
    ("pl", &["pools", "polonais", "polnisch", "polish"]),
    ("ro", &["roemeens", "roumain", "rumanisch", "romanian"]),
    ("es", &["spaans", "espagnol", "spanisch", "spanish"]),
    (
        "fa",
        &["perzisch", "farsi", "persan", "persisch", "persian"],
    ),
    ("ps", &["pasjtoe", "pashto", "pachto", "paschtu"]),
    ("so", &["somalisch", "somali", "somalier"]),
];

/// Reads a row.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(mapping: &Mapping, cells: &[&str], today: Day) -> Result<NewPerson, Vec<Fault>> {
    let mut row = Row {
        mapping,
        cells,
        faults: Vec::new(),
    };
    let (identity, contact) = (identity(&mut row, today), contact(&mut row));
    let named = Column::NAMING;
    let misnamed =
        |fault: &Fault| matches!(fault, Fault::Cell(column, _) if named.contains(column));
    if identity.clone().complete().is_err() && !row.faults.iter().any(misnamed) {
        row.refuse(Column::Name, Unfit::NeedsOne);
    }
    if !row.faults.is_empty() {
        return Err(row.faults);
    }
    Ok(NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(contact),
        someone_else: false,
    })
}

struct Row<'a> {
    mapping: &'a Mapping,
    cells: &'a [&'a str],
    faults: Vec<Fault>,
}

impl<'a> Row<'a> {
    /// What stands in a column, without the apostrophe before a formula.
    fn cell(&self, column: Column) -> Cow<'a, str> {
        let cell = self.mapping.place(column).and_then(|at| self.cells.get(at));
        cell.map_or(Cow::Borrowed(""), |cell| plain(cell.trim()))
    }

    fn refuse(&mut self, column: Column, unfit: Unfit) {
        self.faults.push(Fault::Cell(column, unfit));
    }

    fn read<T>(
        &mut self,
        column: Column,
        read: impl Fn(&str) -> Result<Option<T>, Unfit>,
    ) -> Option<T> {
        read(&self.cell(column)).unwrap_or_else(|unfit| {
            self.refuse(column, unfit);
            None
        })
    }
}

fn identity(row: &mut Row, today: Day) -> Identity {
    let name = name(row);
    let alias = row.read(Column::Alias, Name::optional);
    let born = row.read(Column::Born, |raw| Day::parse_birth(raw, today));
    let tongues = row.read(Column::Tongues, tongues).unwrap_or_default();
    let declines_name = row.read(Column::Unnamed, yes).is_some();
    Identity {
        // Nothing is kept of the name of somebody who would rather not say it.
        name: name.filter(|_| !declines_name),
        alias,
        declines_name,
        born,
        tongues,
    }
}

/// The whole name, or given and family name as one.
fn name(row: &mut Row) -> Option<Name> {
    let (given, family) = (row.cell(Column::Given), row.cell(Column::Family));
    if row.cell(Column::Name).is_empty() && !(given.is_empty() && family.is_empty()) {
        let whole = format!("{given} {family}");
        let blamed = if given.is_empty() {
            Column::Family
        } else {
            Column::Given
        };
        return row.read(blamed, |_| Name::optional(&whole));
    }
    row.read(Column::Name, Name::optional)
}

fn contact(row: &mut Row) -> SafeContact {
    let contact = SafeContact {
        channel: row.read(Column::Channel, channel).unwrap_or(Channel::Never),
        phone: row.read(Column::Phone, Phone::optional),
        email: row.read(Column::Email, Email::optional),
        when: row.read(Column::When, Remark::optional),
        never: row.read(Column::Never, Remark::optional),
        until: row.read(Column::Until, last_day),
    };
    let missing = match contact.missing() {
        Some("email") => Some(Column::Email),
        Some(_) => Some(Column::Phone),
        None => None,
    };
    if let Some(column) = missing
        && !row
            .faults
            .iter()
            .any(|fault| matches!(fault, Fault::Cell(c, _) if *c == column))
    {
        row.refuse(column, Unfit::Missing);
    }
    contact
}

/// A day that may be over: then the person is asked again.
fn last_day(raw: &str) -> Result<Option<Day>, Unfit> {
    match Day::parse(raw) {
        Err(Unfit::Missing) => Ok(None),
        read => read.map(Some),
    }
}

fn yes(raw: &str) -> Result<Option<()>, Unfit> {
    let word = folded(raw);
    if NO.contains(&word.as_str()) {
        return Ok(None);
    }
    let said = YES.contains(&word.as_str());
    said.then_some(Some(())).ok_or(Unfit::NotOffered)
}

fn channel(raw: &str) -> Result<Option<Channel>, Unfit> {
    let word = folded(raw);
    let known = CHANNELS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()));
    known.map_or_else(
        || Channel::parse(&word).map(Some),
        |(channel, _)| Ok(Some(*channel)),
    )
}

/// Several languages with anything between them.
fn tongues(raw: &str) -> Result<Option<Vec<Tongue>>, Unfit> {
    let words = folded(raw);
    let read: Result<Vec<Tongue>, Unfit> = words.split_whitespace().map(tongue).collect();
    read.map(Some)
}

fn tongue(word: &str) -> Result<Tongue, Unfit> {
    let named = TONGUES.iter().find(|(_, names)| names.contains(&word));
    Tongue::parse(named.map_or(word, |(code, _)| code)).map_err(|_| Unfit::NotATongue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::new(2026, 3, 10).unwrap()
    }

    fn row(heads: &[&str], cells: &[&str]) -> Result<NewPerson, Vec<Fault>> {
        read(
            &Mapping::guess(heads.iter().copied()).mapping,
            cells,
            today(),
        )
    }

    #[test]
    fn given_and_family_name_become_one() {
        let heads = ["voornaam", "achternaam", "geboortedatum", "talen"];
        let person = row(&heads, &["Rosa", "De Smet", "12-03-1986", "frans, Turks"])
            .ok()
            .unwrap();
        let who = person.identity.reveal();
        assert_eq!(who.name.as_ref().unwrap().as_str(), "Rosa De Smet");
        assert_eq!(who.born, Day::new(1986, 3, 12).ok());
        let codes: Vec<&str> = who.tongues.iter().map(Tongue::code).collect();
        assert_eq!(codes, ["fr", "tr"]);
        assert!(person.contact.reveal().channel == Channel::Never);
    }

    #[test]
    fn everything_that_is_wrong_with_a_row_is_said_at_once() {
        let heads = ["name", "born", "language", "phone", "contact", "email"];
        let long = "a".repeat(10_000);
        let faults = row(
            &heads,
            &[&long, "31-02-1990", "Klingon", "bel mij", "sms", "r@"],
        );
        let expected = [
            Fault::Cell(Column::Name, Unfit::TooLong(200)),
            Fault::Cell(Column::Born, Unfit::NoSuchDay),
            Fault::Cell(Column::Tongues, Unfit::NotATongue),
            Fault::Cell(Column::Phone, Unfit::NotAPhone),
            Fault::Cell(Column::Email, Unfit::NotAnEmail),
        ];
        assert_eq!(faults.err().unwrap(), expected);
    }

    #[test]
    fn a_row_that_names_nobody_is_refused_and_a_wish_to_stay_unnamed_is_kept() {
        let heads = ["name", "unnamed"];
        let nobody = row(&heads, &["", ""]).err().unwrap();
        assert_eq!(nobody, [Fault::Cell(Column::Name, Unfit::NeedsOne)]);
        let person = row(&heads, &["Rosa", "ja"]).ok().unwrap();
        assert!(person.identity.reveal().declines_name && person.identity.reveal().name.is_none());
    }

    #[test]
    fn a_call_needs_a_number() {
        let faults = row(&["name", "contact", "phone"], &["Rosa", "bellen", ""])
            .err()
            .unwrap();
        assert_eq!(faults, [Fault::Cell(Column::Phone, Unfit::Missing)]);
    }

    #[test]
    fn no_language_has_the_name_of_another() {
        for (code, names) in TONGUES {
            for name in names {
                assert_eq!(tongue(name).unwrap().code(), code, "{name}");
            }
        }
    }
}
