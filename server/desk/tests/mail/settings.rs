//! The mail server as it is set on the screen: shown without its password, changed by one at a time,
//! in force at once.

use desk::mail::settings::{self, MailError};
use desk::outbox;
use domain::Pii;
use domain::mail::{LetterState, Login, MailServer};
use domain::role::Role;
use domain::text::Name;

use crate::office::{Office, server};
use crate::on_both_engines;
use crate::sink::{Sink, Wrong};
use crate::support::house::House;

on_both_engines! {
    shown => the_password_is_shown_to_nobody_and_kept_when_left_empty_on_sqlite,
        the_password_is_shown_to_nobody_and_kept_when_left_empty_on_postgres;
    stale => two_who_set_the_server_at_once_are_told_on_sqlite,
        two_who_set_the_server_at_once_are_told_on_postgres;
    at_once => a_new_server_is_in_force_at_once_on_sqlite, a_new_server_is_in_force_at_once_on_postgres;
    telling => a_setting_that_says_too_much_is_refused_on_sqlite,
        a_setting_that_says_too_much_is_refused_on_postgres;
    forbidden => only_an_administrator_sets_the_server_on_sqlite,
        only_an_administrator_sets_the_server_on_postgres;
}

async fn shown(house: House) {
    let office = Office::open(house).await;
    let (desk, manager) = (&office.house.desk, office.manager());
    let shown = settings::show(desk, &manager).await.unwrap().unwrap();
    let login = shown.server.reveal().login.clone().unwrap();
    assert_eq!((login.user.as_str(), login.password.as_str()), ("huis", ""));
    settings::save(desk, &manager, shown.server, shown.rev)
        .await
        .unwrap();
    office.put("rosa").await;
    assert_eq!(office.round().await, 1);
    let kept = office.sink.kept().remove(0);
    let said = "AUTH PLAIN AGh1aXMAemV2ZW4gd2l0dGUgendhbmVu";
    assert!(kept.said.contains(&said.to_owned()), "{:?}", kept.said);
    elsewhere(&office).await;
}

/// The password of one machine is not sent to another because somebody typed another name.
async fn elsewhere(office: &Office) {
    let mut moved = server(&office.sink);
    moved.host = domain::mail::Machine::parse("127.0.0.1").unwrap();
    moved.login = Some(Login {
        user: "huis".to_owned(),
        password: String::new(),
    });
    office.set(moved).await;
    office.put("rosa").await;
    assert_eq!(office.round().await, 1);
    let kept = office.sink.kept().remove(1);
    assert!(
        kept.said.contains(&"AUTH PLAIN AGh1aXMA".to_owned()),
        "{:?}",
        kept.said
    );
}

async fn stale(house: House) {
    let office = Office::open(house).await;
    let (desk, manager) = (&office.house.desk, office.manager());
    let new = || Pii::new(server(&office.sink));
    settings::save(desk, &manager, new(), 1).await.unwrap();
    for rev in [0, 1, 99] {
        let saved = settings::save(desk, &manager, new(), rev).await;
        assert!(matches!(saved, Err(MailError::ChangedMeanwhile)), "{rev}");
    }
}

async fn at_once(house: House) {
    let office = Office::open(house).await;
    office.sink.always(Some(Wrong::Login("535 who")));
    let id = office.put("rosa").await;
    assert_eq!(office.round().await, 0);
    let other = Sink::plain().await;
    office.set(server(&other)).await;
    let since = outbox::standing_since(&office.house.desk, &office.manager())
        .await
        .unwrap();
    assert_eq!(
        (since, office.round().await),
        (None, 1),
        "it does not rest any more"
    );
    assert_eq!(
        (office.state(id).await, other.kept().len()),
        (LetterState::Sent, 1)
    );
}

async fn telling(house: House) {
    let office = Office::open(house).await;
    let (desk, manager) = (&office.house.desk, office.manager());
    let name = |name| Name::parse(name).unwrap();
    for sender_name in ["De Linde", "Slachtofferhulp", "P O L I T I E", "Полiція"] {
        let new = MailServer {
            sender_name: name(sender_name),
            ..server(&office.sink)
        };
        let saved = settings::save(desk, &manager, Pii::new(new), 1).await;
        assert!(matches!(saved, Err(MailError::Telling)), "{sender_name}");
    }
}

async fn forbidden(house: House) {
    let office = Office::open(house).await;
    let desk = &office.house.desk;
    for role in Role::ALL
        .iter()
        .filter(|role| **role != Role::Administrator)
    {
        let actor = office.house.colleague(*role);
        assert!(matches!(
            settings::show(desk, &actor).await,
            Err(MailError::Forbidden(_))
        ));
        assert!(outbox::overview(desk, &actor).await.is_err());
        let warned = outbox::standing_since(desk, &actor).await.is_ok();
        assert_eq!(warned, *role == Role::Reception, "{role:?}");
    }
}
