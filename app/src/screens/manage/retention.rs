//! How long the house keeps what, for which controller, and by which rule.

use axum::extract::State;
use desk::setup::{self, Line};
use domain::retention::{CountsFrom, Kept, Months, Retention, adopted, proposed};
use domain::text::Remark;
use domain::{Day, Profile, Unfit};
use leptos::prelude::*;

use super::lists::{Listed, Row, tell};
use super::services::{Senders, sender};
use crate::form::{Choice, Field, Kind, Look, Pick, Posted, Tick};
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Notice, Tone, Weight};
use crate::request::{Nonce, Signed, Typed};
use crate::screens::frame::{Screen, setup_failed};
use crate::words::Words;

pub mod plan;

/// What the periods have to know: who can be a controller, today, and whose rules are proposed.
pub struct Rules {
    controllers: Senders,
    today: Day,
    profile: Profile,
}

impl Rules {
    async fn load(screen: &Screen) -> Result<Self, Page> {
        let read = desk::centre::read(&screen.site.desk, &screen.signed.actor()).await;
        let (card, _) = read.map_err(|error| setup_failed(&error))?;
        Ok(Self {
            controllers: Senders::load(screen).await?,
            today: card.zone.day_of(screen.site.desk.now()),
            profile: card.profile,
        })
    }

    fn proposal(&self) -> Result<Vec<Retention>, Unfit> {
        let proposals = proposed(self.profile).iter();
        proposals
            .map(|proposal| adopted(proposal, self.today))
            .collect()
    }
}

