//! Who and what is in the practice house. Invented names of several origins; nobody exists.

use domain::RoomId;
use domain::role::Role::{
    self, Administrator, Coordinator, Facilitator, Intake, Reception, Service,
};

/// One invented centre.
pub struct Cast {
    /// Short name.
    pub slug: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Where its clock hangs.
    pub zone: &'static str,
    /// The jurisdiction.
    pub profile: &'static str,
    /// The name for outside, street, town, neutral telephone number.
    pub outside: [&'static str; 4],
    /// The services that work in the house, each with the organisation that sends it.
    pub services: &'static [(&'static str, &'static str)],
    /// The languages of the desk.
    pub tongues: &'static str,
    /// The rooms.
    pub rooms: &'static [RoomLine],
    /// The colleagues.
    pub colleagues: &'static [Colleague],
    /// The people the house knows.
    pub people: &'static [Person],
}

/// Name, seats, and which of these it has, by letter: `c`hildren, `w`heelchair, own `e`xit, `v`ideo.
pub type RoomLine = (&'static str, i64, &'static str);

/// Name, alias, birth date, language, telephone number; empty where unknown.
pub type Person = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// One invented colleague.
pub struct Colleague {
    /// What the colleague is called.
    pub name: &'static str,
    /// The name to sign in with.
    pub user: &'static str,
    /// The language of the screens.
    pub language: &'static str,
    /// Roles with their service; the first is worn first.
    pub posts: &'static [(Role, Option<&'static str>)],
}

/// A room from its line.
pub fn room(id: RoomId, (name, seats, has): &RoomLine) -> desk::places::Room {
    desk::places::Room {
        id,
        name: (*name).to_owned(),
        seats: *seats,
        child: has.contains('c'),
        wheelchair: has.contains('w'),
        own_exit: has.contains('e'),
        video: has.contains('v'),
    }
}

const fn colleague(
    name: &'static str,
    user: &'static str,
    posts: &'static [(Role, Option<&'static str>)],
) -> Colleague {
    Colleague {
        name,
        user,
        language: "nl",
        posts,
    }
}

/// De Linde, with the Flemish profile.
pub const LINDEN: Cast = Cast {
    slug: "linde",
    name: "De Linde",
    zone: "Europe/Brussels",
    profile: "VL",
    outside: ["Linde 12", "Lindelaan 12", "3000 Leuven", "016 00 00 00"],
    services: &[
        ("CAW", "CAW Oost-Brabant"),
        ("Politie", "Politiezone Linde"),
        ("Parket", "Parket Leuven"),
        ("Jeugdhulp", "Agentschap Opgroeien"),
        ("OCMW", "Stad en OCMW"),
        ("Therapie", "CAW Oost-Brabant"),
    ],
    tongues: "nl fr en tr ar uk",
    rooms: &[
        ("Beuk", 12, "we"),
        ("Linde", 4, ""),
        ("Eik", 4, "v"),
        ("Es", 14, ""),
        ("Tuinkamer", 6, ""),
        ("Wilg", 5, "c"),
        ("Hazelaar", 3, "w"),
        ("Berk", 2, ""),
    ],
    colleagues: &[
        colleague("Anke Wouters", "anke", &[(Reception, None)]),
        colleague(
            "Youssef Amrani",
            "youssef",
            &[(Reception, None), (Intake, None)],
        ),
        colleague(
            "Marleen Claes",
            "marleen",
            &[(Intake, Some("CAW")), (Service, Some("CAW"))],
        ),
        colleague("Sofie De Backer", "sofie", &[(Coordinator, None)]),
        colleague("Pieter Maes", "pieter", &[(Service, Some("Politie"))]),
        colleague("Hilde Van Acker", "hilde", &[(Service, Some("Parket"))]),
        colleague("Elif Kaya", "elif", &[(Service, Some("Jeugdhulp"))]),
        colleague("Luc Peeters", "luc", &[(Service, Some("OCMW"))]),
        Colleague {
            name: "Claire Fontaine",
            user: "claire",
            language: "fr",
            posts: &[(Service, Some("Therapie")), (Facilitator, None)],
        },
        colleague("Nadia Haddad", "nadia", &[(Facilitator, None)]),
        colleague("Bram Goossens", "bram", &[(Administrator, None)]),
    ],
    people: &[
        ("Lieve Verstraete", "", "14-05-1979", "nl", "0470 11 22 33"),
        ("Fatma Yılmaz", "", "12-03-1986", "tr", "0470 12 34 56"),
        ("Fatima Yilmazer", "", "", "fr", ""),
        ("Olena Kovalenko", "", "02-11-1991", "uk", "0471 20 30 40"),
        ("Amina El Idrissi", "Mina", "23-07-1988", "ar", ""),
        ("Jan Janssens", "", "01-01-1970", "nl", ""),
        ("Jan Janssens", "", "19-09-1985", "nl", "0472 33 44 55"),
        ("Marie-Claire Dupont", "", "30-06-1962", "fr", ""),
        ("Zoë d’Hondt", "", "08-12-1999", "nl", "0473 44 55 66"),
        ("Rosa Martínez García", "", "17-04-1993", "es", ""),
        ("Nguyễn Thị Hoa", "Hoa", "05-02-1990", "en", ""),
        ("Björn Sørensen", "", "11-10-1975", "en", "0474 55 66 77"),
        ("Saar van den Broeck", "", "21-03-2001", "nl", ""),
        ("Pieter-Jan de Smedt", "", "", "nl", ""),
        ("Ioana Popescu", "", "16-08-1987", "ro", "0475 66 77 88"),
        ("Agnieszka Wiśniewska", "", "03-01-1984", "pl", ""),
        ("Leyla Ahmadi", "", "27-05-1995", "fa", ""),
        ("Hodan Abdi", "", "", "so", "0476 77 88 99"),
        ("Gulalai Noori", "", "09-09-1997", "ps", ""),
        ("Irina Petrova", "", "25-12-1981", "ru", ""),
        ("Thomas Willems", "Tom", "13-06-1969", "nl", ""),
        ("Ayşe Demir", "", "04-04-1978", "tr", "0477 88 99 00"),
        ("Mohamed Benali", "", "29-02-1984", "ar", ""),
        ("Elise Vermeulen", "", "18-07-2003", "nl", ""),
        ("Greta Schneider", "", "07-11-1958", "de", ""),
        ("Josephine Mensah", "Josie", "22-01-1989", "en", ""),
        ("Kevin Lambrechts", "", "15-05-1992", "nl", ""),
        ("Sarah Cohen", "", "20-10-1983", "fr", ""),
        ("Wendy Van Damme", "", "06-06-1976", "nl", "0478 99 00 11"),
        ("Lucas Mertens", "", "12-12-2012", "nl", ""),
        ("Noor Mertens", "", "12-12-2012", "nl", ""),
        ("", "Ster", "", "nl", ""),
        ("", "Vogel", "", "fr", ""),
        ("", "", "", "en", ""),
        ("Chantal Lefebvre", "", "28-03-1966", "fr", ""),
        ("Dirk Desmet", "", "24-08-1955", "nl", ""),
        ("Tatjana Novak", "", "31-01-1994", "de", ""),
        ("Emma Jacobs", "", "10-10-2000", "nl", "0479 00 11 22"),
        ("Abdullah Rahimi", "", "", "fa", ""),
        ("Griet Maes", "", "26-09-1973", "nl", ""),
    ],
};

