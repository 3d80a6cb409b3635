//! How often somebody is found again who is looked up the way people type: a generated house, and
//! lookups with the errors of a desk. The floors fail when finding gets worse.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

use desk::index::{Entry, Index};
use domain::person::Identity;
use domain::text::Name;
use domain::{CentreId, Day, Pii, RecordId};
use uuid::Uuid;

/// Numbers that look like chance and are the same every time (Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

const GIVEN: [&str; 40] = [
    "Fatima",
    "Céline",
    "Yousra",
    "Noémie",
    "Katrijn",
    "Marieke",
    "Aylin",
    "Zeynep",
    "Olena",
    "Khadija",
    "Sofie",
    "Élodie",
    "Griet",
    "Hatice",
    "Mohamed",
    "Jan",
    "Pieter",
    "Luc",
    "Mehmet",
    "Rachid",
    "Yasmina",
    "Lieve",
    "Nathalie",
    "Güler",
    "Amina",
    "Jean-Marc",
    "An",
    "Bo",
    "Nguyen",
    "Chaimae",
    "Wim",
    "Joke",
    "Véronique",
    "Sevda",
    "Ilham",
    "Tatjana",
    "Björn",
    "Karel",
    "Samira",
    "Dominique",
];
const STARTS: [&str; 24] = [
    "Jans", "Pee", "Ver", "Van den ", "De ", "Cools", "Claes", "Bou", "El ", "Yıl", "Öz", "Dela",
    "Le", "Ben ", "Wou", "Mer", "Hae", "Van ", "Sim", "Lam", "Gro", "Schoe", "Kay", "Ait ",
];
const ENDS: [&str; 20] = [
    "sens", "ters", "meulen", "bosch", "mulder", "maz", "türk", "court", "zaoui", "khatib", "moor",
    "beke", "grave", "stra", "haegen", "rier", "kens", "bert", "link", "dijk",
];

fn house(dice: &mut Dice) -> Vec<(String, Day)> {
    let mut people = Vec::new();
    while people.len() < 800 {
        let family = [
            dice.one(&STARTS),
            dice.one(&ENDS),
            dice.one(&["", "", "s", "e", "a"]),
        ];
        let name = format!("{} {}", dice.one(&GIVEN), family.concat());
        let (year, month) = (1940 + dice.roll(70), 1 + dice.roll(12));
        let day = Day::new(
            i32::try_from(year).unwrap(),
            u32::try_from(month).unwrap(),
            u32::try_from(1 + dice.roll(28)).unwrap(),
        );
        if people.iter().all(|(other, _)| *other != name) {
            people.push((name, day.unwrap()));
        }
    }
    people
}

fn learnt(people: &[(String, Day)]) -> (Index, CentreId) {
    let (index, centre) = (Index::default(), CentreId::from_uuid(Uuid::nil()));
    for (number, (name, born)) in (0_u128..).zip(people) {
        let identity = Identity {
            name: Name::parse(name).ok(),
            alias: None,
            declines_name: false,
            born: Some(*born),
            tongues: Vec::new(),
        };
        let entry = Entry {
            record: RecordId::from_uuid(Uuid::from_u128(number)),
            identity: Pii::new(identity),
            phone: None,
            email: None,
            visit_link: number.to_be_bytes(),
            denied_link: number.to_le_bytes(),
        };
        index.learn(centre, &entry);
    }
    (index, centre)
}

/// One letter left out, doubled, or in its neighbour's place.
fn mistyped(name: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(3) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

fn respelt(name: &str, dice: &mut Dice) -> String {
    let ways = [
        ("c", "k"),
        ("s", "z"),
        ("ij", "y"),
        ("i", "y"),
        ("ou", "oe"),
        ("f", "ph"),
        ("t", "th"),
    ];
    let fits: Vec<_> = ways
        .iter()
        .filter(|(from, _)| name.contains(from))
        .collect();
    match fits.len() {
        0 => name.to_owned(),
        count => {
            let (from, to) = fits[dice.roll(count)];
            name.replacen(from, to, 1)
        }
    }
}

fn swapped(name: &str) -> String {
    let (given, family) = name.split_once(' ').unwrap();
    format!("{family} {given}")
}

/// The same name the way somebody types it.
fn typed(kind: &str, (name, born): &(String, Day), dice: &mut Dice) -> String {
    let (given, family) = name.split_once(' ').unwrap();
    let (year, month, day) = born.parts();
    match kind {
        "swapped" => swapped(name),
        "joined" => format!("{given} {}", family.replace(' ', "")),
        "mistyped" => mistyped(name, dice),
        "respelt" => respelt(name, dice),
        "respelt twice" => respelt(&respelt(name, dice), dice),
        "born" => format!("{given} {day:02}-{month:02}-{year}"),
        "born swapped" => format!("{} {month:02}-{day:02}-{year}", mistyped(name, dice)),
        _ => name.to_uppercase(),
    }
}

/// Of how many in a thousand the right one is among the first ten.
fn found_in_ten(kind: &str) -> usize {
    let mut dice = Dice(42);
    let people = house(&mut dice);
    let (index, centre) = learnt(&people);
    let lookups = people.iter().enumerate().step_by(20);
    let among = lookups.clone().filter(|(number, person)| {
        let hits = index.find(centre, &typed(kind, person, &mut dice), |_| true);
        let is = |record: RecordId| record.uuid().as_u128() == *number as u128;
        hits.iter().take(10).any(|hit| is(hit.record))
    });
    among.count() * 1000 / lookups.count()
}

#[test]
fn whoever_is_looked_up_is_among_the_first_ten() {
    for (kind, floor) in [
        ("as written", 1000),
        ("swapped", 1000),
        ("joined", 1000),
        ("mistyped", 975),
        ("respelt", 975),
        ("respelt twice", 975),
        ("born", 1000),
        ("born swapped", 975),
    ] {
        let found = found_in_ten(kind);
        assert!(found >= floor, "{kind}: {found} of 1000");
    }
}

#[test]
fn nobody_stands_out_for_somebody_who_is_not_there() {
    let (index, centre) = learnt(&house(&mut Dice(7)));
    for typed in [
        "Wilhelmina Quist",
        "Aristide Fontanelle",
        "Xiomara 01-01-1901",
    ] {
        let hits = index.find(centre, typed, |_| true);
        assert!(!desk::index::stands_out(&hits), "{typed}");
    }
}
