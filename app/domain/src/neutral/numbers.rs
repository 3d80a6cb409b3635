//! Telephone numbers in a text, however they are grouped. Days and times are none.

use unicode_normalization::UnicodeNormalization;

/// From how many digits on a number can only be a telephone number.
const TELEPHONE: usize = 8;

/// The country codes a number may be written with, in place of its first zero.
const COUNTRIES: [&str; 5] = ["32", "31", "33", "49", "44"];

/// Digits without anything between them.
struct Group {
    digits: String,
    at: usize,
    /// What stands between it and the group before; empty for nothing.
    gap: String,
}

/// Where the first telephone number begins, in characters.
pub(super) fn telephone(text: &str) -> Option<usize> {
    let groups = groups(text);
    let runs = runs(&groups);
    let long = runs.iter().find(|run| count(run) >= TELEPHONE);
    long.map(|run| run[0].at)
}

/// The first number of a list in a text, and where it begins.
pub(super) fn listed(text: &str, numbers: &[String]) -> Option<(String, usize)> {
    let groups = groups(text);
    let short = |group: &&Group| !is_time(&groups, group);
    for group in groups.iter().filter(short) {
        if numbers.contains(&group.digits) {
            return Some((group.digits.clone(), group.at));
        }
    }
    runs(&groups).into_iter().find_map(|run| {
        let whole: String = run.iter().map(|group| group.digits.as_str()).collect();
        let found = numbers.iter().find(|number| is_same(&whole, number))?;
        Some((found.clone(), run[0].at))
    })
}

/// Short numbers are found as one group only: `11-2` is a day.
fn is_same(whole: &str, number: &str) -> bool {
    if number.len() <= 4 {
        return false;
    }
    let bare = whole.strip_prefix("00").unwrap_or(whole);
    let home = COUNTRIES
        .iter()
        .filter_map(|country| bare.strip_prefix(country));
    let local = number.strip_prefix('0').unwrap_or(number);
    whole == number || home.into_iter().any(|rest| rest == local || rest == number)
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut gap, mut inside) = (String::new(), false);
    for (at, c) in text.chars().enumerate() {
        let Some(digit) = digit(c) else {
            gap.push(c);
            inside = false;
            continue;
        };
        match groups.last_mut().filter(|_| inside) {
            Some(group) => group.digits.push(digit),
            None => groups.push(Group {
                digits: digit.to_string(),
                at,
                gap: std::mem::take(&mut gap),
            }),
        }
        inside = true;
        gap.clear();
    }
    groups
}

/// A digit of any script as one of ours.
fn digit(c: char) -> Option<char> {
    let plain = match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        _ => c.nfkd().next().filter(|_| c.nfkd().count() == 1),
    };
    plain.filter(char::is_ascii_digit)
}

/// Groups that are read as one number: nothing but blanks, points, dashes and the like between.
fn runs(groups: &[Group]) -> Vec<&[Group]> {
    let mut runs = Vec::new();
    let mut start = 0;
    for end in 1..=groups.len() {
        let goes_on = groups.get(end).is_some_and(|group| joins(&group.gap));
        if goes_on {
            continue;
        }
        runs.extend(without_days(&groups[start..end]));
        start = end;
    }
    runs
}

fn joins(gap: &str) -> bool {
    let between = |c| {
        matches!(
            c,
            ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')' | '–'
        )
    };
    !gap.is_empty() && gap.chars().count() <= 3 && gap.chars().all(between)
}

/// The parts of a run before, between and after days such as `10-03-2026`.
fn without_days(run: &[Group]) -> Vec<&[Group]> {
    let day = (0..run.len().saturating_sub(2)).find(|at| is_day(&run[*at..*at + 3]));
    match day {
        None => vec![run],
        Some(at) => {
            let mut parts = without_days(&run[at + 3..]);
            parts.insert(0, &run[..at]);
            parts.retain(|part| !part.is_empty());
            parts
        }
    }
}

fn is_day(three: &[Group]) -> bool {
    let [first, second, third] = three else {
        return false;
    };
    let sizes = [&first.digits, &second.digits, &third.digits].map(String::len);
    let forward = sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4;
    let backward = sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2;
    let same = second.gap == third.gap && matches!(second.gap.as_str(), "-" | "/" | ".");
    same && (forward || backward)
}

/// Whether a group is a part of a day or a time: a colon, point or dash joins it to another one.
fn is_time(groups: &[Group], group: &Group) -> bool {
    let place = groups.iter().position(|other| other.at == group.at);
    let next = place.and_then(|place| groups.get(place + 1));
    let tight = |gap: &str| matches!(gap, ":" | "." | "-" | "/" | "," | "u" | "h");
    tight(&group.gap) || next.is_some_and(|next| tight(&next.gap))
}

fn count(run: &[Group]) -> usize {
    run.iter().map(|group| group.digits.len()).sum()
}
