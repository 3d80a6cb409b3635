//! The days that are not as their weekday; the public holidays of a year are offered in one go.

use axum::extract::State;
use desk::setup::{self, Line};
use domain::duty::SpecialDay;
use domain::holiday;
use domain::hours::DayHours;
use domain::text::Label;
use domain::{Day, Profile, Unfit};
use leptos::prelude::*;
use uuid::Uuid;

use super::lists::{Listed, Row, Undo, tell};
use crate::form::{Field, Kind, Posted};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Card, Ground, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, setup_failed};
use crate::words::Words;

/// Where holidays are taken back that were added in one go.
const BACK: &str = "/manage/days/holidays/back";
/// What the fields of the days that go are called.
const DAY: &str = "day-";
/// More holidays than any year has.
const MOST: usize = 40;

/// What the days have to know: today, and whose holidays count.
pub struct Calendar {
    today: Day,
    profile: Profile,
}

impl Calendar {
    async fn load(screen: &Screen) -> Result<Self, Page> {
        let read = desk::centre::read(&screen.site.desk, &screen.signed.actor()).await;
        let (card, _) = read.map_err(|error| setup_failed(&error))?;
        Ok(Self {
            today: card.zone.day_of(screen.site.desk.now()),
            profile: card.profile,
        })
    }

    /// The holidays of a year that are still to come and not in the list yet.
    fn missing(
        &self,
        words: Words,
        year: i32,
        lines: &[Line<SpecialDay>],
    ) -> Result<Vec<SpecialDay>, Unfit> {
        let taken = |day| {
            lines
                .iter()
                .any(|line| line.closed.is_none() && line.item.day == day)
        };
        let days = holiday::of_year(self.profile, year)?.into_iter();
        let missing = days.filter(|(_, day)| *day >= self.today && !taken(*day));
        let special = |(holiday, day): (holiday::Holiday, Day)| {
            Ok(SpecialDay {
                day,
                hours: DayHours::default(),
                reason: Label::parse(&words.of("holiday", holiday.code()))?,
            })
        };
        let mut special = missing.map(special).collect::<Result<Vec<_>, Unfit>>()?;
        // Two holidays on one day are one day: the second is left out.
        special.dedup_by_key(|special| special.day);
        Ok(special)
    }
}

impl Listed for SpecialDay {
    type Ground = Calendar;
    const PATH: &'static str = "/manage/days";
    const WORD: &'static str = "day";
    const FIELDS: &'static [&'static str] = &["day", "hours", "reason"];

    async fn ground(screen: &Screen) -> Result<Calendar, Page> {
        Calendar::load(screen).await
    }

    fn row(&self, words: Words, _: &Calendar) -> Row {
        let hours = if self.hours.is_closed() {
            words.t("hours-closed")
        } else {
            self.hours.to_string()
        };
        Row {
            name: words.date(self.day),
            facts: vec![
                words.of("weekday", &self.day.weekday().to_string()),
                self.reason.as_str().to_owned(),
                hours,
            ],
        }
    }

    fn fill(&self, posted: &mut Posted, _: &Calendar) {
        posted.keep("day", self.day.typed());
        posted.keep("hours", self.hours.to_string());
        posted.keep("reason", self.reason.as_str());
    }

    fn read(posted: &mut Posted, _: &Calendar) -> Option<Self> {
        let day = Day::parse(posted.value("day"));
        let hours = DayHours::parse(posted.value("hours"));
        let reason = Label::parse(posted.value("reason"));
        let day = posted.check("day", day);
        let hours = posted.check("hours", hours);
        let reason = posted.check("reason", reason);
        posted.check_telling("reason", desk::neutral::words());
        Some(Self {
            day: day?,
            hours: hours?,
            reason: reason?,
        })
    }

    fn fields(words: Words, posted: &Posted, _: &Calendar) -> AnyView {
        view! {
            <Field
                label=words.t("day-day")
                hint=words.t("day-day-hint")
                entry=posted.entry("day", words)
                kind=Kind::Date
            />
            <Field label=words.t("day-hours") hint=words.t("day-hours-hint") entry=posted.entry("hours", words) />
            <Field label=words.t("day-reason") hint=words.t("day-reason-hint") entry=posted.entry("reason", words) />
        }
        .into_any()
    }

    fn is_over(&self, calendar: &Calendar) -> bool {
        self.day < calendar.today
    }

    fn above(screen: &Screen, calendar: &Calendar, lines: &[Line<Self>]) -> Option<AnyView> {
        let (year, ..) = calendar.today.parts();
        let years: Vec<_> = [year, year + 1]
            .into_iter()
            .filter_map(|year| {
                let missing = calendar.missing(screen.words, year, lines).ok()?;
                Some(offered(screen, year, missing.len()))
            })
            .collect();
        Some(view! { <Card ground=Ground::Roomy>{years}</Card> }.into_any())
    }
}

