//! TLS by the program itself: what it shows, whom it refuses, a certificate that is renewed under way,
//! and what `check` says of one that will not do.

use std::fs;
use std::io::BufRead;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, SupportedProtocolVersion, version};

use crate::client::Client;
use crate::house::{House, Server};
use crate::journey::{ANKE, sign_in};
use crate::{demo, place};

/// A renewed certificate is shown within this time, asked or not.
const RENEWED_WITHIN: Duration = Duration::from_secs(25);

/// A certificate for these names in a file of the house, with its key beside it.
fn certified(
    house: &House,
    name: &str,
    change: impl FnOnce(&mut CertificateParams),
) -> [PathBuf; 2] {
    let key = KeyPair::generate().unwrap();
    let mut asked = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    change(&mut asked);
    let signed = asked.self_signed(&key).unwrap();
    let files = ["crt", "key"].map(|end| house.folder.path().join(format!("{name}.{end}")));
    for (file, text) in files.iter().zip([signed.pem(), key.serialize_pem()]) {
        // Renewed as it should be: the new file takes the place of the old one in one step.
        let fresh = file.with_extension("new");
        fs::write(&fresh, text).unwrap();
        fs::set_permissions(&fresh, fs::Permissions::from_mode(0o600)).unwrap();
        fs::rename(&fresh, file).unwrap();
    }
    files
}

/// A practice house with certificates of its own.
fn secured() -> House {
    let mut house = demo();
    for (name, settings) in [
        ("staff", ["ONTHAAL_TLS_CERT", "ONTHAAL_TLS_KEY"]),
        (
            "portal",
            ["ONTHAAL_PORTAL_TLS_CERT", "ONTHAAL_PORTAL_TLS_KEY"],
        ),
    ] {
        let files = certified(&house, name, |_| {});
        for (setting, file) in settings.into_iter().zip(files) {
            house.settings.push((setting, file.display().to_string()));
        }
    }
    house
}

