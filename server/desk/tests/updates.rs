//! Updating: data that earlier programs wrote are brought up to this one, whole, and whenever that is
//! cut off it goes on where it was. What those programs wrote lies in `server/tests/fixtures`.

#[cfg(test)]
mod updates {
    mod earlier;
    mod kept;
    mod kills;
    mod wire;
}