/// The holidays of one year: how many are missing, and the button that adds them.
fn offered(screen: &Screen, year: i32, missing: usize) -> AnyView {
    let words = screen.words;
    let title = words.with("day-holidays", &[("year", year.to_string().into())]);
    let count = words.with("day-holidays-missing", &[("count", missing.into())]);
    let act = Act::Do {
        action: "/manage/days/holidays".to_owned(),
        label: words.with("day-holidays-add", &[("year", year.to_string().into())]),
        idem: screen.idem(),
        rev: None,
        sends: vec![("year".to_owned(), year.to_string())],
    };
    let act = (missing > 0).then(|| view! { <Acts act weight=Weight::Plain /> });
    view! {
        <div class="row between">
            <div><h2>{title}</h2><p class="muted">{count}</p></div>
            {act}
        </div>
    }
    .into_any()
}

/// Adds the holidays of a year that are not there yet.
pub async fn post_holidays(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match add_holidays(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn add_holidays(
    site: Site,
    signed: Signed,
    nonce: Nonce,
    typed: &Typed,
) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let calendar = Calendar::load(&screen).await?;
    let lines = setup::lines::<SpecialDay>(desk, &actor).await;
    let lines = lines.map_err(|error| setup_failed(&error))?;
    // Visitors read the reason too: it stands in the language of the house.
    let words = Words::new(screen.centre.language, screen.centre.address);
    let (this, ..) = calendar.today.parts();
    let year = typed.get("year").parse().ok();
    let year = year.filter(|year| (this..=this + 1).contains(year));
    let (Some(year), Some(key)) = (year, typed.idem()) else {
        return Err(Page::missing());
    };
    let missing = calendar
        .missing(words, year, &lines)
        .map_err(|_| Page::missing())?;
    let said = ("day-holidays-added", year.to_string());
    if missing.is_empty() {
        return Ok(tell(&screen, SpecialDay::PATH, said, None).await);
    }
    let added = setup::add_all(desk, &actor, &missing, key).await;
    added.map_err(|error| setup_failed(&error))?;
    let undo = undo(&screen, &missing).await?;
    Ok(tell(&screen, SpecialDay::PATH, said, Some(undo)).await)
}

/// The way back: the days that were added just now.
async fn undo(screen: &Screen, added: &[SpecialDay]) -> Result<Undo, Page> {
    let lines = setup::lines::<SpecialDay>(&screen.site.desk, &screen.signed.actor()).await;
    let lines = lines.map_err(|error| setup_failed(&error))?;
    let new = lines
        .iter()
        .filter(|line| line.closed.is_none() && added.contains(&line.item));
    let ids = new.map(|line| (format!("{DAY}{}", line.id.simple()), "yes".to_owned()));
    Ok(Undo::of(BACK.to_owned(), 1).with(ids.collect()))
}

/// Takes the holidays back that were added in one go.
pub async fn post_holidays_back(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match take_back(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn take_back(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let days = typed.all().filter_map(|(field, _)| field.strip_prefix(DAY));
    let ids: Vec<Uuid> = days.filter_map(|id| id.parse().ok()).take(MOST).collect();
    let key = typed.idem().ok_or_else(Page::missing)?;
    let (desk, actor) = (&site.desk, signed.actor());
    let closed = setup::close_added::<SpecialDay>(desk, &actor, &ids, key).await;
    let closed = closed.map_err(|error| setup_failed(&error))?;
    let screen = Screen::open(site, signed, nonce).await?;
    let said = match closed {
        0 => "day-holidays-kept",
        _ => "day-holidays-back",
    };
    Ok(tell(&screen, SpecialDay::PATH, (said, String::new()), None).await)
}
