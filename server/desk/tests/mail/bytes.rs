//! Every byte that leaves the house: the head and the text of every letter in every language, and
//! every command of its connection.

use desk::mail::Letter;
use desk::mail::letter::Pen;
use desk::mail::texts::Message;
use desk::outbox::{self, OutboxError};
use domain::Instant;
use domain::Language;
use domain::mail::{Fault, MailServer};
use domain::neutral::Lexicon;
use domain::text::Name;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::office::{Office, address, outgoing, server};
use crate::on_both_engines;
use crate::sink::Sink;
use crate::support::house::House;

on_both_engines! {
    on_the_wire => no_byte_on_the_wire_says_what_it_is_about_on_sqlite,
        no_byte_on_the_wire_says_what_it_is_about_on_postgres;
    refused => a_letter_that_says_too_much_is_not_put_in_on_sqlite,
        a_letter_that_says_too_much_is_not_put_in_on_postgres;
    renamed => a_letter_that_has_come_to_say_too_much_is_not_sent_on_sqlite,
        a_letter_that_has_come_to_say_too_much_is_not_sent_on_postgres;
}

/// The headers a letter may have.
const HEADERS: [&str; 9] = [
    "Auto-Submitted",
    "Content-Transfer-Encoding",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
];

fn lexicon() -> Lexicon {
    Lexicon::built_in().with_names(["De Linde"])
}

fn heads(bytes: &str) -> Vec<&str> {
    let head = bytes.split("\r\n\r\n").next().unwrap_or_default();
    let lines = head.split("\r\n").filter(|line| !line.starts_with(' '));
    lines.filter_map(|line| line.split(':').next()).collect()
}

fn says_nothing(bytes: &str) {
    assert_eq!(lexicon().find(bytes), None, "{bytes}");
    let joined = bytes.replace("=\r\n", "");
    assert_eq!(lexicon().find(&joined), None, "{joined}");
    for head in heads(bytes) {
        assert!(HEADERS.contains(&head), "{head}");
    }
    for forbidden in [
        "http",
        "boundary",
        "multipart",
        "text/html",
        "text/calendar",
        "X-",
        "List-",
    ] {
        assert!(!bytes.contains(forbidden), "{forbidden} in {bytes}");
    }
    assert!(bytes.is_ascii(), "{bytes}");
}

fn pen<'a>(server: &'a MailServer, lexicon: &'a Lexicon) -> Pen<'a> {
    Pen {
        server,
        lexicon,
        number: [9; 16],
        now: Instant::from_unix(1_773_133_200),
    }
}

#[tokio::test]
async fn every_message_in_every_language_says_nothing() {
    let (server, lexicon) = (server(&Sink::plain().await), lexicon());
    for message in Message::ALL {
        for language in Language::ALL {
            let (subject, text) = message.written(language);
            assert!(
                !subject.is_empty() && text.lines().all(|line| line.len() < 100),
                "{message:?}"
            );
            let letter = Letter {
                to: address("rosa"),
                subject: subject.to_owned(),
                text: text.to_owned(),
            };
            let ready = pen(&server, &lexicon).write(&letter).unwrap();
            says_nothing(std::str::from_utf8(ready.bytes()).unwrap());
            let preview: String = text.chars().take(40).collect();
            assert!(!preview.chars().any(char::is_numeric), "{preview}");
        }
    }
}

#[tokio::test]
async fn the_same_letter_is_written_with_the_same_bytes() {
    let (server, lexicon) = (server(&Sink::plain().await), lexicon());
    let letter = outgoing(Uuid::nil(), (Instant::from_unix(0), Instant::from_unix(9))).letter;
    let write = || {
        pen(&server, &lexicon)
            .write(letter.reveal())
            .unwrap()
            .bytes()
            .to_vec()
    };
    assert_eq!(write(), write());
    let text = String::from_utf8(write()).unwrap();
    assert!(
        text.contains("Message-ID: <bnbnbnbnbnbnbnbnbnbnbnbnbnbnbnbn@agenda.example>"),
        "{text}"
    );
    assert!(
        text.contains("Date: Tue, 10 Mar 2026 09:00:00 +0000"),
        "{text}"
    );
    assert!(
        text.contains("Content-Type: text/plain; charset=utf-8"),
        "{text}"
    );
}

