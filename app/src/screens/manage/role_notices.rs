//! What stands on top of every page of the administration while somebody new manages the house too,
//! until whoever reads it says so.

use axum::extract::State;
use desk::role_notices::{self, Told};
use domain::role::Action;
use leptos::prelude::*;
use uuid::Uuid;

use super::colleagues::failed;
use crate::page::{Page, Site};
use crate::parts::{Act, Acts, Notice, Tone, Weight};
use crate::request::{Signed, Typed};
use crate::screens::frame::Screen;

/// Where it is said that they were seen.
const SEEN: &str = "/manage/role-notices";

/// What the one who looks has not seen yet, on a page of the administration.
///
/// # Errors
/// The page to answer instead.
pub async fn load(screen: &Screen) -> Result<Vec<Told>, Page> {
    if !screen.may(Action::SeeRoleNotices) {
        return Ok(Vec::new());
    }
    let unseen = role_notices::unseen(&screen.site.desk, &screen.signed.actor()).await;
    unseen.map_err(|error| failed(&error))
}

/// All of them with one button.
#[must_use]
pub fn draw(screen: &Screen, here: &str, told: &[Told]) -> Option<AnyView> {
    let words = screen.words;
    let ids: Vec<String> = told.iter().map(|one| one.id.simple().to_string()).collect();
    let act = Act::Do {
        action: SEEN.to_owned(),
        label: words.t("role-notice-seen"),
        idem: screen.idem(),
        rev: None,
        sends: vec![
            ("notices".to_owned(), ids.join(" ")),
            ("here".to_owned(), here.to_owned()),
        ],
    };
    let lines: Vec<_> = told.iter().map(|one| line(screen, one)).collect();
    let (title, text) = (words.t("role-notice-title"), lines.join(" "));
    (!told.is_empty()).then(|| {
        view! { <Notice tone=Tone::Care title text><Acts act weight=Weight::Plain /></Notice> }
            .into_any()
    })
}

fn line(screen: &Screen, told: &Told) -> String {
    let (words, zone) = (screen.words, &screen.centre.zone);
    let called = |name: &str| match name {
        "" => words.t("denial-gone"),
        name => name.to_owned(),
    };
    let day = format!(
        "{}, {}",
        words.date(zone.day_of(told.at)),
        words.time(told.at, zone)
    );
    let mut values = vec![
        ("name", called(told.name.reveal()).into()),
        ("role", words.of("role", told.role.code()).into()),
        ("when", day.into()),
    ];
    let key = match &told.by {
        Some(by) => {
            values.push(("by", called(by.reveal()).into()));
            "role-notice-by"
        }
        None => "role-notice-server",
    };
    words.with(key, &values)
}

/// Notes that they were seen, and goes back to the page.
pub async fn post(State(site): State<Site>, signed: Signed, typed: Typed) -> Page {
    let ids = typed.get("notices").split_whitespace().take(50);
    let ids: Vec<Uuid> = ids.filter_map(|id| Uuid::try_parse(id).ok()).collect();
    match role_notices::see(&site.desk, &signed.actor(), &ids).await {
        Ok(()) => Page::see(back_to(typed.get("here"))),
        Err(error) => failed(&error),
    }
}

/// A page of the administration; its first one for anything else.
fn back_to(here: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
    if here.starts_with("/manage") && here.chars().all(plain) {
        here
    } else {
        super::HERE
    }
}

#[cfg(test)]
mod tests {
    use super::back_to;

    #[test]
    fn nobody_is_sent_out_of_the_administration() {
        assert_eq!(back_to("/manage/rooms/new"), "/manage/rooms/new");
        for here in [
            "",
            "//evil.example",
            "/manage\n",
            "/manage?x",
            "https://x",
            "/desk",
        ] {
            assert_eq!(back_to(here), "/manage", "{here:?}");
        }
    }
}