fn chosen<T>(raw: &str, read: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Unfit> {
    if raw.is_empty() {
        Err(Unfit::Missing)
    } else {
        read(raw)
    }
}

/// A last day; nothing is until further notice.
fn last_day(raw: &str, first: Option<Day>) -> Result<Option<Day>, Unfit> {
    match Day::parse(raw) {
        Err(Unfit::Missing) => Ok(None),
        Ok(day) if first.is_some_and(|first| day < first) => Err(Unfit::EndsBefore),
        read => read.map(Some),
    }
}

impl Listed for Retention {
    type Ground = Rules;
    const PATH: &'static str = "/manage/retention";
    const WORD: &'static str = "retention";
    const FIELDS: &'static [&'static str] = &[
        "about",
        "controller",
        "months",
        "from",
        "source",
        "valid_from",
        "valid_until",
        "binds",
    ];

    async fn ground(screen: &Screen) -> Result<Rules, Page> {
        Rules::load(screen).await
    }

    fn row(&self, words: Words, rules: &Rules) -> Row {
        let from = words.of("counts-from", self.from.code());
        let values = [("count", self.months.get().into()), ("from", from.into())];
        let since = words.with(
            "retention-since",
            &[("day", words.date(self.valid_from).into())],
        );
        let binds = if self.binds {
            words.t("retention-binds-fact")
        } else {
            String::new()
        };
        Row {
            name: words.of("kept", self.about.code()),
            facts: vec![
                rules.controllers.name(self.controller),
                words.with("retention-period", &values),
                self.source.as_str().to_owned(),
                since,
                binds,
            ],
        }
    }

    fn fill(&self, posted: &mut Posted, _: &Rules) {
        let controller = self.controller.map(|id| id.to_string());
        posted.keep("about", self.about.code());
        posted.keep("controller", controller.unwrap_or_default());
        posted.keep("months", self.months.get().to_string());
        posted.keep("from", self.from.code());
        posted.keep("source", self.source.as_str());
        posted.keep("valid_from", self.valid_from.typed());
        posted.keep(
            "valid_until",
            self.valid_until.map(Day::typed).unwrap_or_default(),
        );
        posted.keep("binds", if self.binds { "yes" } else { "" });
    }

    fn read(posted: &mut Posted, _: &Rules) -> Option<Self> {
        let about = chosen(posted.value("about"), Kept::parse);
        let about = posted.check("about", about);
        let controller = sender(posted.value("controller"));
        let controller = posted.check("controller", controller);
        let months = Months::parse(posted.value("months"));
        let months = posted.check("months", months);
        let from = chosen(posted.value("from"), CountsFrom::parse);
        let from = posted.check("from", from);
        let source = Remark::parse(posted.value("source"));
        let source = posted.check("source", source);
        let first = Day::parse(posted.value("valid_from"));
        let first = posted.check("valid_from", first);
        let last = last_day(posted.value("valid_until"), first);
        let last = posted.check("valid_until", last);
        Some(Self {
            controller: controller?,
            about: about?,
            months: months?,
            from: from?,
            source: source?,
            valid_from: first?,
            valid_until: last?,
            binds: posted.value("binds") == "yes",
        })
    }

    fn fields(words: Words, posted: &Posted, rules: &Rules) -> AnyView {
        let pick = |family: &str, code: &str| Pick::new(code, words.of(family, code));
        let about: Vec<Pick> = Kept::ALL
            .iter()
            .map(|one| pick("kept", one.code()))
            .collect();
        let from = CountsFrom::ALL.iter();
        let from: Vec<Pick> = from.map(|one| pick("counts-from", one.code())).collect();
        let controllers = rules.controllers.picks(posted.value("controller"));
        let text = |label: &str, name: &'static str, hint: &str, kind| {
            let hint = if hint.is_empty() {
                String::new()
            } else {
                words.t(hint)
            };
            view! { <Field label=words.t(label) hint entry=posted.entry(name, words) kind /> }
        };
        view! {
            <Choice label=words.t("retention-about") entry=posted.entry("about", words) picks=about />
            <Choice
                label=words.t("retention-controller")
                none=words.t("retention-controller-none")
                entry=posted.entry("controller", words)
                picks=controllers
                look=Look::Select
            />
            {text("retention-months", "months", "retention-months-hint", Kind::Number)}
            <Choice label=words.t("retention-from") entry=posted.entry("from", words) picks=from />
            {text("retention-source", "source", "retention-source-hint", Kind::Text)}
            <div class="halves">
                {text("retention-valid-from", "valid_from", "", Kind::Date)}
                {text("retention-valid-until", "valid_until", "retention-valid-until-hint", Kind::Date)}
            </div>
            <Tick
                label=words.t("retention-binds")
                hint=words.t("retention-binds-hint")
                entry=posted.entry("binds", words)
            />
        }
        .into_any()
    }

    fn begin(posted: &mut Posted, rules: &Rules) {
        posted.keep("valid_from", rules.today.typed());
    }

    fn above(screen: &Screen, _: &Rules, lines: &[Line<Self>]) -> Option<AnyView> {
        let words = screen.words;
        if lines.iter().any(|line| line.closed.is_none()) {
            let act = Act::Go {
                href: "/manage/retention/plan".to_owned(),
                label: words.t("plan-title"),
            };
            return Some(view! { <Acts act weight=Weight::Plain /> }.into_any());
        }
        let act = Act::Do {
            action: "/manage/retention/propose".to_owned(),
            label: words.t("retention-propose"),
            idem: screen.idem(),
            rev: None,
            sends: Vec::new(),
        };
        let text = words.t("retention-none-text");
        Some(
            view! { <Notice tone=Tone::On text><Acts act weight=Weight::Plain /></Notice> }
                .into_any(),
        )
    }
}

/// Takes the periods that are proposed for the profile of the centre.
pub async fn post_propose(
    State(site): State<Site>,
    signed: Signed,
    nonce: Nonce,
    typed: Typed,
) -> Page {
    match propose(site, signed, nonce, &typed).await {
        Ok(page) | Err(page) => page,
    }
}

async fn propose(site: Site, signed: Signed, nonce: Nonce, typed: &Typed) -> Result<Page, Page> {
    let screen = Screen::open(site, signed, nonce).await?;
    let (desk, actor) = (&screen.site.desk, screen.signed.actor());
    let rules = Rules::load(&screen).await?;
    let key = typed.idem().ok_or_else(Page::missing)?;
    let lines = setup::lines::<Retention>(desk, &actor).await;
    let lines = lines.map_err(|error| setup_failed(&error))?;
    if lines.iter().any(|line| line.closed.is_none()) {
        return Ok(Page::see(Retention::PATH));
    }
    let items = rules.proposal().map_err(|_| Page::broken())?;
    let added = setup::add_all(desk, &actor, &items, key).await;
    added.map_err(|error| setup_failed(&error))?;
    let said = ("retention-proposed", String::new());
    Ok(tell(&screen, Retention::PATH, said, None).await)
}
