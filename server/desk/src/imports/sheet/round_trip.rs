//! A file that the house writes is one that it reads: everybody in it comes back as they were.

use domain::import::{HEAD, Mapping, line, read, written};
use domain::person::{Channel, Identity, SafeContact};
use domain::text::{Email, Name, Phone, Remark};
use domain::{Day, Tongue};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Piece, head};

/// Names and remarks with what tears a row apart: separators, quotation marks and formulas.
const TEXT: &str = "[\\PC,;\"'=+@ -]{1,12}";

/// Year, month and day.
type Typed = (i32, u32, u32);

/// What a form was filled in with: persons themselves cannot be printed, so a failing test shows this.
#[derive(Clone, Debug)]
struct Filled {
    texts: [Option<String>; 4],
    unnamed: bool,
    days: [Option<Typed>; 2],
    tongues: Vec<&'static str>,
    channel: Channel,
    phone: Option<String>,
    email: Option<String>,
}

fn filled() -> impl Strategy<Value = Filled> {
    let text = || option::of(TEXT);
    let day = |years| option::of((years, 1..=12_u32, 1..=28_u32));
    let reached = (
        select(Channel::ALL.to_vec()),
        option::of("\\+32 4[0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}"),
        option::of("[a-z]{1,8}@[a-z]{1,8}\\.example"),
    );
    (
        [text(), text(), text(), text()],
        any::<bool>(),
        [day(1900..2026), day(2020..2030)],
        vec(select(vec!["nl", "fr", "so", "ar", "vls"]), 0..3),
        reached,
    )
        .prop_map(|(texts, unnamed, days, tongues, reached)| Filled {
            texts,
            unnamed,
            days,
            tongues,
            channel: reached.0,
            phone: reached.1,
            email: reached.2,
        })
}

impl Filled {
    fn day(&self, which: usize) -> Option<Day> {
        let (year, month, day) = self.days[which]?;
        Day::new(year, month, day).ok()
    }

    fn text<T>(&self, which: usize, parse: fn(&str) -> Result<T, domain::Unfit>) -> Option<T> {
        parse(self.texts[which].as_deref()?).ok()
    }

    /// Who that is, if the desk takes it.
    fn person(&self) -> Option<(Identity, SafeContact)> {
        let tongues = self.tongues.iter().map(|code| Tongue::parse(code));
        let identity = Identity {
            name: self.text(0, Name::parse).filter(|_| !self.unnamed),
            alias: self.text(1, Name::parse),
            declines_name: self.unnamed,
            born: self.day(0),
            tongues: tongues.collect::<Result<_, _>>().ok()?,
        };
        let contact = SafeContact {
            channel: self.channel,
            phone: Phone::parse(self.phone.as_deref().unwrap_or_default()).ok(),
            email: Email::parse(self.email.as_deref().unwrap_or_default()).ok(),
            when: self.text(2, Remark::parse),
            never: self.text(3, Remark::parse),
            until: self.day(1),
        };
        let reachable = contact.missing().is_none();
        Some((identity.complete().ok()?, contact)).filter(|_| reachable)
    }
}

/// The people of a file.
fn back(file: &str) -> Vec<(Identity, SafeContact)> {
    let head = head(file.as_bytes(), true).unwrap();
    let mapping = Mapping::guess(head.cells.iter().map(String::as_str)).mapping;
    let piece = Piece {
        bytes: &file.as_bytes()[head.start..],
        line: head.line,
        last: true,
    };
    let today = Day::new(2026, 3, 10).unwrap();
    let rows = head.rows(&mapping, piece, usize::MAX).rows;
    let person = |cells: Vec<String>| {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let new = read(&mapping, &cells, today).unwrap();
        (new.identity.reveal().clone(), new.contact.reveal().clone())
    };
    rows.into_iter()
        .map(|row| person(row.cells.unwrap()))
        .collect()
}

proptest! {
    #[test]
    fn whoever_is_written_is_read_as_she_was(forms in vec(filled(), 1..9)) {
        let people: Vec<_> = forms.iter().filter_map(Filled::person).collect();
        let mut file = line(HEAD.iter().map(|column| column.code()));
        for (identity, contact) in &people {
            file += &line(written(identity, contact).iter().map(String::as_str));
        }
        let back = back(&file);
        prop_assert_eq!(back.len(), people.len());
        for (before, after) in people.iter().zip(&back) {
            prop_assert!(before.0 == after.0, "somebody else");
            prop_assert!(before.1 == after.1, "reached in another way");
        }
    }
}
