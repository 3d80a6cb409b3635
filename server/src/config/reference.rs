//! The reference of the settings, made of the list that the program itself reads them by.

use std::fmt::Write;

use super::{SETTINGS, Setting};

/// What stands above the table.
const HEAD: &str = "\
# Settings

Made by the program from the list it reads its settings by; change `server/src/config/written.rs` and let
its test write this page again. How they work together stands in [Operations](operations.md).

Read in this order, the later winning: one file, the environment, the command line. The file is the one
given with `--config`, else `onthaal.toml` in the working folder, else, for the program in `/usr/bin`,
`/etc/onthaal/onthaal.toml`.
A name in the file that is not in this table is an error. In the environment a list is separated by commas,
a table is written `name=value, name=value`, and an empty variable counts as absent.

| setting | environment | command line | is | default | what for |
|---|---|---|---|---|---|
";

/// What is set in the environment alone.
const FOOT: &str = "
In the environment alone: `ONTHAAL_LOG` says what is logged (`info` where it is absent), and
`LEPTOS_SITE_ROOT` where style sheets and scripts are, if not beside the program or in
`/usr/share/onthaal/site`.
";

/// The reference, as the page `docs/settings.md`.
#[must_use]
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    for setting in SETTINGS {
        page.push_str(&row(setting));
    }
    page + FOOT
}

fn row(setting: &Setting) -> String {
    let Setting {
        name,
        kind,
        usual,
        line,
        says,
    } = setting;
    let (variable, mut row) = (setting.variable(), String::new());
    let _written = writeln!(
        row,
        "| `{name}` | `{variable}` | {line} | {kind} | {usual} | {says} |"
    );
    row
}
