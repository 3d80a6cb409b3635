//! Joining and taking back, in any order.

use proptest::prelude::*;

use super::*;

/// How many records there are.
const RECORDS: u8 = 7;

/// One thing somebody does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Say(Verdict),
    TakeBack,
}

fn deeds() -> impl Strategy<Value = Vec<(Couple<u8>, Deed)>> {
    let couple = (0..RECORDS, 0..RECORDS).prop_filter_map("two", |(a, b)| Couple::of(a, b));
    let deed = prop_oneof![
        4 => Just(Deed::Say(Verdict::Same)),
        1 => Just(Deed::Say(Verdict::Two)),
        2 => Just(Deed::TakeBack),
    ];
    prop::collection::vec((couple, deed), 0..40)
}

fn after(deeds: &[(Couple<u8>, Deed)]) -> Answers<u8> {
    let mut answers = Answers::default();
    for (couple, deed) in deeds {
        match deed {
            Deed::Say(verdict) => drop(answers.answer(*couple, *verdict)),
            Deed::TakeBack => drop(answers.take_back(*couple)),
        }
    }
    answers
}

fn people(answers: &Answers<u8>) -> Vec<Vec<u8>> {
    (0..RECORDS).map(|record| answers.person(record)).collect()
}

/// The same by hand: whoever is joined to one of them belongs to them, until nobody is added.
fn by_hand(answers: &Answers<u8>, record: u8) -> Vec<u8> {
    let mut found = BTreeSet::from([record]);
    loop {
        let before = found.len();
        for [one, other] in answers.joined().map(Couple::both) {
            if found.contains(&one) || found.contains(&other) {
                found.extend([one, other]);
            }
        }
        if found.len() == before {
            return found.into_iter().collect();
        }
    }
}

proptest! {
    #[test]
    fn joining_and_taking_back_is_the_identity(deeds in deeds(), a in 0..RECORDS, b in 0..RECORDS) {
        let before = after(&deeds);
        let couple = Couple::of(a, b);
        prop_assume!(couple.is_some());
        if let Some(couple) = couple {
            let mut now = before.clone();
            for verdict in [Verdict::Same, Verdict::Two] {
                if now.answer(couple, verdict).is_ok() {
                    prop_assert_eq!(now.take_back(couple), Some(verdict));
                }
                prop_assert_eq!(&now, &before);
                prop_assert_eq!(people(&now), people(&before));
            }
        }
    }

    #[test]
    fn taking_everything_back_in_any_order_leaves_nothing(deeds in deeds(), turn in 0..40_usize) {
        let mut answers = after(&deeds);
        let mut held: Vec<_> = answers.held.keys().copied().collect();
        let turns = turn % held.len().max(1);
        held.rotate_left(turns);
        for couple in held {
            answers.take_back(couple);
        }
        prop_assert_eq!(answers, Answers::default());
    }

    #[test]
    fn who_is_one_is_what_the_links_make_and_there_is_no_ring(deeds in deeds()) {
        let answers = after(&deeds);
        for record in 0..RECORDS {
            prop_assert_eq!(answers.person(record), by_hand(&answers, record));
            prop_assert_eq!(answers.canonical(record), answers.person(record)[0]);
        }
        let people: BTreeSet<u8> = (0..RECORDS).map(|one| answers.canonical(one)).collect();
        prop_assert_eq!(people.len() + answers.joined().count(), usize::from(RECORDS));
    }

    #[test]
    fn nobody_who_is_told_apart_is_one(deeds in deeds()) {
        let answers = after(&deeds);
        for (couple, verdict) in &answers.held {
            let [one, other] = couple.both().map(|record| answers.canonical(record));
            prop_assert_eq!(one == other, *verdict == Verdict::Same);
        }
    }
}

#[test]
fn what_was_said_is_taken_back_before_the_opposite_is_said() {
    let couple = |a, b| Couple::of(a, b).unwrap();
    let mut answers = Answers::default();
    assert_eq!(answers.answer(couple(1, 2), Verdict::Same), Ok(()));
    assert_eq!(answers.answer(couple(2, 3), Verdict::Same), Ok(()));
    let ring = answers.answer(couple(3, 1), Verdict::Same);
    assert_eq!(ring, Err(Refusal::AlreadyOne));
    assert_eq!(answers.answer(couple(1, 4), Verdict::Two), Ok(()));
    let across = answers.answer(couple(3, 4), Verdict::Same);
    assert_eq!(across, Err(Refusal::SaidTwo));
    assert_eq!(answers.take_back(couple(1, 4)), Some(Verdict::Two));
    assert_eq!(answers.answer(couple(3, 4), Verdict::Same), Ok(()));
    assert_eq!(answers.person(1), [1, 2, 3, 4]);
    answers.forget(2);
    assert_eq!(
        (answers.person(1), answers.person(4)),
        (vec![1], vec![3, 4])
    );
}

#[test]
fn a_record_is_no_couple_with_itself() {
    assert_eq!(Couple::of(3, 3), None);
    assert_eq!(Couple::of(3, 1), Couple::of(1, 3));
}

#[test]
fn another_reason_is_explained() {
    let note = || Note::parse("Zij liet het ons zien.").ok();
    let missing = |basis, note| Why::for_joining(basis, note).err();
    assert_eq!(missing(None, note()), Some(("basis", Unfit::Missing)));
    assert_eq!(
        missing(Some(Basis::Other), None),
        Some(("note", Unfit::Missing))
    );
    assert_eq!(
        missing(Some(Basis::Registering), None),
        Some(("basis", Unfit::Missing))
    );
    assert_eq!(missing(Some(Basis::Papers), None), None);
    assert_eq!(missing(Some(Basis::Other), note()), None);
}
