//! Everything a mail server can do to one letter.

use std::time::Duration;

use desk::outbox::{self, Verdict};
use domain::mail::{Fault, LetterState, Security};

use crate::office::{Office, server};
use crate::on_both_engines;
use crate::sink::{Sink, Speech, Wrong};
use crate::support::house::House;

on_both_engines! {
    taken => a_letter_that_is_taken_goes_once_on_sqlite, a_letter_that_is_taken_goes_once_on_postgres;
    passing => a_fault_that_passes_loses_nothing_on_sqlite, a_fault_that_passes_loses_nothing_on_postgres;
    refused => a_refused_letter_is_given_up_and_listed_on_sqlite,
        a_refused_letter_is_given_up_and_listed_on_postgres;
    unanswered => a_letter_nobody_answers_for_goes_twice_at_most_on_sqlite,
        a_letter_nobody_answers_for_goes_twice_at_most_on_postgres;
    of_server => a_server_that_does_not_work_is_no_letters_fault_on_sqlite,
        a_server_that_does_not_work_is_no_letters_fault_on_postgres;
    one_bad => one_refused_letter_holds_up_no_other_on_sqlite,
        one_refused_letter_holds_up_no_other_on_postgres;
}

async fn taken(house: House) {
    let office = Office::open(house).await;
    let id = office.put("rosa").await;
    assert_eq!(office.state(id).await, LetterState::Waiting);
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(id).await, LetterState::Sent);
    assert_eq!((office.round().await, office.sink.kept().len()), (0, 1));
    let kept = office.sink.kept().remove(0);
    assert!(
        kept.said
            .contains(&"RCPT TO:<rosa@lezer.example>".to_owned()),
        "{:?}",
        kept.said
    );
    assert_eq!(kept.header("To"), "rosa@lezer.example");
    let left: Option<Vec<u8>> = crate::raw!(office.house.desk.db(), p =>
        sqlx::query_scalar("SELECT sealed FROM outbox").fetch_one(p));
    assert_eq!(left, None, "what was sent is forgotten");
}

async fn passing(house: House) {
    let office = Office::open(house).await;
    for wrong in [
        Wrong::DropsBeforeData,
        Wrong::DropsInLetter,
        Wrong::Reader("451 later"),
        Wrong::Reader("450 busy mailbox"),
        Wrong::Data("452 no room"),
        Wrong::Letter("451 later"),
        Wrong::Sender("451 later"),
    ] {
        office.sink.script(&[wrong]);
        let (id, before) = (office.put("rosa").await, office.sink.kept().len());
        assert_eq!(office.round().await, 0, "{wrong:?}");
        assert_eq!(office.state(id).await, LetterState::Waiting, "{wrong:?}");
        assert_eq!(office.round().await, 0, "{wrong:?}: not at once");
        office.pass(61);
        assert_eq!(office.round().await, 1, "{wrong:?}");
        assert_eq!(office.state(id).await, LetterState::Sent, "{wrong:?}");
        assert_eq!(office.sink.kept().len(), before + 1, "{wrong:?}");
    }
}

async fn refused(house: House) {
    let office = Office::open(house).await;
    for wrong in [
        Wrong::Reader("550 nobody here"),
        Wrong::Data("554 no"),
        Wrong::Letter("550 no"),
    ] {
        office.sink.script(&[wrong]);
        let id = office.put("rosa").await;
        assert_eq!(office.round().await, 0);
        let shown = office.at(id).await;
        assert_eq!(
            (shown.state, shown.fault),
            (LetterState::GivenUp, Some(Fault::Refused))
        );
        office.pass(4_000);
        assert_eq!(
            office.round().await,
            0,
            "{wrong:?}: no server is asked again"
        );
        let overview = outbox::overview(&office.house.desk, &office.manager())
            .await
            .unwrap();
        assert_eq!(overview.given_up.last().unwrap().id, id);
    }
    decided(&office).await;
}

/// Whoever looks after the house tries one again and puts the others aside.
async fn decided(office: &Office) {
    let (desk, manager) = (&office.house.desk, office.manager());
    let all = outbox::overview(desk, &manager).await.unwrap().given_up;
    outbox::decide(desk, &manager, all[0].id, Verdict::Again)
        .await
        .unwrap();
    assert_eq!(office.round().await, 1);
    assert_eq!(office.state(all[0].id).await, LetterState::Sent);
    for letter in &all[1..] {
        outbox::decide(desk, &manager, letter.id, Verdict::Dismiss)
            .await
            .unwrap();
    }
    let left = outbox::overview(desk, &manager).await.unwrap().given_up;
    assert!(left.is_empty() && office.sink.kept().len() == 1);
    let twice = outbox::decide(desk, &manager, all[1].id, Verdict::Again).await;
    assert!(twice.is_err(), "what was put aside is gone");
}

