//! Files of people: taken in sealed, read in batches of which each is whole or not there at all, and
//! what is left out told by line.

use std::fmt::Write as _;

use desk::access::Actor;
use desk::imports::{self as files, IfKnown, ImportError, Plan, Run, Sent, sheet};
use desk::{Desk, people};
use domain::import::Mapping;
use domain::role::Role;
use domain::{ImportId, Pii, RequestId};

use crate::support::house::House;

mod reading;
mod rows;
mod stopping;

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
    send_as(house, &administrator(house), (bytes, part)).await
}

/// The same by this colleague.
pub async fn send_as(
    house: &House,
    actor: &Actor,
    (bytes, part): (&[u8], usize),
) -> Result<ImportId, ImportError> {
    let mut sending = files::begin(&house.desk, actor).await?;
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

/// After a start everybody is found and shown: no key lacks its wrap.
pub async fn everybody_opens(house: &House) {
    let fresh = house.another([9; 16]).await;
    let count = people::rebuild_index(&fresh, &job(house)).await.unwrap();
    assert_eq!(i64::try_from(count).unwrap(), records(house).await);
}
