//! The practice house as an administrator has set it up: partners, hours, days, roster, texts and
//! periods of keeping.

use app::words::Words;
use desk::access::Actor;
use desk::setup::{self, Line, SetupError, Shown};
use desk::{Desk, centre, settings};
use domain::duty::{Duty, SpecialDay};
use domain::hours::{DayHours, Minute, Week};
use domain::organisation::{Organisation, ServicePlan};
use domain::retention::{adopted, proposed};
use domain::role::Role;
use domain::setting::{Setting, TextKey, Tongues};
use domain::text::{HouseText, Label, Phone, Remark};
use domain::time::CentreZone;
use domain::{Address, Day, Language, OrganisationId, Profile, RepeatKey, UserId, holiday};

use super::cast::Cast;
use super::{failed, invented};
use crate::cli::Stop;

/// An ordinary week: open on weekdays, until eight on Wednesday.
const WEEK: &str = "09:00-12:30, 13:30-17:00|09:00-12:30, 13:30-17:00|09:00-12:30, 13:30-20:00|\
                    09:00-12:30, 13:30-17:00|09:00-12:30, 13:30-16:00||";

/// How many days ahead the roster is filled.
const AHEAD: i64 = 15;

/// The texts of the house.
const TEXTS: [(TextKey, Language, &str); 5] = [
    (
        TextKey::PortalWelcome,
        Language::Nl,
        "Welkom. Een gesprek is gratis.\nJe hoeft je naam niet te zeggen.",
    ),
    (
        TextKey::PortalWelcome,
        Language::Fr,
        "Bienvenue. Un entretien est gratuit.\nVotre nom n’est pas nécessaire.",
    ),
    (
        TextKey::PortalWelcome,
        Language::En,
        "Welcome. A talk is free.\nYou need not say your name.",
    ),
    (TextKey::Closing, Language::Nl, "Tot binnenkort."),
    (
        TextKey::Card,
        Language::Nl,
        "Bel ons gerust. Je spreekt altijd met een mens.",
    ),
];

/// Sets the house up, as an administrator would.
///
/// # Errors
/// What stood in the way.
pub async fn set_up(
    desk: &Desk,
    actor: &Actor,
    cast: &Cast,
    users: &[(Role, UserId)],
) -> Result<(), Stop> {
    let zone = invented(CentreZone::parse(cast.zone));
    let today = zone.day_of(desk.now());
    let profile = invented(Profile::parse(cast.profile));
    outside(desk, actor, cast).await.map_err(failed)?;
    partners(desk, actor, cast).await.map_err(failed)?;
    words(desk, actor, cast).await.map_err(failed)?;
    let kept = proposed(profile).iter();
    let kept: Vec<_> = kept
        .map(|proposal| invented(adopted(proposal, today)))
        .collect();
    add(desk, actor, &kept).await?;
    add(desk, actor, &holidays(profile, today)).await?;
    add(desk, actor, &roster(zone, today, users)).await
}

async fn add<T: setup::Kept>(desk: &Desk, actor: &Actor, items: &[T]) -> Result<(), Stop> {
    let added = setup::add_all(desk, actor, items, RepeatKey::new(desk.ids())).await;
    added.map(drop).map_err(failed)
}

async fn outside(desk: &Desk, actor: &Actor, cast: &Cast) -> Result<(), SetupError> {
    let (mut card, rev) = centre::read(desk, actor).await?;
    let [name, street, town, phone] = cast.outside;
    card.public_name = Some(invented(Label::parse(name)));
    card.street = Some(invented(Remark::parse(street)));
    card.town = Some(invented(Remark::parse(town)));
    card.phone = Some(invented(Phone::parse(phone)));
    centre::change(desk, actor, (rev, RepeatKey::new(desk.ids())), &card).await
}

/// Adds the organisations and says which service each of them sends.
async fn partners(desk: &Desk, actor: &Actor, cast: &Cast) -> Result<(), SetupError> {
    let mut names: Vec<&str> = cast.services.iter().map(|(_, sender)| *sender).collect();
    names.dedup();
    for (place, name) in names.iter().enumerate() {
        if names[..place].contains(name) {
            continue;
        }
        let name = invented(Label::parse(name));
        setup::add(
            desk,
            actor,
            &Organisation { name },
            RepeatKey::new(desk.ids()),
        )
        .await?;
    }
    let senders = setup::lines::<Organisation>(desk, actor).await?;
    for line in setup::lines::<ServicePlan>(desk, actor).await? {
        let shown = Shown {
            id: line.id,
            rev: line.rev,
            key: RepeatKey::new(desk.ids()),
        };
        let sent = sent_by(line, cast, &senders);
        setup::change(desk, actor, shown, &sent).await?;
    }
    Ok(())
}

fn sent_by(line: Line<ServicePlan>, cast: &Cast, senders: &[Line<Organisation>]) -> ServicePlan {
    let name = line.item.name.as_str();
    let sender = cast.services.iter().find(|(service, _)| *service == name);
    let organisation = sender.and_then(|(_, sender)| {
        let line = senders
            .iter()
            .find(|line| line.item.name.as_str() == *sender)?;
        Some(OrganisationId::from_uuid(line.id))
    });
    ServicePlan {
        organisation,
        ..line.item
    }
}

async fn words(desk: &Desk, actor: &Actor, cast: &Cast) -> Result<(), SetupError> {
    let text = |(key, language, text): (TextKey, Language, &str)| {
        Setting::text(key, language, Some(&invented(HouseText::parse(text))))
    };
    let week = Setting::week(&invented(Week::parse(WEEK)));
    let tongues = Setting::tongues(&invented(Tongues::parse(cast.tongues)));
    for setting in [week, tongues].into_iter().chain(TEXTS.map(text)) {
        settings::write(desk, actor, (0, RepeatKey::new(desk.ids())), &setting).await?;
    }
    Ok(())
}

/// The holidays that are still to come, this year and the next.
fn holidays(profile: Profile, today: Day) -> Vec<SpecialDay> {
    let words = Words::new(Language::Nl, Address::Je);
    let (year, ..) = today.parts();
    let years = [year, year + 1].into_iter();
    let days = years.flat_map(|year| invented(holiday::of_year(profile, year)));
    let special = days
        .filter(|(_, day)| *day >= today)
        .map(|(holiday, day)| SpecialDay {
            day,
            hours: DayHours::default(),
            reason: invented(Label::parse(&words.of("holiday", holiday.code()))),
        });
    let mut special: Vec<SpecialDay> = special.collect();
    special.dedup_by_key(|special| special.day);
    special
}

/// Somebody is on duty on every weekday; the coordinator and the intake take turns.
fn roster(zone: CentreZone, today: Day, users: &[(Role, UserId)]) -> Vec<Duty> {
    let turns = users
        .iter()
        .filter(|(role, _)| matches!(role, Role::Coordinator | Role::Intake));
    let turns: Vec<UserId> = turns.map(|(_, user)| *user).collect();
    let minute = |raw| invented(Minute::parse(raw));
    let weekdays = (0..AHEAD).map(|ahead| today.plus_days(ahead));
    let weekdays = weekdays.filter(|day| day.weekday() < 5);
    let duty = |(day, user): (Day, &UserId)| {
        let span = (zone.at(day, minute("8:30")), zone.at(day, minute("20:30")));
        invented(Duty::new(*user, span))
    };
    weekdays.zip(turns.iter().cycle()).map(duty).collect()
}
