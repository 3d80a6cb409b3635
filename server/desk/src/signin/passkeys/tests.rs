//! The known answers of the specification, and what must not be believed of them.

use domain::passkey::{Facts, Fresh, Key};

use super::answer::{Made, Passkey, Site, Used};
use super::key;

const VECTORS: &str = include_str!("tests/vectors.txt");
const NAMES: [&str; 3] = ["es256", "es256_self", "eddsa"];

fn vector(name: &str) -> Vec<u8> {
    let mut lines = VECTORS.lines().filter_map(|line| line.split_once(' '));
    let (_, digits) = lines.find(|(word, _)| *word == name).unwrap();
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.map(byte).collect()
}

fn site() -> Site {
    Site {
        name: "example.org".to_owned(),
        origin: "https://example.org".to_owned(),
    }
}

fn made(name: &str) -> Made {
    Made {
        client: vector(&format!("{name}.made.client")),
        facts: vector(&format!("{name}.made.facts")),
    }
}

fn fresh(name: &str) -> Fresh {
    Facts::parse(&made(name).facts).unwrap().made.unwrap()
}

fn used(name: &str) -> Used {
    Used {
        id: vector(&format!("{name}.id")),
        user: Vec::new(),
        client: vector(&format!("{name}.used.client")),
        facts: vector(&format!("{name}.used.facts")),
        signature: vector(&format!("{name}.used.signature")),
    }
}

fn kept(made: Made, challenge: &[u8], at: &Site) -> Option<Passkey> {
    made.passkey((challenge, at), ("telefoon".to_owned(), 1))
}

#[test]
fn the_keys_and_signatures_of_the_specification_are_the_known_ones() {
    for name in NAMES {
        let fresh = fresh(name);
        assert_eq!(fresh.id, vector(&format!("{name}.id")));
        assert!(used(name).is_signed(&fresh.key), "{name}");
        assert!(!used(name).is_signed(&key::NOBODYS), "{name}");
    }
}

#[test]
fn a_signature_over_anything_else_is_none() {
    for name in NAMES {
        let fresh = fresh(name);
        let fields: [fn(&mut Used) -> &mut Vec<u8>; 3] = [
            |used| &mut used.client,
            |used| &mut used.facts,
            |used| &mut used.signature,
        ];
        for field in fields {
            let mut other = used(name);
            let bytes = field(&mut other);
            let last = bytes.len() - 2;
            bytes[last] ^= 1;
            assert!(!other.is_signed(&fresh.key), "{name}");
        }
    }
}

#[test]
fn an_rsa_key_signs_too() {
    let key = Key::Rsa(vector("rsa.modulus"));
    let signature = vector("rsa.signature");
    assert!(key::signed(&key, b"a message of an RSA key", &signature));
    assert!(!key::signed(&key, b"another message", &signature));
    assert!(!key::signed(
        &key::NOBODYS,
        b"a message of an RSA key",
        &signature
    ));
}

#[test]
fn a_passkey_is_kept_where_the_device_recognised_somebody() {
    let challenge = vector("es256_self.made.challenge");
    let kept_at = |at: &Site| kept(made("es256_self"), &challenge, at);
    let passkey = kept_at(&site()).unwrap();
    assert_eq!(passkey.id, vector("es256_self.id"));
    assert!(passkey.eligible && passkey.counter == 0);
    assert!(
        kept(
            made("es256_self"),
            &vector("es256_self.used.challenge"),
            &site()
        )
        .is_none()
    );
    for (name, origin) in [
        ("example.com", "https://example.org"),
        ("example.org", "https://example.com"),
    ] {
        let elsewhere = Site {
            name: name.to_owned(),
            origin: origin.to_owned(),
        };
        assert!(kept_at(&elsewhere).is_none(), "{name} {origin}");
    }
    for name in ["es256", "eddsa"] {
        let challenge = vector(&format!("{name}.made.challenge"));
        assert!(
            kept(made(name), &challenge, &site()).is_none(),
            "{name}: nobody was recognised"
        );
    }
}

#[test]
fn the_answer_to_one_kind_of_question_is_none_to_another() {
    let mut swapped = made("es256_self");
    swapped.client = vector("es256_self.used.client");
    let challenge = vector("es256_self.used.challenge");
    assert!(kept(swapped, &challenge, &site()).is_none());
}

#[test]
fn a_right_signature_alone_opens_nothing() {
    let made = kept(
        made("es256_self"),
        &vector("es256_self.made.challenge"),
        &site(),
    );
    let passkey = made.unwrap();
    let challenge = vector("es256_self.used.challenge");
    let used = used("es256_self");
    assert!(used.is_signed(&Key::parse(&passkey.key).unwrap().0));
    // The device of the known answer did not recognise anybody at this use.
    assert!(used.by(passkey, (&challenge, &site()), 2).is_none());
}
