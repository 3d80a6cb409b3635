//! Many at once: exactly one wins, nobody is shown an error of the engine, and nothing is counted
//! twice. Small by default; with `ONTHAAL_PROOF=full` as long as the proof asks for.

#[cfg(test)]
#[expect(dead_code, reason = "the races need a part of the ground")]
mod support {
    pub mod ground;
    pub mod house;
}

#[cfg(test)]
mod rivals {
    mod bookings;
    mod registrations;
    mod visitors;
}

/// How many rounds a race is run.
fn rounds(small: u128, full: u128) -> u128 {
    let asked = std::env::var("ONTHAAL_PROOF").is_ok_and(|size| size == "full");
    if asked { full } else { small }
}
