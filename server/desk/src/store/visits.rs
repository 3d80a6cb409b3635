//! Being written.
pub const STATEMENTS: &[(&str, &str)] = &[];
