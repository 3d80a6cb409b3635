//! One person as the index keeps her. A house may know a hundred thousand people, so each is a few
//! small pieces of memory.

use std::borrow::Cow;

use domain::finding::Number;
use domain::language::Tongue;
use domain::person::Identity;
use domain::text::Name;
use domain::{Day, Pii, RecordId};

/// Somebody who is known.
pub struct Known {
    /// Which record.
    pub record: RecordId,
    /// Everything about who it is, written as short as it goes.
    identity: Pii<Box<[u8]>>,
    /// Her names, as the vocabulary numbers their words: see [`super::vocabulary`].
    pub names: Box<[u32]>,
    /// When she was born.
    pub born: Option<Day>,
    /// Her number.
    pub phone: Option<Number>,
    /// A mark of her address, which only the same address has; 0 for none.
    pub email: u64,
}

/// The parts of an [`Identity`] in their order.
type Parts<'a> = (
    Cow<'a, Option<Name>>,
    Cow<'a, Option<Name>>,
    bool,
    Option<Day>,
    Cow<'a, [Tongue]>,
);

impl Known {
    /// Keeps who somebody is; names and ways to reach her come after.
    pub fn of(record: RecordId, identity: &Pii<Identity>) -> Self {
        let who = identity.reveal();
        let parts: Parts<'_> = (
            Cow::Borrowed(&who.name),
            Cow::Borrowed(&who.alias),
            who.declines_name,
            who.born,
            Cow::Borrowed(&who.tongues),
        );
        // Text and numbers can always be written.
        let written = serde_json::to_vec(&parts).unwrap_or_default();
        Self {
            record,
            identity: Pii::new(written.into_boxed_slice()),
            names: Box::default(),
            born: who.born,
            phone: None,
            email: 0,
        }
    }

    /// Who it is.
    pub fn identity(&self) -> Option<Pii<Identity>> {
        let parts: Parts<'_> = serde_json::from_slice(self.identity.reveal()).ok()?;
        let (name, alias, declines_name, born, tongues) = parts;
        Some(Pii::new(Identity {
            name: name.into_owned(),
            alias: alias.into_owned(),
            declines_name,
            born,
            tongues: tongues.into_owned(),
        }))
    }
}
