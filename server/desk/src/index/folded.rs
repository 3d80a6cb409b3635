//! Names as they are compared: without accents, case, points and dashes, and in Latin letters.

/// The words of a name, folded.
pub fn words(name: &str) -> Vec<String> {
    let latin = deunicode::deunicode(name).to_lowercase();
    let bare: String = latin
        .chars()
        .map(|c| if c == '\'' || c == '.' { ' ' } else { c })
        .collect();
    bare.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
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
    }
}
