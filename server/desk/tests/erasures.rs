//! Erasing somebody, as colleagues do it: two of them, with the same before their eyes, and only while
//! nothing forbids it; and whatever stops in between, she is whole or gone.

#[cfg(test)]
#[expect(dead_code, reason = "this test needs a part of the ground")]
mod support {
    pub mod ground;
    pub mod house;
}

#[cfg(test)]
mod erasing {
    mod ground;
    mod holding;
    mod planning;
    mod steps;
    mod stopping;
    mod unlinking;
}
