//! The duty roster: who gets the silent alerts when, and where the gaps are.

use desk::duties::{self, Colleague};
use desk::setup::Line;
use domain::duty::Duty;
use domain::hours::Minute;
use domain::time::CentreZone;
use domain::{Day, Instant, Span, Unfit, UserId};
use leptos::prelude::*;

use super::lists::{Listed, Row};
use crate::form::{Choice, Field, Kind, Look, Pick, Posted};
use crate::page::Page;
use crate::parts::{Notice, Tone};
use crate::screens::frame::{Screen, setup_failed};
use crate::words::Words;

/// What the roster has to know: the clock of the house, its colleagues, and the gaps ahead.
pub struct Roster {
    zone: CentreZone,
    now: Instant,
    colleagues: Vec<Colleague>,
    gaps: Vec<Span>,
}

impl Roster {
    async fn load(screen: &Screen) -> Result<Self, Page> {
        let (desk, actor) = (&screen.site.desk, screen.signed.actor());
        let colleagues = duties::colleagues(desk, &actor).await;
        let gaps = duties::gaps(desk, &actor).await;
        Ok(Self {
            zone: screen.centre.zone,
            now: desk.now(),
            colleagues: colleagues.map_err(|error| setup_failed(&error))?,
            gaps: gaps.map_err(|error| setup_failed(&error))?,
        })
    }

    fn name(&self, words: Words, user: UserId) -> String {
        let found = self.colleagues.iter().find(|one| one.user == user);
        found.map_or_else(
            || words.t("duty-unknown"),
            |one| one.name.reveal().as_str().to_owned(),
        )
    }

    /// A span in words: `maandag 23 november, 9:00 tot 17:00`.
    fn said(&self, words: Words, span: Span) -> String {
        let values = [
            ("day", words.day(self.zone.day_of(span.start)).into()),
            ("from", words.time(span.start, &self.zone).into()),
            ("until", words.time(span.end, &self.zone).into()),
        ];
        words.with("duty-span", &values)
    }

    fn wall(&self, at: Instant) -> String {
        let (hour, minute) = self.zone.wall(at);
        format!("{hour:02}:{minute:02}")
    }
}

impl Listed for Duty {
    type Ground = Roster;
    const PATH: &'static str = "/manage/duties";
    const WORD: &'static str = "duty";
    const FIELDS: &'static [&'static str] = &["user", "day", "from", "until"];

    async fn ground(screen: &Screen) -> Result<Roster, Page> {
        Roster::load(screen).await
    }

    fn row(&self, words: Words, roster: &Roster) -> Row {
        Row {
            name: roster.name(words, self.user),
            facts: vec![roster.said(words, self.span)],
        }
    }

    fn fill(&self, posted: &mut Posted, roster: &Roster) {
        posted.keep("user", self.user.to_string());
        posted.keep("day", roster.zone.day_of(self.span.start).typed());
        posted.keep("from", roster.wall(self.span.start));
        posted.keep("until", roster.wall(self.span.end));
    }

    fn read(posted: &mut Posted, roster: &Roster) -> Option<Self> {
        let user = chosen(posted.value("user"), roster);
        let day = Day::parse(posted.value("day"));
        let from = Minute::parse(posted.value("from"));
        let until = Minute::parse(posted.value("until"));
        let user = posted.check("user", user);
        let day = posted.check("day", day);
        let from = posted.check("from", from);
        let until = posted.check("until", until);
        let (user, day, from, until) = (user?, day?, from?, until?);
        let last = if until > from { day } else { day.plus_days(1) };
        let span = (roster.zone.at(day, from), roster.zone.at(last, until));
        posted.check("until", Self::new(user, span))
    }

    fn fields(words: Words, posted: &Posted, roster: &Roster) -> AnyView {
        let pick = |one: &Colleague| Pick::new(one.user.to_string(), one.name.reveal().as_str());
        let picks: Vec<Pick> = roster.colleagues.iter().map(pick).collect();
        let hour = |label: &str, name: &'static str, hint: &str| {
            let (label, hint) = (words.t(label), words.t(hint));
            view! { <Field label hint entry=posted.entry(name, words) kind=Kind::Code /> }
        };
        view! {
            <Choice label=words.t("duty-user") entry=posted.entry("user", words) picks look=Look::Select />
            <Field
                label=words.t("duty-day")
                hint=words.t("day-day-hint")
                entry=posted.entry("day", words)
                kind=Kind::Date
            />
            <div class="halves">
                {hour("duty-from", "from", "duty-hour-hint")}
                {hour("duty-until", "until", "duty-until-hint")}
            </div>
        }
        .into_any()
    }

    fn begin(posted: &mut Posted, roster: &Roster) {
        posted.keep("day", roster.zone.day_of(roster.now).typed());
    }

    fn is_over(&self, roster: &Roster) -> bool {
        self.span.end <= roster.now
    }

    fn above(screen: &Screen, roster: &Roster, _: &[Line<Self>]) -> Option<AnyView> {
        let words = screen.words;
        if roster.gaps.is_empty() {
            let text = words.t("duty-gaps-none");
            return Some(view! { <Notice tone=Tone::Ok text /> }.into_any());
        }
        let gaps: Vec<String> = roster
            .gaps
            .iter()
            .map(|gap| roster.said(words, *gap))
            .collect();
        let title = words.t("duty-gaps");
        Some(view! { <Notice tone=Tone::Care title text=gaps.join(" · ") /> }.into_any())
    }
}

fn chosen(raw: &str, roster: &Roster) -> Result<UserId, Unfit> {
    if raw.is_empty() {
        return Err(Unfit::Missing);
    }
    let user = UserId::parse(raw)?;
    let known = roster.colleagues.iter().any(|one| one.user == user);
    if known {
        Ok(user)
    } else {
        Err(Unfit::NotOffered)
    }
}
