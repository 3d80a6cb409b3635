//! Files of people: taken in sealed, read in batches of which each is whole or not there at all, and
//! what is left out told by line.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use desk::access::{Actor, require};
use desk::audit::Trail;
use desk::imports::{
    self as files, Asked, IfKnown, ImportError, Plan, Run, Sent, Source, State, begin_file, sheet,
    step_file,
};
use desk::seal::{self, Interrupted, Step, Steps, Vault};
use desk::store::imports::faults::{self, Kept};
use desk::store::imports::{self, Advance, New, Whole};
use desk::store::{StoreError, pieces};
use desk::{Desk, Entropy, Parts, people};
use domain::id::Ids;
use domain::import::{Column, Fault, Mapping};
use domain::role::{Action, Role};
use domain::time::Clock;
use domain::{ImportId, Instant, Pii, RequestId, Secret, Unfit, UserId};
use sha2::{Digest, Sha256};

use crate::on_both_engines;
use crate::support::ground::{at, id, look, neighbour, shell, tx};
use crate::support::house::House;

on_both_engines! {
    kept => a_file_is_stored_as_it_was_told_on_sqlite, a_file_is_stored_as_it_was_told_on_postgres;
    moved => only_one_brings_a_file_further_on_sqlite, only_one_brings_a_file_further_on_postgres;
    swept => what_has_served_is_swept_on_sqlite, what_has_served_is_swept_on_postgres;
    read_in => a_file_that_was_sent_is_read_in_whole_on_sqlite,
        a_file_that_was_sent_is_read_in_whole_on_postgres;
    left_out => a_row_that_does_not_fit_is_told_with_its_line_on_sqlite,
        a_row_that_does_not_fit_is_told_with_its_line_on_postgres;
    twice => somebody_who_is_known_is_written_only_when_asked_on_sqlite,
        somebody_who_is_known_is_written_only_when_asked_on_postgres;
    stopped => a_file_stops_and_goes_on_on_sqlite, a_file_stops_and_goes_on_on_postgres;
    refused => what_is_no_file_of_rows_leaves_nothing_on_sqlite,
        what_is_no_file_of_rows_leaves_nothing_on_postgres;
    resumed => the_same_file_on_the_server_goes_on_where_it_stopped_on_sqlite,
        the_same_file_on_the_server_goes_on_where_it_stopped_on_postgres;
    followed => another_process_finds_who_was_read_in_on_sqlite,
        another_process_finds_who_was_read_in_on_postgres;
    killed => a_batch_stopped_between_any_two_steps_is_there_once_on_sqlite,
        a_batch_stopped_between_any_two_steps_is_there_once_on_postgres;
    apart => a_file_is_its_own_centres_on_sqlite, a_file_is_its_own_centres_on_postgres;
}

/// A file of so many people, of whom nobody is like another.
pub fn file(people: usize) -> String {
    let mut text = String::from("voornaam;achternaam;geboortedatum;taal;telefoon\r\n");
    for number in 0..people {
        let word = |mut number: usize| {
            let mut word = String::from("Qu");
            for _ in 0..4 {
                word.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
                number /= 26;
            }
            word
        };
        let day = 1 + number % 28;
        let name = word(number);
        writeln!(text, "{name};Verzonnen;{day:02}-03-1986;nl;04{number:08}\r").unwrap();
    }
    text
}

pub fn administrator(house: &House) -> Actor {
    house.colleague(Role::Administrator)
}

pub fn job(house: &House) -> Actor {
    Actor::Job {
        name: "import",
        centre: house.centre,
        request: RequestId::new(house.desk.ids()),
    }
}

pub fn guessed(head: &sheet::Head, if_known: IfKnown) -> Plan {
    let heads = head.cells.iter().map(String::as_str);
    Plan {
        mapping: Mapping::guess(heads).mapping,
        if_known,
    }
}

/// Sends a file in, in parts of any size.
pub async fn send(house: &House, bytes: &[u8], part: usize) -> Result<ImportId, ImportError> {
    let mut sending = files::begin(&house.desk, &administrator(house)).await?;
    for some in bytes.chunks(part) {
        files::keep(&house.desk, &mut sending, some).await?;
    }
    let Sent(id) = files::sent(&house.desk, sending).await?;
    Ok(id)
}

