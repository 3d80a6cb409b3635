//! The words: every language says the same things, with the same gaps to fill, and everything the
//! screens ask for exists.
#![cfg(feature = "ssr")]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read the words fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use app::words::Words;
use desk::erasures::Part;
use desk::exports::Stage as ExportStage;
use desk::imports::State as Progress;
use domain::backup::Trouble;
use domain::erasure::{Stage as ErasureStage, Urgency};
use domain::hold::Ground;
use domain::holiday::Holiday;
use domain::import::Column;
use domain::mail::{Fault, LetterKind, LetterState, Security};
use domain::person::Channel;
use domain::retention::{CountsFrom, Kept};
use domain::role::Role;
use domain::room::Feature;
use domain::same_as::Basis;
use domain::searching::Why;
use domain::setting::TextKey;
use domain::visit::{Minder, Mobility, Purpose, Stage, VisitKind, WaitingPlace};
use domain::{Address, Language, Profile, Tongue, Unfit};

/// The fields of the mail server, and those with a hint.
const FIELDS: [&str; 10] = [
    "host",
    "port",
    "security",
    "user",
    "password",
    "sender-name",
    "sender",
    "shown-as",
    "notices",
    "to",
];
const HINTS: [&str; 6] = [
    "host",
    "password",
    "sender-name",
    "sender",
    "shown-as",
    "notices",
];

/// Message bodies by key.
type Messages = BTreeMap<String, String>;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn messages(language: Language) -> Messages {
    let file = here(&format!("words/{}.ftl", language.code()));
    let mut found = Messages::new();
    let mut key = String::new();
    for line in fs::read_to_string(file).unwrap().lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let Some((name, text)) = line.split_once(" =").filter(|_| starts) {
            name.clone_into(&mut key);
            assert!(
                found.insert(key.clone(), text.to_owned()).is_none(),
                "{key} stands twice"
            );
        } else if !line.starts_with('#') {
            found.entry(key.clone()).or_default().push_str(line);
        }
    }
    found
}

fn gaps(text: &str) -> BTreeSet<&str> {
    let ends = |c: char| !c.is_ascii_alphanumeric();
    text.split('$')
        .skip(1)
        .filter_map(|rest| rest.split(ends).next())
        .filter(|gap| *gap != "address")
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// The first text in each call of this name in the code of the screens.
fn asked(call: &str) -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&here("src"), &mut files);
    let mut keys = BTreeSet::new();
    for file in files {
        let code = file
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.collect::<Vec<_>>().join("\n");
        for rest in code.split(call).skip(1) {
            if let Some(text) = rest.trim_start().strip_prefix('"') {
                keys.extend(text.split('"').next().map(str::to_owned));
            }
        }
    }
    keys
}

/// Why a file of people is not taken in, in words.
const REFUSED: [&str; 6] = [
    "empty",
    "not-text",
    "no-head",
    "too-large",
    "missing",
    "broken",
];

/// What is said about a file that leaves the house.
const SAID: [&str; 4] = ["asked", "released", "late", "same"];

/// The heads of a file of rows that were left out.
const HEADS: [&str; 3] = ["line", "reason", "row"];

/// What asks for a fresh proof.
fn deeds() -> Vec<String> {
    let routes = app::screens::routes().into_iter();
    let deeds = routes.filter_map(|route| match route.policy {
        app::screens::Policy::Proved(action) => Some(action.code().replace('_', "-")),
        _ => None,
    });
    deeds.collect()
}

