//! The screens of the front desk. A screen is a pair of handlers on one address: `get` loads and
//! draws, `post` acts and redirects. Drawing happens on the server; the few islands that make a
//! screen quicker live in [`islands`], and every screen is complete without them.
//!
//! With the feature `ssr` this is a library for the server; with `hydrate` it is what the browser
//! loads, and then it holds the islands alone.

#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod form;
pub mod icons;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod outside;
#[cfg(feature = "ssr")]
pub mod page;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod screens;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod words;

/// Wakes the islands of a page.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