/// Says that the columns are what their heads say.
pub async fn agree(house: &House, id: ImportId, if_known: IfKnown) {
    let actor = administrator(house);
    let shown = files::show(&house.desk, &actor, id).await.unwrap();
    let plan = guessed(&shown.head, if_known);
    files::start(&house.desk, &actor, (id, shown.run.rev), &plan)
        .await
        .unwrap();
}

pub async fn all(house: &House) {
    while files::work(&house.desk, &job(house)).await.unwrap() {}
}

pub async fn run(house: &House, id: ImportId) -> Run {
    let shown = files::show(&house.desk, &administrator(house), id).await;
    shown.unwrap().run
}

async fn found(desk: &Desk, house: &House, name: &str) -> usize {
    let front = house.colleague(Role::Reception);
    let asked = Pii::new(name.to_owned());
    people::find(desk, &front, &asked).await.unwrap().len()
}

async fn records(house: &House) -> i64 {
    crate::raw!(house.desk.db(), p => sqlx::query_scalar("SELECT COUNT(*) FROM record").fetch_one(p))
}

fn new(number: u128, source: Source) -> New {
    New {
        id: ImportId::from_uuid(id(number)),
        by: UserId::from_uuid(id(9)),
        source,
        at: at(0),
    }
}

fn whole(number: u128) -> Whole {
    Whole {
        id: ImportId::from_uuid(id(number)),
        head: vec![1, 2],
        digest: [7; 32],
        size: 900,
        start: (20, 2),
        at: at(1),
    }
}