/// Every list whose values are put in words by their code.
fn families() -> Vec<(&'static str, Vec<String>)> {
    fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<String> {
        all.iter().map(|one| code(*one).replace('_', "-")).collect()
    }
    vec![
        ("visit-kind", codes(VisitKind::ALL, VisitKind::code)),
        ("purpose", codes(Purpose::ALL, Purpose::code)),
        ("stage", codes(Stage::ALL, Stage::code)),
        ("minder", codes(Minder::ALL, Minder::code)),
        ("mobility", codes(Mobility::ALL, Mobility::code)),
        ("waiting", codes(WaitingPlace::ALL, WaitingPlace::code)),
        ("company", ["with", "alone"].map(str::to_owned).to_vec()),
        ("closing", ["leave", "stays"].map(str::to_owned).to_vec()),
        ("role", codes(Role::ALL, Role::code)),
        ("holiday", codes(Holiday::ALL, Holiday::code)),
        ("kept", codes(Kept::ALL, Kept::code)),
        ("counts-from", codes(CountsFrom::ALL, CountsFrom::code)),
        ("text-key", codes(TextKey::ALL, TextKey::code)),
        ("profile", codes(Profile::ALL, Profile::code)),
        ("address", codes(&[Address::Je, Address::U], Address::code)),
        ("feature", codes(Feature::ALL, Feature::code)),
        ("searches-why", codes(Why::ALL, Why::code)),
        ("channel", codes(Channel::ALL, Channel::code)),
        ("letter-kind", codes(LetterKind::ALL, LetterKind::code)),
        ("letter-state", codes(LetterState::ALL, LetterState::code)),
        ("backup-trouble", codes(Trouble::ALL, Trouble::code)),
        ("mail-fault", codes(Fault::ALL, Fault::code)),
        ("mail-security", codes(Security::ALL, Security::code)),
        ("mail-security-hint", codes(Security::ALL, Security::code)),
        ("mail-field", FIELDS.map(str::to_owned).to_vec()),
        ("mail-hint", HINTS.map(str::to_owned).to_vec()),
        ("column", codes(Column::ALL, Column::code)),
        ("imports-state", codes(&Progress::ALL, Progress::code)),
        ("imports-refused", REFUSED.map(str::to_owned).to_vec()),
        ("exports-stage", codes(&ExportStage::ALL, ExportStage::code)),
        ("exports-said", SAID.map(str::to_owned).to_vec()),
        ("deed", deeds()),
        (
            "erasure-stage",
            codes(ErasureStage::ALL, ErasureStage::code),
        ),
        ("hold-ground", codes(Ground::ALL, Ground::code)),
        ("hold-source", codes(Ground::ALL, Ground::code)),
        ("erasure-urgency", codes(Urgency::ALL, Urgency::code)),
        ("erasure-part", codes(&Part::ALL, Part::code)),
        ("pair-basis", codes(Basis::ALL, Basis::code)),
        (
            "erasure-fate",
            ["goes", "loose", "stays"].map(str::to_owned).to_vec(),
        ),
        ("imports-head", HEADS.map(str::to_owned).to_vec()),
        ("language", codes(&Language::ALL, Language::code)),
        (
            "founding-address",
            codes(&[Address::Je, Address::U], Address::code),
        ),
        ("founding-profile", codes(Profile::ALL, Profile::code)),
        (
            "centre-zone",
            ["Brussels", "Amsterdam"].map(str::to_owned).to_vec(),
        ),
        ("tongue", Tongue::COMMON.map(str::to_owned).to_vec()),
        ("weekday", (0..7).map(|day| day.to_string()).collect()),
        ("month", (1..=12).map(|month| month.to_string()).collect()),
    ]
}

#[test]
fn every_language_says_the_same_things() {
    let dutch: Vec<String> = messages(Language::Nl).into_keys().collect();
    for language in Language::ALL {
        let keys: Vec<String> = messages(language).into_keys().collect();
        assert_eq!(keys, dutch, "{language:?}");
    }
}

#[test]
fn every_language_leaves_the_same_gaps_to_fill() {
    let dutch = messages(Language::Nl);
    for language in Language::ALL {
        for (key, text) in messages(language) {
            assert_eq!(gaps(&text), gaps(&dutch[&key]), "{key} in {language:?}");
        }
    }
}

#[test]
fn everything_the_screens_ask_for_exists() {
    let dutch = messages(Language::Nl);
    for key in asked(".t(").union(&asked(".with(")) {
        assert!(dutch.contains_key(key), "no words for {key}");
    }
}

