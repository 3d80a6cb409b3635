//! What a search finds, and what it does not.

use domain::finding::{Dated, How};
use domain::text::Name;
use domain::{Day, Pii};
use uuid::Uuid;

use super::*;

fn entry(id: u128, name: &str, born: Option<Day>, phone: Option<&str>) -> Entry {
    let identity = Identity {
        name: Name::parse(name).ok(),
        alias: None,
        declines_name: false,
        born,
        tongues: vec![],
    };
    Entry {
        record: RecordId::from_uuid(Uuid::from_u128(id)),
        identity: Pii::new(identity),
        phone: phone.map(|phone| Pii::new(phone.to_owned())),
        email: phone.map(|_| Pii::new("Fatma@voorbeeld.be".to_owned())),
        visit_link: id.to_be_bytes(),
        denied_link: id.to_le_bytes(),
    }
}

fn people(all: &[Entry]) -> People {
    let mut people = People::default();
    for entry in all {
        people.learn(entry);
    }
    people
}

fn house() -> People {
    people(&[
        entry(
            1,
            "Fatma Yılmaz",
            Day::new(1986, 3, 12).ok(),
            Some("+32 470 12 34 56"),
        ),
        entry(2, "Fatima Yilmazer", None, None),
        entry(3, "Rosa Janssens", Day::new(1990, 1, 1).ok(), None),
        entry(4, "Ng Thi", None, None),
    ])
}

fn found(people: &People, typed: &str) -> Vec<(u128, Reason)> {
    let hits = looking::best(people, typed, |_| true);
    let hits = hits
        .into_iter()
        .map(|hit| (hit.record.uuid().as_u128(), hit.reason));
    hits.collect()
}

fn first(typed: &str) -> (u128, Option<How>, Option<Dated>) {
    let found = found(&house(), typed);
    let (id, reason) = found[0];
    (id, reason.name, reason.birth)
}

#[test]
fn a_name_is_found_in_any_order_and_without_accents() {
    assert_eq!(first("yilmaz fatma"), (1, Some(How::Same), None));
}

#[test]
fn a_respelt_name_and_a_swapped_date_are_found_and_said() {
    let swapped = Some(Dated::Swapped);
    assert_eq!(first("fatma yilmas"), (1, Some(How::Sounds), None));
    assert_eq!(
        first("fatma yilmaz 03-12-1986"),
        (1, Some(How::Same), swapped)
    );
    assert_eq!(
        first("fatma 12-03-1986"),
        (1, Some(How::Same), Some(Dated::Same))
    );
    assert_eq!(first("janssens r"), (3, Some(How::Initial), None));
    assert_eq!(first("ng"), (4, Some(How::Same), None));
}

#[test]
fn a_name_with_its_birth_date_comes_first() {
    let same = Some(Dated::Same);
    assert_eq!(first("fatma yilmaz 12-03-1986"), (1, Some(How::Same), same));
    assert_eq!(found(&house(), "12 3 1986").len(), 1);
}

#[test]
fn another_birth_date_shows_nobodys() {
    let house = house();
    let typed = |typed| {
        let hits = looking::best(&house, typed, |_| true);
        hits.iter().any(|hit| hit.birth.is_some())
    };
    assert!(typed("fatma 12-03-1986"));
    assert!(!typed("fatma 01-01-1950"));
}

#[test]
fn a_number_or_an_address_is_found_in_every_way_of_writing() {
    for typed in [
        "0470 12 34 56",
        "+32470123456",
        "0032 470/12.34.56",
        "fatma@VOORBEELD.be",
    ] {
        let found = found(&house(), typed);
        assert_eq!((found.len(), found[0].0), (1, 1), "{typed}");
    }
}

#[test]
fn the_start_of_a_name_finds_everybody_it_may_be() {
    assert_eq!(found(&house(), "fat").len(), 2);
    assert!(found(&house(), "f").is_empty());
    assert!(found(&house(), "Onbekend").is_empty());
}

#[test]
fn whom_one_must_not_see_is_not_found() {
    let hidden = looking::best(&house(), "fatma yilmaz", |record| {
        record.uuid().as_u128() != 1
    });
    assert!(hidden.iter().all(|hit| hit.record.uuid().as_u128() != 1));
}

