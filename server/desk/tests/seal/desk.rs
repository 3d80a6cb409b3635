//! A small desk to test the seal with: people as bare rows, a clock that is moved by hand, and
//! random bytes that repeat from run to run.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::Entropy;
use desk::access::{Actor, Permit, StaffActor, require};
use desk::seal::{
    Cell, Compartment, Grant, Onward, Place, Recipient, SealError, Steps, Subject, Vault, grant,
};
use desk::store::{Look, Tx};
use domain::role::{Action, Role};
use domain::time::Clock;
use domain::{
    CentreId, Instant, Language, RecordId, RequestId, Secret, ServiceId, SessionId, UserId,
};
use uuid::Uuid;

use crate::stores::Stores;

/// 10 March 2026, 09:00 UTC.
const NINE: i64 = 1_773_133_200;

/// A clock that is moved by hand.
pub struct Watch(AtomicI64);

impl Clock for Watch {
    fn now(&self) -> Instant {
        Instant::from_unix(self.0.load(Ordering::SeqCst))
    }
}

/// Bytes that differ each time and repeat from run to run (splitmix64).
pub struct Dice(AtomicU64);

impl Dice {
    pub const fn seeded(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// A number below another, for choosing.
    pub fn below(&self, limit: u64) -> usize {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        usize::try_from(u64::from_be_bytes(bytes) % limit).unwrap()
    }
}

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(8) {
            let mut x = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
            x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            part.copy_from_slice(&(x ^ (x >> 31)).to_be_bytes()[..part.len()]);
        }
    }
}

/// The root secret of every test.
pub fn root() -> Secret<[u8; 32]> {
    Secret::new([7; 32])
}

pub fn id(number: u8) -> [u8; 16] {
    [number; 16]
}

pub fn record(number: u8) -> RecordId {
    RecordId::from_uuid(Uuid::from_bytes(id(number)))
}

pub fn centre() -> CentreId {
    CentreId::from_uuid(Uuid::from_bytes(id(0xCE)))
}

pub fn service(number: u8) -> ServiceId {
    ServiceId::from_uuid(Uuid::from_bytes(id(number)))
}

/// A permit to act in a role, for a service or none.
pub fn permit(role: Role, service: Option<ServiceId>) -> Permit {
    permit_in(centre(), role, service)
}

pub fn permit_in(centre: CentreId, role: Role, service: Option<ServiceId>) -> Permit {
    let actor = Actor::Staff(StaffActor {
        user: UserId::from_uuid(Uuid::from_bytes(id(1))),
        centre,
        role,
        service,
        session: SessionId::from_uuid(Uuid::from_bytes(id(2))),
        request: RequestId::from_uuid(Uuid::from_bytes(id(3))),
        language: Language::Nl,
        proved_at: domain::Instant::from_unix(0),
    });
    require(&actor, Action::KeepDraft).unwrap()
}

pub fn reception() -> Permit {
    permit(Role::Reception, None)
}

pub fn identity(number: u8) -> Cell {
    Cell {
        subject: Subject::person(record(number)),
        compartment: Compartment::IDENTITY,
    }
}

/// Where the value of a cell is stored in these tests.
pub fn place(cell: Cell) -> Place {
    Place {
        table: "record",
        column: "identity",
        row: cell.subject.id,
        subject: cell.subject,
        compartment: cell.compartment,
    }
}

/// The vault of one test over its two databases, unsealed, in a founded centre.
pub struct Bench<'a> {
    pub stores: &'a Stores,
    pub vault: Vault,
    pub watch: Arc<Watch>,
}

impl<'a> Bench<'a> {
    pub async fn new(stores: &'a Stores) -> Self {
        let bench = Self::sealed(stores, Arc::new(Onward), 0);
        bench.vault.found(&root()).await.unwrap();
        for one in [centre(), other_centre()] {
            crate::rows::add_centre(&stores.db, one.uuid()).await;
        }
        bench
    }

    /// A vault as after a start of the program: with other random bytes, and sealed.
    pub fn sealed(stores: &'a Stores, steps: Arc<dyn Steps>, seed: u64) -> Self {
        let watch = Arc::new(Watch(AtomicI64::new(NINE)));
        let dice = Arc::new(Dice::seeded(seed));
        let vault = Vault::new(stores.keys.clone(), watch.clone(), dice).with_steps(steps);
        Self {
            stores,
            vault,
            watch,
        }
    }

    pub async fn tx(&self) -> Tx {
        self.stores.db.begin(&reception()).await.unwrap()
    }

    pub async fn look(&self, permit: &Permit) -> Look {
        self.stores.db.look(permit).await.unwrap()
    }

    pub fn later(&self, seconds: i64) {
        self.watch.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn now(&self) -> Instant {
        self.watch.now()
    }

    pub async fn seal(&self, cell: Cell, plain: &[u8]) -> Vec<u8> {
        self.vault
            .seal(&reception(), &place(cell), plain)
            .await
            .unwrap()
    }

    /// Grants a cell and wraps its keys.
    pub async fn grant(&self, cell: Cell, recipient: Recipient, until: Option<Instant>) {
        let mut tx = self.tx().await;
        let wanted = Grant {
            cell,
            recipient,
            until,
        };
        grant(&mut tx, &self.vault, &wanted).await.unwrap();
        tx.commit().await.unwrap();
        self.wrap(cell.subject).await;
    }

    pub async fn wrap(&self, subject: Subject) {
        let mut look = self.look(&reception()).await;
        self.vault
            .wrap_granted(&reception(), &mut look, subject)
            .await
            .unwrap();
    }

    pub async fn open(
        &self,
        permit: &Permit,
        cell: Cell,
        blob: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        self.open_at(permit, &place(cell), blob).await
    }

    pub async fn open_at(
        &self,
        permit: &Permit,
        place: &Place,
        blob: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let mut look = self.look(permit).await;
        let opened = self.vault.open(permit, &mut look, place, blob).await?;
        Ok(opened.into_revealed())
    }
}

pub fn other_centre() -> CentreId {
    CentreId::from_uuid(Uuid::from_bytes(id(0xCF)))
}

pub fn front() -> Recipient {
    Recipient::Desk(centre())
}
