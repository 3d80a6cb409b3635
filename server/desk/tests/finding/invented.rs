//! A generated house of people, and what somebody types who looks for one of them: with the errors of
//! a desk. The same every time.

use std::collections::HashSet;

use desk::index::{Entry, Index};
use domain::person::Identity;
use domain::text::Name;
use domain::{CentreId, Day, Pii, RecordId};
use uuid::Uuid;

/// Numbers that look like chance and are the same every time (Marsaglia 2003).
pub struct Dice(pub u64);

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

/// Somebody invented.
pub type Person = (String, Day);

/// So many people; no two have one name and one birth date.
pub fn house(dice: &mut Dice, many: usize) -> Vec<Person> {
    let (mut people, mut there) = (Vec::with_capacity(many), HashSet::new());
    while people.len() < many {
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
        let person = (name, day.unwrap());
        if there.insert(person.clone()) {
            people.push(person);
        }
    }
    people
}

/// An index that knows them; the record of each is her place.
pub fn learnt(people: &[Person]) -> (Index, CentreId) {
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
        index.learn(centre, &[entry]);
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

/// The ways in which somebody is typed, and of how many in a thousand the right one has to be among
/// the first ten of a house of 800.
pub const KINDS: [(&str, usize); 8] = [
    ("as written", 1000),
    ("swapped", 1000),
    ("joined", 1000),
    ("mistyped", 975),
    ("respelt", 975),
    ("respelt twice", 975),
    ("born", 1000),
    ("born swapped", 975),
];

/// Somebody the way she is typed.
pub fn typed(kind: &str, (name, born): &Person, dice: &mut Dice) -> String {
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