async fn asking(house: &House, number: u128) {
    let mut tx = tx(house).await;
    imports::add(&mut tx, &new(number, Source::Sent))
        .await
        .unwrap();
    imports::whole(&mut tx, &whole(number)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn kept(house: House) {
    let run = ImportId::from_uuid(id(1));
    asking(&house, 1).await;
    let stored = imports::one(&mut look(&house).await, run)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((stored.size, stored.position, stored.line), (900, 20, 2));
    assert_eq!(
        (stored.state, stored.by),
        (State::Asking, UserId::from_uuid(id(9)))
    );
    assert_eq!(
        (stored.since, stored.moved, stored.began),
        (at(0), at(1), None)
    );
    assert_eq!((stored.head, stored.plan), (Some(vec![1, 2]), None));
    let same = imports::unfinished(&mut look(&house).await, &[7; 32])
        .await
        .unwrap();
    assert_eq!(same.unwrap().id, run);
    assert!(
        imports::running(&mut look(&house).await)
            .await
            .unwrap()
            .is_none()
    );
    let mut tx = tx(&house).await;
    assert!(!imports::plan(&mut tx, (run, 2), &[3], at(2)).await.unwrap());
    assert!(imports::plan(&mut tx, (run, 1), &[3], at(2)).await.unwrap());
    tx.commit().await.unwrap();
    let running = imports::running(&mut look(&house).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (running.began, running.rev, running.plan),
        (Some(at(2)), 2, Some(vec![3]))
    );
    assert_eq!(
        imports::list(&mut look(&house).await).await.unwrap().len(),
        1
    );
}

fn advance(from: u64, state: State) -> Advance {
    Advance {
        id: ImportId::from_uuid(id(1)),
        from,
        position: from + 100,
        line: 5,
        written: 2,
        known: 1,
        bad: 1,
        at: at(3),
        state,
        ended: (state == State::Done).then(|| at(3)),
    }
}

async fn moved(house: House) {
    let run = ImportId::from_uuid(id(1));
    asking(&house, 1).await;
    let mut tx = tx(&house).await;
    assert!(
        !imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    imports::plan(&mut tx, (run, 1), &[3], at(2)).await.unwrap();
    assert!(
        imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    assert!(
        !imports::advance(&mut tx, &advance(20, State::Running))
            .await
            .unwrap()
    );
    let pause = (State::Running, State::Paused);
    assert!(!imports::end(&mut tx, (run, 2), at(4)).await.unwrap());
    assert!(
        imports::turn(&mut tx, (run, 2), pause, at(4))
            .await
            .unwrap()
    );
    assert!(
        !imports::turn(&mut tx, (run, 2), pause, at(4))
            .await
            .unwrap()
    );
    assert!(
        !imports::advance(&mut tx, &advance(120, State::Done))
            .await
            .unwrap()
    );
    assert!(
        imports::turn(&mut tx, (run, 3), (pause.1, pause.0), at(4))
            .await
            .unwrap()
    );
    assert!(
        imports::advance(&mut tx, &advance(120, State::Done))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    let run = imports::one(&mut look(&house).await, run)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((run.written, run.known, run.bad, run.rows()), (4, 2, 2, 8));
    assert_eq!(
        (run.position, run.state, run.ended),
        (220, State::Done, Some(at(3)))
    );
    assert_eq!(run.speed(), Some(0));
}

async fn swept(house: House) {
    let (run, file) = (ImportId::from_uuid(id(1)), id(2));
    let fault = |line: i64| Kept {
        id: id(100 + u128::try_from(line).unwrap()),
        line,
        sealed: vec![4, 5],
    };
    asking(&house, 1).await;
    let mut open = tx(&house).await;
    imports::add(&mut open, &new(2, Source::Sent))
        .await
        .unwrap();
    for place in 0..3 {
        let piece = pieces::Kept {
            id: id(50 + u128::try_from(place).unwrap()),
            place,
            sealed: vec![u8::try_from(place).unwrap()],
        };
        pieces::add(&mut open, file, &piece).await.unwrap();
    }
    for line in [3, 9] {
        faults::add(&mut open, run, &fault(line)).await.unwrap();
    }
    open.commit().await.unwrap();
    let mut again = tx(&house).await;
    let taken = faults::add(
        &mut again,
        run,
        &Kept {
            id: id(7),
            ..fault(3)
        },
    )
    .await;
    assert!(matches!(taken, Err(StoreError::Taken)));
    drop(again);
    let some = pieces::some(&mut look(&house).await, file, (1, 3))
        .await
        .unwrap();
    assert_eq!(
        some.iter().map(|piece| piece.place).collect::<Vec<_>>(),
        [1, 2]
    );
    let after = faults::some(&mut look(&house).await, run, 3).await.unwrap();
    assert_eq!(
        (after.len(), after[0].line, &after[0].sealed),
        (1, 9, &vec![4, 5])
    );
    let mut tx = tx(&house).await;
    assert!(imports::end(&mut tx, (run, 1), at(4)).await.unwrap());
    assert_eq!(faults::sweep(&mut tx, at(3)).await.unwrap(), 0);
    assert_eq!(faults::sweep(&mut tx, at(4)).await.unwrap(), 2);
    assert_eq!(
        imports::stuck(&mut tx, at(0)).await.unwrap(),
        [ImportId::from_uuid(id(2))]
    );
    assert_eq!(pieces::remove(&mut tx, file).await.unwrap(), 3);
    assert_eq!(imports::remove(&mut tx, run).await.unwrap(), 0);
    assert_eq!(
        imports::remove(&mut tx, ImportId::from_uuid(id(2)))
            .await
            .unwrap(),
        1
    );
    tx.commit().await.unwrap();
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

/// After a start everybody is found and shown: no key lacks its wrap.
pub async fn everybody_opens(house: &House) {
    let fresh = house.another([9; 16]).await;
    let count = people::rebuild_index(&fresh, &job(house)).await.unwrap();
    assert_eq!(i64::try_from(count).unwrap(), records(house).await);
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

async fn stopped(house: House) {
    let sent = send(&house, file(400).as_bytes(), 1000).await.unwrap();
    let same = send(&house, file(400).as_bytes(), 999).await;
    assert!(matches!(same, Err(ImportError::Underway(id)) if id == sent));
    agree(&house, sent, IfKnown::Skip).await;
    assert!(files::work(&house.desk, &job(&house)).await.unwrap());
    let actor = administrator(&house);
    let turn = |rev: i64, to: State| files::turn(&house.desk, &actor, (sent, rev), to);
    assert!(matches!(
        turn(1, State::Paused).await,
        Err(ImportError::Stale)
    ));
    turn(2, State::Paused).await.unwrap();
    assert!(!files::work(&house.desk, &job(&house)).await.unwrap());
    let run_now = run(&house, sent).await;
    assert_eq!((run_now.state, run_now.written), (State::Paused, 250));
    turn(3, State::Running).await.unwrap();
    all(&house).await;
    assert_eq!(run(&house, sent).await.written, 400);
    let other = send(&house, file(2).as_bytes(), 1000).await.unwrap();
    files::give_up(&house.desk, &actor, (other, 1))
        .await
        .unwrap();
    assert_eq!(run(&house, other).await.state, State::Done);
    assert_eq!(records(&house).await, 400);
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

async fn followed(house: House) {
    let other = house.another([8; 16]).await;
    let actor = job(&house);
    people::rebuild_index(&other, &actor).await.unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let following = other.clone();
    let follow = tokio::spawn(async move {
        desk::bus::follow(&following, async { drop(stopped.await) }).await;
    });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let sent = send(&house, file(300).as_bytes(), 1000).await.unwrap();
    agree(&house, sent, IfKnown::Skip).await;
    all(&house).await;
    for _ in 0..100 {
        if other.index().len(house.centre) == 300 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(other.index().len(house.centre), 300);
    stop.send(()).unwrap();
    follow.await.unwrap();
}

async fn apart(house: House) {
    let sent = send(&house, file(2).as_bytes(), 1000).await.unwrap();
    let (_, permit) = neighbour(&house).await;
    let mut look = house.desk.look(&permit).await.unwrap();
    assert!(imports::one(&mut look, sent).await.unwrap().is_none());
    let theirs = pieces::some(&mut look, sent.uuid(), (0, 9)).await.unwrap();
    assert!(theirs.is_empty());
    assert!(require(&house.colleague(Role::Coordinator), Action::ImportPeople).is_err());
}

/// Stops the work at one step.
struct StopAt(AtomicI64);

impl Steps for StopAt {
    fn passed(&self, _step: Step) -> Result<(), Interrupted> {
        match self.0.fetch_sub(1, Ordering::Relaxed) {
            1 => Err(Interrupted),
            _ => Ok(()),
        }
    }
}

/// The time of the house, and ids and random bytes that are not the house's.
struct Other(u8, AtomicI64);

impl Other {
    fn next(&self) -> [u8; 32] {
        let count = self.1.fetch_add(1, Ordering::Relaxed);
        let digest = Sha256::new_with_prefix([self.0]).chain_update(count.to_be_bytes());
        digest.finalize().into()
    }
}

impl Clock for Other {
    fn now(&self) -> Instant {
        at(0)
    }
}

impl Ids for Other {
    fn fresh(&self) -> [u8; 16] {
        self.next()[..16].try_into().unwrap()
    }
}

impl Entropy for Other {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            part.copy_from_slice(&self.next()[..part.len()]);
        }
    }
}

/// The desk of another process whose work on keys somebody can stop between two steps.
async fn stoppable(house: &House, number: u8, steps: Arc<dyn Steps>) -> Desk {
    let other = Arc::new(Other(number, AtomicI64::new(0)));
    let keys = house.desk.vault().keystore().clone();
    let vault = Vault::new(keys, other.clone(), other.clone()).with_steps(steps);
    vault.unseal(&Secret::new([7; 32])).await.unwrap();
    Desk::new(Parts {
        db: house.desk.db().clone(),
        vault,
        trail: Trail::new([100 + number; 16]),
        clock: other.clone(),
        ids: other.clone(),
        entropy: other,
    })
}

/// Stops the work at every step of a batch in turn; each time the file goes on as after a start, until
/// one time nothing stopped it.
async fn killed(house: House) {
    for stop in 1..=60 {
        let before = records(&house).await;
        let text = file(3).replace("Verzonnen", &format!("Verzonnen {stop}"));
        let sent = send(&house, text.as_bytes(), 1000).await.unwrap();
        agree(&house, sent, IfKnown::Skip).await;
        let steps = Arc::new(StopAt(AtomicI64::new(stop)));
        let other = stoppable(&house, u8::try_from(stop).unwrap(), steps.clone()).await;
        let outcome = files::work(&other, &job(&house)).await;
        let stopped = steps.0.load(Ordering::Relaxed) <= 0;
        assert_eq!(outcome.is_err(), stopped, "step {stop}");
        let permit = require(&job(&house), Action::Reconcile).unwrap();
        seal::reconcile(&house.desk, &permit).await.unwrap();
        all(&house).await;
        let run = run(&house, sent).await;
        assert_eq!(
            (run.state, run.written, run.known),
            (State::Done, 3, 0),
            "step {stop}"
        );
        assert_eq!(records(&house).await, before + 3, "step {stop}");
        everybody_opens(&house).await;
        if !stopped {
            // KeyMade and KeyWrapped, KeysStored, GrantWritten, WrapWritten, WrapsStored, once more.
            assert_eq!(stop, 6 * 2 + 1 + 6 + 6 + 1 + 1);
            return;
        }
    }
    panic!("the work was stopped every time");
}
