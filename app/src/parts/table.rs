//! Facts by name, and rows of facts.

use leptos::prelude::*;

/// Facts about one thing: a name and what it is, line by line.
#[component]
pub fn DetailList(
    /// Name and fact, in the order they are read.
    lines: Vec<(String, String)>,
) -> impl IntoView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(name, fact)| view! { <div><dt>{name}</dt><dd>{fact}</dd></div> })
        .collect();
    view! { <dl class="details">{lines}</dl> }
}

/// Rows under heads. The first cell of a row is its name. A table too wide for the screen scrolls
/// inside its own frame, also with the keyboard.
#[component]
pub fn Table(
    /// What the rows are.
    #[prop(into)]
    caption: String,
    /// The head of each column.
    heads: Vec<String>,
    /// The cells, row by row.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let label = caption.clone();
    let heads: Vec<_> = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let name = cells
        .next()
        .map(|name| view! { <th scope="row">{name}</th> });
    let facts: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }).collect();
    view! { <tr>{name} {facts}</tr> }
}
