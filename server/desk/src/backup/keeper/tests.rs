//! Who is erased is unreadable in every backup after fourteen days, whenever backups are made.

use proptest::prelude::*;

use super::super::folder::Piece;
use super::*;

const HOUR: i64 = 60 * 60;

/// Empty files with the names of a set that was made at a moment and followed for some hours.
fn made(folder: &Folder, at: Instant, hours: i64) {
    let salt = [7; 4];
    let (_, path) = folder.begin(at, salt).unwrap();
    for (number, hour) in (0..).zip(0..=hours) {
        let at = at.plus_seconds(hour * HOUR);
        for part in [Part::Data, Part::Keys] {
            fs::write(path.join(Piece::name(part, number, at)), "").unwrap();
        }
    }
}

/// The oldest file with keys.
fn oldest(folder: &Folder) -> Option<Instant> {
    let sets = folder.sets().unwrap();
    let keys = sets.iter().flat_map(|set| set.of(Part::Keys));
    keys.map(|piece| piece.at).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_keys_of_before_an_erasure_are_left_after_fourteen_days(
        gaps in prop::collection::vec(20_i64..30, 20..30), erased in 0_i64..200, late in 0_i64..55,
    ) {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path());
        let start = Instant::from_unix(1_773_133_200);
        let (mut hour, mut next) = (0, 0);
        let until = erased + KEYS_DAYS * 24;
        for gap in gaps {
            made(&folder, start.plus_seconds(next * HOUR), gap - 1);
            next += gap;
            while hour < next.min(until) {
                hour += 1;
                let now = start.plus_seconds(hour * HOUR + late * 60);
                let mut sets = folder.sets().unwrap();
                sets.pop();
                for set in sets {
                    expire(&set, now, 400).unwrap();
                }
            }
            if hour == until {
                break;
            }
        }
        prop_assume!(hour == until);
        let erasure = start.plus_seconds(erased * HOUR);
        prop_assert!(oldest(&folder).is_some_and(|at| at > erasure));
    }
}
