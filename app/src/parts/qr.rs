//! A picture that a telephone reads.

use fast_qr::QRBuilder;
use leptos::prelude::*;

/// Empty modules around the picture (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// A text as a picture of squares; nothing when it is too long for one.
#[component]
pub fn Qr(
    /// What the telephone reads.
    text: String,
    /// What the picture is for, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let code = QRBuilder::new(text).build().ok()?;
    let mut squares = String::new();
    for (row, column) in (0..code.size).flat_map(|row| (0..code.size).map(move |at| (row, at))) {
        if code[row][column].value() {
            let (x, y) = (column + QUIET, row + QUIET);
            squares.extend(["M", &x.to_string(), " ", &y.to_string(), "h1v1h-1z"]);
        }
    }
    let side = code.size + 2 * QUIET;
    let frame = format!("0 0 {side} {side}");
    Some(view! {
        <svg class="qr" viewBox=frame role="img" aria-label=label shape-rendering="crispEdges">
            <path d=squares />
        </svg>
    })
}
