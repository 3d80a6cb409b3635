//! The look keeps its promises: what is written can be read, in light and in dark, pages read from
//! right to left as well, and no screen writes markup or looks by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot read a file fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn style() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../style")
}

/// Light and dark value of each colour.
fn colours() -> BTreeMap<String, [String; 2]> {
    let sheet = fs::read_to_string(style().join("tokens.css")).unwrap();
    let mut found = BTreeMap::new();
    for line in sheet.lines() {
        let pair = line
            .trim()
            .strip_prefix("--")
            .and_then(|line| line.split_once(": light-dark("));
        if let Some((name, values)) = pair {
            let mut values = values
                .trim_end_matches([')', ';'])
                .split(", ")
                .map(str::to_owned);
            let pair = [values.next().unwrap(), values.next().unwrap()];
            found.insert(name.to_owned(), pair);
        }
    }
    found
}

/// Relative luminance of `#rrggbb`, as WCAG 2.2 defines it.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126f64.mul_add(
        channel(1),
        0.7152f64.mul_add(channel(3), 0.0722 * channel(5)),
    )
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn holds(pairs: &[(&str, &str)], least: f64) {
    let colours = colours();
    for (front, ground) in pairs {
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let found = contrast(&colours[*front][theme], &colours[*ground][theme]);
            assert!(found >= least, "{front} on {ground} in {name}: {found:.2}");
        }
    }
}

#[test]
fn every_text_stands_out_from_its_ground() {
    let mut pairs = vec![
        ("on-primary", "primary"),
        ("on-primary", "primary-strong"),
        ("primary", "primary-soft"),
        ("accent-ink", "accent-soft"),
        ("ok", "ok-soft"),
        ("wait", "wait-soft"),
        ("danger", "danger-soft"),
    ];
    for ground in ["paper", "surface", "sunken"] {
        pairs.extend(
            ["ink", "muted", "primary", "ok", "wait", "danger"].map(|front| (front, ground)),
        );
    }
    for ground in [
        "primary-soft",
        "ok-soft",
        "wait-soft",
        "danger-soft",
        "accent-soft",
    ] {
        pairs.push(("ink", ground));
    }
    holds(&pairs, 4.5);
}

#[test]
fn every_edge_of_a_control_stands_out_from_its_ground() {
    let fronts = ["edge", "primary", "danger", "accent"];
    let pairs: Vec<_> = fronts
        .iter()
        .flat_map(|front| [(*front, "paper"), (*front, "surface")])
        .collect();
    holds(&pairs, 3.0);
}

/// Every sheet: those of the staff screens, and the two small ones that stand alone.
fn all_sheets(look: &mut dyn FnMut(&Path, &str)) {
    sheets(&style(), look);
    for name in ["portal.css", "plain.css"] {
        let path = style().join("../public").join(name);
        look(&path, &fs::read_to_string(&path).unwrap());
    }
}

fn sheets(folder: &Path, look: &mut dyn FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sheets(&path, look);
        } else {
            look(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn no_sheet_knows_left_and_right() {
    all_sheets(&mut |path, sheet| {
        for line in sheet.lines().map(str::trim) {
            let name = line.split_once(':').map_or("", |(name, _)| name);
            let sided = name.ends_with("-left") || name.ends_with("-right");
            assert!(
                !sided && !["left", "right", "width", "height"].contains(&name),
                "{path:?}: {line}"
            );
            assert!(
                !line.contains(": left") && !line.contains(": right"),
                "{path:?}: {line}"
            );
        }
    });
}

#[test]
fn no_sheet_asks_another_host_for_anything() {
    all_sheets(&mut |path, sheet| {
        assert!(
            !sheet.contains("http:") && !sheet.contains("https:") && !sheet.contains("\"//"),
            "{path:?}"
        );
    });
}

#[test]
fn every_sheet_is_part_of_the_look() {
    let main = fs::read_to_string(style().join("main.css")).unwrap();
    sheets(&style(), &mut |path, _| {
        let name = path
            .strip_prefix(style())
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let whole = name == "main.css";
        assert!(
            whole || main.contains(&format!("\"./{name}\"")),
            "{name} is never imported"
        );
    });
}

fn sources(folder: &Path, look: &mut dyn FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, look);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let code = fs::read_to_string(&path).unwrap();
            let lines = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            look(
                &path.to_string_lossy(),
                &lines.collect::<Vec<_>>().join("\n"),
            );
        }
    }
}

#[test]
fn nothing_but_the_note_box_and_the_icons_writes_markup_by_hand() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&src, &mut |path, code| {
        let note = path.ends_with("form/note.rs");
        assert!(note || !code.contains("<textarea"), "{path}: use NoteBox");
        // The title of a site is a constant sentence; see there why it is set as markup.
        let title = path.ends_with("src/document.rs") && code.matches("inner_html").count() == 1;
        let drawn = note || title || path.ends_with("src/icons.rs");
        assert!(
            drawn || !code.contains("inner_html"),
            "{path}: let the framework escape"
        );
        assert!(
            !code.contains("<Title"),
            "{path}: a title is one fixed sentence per site"
        );
        assert!(
            !code.contains("<style"),
            "{path}: looks live in the style sheet"
        );
        // `style::get` is a path in the program, not a look.
        let code = code.replace("style::", "");
        let inline = code.contains(" style=") || code.contains(" style:");
        assert!(
            !inline,
            "{path}: the content security policy forbids inline style"
        );
    });
}