async fn unanswered(house: House) {
    let office = Office::open(house).await;
    for wrong in [Wrong::DropsAfterLetter, Wrong::SilentAfterLetter] {
        let before = office.sink.kept().len();
        office.sink.always(Some(wrong));
        let id = office.put("rosa").await;
        for _ in 0..6 {
            office.round().await;
            office.pass(4_000);
        }
        let copies = office.sink.kept().split_off(before);
        assert_eq!(copies.len(), 2, "{wrong:?}");
        assert_eq!(
            copies[0].header("Message-ID"),
            copies[1].header("Message-ID")
        );
        let shown = office.at(id).await;
        assert_eq!(
            (shown.state, shown.fault),
            (LetterState::GivenUp, Some(Fault::Unanswered))
        );
    }
    office.sink.always(None);
    office.sink.script(&[Wrong::DropsAfterWord]);
    let (id, before) = (office.put("rosa").await, office.sink.kept().len());
    assert_eq!(office.round().await, 1, "the word was heard");
    assert_eq!(
        (office.state(id).await, office.sink.kept().len()),
        (LetterState::Sent, before + 1)
    );
}

async fn of_server(house: House) {
    let office = Office::open(house).await;
    for (wrong, fault) in [
        (Wrong::NoGreeting, Fault::Unreachable),
        (Wrong::Greeting("421 closing"), Fault::Busy),
        (Wrong::Greeting("554 not you"), Fault::Sender),
        (Wrong::Login("535 who"), Fault::Login),
        (Wrong::Login("454 later"), Fault::Busy),
        (Wrong::Sender("550 not you"), Fault::Sender),
        (Wrong::Reader("421 closing"), Fault::Busy),
        (Wrong::Letter("421 closing"), Fault::Busy),
        (Wrong::Silent, Fault::Silent),
        (Wrong::Slow(Duration::from_secs(3)), Fault::Silent),
    ] {
        office.sink.script(&[wrong]);
        let ids = [office.put("rosa").await, office.put("amina").await];
        let before = office.sink.connections();
        assert_eq!(office.round().await, 0, "{wrong:?}");
        assert_eq!(
            office.sink.connections(),
            before + 1,
            "{wrong:?}: one letter is enough to know"
        );
        for id in ids {
            let shown = office.at(id).await;
            assert_eq!(
                (shown.state, shown.tries),
                (LetterState::Waiting, 0),
                "{wrong:?} {shown:?}"
            );
        }
        let overview = outbox::overview(&office.house.desk, &office.manager())
            .await
            .unwrap();
        let health = overview.health.unwrap();
        assert_eq!(
            (health.fault, overview.queue),
            (Some(fault), 2),
            "{wrong:?}"
        );
        assert_eq!(health.down, Some(office.house.desk.now()));
        assert_eq!(office.round().await, 0, "it rests");
        office.pass(31);
        assert_eq!(
            office.round().await,
            2,
            "{wrong:?}: all go as soon as it works"
        );
        let since = outbox::standing_since(&office.house.desk, &office.manager()).await;
        assert_eq!(since.unwrap(), None);
    }
}

async fn one_bad(house: House) {
    let office = Office::open(house).await;
    let ids = [
        office.put("rosa").await,
        office.put("amina").await,
        office.put("jan").await,
    ];
    office
        .sink
        .script(&[Wrong::Reader("550 nobody"), Wrong::DropsBeforeData]);
    assert_eq!(office.round().await, 1);
    let mut states = Vec::new();
    for id in ids {
        states.push(office.state(id).await.code());
    }
    states.sort_unstable();
    assert_eq!(states, ["given_up", "sent", "waiting"]);
}

/// A protected way: only with a certificate for the name, from an authority that is trusted.
#[tokio::test]
async fn a_certificate_is_for_the_name_and_from_somebody_trusted() {
    for (speech, security) in [
        (Speech::Tls, Security::Tls),
        (Speech::StartTls, Security::StartTls),
    ] {
        for (certified, trusted, works) in [
            ("localhost", true, true),
            ("localhost", false, false),
            ("elders.example", true, false),
        ] {
            let mut office = Office::bare(House::on_sqlite().await).await;
            office.sink = Sink::start(speech, certified).await;
            let mut settings = server(&office.sink);
            settings.security = security;
            office.set(settings).await;
            if trusted {
                office.door = office
                    .door
                    .trusting(office.sink.authority.as_bytes())
                    .unwrap();
            }
            office.put("rosa").await;
            let case = format!("{speech:?} {certified} {trusted}");
            assert_eq!(office.round().await, usize::from(works), "{case}");
            let overview = outbox::overview(&office.house.desk, &office.manager())
                .await
                .unwrap();
            let fault = overview.health.and_then(|health| health.fault);
            assert_eq!(fault, (!works).then_some(Fault::Insecure), "{case}");
            assert_eq!(office.sink.kept().len(), usize::from(works), "{case}");
        }
    }
}

/// A server that offers no protection gets neither password nor letter; nor does one that speaks in
/// the clear where protection is set.
#[tokio::test]
async fn without_the_protection_that_is_set_nothing_is_said() {
    for security in [Security::StartTls, Security::Tls] {
        let office = Office::bare(House::on_sqlite().await).await;
        let mut settings = server(&office.sink);
        settings.security = security;
        office.set(settings).await;
        office.put("rosa").await;
        assert_eq!(office.round().await, 0);
        let overview = outbox::overview(&office.house.desk, &office.manager())
            .await
            .unwrap();
        let fault = overview.health.and_then(|health| health.fault);
        assert!(
            matches!(fault, Some(Fault::Insecure | Fault::Silent)),
            "{security:?} {fault:?}"
        );
        assert!(office.sink.kept().is_empty());
    }
}
