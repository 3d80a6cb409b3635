//! What every staff screen starts from: the house of whoever asks, the words, the frame, and the
//! draft of the page.

use desk::places::{self, Centre};
use desk::role_notices::Told;
use desk::store::drafts::Spot;
use desk::{drafts, outbox};
use domain::role::{Action, ActorKind, allows};
use domain::{Instant, Pii, RepeatKey};
use leptos::prelude::*;

use super::manage::{self, role_notices};
use crate::form::Posted;
use crate::icons::Icon;
use crate::page::{Drawn, Page, Site};
use crate::parts::{Notice, Tone};
use crate::request::{Nonce, Signed};
use crate::shell::{Frame, MenuEntry, Shell};
use crate::words::Words;

mod failed;
mod place;

pub use failed::{export_failed, import_failed, person_failed, setup_failed, visit_failed};
pub use place::Place;

/// A screen that is being made: who asks, and in which house.
pub struct Screen {
    /// What the screens share.
    pub site: Site,
    /// Who asks.
    pub signed: Signed,
    /// In which house.
    pub centre: Centre,
    /// In which words.
    pub words: Words,
    /// Since when no mail goes out, for whoever may have to call instead.
    mail_stands: Option<Instant>,
    nonce: Nonce,
}

impl Screen {
    /// Starts a screen.
    ///
    /// # Errors
    /// The page to answer instead, when the house cannot be loaded.
    pub async fn open(site: Site, signed: Signed, nonce: Nonce) -> Result<Self, Page> {
        let centre = places::own_centre(&site.desk, &signed.actor())
            .await
            .map_err(|_| Page::broken())?;
        let words = Words::new(signed.staff.language, centre.address);
        let mail_stands = mail_stands(&site, &signed).await?;
        Ok(Self {
            site,
            signed,
            centre,
            words,
            mail_stands,
            nonce,
        })
    }

    /// Whether the role that is worn now may do this.
    #[must_use]
    pub const fn may(&self, action: Action) -> bool {
        allows(ActorKind::Staff(self.signed.staff.role), action)
    }

    /// A fresh key for one form.
    #[must_use]
    pub fn idem(&self) -> String {
        RepeatKey::new(self.site.desk.ids()).to_string()
    }

    /// Takes what was kept for a page; nothing when nothing was.
    ///
    /// # Errors
    /// The page to answer instead, when the draft cannot be opened.
    pub async fn kept(&self, path: &str) -> Result<Posted, Page> {
        kept(&self.site, &self.signed, path).await
    }

    /// What the step before has to say on this page, as a line on top of it. A screen reader reads it
    /// out.
    #[must_use]
    pub fn said(&self, kept: &Posted) -> Option<AnyView> {
        let (tone, text) = self.sentence(kept)?;
        Some(view! { <Notice tone text /> }.into_any())
    }

    /// The sentence of that line, and what its colour says.
    #[must_use]
    pub fn sentence(&self, kept: &Posted) -> Option<(Tone, String)> {
        let (key, about) = (kept.value("said"), kept.value("token"));
        let role = self.words.of("role", about);
        let values = [("token", about.into()), ("role", role.into())];
        let text = self.words.with(key, &values);
        let refused = ["visit-refused", "release-refused", "pair-refused", "unfit"];
        let tone = if refused.iter().any(|start| key.starts_with(start)) {
            Tone::Care
        } else {
            Tone::Ok
        };
        (!key.is_empty()).then_some((tone, text))
    }

    /// Draws the screen inside the frame.
    pub async fn show<V, F>(self, place: Place, content: F) -> Page
    where
        V: IntoView + 'static,
        F: FnOnce(&Self) -> V + Send + 'static,
    {
        let drawn = Drawn {
            words: self.words,
            nonce: self.nonce.clone(),
            islands: place.islands,
            refresh: place.refresh,
        };
        let told = match self.told(&place).await {
            Ok(told) => told,
            Err(page) => return page,
        };
        let (site, frame) = (self.site.clone(), self.frame(&place));
        let drawn_whole = move || {
            let notices = role_notices::draw(&self, &place.here, &told);
            view! { <Shell frame>{notices}{content(&self)}</Shell> }
        };
        Page::show(&site, drawn, drawn_whole).await
    }

    /// What whoever manages the house is told on every page of the administration.
    async fn told(&self, place: &Place) -> Result<Vec<Told>, Page> {
        if place.menu == manage::HERE {
            role_notices::load(self).await
        } else {
            Ok(Vec::new())
        }
    }

