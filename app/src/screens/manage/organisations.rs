//! The organisations that send services into the house.

use domain::organisation::Organisation;
use domain::text::Label;
use leptos::prelude::*;

use super::lists::{Listed, Row};
use crate::form::{Field, Posted};
use crate::page::Page;
use crate::screens::frame::Screen;
use crate::words::Words;

impl Listed for Organisation {
    type Ground = ();
    const PATH: &'static str = "/manage/organisations";
    const WORD: &'static str = "organisation";
    const FIELDS: &'static [&'static str] = &["name"];
    const ORDERED: bool = true;

    async fn ground(_: &Screen) -> Result<(), Page> {
        Ok(())
    }

    fn row(&self, _: Words, (): &()) -> Row {
        Row {
            name: self.name.as_str().to_owned(),
            facts: Vec::new(),
        }
    }

    fn fill(&self, posted: &mut Posted, (): &()) {
        posted.keep("name", self.name.as_str());
    }

    fn read(posted: &mut Posted, (): &()) -> Option<Self> {
        let name = Label::parse(posted.value("name"));
        posted.check("name", name).map(|name| Self { name })
    }

    fn fields(words: Words, posted: &Posted, (): &()) -> AnyView {
        let hint = words.t("organisation-name-hint");
        view! { <Field label=words.t("organisation-name") hint entry=posted.entry("name", words) /> }
            .into_any()
    }
}
