//! Everything that is wrong with a form, on top of it, each line leading to its field.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Posted;
use super::posted::field_id;
use crate::words::Words;

/// The summary; nothing when everything fits. The page opens with the focus on it, so that it is
/// read first, also without a script.
#[component]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a component takes its properties whole"
)]
pub fn ErrorSummary(
    /// What was typed and what is wrong with it.
    posted: Posted,
    /// The label of each field by name, as the form shows it.
    #[prop(optional)]
    labels: Vec<(&'static str, String)>,
    /// In which words.
    words: Words,
) -> impl IntoView {
    if posted.fits() {
        return None;
    }
    let title = words.with("form-errors", &[("count", posted.faults.len().into())]);
    let labels: BTreeMap<_, _> = labels.into_iter().collect();
    let lines: Vec<_> = posted
        .faults
        .iter()
        .map(|fault| {
            let label = labels.get(fault.field.as_str());
            let before = label.map(|label| format!("{label}: "));
            let href = format!("#{}", field_id(&fault.field));
            view! { <li><a href=href>{before} {posted.said_of(fault, words)}</a></li> }
        })
        .collect();
    Some(view! {
        <div class="errors" id="errors" role="alert" tabindex="-1" autofocus=true>
            <h2>{title}</h2>
            <ul>{lines}</ul>
        </div>
    })
}