/// Het Anker, small, with the Dutch profile.
pub const ANCHOR: Cast = Cast {
    slug: "anker",
    name: "Het Anker",
    zone: "Europe/Amsterdam",
    profile: "NL",
    outside: ["Het Anker", "Kade 1", "4811 AA Breda", "076 000 00 00"],
    services: &[
        ("Veilig Thuis", "Veilig Thuis"),
        ("Politie", "Politie Zeeland-West-Brabant"),
        ("Lokaal team", "Gemeente Breda"),
    ],
    tongues: "nl en ar",
    rooms: &[("Kade", 4, "w"), ("Steiger", 6, "ce")],
    colleagues: &[
        colleague("Joke Visser", "joke", &[(Reception, None)]),
        colleague("Ruben Bakker", "ruben", &[(Intake, Some("Veilig Thuis"))]),
        colleague("Ilse de Groot", "ilse", &[(Administrator, None)]),
    ],
    people: &[
        ("Femke Dijkstra", "", "03-03-1990", "nl", "06 1234 5678"),
        ("Samira Haddou", "", "11-06-1985", "ar", ""),
        ("Wim Kuipers", "", "", "nl", ""),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::{Name, Phone};
    use domain::{Day, Tongue};

    #[test]
    fn everybody_in_the_practice_house_fits_the_forms() {
        for (name, alias, born, tongue, phone) in LINDEN.people.iter().chain(ANCHOR.people) {
            assert!(
                Name::optional(name).is_ok() && Name::optional(alias).is_ok(),
                "{name}"
            );
            assert!(born.is_empty() || Day::parse(born).is_ok(), "{born}");
            assert!(phone.is_empty() || Phone::parse(phone).is_ok(), "{phone}");
            assert!(Tongue::parse(tongue).is_ok(), "{tongue}");
        }
    }

    #[test]
    fn the_practice_house_has_every_role() {
        let held = |role: &Role| {
            LINDEN
                .colleagues
                .iter()
                .any(|c| c.posts.iter().any(|(r, _)| r == role))
        };
        assert!(Role::ALL.iter().all(held));
    }
}
