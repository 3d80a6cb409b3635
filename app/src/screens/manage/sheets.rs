//! A setting that is kept in versions, as a page: its form, and every earlier version with the way to
//! put it back.

use desk::settings;
use desk::setup::SetupError;
use desk::store::settings::Version;
use domain::Unfit;
use domain::setting::{Setting, SettingKey};
use leptos::prelude::*;

use super::lists::{Undo, crumbs, notice, tell};
use crate::form::{ErrorSummary, Form, Posted, Submit};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Go, Ground, PageHead, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Place, Screen, back, setup_failed};
use crate::words::Words;

/// Values of a form, by the names of its fields.
pub type Values = Vec<(&'static str, String)>;

/// A page of one setting.
#[derive(Clone)]
pub struct Sheet {
    /// Which setting.
    pub key: SettingKey,
    /// Its path.
    pub path: String,
    /// The page above it, beside the administration itself.
    pub up: Option<(&'static str, String)>,
    /// Its title.
    pub title: String,
    /// A line under the title.
    pub lead: String,
    /// Its fields with their labels, in their order.
    pub fields: Vec<(&'static str, String)>,
    /// The stored value as values of the form.
    pub spread: fn(&str) -> Values,
    /// The stored value in words.
    pub said: fn(Words, &str) -> String,
    /// Reads the form, or notes what does not fit.
    pub read: fn(SettingKey, &mut Posted) -> Option<Setting>,
    /// Draws the fields.
    pub draw: fn(Words, &Posted) -> AnyView,
}

impl Sheet {
    fn names(&self) -> Vec<&'static str> {
        self.fields.iter().map(|field| field.0).collect()
    }
}

/// Shows the page.
///
/// # Errors
/// The page to answer instead.
pub async fn show(screen: Screen, sheet: Sheet) -> Result<Page, Page> {
    let versions = versions(&screen, sheet.key).await?;
    let mut posted = screen.kept(&sheet.path).await?;
    let newest = versions
        .first()
        .map_or("", |version| version.value.as_str());
    if sheet
        .names()
        .iter()
        .all(|name| !posted.values.contains_key(*name))
    {
        for (name, value) in (sheet.spread)(newest) {
            posted.keep(name, value);
        }
    }
    let place = Place::managed(sheet.path.clone());
    let drawn = move |screen: &Screen| drawn(screen, &sheet, (posted, &versions));
    Ok(screen.show(place, drawn).await)
}

async fn versions(screen: &Screen, key: SettingKey) -> Result<Vec<Version>, Page> {
    let read = settings::versions(&screen.site.desk, &screen.signed.actor(), key).await;
    read.map_err(|error| setup_failed(&error))
}

fn drawn(
    screen: &Screen,
    sheet: &Sheet,
    (posted, versions): (Posted, &[Version]),
) -> impl IntoView + use<> {
    let words = screen.words;
    let rev = versions.first().map_or(0, |version| version.version);
    let (fields, idem) = ((sheet.draw)(words, &posted), screen.idem());
    let said = notice(screen, &posted);
    let earlier = earlier(screen, sheet, versions);
    let up = crumbs(words, sheet.up.clone());
    let (title, under) = (sheet.title.clone(), sheet.lead.clone());
    let (labels, action) = (sheet.fields.clone(), sheet.path.clone());
    let home = sheet.up.as_ref().map_or(super::HERE, |up| up.0);
    view! {
        {up}
        <PageHead title under />
        {said}
        <ErrorSummary posted labels words />
        <Card ground=Ground::Roomy>
            <Form action idem rev=Some(rev)>
                {fields}
                <div class="buttons">
                    <Submit label=words.t("save") />
                    <Go href=home label=words.t("cancel") weight=Weight::Quiet />
                </div>
            </Form>
        </Card>
        {earlier}
    }
}

/// Every version but the newest, each with a form that puts it back.
fn earlier(screen: &Screen, sheet: &Sheet, versions: &[Version]) -> Option<AnyView> {
    let (newest, earlier) = versions.split_first()?;
    if earlier.is_empty() {
        return None;
    }
    let words = screen.words;
    let rows: Vec<_> = earlier
        .iter()
        .map(|version| {
            let day = words.date(screen.centre.zone.day_of(version.at));
            let time = words.time(version.at, &screen.centre.zone);
            let value = (sheet.said)(words, &version.value);
            let act = put_back(screen, sheet, (newest.version, &version.value));
            view! {
                <li class="item">
                    <div><small>{day} " · " {time.clone()}</small><span>{value}</span></div>
                    <Acts act about=time />
                </li>
            }
        })
        .collect();
    let drawn = view! {
        <details class="card roomy fold">
            <summary><h2>{words.t("setting-versions")}</h2></summary>
            <ul class="items">{rows}</ul>
        </details>
    };
    Some(drawn.into_any())
}

fn put_back(screen: &Screen, sheet: &Sheet, (rev, value): (i64, &str)) -> Act {
    let values = (sheet.spread)(value).into_iter();
    Act::Do {
        action: sheet.path.clone(),
        label: screen.words.t("setting-put-back"),
        idem: screen.idem(),
        rev: Some(rev),
        sends: values
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

/// Opens a screen and shows a sheet of it.
pub async fn get(
    (site, signed, nonce): (Site, Signed, Nonce),
    sheet: impl FnOnce(Words) -> Sheet + Send,
) -> Page {
    let shown = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let sheet = sheet(screen.words);
        show(screen, sheet).await
    };
    match shown.await {
        Ok(page) | Err(page) => page,
    }
}

/// Opens a screen and saves a sheet of it.
pub async fn post(
    (site, signed, nonce): (Site, Signed, Nonce),
    sheet: impl FnOnce(Words) -> Sheet + Send,
    typed: &Typed,
) -> Page {
    let saved = async {
        let screen = Screen::open(site, signed, nonce).await?;
        let sheet = sheet(screen.words);
        save(&screen, &sheet, typed).await
    };
    match saved.await {
        Ok(page) | Err(page) => page,
    }
}

async fn save(screen: &Screen, sheet: &Sheet, typed: &Typed) -> Result<Page, Page> {
    let names = sheet.names();
    let mut posted = typed.posted(&names);
    let setting = (sheet.read)(sheet.key, &mut posted).filter(|_| posted.fits());
    let (Some(setting), Some(key)) = (setting, typed.idem()) else {
        posted.in_order(&names);
        return Ok(back(&screen.site, &screen.signed, &sheet.path, &posted).await);
    };
    let versions = versions(screen, sheet.key).await?;
    let before = versions
        .iter()
        .find(|version| version.version == typed.rev());
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    match settings::write(desk, &actor, (typed.rev(), key), &setting).await {
        Ok(()) => {
            let was = (sheet.spread)(before.map_or("", |version| version.value.as_str()));
            let was = was
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value));
            let undo = Undo::of(sheet.path.clone(), typed.rev() + 1).with(was.collect());
            let said = ("setting-saved", String::new());
            Ok(tell(screen, &sheet.path, said, Some(undo)).await)
        }
        Err(SetupError::Stale) => {
            posted.refuse(names[0], Unfit::ChangedMeanwhile);
            Ok(back(&screen.site, &screen.signed, &sheet.path, &posted).await)
        }
        Err(error) => Err(setup_failed(&error)),
    }
}
