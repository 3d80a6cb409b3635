//! Whoever was let in by one another is one, however long the chain; strangers are two.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const DAY: i64 = SETTLED_AFTER;

fn who(number: u8) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number.into()))
}

fn at(seconds: i64) -> Instant {
    Instant::from_unix(1_773_133_200 + seconds)
}

fn joined(of: u8, by: u8, seconds: i64) -> Vouch {
    Vouch {
        of: who(of),
        proofs: Proofs::First,
        by: who(by),
        with: None,
        at: at(seconds),
    }
}

fn replaced(of: u8, (by, with): (u8, u8), seconds: i64) -> Vouch {
    Vouch {
        proofs: Proofs::Replaced,
        with: Some(who(with)),
        ..joined(of, by, seconds)
    }
}

fn pair(by: u8, asker: u8) -> Release {
    Release {
        by: who(by),
        asker: who(asker),
        about: None,
    }
}

fn long_after(release: Release, vouches: &[Vouch]) -> Result<(), Dependent> {
    release.independent(vouches, at(100 * DAY))
}

#[test]
fn whoever_was_let_in_by_the_one_who_asks_is_no_second_person() {
    let vouches = [joined(2, 1, 0), joined(3, 2, 0), joined(4, 1, 0)];
    for (by, asker) in [(2, 1), (1, 2), (3, 1), (1, 3), (3, 2), (1, 1)] {
        let refused = long_after(pair(by, asker), &vouches);
        assert_eq!(refused, Err(Dependent::Vouched), "{by} for {asker}");
    }
    for (by, asker) in [(4, 2), (2, 4), (4, 3), (9, 1), (1, 9)] {
        assert_eq!(long_after(pair(by, asker), &vouches), Ok(()));
    }
}

#[test]
fn a_day_passes_before_a_newcomer_releases() {
    let vouches = [joined(2, 1, 0)];
    let release = |seconds| pair(2, 9).independent(&vouches, at(seconds));
    assert_eq!(release(-1), Err(Dependent::New), "the clock went back");
    assert_eq!(release(DAY - 1), Err(Dependent::New));
    assert_eq!(release(DAY), Ok(()));
    let replaced = [joined(2, 1, 0), replaced(2, (3, 4), DAY)];
    let release = pair(2, 9).independent(&replaced, at(2 * DAY - 1));
    assert_eq!(release, Err(Dependent::New));
}

#[test]
fn new_proofs_bind_to_both_who_replaced_them_and_free_from_nobody() {
    let vouches = [joined(2, 1, 0), replaced(2, (3, 4), 5)];
    for asker in [1, 3, 4] {
        let refused = long_after(pair(2, asker), &vouches);
        assert_eq!(refused, Err(Dependent::Vouched), "{asker}");
    }
    let later = [vouches[0], replaced(2, (5, 6), 7), vouches[1]];
    assert_eq!(long_after(pair(2, 3), &later), Ok(()));
    assert_eq!(long_after(pair(2, 1), &later), Err(Dependent::Vouched));
}

#[test]
fn whose_proofs_are_replaced_is_not_bound_to_who_releases() {
    let vouches = [joined(2, 1, 0)];
    let about = |by, about| Release {
        about: Some(who(about)),
        ..pair(by, 9)
    };
    for (by, whose) in [(1, 2), (2, 1), (3, 3)] {
        let refused = long_after(about(by, whose), &vouches);
        assert_eq!(refused, Err(Dependent::Vouched));
    }
    assert_eq!(long_after(about(3, 2), &vouches), Ok(()));
}

fn vouches() -> impl Strategy<Value = Vec<Vouch>> {
    let one = (0..8_u8, 0..8_u8, proptest::option::of(0..8_u8), 0..9_i64);
    let vouch = one.prop_map(|(of, by, with, days)| Vouch {
        proofs: with.map_or(Proofs::First, |_| Proofs::Replaced),
        with: with.map(who),
        ..joined(of, by, days * DAY)
    });
    proptest::collection::vec(vouch, 0..12)
}

proptest! {
    #[test]
    fn it_does_not_matter_who_of_two_asks(all in vouches(), one in 0..8_u8, other in 0..8_u8) {
        prop_assert_eq!(long_after(pair(one, other), &all), long_after(pair(other, one), &all));
    }

    #[test]
    fn nobody_releases_for_whoever_lets_her_in(mut all in vouches(), one in 0..8_u8, by in 0..8_u8) {
        all.retain(|vouch| vouch.of != who(one));
        all.push(joined(one, by, 0));
        prop_assert_eq!(long_after(pair(one, by), &all), Err(Dependent::Vouched));
    }

    #[test]
    fn nobody_along_a_chain_releases_for_another_one_of_it(
        length in 2..8_u8,
        one in 0..8_u8,
        other in 0..8_u8,
    ) {
        let (one, other) = (one % length, other % length);
        let all: Vec<_> = (1..length).map(|of| joined(of, of - 1, 0)).collect();
        prop_assert_eq!(long_after(pair(one, other), &all), Err(Dependent::Vouched));
    }
}
