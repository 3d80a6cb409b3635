//! Names in the letters they are compared in: small Latin ones, without accents, points and dashes.
//! Arabic and Cyrillic letters become what the Low Countries write for them, so that a name that was
//! written down from a passport meets the one that was heard.

/// The words of a name, in letters that can be compared.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let latin: String = name.chars().map(latin).collect();
    let small = deunicode::deunicode(&latin).to_lowercase();
    small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A letter by its sound where a general table says something else, or breaks the word.
fn latin(letter: char) -> String {
    let own = arabic(letter).or_else(|| cyrillic(letter));
    own.map_or_else(|| letter.to_string(), str::to_owned)
}

/// Arabic and Persian letters. Short vowels are not written, so these words are compared by their
/// consonants (see [`super::word`]).
const fn arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ا' | 'أ' | 'آ' | 'ٱ' | 'ع' | 'ة' | 'ى' | '\u{64e}' => "a",
        'إ' | 'ي' | 'ی' | 'ئ' | '\u{650}' => "i",
        'و' | 'ؤ' | '\u{64f}' => "ou",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ث' | 'ط' => "t",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ذ' | 'ض' => "d",
        'ر' => "r",
        'ز' | 'ظ' | 'ژ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' | 'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ء' | 'ـ' | '\u{651}' | '\u{652}' => "",
        _ => return None,
    })
}

/// Cyrillic letters that a general table writes with a sign that breaks the word, or otherwise than a
/// Belgian or Dutch paper does.
const fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ь' | 'Ь' | 'ъ' | 'Ъ' | '’' => "",
        'ю' | 'Ю' => "yu",
        'я' | 'Я' => "ya",
        'є' | 'Є' => "ye",
        'ї' | 'Ї' => "yi",
        'ё' | 'Ё' => "yo",
        'й' | 'Й' => "y",
        'і' | 'І' | 'и' | 'И' => "i",
        'х' | 'Х' => "kh",
        'щ' | 'Щ' => "shch",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_dashes_and_other_letters_fold_together() {
        assert_eq!(
            words("Zoë d'Hondt-Peeters"),
            ["zoe", "d", "hondt", "peeters"]
        );
        assert_eq!(words("YILMAZ, Fatma"), words("yılmaz fatma"));
        assert_eq!(words("Олена"), ["olena"]);
        assert_eq!(words("Ольга"), ["olga"]);
        assert_eq!(words("فاطمة"), ["fatma"]);
    }
}
