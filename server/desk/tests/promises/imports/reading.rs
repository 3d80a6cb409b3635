//! What becomes of the rows of a file: all are there, what does not fit is told by line, nobody twice.

use desk::access::Actor;
use desk::imports::{
    self as files, Asked, IfKnown, ImportError, Plan, State, begin_file, sheet, step_file,
};
use desk::people;
use domain::import::{Column, Fault, Mapping};
use domain::role::Role;
use domain::{Pii, Unfit};

use super::super::presence::barred;
use super::{
    administrator, agree, all, everybody_opens, file, found, guessed, job, records, run, send,
    send_as,
};
use crate::on_both_engines;
use crate::support::ground::shell;
use crate::support::house::House;

on_both_engines! {
    read_in => a_file_that_was_sent_is_read_in_whole_on_sqlite,
        a_file_that_was_sent_is_read_in_whole_on_postgres;
    left_out => a_row_that_does_not_fit_is_told_with_its_line_on_sqlite,
        a_row_that_does_not_fit_is_told_with_its_line_on_postgres;
    twice => somebody_who_is_known_is_written_only_when_asked_on_sqlite,
        somebody_who_is_known_is_written_only_when_asked_on_postgres;
    kept_away => a_file_tells_nothing_of_somebody_who_is_kept_from_whoever_reads_it_on_sqlite,
        a_file_tells_nothing_of_somebody_who_is_kept_from_whoever_reads_it_on_postgres;
    refused => what_is_no_file_of_rows_leaves_nothing_on_sqlite,
        what_is_no_file_of_rows_leaves_nothing_on_postgres;
    resumed => the_same_file_on_the_server_goes_on_where_it_stopped_on_sqlite,
        the_same_file_on_the_server_goes_on_where_it_stopped_on_postgres;
}

/// Larger than one piece, so that rows lie across two.
async fn read_in(house: House) {
    let mut text = file(600);
    text.push_str(&"\r\n".repeat(250_000));
    text.push_str("Rosa;Laatste;;;\r\n");
    let sent = send(&house, text.as_bytes(), 70_000).await.unwrap();
    let actor = administrator(&house);
    let shown = files::show(&house.desk, &actor, sent).await.unwrap();
    let first = files::preview(&house.desk, &actor, &shown).await.unwrap();
    assert_eq!((first.len(), shown.head.cells.len()), (5, 5));
    assert_eq!(first[0].as_ref().unwrap()[1], "Verzonnen");
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    let run = run(&house, sent).await;
    assert_eq!(
        (run.state, run.written, run.bad, run.known),
        (State::Done, 601, 0, 0)
    );
    assert_eq!(records(&house).await, 601);
    assert_eq!(found(&house.desk, &house, "Rosa Laatste").await, 1);
    let left: i64 = crate::raw!(house.desk.db(), p =>
        sqlx::query_scalar("SELECT COUNT(*) FROM file_piece").fetch_one(p));
    assert_eq!(left, 0);
    everybody_opens(&house).await;
}

async fn left_out(house: House) {
    let text = "naam;geboren;telefoon\nAn;31-02-1990;12\n\"Jan;;\nRosa;12-03-1986;\nKim;;;\n";
    let sent = send(&house, text.as_bytes(), 10).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    let run = run(&house, sent).await;
    assert_eq!((run.written, run.bad), (1, 3));
    let bad = files::faults(&house.desk, &administrator(&house), sent)
        .await
        .unwrap();
    let told: Vec<(i64, &[Fault])> = bad.iter().map(|bad| (bad.line, &bad.faults[..])).collect();
    let unfit = [
        Fault::Cell(Column::Born, Unfit::NoSuchDay),
        Fault::Cell(Column::Phone, Unfit::NotAPhone),
    ];
    let expected: [(i64, &[Fault]); 3] = [
        (2, &unfit),
        (3, &[Fault::TornQuote]),
        (5, &[Fault::OtherCount]),
    ];
    assert_eq!(told, expected);
    assert_eq!(bad[0].text.reveal(), "An;31-02-1990;12");
}

