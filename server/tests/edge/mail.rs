//! Setting the mail server on its screen, trying it, and hearing at the desk that no mail goes out.

use std::net::TcpListener;

use desk::mail::Door;
use domain::role::Role;
use server::jobs;

use crate::browser::Browser;
use crate::house::House;

const HERE: &str = "/manage/mail";

/// A form that fits.
const FITS: &str = "host=localhost&port=2525&security=plain&user=huis&sender_name=Agenda&\
                    sender=bericht%40agenda.example&shown_as=agenda.example&notices=";

/// Sends a form and gives the page after it.
async fn send(browser: &mut Browser, path: &str, fields: &str) -> String {
    let sent = browser.post(path, fields).await;
    assert_eq!(sent.goes_to(), Some(HERE), "{}", sent.text);
    browser.get(HERE).await.text
}

#[tokio::test]
async fn everything_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let wrong = "host=mail+server&port=0&security=plain&user=huis&password=zwanen&\
                 sender_name=P+o+l+i+t+i+e&sender=niemand&shown_as=slachtofferhulp.example&notices=x&rev=0";
    let page = send(&mut browser, HERE, wrong).await;
    for said in [
        "aria-invalid=\"true\"",
        "value=\"mail server\"",
        "value=\"P o l i t i e\"",
        "“politie” zegt te veel",
        "“slachtoffer” zegt te veel",
        "Typ het nummer van een poort",
        "Dit is geen mailadres",
        "name=\"rev\" value=\"0\"",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    assert!(
        !page.contains("zwanen"),
        "a password is never written into a page"
    );
    let away = FITS.replace("localhost", "mail.example");
    let page = send(&mut browser, HERE, &format!("{away}&rev=0")).await;
    assert!(page.contains("Zonder beveiliging kan het alleen"), "{page}");
}

#[tokio::test]
async fn the_server_is_saved_shown_without_its_password_and_changed_by_one_at_a_time() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let first = browser.get(HERE).await.text;
    assert!(first.contains("nog geen mailserver") && !first.contains("Proefbericht sturen"));
    let page = send(
        &mut browser,
        HERE,
        &format!("{FITS}&password=zeven+zwanen&rev=0"),
    )
    .await;
    for said in [
        "Bewaard.",
        "value=\"agenda.example\"",
        "name=\"rev\" value=\"1\"",
        "Er wacht geen bericht.",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    assert!(!page.contains("zeven"), "the password is shown to nobody");
    let stale = FITS.replace("Agenda", "Bericht");
    let page = send(&mut browser, HERE, &format!("{stale}&rev=0")).await;
    assert!(
        page.contains("Iemand anders heeft dit net veranderd"),
        "{page}"
    );
    assert!(page.contains("value=\"Bericht\""), "{page}");
    let sections = browser.get("/manage").await.text;
    assert!(sections.contains("href=\"/manage/mail\"") && sections.contains("werkt"));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_at_the_desk_until_it_is() {
    let house = House::new().await;
    let mut browser = house.signed_in(Role::Administrator).await;
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let dead = FITS.replace("2525", &free.to_string());
    send(&mut browser, HERE, &format!("{dead}&rev=0")).await;
    let centre = desk::store::places::centres(house.desk.db()).await.unwrap()[0].id;
    let sending = jobs::mail::send(
        house.desk.clone(),
        vec![centre],
        Door::default(),
        house.end.subscribe(),
    );
    let sender = tokio::spawn(sending);
    let key = format!("{:032x}", 7);
    let trial = format!("idem_key={key}&to=rosa%40lezer.example");
    let page = send(&mut browser, "/manage/mail/trial", &trial).await;
    for said in [
        "nog niet weg",
        "De mailserver is er niet.",
        "Er wacht één bericht.",
        "rosa@lezer.example",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    let twice = send(&mut browser, "/manage/mail/trial", &trial).await;
    assert!(
        twice.contains("Er wacht één bericht."),
        "one form is one letter: {twice}"
    );
    let warning = "Er gaat geen mail weg sinds";
    let mut desk = house.signed_in(Role::Reception).await;
    assert!(desk.get("/desk").await.text.contains(warning));
    let mut elsewhere = house.signed_in(Role::Coordinator).await;
    assert!(!elsewhere.get("/account").await.text.contains(warning));
    // Two sessions of one colleague are the most; which of the three ended is not the point here.
    let mut browser = house.signed_in(Role::Administrator).await;
    send(&mut browser, HERE, &format!("{FITS}&rev=1")).await;
    house.end.send(true).unwrap();
    sender.await.unwrap();
}

#[tokio::test]
async fn nobody_but_an_administrator_sees_the_mail_server() {
    let house = House::new().await;
    for role in Role::ALL
        .iter()
        .filter(|role| **role != Role::Administrator)
    {
        let mut browser = house.signed_in(*role).await;
        assert_eq!(browser.get(HERE).await.status.as_u16(), 404, "{role:?}");
        for path in [HERE, "/manage/mail/trial"] {
            let answer = browser.post(path, FITS).await;
            assert_ne!(answer.goes_to(), Some(HERE), "{role:?} {path}");
        }
    }
}
