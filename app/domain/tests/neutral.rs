//! What may not leave the house is found however it is written, and what says nothing passes.
#![cfg(feature = "neutral")]

use std::sync::LazyLock;

use domain::neutral::{Lexicon, Place, Why};
use proptest::prelude::*;

/// Words of every language, one that each stands for the way it is written in the lexicon.
const WORDS: [&str; 16] = [
    "geweld",
    "slachtoffer",
    "politie",
    "lotgenotengroep",
    "veilig thuis",
    "violence",
    "gendarmerie",
    "Frauenhaus",
    "staatsanwalt",
    "restraining order",
    "survivor",
    "شرطة",
    "عنف",
    "şiddet",
    "mağdur",
    "поліція",
];

static HOUSE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::built_in().with_names(["De Linde", "CAW Oost", "Kom"]));

fn house() -> &'static Lexicon {
    &HOUSE
}

fn found(text: &str) -> Option<String> {
    house().find(text).map(|hit| hit.word)
}

#[test]
fn every_word_of_every_language_is_found() {
    for word in WORDS {
        assert!(found(&format!("Bericht over {word}.")).is_some(), "{word}");
    }
}

#[test]
fn a_disguised_word_is_found() {
    for text in [
        "GEWELD",
        "gewéld",
        "ge-weld",
        "g.e.w.e.l.d",
        "g e w e l d",
        "partner-\ngeweld",
        "ge\u{200b}weld",
        "ge\u{ad}weld",
        "gew\u{202e}eld",
        "gеwеld",
        "ｇｅｗｅｌｄ",
        "𝓰𝓮𝔀𝓮𝓵𝓭",
        "ⓖⓔⓦⓔⓛⓓ",
        "g3w3ld",
        "p0l1t1e",
        "рolitie",
        "POLITIE",
        "politıe",
        "po|itie",
        "p0litie",
        "huiselijkgeweld",
        "Veilig-Thuis",
        "veiligthuis",
        "V e i l i g  T h u i s",
        "C.A.W.",
        "c a w",
        "\u{fee3}\u{feae}\u{fedb}\u{fe70} عـنـف",
        "عُنْف",
    ] {
        assert!(found(text).is_some(), "{text}");
    }
}

#[test]
fn a_short_word_counts_only_when_it_stands_alone() {
    for text in ["cawa", "Violette", "un violon", "ocmwx", "verdaders"] {
        assert_eq!(found(text), None, "{text}");
    }
    assert_eq!(found("un viol").as_deref(), Some("viol"));
}

#[test]
fn the_names_of_the_house_are_found_and_short_ones_only_alone() {
    for text in [
        "tot in De Linde",
        "DELINDE",
        "de-linde",
        "bij CAW oost",
        "Kom",
        "info@delinde.be",
    ] {
        assert!(found(text).is_some(), "{text}");
    }
    assert_eq!(
        found("De lindeboom staat in bloei"),
        Some("De Linde".to_owned())
    );
    assert_eq!(found("Komt u ook?"), None);
    assert_eq!(Lexicon::built_in().find("tot in De Linde"), None);
}

#[test]
fn telephone_numbers_are_found_however_they_are_grouped() {
    for text in [
        "bel 112",
        "Bel 1712 voor hulp",
        "0800 2000",
        "0800-20 00",
        "0800/2000",
        "+31 800 2000",
        "0031800-2000",
        "116 000",
        "٠٨٠٠٢٠٠٠",
        "０８００ ２０００",
    ] {
        assert!(found(text).is_some(), "{text}");
    }
    let number = |text| Lexicon::built_in().check("Bericht", text).unwrap_err().why;
    for text in [
        "Bel 0470 12 34 56.",
        "Bel 014/58.99.00",
        "+32 (0)2 555 12 34",
    ] {
        assert_eq!(number(text), Why::Number, "{text}");
    }
}

