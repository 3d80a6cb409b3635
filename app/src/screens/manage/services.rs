//! The services that work in the house, each sent by an organisation.

use desk::setup;
use domain::organisation::{Organisation, ServicePlan};
use domain::text::Label;
use domain::{OrganisationId, Unfit};
use leptos::prelude::*;

use super::lists::{Listed, Row};
use crate::form::{Choice, Field, Look, Pick, Posted};
use crate::page::Page;
use crate::screens::frame::{Screen, setup_failed};
use crate::words::Words;

/// The organisations that can be named in a form, with what they are called.
pub struct Senders(Vec<Sender>);

struct Sender {
    id: OrganisationId,
    name: String,
    open: bool,
}

impl Senders {
    /// Loads the organisations of the house.
    ///
    /// # Errors
    /// The page to answer instead.
    pub async fn load(screen: &Screen) -> Result<Self, Page> {
        let actor = screen.signed.actor();
        let lines = setup::lines::<Organisation>(&screen.site.desk, &actor).await;
        let lines = lines.map_err(|error| setup_failed(&error))?;
        let sender = |line: setup::Line<Organisation>| Sender {
            id: OrganisationId::from_uuid(line.id),
            name: line.item.name.as_str().to_owned(),
            open: line.closed.is_none(),
        };
        Ok(Self(lines.into_iter().map(sender).collect()))
    }

    /// What an organisation is called; empty for none.
    #[must_use]
    pub fn name(&self, id: Option<OrganisationId>) -> String {
        let found = self.0.iter().find(|sender| Some(sender.id) == id);
        found.map_or_else(String::new, |sender| sender.name.clone())
    }

    /// What can be chosen: those that are open, and the one that is chosen already.
    #[must_use]
    pub fn picks(&self, chosen: &str) -> Vec<Pick> {
        let offered = self
            .0
            .iter()
            .filter(|sender| sender.open || sender.id.to_string() == chosen);
        offered
            .map(|sender| Pick::new(sender.id.to_string(), sender.name.clone()))
            .collect()
    }
}

/// Reads a chosen organisation; an empty field names none.
///
/// # Errors
/// [`Unfit::NotOffered`] for what is no organisation.
pub fn sender(raw: &str) -> Result<Option<OrganisationId>, Unfit> {
    match raw {
        "" => Ok(None),
        raw => OrganisationId::parse(raw).map(Some),
    }
}

impl Listed for ServicePlan {
    type Ground = Senders;
    const PATH: &'static str = "/manage/services";
    const WORD: &'static str = "service";
    const FIELDS: &'static [&'static str] = &["name", "organisation"];
    const ORDERED: bool = true;

    async fn ground(screen: &Screen) -> Result<Senders, Page> {
        Senders::load(screen).await
    }

    fn row(&self, _: Words, senders: &Senders) -> Row {
        Row {
            name: self.name.as_str().to_owned(),
            facts: vec![senders.name(self.organisation)],
        }
    }

    fn fill(&self, posted: &mut Posted, _: &Senders) {
        let organisation = self.organisation.map(|id| id.to_string());
        posted.keep("name", self.name.as_str());
        posted.keep("organisation", organisation.unwrap_or_default());
    }

    fn read(posted: &mut Posted, _: &Senders) -> Option<Self> {
        let name = Label::parse(posted.value("name"));
        let organisation = sender(posted.value("organisation"));
        let name = posted.check("name", name);
        let organisation = posted.check("organisation", organisation);
        Some(Self {
            name: name?,
            organisation: organisation?,
        })
    }

    fn fields(words: Words, posted: &Posted, senders: &Senders) -> AnyView {
        let picks = senders.picks(posted.value("organisation"));
        view! {
            <Field
                label=words.t("service-name")
                hint=words.t("service-name-hint")
                entry=posted.entry("name", words)
            />
            <Choice
                label=words.t("service-organisation")
                none=words.t("service-organisation-none")
                entry=posted.entry("organisation", words)
                picks
                look=Look::Select
            />
        }
        .into_any()
    }
}