#[tokio::test]
async fn a_sender_or_host_that_says_too_much_writes_nothing() {
    let (calm, lexicon) = (server(&Sink::plain().await), lexicon());
    let letter = outgoing(Uuid::nil(), (Instant::from_unix(0), Instant::from_unix(9))).letter;
    let host = |name| domain::mail::Machine::parse(name).unwrap();
    let telling = [
        MailServer {
            sender_name: Name::parse("De Linde").unwrap(),
            ..calm.clone()
        },
        MailServer {
            sender: address("slachtofferhulp"),
            ..calm.clone()
        },
        MailServer {
            shown_as: domain::centre::HostName::parse("mail.veiligthuis.example").unwrap(),
            ..calm.clone()
        },
        MailServer {
            host: host("smtp.caw.example"),
            ..calm.clone()
        },
    ];
    for server in telling {
        let written = pen(&server, &lexicon).write(letter.reveal());
        assert_eq!(written.err(), Some(Fault::Telling));
    }
    assert!(pen(&calm, &lexicon).write(letter.reveal()).is_ok());
}

/// A number is made by chance, and a letter must never be held back for what its number spells.
#[tokio::test]
async fn no_number_of_a_letter_spells_a_word() {
    let (server, lexicon) = (server(&Sink::plain().await), lexicon());
    let letter = outgoing(Uuid::nil(), (Instant::from_unix(0), Instant::from_unix(9))).letter;
    for seed in 0..200_u64 {
        let number = Sha256::digest(seed.to_be_bytes())[..16].try_into().unwrap();
        let now = Instant::from_unix(1_773_133_200 + i64::try_from(seed).unwrap() * 7_919);
        let pen = Pen {
            number,
            now,
            ..pen(&server, &lexicon)
        };
        assert!(pen.write(letter.reveal()).is_ok(), "{seed}");
    }
}

/// A reader may work where she likes: her own address is no reason not to write to her.
#[tokio::test]
async fn the_address_of_the_reader_is_her_own_affair() {
    let (server, lexicon) = (server(&Sink::plain().await), lexicon());
    let letter = Letter {
        to: address("agent.politie"),
        subject: "Bericht".to_owned(),
        text: "Tot dan.".to_owned(),
    };
    assert!(pen(&server, &lexicon).write(&letter).is_ok());
    for unwritable in ["rosa é@lezer.example", "a b@lezer.example"] {
        let parsed = domain::text::Email::parse(unwritable);
        let letter = parsed.map(|to| Letter {
            to,
            ..letter.clone()
        });
        assert!(letter.map_or(true, |letter| {
            pen(&server, &lexicon).write(&letter).is_err()
        }));
    }
}

async fn on_the_wire(house: House) {
    let office = Office::open(house).await;
    office.put("rosa").await;
    office.put_about(Uuid::from_u128(7), (0, 3_600)).await;
    assert_eq!(office.round().await, 2);
    for kept in office.sink.kept() {
        says_nothing(&kept.bytes);
        let said = kept.said.join("\n");
        assert_eq!(lexicon().find(&said), None, "{said}");
        assert_eq!(kept.said[0], "EHLO agenda.example");
        assert!(
            said.contains("MAIL FROM:<bericht@agenda.example>"),
            "{said}"
        );
    }
}

async fn refused(house: House) {
    let office = Office::open(house).await;
    let (desk, permit) = (&office.house.desk, office.permit());
    for text in [
        "Kom naar De Linde.",
        "Uw hulpverlener wacht.",
        "Bel 0470 12 34 56.",
        "Kijk op linde.be",
        "",
    ] {
        let mut tx = desk.begin(&permit).await.unwrap();
        let mut new = outgoing(
            Uuid::from_u128(7),
            (desk.now(), desk.now().plus_seconds(60)),
        );
        new.letter = new.letter.map(|letter| Letter {
            text: text.to_owned(),
            ..letter
        });
        let put = outbox::put(desk, &mut tx, &permit, new).await;
        assert!(matches!(put, Err(OutboxError::Telling)), "{text}");
    }
}

/// The house got a name that stood harmlessly in a letter that already waited.
async fn renamed(house: House) {
    let office = Office::open(house).await;
    let id = office.put_about(Uuid::from_u128(7), (0, 3_600)).await;
    crate::changed!(office.house.desk.db(), p =>
        sqlx::query("UPDATE centre SET name = 'Afspraak'").execute(p));
    assert_eq!(office.round().await, 0);
    assert_eq!(office.at(id).await.fault, Some(Fault::Telling));
    assert!(office.sink.kept().is_empty() && office.sink.connections() == 0);
}