#[test]
fn days_times_and_harmless_sentences_pass() {
    for text in [
        "Uw afspraak is op dinsdag 10 maart om 14.30 uur.",
        "Dinsdag 10-03-2026, 11:20 u.",
        "De afspraak van 2026-03-10 om 9u30 gaat niet door.",
        "Kunt u niet komen? Laat het ons dan weten. A.u.b. voor 12.00 uur.",
        "Votre rendez-vous est le mardi 10 mars à 14h30.",
        "Ihr Termin ist am Dienstag, 10. März, um 14.30 Uhr.",
        "Your appointment is on Tuesday 10 March at 2.30 pm.",
        "موعدك يوم الثلاثاء ١٠ مارس الساعة ٢:٣٠.",
        "Randevunuz 10 Mart Salı günü saat 14.30'da.",
        "Ваша зустріч у вівторок 10 березня о 14:30.",
        "Neem gerust iemand mee. Er is koffie en thee.",
        "Nous vous attendons. Merci de prévenir si vous ne pouvez pas venir.",
        "Bitte melden Sie sich, wenn Sie nicht kommen können.",
    ] {
        assert_eq!(house().check("Uw afspraak", text), Ok(()), "{text}");
    }
}

#[test]
fn an_address_of_a_site_or_mailbox_is_found() {
    for text in [
        "Kijk op https://voorbeeld.be/a",
        "Kijk op www.voorbeeld.be",
        "Kijk op voorbeeld.be",
        "Mail naar r@voorbeeld.be",
    ] {
        assert_eq!(
            house().check("Bericht", text).unwrap_err().why,
            Why::Link,
            "{text}"
        );
    }
}

#[test]
fn what_says_too_much_is_named_with_its_place() {
    let told = |subject: &str, text: &str| house().check(subject, text).unwrap_err();
    let calm = "Dit is een bericht van ons aan u over uw afspraak.\n";
    let subject = told("Politie", calm);
    assert_eq!(
        (subject.place, subject.why),
        (Place::Subject, Why::Word("politie".to_owned()))
    );
    assert_eq!(told("Bericht", "De politie komt.").place, Place::Preview);
    let third = told("Bericht", &format!("{calm}Tot dan.\nDe politie komt ook."));
    assert_eq!(third.place, Place::Line(3));
    assert_eq!(told("Bericht", " \n").why, Why::Empty);
    let header = house()
        .check_header("noreply@slachtoffer-hulp.be")
        .unwrap_err();
    assert_eq!(header.place, Place::Header);
}

/// What a reader takes for the same letter, or does not see at all.
fn disguise() -> impl Strategy<Value = fn(char) -> String> {
    let plain: fn(char) -> String = |c| c.to_string();
    let upper: fn(char) -> String = |c| c.to_uppercase().collect();
    let accent: fn(char) -> String = |c| format!("{c}\u{301}");
    let joined: fn(char) -> String = |c| format!("{c}\u{200d}");
    let marked: fn(char) -> String = |c| format!("\u{2066}{c}\u{2069}");
    let hyphen: fn(char) -> String = |c| format!("{c}\u{ad}");
    let wide: fn(char) -> String = |c| match c {
        'a'..='z' => char::from_u32(u32::from(c) + 0xFEE0)
            .map_or(c, |w| w)
            .to_string(),
        _ => c.to_string(),
    };
    let foreign: fn(char) -> String = |c| {
        let same = "aceopxyijskmthbn".chars().zip("асеорхуіјѕкмтһьп".chars());
        same.into_iter()
            .find(|(ours, _)| *ours == c)
            .map_or(c, |(_, theirs)| theirs)
            .to_string()
    };
    prop::sample::select(vec![
        plain, upper, accent, joined, marked, hyphen, wide, foreign,
    ])
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "-", "\u{200b}", "\n", "."])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_mix_of_disguises_hides_a_word(
        word in prop::sample::select(vec!["geweld", "slachtoffer", "politie", "violence", "gewalt", "victim"]),
        disguises in prop::collection::vec((disguise(), gap()), 12),
        before in "[a-z]{0,8} ",
        after in "( [a-z]{0,8})?",
    ) {
        let letters = word.chars().zip(&disguises);
        let hidden: String = letters.flat_map(|(c, (how, gap))| [how(c), (*gap).to_owned()]).collect();
        let text = format!("{before}{hidden}{after}");
        prop_assert!(found(&text).is_some(), "{text:?}");
    }

    #[test]
    fn no_text_is_too_strange_to_be_read(text in "\\PC{0,200}") {
        let _told = house().check("Bericht", &text);
    }

    #[test]
    fn the_place_of_a_word_lies_in_the_text(text in "[a-zé \n.-]{0,60}", at in 0_usize..60) {
        let cut: usize = text.char_indices().map(|(i, _)| i).nth(at).unwrap_or(text.len());
        let text = format!("{} slachtoffer {}", &text[..cut], &text[cut..]);
        let hit = house().find(&text).unwrap();
        prop_assert!(hit.at < text.chars().count());
    }
}
