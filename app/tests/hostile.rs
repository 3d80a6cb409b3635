//! What somebody typed is text and never markup, whichever part shows it.
#![cfg(feature = "ssr")]

use app::form::{
    Choice, Entry, ErrorSummary, Field, Form, Kind, Look, NoteBox, Pick, Posted, Submit, Tick,
};
use app::icons::Icon;
use app::parts::board::{
    Expected, ExpectedCard, Hit, HitRow, Present, PresentCard, Room, RoomList, SearchBox, State,
    Veil, Waiting,
};
use app::parts::{
    Act, Acts, ColumnHead, DetailList, EmptyState, Go, Notice, PageHead, Table, Tag, TokenBadge,
    WaitingBar,
};
use app::shell::{Frame, MenuEntry, Porch, Shell};
use app::words::Words;
use domain::{Address, Language, Unfit};
use leptos::prelude::*;

const HOSTILE: &str =
    "\n</textarea></title></option>\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

fn words() -> Words {
    Words::new(Language::Nl, Address::Je)
}

fn typed() -> String {
    HOSTILE.to_owned()
}

fn entry() -> Entry {
    Entry {
        name: "a",
        value: typed(),
        fault: Some(typed()),
    }
}

fn act() -> Act {
    Act::Do {
        action: typed(),
        label: typed(),
        idem: typed(),
        rev: Some(1),
        sends: vec![("a".to_owned(), typed())],
    }
}

#[track_caller]
fn harmless<V: IntoView>(draw: impl FnOnce() -> V) -> String {
    let html = Owner::new().with(|| draw().into_view().to_html());
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("<img"), "{html}");
    assert!(!html.contains("style="), "{html}");
    html
}

#[test]
fn a_line_shows_what_was_typed_as_text() {
    for kind in [
        Kind::Text,
        Kind::Code,
        Kind::Number,
        Kind::Date,
        Kind::Phone,
        Kind::Email,
    ] {
        let html = harmless(|| view! { <Field label=typed() entry=entry() hint=typed() kind /> });
        assert!(html.contains("alert(1)"));
    }
}

#[test]
fn a_secret_is_never_written_into_the_page_again() {
    for kind in [Kind::Password, Kind::Pin] {
        let entry = Entry::holding("a", "correct paard batterij");
        let html = harmless(|| view! { <Field label="Wachtzin" entry kind /> });
        assert!(!html.contains("paard"));
    }
}

#[test]
fn a_note_comes_back_exactly_as_it_was_typed() {
    let html = harmless(|| view! { <NoteBox label=typed() entry=entry() hint=typed() /> });
    let inside = html
        .split_once("<textarea")
        .unwrap()
        .1
        .split_once('>')
        .unwrap()
        .1;
    let inside = inside.split_once("</textarea>").unwrap().0;
    let shown = inside.strip_prefix('\n').unwrap();
    let shown = shown
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    assert_eq!(shown.replace("&#39;", "'").replace("&amp;", "&"), HOSTILE);
}

#[test]
fn choices_show_what_was_typed_as_text() {
    for look in [Look::Pills, Look::Lines, Look::Select] {
        let picks = vec![Pick::new(typed(), typed()).with_hint(typed())];
        harmless(|| view! { <Choice label=typed() entry=entry() picks look hint=typed() /> });
    }
    harmless(|| view! { <Tick label=typed() entry=entry() hint=typed() /> });
}

#[test]
fn a_form_and_its_summary_show_what_was_typed_as_text() {
    let mut posted = Posted::default();
    posted.keep("a", HOSTILE);
    posted.refuse(HOSTILE, Unfit::Missing);
    posted.refuse("a", Unfit::TooLong(200));
    harmless(|| {
        view! {
            <Form action=typed() idem=typed() rev=3>
                <ErrorSummary posted labels=vec![("a", typed())] words=words() />
                <Submit label=typed() sends=("a", typed()) icon=Icon::Check />
            </Form>
        }
    });
}

#[test]
fn the_parts_show_what_was_typed_as_text() {
    harmless(|| {
        view! {
            <Go href=typed() label=typed() />
            <Acts act=act() about=typed() />
            <Tag label=typed() icon=Icon::Child />
            <TokenBadge token=typed() />
            <WaitingBar minutes=3 limit=45 label=typed() />
            <PageHead title=typed() under=typed() />
            <ColumnHead id="a" title=typed() count=typed() />
            <Notice text=typed() title=typed() />
            <EmptyState title=typed() text=typed() />
            <DetailList lines=vec![(typed(), typed())] />
            <Table caption=typed() heads=vec![typed()] rows=vec![vec![typed(), typed()]] />
        }
    });
}

#[test]
fn the_front_desk_shows_what_was_typed_as_text() {
    let hit = Hit {
        card: Some("/people/1".to_owned()),
        name: typed(),
        about: typed(),
        why: typed(),
        inside: vec![(typed(), typed())],
        best: true,
        act: act(),
    };
    let expected = Expected {
        time: typed(),
        place: typed(),
        about: typed(),
        act: Some(act()),
    };
    let veil = Veil {
        who: typed(),
        about: typed(),
        tags: vec![(Icon::Child, typed())],
        route: typed(),
    };
    let waiting = Waiting {
        minutes: 3,
        limit: 45,
        short: typed(),
        sentence: typed(),
    };
    let present = Present {
        token: typed(),
        place: typed(),
        state: State::Late,
        state_words: typed(),
        waiting: Some(waiting),
        veil: Some(veil),
        act: Some(act()),
    };
    let rooms = vec![Room {
        name: typed(),
        free: true,
        until: typed(),
        about: typed(),
    }];
    harmless(|| {
        view! {
            <SearchBox action=typed() label=typed() typed=typed() key=typed() send=typed() />
            <HitRow hit />
            <ExpectedCard card=expected />
            <PresentCard card=present />
            <RoomList rooms />
        }
    });
}

#[test]
fn the_frames_show_what_was_typed_as_text() {
    let menu = vec![MenuEntry {
        href: "/",
        icon: Icon::Door,
        label: typed(),
        current: true,
    }];
    let frame = Frame {
        words: words(),
        menu,
        name: typed(),
        place: typed(),
        find: true,
        here: typed(),
        form: true,
        idem: typed(),
        warning: Some(typed()),
    };
    harmless(|| view! { <Shell frame>{typed()}</Shell> });
    harmless(|| view! { <Porch words=words() here=typed() idem=typed()>{typed()}</Porch> });
}
