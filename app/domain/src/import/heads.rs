//! What the heads of columns are called: the usual words of four languages, and our own codes.

use super::Column;

/// The words for each column, folded: small letters, no accents, one space between words.
const HEADS: [(Column, &[&str]); 13] = [
    (
        Column::Name,
        &[
            "name",
            "naam",
            "volledige naam",
            "nom complet",
            "nom et prenom",
            "nom prenom",
            "naam en voornaam",
            "voornaam en naam",
            "prenom et nom",
            "full name",
            "vollstandiger name",
            "vor und nachname",
        ],
    ),
    (
        Column::Given,
        &[
            "given name",
            "first name",
            "firstname",
            "forename",
            "voornaam",
            "voornamen",
            "prenom",
            "prenoms",
            "vorname",
            "vornamen",
            "given names",
        ],
    ),
    (
        Column::Family,
        &[
            "family name",
            "last name",
            "lastname",
            "surname",
            "familienaam",
            "achternaam",
            "nom",
            "nom de famille",
            "nachname",
            "familienname",
            "zuname",
        ],
    ),
    (
        Column::Alias,
        &[
            "alias",
            "roepnaam",
            "bijnaam",
            "nickname",
            "known as",
            "called",
            "surnom",
            "pseudonyme",
            "rufname",
            "spitzname",
        ],
    ),
    (
        Column::Unnamed,
        &[
            "unnamed",
            "anonymous",
            "no name",
            "anoniem",
            "zonder naam",
            "wil geen naam geven",
            "anonyme",
            "sans nom",
            "anonym",
            "ohne name",
        ],
    ),
    (
        Column::Born,
        &[
            "birth date",
            "birthdate",
            "date of birth",
            "dob",
            "born",
            "birthday",
            "geboortedatum",
            "geboren",
            "geb datum",
            "geboortedag",
            "date de naissance",
            "naissance",
            "ne le",
            "nee le",
            "geburtsdatum",
            "geburtstag",
        ],
    ),
    (
        Column::Tongues,
        &[
            "languages",
            "language",
            "spoken languages",
            "mother tongue",
            "taal",
            "talen",
            "moedertaal",
            "langue",
            "langues",
            "langue maternelle",
            "sprache",
            "sprachen",
            "muttersprache",
        ],
    ),
    (
        Column::Channel,
        &[
            "contact",
            "safe contact",
            "channel",
            "contact by",
            "veilig contact",
            "contact via",
            "contactwijze",
            "kanaal",
            "contact sur",
            "canal",
            "moyen de contact",
            "sicherer kontakt",
            "kontakt",
            "kontaktweg",
        ],
    ),
    (
        Column::Phone,
        &[
            "phone",
            "phone number",
            "telephone",
            "telephone number",
            "mobile",
            "mobile number",
            "cell phone",
            "telefoon",
            "telefoonnummer",
            "gsm",
            "gsm nummer",
            "mobiel",
            "mobiel nummer",
            "tel",
            "numero de telephone",
            "portable",
            "numero de gsm",
            "telefon",
            "telefonnummer",
            "handy",
            "handynummer",
            "mobilnummer",
        ],
    ),
    (
        Column::Email,
        &[
            "email",
            "e mail",
            "email address",
            "e mail address",
            "mail",
            "mailadres",
            "e mailadres",
            "emailadres",
            "courriel",
            "adresse e mail",
            "adresse email",
            "adresse electronique",
            "e mail adresse",
            "emailadresse",
        ],
    ),
    (
        Column::When,
        &[
            "contact when",
            "safe when",
            "when",
            "wanneer veilig",
            "wanneer",
            "quand",
            "quand est ce sur",
            "wann",
            "wann sicher",
        ],
    ),
    (
        Column::Never,
        &[
            "contact never",
            "never",
            "avoid",
            "nooit",
            "wat nooit",
            "vermijden",
            "jamais",
            "eviter",
            "nie",
            "niemals",
            "vermeiden",
        ],
    ),
    (
        Column::Until,
        &[
            "contact until",
            "until",
            "valid until",
            "geldig tot",
            "tot",
            "valable jusqu au",
            "jusqu au",
            "gultig bis",
            "bis",
        ],
    ),
];

/// The column a head names.
pub(super) fn column(head: &str) -> Option<Column> {
    let head = folded(head);
    let known = |(_, words): &&(Column, &[&str])| words.contains(&head.as_str());
    HEADS.iter().find(known).map(|(column, _)| *column)
}

/// Small letters without accents, and one space for everything that is neither letter nor digit.
pub(super) fn folded(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase).map(bare);
    let spaced: String = letters
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter without its accent, as far as the words above have any.
const fn bare(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_names_two_columns_and_every_word_is_folded() {
        let words = HEADS
            .iter()
            .flat_map(|(column, words)| words.iter().map(move |w| (w, column)));
        for (word, named) in words {
            assert_eq!(folded(word), **word);
            assert_eq!(column(word), Some(*named), "{word}");
        }
    }
}
