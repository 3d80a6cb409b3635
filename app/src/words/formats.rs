//! Days, times and numbers the way each language writes them.

use domain::time::CentreZone;
use domain::{Day, Instant};

use super::Words;

impl Words {
    /// A day nearby, without its year: `maandag 23 november`.
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let (_, month, number) = day.parts();
        let weekday = self.of("weekday", &day.weekday().to_string());
        let month = self.of("month", &month.to_string());
        let values = [
            ("weekday", weekday.into()),
            ("day", number.into()),
            ("month", month.into()),
        ];
        self.with("format-day", &values)
    }

    /// A day with its year: `12 maart 1986`.
    #[must_use]
    pub fn date(self, day: Day) -> String {
        let (year, month, number) = day.parts();
        let month = self.of("month", &month.to_string());
        let values = [
            ("day", number.into()),
            ("month", month.into()),
            ("year", year.to_string().into()),
        ];
        self.with("format-date", &values)
    }

    /// The time on the wall of the centre, in 24 hours: `10:42`.
    #[must_use]
    pub fn time(self, at: Instant, zone: &CentreZone) -> String {
        let (hour, minute) = zone.wall(at);
        let values = [
            ("hour", hour.to_string().into()),
            ("minute", format!("{minute:02}").into()),
        ];
        self.with("format-time", &values)
    }

    /// How long somebody waits: `31 min`.
    #[must_use]
    pub fn minutes(self, minutes: i64) -> String {
        self.with(
            "format-minutes",
            &[("minutes", self.number(minutes).into())],
        )
    }

    /// A whole number with the thousands set apart: `12.500`.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let apart = self.t("format-thousands");
        let mut text = String::from(if number < 0 { "-" } else { "" });
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(&apart);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use domain::{Address, Language};

    use super::*;

    #[test]
    fn days_times_and_numbers_follow_the_language() {
        let (day, zone) = (
            Day::new(2026, 11, 23).unwrap(),
            CentreZone::parse("Europe/Brussels").unwrap(),
        );
        let morning = Instant::from_unix(1_773_133_320); // 2026-03-10 09:02 UTC
        let said = |language| {
            let words = Words::new(language, Address::Je);
            [
                words.day(day),
                words.date(day),
                words.time(morning, &zone),
                words.number(-12_500),
            ]
        };
        assert_eq!(
            said(Language::Nl),
            [
                "maandag 23 november",
                "23 november 2026",
                "10:02",
                "-12.500"
            ]
        );
        assert_eq!(
            said(Language::Fr),
            [
                "lundi 23 novembre",
                "23 novembre 2026",
                "10:02",
                "-12\u{202F}500"
            ]
        );
        assert_eq!(
            said(Language::De),
            [
                "Montag, 23. November",
                "23. November 2026",
                "10:02",
                "-12.500"
            ]
        );
        assert_eq!(
            said(Language::En),
            ["Monday 23 November", "23 November 2026", "10:02", "-12,500"]
        );
    }
}
