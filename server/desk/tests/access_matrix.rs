//! Who may do what, printed: the table in `docs/access-matrix.md` is the one the program uses, so
//! that a change of it is seen by everybody who reads the change.

use std::path::Path;

use domain::role::{Action, ActorKind, allows};

const TITLE: &str = "# Who may do what

Every kind of actor against every action, as the program decides it (`app/domain/src/role.rs`). What
is empty is refused, written in the audit trail, and looks to the asker like something that does not
exist. Which persons and rows an allowed action concerns is decided after, by the use case.

";

/// The table as text: a line for each action, a column for each kind of actor.
fn printed() -> String {
    let mut page = String::from(TITLE);
    let kinds = ActorKind::ALL;
    page.push_str("| action |");
    for kind in kinds {
        page.extend([" ", kind.code(), " |"]);
    }
    page.push_str("\n|---|");
    page.push_str(&":-:|".repeat(kinds.len()));
    for action in Action::ALL {
        page.extend(["\n| `", action.code(), "` |"]);
        for kind in kinds {
            page.push_str(if allows(kind, *action) {
                " yes |"
            } else {
                " |"
            });
        }
    }
    page + "\n"
}

#[test]
fn the_printed_table_is_the_one_the_program_uses() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access-matrix.md");
    let now = printed();
    if std::env::var_os("ONTHAAL_WRITE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == now,
        "docs/access-matrix.md is not what the program does; if the change is meant, write it anew: \
         ONTHAAL_WRITE=1 cargo nextest run -p desk --test access_matrix"
    );
}

#[test]
fn every_action_has_somebody_who_may_do_it() {
    for action in Action::ALL {
        let somebody = ActorKind::ALL.iter().any(|kind| allows(*kind, *action));
        assert!(somebody, "{}", action.code());
    }
}
