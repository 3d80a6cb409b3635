//! Reading the form of a new visitor: who it is, and how she can be reached.

use domain::person::{Channel, Identity, NewPerson, SafeContact};
use domain::text::{Email, Name, Phone, Remark};
use domain::{Day, Pii, Tongue, Unfit};

use crate::form::Posted;

/// Reads the part of the form that says who it is and how she can be reached.
pub fn new_person(posted: &mut Posted, today: Day) -> Option<NewPerson> {
    let identity = identity(posted, today);
    let contact = contact(posted, today);
    // A name that does not fit was given: it needs mending, not asking for again.
    let given = posted
        .faults
        .iter()
        .any(|fault| matches!(fault.field.as_str(), "name" | "alias"));
    if !given && identity.clone().complete().is_err() {
        posted.refuse("name", Unfit::NeedsOne);
    }
    let someone_else = posted.value("someone_else") == "yes";
    let new = NewPerson {
        identity: Pii::new(identity),
        contact: Pii::new(contact?),
        someone_else,
    };
    posted.fits().then_some(new)
}

/// Reads who it is; what does not fit is noted beside its field.
pub fn identity(posted: &mut Posted, today: Day) -> Identity {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let name = posted
        .check("name", Name::optional(&value(posted, "name")))
        .flatten();
    let alias = posted
        .check("alias", Name::optional(&value(posted, "alias")))
        .flatten();
    let born = posted
        .check("born", Day::parse_birth(&value(posted, "born"), today))
        .flatten();
    let tongue = value(posted, "tongue");
    let tongues = if tongue.is_empty() {
        None
    } else {
        posted.check("tongue", Tongue::parse(&tongue))
    };
    let declines_name = posted.value("unnamed") == "yes";
    Identity {
        // What was typed to look somebody up is not kept of somebody who would rather not say it.
        name: name.filter(|_| !declines_name),
        alias,
        declines_name,
        born,
        tongues: tongues.into_iter().collect(),
    }
}

fn contact(posted: &mut Posted, today: Day) -> Option<SafeContact> {
    let value = |posted: &Posted, field: &str| posted.value(field).to_owned();
    let channel = match posted.value("channel") {
        "" => Some(Channel::Never),
        code => {
            let read = Channel::parse(code);
            posted.check("channel", read)
        }
    };
    let phone = posted
        .check("phone", Phone::optional(&value(posted, "phone")))
        .flatten();
    let email = posted
        .check("email", Email::optional(&value(posted, "email")))
        .flatten();
    let when = posted
        .check("when", Remark::optional(&value(posted, "when")))
        .flatten();
    let never = posted
        .check("avoid", Remark::optional(&value(posted, "avoid")))
        .flatten();
    let until = posted
        .check("until", last_day(&value(posted, "until"), today))
        .flatten();
    let contact = SafeContact {
        channel: channel?,
        phone,
        email,
        when,
        never,
        until,
    };
    if let Some(field) = contact.missing()
        && posted.faults.iter().all(|fault| fault.field != field)
    {
        posted.refuse(field, Unfit::Missing);
    }
    Some(contact)
}

/// The last day an answer holds: a day that is still to come, or none.
fn last_day(raw: &str, today: Day) -> Result<Option<Day>, Unfit> {
    match Day::parse(raw) {
        Err(Unfit::Missing) => Ok(None),
        Err(unfit) => Err(unfit),
        Ok(day) if day < today => Err(Unfit::InThePast),
        Ok(day) => Ok(Some(day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Posted {
        let mut posted = Posted::default();
        for (field, value) in fields {
            posted.keep(field, *value);
        }
        posted
    }

    fn today() -> Day {
        Day::new(2026, 3, 10).unwrap()
    }

    #[test]
    fn a_name_that_somebody_would_rather_not_say_is_not_kept() {
        let mut posted = typed(&[("name", "Rosa Janssens"), ("unnamed", "yes")]);
        let identity = identity(&mut posted, today());
        assert!(identity.name.is_none() && identity.declines_name);
    }

    #[test]
    fn a_name_that_is_too_long_is_told_once() {
        let mut posted = typed(&[("name", &"a".repeat(300))]);
        assert!(new_person(&mut posted, today()).is_none());
        let codes: Vec<Unfit> = posted.faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Unfit::TooLong(200)]);
    }

    #[test]
    fn nothing_at_all_asks_for_one_of_three() {
        let mut posted = typed(&[]);
        assert!(new_person(&mut posted, today()).is_none());
        assert_eq!(posted.faults[0].code, Unfit::NeedsOne);
    }
}
