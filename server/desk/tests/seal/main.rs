//! The seal on both engines: what opens, what does not, and what is left when the work stops
//! between any two of its steps.

#[path = "../support/stores.rs"]
#[cfg(test)]
mod stores;

#[cfg(test)]
mod desk;

#[cfg(test)]
mod entitled;
#[cfg(test)]
mod founding;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod life;
#[cfg(test)]
mod many;
#[cfg(test)]
mod places;
#[cfg(test)]
mod root;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod sweep;
