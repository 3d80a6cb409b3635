//! The words on the screens: looked up on the server in the Fluent files of `app/words`, in the
//! language of whoever reads and in the form (je or u) the house has chosen. The browser carries no
//! texts: an island is handed finished sentences.

mod formats;

use std::sync::LazyLock;

use domain::{Address, Language, Unfit};
pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// The texts of one language.
type Texts = FluentBundle<FluentResource>;

/// In the order of [`Language::ALL`]; the first is the one that is always complete.
static TEXTS: LazyLock<[Texts; 4]> = LazyLock::new(|| {
    [
        read(Language::Nl, include_str!("../words/nl.ftl")),
        read(Language::Fr, include_str!("../words/fr.ftl")),
        read(Language::De, include_str!("../words/de.ftl")),
        read(Language::En, include_str!("../words/en.ftl")),
    ]
});

/// Texts in one language and one form of address. Two small values, so it is copied freely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    address: Address,
}

impl Words {
    /// The texts in a language, speaking to people as the house does.
    #[must_use]
    pub const fn new(language: Language, address: Address) -> Self {
        Self { language, address }
    }

    /// The language these texts are in.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The text with this key; Dutch where the language has none, the key itself where nobody has.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text with this key, filled in: `with("board-waiting", &[("count", 3.into())])`.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let mut args: FluentArgs<'_> = values.iter().cloned().collect();
        args.set("address", self.address.code());
        text(self.texts(), key, &args)
            .or_else(|| text(&TEXTS[0], key, &args))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text for one value of a list: `of("visit-kind", "trusted_person")`. A value the words
    /// do not know, such as a rare language, is shown by its code.
    #[must_use]
    pub fn of(self, family: &str, code: &str) -> String {
        let key = format!("{family}-{}", code.replace('_', "-"));
        let found = self.t(&key);
        if found == key { code.to_owned() } else { found }
    }

    /// What is wrong with a typed value, and what to do next.
    #[must_use]
    pub fn unfit(self, reason: Unfit) -> String {
        match reason {
            Unfit::TooLong(limit) => self.with("unfit-too-long", &[("limit", limit.into())]),
            Unfit::TooShort(limit) => self.with("unfit-too-short", &[("limit", limit.into())]),
            Unfit::Missing => self.t("unfit-missing"),
            Unfit::ControlCharacters => self.t("unfit-control-characters"),
            Unfit::NotUtf8 => self.t("unfit-not-utf8"),
            Unfit::NotADate => self.t("unfit-not-a-date"),
            Unfit::NoSuchDay => self.t("unfit-no-such-day"),
            Unfit::InTheFuture => self.t("unfit-in-the-future"),
            Unfit::InThePast => self.t("unfit-in-the-past"),
            Unfit::TooFarOff => self.t("unfit-too-far-off"),
            Unfit::NotLater => self.t("unfit-not-later"),
            Unfit::TooLongAgo => self.t("unfit-too-long-ago"),
            Unfit::NotAPhone => self.t("unfit-not-a-phone"),
            Unfit::NotAnEmail => self.t("unfit-not-an-email"),
            Unfit::NotAPort => self.t("unfit-not-a-port"),
            Unfit::OnlyHere => self.t("unfit-only-here"),
            Unfit::Telling => self.t("unfit-telling"),
            Unfit::TooGeneral => self.t("unfit-too-general"),
            Unfit::NotOffered => self.t("unfit-not-offered"),
            Unfit::NeedsOne => self.t("unfit-needs-one"),
            Unfit::SignInRefused => self.t("unfit-sign-in-refused"),
            Unfit::PinRefused => self.t("unfit-pin-refused"),
            Unfit::PinSpent => self.t("unfit-pin-spent"),
            Unfit::PassphraseRefused => self.t("unfit-passphrase-refused"),
            Unfit::TooManyTries => self.t("unfit-too-many-tries"),
            Unfit::NotSixDigits => self.t("unlock-pin-hint"),
            Unfit::TooSimple => self.t("pin-simple"),
            Unfit::NotTheCode => self.t("unfit-not-the-code"),
            Unfit::NotATongue => self.t("unfit-not-a-tongue"),
            Unfit::NoRole => self.t("unfit-no-role"),
            Unfit::NotAUserName => self.t("unfit-not-a-user-name"),
            Unfit::NotAShortName => self.t("unfit-not-a-short-name"),
            Unfit::TooCommon => self.t("passphrase-common"),
            Unfit::PasskeyRefused => self.t("unfit-passkey-refused"),
            Unfit::CodeRefused => self.t("unfit-code-refused"),
            Unfit::Taken => self.t("unfit-taken"),
            Unfit::LastOne => self.t("unfit-last-one"),
            Unfit::OwnRole => self.t("unfit-own-role"),
            Unfit::NotTheSame => self.t("pin-differs"),
            Unfit::ChangedMeanwhile => self.t("unfit-changed-meanwhile"),
            Unfit::LikelyKnown => self.t("unfit-likely-known"),
            Unfit::NotANumber(least, most) => {
                let limits = [("least", least.into()), ("most", most.into())];
                self.with("unfit-not-a-number", &limits)
            }
            Unfit::NotHours => self.t("unfit-not-hours"),
            Unfit::NotAHost => self.t("unfit-not-a-host"),
            Unfit::EndsBefore => self.t("unfit-ends-before"),
            Unfit::AlreadyThere => self.t("unfit-already-there"),
            Unfit::AlreadyInside => self.t("unfit-already-inside"),
            Unfit::StaysCall => self.t("unfit-stays-call"),
            Unfit::StaysVisitor => self.t("unfit-stays-visitor"),
            Unfit::RoomTaken => self.t("unfit-room-taken"),
        }
    }

    fn texts(self) -> &'static Texts {
        &TEXTS[self.language as usize]
    }
}

/// A file that cannot be read stops the first lookup, which every test makes.
fn read(language: Language, source: &str) -> Texts {
    let tag: LanguageIdentifier = language
        .code()
        .parse()
        .expect("our codes are language tags");
    let resource = FluentResource::try_new(source.to_owned())
        .map_err(|(_, errors)| errors)
        .expect("the Fluent files are compiled in and read by a test");
    let mut texts = FluentBundle::new_concurrent(vec![tag]);
    // The marks around filled-in values would end up in printed lists and in search fields.
    texts.set_use_isolating(false);
    texts
        .add_resource(resource)
        .expect("no key stands twice in a Fluent file");
    texts
}

fn text(texts: &Texts, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = texts.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = texts.format_pattern(pattern, Some(args), &mut errors);
    Some(text.into_owned())
}
