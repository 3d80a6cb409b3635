//! Mail over a real connection to a server that misbehaves on demand: nothing is lost, nothing goes
//! twice but after a crash, nothing goes that was taken back, and no byte says what it is about.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[cfg(test)]
#[expect(dead_code, reason = "these tests need a part of the house")]
#[path = "../support"]
mod support {
    pub mod ground;
    pub mod house;
}

mod office;
mod sink;

mod bytes;
mod crashes;
mod faults;
mod outages;
mod settings;
mod withdrawing;
