//! Being written.
#[derive(Default)]
pub struct Index;