#[test]
fn who_is_forgotten_is_not_found_nor_is_her_name() {
    let mut people = house();
    people.forget(RecordId::from_uuid(Uuid::from_u128(1)));
    assert!(found(&people, "0470 12 34 56").is_empty());
    assert!(
        people
            .vocabulary()
            .sharing(&["fatma".to_owned()])
            .is_empty()
    );
    people.learn(&entry(5, "Olena Koval", None, None));
    assert_eq!(found(&people, "olena koval")[0].0, 5);
    assert_eq!(people.visiting(&1_u128.to_be_bytes()), None);
}

#[test]
fn who_is_corrected_is_found_by_the_new_name_only() {
    let mut people = house();
    people.learn(&entry(3, "Roos Peeters", None, None));
    assert!(found(&people, "rosa janssens").is_empty());
    assert_eq!((found(&people, "roos peeters")[0].0, people.len()), (3, 4));
}

#[test]
fn the_same_name_with_another_birth_date_is_somebody_else() {
    let asked = |name, born| Identity {
        name: Name::parse(name).ok(),
        alias: None,
        declines_name: false,
        born,
        tongues: vec![],
    };
    let house = house();
    let count = |name, born| looking::same(&house, &asked(name, born), |_| true).len();
    assert_eq!(count("Yilmaz Fatma", None), 1);
    assert_eq!(count("Yilmaz Fatma", Day::new(1986, 3, 12).ok()), 1);
    assert_eq!(count("Yilmas Fatma", Day::new(1986, 12, 3).ok()), 1);
    assert_eq!(count("Yilmaz Fatma", Day::new(1999, 3, 12).ok()), 0);
    // A married name: the given name and the birth date are the same.
    assert_eq!(count("Rosa Peeters", Day::new(1990, 1, 1).ok()), 1);
    assert_eq!(count("Rosa Peeters", None), 0);
}

#[test]
fn a_part_of_the_birth_date_tells_namesakes_apart() {
    let people = people(&[
        entry(1, "Fatma Yılmaz", Day::new(1986, 3, 12).ok(), None),
        entry(2, "Fatma Yılmaz", Day::new(1991, 7, 4).ok(), None),
    ]);
    let found = |typed| looking::best(&people, typed, |_| true);
    assert!(found("fatma yilmaz").iter().all(|hit| hit.namesake));
    for (typed, shown) in [
        ("fatma yilmaz 1986", "1986"),
        ("1986 fatma yilmaz", "1986"),
        ("fatma yilmaz 12 3", "12-03-…"),
        ("fatma yilmaz 12 maart", "12-03-…"),
        ("fatma 12/3/86 yilmaz", "12-03-1986"),
    ] {
        let hits = found(typed);
        let (first, other) = (&hits[0], &hits[1]);
        let born = first.identity.reveal().born.unwrap();
        assert_eq!(first.birth.unwrap().shown(born), shown, "{typed}");
        assert!(first.rank > other.rank && other.birth.is_none(), "{typed}");
    }
    assert!(found("1986").is_empty() && found("12 3").is_empty());
}

#[test]
fn what_was_typed_comes_apart_into_a_birth_date_and_the_rest() {
    for (typed, birth, rest) in [
        (
            "fatma yilmaz 12-03-1986",
            Some("12-03-1986"),
            "fatma yilmaz",
        ),
        ("12 3 1986 fatma", Some("12 3 1986"), "fatma"),
        ("jan 12 maart 1990", Some("12 maart 1990"), "jan"),
        ("mei janssens 1990", Some("1990"), "mei janssens"),
        ("mei janssens", None, "mei janssens"),
    ] {
        let apart = taken_apart(typed);
        assert_eq!(
            (apart.0.as_deref(), apart.1.as_str()),
            (birth, rest),
            "{typed}"
        );
    }
}

#[test]
fn how_much_is_read_is_said_while_it_is_read_and_never_as_all_of_it() {
    let (index, centre) = (Index::default(), CentreId::from_uuid(Uuid::from_u128(1)));
    assert_eq!(index.read_so_far(), None);
    index.fill(true);
    assert_eq!(index.read_so_far(), None, "nobody is expected");
    index.expect(3);
    index.expect(1);
    assert_eq!(index.read_so_far(), Some(0));
    index.learn(centre, &[entry(1, "Fatma", None, None)]);
    assert_eq!(index.read_so_far(), Some(25));
    let others: Vec<Entry> = (2..9).map(|id| entry(id, "Rosa", None, None)).collect();
    index.learn(centre, &others);
    assert_eq!(index.read_so_far(), Some(99));
    index.fill(false);
    assert_eq!(index.read_so_far(), None);
}
