//! The jurisdiction a centre works under. Which rules that means is data, with source and validity.

use serde::{Deserialize, Serialize};

use crate::Unfit;
use crate::role::coded;

coded! {
    /// The two organisations behind a centre.
    Profile {
        /// Flanders: Veilig Huis, Family Justice Center and chain approach.
        Flanders = "VL",
        /// The Netherlands: Veilig Thuis (Wmo 2015).
        Netherlands = "NL",
    }
}