    /// Where the administration begins: whoever does not set the house up has one page of it.
    const fn managed(&self) -> Option<&'static str> {
        if self.may(Action::ShowSetup) {
            Some("/manage")
        } else if self.may(Action::ShowDenials) {
            Some("/manage/denials")
        } else {
            None
        }
    }

    fn frame(&self, place: &Place) -> Frame {
        let role = self.words.of("role", self.signed.staff.role.code());
        let entry = |href, icon, key: &str| MenuEntry {
            href,
            icon,
            label: self.words.t(key),
            current: place.menu == href,
        };
        let board = self
            .may(Action::ShowBoard)
            .then(|| entry("/desk", Icon::Door, "menu-board"));
        let pairs = self
            .may(Action::ShowPairs)
            .then(|| entry("/people/pairs", Icon::Groups, "menu-pairs"));
        let manage = self.managed().map(|href| MenuEntry {
            current: place.menu == "/manage",
            ..entry(href, Icon::Settings, "menu-settings")
        });
        let release = (self.may(Action::ReleaseExport) && !self.may(Action::ShowSetup))
            .then(|| entry("/manage/exports", Icon::List, "manage-exports"));
        let erasures = (self.may(Action::ShowErasures) && !self.may(Action::ShowSetup))
            .then(|| entry("/manage/erasures", Icon::Cross, "manage-erasures"));
        let resets = (self.may(Action::ReleaseReset) && !self.may(Action::ShowSetup))
            .then(|| entry("/manage/resets", Icon::Lock, "manage-resets"));
        let searches = (self.may(Action::ShowSearches) && !self.may(Action::ShowSetup))
            .then(|| entry("/manage/searches", Icon::Search, "manage-searches"));
        Frame {
            words: self.words,
            menu: board
                .into_iter()
                .chain(pairs)
                .chain(manage)
                .chain(release)
                .chain(erasures)
                .chain(resets)
                .chain(searches)
                .chain([entry("/account", Icon::Person, "menu-account")])
                .collect(),
            name: self.signed.name.reveal().clone(),
            place: format!("{} · {role}", self.centre.name),
            find: !place.own_search && self.may(Action::FindPerson),
            here: place.here.clone(),
            form: place.form,
            idem: self.idem(),
            warning: self.mail_stands.map(|since| self.mail_warning(since)),
        }
    }

    fn mail_warning(&self, since: Instant) -> String {
        let (words, zone) = (self.words, &self.centre.zone);
        let day = zone.day_of(since);
        let time = words.time(since, zone);
        let when = if day == zone.day_of(self.site.desk.now()) {
            time
        } else {
            format!("{}, {time}", words.day(day))
        };
        words.with("mail-stands", &[("when", when.into())])
    }
}

/// Asked only for those who may have to call instead.
async fn mail_stands(site: &Site, signed: &Signed) -> Result<Option<Instant>, Page> {
    let watches = allows(ActorKind::Staff(signed.staff.role), Action::WatchMail);
    if !watches {
        return Ok(None);
    }
    let since = outbox::standing_since(&site.desk, &signed.actor()).await;
    since.map_err(|_| Page::broken())
}

/// Keeps what was typed for a page and sends the browser there.
pub async fn back(site: &Site, signed: &Signed, path: &str, posted: &Posted) -> Page {
    let Ok(bytes) = serde_json::to_vec(posted) else {
        return Page::broken();
    };
    let spot = Spot {
        session: signed.staff.session,
        path,
    };
    match drafts::keep(&site.desk, &signed.actor(), spot, &Pii::new(bytes)).await {
        Ok(()) => Page::see(path),
        Err(error) => {
            tracing::error!(error.kind = %error, "a draft could not be kept");
            Page::broken()
        }
    }
}

/// Takes what was kept for a page; nothing when nothing was, or when a browser only looks ahead.
///
/// # Errors
/// The page to answer instead, when the draft cannot be opened.
pub(super) async fn kept(site: &Site, signed: &Signed, path: &str) -> Result<Posted, Page> {
    if signed.glance {
        return Ok(Posted::default());
    }
    let session = signed.staff.session;
    let taken = drafts::take(&site.desk, &signed.actor(), session, path).await;
    let bytes = taken.map_err(|_| Page::broken())?;
    Ok(bytes
        .and_then(|bytes| serde_json::from_slice(bytes.reveal()).ok())
        .unwrap_or_default())
}

/// Sends the browser to a page with one sentence to say there.
pub async fn say(site: &Site, signed: &Signed, path: &str, said: (&str, String)) -> Page {
    let mut posted = Posted::default();
    posted.keep("said", said.0);
    posted.keep("token", said.1);
    back(site, signed, path, &posted).await
}
