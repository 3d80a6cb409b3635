//! A house with a mail server, a clock that is moved by hand, and somebody who sends.

use std::time::Duration;

use desk::access::{Actor, Permit, require};
use desk::mail::{Door, Letter, Limits, settings};
use desk::outbox::{self, OutboxError, Outgoing, send};
use desk::store::outbox::Shown;
use domain::centre::HostName;
use domain::mail::{LetterKind, LetterState, Login, Machine, MailServer, Security};
use domain::role::{Action, Role};
use domain::text::{Email, Name};
use domain::{Language, LetterId, Pii, RepeatKey, RequestId};

use crate::sink::Sink;
use crate::support::house::House;

/// A house that has a mail server.
pub struct Office {
    pub house: House,
    pub sink: Sink,
    pub door: Door,
}

/// An address somebody may have.
pub fn address(name: &str) -> Email {
    Email::parse(&format!("{name}@lezer.example")).unwrap()
}

/// The settings of a house that sends by this machine.
pub fn server(sink: &Sink) -> MailServer {
    MailServer {
        host: Machine::parse("localhost").unwrap(),
        port: sink.port,
        security: Security::Plain,
        login: Some(Login {
            user: "huis".to_owned(),
            password: "zeven witte zwanen".to_owned(),
        }),
        sender_name: Name::parse("Agenda").unwrap(),
        sender: Email::parse("bericht@agenda.example").unwrap(),
        shown_as: HostName::parse("agenda.example").unwrap(),
        notices: Some(address("beheer")),
    }
}

impl Office {
    /// A house that sends by a server of its own.
    pub async fn open(house: House) -> Self {
        let office = Self::bare(house).await;
        office.set(server(&office.sink)).await;
        office
    }

    /// The same before somebody has set the server.
    pub async fn bare(house: House) -> Self {
        Self {
            house,
            sink: Sink::plain().await,
            door: door(),
        }
    }

    /// Sets the mail server anew.
    pub async fn set(&self, server: MailServer) {
        let desk = &self.house.desk;
        let before = settings::show(desk, &self.manager()).await.unwrap();
        let rev = before.map_or(0, |before| before.rev);
        settings::save(desk, &self.manager(), Pii::new(server), rev)
            .await
            .unwrap();
    }

    /// Whoever looks after the house.
    pub fn manager(&self) -> Actor {
        self.house.colleague(Role::Administrator)
    }

    /// The sender of this process.
    pub fn job(&self) -> Actor {
        Actor::Job {
            name: "mail",
            centre: self.house.centre,
            request: RequestId::new(self.house.desk.ids()),
        }
    }

    /// Somebody who may write in the house's data.
    pub fn permit(&self) -> Permit {
        require(&self.manager(), Action::SetMail).unwrap()
    }

    /// Puts a trial letter in the outbox.
    pub async fn put(&self, name: &str) -> LetterId {
        let desk = &self.house.desk;
        let to = (Pii::new(address(name)), Language::Nl);
        let key = RepeatKey::new(desk.ids());
        outbox::try_out(desk, &self.manager(), to, key)
            .await
            .unwrap()
    }

    /// Puts a letter with its own cause and times in the outbox.
    pub async fn put_about(&self, about: uuid::Uuid, seconds: (i64, i64)) -> LetterId {
        let desk = &self.house.desk;
        let permit = self.permit();
        let mut tx = desk.begin(&permit).await.unwrap();
        let new = outgoing(
            about,
            (
                desk.now().plus_seconds(seconds.0),
                desk.now().plus_seconds(seconds.1),
            ),
        );
        let id = outbox::put(desk, &mut tx, &permit, new).await.unwrap();
        desk.settle(tx).await.unwrap();
        id
    }

    /// Sends what is due now; gives how many letters went.
    pub async fn round(&self) -> usize {
        self.try_round().await.unwrap()
    }

    pub async fn try_round(&self) -> Result<usize, OutboxError> {
        send::round(&self.house.desk, &self.job(), &self.door).await
    }

    /// Moves the clock.
    pub fn pass(&self, seconds: i64) {
        self.house.still.pass(seconds);
    }

    /// Where a letter is.
    pub async fn at(&self, id: LetterId) -> Shown {
        let desk = &self.house.desk;
        outbox::outcome(desk, &self.manager(), id, Duration::ZERO)
            .await
            .unwrap()
    }

    /// The state of a letter alone.
    pub async fn state(&self, id: LetterId) -> LetterState {
        self.at(id).await.state
    }
}

/// A letter about something, between two instants.
pub fn outgoing(about: uuid::Uuid, (from, until): (domain::Instant, domain::Instant)) -> Outgoing {
    Outgoing {
        kind: LetterKind::Trial,
        about,
        occasion: b"once".to_vec(),
        letter: Pii::new(Letter {
            to: address("rosa"),
            subject: "Uw afspraak".to_owned(),
            text: "Uw afspraak is morgen om 14.30 uur.".to_owned(),
        }),
        not_before: from,
        not_after: until,
    }
}

/// A door with little patience.
pub fn door() -> Door {
    Door::within(Limits {
        connect: Duration::from_secs(2),
        command: Duration::from_millis(400),
    })
}
