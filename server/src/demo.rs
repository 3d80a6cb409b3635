//! A practice house: two invented centres with everything a house has. Nobody in it exists.

use desk::access::{Actor, StaffActor};
use desk::places::{self, NewCentre, Room, Service};
use desk::staff::{self, NewColleague};
use desk::{Desk, people, visits};
use domain::person::{Channel, Identity, NewPerson, SafeContact};
use domain::role::Role;
use domain::signin::{Passphrase, UserName};
use domain::text::{Name, Phone, Remark};
use domain::time::CentreZone;
use domain::visit::{CheckIn, Purpose, VisitKind};
use domain::{
    Address, CentreId, Day, Language, Pii, Profile, RecordId, RepeatKey, RequestId, RoomId,
    ServiceId, SessionId, Tongue, UserId,
};

use crate::cli::Stop;
use crate::opening;

mod cast;
mod house;

use cast::{ANCHOR, Cast, LINDEN};

/// Makes both centres with their colleagues, people and a morning's visits.
///
/// # Errors
/// What stood in the way.
pub async fn make(desk: &Desk) -> Result<(), Stop> {
    for (first, cast) in [(true, &LINDEN), (false, &ANCHOR)] {
        let centre = CentreId::new(desk.ids());
        let actor = opening::cli(desk, centre);
        if first {
            places::install(desk, &actor, true).await.map_err(failed)?;
        }
        furnish(desk, &actor, cast).await?;
    }
    Ok(())
}

fn failed(error: impl std::error::Error) -> Stop {
    Stop::failed("the practice house cannot be made", &error)
}

fn invented<T>(read: Result<T, domain::Unfit>) -> T {
    read.expect("the cast is invented to fit, and a test reads it")
}

async fn furnish(desk: &Desk, actor: &Actor, cast: &Cast) -> Result<(), Stop> {
    let services: Vec<Service> = cast
        .services
        .iter()
        .map(|(name, _)| service(desk, name))
        .collect();
    let rooms: Vec<Room> = cast
        .rooms
        .iter()
        .map(|room| cast::room(RoomId::new(desk.ids()), room))
        .collect();
    let new = NewCentre {
        slug: cast.slug.to_owned(),
        name: cast.name.to_owned(),
        zone: invented(CentreZone::parse(cast.zone)),
        language: Language::Nl,
        address: Address::Je,
        profile: invented(Profile::parse(cast.profile)),
    };
    places::found(desk, actor, new, (&services, &rooms))
        .await
        .map_err(failed)?;
    let mut users = Vec::new();
    for colleague in cast.colleagues {
        let user = employ(desk, actor, colleague, &services).await?;
        users.push((colleague.posts[0].0, user));
    }
    let first = |wanted: Role| {
        let held = users.iter().find(|(role, _)| *role == wanted);
        held.map(|(_, user)| wearing(desk, actor.centre(), (*user, wanted)))
    };
    if let Some(administrator) = first(Role::Administrator) {
        house::set_up(desk, &administrator, cast, &users).await?;
    }
    let Some(front) = first(Role::Reception) else {
        return Ok(());
    };
    let records = welcome(desk, &front, cast).await?;
    morning(desk, &front, (&services, &rooms), &records).await
}

fn service(desk: &Desk, name: &str) -> Service {
    Service {
        id: ServiceId::new(desk.ids()),
        name: name.to_owned(),
    }
}

async fn employ(
    desk: &Desk,
    actor: &Actor,
    colleague: &cast::Colleague,
    services: &[Service],
) -> Result<UserId, Stop> {
    let of = |name: &str| {
        services
            .iter()
            .find(|service| service.name == name)
            .map(|service| service.id)
    };
    let posts = colleague
        .posts
        .iter()
        .map(|(role, service)| (*role, service.and_then(of)))
        .collect();
    // Nobody signs in with this: a practice house has cards. It is random, so that it opens nothing.
    let mut phrase = [0; 16];
    desk.entropy().fill(&mut phrase);
    let phrase = format!("{:032x}", u128::from_be_bytes(phrase));
    let new = NewColleague {
        name: invented(Name::parse(colleague.name)),
        user: invented(UserName::parse(colleague.user)),
        passphrase: invented(Passphrase::parse(phrase)),
        language: invented(Language::parse(colleague.language)),
        posts,
    };
    Ok(staff::add(desk, actor, new).await.map_err(failed)?.user)
}

fn wearing(desk: &Desk, centre: CentreId, (user, role): (UserId, Role)) -> Actor {
    Actor::Staff(StaffActor {
        user,
        centre,
        role,
        service: None,
        session: SessionId::new(desk.ids()),
        request: RequestId::new(desk.ids()),
        language: Language::Nl,
        proved_at: desk.now(),
    })
}

async fn welcome(desk: &Desk, front: &Actor, cast: &Cast) -> Result<Vec<RecordId>, Stop> {
    let mut records = Vec::new();
    for person in cast.people {
        let key = RepeatKey::new(desk.ids());
        records.push(
            people::register(desk, front, new_person(person), key)
                .await
                .map_err(failed)?,
        );
    }
    Ok(records)
}

fn new_person(person: &cast::Person) -> NewPerson {
    let (name, alias, born, tongue, phone) = *person;
    let named = |text: &str| (!text.is_empty()).then(|| invented(Name::parse(text)));
    let identity = Identity {
        name: named(name),
        alias: named(alias),
        declines_name: name.is_empty() && alias.is_empty(),
        born: (!born.is_empty()).then(|| invented(Day::parse(born))),
        tongues: vec![invented(Tongue::parse(tongue))],
    };
    let phone = (!phone.is_empty()).then(|| invented(Phone::parse(phone)));
    let channel = if phone.is_some() {
        Channel::Call
    } else {
        Channel::Never
    };
    let contact = SafeContact {
        channel,
        phone,
        ..SafeContact::silence()
    };
    NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(contact),
        someone_else: true,
    }
}

/// A morning under way: some wait, one is with a service, one has no name, one is on the telephone.
async fn morning(
    desk: &Desk,
    front: &Actor,
    (services, rooms): (&[Service], &[Room]),
    records: &[RecordId],
) -> Result<(), Stop> {
    let arrivals = [
        (records.first(), VisitKind::Victim, Purpose::FirstTalk, None),
        (
            records.get(1),
            VisitKind::Victim,
            Purpose::Appointment,
            services.get(1),
        ),
        (None, VisitKind::Victim, Purpose::Other, None),
        (None, VisitKind::PhoneCall, Purpose::Question, None),
        (
            records.get(2),
            VisitKind::Companion,
            Purpose::Appointment,
            services.first(),
        ),
    ];
    let mut received = Vec::new();
    for (record, kind, purpose, service) in arrivals {
        let remark = Remark::parse("Zit liever bij de deur.")
            .ok()
            .filter(|_| purpose == Purpose::FirstTalk);
        let service = service.map(|service| service.id);
        let asked = CheckIn {
            record: record.copied(),
            kind,
            purpose,
            service,
            remark: Pii::new(remark),
            facts: Pii::default(),
            again: false,
            alone: false,
        };
        let key = RepeatKey::new(desk.ids());
        received.push(
            visits::check_in(desk, front, asked, key)
                .await
                .map_err(failed)?,
        );
    }
    let (Some(visit), Some(service)) = (received.get(1), services.get(1)) else {
        return Ok(());
    };
    let seen = visits::Seen {
        visit: *visit,
        rev: 1,
        key: RepeatKey::new(desk.ids()),
    };
    let to = (service.id, rooms.first().map(|room| room.id));
    visits::bring(desk, front, seen, to).await.map_err(failed)
}
