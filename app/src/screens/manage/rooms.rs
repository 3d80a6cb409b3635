//! The rooms of the house: seats, what they have, and when they may be used.

use domain::hours::DayHours;
use domain::room::{Buffer, Feature, RoomPlan, Seats};
use domain::text::Label;
use leptos::prelude::*;

use super::lists::{Listed, Row};
use crate::form::{Field, Kind, Posted, Tick};
use crate::page::Page;
use crate::screens::frame::Screen;
use crate::words::Words;

impl Listed for RoomPlan {
    type Ground = ();
    const PATH: &'static str = "/manage/rooms";
    const WORD: &'static str = "room";
    const FIELDS: &'static [&'static str] = &[
        "name",
        "seats",
        "child",
        "wheelchair",
        "own_exit",
        "video",
        "soundproof",
        "hours",
        "before",
        "after",
    ];
    const ORDERED: bool = true;

    async fn ground(_: &Screen) -> Result<(), Page> {
        Ok(())
    }

    fn row(&self, words: Words, (): &()) -> Row {
        let seats = words.with("board-room-seats", &[("count", self.seats.get().into())]);
        let features = self.features.iter();
        let features = features.map(|feature| words.of("feature", feature.code()));
        let facts = std::iter::once(seats)
            .chain(features)
            .chain([self.hours.to_string()]);
        Row {
            name: self.name.as_str().to_owned(),
            facts: facts.collect(),
        }
    }

    fn fill(&self, posted: &mut Posted, (): &()) {
        posted.keep("name", self.name.as_str());
        posted.keep("seats", self.seats.get().to_string());
        for feature in Feature::ALL {
            posted.keep(feature.code(), if self.has(*feature) { "yes" } else { "" });
        }
        posted.keep("hours", self.hours.to_string());
        posted.keep("before", self.before.minutes().to_string());
        posted.keep("after", self.after.minutes().to_string());
    }

    fn read(posted: &mut Posted, (): &()) -> Option<Self> {
        let name = Label::parse(posted.value("name"));
        let name = posted.check("name", name);
        // It stands on the door.
        posted.check_telling("name", desk::neutral::words());
        let seats = Seats::parse(posted.value("seats"));
        let seats = posted.check("seats", seats);
        let hours = DayHours::parse(posted.value("hours"));
        let hours = posted.check("hours", hours);
        let before = Buffer::parse(posted.value("before"));
        let before = posted.check("before", before);
        let after = Buffer::parse(posted.value("after"));
        let after = posted.check("after", after);
        let ticked = |feature: &Feature| posted.value(feature.code()) == "yes";
        Some(Self {
            name: name?,
            seats: seats?,
            features: Feature::ALL.iter().copied().filter(ticked).collect(),
            hours: hours?,
            before: before?,
            after: after?,
        })
    }

    fn fields(words: Words, posted: &Posted, (): &()) -> AnyView {
        let ticks: Vec<_> = Feature::ALL
            .iter()
            .map(|feature| {
                let label = words.of("feature", feature.code());
                view! { <Tick label entry=posted.entry(feature.code(), words) /> }
            })
            .collect();
        let number = |label: &str, name: &'static str, hint: &str| {
            let (label, hint) = (words.t(label), words.t(hint));
            view! { <Field label hint entry=posted.entry(name, words) kind=Kind::Number /> }
        };
        view! {
            <Field label=words.t("room-name") hint=words.t("room-name-hint") entry=posted.entry("name", words) />
            {number("room-seats", "seats", "room-seats-hint")}
            <fieldset class="field">
                <legend>{words.t("room-features")}</legend>
                <div class="ticks">{ticks}</div>
            </fieldset>
            <Field label=words.t("room-hours") hint=words.t("room-hours-hint") entry=posted.entry("hours", words) />
            <div class="halves">
                {number("room-before", "before", "room-before-hint")}
                {number("room-after", "after", "room-after-hint")}
            </div>
        }
        .into_any()
    }

    fn begin(posted: &mut Posted, (): &()) {
        posted.keep("seats", "4");
    }
}