#[test]
fn every_value_of_every_list_has_words() {
    let (dutch, families) = (messages(Language::Nl), families());
    for (family, codes) in &families {
        for code in codes {
            let key = format!("{family}-{code}");
            assert!(dutch.contains_key(&key), "no words for {key}");
        }
    }
    for family in asked(".of(") {
        assert!(
            families.iter().any(|(known, _)| *known == family),
            "unknown list {family}"
        );
    }
}

#[test]
fn every_reason_says_what_to_do_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language, Address::Je);
        for reason in [
            Unfit::Missing,
            Unfit::OwnRole,
            Unfit::TooLong(200),
            Unfit::TooShort(6),
            Unfit::ControlCharacters,
            Unfit::NotUtf8,
            Unfit::NotADate,
            Unfit::NoSuchDay,
            Unfit::InTheFuture,
            Unfit::InThePast,
            Unfit::TooLongAgo,
            Unfit::NotAPhone,
            Unfit::NotAnEmail,
            Unfit::NotAPort,
            Unfit::OnlyHere,
            Unfit::Telling,
            Unfit::TooGeneral,
            Unfit::NotOffered,
            Unfit::NeedsOne,
            Unfit::SignInRefused,
            Unfit::PinRefused,
            Unfit::PinSpent,
            Unfit::PassphraseRefused,
            Unfit::TooManyTries,
            Unfit::NotTheCode,
            Unfit::NotATongue,
            Unfit::NoRole,
            Unfit::NotAUserName,
            Unfit::NotAShortName,
            Unfit::ChangedMeanwhile,
            Unfit::LikelyKnown,
            Unfit::NotANumber(1, 200),
            Unfit::NotHours,
            Unfit::NotAHost,
            Unfit::EndsBefore,
            Unfit::AlreadyThere,
            Unfit::AlreadyInside,
            Unfit::RoomTaken,
        ] {
            let text = words.unfit(reason);
            assert!(!text.starts_with("unfit-") && !text.contains('{'), "{text}");
        }
    }
}

#[test]
fn dutch_sentences_stay_short() {
    let mut lengths = Vec::new();
    for (key, text) in messages(Language::Nl) {
        if text.contains("->") {
            continue;
        }
        for sentence in text.split(['.', '?', '!', ':']) {
            let words = sentence
                .split_whitespace()
                .filter(|word| !"{}·".contains(word))
                .count();
            assert!(words <= 20, "{key} is a long sentence");
            lengths.extend((words > 0).then_some(words));
        }
    }
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!(mean <= 12, "{mean} words in the mean sentence");
}

#[test]
fn the_house_chooses_between_je_and_u() {
    let said = |address| Words::new(Language::Nl, address).t("sign-in-again");
    assert_eq!(said(Address::Je), "Je was een tijd weg. Meld opnieuw aan.");
    assert_eq!(said(Address::U), "U was een tijd weg. Meld opnieuw aan.");
}

#[test]
fn one_and_many_are_told_apart() {
    let words = Words::new(Language::Nl, Address::Je);
    let errors = |count: i64| words.with("form-errors", &[("count", count.into())]);
    assert_eq!(errors(1), "Er klopt nog één ding niet");
    assert_eq!(errors(3), "Er kloppen nog 3 dingen niet");
}

#[test]
fn a_text_nobody_wrote_is_shown_by_its_key() {
    let words = Words::new(Language::Fr, Address::Je);
    assert_eq!(words.t("no-such-text"), "no-such-text");
    assert_eq!(words.of("tongue", "qu"), "qu");
}

/// What stands on the slip that a visitor takes along.
const SLIP: [&str; 6] = [
    "slip-number",
    "slip-next-waiting",
    "slip-next-with",
    "slip-next-left",
    "slip-phone",
    "slip-today",
];

#[test]
fn the_slip_of_a_visitor_says_nothing_of_what_the_house_is() {
    let lexicon = domain::neutral::Lexicon::built_in();
    for language in Language::ALL {
        for address in [Address::Je, Address::U] {
            let words = Words::new(language, address);
            for key in SLIP {
                let said = words.with(key, &[("phone", "051 00 00 00".into())]);
                assert_ne!(said, key);
                assert!(lexicon.find(&said).is_none(), "{said}");
            }
        }
    }
}
