//! Backups: what comes back, what opens them, what is never in them, and what is lost when somebody
//! pulls the plug.

#[cfg(test)]
#[expect(dead_code, reason = "these tests need a part of the ground")]
mod support {
    pub mod ground;
    pub mod house;
}

#[cfg(test)]
mod backups {
    mod coming_back;
    mod damaged;
    mod full;
    mod ground;
    mod kept;
    mod leavers;
    mod ledger;
    mod opening;
    mod servers;
    mod trials;
}
