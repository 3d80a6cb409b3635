//! Searching every byte of a file for words, however they may be written: as text, in any case, in
//! two bytes a letter, in base64, in hexadecimal digits, or as a form carries them.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// The words that must not be found.
pub struct Markers {
    /// Each way of writing each word, in small letters, with the word itself.
    written: Vec<(Vec<u8>, String)>,
    /// Whether something begins with these two bytes.
    begins: Vec<bool>,
}

impl Markers {
    /// Every way of writing these words.
    pub fn of(words: &[String]) -> Self {
        let mut written = Vec::new();
        for word in words {
            let ways = ways(word).into_iter().map(|way| (way, word.clone()));
            written.extend(ways);
        }
        let mut begins = vec![false; 1 << 16];
        for (way, _) in &written {
            begins[pair(way)] = true;
        }
        Self { written, begins }
    }

    /// The words found in some bytes.
    pub fn within(&self, bytes: &[u8]) -> Vec<&str> {
        let small = bytes.to_ascii_lowercase();
        let mut found = Vec::new();
        for at in 0..small.len().saturating_sub(1) {
            if self.begins[pair(&small[at..])] {
                let here = self
                    .written
                    .iter()
                    .filter(|(way, _)| small[at..].starts_with(way));
                found.extend(here.map(|(_, word)| word.as_str()));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Everything found below a folder, each with the file it was in, and how many bytes were read.
    pub fn below(&self, folder: &Path) -> (Vec<String>, u64) {
        let (mut found, mut read) = (Vec::new(), 0);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                let (below, bytes) = self.below(&path);
                found.extend(below);
                read += bytes;
            } else if let Ok(bytes) = fs::read(&path) {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                found.extend(
                    self.within(name.as_bytes())
                        .iter()
                        .map(|w| format!("{w}: name {name}")),
                );
                found.extend(
                    self.within(&bytes)
                        .iter()
                        .map(|word| format!("{word}: {name}")),
                );
                read += bytes.len() as u64;
            }
        }
        (found, read)
    }
}

fn pair(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

fn hexadecimal(text: &str) -> Vec<u8> {
    let digits = text.bytes().flat_map(|b| format!("{b:02x}").into_bytes());
    digits.collect()
}

fn ways(word: &str) -> Vec<Vec<u8>> {
    let small = word.to_lowercase();
    let wide =
        |order: fn(u16) -> [u8; 2]| small.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let mut ways = vec![
        small.clone().into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        hexadecimal(&small),
        hexadecimal(word),
        small.replace(' ', "+").into_bytes(),
        small.replace(' ', "%20").into_bytes(),
    ];
    for text in [word, &small] {
        // In base64 a word looks different by where it begins among three bytes; the letters that
        // also hold what stands beside it are left out.
        for before in 0..3 {
            let padded = [&vec![b' '; before], text.as_bytes()].concat();
            let all = STANDARD_NO_PAD.encode(&padded);
            let (from, to) = ([0, 2, 3][before], padded.len() / 3 * 4);
            ways.push(all[from..to].to_ascii_lowercase().into_bytes());
        }
    }
    ways.sort();
    ways.dedup();
    ways
}

#[test]
fn a_word_is_found_however_it_is_written() {
    let markers = Markers::of(&["Rozemarijn".to_owned()]);
    let mut encoded = Vec::new();
    for before in ["", "a", "ab", "abc"] {
        encoded.push(
            STANDARD_NO_PAD
                .encode(format!("{before}Rozemarijn en zo"))
                .into_bytes(),
        );
    }
    let wide: Vec<u8> = "rozemarijn"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let hexadecimal = hexadecimal("Rozemarijn").to_ascii_uppercase();
    let ways = [b"x ROZEMARIJN y".to_vec(), wide, hexadecimal];
    for bytes in ways.iter().chain(&encoded) {
        assert_eq!(
            markers.within(bytes),
            ["Rozemarijn"],
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert!(markers.within(b"Rozemarij").is_empty());
}
