//! What these stories stand on: somebody the house knows, and a request to erase her.

use desk::access::Actor;
use desk::erasures::{self, ErasureError, Looked, Request, Shown};
use desk::people;
use desk::visits::{self, Seen};
use domain::person::{Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::text::{Name, Remark};
use domain::visit::{CheckIn, Facts, Purpose, VisitKind};
use domain::{Day, ErasureId, Pii, RecordId, RepeatKey, VisitId};

use crate::support::house::House;

pub const DAY: i64 = 24 * 60 * 60;

/// A house with two administrators, and somebody who asks to be erased.
pub struct Scene {
    pub house: House,
    pub one: Actor,
    pub other: Actor,
    pub front: Actor,
    pub person: RecordId,
    pub id: ErasureId,
}

pub fn named(name: &str) -> Identity {
    Identity {
        name: Some(Name::parse(name).unwrap()),
        alias: None,
        declines_name: false,
        born: None,
        tongues: vec![],
    }
}

pub async fn register(house: &House, name: &str) -> RecordId {
    let new = NewPerson {
        identity: Pii::new(named(name)),
        contact: Pii::new(SafeContact::silence()),
        someone_else: true,
    };
    let front = house.colleague(Role::Reception);
    let key = RepeatKey::new(house.desk.ids());
    people::register(&house.desk, &front, new, key)
        .await
        .unwrap()
}

pub async fn note(house: &House, person: RecordId) -> Result<ErasureId, ErasureError> {
    let request = Request {
        record: person,
        asker: Pii::new(Some(Name::parse("Mr. Verzonnen, advocaat").unwrap())),
        asked_on: Day::new(2026, 3, 9).unwrap(),
    };
    let front = house.colleague(Role::Reception);
    let key = RepeatKey::new(house.desk.ids());
    erasures::note(&house.desk, &front, request, key).await
}

impl Scene {
    pub async fn of(house: House) -> Self {
        let person = register(&house, "Rosa Verzonnen").await;
        register(&house, "Iemand Anders").await;
        let id = note(&house, person).await.unwrap();
        Self {
            one: house.colleague(Role::Administrator),
            other: house.colleague(Role::Coordinator),
            front: house.colleague(Role::Reception),
            person,
            id,
            house,
        }
    }

    /// What a colleague sees of it.
    pub async fn shown(&self) -> Shown {
        let reader = &self.other;
        erasures::show(&self.house.desk, reader, self.id)
            .await
            .unwrap()
    }

    /// It as a colleague looks at it now.
    pub async fn looked(&self) -> Looked {
        let shown = self.shown().await;
        Looked {
            id: self.id,
            rev: shown.listed.rev,
            digest: shown.preview.unwrap().digest,
        }
    }

    pub async fn ask(&self, actor: &Actor) -> Result<(), ErasureError> {
        erasures::ask(&self.house.desk, actor, self.looked().await).await
    }

    pub async fn release(&self, actor: &Actor) -> Result<(), ErasureError> {
        erasures::release(&self.house.desk, actor, self.looked().await).await
    }

    /// She comes in.
    pub async fn arrives(&self) -> VisitId {
        let asked = CheckIn {
            record: Some(self.person),
            kind: VisitKind::Victim,
            purpose: Purpose::FirstTalk,
            service: None,
            remark: Pii::new(Remark::optional("wacht liever apart").unwrap()),
            facts: Pii::new(Facts {
                children: Some(2),
                ..Facts::default()
            }),
            again: false,
            alone: false,
        };
        let key = RepeatKey::new(self.house.desk.ids());
        visits::check_in(&self.house.desk, &self.front, asked, key)
            .await
            .unwrap()
    }

    /// She leaves.
    pub async fn leaves(&self, visit: VisitId) {
        let seen = Seen {
            visit,
            rev: 1,
            key: RepeatKey::new(self.house.desk.ids()),
        };
        visits::leave(&self.house.desk, &self.front, seen)
            .await
            .unwrap();
    }

    /// Whether the front desk can see her.
    pub async fn is_there(&self) -> bool {
        people::show(&self.house.desk, &self.front, self.person)
            .await
            .is_ok()
    }
}