/// What a browser trusts that trusts one certificate of the house.
fn trusting(
    house: &House,
    name: &str,
    speaks: &[&'static SupportedProtocolVersion],
) -> Arc<ClientConfig> {
    let file = house.folder.path().join(format!("{name}.crt"));
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(file).unwrap())
        .unwrap();
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(speaks)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

/// A browser that trusts this certificate alone.
fn browser(house: &House, name: &str, site: SocketAddr) -> Client {
    Client::of(site).over(trusting(house, name, &[&version::TLS13]))
}

/// Serves, and waits until the house is open.
fn serve(house: &House) -> Server {
    let server = Server::start(house, house.command(&["serve", "--demo"]));
    let began = Instant::now();
    let mut client = browser(house, "staff", server.staff);
    while client.get("/ready").map_or(0, |answer| answer.status) != 200 {
        assert!(began.elapsed() < RENEWED_WITHIN, "{}", house.log());
        std::thread::sleep(Duration::from_millis(20));
    }
    server
}

#[test]
fn each_site_shows_its_own_certificate_and_stays_with_tls() {
    let house = secured();
    let server = serve(&house);
    let mut staff = browser(&house, "staff", server.staff);
    let answer = staff.get("/sign-in").unwrap();
    let header = answer.header("strict-transport-security");
    assert_eq!(
        (answer.status, header),
        (200, "max-age=31536000; includeSubDomains")
    );
    sign_in(&mut staff, ANKE).unwrap();
    assert_eq!(staff.get("/desk").unwrap().status, 200);
    let mut public = browser(&house, "portal", server.portal).calling("linde.localhost");
    assert_eq!(public.get("/a").unwrap().status, 200);
    let mut wrong = browser(&house, "staff", server.portal).calling("linde.localhost");
    assert!(
        wrong.get("/a").is_err(),
        "the public site showed the other one's"
    );
    assert!(
        Client::of(server.staff).get("/sign-in").is_err(),
        "in the clear"
    );
    assert_eq!(server.end().0, Some(0), "{}", house.log());
}

#[test]
fn an_older_protocol_is_spoken_only_where_that_is_set() {
    let mut house = secured();
    for spoken in [false, true] {
        house.settings.push(("ONTHAAL_TLS_1_2", spoken.to_string()));
        let server = serve(&house);
        let older = trusting(&house, "staff", &[&version::TLS12]);
        let answer = Client::of(server.staff).over(older).get("/health");
        assert_eq!(answer.is_ok(), spoken);
    }
}

#[test]
fn a_renewed_certificate_is_shown_and_nobody_is_cut_off() {
    let house = secured();
    let server = serve(&house);
    let mut before = browser(&house, "staff", server.staff);
    assert_eq!(before.get("/health").unwrap().status, 200);
    for asked in [true, false] {
        certified(&house, "staff", |_| {});
        if asked {
            let id = server.id().to_string();
            let told = Command::new("kill").args(["-HUP", &id]).status();
            assert!(told.unwrap().success());
        }
        let began = Instant::now();
        while browser(&house, "staff", server.staff)
            .get("/health")
            .is_err()
        {
            assert!(began.elapsed() < RENEWED_WITHIN, "{}", house.log());
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(before.get("/health").unwrap().status, 200, "cut off");
    }
    let shown = trusting(&house, "staff", &[&version::TLS13]);
    fs::write(house.folder.path().join("staff.crt"), "no certificate").unwrap();
    let began = Instant::now();
    while !house.log().contains("the certificate before stays") {
        assert!(began.elapsed() < RENEWED_WITHIN, "{}", house.log());
        std::thread::sleep(Duration::from_millis(50));
    }
    let mut again = Client::of(server.staff).over(shown);
    assert_eq!(again.get("/health").unwrap().status, 200);
    assert_eq!(server.end().0, Some(0), "{}", house.log());
}

#[test]
fn an_end_does_not_wait_for_streams_over_tls() {
    let house = secured();
    let server = serve(&house);
    let mut client = browser(&house, "staff", server.staff);
    sign_in(&mut client, ANKE).unwrap();
    let mut stream = client.listen("/events").unwrap();
    let mut line = String::new();
    while line.trim_end() != "" || line.is_empty() {
        line.clear();
        stream.read_line(&mut line).unwrap();
    }
    let (code, took) = server.end();
    assert_eq!(code, Some(0), "{}", house.log());
    assert!(took <= Duration::from_secs(10), "{took:?}");
}

#[test]
fn whoever_stands_silent_at_the_door_keeps_nobody_out() {
    let house = secured();
    let server = serve(&house);
    let silent: Vec<TcpStream> = (0..100)
        .map(|_| TcpStream::connect(server.staff).unwrap())
        .collect();
    let began = Instant::now();
    let answer = browser(&house, "staff", server.staff).get("/health");
    assert_eq!(answer.unwrap().status, 200);
    assert!(
        began.elapsed() < Duration::from_secs(3),
        "{:?}",
        began.elapsed()
    );
    drop(silent);
    assert!(server.end().1 <= Duration::from_secs(10));
}

/// What `check` says is wrong.
fn problems(house: &House) -> String {
    let output = house.run(&["check"], "");
    let printed = String::from_utf8(output.stdout).unwrap();
    let lines = printed.lines().filter(|line| line.starts_with("problem"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn check_says_what_is_wrong_with_a_certificate() {
    let mut house = secured();
    let name = |name: &str| vec![name.try_into().map(rcgen::SanType::DnsName).unwrap()];
    assert!(!problems(&house).contains("tls_"), "{}", problems(&house));
    certified(&house, "staff", |asked| {
        asked.not_after = date_time_ymd(2020, 1, 1);
    });
    assert!(problems(&house).contains("tls_cert: the certificate ended on 2020-01-01"));
    certified(&house, "staff", |asked| {
        asked.not_before = date_time_ymd(2999, 1, 1);
    });
    assert!(problems(&house).contains("tls_cert: the certificate counts from 2999-01-01 on"));
    let host = ("ONTHAAL_STAFF_HOSTS", "balie.example".to_owned());
    house.settings.push(host);
    certified(&house, "staff", |asked| {
        asked.subject_alt_names = name("*.example");
    });
    assert!(!problems(&house).contains("tls_"), "{}", problems(&house));
    certified(&house, "staff", |asked| {
        asked.subject_alt_names = name("elders.example");
    });
    assert!(problems(&house).contains("tls_cert: the certificate is not for balie.example"));
    certified(&house, "other", |_| {});
    let key = |name: &str| house.folder.path().join(format!("{name}.key"));
    fs::copy(key("other"), key("staff")).unwrap();
    assert!(problems(&house).contains("tls_cert: the certificate and the key do not belong"));
    fs::remove_file(key("portal")).unwrap();
    assert!(problems(&house).contains("portal_tls_cert: the key cannot be read"));
}

#[test]
fn a_certificate_that_has_ended_is_said_in_the_log() {
    let house = secured();
    certified(&house, "portal", |asked| {
        asked.not_after = date_time_ymd(2020, 1, 1);
    });
    let server = serve(&house);
    let began = Instant::now();
    while !house.log().contains("has ended") {
        assert!(began.elapsed() < RENEWED_WITHIN, "{}", house.log());
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(house.log().matches("has ended").count(), 1, "of one site");
    assert_eq!(server.end().0, Some(0), "it is served all the same");
}

#[test]
fn a_certificate_that_will_not_do_ends_with_one_line() {
    let mut house = place();
    for setting in ["ONTHAAL_TLS_CERT", "ONTHAAL_TLS_KEY"] {
        house.settings.push((setting, "/nowhere".to_owned()));
    }
    house
        .settings
        .push(("ONTHAAL_ADDR", "0.0.0.0:0".to_owned()));
    let output = house.run(&["serve", "--demo"], "");
    let said = String::from_utf8(output.stderr).unwrap();
    let line = said.lines().last().unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        line.starts_with("onthaal: tls_cert: the certificate cannot be read"),
        "{said}"
    );
}