async fn twice(house: House) {
    for (if_known, written, known) in [
        (IfKnown::Skip, 3, 0),
        (IfKnown::Skip, 0, 3),
        (IfKnown::Write, 3, 0),
    ] {
        let sent = send(&house, file(3).as_bytes(), 1000).await.unwrap();
        agree(&house, sent, if_known).await;
        all(&house).await;
        let run = run(&house, sent).await;
        assert_eq!((run.written, run.known, run.bad), (written, known, 0));
        assert_eq!(run.state, State::Done);
    }
    assert_eq!(records(&house).await, 6);
}

async fn kept_away(house: House) {
    let text = file(1);
    let first = send(&house, text.as_bytes(), 1000).await.unwrap();
    agree(&house, first, IfKnown::Skip).await;
    all(&house).await;
    let front = house.colleague(Role::Reception);
    let asked = Pii::new("Verzonnen".to_owned());
    let hits = people::find(&house.desk, &front, &asked).await.unwrap();
    let Actor::Staff(mut sam) = barred(&house, hits[0].record).await else {
        unreachable!("a colleague is one")
    };
    sam.role = Role::Administrator;
    let sam = Actor::Staff(sam);
    let probe = send_as(&house, &sam, (text.as_bytes(), 1000))
        .await
        .unwrap();
    agree(&house, probe, IfKnown::Skip).await;
    all(&house).await;
    let probed = run(&house, probe).await;
    assert_eq!((probed.written, probed.known), (1, 0), "as anybody else");
    let other = send(&house, text.as_bytes(), 1000).await.unwrap();
    let shown = files::show(&house.desk, &sam, other).await.unwrap();
    let rows = files::preview(&house.desk, &sam, &shown).await;
    assert!(matches!(rows, Err(ImportError::NotFound)));
    for (file, own) in [(probe, true), (other, false)] {
        assert_eq!(files::faults(&house.desk, &sam, file).await.is_ok(), own);
    }
}

async fn refused(house: House) {
    for bytes in [&b""[..], b"\n\n", b"\xFF\xFEn\0", b"pr\xE9nom;nom\nA;B\n"] {
        let sent = send(&house, bytes, 10).await;
        assert!(matches!(sent, Err(ImportError::NoSheet(_))));
    }
    let sent = send(&house, b"postcode\n9000\n", 10).await.unwrap();
    let actor = administrator(&house);
    let plan = Plan {
        mapping: Mapping::default(),
        if_known: IfKnown::Skip,
    };
    let started = files::start(&house.desk, &actor, (sent, 1), &plan).await;
    assert!(matches!(
        started,
        Err(ImportError::Columns(Unfit::NeedsOne))
    ));
    assert_eq!(files::list(&house.desk, &actor).await.unwrap().len(), 1);
    let front = house.colleague(Role::Reception);
    let denied = files::list(&house.desk, &front).await;
    assert!(matches!(denied, Err(ImportError::Forbidden(_))));
}

async fn resumed(house: House) {
    let text = file(600);
    let head = sheet::head(text.as_bytes(), true).unwrap();
    let plan = guessed(&head, IfKnown::Skip);
    let asked = Asked {
        bytes: text.as_bytes(),
        head: &head,
        plan: &plan,
    };
    let shell = shell(&house, house.centre);
    let first = begin_file(&house.desk, &shell, &asked).await.unwrap();
    step_file(&house.desk, &shell, &asked, first.id)
        .await
        .unwrap();
    // The job of the server leaves a file alone that only the command line has.
    assert!(!files::work(&house.desk, &job(&house)).await.unwrap());
    let again = begin_file(&house.desk, &shell, &asked).await.unwrap();
    assert_eq!((again.id, again.written), (first.id, 250));
    while step_file(&house.desk, &shell, &asked, first.id)
        .await
        .unwrap()
        .is_some()
    {}
    assert_eq!(records(&house).await, 600);
    everybody_opens(&house).await;
}
