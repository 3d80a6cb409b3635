//! A person as a row of a file, in the form in which [`super::read`] reads it again.

use super::{Column, neutral};
use crate::person::{Channel, Identity, SafeContact};
use crate::text::{Email, Name, Phone, Remark};
use crate::{Day, Tongue};

/// The columns of a written file, in their order.
pub const HEAD: [Column; 11] = [
    Column::Name,
    Column::Alias,
    Column::Unnamed,
    Column::Born,
    Column::Tongues,
    Column::Channel,
    Column::Phone,
    Column::Email,
    Column::When,
    Column::Never,
    Column::Until,
];

/// The cells of a person, in the order of [`HEAD`].
#[must_use]
pub fn written(identity: &Identity, contact: &SafeContact) -> [String; HEAD.len()] {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let day = |day: Option<Day>| day.map(iso).unwrap_or_default();
    let tongues: Vec<&str> = identity.tongues.iter().map(Tongue::code).collect();
    let unnamed = if identity.declines_name { "yes" } else { "" };
    let channel = match contact.channel {
        Channel::Never => "",
        other => other.code(),
    };
    [
        text(identity.name.as_ref().map(Name::as_str)),
        text(identity.alias.as_ref().map(Name::as_str)),
        unnamed.to_owned(),
        day(identity.born),
        tongues.join(" "),
        channel.to_owned(),
        text(contact.phone.as_ref().map(Phone::as_str)),
        text(contact.email.as_ref().map(Email::as_str)),
        text(contact.when.as_ref().map(Remark::as_str)),
        text(contact.never.as_ref().map(Remark::as_str)),
        day(contact.until),
    ]
}

/// A day with the year first: every spreadsheet reads it the same.
fn iso(day: Day) -> String {
    let (year, month, of_month) = day.parts();
    format!("{year:04}-{month:02}-{of_month:02}")
}

/// One line of a file: cells between commas, in quotation marks where they need them, and no cell
/// that a spreadsheet would run.
#[must_use]
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    separated(",", cells)
}

/// The same with another sign between the cells: a spreadsheet in Dutch, French or German splits at
/// semicolons.
#[must_use]
pub fn separated<'a>(by: &str, cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(by) + "\r\n"
}

fn cell(raw: &str) -> String {
    let safe = neutral(raw);
    if safe.contains([',', ';', '"', '\n', '\r', '\t']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_comma_or_a_quotation_mark_stays_one_cell() {
        assert_eq!(
            line(["Smet, De", "zegt \"ja\"", "=1+1", ""]),
            "\"Smet, De\",\"zegt \"\"ja\"\"\",'=1+1,\r\n"
        );
        assert_eq!(separated(";", ["a;b", "c"]), "\"a;b\";c\r\n");
    }
}
