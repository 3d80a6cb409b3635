//! The house: its names, its language, where it is, how it is reached and when it is open. All of it
//! can be changed later.

use desk::founding::Premises;
use domain::centre::CentreCard;
use domain::hours::DayHours;
use domain::text::{Label, Phone, Remark};
use domain::time::CentreZone;
use domain::{Address, Language, Profile, ShortName, Unfit};
use leptos::prelude::*;

use super::{Caller, Step, step_of};
use crate::form::{Choice, ErrorSummary, Field, Form, Kind, Pick, Posted, Submit};
use crate::page::Page;
use crate::parts::{Card, Ground, PageHead};
use crate::request::Typed;
use crate::words::Words;

const HERE: &str = Step::House.path();
/// Every field with its label, in the order of the form.
const FIELDS: [(&str, &str); 10] = [
    ("name", "founding-name"),
    ("public", "founding-public"),
    ("short", "founding-short"),
    ("language", "founding-language"),
    ("address", "founding-address"),
    ("profile", "founding-profile"),
    ("street", "founding-street"),
    ("town", "founding-town"),
    ("phone", "founding-phone"),
    ("hours", "founding-hours"),
];

/// Asks for the house.
pub(super) async fn get(caller: Caller) -> Page {
    let mut journey = match caller.at(Step::House).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let words = caller.words(&journey);
    let kept = journey.kept(HERE);
    let known = || journey.centre.as_ref().map(typed_before);
    let posted = kept.or_else(known).unwrap_or_else(|| usual(words));
    drop(journey);
    caller
        .show(
            words,
            HERE,
            move |idem| view! { <House words posted idem /> },
        )
        .await
}

/// What most houses choose.
fn usual(words: Words) -> Posted {
    let mut posted = Posted::default();
    posted.keep("public", words.t("founding-public-usual"));
    posted.keep("language", words.language().code());
    posted.keep("hours", "09:00-17:00");
    posted
}

/// What was accepted before.
fn typed_before(premises: &Premises) -> Posted {
    let card = &premises.card;
    let remark = |text: &Option<Remark>| text.as_ref().map_or("", Remark::as_str).to_owned();
    let mut posted = Posted::default();
    posted.keep("name", card.name.as_str());
    posted.keep(
        "public",
        card.public_name.as_ref().map_or("", Label::as_str),
    );
    posted.keep("short", premises.short.as_str());
    posted.keep("language", card.language.code());
    posted.keep("address", card.address.code());
    posted.keep("profile", card.profile.code());
    posted.keep("street", remark(&card.street));
    posted.keep("town", remark(&card.town));
    posted.keep("phone", card.phone.as_ref().map_or("", Phone::as_str));
    posted.keep("hours", premises.week.of(0).to_string());
    posted
}

#[component]
fn House(words: Words, posted: Posted, idem: String) -> impl IntoView {
    let labels = FIELDS
        .map(|(field, label)| (field, words.t(label)))
        .to_vec();
    view! {
        <PageHead title=words.t("founding-house-title") under=step_of(words, Step::House) />
        <p>{words.t("founding-house-lead")}</p>
        <Card ground=Ground::Roomy>
            <ErrorSummary posted=posted.clone() labels words />
            <Form action=HERE idem main=true>
                {names(words, &posted)}
                {manners(words, &posted)}
                {whereabouts(words, &posted)}
                <div class="row end"><Submit label=words.t("next") /></div>
            </Form>
        </Card>
    }
}

fn names(words: Words, posted: &Posted) -> impl IntoView + use<> {
    view! {
        <Field
            label=words.t("founding-name")
            hint=words.t("founding-name-hint")
            entry=posted.entry("name", words)
        />
        <Field
            label=words.t("founding-public")
            hint=words.t("founding-public-hint")
            entry=posted.entry("public", words)
        />
        <Field
            label=words.t("founding-short")
            hint=words.t("founding-short-hint")
            entry=posted.entry("short", words)
        />
    }
}

