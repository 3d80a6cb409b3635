//! What somebody typed into a form that could not be accepted, with the reason beside each field.
//! It waits in a sealed draft until the same form is shown again, and is printed nowhere else.

use std::collections::BTreeMap;
use std::fmt;

use domain::Unfit;
use domain::neutral::Lexicon;
use serde::{Deserialize, Serialize};

use crate::words::Words;

/// One field that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The name of the field in the form.
    pub field: String,
    /// Why.
    pub code: Unfit,
}

/// The typed values of a form and everything that is wrong with them, all at once.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// What was typed, by field name.
    pub values: BTreeMap<String, String>,
    /// What does not fit, in the order of the form.
    pub faults: Vec<Fault>,
}

impl Posted {
    /// Keeps what was typed in a field.
    pub fn keep(&mut self, field: &str, value: impl Into<String>) {
        self.values.insert(field.to_owned(), value.into());
    }

    /// Says that a field does not fit.
    pub fn refuse(&mut self, field: &str, code: Unfit) {
        self.faults.push(Fault {
            field: field.to_owned(),
            code,
        });
    }

    /// Puts what does not fit in the order in which the form asks.
    pub fn in_order(&mut self, fields: &[&str]) {
        let place = |fault: &Fault| fields.iter().position(|field| *field == fault.field);
        self.faults.sort_by_key(place);
    }

    /// Takes the value out of a parsed field, or notes why it does not fit.
    pub fn check<T>(&mut self, field: &str, read: Result<T, Unfit>) -> Option<T> {
        read.map_err(|code| self.refuse(field, code)).ok()
    }

    /// Refuses what would tell a reader what the house is, and keeps the word to say it.
    pub fn check_telling(&mut self, field: &str, lexicon: &Lexicon) {
        if let Some(hit) = lexicon.find(self.value(field)) {
            self.keep(&word_of(field), hit.word);
            self.refuse(field, Unfit::Telling);
        }
    }

    /// What is wrong with a field, in words; a word that says too much is named.
    #[must_use]
    pub fn said_of(&self, fault: &Fault, words: Words) -> String {
        match self.value(&word_of(&fault.field)) {
            word if fault.code == Unfit::Telling && !word.is_empty() => {
                words.with("unfit-telling-word", &[("word", word.to_owned().into())])
            }
            _ => words.unfit(fault.code),
        }
    }

    /// What was typed in a field; empty when nothing was.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// Whether every field fits.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.faults.is_empty()
    }

    /// One field as its part of the form shows it.
    #[must_use]
    pub fn entry(&self, name: &'static str, words: Words) -> Entry {
        let fault = self.faults.iter().find(|fault| fault.field == name);
        Entry {
            name,
            value: self.value(name).to_owned(),
            fault: fault.map(|fault| self.said_of(fault, words)),
        }
    }
}

/// Where the word is kept that a field may not hold.
fn word_of(field: &str) -> String {
    format!("{field}-word")
}

impl fmt::Debug for Posted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Posted({} values, {:?})", self.values.len(), self.faults)
    }
}

/// The name of a field, what stands in it, and what is wrong with it in words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// The name in the form, neutral: it says nothing about anybody.
    pub name: &'static str,
    /// What stands in it.
    pub value: String,
    /// What is wrong, and what to do next.
    pub fault: Option<String>,
}

impl Entry {
    /// An empty field.
    #[must_use]
    pub fn empty(name: &'static str) -> Self {
        Self::holding(name, "")
    }

    /// A field with something in it.
    #[must_use]
    pub fn holding(name: &'static str, value: impl Into<String>) -> Self {
        Self {
            name,
            value: value.into(),
            fault: None,
        }
    }

    /// The id of the element that a label and the summary of errors point to.
    #[must_use]
    pub fn id(&self) -> String {
        field_id(self.name)
    }

    /// The ids of the hint and the fault, as far as they are there, for `aria-describedby`.
    #[must_use]
    pub fn described_by(&self, hinted: bool) -> Option<String> {
        let hint = hinted.then(|| self.hint_id());
        let fault = self.fault.as_ref().map(|_| self.fault_id());
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The id of the hint.
    #[must_use]
    pub fn hint_id(&self) -> String {
        format!("h-{}", self.name)
    }

    /// The id of the sentence about what is wrong.
    #[must_use]
    pub fn fault_id(&self) -> String {
        format!("e-{}", self.name)
    }

    /// The class of the whole field.
    #[must_use]
    pub(super) const fn class(&self) -> &'static str {
        if self.fault.is_some() {
            "field wrong"
        } else {
            "field"
        }
    }
}

/// The id of the field with this name.
pub(super) fn field_id(name: &str) -> String {
    format!("f-{name}")
}
