//! What a search finds, and what it does not.

use domain::Day;
use domain::text::Name;
use uuid::Uuid;

use super::*;

fn known(name: &str, born: Option<Day>, phone: Option<&str>) -> (RecordId, Known) {
    let identity = Identity {
        name: Name::parse(name).ok(),
        alias: None,
        declines_name: false,
        born,
        tongues: vec![],
    };
    let id = RecordId::from_uuid(Uuid::from_u128(name.len() as u128));
    (
        id,
        Known::of(
            &Pii::new(identity),
            phone.map(|p| Pii::new(p.to_owned())).as_ref(),
        ),
    )
}

fn names(people: &[(RecordId, Known)], typed: &str) -> Vec<(String, Reason)> {
    let everybody = people.iter().map(|(id, known)| (id, known));
    let called = |hit: Hit| {
        let name = hit
            .identity
            .reveal()
            .name
            .as_ref()
            .map_or("", Name::as_str)
            .to_owned();
        (name, hit.reason)
    };
    best(everybody, typed, 20).into_iter().map(called).collect()
}

fn house() -> Vec<(RecordId, Known)> {
    let born = Day::new(1986, 3, 12).ok();
    vec![
        known("Fatma Yılmaz", born, Some("+32 470 12 34 56")),
        known("Fatima Yilmazer", None, None),
        known("Rosa Janssens", Day::new(1990, 1, 1).ok(), None),
    ]
}

#[test]
fn a_name_is_found_in_any_order_and_without_accents() {
    let found = names(&house(), "yilmaz fatma");
    assert_eq!(found[0], ("Fatma Yılmaz".to_owned(), Reason::SameName));
}

#[test]
fn a_name_with_its_birth_date_comes_first() {
    let found = names(&house(), "fatma yilmaz 12-03-1986");
    assert_eq!(
        found[0],
        ("Fatma Yılmaz".to_owned(), Reason::SameNameAndBirth)
    );
    assert_eq!(names(&house(), "12 3 1986").len(), 1);
}

#[test]
fn another_birth_date_shows_nobodys() {
    let people = house();
    let typed = |typed| {
        let hits = best(people.iter().map(|(id, known)| (id, known)), typed, 20);
        hits.iter().any(|hit| hit.birth.is_some())
    };
    assert!(typed("fatma 12-03-1986"));
    assert!(!typed("fatma 01-01-1950"));
}

#[test]
fn a_telephone_number_is_found_in_both_ways_of_writing() {
    for typed in ["0470 12 34 56", "+32470123456", "0032 470/12.34.56"] {
        assert_eq!(
            names(&house(), typed),
            [("Fatma Yılmaz".to_owned(), Reason::SamePhone)],
            "{typed}"
        );
    }
}

#[test]
fn the_start_of_a_name_finds_everybody_it_may_be() {
    assert_eq!(names(&house(), "fat").len(), 2);
    assert!(names(&house(), "f").is_empty());
    assert!(names(&house(), "Onbekend").is_empty());
}

#[test]
fn the_same_name_with_another_birth_date_is_somebody_else() {
    let people = house();
    let asked = |born| Identity {
        name: Name::parse("Yilmaz Fatma").ok(),
        alias: None,
        declines_name: false,
        born,
        tongues: vec![],
    };
    let count = |born| same(people.iter().map(|(id, known)| (id, known)), &asked(born)).len();
    assert_eq!(count(None), 1);
    assert_eq!(count(Day::new(1986, 3, 12).ok()), 1);
    assert_eq!(count(Day::new(1999, 3, 12).ok()), 0);
}

#[test]
fn a_part_of_the_birth_date_tells_namesakes_apart() {
    let people = [
        (1, Day::new(1986, 3, 12).ok()),
        (2, Day::new(1991, 7, 4).ok()),
    ];
    let people = people.map(|(id, born)| {
        let (_, known) = known("Fatma Yılmaz", born, None);
        (RecordId::from_uuid(Uuid::from_u128(id)), known)
    });
    let found = |typed| best(people.iter().map(|(id, known)| (id, known)), typed, 20);
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
        assert!(
            first.reason < other.reason && other.birth.is_none(),
            "{typed}"
        );
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