fn manners(words: Words, posted: &Posted) -> impl IntoView + use<> {
    let languages =
        Language::ALL.map(|one| Pick::new(one.code(), words.of("language", one.code())));
    let addresses = [Address::Je, Address::U]
        .map(|one| Pick::new(one.code(), words.of("founding-address", one.code())));
    let profiles: Vec<Pick> = Profile::ALL
        .iter()
        .map(|one| Pick::new(one.code(), words.of("founding-profile", one.code())))
        .collect();
    view! {
        <Choice
            label=words.t("founding-language")
            entry=posted.entry("language", words)
            picks=languages.to_vec()
        />
        <Choice
            label=words.t("founding-address")
            entry=posted.entry("address", words)
            picks=addresses.to_vec()
        />
        <Choice
            label=words.t("founding-profile")
            entry=posted.entry("profile", words)
            picks=profiles
        />
    }
}

fn whereabouts(words: Words, posted: &Posted) -> impl IntoView + use<> {
    view! {
        <Field label=words.t("founding-street") entry=posted.entry("street", words) />
        <Field label=words.t("founding-town") entry=posted.entry("town", words) />
        <Field
            label=words.t("founding-phone")
            hint=words.t("founding-phone-hint")
            entry=posted.entry("phone", words)
            kind=Kind::Phone
        />
        <Field
            label=words.t("founding-hours")
            hint=words.t("founding-hours-hint")
            entry=posted.entry("hours", words)
        />
    }
}

/// Takes the house.
pub(super) async fn post(caller: Caller, typed: Typed) -> Page {
    let mut journey = match caller.at(Step::House).await {
        Ok(journey) => journey,
        Err(page) => return page,
    };
    let fields = FIELDS.map(|(field, _)| field);
    let mut posted = typed.posted(&fields);
    let Some(premises) = read(&mut posted) else {
        posted.in_order(&fields);
        return Caller::back(journey, HERE, posted);
    };
    journey.centre = Some(premises);
    Page::see(journey.next().path())
}

fn read(posted: &mut Posted) -> Option<Premises> {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let short = ShortName::for_outside(posted.value("short"), posted.value("public"));
    let short = match short {
        Err(Unfit::Telling) => {
            posted.check_telling("short", desk::neutral::words());
            None
        }
        short => posted.check("short", short),
    };
    let hours = DayHours::parse(&value(posted, "hours"));
    let hours = posted.check("hours", hours);
    let card = card(posted);
    let premises = Premises {
        short: short?,
        card: card?,
        week: Premises::working_week(&hours?),
    };
    posted.fits().then_some(premises)
}

fn card(posted: &mut Posted) -> Option<CentreCard> {
    let name = posted.check("name", Label::parse(&text(posted, "name")));
    let public_name = posted.check("public", Label::optional(&text(posted, "public")));
    posted.check_telling("public", desk::neutral::words());
    let language = posted.check("language", Language::parse(&text(posted, "language")));
    let address = chosen(&text(posted, "address"), Address::parse);
    let address = posted.check("address", address);
    let profile = chosen(&text(posted, "profile"), Profile::parse);
    let profile = posted.check("profile", profile);
    let street = posted.check("street", Remark::optional(&text(posted, "street")));
    let town = posted.check("town", Remark::optional(&text(posted, "town")));
    let phone = posted.check("phone", Phone::optional(&text(posted, "phone")));
    Some(CentreCard {
        name: name?,
        public_name: public_name?,
        language: language?,
        address: address?,
        zone: CentreZone::of_profile(profile?),
        profile: profile?,
        street: street?,
        town: town?,
        phone: phone?,
        portal_host: None,
    })
}

fn text(posted: &Posted, field: &str) -> String {
    posted.value(field).to_owned()
}

fn chosen<T>(raw: &str, read: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Unfit> {
    if raw.is_empty() {
        Err(Unfit::NotOffered)
    } else {
        read(raw)
    }
}
