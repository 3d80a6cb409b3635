//! The steps of an erasure, the days of its answer, and reasons that speak of one case.

use proptest::prelude::*;

use super::*;

const FINE: Found = Found {
    same: true,
    asked: true,
    hindered: false,
};

fn user(number: u128) -> UserId {
    UserId::from_uuid(uuid::Uuid::from_u128(number))
}

fn at(days: i64) -> Instant {
    Instant::from_unix(1_773_133_200 + days * DAY)
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

fn noted() -> Standing {
    Standing {
        cause: Cause::Request,
        asked_on: day(2026, 3, 10),
        extended: false,
        ask: None,
        outcome: None,
    }
}

fn asked() -> Standing {
    let ask = Some(Ask {
        by: user(1),
        at: at(0),
    });
    Standing { ask, ..noted() }
}

#[test]
fn one_asks_and_another_releases_within_a_week() {
    assert_eq!(noted().may_ask(at(0), FINE), Ok(()));
    assert_eq!(
        noted().may_release(user(2), at(0), FINE),
        Err(Refusal::NotAsked)
    );
    assert_eq!(asked().may_ask(at(1), FINE), Err(Refusal::Asked));
    assert_eq!(
        asked().may_release(user(1), at(1), FINE),
        Err(Refusal::SamePerson)
    );
    assert_eq!(asked().may_release(user(2), at(1), FINE), Ok(()));
    assert_eq!(asked().stage(at(6)), Stage::Asked);
    assert_eq!(asked().stage(at(7)), Stage::Noted);
    assert_eq!(
        asked().may_release(user(2), at(7), FINE),
        Err(Refusal::NotAsked)
    );
    assert_eq!(asked().may_ask(at(7), FINE), Ok(()));
}

#[test]
fn a_duty_to_keep_wins_and_something_else_is_asked_again() {
    let hindered = Found {
        same: false,
        hindered: true,
        ..FINE
    };
    let changed = Found {
        same: false,
        ..FINE
    };
    let grown = Found {
        asked: false,
        ..FINE
    };
    assert_eq!(noted().may_ask(at(0), hindered), Err(Refusal::Hindered));
    assert_eq!(
        asked().may_release(user(2), at(1), hindered),
        Err(Refusal::Hindered)
    );
    assert_eq!(
        asked().may_release(user(2), at(1), changed),
        Err(Refusal::Changed)
    );
    assert_eq!(
        asked().may_release(user(2), at(1), grown),
        Err(Refusal::Changed)
    );
    assert_eq!(asked().may_ask(at(1), grown), Ok(()));
}

#[test]
fn what_has_ended_stays_so() {
    for outcome in Outcome::ALL {
        let over = Standing {
            outcome: Some(*outcome),
            ..asked()
        };
        assert_eq!(over.may_ask(at(1), FINE), Err(Refusal::Over));
        assert_eq!(over.may_release(user(2), at(1), FINE), Err(Refusal::Over));
        assert_eq!(over.may_extend(day(2026, 3, 11)), Err(Refusal::Over));
        assert_eq!(over.urgency(day(2030, 1, 1)), Urgency::Calm);
        assert_eq!(over.stage(at(1)).code(), outcome.code());
    }
}

#[test]
fn an_answer_takes_a_month_and_three_when_that_is_said_in_time() {
    let extended = Standing {
        extended: true,
        ..noted()
    };
    assert_eq!(noted().due(), Some(day(2026, 4, 10)));
    assert_eq!(extended.due(), Some(day(2026, 6, 10)));
    assert_eq!(noted().may_extend(day(2026, 4, 10)), Ok(()));
    assert_eq!(noted().may_extend(day(2026, 4, 11)), Err(Refusal::TooLate));
    assert_eq!(extended.may_extend(day(2026, 3, 11)), Err(Refusal::TooLate));
    for (today, urgency) in [
        (day(2026, 4, 2), Urgency::Calm),
        (day(2026, 4, 3), Urgency::Soon),
        (day(2026, 4, 10), Urgency::Soon),
        (day(2026, 4, 11), Urgency::Late),
    ] {
        assert_eq!(noted().urgency(today), urgency);
    }
    let proposal = Standing {
        cause: Cause::Retention,
        ..noted()
    };
    assert_eq!(proposal.due(), None);
    assert_eq!(proposal.may_extend(day(2026, 3, 11)), Err(Refusal::TooLate));
}

#[test]
fn a_month_that_has_no_such_day_ends_on_its_last() {
    for (from, until) in [
        ((2026, 1, 31), (2026, 2, 28)),
        ((2028, 1, 31), (2028, 2, 29)),
        ((2026, 8, 31), (2026, 9, 30)),
        ((2026, 12, 31), (2027, 1, 31)),
    ] {
        let asked_on = day(from.0, from.1, from.2);
        let due = Standing {
            asked_on,
            ..noted()
        }
        .due();
        assert_eq!(due, Some(day(until.0, until.1, until.2)));
    }
}

#[test]
fn a_reason_speaks_of_this_case() {
    let own = "De broer van betrokkene getuigt op 4 mei in de zaak waarvoor dit verslag nodig is.";
    assert_eq!(super::Reason::parse(own).unwrap().as_str(), own);
    assert_eq!(super::Reason::parse(""), Err(Unfit::Missing));
    assert_eq!(
        super::Reason::parse("Dat kan niet."),
        Err(Unfit::TooShort(40))
    );
    for general in [
        "Wij kunnen niet aan uw verzoek voldoen, op grond van de wet.",
        "Nous ne pouvons pas donner suite à votre demande : obligation légale.",
        "Wir können Ihrem Antrag nicht entsprechen. Der Antrag wird abgelehnt!",
        "WE CANNOT COMPLY with your request because of a legal obligation. Sorry.",
        "neen neen neen neen neen neen neen neen neen neen neen neen",
        "........................................................",
    ] {
        assert_eq!(
            super::Reason::parse(general),
            Err(Unfit::TooGeneral),
            "{general}"
        );
    }
}

proptest! {
    #[test]
    fn a_month_later_is_the_same_day_or_the_last_one(
        start in -20_000_i64..40_000, months in 0_u32..400,
    ) {
        let from = day(2000, 1, 1).plus_days(start);
        let to = from.plus_months(months);
        let ((year, month, number), (then, after, landed)) = (from.parts(), to.parts());
        let expected = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        prop_assert_eq!(i64::from(then) * 12 + i64::from(after) - 1, expected);
        prop_assert!(landed == number || (landed < number && to.plus_days(1).parts().2 == 1));
    }

    #[test]
    fn nobody_waits_longer_for_an_answer_than_the_calendar_allows(start in 0_i64..20_000) {
        let asked_on = day(2000, 1, 1).plus_days(start);
        let (short, long) = (
            Standing { asked_on, ..noted() }.due().unwrap(),
            Standing { asked_on, extended: true, ..noted() }.due().unwrap(),
        );
        prop_assert!(short >= asked_on.plus_days(28) && short <= asked_on.plus_days(31));
        prop_assert!(long >= asked_on.plus_days(89) && long <= asked_on.plus_days(92));
    }
}
