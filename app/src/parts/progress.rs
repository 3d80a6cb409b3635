//! How far something is.

use leptos::prelude::*;

/// A bar that fills, with the same in words above it.
#[component]
pub fn ProgressBar(
    /// How much is done.
    done: u64,
    /// How much there is.
    of: u64,
    /// The same in words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="progress">
            <p id="progress-said">{label}</p>
            <progress
                max=of.max(1).to_string()
                value=done.min(of).to_string()
                aria-labelledby="progress-said"
            ></progress>
        </div>
    }
}
